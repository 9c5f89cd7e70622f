"""The spine: read, check, measure, view, render. A project's folder in, a publication out.

A plan is the unit of work: what its pages come to depends on its own files,
its member's record, its sister plans' records and what the history says of
these files, and on nothing else. So a plan of which none of these changed is
taken over from the build before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from openroadmap.commands import memo, stored
from openroadmap.commands.crew import at_once, share_out
from openroadmap.commands.facts import history_of, key_of, lost_plans
from openroadmap.commands.order import Made, Order
from openroadmap.commands.product import Product, pack, unpack
from openroadmap.findings import Finding, sort_key
from openroadmap.history.lost_plans import lost_findings
from openroadmap.immutable import immutable
from openroadmap.model.kinds import plan_folder
from openroadmap.read.content import ContentPage
from openroadmap.read.files import MemberFiles, PlanFiles, RawFile, walk
from openroadmap.render.page import Page


@immutable
class Publication:
    """Everything the publisher needs: pages, further files, and what was found.

    ``boxed`` are the letters that no font has, with the document that they are in.
    """

    pages: tuple[Page, ...]
    findings: tuple[Finding, ...]
    files: tuple[tuple[str, stored.Data], ...] = ()
    boxed: tuple[tuple[str, str], ...] = ()

    def read(self) -> Publication:
        """The same with all of its further files in memory; not for large sites."""
        read = ((path, stored.bytes_of(data)) for path, data in self.files)
        return replace(self, files=tuple(read))


def assemble(order: Order, pages: Sequence[ContentPage] = ()) -> Publication:
    """The whole site of an order, without its frame; ``pages`` of content/ are checked along."""
    order = order.as_it_stands()
    files, strays = _walk(order)
    history = history_of(order.root, order.today, order.cache)
    lost = lost_plans(history.facts, files, order.today)
    maker = _Maker(replace(order, facts=history.facts, lost=lost))
    maker.share(maker.jobs(files), lambda: _produce().prepare(maker.order))
    members = [maker.member(each) for each in files]
    parts = [part for member in members for part in member]
    home, fixed = maker.home([member[0] for member in members]), maker.fixed()
    site = maker.site(parts)
    every = (home, *fixed, *site, *parts, maker.content(pages))
    findings = [*strays, *history.findings, *lost_findings(lost, {each.id for each in files})]
    findings += (finding for part in every for finding in part.findings)
    made = tuple(page for part in every for page in part.pages)
    further = tuple(file for part in every for file in part.files)
    boxed = [part.pieces.get("boxed") for part in parts] if order.pdf else []
    letters = tuple((file, said) for file, said in filter(None, boxed))
    return Publication(made, tuple(sorted(findings, key=sort_key)), further, letters)


def _walk(order: Order) -> tuple[tuple[MemberFiles, ...], tuple[Finding, ...]]:
    """Every file. What makes pages is loaded meanwhile, where no earlier build left any."""
    if order.starts_anew:
        return at_once(partial(walk, order.root), lambda: _produce().prepare(order))
    return walk(order.root)


@immutable
class Job:
    """A part of the site that can be made: its name in the cache, its key, and how.

    ``weight`` is how many files it is made of.
    """

    name: str
    key: str
    make: Callable[[], Made]
    weight: int = 1


SITE_PARTS = {
    "standards": 1, "explore": 5, "progress": 1, "changes": 1,
    "search": 1, "calendar": 1, "data": 5,
}  # fmt: skip
"""What is made of all members and plans together; the names in ``produce_site.MAKERS``, and as
how many files each is as much work for each member and plan."""

FIXED = {"rules": 60, "dictionary": 10, "schemas": 60}
"""What depends on no record; the names in ``produce_site.FIXED``, and as how many files of a
plan each is as much work."""


class _Maker:
    """Makes each part of an order, or takes it over from the build before."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.stamp = order.stamp()
        self.made: dict[str, Product] = {}
        self.planned: dict[str, Planned] = {}

    def jobs(self, members: Iterable[MemberFiles]) -> list[Job]:
        """What depends on no other part."""
        return [*(job for member in members for job in self._plans(member)[0]), *self._fixed()]

    def share(self, jobs: Iterable[Job], prepare: Callable[[], object]) -> None:
        """Make on all processors what no earlier build made, where that is worth while.

        Nothing without a cache: what another process made could not be kept.
        """
        places = ((job, self._file(job)) for job in jobs)
        missing = [job for job, file in places if file and not memo.holds(file, job.key)]
        made = share_out(missing, self.keep, prepare).made
        self.made.update((product.key, product) for product in made)

    def member(self, files: MemberFiles) -> list[Product]:
        """A member's own page first, then its plans."""
        jobs, context, reading = self._plans(files)
        plans = [self._part(job) for job in jobs]
        strays = repr((files.findings, self.order.lost_from(files.id))).encode()
        key = memo.digest([context.encode(), strays, *(plan.key.encode() for plan in plans)])
        below = [plan.pieces for plan in plans]
        own = Job(
            f"members/{files.id}", key, lambda: _produce().member(reading(), below, self.order)
        )
        return [self._part(own), *plans]

    def _plans(self, files: MemberFiles) -> Planned:
        """What is to be made of a member's plans, and what all of them depend on."""
        if files.id not in self.planned:
            self.planned[files.id] = self._planned(files)
        return self.planned[files.id]

    def _planned(self, files: MemberFiles) -> Planned:
        around = [files.id.encode(), *_bytes_of(files.files)]
        around += _bytes_of(raw for plan in files.plans for raw in plan.files if _is_plan(raw))
        context = memo.digest([self.stamp, *around])
        reading = _Once(lambda: _produce().read_member(files))
        jobs = [self._plan(files.id, plan, context, reading) for plan in files.plans]
        return jobs, context, reading

    def _plan(self, member: str, plan: PlanFiles, context: str, reading: _Once) -> Job:
        files = [raw.file for raw in plan.files]
        proven = key_of(self.order.facts, plan_folder(member, plan.id), files)
        own = (plan.id.encode(), *_bytes_of(plan.files), repr(plan.findings).encode(), proven)
        return Job(
            f"plans/{member}/{plan.id}",
            memo.digest([context.encode(), *own]),
            lambda: _produce().plan(plan, reading(), self.order),
            len(plan.files),
        )

    def home(self, members: list[Product]) -> Product:
        key = memo.digest([self.stamp, *(member.key.encode() for member in members)])
        below = [member.pieces for member in members]
        return self._part(Job("home", key, lambda: _produce().home(below, self.order)))

    def fixed(self) -> list[Product]:
        return [self._part(job) for job in self._fixed()]

    def _fixed(self) -> Iterable[Job]:
        for name, weight in FIXED.items():
            key = memo.digest([self.stamp, name.encode()])
            yield Job(name, key, partial(_make_fixed, name, self.order), weight)

    def site(self, parts: Sequence[Product]) -> list[Product]:
        """The parts that are made of all members and plans."""
        jobs = [self._site(name, parts) for name in SITE_PARTS]
        self.share(jobs, _site_makers)
        return [self._part(job) for job in jobs]

    def _site(self, name: str, parts: Sequence[Product]) -> Job:
        every = (name.encode(), repr(self.order.lost).encode())
        key = memo.digest([self.stamp, *every, *(part.key.encode() for part in parts)])
        pieces = [part.pieces for part in parts]
        make = partial(_make_site, name, pieces, self.order)
        return Job(name, key, make, weight=SITE_PARTS[name] * len(parts))

    def content(self, pages: Sequence[ContentPage]) -> Product:
        """What the rules find in the texts of content/; its pages are made elsewhere."""
        key = memo.digest([self.stamp, *(repr(page).encode() for page in pages)])
        return self._part(Job("content", key, lambda: _produce().content(pages)))

    def _part(self, job: Job) -> Product:
        if job.key in self.made:
            return self.made[job.key]
        file = self._file(job)
        if file and (kept := memo.load(file, job.key)):
            return unpack(job.key, file, kept)
        return self.keep(job)

    def keep(self, job: Job) -> Product:
        """Make a part, and keep it for the next build."""
        made = job.make()
        product = Product(
            job.key, tuple(made.findings), tuple(made.pages), memo.Pieces(made.pieces),
            tuple(made.files),
        )  # fmt: skip
        if file := self._file(job):
            head, bodies = pack(product)
            memo.save(file, job.key, head, *bodies)
            return unpack(job.key, file, head)
        return product

    def _file(self, job: Job) -> Path | None:
        """Where a part is kept between builds, if anything is."""
        return self.order.cache / f"{job.name}.part" if self.order.cache else None


class _Once:
    """A value that is made when first asked for."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make
        self._made: list[Any] = []

    def __call__(self) -> Any:
        if not self._made:
            self._made.append(self._make())
        return self._made[0]


Planned = tuple[list[Job], str, _Once]
"""The jobs of a member's plans, the key of what all of them depend on, and how to read it."""


def _produce() -> Any:
    """The rooms that make pages, loaded only when there is a page to make."""
    from openroadmap.commands import produce

    return produce


def _make_site(name: str, pieces: Sequence[memo.Pieces], order: Order) -> Made:
    return _site_makers()[name](pieces, order)


def _make_fixed(name: str, order: Order) -> Made:
    from openroadmap.commands.produce_site import FIXED as MAKERS

    return MAKERS[name](order)


def _site_makers() -> Any:
    from openroadmap.commands.produce_site import MAKERS

    return MAKERS


def _is_plan(raw: RawFile) -> bool:
    return raw.kind.name == "plan" and not raw.lang


def _bytes_of(files: Iterable[RawFile]) -> Iterable[bytes]:
    for raw in files:
        yield raw.file.encode()
        yield raw.raw
