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
from openroadmap.standards.pack import Phase, Requirement, in_language
from openroadmap.standards.sentences import Sentence, packed, say, unpacked

_NOT_MET = {
    Phase.COCREATION: N_("Requirement {id} is not met in co-creation: {because}"),
    Phase.IMPLEMENTATION: N_("Requirement {id} is not met in implementation: {because}"),
    Phase.PLAN: N_("Requirement {id} is not met: {because}"),
}
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
        why=in_language(json.loads(args["text"]), words.lang),
        clause_title=in_language(json.loads(args["source"]), words.lang),
        clause_url=args["url"],
        proof=args["proof"],
        fix=say(unpacked(args["todo"]), words) if args["todo"] else "",
        example="",
    )


def _continued(sentence: Sentence, words: Translator) -> str:
    """The sentence after a colon: its first letter is small, unless a name or a quotation opens."""
    said = say(sentence, words)
    opens = words.gettext(sentence.text)[:1]
    if opens in _OPENERS or said[1:2].isupper():
        return said
    return said[:1].lower() + said[1:]
