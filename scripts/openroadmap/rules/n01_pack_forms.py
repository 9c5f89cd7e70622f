"""A pack of requirements that is not understood.

## What it says

A file in `commitments/standards/` changes a pack of requirements or adds one. Its keys are
those of the packs that come with OpenRoadmap, and each value has the form it has there:
texts by language, numbers as numbers, one of the known checks.

## Why it matters

A slip in a pack would change what every plan is held against, and nobody would see why.

## Wrong

```yaml ../../standards/local.yml
requirements:
  - id: L1.3
    rule:
      metings: 2
```

## Right

```yaml ../../standards/local.yml
requirements:
  - id: L1.3
    rule:
      need: 2
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import TEACHES
from openroadmap.rules.rule import Rule

RULE = Rule(
    "N01",
    "pack-not-understood",
    Level.ERROR,
    TEACHES,
    messages={
        "unknown-key": N_("“{key}” is not a key of this part of a pack."),
        "not-a-mapping": N_("A mapping is needed here: keys, each with its value."),
        "not-a-list": N_("A list is needed under “{key}”."),
        "not-text": N_("A text is needed under “{key}”."),
        "not-by-language": N_("“{key}” needs its text by language."),
        "not-a-language": N_("“{key}” is not a language."),
        "not-allowed": N_("“{text}” is not one of the known words here."),
        "not-a-url": N_("“{text}” is not an address of the web."),
        "not-an-id": N_("“{text}” cannot be an id: each requirement has a page by it."),
        "not-a-threshold": N_("“{key}” does not have the form of this threshold."),
    },
    fixes={
        "unknown-key+suggestion": N_("Did you mean {suggestion}?"),
        "unknown-key": N_("Use one of these, or remove the line: {known}."),
        "not-allowed+suggestion": N_("Did you mean {suggestion}?"),
        "not-allowed": N_("Use one of these: {known}."),
        "not-by-language": N_("Write it under the code of its language."),
        "not-a-language": N_("Use a code of two letters."),
        "not-a-url": N_("Write the whole address, with https."),
        "not-an-id": N_(
            "Use up to {limit} letters without accents, digits and hyphens, with single dots "
            "between."
        ),
        "not-a-threshold": N_("Write a number up to {limit}, or words where the pack has words."),
        "": N_("Compare it with the packs that come with OpenRoadmap."),
    },
    examples={
        "not-by-language": "{key}:\n  en: Advance notice",
        "not-a-language": "label:\n  en: Advance notice",
        "not-a-url": "{here}: https://example.org/our-standards",
        "not-an-id": "id: X1.2",
        "unknown-key": "{first}: …",
        "unknown-key+suggestion": "{suggestion}: …",
        "not-a-mapping": "label:\n  en: Advance notice",
        "not-a-list": "{key}:\n  - …",
        "not-text": "{key}: Advance notice",
        "not-allowed": "{corrected}",
        "not-a-threshold": "rule:\n  {key}: 30",
    },
    page=__doc__,
)
