"""A number, an answer, an id or an address that cannot be understood.

## What it says

- A number is whole and without separators: `1500`.
- A question is answered with `yes` or `no`.
- An id is made of small letters, digits and hyphens: `open-contracts`.
- An address begins with `https://` or `http://`.

## Why it matters

Numbers are added up, ids and addresses are followed. What cannot be understood for certain would
be counted wrongly, or lead nowhere.

## Wrong

```yaml commitments/open-contracts.yml
links:
  - title: The register
    url: www.example.org/register
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
links:
  - title: The register
    url: https://www.example.org/register
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import NOTHING_INVENTED
from openroadmap.rules.rule import Rule

_WRITE = N_("Write {suggestion}.")

RULE = Rule(
    "S08",
    "value-not-understood",
    Level.ERROR,
    NOTHING_INVENTED,
    messages={
        "not-whole": N_("{field}: “{text}” is not a whole number."),
        "not-yes-no": N_("{field}: “{text}” is neither yes nor no."),
        "not-an-id": N_("{field}: “{text}” is not an id."),
        "not-a-url": N_("{field}: “{text}” is not an address on the web."),
    },
    fixes={
        "not-whole": N_("Write digits only. What is not exact goes in words."),
        "not-whole+suggestion": _WRITE,
        "not-yes-no": N_("Write yes or no."),
        "not-an-id": N_("Use small letters, digits and hyphens, as in the file's name."),
        "not-an-id+suggestion": N_("Write it as in the file's name, for instance {suggestion}."),
        "not-a-url": N_("Begin with https:// and leave no space in it."),
        "not-a-url+suggestion": N_("Write {suggestion}, if that is where it leads."),
    },
    examples={
        "not-whole": "{field}: 1500",
        "not-whole+suggestion": "{field}: {suggestion}",
        "not-yes-no": "{field}: yes",
        "not-an-id": "{field}: open-contracts",
        "not-an-id+suggestion": "{field}: {suggestion}",
        "not-a-url": "{field}: https://example.org/register",
        "not-a-url+suggestion": "{field}: {suggestion}",
    },
    page=__doc__,
)
