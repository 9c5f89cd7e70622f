"""What is loaded before it is known to be needed: nothing that only a change calls for."""

from __future__ import annotations

import subprocess
import sys

LOADED = "import sys, openroadmap.mkdocs_plugin.run; print(*sorted(sys.modules))"


def test_a_build_of_an_unchanged_site_loads_neither_models_nor_rules() -> None:
    """These take longer to load than such a build takes to do its work."""
    ran = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.split())
    assert "openroadmap.mkdocs_plugin.plugin" in loaded
    late = {"pydantic", "openroadmap.rules", "openroadmap.views.commitment"}
    assert not loaded & late
