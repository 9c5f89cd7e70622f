"""A picture that is not shown.

## What it says

Records hold words and links, and no pictures. Pages of `content/` show pictures of this site,
and none from elsewhere. Where a picture may not be shown, a link to it stands in its place.

## Why it matters

A picture is fetched from where it lies the moment a page is opened. One from another site would
tell that site who reads this one.

## Wrong

```yaml commitments/open-contracts.yml
summary: "![Contracts published each month](https://example.org/chart.png)"
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
summary: See the [contracts published each month](https://example.org/chart).
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import PRIVATE
from openroadmap.rules.rule import Rule

RULE = Rule(
    "T08",
    "picture-not-shown",
    Level.WARNING,
    PRIVATE,
    messages={
        "in-record": N_("A picture stands here; readers see a link to it instead."),
        "foreign": N_("This picture lies on another site; readers see a link to it: {url}"),
    },
    fixes={
        "": N_("Say what the picture shows, and link to the page that it belongs to."),
        "foreign": N_("Put the picture into content/, if it may be published here, or link to it."),
    },
    examples={"": "summary: See the [chart](https://example.org/chart)."},
    page=__doc__,
)
