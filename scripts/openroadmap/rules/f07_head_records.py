"""A folder without its own record.

## What it says

The folder of a member holds `member.yml`, the folder of a plan `plan.yml`. All of them lie in
`commitments/`.

## Why it matters

Without it the site does not know the name of the government, or what the plan is called and
who keeps it.

## Wrong

```yaml ../2028-2029/commitments/open-budgets.yml
title: Publish every budget as data
# … the rest of the record
```

## Right

```yaml ../2028-2029/plan.yml
title: Riverside's Second Open Government Plan
starts_on: 2028-01-01
ends_on: 2029-12-31
level: national
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import TEACHES
from openroadmap.rules.rule import Rule

RULE = Rule(
    "F07",
    "head-record-absent",
    Level.ERROR,
    TEACHES,
    messages={
        "folder": N_("There is no folder “commitments”."),
        "member": N_("The folder of this member has no member.yml."),
        "plan": N_("The folder of this plan has no plan.yml."),
    },
    fixes={
        "folder": N_("Add it: “openroadmap new member” makes it with the first record."),
        "member": N_("Add the file with the member's name."),
        "plan": N_("Add the file with the plan's title."),
    },
    examples={
        "member": "name: Riverside\nlevel: local",
        "plan": "title: Riverside's First Open Government Plan",
        "folder": "openroadmap new member riverside",
    },
    page=__doc__,
)
