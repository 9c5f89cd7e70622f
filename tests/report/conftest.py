"""Golden reports, read by eye before they are kept. To write them anew: GOLDEN=write."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "report"


@pytest.fixture
def golden() -> Callable[[Path, str], None]:
    """Compares an output with the one that was kept under a name."""

    def compare(name: Path, printed: str) -> None:
        file = GOLDEN / name
        if os.environ.get("GOLDEN") == "write":
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(printed, "utf-8", newline="\n")
        kept = file.read_text("utf-8") if file.is_file() else ""
        assert printed == kept, f"Read what changed; if it is right: GOLDEN=write pytest {file}"

    return compare
