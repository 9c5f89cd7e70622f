"""A character that may not stand in a record.

## What it says

A file is text in UTF-8, made of letters and signs that can be seen. Characters that are
invisible, that turn the direction of reading, or that belong to no alphabet are refused.
Letters with accents are typed as one character, as every keyboard does.

## Why it matters

A character that nobody sees can make a line read differently from what it says, or keep a
name from being found. A file in another encoding shows accents as odd signs.

## Wrong

Between “public” and “contract” stands an invisible character, shown here by its code.

```yaml commitments/open-contracts.yml
title: Publish every public<U+200B> contract
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
from openroadmap.rules.clauses import DATA_NEVER_CODE
from openroadmap.rules.rule import Rule

RULE = Rule(
    "Y01",
    "forbidden-character",
    Level.ERROR,
    DATA_NEVER_CODE,
    messages={
        "not-utf8": N_("The file is not in UTF-8: the byte {byte} means nothing there."),
        "not-utf8+likely": N_(
            "The file is not in UTF-8: the byte {byte} means nothing there. It was probably "
            "“{likely}”."
        ),
        "utf16": N_("The file is in UTF-16, not in UTF-8."),
        "control": N_("A control character, {codepoint}, stands here."),
        "line-end": N_("A line ends here with an unusual sign, {codepoint}."),
        "bidi": N_("A sign that turns the direction of reading stands here: {codepoint}."),
        "invisible": N_("An invisible character stands here: {codepoint}."),
        "invisible+name": N_("An invisible character stands here: {codepoint}, {name}."),
        "private": N_("A character without a public meaning stands here: {codepoint}."),
        "noncharacter": N_("A code that is no character stands here: {codepoint}."),
        "surrogate": N_("Half a character stands here: {codepoint}."),
        "damaged": N_("A letter was lost here when the file was converted."),
        "stacked": N_("More marks are stacked on one letter here than any language needs."),
        "decomposed": N_("“{word}” is typed with letters and accents as separate characters."),
        "space-in-key": N_("The key “{key}” holds a space that is not the plain one, {codepoint}."),
        "mark-in-key": N_("The key “{key}” holds an invisible mark, {codepoint}."),
    },
    fixes={
        "": N_("Delete the character and type the word again."),
        "not-utf8": N_("Save the file as UTF-8: most editors ask for the encoding under Save as."),
        "utf16": N_("Save the file as UTF-8: most editors ask for the encoding under Save as."),
        "line-end": N_("Put a plain line break in its place."),
        "damaged": N_("Type the lost letter."),
        "stacked": N_("Keep the marks that the word needs."),
        "decomposed": N_("Type the word again. Texts copied from a PDF often look like this."),
        "space-in-key": N_("Type the key again with plain letters and underscores."),
        "mark-in-key": N_("Type the key again with plain letters and underscores."),
    },
    examples={
        "": "title: Publish every public contract",
        "+corrected": "{corrected}",
        "decomposed": "{word}",
        "mark-in-key": "{plain}: …",
        "space-in-key": "{plain}: …",
        "not-utf8": "iconv -f WINDOWS-1252 -t UTF-8 {file} > new\nmv new {file}",
        "utf16": "iconv -f UTF-16 -t UTF-8 {file} > new\nmv new {file}",
    },
    page=__doc__,
)
