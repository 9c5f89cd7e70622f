"""A history that cannot be read whole.

## What it says

The whole history of the repository is there when the records are checked: neither cut off, as
most build services fetch it, nor damaged. Otherwise git proves no date at all, since the first
commit of a part of the history is not the first.

A folder that is in no repository, or not committed yet, is noted only.

## Why it matters

The day on which a record came into the repository is the best proof that it was public by then.
Without it every date rests on what somebody typed, and the pages say so.

## Wrong

A workflow that fetches the last commit alone, as `actions/checkout` does unless told otherwise.

## Right

```yaml .github/workflows/publish.yml
steps:
  - uses: actions/checkout@v5
    with:
      fetch-depth: 0
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import FACTS
from openroadmap.rules.rule import Rule

RULE = Rule(
    "D02",
    "dates-unproven",
    Level.WARNING,
    FACTS,
    messages={
        "shallow": N_(
            "Only the latest part of the repository's history is here, so git proves no date."
        ),
        "partial": N_(
            "This is a partial clone without earlier contents of files, so git proves no date."
        ),
        "refused": N_(
            "Git does not open this repository, which belongs to another user, so it proves no "
            "date."
        ),
        "no-git": N_("The program git was not found, so it proves no date."),
        "broken": N_("Git cannot read the history of this repository, so it proves no date."),
        "slow": N_("Reading the history took too long and was stopped, so git proves no date."),
        "no-repository": N_("This folder is in no git repository, so git proves no date."),
        "uncommitted": N_("No record of this folder is committed yet, so git proves no date."),
        "future": N_(
            "By git's record these files were changed on a day that has not come yet, or on none "
            "of a calendar: {changes}."
        ),
        "future+more": N_(
            "By git's record these files were changed on a day that has not come yet, or on none "
            "of a calendar: {changes}, and {more} more."
        ),
        "too-many": N_(
            "The history holds more changes of records than are compared word by word. Each of "
            "the rest counts as a change of what was said: {count} in all."
        ),
    },
    fixes={
        "shallow": N_(
            "Fetch all of it: fetch-depth: 0 in the workflow, or git fetch --unshallow here."
        ),
        "partial": N_("Clone the repository again, without --filter."),
        "refused": N_(
            "If you trust it: git config --global --add safe.directory, then the folder's full "
            "path."
        ),
        "no-git": N_("Install git. Until then dates rest on what the records say."),
        "broken": N_("Run git fsck to see what is damaged, or clone the repository again."),
        "slow": N_("Try once more; git gc makes a large repository faster."),
        "no-repository": N_("Nothing needs doing. In a repository, commits can prove dates."),
        "uncommitted": N_("Commit the records: the day of a commit can prove a date."),
        "future": N_(
            "Set the clock right. If the commit is not pushed yet: git commit --amend --no-edit. "
            "Otherwise the day of the next commit counts."
        ),
        "too-many": N_(
            "Nothing needs doing. New layout may count as a change there, and which parts of a "
            "record were changed is not told."
        ),
    },
    examples={
        "shallow": "- uses: actions/checkout@v5\n  with:\n    fetch-depth: 0",
        "broken": "git fsck --full",
        "future": "git log -3 --format=fuller",
        "no-git": "git --version",
        "no-repository": "git init",
        "partial": "git clone https://example.org/riverside/roadmap.git",
        "refused": 'git config --global --add safe.directory "$PWD"',
        "slow": "git gc",
        "too-many": "git log --oneline -- commitments",
        "uncommitted": 'git add commitments\ngit commit -m "Add the first records"',
    },
    page=__doc__,
)
