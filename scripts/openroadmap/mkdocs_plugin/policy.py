"""What a page of the site may load and run: the Content-Security-Policy, as one line of text.

Every page carries it, the error page too. Nothing in a page is inline, so
nothing needs a hash or an exception.
"""

from __future__ import annotations

POLICY = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
)
WHILE_SERVING = "connect-src 'self'"
"""The page asks the local server whether there is something newer to show."""


def content_policy(serving: bool) -> str:
    return "; ".join((*POLICY, WHILE_SERVING) if serving else POLICY)
