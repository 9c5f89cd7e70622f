"""Contact details of people, which do not belong in published texts.

In: a text. Out: each e-mail address and telephone number in it, masked. The
mailbox of an office (info@, opengov@, gobierno.abierto@) may stand: it belongs
to a post and not to a person. A number cannot be told apart that way; the
contact field of a record is the place for an office's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .faults import TextFault, fault

_LOCAL_PART = re.compile(r"[\w.+\-]{1,64}\Z")
_DOMAIN = re.compile(r"[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,5}")
_RESERVED: Final = (".example", ".invalid", ".test", "example.org", "example.com", "example.net")

# Words that name a post or an office. A mailbox is an office's when one of its parts is one.
_OFFICE: Final = frozenset(
    {"info", "contact", "contacto", "contactus", "office", "oficina", "bureau", "press", "prensa"}
    | {"presse", "media", "news", "data", "datos", "hello", "help", "support", "soporte"}
    | {"feedback", "ogp", "ogplocal", "agap", "pgo", "irm", "foi", "foia", "atip", "records"}
    | {"clerk", "cityclerk", "secretary", "secretariat", "secretaria", "registry", "mail", "admin"}
    | {"webmaster", "postmaster", "privacy", "legal", "team", "equipo", "equipe", "forum", "foro"}
    | {"consultation", "consulta", "consultas", "enquiries", "inquiries", "complaints", "mayor"}
    | {"alcaldia", "governor", "council", "budget", "planning", "communications", "accueil"}
)
_OFFICE_PART = re.compile(
    r"open|gov|gob|gouv|transparen|particip|citizen|ciudadan|citoyen|ombuds|ouvidoria|secretar"
    r"|contact|inform|public|servic|comunica|communica",
    re.IGNORECASE,
)

# A plus sign and a country code; groups of digits; at the end a digit.
_INTERNATIONAL = re.compile(r"(?<![\w+])\+(?=[1-9(])(?:[ .\-()\u00a0\u2011]{0,2}\d){8,15}(?![\w,])")
# A word that announces a number, then the number.
_ANNOUNCED = re.compile(
    r"\b(?:tele?(?:phone|fax)?|tél(?:éphone)?|tel[ée]fono|phone|mobile|m[óo]vil|cell?(?:ular)?"
    r"|fax|whats ?app)\b[\s.:)\-]{0,4}(?:n[ºo°]\.? ?|number:? ?)?"
    r"(\(?\d(?:[ .\-()/\u00a0\u2011]{0,2}\d){5,14})(?!\w)",
    re.IGNORECASE,
)
# (512) 555-0100 and 512-555-0100, written in one piece.
_NORTH_AMERICAN = re.compile(
    r"(?<![\w.\-/])(?:\([2-9]\d\d\) ?|[2-9]\d\d[\-.])\d{3}[\-.]\d{4}(?![\w\-/]|\.\d)"
)
# 0171 2345678, 030-1234567, 020 7946 0958, 06 12 34 56 78: a zero, a code of the area or network,
# then one to four groups. Alone, so that no date, range, amount or number of a file is meant.
_NATIONAL_WHOLE = re.compile(
    r"(?<![\w.,/\-+])(\(?0[1-9]\d{0,3}\)?[ \u00a0]?[ \u00a0/\-\u2011][ \u00a0]?\d{5,8}"
    r"|\(?0[1-9]\d{1,3}\)?[ \u00a0/\-\u2011]\d{3,4}(?:[ \u00a0\-]\d{3,4}){1,2}"
    r"|0[1-9](?:[ .\u00a0\-]\d\d){4})(?![\w/\-]|[.,]\d)"
)
_NATIONAL_START = re.compile(r"(?<!\d)0[1-9]\d{0,3}\)?[ \u00a0/\-\u2011.]")
# The end of the last kind, searched for first because it is quick to find.
_LAST_FOUR = re.compile(r"-\d{4}(?!\d)(?<=[-.) ]\d\d\d-\d\d\d\d)")
_LAST_FOUR_DOTTED = re.compile(r"\.\d{4}(?!\d)(?<=[.) ]\d\d\d\.\d\d\d\d)")
_ANNOUNCING: Final = ("tel", "phone", "tél", "mobile", "movil", "móvil", "cel", "fax", "whats")
_THOUSANDS = re.compile(r"\+\d{1,3}(?:([ .\u00a0])\d{3})(?:\1\d{3})*\Z")
_LONGEST_AMOUNT = 10
_YEARS = re.compile(r"(?:19|20)\d\d[ \-/.](?:(?:19|20)\d\d|\d\d?[ \-/.]\d\d?)\Z")


def find_emails(text: str) -> Iterator[TextFault]:
    """T03 for each address of a person; the same address once."""
    seen = set()
    for match in re.finditer("@", text):
        address, start = _address_around(text, match.start())
        if address and address not in seen and not _belongs_to_an_office(address):
            seen.add(address)
            yield fault("T03", "email", text, start, found=_mask_email(address))


def find_phones(text: str) -> Iterator[TextFault]:
    """T03 for each telephone number."""
    ends: set[int] = set()
    for pattern in _patterns_for(text):
        for match in pattern.finditer(text):
            number, end = match.group(pattern.groups), match.end()
            if end not in ends and not _is_something_else(number):
                ends.add(end)
                at = match.start(pattern.groups)
                yield fault("T03", "phone", text, at, found=_mask_phone(number))


def _patterns_for(text: str) -> Iterator[re.Pattern[str]]:
    """Only the shapes whose sign the text has: most texts have none."""
    if "+" in text:
        yield _INTERNATIONAL
    low = text.lower()
    for word in _ANNOUNCING:
        if word in low:
            yield _ANNOUNCED
            break
    if _LAST_FOUR.search(text) or _LAST_FOUR_DOTTED.search(text):
        yield _NORTH_AMERICAN
    if _NATIONAL_START.search(text):
        yield _NATIONAL_WHOLE


def _address_around(text: str, at: int) -> tuple[str, int]:
    before = _LOCAL_PART.search(text[max(0, at - 64) : at])
    after = _DOMAIN.match(text, at + 1)
    if not before or not after or before.group().startswith("."):
        return "", at
    return f"{before.group()}@{after.group()}".lower(), at - len(before.group())


def _belongs_to_an_office(address: str) -> bool:
    local, _, domain = address.partition("@")
    if domain.endswith(_RESERVED):
        return True
    parts = re.split(r"[._+\-\d]+", local)
    return any(part in _OFFICE for part in parts) or bool(_OFFICE_PART.search(local))


def _is_something_else(number: str) -> bool:
    """``2018-2020`` is a span of years; ``+1 500 000`` is money, unless it is longer than that."""
    if _YEARS.match(number):
        return True
    digits = sum(c.isdigit() for c in number)
    return digits <= _LONGEST_AMOUNT and bool(_THOUSANDS.match(number))


def _mask_email(address: str) -> str:
    """Enough to find it in the file, not enough to publish it again in a log."""
    local, _, domain = address.partition("@")
    return f"{local[:1]}…@{domain}"


def _mask_phone(number: str) -> str:
    return f"{number[:4].rstrip()}…"
