"""The requirements of one pack as a plan's page shows them: verdicts come in, groups go out.

What is decided is told in full. What no record speaks of is gathered in a few
quiet lines, because twenty boxes of "no record" would say no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from openroadmap.findings import rule_address
from openroadmap.i18n import N_, Translator
from openroadmap.measure.assessment import (
    PHASE_WORDS,
    PROOF_WORDS,
    Assessment,
    State,
    Verdict,
)
from openroadmap.measure.assessment.outcomes import NOT_EXACT
from openroadmap.model.site import PlanRecords
from openroadmap.rules.rule import PROOFS
from openroadmap.standards.pack import (
    Group,
    Pack,
    Requirement,
    Whose,
    in_language,
    is_requirement_id,
)
from openroadmap.standards.sentences import say
from openroadmap.standards.thresholds import threshold_words
from openroadmap.views.parts import Crumb
from openroadmap.views.setting import Setting
from openroadmap.views.standards.attested import Changes
from openroadmap.views.standards.duties import anchor_of, standards_address
from openroadmap.views.standards.parts import (
    Answer,
    RequirementGroup,
    RequirementItem,
    Silence,
    mark_counts,
    mark_of,
)
from openroadmap.views.standards.records import disputes, record_links

GROUP_WORDS = {
    Group.REQUIRED: N_("Required"),
    Group.RECOMMENDED: N_("Recommended practice"),
    Group.DEADLINE: N_("Deadlines of reports"),
    Group.PLAN: N_("Rules of the plan"),
    Group.EARLY_WARNING: N_("Early warnings"),
    Group.BADGE: N_("Going further"),
}
GROUP_INTROS = {
    Group.REQUIRED: "",
    Group.RECOMMENDED: N_("OGP recommends this. Not following it breaks no requirement."),
    Group.DEADLINE: N_("By when reviewers are to publish their reports."),
    Group.PLAN: N_("What OGP asks of the plan itself. A difference is pointed out, no more."),
    Group.EARLY_WARNING: N_(
        "Signs that a member may act contrary to process, while there is time to act."
    ),
    Group.BADGE: N_("Steps beyond what is asked. Not taking one is never a fault."),
}


def page_of_requirement(id: str) -> str:
    """The address of a requirement's page; "" when its id can be no part of an address."""
    return rule_address(id) if is_requirement_id(id) else ""


def requirement_name(requirement: Requirement, words: Translator) -> str:
    return f"{requirement.id} {in_language(requirement.label, words.lang)}"


def proof_words(letter: str, words: Translator) -> str:
    """How well it is known that a rule is OGP's, in a sentence."""
    text = PROOFS.get(letter)
    return words.gettext(text) if text else ""


def _is_silent(verdict: Verdict, changes: Changes) -> bool:
    """No record decides it, and there is nothing more to tell than that."""
    told = verdict.disputes or any(each != NOT_EXACT for each in verdict.remarks)
    told = told or verdict.requirement in changes
    return verdict.state is State.NO_DATA and not told and verdict.group is not Group.BADGE


def view_groups(
    assessment: Assessment,
    pack: Pack,
    records: PlanRecords,
    setting: Setting,
    changes: Changes,
) -> Iterator[RequirementGroup]:
    """What is required by standard, then the other groups; badges are told apart.

    ``changes`` is what became of attestations.
    """
    told = [each for each in assessment.verdicts if not _is_silent(each, changes)]
    items = _items(told, pack, int(assessment.ambition), records, setting, changes)
    for group in Group:
        mine = [(each, item) for each, item in items if each.group is group]
        if not mine or group is Group.BADGE:
            continue
        if group is Group.REQUIRED and any(each.standard for each, _ in mine):
            yield from _by_standard(mine, pack, int(assessment.ambition), setting.words)
        else:
            yield _group(group, mine, assessment, setting.words)


def view_steps(
    assessment: Assessment, pack: Pack, words: Translator, *, taken: bool
) -> tuple[Crumb, ...]:
    """The steps beyond what is asked: those taken, or those that nobody recorded."""
    return tuple(
        _crumb(pack.requirement(each.requirement), words)
        for each in assessment.verdicts
        if each.group is Group.BADGE and (each.state is State.MET) is taken
    )


def view_silences(
    assessment: Assessment, pack: Pack, words: Translator, changes: Changes
) -> tuple[Silence, ...]:
    """What is not recorded, each reason once with the requirements it concerns."""
    reasons: dict[str, dict[str, Crumb]] = {}
    for each in assessment.verdicts:
        if _is_silent(each, changes):
            names = reasons.setdefault(say(each.because, words), {})
            names[each.requirement] = _crumb(pack.requirement(each.requirement), words)
    return tuple(Silence(why, tuple(names.values())) for why, names in reasons.items())


