"""What is kept between builds is kept whole or not at all, and a full disk leaves no rubbish."""

from __future__ import annotations

import errno
import io
import os
from pathlib import Path
from typing import Any

import pytest
from openroadmap.commands import memo
from openroadmap.draft import draft_of
from openroadmap.history.store import Kept, Store


class FullDisk(io.BytesIO):
    """A file of which the disk takes the first bytes only."""

    def write(self, data: Any) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    def writelines(self, lines: Any) -> None:
        self.write(b"".join(lines))


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(handle: int, *_: object, **__: object) -> FullDisk:
        os.write(handle, b"beg")
        os.close(handle)
        return FullDisk()

    monkeypatch.setattr("openroadmap.draft.os.fdopen", opened)


def test_a_draft_takes_the_place_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    file.write_bytes(b"before")
    with draft_of(file) as opened:
        opened.write(b"after")
        assert file.read_bytes() == b"before"
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"after"]


def test_what_is_broken_off_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "kept"
    file.write_bytes(b"before")
    with pytest.raises(KeyboardInterrupt), draft_of(file) as opened:
        opened.write(b"aft")
        raise KeyboardInterrupt
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"before"]


@pytest.mark.usefixtures("full_disk")
def test_a_part_for_which_there_is_no_room_leaves_no_draft(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space left"):
        memo.save(tmp_path / "home.part", "key", {"pages": []}, b"body")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("full_disk")
def test_a_history_for_which_there_is_no_room_leaves_no_draft_and_is_no_fault(
    tmp_path: Path,
) -> None:
    Store(tmp_path).keep_days(["head"], KEPT)
    assert list(tmp_path.iterdir()) == []


KEPT = Kept({"commitments/a/member.yml": [1]}, {}, {}, [], [], ahead=0, newest=1, missed=0)
