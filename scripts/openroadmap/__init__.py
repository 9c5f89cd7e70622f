"""OpenRoadmap: publishes open-government action plans from files kept in git."""

from __future__ import annotations

from pathlib import Path

__version__ = "0.1.0"


def theme_dir() -> Path:
    """The folder of our templates and styles.

    An installed package carries it inside; in a checkout it stands at the
    project's root, where designers find it.
    """
    package = Path(__file__).resolve().parent
    inside = package / "theme"
    return inside if inside.is_dir() else package.parents[1] / "theme"
