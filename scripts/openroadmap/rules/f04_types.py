"""A file of another type.

## What it says

Records are `.yml` files; a commitment may have a story in a `.md` file beside it. In
`content/` there are pages (`.md`) and pictures (`.png`, `.jpg`, `.webp`), of a moderate size:
at most 2 MB, and 6,000 pixels each way.

## Why it matters

Records and pages are read, checked and published from here; a file of another type is none of
these, and some could run programs in a reader's browser. Documents belong where they are published
for good, with a link from here.

## Wrong

```text content/tracker.js
console.log("Hello")
```

## Right

```markdown content/method.md
How the records are checked.
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import DATA_NEVER_CODE
from openroadmap.rules.rule import Rule

RULE = Rule(
    "F04",
    "file-type",
    Level.ERROR,
    DATA_NEVER_CODE,
    messages={
        "record": N_("“{name}” is not the name of a record: those end in .yml."),
        "record-yaml": N_("“{name}” ends in .yaml; the names of records end in .yml."),
        "document": N_("“{name}” is a document, not a record."),
        "story": N_(
            "Only commitments have a story in a .md file; “{name}” is beside another record."
        ),
        "type": N_("Files like “{name}” are not published from content/."),
        "large": N_("“{name}” has {size} bytes; {limit} is the most."),
        "large-page": N_("“{name}” has {size} bytes; {limit} is the most."),
        "pixels": N_("“{name}” is {size} pixels wide or high; {limit} is the most."),
        "not-a-picture": N_("“{name}” is not the picture that its name says."),
    },
    fixes={
        "record": N_("Rename it to end in .yml, or publish it elsewhere and link to it."),
        "record-yaml": N_("Rename it to end in .yml."),
        "document": N_("Publish it on a website, and add its address to the record as evidence."),
        "story": N_("Put the text into the record, or publish it elsewhere and link to it."),
        "type": N_(
            "Use .md for pages and .png, .jpg or .webp for pictures; link to other documents."
        ),
        "large": N_("Make it smaller: 1,600 pixels are wide enough for a picture."),
        "large-page": N_("Make several pages of it that link to one another."),
        "pixels": N_("Make it smaller: 1,600 pixels are wide enough for a picture."),
        "not-a-picture": N_("Save the picture again as PNG, JPEG or WebP."),
    },
    examples={
        "document": (
            "evidence:\n  - title: Test report\n    url: https://example.org/test-report\n"
            "    published_on: 2026-09-28"
        ),
        "record": "git mv {file} {folder}/{suggestion}",
        "record-yaml": "git mv {file} {folder}/{suggestion}",
        "story": "progress: The register is being tested with three departments.",
        "type": "The [whole report](https://example.org/report.pdf) is published by the ministry.",
        "large": "magick {file} -resize 1600x1600 {file}",
        "pixels": "magick {file} -resize 1600x1600 {file}",
        "not-a-picture": "magick original.heic {file}",
        "large-page": "How the records are checked is told [on a page of its own](checks.md).",
    },
    page=__doc__,
)
