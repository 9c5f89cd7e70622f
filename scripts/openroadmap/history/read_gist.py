"""The bytes of a record come in, its gist goes out: dates, codes and ids, and no word more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Any

from openroadmap.history.agreed import STEPS, names_in
from openroadmap.history.gist import Gist, States
from openroadmap.history.same import without_form
from openroadmap.model.commitment import Milestone, Promise
from openroadmap.model.dates import NotADateError, parse_date
from openroadmap.model.facts import NOTHING, OWN_WORDS, WORDS, Told
from openroadmap.model.fields import is_yes
from openroadmap.model.kinds import ID_PATTERN
from openroadmap.model.member import PlanPromise
from openroadmap.model.process import ON_WHOLE_COMMITMENTS
from openroadmap.model.vocabulary import vocabulary
from openroadmap.read.yaml import read_yaml
from openroadmap.standards.pack import is_requirement_id


def gist_of(kind: str, content: bytes) -> Gist | None:
    """What a record of a kind comes to; None where it cannot be read or says nothing."""
    data = read_yaml(content, "").data
    return _READERS[kind](data) if data else None


def differs_in_statuses(kind: str, field: str, old: bytes, new: bytes) -> bool:
    """Whether nothing of a field became another but the statuses that the gists tell of."""
    if _HOLDS_STATUSES.get(kind) != field:
        return False
    before, after = (_but_statuses(read_yaml(each, "").data, field) for each in (old, new))
    return before is not None and before == after


def _but_statuses(data: Mapping[str, Any] | None, field: str) -> object:
    parts = data.get(field) if data else None
    if isinstance(parts, dict):
        return {id: _but_told(part) if [*_ids([id])] else part for id, part in parts.items()}
    if isinstance(parts, list):
        return [_but_status(part) if [*_ids([_id(part)])] else part for part in parts]
    return None


def _id(part: object) -> object:
    return part.get("id") if isinstance(part, dict) else None


def _but_status(part: object) -> object:
    """A part without its status, where that is a code."""
    if not isinstance(part, dict) or not _code("completion", part.get("completion")):
        return part
    return {name: value for name, value in part.items() if name != "completion"}


def _but_told(result: object) -> object:
    """A result without what the gist tells of it."""
    rest = _but_status(result)
    if not isinstance(rest, dict):
        return rest
    told = {"note", *(field for field in RESULT_CODES if _codes(rest, field))}
    return {name: value for name, value in rest.items() if name not in told}


def _update(data: Mapping[str, Any]) -> Gist:
    about = _about(data) if data.get("commitment") else NOTHING  # it is about the plan itself
    status = _state(data, "completion", "status_words")
    states = {(Told.STATUS, ""): status, (Told.COMMITMENT, ""): about}
    for each in _maps(data.get("milestones")):
        done = "complete" if _date(each.get("completed_on")) else ""
        states |= {(Told.MILESTONE, id): _state(each) or done for id in _ids([each.get("id")])}
    return _gist(data, "date", [data.get("commitment")], states, status)


def _view(data: Mapping[str, Any]) -> Gist:
    states = {
        (Told.STATUS, ""): (status := _state(data)),
        (Told.COMMITMENT, ""): _about(data),
        (Told.AUTHOR, ""): _digest(data.get("by")),
        (Told.TEXT, "text"): _digest(data.get("text")),
    }
    return _gist(data, "date", [data.get("commitment")], states, status)


def _assessment(data: Mapping[str, Any]) -> Gist:
    results = data.get("results")
    found = results if isinstance(results, dict) else {}
    states = {
        (Told.AUTHOR, ""): _digest([data.get("by"), data.get("organisation")]),
        (Told.TEXT, "findings"): _digest(data.get("findings")),
    }
    for id in _ids([*found]):
        if isinstance(found[id], dict):
            states |= _result(id, found[id])
    return _gist(data, "published_on", [*found], states)


def _result(id: str, said: Mapping[str, Any]) -> Iterator[tuple[tuple[Told, str], str]]:
    """What an assessment says of a commitment; there are many, so that nothing stands for none."""
    yield (Told.RESULT, id), _state(said, "completion", "completion_words") or NOTHING
    if note := _digest(said.get("note")):
        yield (Told.TEXT, f"{id}.note"), note
    for field in RESULT_CODES:
        if codes := _codes(said, field):
            yield (Told.CODE, f"{id}.{field}"), codes


def _meeting(data: Mapping[str, Any]) -> Gist:
    minutes = data.get("minutes")
    published = minutes.get("published_on") if isinstance(minutes, dict) else None
    code = _code("meeting_status", data.get("status"))
    return Gist(_date(data.get("date")), _date(published), code, (), {})


def _response(data: Mapping[str, Any]) -> Gist:
    return _gist(data, "published_on", data.get("commitments"), {})


def _attestation(data: Mapping[str, Any]) -> Gist:
    requirement = data.get("requirement")
    of = requirement if isinstance(requirement, str) and is_requirement_id(requirement) else ""
    agrees = data.get("agrees")
    states = {
        (Told.CODE, "requirement"): of,
        (Told.CODE, "agrees"): "" if agrees is None else "yes" if is_yes(agrees) else "no",
        (Told.AUTHOR, ""): _digest(data.get("by")),
        (Told.TEXT, "claim"): _digest(data.get("claim")),
        (Told.TEXT, "text"): _digest(data.get("text")),
    }
    return _gist(data, "attested_on", [], states, of)


def _amendment(data: Mapping[str, Any]) -> Gist:
    code, commitment = _code("amendment_kind", data.get("kind")), data.get("commitment")
    about = _about(data)
    if commitment is None and code not in ON_WHOLE_COMMITMENTS:
        about = NOTHING  # it is about the plan itself
    states = {
        (Told.KIND, ""): code,
        (Told.COMMITMENT, ""): about,
        (Told.FORUM, ""): _date(data.get("agreed_by_forum_on")),
    }
    for each in _maps(data.get("agreed")):
        field = each.get("field")
        if isinstance(field, str) and _is_of_a_promise(field):
            states[Told.AGREED, field] = _said(each)
    return _gist(data, "date", [commitment], states, code)


@lru_cache(maxsize=1_024)
def _is_of_a_promise(field: str) -> bool:
    """Whether an agreed change can speak of it; any other name may be words of somebody's."""
    start, _, rest = field.partition(".")
    if start != STEPS or not rest:
        return field in _names()
    id, _, inner = rest.partition(".")
    known = not inner or inner in names_in(Milestone)
    return known and bool(re.fullmatch(ID_PATTERN, id))


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset((*names_in(Promise), *names_in(PlanPromise)))


