"""Feeds are read back by parsers that are not ours: what happened is in them, and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from xml.etree import ElementTree

import feedparser
import gone_samples
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.export.feeds import NEVER, Feed, FeedPlace, Feeds
from openroadmap.model.facts import NO_FACTS, GitFacts, History
from openroadmap.model.voices import Assessment
from openroadmap.views.news.piece import News, latest_first
from openroadmap.views.news.plan import news_of
from page_samples import SETTING, news
from plan_samples import commitment, plan_of, update

PLACE = FeedPlace("https://open.example/plans/", "Promises", "en", "CC BY 4.0")
NOWHERE = replace(PLACE, url="")
FEED = Feed("rivermouth/2025-2027/", "Second plan – Rivermouth", "rivermouth/2025-2027/")
PAYMENTS = (
    "Publish every payment of the city above 1,000, with what it was for and who received it"
)
ATOM = "{http://www.w3.org/2005/Atom}"


@cache
def told() -> tuple[News, ...]:
    return tuple(latest_first(news("rivermouth").news))


def written(
    every: Iterable[News], place: FeedPlace = PLACE, feed: Feed = FEED
) -> tuple[bytes, bytes]:
    files = dict(Feeds(place).write(feed, every))
    return files[f"{feed.folder}{feed.stem}.xml"], files[f"{feed.folder}{feed.stem}.json"]


def check_atom(data: bytes) -> ElementTree.Element:
    """Well-formed, and every element that RFC 4287 asks for once, in every entry too."""
    root = ElementTree.fromstring(data)  # noqa: S314 - our own bytes
    assert root.tag == f"{ATOM}feed"
    for owner in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            found = owner.findall(f"{ATOM}{name}")
            assert len(found) == 1, name
            assert (found[0].text or "").strip(), name
        assert re.fullmatch(r"tag:[a-z0-9.]+,2026:\S+", owner.find(f"{ATOM}id").text)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", owner.find(f"{ATOM}updated").text)
    assert root.find(f"{ATOM}author/{ATOM}name").text
    relations = [each.get("rel") for each in root.findall(f"{ATOM}link")]
    assert sorted(relations) == ["alternate", "self"]
    ids = [each.text for each in root.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    return root


def check_json(data: bytes) -> dict[str, object]:
    """Everything that JSON Feed 1.1 asks for, and no key that it does not know."""
    feed = json.loads(data)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert set(feed) <= {
        *("version", "title", "home_page_url", "feed_url", "language", "authors", "items"),
        "_licence",
    }
    assert feed["title"]
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert item["content_text"]
        assert set(item) <= {
            *("id", "url", "title", "content_text", "date_published", "date_modified", "tags"),
        }
    return feed


def test_a_reading_program_finds_everything_in_both() -> None:
    atom, as_json = written(told())
    parsed = feedparser.parse(atom)
    assert not parsed.bozo
    assert parsed.version == "atom10"
    assert parsed.feed.title == "Second plan – Rivermouth"
    assert parsed.feed.link == "https://open.example/plans/rivermouth/2025-2027/"
    assert parsed.feed.author == "Promises"
    assert parsed.feed.rights == "CC BY 4.0"
    feed = check_json(as_json)
    assert feed["feed_url"] == "https://open.example/plans/rivermouth/2025-2027/feed.json"
    assert [each["id"] for each in feed["items"]] == [each.id for each in parsed.entries]
    assert [each["url"] for each in feed["items"]] == [each.link for each in parsed.entries]
    assert len(parsed.entries) == len(told())


def test_an_entry_says_what_changed_and_leads_there() -> None:
    atom, _ = written(told())
    entry = next(each for each in feedparser.parse(atom).entries if each.id.endswith("-register"))
    assert entry.id == "tag:open.example,2026:plans/report/rivermouth/2025-2027/2026-05-31-register"
    assert entry.title == f"Progress report: Twelve months of payments are online · {PAYMENTS}"
    assert entry.link.endswith("/rivermouth/2025-2027/changes/#report-2026-05-31-register")
    assert "Reported: Substantial; before: Limited." in entry.summary
    assert entry.tags[0].term == "report"
    assert entry.published == "2026-05-31T00:00:00Z"


def test_the_title_of_an_agreed_change_names_its_commitment() -> None:
    """Ours says only that a promise changed, and a list of entries shows little else."""
    records = plan_of(commitment(), amendments=(gone_samples.amendment("later"),))
    atom, _ = written(news_of(records, NO_FACTS, SETTING).news)
    titles = [each.title for each in feedparser.parse(atom).entries]
    assert "Agreed change: Promise changed · One promise" in titles


def test_reports_and_findings_that_are_called_alike_differ_by_their_commitments() -> None:
    promises = commitment(), commitment(id="two", title="Another promise")
    reports = tuple(
        update(id=each.id, commitment=each.id, title="Under way") for each in promises
    )
    results = {"one": {}}, {"two": {}}, {"one": {}, "two": {}}
    findings = tuple(
        Assessment.validated(
            {"id": f"a{n}", "by": "irm", "title": "Findings", "published_on": "2026", "results": of}
        )
        for n, of in enumerate(results)
    )
    records = plan_of(*promises, updates=reports, assessments=findings)
    atom, _ = written(news_of(records, NO_FACTS, SETTING).news)
    assert sorted(each.title for each in feedparser.parse(atom).entries) == [
        "Assessment: Findings",
        "Assessment: Findings · Another promise",
        "Assessment: Findings · One promise",
        "Progress report: Under way · Another promise",
        "Progress report: Under way · One promise",
    ]


def test_the_records_of_a_day_are_not_said_to_be_of_one_commitment() -> None:
    """They may be more than those that were changed."""
    found = news_of(gone_samples.records(), gone_samples.facts(), SETTING).news
    (one,) = (each for each in found if each.id.endswith("2026-08-01"))
    assert len(one.about) == 1
    atom, _ = written([one])
    assert feedparser.parse(atom).entries[0].title == "Records of this site: Records changed"


def test_titles_of_feeds_that_cross_plans_end_with_the_member_and_the_plan() -> None:
    """Else many entries would be called alike; in a plan's own feed each would say the same."""
    plan = "Second Open Government Action Plan 2025–2027"
    (one,) = [each for each in told() if each.id.endswith("-register")]
    handed_in = replace(one, id="handed-in", what="Plan submitted", title=plan, about=())
    begun = replace(handed_in, id="begun", what="Records", title="The record of this plan begins")

    def titles(*, cross_plans: bool) -> list[str]:
        files = Feeds(PLACE, cross_plans=cross_plans).write(FEED, [one, handed_in, begun])
        (_, atom), (_, as_json) = files
        found = [each.title for each in feedparser.parse(atom).entries]
        assert found == [each["title"] for each in json.loads(as_json)["items"]]
        return found

    own = [
        f"Progress report: Twelve months of payments are online · {PAYMENTS}",
        f"Plan submitted: {plan}",
        "Records: The record of this plan begins",
    ]
    assert titles(cross_plans=False) == own
    whose = (f"Rivermouth, {plan}", "Rivermouth", f"Rivermouth, {plan}")
    assert titles(cross_plans=True) == [
        f"{title} · {each}" for title, each in zip(own, whose, strict=True)
    ]


