"""Contact details of a person.

## What it says

Texts hold no personal e-mail addresses and no telephone numbers. The mailbox of an office
(`opengov@`, `info@`) may stand. A telephone number stands on a contact page, which `contact`
links to.

## Why it matters

What is published here is copied, indexed and kept for ever, long after a person has changed
office. The address of an office stays right.

## Wrong

```yaml commitments/open-contracts.yml
summary: Questions go to jane.roe@riverside.gov.
# … the rest of the record
```

## Right

```yaml commitments/open-contracts.yml
summary: Questions go to opengov@riverside.gov.
# … the rest of the record
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import PRIVATE
from openroadmap.rules.rule import Rule

RULE = Rule(
    "T03",
    "personal-contact-details",
    Level.ERROR,
    PRIVATE,
    messages={
        "email": N_("This looks like the e-mail address of a person: {found}"),
        "phone": N_("This looks like a telephone number: {found}"),
    },
    fixes={
        "email": N_("Use the mailbox of the office, or a contact page."),
        "phone": N_("Leave it out, and name a contact page: contact has a title and a url."),
    },
    examples={"": "contact:\n  title: Open government office\n  url: https://example.org/contact"},
    page=__doc__,
)
