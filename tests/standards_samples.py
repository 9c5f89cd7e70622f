"""Plans held against the standards, with verdicts made by hand: one of every kind there is.

What the checks themselves decide is tested in `tests/measure`; these say what
the pages make of it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from openroadmap.measure.assessment import Assessment, Deadline, Proof, State, Verdict
from openroadmap.model.dates import parse_date
from openroadmap.model.kinds import KIND
from openroadmap.model.site import PlanRecords, RecordKey
from openroadmap.standards.load import our_packs
from openroadmap.standards.pack import Group, Pack, Phase, Threshold, Whose
from openroadmap.standards.sentences import Sentence, When
from plan_samples import sample

TODAY = date(2026, 11, 23)
PACKS = dict(our_packs())
_SAID = Sentence(
    "The forum last met {when}; it must meet again by {due}.",
    {"when": When(parse_date("2026-06-03")), "due": date(2026, 12, 3)},
)
_DUE = Sentence("The forum must have met.")


def of(kind: str, /, **fields: Any) -> Any:
    return KIND[kind].model.validated(fields)


def records() -> PlanRecords:
    """Rivermouth with everything that requirements are decided by."""
    meetings = (
        of("meeting", id="2024-09-12-forum", date="2024-09-12", kind="forum", status="held"),
        of("meeting", id="2026-12-15-forum", date="2026-12-15", kind="forum", status="planned",
           title="Winter meeting", place="Town hall", open_to="public"),
        of("meeting", id="2027-02-forum", date="2027-02", status="planned"),
        of("meeting", id="2026-12-20-cancelled", date="2026-12-20", status="cancelled"),
        of("meeting", id="2026-11-22-past", date="2026-11-22", status="planned"),
    )  # fmt: skip
    party = {"organisation": "Open Port Lab", "sector": "civil_society", "role": "forum member"}
    said = of(
        "attestation", id="range-lab", requirement="3.3", claim="range_of_stakeholders", by=party,
        agrees="no", attested_on="2026-05-04", text="Only *organised* groups were heard.",
        evidence=[{"title": "Our count", "url": "https://lab.example/range"}],
    )  # fmt: skip
    return replace(
        sample("rivermouth"),
        meetings=meetings,
        timeline=of("timeline", id="timeline", published_on="2024-04-10"),
        contributions=(of("contribution", id="ports", received_on="2024-06-01", title="Fees"),),
        attestations=(said,),
    )


def verdict(
    requirement: str, state: State, phase: Phase = Phase.COCREATION, **more: Any
) -> Verdict:
    group = _requirement(requirement)
    text = more.pop("because", Sentence("Nothing of it is recorded here."))
    return Verdict(requirement, group, phase, state, more.pop("proof", Proof.NONE), text, **more)


def _requirement(id: str) -> Group:
    for pack in PACKS.values():
        for each in pack.requirements:
            if each.id == id:
                return each.group
    raise KeyError(id)


MEETING: RecordKey = ("meeting", "2024-09-12-forum")
EVERY_RECORD: tuple[RecordKey, ...] = (
    ("plan", "2025-2027"), ("forum", "forum"), ("timeline", "timeline"), MEETING,
    ("contribution", "ports"), ("commitment", "payments"),
)  # fmt: skip

LOCAL = (
    verdict(
        "L1.1", State.MET, proof=Proof.GIT, because=_SAID, records=EVERY_RECORD,
        next=Deadline(date(2026, 12, 3), _DUE), remarks=(Sentence("A report said the same."),),
    ),
    verdict(
        "L1.3", State.NOT_MET, proof=Proof.CLAIMED, because=Sentence("No meeting was held."),
        repairable=False, records=(("mechanism", "wards"), ("attestation", "range-lab")),
    ),
    verdict(
        "L1.4", State.AT_RISK, because=Sentence("Nobody endorsed the plan yet."),
        todo=Sentence("Ask the forum to endorse it."),
        records=(("amendment", "2026-05-withdraw-portal"),),
    ),
    verdict("L1.2", State.NO_DATA, todo=Sentence("Add a source.")),
    verdict("L2.1", State.ON_TRACK, Phase.COCREATION, because=Sentence("News are due.")),
    verdict("L2.1", State.NOT_STARTED, Phase.IMPLEMENTATION, because=Sentence("Not begun.")),
    verdict("L2.4", State.NO_DATA, todo=Sentence("Add a source.")),
    verdict("LD1", State.MET, Phase.PLAN, records=(("assessment", "2026-inception"),)),
    verdict("G2", State.MET, Phase.PLAN),
    verdict("G3", State.NOT_STARTED, Phase.PLAN),
)  # fmt: skip
NATIONAL = (
    verdict("1.1", State.MET, Phase.COCREATION, because=_SAID, proof=Proof.EXTERNAL,
            records=(("update", "2026-05-31-register"), ("view", "2026-07-01-lab"))),
    verdict("1.1", State.AT_RISK, Phase.IMPLEMENTATION, because=_SAID,
            next=Deadline(date(2026, 12, 3), _DUE)),
    verdict("3.3", State.MET, proof=Proof.ATTESTED, disputes=(("attestation", "range-lab"),)),
)  # fmt: skip


def with_own(pack: Pack, requirement: str, name: str, value: int) -> Pack:
    """A pack in which the keepers of the site set a threshold of their own."""
    changed = []
    for each in pack.requirements:
        if each.id == requirement:
            own = {**each.rule.thresholds, name: Threshold(value, Whose.OWN)}
            each = replace(each, rule=replace(each.rule, thresholds=own))
        changed.append(each)
    return replace(pack, requirements=tuple(changed))


def packs() -> dict[str, Pack]:
    """Our packs, one of them changed, and one of the site's own."""
    own = replace(with_own(PACKS["national-2022"], "3.1", "days", 30), id="coast",
                  title={"en": "Standards of the Coast"})  # fmt: skip
    return {**PACKS, "local": with_own(PACKS["local"], "L1.3", "need", 2), "coast": own}


def assessments() -> tuple[Assessment, Assessment]:
    """A local plan that also aims at what national members are asked."""
    return (
        Assessment("rivermouth", "2025-2027", "local", TODAY, LOCAL),
        Assessment("rivermouth", "2025-2027", "national-2022", TODAY, NATIONAL, ambition=True),
    )


def silent() -> tuple[Assessment, ...]:
    """A plan of which nothing is recorded."""
    verdicts = tuple(
        verdict(each.id, State.NO_DATA, phase)
        for each in PACKS["local"].requirements
        for phase in each.phases
    )
    return (Assessment("jalisco", "2016-2018", "local", TODAY, verdicts),)
