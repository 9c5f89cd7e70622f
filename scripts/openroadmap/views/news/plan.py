"""The news of a plan: its records, a day and what git proves come in, news goes out.

What is dated later than the day is no news yet. A record that bears no date is
only counted: the day on which it was recorded here is not that on which it
happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from openroadmap.history.drift import NO_DRIFT, Drift
from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.model.dates import PartialDate
from openroadmap.model.facts import GitFacts, History
from openroadmap.model.member import Plan
from openroadmap.model.process import Meeting, Response
from openroadmap.model.reports import completion_of, evidence_of, updates_by_commitment
from openroadmap.model.site import PlanRecords
from openroadmap.model.voices import Assessment, Update, View
from openroadmap.views.calendar.occasions import attendance_words
from openroadmap.views.labels import reported_status, status_of, term
from openroadmap.views.news.desk import Desk, facts_on
from openroadmap.views.news.gone import gone_dates, gone_news, without_date
from openroadmap.views.news.piece import FEW, News, NewsKind, newest_first
from openroadmap.views.news.promise import Unexplained, promise_news, told_fields
from openroadmap.views.news.records import records_days, records_news
from openroadmap.views.parts import Status
from openroadmap.views.setting import Setting, commitment_address
from openroadmap.views.voices import assessment_title, assessor_words, party_words

Told = Iterator[News | None]


@immutable
class PlanNews:
    """All the news of a plan, newest first."""

    news: tuple[News, ...]
    """The news."""
    unexplained: tuple[Unexplained, ...]
    """Differences from the plan as adopted of which neither reason nor day is known."""
    undated: int
    """How many records are left out because they bear no date."""
    removed: int
    """How many records are gone and left out because no date of theirs is known."""
    begins: date | None
    """When the record of the plan began here, as git proves it."""
    history: History
    """How much of the history is there."""


def news_of(
    records: PlanRecords, facts: GitFacts, setting: Setting, drift: Drift = NO_DRIFT
) -> PlanNews:
    """The news of a plan as of the setting's day; ``drift`` is what became of it."""
    desk = Desk(records, facts, setting)
    promises, unexplained = promise_news(desk, drift)
    told = (
        *_of_plan(desk),
        *_reports(desk),
        *(_view(each, desk) for each in records.views),
        *(_assessment(each, desk) for each in records.assessments),
        *promises,
        *(news for each in records.meetings for news in _meeting(each, desk)),
        *(_answer(each, desk) for each in records.responses),
        *gone_news(desk),
    )
    own = [each for each in told if each]
    rest = records_news(desk, {each.anchor for each in own}, {*told_fields(desk, drift)})
    news = newest_first((*own, *filter(None, rest)))
    removed = without_date(records, desk.facts)
    return PlanNews(tuple(news), unexplained, desk.undated, removed, desk.begins, facts.history)


def years_of_news(records: PlanRecords, facts: GitFacts, today: date) -> set[str]:
    """The years of which a plan has news, without telling any."""
    plan = records.plan
    facts = facts_on(records, facts, today)
    told = records_days(records, facts, today)
    dates = [*(when for _, when in _plan_dates(plan))] if plan else []
    dates += (each.date for each in (*records.updates, *records.views, *records.amendments))
    dates += (each.published_on for each in (*records.assessments, *records.responses))
    for each in records.meetings:
        if _may_be_held(each):
            dates += (each.date, _minutes_on(each))
    dates += gone_dates(records, facts)
    told += (when.first for when in dates if when and when.first <= today)
    return {str(day.year) for day in told}


def _plan_dates(plan: Plan) -> Iterator[tuple[NewsKind, PartialDate]]:
    if plan.adopted_on:
        yield NewsKind.ADOPTED, plan.adopted_on
    if plan.submitted_on:
        yield NewsKind.SUBMITTED, plan.submitted_on


def _of_plan(desk: Desk) -> Told:
    plan = desk.records.plan
    for kind, when in _plan_dates(plan) if plan else ():
        record = ("plan", desk.records.id)
        yield desk.news(kind, record, when, title=plan.title, address=desk.address)


def _reports(desk: Desk) -> Told:
    """In the order of each commitment's updates, so that each knows the status before."""
    for updates in updates_by_commitment(desk.records, desk.today).values():
        before: Status | None = None
        for update in updates:
            status = reported_status(update.completion, update.status_words, desk.words)
            yield _report(update, status, before, desk)
            before = status or before
    for update in desk.records.updates:
        if update.commitment is None:
            yield _report(update, None, None, desk)


def _report(
    update: Update, status: Status | None, before: Status | None, desk: Desk
) -> News | None:
    id = update.commitment
    page = commitment_address(desk.records, id) if id else desk.address
    sentences = (
        _status_sentence(status, before, desk.words),
        _milestones_sentence(update, desk),
        _evidence_sentence(update, desk.words),
    )
    return desk.news(
        NewsKind.REPORT,
        ("update", update.id),
        update.date,
        title=update.title or "",
        status=status,
        is_new_status=bool(status and before and status != before),
        text=_joined(sentences),
        address=f"{page}#update-{update.id}" if not id or id in desk.commitments else "",
        about=(id,) if id else (),
    )


