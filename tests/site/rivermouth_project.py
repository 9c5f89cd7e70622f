"""The invented plan of `golden/pages/`, which holds all that a record can hold, as a project.

One YAML file comes in; out goes a folder that can be built, a file a record.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

SAMPLE = Path(__file__).resolve().parents[1] / "golden" / "pages" / "rivermouth.yml"
SETTINGS = """\
site_name: Open Rivermouth
site_url: https://rivermouth.example/plans/
repo_url: https://github.com/rivermouth/plans
docs_dir: content
theme:
  name: material
plugins:
  - openroadmap
nav:
  - Home: index.md
  - Rules: rules/
"""
HOME = "# Open Rivermouth\n\nWhat our city promised.\n"
TRANSCRIBED = {"kept_by": "others", "keeper": "the tests"}
"""In a plan that others keep, what is missing is a warning: the page then lists some."""


def write_record(file: Path, record: dict[str, Any]) -> None:
    """The id is the name of the file or folder, so it is not written."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fields = {key: value for key, value in record.items() if key != "id"}
    file.write_text(yaml.safe_dump(fields, allow_unicode=True, sort_keys=False), "utf-8")


def write_project(root: Path) -> None:
    data = yaml.load(SAMPLE.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506, all text
    member = root / "commitments" / data["member"]["id"]
    plan = member / data["plan"]["id"]
    write_record(member / "member.yml", data.pop("member"))
    write_record(plan / "plan.yml", data.pop("plan") | TRANSCRIBED)
    write_record(plan / "forum.yml", data.pop("forum"))
    del data["adopted"]  # this site's plan was never frozen; the demonstration has one that was
    for commitment, text in data.pop("stories").items():
        (plan / "commitments").mkdir(exist_ok=True)
        (plan / "commitments" / f"{commitment}.md").write_text(text, "utf-8")
    for folder, records in data.items():
        for record in records:
            write_record(plan / folder / f"{record['id']}.yml", record)
    (root / "content").mkdir()
    (root / "content" / "index.md").write_text(HOME, "utf-8")
    (root / "mkdocs.yml").write_text(SETTINGS, "utf-8")
