"""A site of many pages that changes at random: titles that come near and part again, cycles, reports, brochures."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import replace

from extract.records import EventReading
from tests.warehouse.factory import (
    SITE,
    START,
    Told,
    attachment,
    document,
    event,
    opened,
    page,
    session,
    territory,
    theme,
    venue,
)

PAGES = 20
WORDS = ["santé", "habitat", "laïcité", "jeunesse", "emploi", "culture", "sport", "mobilité", "quartier", "numérique"]
TOWNS = ["Lille", "Lens", "Béthune", "Douai", None]
CODES = ["200093201", "200072460", "59350"]
CYCLES = [
    "Égalité-citoyenneté",
    "Egalité citoyenneté",
    "Plans de lutte contre les discriminations",
    "Mémoire des lieux",
]
FILES = "pqrst"


class LivingSite:
    """What was told of the site so far; `live` lets a day pass."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.told: list[Told] = []
        self.hours = 0.0

    def live(self, changes: int) -> None:
        """Change some pages, and see some others again."""
        for _ in range(changes):
            act = self.chance.choice([self.write] * 6 + [self.attach, self.remove, self.print])
            act(self.chance.randrange(1, PAGES))
            self.hours += 0.01
        if self.chance.random() < 0.6:
            for place in self.chance.sample(range(len(self.told)), len(self.told) // self.chance.choice([1, 2])):
                self.look_again(place)
        self.hours += 24

    def write(self, number: int) -> None:
        """Write a page or write it anew; every ninth has no node."""
        events = [self.event(str(key)) for key in range(self.chance.choice([0, 1, 1, 1, 2, 3]))]
        pages = [self.chance.randrange(1, PAGES) for _ in range(self.chance.randrange(3))]
        files = [self.chance.choice(FILES) for _ in range(self.chance.choice([0, 0, 1, 2]))]
        self.told.append(
            page(
                number if number % 9 else None, *events, path=f"actualites-0/page-{number}", version=str(self.hours),
                hours=self.hours, kind=self.chance.choice(["announcement", "announcement", "report"]),
                links=tuple(f"{SITE}/actualites-0/page-{other}" for other in pages),
                attachments=tuple(attachment(f"{name}.pdf") for name in files),
                open=(opened("bientôt", "no day"),) if self.chance.random() < 0.3 else (),
            )
        )  # fmt: skip

    def print(self, number: int) -> None:
        """Show a page under another of its addresses."""
        path = self.chance.choice([f"node/{number}", f"print/{number}"])
        self.told.append(page(number, self.event("0"), path=path, version=str(self.hours), hours=self.hours))

    def attach(self, number: int) -> None:
        """Put a brochure up, or another one in its place."""
        events = tuple(self.event(str(key)) for key in range(number % 3))
        self.told.append(
            document(f"{self.chance.choice(FILES)}.pdf", *events, version=str(self.hours), hours=self.hours)
        )

    def remove(self, number: int) -> None:
        """Let an address answer that it is gone."""
        told = self.told[number % len(self.told)] if self.told else None
        if told is not None:
            moment = START + dt.timedelta(hours=self.hours)
            gone = replace(told.sightings[-1], status=404, digest=None, kind="response", seen_at=moment)
            self.told[number % len(self.told)] = replace(told, sightings=(*told.sightings, gone))

    def look_again(self, place: int) -> None:
        """See again what stands at an address; now and then what stood there before."""
        told = self.told[place]
        there = [other for other in self.told if other.sightings[0].url == told.sightings[0].url]
        if there[-1] is told or self.chance.random() < 0.1:
            self.told[place] = told.again(self.hours + self.chance.random() / 100)

    def event(self, key: str) -> EventReading:
        """Make up an event; often its title or its days are those of another one, or nearly so."""
        chance, town = self.chance, self.chance.choice(TOWNS)
        hall = venue(town, chance.choice(["Salle", "Mairie", None]), chance.choice(["1 rue A", None, None, "2 rue B"]))
        days = {
            f"2026-{chance.randrange(1, 9):02}-{chance.randrange(1, 29):02}" for _ in range(chance.choice([0, 1, 2]))
        }
        sessions = [session(day, hall if town else None) for day in sorted(days)]
        if chance.random() < 0.15:
            sessions.append(session("2026-03-01", last="2026-03-31", precision="month"))
        title = " et ".join(chance.sample(WORDS, chance.choice([2, 2, 3])))
        others = [found for told in self.told for found in told.reading.events]
        if others and chance.random() < 0.3:
            other = chance.choice(others)
            title = other.title + chance.choice(["", " bis", "s"])
            sessions = list(other.sessions) if chance.random() < 0.7 else sessions
        labelled = replace(theme("sante", "label", site_term=9), text=chance.choice(["Santé", "Santé pour tous"]))
        return event(
            title, *sessions, key=key, cycle=chance.choice([*[None] * 5, *CYCLES]),
            relation=chance.choice(["announces"] * 4 + ["reports", "reports", "mentions"]),
            territories=(territory(chance.choice(CODES)), territory(None, text="Petite-Synthe"))[: 1 + (key != "0")],
            themes=(labelled,) if chance.random() < 0.5 else (theme(chance.choice(["laicite", "autre"])),),
            organiser=chance.choice([None, None, "IREV", "Ville"]),
        )  # fmt: skip

    def at(self, moment: dt.datetime) -> Iterator[Told]:
        """Give all that was seen until then."""
        for told in self.told:
            seen = tuple(sighting for sighting in told.sightings if sighting.seen_at <= moment)
            if seen:
                yield replace(told, sightings=seen)
