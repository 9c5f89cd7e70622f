"""What the checks found on a plan, for the public: grouped by rule, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from openroadmap.findings import Finding, Level, rule_address
from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.rules.tell import Told
from openroadmap.views.parts import Crumb

ToldFinding = tuple[Finding, Told]
"""A finding with its words."""

_LEVELS = {Level.ERROR: N_("Error"), Level.WARNING: N_("Warning"), Level.NOTE: N_("Note")}
_GRAVEST_FIRST = {level: place for place, level in enumerate(_LEVELS)}


@immutable
class FindingLine:
    """One sentence, and all that it was found of."""

    what: str
    """What was found, in a sentence."""
    records: tuple[Crumb, ...]
    """The commitments it was found of; empty when it is about the plan."""


@immutable
class FindingGroup:
    """The findings of one rule."""

    code: str
    """The rule's code."""
    address: str
    """The rule's page, from the site's root."""
    level: str
    """Error, warning or note, in words."""
    why: str
    """Why it matters, in a sentence."""
    lines: tuple[FindingLine, ...]
    """What was found, in the order of files."""
    number: int
    """How many findings there are."""


def view_findings(
    told: Iterable[ToldFinding], pages: Mapping[str, Crumb], words: Translator
) -> tuple[FindingGroup, ...]:
    """Findings by rule, gravest first; ``pages`` names the page of each record by its file."""
    groups: dict[tuple[str, Level], list[ToldFinding]] = {}
    for finding, sentence in told:
        groups.setdefault((finding.rule, finding.level), []).append((finding, sentence))
    ordered = sorted(groups, key=lambda key: (_GRAVEST_FIRST[key[1]], key[0]))
    return tuple(_group(code, level, groups[code, level], pages, words) for code, level in ordered)


def _group(
    code: str, level: Level, found: list[ToldFinding], pages: Mapping[str, Crumb], words: Translator
) -> FindingGroup:
    return FindingGroup(
        code=code,
        address=rule_address(code),
        level=words.gettext(_LEVELS[level]),
        why=found[0][1].why,
        number=len(found),
        lines=_lines(found, pages),
    )


def _lines(found: list[ToldFinding], pages: Mapping[str, Crumb]) -> tuple[FindingLine, ...]:
    """The same sentence about several commitments is said once."""
    records: dict[str, list[Crumb]] = {}
    for finding, told in found:
        about = records.setdefault(told.what, [])
        page = pages.get(finding.place.file)
        if page and page not in about:
            about.append(page)
    return tuple(FindingLine(what, tuple(about)) for what, about in records.items())


def findings_words(findings: Iterable[FindingGroup], words: Translator) -> str:
    """"3 findings"."""
    number = sum(group.number for group in findings)
    return words.ngettext("{n} finding", "{n} findings", number)
