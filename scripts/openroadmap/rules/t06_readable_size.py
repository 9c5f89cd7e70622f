"""A text that nobody can read.

## What it says

A field has at most 10,000 characters and 1,000 lines, a story 60,000 and 2,000. A paragraph has
at most 200 square brackets, and fewer where it is very long; lists lie at most six deep.

## Why it matters

Nobody reads a text beyond that, and texts made of thousands of brackets are made to keep a
computer busy.

## Wrong

```yaml commitments/open-contracts.yml
summary: "> > > > > > > As they said that we said."
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
summary: "> As they said."
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import DATA_NEVER_CODE
from openroadmap.rules.rule import Rule

RULE = Rule(
    "T06",
    "unreadable-size",
    Level.ERROR,
    DATA_NEVER_CODE,
    messages={
        "characters": N_("The text has {found} characters; {most} is the most."),
        "lines": N_("The text has {found} lines; {most} is the most."),
        "brackets": N_("A paragraph here has {found} opening brackets; {most} is the most."),
        "open_brackets": N_("{found} brackets are opened here and not closed; {most} is the most."),
        "depth": N_("Lists and quotes lie {found} deep here; {most} is the most."),
    },
    fixes={
        "": N_("Shorten it, or publish it as a document and link to it."),
        "brackets": N_("Split the paragraph."),
        "open_brackets": N_("Close the brackets, or remove them."),
        "depth": N_("Set the lines in less far."),
    },
    examples={
        "": "links:\n  - title: The whole report\n    url: https://example.org/report",
        "depth": "summary: |\n  - One step\n  - Another step",
        "brackets": (
            "summary: |\n  The [register](https://example.org/register) is open.\n\n"
            "  The [budget](https://example.org/budget) follows."
        ),
        "open_brackets": "summary: The [register](https://example.org/register) is open.",
    },
    page=__doc__,
)
