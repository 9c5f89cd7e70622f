"""A value that cannot be understood.

## What it says

- A date is `2027`, `2027-Q3`, `2027-09` or `2027-09-30`: as exact as it is known.
- A number is whole and without separators: `1500`.
- A question is answered with `yes` or `no`.
- An id is made of small letters, digits and hyphens: `open-contracts`.
- An address begins with `https://` or `http://`.

## Why it matters

`03/04/2027` is March in one country and April in another. What can be read in two ways is
asked about, never guessed.

## Wrong

```yaml commitments/open-contracts.yml
ends_on: 30/09/2027
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
ends_on: 2027-09-30
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import NOTHING_INVENTED
from openroadmap.rules.rule import Rule

RULE = Rule(
    "S04",
    "value-not-understood",
    Level.ERROR,
    NOTHING_INVENTED,
    messages={
        "no-such-day": N_("{field}: there is no day {text}."),
        "no-such-month": N_("{field}: there is no such month in {text}; months run from 01 to 12."),
        "not-padded": N_("{field}: in “{text}”, month and day need two digits."),
        "with-time": N_("{field}: “{text}” has a time of day; a date is enough."),
        "ambiguous": N_("{field}: “{text}” can be read in more than one way."),
        "quarter-form": N_("{field}: a quarter is written with the year first, not “{text}”."),
        "not-a-date": N_("{field}: “{text}” is not a date."),
        "not-whole": N_("{field}: “{text}” is not a whole number."),
        "not-yes-no": N_("{field}: “{text}” is neither yes nor no."),
        "not-an-id": N_("{field}: “{text}” is not an id."),
        "not-a-url": N_("{field}: “{text}” is not an address on the web."),
    },
    fixes={
        "": N_("Write the date as year-month-day, or less exactly."),
        "no-such-day": N_("Correct the day; that month's last is {suggestion}."),
        "not-padded": N_("Write {suggestion}."),
        "with-time": N_("Write {suggestion}."),
        "quarter-form": N_("Write {suggestion}."),
        "not-a-date": N_(
            "Write year-month-day, or less exactly. Words go in a field of their own, such as "
            "ends_label or due_label."
        ),
        "not-whole": N_("Write digits only. What is not exact goes in words."),
        "not-yes-no": N_("Write yes or no."),
        "not-an-id": N_("Use small letters, digits and hyphens, as in the file's name."),
        "not-a-url": N_("Begin with https:// and leave no space in it."),
    },
    examples={
        "": "{field}: 2027-09-30",
        "no-such-day": "{field}: {suggestion}",
        "not-padded": "{field}: {suggestion}",
        "with-time": "{field}: {suggestion}",
        "quarter-form": "{field}: {suggestion}",
        "not-whole": "{field}: 1500",
        "not-yes-no": "{field}: yes",
        "not-an-id": "{field}: open-contracts",
        "not-a-url": "{field}: https://example.org/register",
    },
    page=__doc__,
)
