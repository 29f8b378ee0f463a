"""Derives the committed gazetteer tables from the npm package `@etalab/decoupage-administratif`.

Run it once a year on unpacked packages, the newest first, then as many older vintages as there are:

    python -m warehouse.reference.derive NEWEST_PACKAGE OLDER_PACKAGE…

It writes `territories.csv` (Hauts-de-France in full, with what its communes and EPCI were called before),
`communes_france.csv` (larger communes elsewhere, for the towns of venues) and `levels_france.csv`
(départements and regions elsewhere) beside itself. Hand-kept tables are never touched. `SOURCES.md` records
the vintages.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
REGION = "32"
DEPARTEMENTS = ("02", "59", "60", "62", "80")
# The vintage (year of the Code officiel géographique) of each package version, as its README lists them.
VINTAGES = {
    "0.3.0": 2018,
    "0.7.0": 2019,
    "0.8.0": 2020,
    "1.1.1": 2021,
    "2.3.1": 2022,
    "3.1.1": 2023,
    "4.1.0": 2024,
    "5.3.0": 2025,
    "6.0.0": 2026,
}
# Names given up before this year are written no more, and would only make today's names ambiguous.
NAMES_SINCE = 1970
# Elsewhere a commune is kept from this number of inhabitants on, or when it seats an arrondissement.
INHABITANTS_ELSEWHERE = 5000
# `typeLiaison` of the Code officiel géographique: how a name is joined to "département …".
LIAISONS = ("de ", "d'", "du ", "de la ", "des ", "de l'", "des ", "de las ", "de los ")
# Where the préfecture does not sit in the seat of its département.
PREFECTURES = {"95": "95127"}
EPCI_FORMS = {
    "CA": ("Communauté d'agglomération", "Agglomération", "CA"),
    "CC": ("Communauté de communes", "CC"),
    "CU": ("Communauté urbaine", "CU"),
}
# Bare names of EPCI that are ordinary words without their "communauté de communes".
ORDINARY_EPCI = {"Sablons", "Deux Vallées", "Trois Rivières", "Canton", "Val de l'Oise"}

Json = dict[str, Any]


@dataclass
class Row:
    """One line of a derived table; `names` holds the official name first."""

    territory_id: str
    names: list[str]
    kind: str
    parent_id: str = ""
    departement: str = ""
    postcodes: Sequence[str] = ()
    vintage: int = 0
    valid_from: int | None = None
    valid_until: int | None = None
    population: int | None = None
    seat_code: str = ""

    def cells(self) -> list[object]:
        """Give the row as CSV cells; lists are joined with `|`."""
        other_names = "|".join(dict.fromkeys(n for n in self.names[1:] if n != self.names[0]))
        return [
            self.territory_id,
            self.names[0],
            self.kind,
            other_names,
            self.parent_id,
            self.departement,
            "|".join(self.postcodes),
            self.vintage,
            self.valid_from or "",
            self.valid_until or "",
            self.population or "",
            self.seat_code,
        ]


COLUMNS = [
    *("territory_id", "name", "kind", "other_names", "parent_id", "departement", "postcodes"),
    *("vintage", "valid_from", "valid_until", "population", "seat_code"),
]


@dataclass
class Vintage:
    """One yearly vintage of the package."""

    year: int
    folder: Path
    communes: list[Json] = field(default_factory=list)
    epci: list[Json] = field(default_factory=list)

    @classmethod
    def read(cls, folder: Path) -> Vintage:
        """Read an unpacked package folder; raises `KeyError` for a version whose vintage is not known."""
        version = json.loads((folder / "package.json").read_text("utf-8"))["version"]
        vintage = cls(VINTAGES[version], folder)
        vintage.communes = vintage.table("communes")
        vintage.epci = vintage.table("epci")
        return vintage

    def table(self, name: str) -> list[Json]:
        """One JSON table of the package, empty when this version does not have it."""
        path = self.folder / "data" / f"{name}.json"
        if not path.exists():
            return []
        rows: list[Json] = json.loads(path.read_text("utf-8"))
        return rows

    def communes_of_region(self, *types: str) -> dict[str, Json]:
        """Communes of Hauts-de-France of these types, by code."""
        return {c["code"]: c for c in self.communes if c["code"][:2] in DEPARTEMENTS and c.get("type") in types}

    def epci_of_region(self) -> dict[str, Json]:
        """EPCI with at least one member commune in Hauts-de-France, by SIREN code."""
        return {e["code"]: e for e in self.epci if any(m["code"][:2] in DEPARTEMENTS for m in e["membres"])}


def joined(noun: str, name: str, liaison: int) -> str:
    """`noun` joined to a name as French does: `Département du Nord`, `Arrondissement d'Arras`."""
    if liaison == 0 and name[0] in "AEIOUYÉÈH":
        liaison = 1
    return f"{noun} {LIAISONS[liaison]}{name}"


def build_communes(vintages: Sequence[Vintage]) -> list[Row]:
    """Communes of today, communes déléguées and associées, and former ones, with former names."""
    newest = vintages[0]
    today = newest.communes_of_region("commune-actuelle")
    parents = {m["code"]: e["code"] for e in newest.epci for m in e["membres"]}
    rows = {
        code: Row(
            code,
            [c["nom"]],
            "commune",
            parents.get(code) or str(c["departement"]),
            c["departement"],
            c.get("codesPostaux", ()),
            newest.year,
            population=c.get("population"),
        )
        for code, c in today.items()
    }
    for vintage in vintages:
        add_parts(rows, vintage)
        add_vanished(rows, vintage)
    histories = next((h for v in vintages if (h := v.table("historique-communes"))), [])
    by_id = {h["id"]: h for h in histories}
    for history in histories:
        add_history(rows, history, by_id)
    return list(rows.values())


def add_parts(rows: dict[str, Row], vintage: Vintage) -> None:
    """Communes déléguées and associées; one that bears the code of its commune is a former name of it."""
    for code, part in vintage.communes_of_region("commune-deleguee", "commune-associee").items():
        row = rows.get(code)
        if row is None:
            kind = part["type"].replace("-", "_")
            rows[code] = Row(
                code,
                [part["nom"]],
                kind,
                part["chefLieu"],
                code[:2],
                vintage=vintage.year,
                valid_until=None if vintage.year == max(VINTAGES.values()) else vintage.year,
            )
        elif part["nom"] not in row.names:
            row.names.append(part["nom"])


def add_vanished(rows: dict[str, Row], vintage: Vintage) -> None:
    """Communes of an older vintage that are gone today, and names that were given up since."""
    for code, commune in vintage.communes_of_region("commune-actuelle").items():
        row = rows.get(code)
        if row is None:
            rows[code] = Row(
                code,
                [commune["nom"]],
                "former_commune",
                "",
                code[:2],
                commune.get("codesPostaux", ()),
                vintage.year,
                valid_until=vintage.year,
            )
        elif commune["nom"] not in row.names:
            row.names.append(commune["nom"])


def add_history(rows: dict[str, Row], history: Json, by_id: dict[str, Json]) -> None:
    """Add a commune that ended, or changed its name, between `NAMES_SINCE` and the first vintage."""
    code, ended = history["code"], int(history.get("dateFin", "0")[:4])
    if code[:2] not in DEPARTEMENTS or history["type"] != "COM" or ended < NAMES_SINCE:
        return
    row = rows.get(code)
    if row is None:
        parent = successor_code(history, by_id)
        rows[code] = Row(code, [history["nom"]], "former_commune", parent, code[:2], vintage=ended, valid_until=ended)
    elif history["nom"] not in row.names:
        row.names.append(history["nom"])
    elif row.kind == "former_commune" and not row.parent_id:
        row.parent_id = successor_code(history, by_id)


def successor_code(history: Json, by_id: dict[str, Json]) -> str:
    """Find the code of the commune that took this one in, following the chain of the history to its end."""
    step: Json | None = history
    code = str(history["code"])
    for _ in range(20):
        if step is None:
            break
        code = step["code"]
        step = by_id.get(step.get("successeur") or "") or by_id.get(step.get("pole") or "")
    return code if code[:2] in DEPARTEMENTS else f"departement:{code[:2]}"


def build_epci(vintages: Sequence[Vintage]) -> list[Row]:
    """EPCI of all vintages: those that ended carry the last year they were seen, new codes their first."""
    seen: dict[str, list[tuple[int, Json]]] = {}
    for vintage in vintages:
        for code, epci in vintage.epci_of_region().items():
            seen.setdefault(code, []).append((vintage.year, epci))
    newest, oldest = vintages[0].year, vintages[-1].year
    commune_names = {c["nom"] for c in vintages[0].communes_of_region("commune-actuelle").values()}
    rows = []
    for code, sightings in seen.items():
        last_year, last = sightings[0]
        first_year = sightings[-1][0]
        members = [m["code"][:2] for m in last["membres"]]
        departement = max(sorted(set(members)), key=members.count)
        names = [n for _, e in sightings for n in epci_names(e["nom"], commune_names)]
        rows.append(
            Row(
                code,
                names,
                "epci",
                departement if departement in DEPARTEMENTS else f"departement:{departement}",
                departement,
                vintage=last_year,
                valid_from=first_year if first_year > oldest else None,
                valid_until=last_year if last_year < newest else None,
                population=last.get("populationMunicipale"),
            )
        )
    return rows


def epci_names(official: str, commune_names: set[str]) -> list[str]:
    """List the ways to write an EPCI: official, in full, by its acronym in brackets, by its bare name."""
    name, _, bracket = official.partition(" (")
    acronym = bracket.rstrip(")")
    names = [name] + ([acronym] if acronym.isupper() and acronym.isalpha() else [])
    short, _, rest = name.partition(" ")
    for form in EPCI_FORMS.get(short, ())[:-1]:
        names.append(f"{form} {rest}")
    bare = rest
    for article in ("de la ", "de l'", "du ", "des ", "de ", "d'"):
        if rest.startswith(article):
            bare = rest[len(article) :]
            break
    if short in EPCI_FORMS and bare not in commune_names | ORDINARY_EPCI:
        names.append(bare)
    return names


def build_levels(newest: Vintage) -> tuple[list[Row], list[Row]]:
    """Arrondissements, départements and the region of Hauts-de-France; départements and regions elsewhere.

    Two-digit INSEE codes overlap between the levels (32 is a region and a département): those of
    Hauts-de-France stay bare, those elsewhere are prefixed.
    """
    departements = build_departements(newest)
    own = [row for row in departements if row.territory_id in DEPARTEMENTS]
    elsewhere = [row for row in departements if row.territory_id not in DEPARTEMENTS]
    for region in newest.table("regions"):
        if region["code"] != REGION and region["zone"] == "metro":
            names = [region["nom"], f"Région {region['nom']}"]
            seat = region["chefLieu"]
            elsewhere.append(Row(f"region:{region['code']}", names, "region", vintage=newest.year, seat_code=seat))
    return [*own, *build_arrondissements(newest), *build_regions(newest.year)], elsewhere


def build_arrondissements(newest: Vintage) -> list[Row]:
    """Arrondissements of Hauts-de-France, named in full because each bears the name of its seat."""
    return [
        Row(
            a["code"],
            [joined("Arrondissement", a["nom"], a["typeLiaison"])],
            "arrondissement",
            a["departement"],
            a["departement"],
            vintage=newest.year,
            seat_code=a["chefLieu"],
        )
        for a in newest.table("arrondissements")
        if a["departement"] in DEPARTEMENTS
    ]


def build_departements(newest: Vintage) -> list[Row]:
    """All départements of France, with the commune where the préfecture sits."""
    regions = {r["code"]: f"region:{r['code']}" for r in newest.table("regions") if r["zone"] == "metro"}
    rows = []
    for d in newest.table("departements"):
        if d["zone"] == "com":
            continue
        inside = d["code"] in DEPARTEMENTS
        in_full = joined("Département", d["nom"], d["typeLiaison"])
        rows.append(
            Row(
                d["code"] if inside else f"departement:{d['code']}",
                [in_full] if d["nom"] == "Paris" else [d["nom"], in_full],
                "departement",
                REGION if inside else regions.get(d.get("region", ""), ""),
                d["code"],
                vintage=newest.year,
                seat_code=PREFECTURES.get(d["code"]) or str(d["chefLieu"]),
            )
        )
    return rows


def build_regions(year: int) -> list[Row]:
    """Build the region: two of them until 2015, one since 2016 (its names stand in `territory_names.csv`)."""
    return [
        Row(
            "32",
            ["Hauts-de-France", "Région Hauts-de-France"],
            "region",
            vintage=year,
            valid_from=2016,
            seat_code="59350",
        ),
        Row(
            "31",
            ["Nord-Pas-de-Calais", "Région Nord-Pas-de-Calais"],
            "region",
            "32",
            vintage=2015,
            valid_until=2015,
            seat_code="59350",
        ),
        Row(
            "22",
            ["Picardie", "Région Picardie"],
            "region",
            "32",
            vintage=2015,
            valid_until=2015,
            seat_code="80021",
        ),
    ]


def build_communes_elsewhere(newest: Vintage) -> list[Row]:
    """Larger communes of the rest of France, and the seats of its arrondissements."""
    seats = {a["chefLieu"] for a in newest.table("arrondissements")}
    return [
        Row(
            c["code"],
            [c["nom"]],
            "commune",
            f"departement:{c['departement']}",
            c["departement"],
            c.get("codesPostaux", ()),
            newest.year,
            population=c.get("population"),
        )
        for c in newest.communes
        if c.get("type") == "commune-actuelle"
        and c.get("departement")
        and c["departement"] not in DEPARTEMENTS
        and c["zone"] != "com"
        and (c.get("population", 0) >= INHABITANTS_ELSEWHERE or c["code"] in seats)
    ]


def write_table(path: Path, rows: Iterable[Row]) -> None:
    """Write rows as CSV, sorted by kind and code so that a new vintage shows as a small diff."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(row.cells() for row in sorted(rows, key=lambda r: (r.kind, r.territory_id)))


def main(folders: Sequence[str]) -> int:
    """Derive all tables from package folders, the newest first."""
    if not folders:
        sys.stderr.write("derive: name the unpacked package folders, the newest first\n")
        return 2
    vintages = sorted((Vintage.read(Path(f)) for f in folders), key=lambda v: v.year, reverse=True)
    own, elsewhere = build_levels(vintages[0])
    write_table(HERE / "territories.csv", [*build_communes(vintages), *build_epci(vintages), *own])
    write_table(HERE / "levels_france.csv", elsewhere)
    write_table(HERE / "communes_france.csv", build_communes_elsewhere(vintages[0]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
