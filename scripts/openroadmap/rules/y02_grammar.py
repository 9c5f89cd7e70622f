"""A line that cannot be understood.

## What it says

A record is a list of keys and values: a key, a colon, a space, the value. Parts of a value
are set in by two spaces, items of a list begin with a dash and a space. A text that holds a
colon and a space, or begins with a special sign, stands in quotes.

## Why it matters

One such line keeps the whole file from being read, and its page from being updated.

## Wrong

```yaml commitments/open-contracts.yml
title: Open contracts: every one of them
```

## Right

```yaml commitments/open-contracts.yml
title: "Open contracts: every one of them"
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import TEACHES
from openroadmap.rules.rule import Rule

RULE = Rule(
    "Y02",
    "line-not-understood",
    Level.ERROR,
    TEACHES,
    messages={
        "conflict": N_("Two versions of the file are both still in it ({marker})."),
        "tab": N_("The line is set in with a tab."),
        "colon": N_("The text after “{key}:” holds a colon and a space."),
        "curly-quote": N_("The text after “{key}:” is in curly quotes and holds a colon."),
        "no-space-after-colon": N_("A space is missing after the colon: {text}"),
        "other-space": N_(
            "The space after the colon is not the plain one but {codepoint}, which looks the same."
        ),
        "missing-colon": N_("A colon is missing: {text}"),
        "unclosed-quote": N_("The quote {quote} that opens here is never closed."),
        "after-quote": N_("The text goes on after its closing quote {quote}."),
        "escape": N_("{escape} means nothing within double quotes."),
        "reserved": N_("A text may not begin with {character}."),
        "block-text": N_("The text begins on the line of {character}."),
        "unclosed-bracket": N_("The bracket {bracket} that opens here is never closed."),
        "in-bracket": N_("Something is missing between {bracket} and {closing}."),
        "after-bracket": N_("The text goes on after {closing}."),
        "stray": N_("{character} has no meaning here."),
        "list-beside-key": N_("The list begins on the line of its key."),
        "dash-among-keys": N_("A line with a dash stands among keys."),
        "key-among-dashes": N_("A key stands among lines with dashes."),
        "too-deep-line": N_(
            "The line is set in by {spaces} spaces, line {line_above} above it by {above}."
        ),
        "indentation": N_(
            "The line is set in by {spaces} spaces, which fits none of the lines above it."
        ),
        "empty-key": N_("A colon stands here without a key before it."),
        "key-not-text": N_("A key is a word, not a list or a mapping."),
        "directive": N_("A line that begins with % is not for records: {text}"),
        "other": N_("This line cannot be understood: {text}"),
    },
    fixes={
        "conflict": N_("Keep one version, and delete the lines with <<<<<<<, ======= and >>>>>>>."),
        "tab": N_("Use spaces, two for each step."),
        "colon": N_("Put the whole text in double quotes."),
        "curly-quote": N_("Use straight quotes around the whole text."),
        "no-space-after-colon": N_("Put a space after the colon."),
        "other-space": N_("Delete it and type a plain space. Text from Word often brings such."),
        "missing-colon": N_("Write the key, a colon, a space and the value."),
        "unclosed-quote": N_("Close the quote at the end of the text."),
        "after-quote": N_("Put the other kind of quotes around the whole text."),
        "escape": N_("Use single quotes around the text, or two backslashes."),
        "reserved": N_("Put the text in double quotes."),
        "block-text": N_("Begin the text on the next line, set in by two spaces."),
        "unclosed-bracket": N_("Put {closing} at the end, or the text in quotes."),
        "in-bracket": N_("Put a comma between the items."),
        "after-bracket": N_("Put the whole text in double quotes."),
        "stray": N_("Delete it, or put the text in double quotes."),
        "list-beside-key": N_("Begin the list on the next line."),
        "dash-among-keys": N_("Set the dash in under the key it belongs to, or remove it."),
        "key-among-dashes": N_("Set the key in under the item it belongs to."),
        "too-deep-line": N_("Set the line in as far as its neighbours, or quote the text above."),
        "indentation": N_("Set the line in as far as the one it belongs beside."),
        "empty-key": N_("Write the key before the colon, or delete the line."),
        "key-not-text": N_("Write a word before the colon."),
        "directive": N_("Delete the line."),
        "other": N_("Compare it with the line in the example."),
    },
    examples={
        "tab": "supporting:\n  civil_society:\n    - Budget Watch",
        "no-space-after-colon": "{corrected}",
        "other-space": "{corrected}",
        "missing-colon": "title: Publish every public contract",
        "empty-key": "title: Publish every public contract",
        "key-not-text": "title: Publish every public contract",
        "other": "title: Publish every public contract",
        "unclosed-quote": 'title: "Publish every public contract"',
        "colon": "{key}: {quoted}",
        "curly-quote": "{key}: {quoted}",
        "after-quote": "{key}: {quoted}",
        "reserved": 'title: "@Home: services for everybody"',
        "block-text": "summary: |\n  The text begins here.",
        "unclosed-bracket": "policy_areas: [open-data, public-participation]",
        "in-bracket": "policy_areas: [open-data, public-participation]",
        "after-bracket": 'title: "[Draft] Open contracts"',
        "list-beside-key": "policy_areas:\n  - open-data\n  - public-participation",
        "dash-among-keys": "policy_areas:\n  - open-data",
        "key-among-dashes": "milestones:\n  - id: m1\n    title: Open the register",
        "too-deep-line": "title: Publish every public contract\nlead: Ministry of Finance",
        "indentation": "supporting:\n  civil_society:\n    - Budget Watch",
        "conflict": "title: Publish every public contract",
        "directive": "title: Publish every public contract",
        "escape": "title: 'North\\South'",
        "escape+key": "{key}: {quoted}",
        "stray": 'title: "@Home: services for everybody"',
        "tab+corrected": "{corrected}",
        "missing-colon+corrected": "{corrected}",
        "unclosed-quote+key": "{key}: {quoted}",
        "reserved+key": "{key}: {quoted}",
        "unclosed-bracket+corrected": "{corrected}",
        "after-bracket+key": "{key}: {quoted}",
        "list-beside-key+corrected": "{corrected}",
    },
    page=__doc__,
)
