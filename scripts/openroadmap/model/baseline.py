"""The plan as adopted: its promise and that of each commitment, frozen with digests."""

from openroadmap.model.commitment import Promise
from openroadmap.model.fields import DateField, Id, Line, Record, many, may, must
from openroadmap.model.member import PlanPromise


class Frozen(Promise):
    """The promise of one commitment as it was adopted."""

    withdrawn_on: DateField | None = may(
        "Withdrawn on", "When it had been withdrawn, where that was before the plan was frozen.",
        "2025-05-01",
    )
    digest: Line = must("Digest", "SHA-256 of all of the commitment above, in hexadecimal digits.")


class Baseline(Record):
    """The plan as adopted. Written by `openroadmap adopt` and never edited."""

    id: Id = must("Id", "Always baseline.", "baseline")
    seal: Line | None = may(
        "Seal", "SHA-256 of all lines below this one, in hexadecimal digits."
    )
    """The reader leaves it out where it does not fit: what has a seal needs no further proof."""

    frozen_on: DateField = must("Frozen on", "The day of which it speaks.", "2025-06-26")
    digest: Line = must("Digest", "SHA-256 of all that follows, in hexadecimal digits.")
    plan: PlanPromise = must("Plan", "What the plan says of itself.")
    commitments: tuple[Frozen, ...] = many("Commitments", "The promise of each commitment.")
