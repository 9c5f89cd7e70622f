"""Files that are written whole or not at all: a place comes in, a file to write to goes out."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def draft_of(file: Path) -> Iterator[BinaryIO]:
    """A draft beside the file, which takes its place when all of it is written.

    What fails on the way, such as a disk that is full, is raised, and leaves the
    file as it was and no draft.
    """
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f"{file.name}.", suffix=".tmp")
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as opened:
            yield opened
        draft.replace(file)
    except BaseException:
        draft.unlink()
        raise
