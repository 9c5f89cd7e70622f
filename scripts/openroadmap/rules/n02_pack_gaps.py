"""A requirement with gaps.

## What it says

A requirement that a pack adds says what it is called, what it asks for, in which phase, which
group it belongs to, where it can be read, and which check decides it (or `people`). One that
changes a known requirement only gives what is different.

## Why it matters

A requirement is shown to the public with its reason and its source. Without them nobody could
tell what is asked, or by whom.

## Wrong

```yaml ../../standards/local.yml
requirements:
  - id: X1
    group: required
    phases: [cocreation]
    check: people
    text:
      en: Every district takes part in making the plan.
    source: act
sources:
  act:
    title:
      en: Open Government Act
    url: https://example.org/act
```

## Right

```yaml ../../standards/local.yml
requirements:
  - id: X1
    group: required
    phases: [cocreation]
    check: people
    label:
      en: Every district takes part
    text:
      en: Every district takes part in making the plan.
    source: act
sources:
  act:
    title:
      en: Open Government Act
    url: https://example.org/act
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import TEACHES
from openroadmap.rules.rule import Rule

RULE = Rule(
    "N02",
    "requirement-with-gaps",
    Level.ERROR,
    TEACHES,
    messages={
        "missing": N_("“{key}” is missing here."),
        "empty": N_("The pack “{id}” holds no requirement."),
    },
    fixes={
        "missing": N_("Add it, or give the id of a requirement that is already known."),
        "empty": N_("Add a requirement, or remove the file."),
    },
    examples={
        "empty": (
            "requirements:\n  - id: X1\n    group: required\n    phases: [cocreation]\n"
            "    check: people\n    label:\n      en: Every district takes part\n    text:\n"
            "      en: Every district takes part in making the plan.\n    source: act"
        ),
        "missing": "{key}: …",
    },
    page=__doc__,
)
