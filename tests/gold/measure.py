"""`make gold`: how well the readers read, per field and per form, on the dev parts and on the held-out parts.

Errors are listed one by one for the dev parts with `--errors`; for the held-out parts (`held_out`, `fresh`) only with
`--show-held-out`, so that nobody who writes rules sees them by accident.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from extract.dates import read_dates
from extract.knowledge import Knowledge
from extract.read import read_document
from tests.gold.judge_dates import judge_phrase
from tests.gold.judge_pages import judge_page
from tests.gold.judge_places import judge_territories, judge_venues
from tests.gold.judge_sittings import judge_sitting_titles, load_sitting_titles
from tests.gold.judge_stated import judge_stated, load_stated
from tests.gold.readings import read_part
from tests.gold.scores import Tally, Verdict, add_up, compute_f1_interval, compute_wilson
from tests.gold.truth import HIDDEN_PARTS, PHRASE_PARTS, Phrase, load_phrases
from warehouse.reference import load_knowledge

THRESHOLDS = Path(__file__).parent / "thresholds.toml"
F1_FIELDS = {
    *("venue city", "full address", "territories", "sessions", "session days", "themes, labelled"),
    *("audience", "participants", "stated sessions", "organiser", "partners"),
    *("registration address", "registration deadline", "sitting title"),
}


def judge_part(part: str, knowledge: Knowledge) -> Iterator[Verdict]:
    """All verdicts on one part of the gold: its phrases, then its pages."""
    for phrase in load_phrases(part):
        yield from judge_one(phrase, knowledge)
    stated, titles = load_stated(part), load_sitting_titles(part)
    for page, reading in read_part(part):
        yield from judge_page(page, reading)
        yield from judge_stated(page, reading.events, stated)
        yield from judge_sitting_titles(page, reading.events, titles)


def judge_one(phrase: Phrase, knowledge: Knowledge) -> Iterator[Verdict]:
    """All verdicts on one phrase. Places are read from the phrase as a plain text document."""
    if phrase.answers is not None:
        result = read_dates(phrase.text, reference=phrase.reference)
        yield from judge_phrase(phrase, result.dates, len(result.open))
        return
    reading = read_document(phrase.text.encode(), None, "text/plain", knowledge)
    if phrase.venues is not None and phrase.city_implicit:
        yield from (
            v
            for v in judge_venues(phrase.form, phrase.id, phrase.venues, reading.venues, phrase.text)
            if v.field == "venue name"
        )
    elif phrase.venues is not None:
        yield from judge_venues(phrase.form, phrase.id, phrase.venues, reading.venues, phrase.text)
    if phrase.territories is not None:
        roles = not phrase.role_from_page
        found = reading.territories
        yield from judge_territories(phrase.form, phrase.id, phrase.territories, found, phrase.text, with_roles=roles)


def group_verdicts(verdicts: Sequence[Verdict], key: Callable[[Verdict], str]) -> dict[str, list[Verdict]]:
    """Verdicts by field or by form, in the order in which they come."""
    groups: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        groups.setdefault(key(verdict), []).append(verdict)
    return groups


def choose_figure(field: str, verdicts: Sequence[Verdict]) -> tuple[float | None, tuple[float, float]]:
    """The figure that counts for a field, with its 95 % interval: F1 for things found, else the share right."""
    tally = add_up(verdicts)
    if field in F1_FIELDS:
        return tally.f1, compute_f1_interval(list(verdicts))
    return tally.share, compute_wilson(tally.right, tally.units)


def format_share(value: float | None) -> str:
    """A share in per cent, or a dash where nothing was asked."""
    return "–" if value is None else f"{100 * value:.1f}"


def fill_row(name: str, verdicts: Sequence[Verdict], field: str, goal: float | None) -> list[str]:
    """One line of the table: units, right, precision, recall, F1, the figure that counts, its interval, the goal."""
    tally: Tally = add_up(verdicts)
    value, (low, high) = choose_figure(field, verdicts)
    figures = [format_share(figure) for figure in (tally.precision, tally.recall, tally.f1, value)]
    verdict = "" if goal is None or value is None else f"{format_share(goal)} {'✓' if value >= goal else '✗'}"
    return [name, f"{tally.right}/{tally.units}", *figures, f"{format_share(low)}–{format_share(high)}", verdict]


def build_table(part: str, verdicts: Sequence[Verdict], goals: dict[str, float], *, forms: bool) -> Table:
    """The table of one part: a line per field, and with `forms` a line per form class below it."""
    table = Table(title=part, title_justify="left")
    for column in ("field", "right", "P", "R", "F1", "figure", "95 %", "goal"):
        table.add_column(column, justify="left" if column == "field" else "right")
    for field, rows in group_verdicts(verdicts, lambda v: v.field).items():
        table.add_row(*fill_row(field, rows, field, goals.get(field)), style="bold")
        if forms:
            for form, some in sorted(group_verdicts(rows, lambda v: v.form).items()):
                table.add_row(*fill_row(f"  {form}", some, field, None))
    return table


def list_errors(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Every wrong unit on a line of its own."""
    for verdict in verdicts:
        if not verdict.right:
            yield f"{verdict.field} | {verdict.form} | {verdict.unit} | {verdict.detail}"


def load_thresholds() -> dict[str, dict[str, float]]:
    """The goals, and the floors of each part below which a test fails."""
    thresholds: dict[str, dict[str, float]] = tomllib.loads(THRESHOLDS.read_text(encoding="utf-8"))
    return thresholds


def main(arguments: Sequence[str] | None = None) -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="make gold", description=__doc__)
    parser.add_argument("--part", choices=PHRASE_PARTS, action="append", help="only this part; may be repeated")
    parser.add_argument("--forms", action=argparse.BooleanOptionalAction, default=True, help="a line per form class")
    parser.add_argument("--only", default="", help="only items whose identifier begins so (`hs`)")
    parser.add_argument("--errors", action="store_true", help="list the errors of the dev parts one by one")
    parser.add_argument("--show-held-out", action="store_true", help="list those of the held-out parts too")
    options = parser.parse_args(arguments)
    console = Console(width=None if Console().is_terminal else 140)
    knowledge = load_knowledge()
    for part in options.part or PHRASE_PARTS:
        verdicts = [v for v in judge_part(part, knowledge) if v.unit.startswith(options.only)]
        console.print(build_table(part, verdicts, load_thresholds()["goals"], forms=options.forms))
        if options.show_held_out if part in HIDDEN_PARTS else options.errors:
            for line in list_errors(verdicts):
                console.print(line, markup=False, highlight=False, soft_wrap=True)


if __name__ == "__main__":
    main()
