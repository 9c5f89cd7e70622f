"""Pages of progress stay light, however large a plan or a site is."""

from __future__ import annotations

import gzip
from dataclasses import replace
from typing import Any

from openroadmap.i18n import translator
from openroadmap.measure.progress import measure_progress
from openroadmap.render.html import open_bodies, render
from openroadmap.views.listing import Listing, listing_of
from openroadmap.views.progress.site import view_progress_site
from page_samples import SETTING, TODAY, progress_of
from plan_samples import commitment, plan_of, update

MOST = 100_000
"""Bytes of a page on its way to a reader."""
BODIES = open_bodies(translator("en"))
AREAS = ("open-data", "education", "justice", "tax", "gender", "youth", "audits", "elections")


def large(commitments: int, milestones: int) -> tuple[Any, Any, Listing]:
    """A plan with very many milestones, each reported on; its page, its numbers, its listing."""
    steps = [
        {"id": f"m{n}", "title": f"Step {n} with a title as long as such titles often are",
         "due_on": f"2026-{n % 12 + 1:02}-15"}
        for n in range(milestones)
    ]  # fmt: skip
    promises = [
        commitment(
            id=f"c{n}", number=str(n), title=f"Promise {n}: publish what people asked for, in full",
            lead=f"Ministry {n % 30}", policy_areas=[AREAS[n % 8]], starts_on="2025-01",
            ends_on="2027-12-31", milestones=steps,
        )
        for n in range(commitments)
    ]  # fmt: skip
    told = tuple(
        update(id=f"u{n}-{q}", commitment=f"c{n}", date=f"2026-{3 * q:02}-20", completion="limited",
               milestones=[{"id": f"m{q}", "completion": "limited"}])
        for n in range(commitments) for q in range(1, 4)
    )  # fmt: skip
    records = plan_of(*promises, updates=told)
    view, tally = progress_of(records)
    progress = measure_progress(records, TODAY)
    return view, tally, listing_of(records, progress, TODAY)


def weight(view: Any) -> int:
    return len(gzip.compress(render(view, BODIES).body.encode()))


def test_a_plan_of_sixty_commitments_with_eight_milestones_each_stays_light() -> None:
    view, _, _ = large(60, 8)
    assert len(view.steps) == 480
    assert weight(view) < MOST


def test_the_page_of_144_plans_with_5000_commitments_stays_light() -> None:
    _, tally, listing = large(35, 2)
    tallies = [
        replace(tally, member=f"Member {n}", plan_id=f"p{n}", plan=f"Plan {n}")
        for n in range(144)
    ]
    listings = [
        replace(listing, commitments=tuple(
            replace(each, institutions=(f"Office {n}-{place}",), lead=f"Office {n}-{place}")
            for place, each in enumerate(listing.commitments)
        ))
        for n in range(144)
    ]  # fmt: skip
    page = view_progress_site(tallies, listings, SETTING)
    assert page.scope == "Counted here: 144 action plans of 1 member."
    assert page.groups[0].size == "5,040"
    assert weight(page) < MOST
