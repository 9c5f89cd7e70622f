"""What was changed in a record is told: dates and codes with both sides, fields by their names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from gone_samples import BEGUN, CHANGED, amendment, facts_of
from openroadmap.model.facts import Revision, Told
from openroadmap.views.news.piece import News
from openroadmap.views.news.plan import news_of
from page_samples import SETTING
from plan_samples import commitment, plan_of, update


def changed(*revisions: Revision) -> News:
    """What is told of a report that was changed."""
    file = "updates/2026-04-01-news.yml"
    facts = facts_of(there={file: (date(2026, 4, 1), CHANGED)}, revised={file: revisions})
    found = news_of(plan_of(commitment(), updates=(update(date="2026-04-01"),)), facts, SETTING)
    return next(each for each in found.news if each.id == "records/m/p/2026-08-01")


def lines(news: News) -> list[str]:
    return [each.text for each in news.items]


def test_other_fields_are_named_beside_a_status_and_alone_four_at_most() -> None:
    fields = Revision(CHANGED, Told.FIELDS, "", "", "completion progress evidence")
    status = Revision(CHANGED, Told.STATUS, "", "limited", "complete")
    news = changed(status, fields)
    assert lines(news) == [
        "Progress report of 1 April 2026: status was Limited, now Complete",
        "Changed: Progress report of 1 April 2026 (Progress, Evidence)",
    ]
    assert [each.is_weighty for each in news.items] == [True, False]
    every = replace(fields, after="date title progress evidence sources next_steps")
    assert lines(changed(every)) == [
        "Changed: Progress report of 1 April 2026 "
        "(Date, Title, Progress, Evidence, and 2 more)"
    ]


def test_the_fields_of_all_changes_of_a_day_are_named_once() -> None:
    one = Revision(CHANGED, Told.FIELDS, "", "", "progress")
    two = replace(one, after="evidence progress")
    other = replace(one, day=BEGUN, after="title")
    assert lines(changed(one, two, other)) == [
        "Changed: Progress report of 1 April 2026 (Progress, Evidence)"
    ]


AGREED = partial(Revision, CHANGED, Told.AGREED, "milestones.m1.due_on")


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        (AGREED("2027-03-31", "2027-06-30"),
         ". The due date of “Open the register” was 31 March 2027, now 30 June 2027"),
        (AGREED("2027-03-31", "#12ab"),
         ". The due date of “Open the register”: it now says something else"),
        (AGREED("#12ab", "-"),
         ". The due date of “Open the register”: it now says something else"),
        (AGREED("2027-03-31", ""), ". The due date of “Open the register” was taken away"),
        (AGREED("", "#12ab"), ". The due date of “Open the register” was added"),
        (AGREED("", "2027-06-30"),
         ". The due date of “Open the register” was added: 30 June 2027"),
        (replace(AGREED("", "#12ab"), id="milestones.m1"),
         ". The milestone “Open the register” was added"),
        (replace(AGREED("2027-03-31", ""), id="milestones.m4.due_on"),
         ". The due date of “m4” was taken away"),
        (replace(AGREED("2027-03", "2027-04"), id="ends_on"),
         ". The end date was March 2027, now April 2027"),
        (replace(AGREED("#12ab", "#34cd"), id="supporting.civil_society"),
         ". “Partners: Civil society”: it now says something else"),
        (replace(AGREED("", "#34cd"), id="no.such.field"), ". “no: such: field” was added"),
        (Revision(CHANGED, Told.KIND, "", "modify", "correct"),
         ": kind was “Promise changed”, now “Slip of the record corrected”"),
        (Revision(CHANGED, Told.KIND, "", "", "add"),
         ": kind was not recorded, now “Commitment added”"),
        (Revision(CHANGED, Told.COMMITMENT, "", "one", "-"),
         ": commitment was “One promise”, now the plan itself"),
        (Revision(CHANGED, Told.COMMITMENT, "", "", "lost"),
         ": commitment was not recorded, now “lost”"),
        (Revision(CHANGED, Told.FORUM, "", "2026-06-17", ""),
         ": day on which the forum agreed was 17 June 2026, now not recorded"),
    ],
)  # fmt: skip
def test_what_an_agreed_change_says_otherwise_is_told_in_words(
    revision: Revision, said: str
) -> None:
    file = "amendments/later.yml"
    told = (revision, Revision(CHANGED, Told.FIELDS, "", "", _FIELD[revision.told]))
    facts = facts_of(there={file: (date(2026, 6, 22), CHANGED)}, revised={file: told})
    one = commitment(milestones=[{"id": "m1", "title": "Open the register"}])
    found = news_of(plan_of(one, amendments=(amendment("later"),)), facts, SETTING).news
    day = next(each for each in found if each.id == "records/m/p/2026-08-01")
    assert lines(day) == [f"Agreed change of 22 June 2026{said}"]


_FIELD = {
    Told.AGREED: "agreed",
    Told.KIND: "kind",
    Told.COMMITMENT: "commitment",
    Told.FORUM: "agreed_by_forum_on",
}


def test_a_commitment_and_the_plan_tell_their_fields() -> None:
    there = {"commitments/one.yml": (BEGUN, CHANGED), "plan.yml": (BEGUN, CHANGED)}
    revised = {
        "commitments/one.yml": (Revision(CHANGED, Told.FIELDS, "", "", "title policy_areas"),),
        "plan.yml": (Revision(CHANGED, Told.FIELDS, "", "", "ends_on"),),
    }
    facts = facts_of(there=there, revised=revised)
    found = news_of(plan_of(commitment()), facts, SETTING).news
    day = next(each for each in found if each.id == "records/m/p/2026-08-01")
    assert sorted(lines(day)) == [
        "Changed: Commitment (Title, Policy areas)",
        "Changed: The plan's own record (End date)",
    ]
