"""The clauses that rules rest on: each once, with its address and how well it is proven.

OGP's are linked to OGP's own pages; principles of this project to their list,
which stands below the index of the rules.
"""

from __future__ import annotations

from openroadmap.i18n import N_
from openroadmap.rules.rule import Clause

_OGP = "https://www.opengovpartnership.org"

ACTION_PLAN = Clause(N_("OGP glossary: action plan"), f"{_OGP}/glossary/action-plan/", "S")
TEMPLATE = Clause(
    N_("OGP's commitment template, as seen on commitment ELG0006"),
    f"{_OGP}/members/elgeyo-marakwet-kenya/commitments/ELG0006",
    "S",
)
COMMITMENT_PAGE = Clause(
    N_("OGP's page of a commitment, for instance ELG0006"),
    f"{_OGP}/members/elgeyo-marakwet-kenya/commitments/ELG0006",
    "S",
)
LENS = Clause(N_("OGP glossary: relevance"), f"{_OGP}/glossary/relevance/", "S")
VERIFIABLE = Clause(N_("OGP glossary: verifiability"), f"{_OGP}/glossary/verifiability", "S")
COMPLETION = Clause(N_("OGP glossary: completion"), f"{_OGP}/glossary/completion/", "S")
REPOSITORY = Clause(N_("OGP glossary: repository"), f"{_OGP}/glossary/repository/", "S")
POLICY_AREAS = Clause(N_("OGP glossary: policy areas"), f"{_OGP}/glossary-cat/policy-areas", "S")
STANDARDS = Clause(
    N_("OGP Participation and Co-Creation Standards"),
    f"{_OGP}/ogp-participation-co-creation-standards/",
    "S",
)
REASONED_RESPONSE = Clause(
    N_("OGP glossary: reasoned response (minimum requirement 4.1)"),
    f"{_OGP}/glossary/reasoned-response/",
    "R",
)
PLAN_LENGTH = Clause(
    N_("OGP National Handbook: developing action plans"),
    f"{_OGP}/es/national-handbook/developing-action-plans/",
    "S",
)


def _principle(number: int, title: str) -> Clause:
    return Clause(title, f"/rules/#principle-{number}", "ours")


FACTS = _principle(
    1, N_("Principle 1: facts are reported, dates are computed, judgements are quoted")
)
NOTHING_INVENTED = _principle(2, N_("Principle 2: nothing is invented"))
DATED_EVIDENCE = _principle(3, N_("Principle 3: no closing status without dated evidence"))
KEEPS_HISTORY = _principle(4, N_("Principle 4: a promise keeps its history"))
ANSWERED = _principle(5, N_("Principle 5: every contribution gets an answer with a reason"))
TEACHES = _principle(6, N_("Principle 6: the checks teach"))
DATA_NEVER_CODE = _principle(7, N_("Principle 7: contributed files are data, never code"))
PRIVATE = _principle(8, N_("Principle 8: private by default"))

PRINCIPLES = (
    *(FACTS, NOTHING_INVENTED, DATED_EVIDENCE, KEEPS_HISTORY),
    *(ANSWERED, TEACHES, DATA_NEVER_CODE, PRIVATE),
)
"""The principles of this project that rules rest on, in their order."""

TRACKER = Clause(
    N_("The schema of Canada's public tracker, which this project follows here"),
    "https://github.com/open-data/ckanext-canada",
    "ours",
)
PARTNERS = Clause(
    N_("OGP's commitment template asks for partners; that there be one is ours"),
    TEMPLATE.url,
    "ours",
)
FRESH = Clause(
    N_("A repository is updated at least twice a year; that each commitment be is ours"),
    REPOSITORY.url,
    "ours",
)
