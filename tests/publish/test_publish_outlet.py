"""Writing a large site with all processors changes how long it takes, and nothing else."""

from __future__ import annotations

import os
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
