"""What claims to be a page and is none is told by its own words; what only speaks of such things is content."""

from __future__ import annotations

import pytest

from extract.knowledge import Knowledge
from extract.notices import find_notice, name_notice
from extract.read import read_document

NOT_FOUND = [
    "Page non trouvée",
    "La page demandée n'existe pas",
    "Cette page n’existe plus",
    "La page que vous cherchez est introuvable",
    "Erreur 404",
    "404",
    "404 - Page non trouvée",
    "404 Not Found",
    "Not Found",
    "Le fichier demandé est introuvable",
    "Contenu retiré",
]
DENIED = ["Accès refusé", "Access denied", "403 Forbidden", "Connexion", "Se connecter", "Authentification requise"]
MAINTENANCE = [
    "Site en maintenance",
    "Le site est actuellement en maintenance",
    "Maintenance en cours",
    "Site temporairement indisponible",
    "503 Service Unavailable",
    "Erreur 500",
    "Erreur",
]
CONTENT = [
    "",
    "404 logements réhabilités à Lens",
    "403 actions soutenues en 2021",
    "500 jeunes à Lille",
    "Accès aux droits : journée régionale",
    "Accès refusé aux soins : que faire ?",
    "La gestion urbaine et la maintenance du parc",
    "Le site est de nouveau ouvert",
    "Le service public n'est pas disponible partout",
    "Connexion haut débit dans les quartiers",
    "Une erreur de diagnostic",
    "Contenu des contrats de ville",
    "Des solutions introuvables ? Quand les habitants d'un quartier cherchent une page de leur histoire",
]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        *((title, "not_found") for title in NOT_FOUND),
        *((title, "denied") for title in DENIED),
        *((title, "maintenance") for title in MAINTENANCE),
        *((title, None) for title in CONTENT),
    ],
)
def test_a_title_that_is_the_whole_message(title: str, kind: str | None) -> None:
    assert name_notice(title) == kind
    assert name_notice(title.upper()) == kind


def read(content: bytes, media_type: str = "text/html", address: str = "https://irev.fr/node/7") -> str | None:
    notice = find_notice(read_document(content, address, media_type, Knowledge()))
    return notice.kind if notice else None


@pytest.mark.parametrize(
    ("content", "media_type", "address", "kind"),
    [
        (b"", "text/html", "https://irev.fr/node/7", "empty"),
        (b"<head><title>Jeunesse | IREV</title></head><body><div id=app></div></body>", "text/html",
         "https://irev.fr/node/7", "empty"),
        (b"<h1>Not found</h1><p>D\xc3\xa9sol\xc3\xa9.</p>", "text/html", "https://irev.fr/x", "not_found"),
        (b"%PDF-1.7\n%cut", "application/pdf", "https://irev.fr/a.pdf", "unreadable"),
        (b"<h1>Ailleurs</h1><p>Voyez ailleurs.</p>", "text/html", "https://irev.fr/a.pdf", "unreadable"),
        (b"<h1>Jeunesse</h1><p>Les jeunes de Lens.</p>", "text/html", "https://irev.fr/node/7", None),
        (b"PK\x03\x04 a document of another kind", "application/zip", "https://irev.fr/a.docx", None),
    ],
    ids=["nothing", "a shell", "an error", "half a PDF", "a page for a file", "a page", "a file that is not read"],
)  # fmt: skip
def test_a_document_in_the_place_of_content(content: bytes, media_type: str, address: str, kind: str | None) -> None:
    assert read(content, media_type, address) == kind


def test_a_page_that_tells_of_a_day_is_content_whatever_its_title() -> None:
    told = "<h1>Erreur</h1><p>Journée d'étude le mardi 6 mai 2025 de 10h à 16h à Roubaix.</p>"
    assert read(told.encode()) is None
    assert read("<h1>Erreur</h1><p>Publié le 29 septembre 2021</p>".encode()) is None
