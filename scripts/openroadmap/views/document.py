"""A plan as one printed document: its cover and its table of contents.

In come a plan's records and what a reader of paper must be told, for the paper
goes where the site does not; out comes all that the first pages show. The
chapters themselves are the pages of the plan and of its commitments.
"""

from __future__ import annotations

from typing import ClassVar

from openroadmap.immutable import immutable
from openroadmap.model.site import PlanRecords
from openroadmap.views.around import (
    example_notice,
    in_plan_order,
    keeper_words,
    plan_crumbs,
    plan_title,
)
from openroadmap.views.cards import commitments_words
from openroadmap.views.dates import words_for_period
from openroadmap.views.setting import Setting, commitment_address, plan_address, record_file


@immutable
class Chapter:
    """One page of the site as a part of the document."""

    id: str
    """Its anchor in the document."""
    address: str
    """The page's address from the site's root."""
    title: str
    """What it is called."""
    number: str
    """The commitment's number in the plan as published, else OGP's id, or ""."""


@immutable
class DocumentView:
    """What stands before the chapters of a printed plan."""

    kind: ClassVar[str] = "document"
    address: str
    """The plan's address from the site's root."""
    title: str
    """The plan's title."""
    description: str
    """A sentence for whoever looks for the document, Markdown."""
    source: str
    """The record's file in the repository."""
    site: str
    """The site's name."""
    place: str
    """The member's name."""
    period: str
    """From when to when, in words, or ""."""
    size: str
    """How many commitments are recorded, in words."""
    as_of: str
    """The day that the document speaks of, in words."""
    kept_by: str
    """Who keeps the record, in a sentence, or ""."""
    url: str
    """Where the plan is published and kept up to date, or ""."""
    licence: str
    """The licence of the texts, or ""."""
    licence_url: str
    """Where it can be read, or ""."""
    notice: str
    """That all of it is invented, in a sentence, or ""."""
    notice_brief: str
    """The same in a few words, for the head of every page, or ""."""
    chapters: tuple[Chapter, ...]
    """The plan and then its commitments, in the plan's order."""


def document_path(records: PlanRecords) -> str:
    """Where the document of a plan lies, with a name that says which when it was downloaded."""
    return f"{plan_address(records)}{records.context.member_id}-{records.id}.pdf"


def view_document(
    records: PlanRecords, setting: Setting, site_url: str, licence: tuple[str, str]
) -> DocumentView:
    """The front of a plan's document; ``licence`` is its name and its address."""
    words, plan, address = setting.words, records.plan, plan_address(records)
    brief = words.gettext("Example: all of it is invented")
    return DocumentView(
        address=address,
        title=plan_title(records),
        description=(plan and (plan.summary or plan.vision)) or plan_title(records),
        source=record_file(records, "plan", records.id),
        site=setting.name,
        place=plan_crumbs(records, words, with_plan=False)[-1].text,
        period=words_for_period(plan.starts_on, plan.ends_on, words) if plan else "",
        size=commitments_words(len(records.commitments), words),
        as_of=words.day(setting.today),
        kept_by=keeper_words(plan, words),
        url=f"{site_url}{address}" if site_url else "",
        licence=licence[0],
        licence_url=licence[1],
        notice=example_notice(words) if records.example else "",
        notice_brief=brief if records.example else "",
        chapters=(
            Chapter("plan", address, words.gettext("The plan"), ""),
            *(
                Chapter(f"c-{each.id}", commitment_address(records, each.id), each.title,
                        each.number or each.ogp_id or "")
                for each in in_plan_order(records.commitments)
            ),
        ),
    )  # fmt: skip
