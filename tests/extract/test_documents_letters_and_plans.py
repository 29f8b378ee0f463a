"""Plans of training, letters, minutes and mails: where each sitting is, and which of several addresses is none."""

from __future__ import annotations

from tests.extract.documents import places_of, read_brochure, read_page, tell_sessions


def test_hours_of_numbered_modules_and_a_last_one_on_screen() -> None:
    text = """# Formation « Animer un conseil d'enfants »
## Déroulé
Module 1 - Le cadre
mardi 5 mars 2024
Maison de quartier Delattre, 4 rue Basse, Roubaix
Module 2 - Les outils
mardi 2 avril 2024
Salle Lumière, 12 rue Foch, Denain
Retour d'expérience en visioconférence
mardi 7 mai 2024, de 14h à 16h
Les modules 1 et 2 se déroulent de 9h30 à 16h.
## Inscriptions
Ligue régionale, 8 place Carnot, 62000 Arras - avant le 12 février 2024"""
    reading = read_brochure(text)
    assert tell_sessions(reading) == [
        "2024-03-05 09:30-16:00 Roubaix",
        "2024-04-02 09:30-16:00 Denain",
        "2024-05-07 14:00-16:00 ? online",
    ]


def test_a_table_whose_first_meetings_are_told_their_hours() -> None:
    text = """# Rencontres des animateurs - printemps 2022
| Date | Lieu |
| 8 mars 2022 | Le Forum, Chauny |
| 5 avril 2022 | Maison du projet, Laon |
| 3 mai 2022 | Visioconférence |
Les deux premières rencontres se tiennent de 9h à 12h."""
    assert tell_sessions(read_brochure(text, "table")) == [
        "2022-03-08 09:00-12:00 Chauny",
        "2022-04-05 09:00-12:00 Laon",
        "2022-05-03 - ? online",
    ]


def test_lines_that_each_open_with_a_town_and_a_day() -> None:
    text = """# Réunions publiques sur les transports
Trois soirées, de 18h à 20h :
À Fourmies, lundi 3 octobre 2022, au Théâtre Jean-Ferrat
À Avesnes, lundi 10 octobre 2022, 7 place Leclerc
À Maubeuge, lundi 17 octobre 2022, salle Sthrau, rue de la Croix"""
    found = read_brochure(text)
    assert [line.split()[2] for line in tell_sessions(found)][::2] == ["Fourmies", "Maubeuge"]
    assert (None, "7 place Leclerc", "Fourmies") not in places_of(found)


def test_the_head_of_a_letter_is_no_place() -> None:
    body = (
        "<p>Mairie de Carvin</p><p>1 rue Thibaut</p><p>62220 CARVIN</p><p>Carvin, le 4 mai 2021</p>"
        "<p>Madame, Monsieur,</p><p>La plénière se tiendra</p><p>le jeudi 27 mai 2021 à 18h30</p><p>salle Rabelais</p>"
    )
    found = read_page("Plénière du conseil citoyen", body)
    assert tell_sessions(found) == ["2021-05-27 18:30- Carvin"]
    assert [name for name, _, _ in places_of(found)] == ["salle Rabelais"]


def test_the_body_that_proposes_a_day_is_not_where_it_is() -> None:
    text = """# Journée des aidants
Mardi 4 juin 2019
9h30 - 16h
Salle Brel
rue du Moulin
62400 Béthune
Journée proposée par le CIAS, 8 place du 8 mai 1945 à Béthune
Réponse souhaitée pour le 20 mai"""
    assert [street for _, street, _ in places_of(read_brochure(text))] == ["rue du Moulin"]


def test_a_town_whose_house_is_not_known_yet() -> None:
    body = (
        "<ul><li>12 mars 2024 : Caudry, salle à préciser, 9h-12h</li>"
        "<li>9 avril 2024 (Solesmes, lieu à confirmer)</li></ul>"
    )
    found = read_page("Formation des élus", body)
    assert [line.split()[2] for line in tell_sessions(found)] == ["Caudry", "Solesmes"]
    assert {name for name, _, _ in places_of(found)} == {None}


def test_a_day_given_up_for_a_screen() -> None:
    body = (
        "<p>La situation ne nous permet pas de maintenir la rencontre imaginée à Soissons. Nous la remplaçons par deux"
        " rendez-vous en ligne :</p><ul><li>Mardi 3 novembre 2020 : la cantine scolaire</li>"
        "<li>Mardi 10 novembre 2020 : la salle des fêtes prêtée</li></ul>"
    )
    found = tell_sessions(read_page("Rencontres de la restauration", body))
    assert found == ["2020-11-03 - ? online", "2020-11-10 - ? online"]


