"""What every format of ``openroadmap standards`` is made from: assessments, and their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from itertools import groupby

from openroadmap.i18n import N_, Translator
from openroadmap.immutable import immutable
from openroadmap.measure.assessment import STATE_WORDS, Assessment, Proof, Verdict
from openroadmap.model.site import RecordKey
from openroadmap.report.report import Screen
from openroadmap.standards.pack import Group, Pack, Phase, Requirement, in_language
from openroadmap.standards.sentences import say

GROUP_WORDS = {
    Group.REQUIRED: N_("Required"),
    Group.RECOMMENDED: N_("Recommended"),
    Group.DEADLINE: N_("Deadlines of reports"),
    Group.PLAN: N_("The plan itself"),
    Group.EARLY_WARNING: N_("Early warnings"),
    Group.BADGE: N_("Going further"),
}
PROOF_SHORT = {
    Proof.GIT: N_("proven by the history of the records"),
    Proof.EXTERNAL: N_("shown by an archived document"),
    Proof.CLAIMED: N_("claimed"),
    Proof.ATTESTED: N_("attested"),
    Proof.NONE: "",
}
_PHASE = {
    Phase.COCREATION: N_("in co-creation"),
    Phase.IMPLEMENTATION: N_("in implementation"),
    Phase.PLAN: "",
}
_NOTICE = {
    "national": N_(
        "Computed from the records in this repository. Only OGP's Independent Reporting "
        "Mechanism decides whether requirements are met."
    ),
    "local": N_(
        "Computed from the records in this repository. Only OGP's Support Unit decides, on the "
        "reports of the monitoring body, whether requirements are met."
    ),
}


@immutable
class AssessedPlan:
    """One plan held against one pack. ``files`` says where its records lie; ``unreadable`` how
    many of them could not be read."""

    title: str
    assessment: Assessment
    pack: Pack
    files: Mapping[RecordKey, str] = field(default_factory=dict)
    unreadable: int = 0


@immutable
class StandardsReport:
    """The whole output.

    ``unassessed`` are plans of which nobody says which rules apply;
    ``pack_faults`` counts what was found wrong in the member's own packs.
    """

    plans: tuple[AssessedPlan, ...]
    words: Translator
    today: date
    screen: Screen = field(default_factory=Screen)
    unassessed: tuple[str, ...] = ()
    pack_faults: int = 0

    def notice(self, plan: AssessedPlan) -> str:
        """Who decides: not this program."""
        return self.words.gettext(_NOTICE.get(plan.pack.level, _NOTICE["national"]))

    def headline(self, plan: AssessedPlan) -> str:
        """What the plan is held against, and when."""
        pack, words = in_language(plan.pack.title, self.words.lang), self.words
        day = words.day(self.today)
        if plan.assessment.ambition:
            return words.gettext("By its own will held against: {pack}; on {day}",
                                 pack=pack, day=day)  # fmt: skip
        return words.gettext("Held against: {pack}; on {day}", pack=pack, day=day)

    def summary(self, plan: AssessedPlan) -> str:
        """How many are in each state; badges, which cannot fail, are not among them."""
        groups = tuple(group for group in Group if group is not Group.BADGE)
        counts = plan.assessment.counts(*groups)
        words = self.words
        return ", ".join(
            f"{words.gettext(STATE_WORDS[state])}: {words.number(n)}" for state, n in counts
        )

    def groups(self, plan: AssessedPlan) -> Iterator[tuple[str, list[Verdict]]]:
        """The verdicts by group, each group with its name."""
        for group, verdicts in groupby(plan.assessment.verdicts, key=lambda each: each.group):
            yield self.words.gettext(GROUP_WORDS[group]), list(verdicts)

    def name(self, verdict: Verdict, requirement: Requirement) -> str:
        """What the requirement is called, with the phase where it has several."""
        label = in_language(requirement.label, self.words.lang)
        if len(requirement.phases) < 2:
            return label
        return f"{label}, {self.words.gettext(_PHASE[verdict.phase])}"

    def state(self, verdict: Verdict) -> str:
        """The state with its proof: "Met, claimed"."""
        state = self.words.gettext(STATE_WORDS[verdict.state])
        proof = PROOF_SHORT[verdict.proof]
        return f"{state}, {self.words.gettext(proof)}" if proof else state

    def why(self, verdict: Verdict) -> str:
        """The sentence, and the remarks after it."""
        return " ".join(say(each, self.words) for each in (verdict.because, *verdict.remarks))

    def next(self, verdict: Verdict) -> str:
        if verdict.next is None:
            return ""
        day = self.words.day(verdict.next.day)
        return f"{day}: {say(verdict.next.what, self.words)}"

    def todo(self, verdict: Verdict) -> str:
        return say(verdict.todo, self.words) if verdict.todo else ""

    def disputes(self, verdict: Verdict) -> str:
        ids = ", ".join(id for _, id in verdict.disputes)
        return self.words.gettext("Disputed: {ids}", ids=ids) if ids else ""

    def gaps(self, plan: AssessedPlan) -> str:
        """That some records could not be read, or ""."""
        if not plan.unreadable:
            return ""
        return self.words.ngettext(
            "{n} record could not be read; see openroadmap check.",
            "{n} records could not be read; see openroadmap check.",
            plan.unreadable,
        )
