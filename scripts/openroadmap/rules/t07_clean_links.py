"""A link that follows its readers.

## What it says

Links lead straight to the document: without marks that track the reader (`utm_source`), not
through a shortener, not to a page behind a login.

## Why it matters

A shortened link hides where it leads and breaks when its service ends. Evidence behind a
login is no evidence for the public.

## Wrong

```yaml commitments/open-contracts.yml
links:
  - title: The register
    url: https://example.org/register?utm_source=newsletter
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
links:
  - title: The register
    url: https://example.org/register
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import PRIVATE
from openroadmap.rules.rule import Rule

RULE = Rule(
    "T07",
    "link-that-tracks",
    Level.WARNING,
    PRIVATE,
    messages={
        "tracking": N_("The address carries “{parameter}”, which tracks its readers: {url}"),
        "shortened": N_("The address is shortened and hides where it leads: {url}"),
        "wrapped": N_("The address leads through another service: {url}"),
        "login": N_("The address leads to a login: {url}"),
    },
    fixes={
        "": N_("Open the link, and copy the address of the page it leads to."),
        "tracking": N_("Remove “{parameter}=” and what belongs to it."),
        "login": N_("Link to a public page or a published copy."),
    },
    examples={"": "url: https://example.org/register", "tracking": "{clean}"},
    page=__doc__,
)
