"""The data say what differs from what was adopted: as much as the pages, and nothing made up."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from io import StringIO
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from made_promises import made
from openroadmap.export.csv_text import to_typed
from openroadmap.export.departures import Adopted, departure
from openroadmap.export.documents import DataPlace, documents
from openroadmap.export.tables import head_of, plan_lines
from openroadmap.history.differences import Change, Difference
from openroadmap.history.drift import drift_of, with_removed
from openroadmap.history.freeze import freeze
from openroadmap.model.commitment import Promise
from openroadmap.model.dates import PartialDate, parse_date
from openroadmap.model.departure import Departure
from openroadmap.model.site import PlanRecords
from openroadmap.model.vocabulary import vocabulary
from openroadmap.views.data.tables import TABLE
from plan_samples import commitment, plan_of, sample, standings_of

TODAY = date(2026, 11, 23)
DAY = parse_date("2025-01-15")
PLACE = DataPlace("https://open.example/", "CC BY 4.0", "https://licence.example/", TODAY)


def rows(records: PlanRecords, today: date = TODAY) -> list[dict[str, str]]:
    drift, standings = drift_of(records, today).differences, standings_of(records, today)
    lines = plan_lines(records, standings, drift, today, "").get("changes", "")
    text = head_of(TABLE["changes"]) + lines
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def adopted(records: PlanRecords, today: date = TODAY) -> dict[str, dict[str, Any]]:
    """What each document says of what was adopted, by its path within the plan."""
    drift, standings = drift_of(records, today).differences, standings_of(records, today)
    found = documents(records, standings, drift, replace(PLACE, today=today))
    return {path.split("/", 2)[2]: json.loads(text)["adopted"] for path, text in found}


def changed(was: dict[str, Any], now: dict[str, Any]) -> PlanRecords:
    return replace(plan_of(commitment(**now)), baseline=freeze(plan_of(commitment(**was)), DAY))


def test_each_kind_of_change_has_its_word() -> None:
    assert [*vocabulary("change").terms] == [each.value for each in Change]


def test_a_date_that_moved_is_told_with_its_days_and_what_explains_it() -> None:
    records = sample("rivermouth")
    row = next(each for each in rows(records) if each["field"] == "ends_on" and each["commitment"])
    assert row == {
        "member": "rivermouth",
        "plan": "rivermouth/2025-2027",
        "commitment": "rivermouth/2025-2027/payments",
        "milestone": "",
        "example": "false",
        "change": "date",
        "title": next(each.title for each in records.commitments if each.id == "payments"),
        "field": "ends_on",
        "before": "2026-06-30",
        "after": "2026-09-30",
        **{f"before_on{end}": "2026-06-30" for end in ("", "_from", "_to")},
        **{f"after_on{end}": "2026-09-30" for end in ("", "_from", "_to")},
        "days": "92",
        "amendments": '["rivermouth/2025-2027/2025-09-later-end"]',
        "reason_recorded": "true",
        **{f"frozen_on{end}": "2025-01-15" for end in ("", "_from", "_to")},
        "computed_on": "2026-11-23",
    }


def test_what_the_plan_says_of_itself_has_a_row_without_a_commitment() -> None:
    (row,) = (each for each in rows(sample("rivermouth")) if not each["commitment"])
    assert (row["field"], row["before"], row["days"]) == ("ends_on", "2027-03-31", "91")


def test_all_agreed_changes_that_led_there_are_named_oldest_first() -> None:
    (row,) = (each for each in rows(sample("rivermouth")) if each["field"] == "lead")
    assert json.loads(row["amendments"]) == [
        *("rivermouth/2025-2027/2025-10-hearings", "rivermouth/2025-2027/2026-02-hearings"),
    ]
    assert row["reason_recorded"] == "true"


def test_what_is_not_as_it_was_agreed_has_no_reason() -> None:
    (row,) = (each for each in rows(sample("rivermouth")) if each["field"] == "solution")
    assert (row["amendments"], row["reason_recorded"]) == ("", "false")


def test_a_milestone_has_a_row_of_its_own_unless_it_was_dropped() -> None:
    records = sample("rivermouth")
    steps = {f"rivermouth/2025-2027/{each.id}/{step.id}"
             for each in records.commitments for step in each.milestones}  # fmt: skip
    about = [row for row in rows(records) if row["milestone"]]
    gone = [row for row in about if row["milestone"] not in steps]
    assert {row["change"] for row in gone} == {"milestone_dropped"}
    assert len(about) > len(gone)


def test_documents_say_the_same_as_the_table() -> None:
    records = sample("rivermouth")
    told = adopted(records)
    assert {(each["frozen"], each["frozen_on"]) for each in told.values()} == {
        (True, "2025-01-15")
    }
    by_row = [(row["change"], row["field"], row["days"]) for row in rows(records)]
    by_document = [
        (each["change"], each.get("field", ""), str(each.get("days", "")))
        for said in told.values()
        for each in said["changes"]
    ]
    assert sorted(by_document) == sorted(by_row)
    assert len(by_row) == len(drift_of(records, TODAY).differences) > 8


def test_names_stay_names() -> None:
    changes = adopted(sample("rivermouth"))["payments/index.json"]["changes"]
    partners = next(each for each in changes if each.get("field") == "supporting.civil_society")
    assert partners["before"] == ["Open Port Lab", "Harbour Residents' Union", "Dockers' Fund"]


def test_how_much_differs_stands_beside_each_commitment_of_the_plan() -> None:
    records = sample("rivermouth")
    drift, standings = drift_of(records, TODAY).differences, standings_of(records, TODAY)
    plan = json.loads(next(iter(documents(records, standings, drift, PLACE)))[1])
    told = {each["id"]: each["changes_since_adoption"] for each in plan["commitments"]}
    differing = [each.commitment for each in drift]
    assert told == {each.id: differing.count(each.id) for each in records.commitments}


def test_without_a_baseline_nothing_is_known_and_that_is_said() -> None:
    for name in ("ontario", "jalisco"):
        assert rows(sample(name)) == []
        assert {json.dumps(each) for each in adopted(sample(name)).values()} == {
            '{"frozen": false}'
        }
    early = sample("rivermouth")
    assert adopted(early, date(2025, 1, 1))["index.json"] == {"frozen": False}
    assert Adopted(None, ()).number("payments") == {}


def test_a_kept_promise_says_that_nothing_differs() -> None:
    told = adopted(changed({}, {}))
    assert told["one/index.json"] == {"frozen": True, "frozen_on": "2025-01-15", "changes": []}


def test_what_was_added_later_is_not_frozen() -> None:
    first, second = commitment(), commitment(id="two", title="Another")
    records = replace(plan_of(first, second), baseline=freeze(plan_of(first), DAY))
    told = adopted(records)["two/index.json"]
    assert told["frozen"] is False
    assert [each["change"] for each in told["changes"]] == ["added"]


def test_a_promise_whose_record_is_gone_keeps_its_document() -> None:
    records = with_removed(replace(plan_of(), baseline=freeze(plan_of(commitment()), DAY)), TODAY)
    told = adopted(records)["one/index.json"]
    assert [each["change"] for each in told["changes"]] == ["removed"]
    (row,) = rows(records)
    assert (row["change"], row["commitment"]) == ("removed", "m/p/one")


PROMISES = made(Promise).map(lambda data: {**data, "id": "one"})


@settings(max_examples=40)
@given(was=PROMISES, now=PROMISES)
def test_whatever_changes_every_difference_can_be_read_back(
    was: dict[str, Any], now: dict[str, Any]
) -> None:
    records = changed(was, now)
    drift = drift_of(records, TODAY).differences
    found = rows(records)
    assert len(found) == len(drift)
    for row, each in zip(found, drift, strict=True):
        assert row["change"] == each.change
        assert to_typed(row["field"]) == each.key
        assert _read(row["before"], each.before) == each.before
        assert _read(row["after"], each.after) == each.after
        assert row["days"] == ("" if each.days is None else str(each.days))
    assert len(adopted(records)["one/index.json"]["changes"]) == len(drift)


def _read(cell: str, side: object) -> object:
    """A cell as what it was made of."""
    typed = to_typed(cell)
    if isinstance(side, tuple):
        return tuple(json.loads(typed))
    if isinstance(side, PartialDate):
        return parse_date(typed)
    return typed or None


@given(st.sampled_from(Change), st.none() | st.integers(-4_000, 4_000))
def test_a_row_holds_what_its_model_allows(change: Change, days: int | None) -> None:
    baseline = freeze(plan_of(commitment()), DAY)
    made_row = departure(Difference(change, "one", "A promise", days=days), baseline)
    assert Departure.validated(vars(made_row)) == made_row
