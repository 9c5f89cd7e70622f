"""What every part of a site is made with: its words, its packs and its templates.

An order comes in, the same ready things go out until it changes.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from openroadmap.commands.order import Order
from openroadmap.i18n import translator
from openroadmap.read.files import PackFile, walk_packs
from openroadmap.read.packs import PackReading, read_packs
from openroadmap.render.html import Bodies, open_bodies
from openroadmap.views.forge import forge_for
from openroadmap.views.linked import LinkedSite
from openroadmap.views.setting import Setting


def packs_of(order: Order) -> PackReading:
    """Every pack of standards that the site knows."""
    return _packs(order, walk_packs(order.root)[0])


@lru_cache(maxsize=4)
def _packs(order: Order, own: tuple[PackFile, ...]) -> PackReading:
    """All packs; ``own`` are the files of the site's, so that a change of one is seen."""
    return read_packs(order.root)


@lru_cache(maxsize=4)
def setting_of(order: Order) -> Setting:
    """What every page knows of the site."""
    forge = forge_for(order.repo_url, order.branch, order.forge)
    return Setting(translator(order.lang), order.today, forge, order.name, bool(order.pdf))


def bodies_of(order: Order) -> Bodies:
    """The templates of the order's language."""
    site = LinkedSite(order.url, order.name, order.licence_url, order.search)
    return _opened(order.lang, order.own_bodies, order.cache, site, order.templates)


@lru_cache(maxsize=4)
def _opened(
    lang: str, own: tuple[Path, ...], cache: Path | None, site: LinkedSite, stamp: bytes
) -> Bodies:
    """The templates as of a stamp: whoever edits one while serving sees the change."""
    return open_bodies(translator(lang), own, cache / "bodies" if cache else None, site)
