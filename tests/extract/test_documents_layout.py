"""Whole papers and pages whose layout says what belongs together: tables, boxes, headings, what is of the site."""

from __future__ import annotations

from extract.read import read_document
from tests.extract.documents import places_of, read_brochure, read_page, sessions_of, tell_sessions
from warehouse.reference import load_knowledge


def test_hours_head_the_rows_of_several_days() -> None:
    text = """# Initiation à la tablette dans les bibliothèques
Gratuit, sans inscription, avec les conseillers de la communauté de communes.
| | Albert | Corbie |
| Débuter - de 10h à 11h30 | 5 mai 2022 | 12 mai 2022 |
| Partager ses photos - 15h30-17h | 2 juin 2022 | 9 juin 2022 |
Apportez votre appareil."""
    assert tell_sessions(read_brochure(text, "table")) == [
        "2022-05-05 10:00-11:30 Albert",
        "2022-05-12 10:00-11:30 Corbie",
        "2022-06-02 15:30-17:00 Albert",
        "2022-06-09 15:30-17:00 Corbie",
    ]


def test_one_half_of_a_day_in_a_table_of_halves() -> None:
    text = """# La caravane des droits
Des écrivains publics et des médiatrices vous reçoivent en juin 2021.
| Date | Le matin, 9h30-12h | L'après-midi, 13h30-16h30 |
| Mardi 1er juin | Doullens, Grand-Place | Montdidier, place d'Armes |
| Mardi 8 juin | | Péronne, place Louis Daudré |
| Mardi 15 juin | Corbie, place de la République | |"""
    assert tell_sessions(read_brochure(text, "table")) == [
        "2021-06-01 09:30-12:00 Doullens",
        "2021-06-01 13:30-16:30 Montdidier",
        "2021-06-08 13:30-16:30 Péronne",
        "2021-06-15 09:30-12:00 Corbie",
    ]


def test_how_people_meet_is_told_row_by_row() -> None:
    text = """# Formation des référents égalité
| Quand | Heures | Modalités |
| 7 février 2022 | 9h-16h | En présentiel, Arras |
| 8 mars 2022 | 14h-16h | En distanciel |
Adresse des journées en présentiel : 1 rue de la Marne, Arras."""
    assert tell_sessions(read_brochure(text, "table")) == [
        "2022-02-07 09:00-16:00 Arras",
        "2022-03-08 14:00-16:00 ? online",
    ]


def test_what_visitors_wrote_below_a_page_is_of_no_event() -> None:
    body = """<p>La fête du quartier Saint-Leu aura lieu le samedi 2 juillet 2022, de 14h à 22h, au parc Saint-Pierre à
Amiens.</p><div><h3>2 réactions</h3><p>Mado, le 28 juin 2022 à 09:12 : et à Longueau ?</p>
<p>L'équipe, le 29 juin 2022 à 10:40 : rendez-vous à Longueau le 9 juillet, place Mangot.</p></div>"""
    assert tell_sessions(read_page("Fête du quartier Saint-Leu", body)) == ["2022-07-02 14:00-22:00 Amiens"]


def test_the_line_below_a_title_dates_the_page_beside_how_long_it_is_to_read() -> None:
    body = """<p>8 février 2024 - Lecture 3 min</p><p>Le club des managers de centre-ville se réunit
le mardi 19 mars 2024 de 9h à 12h à la mairie de Vervins.</p>"""
    reading = read_page("Club des managers de centre-ville", body)
    assert tell_sessions(reading) == ["2024-03-19 09:00-12:00 Vervins"]


def test_a_sentence_below_a_full_line_of_a_list_stands_by_itself() -> None:
    text = """# Petits déjeuners de l'insertion
• Laon - Mardi 4 juin 2019 - 8h30/10h - Salle des fêtes du quartier Champagne, 12 rue Pierre Brossolette
• Chauny - Jeudi 6 juin 2019 - 8h30/10h - Espace de vie sociale du Brouage, salle 3, 5 rue du Château
Des navettes seront mises en place depuis les gares."""
    assert ("Espace de vie sociale du Brouage, salle 3", "5 rue du Château", "Chauny") in places_of(read_brochure(text))


