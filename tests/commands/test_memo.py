"""What is kept of a build comes back as it was, or not at all."""

from __future__ import annotations

import json
from concurrent.futures import ProcessPoolExecutor
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.commands import memo, stored
from openroadmap.findings import Finding, Level, Place
from openroadmap.render.page import Page
from openroadmap.views import cards

CARDS = [
    each
    for each in vars(cards).values()
    if getattr(each, "__module__", "") == cards.__name__ and is_dataclass(each)
]
HEAD = {"findings": [], "pages": [], "card": {"title": "Pläne"}}
BODIES = "<p>Été</p>\n\n<p>2026</p>".encode()


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    file = tmp_path / "plans" / "riverside" / "2026.part"
    memo.save(file, "key", HEAD, BODIES)
    return file


def test_the_same_key_brings_back_the_same_product(kept: Path) -> None:
    head = memo.load(kept, "key")
    assert {name: head[name] for name in HEAD} == HEAD
    assert stored.Kept(kept, "key", 0, len(BODIES)).data() == BODIES


def test_another_key_brings_back_nothing(kept: Path) -> None:
    assert memo.load(kept, "other") is None


def test_what_was_never_kept_is_not_there(tmp_path: Path) -> None:
    assert memo.load(tmp_path / "nothing.part", "key") is None
    assert memo.load(tmp_path, "key") is None


def test_a_file_cut_anywhere_is_passed_over(kept: Path) -> None:
    whole = kept.read_bytes()
    for length in range(len(whole)):
        kept.write_bytes(whole[:length])
        assert memo.load(kept, "key") is None, length


@pytest.mark.parametrize(
    "foreign",
    [
        b"",
        b"\n",
        b"\x00\xff\xfe\n",
        b"null\n",
        b'"key"\n',
        b'["key", 0]\n',
        b"{}\n",
        b'{"key": "key"}\n',
        b'{"key": "key", "size": "0"}\n',
        b'{"size": 0, "key": null}\n',
        b"[" * 200_000 + b"\n",
        b'{"key": "key", "size": 0}\nmore than it says',
    ],
)
def test_a_file_that_is_not_ours_is_passed_over(kept: Path, foreign: bytes) -> None:
    kept.write_bytes(foreign)
    assert memo.load(kept, "key") is None


def _save(file: Path, name: str) -> None:
    for _ in range(40):
        memo.save(file, name, {"name": name}, name.encode() * 20_000)


def test_several_writers_at_once_do_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "plan.part"
    names = ["a", "b", "c"]
    with ProcessPoolExecutor(3) as pool:
        running = [pool.submit(_save, file, name) for name in names]
        while not all(each.done() for each in running):
            for name in names:
                if (found := memo.load(file, name)) is not None:
                    assert found["name"] == name
        assert [each.result() for each in running] == [None] * 3
    assert any(memo.load(file, name) for name in names)
    assert [path.name for path in tmp_path.iterdir()] == ["plan.part"]


@pytest.mark.parametrize("form", CARDS, ids=lambda form: form.__name__)
@given(data=st.data())
def test_a_card_comes_back_as_it_was(form: type, data: st.DataObject) -> None:
    card = data.draw(st.from_type(form))
    given = memo.Pieces({"card": card})
    kept = memo.Pieces({}, given.pack())
    assert given.value("card", form) == kept.value("card", form) == card


PAGES = st.lists(
    st.builds(
        Page,
        address=st.text(),
        kind=st.text(),
        lang=st.text(),
        title=st.text(),
        description=st.text(),
        body=st.text(),
        source=st.text(),
    ),
    max_size=6,
)


@given(pages=PAGES)
def test_pages_come_back_as_they_were(
    pages: list[Page], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("kept") / "pages.part"
    rows, bodies = memo.pack_pages(pages)
    memo.save(file, "key", {}, *bodies)
    assert memo.unpack_pages(json.loads(json.dumps(rows)), file, "key") == tuple(pages)


@given(
    st.lists(
        st.builds(
            Finding,
            rule=st.text(),
            level=st.sampled_from(Level),
            place=st.builds(Place, st.text(), st.integers(0), st.integers(0)),
            path=st.lists(st.integers(0, 99) | st.text()).map(tuple),
            variant=st.text(),
            args=st.dictionaries(st.text(), st.text() | st.integers(-9, 99)),
        ),
        max_size=5,
    )
)
def test_findings_come_back_as_they_were(findings: list[Finding]) -> None:
    rows = json.loads(json.dumps(memo.pack_findings(findings)))
    assert memo.unpack_findings(rows) == tuple(findings)


@given(st.lists(st.binary(max_size=4), max_size=4), st.lists(st.binary(max_size=4), max_size=4))
def test_a_key_tells_apart_where_one_part_ends_and_the_next_begins(
    one: list[bytes], two: list[bytes]
) -> None:
    assert (memo.digest(one) == memo.digest(two)) == (one == two)


@pytest.mark.parametrize("change", ["new", "longer", "moved"])
def test_the_engines_stamp_changes_with_its_files(tmp_path: Path, change: str) -> None:
    (tmp_path / "views").mkdir()
    file = tmp_path / "views" / "plan.py"
    file.write_text("x = 1\n")
    before = memo.stamp_of([tmp_path])
    changes: dict[str, Any] = {
        "new": lambda: (tmp_path / "views" / "member.html").touch(),
        "longer": lambda: file.write_text("x = 10\n"),
        "moved": lambda: file.rename(tmp_path / "plan.py"),
    }
    changes[change]()
    assert memo.stamp_of([tmp_path]) != before


def test_the_engines_stamp_does_not_change_with_what_it_only_leaves_behind(tmp_path: Path) -> None:
    before = memo.stamp_of([tmp_path])
    (tmp_path / "plan.pyc").touch()
    assert memo.stamp_of([tmp_path]) == before


def test_what_is_kept_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "a.part"
    joint = stored.Joint((b"one", stored.Joint((b" two",)).data()))
    rows, parts = memo.pack_files([("a", b"first"), ("b", joint)], 4)
    memo.save(file, "key", {}, b"text", *parts)
    assert stored.Kept(file, "key", 0, 4).data() == b"text"
    found = dict(memo.unpack_files(rows, file, "key"))
    assert {name: data.data() for name, data in found.items()} == {"a": b"first", "b": b"one two"}
    assert [len(data) for data in found.values()] == [5, 7]


def test_what_another_build_changed_is_not_taken_for_what_was_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.part"
    memo.save(file, "key", {}, b"mine")
    ((_, mine),) = memo.unpack_files([["a", 0, 4]], file, "key")
    memo.save(file, "other", {}, b"theirs")
    with pytest.raises(RuntimeError, match="another build"):
        mine.data()