def view_asks(assessment: Assessment, words: Translator) -> tuple[str, ...]:
    """How to supply what is not recorded, each way once."""
    todos = (each.todo for each in assessment.verdicts if _lacks_record(each) and each.todo)
    return tuple(dict.fromkeys(say(todo, words) for todo in todos))


def _lacks_record(verdict: Verdict) -> bool:
    return verdict.state is State.NO_DATA and verdict.group is not Group.BADGE


def _crumb(requirement: Requirement, words: Translator) -> Crumb:
    return Crumb(requirement_name(requirement, words), page_of_requirement(requirement.id))


def _items(
    told: Iterable[Verdict],
    pack: Pack,
    place: int,
    records: PlanRecords,
    setting: Setting,
    changes: Changes,
) -> list[tuple[Requirement, RequirementItem]]:
    by_requirement: dict[str, list[Verdict]] = {}
    for verdict in told:
        by_requirement.setdefault(verdict.requirement, []).append(verdict)
    return [
        (each, _item(each, by_requirement[each.id], place, records, setting, changes))
        for each in pack.requirements
        if each.id in by_requirement
    ]


def _item(
    requirement: Requirement,
    verdicts: Iterable[Verdict],
    place: int,
    records: PlanRecords,
    setting: Setting,
    changes: Changes,
) -> RequirementItem:
    words, lang = setting.words, setting.words.lang
    told, asked_twice = list(verdicts), len(requirement.phases) > 1
    is_decided = any(each.state is not State.NO_DATA for each in told)
    is_brief = requirement.group is not Group.REQUIRED or not is_decided
    return RequirementItem(
        id=requirement.id,
        anchor=anchor_of(requirement.id, place),
        label=in_language(requirement.label, lang),
        address=page_of_requirement(requirement.id),
        text=in_language(requirement.text, lang),
        clause_title=in_language(requirement.source.title, lang),
        clause_url=requirement.source.url,
        proof=proof_words(requirement.proof, words),
        theirs=threshold_words(requirement, Whose.OGP, words),
        ours=threshold_words(requirement, Whose.OURS, words),
        own=threshold_words(requirement, Whose.OWN, words),
        answers=tuple(_answer(each, asked_twice, records, setting) for each in told),
        changes=changes.get(requirement.id, ()),
        is_brief=is_brief,
    )


def _answer(
    verdict: Verdict, asked_twice: bool, records: PlanRecords, setting: Setting
) -> Answer:
    words, due = setting.words, verdict.next
    root = "../" * standards_address(records).count("/")
    return Answer(
        phase=words.gettext(PHASE_WORDS[verdict.phase]) if asked_twice else "",
        mark=mark_of(verdict.state, words),
        because=say(verdict.because, words),
        proof=words.gettext(PROOF_WORDS[verdict.proof]) if verdict.proof else "",
        records=record_links(verdict.records, records, setting),
        due=words.day(due.day) if due else "",
        due_what=say(due.what, words) if due else "",
        todo=_todo(verdict, words),
        is_past=verdict.state is State.NOT_MET and not verdict.repairable,
        remarks=tuple(say(each, words) for each in verdict.remarks),
        disputes=tuple(disputes(verdict.disputes, records, root, words)),
    )


def _todo(verdict: Verdict, words: Translator) -> str:
    """What can be done, unless the deadline or the end of the page says the same."""
    is_said = verdict.next is not None and verdict.next.what == verdict.todo
    if verdict.todo is None or is_said or _lacks_record(verdict):
        return ""
    return say(verdict.todo, words)


def _by_standard(
    items: Iterable[tuple[Requirement, RequirementItem]], pack: Pack, place: int, words: Translator
) -> Iterator[RequirementGroup]:
    gathered: dict[str, list[RequirementItem]] = {}
    for requirement, item in items:
        gathered.setdefault(requirement.standard, []).append(item)
    for standard, mine in gathered.items():
        title = pack.standards.get(standard)
        heading = in_language(title, words.lang) if title else standard
        anchor = f"standard{place + 1}-{standard}" if standard else f"standard{place + 1}"
        yield RequirementGroup(
            anchor, heading or words.gettext(GROUP_WORDS[Group.REQUIRED]), "", (), tuple(mine)
        )


def _group(
    group: Group,
    items: Iterable[tuple[Requirement, RequirementItem]],
    assessment: Assessment,
    words: Translator,
) -> RequirementGroup:
    intro = GROUP_INTROS[group]
    shown = group is not Group.REQUIRED  # the summary of the page counts what is required
    return RequirementGroup(
        anchor=f"group{int(assessment.ambition) + 1}-{group.value}",
        heading=words.gettext(GROUP_WORDS[group]),
        intro=words.gettext(intro) if intro else "",
        counts=mark_counts(assessment.counts(group), words) if shown else (),
        items=tuple(item for _, item in items),
    )


