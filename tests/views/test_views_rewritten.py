"""What was said of a commitment is not rewritten in silence: real repositories in, pages out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from openroadmap.i18n import translator
from openroadmap.measure.progress import measure_progress
from openroadmap.model.facts import GitFacts
from openroadmap.views.commitment import CommitmentView, view_commitments
from openroadmap.views.news.later import Later, later_of
from openroadmap.views.news.marks import Mark, MovedRecord
from openroadmap.views.news.piece import News
from openroadmap.views.news.plan import news_of
from openroadmap.views.plan import PlanView, view_plan
from page_samples import SETTING
from plan_samples import build
from repository import Repository, begin, read

PLAN = "commitments/m/p"
WORDS = translator("en")
DAY = "2026-08-01"
LAB = {"organisation": "Lab", "sector": "civil_society"}
VIEW = {"date": "2026-05-03", "commitment": "one", "by": LAB, "text": "Nothing was done."}
RESULT = {
    "relevance": "yes", "relevant_to": ["participation", "transparency"], "ambition": "high",
    "verifiable": "yes", "completion": "limited", "note": "The register opened late.",
    "early_results": "no_early_results", "potential_for_results": "modest", "starred": "yes",
}  # fmt: skip
REVIEW = {
    "by": "irm", "published_on": "2026-05-19", "findings": ["Half of it was done."],
    "results": {"one": RESULT, "two": {"ambition": "low"}},
}  # fmt: skip
REPORT = {"date": "2026-05-03", "title": "News", "commitment": "one", "completion": "limited"}
START = {"views/lab.yml": VIEW, "assessments/irm.yml": REVIEW, "updates/news.yml": REPORT}
Files = dict[str, Any]


class Site:
    """A plan of two commitments with a history, and its pages as of the tests' day."""

    def __init__(self, folder: Path) -> None:
        self.repository: Repository = begin(folder)
        self.files: Files = {}
        self.commit("2026-01-01", {
            "plan.yml": {"title": "The plan"},
            "commitments/one.yml": {"title": "One promise"},
            "commitments/two.yml": {"title": "Another promise"},
        })  # fmt: skip
        self.commit("2026-05-20", START)

    def commit(self, day: str, files: Files) -> None:
        self.files |= files
        self.repository.commit(day, {
            f"{PLAN}/{name}": None if record is None else yaml.safe_dump(record)
            for name, record in files.items()
        })  # fmt: skip

    @property
    def facts(self) -> GitFacts:
        return read(self.repository.folder).facts

    def build(self) -> None:
        data: dict[str, Any] = {"member": {"id": "m", "name": "M"}, "plan": {}}
        for name, record in self.files.items():
            folder, _, file = name.rpartition("/")
            if folder and record is not None:
                data.setdefault(folder, []).append({"id": file.removesuffix(".yml"), **record})
        data["plan"] = {"id": "p", **self.files["plan.yml"]}
        self.records = build(data)
        self.later: tuple[Later, ...] = later_of(self.records, self.facts, SETTING.today)
        self.progress = measure_progress(self.records, SETTING.today)

    def pages(self) -> dict[str, CommitmentView]:
        self.build()
        views = view_commitments(self.records, self.progress, SETTING, later=self.later)
        return {each.source.rpartition("/")[2].removesuffix(".yml"): each for each in views}

    def plan(self) -> PlanView:
        self.build()
        return view_plan(self.records, self.progress, [], SETTING, later=self.later)

    def news(self, day: str = DAY) -> News:
        self.build()
        told = news_of(self.records, self.facts, SETTING).news
        return next(each for each in told if each.id == f"records/m/p/{day}")

    def lines(self, day: str = DAY) -> list[str]:
        return [each.text for each in self.news(day).items]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path / "site")


def lines(mark: Mark | None) -> tuple[str, ...]:
    return mark.lines if mark else ()


def review(view: CommitmentView) -> tuple[str, ...]:
    return lines(view.voices[2].statements[0].mark)


def away(page: CommitmentView | PlanView) -> tuple[MovedRecord, ...]:
    part = page.removed_records if isinstance(page, PlanView) else page.removed_voices
    return part.moved if part else ()


# What an assessment says of a commitment


def without_one() -> Files:
    return {"assessments/irm.yml": {**REVIEW, "results": {"two": {"ambition": "low"}}}}


