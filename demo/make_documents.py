"""Makes the replica's documents, the same bytes each time: `python -m demo.make_documents [FOLDER]`.

They are committed below `demo/documents/`; reportlab and pillow are needed here and nowhere else in this folder.
"""

from __future__ import annotations

import io
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.units import cm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from demo import brochures
from demo.content import HERE, load_site
from demo.office import write_docx, write_odt
from demo.prints import source_address, source_line

STYLES = getSampleStyleSheet()
GRID = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")])


def make_flowing(path: Path, title: str, blocks: list[Any], header: str = "") -> None:
    """One column. A block is a paragraph, `("h", heading)` or `("table", rows)`; `header` runs on each page."""
    document = SimpleDocTemplate(str(path), pagesize=A4, title=title, author="IREV", invariant=1, topMargin=2.4 * cm)
    parts: list[Any] = [Paragraph(title, STYLES["Title"])]
    for block in blocks:
        parts.append(_build_part(block))
        parts.append(Spacer(1, 6))

    def furnish(canvas: Canvas, _: object) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(2 * cm, A4[1] - 1.2 * cm, header)
        canvas.drawRightString(A4[0] - 2 * cm, 1.2 * cm, f"{canvas.getPageNumber()}")

    document.build(
        parts, onFirstPage=furnish if header else _no_furniture, onLaterPages=furnish if header else _no_furniture
    )


def make_two_columns(path: Path, title: str, left: list[str], right: list[str]) -> None:
    """Two columns whose lines are written row by row, left and right in turn, as layout programs often do."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setTitle(title)
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(2 * cm, A4[1] - 2.5 * cm, title)
    canvas.setFont("Helvetica", 10)
    for row in range(max(len(left), len(right))):
        height = A4[1] - 4 * cm - row * 14
        for column, x in ((left, 2 * cm), (right, 11 * cm)):
            if row < len(column):
                canvas.drawString(x, height, column[row])
    canvas.save()


def make_scan(path: Path, lines: list[str]) -> None:
    """A page that is only a picture of text, slightly turned and speckled as a scanner leaves it."""
    picture = Image.new("L", (1240, 1754), 250)
    draw = ImageDraw.Draw(picture)
    for number, line in enumerate(lines):
        draw.text((120, 150 + number * 52), line, fill=30, font=ImageFont.load_default(34))
    picture = picture.rotate(0.7, fillcolor=250)
    dice = random.Random(2020)  # noqa: S311 - speckles, not secrets
    for _ in range(900):
        picture.putpixel((dice.randrange(1240), dice.randrange(1754)), 90)
    packed = io.BytesIO()
    picture.save(packed, "JPEG", quality=40)
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.drawImage(ImageReader(io.BytesIO(packed.getvalue())), 0, 0, *A4)
    canvas.save()


def make_encrypted(path: Path, title: str, lines: list[str]) -> None:
    """A page that only a password opens."""
    lock = StandardEncryption("mot-de-passe", ownerPassword="irev", strength=128)
    canvas = Canvas(str(path), pagesize=A4, invariant=1, encrypt=lock)
    for number, line in enumerate([title, *lines]):
        canvas.drawString(2 * cm, A4[1] - 3 * cm - number * 16, line)
    canvas.save()


def make_damaged(path: Path, title: str, lines: list[str]) -> None:
    """A PDF whose second half never arrived."""
    make_flowing(path, title, lines)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 5])


def make_printpdf(folder: Path, node: int) -> None:
    """The print module's PDF of a page: its words, the source line, the stamp."""
    page = load_site(1).pages[node]
    words = page.body.replace("<strong>", "").replace("</strong>", "").replace("<em>", "").replace("</em>", "")
    blocks: list[Any] = [part for part in brochures.split_fragment(words) if part]
    blocks.append(f"{source_line(page)} {source_address(page)}")
    make_flowing(folder / f"{node}.pdf", page.title, blocks)


def make_all(folder: Path) -> None:
    """Write every document below this folder."""
    (folder / "printpdf").mkdir(parents=True, exist_ok=True)
    flowing: Callable[..., None] = make_flowing
    for name, title, blocks, header in brochures.FLOWING:
        flowing(folder / name, title, blocks, header)
    make_two_columns(folder / "lettre_deux_colonnes.pdf", *brochures.LETTER)
    make_scan(folder / "synthese_sante_scan.pdf", brochures.SCAN)
    make_damaged(folder / "affiche_abimee.pdf", *brochures.DAMAGED)
    make_encrypted(folder / "guide_elus_protege.pdf", *brochures.ENCRYPTED)
    (folder / "programme_gusp_erreur.html").write_text(brochures.ERROR_PAGE, encoding="utf-8")
    write_docx(folder / "fiche_inscription_vrl.docx", brochures.VRL_FORM)
    write_odt(folder / "programme_fourmies.odt", brochures.FOURMIES)
    for node in (203322, 233364, 235858):
        make_printpdf(folder / "printpdf", node)


def _build_part(block: Any) -> Any:
    if isinstance(block, str):
        return Paragraph(block, STYLES["BodyText"])
    kind, value = block
    if kind == "h":
        return Paragraph(value, STYLES["Heading2"])
    cells = [[Paragraph(cell, STYLES["BodyText"]) for cell in row] for row in value]
    return Table(cells, style=GRID)


def _no_furniture(canvas: Canvas, document: object) -> None:
    """A page without header or number."""


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "documents"
    make_all(target)
    print(f"{sum(1 for path in target.rglob('*') if path.is_file())} documents in {target}")
