"""A date that cannot be understood.

## What it says

A date is `2027`, `2027-Q3`, `2027-09` or `2027-09-30`: as exact as it is known. What is no date,
such as "ongoing", stands in a field of its own beside it, such as `ends_label`.

## Why it matters

03/04/2027 is in March in one country and in April in another. What can be read in two ways is
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

_WRITE = N_("Write {suggestion}.")

RULE = Rule(
    "S04",
    "date-not-understood",
    Level.ERROR,
    NOTHING_INVENTED,
    messages={
        "no-such-day": N_("{field}: there is no day {text}."),
        "no-such-month": N_("{field}: there is no such month in {text}; months run from 01 to 12."),
        "not-padded": N_("{field}: in “{text}”, month and day need two digits."),
        "with-time": N_("{field}: “{text}” has a time of day; a date is enough."),
        "ambiguous": N_("{field}: “{text}” can be read in more than one way."),
        "other-order": N_("{field}: in “{text}”, year, month and day stand in another order."),
        "month-by-name": N_("{field}: “{text}” is in words; a date is written in digits here."),
        "serial": N_("{field}: “{text}” is how a spreadsheet counts days, not a date."),
        "quarter-form": N_("{field}: a quarter is written with the year first, not “{text}”."),
        "not-a-date": N_("{field}: “{text}” is not a date."),
    },
    fixes={
        "": N_("Write the date as year-month-day, or less exactly."),
        "no-such-day": N_("Correct the day; that month's last is {suggestion}."),
        "not-padded": _WRITE,
        "with-time": _WRITE,
        "ambiguous+other": N_("Write {suggestion} or {other}, whichever is meant."),
        "other-order": _WRITE,
        "month-by-name": _WRITE,
        "serial": N_("It most likely means {suggestion}. Compare, and write the date."),
        "quarter-form": _WRITE,
        "not-a-date+label": N_(
            "Write year-month-day, or less exactly. Words stand in {label} instead."
        ),
    },
    examples={
        "": "{field}: 2027-09-30",
        "no-such-day": "{field}: {suggestion}",
        "not-padded": "{field}: {suggestion}",
        "with-time": "{field}: {suggestion}",
        "ambiguous+other": "{field}: {suggestion}",
        "other-order": "{field}: {suggestion}",
        "month-by-name": "{field}: {suggestion}",
        "serial": "{field}: {suggestion}",
        "quarter-form": "{field}: {suggestion}",
        "not-a-date+label": "{label}: {quoted}",
    },
    page=__doc__,
)
