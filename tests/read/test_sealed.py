"""A sealed plan as adopted: the short way says the same, and whatever is odd is read in full."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_promises import made
from openroadmap.commands.adopt import text_of
from openroadmap.export.record_yaml import write_yaml
from openroadmap.findings import DataPath
from openroadmap.history.freeze import broken_seals, freeze
from openroadmap.model.commitment import Commitment, Promise
from openroadmap.model.dates import parse_date
from openroadmap.model.digests import digest_of_whole, frozen
from openroadmap.model.kinds import KIND
from openroadmap.model.member import Plan
from openroadmap.model.plain import plain
from openroadmap.model.process import Amendment
from openroadmap.model.site import PlanContext, PlanRecords
from openroadmap.read import sealed
from openroadmap.read.files import PlanFiles, RawFile
from openroadmap.read.sealed import seal_of
from openroadmap.read.site import PlanReading, read_plan
from openroadmap.read.yaml import read_yaml

CONTEXT = PlanContext("m", None, {})
PLAN = Plan(id="p", title="Plan")


def one(id: str, **fields: Any) -> Commitment:
    return Commitment.validated({"id": id, "title": f"Promise {id}", **fields})


PATHS = one("paths", summary="Mend all.", milestones=[{"id": "m1", "title": "Choose"}])
TREES = one("trees", lead="Parks", values={"transparency": "Seen."}, ends_on="2027-09")
WELLS = one("wells", solution="One.\n\nTwo.", supporting={"government": ["Water"]})
ALL = (PATHS, TREES, WELLS)


def adopted(
    commitments: Iterable[Commitment], *amendments: Amendment, repeated: bool = True
) -> str:
    """The file that `openroadmap adopt` writes; not ``repeated``, as when no text is plain YAML."""
    records = PlanRecords(
        "p", CONTEXT, PLAN, commitments=tuple(commitments), amendments=amendments
    )
    texts = {each.id: text_of_one(each) for each in records.commitments} if repeated else {}
    return text_of(freeze(records, parse_date("2025-06-19")), texts)


def text_of_one(commitment: Commitment) -> str:
    """The file of a commitment; "" where it is not plain YAML."""
    return read_yaml(write_yaml(plain(commitment)).encode(), "").plain


def read(baseline: str | bytes, commitments: Iterable[Commitment | tuple[str, str]]) -> PlanReading:
    """A plan with this baseline; a commitment may come as its id and the text of its file."""
    texts = {
        each.id: write_yaml(plain(each)) for each in commitments if isinstance(each, Commitment)
    } | dict(each for each in commitments if isinstance(each, tuple))
    raw = baseline if isinstance(baseline, bytes) else baseline.encode()
    files = [
        RawFile("baseline.yml", KIND["baseline"], "baseline", "", "yml", raw),
        *(_raw(id, text) for id, text in texts.items()),
        RawFile("plan.yml", KIND["plan"], "p", "", "yml", b"title: Plan\n"),
    ]
    return read_plan(PlanFiles("p", tuple(files), ()), CONTEXT)


def _raw(id: str, text: str) -> RawFile:
    return RawFile(f"commitments/{id}.yml", KIND["commitment"], id, "", "yml", text.encode())


def unsealed(text: str) -> str:
    """The same file, line by line, with a seal that does not fit."""
    before, found, after = text.partition("seal: ")
    assert found
    return f"{before}{found}{'0' * 64}{after[64:]}"


def resealed(text: str) -> str:
    """As a forger does it."""
    before, _, after = text.partition("seal: ")
    below = after[65:]
    return f"{before}seal: {seal_of(below)}\n{below}"


def paths_in(value: Any, at: DataPath = ()) -> Iterable[DataPath]:
    yield at
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from paths_in(inner, (*at, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from paths_in(inner, (*at, number))


def assert_the_same(short: PlanReading, full: PlanReading) -> None:
    """Records, findings and places, but for what is known of the seal."""
    assert full.records.baseline is not None
    assert full.records.baseline.seal is None
    assert short.records.baseline is not None
    baseline = short.records.baseline.but(seal=None)
    assert replace(short.records, baseline=baseline) == full.records
    assert short.findings == full.findings
    assert short.unreadable == full.unreadable
    marks = [each.sources["baseline", "baseline"].marks for each in (short, full)]
    for path in paths_in(plain(full.records.baseline)):
        assert marks[0].both(path) == marks[1].both(path)


def assert_short(text: str | bytes, commitments: Iterable[Commitment | tuple[str, str]]) -> None:
    """It is read the short way, and says what it says when it is read in full."""
    short = read(text, commitments)
    assert short.records.baseline is not None
    assert short.records.baseline.seal
    plain_text = text if isinstance(text, str) else text.decode("utf-8-sig")
    assert_the_same(short, read(unsealed(plain_text), commitments))


COMMITMENTS = st.lists(made(Promise), min_size=1, max_size=4).map(
    lambda every: [
        Commitment.validated({**one, "id": f"c{place}"}) for place, one in enumerate(every)
    ]
)


@settings(max_examples=40)
@given(COMMITMENTS, COMMITMENTS, st.sets(st.integers(0, 3)), st.booleans())
def test_read_the_short_way_it_says_the_same(
    then: list[Commitment], later: list[Commitment], changed: set[int], repeated: bool
) -> None:
    now = [
        *(new if place in changed else old
          for place, (old, new) in enumerate(zip(then, later, strict=False))),
        *later[len(then):],
    ]  # fmt: skip
    assert_short(adopted(then, repeated=repeated), now)


def test_the_seal_is_of_all_lines_below_it_as_anybody_can_tell() -> None:
    text = adopted(ALL)
    lines = text.split("\n")
    place = next(number for number, line in enumerate(lines) if line.startswith("seal: "))
    below = "\n".join(lines[place + 1 :])
    assert lines[place] == f"seal: {sha256(below.encode()).hexdigest()}"


@pytest.mark.parametrize("repeated", [False, True])
def test_a_promise_that_stayed_is_the_one_of_the_commitment_now(repeated: bool) -> None:
    records = read(adopted(ALL, repeated=repeated), ALL).records
    assert records.baseline is not None
    for stands, now in zip(records.baseline.commitments, records.commitments, strict=True):
        assert stands.milestones is now.milestones


@pytest.mark.parametrize(
    "now",
    [
        [],
        [PATHS],
        [PATHS, TREES, WELLS, one("yards")],
        [PATHS, one("trees", lead="Roads"), WELLS],
        [PATHS, ("trees", "title: [Plant\n"), WELLS],
        [PATHS, ("trees", "summary: no title\n"), WELLS],
        [PATHS, ("trees", "title: Promise trees\nlead: Parks\nends_on: soon\n"), WELLS],
    ],
    ids=["all gone", "some gone", "one more", "changed", "broken", "lost", "in part"],
)
def test_whatever_became_of_the_commitments(now: list[Commitment | tuple[str, str]]) -> None:
    assert_short(adopted(ALL), now)


def test_what_is_repeated_line_by_line_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "read_plain", lambda _: pytest.fail("it was read again"))
    assert read(adopted(ALL), ALL).records.baseline
    with pytest.raises(pytest.fail.Exception):
        read(adopted(ALL), [PATHS, one("trees", lead="Roads"), WELLS])


def test_lines_of_which_something_is_to_be_said_are_read() -> None:
    """The date is left out of the commitment, so its digest is not that of its lines."""
    odd = ("trees", "title: Promise trees\nends_on: soon\n")
    now = read(unsealed(adopted(ALL)), [PATHS, odd, WELLS]).records.commitments
    true = freeze(PlanRecords("p", CONTEXT, PLAN, commitments=now), parse_date("2025-06-19"))
    lie = text_of(true, {"trees": odd[1]})
    assert "ends_on: soon" in lie
    forged, plain_one = read(lie, [PATHS, odd, WELLS]), read(unsealed(lie), [PATHS, odd, WELLS])
    assert forged.findings == plain_one.findings
    assert forged.records == plain_one.records


def test_what_had_been_withdrawn_stays_so() -> None:
    gone = Amendment.validated(
        {"id": "a", "date": "2025-05-01", "commitment": "trees", "kind": "withdraw"}
    )
    text = adopted(ALL, gone)
    assert_short(text, ALL)
    frozen = read(text, ALL).records.baseline
    assert frozen is not None
    assert [str(each.withdrawn_on or "") for each in frozen.commitments] == ["", "2025-05-01", ""]


def test_a_checkout_of_windows_fits_its_seal() -> None:
    raw = adopted(ALL).replace("\n", "\r\n").encode("utf-8-sig")
    assert_short(raw, [PATHS, one("trees", lead="Roads"), WELLS])


def test_an_id_that_yaml_has_to_quote() -> None:
    text, now = adopted([one("null"), one("yes"), one("2025-01")]), [one("null"), one("2025-01")]
    assert_short(text, now)
    assert_no_gain(resealed(text.replace("id: 'null'", "id: null")), now)


LAID_OUT_ANEW: dict[str, Callable[[str], str]] = {
    "a remark": lambda text: text.replace("commitments:\n", "# These:\ncommitments:\n"),
    "indented less": lambda text: text.replace("\n  ", "\n "),
    "quoted": lambda text: text.replace("title: Plan", "title: 'Plan'"),
    "digest first": lambda text: _first(text, "    digest: "),
    "keys in another order": lambda text: _first(text, "    lead: Parks"),
    "a seal elsewhere": lambda text: text.partition("seal: ")[2][65:] + f"seal: {'0' * 64}\n",
    "a seal alone": lambda text: text.replace("seal: ", "seal:  "),
    "no seal": lambda text: text.partition("seal: ")[2][65:],
}


def _first(text: str, key: str) -> str:
    """A line of the commitment trees, put before its title."""
    before, title, after = text.partition("    title: Promise trees\n")
    start = after.index(key)
    end = after.index("\n", start) + 1
    return before + after[start:end] + title + after[:start] + after[end:]


@pytest.mark.parametrize("how", LAID_OUT_ANEW)
@pytest.mark.parametrize("forge", [False, True], ids=["as it is", "sealed anew"])
@pytest.mark.parametrize("now", [ALL, (PATHS, one("trees"))], ids=["unchanged", "changed"])
def test_another_layout_is_no_fault(
    how: str, forge: bool, now: tuple[Commitment, ...]
) -> None:
    text = LAID_OUT_ANEW[how](adopted(ALL))
    reading = read(resealed(text) if forge and "seal: " in text else text, now)
    expected = read(unsealed(adopted(ALL)), now)
    assert reading.findings == ()
    assert reading.records.baseline is not None
    baseline = reading.records.baseline.but(seal=None)
    assert baseline == expected.records.baseline


FORGED: dict[str, Callable[[str], str]] = {
    "a promise that changed since": lambda text: text.replace("Parks", "Pools"),
    "a digest": lambda text: text.replace("\n    digest: ", "\n    digest: 0"),
    "the digest of all": lambda text: text.replace("\ndigest: ", "\ndigest: 0"),
    "the day": lambda text: text.replace("2025-06-19", "2025-06-20"),
    "a commitment twice": lambda text: text + text[text.index("  - id: trees") :],
    "a commitment left out": lambda text: text[: text.index("  - id: wells")],
    "two in one": lambda text: text.replace("  - id: wells", "  -  id: wells"),
    "an unknown key": lambda text: text.replace("\nfrozen_on", "\nthawed_on: 2026\nfrozen_on"),
    "a key below": lambda text: f"{text}notes: []\n",
    "a letter that turns the line": lambda text: text.replace("Mend", "\u202eMend"),
    "a letter in pieces": lambda text: text.replace("Mend", "Me\u0301nd"),
    "a date of no calendar": lambda text: text.replace("2025-06-19", "2025-06-31"),
    "no list": lambda text: text[: text.index("commitments:")],
    "an anchor": lambda text: text.replace("plan:", "plan: &a"),
    "too large": lambda text: text + "#" * (8 * 256 * 1024),
}


def assert_no_gain(text: str, now: Iterable[Commitment]) -> None:
    """A forged file with a seal that fits is found out as it is without one."""
    forged, plain_one = read(text, now), read(unsealed(text), now)
    assert forged.records == plain_one.records
    assert forged.findings == plain_one.findings
    baseline = forged.records.baseline
    assert baseline is None or baseline.seal is None


@pytest.mark.parametrize("how", FORGED)
def test_whoever_forges_a_seal_gains_nothing_by_it(how: str) -> None:
    now = [PATHS, one("trees", lead="Roads"), WELLS]
    assert_no_gain(resealed(FORGED[how](adopted(ALL))), now)


NO_ITEMS: dict[str, Callable[[str], str]] = {
    "after a row": lambda text: text.replace("commitments:", "commitments: []"),
    "after nothing": lambda text: text.replace("commitments:", "commitments: null"),
    "below the plan": lambda text: text.replace("commitments:\n", ""),
    "below another key": lambda text: text.replace("commitments:", "commitment:"),
    "in a text": lambda text: text.replace("commitments:", "notes: |"),
    "in the digest": lambda text: _digest_at(text.replace("\ncommitments:", ""), "  - id: paths"),
    "in the digest, later": lambda text: _digest_at(text, "  - id: wells"),
}


def _digest_at(text: str, line: str) -> str:
    """The digest of all as a text that begins before some line and goes on to the end."""
    above, key, below = text.partition("\ndigest: ")
    value, _, below = below.partition("\n")
    return f"{above}\n{below}".replace(line, f"{key[1:]}|-\n  {value}\n{line}")


@pytest.mark.parametrize("how", NO_ITEMS)
@pytest.mark.parametrize("lead", ["Parks", "Roads"])
def test_what_only_looks_like_an_item_is_none(how: str, lead: str) -> None:
    now = [PATHS, TREES.but(lead=lead), WELLS]
    assert_no_gain(resealed(NO_ITEMS[how](adopted(ALL))), now)


def test_a_text_that_was_changed_beside_its_digest_is_found_out() -> None:
    text = resealed(adopted(ALL).replace("Mend all.", "Mend some."))
    assert_no_gain(text, ALL)
    assert list(broken_seals(read(text, ALL).records.baseline)) == [("commitments", 0)]


def test_a_digest_of_the_promise_now_does_not_hide_what_the_text_says() -> None:
    """All digests and the seal are forged; the text in the file tells what was promised."""
    now = one("trees", lead="Roads")
    records = PlanRecords("p", CONTEXT, PLAN, commitments=ALL)
    true = freeze(records, parse_date("2025-06-19"))
    items = list(true.commitments)
    items[1] = items[1].but(digest=frozen(now).digest)
    lie = true.but(commitments=tuple(items))
    lie = lie.but(digest=digest_of_whole(lie))
    assert_no_gain(text_of(lie, {}), [PATHS, now, WELLS])
    found = read(text_of(lie, {}), [PATHS, now, WELLS]).records.baseline
    assert list(broken_seals(found)) == [("commitments", 1)]
