"""Which project, and which plan of it, is meant: a path or ids come in, a place goes out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from openroadmap.immutable import immutable
from openroadmap.read.yaml import read_yaml

if TYPE_CHECKING:
    from openroadmap.read.files import MemberFiles, PlanFiles

SETTINGS = "mkdocs.yml"
RECORDS = "commitments"


def cache_dir(root: Path) -> Path:
    """Where a project keeps what it need not make again."""
    return root / ".cache" / "openroadmap"


@immutable
class Project:
    """``inside`` is what was asked for, from the project's folder; "" for all of it."""

    root: Path
    inside: str

    @property
    def site_url(self) -> str:
        """The published site's address with a slash at its end, or "" when none is set."""
        file = self.root / SETTINGS
        if not file.is_file():
            return ""
        data = read_yaml(file.read_bytes(), SETTINGS).data or {}
        url = data.get("site_url")
        return url.rstrip("/") + "/" if isinstance(url, str) and url.startswith("http") else ""


def find_project(path: Path) -> Project:
    """The project around a file or folder; the path itself when there is none above it."""
    here = path.resolve()
    start = here if here.is_dir() else here.parent
    for root in (start, *start.parents):
        if (root / SETTINGS).is_file() or _has_records(root):
            inside = here.relative_to(root).as_posix()
            return Project(root, "" if inside == "." else inside)
    return Project(start, "")


def plan_in(
    members: Iterable[MemberFiles], member: str, plan: str
) -> tuple[MemberFiles, PlanFiles] | None:
    """The files of a plan and of its member by their ids; None where there is no such plan."""
    return next(
        (
            (each, one)
            for each in members
            if each.id == member
            for one in each.plans
            if one.id == plan
        ),
        None,
    )


def no_plan(place: str, members: Iterable[MemberFiles]) -> str:
    """That there is no such plan, and which there are, for people."""
    known = ", ".join(f"{each.id}/{one.id}" for each in members for one in each.plans)
    return f"There is no plan {place}. There are: {known or 'none'}."


def records_at(path: Path) -> Path:
    """A path as it is, or the folder of the member or plan that it names in the project around.

    Raises ``FileNotFoundError`` where it is neither; the text is for people.
    """
    if path.exists():
        return path
    folder = find_project(Path()).root / RECORDS / path
    if not path.is_absolute() and len(path.parts) <= 2 and folder.is_dir():
        return folder
    raise FileNotFoundError(f"{path} does not exist: no file, folder, MEMBER or MEMBER/PLAN.")


def _has_records(folder: Path) -> bool:
    """Whether records begin here. A plan, too, holds a folder of that name: commitments/a/b/."""
    in_records = folder.parent.parent.name == RECORDS
    return (folder / RECORDS).is_dir() and not in_records