def test_terms_that_tell_day_hours_and_place() -> None:
    body = (
        "<dl><dt>Jeudi 7 mars 2024, 14h – 16h, au Grand Sud (Lille)</dt><dd>Le budget sensible</dd>"
        "<dt>Mardi 9 avril 2024, 9h30 – 12h, à la mairie de Lomme</dt><dd>Marcher la nuit</dd></dl>"
    )
    found = tell_sessions(read_page("Réseau des référents : programme", body))
    assert found == ["2024-03-07 14:00-16:00 Lille", "2024-04-09 09:30-12:00 Lomme"]


def test_minutes_that_open_with_their_year_in_words() -> None:
    body = (
        "<p>L'an deux mille vingt-deux, le dix-sept mars à dix-neuf heures, les adhérents se sont réunis à Wingles, sur"
        " convocation envoyée par le cabinet Dubois, 4 rue Foch, 62300 Lens.</p><p>Les travaux commenceront le 4 avril."
        "</p><p>L'audience au tribunal de Béthune est renvoyée. La séance est levée à 21h.</p>"
    )
    found = tell_sessions(read_page("Procès-verbal de l'assemblée générale", body))
    assert found == ["2022-03-17 19:00-21:00 Wingles"]


def test_the_farm_that_a_talk_tells_of_is_no_place() -> None:
    text = """# Produire en ville
## Mardi 8 octobre 2019
9h00 Ouverture
10h00 Témoignage : la ferme de Wavrin
14h00 Visite d'un verger à Seclin
17h00 Fin
## Mercredi 9 octobre 2019
9h00 Les aides
12h00 Clôture
## Lieu
Maison de l'agriculture
140 boulevard de la Liberté
59000 Lille"""
    assert [line.split()[2] for line in tell_sessions(read_brochure(text))] == ["Lille", "Lille"]


def test_talks_month_by_month_with_their_houses_below_the_speakers() -> None:
    text = """# Les goûters du travail social
Un mardi par mois, de 16h à 17h30, on lit et on discute.
3 octobre 2017 - « Vieillir chez soi »
Anne Lambert, université de Tours
Maison des services, Denain
7 novembre 2017 - « Habiter la rue »
Paul Besson, université de Nantes
Espace Barbusse, Raismes"""
    assert tell_sessions(read_brochure(text)) == [
        "2017-10-03 16:00-17:30 Denain",
        "2017-11-07 16:00-17:30 Raismes",
    ]


def test_days_of_nothing_and_of_setting_up() -> None:
    body = (
        "<p>La foire se tient à Guise les samedi 7 et dimanche 8 mai 2022, de 10h à 18h.</p>"
        "<p>Montage des stands : vendredi 6 mai de 14h à 19h. Pas de répétition le 3 mai.</p>"
    )
    found = tell_sessions(read_page("Foire aux livres", body))
    assert found == ["2022-05-07 10:00-18:00 Guise", "2022-05-08 10:00-18:00 Guise"]


def test_what_was_done_to_a_place_is_no_meeting() -> None:
    body = (
        "<p>La ville d'Aniche invite les habitants à une réunion publique le mardi 14 mai 2024 à 18h, salle Claudine-"
        "Normand.</p><p>Classée « site pilote » le 7 mars 2017, la cité comporte 214 logements.</p>"
    )
    found = read_page("Le projet de la cité présenté", body)
    assert tell_sessions(found) == ["2024-05-14 18:00- Aniche"]


def test_minutes_named_at_the_end_of_their_title_tell_of_one_day() -> None:
    body = (
        "<p>Date : jeudi 16 janvier 2020, de 18h à 20h</p><p>Lieu : maison de quartier, 8 rue Haute, Outreau</p>"
        "<p>Le président rappelle la marche du 4 avril et la rencontre avec le conseil de Calais le 18 octobre.</p>"
    )
    found = tell_sessions(read_page("Conseil citoyen - Compte rendu n° 9", body))
    assert found == ["2020-01-16 18:00-20:00 Outreau"]


