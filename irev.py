"""The front door: the `irev` command. Each command reads its arguments, calls one function and prints.

Imports stand inside the commands, so that `irev --help` answers at once. Errors are one line that says what to do;
`--debug`, anywhere on the line, shows the trace.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from pipelines.outcomes import EXIT_BAD_INPUT, EXIT_LOCKED, InputError, Outcome
from pipelines.settings import CONTACT_VARIABLE, SITE_VARIABLE, DataFolder, find_data_folder

if TYPE_CHECKING:
    from pipelines.run import Stage
    from spiders.profile import SiteProfile
    from warehouse.acceptances import Consent

EXIT_UNEXPECTED = 1
EXIT_INTERRUPTED = 130

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,  # rich would double the time of --help
    pretty_exceptions_enable=False,
    help="Keep the announcements of irev.fr, read them, and publish their history. Data live in $IREV_DATA.",
    epilog="Exit codes: 0 done or nothing new, 2 bad input, 3 degraded, 4 refused, 5 failed, 75 locked. "
    "--debug, anywhere on the line, shows the trace of an error.",
)


class OutputFormat(StrEnum):
    """How answers are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class ExportFormat(StrEnum):
    """How exported tables are written."""

    CSV = "csv"
    PARQUET = "parquet"
    JSON = "json"


