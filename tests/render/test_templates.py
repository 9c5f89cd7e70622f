"""Templates say the same as before they were made ready, only sooner."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemBytecodeCache, UndefinedError
from markupsafe import Markup
from openroadmap.i18n import Translator
from openroadmap.render.templates import SpokenLoader, open_templates


class Catalogue(gettext.NullTranslations):
    """Other words for some sentences."""

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__()
        self.words = words

    def gettext(self, message: str) -> str:
        return self.words.get(message, message)


def opened(folder: Path, words: dict[str, str], cache: Path | None = None) -> Environment:
    compiled = FileSystemBytecodeCache(str(cache)) if cache else None
    return open_templates(Translator("fr", Catalogue(words)), [folder], compiled)


def shown(folder: Path, source: str, catalogue: dict[str, str], **values: object) -> str:
    (folder / "a.html").write_text(source, "utf-8")
    return opened(folder, catalogue).get_template("a.html").render(**values)


def test_a_sentence_that_never_changes_is_put_in_as_text(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<h2>{{ _(\"At a glance\") }}</h2>{{ _('Due') }}", "utf-8")
    environment = opened(tmp_path, {"At a glance": "En <bref> & vite"})
    source, _, _ = SpokenLoader.get_source(environment.loader, environment, "a.html")
    assert source == "<h2>En &lt;bref&gt; &amp; vite</h2>Due"


@pytest.mark.parametrize(
    "said",
    ["{{ secret }}", "{% x %}", "{# x #}", "{{", " padded ", "two\nlines", "it's <b>", "", "\\"],
)
def test_no_words_of_a_catalogue_are_taken_for_a_template(tmp_path: Path, said: str) -> None:
    source = 'a {{ _("Title") }}\n  {%- if true %} b{% endif %}'
    looked_up = source.replace('_("Title")', "words")
    assert shown(tmp_path, source, {"Title": said}) == shown(tmp_path, looked_up, {}, words=said)


def test_indentation_and_empty_lines_stay_with_those_who_write(tmp_path: Path) -> None:
    source = "<ul>\n  {% for n in list %}\n    <li>{{ n }}\n\n      two</li>\n  {% endfor %}\n</ul>"
    assert shown(tmp_path, source, {}, list=["a\n  b"]) == "<ul>\n<li>a\n  b\ntwo</li>\n</ul>"


def test_sentences_with_values_or_within_expressions_are_looked_up(tmp_path: Path) -> None:
    source = '{{ _("Due {date}", date=day) }}{{ none or _("Report") }}{{ "_(\\"x\\")" }}'
    words = {"Due {date}": "Le {date}", "Report": "Rapport"}
    assert shown(tmp_path, source, words, day="<1>", none="") == "Le &lt;1&gt;Rapport_(&#34;x&#34;)"


def test_compiled_templates_follow_the_catalogue(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('{{ _("Title") }}', "utf-8")
    cache = tmp_path / "cache"
    cache.mkdir()
    for said in ("Titre", "Titre", "Intitulé"):
        environment = opened(tmp_path, {"Title": said}, cache)
        assert environment.get_template("a.html").render() == said


def test_everything_is_escaped_once(tmp_path: Path) -> None:
    source = (
        "{% macro b(t) %}<b>{{ t }}</b>{% endmacro %}"
        "{{ b(text) }}{{ text }}{{ safe }}{{ number }}{{ own }}{{ text | upper }}"
    )

    class Own(Markup):
        """Says for itself how it is shown."""

    values = {"text": "<&>", "safe": Markup("<i>"), "number": 7, "own": Own("<u>")}
    escaped = "&lt;&amp;&gt;"
    whole = f"<b>{escaped}</b>{escaped}<i>7<u>{escaped}"
    assert shown(tmp_path, source, {}, **values) == whole


@pytest.mark.parametrize(
    ("named", "body", "call", "whole"),
    [
        ('a, b="<"', "{{ b }}", "{{ m(1) }}{{ m(1, b=2) }}", "1&lt;12"),
        ("a", "{{ caller() }}", "{% call m(1) %}<b>{% endcall %}", "1<b>"),
        ("a", "{{ kwargs['z'] }}", "{{ m(1, z='<') }}", "1&lt;"),
        ("a", "{{ varargs | join }}", "{{ m(1, 2, '<') }}", "12&lt;"),
        ("a", "", "{{ [m('<'), '<'] | join }}", "&lt;&lt;"),
    ],
)
def test_macros_are_called_in_every_way_there_is(
    tmp_path: Path, named: str, body: str, call: str, whole: str
) -> None:
    source = f"{{% macro m({named}) %}}{{{{ a }}}}{body}{{% endmacro %}}{call}"
    assert shown(tmp_path, source, {}) == whole


def test_a_macro_complains_of_what_it_did_not_get(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError):
        shown(tmp_path, "{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}", {})
    with pytest.raises(TypeError):
        shown(tmp_path, "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}", {})


def test_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError):
        shown(tmp_path, "{{ nothing }}", {})
