"""A redirect to an address that was asked for already is dropped by Scrapy without a word: here it leaves one."""

from __future__ import annotations

from scrapy import Request, Spider
from scrapy.dupefilters import RFPDupeFilter


class ToldDuplicates(RFPDupeFilter):
    """Scrapy's own filter; the spider is told what a redirect led to."""

    def log(self, request: Request, spider: Spider) -> None:
        """Tell the spider of a request that is dropped."""
        super().log(request, spider)
        note = getattr(spider, "note_duplicate", None)
        if note is not None and request.meta.get("redirect_times"):
            note(request)