def test_lines_of_a_day_with_town_hours_and_house() -> None:
    body = """<p>Deux jours pour rencontrer les associations sportives du Ternois et du Montreuillois.</p>
<h4>Samedi 7 septembre 2019</h4><p><strong>Étaples</strong> : 10h-12h30 : Le Manège, rue du Général Daullé</p>
<p><strong>Rang-du-Fliers</strong> : 14h30-18h : Citadelle, rue Carnot</p>
<h4>Dimanche 8 septembre 2019</h4><p><strong>Frévent</strong> : 10h-17h : Stade Cauwet, avenue Philippe-Lebas</p>"""
    reading = read_page("Village des associations sportives", body)
    assert tell_sessions(reading) == [
        "2019-09-07 10:00-12:30 Étaples",
        "2019-09-07 14:30-18:00 Rang-du-Fliers",
        "2019-09-08 10:00-17:00 Frévent",
    ]
    assert ("Le Manège", "rue du Général Daullé", "Étaples") in places_of(reading)


def test_days_under_a_heading_of_other_events() -> None:
    body = """<p>Vendredi 5 avril 2019, de 14h à 16h30, visite de la ferme urbaine, 3 rue du Canal, Roubaix.</p>
<h3>Les autres visites du réseau</h3><ul><li>17 mai 2019 : jardin partagé de Creil</li>
<li>14 juin 2019 : Maison du projet, Lens</li></ul>"""
    assert tell_sessions(read_page("Visite de la ferme urbaine", body)) == ["2019-04-05 14:00-16:30 Roubaix"]


def test_pairs_of_a_label_and_its_value_without_colons() -> None:
    body = """<div><div><div>Durée</div><div>1 jour</div></div><div><div>Quand</div><div>6 mai 2020, 9h-16h</div></div>
<div><div>Lieu</div><div>Espace Simone-Veil, rue du Port, Abbeville</div></div>
<div><div>En visioconférence</div><div>sur demande</div></div>
<div><div>Effectif</div><div>12 personnes</div></div></div>
<p>Une journée pour apprendre à mener un entretien avec une famille, entre professionnels de plusieurs métiers.</p>"""
    assert tell_sessions(read_page("Mener un entretien", body)) == ["2020-05-06 09:00-16:00 Abbeville hybrid"]


def test_an_agenda_under_its_months() -> None:
    text = """# Agenda du second semestre 2021
## Septembre
Comité des partenaires
lundi 13 septembre, 9h30-11h30
Maison de l'emploi, Cambrai
## Octobre - novembre
Webinaire : le logement des jeunes
mardi 5 octobre, 13h-14h
Rencontre des médiateurs
jeudi 18 novembre, 14h-16h30
Espace Cassin, Valenciennes
---col---
## Contact
Une question ? Écrivez-nous.
contact@reseau.example"""
    assert tell_sessions(read_brochure(text, "two-columns-rows")) == [
        "2021-09-13 09:30-11:30 Cambrai",
        "2021-10-05 13:00-14:00 ? online",
        "2021-11-18 14:00-16:30 Valenciennes",
    ]


def test_choices_of_a_form_with_house_and_days_below() -> None:
    text = """FICHE D'INSCRIPTION
Atelier « Tenir une permanence » - 2 jours, 9h30 - 16h30

Je choisis :

( ) Formule 1 - HAZEBROUCK
    Centre socio-éducatif, salle 2
    4 et 5 mai 2020

( ) Formule 2 - LAON
    Maison des associations
    11 et 12 mai 2020

À renvoyer avant le 17 avril 2020"""
    reading = read_document(text.encode(), "https://exemple.org/fiche.txt", "text/plain", load_knowledge())
    assert [(day, city) for day, _, _, city, _ in sessions_of(reading)] == [
        ("2020-05-04", "Hazebrouck"),
        ("2020-05-05", "Hazebrouck"),
        ("2020-05-11", "Laon"),
        ("2020-05-12", "Laon"),
    ]


