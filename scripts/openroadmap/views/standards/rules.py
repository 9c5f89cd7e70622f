"""The pages about requirements: packs come in, one page a requirement and their index go out.

A requirement that several packs hold has one page, with the thresholds of each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.measure.assessment import PHASE_WORDS
from openroadmap.model.kinds import KIND
from openroadmap.rules import RULE
from openroadmap.standards.examples import EXAMPLE_OF, EXAMPLES
from openroadmap.standards.pack import PEOPLE, Pack, Requirement, Whose, in_language
from openroadmap.standards.thresholds import threshold_words
from openroadmap.views.around import home_crumb
from openroadmap.views.parts import Crumb
from openroadmap.views.rules import RuleGroup, RuleLine
from openroadmap.views.setting import Setting, root_of
from openroadmap.views.standards.checks import CHECK_WORDS
from openroadmap.views.standards.requirements import (
    GROUP_INTROS,
    GROUP_WORDS,
    page_of_requirement,
    proof_words,
)

Holders = list[tuple[Pack, Requirement]]
"""The packs that hold a requirement, each with its form of it."""

_IN_PLAN = "commitments/<member>/<plan>"
_BOUND = {
    "national": N_(
        "Every national member is asked this. Whether it is met, OGP's Independent Reporting "
        "Mechanism decides."
    ),
    "local": N_(
        "Every local member is asked this. Whether it is met, OGP's Support Unit decides, on the "
        "report of the monitoring body."
    ),
}
_OWN = N_("The keepers of this site ask this. It is no requirement of OGP.")


@immutable
class PackRule:
    """The thresholds of a requirement in one pack."""

    pack: str
    """What the pack is called."""
    theirs: tuple[str, ...]
    """Those that OGP set."""
    ours: tuple[str, ...]
    """Those that are defaults of this project."""
    own: tuple[str, ...]
    """Those that the keepers of the site set."""


@immutable
class ReadKind:
    """A kind of record that the requirement is decided by."""

    name: str
    """What it is called in files and commands."""
    place: str
    """Where such files lie."""


@immutable
class RequirementView:
    """All that the page about a requirement shows."""

    kind: ClassVar[str] = "standards-rule"
    address: str
    """Its address from the site's root."""
    root: str
    """The way from the page to the site's root."""
    title: str
    """The requirement's short name."""
    description: str
    """What it asks."""
    source: str
    """Always "": no single record."""
    crumbs: tuple[Crumb, ...]
    """Home and the index of rules."""
    code: str
    """Its number."""
    group: str
    """What becomes of it, in a word."""
    weight: str
    """What it means not to meet it, in a sentence."""
    phases: tuple[str, ...]
    """The phases it is asked of, in words."""
    text: str
    """What it asks, in our words."""
    clause_title: str
    """What it rests on."""
    clause_url: str
    """Where that can be read."""
    proof: str
    """How well that is known, in a sentence."""
    rules: tuple[PackRule, ...]
    """Its thresholds, pack by pack; once where they are the same."""
    how: str
    """How it is worked out, Markdown."""
    is_peoples: bool
    """True when only people can decide it."""
    reads: tuple[ReadKind, ...]
    """The kinds of record it is decided by."""
    example_file: str
    """The file of the example, or ""."""
    example: str
    """A record as it should be, or ""."""


def view_requirements(packs: Mapping[str, Pack], setting: Setting) -> Iterator[RequirementView]:
    """A page for each requirement that an address can be made of."""
    for id, holders in _by_id(packs).items():
        yield _view(id, holders, setting)


def requirement_addresses(packs: Mapping[str, Pack]) -> tuple[str, ...]:
    """Where the pages of the requirements will be published."""
    return tuple(page_of_requirement(id) for id in _by_id(packs))


def requirement_groups(packs: Mapping[str, Pack], words: Translator) -> tuple[RuleGroup, ...]:
    """The requirements for the index of rules, by pack; each where it first stands."""
    first: dict[str, list[RuleLine]] = {}
    for id, holders in _by_id(packs).items():
        pack, requirement = holders[0]
        label = in_language(requirement.label, words.lang)
        first.setdefault(pack.id, []).append(RuleLine(id, label, page_of_requirement(id)))
    last = sorted(first, key=lambda id: id == "going-further")
    return tuple(
        RuleGroup(
            in_language(packs[id].title, words.lang),
            tuple(first[id]),
            words.ngettext("{n} requirement", "{n} requirements", len(first[id])),
        )
        for id in last
    )


def _by_id(packs: Mapping[str, Pack]) -> dict[str, Holders]:
    """Every requirement that can have a page, with the packs that hold it."""
    found: dict[str, Holders] = {}
    for pack in packs.values():
        for each in pack.requirements:
            if page_of_requirement(each.id) and each.id not in RULE:
                found.setdefault(each.id, []).append((pack, each))
    return found


def _view(id: str, holders: Holders, setting: Setting) -> RequirementView:
    words, lang = setting.words, setting.words.lang
    first, address = holders[0][1], page_of_requirement(id)
    told = CHECK_WORDS[first.decided_by]
    file, example = EXAMPLES.get(EXAMPLE_OF.get(first.decided_by, ""), ("", ""))
    text = in_language(first.text, lang)
    return RequirementView(
        address=address,
        root=root_of(address),
        title=in_language(first.label, lang),
        description=text,
        source="",
        crumbs=(home_crumb(words), Crumb(words.gettext("What is checked"), "rules/")),
        code=id,
        group=words.gettext(GROUP_WORDS[first.group]),
        weight=words.gettext(_weight(*holders[0])),
        phases=tuple(words.gettext(PHASE_WORDS[phase]) for phase in first.phases),
        text=text,
        clause_title=in_language(first.source.title, lang),
        clause_url=first.source.url,
        proof=proof_words(first.proof, words),
        rules=tuple(_rules(holders, words)),
        how=words.gettext(told.how),
        is_peoples=first.decided_by == PEOPLE,
        reads=tuple(ReadKind(kind, _place(kind)) for kind in told.reads),
        example_file=f"{_IN_PLAN}/{file}" if file else "",
        example=example,
    )


def _weight(pack: Pack, requirement: Requirement) -> str:
    """What it means not to meet it; who decides differs between national and local members."""
    if requirement.proof == "own":
        return _OWN
    return GROUP_INTROS[requirement.group] or _BOUND[pack.level]


def _rules(holders: Holders, words: Translator) -> Iterator[PackRule]:
    """The thresholds of each pack, those that agree told once."""
    known: set[tuple[tuple[str, ...], ...]] = set()
    for pack, requirement in holders:
        told = tuple(
            threshold_words(requirement, whose, words)
            for whose in (Whose.OGP, Whose.OURS, Whose.OWN)
        )
        if told not in known and any(told):
            known.add(told)
            yield PackRule(in_language(pack.title, words.lang), *told)


def _place(kind: str) -> str:
    known = KIND[kind]
    return "/".join(filter(None, (_IN_PLAN, known.folder, known.file or "….yml")))
