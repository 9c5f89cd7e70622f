"""A value of another form.

## What it says

A value has the form its key asks for: a text, a list (lines with a dash) or a part of its own
(keys set in by two spaces).

## Why it matters

Each key is read in one form. A value of another form cannot be shown in its place, and a part of it
would be lost.

## Wrong

```yaml commitments/open-contracts.yml
policy_areas: open-data, public-participation
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
policy_areas:
  - open-data
  - public-participation
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import TEACHES
from openroadmap.rules.rule import Rule

RULE = Rule(
    "S03",
    "other-form",
    Level.ERROR,
    TEACHES,
    messages={
        "text-not-list": N_("“{field}” is one text, not a list."),
        "text-not-mapping": N_("“{field}” is one text, not keys with values."),
        "list-not-text": N_("“{field}” is a list, not one text."),
        "list-not-mapping": N_("“{field}” is a list, not keys with values."),
        "mapping-not-text": N_("“{field}” holds keys with values, not one text."),
        "mapping-not-list": N_("“{field}” holds keys with values, not a list."),
    },
    fixes={
        "text-not-list": N_("Write it as one text, without dashes or brackets."),
        "text-not-mapping": N_("Write it as one text. If it holds a colon, put it in quotes."),
        "list-not-text": N_("Put the items in square brackets, or each on a line after a dash."),
        "list-not-mapping": N_("Put a dash before each item."),
        "mapping-not-text": N_("Write its keys on the next lines, set in by two spaces."),
        "mapping-not-list": N_("Write its keys without dashes, set in by two spaces."),
    },
    examples={
        "text-not-list": "{field}: one text",
        "text-not-mapping": '{field}: "one text: with a colon"',
        "list-not-text": "{field}: [{text}]",
        "list-not-mapping": "{field}:\n  - …",
        "mapping-not-list": "{field}:\n  …",
        "mapping-not-list+inner": "{field}:\n  {inner}: …",
        "mapping-not-text": "{field}:\n  …",
        "mapping-not-text+inner": "{field}:\n  {inner}: …",
    },
    page=__doc__,
)
