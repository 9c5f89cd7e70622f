"""C20 holds an agreed change to what it said when it came, by a real history of git."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from example_site import PLAN, REST, TODAY, findings_of
from openroadmap.findings import Finding, Level
from openroadmap.i18n import translator
from openroadmap.rules import tell
from openroadmap.rules.page import Snippet
from repository import Repository, begin, read

ENGLISH = translator("en")
FILE = f"{PLAN}/amendments/later.yml"
FROZEN = f"{REST}\n"
FIRST = """\
date: 2026-06-22
commitment: open-contracts
kind: modify
agreed:
  - field: ends_on
    says: 2027-10-31
  - field: title
    says: Publish the contracts
reason: The by-law comes first.
agreed_by_forum_on: 2026-06-17
"""


class Kept:
    """A site in a repository, of whose agreed change each version is committed on its day."""

    def __init__(self, folder: Path, frozen: str = FROZEN) -> None:
        self.repo: Repository = begin(folder)
        self.frozen = frozen
        self.say("2025-12-16", "")
        self.say("2026-06-22", FIRST)

    def say(self, day: str, text: str) -> None:
        self.text = text
        self.found()
        self.repo.commit(day, {})

    def found(self, today: date = TODAY) -> list[Finding]:
        laid = (("amendments/later.yml", self.text), ("baseline.yml", self.frozen))
        files = [Snippet("yaml", file, text) for file, text in laid if text]
        ends_on, title = (self._agreed(name) for name in ("ends_on", "title"))
        promise = f"ends_on: {ends_on}\ntitle: {title}\n{REST}\n"
        files.append(Snippet("yaml", "commitments/open-contracts.yml", promise))
        return findings_of(self.repo.folder, files, today, read(self.repo.folder).facts)

    def _agreed(self, name: str) -> str:
        """The promise is changed together with what was agreed, so that C15 is silent."""
        _, _, rest = self.text.partition(f"field: {name}\n    says: ")
        adopted = {"ends_on": "2027-09-30", "title": "Publish every public contract"}
        return rest.partition("\n")[0] or adopted[name]


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "site")


def rewritten(found: list[Finding]) -> list[str]:
    """The fields of which it is found; nothing else may be."""
    assert {(each.rule, each.variant) for each in found} <= {("C20", "agreement-rewritten")}
    assert all(each.place.file == FILE and each.level is Level.ERROR for each in found)
    return [str(each.args["field"]) for each in found]


def test_what_stands_as_it_was_agreed_is_sound(kept: Kept) -> None:
    assert kept.found() == []


def test_a_date_and_the_promise_changed_together_are_told_with_both_values(kept: Kept) -> None:
    kept.say("2026-08-01", FIRST.replace("2027-10-31", "2027-11-30"))
    (finding,) = kept.found()
    assert rewritten([finding]) == ["ends_on"]
    assert finding.place.line == 5
    assert tell(finding, ENGLISH).what == (
        "What the amendment says of ends_on was changed on 2026-08-01, after the day on which it "
        "was first said: 2027-10-31 became 2027-11-30."
    )


def test_of_words_only_the_day_is_told(kept: Kept) -> None:
    kept.say("2026-08-01", FIRST.replace("Publish the contracts", "Publish some contracts"))
    (finding,) = kept.found()
    assert tell(finding, ENGLISH).what == (
        "What the amendment says of title was changed on 2026-08-01, after the day on which it "
        "was first said."
    )


@pytest.mark.parametrize(
    ("old", "new", "fields"),
    [
        ("  - field: title\n    says: Publish the contracts\n", "", ["title"]),
        ("date: 2026-06-22", "date: 2026-06-23", ["date"]),
        ("2026-06-17", "2026-06-18", ["agreed_by_forum_on"]),
        ("agreed_by_forum_on: 2026-06-17\n", "", ["agreed_by_forum_on"]),
        ("kind: modify", "kind: correct", ["kind"]),
        ("by-law comes first", "council decides first", []),
        ("reason:", "changes: It ends later.\nreason:", []),
        ("says: Publish the contracts", 'says: "Publish the contracts"', []),
    ],
)
def test_of_what_was_agreed_nothing_is_changed_and_of_the_rest_all_may_be(
    kept: Kept, old: str, new: str, fields: list[str]
) -> None:
    kept.say("2026-08-01", FIRST.replace(old, new))
    assert rewritten(kept.found()) == fields


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("  - field: ends_on\n    says: 2027-10-31\n", "ends_on"),
        ("  - field: title\n    says: Publish the contracts\n", "title"),
        ("  - field: milestones.m1\n", "milestones.m1"),
        ("agreed_by_forum_on: 2026-06-17\n", "agreed_by_forum_on"),
    ],
    ids=["a date", "words", "a dropped milestone", "the forum"],
)
def test_what_is_not_named_any_more_is_told_in_plain_words(
    kept: Kept, said: str, field: str
) -> None:
    first = FIRST
    if said not in first:
        first = FIRST.replace("reason:", f"{said}reason:")
        kept.say("2026-06-22T20:00:00Z", first)
    kept.say("2026-08-01", first.replace(said, ""))
    (finding,) = [each for each in kept.found() if each.rule == "C20"]
    assert tell(finding, ENGLISH).what == (
        f"Since 2026-08-01 the amendment no longer says anything of {field}, as it did at first."
    )


def test_an_amendment_stays_with_its_commitment(kept: Kept) -> None:
    kept.say("2026-08-01", FIRST.replace("commitment: open-contracts\n", ""))
    (finding,) = [each for each in kept.found() if each.rule == "C20"]
    assert finding.args["field"] == "commitment"
    assert (finding.args["before"], finding.args["after"]) == ("open-contracts", "–")


def test_what_was_put_back_is_sound_again(kept: Kept) -> None:
    kept.say("2026-08-01", FIRST.replace("2027-10-31", "2027-11-30"))
    kept.say("2026-08-02", FIRST)
    assert kept.found() == []


def test_taken_away_and_added_again_with_another_value_is_no_way_around(kept: Kept) -> None:
    without = FIRST.replace("  - field: ends_on\n    says: 2027-10-31\n", "")
    kept.say("2026-08-01", without)
    kept.say("2026-08-02", FIRST.replace("2027-10-31", "2027-11-30"))
    assert rewritten(kept.found()) == ["ends_on"]


def test_a_file_that_nobody_could_read_in_between_is_no_way_around(kept: Kept) -> None:
    kept.say("2026-08-01", f"{FIRST}{'#' * 300_000}\n")
    kept.say("2026-08-02", FIRST.replace("2027-10-31", "2027-11-30"))
    assert rewritten(kept.found()) == ["ends_on"]


def test_who_finishes_on_the_same_day_may_put_it_right(kept: Kept) -> None:
    kept.say("2026-06-22T20:00:00Z", FIRST.replace("2027-10-31", "2027-11-30"))
    assert kept.found() == []
    kept.say("2026-06-23", FIRST)
    assert rewritten(kept.found()) == ["ends_on"]


def test_what_was_not_said_may_be_added_and_stays_from_then_on(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "site")
    more = "agreed:\n  - field: problem\n    says: Nobody sees what is bought.\n"
    added = FIRST.replace("agreed:\n", more)
    kept.say("2026-08-01", added)
    assert [each for each in kept.found() if each.rule == "C20"] == []
    kept.say("2026-09-01", added.replace("Nobody", "Everybody"))
    (finding,) = [each for each in kept.found() if each.rule == "C20"]
    assert finding.args["field"] == "problem"
    assert finding.args["changed_on"] == "2026-09-01"


def test_a_part_or_the_whole_of_what_was_agreed_cannot_be_added(kept: Kept) -> None:
    whole = "agreed:\n  - field: milestones.m1\n"
    part = "agreed:\n  - field: milestones.m1.due_on\n    says: 2027-07\n"
    kept.say("2026-06-22T20:00:00Z", FIRST.replace("agreed:\n", part))
    kept.say("2026-08-01", FIRST.replace("agreed:\n", part + whole.removeprefix("agreed:\n")))
    (finding,) = [each for each in kept.found() if each.rule == "C20"]
    assert finding.args["field"] == "milestones.m1"


def removed(kept: Kept, day: str, name: str = "") -> list[Finding]:
    """Take the agreed change away on a day, or give its file another name and other words."""
    said = kept.text
    new = {FILE.replace("later", name): said.replace("2027-10-31", "2027-11-30")} if name else {}
    kept.text = ""
    kept.repo.commit(day, {FILE: None, **new})
    return [each for each in kept.found() if each.rule == "C20"]


@pytest.mark.parametrize("name", ["", "other"], ids=["taken-away", "renamed-and-edited"])
def test_what_was_agreed_is_not_taken_away_together_with_the_promise(
    kept: Kept, name: str
) -> None:
    (finding,) = removed(kept, "2026-08-01", name)
    assert (finding.variant, finding.level) == ("agreement-removed", Level.ERROR)
    assert tell(finding, ENGLISH).what == (
        f"The amendment “later” said what was agreed, and was removed on 2026-08-01: {FILE}."
    )


def test_what_is_taken_away_and_comes_back_is_sound_again(kept: Kept) -> None:
    assert removed(kept, "2026-08-01")
    kept.say("2026-08-02", FIRST)
    assert kept.found() == []


def test_what_only_moves_to_another_name_is_not_taken_away(kept: Kept) -> None:
    kept.text = ""
    kept.repo.move("2026-08-01", FILE, FILE.replace("later", "2026-06-later"))
    assert [each for each in kept.found() if each.rule == "C20"] == []


def test_on_the_day_on_which_it_came_an_agreed_change_may_go_again(kept: Kept) -> None:
    assert removed(kept, "2026-06-22T20:00:00Z") == []


def test_before_the_plan_was_frozen_an_agreed_change_may_go(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "site", frozen="")
    assert removed(kept, "2026-08-01") == []
    kept.frozen = FROZEN
    kept.say("2026-09-01", "")
    assert [each for each in kept.found() if each.rule == "C20"] == []


def test_without_a_plan_as_adopted_nothing_is_held(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "site", frozen="")
    kept.say("2026-08-01", FIRST.replace("2027-10-31", "2027-11-30"))
    assert kept.found() == []


def test_on_a_day_before_the_change_it_had_not_been_changed(kept: Kept) -> None:
    kept.say("2026-08-01", FIRST.replace("2027-10-31", "2027-11-30"))
    assert kept.found(date(2026, 7, 31)) == []
