"""What a page of the site may load and run: the Content-Security-Policy, as one line of text.

Every page carries it, the error page too. No script and no style in a page is
inline, so nothing needs a hash or an exception: the JSON-LD that a page says of
itself is a block of data, which no browser runs and no policy concerns. Only
what our pages use is allowed, with one exception: fonts of the site itself,
which our own theme does without but that of an adopter may bring, and which can
do no harm.
"""

from __future__ import annotations

POLICY = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
)
ASKS_SITE = "connect-src 'self'"
"""The page asks its own site for more: a list to filter, or whether there is something newer."""

RUNS_WASM = "script-src 'self' 'wasm-unsafe-eval'"
"""The page runs WebAssembly of its own site: the search. It allows no script beyond that."""

FURTHER: dict[str, tuple[str, ...]] = {
    "explore": (ASKS_SITE,),
    "search": (RUNS_WASM, ASKS_SITE),
}
"""What pages of one kind may do beyond the policy of all, by the kind of page.

A directive named here takes the place of the one of that name above.
"""


def content_policy(serving: bool, kind: str = "") -> str:
    """The policy of a kind of page; "" is any that is not named above."""
    further = FURTHER.get(kind, ())
    own = {directive.split()[0] for directive in further}
    every = [each for each in POLICY if each.split()[0] not in own]
    every += further
    if serving and "connect-src" not in own:  # asks whether there is something newer to show
        every.append(ASKS_SITE)
    return "; ".join(every)
