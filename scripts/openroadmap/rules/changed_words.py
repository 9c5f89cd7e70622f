"""The words of C15: what is wrong where a promise changed, how to put it right, lines to copy."""

from __future__ import annotations

from openroadmap.i18n import N_
from openroadmap.rules.examples import bring_back

MESSAGES = {
    "": N_("Not as adopted, and no amendment says why: {changes}."),
    "+days_later": N_(
        "Not as adopted, and no amendment says why: {changes}, {days_later} days later."
    ),
    "+days_earlier": N_(
        "Not as adopted, and no amendment says why: {changes}, {days_earlier} days earlier."
    ),
    "too-early": N_(
        "Not as adopted: {changes}. The amendment “{amendment}” does not count: it is of {dated}, "
        "before {frozen_on}, when the plan was frozen."
    ),
    "to-come": N_(
        "Not as adopted: {changes}. The amendment “{amendment}” does not count yet: it is of "
        "{dated}, and that day is still to come."
    ),
    "plan": N_(
        "What the plan says of itself is not as adopted, and no amendment says why: {changes}."
    ),
    "plan+days_later": N_(
        "What the plan says of itself is not as adopted, and no amendment says why: {changes}, "
        "{days_later} days later."
    ),
    "plan+days_earlier": N_(
        "What the plan says of itself is not as adopted, and no amendment says why: {changes}, "
        "{days_earlier} days earlier."
    ),
    "milestone-added": N_("Added after adoption, and no amendment says why: {milestones}."),
    "milestone-dropped": N_("Dropped after adoption, and no amendment says why: {milestones}."),
    "added": N_(
        "The commitment “{commitment}” is not in the plan as adopted, and no amendment adds it."
    ),
    "removed": N_(
        "The commitment “{commitment}” was adopted with the plan, and its file is gone."
    ),
    "renamed": N_(
        "The file of the commitment “{was}”, which was adopted with the plan, was renamed: it is "
        "“{commitment}” now."
    ),
    "no-reason": N_("The promise was changed, and the amendment gives no reason."),
    "withdrawn-before": N_(
        "The commitment “{commitment}” is said to have been withdrawn on {date}. When the plan "
        "was frozen as adopted, it had not been."
    ),
    "not-agreed": N_("Not as last agreed, by the amendment “{amendment}”: {changes}."),
    "not-agreed+saying": N_(
        "Not as last agreed, by the amendment “{amendment}”: {changes}. The amendment "
        "“{saying}” says so, but counts as earlier."
    ),
    "not-agreed+days_later": N_(
        "Not as last agreed, by the amendment “{amendment}”: {changes}, {days_later} days later."
    ),
    "not-agreed+days_earlier": N_(
        "Not as last agreed, by the amendment “{amendment}”: {changes}, {days_earlier} days "
        "earlier."
    ),
    "resumed": N_(
        "The commitment “{commitment}” had been withdrawn when the plan was frozen, and no "
        "amendment withdraws it or takes it up again."
    ),
    "added-again": N_("The commitment “{commitment}” was in the plan already."),
    "unstated": N_(
        "Not as adopted, and the amendment does not say that this was agreed: {changes}."
    ),
    "unheld": N_(
        "The amendment adds this and does not say what it is to be, so nobody can tell when "
        "it changes again: {fields}."
    ),
    "of-nothing": N_("The amendment adds or withdraws a commitment and does not say which."),
}

FIXES = {
    "": N_(
        "Run openroadmap new amendment {place}: it writes {written}, filled in. Say there why. Or "
        "put back what was adopted."
    ),
    "added": N_(
        "Run openroadmap new amendment {place}: it writes {written}, filled in. Say there why it "
        "was added."
    ),
    "removed": N_(
        "Bring the file back. To withdraw the commitment, then run openroadmap new amendment "
        "{place} and put kind: withdraw. Its page stays."
    ),
    "renamed": N_("Move it back. The file's name is the commitment's address, for ever."),
    "no-reason": N_("Say in a sentence why."),
    "withdrawn-before": N_("Correct the date. It is the day on which the withdrawal took effect."),
    "too-early": N_("Correct the day of the amendment: it is the one on which it took effect."),
    "to-come": N_("Correct the day of the amendment: it is the one on which it took effect."),
    "not-agreed": N_(
        "Run openroadmap new amendment {place}: it writes {written}, filled in. Say there why. Or "
        "put back what was agreed."
    ),
    "not-agreed+saying": N_(
        "Give both amendments the day on which they took effect. Of one day, the one counts as "
        "later whose file comes later by its name."
    ),
    "resumed": N_(
        "Bring the amendment back that withdrew it, or run openroadmap new amendment {place}: it "
        "writes {written}, filled in. Say there why."
    ),
    "added-again": N_("Use the kind modify, and say under agreed what was changed."),
    "unstated": N_(
        "Say under agreed what the promise says since then. What this amendment did not change "
        "needs one of its own."
    ),
    "unheld": N_("Say under agreed what was agreed of it."),
    "of-nothing": N_("Add the commitment's id."),
}

_TODAY = "date: {today}"
_OPEN = "reason:\n# agreed_by_forum_on: the day on which the forum agreed"
"""What only people know is left to them, and is asked for until it is there."""
_CHANGED = "kind: modify\nagreed:\n{corrected}"
_OF = "commitment: {commitment}"

EXAMPLES = {
    "": f"{_TODAY}\n{_OF}\n{_CHANGED}\n{_OPEN}",
    "plan": f"{_TODAY}\n{_CHANGED}\n{_OPEN}",
    "added": f"{_TODAY}\n{_OF}\nkind: add\nagreed:\n{{corrected}}\n{_OPEN}",
    "resumed": f"{_TODAY}\n{_OF}\nkind: resume\n{_OPEN}",
    "removed": bring_back("{plan}/commitments/{commitment}.yml"),
    "renamed": "{corrected}",
    "too-early": _TODAY,
    "to-come": _TODAY,
    "not-agreed+saying": _TODAY,
    "not-agreed+commitment": f"{_TODAY}\n{_OF}\n{_CHANGED}\n{_OPEN}",
    "not-agreed": f"{_TODAY}\n{_CHANGED}\n{_OPEN}",
    "withdrawn-before": _TODAY,
    "added-again": "kind: modify",
    "no-reason": "reason: The by-law has to pass the county assembly first.",
    "unstated": "agreed:\n{corrected}",
    "unheld": "agreed:\n{corrected}",
    "of-nothing": "commitment: open-contracts",
}
