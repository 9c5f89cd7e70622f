"""The walk over records takes ordinary files with proper names, and finds everything else."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from openroadmap.findings import Finding, Level
from openroadmap.read import files as files_module
from openroadmap.read.files import MAX_BYTES, MAX_NAME, MemberFiles, RawFile, walk

PRIVATE = "do-not-read-me"
PLAN = "commitments/austin/2024"
GOOD = {
    "commitments/austin/member.yml": "name: Austin\n",
    f"{PLAN}/plan.yml": "title: Plan\n",
    f"{PLAN}/commitments/housing.yml": "title: Homes\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    for path, text in GOOD.items():
        put(root, path, text)
    return root


def put(root: Path, path: str, text: str = "title: X\n") -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def read(root: Path) -> tuple[list[RawFile], list[Finding]]:
    """Every file that was read and every finding, wherever they were noted."""
    members, strays = walk(root)
    files = [raw for member in members for raw in _files(member)]
    found = [*strays]
    for member in members:
        found += member.findings
        found += [finding for plan in member.plans for finding in plan.findings]
    return files, found


def _files(member: MemberFiles) -> Iterator[RawFile]:
    yield from member.files
    for plan in member.plans:
        yield from plan.files


def found(root: Path) -> list[tuple[str, str, str]]:
    """Code, variant and file of each finding."""
    return [(f.rule, f.variant, f.place.file) for f in read(root)[1]]


def test_a_proper_site_is_read_whole_and_without_a_finding(site: Path) -> None:
    put(site, f"{PLAN}/commitments/housing.md", "A story.\n")
    put(site, f"{PLAN}/commitments/housing.fr.yml", "title: Logements\n")
    put(site, f"{PLAN}/commitments/housing.pt-BR.md", "Uma história.\n")
    put(site, f"{PLAN}/cocreation/timeline.yml", "published_on: 2024\n")
    put(site, f"{PLAN}/updates/2024-05-01-start.yml", "date: 2024-05-01\n")
    files, findings = read(site)
    assert findings == []
    assert [(raw.kind.name, raw.id, raw.lang, raw.type) for raw in files] == [
        ("member", "austin", "", "yml"),
        ("timeline", "timeline", "", "yml"),
        ("commitment", "housing", "fr", "yml"),
        ("commitment", "housing", "", "md"),
        ("commitment", "housing", "pt-BR", "md"),
        ("commitment", "housing", "", "yml"),
        ("plan", "2024", "", "yml"),
        ("update", "2024-05-01-start", "", "yml"),
    ]
    assert files[0].raw == b"name: Austin\n"


def test_dot_files_and_readmes_are_nobodys_business(site: Path) -> None:
    for folder in ("commitments", "commitments/austin", PLAN, f"{PLAN}/commitments"):
        put(site, f"{folder}/README.md", "# What lies here\n")
        put(site, f"{folder}/.gitkeep", "")
    (site / "commitments/.cache").symlink_to("/etc")
    assert found(site) == []


@pytest.mark.parametrize(
    ("path", "rule", "variant"),
    [
        # Names that are no ids.
        (f"{PLAN}/commitments/Open Data.yml", "F01", "record"),
        (f"{PLAN}/commitments/OpenData.yml", "F01", "record"),
        (f"{PLAN}/commitments/open_data.yml", "F01", "record"),
        (f"{PLAN}/commitments/données.yml", "F01", "record"),
        (f"{PLAN}/commitments/-open.yml", "F01", "record"),
        (f"{PLAN}/commitments/a--b.yml", "F01", "record"),
        (f"{PLAN}/commitments/open-data\n.yml", "F01", "record"),
        (f"{PLAN}/commitments/$(id).yml", "F01", "record"),
        (f"{PLAN}/commitments/con.yml", "F01", "reserved"),
        (f"{PLAN}/commitments/lpt9.yml", "F01", "reserved"),
        (f"{PLAN}/commitments/standards.yml", "F01", "taken"),
        (f"{PLAN}/commitments/{'a' * (MAX_NAME + 1)}.yml", "F01", "long"),
        # Files of other types.
        (f"{PLAN}/commitments/open-data.yaml", "F04", "record-yaml"),
        (f"{PLAN}/commitments/open-data.YML", "F04", "record"),
        (f"{PLAN}/commitments/open-data", "F04", "record"),
        (f"{PLAN}/commitments/open-data.yml~", "F04", "record"),
        (f"{PLAN}/commitments/open.data.yml", "F04", "record"),
        (f"{PLAN}/commitments/open-data.FR.yml", "F04", "record"),
        (f"{PLAN}/commitments/evil.html", "F04", "record"),
        (f"{PLAN}/commitments/evil.svg", "F04", "record"),
        (f"{PLAN}/commitments/..yml.yml", "", ""),  # begins with a dot: not looked at
        (f"{PLAN}/updates/2024-05-01-start.md", "F04", "story"),
        (f"{PLAN}/plan.md", "F04", "story"),
        # Places where nothing of the kind belongs.
        ("commitments/austin.yml", "F02", "beside-folders"),
        ("commitments/mkdocs.yml", "F02", "beside-folders"),
        ("commitments/austin/forum.yml", "F02", "beside-plans"),
        ("commitments/austin/member.md", "F02", "beside-plans"),
        (f"{PLAN}/member.yml", "F02", "beside-records"),
        (f"{PLAN}/open-data.yml", "F02", "beside-records"),
        (f"{PLAN}/cocreation/other.yml", "F02", "beside-records"),
    ],
)
def test_a_file_that_does_not_belong_is_found_and_not_read(
    site: Path, path: str, rule: str, variant: str
) -> None:
    put(site, path, PRIVATE)
    assert found(site) == ([(rule, variant, path)] if rule else [])
    assert all(PRIVATE not in raw.raw.decode() for raw in read(site)[0])


@pytest.mark.parametrize(
    ("folder", "rule", "variant"),
    [
        ("commitments/Ontario", "F01", "folder"),
        ("commitments/austin/2024 2028", "F01", "folder"),
        ("commitments/nul", "F01", "reserved"),
        ("commitments/rules", "F01", "taken"),
        (f"{PLAN}/templates", "F02", "folder"),
        (f"{PLAN}/Commitments", "F02", "folder"),
        (f"{PLAN}/commitments/deeper", "F02", "too-deep"),
    ],
)
def test_a_folder_that_does_not_belong_is_found_and_not_entered(
    site: Path, folder: str, rule: str, variant: str
) -> None:
    put(site, f"{folder}/{'x/' * 20}open-data.yml", PRIVATE)
    assert found(site) == [(rule, variant, folder)]


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Open Data.yml", "open-data.yml"),
        ("Ouverture des Données.fr.yml", "ouverture-des-donnees.fr.yml"),
        ("open_data.md", "open-data.md"),
    ],
)
def test_a_name_that_is_nearly_one_is_told_with_the_one_to_take(
    site: Path, name: str, better: str
) -> None:
    put(site, f"{PLAN}/commitments/{name}")
    (finding,) = read(site)[1]
    assert finding.args["suggestion"] == better


def test_a_name_of_which_nothing_can_stay_gets_no_suggestion(site: Path) -> None:
    put(site, f"{PLAN}/commitments/数据.yml")
    (finding,) = read(site)[1]
    assert finding.args == {"name": "数据.yml"}


def test_a_name_whose_bytes_are_no_text_can_still_be_shown(site: Path) -> None:
    (Path(os.fsdecode(os.fsencode(site / PLAN / "commitments") + b"/caf\xe9.yml"))).touch()
    (finding,) = read(site)[1]
    assert finding.place.file == f"{PLAN}/commitments/caf\\xe9.yml"
    assert (finding.rule, finding.args["name"]) == ("F01", "caf\\xe9.yml")
    assert finding.place.file.encode()


def test_every_refusal_is_an_error_about_the_file_as_a_whole(site: Path) -> None:
    put(site, "commitments/stray.txt")
    put(site, f"{PLAN}/Odd/x.yml")
    for finding in read(site)[1]:
        assert (finding.level, finding.place.line, finding.place.column) == (Level.ERROR, 0, 0)


def test_all_that_is_wrong_is_told_at_once_and_the_rest_is_read(site: Path) -> None:
    put(site, "commitments/stray.txt")
    put(site, "commitments/Ontario/member.yml")
    put(site, "commitments/austin/stray.txt")
    put(site, f"{PLAN}/stray/x.yml")
    put(site, f"{PLAN}/commitments/Bad Name.yml")
    (site / PLAN / "commitments/link.yml").symlink_to("housing.yml")
    files, findings = read(site)
    assert len(findings) == 6
    assert {raw.file for raw in files} == set(GOOD)


@pytest.mark.parametrize("what", ["member", "plan"])
def test_a_folder_without_its_own_record_is_found(site: Path, what: str) -> None:
    folder = {"member": "commitments/austin", "plan": PLAN}[what]
    (site / folder / f"{what}.yml").unlink()
    assert found(site) == [("F07", what, folder)]


@pytest.mark.parametrize("what", ["member", "plan"])
def test_a_translation_does_not_stand_for_the_record_itself(site: Path, what: str) -> None:
    folder = {"member": "commitments/austin", "plan": PLAN}[what]
    (site / folder / f"{what}.yml").rename(site / folder / f"{what}.fr.yml")
    assert found(site) == [("F07", what, folder)]


@pytest.mark.parametrize("name", ["plan.yaml", "plan.yml"])
def test_a_plan_record_that_is_refused_is_not_missing_as_well(site: Path, name: str) -> None:
    plan = site / PLAN / "plan.yml"
    plan.unlink()
    (site / PLAN / name).symlink_to("/etc/passwd")
    assert found(site) == [("F03", "link", f"{PLAN}/{name}")]


def test_a_project_without_records_is_told_so(tmp_path: Path) -> None:
    assert found(tmp_path) == [("F07", "folder", "commitments")]
    put(tmp_path, "commitments", "a file")
    assert found(tmp_path) == [("F07", "folder", "commitments")]


def test_records_that_are_a_link_to_elsewhere_are_not_followed(site: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "commitments").symlink_to(site / "commitments")
    assert found(other) == [("F07", "folder", "commitments")]
    assert read(other)[0] == []


# Links and special files (nothing is ever opened through them).


@pytest.fixture
def no_link_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test fails if a file is opened that is a link."""
    opened = os.open

    def watch(path: str, flags: int, *rest: object, **more: object) -> int:
        assert not Path(path).is_symlink(), f"{path} was opened"
        return opened(path, flags, *rest, **more)

    monkeypatch.setattr(os, "open", watch)


