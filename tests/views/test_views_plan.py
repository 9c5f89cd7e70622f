"""What the overview of a plan, the cards and the home page say."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date

import pytest
from openroadmap.i18n import translator
from openroadmap.measure.progress import measure_progress
from openroadmap.model.member import Plan
from openroadmap.model.process import Mechanism, Meeting, Outreach
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Assessment
from openroadmap.rules import RULES
from openroadmap.views.cards import member_card, plan_card
from openroadmap.views.member import view_member
from openroadmap.views.plan import view_plan
from openroadmap.views.rules import view_rule, view_rules
from openroadmap.views.setting import Setting
from page_samples import RULE, SETTING, home_view, plan_view, told
from plan_samples import NAMES, commitment, plan_of, sample, update

WORDS = translator("en")


def test_a_plan_says_who_keeps_its_record() -> None:
    assert plan_view("rivermouth").kept_by == "This record is kept by the government itself."
    assert "not by the government" in plan_view("ontario").kept_by


def test_a_plan_says_when_its_sources_count_otherwise() -> None:
    assert plan_view("rivermouth").size == "4 commitments"
    assert plan_view("rivermouth").stated == "The sources say that the plan has 5 commitments."
    assert plan_view("ontario").stated == ""


def test_the_same_finding_about_several_commitments_is_said_once() -> None:
    view = plan_view("rivermouth")
    (group,) = view.findings
    assert [line.what for line in group.lines] == [
        "It ends before it starts.",
        "The plan has five commitments.",
    ]
    assert len(group.lines[0].records) == 2
    assert group.lines[1].records == ()
    assert view.findings_size == "3 findings"


def test_a_plan_without_commitments_still_has_a_page(today: date) -> None:
    records = plan_of()
    view = view_plan(records, measure_progress(records, today), [], Setting(WORDS, today))
    assert (view.size, view.bar, view.findings) == ("0 commitments", None, ())


def test_a_plan_whose_record_cannot_be_read_is_called_by_its_folder(today: date) -> None:
    records = PlanRecords("Plan 1!", plan_of().context, commitments=(commitment(),))
    view = view_plan(records, measure_progress(records, today), [], Setting(WORDS, today))
    assert view.title == "Plan 1!"
    assert view_member("M 1!", None, [], SETTING).title == "M 1!"


def test_reports_on_the_whole_plan_stand_on_its_page() -> None:
    assert [each.title for each in plan_view("rivermouth").updates] == ["First year in review"]


def test_ways_to_take_part_stand_in_groups_by_date_and_without_a_date_last(today: date) -> None:
    ways = tuple(
        Mechanism.validated({"id": id, "title": id, **({"opens_on": day} if day else {})})
        for id, day in (("none", ""), ("late", "2026-03"), ("early", "2026-01-20"))
    )
    told_of = Outreach.validated({"id": "r", "title": "Radio", "date": "2025-12-01"})
    records = plan_of(mechanisms=ways, outreach=(told_of,))
    view = view_plan(records, measure_progress(records, today), (), SETTING)
    assert view.cocreation
    first, second = view.cocreation.occasions
    assert (first.heading, first.size) == ("Ways to take part", "3")
    assert [each.title for each in first.occasions] == ["early", "late", "none"]
    assert (second.heading, second.occasions[0].more) == ("How people were told", False)


def test_who_came_to_a_meeting_is_told_by_side_and_never_added_up(today: date) -> None:
    came = {"government": 4, "civil_society": 6}
    meeting = Meeting.validated(
        {"id": "m", "date": "2026-03-14", "kind": "forum", "status": "held", "attendance": came}
    )
    records = plan_of(meetings=(meeting,))
    view = view_plan(records, measure_progress(records, today), (), SETTING)
    assert view.cocreation
    line = view.cocreation.occasions[0].occasions[0].brief
    assert line == "Forum meeting · Held · Government 4, Civil society 6"


def test_a_count_in_long_words_keeps_its_number() -> None:
    counts = [
        {"what": "votes", "number": "800", "words": "almost 800"},
        {"what": "ideas", "number": "270", "words": "over 270 (in the e-mail to participants)"},
    ]
    plan = Plan.validated({"id": "p", "title": "Plan", "cocreation": {"counts": counts}})
    records = PlanRecords("p", plan_of().context, plan)
    part = view_plan(records, measure_progress(records, SETTING.today), [], SETTING).cocreation
    assert part is not None
    assert [(each.number, each.words) for each in part.figures] == [
        ("almost 800", ""),
        ("270", "over 270 (in the e-mail to participants)"),
    ]


@pytest.mark.parametrize("name", NAMES)
def test_cards_survive_being_kept_as_json(name: str) -> None:
    records = sample(name)
    plan = plan_card(records, measure_progress(records, SETTING.today), WORDS)
    card = asdict(member_card(name, records.context.member, [plan], WORDS))
    kept = json.loads(json.dumps(card))
    assert json.dumps(kept, sort_keys=True) == json.dumps(card, sort_keys=True)


def test_a_card_counts_its_commitments_by_status() -> None:
    records = plan_of(commitment(), commitment(id="two"), updates=(update(completion="limited"),))
    card = plan_card(records, measure_progress(records, SETTING.today), WORDS)
    assert [(count.status.code, count.number) for count in card.bar.counts] == [
        ("limited", "1"),
        ("not_recorded", "1"),
    ]


def test_a_plan_that_only_reviewers_speak_of_says_so_in_words(today: date) -> None:
    review = {"id": "r", "by": "irm", "results": {"one": {"completion": "limited"}}}
    said = {"assessments": (Assessment.validated(review),)}
    records = plan_of(commitment(id="one"), commitment(id="two"), **said)
    card = plan_card(records, measure_progress(records, today), WORDS)
    assert card.silence == "No report by the lead on record; 1 assessed by reviewers"
    reported = plan_of(commitment(id="one"), updates=(update(completion="limited"),), **said)
    assert plan_card(reported, measure_progress(reported, today), WORDS).silence == ""
    for news in (update(progress="We met."), update(progress="We met.", commitment=None)):
        wordy = plan_of(commitment(id="one"), updates=(news,), **said)
        card = plan_card(wordy, measure_progress(wordy, today), WORDS)
        assert card.silence == "No status reported by the lead; 1 assessed by reviewers"
    unassessed = plan_of(commitment(id="one"))
    assert plan_card(unassessed, measure_progress(unassessed, today), WORDS).silence == ""


def test_members_stand_in_the_order_of_their_names() -> None:
    home = home_view()
    assert [member.name for member in home.members] == ["Jalisco", "Ontario", "Rivermouth"]
    assert home.members_size == "3 members"


def test_a_clause_of_this_project_is_linked_from_where_the_page_is() -> None:
    view = view_rule(RULE, SETTING)
    assert view.clause_url.startswith("../../rules/#principle-")
    assert view.proof == "A rule of this project, not of OGP."


def test_the_lines_in_which_wrong_and_right_differ_are_marked() -> None:
    view = view_rule(RULE, SETTING)
    (wrong,), (right,) = view.wrong.files, view.right.files
    assert [(each.text, each.differs) for each in wrong.lines] == [
        ("starts_on: 2026-01-01", False), ("ends_on: 2025-12-31", True),
    ]  # fmt: skip
    assert [each.differs for each in right.lines] == [False]


@pytest.mark.parametrize(("code", "depends"), [("C02", True), ("T01", True), ("C05", False)])
def test_a_rule_whose_level_depends_on_the_plan_says_both(code: str, depends: bool) -> None:
    rule = next(each for each in RULES if each.code == code)
    level = view_rule(rule, SETTING).level
    assert level.startswith("Error: the site is not published until it is mended.")
    assert ("a warning" in level) is depends


def test_every_rule_is_in_the_index_whatever_its_letter() -> None:

    view = view_rules([RULE, replace(RULE, code="Q01")], SETTING)
    assert [(group.heading, len(group.rules)) for group in view.groups] == [
        ("Commitments and their plan", 1),
        ("Others", 1),
    ]


def test_findings_are_linked_to_the_rule_and_the_commitment() -> None:
    (group,) = plan_view("ontario").findings
    assert group.address == "rules/C05/"
    assert group.lines[0].records[0].address == "ontario/2017/ont0001/"


def test_a_finding_of_another_file_still_stands_on_the_plan(today: date) -> None:
    records = plan_of(commitment())
    found = [told("commitments/m/p/forum.yml", "No chair is recorded.")]
    view = view_plan(records, measure_progress(records, today), found, Setting(WORDS, today))
    assert view.findings[0].lines[0].what == "No chair is recorded."