Site = Annotated[str, typer.Option(envvar=SITE_VARIABLE, help="Site profile: its name, or the path of a .toml file.")]
Limit = Annotated[int | None, typer.Option(min=1, help="Stop after this many responses.")]
Full = Annotated[bool, typer.Option("--full", help="Read everything again.")]
Contact = Annotated[
    str | None,
    typer.Option(envvar=CONTACT_VARIABLE, help="Address that the site's owner can write to."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def _tell_version(wanted: bool) -> None:
    if wanted:
        import importlib.metadata

        typer.echo(f"irev {importlib.metadata.version('irev-archive')}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Take the options that belong to no command."""


@app.command()
def demo(
    folder: Annotated[Path | None, typer.Option(help="Folder to work in; default: a new one.")] = None,
) -> int:
    """Run the whole line on a small replica of the site."""
    from demo.score import fetch_rows, score
    from demo.server import serve_replica
    from demo.witness import load_truth
    from pipelines.demonstration import (
        ask_rows,
        choose_folder,
        name_command,
        show_findings,
        show_next_commands,
        show_score,
    )
    from spiders.profile import replica_profile

    data = choose_folder(folder)
    _print(f"A replica of the site is served on this machine; everything it gives is kept below {data.root}\n")
    with serve_replica() as replica:
        code = _run("run", [_crawl_stage(data, replica_profile(replica.proxy)), _build_stage(data)], data)
    if code in (Outcome.REFUSED.exit_code, Outcome.FAILED.exit_code):
        return code
    measures = score(load_truth(), fetch_rows(ask_rows(data))).measures
    _print(f"\n{show_findings(data)}\n")
    _print(f"{show_score((measure.name, measure.f1) for measure in measures)}\n")
    _print(show_next_commands(data, name_command(sys.argv[0])))
    return 0


@app.command()
def crawl(site: Site = "irev", limit: Limit = None, contact: Contact = None) -> int:
    """Fetch what is new on the site and keep it."""
    from spiders.profile import find_profile

    return _run("crawl", [_crawl_stage(_data(), find_profile(site), limit, contact)])


@app.command(name="import")
def import_(
    paths: Annotated[list[Path], typer.Argument(help="Saved pages, PDF, print exports, WARC and WACZ files, folders.")],
    site: Site = "irev",
    all_hosts: Annotated[
        bool, typer.Option("--all-hosts", help="Take captures of any host out of WARC files.")
    ] = False,
) -> int:
    """Keep local files: HTML, PDF, print exports, WARC, WACZ, folders."""
    from pipelines.clock import utc_now
    from pipelines.keeping import import_stage
    from pipelines.progress import choose_progress
    from spiders.profile import find_profile

    hosts = None if all_hosts else find_profile(site).rules.hosts
    return _run("import", [import_stage(paths, _data(), utc_now, hosts, choose_progress(sys.stderr))])


@app.command()
def build(
    full: Full = False,
    accept: Annotated[
        list[str] | None, typer.Option(help="Accept what this gate finds: you looked, and it is true.", metavar="RULE")
    ] = None,
    why: Annotated[str, typer.Option(help="Why you accept it; kept in accepted.csv.")] = "",
    who: Annotated[str, typer.Option(help="Who accepts it; default: your account.")] = "",
) -> int:
    """Read, relate, check and publish what changed."""
    return _run("build", [_build_stage(_data(), full, _build_consent(accept or [], why, who))])


@app.command()
def run(site: Site = "irev", limit: Limit = None, contact: Contact = None, full: Full = False) -> int:
    """Crawl and build under one lock, as a scheduler does."""
    from spiders.profile import find_profile

    data = _data()
    return _run("run", [_crawl_stage(data, find_profile(site), limit, contact), _build_stage(data, full)], told=True)


@app.command()
def schedule(
    kind: Annotated[str, typer.Argument(help="systemd, cron or container.")] = "systemd",
    at: Annotated[str, typer.Option(help="When to run, in Paris: 02:40.")] = "02:40",
    user: Annotated[str, typer.Option(help="The account that runs it.")] = "irev",
    site: Site = "irev",
    contact: Contact = None,
    folder: Annotated[Path | None, typer.Option("--to", help="Write the files here instead of printing them.")] = None,
) -> int:
    """Print what makes a scheduler run this every night."""
    from pipelines.schedule import Schedule, fill_schedule

    wanted = Schedule(_data().root, contact or "", Path(sys.argv[0]).absolute(), user, at, site)
    for name, text in fill_schedule(kind, wanted).items():
        if folder is None:
            _print(f"# ----- {name}\n{text}")
        else:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
            _print(str(folder / name))
    return 0


@app.command()
def read(
    file: Annotated[Path, typer.Argument(help="HTML, PDF, print export, text or Markdown.")],
    url: Annotated[str | None, typer.Option(help="The address the document came from.")] = None,
    seen_at: Annotated[str | None, typer.Option(help="When it was seen: 2021-10-04T10:50.")] = None,
    as_json: AsJson = False,
) -> int:
    """Show what would be read out of one document; touch nothing."""
    from pipelines.read_file import build_unread, read_file
    from pipelines.serialise import build_reading
    from pipelines.show import show_reading
    from pipelines.workers import Rejection

    found = read_file(file, url, seen_at)
    reading = build_unread(file, url, found) if isinstance(found, Rejection) else found
    _print(_dump(build_reading(reading)) if as_json else show_reading(reading))
    return Outcome.DEGRADED.exit_code if isinstance(found, Rejection) else 0


@app.command()
def dates(
    text: Annotated[str | None, typer.Argument(help="The text; default: standard input.")] = None,
    reference: Annotated[str | None, typer.Option(help="Day to find missing years from: 2021-09-29.")] = None,
    as_json: AsJson = False,
    batch: Annotated[bool, typer.Option("--batch", help="JSON lines {id, text, reference} in and out.")] = False,
) -> int:
    """Read the dates of a text."""
    from pipelines.dates import answer_lines, build_dates, parse_reference, read_dates
    from pipelines.show import show_dates

    if batch:
        for line in answer_lines(sys.stdin.buffer):
            _print(line)
            sys.stdout.flush()
        return 0
    result = read_dates(_given_or_piped(text), parse_reference(reference))
    _print(_dump(build_dates(result)) if as_json else show_dates(result))
    return 0


@app.command()
def query(
    question: Annotated[str | None, typer.Argument(help="SQL, or the name of a question.")] = None,
    output: Annotated[OutputFormat, typer.Option("--format", help="How to print the answer.")] = OutputFormat.TABLE,
) -> int:
    """Ask the warehouse, in SQL or by a named question."""
    from pipelines.terminal import clean_lines
    from warehouse.query import NAMED, run_query

    if question is None:
        width = max(map(len, NAMED))
        _print("\n".join(f"{name:<{width}}  {meaning}" for name, meaning in NAMED.items()))
        return 0
    answer = run_query(_data().root, question, output.value)
    _print((clean_lines(answer) if sys.stdout.isatty() else answer).rstrip("\n"))
    return 0


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="Folder to write to.", metavar="DIR")],
    as_of: Annotated[str | None, typer.Option("--as-of", help="What was known then: 2026-01-31.")] = None,
    form: Annotated[ExportFormat, typer.Option("--format", help="Form of the tables.")] = ExportFormat.CSV,
    bom: Annotated[bool, typer.Option("--bom", help="Mark CSV as UTF-8 for old spreadsheets.")] = False,
) -> int:
    """Write the dataset for researchers."""
    from warehouse.export import Options, parse_moment
    from warehouse.export import export as export_tables

    options = Options(parse_moment(as_of) if as_of else None, form.value, bom)
    counts = export_tables(_data().root, folder, options)
    _print(f"{len(counts)} tables, {sum(counts.values())} rows in {folder}")
    return 0


@app.command()
def explain(
    row_id: Annotated[str, typer.Argument(help="Identifier of an event, session, venue, page, …", metavar="ID")],
    field: Annotated[str | None, typer.Argument(help="Only this field.")] = None,
) -> int:
    """Show where a value comes from, down to the words."""
    from pipelines.explain import explain_row

    for line in explain_row(_data(), row_id, field, marked=sys.stdout.isatty()):
        _print(line)
    return 0


@app.command()
def history(
    row_id: Annotated[str, typer.Argument(help="Identifier of a page, event or document.", metavar="ID")],
) -> int:
    """Show what changed on a page, event or document, and when."""
    from pipelines.history import show_history

    for line in show_history(_data(), row_id):
        _print(line)
    return 0


@app.command()
def review(
    most: Annotated[int, typer.Option("--most", min=1, help="Show no more than this many.")] = 30,
    output: Annotated[OutputFormat, typer.Option("--format", help="How to print them.")] = OutputFormat.TABLE,
) -> int:
    """List what most deserves a person's eye, worst first."""
    return query(f"SELECT * FROM what_deserves_review LIMIT {most:d}", output)  # noqa: S608  a whole number