def test_an_entry_begins_with_its_place_and_the_day_it_speaks_of() -> None:
    """A list of entries shows the day on which they came here, and the first words."""
    atom, as_json = written(told())
    begins = "Rivermouth, Second Open Government Action Plan 2025–2027 · 31 May 2026"
    (item,) = [each for each in json.loads(as_json)["items"] if each["id"].endswith("-register")]
    assert item["content_text"].startswith(f"{begins}\n\n")
    (entry,) = [each for each in feedparser.parse(atom).entries if each.id == item["id"]]
    assert entry.summary.startswith(f"<p>{begins}</p>")


def test_entries_come_in_the_order_in_which_they_could_be_seen() -> None:
    atom, _ = written(told())
    days = [each.published for each in feedparser.parse(atom).entries]
    assert days == sorted(days, reverse=True)


def test_an_id_stays_whatever_is_added_or_said_anew() -> None:
    before = {each.id: each for each in told()}
    changed = [replace(each, title="Other words", edited="2026-11-20") for each in told()]
    after = check_atom(written(changed[1:])[0])
    ids = {each.text for each in after.iter(f"{ATOM}id")}
    assert {f"tag:open.example,2026:plans/{id}" for id in list(before)[1:]} < ids


def test_when_it_was_changed_is_told_apart_from_when_it_came(today: date) -> None:
    file = "commitments/rivermouth/2025-2027/updates/2026-05-31-register.yml"
    facts = GitFacts(
        History.FULL, {file: date(2026, 9, 1)}, {file: (date(2026, 9, 1), date(2026, 10, 2))}
    )
    (found,) = [each for each in news("rivermouth", facts).news if each.id.endswith("-register")]
    root = check_atom(written([found])[0])
    entry = root.find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}published").text == "2026-09-01T00:00:00Z"
    assert entry.find(f"{ATOM}updated").text == "2026-10-02T00:00:00Z"
    assert root.find(f"{ATOM}updated").text == "2026-10-02T00:00:00Z"
    assert "Recorded here on 1 September 2026." in entry.find(f"{ATOM}content").text


