"""The date reader alone: one text, or JSON lines in and out, one answer per question and in its order.

A line that cannot be read gets an answer of its own, `{"id": …, "error": …}`, and the rest goes on.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import Any

from extract.dates import DatesResult, read_dates
from pipelines.outcomes import InputError
from pipelines.serialise import Json, build_date

__all__ = ["answer_lines", "build_dates", "parse_reference", "read_dates"]


def answer_lines(lines: Iterable[bytes]) -> Iterator[str]:
    """Yield a JSON line for each line `{"id", "text", "reference"}`; blank lines are no questions.

    `reference` is an ISO day, or null or missing where there is none.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield json.dumps(_answer_line(line, number), ensure_ascii=False)


def build_dates(result: DatesResult) -> Json:
    """Build `{"dates", "open"}`, each date in the shape of a reading."""
    return {
        "dates": [build_date(date) for date in result.dates],
        "open": [{"text": entry.text, "reason": entry.reason} for entry in result.open],
    }


def parse_reference(value: object) -> dt.date | None:
    """Parse a reference day. Raises `InputError` where it is neither null nor an ISO day."""
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        raise InputError(f"the reference {str(value)[:40]!r} is no day; write it like 2021-09-29") from None


def _answer_line(line: bytes, number: int) -> Json:
    identity: Any = None
    try:
        question = _parse_question(line, number)
        identity = question.get("id")
        text = question.get("text")
        if not isinstance(text, str):
            raise InputError(f'line {number} has no "text"')
        return {"id": identity} | build_dates(read_dates(text, parse_reference(question.get("reference"))))
    except InputError as error:
        return {"id": identity, "error": str(error)}
    except Exception as error:  # the boundary: one text that breaks the reader must not end the stream
        return {"id": identity, "error": f"line {number} could not be read: {type(error).__name__}: {error}"}


def _parse_question(line: bytes, number: int) -> Json:
    try:
        question = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"line {number} is no JSON: {error}") from None
    if not isinstance(question, dict):
        raise InputError(f"line {number} is no JSON object")
    return question
