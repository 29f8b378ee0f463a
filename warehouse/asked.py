"""Whose rows a look may change though they stayed as they are: pages linked otherwise, documents named otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from extract.records import Attachment
from warehouse.nearby import Nearby
from warehouse.outline import Survey
from warehouse.page_rows import Linked, find_files, find_links_of
from warehouse.reach import Reach


class Asked:
    """Finds the sources whose rows may differ, and what they ask of all others."""

    def __init__(self, nearby: Nearby) -> None:
        self._nearby = nearby

    def find(self, part: Reach, survey: Survey) -> tuple[set[str], set[str]]:
        """Find the sources whose rows may differ, those that did not change included, and what else they point to.

        These are pages that are linked otherwise than before, and documents that pages link that changed.
        """
        nearby, touched = self._nearby, part.sources_at(survey)
        links, former = _links_of(touched, survey), nearby.find_links(part.touched)
        was = {url for now, _ in former for url in now}
        ever_was = was.union(*(once for _, once in former))
        pages = nearby.find_sources((links.now ^ was) | (links.ever ^ ever_was)) if links.ever | ever_was else {}
        documents = self._sources_of(nearby.find_files(part.touched) | _files_of(touched, survey))
        asked = touched | pages.keys() | documents
        return asked, part.shelf | asked | self._sources_of(nearby.find_files(pages))

    def _sources_of(self, files: Iterable[tuple[str, str | None]]) -> set[str]:
        """Find the sources at the addresses of files, and the documents themselves."""
        found = list(files)
        names = [name for _, name in found if name]
        return set(self._nearby.find_sources([url for url, _ in found], names)) if found else set()

    def find_linked(self, part: Reach, survey: Survey) -> Linked:
        """Find which addresses of the asked pages other pages link."""
        pages = [page for page in survey.timeline.pages.values() if page.page_id in part.asked]
        urls = {capture.url for page in pages for capture in page.captures}
        now, once = self._nearby.find_linked(urls, part.touched)
        own = _links_of(part.sources_at(survey), survey)
        return Linked(now | own.now, now | once | own.ever)

    def name_documents(self, part: Reach, survey: Survey) -> dict[str, Attachment]:
        """Give how the first page that links it names each asked file, as `find_titles` does."""
        timeline = survey.timeline
        asked = [document for document in timeline.documents.values() if document.document_id in part.asked]
        urls = {capture.url for document in asked for capture in document.captures}
        rows = self._nearby.find_naming(urls, [document.document_id for document in asked], part.touched)
        for name in part.sources_at(survey) & timeline.pages.keys():
            for url, (_, file) in find_files(timeline.pages[name]).items():
                rows.append((name, url, timeline.document_at(url), file.title, file.kind))
        named: dict[str, Attachment] = {}
        for _, url, document_id, title, kind in sorted(rows, key=lambda row: row[:2]):
            file = Attachment(url, title, kind, None)
            named.setdefault(url, file)
            if document_id is not None:
                named.setdefault(document_id, file)
        return named


def _links_of(sources: Collection[str], survey: Survey) -> Linked:
    """Give all addresses that these pages link, now and ever."""
    pages = [page for page in survey.timeline.pages.values() if page.page_id in sources]
    found = [find_links_of(page, survey.readings) for page in pages]
    return Linked(set[str]().union(*(links.now for links in found)), set[str]().union(*(links.ever for links in found)))


def _files_of(sources: Collection[str], survey: Survey) -> set[tuple[str, str | None]]:
    """Give the addresses of the files that these pages link now, and the documents there."""
    pages = [page for page in survey.timeline.pages.values() if page.page_id in sources]
    return {(url, survey.timeline.document_at(url)) for page in pages for url in find_files(page)}
