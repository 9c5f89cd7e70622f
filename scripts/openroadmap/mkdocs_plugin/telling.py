"""Findings in words: a finding comes in, what a page or a terminal says of it goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openroadmap.findings import Finding
from openroadmap.mkdocs_plugin.words import translator_of

if TYPE_CHECKING:
    from openroadmap.rules.tell import Told


def tell(finding: Finding, lang: str) -> Told:
    """The rules' own words; the bare code where they have none, rather than no site at all."""
    # Late: a clean build that takes over its pages from the last one needs no rules at all.
    from openroadmap.rules import RULE
    from openroadmap.rules import tell as tell_in_words
    from openroadmap.rules.requirements import is_on_requirement
    from openroadmap.rules.tell import Told

    if finding.rule in RULE or is_on_requirement(finding):
        return tell_in_words(finding, translator_of(lang))
    bare = " ".join((finding.rule, finding.variant, *map(str, finding.args.values())))
    return Told(finding.rule, finding.level, bare, "", "", "", "", "", "")


def tell_line(finding: Finding, lang: str) -> str:
    """For a terminal: the place, as editors make it a link, then what and how to mend it.

    Names and texts are contributed, so nothing of them may steer a terminal or a runner.
    """
    from openroadmap.report.safe import log_line, one_line  # late, as above

    told = tell(finding, lang)
    place = finding.place
    where = ":".join((place.file, *(str(one) for one in (place.line, place.column) if one)))
    line = one_line(f"{where}: {finding.rule} {told.what} {told.fix}")
    return log_line(" ".join(line.split()))
