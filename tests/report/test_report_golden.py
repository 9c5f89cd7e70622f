"""A small broken project, checked and told in full: the words that people meet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openroadmap.commands.check import check_site
from openroadmap.commands.project import find_project
from openroadmap.commands.say import say
from openroadmap.i18n import translator
from openroadmap.report.report import Screen

BROKEN = Path(__file__).resolve().parents[1] / "sites" / "broken"


def told(form: str, today: date) -> str:
    checked = check_site(BROKEN, today)
    return say(checked, find_project(BROKEN), today, form, translator("en"), Screen(width=80))


@pytest.mark.parametrize("form", ["text", "markdown", "github"])
def test_the_words_for_a_broken_project_are_those_that_were_read_by_eye(
    form: str, today: date, golden: Callable[[Path, str], None]
) -> None:
    golden(Path(f"broken.{form}.txt"), told(form, today))


def test_the_output_at_a_terminal_fits_eighty_columns(today: date) -> None:
    """All but what is copied whole: an address, a command."""
    lines = [each for each in told("text", today).splitlines() if "://" not in each]
    assert [each for each in lines if len(each) > 80 and not each.lstrip().startswith("git ")] == []
