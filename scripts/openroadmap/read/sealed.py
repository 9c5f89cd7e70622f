"""The file of a plan as adopted and the commitments as they are now come in; the plan as adopted
goes out, with most of the file unread.

The file repeats every promise in full, and most promises stay as they were.
Its line ``seal`` holds the SHA-256 of all lines below it, with plain line feeds:

    sed '1,/^seal: /d' baseline.yml | sha256sum

Where it fits, the file is as `openroadmap adopt` laid it out. A commitment of which
it says what the promise says now, with the digest of that, still promises what it
did and need not become a record of its own; only the others do. Most often it says
it in the very lines of the commitment's file, which then are not even read again.
Whatever is not as expected is left to the strict reading of the whole file. A seal
that does not fit is no fault by itself, since a file may be laid out anew.

Whoever changes a text has to forge its digest, that of the whole and the seal, as
without a seal. That the file was not written anew as a whole is for the history of
the repository to prove, of which rule C20 tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Final

from openroadmap.model.baseline import Baseline, Frozen
from openroadmap.model.commitment import Commitment
from openroadmap.model.digests import digest_of, digest_of_whole, frozen, frozen_as
from openroadmap.read.files import RawFile
from openroadmap.read.marks import Value
from openroadmap.read.plain import read_plain
from openroadmap.read.promise_lines import INDENT, promise_lines
from openroadmap.read.refusals import Refusals
from openroadmap.read.shape import shape
from openroadmap.read.text import read_text
from openroadmap.read.yaml import read_yaml_text

_SEAL: Final = re.compile(r"(?:#.*\n)*seal: ([0-9a-f]{64})\n")
_LIST: Final = "\ncommitments:"
_ITEM: Final = "\n  - id: "
_NOT_WITHIN: Final = re.compile(r"\n {0,2}[^ \n]")
_DIGEST: Final = len(f"{INDENT}digest: ") + 64
"""Letters of the line that ends an item."""


def seal_of(text: str) -> str:
    """The seal of all that stands below it."""
    return sha256(text.encode()).hexdigest()


def read_sealed(
    raw: RawFile, commitments: Mapping[str, Commitment], texts: Mapping[str, str]
) -> Baseline | None:
    """The plan as adopted; None where only a strict reading can tell what the file says.

    ``texts`` are those of the commitments by their ids, where they are plain YAML.
    """
    text = _sealed_text(raw)
    if text is None:
        return None
    head, *items = text.removesuffix("\n").split(_ITEM)
    same = [_repeated(item, commitments, texts) or _unchanged(item, commitments) for item in items]
    others = [item for item, unchanged in zip(items, same, strict=True) if unchanged is None]
    if items and not _is_list(head, others):
        return None
    baseline = _read(raw, _ITEM.join([head, *others]))
    if baseline is None or len(baseline.commitments) != len(others):
        return None
    read = iter(baseline.commitments)
    every = tuple(unchanged or next(read) for unchanged in same)
    whole = baseline.but(commitments=every)
    return whole if _fits(baseline, whole) else None


def _sealed_text(raw: RawFile) -> str | None:
    """The text of a file whose seal fits."""
    refusals = Refusals(raw.file)
    text = read_text(raw.raw, refusals, raw.kind.room)
    if text is None or refusals.findings:
        return None
    found = _SEAL.match(text)
    return text if found and found[1] == seal_of(text[found.end() :]) else None


def _is_list(head: str, items: Iterable[str]) -> bool:
    """Whether what looks like the items of the list, at the end of the file, can be nothing else.

    It might stand in a text or below another key. Where it is an item, its lines stand further in.
    """
    return head.endswith(_LIST) and not any(_NOT_WITHIN.search(item) for item in items)


def _repeated(
    item: str, commitments: Mapping[str, Commitment], texts: Mapping[str, str]
) -> Frozen | None:
    """The promise of one commitment in the file, where its lines are those of the commitment."""
    id, _, lines = item.partition("\n")
    lines, digest = lines[:-_DIGEST], lines[-_DIGEST:]
    if id == "null" or id not in texts or lines != promise_lines(texts[id]):
        return None  # an id that is null without quotation marks is none
    now = frozen(commitments[id])
    return now if digest == f"{INDENT}digest: {now.digest}" else None


def _unchanged(item: str, commitments: Mapping[str, Commitment]) -> Frozen | None:
    """The promise of one commitment in the file, where it is still the same."""
    said = _said(item)
    now = commitments.get(str(said.get("id")))
    return frozen_as(now, said) if now else None


def _said(item: str) -> dict[str, Value]:
    """What the file says of one commitment; nothing where that is not plain to see."""
    match read_plain(f"commitments:{_ITEM}{item}\n"):
        case {"commitments": [dict(said)], **more} if not more:
            return said
    return {}


def _read(raw: RawFile, text: str) -> Baseline | None:
    """The record of a text; None where there is anything to be said against it."""
    yaml = read_yaml_text(text, Refusals(raw.file), raw.kind.room)
    if yaml.data is None or yaml.findings:
        return None
    shaped = shape(raw.kind, raw.id, yaml.data, yaml.marks, raw.file)
    found = isinstance(shaped.record, Baseline) and not shaped.findings
    return shaped.record if found else None


def _fits(read: Baseline, whole: Baseline) -> bool:
    """Whether the digests fit; those of unchanged promises were held against their texts."""
    return (
        len({each.id for each in whole.commitments}) == len(whole.commitments)
        and all(each.digest == digest_of(each) for each in read.commitments)
        and whole.digest == digest_of_whole(whole)
    )
