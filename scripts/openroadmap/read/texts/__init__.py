"""What is wrong with the texts that people type: located faults, with no verdict on how grave.

In: the text of a field or story, or the address of a url field. Out: faults with
line and column inside the text. A text in which nothing can be wrong costs a
few searches for the signs that every fault needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from .caps import FIELD_CAPS, PAGE_CAPS, Caps, find_excess
from .contacts import find_emails, find_phones
from .faults import TextFault, fault
from .links import check_address, find_link_faults
from .markup import find_html
from .placeholders import find_placeholders

__all__ = ["TextFault", "check_page_text", "check_story", "check_text", "check_url"]

_MOST_OF_ONE_KIND: Final = 20


def check_text(text: str, *, prose: bool) -> Iterator[TextFault]:
    """Faults of one field. ``prose``: its Markdown is rendered, so its links count too."""
    yield from _check(text, prose, FIELD_CAPS)


def check_story(text: str) -> Iterator[TextFault]:
    """Faults of a story beside a record: a longer text, otherwise like a field."""
    yield from _check(text, True, PAGE_CAPS)


def check_page_text(text: str) -> Iterator[TextFault]:
    """Faults of a page of ``content/``, where links to neighbouring files are usual."""
    yield from _check(text, True, PAGE_CAPS, page=True)


def check_url(url: str) -> Iterator[TextFault]:
    """Faults of an address in a url field."""
    for rule, variant, args in check_address(url):
        yield fault(rule, variant, url, 0, **args)


def _check(text: str, prose: bool, caps: Caps, page: bool = False) -> Iterator[TextFault]:
    if prose and (excess := find_excess(text, caps)):
        args = {"most": excess.most, "found": excess.found}
        yield fault("T06", excess.cap, text, excess.offset, **args)
    yield from _some(find_placeholders(text))
    if ":/" in text or "\\" in text or (prose and ("]" in text or "<" in text)):
        yield from _some(find_link_faults(text, page))
    if "@" in text:
        yield from _some(find_emails(text))
    yield from _some(find_phones(text))
    if "<" in text:
        yield from _some(find_html(text))


def _some(faults: Iterable[TextFault]) -> Iterator[TextFault]:
    """The first of many: nobody reads the hundredth."""
    return islice(iter(faults), _MOST_OF_ONE_KIND)
