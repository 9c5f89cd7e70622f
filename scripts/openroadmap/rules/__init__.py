"""The rules: records as read come in, findings go out, and any finding can be put into words.

``RULES`` is the one list of all rules, also of those whose findings are made
while reading. ``run_rules`` checks a plan, ``run_member_rules`` a member's own
record, ``tell`` says one finding in a reader's language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from openroadmap.findings import Finding
from openroadmap.i18n import Translator
from openroadmap.read.site import MemberReading, PlanReading
from openroadmap.rules import c05_dates_in_order
from openroadmap.rules.page import RulePage, page_of, sentences_of
from openroadmap.rules.rule import PROOFS, Clause, Fault, Rule
from openroadmap.rules.run import run, run_member
from openroadmap.rules.tell import Told, told

__all__ = [
    *("PROOFS", "RULE", "RULES", "Clause", "Fault", "Rule", "RulePage", "Told"),
    *("page_of", "run_member_rules", "run_rules", "sentences", "tell"),
]

RULES: tuple[Rule, ...] = (
    c05_dates_in_order.RULE,
)

RULE: Mapping[str, Rule] = {rule.code: rule for rule in RULES}
"""Each rule by its code."""


def run_rules(reading: PlanReading, today: date) -> tuple[Finding, ...]:
    """What the rules find in one plan, in the order of reading; not what reading itself found."""
    return run(reading, today, RULE)


def run_member_rules(reading: MemberReading, today: date) -> tuple[Finding, ...]:
    """What the rules find in a member's own record."""
    return run_member(reading, today, RULE)


def tell(finding: Finding, words: Translator) -> Told:
    """One finding in words; raises ``KeyError`` for a code or variant that has none."""
    return told(finding, RULE[finding.rule], words)


def sentences() -> Iterator[str]:
    """Every English text of the rules that the catalogues translate."""
    for rule in RULES:
        yield rule.clause.title
        yield from rule.messages.values()
        yield from rule.fixes.values()
        yield from sentences_of(rule)
    yield from PROOFS.values()
