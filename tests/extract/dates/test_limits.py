"""Days until which people have to answer, send, pay or sign up, and days that only look so."""

from __future__ import annotations

import pytest

from extract.dates import read_dates


def tell_roles(text: str) -> list[str]:
    return [date.role for date in read_dates(text).dates]


@pytest.mark.parametrize(
    "lead",
    [
        "Talon à rapporter à l'accueil jusqu'au",
        "Faites-le nous savoir pour",
        "Laissez-nous signe pour",
        "Confirmer votre venue à Julie pour",
        "Votre accord nous est nécessaire pour",
        "Les pouvoirs doivent nous parvenir pour",
        "Repas à commander pour",
        "Le questionnaire devra être saisi en ligne pour",
        "Places à retenir auprès du secrétariat jusqu'au",
        "Les chèques sont à déposer avant le :",
        "Il vous reste jusqu'au",
        "Les autres ont encore jusqu'au",
        "L'appel à projets 2025 est ouvert aux communes jusqu'au",
        "Elles sont possibles jusqu'au",
        "La billetterie ferme",
        "Nous arrêtons la liste",
        "Les inscriptions s'arrêtent",
        "Fermeture du formulaire",
        "Le dépôt définitif est attendu",
        "RSVP",
        "Candidature :",
        "Dernière limite pour s'inscrire :",
        "Retour des coupons :",
        "Virement à effectuer pour",
        "Pièces à réunir pour",
        "Délai de réponse :",
    ],
)
def test_until_when_people_have_to_do_something(lead: str) -> None:
    assert tell_roles(f"{lead} le 3 mars 2025".replace("au le", "au").replace("le : le", "le :")) == [
        "registration_deadline"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Passé le 3 mars 2025, plus aucune inscription ne sera prise",
        "Au-delà du 3 mars 2025, les demandes ne seront plus examinées",
        "Le 3 mars 2025, dernière limite pour répondre",
        "Votre participation est à confirmer au 3 mars 2025 au plus tard",
        "Dossiers à remettre en mairie du 3 au 14 mars 2025",
        "Toute annulation signalée après le 3 mars 2025 sera facturée",
        "Au-delà du 3 mars 2025, aucune annulation ne sera acceptée",
        "Passé le 3 mars 2025, impossible de s'inscrire",
    ],
)
def test_limits_told_on_both_sides_of_their_day(text: str) -> None:
    assert tell_roles(text) == ["registration_deadline"]


@pytest.mark.parametrize(
    "text",
    [
        "Rendez-vous est pris pour le 3 mars 2025",
        "La rencontre est programmée pour le 3 mars 2025",
        "Réservez votre place pour la visite du 3 mars 2025",
        "Dossier à transmettre pour la journée du 3 mars 2025",
        "Une restitution publique clôturera la démarche le 3 mars 2025",
        "Début de la formation le 3 mars 2025",
        "Date à retenir pour la rencontre : le 3 mars 2025",
        "Les inscrits se retrouvent après, le 3 mars 2025",
    ],
)
def test_meetings_are_no_limits(text: str) -> None:
    assert tell_roles(text) == ["event"]


@pytest.mark.parametrize(
    "text",
    [
        "Réservation conseillée ; l'exposition reste visible jusqu'au 3 mars 2025",
        "La convention adressée aux communes court jusqu'au 3 mars 2025",
    ],
)
def test_what_lasts_until_a_day_asks_nothing_of_anybody(text: str) -> None:
    assert tell_roles(text) == ["other"]
