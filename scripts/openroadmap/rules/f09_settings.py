"""A setting that a site may not use.

## What it says

`mkdocs.yml` holds the site's name and address, its menu, and few other settings. The theme is
`material`, the one plugin is `openroadmap`, and pages lie in `content/`. The menu leads to
pages that exist.

## Why it matters

Some settings of MkDocs run programs on the computer that builds the site. A proposal that
slips one in must not be able to do that.

## Wrong

```yaml mkdocs.yml
site_name: Open government in Riverside
docs_dir: content
theme:
  name: material
plugins:
  - openroadmap
hooks:
  - hook.py
```

## Right

```yaml mkdocs.yml
site_name: Open government in Riverside
docs_dir: content
theme:
  name: material
plugins:
  - openroadmap
```
"""

from __future__ import annotations

from openroadmap.findings import Level
from openroadmap.i18n import N_
from openroadmap.rules.clauses import DATA_NEVER_CODE
from openroadmap.rules.rule import Rule

RULE = Rule(
    "F09",
    "unsafe-setting",
    Level.ERROR,
    DATA_NEVER_CODE,
    messages={
        "key": N_("“{name}” is not among the settings of an OpenRoadmap site."),
        "missing": N_("There is no mkdocs.yml here: this is no OpenRoadmap site yet."),
        "nav-form": N_("The menu is not a list of pages."),
        "site-name": N_("The site has no name."),
        "docs-dir": N_("The pages of the site lie in content/; {name} does not say so."),
        "theme": N_("The theme is “material”."),
        "theme-key": N_("“{name}” is not among the settings of the theme."),
        "plugin": N_("The plugin “{name}” is not used by an OpenRoadmap site."),
        "plugin-missing": N_("The plugin “{name}” is not switched on."),
        "plugin-key": N_("The plugin has no setting “{name}”."),
        "unused": N_(
            "“{name}” has no effect; where proposals go is said by the plugin's options "
            "“forge” and “branch”."
        ),
        "forge": N_("“{name}” is none of the forges that are known: github, gitlab, forgejo."),
        "pdf": N_("“{name}” is no size of paper that a plan's document can have."),
        "address": N_("“{name}” is not the address of a website."),
        "form": N_("The setting “{name}” is not written as it has to be."),
        "as-of": N_("“{name}” is not a day."),
        "contact": N_("“{name}” is neither an e-mail address nor the https address of a page."),
        "extension": N_("The Markdown extension “{name}” is not used."),
        "nav-nowhere": N_("The menu leads to “{name}”, where there is no page."),
        "nav-detail": N_("“{name}” is too small a page for the menu of the site."),
        "nav-long": N_("The menu has more than {name} entries."),
    },
    fixes={
        "": N_("Remove it."),
        "missing": N_("Write one: name the site, and the theme and the plugin as shown."),
        "nav-form": N_("Write one page a line, each with its title."),
        "site-name": N_("Add the line."),
        "docs-dir": N_("Correct the line."),
        "theme": N_("Correct the line."),
        "unused": N_("Remove it; name the branch below the plugin if it is not “main”."),
        "address": N_("Write it from https:// on."),
        "form": N_("Write words as text, addresses of computers as 127.0.0.1:8000, or remove it."),
        "as-of": N_("Write it as 2026-11-23, or remove it: today is taken."),
        "contact": N_("Name where a weakness can be reported, or remove it."),
        "pdf": N_("Write a4 or letter, or remove it: then there are no documents."),
        "forge": N_("Write one of the three; Gitea is “forgejo”."),
        "plugin-missing": N_("Add it to the plugins."),
        "nav-nowhere": N_("Correct the path, or remove the entry."),
        "nav-detail": N_("Link to the plan or the member."),
        "nav-long": N_("Keep what a visitor looks for first; the rest is found from there."),
    },
    examples={
        "site-name": "site_name: Open government in Riverside",
        "docs-dir": "docs_dir: content",
        "theme": "theme:\n  name: material",
        "plugin-missing": "plugins:\n  - openroadmap",
        "unused": "plugins:\n  - openroadmap:\n      forge: gitlab\n      branch: main",
        "contact": "plugins:\n  - openroadmap:\n      security_contact: https://example.org/security",
        "pdf": "plugins:\n  - openroadmap:\n      pdf: a4",
        "forge": "plugins:\n  - openroadmap:\n      forge: gitlab",
        "missing": (
            "site_name: Open government in Riverside\ndocs_dir: content\n"
            "theme:\n  name: material\nplugins:\n  - openroadmap"
        ),
        "nav-form": "nav:\n  - Home: index.md\n  - Method: method.md",
        "nav-nowhere": "nav:\n  - Home: index.md\n  - Method: method.md",
        "key": (
            "site_name: Open government in Riverside\ndocs_dir: content\ntheme:\n"
            "  name: material\nplugins:\n  - openroadmap"
        ),
        "theme-key": "theme:\n  name: material\n  language: en",
        "plugin": "plugins:\n  - openroadmap",
        "plugin-key": "plugins:\n  - openroadmap:\n      licence: CC BY 4.0",
        "address": "{here}: https://example.org/",
        "form": "site_name: Open government in Riverside\nstrict: true\ndev_addr: 127.0.0.1:8000",
        "as-of": "plugins:\n  - openroadmap:\n      as_of: 2026-11-23",
        "extension": "markdown_extensions:\n  - tables",
        "nav-detail": "nav:\n  - The plan: riverside/2026-2027/",
        "nav-long": "nav:\n  - Home: index.md\n  - Take part: take-part.md",
    },
    page=__doc__,
)
