"""A link that works on one computer only.

## What it says

Links lead to the web, or to files of the site by a path that begins with `/`. Paths of
somebody's own computer (`C:/`, `file:`) and addresses inside an office network are refused.

## Why it matters

For everybody else such a link is broken, and it often shows a person's name. One
government's tracker published seven links into the folders of its civil servants.

## Wrong

```yaml commitments/open-contracts.yml
summary: See the [draft](C:/Users/Public/draft.docx).
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
summary: See the [draft](https://example.org/draft).
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import PRIVATE
from openroadmap.rules.rule import Rule

RULE = Rule(
    "T02",
    "local-path",
    Level.ERROR,
    PRIVATE,
    messages={
        "file": N_("“{url}” is a path on somebody's own computer."),
        "host": N_("“{url}” is an address inside a private network."),
        "relative": N_("“{url}” leads nowhere from here."),
    },
    fixes={
        "": N_("Publish the document, and use its address on the web."),
        "relative": N_("Use a whole address, or a path of the site that begins with /."),
    },
    examples={
        "": "url: https://example.org/draft",
        "relative": "[how we work](/how-we-work/)",
    },
    page=__doc__,
)
