"""From proposals to promises: each number is of records, and part of the one before."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from openroadmap.measure.funnel import Funnel, measure_funnel
from openroadmap.model.kinds import KIND
from plan_samples import commitment, plan_of

TODAY = date(2026, 11, 23)
IDS = ("a", "b", "c", "d")


def of(kind: str, /, **fields: Any) -> Any:
    return KIND[kind].model.validated(fields)


def received(*ids: str) -> tuple[Any, ...]:
    return tuple(of("contribution", id=id, received_on="2026-01-01") for id in ids)


def test_each_stage_is_counted_from_records() -> None:
    answers = (
        of("response", id="r1", contributions=["a"], decision="accepted", commitments=["one"]),
        of("response", id="r2", contributions=["b"], decision="partly_accepted"),
        of("response", id="r3", contributions=["c"], decision="not_accepted"),
    )
    one = commitment(origin_contributions=["b"])
    records = plan_of(one, contributions=received(*IDS), responses=answers)
    assert measure_funnel(records, TODAY) == Funnel(4, 3, 2, 2)


def test_one_report_on_all_is_no_answer_to_each() -> None:
    report = of("response", id="all", covers_all="yes", published_on="2026-06")
    records = plan_of(contributions=received("a", "b"), responses=(report,))
    assert measure_funnel(records, TODAY) == Funnel(2, 0, 0, 0, summed_up=True)


def test_an_answer_of_later_days_is_not_known_yet() -> None:
    late = of("response", id="r", contributions=["a"], decision="accepted",
              published_on="2026-12-01")  # fmt: skip
    records = plan_of(contributions=received("a"), responses=(late,))
    assert measure_funnel(records, TODAY) == Funnel(1)


@given(
    st.lists(st.sampled_from(IDS), unique=True),
    st.lists(
        st.tuples(
            st.lists(st.sampled_from((*IDS, "unknown"))),
            st.sampled_from(["accepted", "merged", "deferred", None]),
            st.booleans(),
        )
    ),
)
def test_the_way_only_narrows(there: list[str], told: list[tuple[list[str], Any, bool]]) -> None:
    answers = tuple(
        of("response", id=f"r{n}", contributions=ids, decision=decision,
           commitments=["one"] if led else [])
        for n, (ids, decision, led) in enumerate(told)
    )  # fmt: skip
    records = plan_of(commitment(), contributions=received(*there), responses=answers)
    funnel = measure_funnel(records, TODAY)
    stages = [funnel.received, funnel.answered, funnel.accepted, funnel.promised]
    assert stages == sorted(stages, reverse=True)
