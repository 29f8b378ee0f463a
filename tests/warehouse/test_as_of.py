"""States of former moments: over random sequences of a small site, each is what its night published."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from extract.records import EventReading
from tests.warehouse.as_of import find_differences, find_differences_now
from tests.warehouse.factory import (
    START,
    Told,
    attachment,
    built,
    document,
    event,
    page,
    session,
    territory,
    theme,
    venue,
)

NIGHTS, PAGES = 4, 5
TITLES = ("Laïcité au quotidien", "Santé et habitat", "Emploi des jeunes", "Cités éducatives", "Rénovation urbaine")
TOWNS = ("Lens", "Lille", "Béthune", "Douai")


def tell_event(luck: random.Random, number: int) -> EventReading:
    """An edition of a page's event, drawn anew: day, hours, hall, territory, theme, whether it belongs to a cycle."""
    first = dt.date(2026, 1, 1) + dt.timedelta(days=luck.randrange(300))
    hall = luck.choice(
        [None, venue(luck.choice(TOWNS)), venue("Lille", "Maison de quartier", f"{number + 1} rue du Test")]
    )
    hours = luck.choice([("09:00", "12:00"), ("14:00", None), (None, None)])
    return event(
        luck.choice([TITLES[number], f"{TITLES[number]} : deuxième édition"]),
        *(session((first + dt.timedelta(days=7 * n)).isoformat(), hall, hours) for n in range(luck.randrange(3))),
        territories=tuple(territory(code) for code in luck.sample(("200093201", "246200364"), luck.randrange(3))),
        themes=(theme(luck.choice(("laicite", "sante"))),),
        cycle=luck.choice([None, "Égalité et citoyenneté"]),
        relation=luck.choice(["announces", "announces", "reports"]),
    )


def tell_page(luck: random.Random, number: int, night: int) -> Told:
    events = [tell_event(luck, number)] if luck.random() < 0.9 else []
    files = (attachment(f"file-{number}.pdf"),) if luck.random() < 0.3 else ()
    title = None if events else TITLES[number]
    hours = 24 * night + number / 60
    return page(
        10 + number,
        *events,
        version=f"night {night}",
        hours=hours,
        attachments=files,
        **({"title": title} if title else {}),
    )


def live(seed: int) -> Iterator[list[Told]]:
    """The captures of each night: a page is new, the same, another, or gone, and may come back; a file is replaced."""
    luck, last = random.Random(seed), dict[int, Told]()
    for night in range(NIGHTS):
        told = []
        for number in range(PAGES):
            fate, before = luck.random(), last.get(number)
            if before is None or fate < 0.4:
                last[number] = tell_page(luck, number, night)
                told.append(last[number])
            elif fate < 0.8:
                last[number] = before.again(24 * night + number / 60)
                told.append(last[number])
            else:
                at = START + dt.timedelta(days=night, minutes=number)
                gone = replace(before.sightings[0], status=404, digest=None, kind="response", seen_at=at)
                told.append(replace(before, sightings=(gone,)))
        if luck.random() < 0.5:
            told.append(document("file-0.pdf", event("Programme"), version=f"night {night}", hours=24 * night + 0.5))
        yield told


@dataclass(frozen=True)
class Lived:
    """A folder after all nights, and what each of them published, by the moment at its end."""

    data: Path
    releases: dict[str, Path]


@pytest.fixture(scope="module", params=[1, 2])
def lived(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Lived:
    captures: list[Told] = []
    data = tmp_path_factory.mktemp("lived")
    releases: dict[str, Path] = {}
    for night, told in enumerate(live(request.param)):
        captures += told
        result = built(data, *captures, run=f"run-{night}")
        assert result.outcome in ("published", "degraded", "nothing_new"), result.failed_gates
        moment = (START + dt.timedelta(days=night, hours=1)).replace(tzinfo=None).isoformat()
        releases[moment] = data / "releases" / str(result.release) / "warehouse.duckdb"
    return Lived(data, releases)


def test_state_of_each_night_is_what_it_published(lived: Lived) -> None:
    assert len(set(lived.releases.values())) == NIGHTS  # each night changed something, else this would test little
    current = lived.data / "warehouse.duckdb"
    found = {moment: find_differences(current, path, moment) for moment, path in lived.releases.items()}
    assert found == {moment: {} for moment in lived.releases}
    assert find_differences_now(current) == {}


def test_a_release_of_another_moment_differs(lived: Lived) -> None:
    """The comparison itself can fail: the first night is not the last one."""
    first, *_, last = lived.releases
    found = find_differences(lived.data / "warehouse.duckdb", lived.releases[first], last)
    assert {"sessions", "captures"} <= set(found)
