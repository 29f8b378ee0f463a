"""Runs one Python peer in its own environment: a request as JSON on standard input, an answer on standard output.

Request: `{"peer", "phrases": [{"id", "text", "reference"}], "texts": {name: [paragraph, …]}, "seconds"}`.
Answer: JSON lines, so that a peer that is stopped has said what it knew: `{"version"}`, then for each phrase
`{"id", "days": [[first_day, last_day], …]}`, then `{"text", "bytes", "seconds"}` whenever there is a better rate.
Only days count: a month or a year that a peer reads is no day and is left out, whatever day it filled in.
"""

from __future__ import annotations

import datetime as dt
import importlib.metadata
import json
import re
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

Days = list[tuple[str, str]]
Reader = Callable[[str, dt.date], Days]
ROUNDS = 7
REFERENCE = dt.date(2024, 1, 1)
DAY_NUMBER = re.compile(r"(?<!\d)(?:\d{1,2}(?:er)?)(?!\d)")


def make_dateparser() -> Reader:
    """dateparser.search, tuned for French: one language, day first, day and month required."""
    from dateparser.search import search_dates

    def read(text: str, reference: dt.date) -> Days:
        base = dt.datetime.combine(reference, dt.time())
        settings = {"RELATIVE_BASE": base, "DATE_ORDER": "DMY", "REQUIRE_PARTS": ["day", "month"]}
        found = search_dates(text, languages=["fr"], settings=settings) or []
        return [(moment.date().isoformat(),) * 2 for _, moment in found]

    return read


def make_recognizers() -> Reader:
    """recognizers-text for French date-times; of two years it offers, the nearer to the reference."""
    from recognizers_date_time import recognize_datetime
    from recognizers_text import Culture

    def choose(values: list[dict[str, str]], reference: dt.date) -> Days:
        spans = [span for value in values if (span := parse_recognized(value))]
        far = [abs((dt.date.fromisoformat(first) - reference).days) for first, _ in spans]
        return [spans[far.index(min(far))]] if spans else []

    def read(text: str, reference: dt.date) -> Days:
        base = dt.datetime.combine(reference, dt.time())
        found = recognize_datetime(text, Culture.French, reference=base)
        return [span for item in found if item.resolution for span in choose(item.resolution["values"], reference)]

    return read


def parse_recognized(value: dict[str, str]) -> tuple[str, str] | None:
    """The days of one recognized value; None for a month, a year, an hour or a duration."""
    if value["type"] in ("date", "datetime") and re.match(r"\d{4}-\d\d-\d\d", value.get("value", "")):
        return (value["value"][:10],) * 2
    ranged = value["type"] in ("daterange", "datetimerange") and re.match(r"\(.{4}-\d\d-\d\d", value["timex"])
    if ranged and "start" in value and "end" in value:
        return value["start"][:10], value["end"][:10]
    return None


def make_timexy() -> Reader:
    """Timexy on a blank French spaCy pipeline; it knows no reference day."""
    import spacy
    import timexy  # noqa: F401 - registers the component

    nlp = spacy.blank("fr")
    nlp.max_length = 10_000_000
    nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})

    def read(text: str, reference: dt.date) -> Days:
        values = [(e.text, e.kb_id_) for e in nlp(text).ents if 'type="DATE"' in e.kb_id_]
        days = [re.search(r'value="(\d{4}-\d\d-\d\d)', value) for words, value in values if DAY_NUMBER.search(words)]
        return [(match[1], match[1]) for match in days if match]

    return read


def make_duckling() -> Reader:
    """Duckling by its wheel: French, times only."""
    import duckling
    import jpype

    jars = [str(path) for path in (Path(duckling.__file__).parent / "jars").rglob("*.jar")]
    jpype.startJVM(classpath=jars, convertStrings=True)
    machine = duckling.Duckling(jvm_started=True)
    machine.load(languages=[duckling.Language.FRENCH])

    def read(text: str, reference: dt.date) -> Days:
        moment = f"{reference.isoformat()}T12:00:00+01:00"
        found = machine.parse(
            text, language=duckling.Language.FRENCH, dim_filter=[duckling.Dim.TIME], reference_time=moment
        )
        return [span for item in found if (span := parse_duckling(item["value"]))]

    return read


def parse_duckling(value: dict[str, Any]) -> tuple[str, str] | None:
    """The days of one duckling value: the end of an interval is exclusive; months and longer grains are no days."""
    if value.get("type") == "interval" or "from" in value:
        first, last = value.get("from", {}), value.get("to", {})
        if not first.get("value") or not last.get("value") or first.get("grain") in ("month", "year", "quarter"):
            return None
        end = dt.date.fromisoformat(str(last["value"])[:10])
        end -= dt.timedelta(days=1) if last.get("grain") == "day" else dt.timedelta()
        return str(first["value"])[:10], end.isoformat()
    if value.get("grain") in ("day", "hour", "minute") and value.get("value"):
        return (str(value["value"])[:10],) * 2
    return None


MAKERS: dict[str, tuple[str, Callable[[], Reader]]] = {
    "dateparser": ("dateparser", make_dateparser),
    "recognizers-text": ("recognizers-text-date-time", make_recognizers),
    "timexy": ("timexy", make_timexy),
    "duckling": ("duckling", make_duckling),
}


def read_safely(read: Reader, text: str, reference: dt.date) -> Days:
    """What a peer reads; one that raises on a text reads nothing in it."""
    try:
        return read(text, reference)
    except Exception as error:  # any failure of a peer is its answer
        print(f"{type(error).__name__} on {text[:60]!r}", file=sys.stderr)
        return []


def say(line: dict[str, Any]) -> None:
    """Writes one line of the answer at once."""
    print(json.dumps(line), flush=True)


def time_reading(name: str, read: Reader, paragraphs: list[str], seconds: float) -> None:
    """Says bytes read and CPU seconds spent, the best of several rounds, until the rounds or the time are over.

    In the first round it says so after each paragraph, so that a reader that is stopped has said what it did.
    """
    whole, best, spent = 0, 0.0, 0.0
    for number in range(ROUNDS):
        size, took = 0, 0.0
        for paragraph in paragraphs:
            start = time.process_time()
            read_safely(read, paragraph, REFERENCE)
            took += time.process_time() - start
            size += len(paragraph.encode())
            if number == 0:
                say({"text": name, "bytes": size, "seconds": took})
            if spent + took > seconds:
                break
        spent += took
        if number == 0 or (size == whole and took < best):  # a round cut short says nothing
            whole, best = size, took
            say({"text": name, "bytes": size, "seconds": took})
        if spent > seconds:
            break


def main() -> None:
    """Reads the request, runs the peer, says the answer line by line."""
    warnings.simplefilter("ignore")
    request = json.load(sys.stdin)
    distribution, make = MAKERS[request["peer"]]
    say({"version": importlib.metadata.version(distribution)})
    read = make()
    for phrase in request["phrases"]:
        days = read_safely(read, phrase["text"], dt.date.fromisoformat(phrase["reference"]))
        say({"id": phrase["id"], "days": days})
    for name, text in request["texts"].items():
        time_reading(name, read, text, request["seconds"])


if __name__ == "__main__":
    main()
