"""Attestations and what people proposed are not rewritten in silence: real repositories in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from openroadmap.measure.assessment import Assessment, State
from openroadmap.model.site import PlanRecords
from openroadmap.views.news.later import later_of
from openroadmap.views.news.plan import news_of
from openroadmap.views.standards.parts import RequirementItem
from openroadmap.views.standards.plan import view_standards
from page_samples import SETTING
from plan_samples import commitment, plan_of
from repository import Repository, begin, read
from standards_samples import PACKS, of, verdict

PLAN = "commitments/m/p"
SAID = {
    "requirement": "3.3", "claim": "range_of_stakeholders", "agrees": "no",
    "by": {"organisation": "Lab", "sector": "civil_society", "role": "member"},
    "attested_on": "2026-05-04", "text": "Few were heard.",
    "evidence": [{"title": "Our count", "url": "https://lab.example/range"}],
}  # fmt: skip
IDEA = {"title": "Anna's idea", "summary": "More benches."}
CAME, DAY = "2026-05-10", "2026-08-01"


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    """Somebody disagrees, and people proposed something."""
    repo = begin(tmp_path / "site")
    repo.commit("2026-01-01", {f"{PLAN}/plan.yml": "title: Plan\n"})
    lay(repo, CAME, {"attestations/lab": SAID, "contributions/a": IDEA, "contributions/b": IDEA})
    return repo


def lay(repo: Repository, day: str, files: dict[str, Any]) -> None:
    repo.commit(day, {
        f"{PLAN}/{name}.yml": None if record is None else yaml.safe_dump(record)
        for name, record in files.items()
    })  # fmt: skip


def plan(**fields: Any) -> PlanRecords:
    """The plan with what the attestation says now; without it for ``requirement=None``."""
    said = {**SAID, **fields}
    attested = (of("attestation", id="lab", **said),) if said["requirement"] else ()
    ideas = (of("contribution", id=id, received_on="2026-05-01", **IDEA) for id in ("a", "b"))
    return replace(plan_of(commitment(), contributions=tuple(ideas)), attestations=attested)


def lines(repo: Repository, records: PlanRecords) -> list[str]:
    told = news_of(records, read(repo.folder).facts, SETTING).news
    day = next(each for each in told if each.id == f"records/m/p/{DAY}")
    return [each.text for each in day.items]


def items(repo: Repository, records: PlanRecords) -> dict[str, RequirementItem]:
    """What the page of the standards shows of two requirements."""
    later = later_of(records, read(repo.folder).facts, SETTING.today)
    asked = (
        verdict("3.3", State.NO_DATA),
        verdict("3.2", State.NO_DATA),
    )
    judged = (Assessment("m", "p", "national-2022", SETTING.today, asked),)
    (part,) = view_standards(records, judged, PACKS, (), SETTING, later).parts
    silent = {name.text.split()[0] for each in part.silences for name in each.names}
    shown = {item.id: item for group in part.groups for item in group.items}
    assert silent.isdisjoint(shown)
    assert silent | shown.keys() == {"3.2", "3.3"}
    return shown


@pytest.mark.parametrize(
    ("field", "after", "line", "sentence"),
    [
        ("agrees", "yes", ". “Agrees” was No, now Yes",
         "“Agrees” was changed on 1 August 2026; it was No."),
        ("text", "All were heard.", ". “Text”: it now says something else",
         "The words were changed on 1 August 2026."),
        ("by", {"organisation": "Ministry", "sector": "government", "role": "minister"},
         ": the author was changed", "The author was changed on 1 August 2026."),
        ("attested_on", "2026-05-09", ": date was 4 May 2026, now 9 May 2026",
         "The date was changed on 1 August 2026; it was 4 May 2026."),
    ],
)  # fmt: skip
def test_what_an_attestation_says_otherwise_is_told_at_its_requirement(
    repo: Repository, field: str, after: Any, line: str, sentence: str
) -> None:
    lay(repo, DAY, {"attestations/lab": {**SAID, field: after}})
    records = plan(**{field: after})
    (said,) = records.attestations
    named = f"Attestation of {said.attested_on.first.day} May 2026 on requirement 3.3"
    assert lines(repo, records) == [f"{named}{line}"]
    (told,) = items(repo, records)["3.3"].changes
    assert told.endswith(f" May 2026: {sentence}")


def test_one_that_came_to_speak_of_another_requirement_is_told_at_both(repo: Repository) -> None:
    lay(repo, DAY, {"attestations/lab": {**SAID, "requirement": "3.2"}})
    found = items(repo, plan(requirement="3.2"))
    assert found["3.2"].changes == found["3.3"].changes == (
        "Attestation of Lab, 4 May 2026: “Requirement” was changed on 1 August 2026; it was 3.3.",
    )


def test_one_that_was_removed_is_told_where_it_stood_and_names_nobody(repo: Repository) -> None:
    lay(repo, DAY, {"attestations/lab": None})
    records = plan(requirement=None)
    assert items(repo, records)["3.3"].changes == (
        "An attestation was removed on 1 August 2026.",
    )
    assert lines(repo, records) == ["Removed: Attestation of 4 May 2026 on requirement 3.3"]


def test_as_long_as_nothing_was_changed_nothing_is_said(repo: Repository) -> None:
    assert items(repo, plan()) == {}


def test_how_many_records_came_on_a_day_stays_the_same_when_one_goes(repo: Repository) -> None:
    def came() -> str:
        told = news_of(plan(), read(repo.folder).facts, SETTING).news
        return next(each.text for each in told if each.id == f"records/m/p/{CAME}")

    before = came()
    lay(repo, DAY, {"attestations/lab": None})
    assert before == came() == "Added: 3 records."


def test_what_people_proposed_is_told_by_its_kind_and_parts_without_a_name(
    repo: Repository,
) -> None:
    other = {**IDEA, "summary": "No benches."}
    lay(repo, DAY, {"contributions/a": other, "contributions/b": other})
    assert lines(repo, plan()) == ["Changed: 2 contributions (Summary)"]
    lay(repo, DAY, {"contributions/a": None})
    records = replace(plan(), contributions=plan().contributions[1:])
    assert lines(repo, records) == [
        "Removed: 1 contribution", "Changed: 2 contributions (Summary)",
    ]  # fmt: skip
