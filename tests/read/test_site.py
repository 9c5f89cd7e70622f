"""From files to records: one broken file never hides another."""

from __future__ import annotations

from pathlib import Path

import pytest
from openroadmap.findings import Finding
from openroadmap.read.files import walk
from openroadmap.read.site import MemberReading, PlanReading, read_member, read_plan

PLAN = "commitments/austin/2024"
FILES = {
    "commitments/austin/member.yml": "name: Austin\n",
    f"{PLAN}/plan.yml": "title: Plan\nkept_by: others\n",
    f"{PLAN}/forum.yml": "name: Forum\n",
    f"{PLAN}/cocreation/timeline.yml": "published_on: 2024\n",
    f"{PLAN}/commitments/housing.yml": "title: Homes\n",
    f"{PLAN}/commitments/water.yml": "title: Water\n",
    f"{PLAN}/updates/2024-05-01-start.yml": "date: 2024-05-01\ncommitment: housing\n",
}


def lay(root: Path, files: dict[str, str | bytes]) -> Path:
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def read(root: Path, files: dict[str, str | bytes]) -> tuple[MemberReading, PlanReading]:
    """The member Austin and its plan 2024."""
    members, _ = walk(lay(root, {**FILES, **files}))
    (austin,) = (member for member in members if member.id == "austin")
    around = read_member(austin)
    (plan,) = (plan for plan in austin.plans if plan.id == "2024")
    return around, read_plan(plan, around.context)


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(f.rule, f.variant, f.place.file.removeprefix(f"{PLAN}/")) for f in findings]


def test_every_record_is_typed_and_knows_its_file(tmp_path: Path) -> None:
    around, plan = read(tmp_path, {})
    records = plan.records
    assert (around.findings, plan.findings) == ((), ())
    assert around.context.member.name == "Austin"
    assert list(around.context.plans) == ["2024"]
    assert records.context is around.context
    assert (records.id, records.plan.title, records.plan.id) == ("2024", "Plan", "2024")
    assert (records.forum.id, records.timeline.id) == ("forum", "timeline")
    assert [commitment.id for commitment in records.commitments] == ["housing", "water"]
    assert [update.id for update in records.updates] == ["2024-05-01-start"]
    source = plan.sources["update", "2024-05-01-start"]
    assert source.file == f"{PLAN}/updates/2024-05-01-start.yml"
    assert source.marks.value(("commitment",)) == (2, 13)
    assert around.sources["member", "austin"].file == "commitments/austin/member.yml"


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        (b"title: [Homes\n", "Y02"),
        (b"title: caf\xe9\n", "Y01"),
        (b"- a list\n", "Y10"),
        (b"", "Y10"),
        (b"summary: no title\n", "S02"),
        (b"x" * 300_000, "Y09"),
    ],
)
def test_a_broken_record_is_named_and_hides_no_other(
    tmp_path: Path, broken: bytes, rule: str
) -> None:
    _, plan = read(tmp_path, {f"{PLAN}/commitments/housing.yml": broken})
    assert told(plan.findings) == [(rule, plan.findings[0].variant, "commitments/housing.yml")]
    assert [(each.kind, each.id, each.file) for each in plan.unreadable] == [
        ("commitment", "housing", f"{PLAN}/commitments/housing.yml")
    ]
    assert [commitment.id for commitment in plan.records.commitments] == ["water"]
    assert len(plan.records.updates) == 1


def test_every_broken_record_is_told_at_once(tmp_path: Path) -> None:
    broken = {path: "a: b: c\n" for path in FILES if path.startswith(PLAN)}
    around, plan = read(tmp_path, broken)
    assert {f.place.file for f in plan.findings} == set(broken)
    assert len(plan.unreadable) == len(broken)
    assert plan.records.plan is None
    assert around.context.plans == {}
    assert not plan.records.transcribed
    assert not plan.records.submitted


def test_a_plan_is_read_when_its_member_is_broken(tmp_path: Path) -> None:
    around, plan = read(tmp_path, {"commitments/austin/member.yml": "name:\n"})
    assert told(around.findings) == [("S02", "", "commitments/austin/member.yml")]
    assert around.context.member is None
    assert len(plan.records.commitments) == 2


