"""A value that does not fit its field comes in; its rule, and what was probably meant, go out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from openroadmap.findings import DataPath
from openroadmap.model.fields import Record
from openroadmap.model.kinds import ID_PATTERN
from openroadmap.model.names import nearest_id
from openroadmap.model.table import model_at, table
from openroadmap.read.remarks import as_quoted
from openroadmap.read.texts.links import check_address

Args = dict[str, str | int]

_DATES: Final = "date"
_HOST: Final = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#]\S*)?\Z", re.IGNORECASE)
_NO_ADDRESS: Final = re.compile(r"[^@]+\.(?:docx?|pdf|xlsx?|csv|png|jpe?g|md|yml)\Z", re.IGNORECASE)
_GROUPED: Final = re.compile(r"\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+\Z", re.ASCII)
_ID: Final = re.compile(ID_PATTERN)


def misfit(
    type_: str, context: Mapping[str, str | int], model: type[Record], path: DataPath
) -> tuple[str, str, Args]:
    """Code, variant and arguments of one value; ``type_`` is the kind it should have been."""
    variant, text = str(context["variant"]), str(context["text"])
    args: Args = {key: value for key, value in context.items() if key != "variant"}
    if type_ == _DATES:
        return "S04", variant, {**args, "label": _label(model, path), "quoted": as_quoted(text)}
    if variant == "not-a-url":
        for rule, kind, found in check_address(text, linked=False):
            if rule == "T02":
                return rule, kind, {**found}
    return "S08", variant, {**args, "suggestion": _meant(variant, text)}


def _label(model: type[Record], path: DataPath) -> str:
    """The field beside a date for a deadline in words, if there is one."""
    part = model_at(model, path[:-1])
    name = str(path[-1]).removesuffix("_on") + "_label"
    return name if part is not None and name in table(part) else ""


def _meant(variant: str, text: str) -> str:
    """The value that was probably meant, or ""."""
    if variant == "not-a-url":
        return f"https://{text}" if _HOST.match(text) and not _NO_ADDRESS.match(text) else ""
    if variant == "not-whole":
        return re.sub(r"\D", "", text) if _GROUPED.match(text) else ""
    if variant == "not-an-id":
        id = nearest_id(text)
        return id if _ID.match(id) else ""
    return ""
