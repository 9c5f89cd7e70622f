"""How large a picture says it is: its bytes come in, width and height go out, or None.

Only the head is read and nothing is decoded. A picture of few bytes can claim
so many pixels that a reader's browser, which must unpack them, gives up.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping

MAX_SIDE = 6_000
"""Pixels; a camera's picture at most."""

Size = tuple[int, int]

_JPEG_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_LAST = frozenset({0xD9, 0xDA})


def size_of(kind: str, raw: bytes) -> Size | None:
    """The size of a picture whose name ends in ``kind``; None when its head is not in order."""
    try:
        size = _READERS[kind](raw)
    except (struct.error, IndexError):
        return None  # the bytes end before the head does
    return size if size and min(size) > 0 else None


def _png(raw: bytes) -> Size | None:
    if raw[:8] != b"\x89PNG\r\n\x1a\n" or raw[8:16] != b"\0\0\0\x0dIHDR":
        return None
    width, height = struct.unpack_from(">II", raw, 16)
    return width, height


def _jpeg(raw: bytes) -> Size | None:
    """Past the segments before the frame's own, which has the size."""
    if raw[:3] != b"\xff\xd8\xff":
        return None
    at = 2
    while raw[at] == 0xFF:
        marker = raw[at + 1]
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", raw, at + 5)
            return width, height
        if marker in _JPEG_LAST:
            return None
        if marker == 0xFF:
            at += 1
        elif marker in _JPEG_ALONE:
            at += 2
        else:
            at += 2 + struct.unpack_from(">H", raw, at + 2)[0]
    return None


def _webp(raw: bytes) -> Size | None:
    if raw[:4] != b"RIFF" or raw[8:12] != b"WEBP":
        return None
    chunk = raw[12:16]
    if chunk == b"VP8X":
        head = struct.unpack_from("<HBHB", raw, 24)
        return 1 + head[0] + (head[1] << 16), 1 + head[2] + (head[3] << 16)
    if chunk == b"VP8L" and raw[20] == 0x2F:
        bits = struct.unpack_from("<I", raw, 21)[0]
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if chunk == b"VP8 " and raw[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", raw, 26)
        return width & 0x3FFF, height & 0x3FFF
    return None


_READERS: Mapping[str, Callable[[bytes], Size | None]] = {
    ".png": _png,
    ".jpg": _jpeg,
    ".webp": _webp,
}
