"""Sharing a large build out among the processors.

In come jobs and the function that makes one and keeps what it came to; when
it is over, most of them are kept, and out goes what this process made itself.
A job that a helper could not finish is simply not kept: the build makes it
again, and meets the reason itself.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from typing import Any, Protocol

log = logging.getLogger(__name__)

WORTHWHILE = 400
"""Files to be read. Below this, starting a helper costs more than it saves."""

MOST = 8
"""Processes. Each needs some 80 MB."""


class Weighed(Protocol):
    """Anything that knows how much work it is."""

    @property
    def weight(self) -> int: ...


def share_out(
    jobs: Sequence[Any], keep: Callable[[Any], Any], prepare: Callable[[], object]
) -> list[Any]:
    """Do the jobs on all processors; nothing where it is not worth while or cannot be done.

    Helpers are copies of this process, which only Linux makes safely, and only
    while there is no second thread: a served site is built by one process.
    ``prepare`` loads what all of them need, once and into memory that they share.
    """
    count = min(_processors(), MOST, len(jobs))
    if count < 2 or sum(job.weight for job in jobs) < WORTHWHILE or not _can_fork():
        return []
    prepare()
    shares = deal(jobs, count)
    context = get_context("fork")
    helpers = [context.Process(target=_work, args=(share, keep)) for share in shares[1:]]
    for helper in helpers:
        helper.start()
    made = list(_made(shares[0], keep))
    for helper in helpers:
        helper.join()
    return made


def deal(jobs: Sequence[Any], count: int) -> list[list[Any]]:
    """Even shares: the heaviest job first, always to whoever has least."""
    shares: list[list[Any]] = [[] for _ in range(count)]
    loads = [0] * count
    for job in sorted(jobs, key=lambda job: -job.weight):
        least = loads.index(min(loads))
        shares[least].append(job)
        loads[least] += job.weight
    return shares


def _work(share: Sequence[Any], keep: Callable[[Any], Any]) -> None:
    """A helper's life: it need not remember what it kept."""
    for _ in _made(share, keep):
        pass


def _made(share: Sequence[Any], keep: Callable[[Any], Any]) -> Iterator[Any]:
    for job in share:
        try:
            yield keep(job)
        except Exception:  # the build meets it again, and tells it there
            log.info("A part is left to the build", exc_info=True)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _can_fork() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1
