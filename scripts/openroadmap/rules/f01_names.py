"""A file or folder with an odd name.

## What it says

The names of records and their folders are made of small letters, digits and hyphens:
`open-contracts.yml`. No spaces, capitals, accents or underscores, at most 80 characters, and
none of the few words that Windows keeps for itself, such as `con` and `aux`, or that name a
page of the site, such as `rules` for a member and `standards` for a commitment.

## Why it matters

The name becomes the address of a page, and it must be the same on every computer. Some tell
`Budget` from `budget`, others do not.

## Wrong

```yaml commitments/Open Contracts.yml
title: Publish every public contract
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
title: Publish every public contract
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import TEACHES
from openroadmap.rules.rule import Rule

RULE = Rule(
    "F01",
    "odd-name",
    Level.ERROR,
    TEACHES,
    messages={
        "record": N_("“{name}” is not a name for a record."),
        "folder": N_("“{name}” is not a name for a folder of records."),
        "long": N_("“{name}” is a long name: {limit} characters are the most."),
        "reserved": N_("“{name}” is a name that Windows keeps for itself."),
        "taken": N_("“{name}” is the address of another page of the site."),
    },
    fixes={
        "": N_("Rename it with small letters, digits and hyphens only, like open-contracts."),
        "record+suggestion": N_("Rename it: {suggestion}"),
        "folder+suggestion": N_("Rename it: {suggestion}"),
        "long": N_("Rename it with the two or three words that matter."),
        "reserved": N_("Rename it with one more word."),
        "taken": N_("Rename it with one more word."),
    },
    examples={
        "record": "git mv {file} {folder}/open-contracts.yml",
        "record+suggestion": "git mv {file} {folder}/{suggestion}",
        "folder": "git mv {file} {folder}/riverside",
        "folder+suggestion": "git mv {file} {folder}/{suggestion}",
        "long": "git mv {file} {folder}/{suggestion}",
        "reserved": "git mv {file} {folder}/our-{base}",
        "taken": "git mv {file} {folder}/our-{base}",
    },
    page=__doc__,
)
