"""An agreed change that says what no promise can say.

## What it says

Under `agreed`, an amendment says of each field what the promise says since then. A date is typed
as a date, a list of names as a list in `names`, and any other text in `says`. What can be left
out is dropped by its name alone. What every promise must have, such as a title, is not dropped.

## Why it matters

What the records say is held against what was agreed. A value that cannot stand there is agreed
to by nobody, and the change it was to explain stands without a reason.

## Wrong

```yaml amendments/2026-10-later-end.yml
date: 2026-10-01
commitment: open-contracts
kind: modify
agreed:
  - field: ends_on
    says: the end of next year
reason: The by-law has to pass the county assembly first.
```

## Right

```yaml amendments/2026-10-later-end.yml
date: 2026-10-01
commitment: open-contracts
kind: modify
agreed:
  - field: ends_on
    says: 2027-12-31
reason: The by-law has to pass the county assembly first.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from openroadmap.findings import Level
from openroadmap.history.agreed import STEPS, field_at, misfit
from openroadmap.i18n import N_
from openroadmap.model.commitment import Promise
from openroadmap.model.fields import Record
from openroadmap.model.member import PlanPromise
from openroadmap.model.process import Agreed
from openroadmap.model.site import PlanRecords
from openroadmap.model.table import table
from openroadmap.rules.clauses import KEEPS_HISTORY
from openroadmap.rules.differing import saying_lines
from openroadmap.rules.rule import Fault, Rule

_NAME = "Ministry of Finance"


def check(records: PlanRecords, today: date) -> Iterator[Fault]:
    for amendment in records.amendments:
        model = PlanPromise if amendment.commitment is None else Promise
        for index, said in enumerate(amendment.agreed):
            if variant := misfit(said, model):
                args = {"fields": said.field, "corrected": saying_lines(_in_form(said, model))}
                yield Fault(("amendment", amendment.id), ("agreed", index), variant, args)


def _in_form(said: Agreed, model: type[Record]) -> Agreed:
    """What can stand there by the model: what was said in its form, of a part its first field."""
    name = f"{STEPS}.m1" if said.field == STEPS else said.field
    field, own = field_at(name, model), (*said.names, *filter(None, (said.says,)))
    while field is not None and field.model is not None:
        field, own = next(each for each in table(field.model).values() if each.name != "id"), ()
        name = f"{name}.{field.name}"
    if field is None:
        return said
    if field.many:
        return Agreed(field=name, names=own or (_NAME, "Archive"))
    said_so = own[:1] if field.form != "date" else ()
    sample = field.example or (_NAME if field.form == "name" else "Publish the register")
    return Agreed(field=name, says=next(iter(said_so), sample))


RULE = Rule(
    "C21",
    "agreed-cannot-stand",
    Level.ERROR,
    KEEPS_HISTORY,
    messages={
        "whole": N_("“{fields}” has parts, and is itself no text."),
        "needed": N_("“{fields}” cannot be left empty, and the amendment says nothing of it."),
        "names": N_("“{fields}” is a list of names, and the amendment says one text."),
        "one": N_("“{fields}” is one text and no list of names."),
        "date": N_("“{fields}” is a date, and what the amendment says is none."),
    },
    fixes={
        "whole": N_(
            "Name each of its fields that was agreed. Where all of it was dropped, put nothing "
            "beside its name."
        ),
        "needed": N_("Put in says what stands there since then."),
        "names": N_("Put the whole list in names, in place of says."),
        "one": N_("Put it in says, in place of names."),
        "date": N_("Type the date as it stands in the record."),
    },
    examples={"": "agreed:\n{corrected}"},
    page=__doc__,
    check=check,
)