def test_each_day_of_a_meeting_below_its_own_heading() -> None:
    text = """# Biennale de l'habitat participatif
Rencontres des 6 et 7 juin 2019
## Jeudi 6 juin
Maison de l'architecture, 15 rue du Faubourg, 80000 Amiens
10h00 Ouverture
17h00 Fin
## Vendredi 7 juin
Halle aux toiles, place de la Mairie
60000 Beauvais
9h30 Visite
12h00 Clôture"""
    assert tell_sessions(read_brochure(text)) == [
        "2019-06-06 10:00-17:00 Amiens",
        "2019-06-07 09:30-12:00 Beauvais",
    ]


def test_the_day_of_publication_stands_once_more_below_the_title() -> None:
    page = """<html><head><meta property="article:published_time" content="2022-03-28T09:00:00"></head><body><main>
<h1>Ateliers du projet urbain</h1><ul><li>28 mars 2022</li><li>Urbanisme, Démocratie locale</li></ul>
<p>Deux ateliers ouverts à tous se tiendront à la mairie d'Anzin : mardi 12 avril, 18h, et jeudi 21 avril, 18h.</p>
</main></body></html>"""
    reading = read_document(page.encode(), "https://ville.example/ateliers", "text/html", load_knowledge())
    assert tell_sessions(reading) == ["2022-04-12 18:00- Anzin", "2022-04-21 18:00- Anzin"]


def test_the_weeks_of_a_month_as_rows_of_days() -> None:
    body = """<table><tr><th>Mardi 5 septembre</th><th>Mercredi 6 septembre</th><th>Jeudi 7 septembre</th></tr>
<tr><td>10h-12h<br>Bapaume, place Faidherbe</td><td>Relâche</td><td>14h-16h<br>Avion, place des Héros</td></tr>
<tr><th>Mardi 12 septembre</th><th>Mercredi 13 septembre</th><th>Jeudi 14 septembre</th></tr>
<tr><td></td><td>10h-12h<br>Vimy, rue de la République</td><td>14h-16h<br>Bapaume, rue d'Arras</td></tr></table>
<p>Calendrier 2023 du van de l'accès aux droits</p>"""
    assert tell_sessions(read_page("Le van de l'accès aux droits : septembre 2023", body)) == [
        "2023-09-05 10:00-12:00 Bapaume",
        "2023-09-07 14:00-16:00 Avion",
        "2023-09-13 10:00-12:00 Vimy",
        "2023-09-14 14:00-16:00 Bapaume",
    ]


def test_town_and_house_of_a_day_in_two_rows_of_its_column() -> None:
    text = """# Bourses aux vélos de juin 2022
| Samedi 4 juin | Samedi 11 juin | Samedi 18 juin |
| Chauny | Hirson | Guise |
| Espace Saint-Charles | Place Victor-Hugo | Salle des fêtes |
| 9h-12h | 14h-17h | 9h-12h |"""
    assert tell_sessions(read_brochure(text, "table")) == [
        "2022-06-04 09:00-12:00 Chauny",
        "2022-06-11 14:00-17:00 Hirson",
        "2022-06-18 09:00-12:00 Guise",
    ]


def test_a_day_in_the_words_of_a_row_that_has_its_own() -> None:
    text = """# Groupes de suivi 2023
| Jour | Horaires | Lieu | Contenu |
| 12/01/2023 | 14h-16h | Sous-préfecture, Douai | Retour sur la visite du 08/12/2022 |
| 09/02/2023 | 14h-16h | Mairie, Denain | Préparation du comité |
| 16/03/2023 | 14h-16h | Sous-préfecture, Douai | Bilan du contrat |"""
    assert tell_sessions(read_brochure(text, "table")) == [
        "2023-01-12 14:00-16:00 Douai",
        "2023-02-09 14:00-16:00 Denain",
        "2023-03-16 14:00-16:00 Douai",
    ]


