"""What tells one finding from another over time: findings come in, a mark for each goes out.

Forges compare the marks of two checks to say which findings are new, so a mark
stays the same when lines above the fault are added or removed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from openroadmap.findings import Finding


def number_repeats(findings: Iterable[Finding]) -> Iterator[str]:
    """A mark for each finding, no two the same: of equal faults, the second is marked as such."""
    seen: Counter[str] = Counter()
    for finding in findings:
        same = fingerprint(finding)
        seen[same] += 1
        yield same if seen[same] == 1 else _hash((same, str(seen[same])))


def fingerprint(finding: Finding) -> str:
    """The same for the same fault. Numbers among its arguments may be lines, so they are left."""
    texts = (
        f"{name}={value}" for name, value in sorted(finding.args.items()) if isinstance(value, str)
    )
    path = (repr(step) for step in finding.path)
    return _hash((finding.rule, finding.variant, finding.place.file, *path, *texts))


def _hash(parts: Iterable[str]) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
