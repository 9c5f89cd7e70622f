"""A placeholder where the words should be.

## What it says

A text does not hold signs that something is still to come: `TBD`, `xx/xx`, `lorem ipsum`,
`[insert the lead]`. A sentence about something that is to be decided is fine.

What is not known yet is left out; the site says so.

## Why it matters

A placeholder that is published tells readers that nobody looked. In a plan that is submitted
it is a promise without content.

## Wrong

```yaml commitments/open-contracts.yml
budget: TBD
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
budget: The council decides on the budget in March 2027.
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import NOTHING_INVENTED
from openroadmap.rules.rule import Rule

RULE = Rule(
    "T01",
    "placeholder",
    Level.ERROR,
    NOTHING_INVENTED,
    messages={
        "whole": N_("“{found}” stands where the words should be."),
        "filler": N_("Filler text stands here: “{found}”."),
        "field": N_("A part of a form was not filled in: “{found}”."),
        "digits": N_("A number or date was not filled in: “{found}”."),
        "value": N_("A value is still to come: “{found}”."),
    },
    fixes={
        "": N_(
            "Write what is known. If nothing is, remove the line: the site says what is missing."
        ),
    },
    examples={
        "": "summary: Every public contract can be found online.",
        "digits": "ends_on: 2027-09",
        "value": "budget: Not decided when the plan was adopted.",
        "field": "contact:\n  title: Open government office\n  url: https://example.org/contact",
    },
    page=__doc__,
)
