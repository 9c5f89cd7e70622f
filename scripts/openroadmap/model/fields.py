"""The types of fields: how a scalar typed as text becomes a value.

In comes the text exactly as the file has it (the reader types nothing), out
comes the typed value, or a pydantic error whose ``type`` starts with ``or_``
and whose context carries the arguments of the finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Annotated, Any, Self, dataclass_transform
from urllib.parse import urlsplit

from pydantic import ConfigDict, Field, PlainValidator, StringConstraints, TypeAdapter
from pydantic import WithJsonSchema as JsonForm
from pydantic_core import PydanticCustomError

from openroadmap.model.dates import NotADateError, PartialDate, parse_date
from openroadmap.model.kinds import ID_PATTERN
from openroadmap.model.vocabulary import Vocabulary, vocabulary

OGP_ID_PATTERN = r"^[A-Z]{2,4}\d{4}$"
_WHOLE = re.compile(r"(0|[1-9][0-9]{0,11})\Z")
_ID = re.compile(ID_PATTERN)
_URL = re.compile(r"https?://[^\s/?#\\\[\]]+\S*\Z")
_USUAL_HOST = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9.-]*(?:[/?#]|\Z)")  # most by far
_SCALAR = ["string", "number", "boolean"]
# An editor's YAML reads `title: 2017` as a number; we read it as the text it
# is, so the published schema lets it pass.


def problem(kind: str, variant: str, **context: str | int) -> PydanticCustomError:
    """An error of ours; ``kind`` is date, number, yes_no, id, url, code or text."""
    return PydanticCustomError(f"or_{kind}", "{variant}", {"variant": variant, **context})


def _need_text(value: Any, kind: str) -> str:
    if isinstance(value, str):
        return value
    raise problem("form", kind, got="list" if isinstance(value, list) else "mapping")


def _date(value: Any) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    text = _need_text(value, "date")
    try:
        return parse_date(text)
    except NotADateError as fault:
        meant = {"suggestion": fault.suggestion, **({"other": fault.other} if fault.other else {})}
        raise problem("date", fault.variant, text=text, **meant) from None


def _whole(value: Any) -> int:
    if isinstance(value, int):
        return value
    text = _need_text(value, "number")
    if not _WHOLE.match(text):
        raise problem("number", "not-whole", text=text)
    return int(text)


_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


def _yes_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    text = _need_text(value, "yes_no")
    if text.lower() not in _YES_NO:
        raise problem("yes_no", "not-yes-no", text=text)
    return _YES_NO[text.lower()]


def is_yes(value: Any) -> bool:
    """Whether a value as typed says yes; what is neither yes nor no does not."""
    try:
        return _yes_no(value)
    except PydanticCustomError:
        return False


def _id(value: Any) -> str:
    text = _need_text(value, "id")
    if not _ID.fullmatch(text):
        raise problem("id", "not-an-id", text=text)
    return text


def _url(value: Any) -> str:
    text = _need_text(value, "url")
    if not _URL.match(text) or not _has_host(text):
        raise problem("url", "not-a-url", text=text)
    return text


def is_url(value: Any) -> bool:
    """Whether a value as typed is an address of the web, as far as its form tells."""
    try:
        return bool(_url(value))
    except PydanticCustomError:
        return False


def _has_host(url: str) -> bool:
    """False for the few addresses that the standard library refuses to take apart."""
    if _USUAL_HOST.match(url):
        return True
    try:
        return bool(urlsplit(url).hostname)
    except ValueError:
        return False


def _code(words: Vocabulary) -> PlainValidator:
    def check(value: Any) -> str:
        text = _need_text(value, "code")
        if words.closed and text not in words.terms:
            raise problem("code", words.name, text=text, suggestion=words.nearest(text))
        return text

    return PlainValidator(check)


def code(name: str) -> Any:
    """The type of a field that holds one code of the vocabulary ``name``."""
    words = vocabulary(name)
    form: dict[str, Any] = {"enum": list(words.terms), "type": "string"}
    if not words.closed:
        form = {"examples": list(words.terms), "type": "string"}
    return Annotated[str, _code(words), JsonForm({**form, "x-kind": "code", "x-vocabulary": name})]


Line = Annotated[
    str,
    StringConstraints(max_length=600, strip_whitespace=True),
    JsonForm({"type": _SCALAR, "x-kind": "line"}),
]
"""One line of plain text."""

Prose = Annotated[
    str,
    StringConstraints(max_length=10_000, strip_whitespace=True),
    JsonForm({"type": _SCALAR, "x-kind": "prose"}),
]
"""Text of several sentences; Markdown without HTML."""

Name = Annotated[
    str,
    StringConstraints(max_length=300, strip_whitespace=True),
    JsonForm({"type": _SCALAR, "x-kind": "name"}),
]
"""The name of an institution, organisation, role or place; not translated."""

Url = Annotated[
    str,
    PlainValidator(_url),
    JsonForm({"pattern": r"^https?://[^\s/?#\\\[\]]+\S*$", "type": "string", "x-kind": "url"}),
]
Id = Annotated[
    str,
    PlainValidator(_id),
    JsonForm({"pattern": ID_PATTERN, "type": "string", "x-kind": "id"}),
]
YesNo = Annotated[
    bool,
    PlainValidator(_yes_no),
    JsonForm({"enum": [True, False, "yes", "no"], "x-kind": "yes_no"}),
]
Whole = Annotated[
    int,
    PlainValidator(_whole),
    JsonForm({"minimum": 0, "type": "integer", "x-kind": "whole"}),
]
DateField = Annotated[
    PartialDate,
    PlainValidator(_date),
    JsonForm({
        "anyOf": [
            {
                "pattern": r"^(19|20|21)\d\d(-(Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?$",
                "type": "string",
            },
            {"maximum": 2199, "minimum": 1900, "type": "integer"},
        ],
        "x-kind": "date",
    }),
]


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
class Record:
    """What every record and every part of one has in common: no unknown keys, and no changes.

    Its classes are dataclasses that pydantic checks, and none of pydantic's models: Python
    looks up a field of these in five times the time, and a page looks up a thousand. The
    rooms that define records do not put off their annotations, which are needed at once.
    """

    __pydantic_config__ = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    def __init_subclass__(cls) -> None:
        dataclass(cls, init=False, eq=False, repr=False, kw_only=True)

    def __init__(self, **data: Any) -> None:
        self.__dict__.update(self.validated(data).__dict__)

    @classmethod
    def validated(cls, data: Any) -> Self:
        """The record of plain data. Raises pydantic's ``ValidationError``."""
        made: Self = form_of(cls).validate_python(data)
        return made

    @classmethod
    def trusted(cls, **values: Any) -> Self:
        """A record of values that are right already; what is not among them has its default."""
        made = cls.__new__(cls)
        made.__dict__.update(_defaults_of(cls), **values)
        return made

    def but(self, **values: Any) -> Self:
        """The same with other values, which are right already."""
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__, **values)
        return made

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"a {type(self).__name__} does not change")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a {type(self).__name__} does not change")

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__.values()))

    def __repr__(self) -> str:
        said = (f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({', '.join(said)})"


@lru_cache(maxsize=64)
def names_of(model: type[Record]) -> tuple[str, ...]:
    """The names of a record's fields, in their order."""
    return tuple(field.name for field in fields(model))


@lru_cache(maxsize=64)
def _defaults_of(model: type[Record]) -> dict[str, Any]:
    """The default of each field, in their order; None where there must be a value."""
    stated = {field.name: field.default for field in fields(model)}
    return {name: None if each.is_required() else each.default for name, each in stated.items()}


@lru_cache(maxsize=64)
def form_of(model: type[Record]) -> TypeAdapter[Any]:
    """What checks a record; made when first asked for, since most runs need a few kinds only."""
    return TypeAdapter(model)


def may(title: str, description: str, *examples: Any, default: Any = None) -> Any:
    """An optional field, with the words its schema, data dictionary and skeleton are made of."""
    return Field(default, title=title, description=description, examples=list(examples) or None)


def must(title: str, description: str, *examples: Any) -> Any:
    """A field without which the record means nothing."""
    return Field(title=title, description=description, examples=list(examples) or None)


def many(title: str, description: str, *examples: Any) -> Any:
    """An optional list; absent is the same as empty."""
    return may(title, description, *examples, default=())
