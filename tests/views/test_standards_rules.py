"""The pages about requirements: complete, true to the packs, with examples that work."""

from __future__ import annotations

from dataclasses import replace

import pytest
from openroadmap.i18n import translator
from openroadmap.measure.assessment.checks import CHECKS, SUMS
from openroadmap.model.kinds import KINDS
from openroadmap.read.yaml import read_yaml
from openroadmap.rules import RULE
from openroadmap.standards.examples import EXAMPLE_OF, EXAMPLES
from openroadmap.standards.load import our_packs
from openroadmap.standards.pack import Requirement, Threshold, Whose
from openroadmap.standards.thresholds import threshold_words
from openroadmap.views.standards.checks import CHECK_WORDS
from openroadmap.views.standards.requirements import GROUP_INTROS, GROUP_WORDS, page_of_requirement
from openroadmap.views.standards.rules import requirement_groups, view_requirements
from page_samples import SETTING, requirement_view
from standards_samples import PACKS, packs

WORDS = translator("en")
EVERY = {each.id: each for pack in our_packs().values() for each in pack.requirements}
every_requirement = pytest.mark.parametrize("requirement", EVERY.values(), ids=list(EVERY))


def test_each_check_is_told_in_words_and_no_other() -> None:
    assert set(CHECK_WORDS) == {*CHECKS, *SUMS}


def test_no_number_of_a_rule_is_typed_a_second_time() -> None:
    assert [name for name, told in CHECK_WORDS.items() if any(map(str.isdigit, told.how))] == []


@every_requirement
def test_each_requirement_has_a_page_and_a_line_in_the_index(requirement: Requirement) -> None:
    pages = {view.code: view.address for view in view_requirements(PACKS, SETTING)}
    lines = [line.code for group in requirement_groups(PACKS, WORDS) for line in group.rules]
    assert pages[requirement.id] == f"rules/{requirement.id}/"
    assert lines.count(requirement.id) == 1
    assert requirement.id not in RULE


@every_requirement
def test_each_threshold_is_a_phrase_under_whose_it_is(requirement: Requirement) -> None:
    told = [phrase for whose in Whose for phrase in threshold_words(requirement, whose, WORDS)]
    assert len(told) == len(requirement.rule.thresholds)
    for name in requirement.rule.thresholds:
        assert not [phrase for phrase in told if phrase.startswith(f"{name}: ")], name
    assert not [phrase for phrase in told if "_" in phrase]


def test_a_threshold_without_words_is_told_by_its_name() -> None:
    rule = replace(EVERY["3.1"].rule, thresholds={
        "own_days": Threshold(3, Whose.OWN), "own_words": Threshold(("a", "b"), Whose.OWN),
    })  # fmt: skip
    told = threshold_words(replace(EVERY["3.1"], rule=rule), Whose.OWN, WORDS)
    assert told == ("own_days: 3", "own_words: a, b")


def test_each_group_has_its_words() -> None:
    assert set(GROUP_WORDS) == set(GROUP_INTROS) == {each.group for each in EVERY.values()}


def test_a_page_tells_ogps_threshold_from_ours() -> None:
    page = requirement_view("3.1")
    assert page.rules[0].theirs == ("at least 14 days before",)
    assert page.rules[0].ours == ("“at risk” from 14 days before",)
    assert (page.rules[1].pack, page.rules[1].own) == (
        "Standards of the Coast", ("at least 30 days before",),
    )  # fmt: skip


def test_who_is_asked_and_who_decides_is_told_by_the_pack() -> None:
    national, local = requirement_view("3.1").weight, requirement_view("L1.3").weight
    assert national.startswith("Every national member")
    assert "Independent Reporting Mechanism decides" in national
    assert local.startswith("Every local member")
    assert "Support Unit decides" in local


def test_a_requirement_of_the_keepers_is_not_laid_at_ogps_door() -> None:
    own = replace(PACKS["local"].requirements[0], id="X1", proof="own")
    pack = replace(PACKS["local"], requirements=(own,))
    (view,) = view_requirements({"odd": pack}, SETTING)
    assert view.weight == "The keepers of this site ask this. It is no requirement of OGP."


def test_what_only_people_decide_is_said_to_be() -> None:
    assert requirement_view("L2.3").is_peoples
    assert not requirement_view("3.1").is_peoples


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_a_record_as_it_should_be(name: str) -> None:
    file, text = EXAMPLES[name]
    folder, _, last = file.rpartition("/")
    kind = next(
        each for each in KINDS if each.folder == folder and each.file in ("", last)
    )
    parsed = read_yaml(text.encode(), f"commitments/m/p/{file}")
    assert parsed.findings == ()
    assert parsed.data is not None
    kind.model.validated({"id": last.removesuffix(".yml"), **parsed.data})


def test_each_example_is_shown_somewhere() -> None:
    assert set(EXAMPLE_OF.values()) == set(EXAMPLES)
    assert set(CHECK_WORDS) - set(SUMS) <= set(EXAMPLE_OF) <= set(CHECK_WORDS)


@pytest.mark.parametrize(
    "id",
    ["..", "../../x", "a/b", "3..1", ".1", "1.", "3.1\n", "", " ", "é1", "a" * 41, "a\\b", "%2e"],
)
def test_an_id_that_is_no_name_of_a_folder_gets_no_page(id: str) -> None:
    assert page_of_requirement(id) == ""
    pack = PACKS["local"]
    odd = replace(pack, requirements=(replace(pack.requirements[0], id=id),))
    assert list(view_requirements({"odd": odd}, SETTING)) == []
    assert requirement_groups({"odd": odd}, WORDS) == ()


def test_a_requirement_that_takes_the_code_of_a_rule_leaves_it_its_page() -> None:
    pack = packs()["local"]
    odd = replace(pack, requirements=(replace(pack.requirements[0], id="C05"),))
    assert list(view_requirements({"odd": odd}, SETTING)) == []
