"""Put a check into words: findings and a format in, text to print out."""

from __future__ import annotations

from datetime import date

from openroadmap.commands.check import Checked
from openroadmap.commands.project import Project
from openroadmap.i18n import Translator
from openroadmap.report import FORMATS
from openroadmap.report.report import Report, Screen, tell_all


def say(
    checked: Checked, project: Project, day: date, form: str, words: Translator, screen: Screen
) -> str:
    """The whole report."""
    report = Report(
        lines=tell_all(checked.findings, words),
        words=words,
        today=day,
        files=len(checked.files),
        plans=len(checked.plans),
        site_url=project.site_url,
        screen=screen,
    )
    return FORMATS[form](report)
