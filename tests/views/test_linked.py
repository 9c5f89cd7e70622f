"""What pages say of themselves to programs: only what is recorded, in words that schema.org has.

No checker of schema.org works offline, so what each of its types may say and
must say here is held by hand, from https://schema.org as of 2026.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from linked_block import data_of, things
from openroadmap.i18n import translator
from openroadmap.measure.progress import measure_progress
from openroadmap.model.dates import parse_date
from openroadmap.model.site import PlanRecords
from openroadmap.render.html import data_block, open_bodies, render
from openroadmap.render.page import Page
from openroadmap.views.commitment import view_commitment
from openroadmap.views.linked import LinkedSite, Work, interval, linked_data
from openroadmap.views.plan import view_plan
from page_samples import SETTING, commitment_views, every_view, home_view
from plan_samples import commitment, plan_of, sample

URL = "https://example.org/plans/"
SITE = LinkedSite(URL, "Promises", "https://creativecommons.org/licenses/by/4.0/", search=True)
BODIES = open_bodies(translator("en"), site=SITE)
PATHLESS = open_bodies(translator("en"), site=replace(SITE, url=""))

MUST = {
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "CreativeWork": {"@id", "name"},
    "Organization": {"name"},
    "Dataset": {"url", "name", "description", "license", "distribution", "inLanguage"},
    "DataDownload": {"name", "contentUrl", "encodingFormat"},
    "WebSite": {"url", "name", "inLanguage"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
}
MAY = {
    "CreativeWork": {
        "url", "description", "identifier", "isPartOf", "provider", "temporalCoverage",
        "inLanguage", "license",
    },
    "WebSite": {"potentialAction"},
}  # fmt: skip


def nodes(data: Any) -> list[dict[str, Any]]:
    """Everything that has a type, however deep."""
    if isinstance(data, list):
        return [node for each in data for node in nodes(each)]
    if not isinstance(data, dict):
        return []
    own = [data] if "@type" in data else []
    return own + [node for each in data.values() for node in nodes(each)]


def page(records: PlanRecords) -> Page:
    progress = measure_progress(records, SETTING.today)
    return render(view_commitment(records.commitments[0], records, progress, SETTING), BODIES)


@pytest.mark.parametrize("bodies", [BODIES, PATHLESS], ids=["with an address", "without"])
def test_every_page_says_only_what_schema_org_has_words_for(bodies: Any) -> None:
    for view in (home_view(), *every_view()):
        data = data_of(render(view, bodies).body)
        for node in nodes(data):
            kind = node["@type"]
            assert MUST[kind] <= node.keys() - {"@type"} <= MUST[kind] | MAY.get(kind, set())
            assert all(node.values())


def test_the_way_back_leads_from_the_home_page_to_this_one() -> None:
    (way,) = things(page(sample("ontario")).body, "BreadcrumbList")
    steps = way["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3, 4]
    assert [step["item"] for step in steps] == [
        URL, f"{URL}ontario/", f"{URL}ontario/2017/", f"{URL}ontario/2017/ont0001/",
    ]  # fmt: skip


def test_a_commitment_is_a_part_of_its_plan_and_has_its_lead_and_its_time() -> None:
    facts = {
        "title": "Publish <all> & more", "summary": "Every *payment*.", "lead": "The Mayor",
        "starts_on": "2026-Q1", "ends_on": "2027", "ogp_id": "X0001",
    }  # fmt: skip
    assert things(page(plan_of(commitment(**facts))).body, "CreativeWork") == [
        {
            "@type": "CreativeWork",
            "@id": f"{URL}m/p/one/",
            "url": f"{URL}m/p/one/",
            "name": "Publish <all> & more",
            "description": "Every payment.",
            "identifier": "X0001",
            "isPartOf": {"@type": "CreativeWork", "@id": f"{URL}m/p/", "name": "Plan"},
            "provider": [{"@type": "Organization", "name": "The Mayor"}],
            "temporalCoverage": "2026-01/2027",
            "inLanguage": "en",
            "license": "https://creativecommons.org/licenses/by/4.0/",
        }
    ]


def test_what_is_not_recorded_is_not_said() -> None:
    """The problem describes the page where there is no summary, but not the promise."""
    bare = plan_of(commitment(title="A promise", problem="Nobody knows."))
    (said,) = things(page(bare).body, "CreativeWork")
    unknown = {"description", "identifier", "provider", "temporalCoverage"}
    assert not unknown & said.keys()


def test_a_plan_has_its_leads_and_its_time() -> None:
    records = sample("ontario")
    plan = records.plan.but(lead="A", leads=("B",))
    records = replace(records, plan=plan)
    view = view_plan(records, measure_progress(records, SETTING.today), [], SETTING)
    (said,) = things(render(view, BODIES).body, "CreativeWork")
    assert [each["name"] for each in said["provider"]] == ["A", "B"]
    assert said["temporalCoverage"] == interval(plan.starts_on, plan.ends_on) != ""
    assert said["url"] == f"{URL}ontario/2017/"


def test_an_invented_plan_is_not_told_of_as_if_it_were_one() -> None:
    records = sample("ontario")
    plan = records.plan.but(example=True)
    assert [each["@type"] for each in things(page(replace(records, plan=plan)).body)] == [
        "BreadcrumbList"
    ]


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [
        ("2026", "2027-09-30", "2026/2027-09-30"),
        ("2026-09", "2027-09", "2026-09/2027-09"),
        ("2026-Q2", "2027-Q3", "2026-04/2027-09"),
        ("", "2027", "/2027"),
        ("2026-01-01", "", "2026-01-01/"),
        ("", "", ""),
    ],
)
def test_dates_are_as_exact_as_they_are_recorded(starts: str, ends: str, said: str) -> None:
    first, last = (parse_date(each) if each else None for each in (starts, ends))
    assert interval(first, last) == said


def test_the_data_are_told_of_with_every_table() -> None:
    view = next(each for each in every_view() if each.kind == "data")
    (said,) = things(render(view, BODIES).body, "Dataset")
    assert [each["contentUrl"] for each in said["distribution"]] == [
        URL + each.address for each in view.tables
    ]
    assert things(render(view, PATHLESS).body, "Dataset")[0]["url"] == "../data/"


def test_the_home_page_says_how_the_site_is_searched_where_it_can_be() -> None:
    (said,) = things(render(home_view(), BODIES).body, "WebSite")
    assert said["url"] == URL
    assert said["potentialAction"]["target"]["urlTemplate"] == f"{URL}search/?q={{words}}"
    for site in (replace(SITE, search=False), replace(SITE, url="")):
        bodies = open_bodies(translator("en"), site=site)
        assert "potentialAction" not in things(render(home_view(), bodies).body, "WebSite")[0]


VIEW = commitment_views("ontario")[0]


@given(st.text(), st.text())
@example("</script><script>alert(1)</script>", "<!--<script>")
@example("\u2028\u2029&lt;/script&gt;", "]]>'\"\\\x00\r\ud800")
def test_any_text_is_read_as_it_was_and_cannot_leave_the_block(title: str, lead: str) -> None:
    view = replace(VIEW, title=title, work=Work((lead,), ""))
    data = linked_data(view, "About it", "en", SITE)
    assert data_of(f"<p>Before</p>{data_block(data)}<p>After</p>") == data
    assert data["@graph"][0]["name" if title else "@type"] == (title or "CreativeWork")


def test_the_block_is_the_same_every_time() -> None:
    assert page(sample("ontario")).body == page(sample("ontario")).body
