"""A name that cannot be published.

## What it says

Names in `content/` are made of small letters, digits, hyphens and underscores. They are not
too long, not too deep in folders and not too many, and none is a name that some computers keep for
themselves, such as `con` or `nul`.

## Why it matters

The name becomes an address. It must work in every browser, and the project must open on every
computer.

## Wrong

```markdown content/How We Work.md
How the records are checked.
```

## Right

```markdown content/how-we-work.md
How the records are checked.
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import DATA_NEVER_CODE
from openroadmap.rules.rule import Rule

RULE = Rule(
    "F05",
    "unpublishable-name",
    Level.ERROR,
    DATA_NEVER_CODE,
    messages={
        "letters": N_("“{name}” holds signs that an address cannot."),
        "long": N_("“{name}” is longer than {limit} characters."),
        "deep": N_("“{name}” lies more than {limit} folders deep."),
        "reserved": N_("“{name}” is a name that some computers keep for themselves."),
        "too-many": N_("There are more than {limit} files in content/."),
    },
    fixes={
        "": N_("Rename it with small letters, digits and hyphens, like how-we-work.md."),
        "deep": N_("Move it up: fewer folders make shorter addresses."),
        "too-many": N_("Publish large collections elsewhere, and link to them."),
    },
    examples={
        "letters": "git mv {file} {folder}/{suggestion}",
        "long": "git mv {file} {folder}/{suggestion}",
        "deep": "git mv {file} content/",
        "reserved": "git mv {file} {folder}/our-{base}",
        "too-many": (
            "The [minutes of all meetings](https://example.org/minutes/) are with the forum."
        ),
    },
    page=__doc__,
)
