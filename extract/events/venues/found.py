"""What was found of where a sitting is."""

from __future__ import annotations

from extract.records import VenueReading

Found = tuple[VenueReading, str] | None
"""The venue of a sitting with the name of the rule that tied it; None where nothing does."""
