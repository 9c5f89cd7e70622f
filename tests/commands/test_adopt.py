"""A plan is frozen once, as it stands, when it is sound; what was frozen is said plainly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openroadmap.cli import cli
from openroadmap.commands.build import assemble
from openroadmap.commands.clock import as_of
from openroadmap.commands.order import Order
from repository import begin

PLAN = "commitments/riverside/2026"
FILES = {
    "mkdocs.yml": (
        "site_name: Promises\ndocs_dir: content\ntheme:\n  name: material\nplugins: [openroadmap]\n"
    ),
    "commitments/riverside/member.yml": "name: Riverside\n",
    f"{PLAN}/plan.yml": "title: First plan\nkept_by: others\nadopted_on: 2026-01-15\n",
    f"{PLAN}/commitments/trees.yml": (
        "title: Plant trees\nlead: Parks\nmilestones:\n  - id: m1\n    title: Choose streets\n"
    ),
    f"{PLAN}/commitments/paths.yml": "title: Mend paths\n",
}
ON = ["--as-of", "2026-01-15"]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "site"
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795651200")  # 26 November 2026
    return root


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments), catch_exceptions=False)


def test_a_plan_is_frozen_and_it_is_said_what_was(site: Path) -> None:
    done = run("adopt", "riverside/2026", *ON)
    assert done.exit_code == 0
    text = (site / PLAN / "baseline.yml").read_text("utf-8")
    assert "frozen_on: 2026-01-15\n" in text
    assert text.startswith("# The plan as adopted, frozen by `openroadmap adopt`. Never edit")
    digest = text.partition("digest: ")[2].partition("\n")[0]
    assert done.output == (
        "Frozen as of 2026-01-15: First plan\n"
        "2 commitments with 1 milestone:\n"
        "  paths: Mend paths\n"
        "  trees: Plant trees\n"
        f"Digest: {digest}\n"
        f"Written: {PLAN}/baseline.yml\n"
        "Commit this file together with the plan, and never edit it. Whoever changes the promise\n"
        "from now on records an amendment that says why.\n"
        "Warning: Others than the government keep this record. What was frozen is their "
        "transcription of the plan; compare it with the document that was adopted.\n"
    )
    assert "C15" not in run("check").output
    assert "C20" not in run("check").output


def test_a_promise_is_frozen_in_the_very_lines_of_its_file(site: Path) -> None:
    trees = site / PLAN / "commitments/trees.yml"
    trees.write_text(
        "# Ask the forum first.\nnumber: 2\ntitle: \"Plant trees\"\nsummary: >-\n  One in\n"
        "  every street.\n\nlead: 'Parks'\n",
        "utf-8",
    )
    assert run("adopt", "riverside/2026", *ON).exit_code == 0
    text = (site / PLAN / "baseline.yml").read_text("utf-8")
    assert (
        '\n  - id: trees\n    title: "Plant trees"\n    summary: >-\n      One in\n'
        "      every street.\n\n    lead: 'Parks'\n    digest: "
    ) in text
    assert "C20" not in run("check").output


def test_lines_that_are_not_plain_are_written_anew(site: Path) -> None:
    """Such lines might mean something else further in."""
    trees = site / PLAN / "commitments/trees.yml"
    trees.write_text("title: 'Plant\n  trees'\nlead:  Parks\n", "utf-8")
    assert run("adopt", "riverside/2026", *ON).exit_code == 0
    text = (site / PLAN / "baseline.yml").read_text("utf-8")
    assert "\n  - id: trees\n    title: Plant trees\n    lead: Parks\n    digest: " in text


def test_whoever_freezes_long_after_adoption_is_told(site: Path) -> None:
    late = run("adopt", "riverside/2026", "--as-of", "2026-02-16").output
    assert (
        "Warning: The plan was adopted on 2026-01-15 and is frozen as of 2026-02-16. What changed "
        "in between is not known here, and its pages say so.\n"
    ) in late


def test_a_month_after_adoption_is_not_long(site: Path) -> None:
    assert "in between" not in run("adopt", "riverside/2026", "--as-of", "2026-02-15").output


def test_the_same_plan_is_frozen_the_same(site: Path) -> None:
    file = site / PLAN / "baseline.yml"
    texts = set()
    for _ in range(2):
        assert run("adopt", "commitments/riverside/2026/", *ON).exit_code == 0
        texts.add(file.read_bytes())
        file.unlink()
    assert len(texts) == 1


def test_a_change_afterwards_is_an_error_until_an_amendment_says_why(site: Path) -> None:
    run("adopt", "riverside/2026", *ON)
    trees = site / PLAN / "commitments/trees.yml"
    trees.write_text(trees.read_text("utf-8").replace("Parks", "Roads"), "utf-8")
    done = run("check")
    assert done.exit_code == 1
    said = " ".join(done.output.split())
    assert "Not as adopted, and no amendment says why: lead (Parks → Roads)." in said
    assert "openroadmap new amendment riverside/2026/trees" in said
    (site / PLAN / "amendments").mkdir()
    (site / PLAN / "amendments/2026-05-roads.yml").write_text(
        "date: 2026-05-01\ncommitment: trees\nkind: modify\nreason: Parks was closed.\n"
        "agreed:\n  - field: lead\n    says: Roads\n",
        "utf-8",
    )
    assert run("check").exit_code == 0
    trees.write_text(trees.read_text("utf-8").replace("Roads", "Works"), "utf-8")
    again = run("check")
    assert again.exit_code == 1
    said = " ".join(again.output.split())
    assert "Not as last agreed, by the amendment “2026-05-roads”: lead (Roads → Works)." in said


def test_a_new_amendment_says_all_that_no_other_does(site: Path) -> None:
    """So the check is content as soon as it is laid down, and a reason is all that is missing."""
    trees = site / PLAN / "commitments/trees.yml"
    trees.write_text("ends_on: 2026-09-30\n" + trees.read_text("utf-8"), "utf-8")
    run("adopt", "riverside/2026", *ON)
    text = trees.read_text("utf-8").replace("Parks", "Roads").replace("2026-09-30", "2026-12-31")
    trees.write_text(text + "  - id: m2\n    title: 'Ask: whom?'\n", "utf-8")
    done = run("new", "amendment", "riverside/2026/2026-05-01-trees", "--as-of", "2026-05-01")
    assert done.exit_code == 0, done.output
    laid = (site / PLAN / "amendments/2026-05-01-trees.yml").read_text("utf-8")
    assert (
        "agreed:\n  - field: lead\n    says: Roads\n  - field: ends_on\n    says: 2026-12-31\n"
        "  - field: milestones.m2.title\n    says: 'Ask: whom?'\n"
    ) in laid
    checked = json.loads(run("check", "--format", "json").output)
    found = [each for each in checked["findings"] if each["rule"] in ("C15", "C21", "R01")]
    assert [(each["rule"], each["level"]) for each in found] == [("C15", "warning")]


def test_who_edits_the_frozen_plan_is_told_to_bring_it_back(site: Path) -> None:
    run("adopt", "riverside/2026", *ON)
    file = site / PLAN / "baseline.yml"
    file.write_text(file.read_text("utf-8").replace("Parks", "Roads"), "utf-8")
    done = run("check")
    assert done.exit_code == 1
    said = " ".join(done.output.split())
    assert "The digest does not fit what it says of: trees." in said
    assert "C15" not in done.output, "one cause is told once"


def refused(*arguments: str, status: int = 2) -> str:
    done = run("adopt", *arguments)
    assert done.exit_code == status
    return " ".join(done.output.split())


def test_a_plan_is_frozen_only_once(site: Path) -> None:
    run("adopt", "riverside/2026", *ON)
    before = (site / PLAN / "baseline.yml").read_bytes()
    said = refused("riverside/2026")
    assert "frozen already" in said
    assert "openroadmap new amendment riverside/2026/" in said
    assert (site / PLAN / "baseline.yml").read_bytes() == before


def test_a_plan_with_errors_is_not_frozen(site: Path) -> None:
    (site / PLAN / "commitments/trees.yml").write_text("title: X\nends_on: soon\n", "utf-8")
    said = refused("riverside/2026", *ON, status=1)
    assert "riverside/2026 has 1 error; nothing was frozen." in said
    assert f"openroadmap check {PLAN}" in said
    assert not (site / PLAN / "baseline.yml").exists()


def test_a_plan_without_a_promise_is_not_frozen(site: Path) -> None:
    for file in (site / PLAN / "commitments").iterdir():
        file.unlink()
    assert "there is no promise to freeze" in refused("riverside/2026", *ON)


@pytest.mark.parametrize("place", ["riverside/2027", "riverside", "no/2026", "../x", "/", ""])
def test_a_plan_that_is_not_there_is_named_with_those_that_are(site: Path, place: str) -> None:
    assert "There are: riverside/2026." in refused(place, *ON)


def test_no_plan_is_adopted_tomorrow(site: Path) -> None:
    assert "is still to come" in refused("riverside/2026", "--as-of", "2026-11-27")


def test_what_came_after_the_day_is_no_error_of_that_day(site: Path) -> None:
    (site / PLAN / "meetings").mkdir()
    (site / PLAN / "meetings/2026-05-04-forum.yml").write_text(
        "date: 2026-05-04\nstatus: held\n", "utf-8"
    )
    assert run("adopt", "riverside/2026", *ON).exit_code == 0


def test_a_translation_of_the_frozen_plan_is_refused(site: Path) -> None:
    run("adopt", "riverside/2026", *ON)
    (site / PLAN / "baseline.fr.yml").write_text("plan:\n  title: Premier plan\n", "utf-8")
    assert "F02" in run("check").output


def test_a_commitment_whose_file_is_gone_keeps_its_page(site: Path) -> None:
    run("adopt", "riverside/2026", *ON)
    (site / PLAN / "commitments/trees.yml").unlink()
    made = assemble(Order(site, as_of(None)))
    (page,) = [page for page in made.pages if page.address == "riverside/2026/trees/"]
    assert page.kind == "commitment"
    assert "is no longer in the repository" in str(page.body)
    assert "Choose streets" in str(page.body)
    (finding,) = [each for each in made.findings if each.rule == "C15"]
    assert finding.place.file == f"{PLAN}/baseline.yml"
    plan = next(page for page in made.pages if page.address == "riverside/2026/")
    assert "riverside/2026/trees/#changes" in str(plan.body)


def test_a_large_plan_can_be_frozen_and_read_again(site: Path) -> None:
    for number in range(120):
        text = f"title: Promise {number}\nsolution: {'word ' * 900}\n"
        (site / PLAN / f"commitments/promise-{number}.yml").write_text(text, "utf-8")
    assert run("adopt", "riverside/2026", *ON).exit_code == 0
    assert (site / PLAN / "baseline.yml").stat().st_size > 500_000
    done = run("check")
    assert "Y09" not in done.output
    assert done.exit_code == 0


def test_a_plan_that_git_knows_as_frozen_is_not_frozen_anew(site: Path) -> None:
    repository = begin(site)
    run("adopt", "riverside/2026", *ON)
    first = (site / PLAN / "baseline.yml").read_text("utf-8")
    repository.commit("2026-01-16", {})
    repository.commit("2026-02-01", {f"{PLAN}/baseline.yml": None})
    trees = site / PLAN / "commitments/trees.yml"
    trees.write_text(trees.read_text("utf-8").replace("Parks", "Roads"), "utf-8")
    assert "the file is gone" in " ".join(run("check").output.split())
    said = refused("riverside/2026")
    assert "riverside/2026 was frozen before, and git holds that copy." in said
    assert f"git restore --source COMMIT -- {PLAN}/baseline.yml" in said
    assert not (site / PLAN / "baseline.yml").exists()
    repository.put({f"{PLAN}/baseline.yml": first.replace("Parks", "Roads")})
    repository.commit("2026-03-01", {})
    done = run("check")
    assert done.exit_code == 1
    assert "C20" in done.output


def test_it_need_not_be_committed_that_the_frozen_plan_is_gone(site: Path) -> None:
    repository = begin(site)
    run("adopt", "riverside/2026", *ON)
    repository.commit("2026-01-16", {})
    (site / PLAN / "baseline.yml").unlink()
    assert run("check").exit_code == 1
    assert "git holds that copy" in refused("riverside/2026")


def test_the_page_of_a_promise_says_what_became_of_its_agreed_changes(site: Path) -> None:
    """One came late and was added to, one is gone; told by a build that kept the rest."""
    repository, order = begin(site), Order(site, as_of(None), cache=site / ".cache")
    run("adopt", "riverside/2026", *ON)
    trees = (site / PLAN / "commitments/trees.yml").read_text("utf-8")
    said = "date: 2026-01-20\ncommitment: trees\nkind: modify\nreason: Parks was closed.\nagreed:\n"
    late, lost = (f"{PLAN}/amendments/{name}.yml" for name in ("late", "lost"))
    roads = "  - field: lead\n    says: Roads\n"
    repository.commit("2026-01-16", {})
    promise, trees = f"{PLAN}/commitments/trees.yml", trees.replace("Parks", "Roads")
    repository.commit("2026-05-02", {promise: trees, late: said + roads, lost: said + roads})
    assert _changes(order).count("Recorded here on 2 May 2026.") == 2
    more = f"{said}{roads}  - field: milestones.m1.due_on\n    says: 2026-12-31\n"
    trees += "    due_on: 2026-12-31\n"
    repository.commit("2026-06-02", {promise: trees, late: more, lost: None})
    page = _changes(order)
    assert page.count("Recorded here on 2 May 2026.") == 1
    assert page.count("Added to the record on 2 June 2026.") == 1
    assert "Removed from the records: 1 agreed change." in page


def _changes(order: Order) -> str:
    """What changed in the promise since adoption, as the page of the commitment says it."""
    pages = assemble(order).pages
    (body,) = (str(page.body) for page in pages if page.address == "riverside/2026/trees/")
    return body.partition('id="changes"')[2]
