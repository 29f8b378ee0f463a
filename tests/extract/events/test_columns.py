"""Tables that are read by columns: days over their hours and places, towns over their days."""

from __future__ import annotations

from extract.document import Block, Document
from extract.read import read_document
from extract.tables import find_column, find_table
from tests.extract.documents import read_brochure, sessions_of
from warehouse.reference import load_knowledge


def test_towns_head_columns_of_days() -> None:
    text = """# Ateliers numériques 2018
| Atelier | Lens | Liévin |
| Découvrir | 6 mars | 8 mars |
| Partager | 3 avril | 5 avril |
Horaires : 14h-16h"""
    assert sessions_of(read_brochure(text, "table")) == [
        ("2018-03-06", "14:00", "16:00", "Lens", "in_person"),
        ("2018-03-08", "14:00", "16:00", "Liévin", "in_person"),
        ("2018-04-03", "14:00", "16:00", "Lens", "in_person"),
        ("2018-04-05", "14:00", "16:00", "Liévin", "in_person"),
    ]


def test_days_head_columns_of_hours_and_places() -> None:
    page = """<html><body><main><h1>Semaine de l'emploi 2022</h1><table>
<tr><th>Mardi 4 octobre</th><th>Mercredi 5 octobre</th><th>Jeudi 6 octobre</th></tr>
<tr><td>9h-12h<br>Forum<br>Espace Carpeaux, Arques</td><td>14h<br>Visite<br>Médiathèque, Aire-sur-la-Lys</td>
<td>10h30-12h<br>Atelier CV<br>Rendez-vous maison de quartier, Saint-Omer</td></tr></table></main></body></html>"""
    reading = read_document(page.encode(), "https://exemple.fr/agenda/emploi", "text/html", load_knowledge())
    assert sessions_of(reading) == [
        ("2022-10-04", "09:00", "12:00", "Arques", "in_person"),
        ("2022-10-05", "14:00", None, "Aire-sur-la-Lys", "in_person"),
        ("2022-10-06", "10:30", "12:00", "Saint-Omer", "in_person"),
    ]


def test_lines_of_a_cell_are_one_cell() -> None:
    page = """<html><body><main><h1>Réunions publiques 2019</h1><table>
<tr><th>Quartier</th><th>Quand</th><th>Où</th></tr>
<tr><td>Faubourg<br>et centre</td><td>Lundi 4 mars<br>18h</td><td>Salle Vox<br>3 rue du Puits<br>62100 Calais</td></tr>
<tr><td>Port</td><td>Mardi 5 mars<br>18h</td><td>École Louise-Michel<br>rue Basse<br>62730 Marck</td></tr>
</table></main></body></html>"""
    reading = read_document(page.encode(), "https://exemple.fr/agenda/quartiers", "text/html", load_knowledge())
    assert [(v.name, v.street, v.postcode, v.city) for v in reading.venues] == [
        ("Salle Vox", "3 rue du Puits", "62100", "Calais"),
        ("École Louise-Michel", "rue Basse", "62730", "Marck"),
    ]


def test_a_long_table_is_looked_through_once() -> None:
    text = "\n".join(["Lens"] * 800)
    blocks = tuple(Block("cell", 5 * n, 5 * n + 4, row=n // 2, column=n % 2) for n in range(800))
    document = Document("text", text, blocks)
    tables = {id(find_table(document, block)) for block in blocks}
    assert len(tables) == 1
    assert [len(find_column(document, block)) for block in blocks[:2]] == [399, 399]
