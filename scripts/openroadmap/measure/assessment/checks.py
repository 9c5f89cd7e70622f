"""Which check decides what: the name a pack gives, and the function it stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from openroadmap.i18n import N_
from openroadmap.measure.assessment.case import Case
from openroadmap.measure.assessment.outcomes import Outcome
from openroadmap.measure.assessment.verdicts import State, Verdict
from openroadmap.standards.sentences import Sentence

Check = Callable[[Case], Outcome]
Sum = Callable[[Case, tuple[Verdict, ...]], Outcome]

CHECKS: Mapping[str, Check] = {}
"""Checks on records. A pack's ``people`` is the one on attestations alone."""

SUMS: Mapping[str, Sum] = {}
"""Checks on the verdicts of the requirements before them."""


def not_yet(case: Case) -> Outcome:
    """Until every check is written: nothing is decided."""
    return Outcome(State.NO_DATA, Sentence(N_("This is not computed yet.")))
