"""Why a request brought nothing: one word per reason, for the counts of a crawl."""

from __future__ import annotations

from typing import Literal
from urllib.parse import urlsplit

from scrapy.exceptions import IgnoreRequest
from scrapy.spidermiddlewares.httperror import HttpError

from spiders.middlewares import RefusedRequest
from spiders.netguard import PRIVATE_ADDRESS, was_refused

_NAMES = {
    "CannotResolveHostError": "host_unknown",
    "DownloadConnectionRefusedError": "connection_refused",
    "DownloadTimeoutError": "timeout",
    "DownloadCancelledError": "too_large",
    "ResponseDataLossError": "incomplete",
    "DownloadFailedError": "connection_failed",
    "TunnelError": "proxy_refused",
    "ValueError": "bad_address",
    "BadGzipFile": "bad_encoding",
}


def name_failure(error: BaseException, url: str = "") -> tuple[Literal["refused", "error"], str]:
    """Say whether we refused to ask or the asking failed, and why, in one word. `url` is what was asked for."""
    if isinstance(error, RefusedRequest):
        return "refused", error.reason
    if isinstance(error, HttpError):
        return "error", f"http_{error.response.status}"
    if isinstance(error, IgnoreRequest):
        return _name_ignored(str(error))
    words = f"{error} {error.__cause__}"
    if "certificate verify failed" in words or "VerificationError" in words:
        return "error", "certificate"
    name = _NAMES.get(type(error).__name__, type(error).__name__)
    if name == "host_unknown" and was_refused(urlsplit(url).hostname or ""):
        return "refused", PRIVATE_ADDRESS
    return "error", name


def _name_ignored(message: str) -> tuple[Literal["refused", "error"], str]:
    if "robots.txt" in message:
        return "refused", "robots"
    if "offsite" in message:
        return "refused", "off_site"
    if "redirections" in message:
        return "error", "redirect_loop"
    return "error", "too_large" if "DOWNLOAD_MAXSIZE" in message else "ignored"
