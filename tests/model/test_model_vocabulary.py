"""The lists of codes: whole, well formed, and of help to whoever mistypes a code."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from openroadmap.model.vocabulary import Vocabulary, vocabularies, vocabulary

LISTS = vocabularies()
each_list = pytest.mark.parametrize("words", LISTS.values(), ids=LISTS)

# OGP's policy areas as its website names them, so that none is lost when the
# list is edited.
OGP_POLICY_AREAS = """
Anti-Corruption and Integrity; Anti-corruption Institutions; Anti-Corruption Strategies; Asset
Disclosure; Audits; Beneficial Ownership; Conflicts Of Interest; Elections; Political Finance;
Lobbying; Open Contracting; Public Procurement; Right To Information; Whistleblower Protections;
Civic Space and Enabling Environment; Freedom of Assembly; Freedom of Association; Freedom of
Expression; Democratizing Decision-Making; Digital Participation; Mainstreaming Participation;
Regulatory Governance; Social Accountability; Digital Governance; Automated Decision-making; Data
Stewardship and Privacy; Digital Inclusion; Disinformation/Misinformation; Online Civic Space;
Environment & Climate; Climate Finance; Climate Mitigation and Adaptation; Environmental
Regulation; International Environmental Agreements; Fiscal Openness; Publication Of Budget/Fiscal
Information; Public Participation In Budget/Fiscal Policy; Oversight Of Budget/Fiscal Policies;
Stimulus and Economic Recovery; Tax; Debt; Inclusion; Gender; Gender-Based Violence; Economic
Inclusion; LGBTQIA+; People with Disabilities; Youth; Justice; Access to Justice; Open Justice;
Policing & Corrections; Judiciary; Open Parliaments; Public Service Delivery; Citizenship &
Immigration; Education; Health & Nutrition; Infrastructure & Transport; Water & Sanitation;
Capacity Building; Digital Transformation; Legislation; Regulation; Legislative Oversight; Open
Data
"""


@each_list
def test_a_list_says_what_it_is_and_where_it_comes_from(words: Vocabulary) -> None:
    assert words.title
    ogp = ("https://www.opengovpartnership.org/", "https://opengovpartnership.org/")
    assert words.source == "ours" or words.source.startswith(ogp)
    assert words.closed in (True, False)
    assert words.terms


@each_list
def test_every_code_is_plain_and_has_a_label(words: Vocabulary) -> None:
    joint = "_" if words.closed else "-"
    form = re.compile(rf"[a-z0-9]+({joint}[a-z0-9]+)*\Z")
    for term, label in words.terms.items():
        assert isinstance(term, str), f"{term!r} is not text: put it in quotes"
        assert form.match(term), term
        assert isinstance(label, str), f"{label!r} is not text: put it in quotes"
        assert label == label.strip() != ""


@each_list
def test_no_two_codes_have_the_same_label(words: Vocabulary) -> None:
    labels = Counter(label.casefold() for label in words.terms.values())
    assert [label for label, times in labels.items() if times > 1] == []


def test_ogps_policy_areas_are_all_there() -> None:
    known = set(vocabulary("policy_area").terms.values())
    wanted = {" ".join(area.split()) for area in OGP_POLICY_AREAS.split(";")}
    assert wanted - known == set()


def test_a_policy_area_has_the_code_that_its_name_makes() -> None:
    for code, label in vocabulary("policy_area").terms.items():
        made = re.sub(r"[^a-z0-9]+", "-", label.lower().replace("&", "and")).strip("-")
        assert code == made, label


@pytest.mark.parametrize(
    ("name", "typed", "nearest"),
    [
        ("completion", "Complete", "complete"),
        ("completion", "not started", "not_started"),
        ("completion", "Not-Started", "not_started"),
        ("completion", "completed", "complete"),
        ("completion", "No evidence available", "no_evidence_available"),
        ("completion", "banana", ""),
        ("completion", "", ""),
        ("value", "Civic participation", "participation"),
        ("value", "Public accountability", "accountability"),
        ("policy_area", "Open Data", "open-data"),
        ("policy_area", "open_data", "open-data"),
        ("policy_area", "opendata", "open-data"),
        ("policy_area", "Environment & Climate", "environment-and-climate"),
        ("policy_area", "xyzzy", ""),
    ],
)
def test_a_mistyped_code_finds_the_one_that_was_meant(name: str, typed: str, nearest: str) -> None:
    assert vocabulary(name).nearest(typed) == nearest


@each_list
def test_a_code_and_its_label_find_the_code_itself(words: Vocabulary) -> None:
    for term, label in words.terms.items():
        assert words.nearest(term) == term
        assert words.nearest(label.upper()) in words.terms


def test_a_list_that_is_not_there_is_a_programmers_error() -> None:
    with pytest.raises(KeyError):
        vocabulary("colours")
