"""One difference from what was adopted, in a sentence: a difference comes in, words go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from openroadmap.history.agreed import STEPS
from openroadmap.history.differences import Change, Difference, Side
from openroadmap.i18n import N_, Translator
from openroadmap.model.commitment import Milestone, Promise
from openroadmap.model.dates import PartialDate
from openroadmap.model.fields import Record
from openroadmap.model.member import PlanPromise
from openroadmap.model.table import model_at, table
from openroadmap.views.labels import field_title

_WHAT = {
    "starts_on": N_("The start date"),
    "ends_on": N_("The end date"),
    "ends_label": N_("The end as the plan words it"),
    "lead": N_("The lead institution"),
    "solution": N_("The solution"),
    "problem": N_("The problem"),
    "expected_results": N_("What is expected"),
    "strategic_goal": N_("The long-term goal"),
    "budget": N_("The budget"),
    "title": N_("The title"),
    "summary": N_("The summary"),
    "vision": N_("The strategic vision"),
}
"""How a sentence begins that tells of a field; any other is named as the records call it."""

_OF_MILESTONE = {
    "starts_on": N_("The start date of “{milestone}”"),
    "due_on": N_("The due date of “{milestone}”"),
    "due_label": N_("The due date of “{milestone}” as the plan words it"),
    "title": N_("The title of the milestone “{milestone}”"),
    "deliverable": N_("The deliverable of “{milestone}”"),
    "lead": N_("The lead of “{milestone}”"),
}


_NAMES = {
    "supporting.government": (
        N_("Joined as a partner (government): {names}."),
        N_("No longer named as a partner (government): {names}."),
    ),
    "supporting.civil_society": (
        N_("Joined as a partner (civil society): {names}."),
        N_("No longer named as a partner (civil society): {names}."),
    ),
    "supporting.other": (
        N_("Joined as a partner (others): {names}."),
        N_("No longer named as a partner (others): {names}."),
    ),
    "institutions": (
        N_("Now named as an institution: {names}."),
        N_("No longer named as an institution: {names}."),
    ),
    "leads": (
        N_("Now named as a further lead: {names}."),
        N_("No longer named as a further lead: {names}."),
    ),
    f"{STEPS}.supporting": (
        N_("Now helps with “{milestone}”: {names}."),
        N_("No longer named as helping with “{milestone}”: {names}."),
    ),
}
"""Who came and who went, by the list of names in which they stand."""


def difference_words(each: Difference, words: Translator) -> str:
    """What it was and what it is; of a text, what it is that was reworded."""
    if whole := _whole_words(each, words):
        return whole
    if isinstance(each.before, tuple) or isinstance(each.after, tuple):
        return " ".join(_names(each, words))
    what = _what(each, words)
    before, after = _side(each.before, words), _side(each.after, words)
    if is_text(each):
        return _text_words(what, before, after, words)
    if not before:
        return words.gettext(
            "{what}: now {after}. Before, nothing was said.", what=what, after=after
        )
    if not after:
        return words.gettext(
            "{what}: was {before}. Since then, nothing is said.", what=what, before=before
        )
    return _moved(each, what, before, after, words)


def is_text(each: Difference) -> bool:
    """True where the words of both sides are shown beside each other."""
    return each.change in (Change.SCOPE, Change.WORDING) and not any(
        isinstance(side, PartialDate | tuple) for side in (each.before, each.after)
    )


def _whole_words(each: Difference, words: Translator) -> str:
    """Of a milestone or a commitment that came or went, or ""."""
    before, after = _side(each.before, words), _side(each.after, words)
    match each.change:
        case Change.REMOVED:
            return words.gettext("The record of this commitment is no longer in the repository.")
        case Change.ADDED:
            return words.gettext("This commitment was not in the plan as adopted.")
        case Change.RESUMED:
            return words.gettext("This commitment had been withdrawn when the plan was frozen.")
        case Change.WITHDRAWN:
            return words.gettext("This commitment was withdrawn.")
        case Change.MILESTONE_DROPPED if before:
            return words.gettext("“{title}” was due {date}.", title=each.title, date=before)
        case Change.MILESTONE_ADDED if after:
            return words.gettext("“{title}” is due {date}.", title=each.title, date=after)
        case Change.MILESTONE_DROPPED | Change.MILESTONE_ADDED:
            return words.gettext("“{words}”", words=each.title)
    return ""


def _text_words(what: str, before: str, after: str, words: Translator) -> str:
    if not before:
        return words.gettext("{what} was added:", what=what)
    if not after:
        return words.gettext("{what} was taken out:", what=what)
    return words.gettext("{what} was reworded:", what=what)


def _moved(each: Difference, what: str, before: str, after: str, words: Translator) -> str:
    sides = {"what": what, "before": before, "after": after}
    if not isinstance(each.before, PartialDate):
        return words.gettext("{what} changed from {before} to {after}.", **sides)
    if not each.days:
        return words.gettext("{what} moved from {before} to {after}.", **sides)
    if each.days > 0:
        return words.ngettext(
            "{what} moved by {n} day, from {before} to {after}.",
            "{what} moved by {n} days, from {before} to {after}.",
            each.days,
            **sides,
        )
    return words.ngettext(
        "{what} was brought forward by {n} day, from {before} to {after}.",
        "{what} was brought forward by {n} days, from {before} to {after}.",
        -each.days,
        **sides,
    )


def _what(each: Difference, words: Translator) -> str:
    model = Milestone if each.milestone else Promise if each.commitment else PlanPromise
    return field_words(model, each.field, each.title if each.milestone else "", words)


def field_words(model: type[Record], field: str, milestone: str, words: Translator) -> str:
    """"The due date of “Sirens mounted”"; ``milestone`` is the title of one, or ""."""
    known = _OF_MILESTONE if milestone else _WHAT
    if field in known:
        return words.gettext(known[field], **({"milestone": milestone} if milestone else {}))
    title = ": ".join(_titles(model, field.split("."), words))
    if not milestone:
        return words.gettext("“{words}”", words=title)
    return words.gettext("“{words}” of “{milestone}”", words=title, milestone=milestone)


def _titles(model: type[Record], names: Sequence[str], words: Translator) -> Iterator[str]:
    """Of a part's field, both names: "Partners", "Civil society"; what is no field, as it is."""
    for depth, name in enumerate(names):
        part = model_at(model, tuple(names[:depth]))
        known = part is not None and name in table(part)
        yield field_title(part, name, words) if known and part else name


def _names(each: Difference, words: Translator) -> Iterator[str]:
    """Who came and who went."""
    joined, left = _NAMES[f"{STEPS}.{each.field}" if each.milestone else each.field]
    more = {"milestone": each.title} if each.milestone else {}
    old = each.before if isinstance(each.before, tuple) else ()
    new = each.after if isinstance(each.after, tuple) else ()
    if came := [name for name in new if name not in old]:
        yield words.gettext(joined, names=_listed(came), **more)
    if went := [name for name in old if name not in new]:
        yield words.gettext(left, names=_listed(went), **more)


def _listed(names: Sequence[str]) -> str:
    """Without the full stop of "Inc.", which the sentence has too."""
    return "; ".join(names).removesuffix(".")


def _side(side: Side, words: Translator) -> str:
    if isinstance(side, PartialDate):
        return words.partial(side)
    return words.gettext("“{words}”", words=side) if isinstance(side, str) else ""
