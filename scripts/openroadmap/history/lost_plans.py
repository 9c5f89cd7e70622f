"""Plans whose folder is gone come in, what is to be said of those that were frozen goes out.

No rule sees them: a rule looks at records, and there are none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from openroadmap.findings import Finding, Level, Place
from openroadmap.model.facts import Lost
from openroadmap.model.kinds import plan_folder

RULE = "C20"
RECORDS = "commitments"


def lost_findings(lost: Iterable[Lost], members: Collection[str]) -> tuple[Finding, ...]:
    """A finding for each, at its member's record, or where the members lie if that is gone too."""
    return tuple(
        Finding(
            RULE,
            Level.ERROR,
            Place(f"{RECORDS}/{each.member}/member.yml" if each.member in members else RECORDS),
            (),
            "plan-removed",
            {"path": plan_folder(each.member, each.id)},
        )
        for each in lost
        if each.frozen
    )
