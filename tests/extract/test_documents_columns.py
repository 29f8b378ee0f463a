"""Columns of tables and of print: groups over their days, statements below one another, days in large figures."""

from __future__ import annotations

from extract.read import read_document
from tests.extract.documents import places_of, read_brochure, read_page, tell_sessions
from warehouse.reference import load_knowledge


def test_groups_over_days_with_their_house_and_hours_below() -> None:
    text = """# Formation des aidants familiaux
| | Groupe de Creil | Groupe de Noyon |
| Rencontre 1 | mardi 7 mars 2023 | mardi 14 mars 2023 |
| Rencontre 2 | mardi 4 avril 2023 | mardi 11 avril 2023 |
| Lieu | Espace Buhl, place Saint-Médard | Le Chevalet, place Aristide-Briand |
| Heures | 9h30-12h | 14h-16h30 |"""
    assert tell_sessions(read_brochure(text, "table")) == [
        "2023-03-07 09:30-12:00 Creil",
        "2023-03-14 14:00-16:30 Noyon",
        "2023-04-04 09:30-12:00 Creil",
        "2023-04-11 14:00-16:30 Noyon",
    ]


def test_two_days_side_by_side_with_their_programmes() -> None:
    text = """# Campus de l'innovation sociale
| Mardi 4 juin 2019 | Mercredi 5 juin 2019 |
| 9h30 Lancement | 9h00 Ateliers |
| 12h00 Repas | 11h00 Restitutions |
| 17h30 Fin de la journée | 12h30 Mot de la fin |
Halle Freyssinet, rue de la Gare, Calais"""
    assert tell_sessions(read_brochure(text, "table")) == [
        "2019-06-04 09:30-17:30 Calais",
        "2019-06-05 09:00-12:30 Calais",
    ]


def test_places_below_counted_days_are_no_titles() -> None:
    text = """# Écouter et orienter : formation
## Dates et lieux (calendrier prévisionnel)
Session 1 : lundi 4 novembre 2019
Salle Wauquier, 3 rue du Parc, Armentières
Session 2 : lundi 2 décembre 2019
Espace Bayard, 8 place Thiers, Hazebrouck
## Horaires
9h-12h et 13h30-16h30"""
    reading = read_brochure(text)
    assert len(reading.events) == 1
    assert tell_sessions(reading) == [
        "2019-11-04 09:00-16:30 Armentières",
        "2019-12-02 09:00-16:30 Hazebrouck",
    ]


def test_the_day_of_a_poster_in_three_lines() -> None:
    text = """# BAL DE QUARTIER
14
juillet
2023
19h-23h
Place Jean-Jaurès
CREIL"""
    assert tell_sessions(read_brochure(text, "flyer")) == ["2023-07-14 19:00-23:00 Creil"]


def test_statements_of_a_narrow_column_stay_apart() -> None:
    text = """# Atelier couture solidaire
## En pratique
Tous les niveaux sont les bienvenus
Prêt de machines sur place
Matériel fourni par l'association
---col---
## Rendez-vous
Samedi 12 octobre 2024, 14h-17h
Centre social, 14 rue Anatole-de-Montaiglon
Goûter offert à toutes et à tous en fin d'après-midi
Vervins
Entrée libre"""
    reading = read_brochure(text, "two-columns")
    assert "14 rue Anatole-de-Montaiglon" in [street for _, street, _ in places_of(reading)]


def test_terms_of_a_list_that_are_towns_head_their_days() -> None:
    body = """<p>De 10h à 12h, au pied des immeubles.</p><dl><dt>Marly</dt><dd>Jeudi 6 avril 2023<br>Place Péri</dd>
<dt>Anzin</dt><dd>Jeudi 13 avril 2023<br>Résidence Carpeaux, rue du Port</dd></dl>"""
    assert tell_sessions(read_page("Les cafés du bailleur", body)) == [
        "2023-04-06 10:00-12:00 Marly",
        "2023-04-13 10:00-12:00 Anzin",
    ]


