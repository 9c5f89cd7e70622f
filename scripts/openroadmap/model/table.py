"""The fields of each kind of record as a table, made from the models.

In comes a model, out come its fields with their words and forms: the one
source of the skeletons, the data dictionary, the check of unknown keys and
everything else that must know which fields there are.
"""

from __future__ import annotations

from dataclasses import fields
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import StringConstraints, WithJsonSchema
from pydantic.fields import FieldInfo

from openroadmap.findings import DataPath
from openroadmap.immutable import immutable
from openroadmap.model.fields import Record


@immutable
class Field:
    """One field of a model.

    ``form`` is line, prose, name, date, whole, yes_no, id, url, code or
    record; ``many`` is "" for one value, "list" or "mapping" (by id);
    ``vocabulary`` names the list of a code; ``model`` is the part's model;
    ``limit`` is how many characters a text may have, 0 for no limit of its own.
    """

    name: str
    title: str
    description: str
    example: Any
    form: str
    many: str
    required: bool
    vocabulary: str = ""
    model: type[Record] | None = None
    limit: int = 0

    @property
    def translatable(self) -> bool:
        return self.form in ("line", "prose")


@lru_cache(maxsize=64)
def table(model: type[Record]) -> dict[str, Field]:
    """The fields of a model by name, in the order they are written."""
    hints = get_type_hints(model, include_extras=True)
    return {each.name: _field(each.name, hints[each.name], each.default) for each in fields(model)}


def model_at(model: type[Record], path: DataPath) -> type[Record] | None:
    """The model of the mapping at a data path, or None when the path leads nowhere known."""
    rest = list(path)
    current: type[Record] | None = model
    while rest and current is not None:
        field = table(current).get(str(rest.pop(0)))
        current = field.model if field else None
        if field and field.many and rest:
            rest.pop(0)
    return current


def _field(name: str, hint: Any, info: FieldInfo) -> Field:
    many, inner = _unwrap(hint)
    form, vocabulary, model = _form(inner)
    return Field(
        name=name,
        title=info.title or name,
        description=info.description or "",
        example=info.examples[0] if info.examples else None,
        form=form,
        many=many,
        required=info.is_required(),
        vocabulary=vocabulary,
        model=model,
        limit=_limit(inner),
    )


def _unwrap(hint: Any) -> tuple[str, Any]:
    """Take ``X | None``, ``tuple[X, ...]`` and ``dict[Id, X]`` apart."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _unwrap(next(arg for arg in get_args(hint) if arg is not type(None)))
    if origin is tuple:
        return "list", get_args(hint)[0]
    if origin is dict:
        return "mapping", get_args(hint)[1]
    return "", hint


def _form(hint: Any) -> tuple[str, str, type[Record] | None]:
    if isinstance(hint, type) and issubclass(hint, Record):
        return "record", "", hint
    if get_origin(hint) is Annotated:
        for mark in get_args(hint)[1:]:
            if isinstance(mark, WithJsonSchema) and mark.json_schema:
                schema = mark.json_schema
                return str(schema["x-kind"]), str(schema.get("x-vocabulary", "")), None
    raise TypeError(f"a field of a kind the table does not know: {hint!r}")


def _limit(hint: Any) -> int:
    marks = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((mark.max_length or 0 for mark in marks if isinstance(mark, StringConstraints)), 0)
