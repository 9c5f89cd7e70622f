"""A translation that restates facts.

## What it says

A translation holds texts only, of what the original says. Dates, ids, names, codes and links
stand once, in the original; parts such as milestones are named by their id.

## Why it matters

A date that stands in two files is soon two dates.

## Wrong

```yaml commitments/open-contracts.fr.yml
title: Publier tous les marchés publics
problem: Les habitants ne voient pas ce que le comté achète, ni à qui.
solution: Publier chaque marché dans un registre ouvert.
expected_results: Chacun peut consulter tout marché dès le lendemain de sa signature.
ends_on: 2027-09-30
values:
  transparency: Chaque marché devient public, avec son prix et son fournisseur.
milestones:
  m1:
    title: Ouvrir le registre
    deliverable: Le registre, en ligne et gratuit
```

## Right

```yaml commitments/open-contracts.fr.yml
title: Publier tous les marchés publics
problem: Les habitants ne voient pas ce que le comté achète, ni à qui.
solution: Publier chaque marché dans un registre ouvert.
expected_results: Chacun peut consulter tout marché dès le lendemain de sa signature.
values:
  transparency: Chaque marché devient public, avec son prix et son fournisseur.
milestones:
  m1:
    title: Ouvrir le registre
    deliverable: Le registre, en ligne et gratuit
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import NOTHING_INVENTED
from openroadmap.rules.rule import Rule

RULE = Rule(
    "S07",
    "fact-in-a-translation",
    Level.ERROR,
    NOTHING_INVENTED,
    messages={
        "restated": N_("“{key}” is no text to translate: it stands in the original only."),
        "unknown-part": N_("The original has no part with the id “{key}”."),
        "not-in-original": N_("The original says nothing under “{key}” that this could translate."),
    },
    fixes={
        "restated": N_("Remove it here."),
        "unknown-part": N_("Use the ids of the original."),
        "not-in-original": N_("Add it to the original first, or remove it here."),
    },
    examples={
        "unknown-part": "milestones:\n  m1:\n    title: Ouvrir le registre",
        "not-in-original": "# in the original\n{key}: …",
        "restated": "title: Publier chaque marché public",
    },
    page=__doc__,
)
