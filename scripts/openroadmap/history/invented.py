"""Which of the plans that are gone were invented: what there was comes in, their folders go out.

Who starts from the example removes it: that takes nothing from anybody. A plan that was
only called an example before it went is none.
"""

from __future__ import annotations

from collections.abc import Mapping

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
    blobs = list(dict.fromkeys(blob for both in heads.values() for each in both for blob in each))
    if not blobs:
        return []
    said = {
        blob: content is not None and _is_example(content)
        for blob, content in zip(blobs, git.contents(blobs), strict=True)
    }
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


def _is_example(content: bytes) -> bool:
    from openroadmap.model.fields import is_yes  # late: few plans are ever gone

    data = read_yaml(content, "").data
    return bool(data) and is_yes(data.get("example"))
