"""The longer story of a commitment: the bytes of a Markdown file come in, its text goes out."""

from __future__ import annotations

from openroadmap.findings import Finding, Level, Place
from openroadmap.immutable import immutable
from openroadmap.read.refusals import Refusals
from openroadmap.read.text import read_text


@immutable
class Story:
    """``text`` is None when the file is no clean text."""

    text: str | None
    findings: tuple[Finding, ...]


def read_story(raw: bytes, file: str) -> Story:
    """Read a story. Facts belong in the record, so a head between ``---`` is refused."""
    refusals = Refusals(file)
    text = read_text(raw, refusals)
    if text is not None and text.partition("\n")[0].rstrip() == "---":
        finding = Finding("F08", Level.ERROR, Place(file, 1, 1), variant="in-story")
        return Story(None, (*refusals.findings, finding))
    return Story(text, tuple(refusals.findings))