def test_the_last_line_of_a_form_is_that_of_who_sends_it() -> None:
    text = """# Passeport pour l'emploi
Séance 1 : mes atouts
Le 14 janvier 2025 à la Maison de l'emploi de Denain
Séance 2 : mon réseau
Le 28 janvier 2025 à la Cité des métiers de Bouchain
Retrait des dossiers : lundi 6 janvier 2025 de 9h à 12h
Douze places au plus
PLIE du Hainaut - 27 avenue de la Victoire - 59220 Denain"""
    found = read_brochure(text)
    assert [line.split()[2] for line in tell_sessions(found)] == ["Denain", "Bouchain"]
    assert all(street is None for _, street, _ in places_of(found))


def test_houses_before_and_behind_their_towns() -> None:
    body = (
        "<p>Mardi 7 mai 2024, les équipes se retrouveront à la salle des fêtes de Leforest.</p>"
        "<p>Ateliers du 14 mai 2024 : Noyon (maison des services), Chauny (espace Ravel) et Laon (médiathèque)</p>"
    )
    found = {(name, city) for name, _, city in places_of(read_page("Les ateliers", body))}
    assert ("salle des fêtes", "Leforest") in found
    assert {("maison des services", "Noyon"), ("espace Ravel", "Chauny")} <= found


def test_rows_whose_houses_bear_the_names_of_other_towns() -> None:
    text = """# Réunions d'information par arrondissement
| Arrondissement | Date | Horaire | Lieu |
| Douai | 17 janvier 2023 | 9h30-12h | Hôtel d'Aniche, 2 rue des Fours |
| Lens | 26 janvier 2023 | 14h-16h30 | Maison du projet, 4 rue Jean-Létienne |"""
    assert [line.split()[2] for line in tell_sessions(read_brochure(text, "table"))] == ["Douai", "Lens"]


def test_two_places_and_their_days_in_one_line() -> None:
    body = (
        "<p>Dates et lieux : le 18 juin 2024 à La Station, place Foch à Hirson ; les 2 et 3 juillet 2024 au 6 boulevard"
        " Pasteur à Laon</p><p>Horaires : 9h-12h30 et 13h30-17h</p>"
    )
    found = tell_sessions(read_page("Formation des référents", body))
    assert [line.split()[2] for line in found] == ["Hirson", "Laon", "Laon"]


def test_bands_of_a_feast_are_no_houses() -> None:
    text = """# Fête de la musique
Vendredi 20 juin 2025
17h - 22h
Place Jean-Jaurès, Avion
Fanfare de Bully - 18h30
Groupe Les Cousins (Lens) - 20h"""
    assert tell_sessions(read_brochure(text)) == ["2025-06-20 17:00-22:00 Avion"]


def test_earlier_towns_open_no_house() -> None:
    text = """# Rencontres régionales de l'enfance - jeudi 12 octobre 2017
Après Arras en 2013 et Laon en 2015, les rencontres font halte à Calais.
9h30 Accueil
10h00 Conférence
16h00 Fin"""
    assert [line.split()[2] for line in tell_sessions(read_brochure(text))] == ["Calais"]


def test_halves_of_days_in_one_place_are_sittings_of_their_own() -> None:
    text = """# Ateliers de la coopération
| | Matin (9h30-12h30) | Après-midi (13h30-16h30) |
| Lundi 7 octobre 2024 | Guise, mairie | Guise, mairie |
| Jeudi 10 octobre 2024 | Hirson, salle Foch | - |"""
    assert tell_sessions(read_brochure(text, "table")) == [
        "2024-10-07 09:30-12:30 Guise",
        "2024-10-07 13:30-16:30 Guise",
        "2024-10-10 09:30-12:30 Hirson",
    ]


def test_a_bulletin_is_in_the_town_of_its_last_line() -> None:
    body = (
        "<p>Nous nous retrouverons le jeudi 24 mai 2018 à 20h, salle des Sports. Monsieur le commissaire de Creil"
        " viendra parler des cambriolages.</p><p>Association du Bois, 60500 Chantilly</p>"
    )
    assert tell_sessions(read_page("La lettre du quartier du Bois", body)) == ["2018-05-24 20:00- Chantilly"]


def test_a_feast_that_is_on_the_agenda_is_no_sitting() -> None:
    text = """# Comité de pilotage du jeudi 1er juin 2017, 14h, mairie de Tergnier
## Ordre du jour
Bilan du forum du 4 mai
Préparation de la fête des voisins, samedi 24 juin
Questions diverses"""
    assert tell_sessions(read_brochure(text)) == ["2017-06-01 14:00- Tergnier"]
