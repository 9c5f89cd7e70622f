"""Every kind of record, and where its files lie. The one list of kinds.

The models are loaded when first asked for: a build in which nothing changed
walks over thousands of files without needing one.
"""

from __future__ import annotations

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


def record_file(member: str, plan: str, kind: str, id: str) -> str:
    """The file of a plan's record, from the project's folder."""
    place = KIND[kind]
    parts = ("commitments", member, plan, place.folder, place.file or f"{id}.yml")
    return "/".join(filter(None, parts))
