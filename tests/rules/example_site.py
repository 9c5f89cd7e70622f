"""Small sites for the tests of rules: a few files come in, what is found in them goes out.

`sound/` is a site without a fault, of one plan with one commitment. An example
puts files in its place or beside them; a file whose last line is `# … the rest
of the record` is completed from the sound record of its kind; `frozen.yml` is the
sound plan as adopted. A file that says
`# first recorded on 2026-03-02` has a history, as git would show it;
`, changed on 2026-03-09`, `, now gone` or, of a plan or member, `, an example since 2026-08-01`
may follow, and of an amendment
`, changed on 2026-03-09: ends_on was 2027-09-30, now 2027-10-31`. Marks of what is to be found
(`# error: C05`) are for people and do not reach the file.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from openroadmap.findings import Finding
from openroadmap.history.lost_plans import lost_findings
from openroadmap.model.facts import NO_FACTS, GitFacts, Gone, History, Revision, Told
from openroadmap.model.kinds import record_at
from openroadmap.read.content import read_content
from openroadmap.read.files import walk
from openroadmap.read.packs import read_packs, unknown_packs
from openroadmap.read.settings import check_settings
from openroadmap.read.site import read_member, read_plan
from openroadmap.rules import run_member_rules, run_rules
from openroadmap.rules.page import Snippet

HERE = Path(__file__).parent
SOUND = HERE / "sound"
PLAN = "commitments/riverside/2026-2027"
REST = "# … the rest of the record"
TODAY = date(2026, 11, 23)

_PART = re.compile(r"^(\w+):.*\n(?:[ #-].*\n|\n)*", re.MULTILINE)
_CODEPOINT = re.compile(r"<U\+([0-9A-F]{4,6})>")
_RECORDED = re.compile(r"^# first recorded on (\d[\d-]+)", re.MULTILINE)
_GONE = re.compile(r"^# first recorded on (\S+), now gone$", re.MULTILINE)
_CHANGED = re.compile(r"^# first recorded on (\S+), changed on (\S+)$", re.MULTILINE)
_REWRITTEN = re.compile(
    r"^# first recorded on (\S+), changed on (\S+): (\S+) was (\S+), now (\S+)$", re.MULTILINE
)
_FORUM = re.compile(r"^# first recorded on \S+, the forum's day on (\S+)$", re.MULTILINE)
_EXAMPLE = re.compile(r"^# first recorded on \S+, an example since (\S+)$", re.MULTILINE)
_MARK = re.compile(r"[ \t]+# (?:error|warning|note): [A-Z]\d\d.*$", re.MULTILINE)
_ELSEWHERE = ("content/", "mkdocs.yml")


def findings_of(
    folder: Path,
    snippets: Iterable[Snippet],
    today: date = TODAY,
    proven: GitFacts | None = None,
) -> list[Finding]:
    """What is found in the sound site with these files in it, or with what git ``proven``."""
    shutil.copytree(SOUND, folder, dirs_exist_ok=True)
    recorded: dict[str, date] = {}
    changed: dict[str, tuple[date, ...]] = {}
    gone: dict[str, tuple[Gone, ...]] = {}
    revised: dict[str, tuple[Revision, ...]] = {}
    for snippet in snippets:
        if said := _EXAMPLE.search(snippet.text):
            change = Revision(date.fromisoformat(said[1]), Told.EXAMPLE, "", "no", "yes")
            revised[f"{PLAN}/plan.yml"] = (change,)
        if said := _GONE.search(snippet.text):
            file, first = place_of(snippet.file), date.fromisoformat(said[1])
            plan, kind, id = record_at(file)
            gone[plan] = (*gone.get(plan, ()), Gone(file, kind, id, first, None))
            continue
        _lay_down(folder, snippet)
        if said := _RECORDED.search(snippet.text):
            recorded[place_of(snippet.file)] = date.fromisoformat(said[1])
            changed[place_of(snippet.file)] = (recorded[place_of(snippet.file)],)
        if days := _CHANGED.search(snippet.text):
            changed[place_of(snippet.file)] = tuple(map(date.fromisoformat, days.groups()))
        if said := _REWRITTEN.search(snippet.text):
            first, last = map(date.fromisoformat, said.groups()[:2])
            changed[place_of(snippet.file)] = (first, last)
            revised[place_of(snippet.file)] = (Revision(last, Told.AGREED, *said.groups()[2:]),)
        if said := _FORUM.search(snippet.text):
            day = date.fromisoformat(said[1])
            revised[place_of(snippet.file)] = (Revision(day, Told.FORUM, "", "", "2026"),)
    known = recorded or gone
    whole = GitFacts(History.FULL, recorded, changed, gone, revised)
    facts = whole if known else NO_FACTS
    return list(_findings(folder, today, facts if proven is None else proven))


def place_of(file: str) -> str:
    """Where a file that an example names lies in the site."""
    if file.startswith(_ELSEWHERE):
        return file
    if file == "member.yml":
        return "commitments/riverside/member.yml"
    path = f"{PLAN}/{file}"
    while "/../" in path:
        path = re.sub(r"[^/]+/\.\./", "", path, count=1)
    return path


def _lay_down(folder: Path, snippet: Snippet) -> None:
    target = folder / place_of(snippet.file)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    if snippet.language == "link":
        target.symlink_to(snippet.text.strip())
        return
    text = _CODEPOINT.sub(lambda found: chr(int(found[1], 16)), snippet.text)
    target.write_text(_completed(_MARK.sub("", text), snippet.file), "utf-8")


def _completed(text: str, file: str) -> str:
    """The text with what it leaves to the sound record of its kind."""
    if REST not in text:
        return text
    kind = "plan.yml" if file.endswith("plan.yml") else "commitments/open-contracts.yml"
    record = SOUND / place_of("member.yml" if file == "member.yml" else kind)
    if file == "baseline.yml":
        record = HERE / "frozen.yml"
    given = {found[1] for found in _PART.finditer(text)}
    rest = [found for found in _PART.finditer(record.read_text("utf-8")) if found[1] not in given]
    return text + "".join(found[0] for found in rest)


def _findings(root: Path, today: date, facts: GitFacts) -> Iterable[Finding]:
    members, strays = walk(root)
    packs = read_packs(root)
    yield from (*strays, *packs.findings)
    there = {f"commitments/{member.id}/{plan.id}" for member in members for plan in member.plans}
    yield from lost_findings(facts.lost(there, today), {member.id for member in members})
    for files in members:
        member = read_member(files)
        yield from (*member.findings, *run_member_rules(member, today))
        for plan in files.plans:
            reading = read_plan(plan, member.context)
            yield from (*reading.findings, *run_rules(reading, today, facts))
            yield from unknown_packs(reading, packs.packs)
    yield from read_content(root).findings
    yield from check_settings((root / "mkdocs.yml").read_bytes())
