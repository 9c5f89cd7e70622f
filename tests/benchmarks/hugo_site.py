"""The same plans for Hugo, in a plain layout: members come in, pages and layouts go out.

A page holds the commitment's record in its front matter, with the reports on
it, and no text below: Hugo reads the same YAML as we do, and the layout renders
the same texts as Markdown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from records import COMPARED, PROSE, MadeMember, MadePlan

Data = dict[str, Any]

_SETTINGS = """\
baseURL = "https://example.org/"
title = "Action plans"
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = false
"""
_BASE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} - {{ site.Title }}</title>
<meta name="description" content="{{ .Title }}">
<link rel="canonical" href="{{ .Permalink }}">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><a href="/">{{ site.Title }}</a></header>
<main>
<nav>{{ range .Ancestors.Reverse }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> · {{ end }}</nav>
<h1>{{ .Title }}</h1>
{{ block "main" . }}{{ end }}
</main>
<footer><p>{{ site.Title }}</p></footer>
</body>
</html>
"""
_SOURCES = """\
<h2>Sources</h2>
<ul>{{ range .Params.sources }}<li><a href="{{ .url }}">{{ .title }}</a>,
for {{ delimit .facts ", " }}, read on {{ .read_on }}</li>{{ end }}</ul>
"""
_LIST = """\
{{ define "main" }}
{{ with .Params.summary }}{{ . | $.Page.RenderString }}{{ end }}
{{ with .Params.vision }}{{ . | $.Page.RenderString }}{{ end }}
{{ with .Params.starts_on }}<p>{{ . }} to {{ $.Params.ends_on }}. Lead: {{ $.Params.lead }}.</p>
{{ end }}
<table>{{ range .Pages }}<tr><td>{{ .Params.number }}</td>
<td><a href="{{ .RelPermalink }}">{{ .Title }}</a></td><td>{{ .Params.lead }}</td>
<td>{{ .Params.ends_on }}</td>
<td>{{ with .Params.updates }}{{ (index . 0).completion }}{{ end }}</td>
</tr>{{ end }}</table>
{{ with .Params.forum }}<h2>{{ .name }}</h2>{{ .remit | $.Page.RenderString }}
<ul>{{ range .members }}<li>{{ .organisation }}, {{ .sector }}</li>{{ end }}</ul>{{ end }}
{{ with .Params.cocreation }}<h2>Co-creation</h2>{{ .summary | $.Page.RenderString }}
<ul>{{ range .steps }}<li>{{ . }}</li>{{ end }}</ul>{{ end }}
{{ range .Params.meetings }}<h3>{{ .date }}: {{ .title }}</h3>
{{ .summary | $.Page.RenderString }}{{ end }}
{{ range .Params.reviews }}<p><a href="{{ .url }}">{{ .title }}</a></p>
<ul>{{ range .findings }}<li>{{ . }}</li>{{ end }}</ul>{{ end }}
{{ with .Params.sources }}{{ partial "sources.html" $ }}{{ end }}
{{ end }}
"""
_EVIDENCE = """\
<ul>{{ range . }}<li><a href="{{ .url }}">{{ .title }}</a> ({{ .published_on }})</li>{{ end }}</ul>
"""
_SINGLE = """\
{{ define "main" }}
{{ $page := . }}{{ with .Params }}
<p>Commitment {{ .number }}, {{ .ogp_id }}.
{{ with .updates }}{{ with index . 0 }}{{ .completion }}, as reported on {{ .date }}.{{ end }}
{{ else }}No report.{{ end }}</p>
{{ $page.RenderString .summary }}
<table><tr><td>{{ .lead }}</td><td>{{ .starts_on }}</td><td>{{ .ends_on }}</td>
<td>{{ delimit .policy_areas ", " }}</td><td>{{ .budget }}</td></tr></table>
PROSE
<h2>Milestones</h2>
<table>{{ $updates := .updates }}{{ range .milestones }}{{ $step := .id }}
<tr><td>{{ .title }}</td><td>{{ .deliverable }}</td><td>{{ .due_on }}</td>
<td>{{ range $updates }}{{ range .milestones }}{{ if eq .id $step }}{{ .completion }}
{{ with .evidence }}{{ partial "evidence.html" . }}{{ end }}{{ end }}{{ end }}{{ end }}</td></tr>
{{ end }}</table>
<h2>Updates</h2>
{{ range .updates }}<h3>{{ .date }}: {{ .title }}</h3>
<p>{{ .completion }}. {{ .author_organisation }}, {{ .author_role }}.</p>
{{ $page.RenderString .progress }}
{{ with .challenges }}{{ $page.RenderString . }}{{ end }}
{{ with .evidence }}{{ partial "evidence.html" . }}{{ end }}{{ end }}
<h2>What others say</h2>
{{ range .views }}<h3>{{ .by.organisation }}, {{ .date }}</h3><p>{{ .completion }}</p>
{{ $page.RenderString .text }}{{ partial "evidence.html" .evidence }}{{ end }}
{{ with .review }}<h3><a href="{{ .url }}">{{ .title }}</a></h3>
<table>{{ range $key, $text := .result }}{{ if ne $key "note" }}
<tr><td>{{ humanize $key }}</td><td>{{ $text }}</td></tr>{{ end }}{{ end }}</table>
{{ $page.RenderString .result.note }}{{ end }}
{{ range .ideas }}<h2>Where it comes from</h2><h3>{{ .received_on }}: {{ .title }}</h3>
{{ $page.RenderString .summary }}{{ end }}
{{ range .answers }}<p>{{ .decision }}, {{ .published_on }}</p>
{{ $page.RenderString .reason }}{{ end }}
{{ range .amendments }}<h2>Changed on {{ .date }}</h2><p>{{ .changes }} {{ .reason }}</p>{{ end }}
{{ $now := . }}{{ with .adopted }}{{ $then := .promise }}<h2>As adopted on {{ .frozen_on }}</h2>
<ul>{{ range slice FIELDS }}{{ if ne (index $then .) (index $now .) }}
<li>{{ humanize . }}: {{ index $then . }}</li>{{ end }}{{ end }}</ul>{{ end }}
<h2>Partners</h2>
<ul>{{ range $side, $names := .supporting }}
<li>{{ humanize $side }}: {{ delimit $names ", " }}</li>{{ end }}</ul>
<h2>OGP values</h2>
<ul>{{ range $value, $text := .values }}
<li><b>{{ humanize $value }}</b>: {{ $text }}</li>{{ end }}</ul>
{{ end }}{{ partial "sources.html" . }}
<p><a href="https://github.com/example/plans/edit/main/{{ .File.Path }}">Edit this page</a></p>
{{ end }}
"""
_PROSE = """\
<h2>{{ humanize "FIELD" }}</h2>
{{ $page.RenderString (dict "display" "block") .FIELD }}"""
_STYLE = "body { font-family: sans-serif; max-width: 70ch; margin: auto; line-height: 1.5 }\n"

