"""Records as they should be, for requirements and what is found of them.

Tests read them as records. A check's name comes in, an example goes out.
"""

from __future__ import annotations

from collections.abc import Mapping

EXAMPLES: Mapping[str, tuple[str, str]] = {
    "meeting": (
        "meetings/2026-03-03-forum.yml",
        "date: 2026-03-03\nkind: forum\nstatus: held\nopen_to: public\nplace: Town hall\n"
        "attendance:\n  government: 5\n  civil_society: 8\n"
        "minutes:\n  url: https://example.org/minutes/2026-03-03\n  published_on: 2026-03-10\n",
    ),
    "meeting-on-results": (
        "meetings/2026-09-30-results.yml",
        "date: 2026-09-30\nkind: implementation\nstatus: held\n"
        "attendance:\n  government: 6\n  civil_society: 11\n"
        "presented: [open-contracts, clinic-waits]\ncomments_collected: 14\n"
        "minutes:\n  url: https://example.org/minutes/2026-09-30\n  published_on: 2026-10-07\n",
    ),
    "papers": (
        "meetings/2026-03-03-forum.yml",
        "date: 2026-03-03\nkind: forum\nstatus: held\npapers_published_on: 2026-02-20\n",
    ),
    "forum": (
        "forum.yml",
        "name: Open Government Forum\nestablished_on: 2025-02-10\n"
        "remit: To prepare, follow and discuss the action plan.\n"
        "rules:\n  url: https://example.org/forum/rules\n  published_on: 2025-03-01\n"
        "  covers: [remit, membership, frequency]\n"
        "chairs:\n  - organisation: Office of the Mayor\n    sector: government\n"
        "  - organisation: Open Coast Collective\n    sector: civil_society\n",
    ),
    "plan": (
        "plan.yml",
        "title: Open Government Action Plan 2026–2028\nlevel: local\n"
        "starts_on: 2026-07-01\nends_on: 2028-06-30\nsubmitted_on: 2026-06-20\n"
        "term_ends_on: 2028-12-31\nprevious_plan_ended_on: 2025-12-31\n"
        "cocreation:\n  starts_on: 2026-02-02\n  ends_on: 2026-06-12\n"
        "monitoring_body: University of the Coast\nsite_url: https://example.org/open\n"
        "repository_url: https://example.org/open/documents\n"
        "point_of_contact:\n  title: Open government desk\n  url: https://example.org/desk\n",
    ),
    "endorsement": (
        "plan.yml",
        "title: Open Government Action Plan 2026–2028\nsubmitted_on: 2026-06-20\n"
        "endorsements:\n  - organisation: Open Coast Collective\n    sector: civil_society\n"
        "    endorsed_on: 2026-06-10\n    evidence:\n      - title: Minutes of 10 June 2026\n"
        "        url: https://example.org/minutes/2026-06-10\n",
    ),
    "timeline": (
        "cocreation/timeline.yml",
        "published_on: 2026-01-12\nopportunities:\n  - title: Send your ideas\n"
        "    opens_on: 2026-02-02\n    closes_on: 2026-03-15\n    mode: Online and by post\n",
    ),
    "outreach": (
        "outreach/2026-02-05-radio.yml",
        "date: 2026-02-05\ntitle: Radio hour on the new plan\nchannel: Radio\n"
        "audiences: [Fishing families]\nevidence:\n  - title: Recording\n"
        "    url: https://example.org/radio\n",
    ),
    "mechanism": (
        "mechanisms/ideas.yml",
        "title: Ideas online and on postcards\nopens_on: 2026-02-02\ncloses_on: 2026-03-15\n"
        "channels: [Online form, Postcard]\nopen_to: public\n",
    ),
    "response": (
        "responses/ward-budgets.yml",
        "contributions: [2026-02-27-ward-budgets]\ndecision: partly_accepted\n"
        "reason: Budgets by ward begin with two wards, because the accounts allow no more yet.\n"
        "commitments: [open-contracts]\npublished_on: 2026-05-20\n",
    ),
    "update": (
        "updates/2026-12-15-register.yml",
        "date: 2026-12-15\ncommitment: open-contracts\ncompletion: limited\n"
        "progress: The register is online with the contracts of one department.\n"
        "challenges: Older contracts exist on paper only.\n"
        "evidence:\n  - title: The register\n    url: https://example.org/contracts\n",
    ),
    "assessment": (
        "assessments/2026-08-inception.yml",
        "by: monitoring_body\nkind: inception\norganisation: University of the Coast\n"
        "published_on: 2026-08-10\nurl: https://example.org/inception\n",
    ),
    "attestation": (
        "attestations/period-collective.yml",
        'requirement: "3.3"\nclaim: appropriate_period\n'
        "by:\n  organisation: Open Coast Collective\n  sector: civil_society\n"
        "  role: Member of the forum\nattested_on: 2026-05-04\n"
        "text: Six weeks were enough for our groups to meet and answer.\n"
        "evidence:\n  - title: Minutes of our meeting\n    url: https://example.org/collective\n",
    ),
}
"""For each kind of example its file in the plan's folder, and what it says."""

_SHOWN_FOR: Mapping[str, tuple[str, ...]] = {
    "meeting": ("regular_dialogue", "cocreation_meeting", "quarterly_forum", "events_around"),
    "plan": (
        *("public_site", "commitment_count", "plan_length", "within_term", "monitoring_body"),
        *("refresh", "next_plan"),
    ),
    "update": ("repository", "site_updates", "some_progress"),
    "timeline": ("advance_notice",),
    "outreach": ("outreach", "several_channels"),
    "mechanism": ("input_mechanism",),
    "response": ("reasoned_response",),
    "meeting-on-results": ("open_implementation",),
    "forum": ("forum_exists", "forum_sides", "shared_chair", "varied_members"),
    "endorsement": ("endorsement",),
    "papers": ("papers_before",),
    "assessment": ("inception_assessment", "end_of_commitment"),
    "attestation": ("people",),
}
EXAMPLE_OF: Mapping[str, str] = {
    check: example for example, checks in _SHOWN_FOR.items() for check in checks
}
"""The example that shows what each check looks for; what only sums up others has none."""
