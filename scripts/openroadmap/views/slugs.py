"""Names as parts of addresses: an institution's name comes in, a word for a path goes out.

The word depends on the name alone, so that an address stays whatever other
names come or go. Names that differ only in case, accents or punctuation share
one: they are most likely one institution. What a name in another script loses
is made up for by a few letters that stand for the whole name.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

from openroadmap.model.names import is_device

LONGEST = 60
"""Letters of a word before what tells long names apart."""

_OTHER = re.compile(r"[^a-z0-9]+")
_MARKED = re.compile(r"(?:.*-)?[0-9a-f]{8}\Z")


@lru_cache(maxsize=20_000)
def slug_of(name: str) -> str:
    """"department-of-finance"; with eight letters more where the name alone is not enough."""
    folded = " ".join(unicodedata.normalize("NFKD", name).casefold().split())
    letters = "".join(each for each in folded if not unicodedata.combining(each))
    slug = _OTHER.sub("-", letters).strip("-")
    unusable = is_device(slug) or _MARKED.match(slug)
    lost = any(ord(each) > 127 and each.isalnum() for each in letters)
    if slug and not lost and len(slug) <= LONGEST and not unusable:
        return slug
    mark = blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return "-".join(filter(None, (slug[:LONGEST].rstrip("-"), mark)))