def test_hours_in_the_heading_of_counted_meetings() -> None:
    text = """# Les cafés du handicap
## Trois rendez-vous, de 9h à 10h30
4 octobre 2022
Se déplacer en ville
Maison des aidants, Laon
8 novembre 2022
Travailler autrement
Espace Jean-Macé, Tergnier
6 décembre 2022
Partir en vacances
Maison des aidants, Laon"""
    assert tell_sessions(read_brochure(text)) == [
        "2022-10-04 09:00-10:30 Laon",
        "2022-11-08 09:00-10:30 Tergnier",
        "2022-12-06 09:00-10:30 Laon",
    ]


CARD = "<div><div><span>{}</span> <span>{}</span></div><h3>{}</h3><p>{}</p></div>"


def test_cards_with_the_day_above_their_heading() -> None:
    cards = [
        ("3", "octobre", "Marck", "Espace Bouloche, avenue de Calais"),
        ("10", "octobre", "Guînes", "Salle Tassart, 12 rue du Château"),
        ("17", "octobre", "Ardres", "Centre social La Chapelle"),
    ]
    body = "<p>Des ateliers cuisine gratuits en octobre 2022, de 14h à 16h.</p><div>"
    body += "".join(CARD.format(*card) for card in cards) + "</div><p>Inscription au 03 21 00 00 00.</p>"
    reading = read_page("Bien manger à petit prix", body)
    assert [(day, city) for day, _, _, city, _ in sessions_of(reading)] == [
        ("2022-10-03", "Marck"),
        ("2022-10-10", "Guînes"),
        ("2022-10-17", "Ardres"),
    ]
    assert ("Salle Tassart", "12 rue du Château", "Guînes") in places_of(reading)


def test_parts_of_a_day_on_lines_of_their_own() -> None:
    body = """<div><div>Jeu.</div><div>14</div><div>avr.</div><div>2022</div></div>
<p>De 9h30 à 12h, à la Manufacture des Flandres, 29 avenue Julien-Lagache, Roubaix.</p>"""
    assert tell_sessions(read_page("Matinée des bailleurs", body)) == ["2022-04-14 09:30-12:00 Roubaix"]


def test_the_head_and_the_signature_of_a_mail_put_on_a_page() -> None:
    body = """<p>De : Mission ville<br>Date : 9 janvier 2020<br>Objet : comité de quartier</p><p>Bonjour,</p>
<p>Le comité du quartier des Oliveaux aura lieu le mardi 28 janvier de 18h à 20h, salle de l'Atrium, à Loos.</p>
<p>Bien cordialement,</p><p>Paul Roux</p><p>Mairie annexe, 3 rue du Parc, 59120 Loos</p>"""
    reading = read_page("Comité de quartier", body)
    assert tell_sessions(reading) == ["2020-01-28 18:00-20:00 Loos"]
    assert "3 rue du Parc" not in [street for _, street, _ in places_of(reading)]


def test_a_numbered_workshop_is_no_house_of_its_row() -> None:
    body = """<table><tr><th>Quand</th><th>Quoi</th><th>Comment</th></tr>
<tr><td>5 mai 2022<br>9h-11h</td><td>Séminaire 1 : le droit au logement</td><td>En visio (Zoom)</td></tr>
<tr><td>9 juin 2022<br>9h-16h</td><td>Séminaire 2 : la colocation</td><td>Amiens, Espace Dewailly</td></tr></table>"""
    assert tell_sessions(read_page("Le logement des jeunes", body)) == [
        "2022-05-05 09:00-11:00 ? online",
        "2022-06-09 09:00-16:00 Amiens",
    ]
