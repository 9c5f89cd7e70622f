"""The demonstration tells the truth: each fact has its source, each gap and doubt is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from site_build import Built, data_of, invented

KINDS = {"member.yml", "plan.yml", "forum.yml"}
FOLDERS = {"commitments", "assessments", "updates", "meetings", "mechanisms", "outreach"}
# Not facts of the world: where they come from, who keeps the record, how records hang together.
OWN = {"sources", "notes", "kept_by", "keeper", "previous_plan", "commitment", "level"}
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
PHONE = re.compile(
    r"\btel:|\+\d{1,3}[ .-]?\(?\d{2,4}\)?([ .-]?\d{2,4}){2,}"  # +254 700 000 000
    r"|\(\d{3}\) ?\d{3}[ -]\d{4}|\b\d{3}[.-]\d{3}[.-]\d{4}\b"  # (512) 555-0100
)


def records(root: Path) -> dict[str, dict[str, Any]]:
    """Every record that states facts of the world, by its path."""
    folder = root / "commitments"
    made_up = invented(root)
    return {
        file.relative_to(folder).as_posix(): data_of(file)
        for file in sorted(folder.rglob("*.yml"))
        if (file.name in KINDS or file.parent.name in FOLDERS)
        and file.relative_to(folder).parts[0] not in made_up
    }


def has_address(value: Any) -> bool:
    """True of a part that says itself where it can be read, and of a list of such parts."""
    if isinstance(value, list):
        return bool(value) and all(has_address(each) for each in value)
    return isinstance(value, dict) and bool(value.get("url") or value.get("evidence"))


def unsourced(record: dict[str, Any]) -> Iterator[str]:
    sources = record.get("sources", [])
    told = {fact.split(".")[0] for source in sources for fact in source.get("facts", [])}
    noted = {fact for note in record.get("notes", []) for fact in note.get("about", ())}
    ours = OWN | ({"title"} if "kept_by" in record else set())  # what we call a plan
    for name, value in record.items():
        known = name in ours | told | noted or name.endswith("url")
        if not known and not has_address(value):
            yield name
    for source in sources:
        yield from (f"a source of {fact!r}" for fact in source.get("facts", []) if "." not in fact
                    and fact not in record)  # fmt: skip


def text_of(html: str) -> str:
    """What a page's main part says, without its marks."""
    main = html[html.index("<main") : html.index("</main>")]
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"<sup.*?</sup>", "", main)).split())


def page(demo: Built, address: str) -> str:
    return text_of((demo.folder / address / "index.html").read_text("utf-8"))


def test_every_fact_has_a_source(root: Path) -> None:
    found = records(root)
    assert len(found) > 80
    faults = [f"{path}: {name}" for path, each in found.items() for name in unsourced(each)]
    assert faults == []


def test_a_fact_without_a_source_is_noticed() -> None:
    record = {"title": "T", "lead": "L", "sources": [{"title": "S", "facts": ["title", "end"]}]}
    assert list(unsourced(record)) == ["lead", "a source of 'end'"]


def test_every_record_names_a_source_on_its_page(root: Path, demo: Built) -> None:
    for path, record in records(root).items():
        if "/commitments/" not in f"/{path}" and not path.endswith(("member.yml", "plan.yml")):
            continue
        address = path.replace("/commitments/", "/").removesuffix(".yml")
        html = (demo.folder / re.sub(r"/(plan|member)$", "", address) / "index.html").read_text()
        assert html.count('id="source-') >= len(record["sources"]), path


def test_nobodys_address_or_number_is_published(demo: Built) -> None:
    for file in sorted(demo.folder.rglob("*")):
        if file.suffix not in {".html", ".xml", ".css", ".js", ".svg", ".json", ".csv", ".txt"}:
            continue
        path, text = file.relative_to(demo.folder).as_posix(), file.read_text("utf-8")
        if path.startswith("rules/"):  # a rule shows a wrong example, with a reserved domain
            text = re.sub(r"<pre.*?</pre>", "", text, flags=re.S)
        assert EMAIL.search(text) is None, path
        assert PHONE.search(text) is None, path


@pytest.mark.parametrize(
    "text", ["write to a.person@example.org", "call +254 700 123 456", "call (512) 555-0100"]
)
def test_an_address_and_a_number_are_noticed(text: str) -> None:
    assert EMAIL.search(text) or PHONE.search(text)


def test_what_is_absent_is_shown_as_not_recorded(root: Path, demo: Built) -> None:
    labels = {"lead": "Lead institution", "milestones": "Milestones", "problem": "Problem"}
    gaps = 0
    for path, record in records(root).items():
        if "/commitments/" in path:
            told = page(demo, path.replace("/commitments/", "/").removesuffix(".yml"))
            missing = told.partition("Nothing is recorded here about the following:")[2]
            for field, label in labels.items():
                if field not in record:
                    gaps += 1
                    assert label in missing, f"{path}: {label}"
    assert gaps > 50


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("elgeyo-marakwet/2025-2027", ("June 2027", "August 2027", "two ends of this plan")),
        ("austin/2024-2028", ("November 2028", "January 2029", "two ends of this plan")),
        ("jalisco/2023-2024/clear-judgments", ("September 2021", "May 2021", "before the start")),
    ],
)
def test_sources_that_disagree_are_shown_side_by_side(
    address: str, said: tuple[str, ...], demo: Built
) -> None:
    told = page(demo, address)
    assert [each for each in said if each not in told] == []


def test_who_keeps_a_transcribed_plan_is_said_on_its_page(root: Path, demo: Built) -> None:
    plans = [path for path in records(root) if path.endswith("plan.yml")]
    assert len(plans) > 10
    for path in plans:
        assert "not by the government" in page(demo, path.removesuffix("plan.yml")), path


def test_an_invented_member_says_so_on_each_of_its_pages(root: Path, demo: Built) -> None:
    for member in invented(root):
        for path, html in demo.pages().items():
            if path.startswith(f"{member}/"):
                assert "example" in text_of(html).lower(), path
