"""Every kind of record, and where its files lie. The one list of kinds.

The models are loaded when first asked for: a build in which nothing changed
walks over thousands of files without needing one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from openroadmap.immutable import immutable

if TYPE_CHECKING:
    from openroadmap.model.fields import Record

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""What an id looks like: small letters, digits and single hyphens. It is the file's name."""


@immutable
class Kind:
    """One kind of record.

    ``folder`` is its folder inside the plan, "" for the plan's own folder.
    ``file`` is the fixed file name of a kind of which there is only one, and
    "" for a kind with one file a record. ``module`` holds its model, a class
    named after the kind. ``made_by`` is the command that writes it where people
    never do, and ``room`` how many times larger its file may be than that of
    any other record: it holds what many of these hold.
    """

    name: str
    module: str
    folder: str
    file: str = ""
    made_by: str = ""
    room: int = 1

    @property
    def model(self) -> type[Record]:
        """The model of the kind's records."""
        return _model(self.module, self.name.capitalize())


@lru_cache(maxsize=64)
def _model(module: str, name: str) -> type[Record]:
    model: type[Record] = getattr(import_module(f"openroadmap.model.{module}"), name)
    return model


KINDS: tuple[Kind, ...] = (
    Kind("member", "member", "", "member.yml"),
    Kind("plan", "member", "", "plan.yml"),
    Kind("commitment", "commitment", "commitments"),
    Kind("update", "voices", "updates"),
    Kind("view", "voices", "views"),
    Kind("assessment", "voices", "assessments"),
    Kind("forum", "process", "", "forum.yml"),
    Kind("meeting", "process", "meetings"),
    Kind("timeline", "process", "cocreation", "timeline.yml"),
    Kind("outreach", "process", "outreach"),
    Kind("mechanism", "process", "mechanisms"),
    Kind("contribution", "process", "contributions"),
    Kind("response", "process", "responses"),
    Kind("attestation", "process", "attestations"),
    Kind("amendment", "process", "amendments"),
    Kind("baseline", "baseline", "", "baseline.yml", made_by="adopt", room=8),
)

KIND: dict[str, Kind] = {kind.name: kind for kind in KINDS}


def plan_folder(member: str, plan: str) -> str:
    """The folder of a plan, from the project's folder."""
    return f"commitments/{member}/{plan}"


def record_file(member: str, plan: str, kind: str, id: str) -> str:
    """The file of a plan's record, from the project's folder."""
    place = KIND[kind]
    parts = (plan_folder(member, plan), place.folder, place.file or f"{id}.yml")
    return "/".join(filter(None, parts))


_OF_PLANS = {(kind.folder, kind.file): kind for kind in KINDS if kind.name != "member"}


@lru_cache(maxsize=100_000)
def record_at(file: str) -> tuple[str, str, str] | None:
    """The plan's folder, the kind and the id of a plan's record that lies in a file.

    None for any other file, and for one whose name is no id.
    """
    parts = file.split("/")
    if len(parts) not in (4, 5) or parts[0] != "commitments":
        return None
    stem, dot, ending = parts[-1].rpartition(".")
    inner = parts[3] if len(parts) == 5 else ""
    kind = _OF_PLANS.get((inner, parts[-1])) or _OF_PLANS.get((inner, ""))
    if kind is None or f"{dot}{ending}" != ".yml" or not re.fullmatch(ID_PATTERN, stem):
        return None
    return "/".join(parts[:3]), kind.name, parts[2] if kind.name == "plan" else stem


@immutable
class Beside:
    """A text that lies beside a record: the longer story of a commitment, or a translation.

    ``record`` is the file of the record; ``lang`` is "" for a story in the record's own language.
    """

    record: str
    is_story: bool
    lang: str


_BESIDE = re.compile(r"(.*/[^/.]+)(?:\.([a-z]{2}(?:-[A-Z]{2})?))?\.(yml|md)\Z")


@lru_cache(maxsize=100_000)
def beside(file: str) -> Beside | None:
    """What lies in a file beside a record of a plan; None for any other file."""
    parts = _BESIDE.match(file)
    if parts is None:
        return None
    stem, lang, ending = parts.groups(default="")
    is_story = ending == "md"
    record = f"{stem}.yml"
    found = record_at(record)
    if found is None or record == file or (is_story and found[1] != "commitment"):
        return None
    return Beside(record, is_story, lang)
