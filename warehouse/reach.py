"""How far a look reaches: what was found so far of the part of an archive that it bears on (`scope.py`)."""

from __future__ import annotations

from dataclasses import dataclass, field

from warehouse.outline import Survey


class TooWideError(Exception):
    """A look bears on the whole archive."""


@dataclass(slots=True)
class Reach:
    """What was found so far: the sources that changed, those to look at with them, and their components.

    `urls` are the addresses of what changed. `forced` components may have other events though nothing of them changed.
    """

    urls: set[str]
    touched: set[str]
    shelf: set[str] = field(default_factory=set)
    components: set[str] = field(default_factory=set)
    forced: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)

    @property
    def size(self) -> tuple[int, ...]:
        """Give how many of each there are: it grows until nothing is left to find."""
        return tuple(map(len, (self.urls, self.touched, self.shelf, self.components, self.forced, self.asked)))

    def sources_at(self, survey: Survey) -> set[str]:
        """Give the pages and documents, as they are now, that have a capture at an address of what changed."""
        timeline = survey.timeline
        pages = {p.page_id for p in timeline.pages.values() if any(c.url in self.urls for c in p.captures)}
        documents = {d.document_id for d in timeline.documents.values() if any(c.url in self.urls for c in d.captures)}
        return pages | documents
