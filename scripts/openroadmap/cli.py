"""The command line: arguments in, one command, an exit status out.

0 is well, 1 is errors found, 2 is wrong use. The only room that prints.
"""

from __future__ import annotations

import os
import shutil
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from openroadmap import __version__
from openroadmap.commands.clock import as_of as day_of
from openroadmap.commands.garbage import no_garbage_collection
from openroadmap.commands.project import find_project, records_at
from openroadmap.i18n import Translator, translator

if TYPE_CHECKING:
    from openroadmap.model.facts import GitFacts
    from openroadmap.report.report import Screen

DAY = click.DateTime(["%Y-%m-%d"])
KIND_NAMES = (
    "member", "plan", "commitment", "update", "view", "assessment", "forum", "meeting",
    "timeline", "outreach", "mechanism", "contribution", "response", "attestation", "amendment",
)  # fmt: skip
FORMAT_NAMES = ("text", "json", "markdown", "github", "gitlab", "sarif")
STANDARDS_FORMATS = ("text", "json", "markdown")
# Written out so that `openroadmap --help` need not load the models; a test compares.


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="openroadmap")
def cli() -> None:
    """Publish open-government action plans from files kept in git."""


def _day(asked: datetime | None) -> date:
    try:
        return day_of(asked.date() if asked else None)
    except ValueError:
        raise click.UsageError("SOURCE_DATE_EPOCH is not a number of seconds.") from None


def _words(lang: str) -> Translator:
    try:
        return translator(lang)
    except FileNotFoundError:
        raise click.UsageError(f'There are no words in "{lang}" yet.') from None


def _changed(root: Path, revision: str) -> frozenset[str]:
    from openroadmap.history.changed import changed_files
    from openroadmap.history.git import HistoryError

    try:
        return changed_files(root, revision, os.environ)
    except HistoryError:
        raise click.UsageError(f"Git knows no revision {revision!r} here.") from None


def _screen() -> Screen:
    """Colours for a terminal whose owner has not refused them (no-color.org)."""
    from openroadmap.report.report import Screen

    if not sys.stdout.isatty():
        return Screen()
    columns = shutil.get_terminal_size().columns
    return Screen("NO_COLOR" not in os.environ, min(max(columns, 60), 100))


as_of_option = click.option(
    "--as-of", type=DAY, metavar="DATE", help="The day to speak of, 2026-11-23; today by default."
)
lang_option = click.option("--lang", default="en", show_default=True, help="Language of the words.")


@cli.command()
@click.argument("path", metavar="[PATH]", type=click.Path(path_type=Path), default=Path())
@as_of_option
@click.option("--format", "form", type=click.Choice(FORMAT_NAMES), default="text")
@lang_option
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.option("--strict-standards", is_flag=True, help="Requirements not met are errors.")
@click.option(
    "--changed", metavar="REV", help="Warnings only on files that differ from a git revision."
)
def check(
    path: Path,
    as_of: datetime | None,
    form: str,
    lang: str,
    strict: bool,
    strict_standards: bool,
    changed: str | None,
) -> None:
    """Hold the records at PATH, or of MEMBER or MEMBER/PLAN, against the rules."""
    from openroadmap.commands.check import check_site
    from openroadmap.commands.facts import history_of
    from openroadmap.commands.say import say
    from openroadmap.findings import Level

    try:
        project = find_project(records_at(path))
    except FileNotFoundError as error:
        raise click.UsageError(str(error)) from None
    day, words = _day(as_of), _words(lang)
    history = history_of(project.root, day)
    checked = check_site(project.root, day, strict_standards, history).within(project.inside)
    if changed is not None:
        checked = checked.about(_changed(project.root, changed))
    click.echo(say(checked, project, day, form, words, _screen()), nl=False)
    failing = (Level.ERROR, Level.WARNING) if strict else (Level.ERROR,)
    sys.exit(1 if any(checked.count(level) for level in failing) else 0)


@cli.command()
@click.argument("plan", metavar="[MEMBER/PLAN]", default="")
@as_of_option
@click.option("--format", "form", type=click.Choice(STANDARDS_FORMATS), default="text")
@lang_option
@click.option("--pack", "pack_id", default="", metavar="ID", help="Hold against this pack instead.")
def standards(plan: str, as_of: datetime | None, form: str, lang: str, pack_id: str) -> None:
    """Say which requirements of OGP's standards are met, why, on what proof, and what is next."""
    from openroadmap.commands.standards import FORMATS, ChoiceError, assess_site

    project, day, words = find_project(Path()), _day(as_of), _words(lang)
    try:
        report = assess_site(
            project.root, day, words, only=plan, pack_id=pack_id, screen=_screen(),
            facts=_facts(project.root, day, words),
        )  # fmt: skip
    except ChoiceError as error:
        raise click.UsageError(str(error)) from None
    if report.pack_faults:
        click.echo("A pack in commitments/standards/ has faults; see openroadmap check.", err=True)
    click.echo(FORMATS[form](report), nl=False)


def _facts(root: Path, day: date, words: Translator) -> GitFacts:
    """What git proves; when that is nothing though it should be, the reason is said."""
    from openroadmap.commands.facts import history_of
    from openroadmap.findings import Level
    from openroadmap.rules import tell

    history = history_of(root, day)
    for finding in history.findings:
        if finding.level is Level.WARNING:
            told = tell(finding, words)
            click.echo(f"{told.what} {told.fix}", err=True)
    return history.facts


