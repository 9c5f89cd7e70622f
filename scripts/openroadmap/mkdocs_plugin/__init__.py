"""MkDocs as our publisher: the only room that knows it."""

from __future__ import annotations

from openroadmap.mkdocs_plugin.plugin import OpenRoadmapPlugin

__all__ = ["OpenRoadmapPlugin"]
