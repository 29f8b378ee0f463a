"""What the archive tells the warehouse: when an address was seen, and with which bytes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Sighting:
    """One capture of one address at one moment: a response, a revisit (unchanged), or an imported resource.

    `url` is canonical and `raw_url` as fetched; `seen_at` is UTC and aware; `digest` is `sha256:<hex>` of the decoded
    payload, the same for a revisit as for the response it refers to; `status` is 200 for resources. `size` counts
    the bytes of the decoded payload, where the archive knows it. `file_name` is the name of an imported file,
    whose `url` is
    `urn:sha256:<hex>` where no address is known.
    """

    url: str
    raw_url: str
    seen_at: dt.datetime
    kind: Literal["response", "revisit", "resource"]
    status: int
    digest: str | None
    media_type: str | None
    size: int | None = None
    file_name: str | None = None
