"""The panel of findings on every page of a served site: findings come in, HTML goes out.

A page shows what concerns its own record first, then the rest of the site.
"""

from __future__ import annotations

from collections import defaultdict
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
"""More findings than this are counted and not listed: the panel is a reminder, not a report."""


@dataclass(slots=True)
class Panel:
    """Only errors and the page's own warnings are told; true warnings may number hundreds."""

    environment: FrameEnvironment
    findings: Sequence[Finding]
    lang: str
    addresses: frozenset[str]
    trouble: str = ""
    _own: dict[str, list[Finding]] = field(default_factory=dict)
    _plain: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        own: dict[str, list[Finding]] = defaultdict(list)
        for finding in sorted(self.findings, key=sort_key):
            own[finding.place.file].append(finding)
        self._own = dict(own)

    def render(self, source: str, depth: int) -> str:
        """HTML for a page made from ``source``, so many folders deep; "" with nothing to say."""
        if not self.findings and not self.trouble:
            return ""
        own = self._own.get(source, []) if source else []
        if own:
            return self._render(own, depth)
        if depth not in self._plain:
            self._plain[depth] = self._render([], depth)
        return self._plain[depth]

    def _render(self, own: list[Finding], depth: int) -> str:
        seen = {id(finding) for finding in own}
        errors = [one for one in self.findings if one.level is Level.ERROR and id(one) not in seen]
        errors.sort(key=sort_key)
        template = self.environment.get_template("partials/findings-panel.html")
        return template.render(
            own=[self._entry(one) for one in own[:MOST]],
            errors=[self._entry(one) for one in errors[: MOST - len(own[:MOST])]],
            count=sum(one.level is Level.ERROR for one in self.findings),
            hidden=max(0, len(own) + len(errors) - MOST),
            warnings=sum(one.level is Level.WARNING for one in self.findings),
            trouble=self.trouble,
            base_url="/".join([".."] * depth) or ".",
            **words_of(self.lang),
        )

    def _entry(self, finding: Finding) -> tuple[Finding, Told, str]:
        """A finding, its words, and the address of its rule's page where there is one."""
        address = rule_address(finding.rule)
        return finding, tell(finding, self.lang), address if address in self.addresses else ""
