"""The codes that a column of the open data may hold: a column's vocabulary in, its list out."""

from __future__ import annotations

from functools import lru_cache

from openroadmap.i18n import N_
from openroadmap.measure.outlook import Silence
from openroadmap.measure.progress import Lateness, State
from openroadmap.model.vocabulary import Vocabulary, vocabulary
from openroadmap.views.data.tables import LATENESS, SILENCE, STATUS
from openroadmap.views.labels import STATES

_LATENESS = {
    Lateness.OVERDUE.value: N_("Reported as not complete, and its date has passed"),
    Lateness.DATE_PASSED.value: N_("Its date has passed; whether it was kept is not recorded"),
    Lateness.DATE_DOUBTED.value: N_("Its date has passed; a note of the record is about that date"),
    Lateness.DATE_BEFORE_PLAN.value: N_("Its date has passed; it lies before the plan begins"),
}
_SILENCE = {
    Silence.LONG.value: N_("The last report is more than six months old"),
    Silence.NEVER.value: N_("It began six months ago or more, and no report is recorded"),
}


@lru_cache(maxsize=64)
def codes_of(name: str) -> Vocabulary:
    """A vocabulary of the records, or one of those that only the open data has."""
    if name == STATUS:
        words = vocabulary("completion").terms
        terms = {each.value: STATES.get(each) or words[each.value] for each in State}
        return Vocabulary(name, N_("Reported status"), "ours", True, terms)
    if name == LATENESS:
        return Vocabulary(name, N_("Computed lateness"), "ours", True, _LATENESS)
    if name == SILENCE:
        return Vocabulary(name, N_("No news for six months"), "ours", True, _SILENCE)
    return vocabulary(name)
