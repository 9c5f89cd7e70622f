"""What every format is made from: the findings told in words, and the counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from openroadmap.findings import Finding, Level, rule_address
from openroadmap.i18n import Translator
from openroadmap.immutable import immutable
from openroadmap.rules import Told, tell


@immutable
class Line:
    """One finding and what is to be said of it."""

    finding: Finding
    told: Told


@immutable
class Screen:
    """What a report is shown on: a terminal has colours, and so many characters to a line."""

    colour: bool = False
    width: int = 96


@immutable
class Report:
    """A whole check. ``site_url`` is "" or ends in a slash; ``screen`` is what it is shown on."""

    lines: tuple[Line, ...]
    words: Translator
    today: date
    files: int
    plans: int
    site_url: str = ""
    screen: Screen = Screen()

    def count(self, level: Level) -> int:
        return sum(line.finding.level is level for line in self.lines)

    def rule_url(self, code: str) -> str:
        """The public page of a rule, or "" when the site's address is not known."""
        return self.site_url + rule_address(code) if self.site_url else ""

    def rules_url(self) -> str:
        """The public list of all rules, or "" when the site's address is not known."""
        return f"{self.site_url}rules/" if self.site_url else ""

    def clause_url(self, told: Told) -> str:
        """Where the clause stands that a rule rests on; "" when that is on a site not known."""
        if told.clause_url.startswith("/"):
            return f"{self.site_url}{told.clause_url[1:]}" if self.site_url else ""
        return told.clause_url

    def why(self, told: Told) -> str:
        """Why a rule is there, and the clause or principle it rests on, on one line."""
        clause = " ".join(part for part in (told.clause_title, self.clause_url(told)) if part)
        return " ".join(part for part in (told.why, clause and f"({clause})") if part)

    def summary(self) -> str:
        """One sentence: "3 errors, 12 warnings and no notes in 214 files of 12 plans."."""
        _ = self.words
        counts = (
            _.ngettext("{n} error", "{n} errors", self.count(Level.ERROR)),
            _.ngettext("{n} warning", "{n} warnings", self.count(Level.WARNING)),
            _.ngettext("{n} note", "{n} notes", self.count(Level.NOTE)),
        )
        files = _.ngettext("{n} record file", "{n} record files", self.files)
        plans = _.ngettext("{n} plan", "{n} plans", self.plans)
        return _.gettext(
            "{errors}, {warnings} and {notes} in {files} of {plans}.",
            errors=counts[0], warnings=counts[1], notes=counts[2], files=files, plans=plans,
        )  # fmt: skip


def level_word(level: Level, words: Translator) -> str:
    return {
        Level.ERROR: words.gettext("error"),
        Level.WARNING: words.gettext("warning"),
        Level.NOTE: words.gettext("note"),
    }[level]


def tell_all(findings: Sequence[Finding], words: Translator) -> tuple[Line, ...]:
    return tuple(Line(finding, tell(finding, words)) for finding in findings)
