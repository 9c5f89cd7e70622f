"""A printed plan as a tagged PDF: HTML and its style sheet come in, the file goes out.

WeasyPrint lays it out and marks it up for screen readers (PDF/UA-1). It is given
no way to load anything: every request that is not for one of our own drawings,
which are in memory, is refused, whatever its scheme. It is an optional extra,
so that a site is built without it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from openroadmap.render.document import PrintedPlan

VARIANT = "pdf/ua-1"


class PdfError(RuntimeError):
    """Raised if WeasyPrint, or a library of the system that it stands on, is not installed."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """``boxed`` are the letters that no font here has, in their order in Unicode."""

    data: bytes
    boxed: str


def write_pdf(printed: PrintedPlan, today: date) -> Pdf:
    """The PDF of a plan; the same bytes on every machine that has the same fonts.

    ``today`` is the day that the file says it was made. Raises ``PdfError``.
    """
    weasyprint = load()
    fetcher = _fetcher(weasyprint, printed.assets)
    head = f'<meta name="dcterms.created" content="{today.isoformat()}">'
    head += f'<meta name="dcterms.modified" content="{today.isoformat()}"></head>'
    html = weasyprint.HTML(
        string=printed.html.replace("</head>", head, 1), url_fetcher=fetcher, base_url=None
    )
    style = weasyprint.CSS(string=printed.style, url_fetcher=fetcher, base_url=None)
    with _quiet():
        document = html.render(stylesheets=[style], pdf_variant=VARIANT)
        data = document.write_pdf(pdf_variant=VARIANT)
    boxed = {letter for font in document.fonts.values() for letter in font.missing}
    return Pdf(data, "".join(map(chr, sorted(boxed))))


def load() -> Any:
    """WeasyPrint, loaded when a PDF is asked for. Raises ``PdfError`` with the reason."""
    try:
        import weasyprint
    except ImportError as missing:
        raise PdfError(str(missing)) from None
    except OSError as missing:  # Pango, HarfBuzz or fontconfig is not there
        raise PdfError(str(missing).strip().splitlines()[0]) from None
    return weasyprint


def _fetcher(weasyprint: Any, assets: Mapping[str, bytes]) -> Callable[[str], Any]:
    """What WeasyPrint asks for everything that is not in the document itself."""
    urls = weasyprint.urls

    class OwnDrawings(urls.URLFetcher):
        """Gives our own drawings; opens no file and no connection, ever."""

        def fetch(self, url: str, headers: object = None) -> Any:
            if url not in assets:
                raise ValueError(f"refused: {url[:80]}")
            return urls.URLFetcherResponse(url, assets[url], {"Content-Type": "image/svg+xml"})

    return OwnDrawings()


@contextmanager
def _quiet() -> Iterator[None]:
    """WeasyPrint speaks of style rules and of links without an anchor: nothing for an editor."""
    logger = logging.getLogger("weasyprint")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)
