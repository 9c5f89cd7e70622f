"""A build holds its plans against the standards, and keeps what that comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from openroadmap.commands import produce, produce_site
from openroadmap.commands.order import Order
from openroadmap.findings import Level
from riverside import ONE, RECORDS, THREE, TWO, assemble, lay, put

PLAN = "title: Second plan\nlevel: local\nstarts_on: 2026-07-01\nends_on: 2028-06-30\n"
MEETING = "date: {day}\nkind: forum\nstatus: planned\ntitle: Winter meeting\n"
OWN = """\
requirements:
  - id: L1.3
    rule: {need: 3}
"""


@pytest.fixture
def order(tmp_path: Path, today: date) -> Order:
    root = lay(tmp_path / "site")
    put(root, f"{RECORDS}/{TWO}/plan.yml", PLAN)
    put(root, f"{RECORDS}/{TWO}/meetings/2026-12-15-forum.yml", MEETING.format(day="2026-12-15"))
    put(root, f"{RECORDS}/{TWO}/meetings/2027-01-forum.yml", MEETING.format(day="2027-01"))
    return Order(root, today, url="https://open.example/", cache=tmp_path / "cache")


def bodies(order: Order) -> Mapping[str, str]:
    return {page.address: str(page.body) for page in assemble(order).pages}


def test_a_plan_has_its_page_and_one_of_unknown_level_has_none(order: Order) -> None:
    found = {address for address in bodies(order) if address.endswith("standards/")}
    assert found == {"standards/", f"{ONE}/standards/", f"{TWO}/standards/"}  # not hilltown's


def test_a_plan_and_the_site_have_calendars_that_say_the_same(order: Order) -> None:
    files = {
        name: data for name, data in dict(assemble(order).files).items() if name.endswith(".ics")
    }
    assert set(files) == {f"{TWO}/calendar.ics", "calendar.ics"}
    days = [
        {event["DTSTART"].dt for event in Calendar.from_ical(data).walk("VEVENT")}
        for data in files.values()
    ]
    assert date(2026, 12, 15) in days[0]
    assert days[0] == days[1]
    assert all(b"CATEGORIES:Meeting" in data for data in files.values())
    assert b"@open.example" in files["calendar.ics"]


def test_the_calendar_of_all_plans_holds_nothing_invented(order: Order) -> None:
    member = "name: Riverside\nlevel: local\nexample: yes\n"
    put(order.root, f"{RECORDS}/riverside/member.yml", member)
    found = assemble(order)
    assert {name for name, _ in found.files if name.endswith(".ics")} == {f"{TWO}/calendar.ics"}
    pages = {page.address: str(page.body) for page in found.pages}
    assert '"../calendar.ics"' not in pages["standards/"] + pages["calendar/"]
    assert f"{TWO}/calendar.ics" in pages["calendar/"]


def test_what_is_kept_is_the_same_down_to_the_calendars(order: Order) -> None:
    bare = assemble(replace(order, cache=None))
    assert assemble(order) == bare
    assert assemble(order) == bare


def test_a_build_in_which_nothing_changed_writes_no_calendar(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = assemble(order)
    monkeypatch.setattr(produce, "plan", None)
    monkeypatch.setattr(produce_site, "MAKERS", {})
    assert assemble(order) == first


def test_links_to_a_calendar_are_there_when_it_is(order: Order) -> None:
    pages = bodies(order)
    assert f"{TWO}/calendar.ics" in pages[f"{TWO}/standards/"]
    assert "calendar.ics" not in pages[f"{ONE}/standards/"]
    assert '"../calendar.ics"' in pages["standards/"]


def test_the_plans_own_page_leads_to_it(order: Order) -> None:
    pages = bodies(order)
    assert f"{TWO}/standards/" in pages[f"{TWO}/"]
    assert "standards" not in pages[f"{THREE}/"]


def test_a_pack_of_the_sites_own_is_seen_at_once(order: Order) -> None:
    before = bodies(order)
    assert "Set by the keepers of this site" not in before["rules/L1.3/"]
    put(order.root, f"{RECORDS}/standards/local.yml", OWN)
    assert "Set by the keepers of this site" in bodies(order)["rules/L1.3/"]
    put(order.root, f"{RECORDS}/standards/local.yml", OWN.replace("3}", "4}"))
    assert "at least 4" in bodies(order)["rules/L1.3/"]


def test_a_broken_pack_is_told_however_often_the_site_is_built(order: Order) -> None:
    put(order.root, f"{RECORDS}/standards/local.yml", "requirements: [x]\n")
    for _ in range(2):
        found = [each for each in assemble(order).findings if each.rule.startswith("N")]
        assert found
        assert all(each.level is Level.ERROR for each in found)


def test_what_is_not_met_is_a_warning_of_the_build(order: Order) -> None:
    own = PLAN + "submitted_on: 2026-06-20\nkept_by: government\n"
    put(order.root, f"{RECORDS}/{TWO}/plan.yml", own)
    found = {each.rule: each.level for each in assemble(order).findings}
    assert found["L1.4"] is Level.WARNING
