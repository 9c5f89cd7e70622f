"""A word that is not on its list.

## What it says

Some keys take one of a fixed list of codes, such as `completion`: `not_started`, `limited`,
`substantial`, `complete`, `no_evidence_available`. The lists are OGP's wherever it has one.

## Why it matters

With one word for one state, progress can be counted, compared and translated.

## Wrong

```yaml updates/2026-10-01-register.yml
date: 2026-10-01
commitment: open-contracts
completion: ongoing
progress: The register is being tested.
```

## Right

```yaml updates/2026-10-01-register.yml
date: 2026-10-01
commitment: open-contracts
completion: substantial
progress: The register is being tested.
evidence:
  - title: Test report
    url: https://example.org/test-report
    published_on: 2026-09-28
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import FACTS
from openroadmap.rules.rule import Rule

RULE = Rule(
    "S05",
    "word-not-on-its-list",
    Level.ERROR,
    FACTS,
    messages={"": N_("{field}: “{text}” is not on the list.")},
    fixes={
        "": N_("Use one of these: {allowed}."),
        "+suggestion": N_("Did you mean {suggestion}? The list is: {allowed}."),
    },
    examples={
        "": "{corrected}",
    },
    page=__doc__,
)
