"""A plan that is called an example and once was none.

## What it says

A plan or a member that is invented, to show how it is done, says `example: yes` from its first
day. Where the whole history of the repository is there, a plan that was not called an example on
an earlier day does not become one, be it by its own record or by that of its member.

## Why it matters

What is invented is left out of the progress and the changes of the site, and its pages say that
all of it is made up. A line added later would take a real promise out of sight.

## Wrong

```yaml plan.yml
# first recorded on 2026-01-10, an example since 2026-08-01
example: yes
# … the rest of the record
```

## Right

```yaml plan.yml
# first recorded on 2026-01-10
# … the rest of the record
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.model.facts import GitFacts, Told
from openroadmap.model.kinds import record_file
from openroadmap.model.site import PlanRecords
from openroadmap.rules.clauses import KEEPS_HISTORY
from openroadmap.rules.rule import Fault, Rule


def check_history(records: PlanRecords, today: date, facts: GitFacts) -> Iterator[Fault]:
    if not records.example:
        return
    key = ("plan", records.id)
    file = record_file(records.context.member_id, records.id, *key)
    for each in facts.revised.get(file, ()):
        if each.told is Told.EXAMPLE and each.day <= today:
            own = bool(records.plan and records.plan.example)
            path, variant = (("example",), "") if own else ((), "member")
            yield Fault(key, path, variant, {"since": each.day.isoformat()})


RULE = Rule(
    "C22",
    "called-an-example",
    Level.ERROR,
    KEEPS_HISTORY,
    messages={
        "": N_("The plan says since {since} that it is an example. Before, it was none."),
        "member": N_(
            "The plan’s member says since {since} that it is an example. Before, the plan was none."
        ),
    },
    fixes={
        "": N_(
            "Take the line away. An example that you need is a new plan, in a folder of its own."
        ),
        "member": N_(
            "Take the line away from member.yml. An example is a new member, in a folder of its "
            "own."
        ),
    },
    examples={
        "": "git log --oneline -p -- {file}\nopenroadmap new plan example/2026-2028",
        "member": "openroadmap new member example",
    },
    page=__doc__,
    check_history=check_history,
)
