"""What a check tells of requirements: which, how gravely, where and in which words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openroadmap.commands.check import check_site
from openroadmap.findings import Finding, Level
from openroadmap.i18n import translator
from openroadmap.rules import tell

TODAY = date(2026, 11, 23)
PLAN = """\
title: A plan
level: national
kept_by: {keeper}
{keeper_line}starts_on: 2026-01-01
ends_on: 2027-12-31
submitted_on: 2025-12-15
cocreation:
  starts_on: 2025-06-01
  ends_on: 2025-11-30
"""
TIMELINE = """\
opportunities:
  - title: Ideas
    opens_on: 2025-06-10
published_on: 2025-05-23
"""


def site(tmp_path: Path, keeper: str = "government", more: str = "") -> Path:
    folder = tmp_path / "commitments" / "m" / "p"
    (folder / "cocreation").mkdir(parents=True)
    (folder.parent / "member.yml").write_text("name: Member\n")
    line = "keeper: Somebody\n" if keeper == "others" else ""
    (folder / "plan.yml").write_text(PLAN.format(keeper=keeper, keeper_line=line) + more)
    (folder / "cocreation" / "timeline.yml").write_text(TIMELINE)
    return tmp_path


def on(findings: tuple[Finding, ...], rule: str) -> list[Finding]:
    return [each for each in findings if each.rule == rule]


def test_a_missed_requirement_is_a_warning_at_the_record_that_decides_it(tmp_path: Path) -> None:
    found = on(check_site(site(tmp_path), TODAY).findings, "3.1")
    assert [each.level for each in found] == [Level.WARNING]
    place = found[0].place
    assert (place.file, place.line) == ("commitments/m/p/cocreation/timeline.yml", 4)
    told = tell(found[0], translator("en"))
    assert told.what == (
        "Requirement 3.1 is not met: the timeline was published 9 days before the start, "
        "14 are needed."
    )
    assert told.why.startswith("The timeline of co-creation")
    assert told.clause_url.startswith("https://www.opengovpartnership.org/")
    assert told.proof == "R"


def test_a_requirement_of_both_phases_says_which(tmp_path: Path) -> None:
    found = on(check_site(site(tmp_path), TODAY).findings, "1.1")
    words = [tell(each, translator("en")).what for each in found]
    assert [text[:45] for text in words] == [
        "Requirement 1.1 is not met in co-creation: no",
        "Requirement 1.1 is not met in implementation:",
    ]


def test_strict_standards_make_it_an_error_but_not_for_what_others_keep(tmp_path: Path) -> None:
    own = check_site(site(tmp_path / "own"), TODAY, strict_standards=True)
    others = check_site(site(tmp_path / "others", "others"), TODAY, strict_standards=True)
    assert [each.level for each in on(own.findings, "3.1")] == [Level.ERROR]
    assert [each.level for each in on(others.findings, "3.1")] == [Level.WARNING]
    assert on(others.findings, "1.1") == []


def test_an_ambition_is_only_noted(tmp_path: Path) -> None:
    folder = site(tmp_path, more="ambition: national-2022\n")
    plan = folder / "commitments" / "m" / "p" / "plan.yml"
    plan.write_text(plan.read_text().replace("level: national", "level: local"))
    found = on(check_site(folder, TODAY, strict_standards=True).findings, "3.1")
    assert [each.level for each in found] == [Level.NOTE]


@pytest.mark.parametrize("code", ["CP2", "LP2", "LP3"])
def test_what_another_finding_tells_is_not_told_twice(tmp_path: Path, code: str) -> None:
    folder = site(tmp_path)
    assert on(check_site(folder, TODAY).findings, code) == []


def test_what_could_not_be_read_is_not_called_missing(tmp_path: Path) -> None:
    folder = site(tmp_path)
    (folder / "commitments/m/p/cocreation/timeline.yml").write_text("published_on: [\n")
    assert on(check_site(folder, TODAY).findings, "3.1") == []


def test_a_pack_that_nobody_wrote_is_an_error_at_its_name(tmp_path: Path) -> None:
    folder = site(tmp_path, more="profile: nowhere\n")
    found = on(check_site(folder, TODAY).findings, "N03")
    assert [(each.level, each.place.line) for each in found] == [(Level.ERROR, 10)]


def test_a_code_that_nobody_knows_is_still_an_error_of_ours() -> None:
    from openroadmap.findings import Place

    with pytest.raises(KeyError):
        tell(Finding("9.9", Level.ERROR, Place("a.yml")), translator("en"))


def test_there_is_one_forum_since_its_file_has_one_name(tmp_path: Path) -> None:
    folder = site(tmp_path)
    plan = folder / "commitments" / "m" / "p"
    (plan / "forum.yml").write_text("remit: To make the plan.\n")
    (plan / "forum-2.yml").write_text("remit: Another one.\n")
    findings = check_site(folder, TODAY).findings
    assert [each.place.file for each in on(findings, "F02")] == ["commitments/m/p/forum-2.yml"]
    assert on(findings, "1.1")


def test_odd_input_has_its_own_finding_beside_the_state(tmp_path: Path) -> None:
    folder = site(tmp_path)
    plan = folder / "commitments" / "m" / "p"
    files = {
        "meetings/2027-01-10-forum.yml": "date: 2027-01-10\nkind: forum\nstatus: held\n",
        "contributions/idea.yml": "received_on: 2025-07-10\n",
        "responses/idea.yml": (
            "contributions: [idea]\ndecision: not_accepted\nreason: No.\npublished_on: 2025-07-01\n"
        ),
        "attestations/site.yml": (
            'requirement: "2.1"\nclaim: public_and_reachable\nby: {organisation: Open Coast}\n'
            "attested_on: 2026-01-10\n"
        ),
    }
    for name, text in files.items():
        (plan / name).parent.mkdir(exist_ok=True)
        (plan / name).write_text(text)
    findings = check_site(folder, TODAY).findings
    records = [each for each in findings if each.place.file != "mkdocs.yml"]
    told = {(each.rule, each.variant, each.place.file.rsplit("/", 2)[-2]) for each in records}
    assert ("D01", "held-in-the-future", "meetings") in told
    assert ("D01", "answer-before-contribution", "responses") in told
    assert ("P04", "", "attestations") in told
    assert on(findings, "4.1")
