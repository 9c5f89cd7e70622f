"""What is known of a plan from several voices, in sentences: what reviewers say, who differs.

In comes a plan, or a whole site, in numbers. Nobody is named who did not speak,
and a status in a reviewer's own words counts as said.
"""

from __future__ import annotations

from collections.abc import Sequence

from openroadmap.i18n import N_, Translator
from openroadmap.views.accounts import Side
from openroadmap.views.cards import commitments_words
from openroadmap.views.labels import status_of
from openroadmap.views.progress.tally import PlanTally

NAMED = 4
"""So many verdicts of reviewers are named in a sentence, and the others counted."""

_SPEAKERS = {
    Side.LEAD: N_("lead institution"),
    Side.CIVIL_SOCIETY: N_("civil society"),
    Side.REVIEW: N_("reviewers"),
}


def reviewed_words(tally: PlanTally, words: Translator) -> str:
    """How far reviewers say that commitments are; "" where the lead uses the scale itself."""
    said = [
        (words.gettext("“{words}”", words=status_of(state, words).word), number)
        for state, number in tally.reviewed
    ]
    said += tally.reviewed_words
    if not said or tally.placed:
        return ""
    number = sum(number for _, number in said)
    text = words.ngettext(
        "Reviewers said of {n} of {size} how far it is: {what}.",
        "Reviewers said of {n} of {size} how far they are: {what}.",
        number,
        size=commitments_words(tally.size, words),
        what=_verdicts(said, words),
    )
    if number == tally.size:
        return text
    rest = words.gettext("Of the others they judged other things, or nothing is recorded.")
    return f"{text} {rest}"


def differing_words(tally: PlanTally, words: Translator) -> str:
    """On how many commitments the accounts differ, and whose they are; "" where none do."""
    if not tally.differing:
        return ""
    who = ", ".join(words.gettext(_SPEAKERS[Side(each)]) for each in tally.differing_sides)
    return words.ngettext(
        "On {n} commitment, accounts of how far it is differ: {who}.",
        "On {n} commitments, accounts of how far they are differ: {who}.",
        tally.differing,
        who=who,
    )


def _verdicts(said: Sequence[tuple[str, int]], words: Translator) -> str:
    """"both “Complete”"; of several verdicts, how often each was given."""
    verdict, number = said[0]
    if len(said) > 1:
        told = [f"{verdict} {words.number(number)}" for verdict, number in said[:NAMED]]
        if left := sum(number for _, number in said[NAMED:]):
            told.append(words.ngettext("{n} in other words", "{n} in other words", left))
        return ", ".join(told)
    if number == 1:
        return verdict
    if number == 2:
        return words.gettext("both {status}", status=verdict)
    return words.gettext("all {status}", status=verdict)
