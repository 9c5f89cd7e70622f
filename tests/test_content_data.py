"""What the page about the data says of numbers is what the records hold."""

from __future__ import annotations

import re
from pathlib import Path

from openroadmap.read.files import walk
from openroadmap.read.site import read_member, read_plan

TEXT = "content/data.md"
LINE = re.compile(r"^\| (?P<place>[^|,]+), [^|]+ \| (?P<plans>[^|]+) \| (?P<number>\d+) \|$", re.M)


def counted(root: Path) -> dict[str, tuple[list[str], int]]:
    """Of each real member, by name: its plans and how many commitments they hold."""
    found = {}
    for files in walk(root)[0]:
        around = read_member(files)
        if around.context.member is None or around.context.member.example:
            continue
        plans = [read_plan(plan, around.context).records for plan in files.plans]
        number = sum(len(each.commitments) for each in plans)
        found[around.context.member.name] = (sorted(each.id for each in plans), number)
    return found


def test_the_table_counts_the_plans_and_commitments_that_are_recorded(root: Path) -> None:
    text = (root / TEXT).read_text("utf-8")
    told = {
        line["place"]: (sorted(line["plans"].replace("–", "-").split(", ")), int(line["number"]))
        for line in LINE.finditer(text)
    }
    held = counted(root)
    assert len(told) == len(held) == 5
    by_first_word = {name.split(",")[0]: of for name, of in held.items()}
    assert told == by_first_word
    plans = sum(len(each) for each, _ in held.values())
    commitments = sum(number for _, number in held.values())
    assert f"That makes {plans} plans and {commitments} commitments" in text
