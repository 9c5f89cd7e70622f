"""Words for made-up plans: a random source comes in, sentences that read like a plan's go out.

Every list is this project's own. No sentence is about a real place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random

PLACES = (
    "Alderbeck", "Brackenford", "Calder Bay", "Dunmarrow", "Eastermere", "Fallowdale",
    "Greyhaven", "Hollinshaw", "Ivelstone", "Juniper Coast", "Kestrel Valley", "Larkhill",
    "Merrowdown", "Northwick", "Oakenshore", "Pellworth", "Quarrendon", "Rowanlea",
    "Saltmarsh", "Thornbury Vale", "Underhill", "Veldry", "Westermark", "Yarrowfield",
)  # fmt: skip
THINGS = (
    "contracts", "building permits", "school budgets", "bus timetables", "clinic waiting times",
    "water quality readings", "land records", "council votes", "grants to associations",
    "inspection reports", "housing lists", "road repairs", "procurement notices",
    "environmental licences", "tax exemptions", "court calendars", "market fees",
    "emergency spending", "library opening hours", "air quality measurements",
    "planning decisions", "salaries of senior officials", "complaints", "donations to parties",
)  # fmt: skip
VERBS = (
    "Publish", "Open", "Explain", "Map", "Review with residents", "Put online", "Simplify",
    "Translate", "Record", "Share", "Track", "Decide with neighbourhoods on",
)  # fmt: skip
PEOPLE = (
    "market traders", "young people", "parents", "people with disabilities", "small businesses",
    "farming families", "journalists", "tenants", "older residents", "community groups",
    "researchers", "people in remote wards", "women's associations", "newcomers to the city",
)  # fmt: skip
BODIES = (
    "Office of the Secretary", "Department of Finance", "Public Works Department",
    "Procurement Office", "Directorate of Health", "Department of Education",
    "Office of the Ombudsman", "Digital Services Unit", "Planning Department",
    "Statistics Office", "Environment Agency", "Department of Transport",
)  # fmt: skip
GROUPS = (
    "Budget Watch", "Open Ledger", "Neighbours' Forum", "Civic Data Circle", "Clean Rivers",
    "Parents' Alliance", "Right to Ask", "Accessible City Network", "Observatory of Promises",
    "Traders' Association", "Youth Assembly", "Fair Housing Coalition",
)  # fmt: skip
OTHERS = (
    "Faculty of Law", "School of Public Policy", "Chamber of Commerce", "Community Radio",
    "Institute of Statistics", "Library Association",
)  # fmt: skip
PRODUCTS = (
    "a public register", "an open data set", "a yearly report in plain language", "a map",
    "a help desk in each ward", "a set of common forms", "a published timetable",
    "an independent review", "a training course", "a feedback line", "minutes of each session",
    "a guide with examples", "a searchable archive", "a list of open questions with answers",
)  # fmt: skip
MOMENTS = (
    "within a week", "before the decision is taken", "at the end of each month", "in time",
    "by the start of the school year", "before the budget is voted", "on the same day",
    "twice a year", "within ten working days", "by the end of the quarter",
)  # fmt: skip
MEANS = (
    "by letter", "by telephone", "in person at the counter", "through a form that is on paper",
    "by asking somebody they know", "only after several visits", "by way of the press",
)  # fmt: skip

SENTENCES: Mapping[str, tuple[str, ...]] = {
    "problem": (
        "In {place}, {people} cannot see {things} {moment}.",
        "Whoever wants to know more about {things} has to find out {means}.",
        "Of {number} requests about {things} in the last year, {few} were answered {moment}.",
        "This weighs most on {people}, who have the least time to ask twice.",
        "Figures on {things} are kept in {few} separate systems that do not agree.",
        "At the meetings in {place}, {people} named it as one of their {few} main concerns.",
        "Without {product}, nobody outside {body} can tell whether {things} are handled fairly.",
    ),
    "causes": (
        "{body} and {body2} record {things} in different ways.",
        "No rule says who answers for {things}, or by when.",
        "The last review, {few} years ago, proposed {product}, and no money was set aside for it.",
        "Staff who know {things} well leave, and what they know leaves with them.",
        "The forms ask {people} for {number} details, many of which {body} already has.",
        "Until now {group} has had no way to be heard {moment}.",
        "Systems were bought one by one, and {things} cannot be moved between them.",
    ),
    "status_quo": (
        "Today {things} can be seen {means}.",
        "{body} answers {number} questions a month about {things}, each one by hand.",
        "{group} keeps a list of its own, with {number} entries, and updates it {moment}.",
        "There is {product}, but it covers {few} of the {number} cases and is not kept up.",
        "In {place} a trial with {people} ran for {few} months and was well received.",
        "{body2} has begun to collect {things} from {few} of its offices.",
        "What exists is in one language only, and {people} say that it is hard to follow.",
    ),
    "solution": (
        "{body} will set up {product} for {things}, together with {group}.",
        "It will be tried first in {place}, with {people}, and changed by what they say.",
        "Everything that can be published will be published {moment}, and what cannot will be "
        "named with the reason.",
        "{body2} will hand over its figures on {things} in an open format.",
        "{group} and {other} will look at the result {moment} and write down what they find.",
        "A team of {few} people will answer questions about {things} {moment}.",
        "The rules for {things} will be written anew, and {people} will see the draft {moment}.",
    ),
    "expected_results": (
        "{people_start} will find {things} {moment}, without having to ask.",
        "Questions about {things} should fall from {number} a month to fewer than {few}.",
        "{group} will be able to compare {things} across all wards of {place}.",
        "Decisions on {things} will come with a reason that can be read by everybody.",
        "{body} will spend less time on single requests and more on {product}.",
        "At the end, at least {number} people will have used {product}.",
        "What was learnt in {place} will be offered to {few} other districts.",
    ),
    "progress": (
        "{body} has worked with {group} on {product} for {things}.",
        "{number} people took part in {few} sessions in {place}.",
        "The first version was shown to {people}, who asked for {few} changes.",
        "{body2} has handed over {number} records, and {few} were sent back to be mended.",
        "The next step is to open it to {people} {moment}.",
    ),
    "challenges": (
        "The tender for {product} drew {few} offers and had to be repeated.",
        "{body2} needs longer than planned to hand over its figures on {things}.",
        "Few {people} could come to the sessions, so they will be held again in the evening.",
    ),
    "view": (
        "{group} welcomes {product}, and would have liked to see it {moment}.",
        "Of {number} entries that we looked at, {few} were out of date.",
        "{people_start} told us that they still learn about {things} {means}.",
        "We ask {body} to say what happens to the answers it receives.",
        "In {place} it works well, and the other wards should follow.",
    ),
    "finding": (
        "The commitment is clear on {things} and says who answers for them.",
        "{product_start} exists, and {people} can use it.",
        "Evidence was found for {few} of the steps; for the others, dates are missing.",
        "How {people} took part could be described better.",
    ),
}


class Writer:
    """Writes texts; the same source of chance writes the same texts."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance

    def sentence(self, subject: str) -> str:
        return self._fill(self.chance.choice(SENTENCES[subject]))

    def sentences(self, subject: str, fewest_words: int) -> str:
        """Whole sentences, in a new order each time, until there are words enough."""
        said: list[str] = []
        patterns: list[str] = []
        while sum(len(one.split()) for one in said) < fewest_words:
            patterns = patterns or self.chance.sample(SENTENCES[subject], len(SENTENCES[subject]))
            said.append(self._fill(patterns.pop()))
        return " ".join(said)

    def prose(self, subject: str) -> str:
        """60 to 120 words; now and then with a link, a list or an emphasis."""
        text = self.sentences(subject, self.chance.randint(55, 85))
        kind = self.chance.random()
        if kind < 0.12:
            return f"{text}\n\n{self._list()}"
        if kind < 0.30:
            return f"{text} {self._link()}"
        if kind < 0.38:
            return f"{text} **No personal data will be published.**"
        return text

    def title(self) -> str:
        verb, things = self.chance.choice(VERBS), self.chance.choice(THINGS)
        people, place = self.chance.choice(PEOPLE), self.chance.choice(PLACES)
        return f"{verb} {things} for {people} in {place}"

    def one(self, names: tuple[str, ...]) -> str:
        return self.chance.choice(names)

    def some(self, names: tuple[str, ...], most: int) -> list[str]:
        return self.chance.sample(names, self.chance.randint(1, most))

    def _list(self) -> str:
        items = self.chance.sample(PRODUCTS, 3)
        return "\n".join(f"- {item}, {self.chance.choice(MOMENTS)}" for item in items)

    def _link(self) -> str:
        body = self.chance.choice(BODIES)
        number = self.chance.randint(100, 999)
        return f"More is in the [report of the {body}](https://example.org/reports/{number})."

    def _fill(self, pattern: str) -> str:
        body, body2 = self.chance.sample(BODIES, 2)
        people, product = self.chance.choice(PEOPLE), self.chance.choice(PRODUCTS)
        text = pattern.format(
            place=self.chance.choice(PLACES),
            things=self.chance.choice(THINGS),
            people=people,
            people_start=people[0].upper() + people[1:],
            body=f"the {body}",
            body2=f"the {body2}",
            group=self.chance.choice(GROUPS),
            other=f"the {self.chance.choice(OTHERS)}",
            product=product,
            product_start=product[0].upper() + product[1:],
            moment=self.chance.choice(MOMENTS),
            means=self.chance.choice(MEANS),
            number=self.chance.randint(40, 900),
            few=self.chance.choice(("two", "three", "four", "five", "six")),
        )
        return text[0].upper() + text[1:]


def slug(text: str) -> str:
    """A record's id made of a title."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
