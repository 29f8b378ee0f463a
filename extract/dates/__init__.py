"""French dates, read by a grammar: found fast, composed, given their years, hours and roles.

`read_dates` is the whole of it. The path of a date: `tokens` (text to letters) → `grammar` (letters to expressions) →
`parsing` → `joining` (lists, ranges, hours) → `years` → `roles` → `reader`.
"""

from extract.dates.reader import DateScan, DatesResult, clock, read_dates, read_dates_with, scan_dates
from extract.dates.years import Clues

__all__ = ["Clues", "DateScan", "DatesResult", "clock", "read_dates", "read_dates_with", "scan_dates"]
