"""How each requirement is worked out, in plain words: a check's name comes in, its words go out.

Numbers stand in the packs and on the requirement's page, never here. A test
holds the list against the checks that there are.
"""

from __future__ import annotations

from openroadmap.i18n import N_
from openroadmap.immutable import immutable


@immutable
class CheckWords:
    """``how`` is Markdown, ``reads`` the kinds of record."""

    how: str
    reads: tuple[str, ...]


CHECK_WORDS = {
    "regular_dialogue": CheckWords(
        N_(
            "Meetings of the forum count when they were held, people from government and from "
            "civil society came, and the minutes are public. Between the start and the first of "
            "them, between one and the next, and between the last and today, no more time may "
            "lie than stated above. The forum's rules must be public and say what is listed "
            "above. In implementation the last meeting of co-creation is the starting point. A "
            "meeting that is planned in time keeps the state from being “at risk”."
        ),
        ("meeting", "forum", "plan"),
    ),
    "public_site": CheckWords(
        N_(
            "The records name what is listed above. Whether everybody can reach the site without "
            "a barrier no program can know: somebody has to try it, and vouch for it with a date. "
            "After a while that has to be done again."
        ),
        ("plan", "forum", "attestation"),
    ),
    "repository": CheckWords(
        N_(
            "Days are counted on which something was published or changed: progress reports, "
            "minutes, answers, the timetable. Several on one day count once, and a change of form "
            "alone does not count. Where the full history of the files is there, it proves the "
            "days. There must also be evidence of how the plan was made, and news of each "
            "commitment. In co-creation the twelve months from its start are one year."
        ),
        ("update", "meeting", "response", "timeline", "commitment"),
    ),
    "advance_notice": CheckWords(
        N_(
            "The day on which the timeline was published is compared with the first day of "
            "co-creation. The timeline must name at least one way to take part, with its dates. "
            "Where the full history of the files is there and shows the timeline in time, the "
            "proof is better than a typed date."
        ),
        ("timeline", "plan"),
    ),
    "outreach": CheckWords(
        N_(
            "An outreach activity counts when it has a date, evidence, and an audience other than "
            "government, and when people could still take part after it. Whether it reached "
            "anybody new, a program cannot know."
        ),
        ("outreach", "timeline", "mechanism"),
    ),
    "input_mechanism": CheckWords(
        N_(
            "A way to give input counts when it has a first and a last day, within co-creation, "
            "and at least one channel. Whether the period was long enough and the range of people "
            "wide enough, only people can say: somebody from outside government vouches for both, "
            "with evidence. The government's own word alone is never enough."
        ),
        ("mechanism", "attestation", "contribution"),
    ),
    "reasoned_response": CheckWords(
        N_(
            "Every contribution needs an answer that was public by the day of submission, with a "
            "reason where it was not simply accepted; or one report covers all. Where no "
            "contribution is recorded, nothing is said. How good a reason is, people judge."
        ),
        ("contribution", "response", "plan"),
    ),
    "open_implementation": CheckWords(
        N_(
            "A meeting counts when it was held, civil society came, results were presented, "
            "comments were collected and the minutes are public. Two on the same day count once. "
            "Each year is counted from the plan's first day. A last year that is shorter needs "
            "one meeting from six months on, and none below. A meeting may count for dialogue "
            "too, if it fulfils both."
        ),
        ("meeting", "plan"),
    ),
    "forum_exists": CheckWords(
        N_("A forum with a remit and with members or chairs was there while the plan was made."),
        ("forum", "meeting"),
    ),
    "forum_sides": CheckWords(
        N_("Among the forum's members and chairs are government and somebody from outside it."),
        ("forum",),
    ),
    "cocreation_meeting": CheckWords(
        N_(
            "A meeting counts when it was held during co-creation, somebody from outside "
            "government came, and the minutes are public."
        ),
        ("meeting", "plan"),
    ),
    "endorsement": CheckWords(
        N_(
            "An endorsement counts when it comes from outside government, from a member of the "
            "forum where its members are recorded, was given by the day of submission, and has "
            "evidence. An attestation from outside government serves as well."
        ),
        ("plan", "forum", "attestation"),
    ),
    "site_updates": CheckWords(
        N_(
            "The records name a website. Between the start and the first news, and from one to "
            "the next, no more time may lie than stated above. News are progress reports, "
            "minutes, answers and the timetable, by the days on which they were published."
        ),
        ("plan", "update", "meeting", "response"),
    ),
    "papers_before": CheckWords(
        N_("Every meeting of co-creation names a day, before it, on which its papers were public."),
        ("meeting",),
    ),
    "inception_assessment": CheckWords(
        N_(
            "The inception assessment is looked for among the reports, and the day of its "
            "publication compared with the day of submission."
        ),
        ("assessment", "plan"),
    ),
    "end_of_commitment": CheckWords(
        N_(
            "For each commitment that was reported complete, an end-of-commitment report is "
            "looked for, and its day compared with the day of completion."
        ),
        ("assessment", "update"),
    ),
    "commitment_count": CheckWords(
        N_(
            "The commitments on record are counted without those that were withdrawn; where the "
            "plan states a larger number, that number counts."
        ),
        ("commitment", "plan"),
    ),
    "plan_length": CheckWords(
        N_("The plan's last day is compared with its first."),
        ("plan",),
    ),
    "within_term": CheckWords(
        N_("The plan's last day is compared with the last day of the term of office."),
        ("plan",),
    ),
    "monitoring_body": CheckWords(
        N_(
            "A monitoring body is named, and no commitment names it as lead, partner or "
            "supporter. Names are compared letter by letter. Whether it is independent in truth, "
            "people judge."
        ),
        ("plan", "commitment", "attestation"),
    ),
    "refresh": CheckWords(
        N_("A plan long enough to need one names the day of its refresh."),
        ("plan",),
    ),
    "next_plan": CheckWords(
        N_(
            "The end of the last plan is compared with the submission of this one; after this "
            "plan's end, the next one is looked for among the member's plans."
        ),
        ("plan",),
    ),
    "all_required": CheckWords(
        N_("It sums up the minimum requirements: the worst of their states is its own."), ()
    ),
    "some_progress": CheckWords(
        N_(
            "The latest report on each commitment is looked at. One that moved is enough. Before "
            "a part of the plan's time has passed, nothing is said."
        ),
        ("update", "commitment"),
    ),
    "quarterly_forum": CheckWords(
        N_("Like the requirement on dialogue, with less time between two meetings."),
        ("meeting", "plan"),
    ),
    "shared_chair": CheckWords(
        N_("Among those who chair the forum are government and civil society."),
        ("forum",),
    ),
    "varied_members": CheckWords(
        N_("The sectors of the forum's members are counted."),
        ("forum",),
    ),
    "several_channels": CheckWords(
        N_("The different channels of outreach and of ways to give input are counted."),
        ("outreach", "mechanism"),
    ),
    "events_around": CheckWords(
        N_("The different places of meetings that were open to the public are counted."),
        ("meeting", "outreach"),
    ),
    "people": CheckWords(
        N_(
            "No program can decide this. Somebody who knows vouches for it: a named role of a "
            "named organisation, with a date and evidence. It holds for a time and then has to be "
            "said again. Who disagrees is shown beside it."
        ),
        ("attestation",),
    ),
}
"""By the name that packs give a check."""
