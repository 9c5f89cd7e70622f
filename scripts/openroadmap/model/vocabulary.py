"""The lists of allowed codes, read once from ``vocabularies.yml``.

In comes the name of a list; out come its codes with their labels. The lists
are data: a term is added by a pull request to the YAML file, never in code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

import yaml

from openroadmap.immutable import immutable

_FILE = Path(__file__).with_name("vocabularies.yml")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@immutable
class Vocabulary:
    """One list. ``terms`` maps each code to its English label.

    In a closed list an unknown code is an error; in an open one (OGP's policy
    areas are reviewed every year) it is a warning.
    """

    name: str
    title: str
    source: str
    closed: bool
    terms: Mapping[str, str]

    def nearest(self, code: str) -> str:
        """The known code most like this one, or "" when none is like it."""
        joint = "_" if self.closed else "-"
        wanted = re.sub(r"[\s_-]+", joint, code.strip().lower())
        if wanted in self.terms:
            return wanted
        by_label = {label.lower(): term for term, label in self.terms.items()}
        if code.strip().lower() in by_label:
            return by_label[code.strip().lower()]
        close = get_close_matches(wanted, self.terms, n=1, cutoff=0.6)
        return close[0] if close else ""


@lru_cache(maxsize=1)
def vocabularies() -> Mapping[str, Vocabulary]:
    """Every list by its name."""
    lists = yaml.load(_FILE.read_text("utf-8"), Loader=_LOADER)  # noqa: S506 - our own file
    return {
        name: Vocabulary(name, each["title"], each["source"], each["closed"], each["terms"])
        for name, each in lists.items()
    }


def vocabulary(name: str) -> Vocabulary:
    """One list; raises ``KeyError`` when there is none of that name."""
    return vocabularies()[name]
