"""From plain data to a record: what does not fit is told at its place, and leaves the rest."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openroadmap.findings import Finding, Level
from openroadmap.i18n import translator
from openroadmap.model.dates import parse_date
from openroadmap.model.kinds import KIND, KINDS, Kind
from openroadmap.model.table import table
from openroadmap.read.marks import Marks
from openroadmap.read.moved import MovedMarks
from openroadmap.read.refusals import MOST_FINDINGS
from openroadmap.read.shape import Shaped, shape
from openroadmap.read.yaml import read_yaml
from openroadmap.rules import tell


def shaped(kind: str, text: str, id: str = "open-data") -> Shaped:
    read = read_yaml(text.encode(), "file.yml")
    assert read.data is not None, read.findings
    return shape(KIND[kind], id, read.data, read.marks, "file.yml")


def told(kind: str, text: str, id: str = "open-data") -> list[tuple[str, str, int, int]]:
    """Code, variant, line and column of each finding."""
    return [
        (f.rule, f.variant, f.place.line, f.place.column)
        for f in shaped(kind, text, id).findings
    ]


def has_words(finding: Finding) -> bool:
    told = tell(finding, translator("en"))
    return bool(told.what and told.why and told.fix)


def only(kind: str, text: str) -> Finding:
    (finding,) = shaped(kind, text).findings
    return finding


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        # Keys.
        ("commitment", "title: X\nsummry: Y\n", ("S01", "nearest", 2, 1)),
        ("commitment", "title: X\nxyzzy: Y\n", ("S01", "", 2, 1)),
        ("commitment", "title: X\n'[key]': Y\n", ("S01", "", 2, 1)),
        ("commitment", "title: X\nvalues:\n  honesty: Y\n", ("S01", "", 3, 3)),
        ("commitment", "title: X\nstatus: complete\n", ("S01", "status-in-commitment", 2, 1)),
        (
            "commitment",
            "title: X\nmilestones:\n  - id: m1\n    title: Y\n    completion: limited\n",
            ("S01", "status-in-commitment", 5, 5),
        ),
        ("plan", "title: X\ncompletion: limited\n", ("S01", "status-in-commitment", 2, 1)),
        ("commitment", "title: X\nambition: high\n", ("C19", "outside-assessment", 2, 1)),
        (
            "update",
            "date: 2026\nmilestones:\n  - id: m1\n    early_results: moderate\n",
            ("C19", "outside-assessment", 4, 5),
        ),
        # What is needed and absent.
        ("commitment", "summary: Y\n", ("S02", "", 1, 1)),
        ("commitment", "title:\n", ("S02", "", 1, 7)),
        ("commitment", "title: X\nlinks:\n  - url: https://example.org\n", ("S02", "", 3, 5)),
        ("view", "date: 2026\ncommitment: a\nby:\n  role: Chair\n", ("S02", "", 4, 3)),
        # One form in place of another.
        ("commitment", "title: [X, Y]\n", ("S03", "text-not-list", 1, 8)),
        ("commitment", "title:\n  a: b\n", ("S03", "text-not-mapping", 2, 3)),
        ("commitment", "title: X\nmilestones: m1\n", ("S03", "list-not-text", 2, 13)),
        ("commitment", "title: X\nmilestones:\n  m1: Y\n", ("S03", "list-not-mapping", 3, 3)),
        ("commitment", "title: X\nmilestones:\n  - Y\n", ("S03", "mapping-not-text", 3, 5)),
        ("commitment", "title: X\nvalues: open\n", ("S03", "mapping-not-text", 2, 9)),
        ("commitment", "title: X\nvalues: [open]\n", ("S03", "mapping-not-list", 2, 9)),
        ("commitment", "title: X\nends_on: [2026]\n", ("S03", "text-not-list", 2, 10)),
        ("commitment", "title: X\nends_on: {a: b}\n", ("S03", "text-not-mapping", 2, 10)),
        ("assessment", "by: irm\nresults: good\n", ("S03", "mapping-not-text", 2, 10)),
        ("assessment", "by: irm\nresults: [good]\n", ("S03", "mapping-not-list", 2, 10)),
        # Values that are not what their field wants.
        ("commitment", "title: X\nends_on: 2026-02-30\n", ("S04", "no-such-day", 2, 10)),
        ("commitment", "title: X\nends_on: Ongoing\n", ("S04", "not-a-date", 2, 10)),
        ("plan", "title: X\ncommitments_stated: 010\n", ("S08", "not-whole", 2, 21)),
        ("response", "covers_all: on\n", ("S08", "not-yes-no", 1, 13)),
        ("member", "name: X\nsite_url: example.org\n", ("S08", "not-a-url", 2, 11)),
        ("update", "date: 2026\ncommitment: Open Data\n", ("S08", "not-an-id", 2, 13)),
        (
            "commitment",
            "title: X\norigin_contributions:\n  - fine\n  - Not Fine\n",
            ("S08", "not-an-id", 4, 5),
        ),
        ("assessment", "by: irm\nresults:\n  A B:\n    note: X\n", ("S08", "not-an-id", 3, 3)),
        # Codes.
        ("commitment", "title: X\nvalues_named: [speed]\n", ("S05", "", 2, 16)),
        ("update", "date: 2026\ncompletion: done\n", ("S05", "", 2, 13)),
        # Length.
        ("commitment", f"title: {'x' * 601}\n", ("S06", "", 1, 8)),
        # The id.
        ("commitment", "id: other\ntitle: X\n", ("C01", "not-the-file-name", 1, 5)),
        ("commitment", "id: [other]\ntitle: X\n", ("C01", "not-the-file-name", 1, 5)),
    ],
)
def test_each_slip_is_told_once_at_its_line_and_column(
    kind: str, text: str, expected: tuple[str, str, int, int]
) -> None:
    assert told(kind, text) == [expected]


def test_every_finding_has_words_in_the_rules_room() -> None:
    text = "date: 2026-02-30\nstatus: x\nmilestones: y\ncompletion: done\nstarred: yes\n"
    findings = shaped("update", text).findings
    assert len(findings) == 5
    assert all(has_words(finding) for finding in findings)


@pytest.mark.parametrize(
    ("kind", "text", "args"),
    [
        (
            "commitment",
            "title: X\nsummry: Y\n",
            {"key": "summry", "kind": "commitment", "suggestion": "summary"},
        ),
        ("commitment", "summary: Y\n", {"field": "title", "part": ""}),
        (
            "commitment",
            "title: X\nlinks:\n  - url: https://example.org\n",
            {"field": "title", "part": "links"},
        ),
        ("commitment", "title: X\nmilestones: m1\n", {"field": "milestones", "text": "m1"}),
        (
            "commitment",
            "title: X\nends_on: 2026-02-30\n",
            {"field": "ends_on", "text": "2026-02-30", "suggestion": "2026-02-28"},
        ),
        (
            "update",
            "date: 2026\ncompletion: Completed\n",
            {
                "field": "completion",
                "text": "Completed",
                "suggestion": "complete",
                "allowed": "not_started, limited, substantial, complete, no_evidence_available",
            },
        ),
        (
            "commitment",
            f"title: '  {'x' * 601}  '\n",
            {"field": "title", "limit": 600, "length": 601},
        ),
        (
            "commitment",
            "title: X\norigin_contributions: [Not Fine]\n",
            {"field": "origin_contributions", "text": "Not Fine"},
        ),
        ("commitment", "id: other\ntitle: X\n", {"stated": "other", "id": "open-data"}),
    ],
)
def test_a_finding_carries_what_its_sentence_needs(
    kind: str, text: str, args: dict[str, str | int]
) -> None:
    finding = only(kind, text)
    assert finding.level is Level.ERROR
    assert {name: finding.args[name] for name in args} == args


def test_an_unknown_key_is_told_with_the_keys_there_are() -> None:
    finding = only("commitment", "title: X\nvalues:\n  honesty: Y\n")
    assert finding.args["known"] == (
        "transparency, participation, accountability, technology, inclusion"
    )


def test_one_slip_leaves_the_rest_of_the_record() -> None:
    done = shaped(
        "commitment",
        "title: Publish\nends_on: soon\nlead: Ministry\nsummry: X\n"
        "milestones:\n  - {id: m1, title: A}\n  - {title: B}\n  - {id: m3, title: C, due_on: x}\n",
    )
    record = done.record
    assert record is not None
    assert (record.title, record.ends_on, record.lead) == ("Publish", None, "Ministry")
    assert [(m.id, m.title, m.due_on) for m in record.milestones] == [
        ("m1", "A", None), ("m3", "C", None),
    ]  # fmt: skip
    assert [f.rule for f in done.findings] == ["S04", "S01", "S02", "S04"]


def test_a_part_that_lacks_what_it_needs_is_left_out_alone_and_told_once() -> None:
    done = shaped("commitment", "title: X\nlinks:\n  - {title: A}\n  - {url: 'https://a.org'}\n")
    assert [link.title for link in done.record.links] == ["A"]
    assert [(f.rule, f.path) for f in done.findings] == [("S02", ("links", 1, "title"))]


def test_a_needed_value_that_does_not_fit_is_not_missing_as_well() -> None:
    done = shaped("update", "date: 2026-02-30\n")
    assert done.record is None
    assert [(f.rule, f.variant) for f in done.findings] == [("S04", "no-such-day")]


def test_a_record_without_what_it_must_have_is_none_but_all_is_told() -> None:
    done = shaped("commitment", "summry: X\nends_on: soon\n")
    assert done.record is None
    assert {f.rule for f in done.findings} == {"S01", "S02", "S04"}


def test_a_key_left_empty_is_absent() -> None:
    done = shaped(
        "commitment",
        "title: X\nsummary:\nends_on: ~\nlead: null\nvalues:\n  transparency:\nmilestones:\n"
        "links:\n  - title: A\n    url:\n",
    )
    assert done.findings == ()
    record = done.record
    assert (record.summary, record.ends_on, record.lead, record.milestones) == (None,) * 3 + ((),)
    assert record.links[0].url is None


def test_an_unknown_key_is_told_even_when_nothing_stands_behind_it() -> None:
    assert told("commitment", "title: X\nstatus: x\nsummry:\nlead: y\n") == [
        ("S01", "status-in-commitment", 2, 1),
    ]


def test_a_dash_with_nothing_after_it_is_no_item_and_moves_no_place() -> None:
    text = "title: X\norigin_contributions:\n  -\n  - fine\n  - Not Fine\n  -\n"
    done = shaped("commitment", text)
    assert done.record.origin_contributions == ("fine",)
    assert told("commitment", text) == [("S08", "not-an-id", 5, 5)]


def test_the_id_is_the_files_name_and_may_be_repeated() -> None:
    assert shaped("commitment", "title: X\n").record.id == "open-data"
    assert shaped("commitment", "id: open-data\ntitle: X\n").findings == ()


def test_a_wrong_id_is_told_and_the_files_name_holds() -> None:
    done = shaped("commitment", "id: other\ntitle: X\n")
    assert done.record.id == "open-data"


def test_an_assessment_may_hold_the_reviewers_codes() -> None:
    done = shaped("assessment", "by: irm\nresults:\n  a:\n    ambition: high\n    starred: yes\n")
    assert done.findings == ()
    assert done.record.results["a"].starred is True


def test_the_same_slip_in_nine_thousand_places_is_told_fifty_times_and_soon() -> None:
    text = "title: X\n" + "".join(f"key{n}: 1\n" for n in range(9_000))
    findings = shaped("commitment", text).findings
    assert len(findings) == MOST_FINDINGS
    assert [f.place.line for f in findings] == list(range(2, 2 + MOST_FINDINGS))


def test_places_are_found_although_items_before_them_were_left_out() -> None:
    text = (
        "title: X\nmilestones:\n  - {title: no id}\n  - {id: m2, title: B}\n"
        "  - {title: no id}\n  - {id: m4, title: D}\n"
    )
    read = read_yaml(text.encode(), "file.yml")
    done = shape(KIND["commitment"], "x", read.data, read.marks, "file.yml")
    marks = MovedMarks(read.marks, done.gone)
    places = [marks.value(("milestones", at, "id")) for at in range(len(done.record.milestones))]
    assert places == [(4, 10), (6, 10)]
    assert marks.key(("milestones", 1, "title")) == (6, 14)
    assert marks.value(("title",)) == read.marks.value(("title",))


# Whatever is typed.

KEYS = sorted({name for kind in KINDS for name in table(kind.model)})
LEAVES = st.none() | st.text(max_size=8) | st.sampled_from(
    ["2026", "yes", "m1", "irm", "complete", "[key]", "https://example.org"]
)
NAMES = st.sampled_from([*KEYS, "[key]", "m1", "organisation"]) | st.text(max_size=4)
DATA = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=6),
    max_leaves=25,
)


@given(st.sampled_from(KINDS), st.dictionaries(NAMES, DATA, max_size=8))
def test_no_data_raises_and_a_record_without_findings_is_whole(
    kind: Kind, data: dict[str, Any]
) -> None:
    done = shape(kind, "an-id", data, Marks(), "file.yml")
    assert done.record is not None or done.findings
    assert all(has_words(finding) for finding in done.findings)


@given(st.sampled_from(KINDS), st.data())
def test_known_keys_with_odd_values_never_raise(kind: Kind, data: st.DataObject) -> None:
    names = st.sampled_from(list(table(kind.model)))
    typed = data.draw(st.dictionaries(names, DATA, max_size=8))
    done = shape(kind, "an-id", typed, Marks(), "file.yml")
    if done.record is not None:
        assert shape(kind, "an-id", typed, Marks(), "file.yml").record == done.record


@given(st.lists(st.sampled_from(["", "2026-05-01", "Open Data", "m1", "complete"]), max_size=8))
def test_what_is_left_of_a_list_keeps_its_order(typed: list[str]) -> None:
    data = {"title": "X", "origin_contributions": typed}
    done = shape(KIND["commitment"], "an-id", data, Marks(), "file.yml")
    assert list(done.record.origin_contributions) == [
        each for each in typed if each in ("2026-05-01", "m1", "complete")
    ]


@pytest.mark.parametrize(
    "typed", ["NO", "no", "on", "Off", "y", "12:30", "12:30:45", "22:22", "010", "1.10", "1_000",
              "0x1F", "1e3", ".5", "2026-02-30", "=", "true"]
)  # fmt: skip
def test_a_text_that_yaml_would_take_for_something_else_is_that_text(typed: str) -> None:
    done = shaped("commitment", f"title: {typed}\nlead: {typed}\n")
    assert done.findings == ()
    assert (done.record.title, done.record.lead) == (typed, typed)


def test_a_date_is_typed_and_keeps_what_was_written() -> None:
    record = shaped("commitment", "title: X\nends_on: 2027-Q3\n").record
    assert record.ends_on == parse_date("2027-Q3")
