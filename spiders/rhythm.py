"""How often the site usually publishes, so that its silence can be judged.

Time is counted in publishing days: working days outside public and school holidays and August. A site that says nothing
for longer than that has not gone quiet by itself: its listing has moved, or what we see is not what readers see.

School holidays are known as far as somebody has decreed and written them down. After that day silence is still judged,
and each judgement says that it was made without them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from spiders.fields import Fields, ProfileError
from spiders.holidays import find_public_holidays

_SATURDAY = 5
_CHRISTMAS = ((12, 20), (1, 4))  # month and day of the first and last day, for years that nobody has written down
_LONGEST = 3660


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`silence` is the number of publishing days without anything new after which silence is reported.

    `quiet` are periods (first and last day) in which nothing is expected, `quiet_months` whole months. The last day of
    the last period is the end of what is known of school holidays.
    """

    silence: int
    quiet: tuple[tuple[dt.date, dt.date], ...] = ()
    quiet_months: frozenset[int] = frozenset()

    @property
    def known_until(self) -> dt.date | None:
        """Give the last day up to which school holidays are known, None where the profile names none."""
        return max((last for _, last in self.quiet), default=None)

    def is_publishing_day(self, day: dt.date) -> bool:
        """Tell whether something new may be expected on a day."""
        if day.weekday() >= _SATURDAY or day.month in self.quiet_months or day in find_public_holidays(day.year):
            return False
        if (day.month, day.day) >= _CHRISTMAS[0] or (day.month, day.day) <= _CHRISTMAS[1]:
            return False
        return not any(first <= day <= last for first, last in self.quiet)

    def count_silence(self, last_news: dt.date, today: dt.date) -> int:
        """Count the publishing days after the last news, today included."""
        days = min(max(0, (today - last_news).days), _LONGEST)
        return sum(self.is_publishing_day(last_news + dt.timedelta(days=step)) for step in range(1, days + 1))

    def judge(self, last_news: dt.date, today: dt.date) -> str | None:
        """Say in one line that the silence is too long, or None where it is usual."""
        count = self.count_silence(last_news, today)
        if count <= self.silence:
            return None
        unknown = self.known_until is not None and today > self.known_until
        doubt = f" (school holidays after {self.known_until} are not known, and not taken off)" if unknown else ""
        return f"nothing new since {last_news}: {count} publishing days, {self.silence} are usual at most{doubt}"


def parse_rhythm(reader: Fields) -> Rhythm:
    """Read the table `[rhythm]` of a profile. Raises `ProfileError`."""
    months = [month for month in reader.data.get("quiet_months", []) if isinstance(month, int) and 1 <= month <= 12]
    if len(months) != len(reader.data.get("quiet_months", [])):
        raise ProfileError(f"{reader.source}: quiet_months must be numbers from 1 to 12")
    return Rhythm(
        int(reader.number("silence", 20, least=1)),
        tuple(_parse_period(text, reader.source) for text in reader.texts("quiet", least=0)),
        frozenset(months),
    )


def _parse_period(text: str, source: str) -> tuple[dt.date, dt.date]:
    first, _, last = text.partition("/")
    try:
        period = dt.date.fromisoformat(first.strip()), dt.date.fromisoformat(last.strip())
    except ValueError:
        raise ProfileError(f'{source}: quiet periods are like "2025-10-18/2025-11-02", not {text!r}') from None
    if period[0] > period[1]:
        raise ProfileError(f"{source}: {text!r} ends before it begins")
    return period