@app.command()
def releases(
    keep: Annotated[
        int | None,
        typer.Option(min=1, help="Make room: remove the databases of all but the last N, and the last of each month."),
    ] = None,
) -> int:
    """List what was published and what it takes; make room."""
    from pipelines.releases import prune_releases, show_releases

    for line in show_releases(_data()) if keep is None else prune_releases(_data(), keep, _now):
        _print(line)
    return 0


@app.command()
def status() -> int:
    """Show the last runs, freshness, counts and gates."""
    from pipelines.status import show_status

    for line in show_status(_data(), _now()):
        _print(line)
    return 0


def main() -> None:
    """Run the command line; end with its exit code."""
    arguments = sys.argv[1:] or ["--help"]
    debug = "--debug" in arguments
    sys.exit(_call([argument for argument in arguments if argument != "--debug"], debug))


def _call(arguments: list[str], debug: bool) -> int:
    try:
        for stream in (sys.stdout, sys.stderr):  # a lone surrogate of a page becomes `\\udc80`, valid JSON
            cast(TextIOWrapper, stream).reconfigure(encoding="utf-8", errors="backslashreplace")
        code = app(arguments, prog_name="irev", standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except BrokenPipeError:  # the reader has seen enough; keep Python from flushing again at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _complain("interrupted; what was kept stays, run again to go on", EXIT_INTERRUPTED)
    except Exception as error:
        if debug:
            raise
        return _complain(*_explain_error(error))


def _explain_error(error: Exception) -> tuple[str, int]:
    """Put an error into one line and an exit code."""
    from pipelines.archive import ArchiveError
    from pipelines.archive_lock import ArchiveLocked
    from pipelines.lock import LockHeldError
    from pipelines.run import describe_error
    from warehouse.errors import WarehouseError

    if isinstance(error, (LockHeldError, ArchiveLocked)):
        return str(error), EXIT_LOCKED
    if isinstance(error, typer.TyperException):
        return f"{error.format_message().rstrip('.')}; see `irev --help`", EXIT_BAD_INPUT
    if isinstance(error, (InputError, WarehouseError, ArchiveError)):
        return str(error), EXIT_BAD_INPUT
    if isinstance(error, OSError):
        return describe_error(error), EXIT_BAD_INPUT
    return f"unexpected {describe_error(error)}; run again with --debug for the trace", EXIT_UNEXPECTED


def _complain(line: str, code: int) -> int:
    from pipelines.terminal import clean_line

    typer.echo(f"irev: {clean_line(line)}", err=True)
    return code


def _data() -> DataFolder:
    return find_data_folder(os.environ)


def _run(command: str, stages: list[Stage], data: DataFolder | None = None, told: bool = False) -> int:
    """Run stages and print what came of them; `told`: tell whoever the environment names, too."""
    from pipelines.deadline import find_longest
    from pipelines.logbook import RunRecord
    from pipelines.notify import notify
    from pipelines.run import describe_error, run_stages
    from pipelines.terminal import clean_line

    longest, begun = find_longest(os.environ), _now()
    try:
        record, lines = run_stages(data or _data(), command, stages, _now, longest)
    except OSError as error:  # nothing can be written there: at night somebody must hear of it
        if not told:
            raise
        record = RunRecord(command, command, begun, _now(), Outcome.FAILED, error=describe_error(error))
        lines = [f"failed: {record.error}"]
    if told:
        lines = [*lines, *notify(record, os.environ)]
    for line in lines:
        _print(clean_line(line))
    return record.outcome.exit_code


def _crawl_stage(data: DataFolder, profile: SiteProfile, limit: int | None = None, contact: str | None = None) -> Stage:
    from pipelines.keeping import crawl_stage
    from pipelines.progress import choose_progress
    from spiders.crawl import crawl as crawl_site

    tell = choose_progress(sys.stderr).counter("crawling")
    return crawl_stage(lambda: crawl_site(data.root, profile, limit, contact, tell), data)


def _build_stage(data: DataFolder, full: bool = False, consent: Consent | None = None) -> Stage:
    from pipelines.build import build_stage
    from pipelines.progress import choose_progress

    return build_stage(data, full, choose_progress(sys.stderr), consent)


def _build_consent(rules: list[str], why: str, who: str) -> Consent | None:
    from getpass import getuser

    from warehouse.acceptances import Consent

    if not rules:
        if why or who:
            raise InputError("--why and --who belong to --accept RULE")
        return None
    if not why.strip():
        raise InputError('say why, for those who come after you: --why "the site took its old news down"')
    return Consent(frozenset(rules), why.strip(), who.strip() or getuser())


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _given_or_piped(text: str | None) -> str:
    if text is not None:
        return text
    if sys.stdin.isatty():
        raise InputError('give a text, or pipe one: irev dates "le 24 et le 28 novembre" --reference 2023-10-30')
    return sys.stdin.buffer.read().decode("utf-8", errors="replace")


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _print(text: str) -> None:
    typer.echo(text)


if __name__ == "__main__":
    main()