def test_a_result_that_was_taken_out_is_told_at_its_commitment_and_names_it(site: Site) -> None:
    site.commit(DAY, without_one())
    removed = site.pages()["one"].removed_voices
    assert removed
    assert removed.size == "1 assessment"
    assert [each.address for each in removed.days] == ["m/p/changes/#records-2026-08-01"]
    assert site.pages()["two"].removed_voices is None
    news = site.news()
    assert site.lines()[0] == (
        "Assessment of 19 May 2026: what it said of “One promise” was removed; status was Limited"
    )
    assert [each.address for each in news.items[0].about] == ["m/p/one/"]
    assert news.commitments == ("one",)
    assert [(each.what, each.commitments, each.before) for each in site.later] == [
        ("dropped", ("one",), "limited")
    ]


def test_so_it_is_where_it_gave_no_status_and_where_it_is_put_back_the_same_day_it_is_not(
    site: Site,
) -> None:
    site.commit(DAY, {"assessments/irm.yml": {**REVIEW, "results": {"one": RESULT}}})
    assert site.pages()["two"].removed_voices
    assert site.lines()[0] == (
        "Assessment of 19 May 2026: what it said of “Another promise” was removed"
    )
    site.commit(DAY, {"assessments/irm.yml": REVIEW})
    assert site.pages()["two"].removed_voices is None


def test_taken_out_and_put_back_with_another_code_on_a_day_the_code_is_told(site: Site) -> None:
    site.commit(DAY, without_one())
    site.commit(DAY, {"assessments/irm.yml": result(ambition="low")})
    assert review(site.pages()["one"]) == (
        "“Ambition” was changed on 1 August 2026; it was High.",
    )


def test_a_result_that_came_later_says_so(site: Site) -> None:
    site.commit("2026-07-01", without_one())
    site.commit(DAY, {"assessments/irm.yml": REVIEW})
    assert review(site.pages()["one"]) == (
        "This was added to the assessment on 1 August 2026.",
    )
    assert site.lines()[0] == (
        "Assessment of 19 May 2026: what it says of “One promise” was added"
    )


def result(**fields: Any) -> Files:
    said = {name: value for name, value in {**RESULT, **fields}.items() if value is not None}
    return {**REVIEW, "results": {**REVIEW["results"], "one": said}}


@pytest.mark.parametrize(
    ("field", "after", "title", "was", "now"),
    [
        ("ambition", "low", "Ambition", "High", "Low"),
        ("relevance", "no", "Relevance", "Relevant to open government",
         "Not relevant to open government"),
        ("verifiable", "no", "Verifiable", "Yes", "No"),
        ("potential_for_results", "substantial", "Potential for results", "Modest", "Substantial"),
        ("early_results", "significant", "Early results", "No early results to report yet",
         "Significant"),
        ("starred", "no", "Starred", "Yes", "No"),
        ("relevant_to", ["transparency"], "Relevant to",
         "Civic participation, Transparency", "Transparency"),
        ("ambition", None, "Ambition", "High", "not recorded"),
    ],
)  # fmt: skip
def test_each_code_of_a_result_is_told_with_both_sides(
    site: Site, field: str, after: Any, title: str, was: str, now: str
) -> None:
    site.commit(DAY, {"assessments/irm.yml": result(**{field: after})})
    pages = site.pages()
    assert review(pages["one"]) == (f"“{title}” was changed on 1 August 2026; it was {was}.",)
    assert review(pages["two"]) == ()
    assert site.lines() == [f"Assessment of 19 May 2026. “{title}” was {was}, now {now}"]
    assert site.news().commitments == ("one",)
    assert {each.field for each in site.later} == {field}


def test_a_code_that_came_later_says_so(site: Site) -> None:
    site.commit(DAY, {"assessments/irm.yml": result(opened_government="marginal")})
    assert review(site.pages()["one"]) == (
        "“Did it open government?” was added on 1 August 2026.",
    )


# Words and authors