def _said(agreed: Mapping[str, Any]) -> str:
    """A date, a digest of words, or that there is nothing any more."""
    says, names = agreed.get("says"), agreed.get("names")
    if not says and not names:
        return NOTHING
    if not names and (day := _date(says)):
        return day
    every = sorted(map(repr, names)) if isinstance(names, list) else names
    return _digest([says, every])


def _digest(words: object) -> str:
    """By which words differ from others, whatever the order of keys; "" where there are none."""
    if not words:
        return ""
    said = sorted(words.items()) if isinstance(words, dict) else words
    return WORDS + sha256(repr(without_form(said)).encode()).hexdigest()[:_DIGITS]


_READERS: Mapping[str, Callable[[Mapping[str, Any]], Gist]] = {
    "update": _update,
    "view": _view,
    "assessment": _assessment,
    "meeting": _meeting,
    "response": _response,
    "attestation": _attestation,
    "amendment": _amendment,
}
_HOLDS_STATUSES = {"update": "milestones", "assessment": "results"}
"""The field that holds the parts to which a kind of record gives statuses."""
RESULT_CODES = {
    "verifiable": "verifiable",
    "relevance": "relevance",
    "relevant_to": "value",
    "ambition": "ambition",
    "potential_impact": "potential_impact",
    "potential_for_results": "potential_for_results",
    "opened_government": "opened_government",
    "early_results": "early_results",
    "starred": "answer",
}
"""The codes that an assessment gives a commitment, with their vocabularies."""
_DIGITS = 16
"""Of a digest: with fewer, other words could be made to fit."""
GISTED = frozenset(_READERS)
"""The kinds of record that are told one by one."""


def _gist(
    data: Mapping[str, Any], date: str, commitments: object, states: States, code: str = ""
) -> Gist:
    return Gist(_date(data.get(date)), "", code, tuple(_ids(commitments)), states)


def _state(data: Mapping[str, Any], field: str = "completion", words: str = "") -> str:
    """A status on OGP's scale, or that it is in other words."""
    return _code("completion", data.get(field)) or (OWN_WORDS if data.get(words) else "")


def _codes(data: Mapping[str, Any], field: str) -> str:
    """The codes of a result's field, in one order, with spaces between."""
    value, name = data.get(field), RESULT_CODES[field]
    every = value if isinstance(value, list) else [value]
    return " ".join(sorted(filter(None, (_code(name, each) for each in every))))


def _about(data: Mapping[str, Any]) -> str:
    return next(_ids([data.get("commitment")]), "")


def _code(name: str, value: object) -> str:
    return value if isinstance(value, str) and value in vocabulary(name).terms else ""


def _date(value: object) -> str:
    try:
        return parse_date(value).text if isinstance(value, str) else ""
    except NotADateError:
        return ""


def _ids(values: object) -> Iterator[str]:
    for each in values if isinstance(values, list) else ():
        if isinstance(each, str) and re.fullmatch(ID_PATTERN, each):
            yield each


def _maps(values: object) -> Iterator[Mapping[str, Any]]:
    for each in values if isinstance(values, list) else ():
        if isinstance(each, dict):
            yield each
