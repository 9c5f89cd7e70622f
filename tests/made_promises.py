"""Promises made up for tests: data of any record, full of words that YAML may misunderstand."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from openroadmap.model.table import table

ODD = (
    *("every", "contract", "and", "when", "it", "was", "paid", "Größe", "你好", "naïve", "…"),
    *("#", "# x", "#x", ":", "x:", "- a", "-", "?", "'", "''", '"', "|", ">", "|-", "%", "@", "`"),
    *("&a", "*b", "!t", "[x]", "{x: y}", "{{ x }}", "\\n", "\\", "<<", "=", "~", "null", "yes"),
    *("NO", "2026-01-01", "12:30", "010", "0x1f", "1.10", "1_000", "---", "...", ",", "a" * 120),
)
"""Words that mean something in YAML, or that other readers of YAML take for something else."""
LINES = st.lists(st.sampled_from(ODD), min_size=1, max_size=6).map(" ".join)
PROSE = st.lists(LINES, min_size=1, max_size=2).map("\n\n".join)
DATES = st.sampled_from(["2025", "2026-Q3", "2026-09", "2026-09-30", "2027-03-31"])
IDS = st.sampled_from(["m1", "m2", "m3", "m4"])
BY_FORM = {"line": LINES, "prose": PROSE, "name": LINES, "date": DATES, "id": IDS}


def made(model: type[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Data of any record or part of one, with fields there or not."""
    must, may = {}, {}
    for name, field in table(model).items():
        one = made(field.model) if field.model else BY_FORM[field.form]
        form = st.lists(one, min_size=1, max_size=2) if field.many else one
        if name == "milestones":
            form = st.lists(one, max_size=4, unique_by=lambda each: each["id"])
        (must if field.required else may)[name] = form
    return st.fixed_dictionaries(must, optional=may)
