"""The reference data: complete for the region, consistent, documented, cheap to load; and how it is derived."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from extract.matching.folding import key_of
from warehouse import reference
from warehouse.reference import derive, load_knowledge

KNOWLEDGE = load_knowledge()
BY_ID = {t.territory_id: t for t in KNOWLEDGE.territories}
FOLDER = Path(reference.__file__).parent


def test_identifiers_are_unique_and_parents_exist() -> None:
    assert len(BY_ID) == len(KNOWLEDGE.territories)
    assert {t.parent_id for t in KNOWLEDGE.territories if t.parent_id} <= BY_ID.keys()
    assert {t.seat_code for t in KNOWLEDGE.territories if t.seat_code and t.kind == "arrondissement"} <= BY_ID.keys()


def test_the_region_is_complete() -> None:
    kinds = Counter(t.kind for t in KNOWLEDGE.territories if t.departement in derive.DEPARTEMENTS and not t.valid_until)
    assert kinds["commune"] == 3782  # communes of Hauts-de-France on 1 January 2026, counted in the package
    assert kinds["departement"] == 5
    assert kinds["arrondissement"] == 26
    assert sum(t.kind == "departement" for t in KNOWLEDGE.territories) == 101


@pytest.mark.parametrize(
    ("code", "name", "kind"),
    [
        ("246200364", "Lens-Liévin", "epci"),
        ("246200299", "Hénin-Carvin", "epci"),
        ("200072460", "Béthune-Bruay", "epci"),
        ("59350", "Lille", "commune"),
        ("59355", "Lomme", "commune_associee"),
        ("62178", "Bruay-en-Artois", "commune"),
        ("62447", "Hesdin", "commune"),
        ("59460", "Petite-Synthe", "former_commune"),
        ("area:bassin-minier", "Bassin minier", "area"),
    ],
)
def test_known_codes_and_names(code: str, name: str, kind: str) -> None:
    territory = BY_ID[code]
    assert territory.kind == kind
    assert key_of(name) in {key_of(n) for n in territory.names}


def test_the_region_under_its_names() -> None:
    assert (BY_ID["31"].valid_until, BY_ID["22"].valid_until, BY_ID["32"].valid_from) == (2015, 2015, 2016)
    assert "Nord-Pas-de-Calais-Picardie" in BY_ID["32"].names


def test_a_new_siren_code_is_a_new_row_with_its_years() -> None:
    before, after = BY_ID["245900410"], BY_ID["200093201"]
    assert before.name == after.name
    assert (before.valid_until, after.valid_from) == (2020, 2021)


def test_towns_elsewhere_have_postcodes_and_the_prefecture_its_seat() -> None:
    assert "75018" in BY_ID["75056"].postcodes
    assert BY_ID["departement:95"].seat_code == "95127"


def test_every_name_kept_by_hand_says_why() -> None:
    for table in ("territory_names.csv", "areas.csv", "node_days.csv"):
        for row in reference.read_table(table):
            assert row["reason"], row
    assert {row["territory_id"] for row in reference.read_table("territory_names.csv")} <= BY_ID.keys()


def test_themes_and_organisers() -> None:
    terms = {theme.site_term: theme.theme_id for theme in KNOWLEDGE.themes if theme.site_term}
    assert terms == {3680: "discriminations", 3689: "lutte-contre-les-discriminations"}
    assert len({theme.theme_id for theme in KNOWLEDGE.themes}) == len(KNOWLEDGE.themes)
    assert {theme.parent_id for theme in KNOWLEDGE.themes if theme.parent_id} <= {t.theme_id for t in KNOWLEDGE.themes}
    own = KNOWLEDGE.organisers[0]
    assert (own.name, own.city, own.commune_code) == ("IREV", "Lille", "59350")


def test_node_days_rise() -> None:
    nodes = [node for node, _ in KNOWLEDGE.node_days]
    days = [day for _, day in KNOWLEDGE.node_days]
    assert nodes == sorted(nodes)
    assert days == sorted(days)


def test_loading_is_cached_and_the_digest_follows_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_knowledge() is KNOWLEDGE
    for name in reference.DATA_FILES:
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    monkeypatch.setattr(reference, "HERE", tmp_path)
    same = load_knowledge.__wrapped__()
    assert same == KNOWLEDGE
    with (tmp_path / "node_days.csv").open("a", encoding="utf-8") as file:
        file.write("238900,2025-12-01,a test\n")
    assert load_knowledge.__wrapped__().digest != KNOWLEDGE.digest


def test_sources_are_written_down() -> None:
    sources = (FOLDER / "SOURCES.md").read_text("utf-8")
    for name in reference.DATA_FILES:
        assert name in sources
    assert "Licence Ouverte" in sources
    for version in derive.VINTAGES:
        assert version in sources


COMMUNE = {"arrondissement": "622", "departement": "62", "region": "32", "type": "commune-actuelle"}


def package(folder: Path, version: str, communes: list[dict[str, object]], epci: list[dict[str, object]]) -> Path:
    """A package of one vintage, as npm unpacks it."""
    data = folder / version / "data"
    data.mkdir(parents=True)
    (data.parent / "package.json").write_text(json.dumps({"version": version}))
    tables = {
        "communes": communes,
        "epci": epci,
        "arrondissements": [
            {"code": "622", "nom": "Alpha", "typeLiaison": 1, "departement": "62", "chefLieu": "62001"}
        ],
        "departements": [
            {
                "code": "62",
                "nom": "Pas-de-Calais",
                "typeLiaison": 2,
                "zone": "metro",
                "region": "32",
                "chefLieu": "62001",
            }
        ],
        "regions": [{"code": "24", "nom": "Centre-Val de Loire", "zone": "metro", "chefLieu": "45234"}],
    }
    for name, rows in tables.items():
        (data / f"{name}.json").write_text(json.dumps(rows))
    return data.parent


def test_derive_follows_communes_and_epci_through_vintages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alpha = {"code": "62001", "nom": "Alpha", "codesPostaux": ["62100"], "population": 900, **COMMUNE}
    beta = {"code": "62002", "nom": "Beta", "codesPostaux": ["62200"], "population": 50, **COMMUNE}
    part: dict[str, object] = {"code": "62002", "nom": "Beta", "type": "commune-deleguee", "chefLieu": "62001"}
    group: dict[str, object] = {
        "nom": "CA d'Alpha-Gamma (CAG)",
        "populationMunicipale": 900,
        "membres": [{"code": "62001"}],
    }
    old = package(tmp_path, "5.3.0", [{**alpha, "nom": "Alpha-le-Vieux"}, beta], [{"code": "111", **group}])
    new = package(tmp_path, "6.0.0", [alpha, part], [{"code": "222", **group}])
    monkeypatch.setattr(derive, "HERE", tmp_path)
    assert derive.main([str(old), str(new)]) == 0
    with (tmp_path / "territories.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["territory_id"]: row for row in csv.DictReader(file)}
    assert rows["62001"]["other_names"] == "Alpha-le-Vieux"
    assert (rows["62001"]["parent_id"], rows["62001"]["postcodes"]) == ("222", "62100")
    assert (rows["62002"]["kind"], rows["62002"]["parent_id"]) == ("commune_deleguee", "62001")
    assert (rows["111"]["valid_until"], rows["222"]["valid_from"]) == ("2025", "2026")
    assert rows["222"]["name"] == "CA d'Alpha-Gamma"
    assert rows["222"]["other_names"].split("|")[:2] == ["CAG", "Communauté d'agglomération d'Alpha-Gamma"]
    assert rows["622"]["name"] == "Arrondissement d'Alpha"
    assert rows["62"]["other_names"] == "Département du Pas-de-Calais"


def test_derive_without_packages_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert derive.main([]) == 2
    assert capsys.readouterr().err == "derive: name the unpacked package folders, the newest first\n"
