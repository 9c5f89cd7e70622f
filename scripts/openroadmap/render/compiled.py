"""Compiled templates, kept between runs as Python keeps its own code.

In come a project's cache and who compiles; out comes a store for a Jinja
environment. What comes with a package is kept in our theme's folder, where it
outlives the cache of a project, as byte code does; an adopter's own templates
stay in the project's cache, and so does everything where ours cannot be
written. All of it is code: neither folder may be restored from a stranger's run.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from pickle import UnpicklingError

import jinja2
from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

from openroadmap import theme_dir


class CompiledTemplates(FileSystemBytecodeCache):
    """``own`` are the adopter's folders of templates and ``maker`` is the file of our code that
    decides what is made of a template; ``lang`` is set where it is made for one language."""

    def __init__(
        self, project: Path, own: Iterable[Path | str], maker: str, lang: str = ""
    ) -> None:
        super().__init__("", "%s.cache")  # keys are whole paths
        project.mkdir(parents=True, exist_ok=True)
        self._own = tuple(f"{folder}{os.sep}" for folder in own)
        self._project = project
        self._shared = _beside_python() or project
        self._maker = Path(maker).read_text("utf-8")
        self._lang = lang

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The path of the file, whose folder depends on whose template it is."""
        is_own = not filename or filename.startswith(self._own)
        folder = self._project if is_own else self._shared
        return str(folder / super().get_cache_key(f"{self._lang}{name}", filename))

    def get_source_checksum(self, source: str) -> str:
        return super().get_source_checksum(f"{jinja2.__version__} {self._maker}{source}")

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except (EOFError, ValueError, TypeError, UnpicklingError):
            bucket.reset()  # half written: it is compiled again

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):  # a full disk: it is compiled again next time
            super().dump_bytecode(bucket)


def _beside_python() -> Path | None:
    """Where Python would keep the code of our theme, if it may."""
    folder = Path(cache_from_source(str(theme_dir() / "main.html"))).parent
    if not sys.dont_write_bytecode:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            return folder if os.access(folder, os.W_OK) else None
    return None
