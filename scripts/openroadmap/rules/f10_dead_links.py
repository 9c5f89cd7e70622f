"""A link that leads nowhere.

## What it says

A link in a page of `content/` names a file of `content/` or an address of this site that
exists.

## Why it matters

Who follows a link and finds nothing does not know whether the page is gone, or was never
there.

## Wrong

```markdown content/how-we-work.md
How to [take part](take-prat.md).
```

## Right

```markdown content/how-we-work.md
How to [take part](how-we-work.md).
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import NOTHING_INVENTED
from openroadmap.rules.rule import Rule

RULE = Rule(
    "F10",
    "dead-link",
    Level.ERROR,
    NOTHING_INVENTED,
    messages={
        "file": N_("There is no file “{target}” in content/."),
        "address": N_("There is no page at “{target}”."),
    },
    fixes={"": N_("Correct the link, or remove it.")},
    examples={
        "": "[How to take part](take-part.md)",
        "+suggestion": "[the words of the link]({suggestion})",
    },
    page=__doc__,
)
