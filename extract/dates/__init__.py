"""French dates, read by a grammar: found fast, composed, given their years, hours and roles.

`read_dates` is the whole of it. The path of a date: `tokens` (text to letters, `spelled` for days in words) → `grammar`
(letters to productions) → `parsing` (productions to `expressions`, by `day_groups`, `periods` and `hours`) → `joining`
(lists, ranges, whose hours, by `timetable`) → `reader` (`years`, `told_years`, `runs`, `clock`, and `roles`: from the
words around in `settings`, by `limits`, `things` and `cues`).
`closed_span` asks dateparser about what is left. Never enters here: a document, a page, what else stands on it.
"""

from extract.dates.clock import clock
from extract.dates.reader import DateScan, DatesResult, find_hours, read_dates, read_dates_with, scan_dates
from extract.dates.years import Clues

__all__ = ["Clues", "DateScan", "DatesResult", "clock", "find_hours", "read_dates", "read_dates_with", "scan_dates"]
