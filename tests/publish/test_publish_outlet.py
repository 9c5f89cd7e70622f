"""Writing a site: all processors change how long it takes and nothing else; no link is followed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from openroadmap.commands import crew
from openroadmap.mkdocs_plugin.outlet import Outlet

COUNT = 1_000


class Told:
    """A file that notes who put it together."""

    def __init__(self, notes: Path, text: str) -> None:
        self.notes, self.text = notes, text

    def data(self) -> bytes:
        (self.notes / self.text).write_text(str(os.getpid()), "utf-8")
        return self.text.encode()


class Broken:
    """A file that only this process can put together, or nobody."""

    def __init__(self, owner: int) -> None:
        self.owner = owner

    def data(self) -> bytes:
        if os.getpid() != self.owner:
            raise OSError("no room")
        return b"whole"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    return folder


@pytest.fixture
def outlet(tmp_path: Path, notes: Path, monkeypatch: pytest.MonkeyPatch) -> Outlet:
    if not hasattr(os, "fork"):
        pytest.skip("this system has no copies of processes")
    monkeypatch.setattr(crew, "_processors", lambda: 2)
    monkeypatch.setattr(crew, "_can_fork", lambda: True)
    outlet = Outlet(tmp_path / "site", tmp_path / "memory.txt")
    for number in range(COUNT):
        outlet.put(f"{number % 50}/{number}.txt", Told(notes, str(number)))
    return outlet


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_every_file_is_written_by_one_process_or_the_other(outlet: Outlet, notes: Path) -> None:
    outlet.publish()
    written = {path.name: path.read_text("utf-8") for path in outlet.folder.rglob("*.txt")}
    assert written == {f"{number}.txt": str(number) for number in range(COUNT)}
    makers = {path.read_text("utf-8") for path in notes.iterdir()}
    assert 1 <= len(makers) <= 2


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_what_a_helper_could_not_write_this_process_writes(outlet: Outlet) -> None:
    for number in range(COUNT):
        outlet.put(f"last/{number}", Broken(os.getpid()))
    outlet.publish()
    assert {path.read_bytes() for path in (outlet.folder / "last").iterdir()} == {b"whole"}
    assert len(list((outlet.folder / "last").iterdir())) == COUNT


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_file_that_cannot_be_written_stops_the_build(outlet: Outlet) -> None:
    outlet.put("last.txt", Broken(0))
    with pytest.raises(OSError, match="no room"):
        outlet.publish()
    assert outlet.memory is not None
    assert not outlet.memory.exists(), "what stands in the folder is not what was to stand there"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder outside the site's, with a file that nobody may touch."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "index.html").write_text("theirs", "utf-8")
    return folder


def published(folder: Path, *paths: str, memory: Path | None = None) -> None:
    outlet = Outlet(folder, memory)
    for path in paths:
        outlet.put(path, b"ours")
    outlet.publish()


@pytest.mark.parametrize("text", ["theirs", "ours"])
def test_a_link_in_the_place_of_a_file_is_replaced_and_not_followed(
    tmp_path: Path, elsewhere: Path, text: str
) -> None:
    """Also where what it leads to is the same: it might be something else tomorrow."""
    theirs, site = elsewhere / "index.html", tmp_path / "site"
    theirs.write_text(text, "utf-8")
    site.mkdir()
    (site / "index.html").symlink_to(theirs)
    published(site, "index.html")
    assert not (site / "index.html").is_symlink()
    assert (site / "index.html").read_text("utf-8") == "ours"
    assert theirs.read_text("utf-8") == text


@pytest.mark.parametrize("path", ["fr/index.html", "fr/plan/index.html"])
def test_a_link_in_the_place_of_a_folder_is_replaced_and_not_followed(
    tmp_path: Path, elsewhere: Path, path: str
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "fr").symlink_to(elsewhere, target_is_directory=True)
    published(site, path)
    assert not (site / "fr").is_symlink()
    assert (site / path).read_text("utf-8") == "ours"
    assert [each.name for each in elsewhere.iterdir()] == ["index.html"]
    assert (elsewhere / "index.html").read_text("utf-8") == "theirs"


def test_a_link_that_leads_nowhere_is_replaced_too(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").symlink_to(tmp_path / "made-by-us")
    published(site, "index.html")
    assert (site / "index.html").read_text("utf-8") == "ours"
    assert not (tmp_path / "made-by-us").exists()


def test_what_is_stale_goes_and_what_a_link_leads_to_stays(
    tmp_path: Path, elsewhere: Path
) -> None:
    site, memory = tmp_path / "site", tmp_path / "memory.txt"
    published(site, "index.html", "fr/index.html", "es/index.html", memory=memory)
    shutil.rmtree(site / "fr")
    (site / "fr").symlink_to(elsewhere, target_is_directory=True)
    (site / "es/index.html").unlink()
    (site / "es/index.html").symlink_to(elsewhere / "index.html")
    published(site, "index.html", memory=memory)
    assert [each.name for each in site.iterdir()] == ["index.html"]
    assert (elsewhere / "index.html").read_text("utf-8") == "theirs"


def test_the_sites_own_folder_may_be_a_link(tmp_path: Path) -> None:
    """It is where the editor said that the site should be."""
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "real", target_is_directory=True)
    published(tmp_path / "site", "fr/index.html")
    assert (tmp_path / "real/fr/index.html").read_text("utf-8") == "ours"