@cli.command()
@click.option("--site-dir", type=click.Path(path_type=Path), help="Where the site goes.")
@as_of_option
def build(site_dir: Path | None, as_of: datetime | None) -> None:
    """Check the records and publish the site; with errors the last good site stays."""
    with no_garbage_collection():  # what is loaded from here on stays too
        from openroadmap.mkdocs_plugin.run import build_site

        root = find_project(Path()).root
        sys.exit(build_site(root, site_dir and site_dir.resolve(), _day(as_of)))


@cli.command()
@click.option("--dev-addr", metavar="HOST:PORT", help="Where to listen, 127.0.0.1:8000 by default.")
def serve(dev_addr: str | None) -> None:
    """Show the site while you edit; findings appear on the pages."""
    from openroadmap.mkdocs_plugin.run import serve_site

    sys.exit(serve_site(find_project(Path()).root, dev_addr))


@cli.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--pdf", is_flag=True, help="Write each plan as a PDF document instead.")
@click.option(
    "--plan", "plans", multiple=True, metavar="MEMBER/PLAN", help="Only this plan; with --pdf."
)
@click.option(
    "--paper", type=click.Choice(("a4", "letter")), default="a4", show_default=True,
    help="The size of the paper; with --pdf.",
)  # fmt: skip
@as_of_option
@lang_option
def export(
    folder: Path, pdf: bool, plans: tuple[str, ...], paper: str, as_of: datetime | None, lang: str
) -> None:
    """Write the site's open data into DIR: the files that a build publishes, without the pages.

    With --pdf, write each plan with all its commitments as a PDF for print and for screen readers.
    """
    if plans and not pdf:
        raise click.UsageError("--plan chooses what to print: say --pdf too.")
    from openroadmap.commands.export import RefusedError, export_data, export_plans

    words, root, day = _words(lang), find_project(Path()).root, _day(as_of)
    try:
        exported = (
            export_plans(root, day, folder, plans, paper) if pdf else export_data(root, day, folder)
        )
    except RefusedError as error:
        raise click.UsageError(str(error)) from None
    if exported.errors:
        from openroadmap.mkdocs_plugin.summary import errors_in_lines

        click.echo("\n".join(errors_in_lines(exported.errors, lang)), err=True)
        sys.exit(1)
    if exported.boxed:
        from openroadmap.commands.produce_pdf import boxed_lines

        click.echo("\n".join(boxed_lines(exported.boxed, words)), err=True)
    told = words.ngettext(
        "{n} file written to {folder}.",
        "{n} files written to {folder}.",
        len(exported.files),
        folder=folder,
    )
    click.echo(told)


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def schema(folder: Path) -> None:
    """Write the JSON Schemas of every kind of record into FOLDER, for editors."""
    from openroadmap.commands.schema import write_schemas

    written = write_schemas(folder)
    click.echo(f"{len(written)} schemas written to {folder}.")


@cli.command()
@click.argument("kind", type=click.Choice(KIND_NAMES))
@click.argument("path")
@as_of_option
def new(kind: str, path: str, as_of: datetime | None) -> None:
    """Lay down a new record of a KIND at PATH, for instance ontario/2017/open-data."""
    from openroadmap.commands.new import PlaceError, lay_down
    from openroadmap.model.kinds import KIND

    project = find_project(Path())
    try:
        laid = lay_down(project.root, KIND[kind], path, _day(as_of))
    except PlaceError as error:
        raise click.UsageError(str(error)) from None
    click.echo(f"Written: {laid.file.relative_to(project.root).as_posix()}")
    if laid.remark:
        click.echo(laid.remark, err=True)


@cli.command()
@click.argument("plan", metavar="MEMBER/PLAN")
@as_of_option
def adopt(plan: str, as_of: datetime | None) -> None:
    """Freeze MEMBER/PLAN as adopted; from then on every change of the promise is shown."""
    from openroadmap.commands.adopt import AdoptError, adopt, words_of
    from openroadmap.commands.facts import history_of

    project = find_project(Path())
    facts = history_of(project.root, _day(None)).facts
    try:
        adopted = adopt(project.root, plan, _day(as_of), _day(None), facts)
    except AdoptError as error:
        if not error.faulty:
            raise click.UsageError(str(error)) from None
        click.echo(f"Error: {error}", err=True)
        sys.exit(1)
    click.echo(words_of(adopted, project.root), nl=False)


@cli.command(hidden=True)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
def catalogue(file: Path | None) -> None:
    """Write the template of all translations, for those who work on the package."""
    from openroadmap.commands.catalogue import TEMPLATE, write_template

    file = file or TEMPLATE
    click.echo(f"{write_template(file)} sentences written to {file}.")


def main(argv: list[str] | None = None) -> NoReturn:
    """Run a command and leave with its exit status."""
    arguments: dict[str, Any] = {} if argv is None else {"args": argv}
    cli(prog_name="openroadmap", **arguments)
    raise AssertionError("click leaves by itself")  # pragma: no cover


if __name__ == "__main__":
    main()
