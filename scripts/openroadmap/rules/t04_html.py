"""HTML in a text.

## What it says

Texts are plain or Markdown: `**bold**`, `[a link](https://example.org/)`, lines with a dash for
a list. HTML tags are not read.

## Why it matters

HTML can hide text, load things from elsewhere and run programs in a reader's browser. It is
never carried out here, so that readers would see the tags themselves.

## Wrong

```yaml commitments/open-contracts.yml
summary: The register is <b>open</b>.
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
summary: The register is **open**.
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import DATA_NEVER_CODE
from openroadmap.rules.rule import Rule

RULE = Rule(
    "T04",
    "html",
    Level.ERROR,
    DATA_NEVER_CODE,
    messages={
        "tag": N_("The text holds the HTML tag <{tag}>."),
        "comment": N_("The text holds an HTML comment or declaration."),
    },
    fixes={
        "": N_("Use Markdown, or remove it."),
        "comment": N_("Remove it. A remark for editors goes after # on a line of its own."),
    },
    examples={
        "tag": "summary: The register is **open**.",
        "comment": "# Ask the ministry for the day.\nsummary: The register is open.",
    },
    page=__doc__,
)