def _status_sentence(status: Status | None, before: Status | None, words: Translator) -> str:
    if status is None:
        return ""
    if before is None:
        return words.gettext("Reported: {status}.", status=status.word)
    if before == status:
        return words.gettext("Reported: {status}, as before.", status=status.word)
    return words.gettext(
        "Reported: {status}; before: {before}.", status=status.word, before=before.word
    )


def _milestones_sentence(update: Update, desk: Desk) -> str:
    """What the report says of milestones, as far as it gives them a status."""
    words, commitment = desk.words, desk.commitments.get(update.commitment or "")
    titles = {each.id: each.title for each in commitment.milestones} if commitment else {}
    said = [
        words.gettext(
            "{milestone} ({status})",
            milestone=titles.get(each.id, each.id),
            status=status_of(code, words).word,
        )
        for each in update.milestones
        if (code := completion_of(each))
    ]
    return _listed(words.gettext("Milestones:"), said, words)


def _evidence_sentence(update: Update, words: Translator) -> str:
    titles = list(dict.fromkeys(each.title for each in evidence_of(update)))
    return _listed(words.gettext("Evidence:"), titles, words)


def _view(view: View, desk: Desk) -> News | None:
    words = desk.words
    status = status_of(view.completion, words) if view.completion else None
    text = words.gettext("In their view: {status}.", status=status.word) if status else ""
    page = commitment_address(desk.records, view.commitment)
    return desk.news(
        NewsKind.VIEW,
        ("view", view.id),
        view.date,
        title=party_words(view.by, words),
        status=status,
        text=text,
        said=view.text or "",
        address=f"{page}#voices" if view.commitment in desk.commitments else "",
        about=(view.commitment,),
    )


def _assessment(report: Assessment, desk: Desk) -> News | None:
    words = desk.words
    about = tuple(id for id in report.results if id in desk.commitments)
    size = words.ngettext(
        "It speaks of {n} commitment.", "It speaks of {n} commitments.", len(about)
    )
    who = words.gettext("By {who}.", who=assessor_words(report, words))
    return desk.news(
        NewsKind.ASSESSMENT,
        ("assessment", report.id),
        report.published_on,
        title=assessment_title(report, words),
        text=_joined((who, size if about else "")),
        address=f"{desk.address}#assessment-{report.id}",
        about=about,
    )


def _may_be_held(meeting: Meeting) -> bool:
    return meeting.status in (None, "held")


def _minutes_on(meeting: Meeting) -> PartialDate | None:
    return meeting.minutes.published_on if meeting.minutes else None


def _meeting(meeting: Meeting, desk: Desk) -> Told:
    """What was held, or may have been; what is planned or was cancelled is no news."""
    words = desk.words
    if not _may_be_held(meeting):
        return
    who = attendance_words(meeting.attendance, words)
    sentences = (
        "" if meeting.status else words.gettext("Whether it was held is not recorded."),
        words.gettext("Who came: {who}.", who=who) if who else "",
    )
    record = ("meeting", meeting.id)
    kind = term("meeting_kind", meeting.kind, words)
    title = meeting.title or kind or words.gettext("Meeting")
    page = f"{desk.address}#cocreation"
    yield desk.news(
        NewsKind.MEETING, record, meeting.date, title=title, text=_joined(sentences), address=page
    )
    published = _minutes_on(meeting)
    if published:
        text = words.gettext("Of the meeting of {date}.", date=words.partial(meeting.date))
        yield desk.news(NewsKind.MINUTES, record, published, title=title, text=text, address=page)


def _answer(response: Response, desk: Desk) -> News | None:
    words = desk.words
    names = [desk.contributions.get(id) or id for id in response.contributions]
    size = words.ngettext(
        "Answer to {n} contribution", "Answer to {n} contributions", len(names)
    )
    decision = term("decision", response.decision, words)
    text = words.gettext("Decision: {decision}.", decision=decision) if decision else ""
    return desk.news(
        NewsKind.ANSWER,
        ("response", response.id),
        response.published_on,
        title=names[0] if len(names) == 1 else size if names else "",
        text=text,
        said=response.reason or "",
        about=tuple(id for id in response.commitments if id in desk.commitments),
    )


def _listed(label: str, names: list[str], words: Translator) -> str:
    """"Evidence: one; two; three; 2 more."."""
    if not names:
        return ""
    said = names[:FEW]
    if len(names) > FEW:
        said.append(words.ngettext("{n} more", "{n} more", len(names) - FEW))
    return f"{label} {'; '.join(name.rstrip('.') for name in said)}."


def _joined(sentences: Iterable[str]) -> str:
    return " ".join(filter(None, sentences))
