"""Documents that a page offers: title, kind, stated size."""

from __future__ import annotations

import pytest

from extract.formats import read_format
from extract.formats.attachments import attachment_kind, find_attachments
from extract.records import Attachment


def attachments(markup: str) -> tuple[Attachment, ...]:
    page = f"<html><body><h1>Une journée</h1><p>Le cycle se tient à Lens, au printemps.</p>{markup}</body></html>"
    document = read_format(page.encode(), None, "https://irev.fr/actualites-0/p")
    found = find_attachments(document)
    for attachment in found:
        assert attachment.where is not None
        assert document.text[attachment.where.start : attachment.where.end]
    return found


@pytest.mark.parametrize(
    ("markup", "title", "size"),
    [
        ("<p><a href='/f/a.pdf'>Plaquette du cycle</a></p>", "Plaquette du cycle", None),
        (
            "<div><h3>Plaquette</h3><div>Poids : 260.76 Ko</div><a href='/f/a.pdf'>Téléchargement</a></div>",
            "Plaquette",
            "260.76 Ko",
        ),
        (
            (
                "<div>Plaquette</div><div>Poids&nbsp;: 1,2 Mo</div><div><a href='/f/a.pdf'>Télécharger le "
                "document</a></div>"
            ),
            "Plaquette",
            "1,2 Mo",
        ),
        ("<p>Plaquette du cycle : <a href='/f/a.pdf'>cliquez ici</a></p>", "Plaquette du cycle", None),
        ("<p><a href='/f/a.pdf'>Plaquette (PDF, 345 Ko)</a></p>", "Plaquette (PDF, 345 Ko)", "345 Ko"),
        ("<p><a href='/f/a.pdf'>Plaquette</a> (2 Mo)</p>", "Plaquette", "2 Mo"),
        ("<p><a href='/f/ma_plaquette-2019.pdf'><img src='i.png'></a></p>", "ma_plaquette-2019.pdf", None),
        ("<p><a href='/f/ma_plaquette-2019.pdf'>Télécharger</a></p>", "ma plaquette 2019", None),
    ],
)
def test_titles_and_sizes(markup: str, title: str, size: str | None) -> None:
    (found,) = attachments(markup)
    assert (found.title, found.stated_size) == (title, size)
    assert found.url.startswith("https://irev.fr/f/")


def test_each_block_of_files_has_its_own_title_and_size() -> None:
    block = (
        "<div><div>{}</div><div>Poids : {}</div><div><a href='/f/{}.pdf'>Téléchargement</a> <a "
        "href='javascript:;'>Favoris +</a></div></div>"
    )
    found = attachments(block.format("Programme", "88 Ko", "a") + block.format("Compte-rendu", "2.5 Mo", "b"))
    assert [(a.title, a.stated_size, a.kind) for a in found] == [
        ("Programme", "88 Ko", "programme"),
        ("Compte-rendu", "2.5 Mo", "report"),
    ]


def test_prose_is_never_a_title() -> None:
    (found,) = attachments(
        "<p>La fiche est à renvoyer avant le 3 mars.</p><p>Fiche</p><p><a href='/f/a.pdf'>Télécharger</a></p>"
    )
    assert found.title == "Fiche"


def test_a_document_is_given_once_and_pages_are_none() -> None:
    found = attachments(
        "<p><a href='/f/a.pdf'>Plaquette</a> <a href='/f/a.pdf#page=2'>Plaquette</a> <a href='/page'>Une page</a></p>"
    )
    assert len(found) == 1


def test_documents_of_the_site_itself_are_not_those_of_the_page() -> None:
    assert attachments("<footer><a href='/f/statuts.pdf'>Statuts de l'association</a></footer>") == ()


@pytest.mark.parametrize(
    ("title", "url", "kind"),
    [
        ("Plaquette de présentation", "https://x.fr/a.pdf", "brochure"),
        ("Plaqueette Égalité", "https://x.fr/a.pdf", "brochure"),
        ("La plaqutte du cycle", "https://x.fr/a.pdf", "brochure"),
        ("Dépliant", "https://x.fr/a.pdf", "brochure"),
        ("Flyer", "https://x.fr/a.pdf", "brochure"),
        ("Bulletin d'inscription", "https://x.fr/a.pdf", "registration_form"),
        ("Bulletin d’incription", "https://x.fr/a.pdf", "registration_form"),
        ("Fiche d'inscription", "https://x.fr/a.docx", "registration_form"),
        ("Coupon-réponse", "https://x.fr/a.pdf", "registration_form"),
        ("Programme de la journée", "https://x.fr/a.pdf", "programme"),
        ("Programe détaillé", "https://x.fr/a.pdf", "programme"),
        ("Ordre du jour", "https://x.fr/a.pdf", "programme"),
        ("Compte-rendu de la rencontre", "https://x.fr/a.pdf", "report"),
        ("Synthèse de la journée", "https://x.fr/a.pdf", "report"),
        ("Actes du séminaire", "https://x.fr/a.pdf", "report"),
        ("Téléchargement", "https://x.fr/files/bulletin_dinscription_cycle.pdf", "registration_form"),
        ("Journée d'approfondissement", "https://x.fr/irev-plaquette_nov_2021.pdf", "brochure"),
        ("Carte des quartiers", "https://x.fr/carte.pdf", "other"),
        ("Les progrès de la mission", "https://x.fr/m.pdf", "other"),
    ],
)
def test_kinds(title: str, url: str, kind: str) -> None:
    assert attachment_kind(title, url) == kind


@pytest.mark.parametrize("word", ["consult", "telecharge", "document", "12 ko ", "le "])
def test_words_of_a_link_that_go_on_and_on_are_read(word: str) -> None:
    page = f"<p>Plaquette</p><p><a href='/f/a.pdf'>{word * 400}?x</a></p>".encode()
    (attachment,) = find_attachments(read_format(page, "text/html", "https://x.fr/a"))
    assert attachment.url == "https://x.fr/f/a.pdf"
