"""MkDocs' own writing, led into our outlet for the time of one build.

MkDocs wipes the site's folder and then writes page by page. There is no hook
for this, so three functions of it are replaced until the build is over.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs import utils

from openroadmap.mkdocs_plugin.outlet import Outlet
from openroadmap.mkdocs_plugin.shells import LATER

_LATER = LATER.encode()
_REPLACED = ("clean_directory", "write_file", "copy_file")


@dataclass(slots=True)
class Redirect:
    outlet: Outlet
    originals: dict[str, Callable[..., None]] = field(default_factory=dict)

    def begin(self) -> None:
        self.originals = {name: getattr(utils, name) for name in _REPLACED}
        utils.clean_directory = _leave_as_it_is
        utils.write_file = self._write_file
        utils.copy_file = self._copy_file

    def end(self) -> None:
        for name, original in self.originals.items():
            setattr(utils, name, original)
        self.originals = {}

    def _write_file(self, content: bytes, output_path: str) -> None:
        if content == _LATER:
            return
        below = output_path[len(str(self.outlet.folder)) + 1 :]
        self.outlet.put(below.replace("\\", "/"), content)

    def _copy_file(self, source_path: str, output_path: str) -> None:
        self._write_file(Path(source_path).read_bytes(), output_path)


def _leave_as_it_is(directory: str) -> None:
    """The outlet removes what is stale, once everything else has gone well."""
