"""The size a picture claims is read from its head, whatever follows, and without decoding."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.read.pictures import size_of


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR" + struct.pack(">II", width, height) + bytes(9)


def jpg(width: int, height: int, marker: int = 0xC0) -> bytes:
    frame = bytes((0xFF, marker)) + struct.pack(">HBHH", 17, 8, height, width)
    before = b"\xff\xe0\0\x04ab" + b"\xff\xff\xc4\0\x03a"  # filled up, and a table beside
    return b"\xff\xd8" + before + frame + bytes(10)


def webp(chunk: bytes) -> bytes:
    return b"RIFF\0\0\0\0WEBP" + chunk


LOSSY = webp(b"VP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 300, 200))
LOSSLESS = webp(b"VP8L\0\0\0\0\x2f" + struct.pack("<I", 299 | 199 << 14))
EXTENDED = webp(b"VP8X\x0a\0\0\0\0\0\0\0" + b"\x2b\x01\0" + b"\xc7\0\0")
WHOLE = {
    "png": (".png", png(300, 200)),
    "baseline": (".jpg", jpg(300, 200)),
    "progressive": (".jpg", jpg(300, 200, 0xC2)),
    "lossy": (".webp", LOSSY),
    "lossless": (".webp", LOSSLESS),
    "extended": (".webp", EXTENDED),
}


@pytest.mark.parametrize("name", WHOLE)
def test_the_size_stands_in_the_head(name: str) -> None:
    assert size_of(*WHOLE[name]) == (300, 200)


@pytest.mark.parametrize("name", WHOLE)
def test_a_head_that_ends_too_soon_has_no_size(name: str) -> None:
    kind, raw = WHOLE[name]
    assert size_of(kind, raw[:19]) is None
    assert size_of(kind, b"") is None


BROKEN = {
    "nothing wide": (".png", png(0, 200)),
    "no frame": (".jpg", b"\xff\xd8\xff\xda\0\x04ab" + bytes(20)),
    "no marker": (".jpg", b"\xff\xd8\xff\xe0\0\x04abrest"),
    "another chunk": (".webp", webp(b"ICCP" + bytes(30))),
    "another kind": (".png", jpg(300, 200)),
    "markup": (".png", b"<svg onload=alert(1)>" + bytes(30)),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_head_has_no_size(name: str) -> None:
    assert size_of(*BROKEN[name]) is None


@given(st.sampled_from((".png", ".jpg", ".webp")), st.binary(max_size=200))
def test_no_bytes_make_an_exception(kind: str, raw: bytes) -> None:
    starts = {".png": png(1, 1)[:16], ".jpg": b"\xff\xd8\xff", ".webp": b"RIFF\0\0\0\0WEBP"}
    for start in (b"", starts[kind]):
        size = size_of(kind, start + raw)
        assert size is None or min(size) > 0
