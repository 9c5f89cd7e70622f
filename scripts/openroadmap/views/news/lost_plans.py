"""Plans whose folder is gone among the news of the site: their ids and their day, and no word more.

They have no page of their own; the year of the site is where they stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from openroadmap.model.dates import parse_date
from openroadmap.model.facts import NO_FACTS, History, Lost
from openroadmap.model.site import PlanContext, PlanRecords
from openroadmap.views.news.begun import year_address
from openroadmap.views.news.changes_site import NewsPiece, by_quarter
from openroadmap.views.news.desk import Desk
from openroadmap.views.news.piece import News, NewsKind
from openroadmap.views.setting import Setting


def lost_pieces(lost: Iterable[Lost], setting: Setting) -> Iterator[NewsPiece]:
    """What the pages and feeds of the site tell of each; those without a known day are left out."""
    for each in lost:
        if news := _news(each, setting):
            yield NewsPiece(
                member=each.member,
                plan=each.id,
                address="",
                example=False,
                history=History.FULL,
                counts=by_quarter([news]),
                news=(news,),
                undated=0,
                removed=0,
                institutions=(),
                policy_areas=(),
            )


def years_of_lost(lost: Iterable[Lost], today: date) -> set[str]:
    """The years of these news, without telling any."""
    return {str(each.last.year) for each in lost if each.last and each.last <= today}


def _news(lost: Lost, setting: Setting) -> News | None:
    records = PlanRecords(lost.id, PlanContext(lost.member, None, {}))
    when = parse_date(lost.last.isoformat()) if lost.last else None
    news = Desk(records, NO_FACTS, setting).news(
        NewsKind.LOST,
        ("plan", lost.id),
        when,
        title=lost.id,
        text=setting.words.gettext(
            "The record of this plan is no longer on this site. The history of the repository "
            "still has it."
        ),
    )
    if news is None:
        return None
    permanent = f"{year_address(news.first[:4])}#q{news.quarter}"
    return replace(news, plan_address="", permanent=permanent)
