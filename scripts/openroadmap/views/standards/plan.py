"""A plan held against the standards: its assessments come in, all that the page shows goes out.

One page a plan, with a part for each pack of requirements: first what can be
grasped in ten seconds, then each requirement, last what no record speaks of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.measure.assessment import Assessment
from openroadmap.model.site import PlanRecords
from openroadmap.standards.pack import Group, Pack, in_language
from openroadmap.views.around import plan_in_full
from openroadmap.views.calendar.coming import CALENDAR
from openroadmap.views.news.later import Later
from openroadmap.views.parts import Crumb, Foot
from openroadmap.views.setting import Setting, plan_address
from openroadmap.views.standards.attested import Changes, attested_changes
from openroadmap.views.standards.duties import (
    Duty,
    duty_lines,
    next_step,
    standards_address,
)
from openroadmap.views.standards.parts import (
    DutyLine,
    MarkCount,
    NextStep,
    RequirementGroup,
    Silence,
    StandardsBrief,
    mark_counts,
)
from openroadmap.views.standards.requirements import (
    view_asks,
    view_groups,
    view_silences,
    view_steps,
)
from openroadmap.views.tabs import Tab, plan_page

NOTICES = {
    "national": N_(
        "A machine worked this out from dates and records. Whether a member has met OGP's "
        "requirements, only OGP's Independent Reporting Mechanism decides."
    ),
    "local": N_(
        "A machine worked this out from dates and records. Whether a local member has met OGP's "
        "requirements, only OGP's Support Unit decides, on the report of the monitoring body."
    ),
}


@immutable
class PackPart:
    """What one pack of requirements comes to."""

    anchor: str
    """The place of its heading in the page."""
    title: str
    """What the pack is called."""
    is_ambition: bool
    """True when the plan is held to it by its own will."""
    notice: str
    """Who decides, in a sentence."""
    counts: tuple[MarkCount, ...]
    """How many answers on what is required are in each state."""
    size: str
    """How many requirements there are, in words."""
    next: NextStep | None
    """What can be mended, else what is at risk, else the next deadline."""
    groups: tuple[RequirementGroup, ...]
    """The requirements that records speak of."""
    taken: tuple[Crumb, ...]
    """Steps beyond what is asked that were taken."""
    open: tuple[Crumb, ...]
    """Steps beyond what is asked that are not recorded."""
    silences: tuple[Silence, ...]
    """What no record speaks of, each reason once."""
    asks: tuple[str, ...]
    """How that can be supplied."""


@immutable
class StandardsView:
    """All that the page of a plan's standards shows."""

    kind: ClassVar[str] = "standards"
    address: str
    """Its address from the site's root."""
    root: str
    """The way from the page to the site's root."""
    title: str
    """What the page is called."""
    description: str
    """A sentence for search engines."""
    source: str
    """The plan's file in the repository."""
    crumbs: tuple[Crumb, ...]
    """Home, member and plan."""
    tabs: tuple[Tab, ...]
    """The plan's pages."""
    plan: str
    """The plan's title."""
    as_of: str
    """The day that everything is judged by, in words."""
    parts: tuple[PackPart, ...]
    """One part a pack; the plan's own pack first."""
    coming: tuple[DutyLine, ...]
    """Deadlines and planned meetings, soonest first."""
    calendar: str
    """The address of the calendar, or "" when nothing is coming."""
    foot: Foot
    """How to suggest a change."""


def view_standards(
    records: PlanRecords,
    assessments: Iterable[Assessment],
    packs: Mapping[str, Pack],
    duties: tuple[Duty, ...],
    setting: Setting,
    later: Iterable[Later] = (),
) -> StandardsView:
    """``later`` is what became of the plan's records."""
    words = setting.words
    changes = attested_changes(records, later, words)
    title = words.gettext("Held against the standards")
    page = plan_page(StandardsView.kind, title, records, setting, has_standards=True)
    return StandardsView(
        **page,
        description=words.gettext(
            "Where {plan} stands with each requirement of OGP, why, and what comes next.",
            plan=plan_in_full(records, words),
        ),
        parts=tuple(
            _part(each, packs[each.pack_id], records, setting, changes) for each in assessments
        ),
        coming=duty_lines(duties),
        calendar=f"{plan_address(records)}{CALENDAR}" if any(each.day for each in duties) else "",
    )


def brief_of(
    records: PlanRecords,
    assessments: Iterable[Assessment],
    packs: Mapping[str, Pack],
    setting: Setting,
) -> StandardsBrief | None:
    """The plan's own pack in a few words; None when it is held against none."""
    first = next((each for each in assessments), None)
    if first is None:
        return None
    return StandardsBrief(
        address=standards_address(records),
        title=in_language(packs[first.pack_id].title, setting.words.lang),
        counts=mark_counts(first.counts(Group.REQUIRED), setting.words),
        next=next_step(first, packs[first.pack_id], records, setting),
    )


def _part(
    assessment: Assessment, pack: Pack, records: PlanRecords, setting: Setting, changes: Changes
) -> PackPart:
    words = setting.words
    return PackPart(
        anchor="ambition" if assessment.ambition else "profile",
        title=in_language(pack.title, words.lang),
        is_ambition=assessment.ambition,
        notice=words.gettext(NOTICES[pack.level]),
        counts=mark_counts(assessment.counts(Group.REQUIRED), words),
        size=_size(assessment, words),
        next=next_step(assessment, pack, records, setting),
        groups=tuple(view_groups(assessment, pack, records, setting, changes)),
        taken=view_steps(assessment, pack, words, taken=True),
        open=view_steps(assessment, pack, words, taken=False),
        silences=view_silences(assessment, pack, words, changes),
        asks=view_asks(assessment, words),
    )


def _size(assessment: Assessment, words: Translator) -> str:
    """How many requirements; and how many states, where some are asked of both phases."""
    required = [each for each in assessment.verdicts if each.group is Group.REQUIRED]
    number = len({each.requirement for each in required})
    size = words.ngettext("{n} minimum requirement", "{n} minimum requirements", number)
    twice = len(required) - number
    if not twice:
        return size
    more = words.ngettext(
        "{n} of them is asked of co-creation and of implementation",
        "{n} of them are asked of co-creation and of implementation",
        twice,
    )
    states = words.ngettext("{n} state", "{n} states", len(required))
    return words.gettext("{size}; {more}: {states}", size=size, more=more, states=states)
