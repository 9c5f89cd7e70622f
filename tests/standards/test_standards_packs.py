"""The packs that come with OpenRoadmap: complete, bound, and honest about what is OGP's."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from openroadmap.measure.assessment.checks import CHECKS, SUMS
from openroadmap.rules import PROOFS, RULE
from openroadmap.standards.load import load_pack, our_packs
from openroadmap.standards.pack import PEOPLE, Group, Pack, Phase, Requirement, in_language
from openroadmap.views.rules import RulesView

LANGUAGES = ("en", "fr", "es")


def every() -> Iterator[tuple[Pack, Requirement]]:
    for pack in our_packs().values():
        for requirement in pack.requirements:
            yield pack, requirement


every_requirement = pytest.mark.parametrize(
    ("pack", "requirement"), list(every()), ids=[f"{p.id}-{r.id}" for p, r in every()]
)


def test_the_national_pack_holds_the_eight_in_order() -> None:
    found = load_pack("national-2022").requirements
    assert [each.id for each in found if each.group is Group.REQUIRED] == [
        "1.1", "2.1", "2.2", "3.1", "3.2", "3.3", "4.1", "5.1",
    ]  # fmt: skip
    assert [each.id for each in found if each.group is Group.EARLY_WARNING] == ["CP1", "CP2", "CP3"]


def test_the_local_pack_holds_what_local_members_are_asked() -> None:
    found = load_pack("local").requirements
    by_group = {
        group: [each.id for each in found if each.group is group] for group in Group
    }
    assert by_group[Group.REQUIRED] == ["L1.1", "L1.2", "L1.3", "L1.4"]
    assert by_group[Group.RECOMMENDED] == [f"L2.{n}" for n in range(1, 7)]
    assert by_group[Group.DEADLINE] == ["LD1", "LD2"]
    assert by_group[Group.PLAN] == ["LP1", "LP2", "LP3", "LP4"]
    assert by_group[Group.EARLY_WARNING] == []


@every_requirement
def test_a_requirement_speaks_three_languages(pack: Pack, requirement: Requirement) -> None:
    for text in (requirement.label, requirement.text, requirement.source.title, pack.title):
        assert set(text) == set(LANGUAGES)
        assert all(len(words) > 3 for words in text.values())
    assert len({*requirement.text.values()}) == len(LANGUAGES)
    for lang in LANGUAGES:
        assert in_language(requirement.text, lang).endswith(".")
        assert not in_language(requirement.label, lang).endswith(".")


@every_requirement
def test_a_requirement_names_its_source_and_how_well_it_is_known(
    pack: Pack, requirement: Requirement
) -> None:
    assert requirement.proof in PROOFS
    assert urlsplit(requirement.source.url).scheme == "https"
    assert requirement.phases


@every_requirement
def test_a_requirement_is_bound_to_a_check_or_left_to_people(
    pack: Pack, requirement: Requirement
) -> None:
    assert requirement.decided_by in {*CHECKS, *SUMS, PEOPLE}


def test_no_check_is_without_a_requirement() -> None:
    assert {*CHECKS, *SUMS} == {requirement.decided_by for _, requirement in every()}


def test_a_requirement_has_no_code_of_a_rule_since_both_have_a_page() -> None:
    assert RULE.keys() & {requirement.id for _, requirement in every()} == set()
    assert RulesView.kind == "rules"


@pytest.mark.parametrize(
    ("pack", "id", "name", "value"),
    [
        ("national-2022", "1.1", "months", 6),
        ("national-2022", "2.2", "need", 2),
        ("national-2022", "3.1", "days", 14),
        ("national-2022", "5.1", "need", 2),
        ("national-2022", "CP1", "months", 12),
        ("local", "L1.3", "need", 1),
        ("local", "L2.1", "months", 4),
        ("local", "LD1", "months", 2),
        ("local", "LD2", "months", 1),
        ("local", "LP1", "most", 5),
        ("local", "LP2", "months", 12),
    ],
)
def test_the_numbers_of_ogp_are_marked_as_its_own(
    pack: str, id: str, name: str, value: int
) -> None:
    threshold = load_pack(pack).requirement(id).rule.thresholds[name]
    assert (threshold.value, threshold.ours) == (value, False)


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("1.1", "warn_days"), ("1.1", "covers"), ("2.1", "valid_months"), ("2.2", "year"),
        ("3.2", "need"), ("3.3", "short_days"), ("4.1", "warn_days"), ("5.1", "year"),
        ("NP1", "midway_months"), ("CP1", "warn_months"),
    ],
)  # fmt: skip
def test_the_defaults_of_this_project_are_marked_as_ours(id: str, name: str) -> None:
    assert load_pack("national-2022").requirement(id).rule.thresholds[name].ours


def test_what_was_seen_on_the_website_of_others_is_not_said_to_be_read_at_ogp() -> None:
    seen = {each.source.url: each.proof for each in load_pack("going-further").requirements}
    assert set(seen.values()) == {"E"}
    assert not [url for url in seen if "opengovpartnership.org" in url]
    elsewhere = [
        each.id for _, each in every() if "opengovpartnership.org" not in each.source.url
    ]
    assert {each.proof for _, each in every() if each.id in elsewhere} == {"E"}


def test_phases_that_are_reported_twice_are_decided_twice() -> None:
    both = (Phase.COCREATION, Phase.IMPLEMENTATION)
    pack = load_pack("national-2022")
    assert [each.id for each in pack.requirements if each.phases == both] == ["1.1", "2.1", "2.2"]
