"""What a file may be called everywhere, and what an address begins with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openroadmap.model.names import is_device, scheme_of


@pytest.mark.parametrize("name", ["con", "PRN", "Aux", "nul", "com1", "lpt9"])
def test_windows_keeps_names_for_devices(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", ["console", "com", "com10", "aux-bus", ""])
def test_names_that_only_look_like_a_device_are_free(name: str) -> None:
    assert not is_device(name)


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        ("https://example.org", "https"),
        ("MAILTO:a", "mailto"),
        ("javascript:x", "javascript"),
        ("a.b+c-d:e", "a.b+c-d"),
        ("/plan/:x", ""),
        ("//example.org", ""),
        ("1a:b", ""),
        ("", ""),
    ],
)
def test_the_scheme_of_an_address_is_what_stands_before_its_colon(
    address: str, scheme: str
) -> None:
    assert scheme_of(address) == scheme


def test_the_schemes_and_the_longest_name_are_written_in_one_place(root: Path) -> None:
    twice = re.compile(r"^(?:SCHEMES|MAX_NAME|_SCHEME|_RESERVED)\b.* = (?!\()", re.MULTILINE)
    rooms = root / "scripts" / "openroadmap"
    found = {file.relative_to(rooms).as_posix() for file in rooms.rglob("*.py")
             if twice.search(file.read_text("utf-8"))}  # fmt: skip
    assert found == {"model/names.py"}
