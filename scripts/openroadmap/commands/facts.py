"""What git proves of a project, read once a run: a folder and a day come in, facts go out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from openroadmap.commands.clock import latest_day
from openroadmap.history.facts import HistoryReading, read_history
from openroadmap.model.facts import GitFacts, History, Lost
from openroadmap.model.kinds import plan_folder
from openroadmap.read.files import MemberFiles


def history_of(root: Path, today: date, cache: Path | None = None) -> HistoryReading:
    """The history of the project in a folder.

    Without a ``cache`` to keep it in, that of the builds is used where there is one.
    """
    kept = cache or root / ".cache" / "openroadmap"
    return read_history(
        root, latest_day(today), os.environ, kept if cache or kept.is_dir() else None
    )


def lost_plans(facts: GitFacts, members: Iterable[MemberFiles], today: date) -> tuple[Lost, ...]:
    """The plans that are gone from these members, or with their members, as of a day."""
    there = {plan_folder(member.id, plan.id) for member in members for plan in member.plans}
    return tuple(facts.lost(there, today))


def key_of(facts: GitFacts, folder: str, files: list[str]) -> bytes:
    """Everything git says of a plan's files, and of those that are gone from its folder.

    A commit that leaves them alone leaves this alone.
    """
    if facts.history is not History.FULL:
        return facts.history.encode()
    known = (facts.published, facts.updated, facts.revised)
    lines = [" ".join(str(each.get(file)) for each in known) for file in files]
    lines += (f"{each} {facts.revised.get(each.file)}" for each in facts.gone.get(folder, ()))
    return "\n".join(lines).encode()