@pytest.mark.usefixtures("no_link_is_opened")
@pytest.mark.parametrize(
    "place",
    [
        "commitments/ontario",
        "commitments/austin/2025",
        "commitments/austin/member.fr.yml",
        f"{PLAN}/updates",
        f"{PLAN}/forum.yml",
        f"{PLAN}/commitments/open-data.yml",
        f"{PLAN}/commitments/housing.md",
    ],
)
@pytest.mark.parametrize("target", ["/etc/passwd", "/etc", "../../..", "nowhere", "."])
def test_a_link_is_refused_wherever_it_lies_and_leads(site: Path, place: str, target: str) -> None:
    (site / place).symlink_to(target)
    assert found(site) == [("F03", "link", place)]
    assert {raw.file for raw in read(site)[0]} == set(GOOD)


def test_a_second_name_of_a_file_elsewhere_is_refused(site: Path, tmp_path: Path) -> None:
    secret = put(tmp_path, "secret", PRIVATE)
    os.link(secret, site / PLAN / "commitments/open-data.yml")
    assert found(site) == [("F03", "hard-link", f"{PLAN}/commitments/open-data.yml")]


def test_a_pipe_is_refused_and_nobody_waits_at_it(site: Path) -> None:
    os.mkfifo(site / PLAN / "commitments/open-data.yml")
    assert found(site) == [("F03", "special", f"{PLAN}/commitments/open-data.yml")]


