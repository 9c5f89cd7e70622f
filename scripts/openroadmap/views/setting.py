"""What every page knows of the site it stands in, and where pages and files lie."""

from __future__ import annotations

from datetime import date

from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.model.kinds import KIND
from openroadmap.model.site import PlanRecords
from openroadmap.views.forge import Forge

JSON_FILE = "index.json"
"""The name of the JSON of a plan or commitment, beside its page."""


@immutable
class Setting:
    """The site around a page: its language, its day, its forge (None without a repository).

    ``pdf`` says that each plan stands there as a document too.
    """

    words: Translator
    today: date
    forge: Forge | None = None
    name: str = "OpenRoadmap"
    pdf: bool = False


def root_of(address: str) -> str:
    """The way from a page back to the site's root: "../../" for "ontario/2017/"."""
    return "../" * address.count("/")


def plan_address(records: PlanRecords) -> str:
    return f"{records.context.member_id}/{records.id}/"


def commitment_address(records: PlanRecords, id: str) -> str:
    return f"{plan_address(records)}{commitment_folder(id)}"


def commitment_folder(id: str) -> str:
    """Where a commitment's page lies, from its plan's."""
    return f"{id}/"


def member_file(member_id: str) -> str:
    return f"commitments/{member_id}/member.yml"


def record_file(records: PlanRecords, kind: str, id: str) -> str:
    """The file of a plan's record, from the root of the repository."""
    known = KIND[kind]
    parts = (records.context.member_id, records.id, known.folder, known.file or f"{id}.yml")
    return "/".join(("commitments", *filter(None, parts)))
