"""What the dates say, on a plan's page and on that of all plans: late, soon, now, next, later."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from openroadmap.measure.outlook import SOON
from openroadmap.model.dates import parse_date
from openroadmap.views.parts import Crumb
from openroadmap.views.progress.tally_steps import MOST
from page_samples import crowded
from plan_samples import NAMES, commitment, sample, update
from progress_samples import in_days, lists, plan, site, step, titles, view
from standards_samples import records


@pytest.mark.parametrize("name", [*NAMES, "crowded", "records"])
def test_a_site_of_one_plan_says_what_the_plan_says(name: str) -> None:
    """The same lists with the same headings, notes and numbers; only fewer lines are named."""
    others = {"crowded": crowded, "records": records}
    one = others[name]() if name in others else sample(name)
    page, theirs = lists(site(one)), lists(view(one))
    assert page.keys() == theirs.keys() - {"silent"}
    for anchor, mine in page.items():
        other = theirs[anchor]
        assert (mine.heading, mine.note, mine.size) == (other.heading, other.note, other.size)
        assert mine.elsewhere == other.elsewhere
        assert len(mine.items) == min(MOST, len(other.items))
        if not mine.elsewhere:
            assert len(mine.items) == min(MOST, sum(map(int, re.findall(r"\d+", other.size))))


@pytest.mark.parametrize(
    ("due", "places"),
    [
        (in_days(-1), ["late", "now"]),
        (in_days(0), ["soon", "now"]),
        (in_days(SOON), ["soon", "now"]),
        (in_days(SOON + 1), ["next"]),
        ("2026-Q4", ["soon", "now"]),  # ends on 31 December, within the 90 days
        ("2027-Q1", ["next"]),  # begins within them, but may be due as late as March
        ("2026-Q3", ["late", "now"]),
        ("2027-11-23", ["next"]),
        ("2027-11-24", ["later"]),
        ("2027", ["next"]),
        ("", []),
    ],
)
def test_a_date_has_its_place_at_its_very_edge(due: str, places: list[str]) -> None:
    told = update(milestones=[{"id": "a", "completion": "not_started"}])
    page = site(plan(commitment(milestones=[step("a", due)]), updates=(told,)))
    assert [name for name, each in lists(page).items() if each.size != "0"] == places
    assert [name for name in lists(page) if titles(page, name)] == places[:1]


def test_a_step_names_whose_it_is_and_where_it_stands() -> None:
    told = update(completion="limited")
    one = plan(commitment(ends_on="2026-Q4", ends_label="end of the year"), updates=(told,))
    (item,) = lists(site(one))["soon"].items
    assert (item.title, item.promise, item.address) == ("One promise", "Member: Plan", "m/p/one/")
    assert (item.due, item.status.word) == ("4th quarter 2026 · end of the year", "Limited")


def test_what_is_overdue_says_so() -> None:
    told = update(completion="limited")
    page = site(plan(commitment(ends_on="2026-01-31"), updates=(told,)))
    (item,) = lists(page)["late"].items
    assert (item.lateness, item.overdue) == ("Overdue: was due 31 January 2026", True)


def test_a_report_in_own_words_is_quoted() -> None:
    one = plan(commitment(ends_on="2026-12"), updates=(update(status_words="Implementing"),))
    assert lists(site(one))["soon"].items[0].status.word == "“Implementing”"


def test_a_commitment_that_is_late_is_named_beside_its_milestones() -> None:
    """The number of the list counts both, and so do its lines."""
    one = commitment(ends_on="2026-02", milestones=[step("a", "2026-01"), step("b", "2027-06")])
    told = update(completion="limited", milestones=[{"id": "a", "completion": "limited"}])
    page = site(plan(one, updates=(told,)))
    assert titles(page, "late") == ["Step a", "One promise"]
    assert (lists(page)["late"].size, lists(page)["late"].more) == (
        "1 commitment and 1 milestone", ""
    )
    assert page.things[1].facts[0].address == "#late"


def test_a_commitment_that_is_due_soon_is_named_beside_its_milestones() -> None:
    """As one that is late: its own end counts, whatever its milestones say."""
    one = commitment(ends_on="2027-01", milestones=[step("a", "2026-12"), step("b", "2027-06")])
    far = commitment(id="two", ends_on="2028", milestones=[step("a", "2027-01")])
    records = plan(one, far)
    for page in (site(records), view(records)):
        assert titles(page, "soon") == ["Step a", "One promise", "Step a"]
        assert lists(page)["soon"].size == "1 commitment and 2 milestones"
        # Where it is now, milestones stand for it.
        assert (lists(page)["now"].size, lists(page)["now"].elsewhere) == (
            "2", "All are due soon: see above."
        )  # fmt: skip
    assert "3 due soon" in [each.text for each in site(records).plans[0].plans[0].dated]


def test_what_is_due_next_may_be_a_commitment_that_has_milestones() -> None:
    one = commitment(ends_on="2026-12-01", milestones=[step("a", "2027-05")])
    page = site(plan(one))
    said = [fact.text for thing in page.things for fact in thing.facts]
    assert "Due next (1 December 2026): One promise (Member)" in said


def test_no_step_stands_in_more_than_one_list() -> None:
    page = site(*(replace(crowded(), id=f"p{n}") for n in range(3)), records())
    named = [item.address for each in lists(page).values() for item in each.items]
    assert max(named.count(address) for address in named) == 1


def test_what_has_a_list_of_its_own_is_counted_where_it_is_now() -> None:
    """Else the most overdue would be named twice, and what is under way nowhere."""
    steps = [step(f"a{n}", f"2026-01-{n + 1:02}") for n in range(MOST)]
    steps += [step("b", "2027-05"), step("c"), step("d", in_days(30))]
    told = update(milestones=[{"id": each["id"], "completion": "limited"} for each in steps])
    page = site(plan(commitment(milestones=steps), updates=(told,)))
    assert len(titles(page, "late")) == MOST
    assert titles(page, "now") == ["Step b", "Step c"]
    assert (lists(page)["now"].size, lists(page)["now"].more) == (str(MOST + 3), "")
    assert lists(page)["now"].elsewhere == "Of these, 6 are overdue and 1 is due soon: see above."
    assert lists(page)["now"].rest is None


@pytest.mark.parametrize(
    ("late", "soon", "others", "said"),
    [
        (0, 0, 2, ""),
        (1, 0, 0, "It is overdue: see above."),
        (2, 0, 0, "All are overdue: see above."),
        (0, 1, 0, "It is due soon: see above."),
        (0, 2, 0, "All are due soon: see above."),
        (1, 2, 0, "Of these, 1 is overdue and 2 are due soon: see above."),
        (2, 1, 3, "Of these, 2 are overdue and 1 is due soon: see above."),
        (1, 0, 1, "Of these, 1 is overdue: see above."),
        (0, 3, 1, "Of these, 3 are due soon: see above."),
    ],
)
def test_what_is_now_leads_to_what_is_named_above(
    late: int, soon: int, others: int, said: str
) -> None:
    days = [*["2026-01"] * late, *[in_days(9)] * soon, *["2029"] * others]
    steps = [step(f"s{n}", day) for n, day in enumerate(days)]
    told = update(milestones=[{"id": each["id"], "completion": "limited"} for each in steps])
    records = plan(commitment(milestones=steps), updates=(told,))
    for page in (site(records), view(records)):
        now = lists(page)["now"]
        assert (now.size, len(now.items), now.elsewhere) == (str(len(days)), others, said)


def test_what_has_passed_and_what_is_doubtful_has_its_list() -> None:
    """And the things to know lead there, for what they count is not all in the list of all."""
    note = {"about": ["ends_on"], "text": "Probably a slip."}
    steps = [step(f"a{n}", f"2026-01-{n + 1:02}") for n in range(MOST)]
    page = site(plan(
        commitment(milestones=steps, ends_on="2026-02"),
        commitment(id="two", title="Two", ends_on="2026-03", notes=[note]),
    ))  # fmt: skip
    assert [each.anchor for each in page.attention] == ["passed", "doubtful"]
    assert titles(page, "passed") == [each["title"] for each in steps]
    assert (lists(page)["passed"].size, lists(page)["passed"].more) == (
        "1 commitment and 6 milestones", "and 1 more"
    )
    assert titles(page, "doubtful") == ["Two"]
    assert lists(page)["passed"].rest == Crumb("plan by plan", "#plans")
    (thing,) = (each for each in page.things if "passed" in each.text)
    assert [fact.address for fact in thing.facts] == ["#passed", "#doubtful"]
    assert [(each.text, each.address) for each in page.plans[0].plans[0].dated] == [
        ("7 past their date", "m/p/progress/#passed"),
        ("1 with a doubtful date", "m/p/progress/#doubtful"),
    ]


def test_where_nothing_new_is_reported_what_is_known_of_the_date_is_said_too() -> None:
    """Else a date that nothing is said from stands there as any other."""
    note = {"about": ["ends_on"], "text": "Probably a slip."}
    late = commitment(id="late", ends_on="2026-01")
    told = update(date="2026-02-01", commitment="late", completion="limited")
    page = view(plan(
        late, commitment(id="slip", ends_on="2025-08", notes=[note]),
        commitment(id="passed", ends_on="2026-03"), commitment(id="far", ends_on="2027-06"),
        updates=(told,),
    ))  # fmt: skip
    found = {item.address: item for item in lists(page)["silent"].items}
    assert {id: (item.due, item.lateness) for id, item in found.items()} == {
        "late/": ("", "Overdue: was due January 2026 · Last report: 1 February 2026"),
        "slip/": ("", "Date doubtful, see the note: August 2025 · No report is recorded"),
        "passed/": ("March 2026", "No report is recorded"),
        "far/": ("June 2027", "No report is recorded"),
    }
    assert [id for id, item in found.items() if item.overdue] == ["late/"]


def test_what_is_overdue_in_an_ended_plan_comes_last_and_is_not_now() -> None:
    """On both pages: nobody works on it under that plan any more."""
    told = update(completion="limited")
    old = replace(plan(commitment(title="Old", ends_on="2025-12"), updates=(told,)), id="old")
    old = replace(old, plan=old.plan.but(ends_on=parse_date("2026-06")))
    new = plan(commitment(title="New", ends_on="2026-10"), updates=(told,))
    page = site(old, new)
    assert titles(page, "late") == ["New", "Old"]
    assert (lists(page)["now"].size, lists(page)["now"].elsewhere) == (
        "1", "It is overdue: see above."
    )
    assert page.ended == "What is overdue in a plan that has ended is not counted as now."
    assert (view(old).outlook, view(old).ended) == ((), page.ended)
    assert (site(new).ended, view(new).ended) == ("", "")


def test_plans_that_have_ended_are_folded_away_where_no_list_leads_to_them() -> None:
    new = plan(commitment())
    old = replace(plan(commitment(ends_on="2026-02")), id="old")
    done = replace(plan(commitment()), id="done")
    ends = {"ends_on": parse_date("2026-06")}
    old, done = (replace(each, plan=each.plan.but(**ends)) for each in (old, done))
    assert [group.is_folded for group in site(new, done).plans] == [False, True]
    assert [group.is_folded for group in site(new, old, done).plans] == [False, False]


def test_what_comes_next_is_the_first_of_all_plans() -> None:
    steps = [step("a", "2026-01"), step("b", "2027-05")]
    told = update(milestones=[{"id": "a", "completion": "limited"}])
    one = plan(commitment(milestones=steps), updates=(told,))
    two = replace(plan(commitment(ends_on="2027-03", title="Earlier")), id="two")
    page = site(one, two)
    assert "Due next (March 2027): Earlier (Member)" in [each.text for each in page.things]


@pytest.mark.parametrize(
    ("dates", "others"),
    [
        (["2027-03", "2027-04"], ""),
        (["2027-03", "2027-03"], ", and 1 other on the same date"),
        (["2027-03", "2027-03-31"], ""),
        (["2027-03"] * 9, ", and 8 others on the same date"),
    ],
)
def test_what_is_due_on_the_same_date_is_counted(dates: list[str], others: str) -> None:
    """As it is recorded: that of a month is another date than its last day."""
    first = commitment(milestones=[step(f"s{n}", due) for n, due in enumerate(dates)])
    page = view(plan(first))
    assert f"Due next (March 2027): Step s0{others}" in [each.text for each in page.things]
    apart = [
        replace(plan(commitment(title="Step s0", ends_on=due)), id=f"p{n}")
        for n, due in enumerate(dates)
    ]
    told = [each.text for each in site(*apart).things]
    assert f"Due next (March 2027): Step s0 (Member){others}" in told


def test_what_has_no_date_is_counted() -> None:
    page = site(plan(commitment(), commitment(id="two", milestones=[step("a"), step("b", "2029")])))
    assert page.undated == "1 commitment and 1 milestone have no date that places them."
