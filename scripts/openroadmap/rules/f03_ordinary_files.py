"""A link in place of a file.

## What it says

Only ordinary files and folders are read. Links to other files, and special files, are refused
and never opened. A file that cannot be read is told, too, and hides nothing else.

## Why it matters

A link can lead out of the project, to a file that was never meant to be published.

## Wrong

```link commitments/open-contracts.yml
../../../../private-notes.yml
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
from openroadmap.rules.clauses import DATA_NEVER_CODE
from openroadmap.rules.rule import Rule

RULE = Rule(
    "F03",
    "link-or-special-file",
    Level.ERROR,
    DATA_NEVER_CODE,
    messages={
        "link": N_("This is a link to another file."),
        "hard-link": N_("This file is the same as one elsewhere (a hard link)."),
        "special": N_("This is not an ordinary file."),
        "unreadable": N_("This cannot be read."),
    },
    fixes={
        "": N_("Put a copy of the file in its place, or delete it."),
        "unreadable": N_("See that it is still there, and that you may read it."),
    },
    examples={
        "": "git rm {file}",
        "special": "rm {file}",
        "unreadable": "ls -ld {file}\nchmod u+rX {file}",
    },
    page=__doc__,
)
