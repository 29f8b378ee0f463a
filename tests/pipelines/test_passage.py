"""The sentence around a span, and the boxes of its lines."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from extract.document import Document
from extract.formats import read_format
from pipelines.passage import Look, Passage, Spot, find_line_boxes, find_passage, look_again

PAGE = """<html><body><h1>Atelier</h1>
<p>Première phrase. La rencontre a lieu le 3 mai 2022 à Arras. Dernière phrase.</p>
<p>Les deux journées</p><h2>7 et 8 juin</h2><p>se tiennent à Lens. Venez.</p>
<p>{long}</p></body></html>""".format(long="mot " * 100 + "le 9 juillet 2022 " + "mot " * 100)


@pytest.fixture(scope="module")
def document() -> Document:
    return read_format(PAGE.encode(), "text/html", "https://irev.fr/actualites-0/atelier")


def find(document: Document, words: str) -> Passage:
    start = document.text.index(words)
    return find_passage(document, start, start + len(words))


def test_the_passage_is_the_sentence(document: Document) -> None:
    assert find(document, "le 3 mai 2022") == Passage("La rencontre a lieu ", "le 3 mai 2022", " à Arras.")


def test_words_that_fill_a_heading_come_with_their_neighbours(document: Document) -> None:
    passage = find(document, "7 et 8 juin")
    assert passage.before == "Les deux journées / "
    assert passage.after == " / se tiennent à Lens."


def test_a_long_sentence_is_cut_on_both_sides(document: Document) -> None:
    passage = find(document, "le 9 juillet 2022")
    assert passage.before.startswith("…")
    assert passage.after.endswith("…")
    assert max(len(passage.before), len(passage.after)) == 201


def test_words_that_stand_outside_the_text_have_no_sentence(document: Document) -> None:
    assert find_passage(document, 0, 0) == Passage("", "", "")


def make_pdf() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.drawString(72, 700, "Le réseau se retrouve à Lille le mardi")
    canvas.drawString(72, 684, "14 juin 2022 pour une journée entière.")
    canvas.save()
    return stream.getvalue()


def test_words_over_two_lines_have_two_boxes() -> None:
    document = read_format(make_pdf(), "application/pdf", None)
    start = document.text.index("le mardi")
    end = document.text.index(" pour une journée")
    first, second = find_line_boxes(document, Spot(start, end, page=1))
    assert first[3] <= second[1] + 4  # the first line stands above the second
    assert first[0] > second[0]  # `le mardi` ends its line, `14 juin 2022` begins the next
    assert second[0] == pytest.approx(72, abs=1.5)


def test_a_look_gives_passages_and_one_picture_per_page() -> None:
    content = make_pdf()
    text = read_format(content, "application/pdf", None).text
    start = text.index("14 juin")
    spot = Spot(start, start + len("14 juin 2022"), 1, (72.0, 146.0, 130.0, 160.0))
    sight = look_again(Look(content, "application/pdf", None, (spot, spot, Spot(0, 2))))
    assert [passage.words for passage in sight.passages] == ["14 juin 2022", "14 juin 2022", "Le"]
    assert list(sight.pictures) == [1]
    assert Image.open(io.BytesIO(sight.pictures[1])).format == "PNG"
