"""Writes the same made-up plans three times: as our records, for MkDocs as it comes, for Hugo.

In come a number of commitments and a folder; out come `ours/`, `stock/`,
`hugo/` and `pages.json`, which says of each commitment where it is and what
must be on its page.

    python tests/benchmarks/generate.py --n 1000 FOLDER
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from hugo_site import HUGO_FILES, LESS_CONTENT, hugo_pages
from openroadmap.commands.adopt import text_of
from openroadmap.history.freeze import freeze
from openroadmap.model.dates import parse_date
from openroadmap.read.files import walk
from openroadmap.read.site import read_member, read_plan
from pages import commitment_page, home_page, member_page, plan_page
from records import PROSE, MadeMember, MadePlan, make_members
from yaml_text import yaml_text

SEED = 2026
FOLDERS = (
    *("commitments", "updates", "views", "assessments", "meetings"),
    *("contributions", "responses", "amendments"),
)

OURS = """\
site_name: Action plans
site_url: https://example.org/
repo_url: https://github.com/example/plans
docs_dir: content
theme:
  name: material
plugins:
  - openroadmap:
      search: false  # making its index is timed apart: see searching.py
"""
HOME = """\
---
title: Action plans
description: Open government action plans, made up to measure how fast the site is.
---

# Action plans

These members and plans are made up.
"""
STOCK = """\
site_name: Action plans
site_url: https://example.org/
repo_url: https://github.com/example/plans
edit_uri: edit/main/docs/
theme:
  name: material
nav:
  - index.md
not_in_nav: "*"
"""
WITHOUT_SEARCH = f"{STOCK}plugins: []\n"

File = tuple[str, str]
"""A path and its text."""


def our_files(members: Iterable[MadeMember]) -> Iterator[File]:
    yield "mkdocs.yml", OURS
    yield "content/index.md", HOME
    for member in members:
        root = f"commitments/{member.id}"
        yield f"{root}/member.yml", yaml_text(member.member)
        for plan in member.plans:
            yield f"{root}/{plan.id}/plan.yml", yaml_text(plan.plan)
            yield f"{root}/{plan.id}/forum.yml", yaml_text(plan.forum)
            for folder in FOLDERS:
                records: dict[str, dict[str, Any]] = getattr(plan, folder)
                for id, data in records.items():
                    yield f"{root}/{plan.id}/{folder}/{id}.yml", yaml_text(data)


def freeze_plans(root: Path, members: Iterable[MadeMember]) -> int:
    """Freeze each plan as it was adopted: with what was promised then, which stands again after."""
    made = {(member.id, plan.id): plan for member in members for plan in member.plans}
    before = {
        root / "commitments" / member / plan.id / "commitments" / f"{id}.yml":
        (yaml_text(plan.commitments[id] | old), yaml_text(plan.commitments[id]))
        for (member, _), plan in made.items() for id, old in plan.adopted.items()
    }  # fmt: skip
    for file, (adopted, _) in before.items():
        file.write_text(adopted, "utf-8")
    for files in walk(root)[0]:
        around = read_member(files)
        for plan in files.plans:
            day = parse_date(made[files.id, plan.id].plan["adopted_on"])
            reading = read_plan(plan, around.context)
            text = text_of(freeze(reading.records, day), reading.plain)
            (root / "commitments" / files.id / plan.id / "baseline.yml").write_text(text, "utf-8")
    for file, (_, now) in before.items():
        file.write_text(now, "utf-8")
    return len(made)


def stock_files(members: Iterable[MadeMember]) -> Iterator[File]:
    yield "mkdocs.yml", STOCK
    yield "without-search.yml", WITHOUT_SEARCH
    members = list(members)
    yield "docs/index.md", home_page(members)
    for member in members:
        yield f"docs/{member.id}/index.md", member_page(member)
        for plan in member.plans:
            yield f"docs/{member.id}/{plan.id}/index.md", plan_page(member, plan)
            for id in plan.commitments:
                yield f"docs/{member.id}/{plan.id}/{id}.md", commitment_page(member, plan, id)


def hugo_files(members: Iterable[MadeMember]) -> Iterator[File]:
    members = list(members)
    yield from HUGO_FILES.items()
    less = hugo_pages(members, LESS_CONTENT, adopted=False)
    for path, data in (*hugo_pages(members), *less):
        yield path, f"---\n{yaml_text(data)}---\n"


def described(member: MadeMember, plan: MadePlan, id: str) -> dict[str, Any]:
    """What must be on a commitment's page, whoever makes it: title, steps, ends of texts."""
    data = plan.commitments[id]
    address = f"{member.id}/{plan.id}/{id}/"
    endings = [data[field].split("\n")[0].rsplit(". ", 1)[-1].split("](")[0] for field in PROSE]
    return {
        "address": address,
        "record": f"commitments/{member.id}/{plan.id}/commitments/{id}.yml",
        "page": f"docs/{member.id}/{plan.id}/{id}.md",
        "title": data["title"],
        "texts": [
            *(step["title"] for step in data["milestones"]),
            *(text.strip("*").split("[")[0] for text in endings),
        ],
    }


def write(root: Path, files: Iterable[File]) -> int:
    count = 0
    for path, text in files:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        count += 1
    return count


def generate(folder: Path, count: int, seed: int = SEED) -> dict[str, int]:
    """Write all three projects; returns how many files each has."""
    members = list(make_members(count, seed))
    ours = write(folder / "ours", our_files(members))
    written = {
        "ours": ours + freeze_plans(folder / "ours", members),
        "stock": write(folder / "stock", stock_files(members)),
        "hugo": write(folder / "hugo", hugo_files(members)),
    }
    pages = [
        described(member, plan, id)
        for member in members
        for plan in member.plans
        for id in plan.commitments
    ]
    (folder / "pages.json").write_text(json.dumps(pages), "utf-8")
    return written


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--n", type=int, default=100, help="How many commitments.")
    arguments.add_argument("--seed", type=int, default=SEED)
    asked = arguments.parse_args()
    for name, files in generate(asked.folder, asked.n, asked.seed).items():
        print(f"{name}: {files} files")


if __name__ == "__main__":
    main()
