"""Honest texts of the largest size, with all that Markdown has, to hold hostile ones against."""

from __future__ import annotations

from openroadmap.read.texts.caps import FIELD_CAPS, PAGE_CAPS
from openroadmap.render.prose import markdown_to_html
from yardstick import Yardstick

SECTION = """\
## What will be done

The department will publish the **budget** for 2018-2020 as [open data](https://example.org/a), with
a *public register* of contracts; partners meet each quarter, and the minutes go online. What was
asked for is answered; what was not is said in [the log](/log/), with its reason and its date.

- a list of `data` by September 2019
- a workshop in each region
    1. with minutes

| Year | Money | For                                                                    |
|------|-------|------------------------------------------------------------------------|
| 2026 | 100   | schools, roads, and the water works of the eastern and western regions |

> As the council said.

"""
FIELD = SECTION * (FIELD_CAPS.characters // len(SECTION))
PAGE = SECTION * (PAGE_CAPS.characters // len(SECTION))

AN_HONEST_FIELD = Yardstick(lambda: markdown_to_html(FIELD))
AN_HONEST_PAGE = Yardstick(lambda: markdown_to_html(PAGE, page=True))
