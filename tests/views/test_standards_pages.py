"""The page of a plan held against the standards: grasped at once, quiet where nothing is known."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import html5lib
import pytest
from openroadmap.i18n import translator
from openroadmap.measure.assessment import Assessment, Deadline, State
from openroadmap.render.html import open_bodies, render
from openroadmap.standards.pack import Phase
from openroadmap.standards.sentences import Sentence
from openroadmap.views.standards.duties import duties_of
from openroadmap.views.standards.plan import brief_of, view_standards
from openroadmap.views.standards.records import record_links
from openroadmap.views.standards.rules import view_requirements
from openroadmap.views.standards.table import standing_of, view_tables
from page_samples import SETTING, silent_view, standards_view
from standards_samples import PACKS, assessments, of, packs, records, verdict

BODIES = open_bodies(translator("en"))


def view_of(*verdicts: Any, setting: Any = SETTING) -> Any:
    judged = (Assessment("rivermouth", "2025-2027", "local", SETTING.today, verdicts),)
    duties = duties_of(records(), judged, PACKS, setting)
    return view_standards(records(), judged, PACKS, duties, setting)


def shown(part: Any) -> list[str]:
    return [item.id for group in part.groups for item in group.items]


def test_the_summary_counts_what_is_required_and_names_what_is_most_urgent() -> None:
    part = standards_view().parts[0]
    assert [(each.number, each.mark.word) for each in part.counts] == [
        ("1", "Met"), ("1", "At risk"), ("1", "Not met"), ("1", "No record"),
    ]  # fmt: skip
    assert part.size == "4 minimum requirements"
    assert (part.next.date, part.next.name) == ("", "L1.4 The plan is endorsed before submission")


def test_a_requirement_asked_of_both_phases_is_said_to_be() -> None:
    size = standards_view().parts[1].size
    assert size == (
        "2 minimum requirements; 1 of them is asked of co-creation and of implementation: 3 states"
    )


def test_what_is_required_goes_before_what_is_sooner() -> None:
    soon = Deadline(date(2026, 11, 24), Sentence("News."))
    late = Deadline(date(2027, 5, 1), Sentence("Endorse."))
    part = view_of(
        verdict("L1.4", State.ON_TRACK, next=late), verdict("L2.1", State.AT_RISK, next=soon)
    ).parts[0]
    assert part.next.title == "Endorse."
    assert view_of(verdict("L2.1", State.AT_RISK, next=soon)).parts[0].next.title == "News."


def test_what_can_be_mended_is_most_urgent_then_what_is_at_risk_then_what_is_next() -> None:
    due = Deadline(date(2026, 11, 24), Sentence("Meet."))
    todo = Sentence("Publish the minutes.")
    coming = verdict("L1.1", State.ON_TRACK, next=due)
    risk = verdict("L1.2", State.AT_RISK, todo=Sentence("Invite."))
    past = verdict("L1.3", State.NOT_MET, todo=todo, repairable=False)
    mendable = verdict("L1.4", State.NOT_MET, todo=todo, repairable=True)
    found = [
        view_of(*judged).parts[0].next
        for judged in ((coming, risk, past, mendable), (coming, risk, past), (coming, past))
    ]
    assert [(each.title, each.date, each.is_urgent) for each in found] == [
        ("Publish the minutes.", "", True), ("Invite.", "", True),
        ("Meet.", "24 November 2026", False),
    ]  # fmt: skip
    titles = [
        re.search(r'class="or-next"><b>([^<]+)</b>', render(view_of(each), BODIES).body)
        for each in (risk, coming)
    ]
    assert [each and each[1] for each in titles] == ["Most urgent:", "Next:"]


def test_what_binds_comes_before_what_is_aimed_at() -> None:
    body = render(standards_view(), BODIES).body
    assert body.index('id="profile"') < body.index('class="or-also"') < body.index('id="ambition"')


def test_a_deadline_that_has_passed_is_not_coming() -> None:
    past = Deadline(date(2026, 11, 22), Sentence("News."))
    view = view_of(verdict("L1.4", State.AT_RISK, next=past))
    assert view.parts[0].next is None
    assert [each.title for each in view.coming if "News" in each.title] == []


def test_a_plan_without_records_has_one_quiet_part_and_no_box() -> None:
    part = silent_view().parts[0]
    assert part.groups == ()
    assert len(part.silences) == 1
    assert len(part.silences[0].names) == 16
    body = render(silent_view(), BODIES).body
    assert "or-requirement" not in body
    assert body.count("No record") == 2  # the summary and the heading
    assert "counts against nobody" in body


def test_reasons_that_differ_are_told_apart_and_ways_to_supply_once() -> None:
    todo = Sentence("Add a source.")
    part = view_of(
        verdict("L1.1", State.NO_DATA, todo=todo, because=Sentence("No forum is recorded.")),
        verdict("L1.2", State.NO_DATA, todo=todo, because=Sentence("No forum is recorded.")),
        verdict("L1.4", State.NO_DATA, todo=todo, because=Sentence("No endorsement.")),
    ).parts[0]
    assert [(each.because, len(each.names)) for each in part.silences] == [
        ("No forum is recorded.", 2), ("No endorsement.", 1),
    ]  # fmt: skip
    assert part.asks == ("Add a source.",)


def test_no_record_is_told_in_full_where_somebody_said_something() -> None:
    remark = Sentence("A report answered: yes.")
    part = view_of(
        verdict("L1.1", State.NO_DATA, remarks=(remark,)),
        verdict("L1.2", State.NO_DATA, disputes=(("attestation", "range-lab"),)),
    ).parts[0]
    assert shown(part) == ["L1.1", "L1.2"]
    assert all(item.is_brief for group in part.groups for item in group.items)
    assert part.silences == ()


def test_a_step_that_was_not_taken_is_no_fault() -> None:
    part = standards_view().parts[0]
    assert [each.text for each in part.taken] == ["G2 A forum chaired together"]
    assert [each.text for each in part.open] == ["G3 A forum of many kinds"]
    assert {"G2", "G3"} & set(shown(part)) == set()


def test_who_disagrees_is_shown_beside_a_state_that_stays() -> None:
    answer = standards_view().parts[1].groups[1].items[0].answers[0]
    assert answer.mark.code == "met"
    assert answer.disputes[0].who == "Open Port Lab (forum member)"
    assert answer.disputes[0].text == "Only *organised* groups were heard."


def test_what_is_past_is_said_to_be_only_when_nothing_mends_it() -> None:
    part = view_of(
        verdict("L1.3", State.NOT_MET, repairable=False),
        verdict("L1.4", State.NOT_MET, repairable=True),
        verdict("L1.1", State.MET, repairable=False),
    ).parts[0]
    past = {item.id: item.answers[0].is_past for group in part.groups for item in group.items}
    assert past == {"L1.1": False, "L1.3": True, "L1.4": False}


def test_records_lead_to_a_page_and_else_to_their_file() -> None:
    answers = [a for g in standards_view().parts[0].groups for i in g.items for a in i.answers]
    links = {link.text: link for answer in answers for link in answer.records}
    assert links["The record of the forum"].address == "rivermouth/2025-2027/#forum"
    assert links["Forum meeting, 12 September 2024"].address.endswith("#cocreation")
    attestation = links["Attestation of Open Port Lab, 4 May 2026"]
    assert attestation.address == ""
    file = "commitments/rivermouth/2025-2027/attestations/range-lab.yml"
    assert attestation.url == f"https://github.com/o/r/blob/main/{file}"
    assert links["and 1 more record"].address == links["and 1 more record"].url == ""


def test_without_a_repository_a_record_is_named_and_not_linked() -> None:
    keys = (("attestation", "range-lab"), ("timeline", "timeline"))
    view = view_of(
        verdict("L1.1", State.MET, records=keys), setting=replace(SETTING, forge=None)
    )
    links = view.parts[0].groups[0].items[0].answers[0].records
    assert [(each.address, each.url) for each in links] == [("", ""), ("", "")]


def test_a_record_that_is_gone_is_no_dead_link() -> None:
    gone = (("update", "no-such"), ("commitment", "no-such"), ("assessment", "no-such"))
    view = view_of(verdict("L1.1", State.MET, records=gone))
    links = view.parts[0].groups[0].items[0].answers[0].records
    assert [each.address for each in links] == ["", "", ""]


def test_answers_of_the_same_day_are_told_apart() -> None:
    idea = of("contribution", id="ports", received_on="2025-03-01", title="Open the ports")
    day = {"published_on": "2025-05-14"}
    given = (
        of("response", id="a", contributions=["ports"], **day),
        of("response", id="b", contributions=["ports", "wards"], **day),
        of("response", id="c", contributions=["gone"], **day),
    )
    held = replace(records(), contributions=(idea,), responses=given)
    links = record_links([("response", each.id) for each in given], held, SETTING)
    assert [each.text for each in links] == [
        "Reasoned response: Open the ports, 14 May 2025",
        "Reasoned response: b, 14 May 2025",
        "Reasoned response: c, 14 May 2025",
    ]


def test_links_of_deadlines_arrive_on_the_page() -> None:
    view = standards_view()
    body = render(view, BODIES).body
    wanted = [each.address for each in view.coming if "/standards/#" in each.address]
    assert wanted
    for address in wanted:
        assert f'id="{address.partition("#")[2]}"' in body
    due = Deadline(date(2027, 1, 1), Sentence("Say so."))
    (line,) = [
        each for each in view_of(verdict("L1.1", State.NO_DATA, next=due)).coming if each.name
    ]
    assert "#" not in line.address


def test_two_packs_with_the_same_requirement_stay_apart() -> None:
    twice = tuple(
        replace(assessments()[0], ambition=place > 0, verdicts=(verdict("L1.1", State.MET),))
        for place in range(2)
    )
    body = render(view_standards(records(), twice, packs(), (), SETTING), BODIES).body
    ids = re.findall(r' id="([^"]+)"', body)
    assert len(ids) == len(set(ids))


def test_a_plan_held_against_nothing_is_told_in_no_words() -> None:
    assert brief_of(records(), (), packs(), SETTING) is None


def test_the_phase_is_named_only_where_both_are_asked() -> None:
    part = view_of(
        verdict("L1.1", State.MET), verdict("L2.1", State.MET, Phase.IMPLEMENTATION)
    ).parts[0]
    phases = {item.id: item.answers[0].phase for group in part.groups for item in group.items}
    assert phases == {"L1.1": "", "L2.1": "Implementation"}


EVIL = '<x-evil x-evil="1">\'"--></title></svg><x-evil>{{ 7 * 7 }}{% x %}{n}'


def test_whatever_records_and_packs_hold_stays_text() -> None:
    held, (local, _) = records(), assessments()
    said = held.attestations[0]
    party = said.by.but(organisation=EVIL, role=EVIL)
    proof = said.evidence[0].but(title=EVIL)
    odd = said.but(by=party, text=EVIL, evidence=(proof,))
    because = Sentence("They said {words}.", {"words": EVIL})
    keys = (("attestation", odd.id), ("meeting", held.meetings[1].id))
    judged = replace(
        local,
        verdicts=(
            verdict("L1.1", State.AT_RISK, because=because, records=keys, remarks=(because,),
                    disputes=(("attestation", odd.id),), todo=because,
                    next=Deadline(date(2027, 1, 1), because)),
            verdict("L1.2", State.NO_DATA, because=because, todo=because),
        ),
    )  # fmt: skip
    pack = PACKS["local"]
    evil = {"en": EVIL}
    texts = [
        replace(each, label=evil, text=evil, source=replace(each.source, title=evil))
        for each in pack.requirements
    ]
    mine = {"local": replace(pack, title=evil, requirements=tuple(texts))}
    plan = held.plan.but(title=EVIL) if held.plan else None
    meetings = tuple(each.but(title=EVIL) for each in held.meetings)
    held = replace(held, plan=plan, meetings=meetings, attestations=(odd,))
    duties = duties_of(held, [judged], mine, SETTING)
    standing = replace(standing_of(held, [judged], has_calendar=bool(duties)), member=EVIL)
    views = [
        view_standards(held, [judged], mine, duties, SETTING),
        *view_tables([standing], mine, SETTING),
        *view_requirements(mine, SETTING),
    ]
    for view in views:
        body = render(view, BODIES).body
        tree = html5lib.parse(f"<!doctype html><title>t</title>{body}")
        assert [element for element in tree.iter() if "evil" in str(element.tag)] == []
        assert [name for element in tree.iter() for name in element.attrib if "evil" in name] == []
        assert "{{ 7 * 7 }}" in body or view.kind == "standards-table"


@pytest.mark.parametrize("state", State)
def test_each_state_has_a_shape_and_a_word(state: State) -> None:
    shapes = BODIES.environment.globals["mark"]
    assert isinstance(shapes, dict)
    assert shapes[state.value].count("<svg") == 1
    assert [str(shape) for shape in shapes.values()].count(str(shapes[state.value])) == 1
    assert "<title" not in shapes[state.value]  # the word stands beside it
