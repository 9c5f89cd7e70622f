"""A member's own packs: they change and add requirements, and a slip is a finding."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openroadmap.findings import Finding, Level, Place
from openroadmap.i18n import translator
from openroadmap.measure.assessment import assess
from openroadmap.model.site import PlanContext, PlanRecords
from openroadmap.read.files import walk
from openroadmap.read.packs import PackReading, read_packs
from openroadmap.rules import tell
from openroadmap.rules.requirements import requirement_args, told_requirement
from openroadmap.standards.load import load_pack, our_packs
from openroadmap.standards.pack import Bound, Pack, Threshold, Whose
from openroadmap.standards.sentences import Sentence
from openroadmap.standards.thresholds import packed_own, unpacked_own

TODAY = date(2026, 11, 23)
NEW = """\
requirements:
  - id: X1
    group: required
    phases: [plan]
    check: people
    rule: {claims: [every_district]}
    label: {es: Todos los distritos}
    text: {es: Participan todos los distritos.}
    source: act
sources:
  act:
    title: {es: Ley de gobierno abierto}
    url: https://example.org/ley
"""


def read(tmp_path: Path, **files: str) -> PackReading:
    folder = tmp_path / "commitments" / "standards"
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / f"{name.replace('_', '-')}.yml").write_text(text, "utf-8")
    return read_packs(tmp_path)


def told(finding: Finding) -> str:
    return tell(finding, translator("en")).what


def is_usable(pack: Pack) -> bool:
    empty = PlanRecords("p", PlanContext("m", None, {}))
    return bool(assess(empty, pack, TODAY).verdicts)


def test_without_own_packs_there_are_ours(tmp_path: Path) -> None:
    (tmp_path / "commitments").mkdir()
    found = read_packs(tmp_path)
    assert set(found.packs) == {"going-further", "local", "national-2022"}
    assert found.findings == ()


def test_the_folder_of_packs_is_no_member(tmp_path: Path) -> None:
    read(tmp_path, local="requirements:\n  - id: L1.3\n    rule: {need: 2}\n")
    members, findings = walk(tmp_path)
    assert (members, findings) == ((), ())


def test_a_known_requirement_is_changed_key_by_key(tmp_path: Path) -> None:
    text = "requirements:\n  - id: L1.3\n    rule: {need: 2}\n    label: {es: Dos reuniones}\n"
    found = read(tmp_path, local=text)
    assert found.findings == ()
    own, ours = found.packs["local"].requirement("L1.3"), load_pack("local").requirement("L1.3")
    assert own.rule.thresholds["need"].value == 2
    assert own.rule.thresholds["need"].whose is Whose.OWN
    assert own.rule.thresholds["warn_days"] == ours.rule.thresholds["warn_days"]
    assert own.label == {**ours.label, "es": "Dos reuniones"}
    assert own.text == ours.text
    assert len(found.packs["local"].requirements) == len(load_pack("local").requirements)


def test_a_requirement_is_added(tmp_path: Path) -> None:
    found = read(tmp_path, local=NEW)
    assert found.findings == ()
    added = found.packs["local"].requirement("X1")
    assert (added.proof, added.decided_by) == ("own", "people")
    assert is_usable(found.packs["local"])


@pytest.mark.parametrize("name", ["local", "our_country"])
def test_an_own_requirement_rests_on_a_source_of_the_pack_it_changes(
    tmp_path: Path, name: str
) -> None:
    head = "" if name == "local" else "title: {es: Normas}\nlevel: local\nwith: [local]\n"
    added = NEW[: NEW.index("sources:")].replace("source: act", "source: inception")
    found = read(tmp_path, **{name: head + added})
    assert found.findings == ()
    own = found.packs[name.replace("_", "-")].requirement("X1")
    assert own.source == load_pack("local").requirement("L1.1").source


def test_a_finding_says_whose_number_it_is(tmp_path: Path) -> None:
    text = "requirements:\n  - id: '3.1'\n    rule: {days: 40}\n"
    packs = read(tmp_path, national_2022=text).packs
    ours, own = (
        pack["national-2022"].requirement("3.1") for pack in (our_packs(), packs)
    )
    whys = [
        told_requirement(
            Finding("3.1", Level.WARNING, Place("f"), (), "",
                    requirement_args(each, Sentence("It was late."), None)),
            translator("en"),
        ).why
        for each in (ours, own)
    ]  # fmt: skip
    assert whys[0] == ours.text["en"]
    assert whys[1] == (
        f"{ours.text['en']} Here the keepers of this site set a measure of their own, not OGP's: "
        "at least 40 days before."
    )


def test_words_of_an_own_rule_are_told_as_theirs() -> None:
    rule = Bound("presence", {"items": Threshold(("site_url", "forum"), Whose.OWN)})
    each = replace(our_packs()["national-2022"].requirement("2.1"), rule=rule)
    told = unpacked_own(packed_own(each), translator("en"))
    assert told == ("there must be an address of the site, a record of the forum",)
    assert packed_own(replace(each, proof="own")) == ""


def test_a_pack_of_its_own_builds_on_another(tmp_path: Path) -> None:
    head = "title: {es: Normas del país}\nlevel: national\nwith: [national-2022]\n"
    found = read(tmp_path, our_country=head + NEW)
    assert found.findings == ()
    own = found.packs["our-country"]
    assert own.requirement("3.1") == load_pack("national-2022").requirement("3.1")
    assert own.requirement("X1").label == {"es": "Todos los distritos"}
    assert is_usable(own)


@pytest.mark.parametrize(
    ("text", "code", "line", "says"),
    [
        ("requirments: []\n", "N01", 1, "“requirments” is not a key"),
        ("requirements: yes\n", "N01", 1, "A list is needed"),
        ("requirements:\n  - words\n", "N01", 2, "A mapping is needed"),
        ("requirements:\n  - id: L1.3\n    rule:\n      need: many\n", "N01", 4, "the form"),
        ("requirements:\n  - id: L1.3\n    rule:\n      need: 9999\n", "N01", 4, "the form"),
        ("requirements:\n  - id: L1.3\n    rule:\n      ned: 2\n", "N01", 4, "“ned” is not a key"),
        ("requirements:\n  - id: L1.3\n    check: magic\n", "N01", 3, "“magic” is not one"),
        ("requirements:\n  - id: L1.3\n    label: Text\n", "N01", 3, "by language"),
        ("requirements:\n  - id: L1.3\n    label:\n      Spanish: Dos\n", "N01", 4, "language"),
        ("requirements:\n  - id: L1.3\n    group: urgent\n", "N01", 3, "“urgent” is not one"),
        ("requirements:\n  - group: plan\n    id: ../x\n", "N01", 3, "“../x” cannot be an id"),
        ("requirements:\n  - id: Región 1\n", "N01", 2, "“Región 1” cannot be an id"),
        ("requirements:\n  - group: required\n", "N02", 2, "“id” is missing"),
        ("requirements:\n  - id: X1\n    group: plan\n    check: people\n", "N02", 2, "missing"),
        ("sources:\n  a:\n    title: {en: Act}\n    url: act\n", "N01", 4, "not an address"),
        ("id: &a local\n", "Y03", 1, "to be repeated"),
    ],
)
def test_a_slip_is_a_finding_with_its_line(
    tmp_path: Path, text: str, code: str, line: int, says: str
) -> None:
    found = read(tmp_path, local=text)
    first = found.findings[0]
    assert first.rule == code
    assert (first.place.file, first.place.line) == ("commitments/standards/local.yml", line)
    assert says in " ".join(told(each) for each in found.findings)
    assert is_usable(found.packs["local"])


def test_an_empty_pack_is_no_pack(tmp_path: Path) -> None:
    found = read(tmp_path, ours="title: {en: Ours}\nlevel: local\n")
    assert [(each.rule, each.variant) for each in found.findings] == [("N02", "empty")]
    assert "ours" not in found.packs


def test_what_is_no_pack_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "commitments" / "standards"
    (folder / "more").mkdir(parents=True)
    (folder / "local.yaml").write_text("requirements: []\n")
    (folder / "Our Pack.yml").write_text("requirements: []\n")
    (folder / "README.md").write_text("# Our packs\n")
    found = read_packs(tmp_path)
    assert sorted(each.rule for each in found.findings) == ["F01", "F02", "F04"]
    assert found.packs == {**read_packs(tmp_path / "nowhere").packs}


def test_a_link_to_a_pack_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "commitments" / "standards"
    folder.mkdir(parents=True)
    (tmp_path / "elsewhere.yml").write_text(NEW)
    (folder / "local.yml").symlink_to(tmp_path / "elsewhere.yml")
    found = read_packs(tmp_path)
    assert [each.rule for each in found.findings] == ["F03"]
    assert "X1" not in {each.id for each in found.packs["local"].requirements}
