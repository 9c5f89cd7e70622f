"""Freeze a plan as adopted: a project, a plan and a day in, `baseline.yml` out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from openroadmap.commands.check import check_plan
from openroadmap.commands.project import no_plan, plan_in
from openroadmap.export.record_yaml import write_yaml
from openroadmap.findings import Level
from openroadmap.history.drift_days import changed_promises
from openroadmap.history.freeze import freeze
from openroadmap.history.late import adopted_before, is_long_before
from openroadmap.i18n import translator
from openroadmap.immutable import immutable
from openroadmap.model.baseline import Baseline
from openroadmap.model.dates import parse_date
from openroadmap.model.facts import NO_FACTS, GitFacts
from openroadmap.model.kinds import KIND, record_file
from openroadmap.model.member import Plan
from openroadmap.model.plain import plain
from openroadmap.model.site import PlanRecords
from openroadmap.read.files import walk
from openroadmap.read.promise_lines import promise_lines
from openroadmap.read.sealed import seal_of
from openroadmap.read.shape import shape
from openroadmap.read.site import PlanReading, read_member, read_plan
from openroadmap.read.yaml import read_yaml
from openroadmap.rules import run_rules, tell

HEAD = """\
The plan as adopted, frozen by `openroadmap adopt`. Never edit this file: every later
difference is computed from it. A change of the plan is recorded in amendments/."""


class AdoptError(Exception):
    """Raised if a plan cannot be frozen; the text is for people.

    ``faulty`` is true when it is for errors in the plan's records.
    """

    def __init__(self, text: str, *, faulty: bool = False) -> None:
        super().__init__(text)
        self.faulty = faulty


@immutable
class Adopted:
    """What was frozen, and in which file."""

    baseline: Baseline
    file: Path
    warnings: tuple[str, ...] = ()


def adopt(
    root: Path, place: str, day: date, today: date, facts: GitFacts = NO_FACTS
) -> Adopted:
    """Freeze a plan, "member/plan", as it stands in its records, as of a day.

    The records are checked as of ``today``, since they may hold what came after the day.

    Raises ``AdoptError`` when there is no such plan, when the day is still to
    come, when the plan is frozen already or git holds an earlier frozen copy,
    when its records have errors, and when it promises nothing yet.
    """
    if day > today:
        raise AdoptError(f"{day} is still to come: a plan is frozen once it is adopted.")
    reading = _reading(root, place, today, facts)
    records = reading.records
    file = root / record_file(records.context.member_id, records.id, "baseline", "baseline")
    baseline = freeze(records, parse_date(day.isoformat()))
    text = text_of(baseline, reading.plain)
    _prove(text, baseline)
    file.write_text(text, "utf-8", newline="\n")
    warnings = (*_warnings(records.plan, baseline), *_changed_since(records, day, facts))
    return Adopted(baseline, file, warnings)


def _warnings(plan: Plan | None, baseline: Baseline) -> Iterator[str]:
    """What whoever freezes should know of how good a copy of the promise it is."""
    if plan and plan.kept_by == "others":
        yield (
            "Others than the government keep this record. What was frozen is their transcription "
            "of the plan; compare it with the document that was adopted."
        )
    before = adopted_before(plan, baseline)
    if before and is_long_before(before[1], baseline):
        what = "adopted" if before[0] == "adopted_on" else "submitted"
        yield (
            f"The plan was {what} on {before[1]} and is frozen as of {baseline.frozen_on}. What "
            "changed in between is not known here, and its pages say so."
        )


def _changed_since(records: PlanRecords, day: date, facts: GitFacts) -> Iterator[str]:
    """Which promises git has seen change since the day: what they said then was not frozen."""
    if changed := changed_promises(records, facts, day):
        yield (
            f"Changed after {day}, and frozen as they are now: {', '.join(changed)}. The pages "
            "say that what was changed before is not known. To freeze what was promised then, "
            "bring that back first; or freeze the plan as of today."
        )


def _reading(root: Path, place: str, today: date, facts: GitFacts) -> PlanReading:
    """The plan as read, when it can be frozen."""
    member_id, _, plan_id = place.strip("/").removeprefix("commitments/").partition("/")
    members, _ = walk(root)
    found = plan_in(members, member_id, plan_id)
    if found is None:
        raise AdoptError(no_plan(place, members))
    files, plan = found
    name = KIND["baseline"].file
    reading = read_plan(plan, read_member(files).context)
    if any(raw.kind.name == "baseline" for raw in plan.files):
        raise AdoptError(
            _moved(reading, today)
            or f"{place} is frozen already, in {name}, and a promise is frozen once. To change the "
            f"plan, record an amendment: openroadmap new amendment {place}/COMMITMENT."
        )
    path = record_file(member_id, plan_id, "baseline", "baseline")
    if facts.knew(path, today):
        raise AdoptError(
            f"{place} was frozen before, and git holds that copy. A promise is frozen once: bring "
            f"the copy back. Find the last commit that has it, with: git log --oneline -- {path}; "
            f"then: git restore --source COMMIT -- {path}"
        )
    errors = sum(each.level is Level.ERROR for each in check_plan(reading, today))
    if errors:
        raise AdoptError(
            f"{place} has {errors} error{'s' if errors > 1 else ''}; nothing was frozen. "
            f"See them with: openroadmap check commitments/{member_id}/{plan_id}",
            faulty=True,
        )
    if not reading.records.commitments:
        raise AdoptError(f"{place} has no commitment yet: there is no promise to freeze.")
    return reading


def _moved(reading: PlanReading, today: date) -> str:
    """What the check says, and nothing else, where the frozen plan only lies in another folder."""
    told = (each for each in run_rules(reading, today) if each.variant == "moved")
    return next((tell(each, translator("en")).in_short() for each in told), "")


def text_of(baseline: Baseline, texts: Mapping[str, str]) -> str:
    """The file of a frozen plan, under its seal.

    A promise is repeated line by line where the text of its commitment is among ``texts``.
    """
    data = plain(baseline)
    head = {key: value for key, value in data.items() if key not in ("id", "commitments")}
    items = (_item(each, texts.get(each["id"], "")) for each in data["commitments"])
    text = write_yaml(head) + "commitments:\n" + "".join(items)
    return write_yaml({"seal": seal_of(text)}, HEAD) + text


def _item(frozen: dict[str, Any], text: str) -> str:
    """One commitment of a frozen plan."""
    repeated = text and "withdrawn_on" not in frozen
    data = {key: frozen[key] for key in ("id", "digest")} if repeated else frozen
    item = write_yaml({"commitments": [data]}).removeprefix("commitments:\n")
    if not repeated:
        return item
    id, _, digest = item.partition("\n")
    return f"{id}\n{promise_lines(text)}{digest}"


def _prove(text: str, baseline: Baseline) -> None:
    """What is written is what will be read: a frozen text must never come back another."""
    kind = KIND["baseline"]
    yaml = read_yaml(text.encode(), kind.file, kind.room)
    shaped = shape(kind, "baseline", yaml.data or {}, yaml.marks, "baseline.yml")
    if shaped.record is None or shaped.record.but(seal=None) != baseline:
        found = [f"{each.rule} {each.variant}" for each in (*yaml.findings, *shaped.findings)]
        raise AdoptError(
            "The frozen plan would not be read back as it was written; nothing was frozen. "
            f"Please report this fault of the program. {' '.join(found)}"
        )


def words_of(adopted: Adopted, root: Path) -> str:
    """What was frozen, in plain words."""
    baseline = adopted.baseline
    count = len(baseline.commitments)
    steps = sum(len(each.milestones) for each in baseline.commitments)
    lines = [
        f"Frozen as of {baseline.frozen_on}: {baseline.plan.title}",
        f"{count} commitment{'s' * (count != 1)} with {steps} milestone{'s' * (steps != 1)}:",
        *(f"  {each.id}: {each.title}" for each in baseline.commitments),
        f"Digest: {baseline.digest}",
        f"Written: {adopted.file.relative_to(root).as_posix()}",
        "Commit this file together with the plan, and never edit it. Whoever changes the promise",
        "from now on records an amendment that says why.",
        *(f"Warning: {each}" for each in adopted.warnings),
    ]
    return "\n".join(lines) + "\n"
