"""How a plan was made together: co-creation and the forum.

In come a plan's records; out come the parts of its overview that tell how people took part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.model.member import Cocreation, Endorsement
from openroadmap.model.parts import Party
from openroadmap.model.process import Forum
from openroadmap.model.site import PlanRecords
from openroadmap.views.calendar.occasions import Figure, OccasionGroup, view_figures, view_occasions
from openroadmap.views.dates import words_for_any, words_for_period
from openroadmap.views.labels import field_title, term
from openroadmap.views.parts import Group, Remark, Text
from openroadmap.views.sources import Cited, SourceList
from openroadmap.views.voices import party_words


@immutable
class ForumPart:
    """The multi-stakeholder forum."""

    name: str
    """Its name, or ""."""
    facts: tuple[Text, ...]
    """Since when, chairs, secretariat."""
    texts: tuple[Text, ...]
    """What it is for and what is known of it, Markdown."""
    members: tuple[Group, ...]
    """Who sits in it, by sector."""


@immutable
class CocreationPart:
    """How people took part in making the plan."""

    facts: tuple[Text, ...]
    """When it took place, and the level of public influence."""
    summary: Text | None
    """How people took part, Markdown."""
    steps: tuple[str, ...]
    """What was done, in order, Markdown."""
    figures: tuple[Figure, ...]
    """Ideas, votes, participants."""
    occasions: tuple[OccasionGroup, ...]
    """What was announced, ways to take part, outreach and meetings, each by date."""
    marks: tuple[int, ...]
    """Numbers of the sources that cover co-creation."""
    remarks: tuple[Remark, ...]
    """Notes about co-creation."""


def view_cocreation(
    records: PlanRecords, cited: Cited, numbered: SourceList, root: str, words: Translator
) -> CocreationPart | None:
    """The part on co-creation; None when nothing of it is recorded."""
    told = (records.plan.cocreation if records.plan else None) or Cocreation()
    facts = tuple(_cocreation_facts(told, cited, words))
    label = field_title(Cocreation, "summary", words)
    summary = Text(label, told.summary) if told.summary else None
    occasions = view_occasions(records, numbered, root, words)
    figures = (*view_figures(told.counts, words), *_ledger(records, words))
    if not (facts or summary or told.steps or figures or occasions):
        return None
    return CocreationPart(
        facts=facts,
        summary=summary,
        steps=told.steps,
        figures=figures,
        occasions=occasions,
        marks=cited.marks("cocreation"),
        remarks=cited.remarks("cocreation"),
    )


def view_forum(forum: Forum | None, cited: Cited, words: Translator) -> ForumPart | None:
    if forum is None:
        return None
    return ForumPart(
        name=forum.name or "",
        facts=tuple(_forum_facts(forum, cited, words)),
        texts=tuple(
            cited.text(field_title(Forum, name, words), getattr(forum, name), name)
            for name in ("remit", "summary")
            if getattr(forum, name)
        ),
        members=by_sector(forum.members, words),
    )


def _cocreation_facts(told: Cocreation, cited: Cited, words: Translator) -> Iterator[Text]:
    if told.starts_on or told.ends_on:
        period = words_for_period(told.starts_on, told.ends_on, words)
        marks = cited.marks("cocreation.starts_on", "cocreation.ends_on")
        yield Text(words.gettext("Period"), period, marks)
    if told.public_influence:
        level = term("public_influence", told.public_influence, words)
        label = field_title(Cocreation, "public_influence", words)
        yield Text(label, level, cited.marks("cocreation.public_influence"))


def _forum_facts(forum: Forum, cited: Cited, words: Translator) -> Iterator[Text]:
    if forum.established_on:
        label = field_title(Forum, "established_on", words)
        yield cited.text(label, words_for_any(forum.established_on, words), "established_on")
    if forum.chairs:
        chairs = "; ".join(party_words(chair, words) for chair in forum.chairs)
        yield cited.text(field_title(Forum, "chairs", words), chairs, "chairs")
    if forum.secretariat:
        label = field_title(Forum, "secretariat", words)
        yield cited.text(label, forum.secretariat, "secretariat")
    if forum.rules:
        covers = ", ".join(term("forum_rule", code, words) for code in forum.rules.covers)
        published = words_for_any(forum.rules.published_on, words)
        text = " · ".join(filter(None, (covers, published))) or words.gettext("Published")
        label = field_title(Forum, "rules", words)
        yield cited.text(label, text, "rules", url=forum.rules.url or "")


def by_sector(parties: Iterable[Party], words: Translator) -> tuple[Group, ...]:
    sectors: dict[str, list[str]] = {}
    for party in parties:
        sector = term("sector", party.sector, words) or words.gettext("Sector not recorded")
        sectors.setdefault(sector, []).append(party_words(party, words))
    return tuple(Group(sector, tuple(names)) for sector, names in sectors.items())


def _ledger(records: PlanRecords, words: Translator) -> Iterator[Figure]:
    """How many contributions and answers are on record."""
    if records.contributions:
        number = len(records.contributions)
        what = words.gettext("contributions recorded here")
        yield Figure(words.number(number), what)
    if records.responses:
        number = len(records.responses)
        yield Figure(words.number(number), words.gettext("reasoned responses recorded here"))


def view_endorsements(
    endorsements: Iterable[Endorsement], words: Translator
) -> Iterator[Text]:
    """Who stands behind a plan, with the day."""
    for each in endorsements:
        sector = term("sector", each.sector, words)
        date = words_for_any(each.endorsed_on, words)
        url = next((proof.url for proof in each.evidence if proof.url), "")
        yield Text(each.organisation, " · ".join(filter(None, (sector, date))), url=url)
