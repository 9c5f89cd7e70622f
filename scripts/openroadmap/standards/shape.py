"""From plain data to a pack: what one YAML file says comes in, a pack and complaints go out.

A file under the id of a known pack changes it: what it gives replaces what was
there, requirement by requirement and key by key. Any other file is a pack of
its own, and may build on known ones (``with``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from openroadmap.standards.pack import (
    LONGEST_ID,
    PEOPLE,
    Bound,
    Group,
    Pack,
    Phase,
    Requirement,
    Source,
    Threshold,
    Whose,
    is_requirement_id,
)
from openroadmap.standards.parts import Complaint, Part, thresholds

__all__ = ["Complaint", "shape_pack"]

LEVELS = ("national", "local")
PROOFS = ("S", "P", "E", "R", "ours", "own")
_KEYS = ("title", "level", "with", "sources", "standards", "requirements")
_REQUIREMENT_KEYS = (
    "id", "group", "standard", "phases", "proof", "source", "check", "rule", "label", "text",
)  # fmt: skip


def shape_pack(
    id: str, data: Mapping[str, Any], known: Mapping[str, Pack], *, ours: bool = False
) -> tuple[Pack | None, tuple[Complaint, ...]]:
    """Make a pack, or change the known one of that id.

    Never raises for what is in the data. What does not fit is left out with a
    complaint; the pack is None when it has nothing to go by.
    """
    part = Part(data, ())
    part.only(_KEYS)
    base = known.get(id) or _built_on(part, known)
    title = part.text("title", base.title if id in known and base else None)
    level = part.code("level", LEVELS, base.level if base else "national")
    sources: dict[str, Source | None] = dict(base.sources) if base else {}
    sources.update((name, _source(each)) for name, each in part.parts("sources"))
    standards = {**(base.standards if base else {}), **part.texts("standards")}
    every = {each.id: each for each in base.requirements} if base else {}
    maker = _Maker(every, sources, _templates(known), Whose.OGP if ours else Whose.OWN)
    for each in part.items("requirements"):
        made = maker.requirement(each)
        if made is not None:
            every[made.id] = made
    if not every or title is None:
        return None, tuple(part.complaints)
    ordered = sorted(every.values(), key=lambda each: tuple(Group).index(each.group))
    kept = {name: each for name, each in sources.items() if each}
    pack = Pack(id, title, level or "national", standards, tuple(ordered), kept)
    return pack, tuple(part.complaints)


def _built_on(part: Part, known: Mapping[str, Pack]) -> Pack | None:
    """One pack out of those named under ``with``: all their requirements."""
    named = [known[id] for id in part.codes("with", tuple(known), ())]
    if not named:
        return None
    requirements = {each.id: each for pack in named for each in pack.requirements}
    standards = {id: text for pack in named for id, text in pack.standards.items()}
    sources = {name: each for pack in named for name, each in pack.sources.items()}
    return replace(
        named[0], requirements=tuple(requirements.values()), standards=standards, sources=sources
    )


def _templates(known: Mapping[str, Pack]) -> dict[str, Requirement]:
    """For each check, the first requirement that uses it: what thresholds it needs."""
    found: dict[str, Requirement] = {}
    for pack in known.values():
        for each in pack.requirements:
            found.setdefault(each.decided_by, each)
    return found


def _source(part: Part) -> Source | None:
    part.only(("title", "url"))
    title, url = part.text("title"), part.url("url")
    return Source(title, url) if title and url else None


def _is_id(part: Part, id: str) -> bool:
    if is_requirement_id(id):
        return True
    part.complain("not-an-id", ("id",), text=id, limit=LONGEST_ID)
    return False


class _Maker:
    """Makes the requirements of one pack."""

    def __init__(
        self,
        every: Mapping[str, Requirement],
        sources: Mapping[str, Source | None],
        templates: Mapping[str, Requirement],
        whose: Whose,
    ) -> None:
        self.every = every
        self.sources = sources
        self.templates = templates
        self.whose = whose

    def requirement(self, part: Part) -> Requirement | None:
        """A new requirement, or a known one changed; None when it lacks what it must have."""
        part.only(_REQUIREMENT_KEYS)
        id = part.line("id")
        if id is None or not _is_id(part, id):
            return None
        base = self.every.get(id)
        check = self._check(part, base)
        found = (
            part.code("group", tuple(Group), base.group if base else None),
            part.text("label", base.label if base else None),
            part.text("text", base.text if base else None),
            part.codes("phases", tuple(Phase), base.phases if base else None),
            self._of_source(part, base),
            part.code("proof", PROOFS, base.proof if base else self._proof()),
        )
        if check is None or not all(found):
            return None
        group, label, text, phases, source, proof = found
        standard = part.line("standard", base.standard if base else "") or ""
        bound = self._bound(part, base, check)
        return Requirement(
            id, Group(group), standard, label, text, tuple(Phase(each) for each in phases),
            bound, source, proof, check,
        )  # fmt: skip

    def _proof(self) -> str | None:
        return "own" if self.whose is Whose.OWN else None

    def _check(self, part: Part, base: Requirement | None) -> str | None:
        default = base.decided_by if base else None
        if self.whose is Whose.OGP:
            return part.line("check", default)
        return part.code("check", (PEOPLE, *self.templates), default)

    def _of_source(self, part: Part, base: Requirement | None) -> Source | None:
        name = part.code("source", tuple(self.sources), "" if base else None)
        if not name:
            return base.source if base else None
        return self.sources[name]

    def _bound(self, part: Part, base: Requirement | None, check: str) -> Bound:
        rule = part.part("rule")
        like = base if base and base.decided_by == check else self.templates.get(check)
        given: dict[str, Threshold] = thresholds(rule, like, self.whose) if rule else {}
        before = like.rule.thresholds if like else {}
        kind = (rule.line("kind", "") if rule else "") or (like.rule.kind if like else "")
        return Bound(kind, {**before, **given})
