"""Names are found whatever their accents, hyphens and capitals, with exact spans, and told from ordinary words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.matching.folding import FoldedText, fold, key_of
from extract.places import find_territories
from extract.places.gazetteer.automaton import gazetteer_of
from extract.places.gazetteer.mentions import find_mentions
from tests.extract.places.pages import PREAMBLE, page
from warehouse.reference import load_knowledge

KNOWLEDGE = load_knowledge()
GAZETTEER = gazetteer_of(KNOWLEDGE)
KNOWN_TOWNS = [
    t.name
    for t in KNOWLEDGE.territories
    if t.kind == "commune" and t.departement in ("59", "62", "80", "60", "02") and (t.population or 0) > 12000
]


def read(text: str) -> list[tuple[str, str | None]]:
    found, _ = find_territories(page(PREAMBLE, text), KNOWLEDGE)
    return [(reading.text, reading.territory_id) for reading in found]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Lens - Liévin", "246200364"),
        ("Lens-Liévin", "246200364"),
        ("la CALL", "246200364"),
        ("Hénin – Carvin", "246200299"),
        ("Béthune-Bruay Artois Lys Romane", "200072460"),
        ("Béthune-Bruay, Artois-Lys Romane", "200072460"),
        ("Artois Comm.", "200072460"),
        ("la MEL", "200093201"),
        ("métropole lilloise", "200093201"),
        ("Mons-en-Baroeul", "59410"),
        ("MONS EN BARŒUL", "59410"),
        ("Nœux-les-Mines", "62617"),
        ("St-Omer", "62765"),
        ("SAINT OMER", "62765"),
        ("Boulogne s/ Mer", "62160"),
        ("Nogent/Oise", "60463"),
        ("Villeneuve d’Ascq", "59009"),
        ("au Quesnoy", "59481"),
        ("Sambre-avesnois", "area:sambre-avesnois"),
        ("bassin minier", "area:bassin-minier"),
        ("région Hauts de France", "32"),
        ("Nord - Pas de Calais", "31"),
        ("Nord-Pas-de-Calais-Picardie", "32"),
        ("arrondissement de Saint-Omer", "625"),
        ("Val d'Oise", "departement:95"),
        ("Pays-de-Loire", "region:52"),
    ],
)
def test_names_in_many_spellings(written: str, code: str) -> None:
    assert [found for _, found in read(f"Les acteurs de {written} y travaillent.")] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Le Contrat de Ville et la Politique de la Ville avancent.",
        "La Marche vers l'égalité, la Croix-Rouge et l'Avion postal.",
        "Madame Sophie Lens et M. Hirson ont présenté leur étude.",
        "Rendez-vous rue de Lille, puis avenue de Dunkerque.",
        "Au nord de la commune, vers le Nord-Est et la Gare du Nord.",
        "Nous avons en somme un long travail à mener ensemble.",
        "Lens, ".lower() + "albert et ham sont écrits sans capitale",
    ],
)
def test_ordinary_words_persons_and_streets_are_no_places(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Un atelier à Albert.", "80016"),
        ("Mardi 4 mai, La Passerelle, Bapaume, 14h-16h.", "62080"),
        ("Salle Dubois, Bapaume – jeudi 3 mai, 9h", "62080"),
        ("La Sucrerie, Bapaume, rue d'Arras, de 9h à 12h", "62080"),
        ("La mairie de Ham participe.", "80410"),
        ("80500 Y est cité comme Amiens, Ham et Péronne.", "80410"),
        ("Croix (59) accueille le réseau.", "59163"),
    ],
)
def test_ordinary_words_with_a_place_cue_are_towns(text: str, code: str) -> None:
    assert code in [found for _, found in read(text)]


def test_a_comma_separates_towns_that_a_hyphen_joins() -> None:
    assert read("Les villes : Lens, Liévin.") == [("Lens", "62498"), ("Liévin", "62510")]
    assert read("Les villes : Lens-Liévin.") == [("Lens-Liévin", "246200364")]


def test_a_name_never_crosses_two_blocks() -> None:
    found, _ = find_territories(page("Les acteurs de Lens", "Liévin y participe."), KNOWLEDGE)
    assert [r.territory_id for r in found] == ["62498", "62510"]


def test_slash_lists_forgive_one_letter_and_say_so() -> None:
    found, _ = find_territories(page(PREAMBLE, "Les villes de Haumont/Louvroil/Neuf Mesnil."), KNOWLEDGE)
    assert [r.territory_id for r in found] == ["59291", "59365", "59424"]
    assert "typing_error" in found[0].rule
    assert found[0].certainty < found[1].certainty


def test_the_same_slip_outside_a_list_is_not_forgiven() -> None:
    assert read("Une formation à Haumont est prévue.") == []


def test_a_former_commune_is_a_quarter_and_not_its_neighbour() -> None:
    found, _ = find_territories(page(PREAMBLE, "Les habitants de Petite-Synthe et de Grande-Synthe."), KNOWLEDGE)
    assert [(r.text, r.territory_id, r.kind) for r in found] == [
        ("Petite-Synthe", None, "quarter"),
        ("Grande-Synthe", "59271", "commune"),
    ]


def test_quarters_are_kept_as_written() -> None:
    found, _ = find_territories(page(PREAMBLE, "Une visite du quartier du Mont-Liébaut à Béthune."), KNOWLEDGE)
    assert [(r.name, r.kind, r.territory_id) for r in found] == [
        ("Mont-Liébaut", "quarter", None),
        ("Béthune", "commune", "62119"),
    ]


def test_furniture_is_never_read() -> None:
    document = page(PREAMBLE, ("furniture", "Lille, Arras, Amiens"))
    assert find_territories(document, KNOWLEDGE) == ((), ())


def test_matching_keeps_the_case_of_acronyms() -> None:
    assert read("Le call de la mel n'est pas un acronyme.") == []


@given(st.text(alphabet="éÉœŒæaÀ -'’/lensLENS\n.,", max_size=60))
@settings(max_examples=200, deadline=None)
def test_folding_keeps_every_position(text: str) -> None:
    assert len(fold(text)) == len(text)
    folded = FoldedText.of(text)
    for index, (start, end) in enumerate(folded.spans):
        assert key_of(text[start:end]) == folded.joined.split()[index]


@given(st.sampled_from(sorted(GAZETTEER.forms)), st.text(alphabet=" abé.,(’", max_size=12))
@settings(max_examples=200, deadline=None)
def test_spans_of_names_are_exact(key: str, around: str) -> None:
    text = f"{around} à {key.title()} {around}"
    for match in GAZETTEER.find_names(FoldedText.of(text)):
        assert key_of(text[match.start : match.end]) in (match.form.key, key_of(match.form.key))


@given(
    st.lists(st.sampled_from(KNOWN_TOWNS), min_size=2, max_size=6, unique=True),
    st.sampled_from([", ", " / ", "/", " ; ", " et ", ", à ", " puis "]),
    st.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_any_list_of_towns_reads_back(towns: list[str], separator: str, capitals: bool) -> None:
    words = separator.join(towns)
    document = page(("field", words.upper() if capitals else words, "Territoires"))
    found = [m.candidates for m in find_mentions(document, GAZETTEER)]
    assert [{t.name for t in candidates} & {town} for candidates, town in zip(found, towns, strict=True)] == [
        {town} for town in towns
    ]
