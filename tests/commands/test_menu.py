"""The menu: its first level at the head of each page, its sections at the foot."""

from __future__ import annotations

from openroadmap.commands.menu import (
    MenuItem,
    MenuSection,
    complete_menu,
    default_menu,
    read_nav,
    sections_of,
)
from openroadmap.render.page import Page

NAV = [
    {"Home": "index.md"},
    "take-part.md",
    {"Behind the pages": [{"Rules": "rules/"}, {"Deeper": ["method.md"]}, "data.md"]},
    {"": 3},
]


def page(address: str, title: str, kind: str = "content") -> Page:
    return Page(address, kind, "en", title, "", "")


def test_a_link_knows_the_section_it_stands_in() -> None:
    assert read_nav(NAV) == (
        MenuItem("Home", ""),
        MenuItem("", "take-part/"),
        MenuItem("Rules", "rules/", "Behind the pages"),
        MenuItem("", "method/", "Deeper"),
        MenuItem("", "data/", "Behind the pages"),
    )


def test_sections_stand_in_the_order_of_their_first_link() -> None:
    rules, method, data = read_nav(NAV)[2:]
    assert sections_of(read_nav(NAV)) == (
        MenuSection("Behind the pages", (rules, data)),
        MenuSection("Deeper", (method,)),
    )


def test_without_nav_the_pages_of_all_plans_come_first() -> None:
    own = [page("method/", "Method"), page("a/b/", "Too deep")]
    made = [page("standards/", "Standards", "x"), page("explore/", "Explore", "x")]
    menu = default_menu(own, {each.address: each for each in (*own, *made)})
    assert [item.address for item in menu] == ["explore/", "standards/", "method/"]


def test_completing_a_menu_keeps_the_sections() -> None:
    pages = {each.address: each for each in (page("", "Home"), page("rules/", "The rules"))}
    asked = read_nav([{"Home": "index.md"}, {"More": ["rules/", "gone.md"]}])
    menu, findings = complete_menu(asked, pages)
    assert menu == (MenuItem("Home", ""), MenuItem("The rules", "rules/", "More"))
    assert [(each.variant, each.args["name"]) for each in findings] == [("nav-nowhere", "gone/")]
