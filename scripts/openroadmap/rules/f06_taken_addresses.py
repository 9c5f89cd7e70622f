"""An address that is taken.

## What it says

Some names belong to the site itself, such as `assets`, `sitemap` and `404`. No page or picture
of `content/` may take one of them, or lie where the pages of a member, the rules or the
standards are. No two files of `content/` may have the same address, as `about.md` and
`about/index.md` would.

## Why it matters

Two files at one address would hide each other: readers would see the one or the other by
chance.

## Wrong

```markdown content/404.md
All our pages.
```

## Right

```markdown content/all-pages.md
All our pages.
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import DATA_NEVER_CODE
from openroadmap.rules.rule import Rule

RULE = Rule(
    "F06",
    "taken-address",
    Level.ERROR,
    DATA_NEVER_CODE,
    messages={
        "theme": N_("“{name}” is a name that the site needs for itself."),
        "page": N_("{address} lies where the pages made from the records and the rules are."),
        "twice": N_("{other} is published at {address} already."),
    },
    fixes={"": N_("Choose another name.")},
    examples={
        "page": "git mv content/{first} content/our-{first}",
        "": "git mv {file} {folder}/our-{base}",
    },
    page=__doc__,
)
