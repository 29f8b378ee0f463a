"""What became of a meeting: other hours, other places, a screen in its stead, or nothing at all."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_page, tell_sessions

PAGES = {
    "an hour that was planned and the one that holds": (
        "Café des parents",
        "<p>Prévu à 18h, le café des parents du 9 mars 2021, à Lens, débutera finalement à 17h30.</p>",
        ["2021-03-09 17:30- Lens"],
    ),
    "an hour that a webinar was planned at is no place that was left": (
        "Changement d'horaire",
        "<p>Initialement programmé à 14h, le webinaire du 3 juin 2021 débutera à 15h et s'achèvera à 16h30.</p>",
        ["2021-06-03 15:00-16:30 ? online"],
    ),
    "two hours that something moves between are no range": (
        "Petit-déjeuner du réseau",
        "<p>Le petit-déjeuner du vendredi 14 octobre 2022 à Tergnier est décalé de 9h à 10h30.</p>",
        ["2022-10-14 10:30- Tergnier"],
    ),
    "a place that is not the one where it is held": (
        "Réunion publique",
        "<p>La réunion n'aura pas lieu à la salle Gagarine, en travaux, mais à l'école Jean-Zay, rue de Lens à Liévin."
        " La date reste inchangée : jeudi 6 octobre 2022 à 18h.</p>",
        ["2022-10-06 18:00- Liévin"],
    ),
    "what takes the place of a day called off is met elsewhere": (
        "La rencontre du 2 avril est annulée, un webinaire la remplace",
        "<p>La rencontre qui devait avoir lieu à Lens le 2 avril 2020 est annulée.</p>"
        "<p>Rendez-vous en visioconférence le mardi 28 avril 2020 de 14h à 15h30.</p>",
        ["2020-04-02 - Lens cancelled", "2020-04-28 14:00-15:30 ? online"],
    ),
    "the title tells the state of the day it names, not of the next one": (
        "Annulation de la réunion du 14 novembre",
        "<p>La réunion du mardi 14 novembre 2023, à Saint-Quentin, est annulée.</p>"
        "<p>Le prochain rendez-vous est fixé au mardi 12 décembre à 9h30, à Laon.</p>",
        ["2023-11-14 - Saint-Quentin cancelled", "2023-12-12 09:30- Laon"],
    ),
    "who works from home meets nobody there, and clubs are people": (
        "Point sur nos rencontres",
        "<p>L'équipe travaille à distance.</p><ul><li>Réseau des délégués, jeudi 26 mars 2020 à Abbeville : annulé</li>"
        "<li>Club des évaluateurs, mardi 21 avril 2020, 10h-12h : maintenu en visioconférence</li></ul>"
        "<p>L'accueil téléphonique fonctionne le matin de 9h à 12h.</p>",
        ["2020-03-26 - Abbeville cancelled", "2020-04-21 10:00-12:00 ? online"],
    ),
    "the next meeting is held as the one before": (
        "Compte rendu de la séance du 8 mars 2022",
        "<p>Lieu : maison de quartier, rue Blum, Sin-le-Noble</p><p>Horaires : 9h30 - 12h30</p>"
        "<p>La prochaine séance aura lieu le mardi 14 juin à Lille, aux mêmes horaires.</p>",
        ["2022-03-08 09:30-12:30 Sin-le-Noble", "2022-06-14 09:30-12:30 Lille"],
    ),
    "who came to the one before is told in an invitation to the next": (
        "Invitation",
        "<p>Le 18 octobre dernier, vous étiez nombreux à participer au lancement. J'ai le plaisir de vous convier à la "
        "première séance, le lundi 4 décembre 2023 à 14 heures, au collège Langevin à Avion.</p>"
        "<p>La séance suivante se tiendra le 15 janvier dans les mêmes conditions.</p>",
        ["2023-12-04 14:00- Avion", "2024-01-15 14:00- Avion"],
    ),
    "what minutes say that others will decide": (
        "Compte rendu du comité technique du 3 avril 2024",
        "<p>Mairie de Tergnier, 14h-16h30</p><p>Le comité de pilotage se prononcera le 22 mai 2024.</p>"
        "<p>Prochaine réunion : mercredi 5 juin 2024 à 14h, même lieu.</p>",
        ["2024-04-03 14:00-16:30 Tergnier", "2024-06-05 14:00- Tergnier"],
    ),
    "terms of what is paid for are no meeting": (
        "Quartiers d'été : deux réunions d'information",
        "<p>Réunions le 11 mars 2025 à Lille (10h) et le 13 mars 2025 à Creil (14h).</p><ul>"
        "<li>Jury de sélection : 12 mai 2025</li>"
        "<li>Période de réalisation des actions : du 5 juillet au 31 août 2025</li></ul>"
        "<p>Les actions devront se dérouler entre le 1er juillet et le 31 décembre 2025.</p>",
        ["2025-03-11 10:00- Lille", "2025-03-13 14:00- Creil"],
    ),
    "an evening called off for a cause, and held later": (
        "Report de la Nuit du jeu",
        "<p>Suite à l'alerte météo, la soirée du vendredi 17 novembre est annulée. Elle aura lieu le vendredi "
        "1er décembre 2023, de 19h à 23h, toujours au centre social Brassens de Wattrelos.</p>",
        ["2023-11-17 - Wattrelos postponed", "2023-12-01 19:00-23:00 Wattrelos"],
    ),
    "a sitting of a weekly course moved to another day has its hours": (
        "Atelier d'écriture",
        "<p>Tous les mardis du 10 au 24 janvier 2023, de 18h à 20h, médiathèque de Noyon.</p>"
        "<p>La séance du 17 janvier est déplacée au jeudi 19 janvier.</p>",
        [
            "2023-01-10 18:00-20:00 Noyon",
            "2023-01-17 18:00-20:00 Noyon postponed",
            "2023-01-19 18:00-20:00 Noyon",
            "2023-01-24 18:00-20:00 Noyon",
        ],
    ),
    "a way to meet that was announced first moves no day": (
        "Journée d'échanges : finalement en présentiel",
        "<p>La journée, d'abord annoncée en distanciel, se tiendra donc le mardi 5 avril 2022 de 9h30 à 16h30 à "
        "l'Hôtel de Région, 151 avenue Hoover à Lille.</p>",
        ["2022-04-05 09:30-16:30 Lille"],
    ),
    "a house that is open for weeks holds no meeting": (
        "Nouveaux horaires",
        "<p>Du 24 octobre au 4 novembre 2022, l'espace jeunes de Longueau sera ouvert de 10h à 18h.</p>",
        [],
    ),
    "what people see is open for weeks": (
        "Exposition",
        "<p>Du 4 au 29 mars 2022, l'exposition « Elles » est ouverte au public de 14h à 18h, mairie de Lens.</p>",
        ["2022-03-04 14:00-18:00 Lens"],
    ),
    "limits to hand in papers for committees that meet": (
        "Fonds de participation : les prochains comités",
        "<p>Comité du 12 mars 2024 : dossier à déposer avant le 26 février</p>"
        "<p>Comité du 14 mai 2024 : dossier à déposer avant le 29 avril</p>"
        "<p>Les comités se réunissent à 18h à l'espace Mandela, Fourmies.</p>",
        ["2024-03-12 18:00- Fourmies", "2024-05-14 18:00- Fourmies"],
    ),
    "a term years ahead dates nothing else": (
        "Le dispositif est prolongé",
        "<p>Par instruction du 4 mai 2023, le ministère a prolongé le dispositif jusqu'au 31 décembre 2024.</p>"
        "<p>Un webinaire de présentation s'est tenu le 16 mai.</p>",
        ["2023-05-16 - ? online"],
    ),
    "a house by the name of its town, whatever town was told before": (
        "Hommage",
        "<p>Il avait participé à la journée du 26 novembre dernier à Amiens.</p>"
        "<p>La cérémonie aura lieu le mercredi 19 février 2020 à 14h30 en l'église Saint-Lucien de Méru.</p>",
        ["2020-02-19 14:30- Méru"],
    ),
    "what minutes plan besides": (
        "Réunion d'équipe du 4 octobre 2021",
        "<p>Local du 12 rue Verlaine, Soissons</p>"
        "<p>Noël : le goûter se fera le mercredi 15 décembre à 15h à l'école Galilée.</p>"
        "<p>Prochaine réunion d'équipe : lundi 8 novembre, 18h.</p>",
        ["2021-10-04 - Soissons", "2021-12-15 15:00- Soissons", "2021-11-08 18:00- Soissons"],
    ),
    "a report does not tell where its meeting was by the place of the next one": (
        "Compte rendu de la réunion du 14 mars 2023",
        "<p>Points abordés : budget.</p><p>Prochaine réunion : jeudi 13 avril 2023 à 14h, mairie d'Outreau.</p>",
        ["2023-03-14 - ?", "2023-04-13 14:00- Outreau"],
    ),
    "a place that is not known yet, before hours of both": (
        "Prochaines rencontres",
        "<p>Elles auront lieu les 6 juin 2019 (Soissons) et 10 octobre 2019 (lieu à définir), toujours "
        "de 9h30 à 16h30.</p>",
        ["2019-06-06 09:30-16:30 Soissons", "2019-10-10 09:30-16:30 ?"],
    ),
    "a session that is full in its bracket, and a second one": (
        "Formation : il reste des places",
        "<p>Devant le succès de la première session (12 et 13 janvier, complète), une seconde ouvre les 9 et 10 mars "
        "2017 à Lens, 9h-17h.</p>",
        [
            "2017-01-12 - Lens full",
            "2017-01-13 - Lens full",
            "2017-03-09 09:00-17:00 Lens",
            "2017-03-10 09:00-17:00 Lens",
        ],
    ),
    "days on which data were updated and a jury meets": (
        "Le chiffre du mois",
        "<p>42 % de pauvreté (données mises à jour le 12 octobre 2022). Le jury se réunira le 5 mai 2023.</p>",
        [],
    ),
    "everybody is back after the holidays": (
        "Fermeture de fin d'année",
        "<p>L'IREV sera fermé du 24 décembre 2021 au 2 janvier 2022 inclus.</p><p>Toute l'équipe vous souhaite de "
        "belles fêtes et vous donne rendez-vous le lundi 3 janvier.</p>",
        [],
    ),
    "hours at which somebody answers the telephone": (
        "Réunion du réseau",
        "<p>Réunion le jeudi 26 mars 2020 à Abbeville.</p><p>L'équipe vous répond de 9h à 12h au 03 20 00 10 90.</p>",
        ["2020-03-26 - Abbeville"],
    ),
}


@pytest.mark.parametrize(("title", "body", "expected"), PAGES.values(), ids=PAGES)
def test_what_became_of_meetings(title: str, body: str, expected: list[str]) -> None:
    assert tell_sessions(read_page(title, body)) == expected
