"""An invented plan may stand still: it is shown as of one day, whenever the site is built."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from openroadmap.commands.check import check_site
from openroadmap.i18n import translator
from openroadmap.model.member import Plan
from openroadmap.model.site import PlanContext, PlanRecords
from openroadmap.views.around import plan_crumbs

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 23)


def plan(**fields: object) -> PlanRecords:
    record = Plan(id="p", title="Plan", **fields)
    return PlanRecords("p", PlanContext("m", None, {}), record)


STILL = plan(example="yes", example_on="2026-11-23")


@pytest.mark.parametrize(
    ("records", "today", "day"),
    [
        (STILL, DAY + timedelta(days=400), DAY),
        (STILL, DAY, DAY),
        (STILL, DAY - timedelta(days=1), DAY - timedelta(days=1)),  # a look back
        (plan(example="yes"), DAY + timedelta(days=1), DAY + timedelta(days=1)),
        (plan(example_on="2026-11-23"), DAY + timedelta(days=1), DAY + timedelta(days=1)),
    ],
    ids=["later", "the day itself", "earlier", "an example without a day", "no example"],
)
def test_the_day_a_plan_is_judged_by(records: PlanRecords, today: date, day: date) -> None:
    assert records.day(today) == day


def test_years_later_the_example_is_found_as_it_was() -> None:
    def found(today: date) -> list[object]:
        every = check_site(ROOT, today).findings
        return [each for each in every if "brackenmouth-example" in each.place.file]

    assert found(date(2029, 5, 1)) == found(DAY)


def test_its_pages_say_so() -> None:
    (home, *_) = plan_crumbs(STILL, translator("en"), with_plan=False)
    assert home.notice.endswith("It is shown as of 23 November 2026 and stays so.")
    moving = replace(STILL, plan=STILL.plan.but(example_on=None))
    (home, *_) = plan_crumbs(moving, translator("en"), with_plan=False)
    assert "shown as of" not in home.notice
