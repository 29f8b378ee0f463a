"""Pages of parishes, schools, farms and village halls: who writes them has no rubrics, and tells things in turn.

A session is told as `day start-end town`, followed by `online`, `hybrid` or what became of it.
"""

from __future__ import annotations

import pytest

from tests.extract.documents import read_brochure, read_page, tell_sessions

PAGES: list[tuple[str, str, list[str]]] = [
    (
        "Veillées contées",
        "<p>Publié le 3 septembre 2021</p><p>La conteuse repart sur les routes trois jeudis d'octobre : le 7 à Marle "
        "(salle Vauban), le 14 à Sissonne (médiathèque) et le 21 à Liesse-Notre-Dame. Même heure partout : 19h.</p>",
        ["2021-10-07 19:00- Marle", "2021-10-14 19:00- Sissonne", "2021-10-21 19:00- Liesse-Notre-Dame"],
    ),
    (
        "Nettoyage de la rivière",
        "<p>Rendez-vous samedi 16 mars 2019, 9h, sur le parking du stade à Picquigny.</p><p>On retire les branches "
        "et les déchets. On s'arrête vers 12h30.</p>",
        ["2019-03-16 09:00-12:30 Picquigny"],
    ),
    (
        "Taille des fruitiers",
        "<p>Samedi 11 janvier 2025, au verger communal de Trélon. Deux groupes, choisissez le vôtre.</p>"
        "<form><fieldset><legend>Mon groupe *</legend>"
        "<label><input type='radio' name='g'> Groupe A, 9h00 - 11h30</label><br>"
        "<label><input type='radio' name='g'> Groupe B, 13h30 - 16h00</label></fieldset>"
        "<label>Nom <input name='n'></label></form>",
        ["2025-01-11 09:00-11:30 Trélon", "2025-01-11 13:30-16:00 Trélon"],
    ),
    (
        "Réseau des aidants",
        "<h2>Notre prochaine rencontre : mardi 6 février 2024</h2><p><b>Horaire</b> : 14h - 16h30<br>"
        "<b>Lieu</b> : centre social Jean-Ferrat, rue des Lilas, Arques</p>"
        "<p>La séance suivante aura lieu le 21 mai à Longuenesse.</p>",
        ["2024-02-06 14:00-16:30 Arques", "2024-05-21 - Longuenesse"],
    ),
    (
        "Saison des jeux",
        "<ul><li>Tournoi d'ouverture : samedi 4 février 2023, 14h, ludothèque de Bailleul</li>"
        "<li>Cercle de jeu n°1 : vendredi 10 mars 2023, 20h, salle paroissiale de Méteren</li>"
        "<li>Cercle de jeu n°2 : vendredi 7 avril 2023, 20h, médiathèque de Merville</li></ul>",
        ["2023-02-04 14:00- Bailleul", "2023-03-10 20:00- Méteren", "2023-04-07 20:00- Merville"],
    ),
    (
        "La ferme a fait visiter ses étables",
        "<p>Retour sur notre matinée portes ouvertes du 5 mai</p><p>Une centaine de curieux ont poussé la porte du "
        "verger partagé de Guise, de 9 heures à midi.</p><p>« Une réussite », dit Paul, bénévole à Hirson.</p>"
        "<p>Article du 9 mai 2023</p>",
        ["2023-05-05 09:00-12:00 Guise"],
    ),
    (
        "Bourse aux vélos",
        "<p>Samedi 22 avril 2023 de 9h à 17h, salle Vauban, place d'Armes, Bergues.</p>"
        "<p>On dépose les vélos à l'atelier, 8 rue du Port, les jeudis de 17h à 19h.</p>",
        ["2023-04-22 09:00-17:00 Bergues"],
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), PAGES, ids=[case[0] for case in PAGES])
def test_pages_of_far_bodies(title: str, body: str, expected: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == expected


PAPERS: list[tuple[str, str, list[str]]] = [
    (
        "flyer",
        "# Repas des voisins\nDimanche 2 juin 2019\nà partir de midi\nà la salle Jeanne-d'Arc, face à la gare\nCHAUNY\n"
        "Chacun apporte une chaise et un plat à partager.",
        ["2019-06-02 12:00- Chauny"],
    ),
    (
        "one-column",
        "# Collège privé Saint-Exupéry des Weppes\n## PORTES OUVERTES\nSAMEDI 14 MARS 2020\n9h - 13h\n"
        "Au programme :\n- visite des classes\n- démonstration du club théâtre\n"
        "Collège privé Saint-Exupéry des Weppes\n14 rue du Bourg\n59134 FOURNES-EN-WEPPES\nTél. 03 20 00 00 00",
        ["2020-03-14 09:00-13:00 Fournes-en-Weppes"],
    ),
]


@pytest.mark.parametrize(("layout", "text", "expected"), PAPERS, ids=[case[1].splitlines()[0] for case in PAPERS])
def test_papers_of_far_bodies(layout: str, text: str, expected: list[str]) -> None:
    assert tell_sessions(read_brochure(text, layout)) == expected


def test_who_signs_a_report_on_the_day_it_is_published() -> None:
    body = (
        "<p class='submitted'>Publié le 12 octobre 2022</p><p>Soixante éleveurs se sont retrouvés le 4 octobre dernier "
        "à Hucqueliers pour la journée des prairies.</p><p>Merci à tous.</p><p>Le pôle Élevage — 12 octobre 2022</p>"
    )
    assert tell_sessions(read_page("Prairies : le bilan", body)) == ["2022-10-04 - Hucqueliers"]


def test_a_sender_by_telephone_is_no_place_of_an_outing() -> None:
    text = (
        "# Centre social des Hauts-Prés\nSORTIE À LA MER\nSamedi 4 juillet 2020\ndépart 8h\n"
        "Prévoir un pique-nique, de l'eau, une casquette et un vêtement chaud.\n"
        "Les enfants viennent avec un adulte de leur famille.\n"
        "Participation de deux euros par personne, à régler à l'accueil la semaine d'avant.\n"
        "Centre social des Hauts-Prés\n3 rue du Bourg\n60160 MONTATAIRE\nTél. 03 44 00 00 00"
    )
    assert all(venue.street is None for venue in read_brochure(text).venues)
