"""The rows of the tables say what the records say, under the columns that the models give."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.export.csv_text import to_typed
from openroadmap.export.public import to_publish
from openroadmap.export.tables import head_of, member_lines, plan_lines
from openroadmap.history.drift import drift_of
from openroadmap.model.kinds import KINDS
from openroadmap.model.process import Contribution
from openroadmap.model.site import PlanRecords
from openroadmap.views.data.columns import GENERAL, has_own_table
from openroadmap.views.data.tables import TABLE, TABLES
from page_samples import progress_of
from plan_samples import NAMES, commitment, plan_of, sample, standings_of, update

TODAY = date(2026, 11, 23)
SITE = "https://open.example/plans/"


def lines_of(records: PlanRecords) -> dict[str, str]:
    drift = drift_of(records, TODAY).differences
    return plan_lines(records, standings_of(records, TODAY), drift, TODAY, SITE)


def rows(records: PlanRecords, table: str) -> list[dict[str, str]]:
    lines = lines_of(records).get(table, "")
    return list(csv.DictReader(StringIO(head_of(TABLE[table]) + lines, newline=""), strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_a_cell_for_every_column(name: str) -> None:
    lines = lines_of(sample(name))
    assert {"commitments", "plans"} <= lines.keys() <= TABLE.keys()
    for table, text in lines.items():
        for row in csv.reader(StringIO(text, newline=""), strict=True):
            assert len(row) == len(TABLE[table].columns), table


def test_every_field_of_every_kind_has_a_column_or_a_table() -> None:
    from openroadmap.model.table import table as fields_of

    for kind in KINDS:
        if kind.made_by:
            continue  # a frozen copy of records that stand in their own tables
        (own,) = (each for each in TABLES if each.kind == kind.name and not each.field)
        shown = {column.source[0] for column in own.columns if column.source}
        for field in fields_of(kind.model).values():
            elsewhere = has_own_table(field) or field.name in ("id", "example")
            assert field.name in shown or elsewhere, f"{kind.name}.{field.name}"


def test_names_of_columns_are_unique_and_plain() -> None:
    for table in TABLES:
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names), table.name
        assert all(name.replace("_", "").isalnum() and name.islower() for name in names)


def test_what_was_reported_and_what_is_computed_stand_apart() -> None:
    late = commitment(ends_on="2026-06", lead="Office")
    told = update(completion="limited", author_organisation="Office of Plans")
    (row,) = rows(plan_of(late, updates=(told,)), "commitments")
    assert row["reported_status"] == "limited"
    assert (row["reported_on"], row["reported_by"]) == ("2026-06-30", "Office of Plans")
    assert (row["computed_lateness"], row["computed_on"]) == ("overdue", "2026-11-23")
    assert {name for name in row if "status" in name} == {
        *("status_quo", "reported_status", "reported_status_words"),
    }


def test_what_is_due_soon_and_what_is_without_news_are_columns_as_of_the_day() -> None:
    months = ({"id": "near", "title": "Near", "due_on": "2027-02"},
              {"id": "next", "title": "Next", "due_on": "2027-02-21"})  # fmt: skip
    near = commitment(ends_on="2027-02-21", milestones=months)
    old = commitment(id="old", ends_on="2027-02-22")
    never = commitment(id="never", starts_on="2026-01")
    told = [update(date="2026-05-23", completion="limited"),
            update(date="2026-05-22", commitment="old", completion="limited")]  # fmt: skip
    records = plan_of(near, old, never, updates=tuple(told))
    found = [(row["computed_due_soon"], row["computed_no_news"], row["computed_on"])
             for row in rows(records, "commitments")]  # fmt: skip
    assert found == [
        ("true", "", "2026-11-23"),
        ("false", "old_report", "2026-11-23"),
        ("false", "no_report", "2026-11-23"),
    ]
    steps = rows(records, "milestones")
    assert [row["computed_due_soon"] for row in steps] == ["false", "true"]
    assert all("computed_no_news" not in row for row in steps)


def test_the_columns_count_what_the_progress_page_counts() -> None:
    """Of plans that have ended and of those under way, of what was reported and of what was not."""
    for name in NAMES:
        records = sample(name)
        page = progress_of(records)[1]
        told = rows(records, "commitments")
        news = [row["computed_no_news"] for row in told]
        assert (news.count("old_report"), news.count("no_report")) == (page.silent, page.unreported)
        steps = rows(records, "milestones")
        for every, soon, late in (
            (told, page.soon, page.overdue), (steps, page.soon_steps, page.overdue_steps)
        ):  # fmt: skip
            assert [row["computed_due_soon"] for row in every].count("true") == soon
            assert [row["computed_lateness"] for row in every].count("overdue") == late


def test_a_date_stands_as_recorded_and_with_its_bounds() -> None:
    (row,) = rows(plan_of(commitment(ends_on="2027-Q3", ends_label="Ongoing")), "commitments")
    assert [row["ends_on"], row["ends_on_from"], row["ends_on_to"], row["ends_label"]] == [
        *("2027-Q3", "2027-07-01", "2027-09-30", "Ongoing"),
    ]


def test_ids_join_the_tables() -> None:
    records = sample("rivermouth")
    known = {row["id"] for row in rows(records, "commitments")}
    plan = {row["id"] for row in rows(records, "plans")}
    tables = ("milestones", "updates", "views", "results", "amendments", "milestone_reports")
    for table in (*tables, "changes"):
        for row in rows(records, table):
            assert row["commitment"] in known | {""}
            assert row["plan"] in plan
    milestones = {row["id"] for row in rows(records, "milestones")}
    assert {row["milestone"] for row in rows(records, "milestone_reports")} <= milestones


def test_parts_name_the_row_they_belong_to() -> None:
    for name in NAMES:
        records = sample(name)
        for part in GENERAL.values():
            for row in rows(records, part):
                owners = {each.get("id") for each in rows(records, row["table"])}
                assert row["row"] in owners


def test_an_example_says_so_in_every_row() -> None:
    records = sample("rivermouth")
    for table in TABLES:
        for row in rows(records, table.name):
            assert row["example"] == ("true" if records.example else "false")


def test_a_name_without_consent_is_not_given_out() -> None:
    def given_out(consent: str) -> str | None:
        said = {"id": "c", "received_on": "2026-01-01", "contributor": "A. Citizen",
                "consent_to_publish": consent}  # fmt: skip
        one = Contribution.validated(said)
        (told,) = to_publish(plan_of(contributions=(one,))).contributions
        return told.contributor

    assert (given_out("yes"), given_out("no")) == ("A. Citizen", None)


def test_a_member_has_a_row_and_one_that_cannot_be_read_has_none() -> None:
    records = sample("rivermouth")
    lines = member_lines("rivermouth", records.context.member, SITE)
    (row,) = csv.DictReader(StringIO(head_of(TABLE["members"]) + lines["members"], newline=""))
    assert (row["id"], row["page"]) == ("rivermouth", f"{SITE}rivermouth/")
    assert member_lines("lost", None, SITE) == {}


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=80)


@given(title=TEXT, problem=TEXT, names=st.lists(TEXT.filter(str.strip), max_size=3))
def test_whatever_is_typed_can_be_read_back(title: str, problem: str, names: list[str]) -> None:
    typed = commitment(title=title, problem=problem, institutions=names)
    (row,) = rows(plan_of(typed), "commitments")
    assert to_typed(row["title"]) == typed.title
    assert to_typed(row["problem"]) == typed.problem
    assert json.loads(to_typed(row["institutions"]) or "[]") == list(typed.institutions)
