"""Fields are found by the words of their label, whatever the markup around it."""

from __future__ import annotations

import pytest

from extract.document import Document
from extract.formats import read_format
from tests.extract.formats.samples import field_values, words


def read(markup: str) -> Document:
    return read_format(f"<html><body><h1>Titre</h1>{markup}</body></html>".encode(), None, "https://irev.fr/p")


@pytest.mark.parametrize(
    "markup",
    [
        "<div><div class='field-label'>Lieu:&nbsp;</div><div><div>Béthune</div></div></div>",
        "<div><h3 class='field-label'>Lieu: </h3><div>Béthune</div></div>",
        "<section><h3>Lieu</h3><p>Béthune</p></section>",
        "<h3>Lieu :</h3><p>Béthune</p><h3>Suite</h3>",
        "<p><strong>Lieu :</strong> Béthune</p>",
        "<p><strong>Lieu</strong> Béthune</p>",
        "<p><b>Lieu</b><br>Béthune</p>",
        "<p>Lieu : Béthune</p>",
        "<p>Lieu: Béthune</p>",
        "<p>Lieu&nbsp;: Béthune</p>",
        "<p>Lieu Lieu : Béthune</p>",
        "<div>Lieu</div><div>Lieu : Béthune</div>".replace("<div>Lieu</div>", "<h3>Lieu</h3>"),
        "<dl><dt>Lieu</dt><dd>Béthune</dd></dl>",
        "<div><span>Lieu</span><span>Béthune</span></div>",
        "<ul><li>Lieu : Béthune</li></ul>",
        "<p>LIEU : Béthune</p>",
    ],
)
def test_one_label_in_every_markup(markup: str) -> None:
    document = read(markup)
    fields = [(b.label or "").capitalize() for b in document.blocks if b.kind == "field"]
    assert fields == ["Lieu"]
    assert words(document, ("field",)) == ["Béthune"]


@pytest.mark.parametrize(
    ("line", "label", "value"),
    [
        ("Dates: Jeudi 7 septembre 2017 - 02:00", "Dates", "Jeudi 7 septembre 2017 - 02:00"),
        ("Date(s) : 7 mars", "Date(s)", "7 mars"),
        ("Territoires : Région", "Territoires", "Région"),
        ("Thématiques: Santé", "Thématiques", "Santé"),
        ("Date de signature : 3 juillet 2015", "Date de signature", "3 juillet 2015"),
        ("Date limite d'inscription : 3 mars", "Date limite d'inscription", "3 mars"),
        ("Horaires : 9h-12h", "Horaires", "9h-12h"),
        ("Lieu de la formation : Lens", "Lieu de la formation", "Lens"),
        ("Public visé : élus", "Public visé", "élus"),
        ("Département : Nord", "Département", "Nord"),
        ("Statut : Communauté urbaine", "Statut", "Communauté urbaine"),
        ("Composition : 35 communes", "Composition", "35 communes"),
        ("Fichiers joints: plaquette.pdf", "Fichiers joints", "plaquette.pdf"),
        ("Quand ? Mardi 3 mars", "Quand", "Mardi 3 mars"),
        ("Où ? À Lens", "Où", "À Lens"),
        ("Intervenant·e·s : A. Martin", "Intervenant·e·s", "A. Martin"),
        ("Organisateur : IREV", "Organisateur", "IREV"),
        ("Publié le 29 septembre 2021", "Publié le", "29 septembre 2021"),
    ],
)
def test_labels_of_a_line(line: str, label: str, value: str) -> None:
    assert field_values(read(f"<p>{line}</p>"), label) == [value]


@pytest.mark.parametrize(
    "line",
    [
        "Atelier 1 : les habitants",
        "Attention : la journée est reportée",
        "Le lieu sera précisé plus tard.",
        "La date approche : inscrivez-vous",
        "Il parle : écoutons",
        "https://exemple.fr/lieu",
        "9:30 accueil",
        "Dates",
        "Où en est-on ?",
        "Lens : 3 mars",
    ],
)
def test_lines_without_a_label(line: str) -> None:
    assert not any(b.kind == "field" for b in read(f"<p>{line}</p>").blocks)


def test_a_long_text_after_a_loose_label_is_prose() -> None:
    prose = "Programme de la journée : " + "des échanges nombreux entre les équipes, " * 12
    assert not any(b.kind == "field" for b in read(f"<p>{prose}</p>").blocks)


def test_each_value_of_a_field_is_a_block_of_its_own() -> None:
    document = read(
        "<div><div class='field-label'>Thématiques:</div><div><div>Santé</div><div>Emploi</div></div></div>"
        "<p>Territoires : <a href='/1'>Lens</a>, <a href='/2'>Liévin</a> et <a href='/3'>Carvin</a></p>"
    )
    assert field_values(document, "Thématiques") == ["Santé", "Emploi"]
    assert field_values(document, "Territoires") == ["Lens", "Liévin", "Carvin"]
    assert [link.text for link in document.links] == ["Lens", "Liévin", "Carvin"]


def test_the_value_stops_at_the_next_label() -> None:
    document = read("<div><p>Lieu :</p><p>Hôtel de ville</p><p>62300 Lens</p><p>Horaires :</p><p>9h-12h</p></div>")
    assert field_values(document, "Horaires") == ["9h-12h"]
    assert field_values(document, "Lieu")[0] == "Hôtel de ville"


def test_an_address_broken_over_lines_is_one_field_of_lines() -> None:
    document = read("<p>Lieu :<br>Hôtel de ville<br>6, rue Lavoisier<br>62300 LENS</p><p>Autre texte.</p>")
    assert field_values(document, "Lieu") == ["Hôtel de ville", "6, rue Lavoisier", "62300 LENS"]


def test_definition_lists() -> None:
    document = read("<dl><dt>Dates</dt><dd>3 mars</dd><dd>5 mai</dd><dt>Niveau</dt><dd>débutant</dd></dl>")
    assert field_values(document, "Dates") == ["3 mars", "5 mai"]
    assert field_values(document, "Niveau") == ["débutant"]


def test_the_label_stays_before_the_value_in_the_text() -> None:
    document = read("<h3>Lieu</h3><p>Béthune</p>")
    assert document.text == "Titre\nLieu Béthune"
    block = next(b for b in document.blocks if b.kind == "field")
    assert document.text[block.start : block.end] == "Béthune"


def test_a_label_without_a_value_is_no_field() -> None:
    assert not any(b.kind == "field" for b in read("<p>Lieu :</p>").blocks)


def test_a_territory_page() -> None:
    rows = {
        "Département :": "Nord",
        "Statut :": "Communauté d'agglomération",
        "Contrat de ville": "2015-2023",
        "Collectivité pilote": "Valenciennes Métropole",
        "Liste des signataires": "État, Région",
    }
    document = read("".join(f"<div><h3>{label}</h3><p>{value}</p></div>" for label, value in rows.items()))
    assert {b.label: document.words_of(b) for b in document.blocks if b.kind == "field"} == {
        label.rstrip(" :"): value for label, value in rows.items()
    }
