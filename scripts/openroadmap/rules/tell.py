"""One finding in words: a finding and a language come in, sentences go out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from openroadmap.findings import Finding, Level
from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.model.dates import NotADateError, parse_date
from openroadmap.model.kinds import KINDS
from openroadmap.model.table import table
from openroadmap.model.vocabulary import vocabulary
from openroadmap.rules.examples import example_of
from openroadmap.rules.page import why_of
from openroadmap.rules.rule import Rule

LONGEST = 90
"""What somebody typed is repeated up to this many characters."""

OURS = frozenset({"known", "allowed", "changes", "place", "written"})
"""Arguments that hold our own words or a path, or were cut already: of no use when cut."""


@immutable
class Told:
    """A finding for people: what is wrong, why it matters, how to put it right.

    ``example`` is a few lines of YAML, Markdown or commands; ``proof`` is a letter
    of ``PROOFS``. All is plain text and not escaped for any output.
    """

    code: str
    level: Level
    what: str
    why: str
    clause_title: str
    clause_url: str
    proof: str
    fix: str
    example: str

    def in_short(self) -> str:
        """What is wrong and how to put it right, with the example on lines of its own."""
        sentences = " ".join(part for part in (self.what, self.fix) if part)
        return "\n".join(part for part in (sentences, self.example) if part)


def told(finding: Finding, rule: Rule, words: Translator, public: bool = False) -> Told:
    """Put one finding of the rule into words.

    An editor is told names and dates as the file has them; the ``public``
    reads the names of fields and values, and dates, in its own language.
    """
    typed = {name: _shown(name, value, words) for name, value in finding.args.items()}
    args = typed
    if public:
        args = {name: _for_readers(name, value, words) for name, value in args.items()}
    return Told(
        code=rule.code,
        level=finding.level,
        what=_once_quoted(words.gettext(_sentence(rule.messages, finding), **args)),
        why=why_of(rule, words),
        clause_title=words.gettext(rule.clause.title),
        clause_url=rule.clause.url,
        proof=rule.clause.proof,
        fix=words.gettext(_sentence(rule.fixes, finding), **args),
        example=example_of(_sentence(rule.examples, finding), finding, typed),
    )


def _once_quoted(text: str) -> str:
    """Without the second pair of quotes around what was typed in curly quotes itself."""
    return text.replace("““", "“").replace("””", "”")


def _sentence(texts: Mapping[str, str], finding: Finding) -> str:
    """The sentence of a variant; "colon+key" is preferred to "colon" where there is a key.

    Where the variant has none of its own, the one for all variants, chosen in the same way.
    """
    for variant in (finding.variant, ""):
        start = f"{variant}+"
        for key, text in texts.items():
            if key.startswith(start) and finding.args.get(key[len(start) :]):
                return text
        if variant in texts:
            return texts[variant]
    return ""


def _shown(name: str, value: str | int, words: Translator) -> str:
    """A number in the reader's way of writing; a text on one line, cut when it is long."""
    if isinstance(value, int):
        return words.number(value)
    line = " ".join(value.split())
    if len(line) <= LONGEST or name in OURS:
        return line
    return line[:LONGEST].rstrip() + "…"


@lru_cache(maxsize=4_096)
def _for_readers(name: str, value: str, words: Translator) -> str:
    """Names out of a file, and dates, as people say them; the same come again and again."""
    names = _names(name)
    return ", ".join(
        words.gettext(names[piece]) if piece in names else _date(piece, words)
        for piece in value.split(", ")
    )


@lru_cache(maxsize=8)
def _names(argument: str) -> Mapping[str, str]:
    """What the codes in an argument of a finding are called, in English."""
    if argument in ("field", "fields"):
        return {name: field.title for kind in KINDS for name, field in table(kind.model).items()}
    if argument == "values":
        return vocabulary("value").terms
    return {}


def _date(text: str, words: Translator) -> str:
    try:
        return words.partial(parse_date(text))
    except NotADateError:
        return text
