"""The panel of findings on every page of a served site: findings come in, HTML goes out.

A page shows the errors of its own record first and in full; its warnings and the
errors of other pages are folded away below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from openroadmap.findings import Finding, Level, rule_address, sort_key
from openroadmap.mkdocs_plugin.telling import tell
from openroadmap.mkdocs_plugin.words import words_of

if TYPE_CHECKING:
    from openroadmap.mkdocs_plugin.environment import FrameEnvironment
    from openroadmap.rules.tell import Told

MOST = 20
"""More findings than this in one list are only counted: the panel is a reminder, no report."""


@dataclass(slots=True)
class Panel:
    """Warnings of other pages are left out: those that are true stay, and may number hundreds."""

    environment: FrameEnvironment
    findings: Sequence[Finding]
    lang: str
    addresses: frozenset[str]
    trouble: str = ""
    _errors: list[Finding] = field(default_factory=list)
    _by_record: dict[str, list[Finding]] = field(default_factory=dict)
    _plain: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for finding in sorted(self.findings, key=sort_key):
            self._by_record.setdefault(_record(finding.place.file), []).append(finding)
            if finding.level is Level.ERROR:
                self._errors.append(finding)

    def render(self, source: str, depth: int, told: bool = False) -> str:
        """HTML for a page made from ``source``, so many folders deep; "" with nothing to say.

        ``told``: the page itself tells the findings of that file, and once is enough.
        """
        own = self._by_record.get(_record(source), []) if source else []
        base = "/".join([".."] * depth) or "."
        if own:
            return self._render(own, base, source if told else "")
        if depth not in self._plain:
            self._plain[depth] = self.render_anywhere(base)
        return self._plain[depth]

    def render_anywhere(self, base: str) -> str:
        """HTML for a page about no record; ``base`` is the way to the site's root."""
        return self._render([], base) if self._errors or self.trouble else ""

    def _render(self, own: list[Finding], base: str, told: str = "") -> str:
        mine = {id(one) for one in own}
        own = [one for one in own if one.place.file != told]
        here = [one for one in own if one.level is Level.ERROR]
        rest = [one for one in own if one.level is not Level.ERROR]
        elsewhere = [one for one in self._errors if id(one) not in mine]
        template = self.environment.get_template("partials/findings-panel.html")
        return template.render(
            here=[self._entry(one) for one in here[:MOST]],
            rest=[self._entry(one) for one in rest[:MOST]],
            elsewhere=[self._entry(one) for one in elsewhere[:MOST]],
            counts=(len(here), len(rest), len(elsewhere)),
            errors=len(self._errors),
            most=MOST,
            trouble=self.trouble,
            base_url=base,
            **words_of(self.lang),
        )

    def _entry(self, finding: Finding) -> tuple[Finding, Told, str]:
        """A finding, its words, and the address of its rule's page where there is one."""
        address = rule_address(finding.rule)
        return finding, tell(finding, self.lang), address if address in self.addresses else ""


def _record(file: str) -> str:
    """What a file is about: a record, its longer story and its translations share a name."""
    folder, slash, name = file.rpartition("/")
    return folder + slash + name.partition(".")[0]
