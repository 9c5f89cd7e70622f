"""The rules: records as read come in, findings go out, and any finding can be put into words.

``RULES`` is the one list of all rules, also of those whose findings are made
while reading. ``run_rules`` checks a plan, ``run_member_rules`` a member's own
record, ``tell`` says one finding in a reader's language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from openroadmap.findings import Finding
from openroadmap.i18n import Translator
from openroadmap.model.facts import NO_FACTS, GitFacts
from openroadmap.read.content import ContentPage
from openroadmap.read.site import MemberReading, PlanReading
from openroadmap.rules import (
    c01_ids,
    c02_required_texts,
    c03_open_government_values,
    c04_verifiable_milestones,
    c05_dates_in_order,
    c06_plan_length,
    c07_completion_consistent,
    c08_challenges_named,
    c09_overdue_milestones,
    c10_fresh_updates,
    c11_known_policy_areas,
    c12_partners_named,
    c13_contributions_linked,
    c14_translations_complete,
    c15_changed_after_adoption,
    c16_withdrawn_kept,
    c17_plan_ends_agree,
    c18_recorded_late,
    c19_judgements_quoted,
    c20_baseline_untouched,
    c21_agreed_can_stand,
    c22_stays_real,
    d01_dates_possible,
    d02_dates_unproven,
    e01_complete_with_evidence,
    e02_closing_in_words,
    e03_updates_with_news,
    f01_names,
    f02_places,
    f03_ordinary_files,
    f04_types,
    f05_content_names,
    f06_taken_addresses,
    f07_head_records,
    f08_page_heads,
    f09_settings,
    f10_dead_links,
    n01_pack_forms,
    n02_pack_gaps,
    n03_pack_unknown,
    p01_commitments_counted,
    p02_answers_with_reasons,
    p03_names_with_consent,
    p04_attestations_current,
    r01_references_resolve,
    s01_known_keys,
    s02_needed_keys,
    s03_forms,
    s04_values,
    s05_listed_codes,
    s06_length,
    s07_translations_hold_texts,
    s08_other_values,
    t01_placeholders,
    t02_local_paths,
    t03_contact_details,
    t04_html,
    t05_unsafe_links,
    t06_readable_size,
    t07_clean_links,
    t08_pictures,
    y01_characters,
    y02_grammar,
    y03_anchors,
    y04_tags,
    y05_merge_keys,
    y06_duplicate_keys,
    y07_one_document,
    y08_depth,
    y09_size,
    y10_a_record,
    y11_words_after_a_hash,
)
from openroadmap.rules.page import RulePage, page_of, sentences_of
from openroadmap.rules.pages import run_on_pages
from openroadmap.rules.requirements import is_on_requirement, told_requirement
from openroadmap.rules.rule import PROOFS, Clause, Fault, Rule
from openroadmap.rules.run import run, run_member
from openroadmap.rules.tell import Told, told

__all__ = [
    "PROOFS",
    "RULE",
    "RULES",
    "Clause",
    "Fault",
    "Rule",
    "RulePage",
    "Told",
    "page_of",
    "run_member_rules",
    "run_rules",
    "sentences",
    "tell",
]

RULES: tuple[Rule, ...] = (
    c01_ids.RULE,
    c02_required_texts.RULE,
    c03_open_government_values.RULE,
    c04_verifiable_milestones.RULE,
    c05_dates_in_order.RULE,
    c06_plan_length.RULE,
    c07_completion_consistent.RULE,
    c08_challenges_named.RULE,
    c09_overdue_milestones.RULE,
    c10_fresh_updates.RULE,
    c11_known_policy_areas.RULE,
    c12_partners_named.RULE,
    c13_contributions_linked.RULE,
    c14_translations_complete.RULE,
    c15_changed_after_adoption.RULE,
    c16_withdrawn_kept.RULE,
    c17_plan_ends_agree.RULE,
    c18_recorded_late.RULE,
    c19_judgements_quoted.RULE,
    c20_baseline_untouched.RULE,
    c21_agreed_can_stand.RULE,
    c22_stays_real.RULE,
    n01_pack_forms.RULE,
    n02_pack_gaps.RULE,
    n03_pack_unknown.RULE,
    p01_commitments_counted.RULE,
    p02_answers_with_reasons.RULE,
    p03_names_with_consent.RULE,
    p04_attestations_current.RULE,
    r01_references_resolve.RULE,
    e01_complete_with_evidence.RULE,
    e02_closing_in_words.RULE,
    e03_updates_with_news.RULE,
    d01_dates_possible.RULE,
    d02_dates_unproven.RULE,
    t01_placeholders.RULE,
    t02_local_paths.RULE,
    t03_contact_details.RULE,
    t04_html.RULE,
    t05_unsafe_links.RULE,
    t06_readable_size.RULE,
    t07_clean_links.RULE,
    t08_pictures.RULE,
    y01_characters.RULE,
    y02_grammar.RULE,
    y03_anchors.RULE,
    y04_tags.RULE,
    y05_merge_keys.RULE,
    y06_duplicate_keys.RULE,
    y07_one_document.RULE,
    y08_depth.RULE,
    y09_size.RULE,
    y10_a_record.RULE,
    y11_words_after_a_hash.RULE,
    s01_known_keys.RULE,
    s02_needed_keys.RULE,
    s03_forms.RULE,
    s04_values.RULE,
    s05_listed_codes.RULE,
    s06_length.RULE,
    s07_translations_hold_texts.RULE,
    s08_other_values.RULE,
    f01_names.RULE,
    f02_places.RULE,
    f03_ordinary_files.RULE,
    f04_types.RULE,
    f05_content_names.RULE,
    f06_taken_addresses.RULE,
    f07_head_records.RULE,
    f08_page_heads.RULE,
    f09_settings.RULE,
    f10_dead_links.RULE,
)

RULE: Mapping[str, Rule] = {rule.code: rule for rule in RULES}
"""Each rule by its code."""


def run_rules(
    reading: PlanReading, today: date, facts: GitFacts = NO_FACTS
) -> tuple[Finding, ...]:
    """What the rules find in one plan, in the order of reading; not what reading itself found.

    ``today`` is the day of the check, also for an invented plan that stands still on another.
    """
    return run(reading, today, facts, RULE)


def run_member_rules(reading: MemberReading, today: date) -> tuple[Finding, ...]:
    """What the rules find in a member's own record."""
    return run_member(reading, today, RULE)


def run_page_rules(pages: Iterable[ContentPage]) -> tuple[Finding, ...]:
    """What the rules find in the texts of the pages of ``content/``."""
    return tuple(run_on_pages(pages, RULE))


def tell(finding: Finding, words: Translator, public: bool = False) -> Told:
    """One finding in words, for editors or for the public.

    Raises ``KeyError`` for a code or variant that has none.
    """
    if finding.rule not in RULE and is_on_requirement(finding):
        return told_requirement(finding, words)
    return told(finding, RULE[finding.rule], words, public)


def sentences() -> Iterator[str]:
    """Every English text of the rules that the catalogues translate."""
    for rule in RULES:
        yield rule.clause.title
        yield from rule.messages.values()
        yield from rule.fixes.values()
        yield from sentences_of(rule)
    yield from PROOFS.values()
