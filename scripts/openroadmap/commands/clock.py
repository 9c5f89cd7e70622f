"""The day a command speaks of: the one asked for, the one of a reproducible build, or today."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta

_MOST_DIGITS = 11
"""Seconds until the year 5138; a calendar ends soon after."""


def as_of(asked: date | None) -> date:
    """The civil date in UTC.

    ``SOURCE_DATE_EPOCH`` (seconds, reproducible-builds.org) stands for today
    when it is set. Raises ``ValueError`` when it is no such number.
    """
    if asked is not None:
        return asked
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        if not epoch.isascii() or not epoch.isdigit() or len(epoch) > _MOST_DIGITS:
            raise ValueError(epoch)
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now(UTC).date()


def latest_day(today: date) -> date:
    """The last day on which anything can have happened; ``today`` may lie in the past or ahead.

    A day more is given, for clocks that are a little fast.
    """
    return max(today, datetime.now(UTC).date()) + timedelta(days=1)
