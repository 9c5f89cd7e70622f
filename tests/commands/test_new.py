"""A new record is valid at once, and every line waiting behind # is valid too."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.commands.new import PlaceError, find_place, lay_down, skeleton
from openroadmap.model.kinds import ID_PATTERN, KIND, KINDS, Kind
from openroadmap.read.shape import shape
from openroadmap.read.yaml import read_yaml

DAY = date(2026, 11, 23)
WRITTEN = tuple(kind for kind in KINDS if not kind.made_by)
EACH = pytest.mark.parametrize("kind", WRITTEN, ids=lambda kind: kind.name)


def findings_of(kind: Kind, text: str) -> list[str]:
    read = read_yaml(text.encode(), "new.yml")
    assert read.data is not None, read.findings
    shaped = shape(kind, "open-data", read.data, read.marks, "new.yml")
    found = (*read.findings, *shaped.findings)
    return [f"{each.rule} {each.variant} {each.args}" for each in found]


@EACH
def test_a_new_record_has_no_finding_of_form(kind: Kind) -> None:
    assert findings_of(kind, skeleton(kind, "open-data", DAY)) == []


@EACH
def test_every_line_behind_a_hash_is_valid_when_the_hash_is_removed(kind: Kind) -> None:
    text = skeleton(kind, "open-data", DAY)
    opened = [line[1:] if line.startswith("#") and not line.startswith("# ") else line
              for line in text.splitlines()]
    assert findings_of(kind, "\n".join(opened) + "\n") == []


IDS = st.from_regex(ID_PATTERN, fullmatch=True).filter(lambda id: len(id) <= 40)


ODD_IDS = st.sampled_from(["null", "yes", "010", "2026-01-01", "1-10"])


@given(st.sampled_from(WRITTEN), IDS | ODD_IDS)
def test_any_id_makes_a_valid_record(kind: Kind, id: str) -> None:
    read = read_yaml(skeleton(kind, id, DAY).encode(), "new.yml")
    assert read.data is not None
    assert shape(kind, id, read.data, read.marks, "new.yml").findings == ()


@pytest.mark.parametrize(
    ("kind", "place", "file"),
    [
        ("member", "ontario", "commitments/ontario/member.yml"),
        ("member", "commitments/ontario/member.yml", "commitments/ontario/member.yml"),
        ("plan", "ontario/2017", "commitments/ontario/2017/plan.yml"),
        ("commitment", "a/2017/open-data", "commitments/a/2017/commitments/open-data.yml"),
        (
            "commitment",
            "./commitments/ontario/2017/commitments/open-data.yml",
            "commitments/ontario/2017/commitments/open-data.yml",
        ),
        ("update", "a/2017/charter", "commitments/a/2017/updates/2026-11-23-charter.yml"),
        (
            "update",
            "ontario/2017/2017-05-05-charter",
            "commitments/ontario/2017/updates/2017-05-05-charter.yml",
        ),
        ("forum", "ontario/2017", "commitments/ontario/2017/forum.yml"),
        ("timeline", "ontario/2017", "commitments/ontario/2017/cocreation/timeline.yml"),
    ],
)
def test_a_place_may_be_given_in_short_or_in_full(kind: str, place: str, file: str) -> None:
    assert find_place(KIND[kind], place, DAY).as_posix() == file


@pytest.mark.parametrize(
    "place", ["open-data", "../x/y/z", "ontario/2017/Open Data", "/etc/2017/x", "a/b/c/d/e", ""]
)
def test_a_place_that_cannot_be_is_refused_with_an_example(place: str) -> None:
    with pytest.raises(PlaceError, match="ontario/2017/open-data"):
        find_place(KIND["commitment"], place, DAY)


@given(
    st.sampled_from(KINDS),
    st.text(max_size=30)
    | st.lists(
        st.sampled_from(["..", ".", "/", "\\", "commitments", "a", "2026", "etc", "~", "C:", "\0"])
    ).map("".join),
)
def test_no_place_leads_out_of_the_records(kind: Kind, place: str) -> None:
    try:
        file = find_place(kind, place, DAY)
    except PlaceError as refused:
        assert str(refused)
        return
    first, *folders, name = file.parts
    assert first == "commitments"
    assert all(re.fullmatch(ID_PATTERN, folder) for folder in folders)
    assert re.fullmatch(ID_PATTERN, name.removesuffix(".yml"))


def test_a_record_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    file = lay_down(tmp_path, KIND["member"], "ontario", DAY).file
    file.write_text("name: Ontario\n", "utf-8")
    with pytest.raises(PlaceError, match="is there already"):
        lay_down(tmp_path, KIND["member"], "ontario", DAY)
    assert file.read_text("utf-8") == "name: Ontario\n"


def test_a_new_record_is_dated_and_named_after_its_file(tmp_path: Path) -> None:
    assert "\ndate: 2026-11-23\n" in laid(tmp_path, "update", "ontario/2017/open-charter")
    assert "\ntitle: Open data\n" in laid(tmp_path, "commitment", "ontario/2017/open-data")


def laid(root: Path, kind: str, place: str) -> str:
    """The text of a record that is laid down."""
    return lay_down(root, KIND[kind], place, DAY).file.read_text("utf-8")


def a_plan(root: Path) -> Path:
    """A plan of two commitments, a translation and a contribution."""
    plan = root / "commitments" / "ontario" / "2017"
    files = ("commitments/data", "commitments/open-data", "commitments/open-data.fr")
    for file in (*files, "contributions/2026-02-14-school-budgets"):
        (plan / f"{file}.yml").parent.mkdir(parents=True, exist_ok=True)
        (plan / f"{file}.yml").write_text("title: …\n", "utf-8")
    return plan


@pytest.mark.parametrize("kind", ["update", "view", "amendment"])
@pytest.mark.parametrize("name", ["open-data", "2017-05-05-open-data", "watch-open-data"])
def test_a_name_that_ends_with_a_commitment_speaks_of_it(
    tmp_path: Path, kind: str, name: str
) -> None:
    a_plan(tmp_path)
    text = laid(tmp_path, kind, f"ontario/2017/{name}")
    assert "\ncommitment: open-data\n" in text


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("update", "/database"),
        ("amendment", ""),
        ("amendment", "/plan"),
        ("amendment", "/2026-10-plan-ends-later"),
    ],
)
def test_what_speaks_of_the_whole_plan_names_no_commitment(
    tmp_path: Path, kind: str, name: str
) -> None:
    a_plan(tmp_path)
    assert "\ncommitment:" not in laid(tmp_path, kind, f"ontario/2017{name}")


def test_an_amendment_of_the_plan_is_named_after_it(tmp_path: Path) -> None:
    assert find_place(KIND["amendment"], "a/2017", DAY).name == "2026-11-23-plan.yml"


@pytest.mark.parametrize("name", ["/open-data", ""])
def test_an_amendment_says_nothing_was_agreed_where_no_plan_was_frozen(
    tmp_path: Path, name: str
) -> None:
    """What it says where one was: see test_new_agreed.py."""
    a_plan(tmp_path)
    made = lay_down(tmp_path, KIND["amendment"], f"ontario/2017{name}", DAY)
    assert "\n#agreed:\n" in made.file.read_text("utf-8")
    assert "not frozen as adopted" in made.remark


@pytest.mark.parametrize(
    ("place", "asked"),
    [
        ("2017/open-dota", '"open-dota" names no commitment of ontario/2017: did you mean open'),
        ("2017/2026-11-23-open-dota", "did you mean open-data?"),
        ("2017/observatory", "There are: data, open-data."),
        ("2017/plain", "openroadmap new amendment ontario/2017"),
        ("2018/open-data", "There is no plan ontario/2018. There are: ontario/2017."),
    ],
)
def test_an_amendment_of_no_commitment_is_refused(tmp_path: Path, place: str, asked: str) -> None:
    plan = a_plan(tmp_path)
    with pytest.raises(PlaceError, match=re.escape(asked)):
        lay_down(tmp_path, KIND["amendment"], f"ontario/{place}", DAY)
    assert not (plan / "amendments").exists()


def test_a_mistyped_commitment_is_not_taken_for_the_plan_itself(tmp_path: Path) -> None:
    plan = a_plan(tmp_path)
    (plan / "commitments/plan-for-youth.yml").write_text("title: …\n", "utf-8")
    with pytest.raises(PlaceError, match="did you mean plan-for-youth"):
        lay_down(tmp_path, KIND["amendment"], "ontario/2017/plan-for-yuoth", DAY)


def test_an_answer_is_named_after_what_it_answers(tmp_path: Path) -> None:
    a_plan(tmp_path)
    place = "ontario/2017/2026-02-14-school-budgets"
    text = laid(tmp_path, "response", place)
    assert "\ncontributions:\n  - 2026-02-14-school-budgets\n" in text


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("view", "ontario/2017/data. There are: data, open-data."),
        ("response", "There are: 2026-02-14-school-budgets."),
    ],
)
def test_a_record_that_speaks_of_nothing_is_asked_of_what(
    tmp_path: Path, kind: str, asked: str
) -> None:
    plan = a_plan(tmp_path)
    with pytest.raises(PlaceError, match=re.escape(asked)):
        lay_down(tmp_path, KIND[kind], "ontario/2017/observatory", DAY)
    assert not (plan / KIND[kind].folder).exists()
    with pytest.raises(PlaceError, match="has none yet"):
        lay_down(tmp_path, KIND[kind], "ontario/2019/observatory", DAY)
