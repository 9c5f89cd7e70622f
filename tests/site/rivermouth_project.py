"""The invented plan of `golden/pages/`, which holds all that a record can hold, as a project.

One YAML file comes in; out goes a folder that can be built, a file a record. The same can have
a history, in which records and texts were changed and removed after they came.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from repository import Repository

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


PLAN = "commitments/rivermouth/2025-2027"
PATH = "/plans/"
ANOTHER_PATH = "/remembered/"
"""The two sites stand side by side on one host."""
FRENCH = """\
title: Publier chaque paiement
milestones:
  m1:
    title: Convenir des champs
"""
VIEW = """\
date: 2026-07-15
commitment: payments
by:
  organisation: Harbour Residents' Union
  sector: community_group
completion: limited
text: We asked for the purposes of payments, and have not seen them.
"""


def write_history(root: Path) -> None:
    """The project in a repository. On a later day words, a status, a date and a finding became
    others, a view was moved to another commitment, and records, the story and a translation went.
    """
    write_project(root)
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace(PATH, ANOTHER_PATH), "utf-8")
    repository = Repository(root)
    repository.git("init", "--quiet", "--initial-branch=main")
    repository.put({
        f"{PLAN}/plan.fr.yml": "title: Deuxième plan d'action\n",
        f"{PLAN}/commitments/payments.fr.yml": FRENCH,
        f"{PLAN}/updates/2026-05-31-register.fr.yml": "title: Douze mois de paiements en ligne\n",
        f"{PLAN}/views/2026-07-15-union.yml": VIEW,
    })  # fmt: skip
    repository.commit("2026-08-01", {".gitignore": ".cache\n"})
    report = f"{PLAN}/updates/2026-05-31-register.yml"
    agreed = f"{PLAN}/amendments/2025-09-later-end.yml"
    assessed = f"{PLAN}/assessments/2026-inception.yml"
    repository.commit("2026-10-10", {
        f"{PLAN}/plan.fr.yml": "title: Le deuxième plan d'action\n",
        f"{PLAN}/commitments/payments.fr.yml": None,
        f"{PLAN}/commitments/payments.md": None,
        f"{PLAN}/updates/2026-05-31-register.fr.yml": "title: Un an de paiements en ligne\n",
        report: _otherwise(root / report, "completion: substantial", "completion: limited"),
        agreed: _otherwise(root / agreed, "2025-09-15", "2025-09-02"),
        assessed: _otherwise(root / assessed, "ambition: high", "ambition: low"),
        f"{PLAN}/views/2026-07-15-union.yml": VIEW.replace("payments\n", "hearings\n", 1),
        f"{PLAN}/updates/2026-06-01-hearings.yml": None,
        f"{PLAN}/views/2026-07-01-lab.yml": None,
    })  # fmt: skip


def _otherwise(file: Path, before: str, after: str) -> str:
    text = file.read_text("utf-8")
    assert before in text
    return text.replace(before, after)
