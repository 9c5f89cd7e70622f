"""Words lost after a number sign.

## What it says

A space and `#` begin a remark, which is not read. A text that holds them stands in quotes.

A remark has a line of its own. After a date, a number, a code, an id or an address it may also
end the line, with a space after the `#`.

## Why it matters

"Adopt #1 the Charter" without quotes is read as "Adopt". The page would show half of what
was written, and nobody would know.

## Wrong

```yaml commitments/open-contracts.yml
title: Publish contract #1 and all that follow
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
title: "Publish contract #1 and all that follow"
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import NOTHING_INVENTED
from openroadmap.rules.rule import Rule

RULE = Rule(
    "Y11",
    "words-after-a-number-sign",
    Level.ERROR,
    NOTHING_INVENTED,
    messages={"lost": N_("What stands after a space and # is not read: {text}")},
    fixes={
        "lost": N_("Put the whole text in quotes. A remark goes on a line of its own."),
    },
    examples={"lost": "{key}: {quoted}"},
    page=__doc__,
)
