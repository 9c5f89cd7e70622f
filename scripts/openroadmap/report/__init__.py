"""Findings in words: one file a format. In come findings, out comes text to print.

``FORMATS`` is the one list of formats; each takes a ``Report`` and returns
the whole output as a string.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from openroadmap.report.github import github
from openroadmap.report.gitlab import gitlab
from openroadmap.report.json import as_json
from openroadmap.report.markdown import markdown
from openroadmap.report.report import Report
from openroadmap.report.sarif import sarif
from openroadmap.report.text import text

FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": text,
    "json": as_json,
    "markdown": markdown,
    "github": github,
    "gitlab": gitlab,
    "sarif": sarif,
}
