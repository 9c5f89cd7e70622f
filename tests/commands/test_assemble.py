"""A plan is made again when something it depends on changed, and only then."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openroadmap.commands import memo, produce, produce_site
from openroadmap.commands.build import FIXED, SITE_PARTS, Publication
from openroadmap.commands.order import Order
from riverside import ONE, RECORDS, THREE, TWO, assemble, lay, put

Made = list[str]
EVERYTHING = [
    f"plan {THREE}",
    "member hilltown",
    f"plan {ONE}",
    f"plan {TWO}",
    "member riverside",
    "home",
    "rules",
]


@pytest.fixture
def order(tmp_path: Path, today: date) -> Order:
    return Order(lay(tmp_path / "site"), today, cache=tmp_path / "cache")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    """What was made and not taken over, in order."""
    seen: Made = []
    names: dict[str, Callable[..., str]] = {
        "plan": lambda files, around, order: f"plan {around.id}/{files.id}",
        "member": lambda reading, plans, order: f"member {reading.id}",
        "home": lambda members, order: "home",
        "rules": lambda order: "rules",
    }

    def spy(name: str, told: Callable[..., str]) -> None:
        make = getattr(produce, name)

        def wrapped(*given: object) -> object:
            seen.append(told(*given))
            return make(*given)

        monkeypatch.setattr(produce, name, wrapped)

    for name, told in names.items():
        spy(name, told)
    return seen


def again(order: Order, made: Made) -> tuple[Publication, Made]:
    """What a second build comes to, and what it made."""
    made.clear()
    publication = assemble(order)
    return publication, list(made)


def test_the_first_build_makes_everything_and_the_second_nothing(order: Order, made: Made) -> None:
    first = assemble(order)
    assert made == EVERYTHING
    second, done = again(order, made)
    assert done == []
    assert second == first


def test_with_and_without_what_was_kept_the_site_is_the_same(order: Order) -> None:
    put(order.root, f"{RECORDS}/{ONE}/commitments/contracts.yml", "title: X\nends_on: soon\n")
    put(order.root, f"{RECORDS}/{TWO}/commitments/trees.fr.yml", "lead: X\n")
    bare = assemble(replace(order, cache=None))
    assert len(bare.findings) > 5
    assert assemble(order) == bare
    assert assemble(order) == bare


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (f"{RECORDS}/{ONE}/commitments/contracts.yml", "title: Publish nearly every contract\n"),
        (f"{RECORDS}/{ONE}/commitments/contracts.yml", "title: [broken\n"),
        (f"{RECORDS}/{ONE}/commitments/contracts.md", "A new story.\n"),
        (f"{RECORDS}/{ONE}/commitments/contracts.fr.yml", "title: Publier\n"),
        (f"{RECORDS}/{ONE}/updates/2026-05-01-start.yml", "date: 2026-05-01\n"),
        (f"{RECORDS}/{ONE}/stray.txt", "x"),
        (f"{RECORDS}/{ONE}/commitments/Odd Name.yml", "title: X\n"),
    ],
)
def test_a_change_in_one_plan_makes_it_its_member_and_the_home_page_again(
    order: Order, made: Made, path: str, text: str
) -> None:
    assemble(order)
    put(order.root, path, text)
    after, done = again(order, made)
    assert done == [f"plan {ONE}", "member riverside", "home"]
    assert after == assemble(replace(order, cache=None))


def test_a_record_that_is_gone_is_a_change_too(order: Order, made: Made) -> None:
    assemble(order)
    (order.root / RECORDS / TWO / "commitments/trees.md").unlink()
    after, done = again(order, made)
    assert done == [f"plan {TWO}", "member riverside", "home"]
    assert after == assemble(replace(order, cache=None))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (f"{RECORDS}/riverside/member.yml", "name: Riverside on Sea\n"),
        (f"{RECORDS}/{ONE}/plan.yml", "title: First plan, renamed\n"),
    ],
)
def test_a_members_or_a_plans_own_record_concerns_all_plans_of_the_member(
    order: Order, made: Made, path: str, text: str
) -> None:
    assemble(order)
    put(order.root, path, text)
    after, done = again(order, made)
    assert done == [f"plan {ONE}", f"plan {TWO}", "member riverside", "home"]
    assert after == assemble(replace(order, cache=None))


def test_what_lies_astray_beside_a_members_plans_is_told_although_no_plan_changed(
    order: Order, made: Made
) -> None:
    assemble(order)
    put(order.root, f"{RECORDS}/riverside/stray.txt", "x")
    after, done = again(order, made)
    assert done == ["member riverside", "home"]
    assert "F02" in {finding.rule for finding in after.findings}


def test_what_lies_astray_beside_the_members_is_told_at_once(order: Order, made: Made) -> None:
    assemble(order)
    put(order.root, f"{RECORDS}/stray.txt", "x")
    after, done = again(order, made)
    assert done == []
    assert "F02" in {finding.rule for finding in after.findings}


def test_a_new_plan_is_made_with_its_sisters(order: Order, made: Made) -> None:
    assemble(order)
    put(order.root, f"{RECORDS}/hilltown/2027/plan.yml", "title: New plan\nkept_by: others\n")
    _, done = again(order, made)
    assert done == [f"plan {THREE}", "plan hilltown/2027", "member hilltown", "home"]


@pytest.mark.parametrize(
    "change",
    [
        {"today": date(2026, 11, 24)},
        {"name": "Other promises"},
        {"repo_url": "https://github.com/example/plans"},
        {"branch": "trunk"},
        {"forge": "gitlab"},
    ],
)
def test_another_day_or_setting_makes_everything_again(
    order: Order, made: Made, change: dict[str, object]
) -> None:
    assemble(order)
    _, done = again(replace(order, **change), made)
    assert done == EVERYTHING


def test_another_engine_makes_everything_again(
    order: Order, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    assemble(order)
    monkeypatch.setattr(memo, "stamp_of", lambda folders: b"another engine")
    assert again(order, made)[1] == EVERYTHING


def test_another_package_makes_everything_again(
    order: Order, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    assemble(order)
    monkeypatch.setattr(memo, "stamp_of_packages", lambda: b"another sanitiser")
    assert again(order, made)[1] == EVERYTHING


def test_an_adopters_new_template_makes_everything_again(order: Order, made: Made) -> None:
    assemble(order)
    put(order.root, "theme/bodies/unused.html", "<p>mine</p>")
    assert again(order, made)[1] == EVERYTHING


def test_a_file_merely_touched_changes_nothing(order: Order, made: Made) -> None:
    assemble(order)
    os.utime(order.root / RECORDS / ONE / "plan.yml", (0, 0))
    assert again(order, made)[1] == []


def test_what_was_kept_and_then_damaged_is_made_again(order: Order, made: Made) -> None:
    first = assemble(order)
    for file in order.cache.rglob("*.part"):
        file.write_bytes(file.read_bytes()[:-10])
    second, done = again(order, made)
    assert done == EVERYTHING
    assert second == first


def test_the_spine_names_every_part_of_the_whole_site_once() -> None:
    assert produce_site.MAKERS.keys() == SITE_PARTS.keys()
    assert produce_site.FIXED.keys() == FIXED.keys()
