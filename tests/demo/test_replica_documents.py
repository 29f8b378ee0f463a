"""The replica's documents are what their names say: columns, tables, a scan, a damaged and an encrypted file."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest

from demo.content import HERE, load_site
from demo.make_documents import make_all

DOCUMENTS = HERE / "documents"
BROKEN = {"affiche_abimee.pdf", "guide_elus_protege.pdf"}


def read(name: str) -> list[str]:
    """The text of each page, in the order of the content stream."""
    with pypdfium2.PdfDocument(DOCUMENTS / name) as document:
        return [document[index].get_textpage().get_text_bounded() for index in range(len(document))]


@pytest.mark.parametrize(
    "path", sorted(p for p in DOCUMENTS.rglob("*.pdf") if p.name not in BROKEN), ids=lambda path: path.name
)
def test_each_sound_pdf_opens(path: Path) -> None:
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) >= 1


def test_one_column_keeps_its_accents() -> None:
    text = " ".join(read("plaquette_egalite_citoyennete.pdf")[0].split())
    assert "Jeudi 7 et vendredi 8 septembre 2017, à Béthune, Hôtel communautaire" in text


def test_the_two_columns_are_written_row_by_row() -> None:
    text = read("lettre_deux_colonnes.pdf")[0]
    assert (
        text.index("Le réseau renouvellement") < text.index("La loi du 27 janvier") < text.index("retrouve le jeudi 12")
    )


def test_sessions_stand_in_a_table() -> None:
    text = " ".join(read("programme_ptlcd_avril_2021.pdf")[0].split())
    for row in (
        "Mardi 6 avril 2021 9h30 - 16h30",
        "Mardi 13 avril 2021 9h30 - 16h30",
        "Mardi 27 avril 2021 9h30 - 12h30",
    ):
        assert row in text


def test_the_programme_has_two_pages_with_running_headers() -> None:
    pages = read("programme_approfondissement_2021.pdf")
    assert len(pages) == 2
    assert all("version du 4 octobre 2021" in page for page in pages)


def test_the_form_has_blanks() -> None:
    assert "Nom : ......" in read("bulletin_inscription.pdf")[0]


def test_the_scan_is_a_picture_without_text() -> None:
    assert [page.strip() for page in read("synthese_sante_scan.pdf")] == [""]


def test_the_encrypted_file_asks_for_a_password() -> None:
    with pytest.raises(pypdfium2.PdfiumError, match="password"):
        pypdfium2.PdfDocument(DOCUMENTS / "guide_elus_protege.pdf")
    with pypdfium2.PdfDocument(DOCUMENTS / "guide_elus_protege.pdf", password="mot-de-passe") as document:
        assert "réservé aux membres" in document[0].get_textpage().get_text_bounded()


def test_the_damaged_file_begins_as_a_pdf_and_does_not_open() -> None:
    assert (DOCUMENTS / "affiche_abimee.pdf").read_bytes().startswith(b"%PDF-")
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(DOCUMENTS / "affiche_abimee.pdf")


@pytest.mark.parametrize(
    ("name", "member", "words"),
    [
        ("fiche_inscription_vrl.docx", "word/document.xml", "14-15 mars et 31 mars-1er avril 2022"),
        ("programme_fourmies.odt", "content.xml", "Mardi 4 octobre 2022, 14h - 19h"),
    ],
)
def test_office_files_are_real_archives(name: str, member: str, words: str) -> None:
    with ZipFile(DOCUMENTS / name) as archive:
        assert archive.testzip() is None
        assert words in archive.read(member).decode()
    if name.endswith(".odt"):
        assert (DOCUMENTS / name).read_bytes()[30:38] == b"mimetype", "the standard wants it first and uncompressed"


def test_print_exports_name_their_source() -> None:
    text = " ".join(" ".join(read("printpdf/233364.pdf")).split())
    assert "URL de la source (modifié le 08/12/2017 - 11:55): http://irev.test/thematiques/" in text


def test_the_script_makes_the_committed_bytes(tmp_path: Path) -> None:
    make_all(tmp_path)
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    kept = {path.relative_to(DOCUMENTS): path.read_bytes() for path in DOCUMENTS.rglob("*") if path.is_file()}
    assert made.keys() == kept.keys()
    assert [str(name) for name in made if made[name] != kept[name]] == []


def test_every_served_document_exists() -> None:
    for state in (1, 2, 3):
        assert [d.file for d in load_site(state).documents.values() if not (DOCUMENTS / d.file).is_file()] == []
