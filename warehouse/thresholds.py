"""Every number that relating depends on, in one place, with what it decides."""

from __future__ import annotations

import datetime as dt
from typing import Final

SAME_LOOK: Final = dt.timedelta(hours=36)
"""Forms of one page (alias, print form) seen this close together describe the same state of it."""

PAUSE: Final = dt.timedelta(hours=1)
"""After this long without a sighting a new look at the site begins."""

GONE_AFTER: Final = 2
"""A page is gone when the site said so (404, 410) this many times in a row."""

NEAR_TITLE: Final = 88.0
"""rapidfuzz `token_sort_ratio` (0-100) of title keys from which two titles are near."""

NEAR_CYCLE: Final = 90.0
"""The same for the keys of cycles: a wrong merge of two series costs more than one of two pages."""

DOUBTFUL_CYCLE: Final = 82.0
"""Keys of cycles this near, and not nearer, are shown to a person."""

CONTAINED_TOKENS: Final = 3
"""A title that is contained in another one must have this many telling words to count as near, or one less when it
lacks but one."""

TELLING_TOKENS: Final = 2
"""A title with fewer telling words (`Webinaire`, `Journée régionale`) identifies nothing by itself."""

RARE_WORD: Final = 3
"""A word in the titles of no more events than this ties a report to the announcement of the same day."""

ATTACHMENT_TITLE: Final = 60.0
"""An attachment whose days agree belongs to an event of its page from this title score on."""

WIDEST_BLOCK: Final = 500
"""A word that more cycles share than this brings only the first ones of them together."""

LONGEST_RUN: Final = 7
"""A reading of consecutive days up to this long is unfolded into days; a longer one is a period."""

WIDE_PERIOD: Final = 190
"""A period of more days than this (a year, a school year) is too wide to identify an event alone."""