def test_what_was_changed_and_removed_is_told_line_by_line() -> None:
    found = news_of(gone_samples.records(), gone_samples.facts(), SETTING).news
    atom, as_json = written(found)
    check_atom(atom)
    items = {each["id"].rpartition("/")[2]: each for each in check_json(as_json)["items"]}
    assert (
        "Removed: 2 reports, 1 agreed change, 1 other record.\n\n"
        "Removed: Progress report of 1 April 2026 · One promise"
    ) in items["2026-09-01"]["content_text"]
    assert (
        "Progress report of 3 May 2026: status was Limited, now Complete · One promise"
    ) in items["2026-08-01"]["content_text"]
    gone = items["2026-04-01-news"]
    assert gone["title"] == "Progress report: Record removed · One promise"
    assert gone["date_modified"] == "2026-09-01T00:00:00Z"


def test_a_feed_without_news_is_valid_and_waits() -> None:
    atom, as_json = written([])
    assert check_atom(atom).find(f"{ATOM}updated").text == f"{NEVER}T00:00:00Z"
    assert not feedparser.parse(atom).bozo
    assert check_json(as_json)["items"] == []


def test_without_the_sites_address_ids_are_whole_and_no_address_is_made_up() -> None:
    atom, as_json = written(told(), NOWHERE)
    root = check_atom(atom)
    assert root.find(f"{ATOM}id").text == (
        "tag:openroadmap.invalid,2026:rivermouth/2025-2027/feed"
    )
    assert not root.findall(f"{ATOM}entry/{ATOM}link")
    links = {each.get("rel"): each.get("href") for each in root.findall(f"{ATOM}link")}
    assert links["self"] == "../../rivermouth/2025-2027/feed.xml"
    feed = check_json(as_json)
    assert "feed_url" not in feed
    assert not [each for each in feed["items"] if "url" in each]


def test_two_builds_give_the_same_bytes() -> None:
    assert written(told()) == written(told())


HOSTILE = (
    "]]></content><entry><id>evil</id></entry><![CDATA[",
    '"><script>alert(1)</script>',
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "&amp;lt; &#0; &#x1f; &nbsp;",
    "\x00\x08\x0b\x1b\x7f\x85\ufffe\uffff\ud800",
    "\u2028\u2029\u202e",
    "👩‍🚒 𝔘𝔫𝔦 𐍈",
    "</feed>",
    '{"items":[]}\\u0000"',
    "ß" * 5_000,
)


def _typed(text: str) -> News:
    one = told()[0]
    about = tuple(replace(each, text=text, address=text) for each in one.about)
    return replace(
        one, title=text, text=text, said=text, what=text, recorded=text, member=text, plan=text,
        about=about,
    )  # fmt: skip


def check_text(text: str) -> None:
    place = replace(PLACE, name=text or "x", licence=text)
    atom, as_json = written([_typed(text)], place, replace(FEED, title=text or "x"))
    root = ElementTree.fromstring(atom)  # noqa: S314 - our own bytes
    assert len(root.findall(f"{ATOM}entry")) == 1
    assert {each.tag.removeprefix(ATOM) for each in root.iter()} <= {
        *("feed", "id", "title", "updated", "link", "author", "name", "rights", "generator"),
        *("entry", "published", "category", "content"),
    }
    html = root.find(f"{ATOM}entry/{ATOM}content").text or ""
    assert set(re.findall(r"<[^>]*>", html)) <= {"<p>", "</p>"}
    feed = json.loads(as_json)
    assert len(feed["items"]) == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_is_typed_stays_text(text: str) -> None:
    check_text(text)


@given(text=st.text(max_size=200))
def test_whatever_characters_are_typed_stay_text(text: str) -> None:
    check_text(text)
