"""Which plans that are gone were invented, and which were called so later: what there was comes in.

Who starts from the example removes it: that takes nothing from anybody. A plan that was
only called an example before it went is none, and one that is there does not become one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from openroadmap.history.git import Git
from openroadmap.history.lives import Life
from openroadmap.model.kinds import record_at
from openroadmap.read.yaml import read_yaml

Lives = Mapping[str, Life]


def invented_plans(git: Git, lives: Lives, gone: Lives) -> list[str]:
    """The folders of plans that, or whose members, always said that they are examples.

    ``lives`` are the records that are there, ``gone`` those that are not.
    """
    every = {**gone, **lives}
    heads = {
        path: [_contents(path, every), _contents(_member_of(path), every)]
        for path in gone
        if (place := record_at(path)) and place[1] == "plan"
    }
    said = _said(git, (blob for both in heads.values() for each in both for blob in each))
    return [
        path.rpartition("/")[0]
        for path, both in heads.items()
        if any(each and all(said[blob] for blob in each) for each in both)
    ]


def _member_of(plan: str) -> str:
    return "/".join((*plan.split("/")[:2], "member.yml"))


def _contents(path: str, lives: Lives) -> list[str]:
    """Everything that a record ever said; nothing where there never was one."""
    return [content for _, content in lives[path].steps] if path in lives else []


def called_examples(git: Git, lives: Lives, gone: Lives) -> Iterator[tuple[str, int]]:
    """The plans that are called examples now and were none on an earlier day: the file of each,
    and the day since when. Their members may say so for them.
    """
    every = {**gone, **lives}
    plans = [path for path in lives if (place := record_at(path)) and place[1] == "plan"]
    heads = {path: (path, _member_of(path)) for path in plans}
    last = _said(git, (_contents(each, lives)[-1] for both in heads.values() for each in both
                       if each in lives))  # fmt: skip
    now = {
        path: [each for each in both if each in every]
        for path, both in heads.items()
        if any(each in lives and last[_contents(each, lives)[-1]] for each in both)
    }
    files = {each for both in now.values() for each in both}
    said = _said(git, (blob for each in files for blob in _contents(each, every)))
    for path, both in now.items():
        if (since := _became([every[each] for each in both], said)) is not None:
            yield path, since


def _became(lives: list[Life], said: Mapping[str, bool | None]) -> int | None:
    """The last day on which a plan, or its member, came to say that it is an example; None where
    it never was anything else. What nobody can read says nothing."""
    since, was_real = None, False
    first = lives[0].first
    for day in sorted({max(day, first) for life in lives for day, _ in life.steps}):
        answers = [_answer(life, day, said) for life in lives]
        if True in answers:
            since = day if was_real and since is None else since
        elif None not in answers:
            since, was_real = None, True
    return since


def _answer(life: Life, day: int, said: Mapping[str, bool | None]) -> bool | None:
    """What a record said at the end of a day; None where it was not there."""
    known = [said[each] for came, each in life.steps if came <= day and said[each] is not None]
    return known[-1] if known else None


def _said(git: Git, contents: Iterable[str]) -> dict[str, bool | None]:
    """Whether each content says that it is an example; None where it cannot be read."""
    blobs = list(dict.fromkeys(contents))
    found = git.contents(blobs) if blobs else ()
    return {
        blob: None if content is None else _is_example(content)
        for blob, content in zip(blobs, found, strict=True)
    }


def _is_example(content: bytes) -> bool | None:
    if b"example" not in content and b"\\" not in content:  # an escape may spell it
        return False
    from openroadmap.model.fields import is_yes  # late: few plans are examples

    data = read_yaml(content, "").data
    return is_yes(data.get("example")) if data else None
