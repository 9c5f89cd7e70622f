"""The benchmark's own parts: they work, and they notice a site that is not there.

Nothing is timed here; `tests/benchmarks/compare.py` is run by hand.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

BENCHMARKS = Path(__file__).parent / "benchmarks"
COMMITMENTS = 12


def script(name: str, *options: str, folder: Path) -> str:
    words = [sys.executable, str(BENCHMARKS / name), *options]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    script("generate.py", "--n", str(COMMITMENTS), str(folder), folder=folder)
    return folder


def test_the_made_up_records_have_no_errors(made: Path) -> None:
    words = [sys.executable, "-m", "openroadmap.cli", "check", "--as-of", "2026-11-23"]
    done = subprocess.run(words, cwd=made / "ours", capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert "0 errors" in done.stdout


def test_every_project_holds_every_commitment(made: Path) -> None:
    pages = json.loads((made / "pages.json").read_text("utf-8"))
    assert len(pages) == COMMITMENTS
    for page in pages:
        assert page["title"] in (made / "ours" / page["record"]).read_text("utf-8")
        assert page["title"] in (made / "stock" / page["page"]).read_text("utf-8")
        hugo = made / "hugo" / "content" / f"{page['address'].rstrip('/')}.md"
        assert page["title"] in hugo.read_text("utf-8")


def test_hugo_reads_the_promises_as_adopted_that_we_read(made: Path) -> None:
    count = 0
    for file in made.glob("ours/commitments/*/*/baseline.yml"):
        baseline = yaml.safe_load(file.read_text("utf-8"))
        for frozen in baseline["commitments"]:
            path = f"{file.parent.parent.name}/{file.parent.name}/{frozen['id']}.md"
            page = (made / "hugo/content" / path).read_text("utf-8").split("---\n")[1]
            adopted = yaml.safe_load(page)["adopted"]
            assert adopted["frozen_on"] == baseline["frozen_on"]
            for name, said in adopted["promise"].items():
                # Lines are broken where the text's own file has room.
                assert str(frozen[name]).split() == str(said).split()
            assert frozen.keys() - adopted["promise"].keys() == {"id", "digest"}
            count += 1
            less = (made / "hugo/content-less" / path).read_text("utf-8")
            assert "adopted" not in yaml.safe_load(less.split("---\n")[1])
    assert count == COMMITMENTS


def test_the_same_seed_makes_the_same_records_and_a_larger_set_begins_with_them(
    made: Path, tmp_path: Path
) -> None:
    script("generate.py", "--n", str(COMMITMENTS + 1), str(tmp_path), folder=tmp_path)
    smaller = made / "ours" / "commitments"
    for file in smaller.glob("*/*/commitments/*.yml"):
        again = tmp_path / "ours" / "commitments" / file.relative_to(smaller)
        assert again.read_bytes() == file.read_bytes()


def test_a_comparison_measures_each_part_and_prints_a_figure(tmp_path: Path) -> None:
    size = str(COMMITMENTS)
    said = script(
        "compare.py", "--n", size, "--rounds", "1", "--saves", "1", "--serve", size,
        folder=tmp_path,
    )  # fmt: skip
    for part in ("build, cold", "build, warm", "one record changed", "memory", "check", "serve"):
        assert re.search(rf"^\| [^|]*{part}[^|]*\|.* \d+(\.\d\d ×| MB) \|", said, re.MULTILINE)


def test_the_depth_of_a_search_is_its_longest_row_of_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    from searching import Wire

    page, script, style, index, late = "page", "script", "style", "index", "late"
    wire = Wire(
        begun={page: 100.0, script: 100.2, style: 100.2, index: 100.5, late: 101.1},
        ended={page: 100.1, script: 100.4, style: 100.6, index: 100.9, late: 101.3},
    )
    assert wire.depth(1.0) == 3, "page, script, index; the style sheet came beside"
    assert wire.depth(2.0) == 4
    assert wire.depth(0.5) == 2


def test_a_site_without_a_commitments_page_is_noticed(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    from looking import MissingError, commitments, look
    from sides import ours

    with pytest.raises(MissingError, match="there is no page"):
        look(ours(made), commitments(made))
