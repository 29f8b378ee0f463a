"""How people meet: online, in one place, or both; what is only recorded or found online is no meeting."""

from __future__ import annotations

import pytest

from tests.extract.places.pages import Line, Venue, at, online, read_among_others

MODES: list[tuple[tuple[Line, ...], list[Venue]]] = [
    (("Atelier 100 % distanciel",), [online("en ligne")]),
    (("2 séances dématérialisées",), [online("en ligne")]),
    (("Trois demi-journées en distanciel, les 4, 11 et 18 mai.",), [online("en ligne")]),
    (("Le 4 mai, à distance.",), [online("en ligne")]),
    (("Le 4 mai à Lille, en mode hybride",), [at(city="Lille", mode="hybrid")]),
    (("Le 4 mai à Lille, en présentiel ou en visio (au choix)",), [at(city="Lille", mode="hybrid")]),
    (("Jeudi 4 mai de 10h à 12h. Le lien de connexion vous sera transmis après inscription.",), [online("en ligne")]),
    (("Webinaire du 4 mai 2021 : les cités éducatives",), [online("en ligne")]),
    (("Rencontre à Lille le 4 mai. Le replay est disponible en ligne.",), [at(city="Lille")]),
    (("La rencontre du 4 mai à Lille a été enregistrée ; l'enregistrement est en ligne.",), [at(city="Lille")]),
    (("Module à distance le 4 mai, de 14h à 16h",), [online("en ligne")]),
    (("Un rendez-vous 100 % en ligne le 4 mai",), [online("en ligne")]),
    (("Le séminaire se déroulera en visioconférence le 4 mai.",), [online("visioconférence")]),
    (("Le 4 mai, sur Zoom",), [online("en ligne")]),
    (("Classe virtuelle le 4 mai à 14h",), [online("en ligne")]),
    (
        ("Séance du 4 mai au centre social de Lomme et en visioconférence",),
        [at(city="Lomme", name="centre social", mode="hybrid")],
    ),
    (("La rencontre du 4 mai à Amiens pourra être suivie à distance.",), [at(city="Amiens", mode="hybrid")]),
    (("Journée du 4 mai à Amiens, retransmise en direct",), [at(city="Amiens", mode="hybrid")]),
    (("Le 4 mai, en direct sur YouTube",), [online("en ligne")]),
    (("Le 12 mars à Lille ; le 14 mars en visioconférence",), [at(city="Lille"), online("visioconférence")]),
    (("Jeudi 12 mars (en présentiel à Douai) et jeudi 19 mars (à distance)",), [at(city="Douai"), online("en ligne")]),
    (
        ("Matinée en visioconférence le 4 mai, après-midi à Lille le 11 mai",),
        [online("visioconférence"), at(city="Lille")],
    ),
    (("Format : hybride. Lieu : Arras",), [at(city="Arras", mode="hybrid")]),
    (("Modalité : distanciel",), [online("en ligne")]),
    (("Rendez-vous sur Teams jeudi 4 mai à 10h",), [online("en ligne")]),
    (("Conférence en ligne — jeudi 4 mai — 18h",), [online("en ligne")]),
    (("Cycle de 3 webinaires les 4, 11 et 18 mai",), [online("en ligne")]),
    (("Atelier le 4 mai à Amiens, précédé d'un webinaire le 27 avril",), [at(city="Amiens"), online("en ligne")]),
    (("Visio du 4 mai, 10h",), [online("visioconférence")]),
    ((("field", "visioconférence", "Lieu"),), [online("visioconférence")]),
    ((("field", "En ligne (Zoom)", "Lieu"),), [online("en ligne")]),
    ((("field", "Webinaire", "Lieu"),), [online("en ligne")]),
    ((("field", "À distance", "Lieu"),), [online("en ligne")]),
    ((("field", "Calais et visio", "Lieu"),), [at(city="Calais", mode="hybrid")]),
    (
        (("field", "à Béthune, salle des fêtes, ou en visio", "Format"),),
        [at(city="Béthune", name="salle des fêtes", mode="hybrid")],
    ),
    (
        (("field", "salle des fêtes à Béthune + lien envoyé la veille", "Format mixte"),),
        [at(city="Béthune", name="salle des fêtes", mode="hybrid")],
    ),
    (
        (("field", "hybride (Maison des associations, Creil + Teams)", "Modalités"),),
        [at(city="Creil", name="Maison des associations", mode="hybrid")],
    ),
    ((("field", "formation gratuite, douze places", "Modalités"),), []),
    ((("field", "demi-journées d'échanges et visites", "Format"),), []),
    (
        ("En présentiel (Amiens, Maison de la culture) ou à distance (lien Zoom)",),
        [at(city="Amiens", name="Maison de la culture", mode="hybrid")],
    ),
    (
        ("Présentiel : mairie annexe, Hazebrouck. Distanciel : Teams.",),
        [at(city="Hazebrouck", name="mairie annexe", mode="hybrid")],
    ),
    (("Le 4 mai, de 10h à midi, derrière nos écrans",), [online("en ligne")]),
    (("Le 4 mai, depuis votre poste de travail",), [online("en ligne")]),
    (("Une soirée 100 % distancielle le 4 mai",), [online("en ligne")]),
    (("Le 4 mai en télé-réunion",), [online("visioconférence")]),
    ((("field", "4 mai, de 9h à 12h", "Session à distance"),), [online("en ligne")]),
    ((("field", "non", "Accès à distance"),), []),
    (("Le centre de ressources vous donne rendez-vous sur votre ordinateur le 4 mai",), [online("en ligne")]),
    (("Le 4 mai à Lille, pas de visio cette fois",), [at(city="Lille")]),
    (("Le 4 mai à Lille. Suivez-nous sur notre page Facebook et sur YouTube.",), [at(city="Lille")]),
    (("Le 4 mai à Lille, projection du film « Derrière nos écrans »",), [at(city="Lille")]),
    (("Le 4 mai à Lille. Il ne sera pas possible de suivre la réunion à distance.",), [at(city="Lille")]),
    (("Après six visios, rendez-vous le 4 mai à Lille",), [at(city="Lille")]),
    (
        ("Le 4 mai à Lille. Pour ceux qui ne peuvent pas se déplacer, un lien sera communiqué.",),
        [at(city="Lille", mode="hybrid")],
    ),
    (
        ("La séance se tient en présentiel (Maison des services, Avion) et en visio pour les communes éloignées.",),
        [at(city="Avion", name="Maison des services", mode="hybrid")],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), MODES)
def test_how_people_meet(lines: tuple[Line, ...], expected: list[Venue]) -> None:
    assert read_among_others(*lines) == expected
