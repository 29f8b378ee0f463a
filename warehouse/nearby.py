# ruff: noqa: S608 - all statements are made of our own names
"""What stands near to what changed, looked up in the notes of the last outline (`notes.py`), set by set.

Nothing here is read page by page: the database goes over whole columns, and gives the few rows that matter.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Final

import duckdb

from warehouse.load import append
from warehouse.sightings import Sighting
from warehouse.thresholds import ATTACHMENT_TITLE, CONTAINED_TOKENS, NEAR_TITLE
from warehouse.timeline import is_content
from warehouse.titles import best_score

_WORDS: Final = "unnest(list_distinct(string_split(title_key, ' ')))"
_KNOWN: Final = (200, 304)
_GIVEN: Final = "SELECT unnest(CAST(? AS VARCHAR[]))"
_IN: Final = f"IN ({_GIVEN})"


class Nearby:
    """Looks things up in the notes that stand in a warehouse file.

    They stand still as long as this is used: what was asked once is not asked again.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._answered: dict[tuple[object, ...], list[tuple[Any, ...]]] = {}

    def _ask(self, question: str, *values: Collection[object]) -> list[tuple[Any, ...]]:
        """Give the rows of an answer. The values are sets to the question: their order is nothing."""
        key = (question, *map(frozenset, values))
        if key not in self._answered:
            self._answered[key] = self._connection.execute(question, [list(value) for value in values]).fetchall()
        return list(self._answered[key])

    def _among(self, question: str, *values: Collection[object]) -> list[tuple[Any, ...]]:
        """Give the rows that any of the values leads to: without values there are none."""
        return self._ask(question, *values) if any(map(len, values)) else []

    def _column(self, question: str, *values: Collection[object]) -> set[Any]:
        return {row[0] for row in self._among(question, *values)}

    def count_sources(self) -> int:
        """Count pages and documents."""
        return int(self._ask("SELECT count(*) FROM outline_sources")[0][0])

    def find_restless(self, fresh: Iterable[Sighting]) -> set[str]:
        """Find the addresses where anything else was seen than the content that is known to stand there."""
        self._connection.execute(
            "CREATE OR REPLACE TEMP TABLE fresh (url VARCHAR, capture_digest VARCHAR, printed BOOLEAN)"
        )
        restless, rows = set(), []
        for seen in fresh:
            if is_content(seen) and seen.status in _KNOWN:
                rows.append((seen.url, seen.digest, "/print" in seen.raw_url))
            else:
                restless.add(seen.url)
        append(self._connection, "fresh", rows)
        known = "c.url = f.url AND c.capture_digest = f.capture_digest AND (c.printed IS NULL OR c.printed = f.printed)"
        found = self._connection.execute(f"SELECT DISTINCT url FROM fresh f ANTI JOIN outline_calm c ON {known}")
        restless.update(url for (url,) in found.fetchall())
        self._connection.execute("DROP TABLE fresh")
        return restless

    def find_sources(self, addresses: Collection[str], names: Collection[str] = ()) -> dict[str, tuple[list[str], ...]]:
        """Find the sources that have any of these addresses or names: their own addresses, and those they claim."""
        rows = self._among(
            f"""SELECT source_id, urls, addresses FROM outline_sources
            SEMI JOIN (SELECT source_id FROM (SELECT source_id, unnest(addresses) AS address FROM outline_sources)
                WHERE address {_IN} UNION {_GIVEN}) USING (source_id)""",
            addresses,
            names,
        )
        return {str(row[0]): row[1:] for row in rows}

    def find_unread(self) -> set[str]:
        """Find the captures without a reading."""
        return {row[0] for row in self._ask("SELECT source_id FROM outline_sources WHERE kind = 'unread'")}

    def find_hosts(self, urls: Collection[str]) -> set[str]:
        """Find the pages that link a file at any of these addresses."""
        return self._column(f"SELECT DISTINCT page_id FROM page_documents WHERE url {_IN}", urls)

    def find_components(self, sources: Collection[str]) -> set[str]:
        """Find the components of all that these sources tell."""
        question = f"SELECT DISTINCT component FROM outline_tellings WHERE source_id {_IN}"
        return self._column(question, sources)

    def find_tellers(self, components: Collection[str]) -> set[str]:
        """Find the sources that tell of any of these components."""
        question = f"SELECT DISTINCT source_id FROM outline_tellings WHERE component {_IN}"
        return self._column(question, components)

    def find_members(self, components: Collection[str]) -> dict[str, tuple[str, str | None]]:
        """Find the tellings of these components: by name their component and their event."""
        question = f"SELECT name, component, event_id FROM outline_tellings WHERE component {_IN}"
        return {str(row[0]): (str(row[1]), row[2]) for row in self._among(question, components)}

    def components_of(self, names: Collection[str]) -> set[str]:
        """Find the components of these tellings."""
        return self._column(f"SELECT DISTINCT component FROM outline_tellings WHERE name {_IN}", names)

    def find_kin(self, series: Collection[str], components: Collection[str], names: Collection[str]) -> dict[str, str]:
        """Find the events of these cycles, and of the cycles of what these components and tellings told.

        Gives the tellings of these events, by name, with the event.
        """
        rows = self._among(
            f"""SELECT name, event_id FROM outline_tellings WHERE event_id IN (
                SELECT event_id FROM outline_tellings WHERE cycle IN (
                    SELECT cycle FROM outline_tellings WHERE component {_IN} OR name {_IN} UNION {_GIVEN}))""",
            components,
            names,
            series,
        )
        return {str(row[0]): str(row[1]) for row in rows}

    def find_of_events(self, events: Collection[str], cycles: Collection[str]) -> set[str]:
        """Find the sources that tell of these events, or of any event of these cycles."""
        question = f"""SELECT DISTINCT source_id FROM outline_tellings WHERE event_id IN (
            SELECT event_id FROM events WHERE event_id {_IN} OR cycle_id {_IN})"""
        return self._column(question, events, cycles)

    # What may bear on events: components outside of `known` that tellings may be tied to.

    def near_titles(self, titles: Sequence[str], days: Collection[dt.date], known: Collection[str]) -> Iterator[str]:
        """Give the components with a title near to these on one of the days, or with the very title."""
        rows = self._among(
            f"""SELECT DISTINCT component, titles FROM outline_tellings WHERE component NOT {_IN}
            AND (list_has_any(days, CAST(? AS DATE[])) OR list_has_any(titles, CAST(? AS VARCHAR[])))""",
            known,
            days,
            titles,
        )
        yield from _near(rows, titles, NEAR_TITLE)

    def near_links(self, titles: Sequence[str], sources: Collection[str], known: Collection[str]) -> Iterator[str]:
        """Give the components with a title somewhat near to these that any of the sources tell."""
        rows = self._among(
            f"""SELECT DISTINCT component, titles FROM outline_tellings
            WHERE source_id {_IN} AND component NOT {_IN}""",
            sources,
            known,
        )
        yield from _near(rows, titles, ATTACHMENT_TITLE)

    def find_neighbours(self, urls: Collection[str], links: Collection[str]) -> set[str]:
        """Find the pages that link any of these addresses, or that stand at any of these links."""
        return self._column(
            f"""SELECT DISTINCT source_id FROM (SELECT source_id, unnest(links || former_links) AS url
                FROM outline_sources) WHERE url {_IN}
            UNION SELECT source_id FROM (SELECT source_id, unnest(urls) AS url FROM outline_sources)
                WHERE url {_IN}""",
            urls,
            links,
        )

    def of_series(self, series: Collection[str]) -> set[str]:
        """Find the components of these cycles."""
        question = f"""SELECT DISTINCT component FROM outline_tellings
            WHERE series {_IN} OR joined {_IN} OR cycle {_IN}"""
        return self._column(question, *([series] * 3))

    def of_titles(self, keys: Iterable[str]) -> set[str]:
        """Find the components with one of these titles, if they identify anything."""
        wanted = [key for key in keys if len(key.split()) >= CONTAINED_TOKENS]
        question = f"SELECT DISTINCT component FROM outline_tellings WHERE title_key {_IN}"
        return self._column(question, wanted)

    def of_phrases(self, phrases: Collection[str]) -> set[str]:
        """Find the components with a title in which one of these stands in one piece, word by word."""
        question = f"""SELECT DISTINCT component FROM outline_tellings JOIN ({_GIVEN} AS phrase)
            ON contains(' ' || title_key || ' ', ' ' || phrase || ' ')"""
        return self._column(question, phrases)

    def of_words(self, words: Collection[str]) -> set[str]:
        """Find the components with any of these words in a title."""
        question = f"SELECT DISTINCT component FROM (SELECT component, {_WORDS} AS word FROM outline_tellings)"
        return self._column(f"{question} WHERE word {_IN}", words)

    def of_venues(self, venues: Collection[str]) -> set[str]:
        """Find the components with any of these venues."""
        question = "SELECT DISTINCT component FROM outline_tellings WHERE list_has_any(venues, CAST(? AS VARCHAR[]))"
        return self._column(question, venues)

    def of_days(self, days: Collection[dt.date], known: Collection[str]) -> list[tuple[Any, ...]]:
        """Give what components on one of these days are compared by: all relations, sites, words and towns of each."""
        return self._among(
            f"""SELECT component, list_distinct(list(relation)), list_distinct(list(site)),
                list_distinct(list(title_key)), flatten(list(cities)), bool_or(online OR len(cities) = 0)
            FROM outline_tellings SEMI JOIN (SELECT DISTINCT component FROM outline_tellings
                WHERE list_has_any(days, CAST(? AS DATE[])) AND component NOT {_IN}) USING (component)
            GROUP BY component""",
            days,
            known,
        )

    # What is known of all others.

    def count_words(self, words: Collection[str], known: Collection[str]) -> dict[str, int]:
        """Count in the titles of how many events outside of these components each word stands."""
        question = f"""SELECT word, count(DISTINCT root) FROM (SELECT root, {_WORDS} AS word FROM outline_tellings
            WHERE root IS NOT NULL AND component NOT {_IN})
            WHERE word {_IN} GROUP BY ALL"""
        return {str(word): int(count) for word, count in self._among(question, known, words)}

    def find_venues(self, names: Collection[str], without: Collection[str]) -> set[str]:
        """Find the venues of these towns and names (as one text) that sources other than `without` name."""
        return self._column(
            f"""SELECT DISTINCT venue FROM (SELECT unnest(venues) AS venue FROM outline_tellings
                WHERE source_id NOT {_IN})
            WHERE split_part(venue, chr(31), 1) || chr(31) || split_part(venue, chr(31), 3) {_IN}""",
            without,
            names,
        )

    def find_links(self, sources: Collection[str]) -> list[tuple[list[str], list[str]]]:
        """Give what each of these pages links now, and what only earlier versions linked."""
        question = f"SELECT links, former_links FROM outline_sources WHERE source_id {_IN}"
        return [(row[0], row[1]) for row in self._among(question, sources)]

    def find_linked(self, urls: Collection[str], without: Collection[str]) -> tuple[set[str], set[str]]:
        """Find which addresses pages other than `without` link now, and which they only linked once."""
        found = []
        for column in ("links", "former_links"):
            question = f"""SELECT DISTINCT url FROM (SELECT unnest({column}) AS url FROM outline_sources
                WHERE source_id NOT {_IN}) WHERE url {_IN}"""
            found.append(self._column(question, without, urls))
        return found[0], found[1]

    def find_files(self, pages: Collection[str]) -> set[tuple[str, str | None]]:
        """Find the addresses of files that these pages link, and the documents there."""
        question = f"SELECT url, document_id FROM page_documents WHERE page_id {_IN}"
        return {(row[0], row[1]) for row in self._among(question, pages)}

    def find_naming(
        self, urls: Collection[str], documents: Collection[str], without: Collection[str]
    ) -> list[tuple[Any, ...]]:
        """Give how pages other than `without` name these files: page, address, document, title, kind."""
        return self._among(
            f"""SELECT page_id, url, document_id, title, kind FROM page_documents
            WHERE (url {_IN} OR document_id {_IN})
                AND page_id NOT {_IN}""",
            urls,
            documents,
            without,
        )

    def find_series(self) -> tuple[dict[str, str], dict[str, str]]:
        """Give the series of each key of a cycle, and what each series became."""
        series = self._ask("SELECT DISTINCT stated, series FROM outline_tellings WHERE stated IS NOT NULL")
        joined = self._ask("SELECT DISTINCT series, joined FROM outline_tellings WHERE series IS NOT NULL")
        return {row[0]: row[1] for row in series}, {row[0]: row[1] for row in joined}

    def find_firsts(self, column: str, without: Collection[str]) -> dict[str, tuple[str, str]]:
        """Give the place and the name of the first telling with each value, in sources other than `without`."""
        rows = self._ask(
            f"""SELECT {column}, min(place), arg_min(name, place) FROM outline_tellings
            WHERE {column} IS NOT NULL AND source_id NOT {_IN} GROUP BY ALL""",
            without,
        )
        return {row[0]: (row[1], row[2]) for row in rows}

    def find_named_twice(self, components: Collection[str]) -> list[list[str]]:
        """Give the series of each event of these components whose sources name several."""
        question = f"""SELECT list_sort(list(DISTINCT series)) FROM outline_tellings
            WHERE component {_IN} AND event_id IS NOT NULL AND NOT mention AND series IS NOT NULL
            GROUP BY event_id HAVING count(DISTINCT series) > 1"""
        return [row[0] for row in self._among(question, components)]

    def find_terms(self, without: Collection[str]) -> list[tuple[Any, ...]]:
        """Give the first known theme of each numbered term in captures at addresses other than `without`.

        With it comes what orders captures: first moment, address, digest, and place there.
        """
        return self._ask(
            f"""SELECT DISTINCT ON (number) number, theme_id, first_seen, url, capture_digest, place FROM outline_terms
            WHERE theme_id <> 'term:' || number AND url NOT {_IN}
            ORDER BY number, first_seen, url, capture_digest, place""",
            without,
        )

    def find_title_words(self, components: Collection[str]) -> set[str]:
        """Find the words of all titles of these components."""
        question = f"SELECT DISTINCT {_WORDS} FROM outline_tellings WHERE component {_IN}"
        return self._column(question, components)

    def find_venues_of(self, sources: Collection[str]) -> set[str]:
        """Find the venues that these sources name."""
        question = f"""SELECT DISTINCT unnest(venues) FROM outline_tellings
            WHERE source_id {_IN}"""
        return self._column(question, sources)

    def tells_any(self, sources: Collection[str], names: Collection[str]) -> bool:
        """Tell whether these sources have any of the tellings."""
        question = f"""SELECT 1 FROM outline_tellings WHERE source_id {_IN}
            AND name {_IN} LIMIT 1"""
        return bool(self._among(question, sources, names))

    def has_cycle_doubts(self) -> bool:
        """Tell whether any two names of cycles are in doubt."""
        return bool(self._ask("SELECT 1 FROM open_entries WHERE kind = 'cycles' LIMIT 1"))


def _near(rows: Iterable[tuple[Any, ...]], titles: Sequence[str], least: float) -> Iterator[str]:
    for component, others in rows:
        if titles and others and best_score(tuple(titles), tuple(others)) >= least:
            yield component
