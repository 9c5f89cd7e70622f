"""Words that stand where the real ones are still to come.

In: a text. Out: each placeholder in it. A word such as "TBD" counts when it is
all there is, or stands where a value should (after a colon, in brackets); a
sentence about what is to be determined is an honest sentence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from .faults import TextFault, fault, quote, without_code

_LONGEST_WHOLE: Final = 60

_WHOLE: Final = frozenset(
    {"tbd", "tbc", "tba", "todo", "fixme", "xx", "xxx", "test", "placeholder", "asdf"}
    | {f"to be {word}" for word in ("determined", "confirmed", "defined", "completed", "added")}
    | {f"to be {word}" for word in ("announced", "decided", "advised", "filled in", "provided")}
    | {"insert text", "insert text here", "enter text here", "type here", "your text here"}
    | {"click or tap here to enter text", "click here to enter text", "choose an item"}
    | {"click or tap to enter a date", "coming soon", "fill in", "sample text", "dd/mm/yyyy"}
    | {f"a {word}" for word in ("completer", "definir", "confirmer", "preciser", "determiner")}
    | {f"a {word}" for word in ("venir", "remplir", "renseigner", "confirmar", "determinar")}
    | {"a completar", "jj/mm/aaaa", "dd/mm/aaaa", "choisissez un element", "elija un elemento"}
    | {"cliquez ou appuyez ici pour entrer du texte", "cliquez ici pour entrer du texte"}
    | {f"por {word}" for word in ("definir", "determinar", "confirmar", "completar", "precisar")}
    | {"pendiente", "pendiente de definir", "pendiente de confirmar", "pendiente por definir"}
    | {"haga clic o pulse aqui para escribir texto", "haga clic aqui para escribir texto"}
)
_PROMPT = (
    r"insert|enter|specify|fill in|name of|inserer|insérer|indiquer|compléter|préciser|nom d[eu]"
    r"|insertar|indicar|completar|especificar|nombre de"
)
_EMBEDDED = re.compile(
    rf"""
    (?P<filler>lorem\ ipsum)
    | (?P<field>
        (?<![\w/=$])\{{\{{?[^{{}}\n]{{1,60}}\}}\}}?       # {{name of the lead}}
        | \[(?:{_PROMPT})\b[^\[\]\n]{{0,60}}\](?![(\[:])  # [insert the lead]
        | <(?:{_PROMPT})\b[^<>\n]{{0,60}}>
        | click\ or\ tap\ (?:here\ )?to\ enter
        | cliquez\ ou\ appuyez\ ici\ pour
        | haga\ clic\ o\ pulse\ aqu[ií]\ para
      )
    | (?P<digits>
        \b20xx(?:[/.\-]xx){{0,2}}\b
        | \bxx[/.]xx(?:[/.]\w{{2,4}})?\b                    # of a date
        | (?<!\w)x{{4,}}(?!\w)                            # XXXX is no Roman numeral either
        | [$€£]\ ?x{{2,}}\b
        | \bxx+\ ?%
      )
    | (?P<value>
        [(\[]\ *tb[dca]\ *[)\]]
        | (?:^|[:|–—])[ \t]*tb[dca]\.?[ \t]*(?=$|[\n|;,(])
      )
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
# Signs that each of the above needs, searched for first because it is quick.
_SIGNS: Final = ("{", "xx", "tb", "lorem", " tap ", "appuyez ici", "pulse aqu")
_PROMPT_SIGN = re.compile(rf"[\[<](?:{_PROMPT})\b")
_EXPLAINED = re.compile(r"to be \w+\s*\Z", re.IGNORECASE)
_BEFORE = 24


def find_placeholders(text: str) -> Iterator[TextFault]:
    """T01, over the whole of the text or at each place in it."""
    if len(text) <= _LONGEST_WHOLE and _stands_alone(text):
        yield fault("T01", "whole", text, 0, found=quote(text))
    elif _may_hold_one(text):
        yield from _find_embedded(text)


def _may_hold_one(text: str) -> bool:
    low = text.lower()
    for sign in _SIGNS:  # a loop is twice as quick as any() here
        if sign in low:
            return True
    return bool(_PROMPT_SIGN.search(low))


def _find_embedded(text: str) -> Iterator[TextFault]:
    for match in _EMBEDDED.finditer(without_code(text)):
        variant, start = str(match.lastgroup), match.start(str(match.lastgroup))
        if variant == "value" and not _is_missing_value(text, match):
            continue
        yield fault("T01", variant, text, start, found=quote(match.group().strip(" :|–—\t")))


def _stands_alone(text: str) -> bool:
    """Whether the text is nothing but a placeholder, or nothing but dots and dashes."""
    words = text.strip(" \t\n.:;!?…()[]{}<>*_-–—#/\\'\"«»")
    if not words:
        return bool(text.strip())
    return _without_accents(words.lower()) in _WHOLE


def _without_accents(words: str) -> str:
    if words.isascii():
        return words
    return "".join(c for c in unicodedata.normalize("NFD", words) if not unicodedata.combining(c))


def _is_missing_value(text: str, match: re.Match[str]) -> bool:
    """In capitals, and not the abbreviation that follows its own meaning."""
    if not re.search("TB[DCA]", match.group()):
        return False
    return not _EXPLAINED.search(text[max(0, match.start() - _BEFORE) : match.start()])
