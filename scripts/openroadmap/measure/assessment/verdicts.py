"""What an assessment says: a state for each requirement, why, on what proof, what comes next."""

from __future__ import annotations

from collections import Counter
from datetime import date
from enum import StrEnum

from openroadmap.findings import DataPath
from openroadmap.i18n import N_
from openroadmap.immutable import immutable
from openroadmap.model.site import RecordKey
from openroadmap.standards.pack import Group, Phase
from openroadmap.standards.sentences import Sentence


class State(StrEnum):
    """Where a requirement stands. ``ON_TRACK`` and ``AT_RISK`` are this project's, not OGP's.

    NOT_STARTED: its time has not come; of a badge, the step is not taken.
    NO_DATA: there is no record to decide it by, or none exact enough.
    """

    MET = "met"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    NOT_MET = "not_met"
    NOT_STARTED = "not_started"
    NO_DATA = "no_data"


class Proof(StrEnum):
    """What a state rests on, strongest first; a verdict has that of its weakest link."""

    GIT = "git"
    EXTERNAL = "external"
    CLAIMED = "claimed"
    ATTESTED = "attested"
    NONE = ""


STATE_WORDS = {
    State.MET: N_("Met"),
    State.ON_TRACK: N_("On track"),
    State.AT_RISK: N_("At risk"),
    State.NOT_MET: N_("Not met"),
    State.NOT_STARTED: N_("Not started"),
    State.NO_DATA: N_("No record"),
}
PROOF_WORDS = {
    Proof.GIT: N_("Dates proven by the history of the records"),
    Proof.EXTERNAL: N_("Dates shown by an archived document"),
    Proof.CLAIMED: N_("Dates as typed in the records"),
    Proof.ATTESTED: N_("A named role and organisation vouches for it"),
    Proof.NONE: N_("Nothing to prove yet"),
}
PHASE_WORDS = {
    Phase.COCREATION: N_("Co-creation"),
    Phase.IMPLEMENTATION: N_("Implementation"),
    Phase.PLAN: N_("The plan as a whole"),
}


@immutable
class Deadline:
    """The next day on which something is due, and what."""

    day: date
    what: Sentence


@immutable
class Verdict:
    """The state of one requirement in one phase.

    ``because`` says why in one sentence; ``remarks`` are further ones (a day
    that is not recorded, a report that answered the same question). The first
    of ``records`` decides it, at the data path ``at``. ``disputes`` are
    attestations that disagree. ``repairable``: something can still be done.
    """

    requirement: str
    group: Group
    phase: Phase
    state: State
    proof: Proof
    because: Sentence
    next: Deadline | None = None
    repairable: bool = True
    records: tuple[RecordKey, ...] = ()
    disputes: tuple[RecordKey, ...] = ()
    todo: Sentence | None = None
    remarks: tuple[Sentence, ...] = ()
    at: DataPath = ()


@immutable
class Assessment:
    """One plan held against one pack on one day. ``ambition``: held to it by its own will."""

    member: str
    plan: str
    pack_id: str
    as_of: date
    verdicts: tuple[Verdict, ...]
    ambition: bool = False

    def counts(self, *groups: Group) -> tuple[tuple[State, int], ...]:
        """How many verdicts of the groups (of all when none is named) are in each state."""
        found = Counter(each.state for each in self.verdicts if not groups or each.group in groups)
        return tuple((state, found[state]) for state in State if found[state])

    def of(self, requirement: str, phase: Phase | None = None) -> Verdict:
        """The verdict on a requirement; raises ``KeyError`` when there is none."""
        for each in self.verdicts:
            if each.requirement == requirement and phase in (None, each.phase):
                return each
        raise KeyError(requirement)
