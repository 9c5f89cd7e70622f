"""Sharing a large piece of work out among the processors.

In come jobs and the function that does one; out goes what this process made
itself, and whether every job was done by somebody. A job that failed is simply
not done: whoever shared it out does it again, and meets the reason itself.

Or in come two things that need not wait for each other, and both are done at once.
"""

from __future__ import annotations

import logging
import mmap
import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from typing import Any, BinaryIO, Protocol, TypeVar

from openroadmap.immutable import immutable

log = logging.getLogger(__name__)

WORTHWHILE = 400
"""Files to be read or written. Below this, starting a helper costs more than it saves."""

MOST = 8
"""Processes. Each needs some 80 MB."""

_PILES = 2_048
"""Jobs are taken in no more piles than this: the row of their numbers must fit a pipe."""
_SIZE = 2
"""Bytes of a pile's number."""


T = TypeVar("T")


class Weighed(Protocol):
    """Anything that knows how much work it is."""

    @property
    def weight(self) -> int: ...


@immutable
class Shared:
    """What became of the jobs: ``made`` by this process, and ``whole`` when all were done."""

    made: Sequence[Any] = ()
    whole: bool = False


def share_out(
    jobs: Sequence[Any], do: Callable[[Any], Any], prepare: Callable[[], object] = lambda: None
) -> Shared:
    """Do the jobs on all processors; none where it is not worth while or cannot be done.

    Helpers are copies of this process, which only Linux makes safely, and only
    while there is no second thread: a served site is built by one process.
    ``prepare`` loads what all of them need, once and into memory that they share.
    """
    count = min(_processors(), MOST, len(jobs))
    if count < 2 or sum(job.weight for job in jobs) < WORTHWHILE or not _can_fork():
        return Shared()
    prepare()
    piles = pile_up(jobs)
    row = _row_of(len(piles))
    context = get_context("fork")
    helpers = []
    try:
        with suppress(OSError):  # too many processes: those that are there do all of it
            for _ in range(count - 1):
                helper = context.Process(target=_work, args=(piles, row, do))
                helper.start()
                helpers.append(helper)
        done = list(_done(_taken(piles, row), do))
    finally:
        for helper in helpers:
            helper.join()
        os.close(row)
    whole = None not in done and not any(helper.exitcode for helper in helpers)
    return Shared([each[0] for each in done if each], whole)


def at_once(work: Callable[[], T], meanwhile: Callable[[], object]) -> T:
    """What ``work`` comes to, which a helper does while this process does something else.

    Where there can be no helper, or it failed, this process does the one after the other.
    """
    carrier = _carrier() if _processors() > 1 and _can_fork() else None
    if carrier is None:
        meanwhile()
        return work()
    with carrier:
        helper = get_context("fork").Process(target=_carry, args=(work, carrier))
        with suppress(OSError):  # too many processes
            helper.start()
        try:
            meanwhile()
        finally:
            if helper.pid:
                helper.join()
        return _carried(carrier) if helper.exitcode == 0 else work()


def _carrier() -> BinaryIO | None:
    """A file in memory; None where there is none, as in a Python that is built for old systems."""
    try:
        return os.fdopen(os.memfd_create("work"), "w+b")
    except (AttributeError, OSError):
        return None


def _carry(work: Callable[[], Any], carrier: BinaryIO) -> None:
    """A helper's life: what the work came to goes where the other process can read it."""
    (done,) = _done(iter([work]), lambda each: each())
    if done is None:
        raise SystemExit(1)
    pickle.dump(done[0], carrier, pickle.HIGHEST_PROTOCOL)
    carrier.flush()


def _carried(carrier: BinaryIO) -> Any:
    with mmap.mmap(carrier.fileno(), 0, prot=mmap.PROT_READ) as seen:
        return pickle.loads(seen)  # noqa: S301 - a copy of this process wrote it, for it alone


def pile_up(jobs: Sequence[Any]) -> list[list[Any]]:
    """The jobs in the order in which they are to be taken: what takes longest must not be last."""
    heaviest_first = sorted(jobs, key=lambda job: -job.weight)
    return [heaviest_first[start::_PILES] for start in range(min(len(jobs), _PILES))]


def _row_of(count: int) -> int:
    """A pipe of numbers. Whoever is free reads the next one, so that all end together."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(number.to_bytes(_SIZE, "big") for number in range(count)))
    os.close(writing)
    return reading


def _taken(piles: Sequence[Sequence[Any]], row: int) -> Iterator[Any]:
    while number := os.read(row, _SIZE):
        yield from piles[int.from_bytes(number, "big")]


def _work(piles: Sequence[Sequence[Any]], row: int, do: Callable[[Any], Any]) -> None:
    """A helper's life: it need not remember what it made, only whether all went well."""
    failed = sum(1 for done in _done(_taken(piles, row), do) if done is None)
    if failed:
        raise SystemExit(1)


def _done(jobs: Iterator[Any], do: Callable[[Any], Any]) -> Iterator[tuple[Any] | None]:
    """What each job came to; None for one that failed."""
    for job in jobs:
        try:
            yield (do(job),)
        except Exception:
            log.info("A part of the work is left to be done again", exc_info=True)
            yield None


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _can_fork() -> bool:
    return sys.platform == "linux" and threading.active_count() == 1