def test_columns_of_other_events_beside_the_page() -> None:
    body = """<div><div id="milieu"><h1>Conseil de quartier</h1><p>Posté le 3 mars 2020</p><p>Le conseil de quartier de
la Grande Résidence se réunira le jeudi 26 mars 2020, de 18h à 20h, au centre social Dumas, à Lens.</p></div>
<div id="droite"><h4>En ce moment</h4><p>Enquête publique sur le plan local d'urbanisme : permanences du commissaire le
mardi 17 mars et le vendredi 27 mars, de 9h à 12h, en mairie de Liévin.</p><p>19/03 : cérémonie</p></div></div>"""
    page = f"<html><body>{body}</body></html>".encode()
    reading = read_document(page, "https://ville.example/conseil", "text/html", load_knowledge())
    assert tell_sessions(reading) == ["2020-03-26 18:00-20:00 Lens"]


def test_the_heading_of_a_section_says_how_people_meet() -> None:
    text = """# Printemps du logement social
## Les visioconférences
Mardi 5 mars 2024, 10h-11h30
La réforme des attributions
Mardi 12 mars 2024, 10h-11h30
Le supplément de loyer
## La rencontre
Jeudi 28 mars 2024, 9h30-16h
Le Channel, 173 boulevard Gambetta, Calais"""
    assert tell_sessions(read_brochure(text)) == [
        "2024-03-05 10:00-11:30 ? online",
        "2024-03-12 10:00-11:30 ? online",
        "2024-03-28 09:30-16:00 Calais",
    ]


def test_the_line_that_leads_to_a_list_says_how_people_meet() -> None:
    text = """# Modules décalés
Les modules du 5 mai (Méru) et du 12 mai 2021 (Clermont) sont annulés.
Nous vous proposons à la place trois sessions virtuelles :
2 juin 2021, 9h30-11h : écouter
9 juin 2021, 9h30-11h : orienter
16 juin 2021, 9h30-11h : relayer"""
    told = tell_sessions(read_brochure(text))
    assert [line for line in told if "06-" in line] == [
        "2021-06-02 09:30-11:00 ? online",
        "2021-06-09 09:30-11:00 ? online",
        "2021-06-16 09:30-11:00 ? online",
    ]


def test_a_letter_in_plain_text_with_its_places_below_the_titles() -> None:
    text = """LA LETTRE DU RÉSEAU - MARS 2022

AGENDA

8 mars, 14h-17h
Atelier « Prendre la parole »
Avion, Maison des citoyens, rue Pasteur

15 mars, 18h-20h
Soirée des bénévoles
Liévin, Centre social Jules-Grare

22 mars, 9h-12h
Matinée des partenaires
Lens, Maison syndicale, 32 rue Casimir-Beugnet
"""
    reading = read_document(text.encode(), "https://reseau.example/lettre.txt", "text/plain", load_knowledge())
    assert tell_sessions(reading) == [
        "2022-03-08 14:00-17:00 Avion",
        "2022-03-15 18:00-20:00 Liévin",
        "2022-03-22 09:00-12:00 Lens",
    ]


def test_days_below_a_heading_that_looks_back() -> None:
    body = """<p>Le forum se tiendra le jeudi 6 octobre 2022, de 13h à 17h, à la halle aux toiles de Chauny.</p>
<h3>Historique</h3><p>2021 : 7 octobre, Tergnier. 2019 : 3 octobre, La Fère.</p>"""
    assert tell_sessions(read_page("Forum de l'engagement", body)) == ["2022-10-06 13:00-17:00 Chauny"]


def test_lines_in_capitals_head_the_paragraphs_of_a_plain_text() -> None:
    text = """LE JOURNAL DU RÉSEAU SANTÉ

1/ DES NOUVELLES
Une infirmière a rejoint l'équipe de coordination au printemps.

2/ RENDEZ-VOUS
Le comité se réunira mardi 14 juin 2022, de 10h à 12h, à la mairie de Guise.

3/ ARCHIVES
Les comités de Vervins, 8 mars 2022 et 12 avril 2022, sont sur le site.
"""
    reading = read_document(text.encode(), "https://reseau.example/journal.txt", "text/plain", load_knowledge())
    assert tell_sessions(reading) == ["2022-06-14 10:00-12:00 Guise"]