def test_a_socket_is_refused(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site / PLAN)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as end:
        end.bind("forum.yml")
        assert found(site) == [("F03", "special", f"{PLAN}/forum.yml")]


# What changes while it is being read.


def _before_opening(
    monkeypatch: pytest.MonkeyPatch, file: Path, happens: object
) -> None:
    opened = os.open

    def late(path: str, flags: int, *rest: object, **more: object) -> int:
        if Path(path) == file:
            monkeypatch.setattr(os, "open", opened)
            happens()
        return opened(path, flags, *rest, **more)

    monkeypatch.setattr(os, "open", late)


def test_a_file_replaced_by_a_link_after_it_was_listed_is_not_followed(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, secret = site / PLAN / "commitments/housing.yml", put(tmp_path, "secret", PRIVATE)

    def swap() -> None:
        file.unlink()
        file.symlink_to(secret)

    _before_opening(monkeypatch, file, swap)
    files, findings = read(site)
    assert [(f.rule, f.variant) for f in findings] == [("F03", "link")]
    assert len(files) == len(GOOD) - 1


def test_a_file_replaced_by_a_pipe_after_it_was_listed_is_refused_at_once(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = site / PLAN / "commitments/housing.yml"

    def swap() -> None:
        file.unlink()
        os.mkfifo(file)

    _before_opening(monkeypatch, file, swap)
    assert found(site) == [("F03", "special", f"{PLAN}/commitments/housing.yml")]


def test_a_file_that_is_gone_by_the_time_it_is_read_is_a_finding(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = site / PLAN / "commitments/housing.yml"
    _before_opening(monkeypatch, file, file.unlink)
    assert found(site) == [("F03", "unreadable", f"{PLAN}/commitments/housing.yml")]


def test_a_file_that_may_not_be_read_is_a_finding_and_hides_nothing(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def forbid(path: str, flags: int, *rest: object, **more: object) -> int:
        if str(path).endswith("plan.yml"):
            raise PermissionError(13, "Permission denied", path)
        return opened(path, flags, *rest, **more)

    monkeypatch.setattr(os, "open", forbid)
    files, findings = read(site)
    told = [(f.rule, f.variant, f.place.file) for f in findings]
    assert told == [("F03", "unreadable", f"{PLAN}/plan.yml")]
    assert len(files) == len(GOOD) - 1


@pytest.mark.parametrize("folder", ["commitments", "commitments/austin", PLAN])
def test_a_folder_that_may_not_be_read_or_is_gone_is_a_finding(
    site: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    listed = os.scandir

    def forbid(path: str | Path) -> object:
        if Path(path) == site / folder:
            raise FileNotFoundError(2, "No such file or directory", str(path))
        return listed(path)

    monkeypatch.setattr(files_module.os, "scandir", forbid)
    assert found(site) == [("F03", "unreadable", folder)]


# Size.


def test_a_file_is_read_one_byte_beyond_the_limit_and_no_further(site: Path) -> None:
    put(site, f"{PLAN}/commitments/large.yml", "x" * (MAX_BYTES * 3))
    sizes = {raw.id: len(raw.raw) for raw in read(site)[0]}
    assert sizes["large"] == MAX_BYTES + 1


def test_an_endless_file_costs_no_memory(site: Path) -> None:
    large = site / PLAN / "commitments/large.yml"
    with large.open("wb") as file:
        file.truncate(50 * 1024**3)  # a hole of 50 gigabytes
    assert {raw.id: len(raw.raw) for raw in read(site)[0]}["large"] == MAX_BYTES + 1


def test_the_plan_as_adopted_may_be_larger_and_is_bounded_too(site: Path) -> None:
    put(site, f"{PLAN}/baseline.yml", "x" * (MAX_BYTES * 9))
    assert {raw.id: len(raw.raw) for raw in read(site)[0]}["baseline"] == MAX_BYTES * 8 + 1
