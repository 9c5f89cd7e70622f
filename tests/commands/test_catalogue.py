"""No sentence escapes the translators, and the template they start from is fresh."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter

import openroadmap
import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from openroadmap.commands.catalogue import TEMPLATE, gather, template
from openroadmap.model.commitment import Commitment
from openroadmap.model.table import table
from openroadmap.model.vocabulary import vocabularies
from openroadmap.rules import RULES, sentences

PACKAGE = Path(openroadmap.__file__).parent
THEME = openroadmap.theme_dir()
MARKS = {"gettext", "ngettext", "N_", "NN_", "_"}

# Where a sentence is looked up that does not stand at that place in quotes. Each
# takes it from a source that `commands/catalogue.py` goes through.
BY_NAME = {
    "i18n.py",
    "render/templates.py",  # constant sentences of the templates, found there by the extractor
    "report/standards_report.py",  # words marked in the same file and beside the verdicts
    "rules/page.py",  # docstrings of rules
    "rules/requirements.py",  # words marked in the same file, texts of packs
    "rules/tell.py",  # messages and fixes of rules
    "standards/sentences.py",  # sentences marked where they are written
    "standards/thresholds.py",  # words marked in the same file
    # Words marked in the same file, or in the one beside it that lists them.
    *("views/drift/promise.py", "views/finding/explore.py", "views/news/feeds.py"),
    *("views/findings.py", "views/news/named.py", "views/news/records.py"),
    *("views/progress/groups.py", "views/news/desk.py", "views/rules.py", "views/scale.py"),
    *("views/standards/plan.py", "views/standards/parts.py", "views/standards/records.py"),
    *("views/standards/requirements.py", "views/standards/rules.py", "views/standards/table.py"),
    *("views/step_lists.py", "views/tabs.py", "views/progress/things.py", "export/explore.py"),
    *("export/calendar.py", "views/calendar/site.py", "views/drift/words.py"),
    *("views/finding/search.py", "views/progress/plan_lines.py"),
    *("views/progress/things_voices.py", "mkdocs_plugin/search_pages.py"),
    # Titles and descriptions of fields and columns, lists of codes.
    *("views/data/page.py", "views/data/dictionary.py", "views/labels.py"),
}


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    return gather()


def known(catalogue: Catalog) -> set[str]:
    """Every sentence, singular and plural."""
    found = set()
    for message in catalogue:
        found |= {message.id} if isinstance(message.id, str) else set(message.id)
    return found


def calls() -> Iterator[tuple[str, str, ast.Call]]:
    """Every call that marks or looks up a sentence: file, name, call."""
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in MARKS and node.args:
                    yield file.relative_to(PACKAGE).as_posix(), name, node


def literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def test_every_sentence_of_the_code_is_found(catalogue: Catalog) -> None:
    sought = set()
    for _, name, call in calls():
        parts = call.args[:2] if name in ("ngettext", "NN_") else call.args[:1]
        sought |= {text for part in parts if (text := literal(part))}
    assert len(sought) > 100
    assert sought - known(catalogue) == set()


def test_a_sentence_that_is_looked_up_by_name_comes_from_a_known_source() -> None:
    files = {file for file, _, call in calls() if literal(call.args[0]) is None}
    assert files <= BY_NAME, "tell commands/catalogue.py where these sentences come from"


def test_every_sentence_of_the_templates_is_found(catalogue: Catalog) -> None:
    sought = set()
    for file in THEME.rglob("*.html"):
        text = file.read_text("utf-8")
        for _, one, two in re.findall(r"\b(_|ngettext)\(\s*(?:\"([^\"]+)\"|'([^']+)')", text):
            sought.add(one or two)
    assert len(sought) > 20
    assert sought - known(catalogue) == set()


def test_every_sentence_of_the_rules_the_lists_and_the_fields_is_found(catalogue: Catalog) -> None:
    ids = known(catalogue)
    assert {sentence for sentence in sentences() if sentence} <= ids
    assert {label for words in vocabularies().values() for label in words.terms.values()} <= ids
    assert {field.title for field in table(Commitment).values()} <= ids
    assert {message for rule in RULES for message in rule.messages.values()} <= ids


def test_a_plural_has_both_its_forms(catalogue: Catalog) -> None:
    plurals = [message.id for message in catalogue if not isinstance(message.id, str)]
    assert ("{n} error", "{n} errors") in plurals


def test_what_stands_in_braces_is_a_name(catalogue: Catalog) -> None:
    odd = []
    for sentence in known(catalogue):
        names = [name for _, name, *_ in Formatter().parse(sentence) if name is not None]
        odd += [sentence for name in names if not name.isidentifier()]
    assert odd == []


def test_no_sentence_begins_or_ends_in_a_space(catalogue: Catalog) -> None:
    assert [sentence for sentence in known(catalogue) if sentence != sentence.strip()] == []


def test_the_template_names_no_day_no_line_and_no_computer(catalogue: Catalog) -> None:
    text = template(catalogue).decode()
    assert "Date" not in text.partition("\n\n")[0]
    assert not re.search(r"^#: .*:\d", text, re.MULTILINE)
    assert str(PACKAGE.parent) not in text
    assert "\\" not in "".join(re.findall(r"^#: .*", text, re.MULTILINE))


def test_the_template_can_be_read_back_whole(catalogue: Catalog) -> None:
    read = read_po(BytesIO(template(catalogue)))
    assert known(read) - {""} == known(catalogue) - {""}


def test_the_template_in_the_repository_is_fresh(catalogue: Catalog) -> None:
    kept = read_po(BytesIO(TEMPLATE.read_bytes())) if TEMPLATE.is_file() else Catalog()
    assert known(kept) - {""} == known(catalogue) - {""}, "run: openroadmap catalogue"
