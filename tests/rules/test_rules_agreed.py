"""Who follows the examples of C15 and C21 as they stand makes no new fault, and invents nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from example_site import REST, TODAY, findings_of
from openroadmap.findings import Finding, Level
from openroadmap.history.agreed import names_in
from openroadmap.i18n import translator
from openroadmap.model.commitment import Promise
from openroadmap.model.member import PlanPromise
from openroadmap.rules import tell
from openroadmap.rules.page import Snippet

ENGLISH = translator("en")
FROZEN = Snippet("yaml", "baseline.yml", f"{REST}\n")
CONTRACTS = "commitments/open-contracts.yml"
OF = "commitment: open-contracts\n"
HEAD = "date: 2026-10-01\nkind: modify\nreason: The forum asked for it.\n"
FIELDS = [
    *((OF, name) for name in (*names_in(Promise, ["m1"]), "milestones")),
    *(("", name) for name in names_in(PlanPromise)),
]
SAID = ("", "    says: Yes, we do.\n", "    names: [Budget Watch, Open Ledger]\n")


def cannot_stand(folder: Path, of: str, agreed: str) -> list[Finding]:
    text = f"{HEAD}{of}{agreed}"
    found = findings_of(folder, (Snippet("yaml", "amendments/2026-10-other.yml", text),))
    return [each for each in found if each.rule in ("C21", "R01") or each.rule[0] in "SY"]


@pytest.mark.parametrize(("of", "field"), FIELDS)
def test_what_c21_shows_can_stand_there(of: str, field: str, tmp_path: Path) -> None:
    for number, said in enumerate(SAID):
        folder = tmp_path / str(number)
        for finding in cannot_stand(folder, of, f"agreed:\n  - field: {field}\n{said}"):
            if finding.rule != "C21":
                continue
            example = tell(finding, ENGLISH).example
            assert cannot_stand(folder, of, f"{example}\n") == [], example


def test_what_was_typed_is_put_in_the_form_that_fits(tmp_path: Path) -> None:
    said = "agreed:\n  - field: supporting.civil_society\n    says: Budget Watch\n"
    (finding,) = cannot_stand(tmp_path, OF, said)
    assert tell(finding, ENGLISH).example == (
        "agreed:\n  - field: supporting.civil_society\n    names: [Budget Watch]"
    )


STEPS = """\
milestones:
  - id: m3
    title: Open the register
  - id: open-register-2
    title: Open the next one
"""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("m4", ""),
        ("m4.due_on", ""),
        ("open-register-1", ""),
        ("open-registr-2", "open-register-2"),
        ("open-register-02.due_on", "open-register-2.due_on"),
        ("m3.due_no", "m3.due_on"),
    ],
)
def test_only_for_a_slip_another_milestone_is_guessed(
    typed: str, meant: str, tmp_path: Path
) -> None:
    """Another number is another milestone: whoever took the guess would record a falsehood."""
    said = f"{HEAD}{OF}agreed:\n  - field: milestones.{typed}\n    says: 2027-01\n"
    change = Snippet("yaml", "amendments/2026-10-other.yml", said)
    frozen = Snippet("yaml", CONTRACTS, f"{STEPS}{REST}\n")
    found = findings_of(tmp_path, (FROZEN, frozen, change))
    (finding,) = (each for each in found if each.rule == "R01")
    assert finding.args["suggestion"] == (meant and f"milestones.{meant}")
    example = tell(finding, ENGLISH).example
    assert "milestones.m3" not in example or meant.startswith("m3")


CHANGED = {
    "a date": Snippet("yaml", CONTRACTS, f"ends_on: 2027-12-31\n{REST}\n"),
    "a milestone": Snippet("yaml", CONTRACTS, f"milestones: []\n{REST}\n"),
    "the plan": Snippet("yaml", "plan.yml", f"ends_on: 2028-01-31\n{REST}\n"),
}


def of_changes(found: list[Finding]) -> Iterator[Finding]:
    return (each for each in found if each.rule in ("C15", "C18", "C21", "D01", "R01", "S03"))


@pytest.mark.parametrize("changed", CHANGED.values(), ids=CHANGED)
def test_what_c15_shows_explains_the_change_and_asks_for_the_reason(
    changed: Snippet, tmp_path: Path
) -> None:
    """The day is that of the check, and what only people know is left to them."""
    (finding,) = of_changes(findings_of(tmp_path, (FROZEN, changed)))
    told = tell(finding, ENGLISH)
    file = f"amendments/{TODAY}-{'plan' if changed.file == 'plan.yml' else 'open-contracts'}.yml"
    assert file in told.fix
    assert "openroadmap new amendment riverside/2026-2027" in told.fix
    followed = Snippet("yaml", file, f"{told.example}\n")
    (left,) = of_changes(findings_of(tmp_path, (FROZEN, changed, followed)))
    assert (left.rule, left.variant, left.level) == ("C15", "no-reason", Level.WARNING)


def test_what_is_shown_of_a_second_change_of_the_plan_names_no_commitment(tmp_path: Path) -> None:
    said = f"{HEAD}agreed:\n  - field: ends_on\n    says: 2028-03-31\n"
    first = Snippet("yaml", "amendments/2026-10-plan.yml", said)
    (finding,) = of_changes(findings_of(tmp_path, (FROZEN, CHANGED["the plan"], first)))
    assert finding.variant == "not-agreed"
    assert "commitment" not in tell(finding, ENGLISH).example


def test_a_second_amendment_of_a_day_has_another_name(tmp_path: Path) -> None:
    first = Snippet("yaml", f"amendments/{TODAY}-open-contracts.yml", (
        f"{HEAD.replace('2026-10-01', str(TODAY))}{OF}"
        "agreed:\n  - field: ends_on\n    says: 2027-10-31\n"
    ))
    (finding,) = of_changes(findings_of(tmp_path, (FROZEN, CHANGED["a date"], first)))
    told = tell(finding, ENGLISH)
    assert f"amendments/{TODAY}-open-contracts-again.yml" in told.fix
    assert "openroadmap new amendment riverside/2026-2027/open-contracts-again:" in told.fix
    assert told.what.endswith("ends_on (2027-10-31 → 2027-12-31), 61 days later.")
