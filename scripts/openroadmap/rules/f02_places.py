"""A file where no record belongs.

## What it says

`commitments/` holds a folder for each member with its `member.yml`, in it a folder for each
plan with its `plan.yml`, and in that one folder for each kind of record. Other files and
folders are refused; a `README.md` may lie anywhere.

A story (`open-contracts.md`) and a translation (`open-contracts.fr.yml`) lie beside their
record.

## Why it matters

A record in the wrong folder appears on no page, and nobody notices.

## Wrong

```yaml comitments/open-contracts.yml
title: Publish every public contract
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
title: Publish every public contract
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import TEACHES
from openroadmap.rules.rule import Rule

RULE = Rule(
    "F02",
    "file-out-of-place",
    Level.ERROR,
    TEACHES,
    messages={
        "beside-folders": N_("“{name}” lies beside the members' folders."),
        "beside-plans": N_("“{name}” lies beside the plans' folders."),
        "beside-records": N_("“{name}” lies in the plan's own folder."),
        "folder": N_("“{name}” is not a folder for records."),
        "too-deep": N_("“{name}” is a folder within a folder of records."),
        "orphan": N_("There is no record “{id}” that this file could belong to."),
    },
    fixes={
        "": N_("Move it to the folder of its kind, or out of commitments/."),
        "beside-plans": N_("Move it to the folder of its plan. Only member.yml lies here."),
        "beside-records": N_(
            "Move it to the folder of its kind, such as commitments/ or updates/."
        ),
        "folder": N_("Use one of these names: {known}."),
        "too-deep": N_("Move its files up; records of a kind lie side by side."),
        "orphan": N_("Give it the name of its record, or add the record."),
    },
    examples={
        "beside-folders": "git mv {file} {folder}/riverside/2026-2027/commitments/",
        "beside-plans": "git mv {file} {folder}/2026-2027/commitments/",
        "beside-records": "git mv {file} {folder}/commitments/",
        "folder": "git mv {file} {folder}/{suggestion}",
        "too-deep": "git mv {file}/*.yml {folder}/",
        "orphan": "git mv {file} {folder}/{suggestion}",
    },
    page=__doc__,
)