_FORMATS = """\
[mediaTypes."application/atom+xml"]
suffixes = ["xml"]
[outputFormats.feed]
mediaType = "application/atom+xml"
baseName = "feed"
[outputs]
page = ["html", "json", "feed"]
section = ["html", "json", "feed"]
"""
_JSON = """\
{{ dict "title" .Title "url" .Permalink "record" .Params | jsonify }}
"""
_ATOM = """\
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>{{ .Title }}</title><id>{{ .Permalink }}</id>
<updated>{{ now.Format "2006-01-02T15:04:05Z07:00" }}</updated>
{{ range .Params.updates }}<entry><title>{{ .title }}</title><id>{{ $.Permalink }}#{{ .date }}</id>
<updated>{{ .date }}T00:00:00Z</updated><summary>{{ .progress }}</summary></entry>{{ end }}</feed>
"""
FORMATS_FILE = "formats.toml"
"""The settings of a second build, in which each page is JSON and a feed too."""

LESS_FILE, LESS_CONTENT = "less.toml", "content-less"
"""The settings and pages of a third, which reads no plan as it was adopted."""

HUGO_FILES = {
    "hugo.toml": _SETTINGS,
    FORMATS_FILE: _SETTINGS + _FORMATS,
    LESS_FILE: f'contentDir = "{LESS_CONTENT}"\n{_SETTINGS}',
    **{f"layouts/{name}.json.json": _JSON for name in ("single", "list")},
    **{f"layouts/{name}.feed.xml": _ATOM for name in ("single", "list")},
    "static/style.css": _STYLE,
    "layouts/baseof.html": _BASE,
    "layouts/home.html": _LIST.replace("{{ range .Pages }}", "{{ range .Sections }}"),
    "layouts/list.html": _LIST,
    "layouts/single.html": _SINGLE.replace(
        "PROSE", "\n".join(_PROSE.replace("FIELD", field) for field in PROSE)
    ).replace("FIELDS", " ".join(f'"{field}"' for field in COMPARED)),
    "layouts/_partials/sources.html": _SOURCES,
    "layouts/_partials/evidence.html": _EVIDENCE,
}


def hugo_pages(
    members: Iterable[MadeMember], folder: str = "content", *, adopted: bool = True
) -> Iterator[tuple[str, Data]]:
    """Path and front matter of every page; with what each commitment promised when ``adopted``."""
    yield f"{folder}/_index.md", {"title": "Action plans"}
    for member in members:
        yield f"{folder}/{member.id}/_index.md", {"title": member.member["name"], **member.member}
        for plan in member.plans:
            root = f"{folder}/{member.id}/{plan.id}"
            yield f"{root}/_index.md", _plan(plan)
            for id in plan.commitments:
                yield f"{root}/{id}.md", _commitment(plan, id, adopted=adopted)


def _plan(plan: MadePlan) -> Data:
    more = {
        "forum": plan.forum,
        "meetings": list(plan.meetings.values()),
        "reviews": [
            {key: value for key, value in one.items() if key != "results"}
            for one in plan.assessments.values()
        ],
    }
    return plan.plan | more


def _commitment(plan: MadePlan, id: str, *, adopted: bool) -> Data:
    """The record with what was reported on it, as a script would join them for Hugo."""
    data = dict(plan.commitments[id])
    updates = [one for one in plan.updates.values() if one["commitment"] == id]
    views = [one for one in plan.views.values() if one["commitment"] == id]
    if updates:
        data["updates"] = updates
    if views:
        data["views"] = views
    answers = [one for one in plan.responses.values() if id in one["commitments"]]
    if answers:
        data["answers"] = answers
        data["ideas"] = [plan.contributions[each["contributions"][0]] for each in answers]
    if changes := [one for one in plan.amendments.values() if one["commitment"] == id]:
        data["amendments"] = changes
    if adopted:
        data["adopted"] = {"frozen_on": plan.plan["adopted_on"], "promise": plan.promise(id)}
    for review in plan.assessments.values():
        data["review"] = {
            "title": review["title"],
            "url": review["url"],
            "result": review["results"][id],
        }
    return data
