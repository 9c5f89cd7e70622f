"""The day a command speaks of: the one asked for, the one of a reproducible build, or today."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def as_of(asked: date | None) -> date:
    """The civil date in UTC.

    ``SOURCE_DATE_EPOCH`` (seconds, reproducible-builds.org) stands for today
    when it is set. Raises ``ValueError`` when it is not a number.
    """
    if asked is not None:
        return asked
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now(UTC).date()
