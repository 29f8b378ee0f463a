"""PDF: reading order from geometry, paragraphs, hyphens, running lines, tables, boxes."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen import canvas
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

from extract.formats import read_format
from tests.extract.formats.samples import HEIGHT, Item, block_of, column, draw_pdf, field_values, words, wrap

LEFT = [
    "Le cycle de qualification réunit les équipes des contrats de ville autour de la participation des habitants.",
    "La première journée aura lieu le jeudi 7 mars 2019 de 9h30 à 16h30 dans les locaux de la maison des associations.",
    "Chaque équipe présente une situation de travail, que le groupe analyse ensuite avec l'aide d'une sociologue.",
]
RIGHT = [
    (
        "La seconde journée se tiendra le vendredi 12 avril 2019 au centre social, avec une visite du "
        "quartier l'après-midi."
    ),
    "Les inscriptions sont ouvertes aux agents des collectivités, aux bailleurs sociaux et aux conseils citoyens.",
    (
        "Le nombre de places est limité à trente personnes ; la participation est gratuite et le repas "
        "reste à la charge de chacun."
    ),
]
HEADLINE: Item = (60, 80, "Participer dans les quartiers : un cycle de deux journées", 18)


def two_columns(order: str) -> bytes:
    left, right = column(LEFT, 60, 130, 220), column(RIGHT, 315, 130, 220)
    items = left + right
    if order == "rows":
        items.sort(key=lambda item: (item[1], item[0]))
    elif order == "random":
        random.Random(3).shuffle(items)
    return draw_pdf([[HEADLINE, *items] if order != "random" else [*items, HEADLINE]])


def test_one_column() -> None:
    document = read_format(draw_pdf([[HEADLINE, *column(LEFT + RIGHT, 60, 130, 470)]]), "application/pdf", None)
    assert words(document) == [HEADLINE[2], *LEFT, *RIGHT]
    assert (document.title, document.title_rule) == (HEADLINE[2], "largest type")
    assert [block.kind for block in document.blocks[:3]] == ["title", "lead", "paragraph"]


@pytest.mark.parametrize("order", ["columns", "rows", "random"])
def test_two_columns_in_any_order_of_the_stream(order: str) -> None:
    assert words(read_format(two_columns(order), None, None)) == [HEADLINE[2], *LEFT, *RIGHT]


def test_words_written_one_by_one_at_random() -> None:
    items: list[Item] = []
    for x, y, line, size in column(LEFT, 60, 130, 220) + column(RIGHT, 315, 130, 220):
        for n, word in enumerate(line.split()):
            before = "".join(other + " " for other in line.split()[:n])
            items.append((x + stringWidth(before, "Helvetica", size), y, word, size))
    random.Random(4).shuffle(items)
    assert words(read_format(draw_pdf([items]), None, None)) == [*LEFT, *RIGHT]


def test_bands_of_columns_between_headings_over_the_width() -> None:
    heading_1: Item = (
        60,
        80,
        "Première partie de la journée, avec une introduction de la préfecture et de la région",
        12,
    )
    heading_2: Item = (
        60,
        300,
        "Seconde partie de la journée, avec une table ronde des élues et des élus du territoire",
        12,
    )
    items = [heading_2, *column(RIGHT[:2], 315, 330, 220), *column(LEFT[:2], 60, 330, 220)]
    items += [*column(RIGHT[1:], 315, 110, 220), heading_1, *column(LEFT[1:], 60, 110, 220)]
    expected = [heading_1[2], *LEFT[1:], *RIGHT[1:], heading_2[2], *LEFT[:2], *RIGHT[:2]]
    assert words(read_format(draw_pdf([items]), None, None)) == expected


def test_three_columns() -> None:
    parts = (LEFT, RIGHT, LEFT[::-1])
    items = [item for n, part in enumerate(parts) for item in column(part, 40 + 180 * n, 100, 150, 9)]
    items.sort(key=lambda item: (item[1], item[0]))
    assert words(read_format(draw_pdf([items]), None, None)) == [*LEFT, *RIGHT, *LEFT[::-1]]


def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page() -> None:
    sentence = (
        "Les équipes travaillent ensemble sur les freins et les leviers de la participation des "
        "habitants aux projets de "
        "rénovation, puis elles présentent leurs propositions aux élus et aux directions des services "
        "concernés par ces projets."
    )
    for width, pages in ((220, 1), (470, 2)):
        lines = wrap(sentence, 10, width)
        start: list[Item] = [(60, 700 + 12.5 * n, line, 10) for n, line in enumerate(lines[:-1])]
        end: list[Item] = [(60 if pages == 2 else 315, 130, lines[-1], 10)]
        first = column(LEFT, 60, 130, width) + start
        rest = end + column(RIGHT, end[0][0], 160, width)
        document = read_format(draw_pdf([first + rest] if pages == 1 else [first, rest]), None, None)
        assert sentence in words(document)
        assert {word.page for word in document.words} == set(range(1, pages + 1))


def test_lines_of_an_address_and_hours_stay_lines() -> None:
    lines = ["Pour les 7 et 8 septembre à Béthune", "Hôtel communautaire", "100, avenue de Londres", "62411 BETHUNE"]
    items: list[Item] = [(60, 300 + 13 * n, line, 10) for n, line in enumerate(lines)]
    document = read_format(draw_pdf([column(LEFT, 60, 130, 470) + items]), None, None)
    assert words(document)[-4:] == lines


def test_a_programme_of_hours_is_read_along_its_lines() -> None:
    rows = [
        ("9h00", "Accueil des participants"),
        ("9h30", "Ouverture par la préfecture"),
        ("10h00", "Table ronde"),
        ("12h30", "Déjeuner"),
    ]
    items = [(60.0, 100.0 + 20 * n, hour, 10.0) for n, (hour, _) in enumerate(rows)]
    items += [(140.0, 100.0 + 20 * n, what, 10.0) for n, (_, what) in enumerate(rows)]
    assert words(read_format(draw_pdf([items]), None, None)) == [f"{hour} {what}" for hour, what in rows]


def test_hyphens_at_the_end_of_lines() -> None:
    lines = [
        "La journée est ouverte à toutes les équipes et à tous les profes-",
        "sionnels du territoire, aux élus comme aux habitants de Saint-",
        "Omer et de la région. Elle prolonge une formation-action de 2014-",
        "2020 qui a été menée dans le Nord et le Pas-de-Calais, avec la forma-",
        "tion-action des conseils citoyens et la co-construction des pro-",
        "jets : une formation-",
        "action.",
    ]
    document = read_format(draw_pdf([[(60, 100 + 12.5 * n, line, 10) for n, line in enumerate(lines)]]), None, None)
    assert words(document) == [
        (
            "La journée est ouverte à toutes les équipes et à tous les professionnels du territoire, aux "
            "élus comme aux habitants de "
            "Saint-Omer et de la région. Elle prolonge une formation-action de 2014-2020 qui a été menée "
            "dans le Nord et le "
            "Pas-de-Calais, avec la formation-action des conseils citoyens et la co-construction des "
            "projets : une formation-action."
        )
    ]


def test_an_accent_set_over_its_letter_is_part_of_it() -> None:
    before = stringWidth("Me", "Helvetica", 12)
    items: list[Item] = [(60, 100, "Mediation", 12), (60 + before - 5.5, 100, "´", 12), (60, 130, "Un texte.", 12)]
    assert words(read_format(draw_pdf([items]), None, None)) == ["Médiation", "Un texte."]


def test_running_lines_and_page_numbers_are_furniture() -> None:
    pages = []
    for number in range(1, 5):
        text = [f"{paragraph[:-1]}, partie {number}." for paragraph in LEFT]
        edges: list[Item] = [(60, 40, "Centre de ressources - cycle 2019", 8), (300, 810, f"Page {number} / 4", 8)]
        pages.append([*edges, *column(text, 60, 130, 470), (60, 780, "www.exemple.fr", 8)])
    document = read_format(draw_pdf(pages), None, None)
    assert len(words(document)) == 12
    furniture = words(document, ("furniture",))
    assert furniture.count("Centre de ressources - cycle 2019") == 4
    assert "Page 3 / 4" in furniture


def test_a_title_that_comes_again_on_each_page_is_still_the_title() -> None:
    pages = [[(60.0, 70.0, "Le projet urbain du quartier", 20.0), *column(LEFT, 60, 130, 470)] for _ in range(3)]
    document = read_format(draw_pdf(pages), None, None)
    assert document.title == "Le projet urbain du quartier"
    assert words(document, ("title",)) == ["Le projet urbain du quartier"]


def test_numbered_workshops_at_the_foot_of_pages_are_no_running_lines() -> None:
    pages = [
        [*column(LEFT, 60, 130, 470), (60.0, 760.0, f"Atelier {n} : visite du quartier.", 10.0)] for n in (1, 2, 3)
    ]
    document = read_format(draw_pdf(pages), None, None)
    assert block_of(document, "Atelier 2 : visite du quartier.").kind != "furniture"


def test_headings_by_size() -> None:
    items = [
        HEADLINE,
        (60.0, 120.0, "Les objectifs", 14.0),
        *column(LEFT, 60, 145, 470),
        (60.0, 300.0, "Le public", 14.0),
    ]
    document = read_format(draw_pdf([[*items, *column(RIGHT, 60, 325, 470)]]), None, None)
    assert words(document, ("heading",)) == ["Les objectifs", "Le public"]
    assert {block_of(document, name).level for name in ("Les objectifs", "Le public")} == {2}


def session_table(**style: object) -> bytes:
    buffer = io.BytesIO()
    rows = [
        ["Date", "Horaires", "Lieu"],
        ["3 octobre 2024", "9h30-12h30", "Espace Dewailly\nAmiens"],
        ["14 novembre 2024", "14h-17h", "La Faïencerie\nCreil"],
    ]
    table = Table(rows, colWidths=[130, 110, 160])
    if style.get("ruled", True):
        table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)]))
    SimpleDocTemplate(buffer, pagesize=A4, invariant=1).build([table])
    return buffer.getvalue()


@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_of_sessions_is_read_by_rows(ruled: bool) -> None:
    document = read_format(session_table(ruled=ruled), None, None)
    rows: dict[int | None, list[str]] = {}
    for block in document.blocks:
        assert block.kind == "cell"
        rows.setdefault(block.row, []).append(document.words_of(block))
    flat = [" ".join(cells) for cells in rows.values()]
    assert flat == [
        "Date Horaires Lieu",
        "3 octobre 2024 9h30-12h30 Espace Dewailly Amiens",
        "14 novembre 2024 14h-17h La Faïencerie Creil",
    ]


def test_text_around_a_ruled_table_stays_in_order() -> None:
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=A4, invariant=1)
    sheet.setFont("Helvetica", 10)
    sheet.drawString(60, HEIGHT - 300, "Les deux sessions se tiennent dans les mêmes locaux.")
    sheet.grid([60, 200, 340], [HEIGHT - 160, HEIGHT - 200, HEIGHT - 240])
    for x, y, text in ((70, 180, "3 mars"), (210, 180, "Lens"), (70, 220, "5 mai"), (210, 220, "Arras")):
        sheet.drawString(x, HEIGHT - y, text)
    sheet.drawString(60, HEIGHT - 120, "Voici le calendrier des sessions du cycle.")
    sheet.save()
    document = read_format(buffer.getvalue(), None, None)
    assert words(document) == [
        "Voici le calendrier des sessions du cycle.",
        *("3 mars", "Lens", "5 mai", "Arras"),
        "Les deux sessions se tiennent dans les mêmes locaux.",
    ]


def test_the_blanks_of_a_form_are_furniture() -> None:
    items: list[Item] = [
        (60, 80, "Bulletin d'inscription", 18),
        (60, 120, "Nom : ......................... Prénom : .........................", 10),
        (60, 150, "Structure : ____________________", 10),
        (60, 180, "À renvoyer avant le 25 août 2017.", 10),
    ]
    assert words(read_format(draw_pdf([items]), None, None)) == [
        "Bulletin d'inscription",
        "À renvoyer avant le 25 août 2017.",
    ]


def test_bullets_begin_items() -> None:
    items: list[Item] = [
        (60, 100, "Au programme :", 10),
        (60, 115, "• une visite du quartier", 10),
        (60, 130, "• un débat", 10),
    ]
    document = read_format(draw_pdf([items]), None, None)
    assert words(document, ("item",)) == ["une visite du quartier", "un débat"]


def test_labels_in_a_brochure_are_fields() -> None:
    items: list[Item] = [
        (60, 100, "Lieu : Maison des associations, Lens", 10),
        (60, 130, "Date", 14),
        (60, 160, "3 mars 2020", 10),
    ]
    document = read_format(draw_pdf([items + column(LEFT, 60, 250, 470)]), None, None)
    assert field_values(document, "Lieu") == ["Maison des associations, Lens"]
    assert field_values(document, "Date") == ["3 mars 2020"]


def test_every_word_has_its_box_from_the_top_left() -> None:
    document = read_format(draw_pdf([[(100, 200, "Béthune et Lens", 12)], [(50, 700, "Arras", 12)]]), None, None)
    assert [(document.text[w.start : w.end], w.page) for w in document.words] == [
        ("Béthune", 1),
        ("et", 1),
        ("Lens", 1),
        ("Arras", 2),
    ]
    x0, top, x1, bottom = document.words[0].box
    assert x0 == pytest.approx(100, abs=1)
    assert x1 == pytest.approx(100 + stringWidth("Béthune", "Helvetica", 12), abs=1)
    assert top < 200 < bottom + 1
    assert bottom - top == pytest.approx(13, abs=3)
    place = document.place(document.text.index("Lens"), document.text.index("Lens") + 4)
    assert place.page == 1
    assert place.box is not None
    assert place.box[0] > x1


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(turn: int) -> None:
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=A4, invariant=1)
    sheet.setPageRotation(turn)
    sheet.saveState()
    if turn == 90:  # reportlab turns the sheet as well, so that it is shown upright
        sheet.translate(A4[1], 0)
    elif turn == 180:
        sheet.translate(*A4)
    elif turn == 270:
        sheet.translate(0, A4[0])
    sheet.rotate(turn)
    for y, text in ((100, "Une journée à Lens"), (130, "le 3 mars 2020")):
        sheet.drawString(80, HEIGHT - y, text)
    sheet.restoreState()
    sheet.save()
    document = read_format(buffer.getvalue(), None, None)
    assert words(document) == ["Une journée à Lens", "le 3 mars 2020"]
    assert document.words[0].box[0] == pytest.approx(80, abs=1)
    assert document.words[0].box[1] < 100 < document.words[0].box[3] + 1


def test_a_cropped_page_counts_from_its_visible_corner() -> None:
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=A4, invariant=1, cropBox=(50, 100, 550, 800))
    sheet.drawString(150, 700, "Lens")
    sheet.save()
    document = read_format(buffer.getvalue(), None, None)
    assert document.words[0].box[0] == pytest.approx(100, abs=1)
    assert document.words[0].box[3] == pytest.approx(100, abs=6)


def test_links_of_a_brochure() -> None:
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=A4, invariant=1)
    sheet.setFont("Helvetica", 12)
    sheet.drawString(60, HEIGHT - 100, "Inscription en ligne avant le 3 mars")
    width = stringWidth("Inscription en ligne", "Helvetica", 12)
    sheet.linkURL("https://exemple.fr/inscription?utm_source=x", (60, HEIGHT - 103, 60 + width, HEIGHT - 90))
    sheet.drawString(60, HEIGHT - 150, "ou sur www.exemple.fr/cycle.")
    sheet.save()
    document = read_format(buffer.getvalue(), None, None)
    assert [(link.text, link.url) for link in document.links] == [
        ("Inscription en ligne", "https://exemple.fr/inscription"),
        ("www.exemple.fr/cycle", "https://exemple.fr/cycle"),
    ]


def test_a_print_export_in_pdf_is_the_page_it_prints() -> None:
    source = "URL de la source (modifié le 08/12/2017 - 11:55): https://www.irev.fr/node/233364/cycle-de-qualification-egalite-cito"
    lines = ["S'inscrire [1]", "Lieu: Béthune", source, "yennete", "Liens", "[1] https://irev.fr/inscription"]
    items: list[Item] = [(60, 300 + 24 * n, line, 10) for n, line in enumerate(lines)]
    items[3] = (60, 300 + 24 * 2 + 12, "yennete", 10)
    document = read_format(
        draw_pdf([[HEADLINE, *column(LEFT, 60, 130, 470), *items]]), None, "https://irev.fr/printpdf/233364"
    )
    assert document.form == "print"
    assert document.node_id == 233364
    assert document.canonical_url == "https://irev.fr/node/233364/cycle-de-qualification-egalite-citoyennete"
    assert document.modified is not None
    assert (document.modified.value.year, document.modified.value.minute) == (2017, 55)
    assert field_values(document, "Lieu") == ["Béthune"]
    assert ("S'inscrire", "https://irev.fr/inscription") in [(link.text, link.url) for link in document.links]


def picture() -> ImageReader:
    return ImageReader(Image.new("RGB", (200, 280), (200, 210, 220)))


def test_a_scanned_page_among_others_is_named() -> None:
    buffer = io.BytesIO()
    sheet = canvas.Canvas(buffer, pagesize=A4, invariant=1)
    sheet.drawString(60, 700, "Une page de texte, assez longue pour être lue.")
    sheet.showPage()
    sheet.drawImage(picture(), 0, 0, *A4)
    sheet.showPage()
    sheet.save()
    document = read_format(buffer.getvalue(), None, None)
    assert words(document) == ["Une page de texte, assez longue pour être lue."]
    assert [entry.reason for entry in document.open] == ["scan without a text layer (page 2)"]
