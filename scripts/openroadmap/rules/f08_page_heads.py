"""The head of a page.

## What it says

A page of `content/` may begin with a few lines between `---`: its `title` and its
`description`, and nothing else. The story of a commitment has no such lines: its facts stand
in the record.

## Why it matters

Other keys in this place can change how a page is built, or bring in scripts. A page needs a
title for people and a description for those who find it by a search.

## Wrong

```markdown content/how-we-work.md
---
title: How we work
template: own.html
---
How the records are checked.
```

## Right

```markdown content/how-we-work.md
---
title: How we work
description: How the records are checked, and by whom.
---
How the records are checked.
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import DATA_NEVER_CODE
from openroadmap.rules.rule import Rule

RULE = Rule(
    "F08",
    "head-of-a-page",
    Level.ERROR,
    DATA_NEVER_CODE,
    messages={
        "unknown": N_("“{key}” cannot be set at the head of a page."),
        "not-text": N_("“{key}” at the head of a page is one text."),
        "long": N_("“{key}” at the head of a page has more than {limit} characters."),
        "unclosed": N_("The head of the page is not closed by a line of three dashes."),
        "in-story": N_("A story has no head between dashes: facts stand in the record."),
    },
    fixes={
        "unknown": N_("Remove the line. Only these can be set: {known}."),
        "unknown+suggestion": N_("Did you mean {suggestion}? Only these can be set: {known}."),
        "not-text": N_("Write one line of text."),
        "long": N_("Shorten it."),
        "unclosed": N_("Add a line of three dashes after the last key."),
        "in-story": N_("Delete the lines, and put what they say into the record."),
    },
    examples={
        "unknown": "---\ntitle: How we work\ndescription: How the records are checked.\n---",
        "unclosed": "---\ntitle: How we work\ndescription: How the records are checked.\n---",
        "not-text": "title: How we work",
        "in-story": (
            "The register began with a question from a baker, who could not find a contract."
        ),
        "long": "{key}: How the records are checked",
    },
    page=__doc__,
)
