"""A link that no public page may open.

## What it says

Links begin with `https://`, `http://` or, in texts, `mailto:`. Others, such as `javascript:`,
and links with a password in them, are refused.

## Why it matters

Some kinds of link run a program or open one on the reader's computer. A public page should be
safe to click on.

## Wrong

```yaml commitments/open-contracts.yml
summary: Read the [minutes](javascript:void).
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
summary: Read the [minutes](https://example.org/minutes).
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import DATA_NEVER_CODE
from openroadmap.rules.rule import Rule

RULE = Rule(
    "T05",
    "unsafe-link",
    Level.ERROR,
    DATA_NEVER_CODE,
    messages={
        "scheme": N_("Links that begin with “{scheme}:” are not opened from here: {url}"),
        "malformed": N_("This is not a whole address: {url}"),
        "password": N_("The address holds a user name or a password: {url}"),
        "no-scheme": N_("The address does not begin with https:// : {url}"),
    },
    fixes={
        "": N_("Use an address that begins with https://."),
        "malformed": N_("Copy the address again from the browser."),
        "password": N_("Remove everything between // and @. If it was a password, change it."),
        "no-scheme": N_("Put https:// in front of it."),
    },
    examples={"": "url: https://example.org/minutes", "no-scheme": "{whole}"},
    page=__doc__,
)
