"""The pages about the rules: an index by subject, and one page a rule.

In comes the registry of rules; out comes all that the pages show.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from openroadmap.findings import Level, rule_address
from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.rules.clauses import PRINCIPLES
from openroadmap.rules.page import page_of
from openroadmap.rules.rule import PROOFS, Rule, missing
from openroadmap.views.around import home_crumb
from openroadmap.views.examples import ShownExample, view_example
from openroadmap.views.parts import Crumb
from openroadmap.views.setting import Setting, root_of
from openroadmap.views.standards.parts import Meaning, meanings

_SUBJECTS = {
    "C": N_("Commitments and their plan"),
    "P": N_("Plans and how they are made"),
    "N": N_("Packs of requirements"),
    "D": N_("Dates"),
    "E": N_("Evidence"),
    "R": N_("References between records"),
    "T": N_("Texts"),
    "S": N_("Fields and their values"),
    "Y": N_("How a file is written"),
    "F": N_("Files and folders"),
}
"""What the letter of a code stands for, in the order of the index."""

_LEVELS = {
    Level.ERROR: N_("Error: the site is not published until it is mended."),
    Level.WARNING: N_("Warning: the site is published, and the finding is shown."),
    Level.NOTE: N_("Note: something to look at."),
}
_GRAVER = N_(
    "Warning: the site is published, and the finding is shown. In a plan that the government "
    "itself keeps and has submitted, something that is missing is an error."
)
_MILDER = N_(
    "Error: the site is not published until it is mended. In a draft, and in a plan that others "
    "transcribed, something that is missing is a warning: the site is published."
)
_BY_PLAN = {Level.ERROR: _MILDER, Level.WARNING: _GRAVER, Level.NOTE: _GRAVER}
"""Of a rule whose level depends on the plan."""
_PLACEHOLDERS = "T01"
"""A rule of texts whose level depends on the plan: a placeholder is something missing."""


@immutable
class RuleLine:
    """A rule in the index."""

    code: str
    """Its code."""
    title: str
    """The fault in a few words."""
    address: str
    """Its page, from the site's root."""


@immutable
class RuleGroup:
    """The rules of one subject."""

    heading: str
    """The subject."""
    rules: tuple[RuleLine, ...]
    """Its rules, by code."""
    size: str
    """How many rules there are, in words."""


@immutable
class Principle:
    """A principle of this project, where rules that rest on it lead."""

    id: str
    """Its anchor."""
    title: str
    """What it says."""


@immutable
class RulesView:
    """All that the index of rules shows."""

    kind: ClassVar[str] = "rules"
    address: str
    """Its address from the site's root."""
    root: str
    """The way from the page to the site's root."""
    title: str
    """What the page is called."""
    description: str
    """A sentence for search engines."""
    source: str
    """Always "": no single record."""
    crumbs: tuple[Crumb, ...]
    """Home."""
    size: str
    """How many rules there are, in words."""
    groups: tuple[RuleGroup, ...]
    """The rules by subject."""
    requirements: tuple[RuleGroup, ...]
    """What plans are held against, by pack of requirements."""
    states: tuple[Meaning, ...]
    """The states of a requirement, and what each means."""
    principles: tuple[Principle, ...]
    """The principles of this project that some rules rest on."""


@immutable
class RuleView:
    """All that a rule's page shows."""

    kind: ClassVar[str] = "rule"
    address: str
    """Its address from the site's root."""
    root: str
    """The way from the page to the site's root."""
    title: str
    """The fault in a few words."""
    description: str
    """What the rule says, Markdown."""
    source: str
    """Always "": no single record."""
    crumbs: tuple[Crumb, ...]
    """Home and the index of rules."""
    code: str
    """Its code."""
    level: str
    """How grave it is, in a sentence."""
    says: str
    """What the rule says, Markdown."""
    why: str
    """Why it matters, Markdown."""
    clause_title: str
    """What it rests on."""
    clause_url: str
    """Where that can be read."""
    proof: str
    """How well that is known, in a sentence."""
    wrong: ShownExample
    """A wrong example: a text, and files with their lines."""
    right: ShownExample
    """A right example."""


def view_rules(
    rules: Iterable[Rule], setting: Setting, requirements: tuple[RuleGroup, ...] = ()
) -> RulesView:
    """The index; ``requirements`` are the groups of what plans are held against."""
    words = setting.words
    ordered = sorted(rules, key=lambda rule: rule.code)
    by_letter: dict[str, list[RuleLine]] = {letter: [] for letter in _SUBJECTS}
    for rule in ordered:
        by_letter.setdefault(rule.code[0], []).append(_line(rule, words))
    return RulesView(
        address="rules/",
        root=root_of("rules/"),
        title=words.gettext("What is checked"),
        description=words.gettext(
            "The rules that every record is held against, each with its reason and an example."
        ),
        source="",
        crumbs=(home_crumb(words),),
        size=_size(len(ordered), words),
        groups=tuple(
            RuleGroup(_heading(letter, words), tuple(lines), _size(len(lines), words))
            for letter, lines in by_letter.items()
            if lines
        ),
        requirements=requirements,
        states=meanings(words) if requirements else (),
        principles=tuple(
            Principle(each.url.partition("#")[2], words.gettext(each.title)) for each in PRINCIPLES
        ),
    )


def view_rule(rule: Rule, setting: Setting) -> RuleView:
    words = setting.words
    page, address = page_of(rule, words), rule_address(rule.code)
    url = rule.clause.url
    return RuleView(
        address=address,
        root=root_of(address),
        title=page.title,
        description=page.says,
        source="",
        crumbs=(home_crumb(words), Crumb(words.gettext("What is checked"), "rules/")),
        code=rule.code,
        level=words.gettext((_BY_PLAN if _depends_on_plan(rule) else _LEVELS)[rule.level]),
        says=page.says,
        why=page.why,
        clause_title=words.gettext(rule.clause.title),
        clause_url=root_of(address) + url.lstrip("/") if url.startswith("/") else url,
        proof=words.gettext(PROOFS[rule.clause.proof]),
        wrong=view_example(page.wrong, page.right),
        right=view_example(page.right, page.wrong),
    )


def _depends_on_plan(rule: Rule) -> bool:
    """Whether the check's own module asks how grave it is that something is not there."""
    checks = (rule.check, rule.check_member, rule.check_history)
    asks = any(getattr(each, "__globals__", {}).get("missing") is missing for each in checks)
    return asks or rule.code == _PLACEHOLDERS


def _size(number: int, words: Translator) -> str:
    return words.ngettext("{n} rule", "{n} rules", number)


def _heading(letter: str, words: Translator) -> str:
    return words.gettext(_SUBJECTS[letter]) if letter in _SUBJECTS else words.gettext("Others")


def _line(rule: Rule, words: Translator) -> RuleLine:
    return RuleLine(rule.code, page_of(rule, words).title, rule_address(rule.code))
