"""A requirement that is not met, in words: a finding of the assessment comes in, sentences go out.

Such a finding carries all that is to be said of it, since a member's own pack
may hold requirements that nobody else knows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from openroadmap.findings import Finding
from openroadmap.i18n import N_, Translator
from openroadmap.rules.tell import Told
from openroadmap.standards.examples import EXAMPLE_OF, EXAMPLES
from openroadmap.standards.pack import Phase, Requirement, in_language
from openroadmap.standards.sentences import Sentence, packed, say, unpacked
from openroadmap.standards.thresholds import packed_own, unpacked_own

_NOT_MET = {
    Phase.COCREATION: N_("Requirement {id} is not met in co-creation: {because}"),
    Phase.IMPLEMENTATION: N_("Requirement {id} is not met in implementation: {because}"),
    Phase.PLAN: N_("Requirement {id} is not met: {because}"),
}
_OWN = N_("Here the keepers of this site set a measure of their own, not OGP's: {words}.")
_OPENERS = "{“\"'«"


def requirement_args(
    requirement: Requirement, because: Sentence, todo: Sentence | None
) -> Mapping[str, str | int]:
    """The arguments of a finding on a requirement."""
    return {
        "because": packed(because),
        "todo": packed(todo) if todo else "",
        "text": json.dumps(requirement.text, ensure_ascii=False),
        "source": json.dumps(requirement.source.title, ensure_ascii=False),
        "url": requirement.source.url,
        "proof": requirement.proof,
        "check": requirement.decided_by,
        "own": packed_own(requirement),
    }


def is_on_requirement(finding: Finding) -> bool:
    return "because" in finding.args and "proof" in finding.args


def told_requirement(finding: Finding, words: Translator) -> Told:
    """Put a finding made with ``requirement_args`` into words; its variant is the phase or ""."""
    args = {name: str(value) for name, value in finding.args.items()}
    text = _NOT_MET[Phase(finding.variant) if finding.variant else Phase.PLAN]
    because = _continued(unpacked(args["because"]), words)
    return Told(
        code=finding.rule,
        level=finding.level,
        what=words.gettext(text, id=finding.rule, because=because),
        why=_why(args, words),
        clause_title=in_language(json.loads(args["source"]), words.lang),
        clause_url=args["url"],
        proof=args["proof"],
        fix=say(unpacked(args["todo"]), words) if args["todo"] else "",
        example=_example(args["check"], finding.place.file),
    )


def _example(check: str, file: str) -> str:
    """A record that the check would count; of a sum, the command that tells all its parts."""
    shown = EXAMPLES.get(EXAMPLE_OF.get(check, ""))
    if shown is None:
        return "openroadmap standards " + "/".join(file.split("/")[1:3])
    return f"# {shown[0]}\n{shown[1].rstrip()}"


def _why(args: Mapping[str, str], words: Translator) -> str:
    """What is asked; and where the keepers set another measure than OGP, that it is theirs."""
    text = in_language(json.loads(args["text"]), words.lang)
    own = unpacked_own(args["own"], words)
    if not own:
        return text
    return f"{text} {words.gettext(_OWN, words='; '.join(own))}"


def _continued(sentence: Sentence, words: Translator) -> str:
    """The sentence after a colon: its first letter is small, unless a name or a quotation opens."""
    said = say(sentence, words)
    opens = words.gettext(sentence.text)[:1]
    if opens in _OPENERS or said[1:2].isupper():
        return said
    return said[:1].lower() + said[1:]