def test_a_broken_plan_record_does_not_hide_its_sister_plan(tmp_path: Path) -> None:
    sister = {"commitments/austin/2026/plan.yml": "title: B\n"}
    around, _ = read(tmp_path, {f"{PLAN}/plan.yml": "a: b: c\n", **sister})
    assert list(around.context.plans) == ["2026"]


def test_findings_of_a_plan_record_are_told_with_the_plan_and_not_with_the_member(
    tmp_path: Path,
) -> None:
    around, plan = read(tmp_path, {f"{PLAN}/plan.yml": "title: Plan\nlevel: regional\n"})
    assert around.findings == ()
    assert told(plan.findings) == [("S05", "", "plan.yml")]


def test_stories_and_translations_join_their_commitment(tmp_path: Path) -> None:
    _, plan = read(
        tmp_path,
        {
            f"{PLAN}/commitments/housing.md": "A long story.\n",
            f"{PLAN}/commitments/housing.fr.md": "Une longue histoire.\n",
            f"{PLAN}/commitments/housing.fr.yml": "title: Logements\n",
            f"{PLAN}/plan.es.yml": "title: Plan de acción\n",
        },
    )
    assert plan.findings == ()
    assert plan.records.stories == {"housing": "A long story.\n"}
    assert plan.records.texts == {
        ("story", "housing", "fr"): {(): "Une longue histoire.\n"},
        ("commitment", "housing", "fr"): {("title",): "Logements"},
        ("plan", "2024", "es"): {("title",): "Plan de acción"},
    }
    assert plan.sources["story", "housing"].file == f"{PLAN}/commitments/housing.md"
    assert plan.sources["commitment.fr", "housing"].marks.value(("title",)) == (1, 8)


@pytest.mark.parametrize("name", ["lost.md", "lost.fr.md", "lost.fr.yml"])
def test_a_story_or_translation_without_its_record_is_told(tmp_path: Path, name: str) -> None:
    _, plan = read(tmp_path, {f"{PLAN}/commitments/{name}": "title: X\n"})
    assert told(plan.findings) == [("F02", "orphan", f"commitments/{name}")]
    ending = name.removeprefix("lost")
    better = {"suggestion": f"housing{ending}"}
    assert plan.findings[0].args == {"id": "lost", "kind": "commitment", **better}
    assert plan.records.stories == {}
    assert plan.records.texts == {}


@pytest.mark.parametrize("name", ["housing.md", "housing.fr.md", "housing.fr.yml"])
def test_beside_a_broken_record_nothing_is_an_orphan(tmp_path: Path, name: str) -> None:
    broken = {f"{PLAN}/commitments/housing.yml": "a: b: c\n"}
    _, plan = read(tmp_path, {**broken, f"{PLAN}/commitments/{name}": "title: X\n"})
    assert {f.place.file for f in plan.findings} == {f"{PLAN}/commitments/housing.yml"}


def test_a_broken_story_or_translation_leaves_the_record(tmp_path: Path) -> None:
    _, plan = read(
        tmp_path,
        {
            f"{PLAN}/commitments/housing.md": "---\ntitle: X\n---\n",
            f"{PLAN}/commitments/housing.fr.yml": "a: b: c\n",
        },
    )
    assert sorted(f.rule for f in plan.findings) == ["F08", "Y02"]
    assert [commitment.title for commitment in plan.records.commitments] == ["Homes", "Water"]
    assert plan.unreadable == ()


def test_the_findings_of_the_walk_come_along(tmp_path: Path) -> None:
    around, plan = read(
        tmp_path, {"commitments/austin/stray.txt": "x", f"{PLAN}/commitments/Odd.yml": "title: X\n"}
    )
    assert told(around.findings) == [("F02", "beside-plans", "commitments/austin/stray.txt")]
    assert told(plan.findings) == [("F01", "record", "commitments/Odd.yml")]


def test_places_hold_also_below_an_item_that_was_left_out(tmp_path: Path) -> None:
    text = "title: X\nmilestones:\n  - title: No id\n  - id: m2\n    title: Step\n"
    _, plan = read(tmp_path, {f"{PLAN}/commitments/water.yml": text})
    water = plan.records.commitments[1]
    assert [milestone.id for milestone in water.milestones] == ["m2"]
    marks = plan.sources["commitment", "water"].marks
    assert marks.value(("milestones", 0, "title")) == (5, 12)
