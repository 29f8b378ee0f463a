"""Papers with frames drawn around some of their lines: what a frame holds is read together."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas

from extract.read import read_document
from tests.extract.documents import read_brochure, tell_sessions
from warehouse.reference import load_knowledge


def draw_frames(title: str, *frames: list[str]) -> bytes:
    """A page with a title and frames side by side, each of 160 points, with one line below the other."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(50, 780, title)
    canvas.setFont("Helvetica", 10)
    for number, lines in enumerate(frames):
        left = 50 + 175 * number
        canvas.rect(left, 740 - 16 * len(lines), 160, 16 * len(lines) + 8)
        for row, line in enumerate(lines):
            canvas.drawString(left + 6, 732 - 16 * row, line)
    canvas.save()
    return buffer.getvalue()


def test_frames_side_by_side() -> None:
    content = draw_frames(
        "Permanences de l'écrivain public",
        ["Mairie de Caudry", "lundis 4 et 18 mars 2019", "9h-11h30"],
        ["France Services", "Solesmes", "jeudis 7 et 21 mars 2019", "14h-16h30"],
    )
    assert tell_sessions(read_document(content, None, "application/pdf", load_knowledge())) == [
        "2019-03-04 09:00-11:30 Caudry",
        "2019-03-07 14:00-16:30 Solesmes",
        "2019-03-18 09:00-11:30 Caudry",
        "2019-03-21 14:00-16:30 Solesmes",
    ]


def test_a_cell_that_says_full_says_so_of_its_own_column() -> None:
    text = """# Formation des bénévoles 2022, de 9h à 17h
| Module | Lille | Amiens |
| Accueil | 8 mars | 15 mars |
| Écoute | 22 mars | complet |
| Bilan | 5 avril | 12 avril |"""
    assert tell_sessions(read_brochure(text, "table")) == [
        "2022-03-08 09:00-17:00 Lille",
        "2022-03-15 09:00-17:00 Amiens",
        "2022-03-22 09:00-17:00 Lille",
        "2022-04-05 09:00-17:00 Lille",
        "2022-04-12 09:00-17:00 Amiens",
    ]