@pytest.mark.parametrize(
    ("file", "after", "mark", "line"),
    [
        ("views/lab.yml", {**VIEW, "text": "All is well."}, "The words were changed",
         "View of civil society of 3 May 2026. “Text”: it now says something else"),
        ("views/lab.yml", {**VIEW, "by": {**LAB, "organisation": "Ministry"}},
         "The author was changed", "View of civil society of 3 May 2026: the author was changed"),
        ("assessments/irm.yml", {**REVIEW, "by": "monitoring_body"}, "The author was changed",
         "Assessment of 19 May 2026: the author was changed"),
        ("assessments/irm.yml", result(note="All is well."), "The words were changed",
         "Assessment of 19 May 2026. “Note”: it now says something else"),
    ],
)  # fmt: skip
def test_words_and_authors_are_marked_and_weighty(
    site: Site, file: str, after: Files, mark: str, line: str
) -> None:
    site.commit(DAY, {file: after})
    said = [lines(told.mark) for voice in site.pages()["one"].voices for told in voice.statements]
    assert (f"{mark} on 1 August 2026.",) in said
    (item,) = site.news().items
    assert item.text == line
    assert item.is_weighty
    assert [(each.before, each.after) for each in site.later] == [("", "")] * len(site.later)


def test_findings_are_marked_on_the_page_of_the_plan_alone(site: Site) -> None:
    site.commit(DAY, {"assessments/irm.yml": {**REVIEW, "findings": ["All is well."]}})
    assert lines(site.plan().assessments[0].mark) == ("The words were changed on 1 August 2026.",)
    assert review(site.pages()["one"]) == ()


def test_what_is_only_laid_out_anew_is_no_change(site: Site) -> None:
    folded = "text: >\n  Nothing\n  was done."
    text = yaml.safe_dump({**VIEW, "text": "x"}).replace("text: x", folded)
    turned = text.replace("by:\n  organisation: Lab\n  sector: civil_society",
                          "by:\n  sector: civil_society\n  organisation: Lab")  # fmt: skip
    assert turned != text
    site.repository.commit(DAY, {f"{PLAN}/views/lab.yml": turned})
    site.build()
    assert site.later == ()


# From one commitment to another


@pytest.mark.parametrize(
    ("file", "record", "kind", "voice", "name"),
    [
        ("views/lab.yml", VIEW, "1 view of civil society", 1, "View of civil society"),
        ("updates/news.yml", REPORT, "1 report", 0, "Progress report"),
    ],
)
def test_a_move_is_told_where_it_was_and_where_it_is(
    site: Site, file: str, record: Files, kind: str, voice: int, name: str
) -> None:
    site.commit(DAY, {file: {**record, "commitment": "two"}})
    pages = site.pages()
    (moved,) = away(pages["one"])
    assert moved.record == kind
    assert (moved.place.text, moved.place.address) == ("Another promise", "m/p/two/")
    assert (moved.day.text, moved.day.address) == (
        "1 August 2026", "m/p/changes/#records-2026-08-01",
    )  # fmt: skip
    assert away(pages["two"]) == ()
    assert lines(pages["two"].voices[voice].statements[0].mark) == (
        "Moved here on 1 August 2026; it was about “One promise”.",
    )
    assert site.lines() == [
        f"{name} of 3 May 2026: commitment was “One promise”, now “Another promise”"
    ]
    assert set(site.news().commitments) == {"one", "two"}


def test_a_move_to_and_from_the_whole_plan_is_told_there(site: Site) -> None:
    whole = {name: value for name, value in REPORT.items() if name != "commitment"}
    site.commit(DAY, {"updates/news.yml": whole})
    (moved,) = away(site.pages()["one"])
    assert (moved.place.text, moved.place.address) == ("The plan", "m/p/")
    assert lines(site.plan().updates[0].mark) == (
        "Moved here on 1 August 2026; it was about “One promise”.",
    )
    assert away(site.plan()) == ()
    site.commit("2026-08-09", {"updates/news.yml": REPORT})
    (moved,) = away(site.plan())
    assert moved.place.text == "One promise"
    assert lines(site.pages()["one"].updates[0].mark) == (
        "Moved here on 9 August 2026; it was about the whole plan.",
    )


def test_what_was_moved_away_and_removed_there_is_told_where_it_was(site: Site) -> None:
    site.commit(DAY, {"views/lab.yml": {**VIEW, "commitment": "two"}})
    site.commit("2026-09-01", {"views/lab.yml": None})
    pages = site.pages()
    assert [each.place.text for each in away(pages["one"])] == ["Another promise"]
    removed = pages["two"].removed_voices
    assert removed
    assert removed.size == "1 view of civil society"
