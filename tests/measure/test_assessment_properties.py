"""Whatever is in the records: an assessment is made, and more proof makes nothing worse."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from assessment_cases import assessed, forum_meeting, results_meeting, said, sound
from hypothesis import given, settings
from hypothesis import strategies as st
from openroadmap.measure.assessment import State
from openroadmap.model.facts import GitFacts, History
from openroadmap.standards.load import load_pack

DAYS = st.dates(date(2024, 1, 1), date(2029, 12, 31))
MONTHS = DAYS.map(lambda day: day.strftime("%Y-%m"))
YEARS = DAYS.map(lambda day: day.strftime("%Y"))
QUARTERS = DAYS.map(lambda day: f"{day.year}-Q{(day.month + 2) // 3}")
DATES = st.one_of(DAYS.map(str), MONTHS, QUARTERS, YEARS)
MAYBE = st.none() | DATES
COUNTS = st.none() | st.sampled_from(["0", "3"])
PACKS = st.sampled_from(["national-2022", "local"])
RANK = {State.NOT_MET: 0, State.NO_DATA: 1, State.AT_RISK: 1, State.NOT_STARTED: 2,
        State.ON_TRACK: 2, State.MET: 3}  # fmt: skip


def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Records of one kind, up to four; what is None is left out."""
    return st.fixed_dictionaries(fields).map(
        lambda data: {name: value for name, value in data.items() if value is not None}
    )


def many(record: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(record, max_size=4).map(
        lambda items: [{"id": f"r{n}", **item} for n, item in enumerate(items)]
    )


MEETINGS = many(some(
    date=DATES, kind=st.sampled_from([None, "forum", "implementation", "outreach"]),
    status=st.sampled_from([None, "planned", "held", "cancelled"]),
    attendance=st.none() | some(government=COUNTS, civil_society=COUNTS, other=COUNTS),
    minutes=st.none() | some(published_on=MAYBE), papers_published_on=MAYBE,
    presented=st.sampled_from([[], ["registers"]]), comments_collected=COUNTS,
))  # fmt: skip
PLANS = some(
    title=st.just("A plan"), kept_by=st.sampled_from([None, "government", "others"]),
    starts_on=MAYBE, ends_on=MAYBE, submitted_on=MAYBE, adopted_on=MAYBE, refresh_on=MAYBE,
    term_ends_on=MAYBE, previous_plan_ended_on=MAYBE,
    cocreation=st.none() | some(starts_on=MAYBE, ends_on=MAYBE),
)  # fmt: skip
PLAN_DATA = st.fixed_dictionaries({
    "plan": PLANS,
    "forum": st.none() | some(remit=st.just("To talk."), established_on=MAYBE),
    "timeline": st.none() | some(published_on=MAYBE),
    "meetings": MEETINGS,
    "outreach": many(some(date=MAYBE, title=st.just("Radio"))),
    "mechanisms": many(some(title=st.just("Ideas"), opens_on=MAYBE, closes_on=MAYBE)),
    "contributions": many(some(received_on=DATES)),
    "responses": many(some(
        contributions=st.just(["r0", "r1"]), published_on=MAYBE, decision=st.just("accepted")
    )),
    "commitments": st.just([{"id": "registers", "title": "Open the registers"}]),
    "updates": many(some(
        date=DATES, commitment=st.just("registers"),
        completion=st.sampled_from([None, "not_started", "limited", "complete"]),
    )),
    "attestations": many(some(
        requirement=st.sampled_from(["3.3", "2.1", "L2.3"]), claim=st.just("anything"),
        by=st.just({"organisation": "Open Coast"}), attested_on=DATES, valid_until=MAYBE,
    )),
})  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(PLAN_DATA, DAYS, PACKS)
def test_every_requirement_gets_a_verdict_in_words(
    data: dict[str, Any], day: date, pack: str
) -> None:
    found = assessed(data, day, pack)
    wanted = [(each.id, phase) for each in load_pack(pack).requirements for phase in each.phases]
    assert [(each.requirement, each.phase) for each in found.verdicts] == wanted
    assert all(said(each) for each in found.verdicts)


@settings(max_examples=80, deadline=None)
@given(PLAN_DATA, DAYS, PACKS)
def test_what_others_transcribed_is_missed_only_where_records_show_it(
    data: dict[str, Any], day: date, pack: str
) -> None:
    bare = {"plan": {**data["plan"], "kept_by": "others"}}
    found = assessed(bare, day, pack).verdicts
    shown = {"CP1", "LP2", "LP3"}  # these follow from the plan's own dates
    assert {each.requirement for each in found if each.state is State.NOT_MET} <= shown


@settings(max_examples=60, deadline=None)
@given(PLAN_DATA, DAYS, PACKS)
def test_facts_of_git_change_the_proof_and_make_nothing_worse(
    data: dict[str, Any], day: date, pack: str
) -> None:
    root = "commitments/m/p"
    files = [f"{root}/cocreation/timeline.yml", *(f"{root}/responses/r{n}.yml" for n in range(4))]
    facts = GitFacts(
        History.FULL, dict.fromkeys(files, date(2024, 1, 1)),
        {file: (date(2024, 1, 1), date(2026, 1, 1)) for file in files},
    )  # fmt: skip
    before, after = assessed(data, day, pack), assessed(data, day, pack, facts)
    for one, other in zip(before.verdicts, after.verdicts, strict=True):
        assert RANK[other.state] >= RANK[one.state], (one, other)


@settings(max_examples=60, deadline=None)
@given(st.lists(DAYS, max_size=6), DAYS, DAYS)
def test_one_more_meeting_makes_nothing_worse(
    held: list[date], another: date, day: date
) -> None:
    another = min(another, day)
    days = dict.fromkeys([*held, another])
    fewer = [results_meeting(str(each), kind="forum") for each in dict.fromkeys(held)]
    more = [results_meeting(str(each), kind="forum") for each in days]
    for id in ("1.1", "5.1"):
        one = assessed(sound(meetings=fewer), day).of(id)
        other = assessed(sound(meetings=more), day).of(id)
        assert RANK[other.state] >= RANK[one.state]


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(-30, 60))
def test_notice_given_earlier_is_never_worse(start: date, lead: int) -> None:
    published = start - timedelta(days=lead)
    plan = {"cocreation": {"starts_on": str(start)}, "starts_on": None, "ends_on": None,
            "submitted_on": None}  # fmt: skip
    timeline = {"published_on": str(published), "opportunities": [
        {"title": "Ideas", "opens_on": str(start)}]}  # fmt: skip
    found = assessed(sound(plan=plan, timeline=timeline), start + timedelta(days=90)).of("3.1")
    assert found.state is (State.MET if lead >= 14 else State.NOT_MET)


def test_a_meeting_of_both_kinds_may_count_for_dialogue_and_results() -> None:
    held = [results_meeting("2026-04-20", kind="forum"), forum_meeting("2025-06-15"),
            forum_meeting("2025-11-20"), results_meeting("2026-10-10", kind="forum")]  # fmt: skip
    found = assessed(sound(meetings=held), date(2026, 11, 23))
    assert found.of("5.1").state is State.MET
    assert [each.state for each in found.verdicts if each.requirement == "1.1"] == [State.MET] * 2
