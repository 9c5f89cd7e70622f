"""A part that is named to be repeated elsewhere.

## What it says

YAML can name a part with `&` and repeat it with `*`. Records may not: each says what it says
in full.

## Why it matters

A reader of one line could not see what it stands for, and a few such lines can be made to
unfold into millions.

## Wrong

```yaml commitments/open-contracts.yml
lead: &finance Ministry of Finance
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
lead: Ministry of Finance
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import DATA_NEVER_CODE
from openroadmap.rules.rule import Rule

RULE = Rule(
    "Y03",
    "anchor-or-alias",
    Level.ERROR,
    DATA_NEVER_CODE,
    messages={
        "anchor": N_("“&{name}” names a part to be repeated, which records may not do."),
        "alias": N_("“*{name}” repeats a part named elsewhere, which records may not do."),
    },
    fixes={
        "anchor": N_("Remove it. If the text itself begins with &, put it in double quotes."),
        "alias": N_(
            "Write the part out. If the text itself begins with *, put it in double quotes."
        ),
    },
    examples={"anchor": 'title: "& so on"', "alias": 'title: "*Our* promise"'},
    page=__doc__,
)
