"""The numbers and words of a rule in plain words, and whose they are.

In comes a requirement and a language, out come phrases.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from openroadmap.i18n import N_, Translator
from openroadmap.standards.pack import Bound, Requirement, Threshold, Whose
from openroadmap.standards.sentences import NN_

_COUNTED = {
    ("max_gap", "months"): NN_("at most {n} month between two", "at most {n} months between two"),
    ("per_year", "need"): NN_("at least {n} in a year", "at least {n} in a year"),
    ("at_least", "months"): NN_("at least {n} month long", "at least {n} months long"),
    ("deadline", "months"): NN_("within {n} month", "within {n} months"),
    ("lead_time", "days"): NN_("at least {n} day before", "at least {n} days before"),
    ("", "need"): NN_("at least {n}", "at least {n}"),
    ("", "most"): NN_("at most {n}", "at most {n}"),
    ("", "years"): NN_("for plans of {n} year", "for plans of {n} years"),
    ("", "sectors"): NN_("at least {n} sector", "at least {n} sectors"),
    ("", "channels"): NN_("at least {n} channel", "at least {n} channels"),
    ("", "places"): NN_("at least {n} place", "at least {n} different places"),
    ("", "warn_days"): NN_("“at risk” from {n} day before", "“at risk” from {n} days before"),
    ("per_year", "warn_days"): NN_(
        "“at risk” when no more than {n} day is left for each one that is missing",
        "“at risk” when no more than {n} days are left for each one that is missing",
    ),
    ("coverage", "warn_days"): NN_(
        "“at risk” {n} day after the last chance to contribute",
        "“at risk” {n} days after the last chance to contribute",
    ),
    ("", "warn_months"): NN_("“at risk” from {n} month before", "“at risk” from {n} months before"),
    ("", "warn_from_days"): NN_(
        "“at risk” from {n} day after it could be done",
        "“at risk” from {n} days after it could be done",
    ),
    ("", "valid_months"): NN_(
        "an attestation holds for {n} month", "an attestation holds for {n} months"
    ),
    ("", "evidence_months"): NN_(
        "evidence of each commitment within {n} month",
        "evidence of each commitment within {n} months",
    ),
    ("", "quiet_months"): NN_(
        "“at risk” after {n} month without an update",
        "“at risk” after {n} months without an update",
    ),
    ("", "short_days"): NN_(
        "a period below {n} day is remarked on", "a period below {n} days is remarked on"
    ),
    ("", "midway_months"): NN_(
        "midway is {n} month after the start", "midway is {n} months after the start"
    ),
    ("", "half"): NN_(
        "“at risk” once {n} % of the plan's time has passed",
        "“at risk” once {n} % of the plan's time has passed",
    ),
}
"""By kind of rule and name; the kind "" stands for every kind."""

_WORDED = {
    "covers": N_("the rules cover {words}"),
    "items": N_("there must be {words}"),
    "claims": N_("somebody vouches for {words}"),
    "year": N_("counted by {words}"),
    "outside": N_("vouched for from outside government: {words}"),
}
_CODES = {
    "remit": N_("the remit"),
    "membership": N_("who takes part"),
    "frequency": N_("how often it meets"),
    "site_url": N_("an address of the site"),
    "point_of_contact": N_("a point of contact"),
    "forum": N_("a record of the forum"),
    "repository": N_("an address of the repository"),
    "public_and_reachable": N_("the site being public and reachable"),
    "appropriate_period": N_("the period being appropriate"),
    "range_of_stakeholders": N_("the range of stakeholders"),
    "endorsed": N_("the endorsement"),
    "open_to_all": N_("its being open to everybody"),
    "iterative_dialogue": N_("dialogue back and forth"),
    "inclusive_forum": N_("the forum being inclusive"),
    "independent_body": N_("the body's independence"),
    "plain_language": N_("plain language"),
    "online_space": N_("an online space for dialogue"),
    "new_stakeholders": N_("efforts to bring in new stakeholders"),
    "joint_decisions": N_("decisions being taken together"),
    "plan_year": N_("years of the plan"),
    "calendar_year": N_("calendar years"),
    "yes": N_("yes"),
    "no": N_("not needed"),
}


def threshold_words(
    requirement: Requirement, whose: Whose, words: Translator
) -> tuple[str, ...]:
    """The thresholds that one party set, each as a phrase."""
    return tuple(_phrases(requirement.rule, whose, words))


def packed_own(requirement: Requirement) -> str:
    """The keepers' own thresholds as one line of text, for a finding's arguments.

    "" where they set none, or the whole requirement is theirs and its text says so.
    """
    rule = requirement.rule
    own = {name: each.value for name, each in rule.thresholds.items() if each.whose is Whose.OWN}
    if not own or requirement.proof == "own":
        return ""
    return json.dumps({"kind": rule.kind, "own": own}, ensure_ascii=False)


def unpacked_own(text: str, words: Translator) -> tuple[str, ...]:
    """The thresholds that ``packed_own`` made, each as a phrase."""
    if not text:
        return ()
    held = json.loads(text)
    own = {
        name: Threshold(tuple(value) if isinstance(value, list) else value, Whose.OWN)
        for name, value in held["own"].items()
    }
    return tuple(_phrases(Bound(held["kind"], own), Whose.OWN, words))


def _phrases(rule: Bound, whose: Whose, words: Translator) -> Iterator[str]:
    for name, threshold in rule.thresholds.items():
        if threshold.whose is whose:
            yield _phrase(rule.kind, name, threshold, words)


def _phrase(kind: str, name: str, threshold: Threshold, words: Translator) -> str:
    value = threshold.value
    if isinstance(value, int):
        counted = _COUNTED.get((kind, name)) or _COUNTED.get(("", name))
        return words.ngettext(*counted, value) if counted else f"{name}: {words.number(value)}"
    said = (value,) if isinstance(value, str) else value
    listed = ", ".join(words.gettext(_CODES[each]) if each in _CODES else each for each in said)
    text = _WORDED.get(name)
    return words.gettext(text, words=listed) if text else f"{name}: {listed}"
