"""Stories and translations that were changed or removed are told on the changes and beside."""

from __future__ import annotations

from datetime import date

import pytest
from gone_samples import BEGUN, CHANGED, REMOVED, facts_of
from openroadmap.measure.progress import measure_progress
from openroadmap.model.facts import GitFacts, Revision, Told
from openroadmap.views.commitment import CommitmentView, view_commitments
from openroadmap.views.news.later import later_of
from openroadmap.views.news.piece import News
from openroadmap.views.news.plan import news_of
from openroadmap.views.plan import PlanView, view_plan
from page_samples import SETTING, progress_of
from plan_samples import commitment, plan_of, update

ONE, REPORT = "commitments/one.yml", "updates/2026-05-03-news.yml"
CAME = date(2026, 5, 3)
RECORDS = plan_of(commitment(), updates=(update(date="2026-05-03", completion="complete"),))


def story(
    lang: str = "", day: date = CHANGED, before: str = "#1", after: str = "#2"
) -> Revision:
    return Revision(day, Told.STORY, lang, before, after)


def french(day: date = CHANGED, after: str = "#2") -> Revision:
    return Revision(day, Told.TRANSLATION, "fr", "#1", after)


def beside(*revisions: Revision, file: str = ONE) -> GitFacts:
    there = {ONE: (BEGUN,), REPORT: (CAME,)}
    return facts_of(there=there, revised={file: revisions})


def page(facts: GitFacts) -> CommitmentView:
    later = later_of(RECORDS, facts, SETTING.today)
    progress = measure_progress(RECORDS, SETTING.today)
    return next(view_commitments(RECORDS, progress, SETTING, later=later))


def overview(facts: GitFacts) -> PlanView:
    later = later_of(RECORDS, facts, SETTING.today)
    return view_plan(RECORDS, measure_progress(RECORDS, SETTING.today), [], SETTING, later=later)


def day_of(facts: GitFacts, day: date = CHANGED) -> News | None:
    found = news_of(RECORDS, facts, SETTING).news
    return next((each for each in found if each.id == f"records/m/p/{day}"), None)


def lines(facts: GitFacts, day: date = CHANGED) -> list[str]:
    news = day_of(facts, day)
    return [each.text for each in news.items] if news else []


# Among what changed


@pytest.mark.parametrize(
    ("revisions", "said"),
    [
        ((story(),), ["Changed: Commitment (Longer story)"]),
        ((story("fr"),), ["Changed: Commitment (Longer story in French)"]),
        ((french(),), ["Changed: Commitment (Text in French)"]),
        ((story(after="-"),), ["Removed: Longer story (Commitment)"]),
        (
            (story(), french(after="-"), Revision(CHANGED, Told.FIELDS, "", "", "title")),
            ["Removed: Text in French (Commitment)", "Changed: Commitment (Longer story, Title)"],
        ),
    ],
)
def test_a_day_names_the_texts_beside_a_commitment(
    revisions: tuple[Revision, ...], said: list[str]
) -> None:
    news = day_of(beside(*revisions))
    assert news
    assert lines(beside(*revisions)) == said
    assert news.text == "Changed: 1 commitment."
    assert [each.text for each in news.about] == ["One promise"]


def test_a_removal_is_named_before_all_else_and_a_change_is_not() -> None:
    news = day_of(beside(story(), french(after="-")))
    assert news
    assert [each.is_weighty for each in news.items] == [True, False]


def test_a_report_is_named_with_its_date_and_leads_to_its_own_news() -> None:
    facts = beside(french(), file=REPORT)
    assert lines(facts) == ["Changed: Progress report of 3 May 2026 (Text in French)"]
    news = day_of(facts)
    assert news
    assert news.items[0].anchor == "report-2026-05-03-news"


def test_a_text_that_was_put_back_on_the_same_day_is_no_change() -> None:
    there_and_back = beside(story(), story(before="#2", after="#1"))
    assert day_of(there_and_back) is None
    assert page(there_and_back).texts.story is None


# On the pages of the promises


def test_the_page_of_a_commitment_says_it_where_the_text_stands_or_stood() -> None:
    found = page(beside(story(), french(day=REMOVED, after="-")))
    assert found.texts.story
    assert found.texts.translations
    assert found.texts.story.lines == ("The longer story was changed on 1 August 2026.",)
    removed = ("The text in French was removed on 1 September 2026.",)
    assert found.texts.translations.texts == removed


def test_the_newest_of_each_language_is_said_and_leads_to_those_before() -> None:
    changes = (story(), story("fr"), story("es"), story(day=REMOVED, after="-"))
    found = page(beside(*changes)).texts.story
    assert found
    assert sorted(found.lines) == [
        "The longer story in French was changed on 1 August 2026.",
        "The longer story in Spanish was changed on 1 August 2026.",
        "The longer story was removed on 1 September 2026.",
    ]
    assert found.earlier == "m/p/changes/#records-2026-08-01"
    assert day_of(beside(story())), "where it leads, something stands"


def test_the_overview_of_a_plan_says_it_of_its_own_record() -> None:
    found = overview(beside(french(), file="plan.yml"))
    assert found.texts.translations
    assert found.texts.translations.texts == ("The text in French was changed on 1 August 2026.",)
    assert lines(beside(french(), file="plan.yml")) == [
        "Changed: The plan's own record (Text in French)"
    ]
    assert overview(beside(french())).texts.translations is None


def test_a_report_is_marked_in_the_list_and_not_where_only_its_status_stands() -> None:
    facts = beside(french(), file=REPORT)
    found = page(facts)
    assert found.updates[0].mark
    assert found.updates[0].mark.texts == ("The text in French was changed on 1 August 2026.",)
    assert found.mark is found.voices[0].statements[0].mark is None
    later = later_of(RECORDS, facts, SETTING.today)
    assert progress_of(RECORDS, later)[0].matrix.rewritten == "", "no status became another"


def test_of_what_came_with_the_record_or_later_than_the_pages_nothing_is_said() -> None:
    assert page(beside(story(day=BEGUN))).texts.story is None
    assert page(beside(story(day=date(2099, 1, 1)))).texts.story is None
    assert page(beside()).texts.story is page(beside()).texts.translations is None
