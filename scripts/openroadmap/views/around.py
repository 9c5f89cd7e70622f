"""What stands around a record on its page: the way back, its order, ways to change it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from openroadmap.i18n import Translator
from openroadmap.model.commitment import Commitment
from openroadmap.model.dates import PartialDate
from openroadmap.model.member import Member, Plan
from openroadmap.model.site import PlanRecords
from openroadmap.views.parts import Crumb, Ways
from openroadmap.views.setting import Setting, commitment_address, plan_address

_DIGITS = re.compile(r"(\d+)")


def home_crumb(
    words: Translator, *, example: bool = False, still: PartialDate | None = None
) -> Crumb:
    """The way back begins here, and so does every page of an example, with its notice."""
    return Crumb(words.gettext("Home"), "", example_notice(words, still) if example else "")


def example_notice(words: Translator, still: PartialDate | None = None) -> str:
    """``still`` is the day from which the example stands still."""
    notice = words.gettext(
        "This is an example. The place, the organisations and all that is told of them are "
        "invented, to show how a plan can be kept."
    )
    if still is None:
        return notice
    day = words.partial(still)
    shown = words.gettext("It is shown as of {date} and stays so.", date=day)
    return f"{notice} {shown}"


def plan_crumbs(records: PlanRecords, words: Translator, *, with_plan: bool) -> tuple[Crumb, ...]:
    """Home, the member, and for pages below the plan the plan."""
    context = records.context
    name = member_name(context.member, context.member_id)
    still = records.plan.example_on if records.plan else None
    home = home_crumb(words, example=records.example, still=still)
    crumbs = (home, Crumb(name, f"{context.member_id}/"))
    return (*crumbs, Crumb(plan_title(records), plan_address(records))) if with_plan else crumbs


def member_name(member: Member | None, id: str) -> str:
    """The member's name; where its record cannot be read, its folder's name."""
    return member.name if member else id


def plan_title(records: PlanRecords) -> str:
    return records.plan.title if records.plan else records.id


def plan_in_full(records: PlanRecords, words: Translator) -> str:
    """The plan and its member, for where nothing else says whose it is."""
    context = records.context
    return with_member(plan_title(records), member_name(context.member, context.member_id), words)


def with_member(title: str, member: str, words: Translator) -> str:
    """A title and the member, unless the title has it already."""
    if member in title:
        return title
    return words.gettext("{title}, {member}", title=title, member=member)


def in_plan_order(commitments: Iterable[Commitment]) -> list[Commitment]:
    """By number in the plan, then by OGP's id, then by our own, with 10 after 9."""
    return sorted(commitments, key=_place)


def neighbours(records: PlanRecords) -> dict[str, tuple[Crumb | None, Crumb | None]]:
    """The commitments before and after each, by its id, in the order of the plan's page."""
    order = in_plan_order(records.commitments)
    steps = [Crumb(each.title, commitment_address(records, each.id)) for each in order]
    beside = zip([None, *steps], [*steps[1:], None], strict=False)
    return dict(zip((each.id for each in order), beside, strict=False))  # there may be none


def _place(commitment: Commitment) -> tuple[int, tuple[tuple[int, int, str], ...]]:
    if commitment.number:
        return 0, _natural(commitment.number)
    if commitment.ogp_id:
        return 1, _natural(commitment.ogp_id)
    return 2, _natural(commitment.id)


def ways_for(file: str, title: str, plan: Plan | None, setting: Setting) -> Ways:
    """How to edit or suggest; links are absent where no repository is known."""
    words, forge = setting.words, setting.forge
    edit = suggest = ""
    if forge:
        edit = forge.edit_url(file)
        suggest = forge.issue_url(
            words.gettext("Suggestion: {title}", title=title), _letter(file, title, words)
        )
    return Ways(edit, suggest, file, keeper_words(plan, words))


def keeper_words(plan: Plan | None, words: Translator) -> str:
    """Who keeps the records of a plan, in a sentence."""
    if plan is None or plan.kept_by is None:
        return ""
    if plan.kept_by == "government":
        return words.gettext("This record is kept by the government itself.")
    if plan.keeper:
        return words.gettext(
            "This record was transcribed from public sources by {keeper}, not by the government.",
            keeper=plan.keeper,
        )
    return words.gettext(
        "This record was transcribed from public sources by others than the government."
    )


def _letter(file: str, title: str, words: Translator) -> str:
    """The text of a suggestion, with the questions that an editor would ask."""
    lines = (
        words.gettext("About: {title} ({file})", title=title, file=file),
        words.gettext("What should change, and why?"),
        words.gettext("Where can this be checked? A link to a public source helps."),
    )
    return "\n\n\n".join(lines) + "\n\n"


@lru_cache(maxsize=16_384)
def _natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """A text as numbers and the words between them; every page of a plan sorts the plan."""
    parts = _DIGITS.split(text)
    return tuple((1, int(part), "") if part.isdecimal() else (0, 0, part) for part in parts if part)
