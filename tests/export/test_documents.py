"""The JSON of plans and commitments is valid, follows its schema, and holds each record once."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from urllib.parse import urljoin

import gone_samples
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, FormatChecker
from openroadmap.commands.schema import schemas
from openroadmap.export.documents import DataPlace, documents
from openroadmap.history.drift import drift_of
from openroadmap.model.facts import Revision, Told
from openroadmap.model.process import Contribution
from openroadmap.model.site import PlanRecords
from openroadmap.views.news.later import later_of
from plan_samples import NAMES, commitment, plan_of, sample, standings_of
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

TODAY = date(2026, 11, 23)
PLACE = DataPlace("https://open.example/plans/", "CC BY 4.0", "https://licence.example/", TODAY)


def published(records: PlanRecords, place: DataPlace = PLACE) -> dict[str, Any]:
    return {path: json.loads(text) for path, text in written(records, place)}


def written(records: PlanRecords, place: DataPlace = PLACE) -> list[tuple[str, bytes]]:
    standings, drift = standings_of(records, TODAY), drift_of(records, TODAY).differences
    return list(documents(records, standings, drift, place))


def validator(name: str) -> Draft7Validator:
    every = schemas()
    found = ((each, Resource(schema, DRAFT7)) for each, schema in every.items())
    registry: Registry = Registry().with_resources(found)
    return Draft7Validator(every[name], registry=registry, format_checker=FormatChecker())


@pytest.mark.parametrize("name", NAMES)
def test_every_document_follows_the_schema_that_it_names(name: str) -> None:
    found = published(sample(name))
    assert len(found) > 1
    for path, document in found.items():
        schema = document["$schema"].rpartition("/")[2]
        faults = [fault.message for fault in validator(schema).iter_errors(document)]
        assert faults == [], path


def test_the_schema_is_one_that_can_refuse() -> None:
    document = published(sample("rivermouth"))["rivermouth/2025-2027/payments/index.json"]
    check = validator("commitment-document.schema.json")
    for broken in (
        {**document, "version": 2},
        {**document, "commitment": {**document["commitment"], "status": "done"}},
        {**document, "standing": {"reported_status": "overdue"}},
        {name: value for name, value in document.items() if name != "licence"},
    ):
        assert not check.is_valid(broken)


def test_a_commitment_stands_with_all_that_is_said_of_it() -> None:
    records = sample("rivermouth")
    document = published(records)["rivermouth/2025-2027/payments/index.json"]
    assert document["version"] == 1
    assert document["as_of"] == "2026-11-23"
    assert document["links"]["page"] == "https://open.example/plans/rivermouth/2025-2027/payments/"
    about = {each.id for each in records.updates if each.commitment == "payments"}
    assert {each["id"] for each in document["updates"]} == about
    steps = [each["id"] for each in document["commitment"]["milestones"]]
    assert [each["id"] for each in document["milestones"]] == steps


def test_what_is_due_soon_and_what_is_without_news_stand_beside_the_status() -> None:
    soon = {"id": "soon", "title": "Soon", "due_on": "2026-12"}
    later = {"id": "later", "title": "Later", "due_on": "2027-06"}
    one = commitment(starts_on="2026-01", ends_on="2027-01", milestones=[soon, later])
    found = published(plan_of(one))
    own, brief = found["m/p/one/index.json"], found["m/p/index.json"]["commitments"][0]
    for standing in (own["standing"], brief["standing"]):
        assert standing["computed_due_soon"] is True
        assert standing["computed_no_news"] == "no_report"
    assert [each["computed_due_soon"] for each in own["milestones"]] == [True, False]
    assert all("computed_no_news" not in each for each in own["milestones"])
    check = validator("commitment-document.schema.json")
    assert check.is_valid(own)
    assert not check.is_valid({**own, "standing": {**own["standing"], "computed_no_news": "long"}})


def test_a_plan_leads_to_its_commitments() -> None:
    found = published(sample("rivermouth"))
    plan = found["rivermouth/2025-2027/index.json"]
    root = PLACE.site_url
    leads = {each["links"]["self"].removeprefix(root) for each in plan["commitments"]}
    assert leads == found.keys() - {"rivermouth/2025-2027/index.json"}


def test_without_an_address_links_lead_on_from_the_document() -> None:
    nowhere = DataPlace("", "CC BY 4.0", "https://licence.example/", TODAY)
    found = published(sample("rivermouth"), nowhere)
    for path, document in found.items():
        at = f"https://open.example/{path}"
        assert urljoin(at, document["links"]["self"]) == at
        assert urljoin(at, document["links"]["data"]) == "https://open.example/data/"
        schema = urljoin(at, document["$schema"])
        assert schema.startswith("https://open.example/data/schemas/v1/")


def test_nought_and_no_are_facts_and_nothing_else_is_said_of_what_is_absent() -> None:
    said = {"id": "c", "received_on": "2026-01-01", "consent_to_publish": "no"}
    one = Contribution.validated(said)
    (told,) = published(plan_of(contributions=(one,)))["m/p/index.json"]["contributions"]
    assert told == {"id": "c", "received_on": "2026-01-01", "consent_to_publish": False}


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80)


@given(TEXT)
def test_whatever_is_typed_stays_text(text: str) -> None:
    typed = commitment(title=text)
    document = published(plan_of(typed))["m/p/one/index.json"]
    assert document["commitment"].get("title", "") == typed.title


@pytest.mark.parametrize("name", NAMES)
def test_two_builds_give_the_same_bytes(name: str) -> None:
    assert written(sample(name)) == written(sample(name))


def test_what_became_of_records_is_told_in_ids_codes_and_dates() -> None:
    records = gone_samples.records()
    later = later_of(records, gone_samples.facts(), TODAY)
    files = documents(records, standings_of(records, TODAY), (), PLACE, later)
    plan, of_one = (json.loads(text) for _, text in files)
    report = {"day": "2026-08-01", "kind": "update", "id": "2026-05-03-news", "what": "status"}
    assert of_one["record_history"] == [
        {
            "day": "2026-08-01", "kind": "amendment", "id": "ends-later", "what": "agreed",
            "field": "milestones.m1.due_on", "before": "2027-03-31", "after": "2027-06-30",
        },
        {**report, "before": "limited", "after": "complete"},
        {**report, "milestone": "m1", "after": "complete"},
        {
            "day": "2026-09-01", "kind": "amendment", "id": "later", "what": "removed",
            "before": "modify",
        },
        {
            "day": "2026-09-01", "kind": "update", "id": "2026-04-01-news", "what": "removed",
            "before": "limited",
        },
    ]  # fmt: skip
    undated = {"day": "2026-09-01", "kind": "update", "id": "undated", "what": "removed"}
    assert plan["record_history"] == [undated]
    for document, schema in ((plan, "plan"), (of_one, "commitment")):
        check = validator(f"{schema}-document.schema.json")
        assert [fault.message for fault in check.iter_errors(document)] == []
    broken = {**of_one, "record_history": [{**report, "what": "lost"}]}
    assert list(validator("commitment-document.schema.json").iter_errors(broken))


def test_of_words_that_were_agreed_nothing_is_told_but_that_they_came_or_changed() -> None:
    file, day = "amendments/ends-later.yml", gone_samples.CHANGED
    changes = (
        Revision(day, Told.AGREED, "title", "#12ab", "#34cd"),
        Revision(day, Told.AGREED, "lead", "", "#12ab"),
        Revision(day, Told.AGREED, "summary", "#12ab", "-"),
    )
    facts = gone_samples.facts_of(
        there={file: (date(2026, 6, 22), day)}, revised={file: changes}
    )
    records = gone_samples.records()
    later = later_of(records, facts, TODAY)
    _, of_one = documents(records, standings_of(records, TODAY), (), PLACE, later)
    told = [(each["what"], each["field"]) for each in json.loads(of_one[1])["record_history"]]
    assert sorted(told) == [("added", "lead"), ("agreed", "summary"), ("agreed", "title")]
    assert b"12ab" not in of_one[1]


def test_what_became_of_texts_beside_a_promise_is_told_by_their_language() -> None:
    file, day = "commitments/one.yml", gone_samples.CHANGED
    changes = (
        Revision(day, Told.STORY, "", "#12ab", "#34cd"),
        Revision(day, Told.TRANSLATION, "fr", "#12ab", "-"),
    )
    facts = gone_samples.facts_of(
        there={file: (gone_samples.BEGUN,)},
        revised={file: changes, "plan.yml": (Revision(day, Told.TRANSLATION, "fr", "#1", "#2"),)},
    )
    records = gone_samples.records()
    later = later_of(records, facts, TODAY)
    plan, of_one = (
        json.loads(text)
        for _, text in documents(records, standings_of(records, TODAY), (), PLACE, later)
    )
    about = {"day": day.isoformat(), "kind": "commitment", "id": "one"}
    assert of_one["record_history"] == [
        {**about, "what": "story"},
        {**about, "what": "translation_removed", "language": "fr"},
    ]
    of_plan = {**about, "kind": "plan", "id": "p", "what": "translation", "language": "fr"}
    assert plan["record_history"] == [of_plan]
    for document, schema in ((plan, "plan"), (of_one, "commitment")):
        check = validator(f"{schema}-document.schema.json")
        assert [fault.message for fault in check.iter_errors(document)] == []


def test_without_a_history_nothing_is_said_of_it() -> None:
    assert all("record_history" not in each for each in published(sample("rivermouth")).values())
