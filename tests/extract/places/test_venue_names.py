"""Named places and their towns: the name is read without the town that only locates it."""

from __future__ import annotations

import pytest

from tests.extract.places.pages import Line, Venue, at, read_among_others

NAMES: list[tuple[tuple[Line, ...], list[Venue]]] = [
    (("Amiens le 06/03/2018 (centre Léo Lagrange)",), [at(city="Amiens", name="centre Léo Lagrange")]),
    (
        ("Mercredi 12 juin 2019 (18h-20h) - Hazebrouck, salle des Augustins",),
        [at(city="Hazebrouck", name="salle des Augustins")],
    ),
    (("La visite part devant la médiathèque de Denain à 9h30.",), [at(city="Denain", name="médiathèque")]),
    (
        ("Péronne | 4 et 5 mai 2021 | Espace culturel Saint-Amand",),
        [at(city="Péronne", name="Espace culturel Saint-Amand")],
    ),
    (("Le 4 mai à Laon, salle Anatole France",), [at(city="Laon", name="salle Anatole France")]),
    (("Le 4 mai à la mairie de Soissons",), [at(city="Soissons", name="mairie")]),
    (("Le 4 mai, Hôtel de Ville de Valenciennes",), [at(city="Valenciennes", name="Hôtel de Ville")]),
    (
        ("Le 4 mai au centre social Les Trois Quartiers de Fourmies",),
        [at(city="Fourmies", name="centre social Les Trois Quartiers")],
    ),
    (
        ("Le 4 mai dans les salons de l'hôtel de ville de Maubeuge",),
        [at(city="Maubeuge", name="salons de l'hôtel de ville")],
    ),
    (("Le 4 mai au siège de la CAPSO à Longuenesse",), [at(city="Longuenesse", name="siège de la CAPSO")]),
    (
        ("Le 4 mai, Université Picardie Jules Verne, Amiens",),
        [at(city="Amiens", name="Université Picardie Jules Verne")],
    ),
    (("La journée se tient au Louvre-Lens.",), [at(city="Lens", name="Louvre-Lens")]),
    (("Le 4 mai à la Condition publique, Roubaix",), [at(city="Roubaix", name="Condition publique")]),
    (("Rencontre le 4 mai au lycée Colbert de Tourcoing",), [at(city="Tourcoing", name="lycée Colbert")]),
    (("Le 4 mai au collège Jean-Moulin à Wallers",), [at(city="Wallers", name="collège Jean-Moulin")]),
    (("Le 4 mai, IUT de Béthune, amphi 2",), [at(city="Béthune", name="IUT, amphi 2")]),
    (("Le 4 mai à la CCI de l'Oise à Beauvais",), [at(city="Beauvais", name="CCI de l'Oise")]),
    (("Le 4 mai à la maison de quartier Vauban de Lille",), [at(city="Lille", name="maison de quartier Vauban")]),
    (("Le 4 mai à la maison de l'emploi de Roubaix",), [at(city="Roubaix", name="maison de l'emploi")]),
    (
        ("Le 4 mai dans la salle du conseil de la mairie de Creil",),
        [at(city="Creil", name="salle du conseil de la mairie")],
    ),
    (
        ("Le 4 mai à l'Hôtel de ville de Saint-Omer, salle Vauban",),
        [at(city="Saint-Omer", name="Hôtel de ville, salle Vauban")],
    ),
    (("Le 4 mai à l'espace culturel La Gare à Méricourt",), [at(city="Méricourt", name="espace culturel La Gare")]),
    (
        ("Accueil à partir de 8h45 à la Maison des associations d'Abbeville",),
        [at(city="Abbeville", name="Maison des associations")],
    ),
    (("Elle aura lieu au théâtre du Manège de Maubeuge.",), [at(city="Maubeuge", name="théâtre du Manège")]),
    (
        ("La remise des prix a eu lieu à la sous-préfecture de Compiègne.",),
        [at(city="Compiègne", name="sous-préfecture")],
    ),
    (("Le 4 mai à la préfecture de l'Aisne, à Laon",), [at(city="Laon", name="préfecture de l'Aisne")]),
    (
        ("Le 4 mai, salle Jean-Jaurès, hôtel de ville, Liévin",),
        [at(city="Liévin", name="salle Jean-Jaurès, hôtel de ville")],
    ),
    (
        ("Le 4 mai dans l'amphithéâtre de la médiathèque de Douai",),
        [at(city="Douai", name="amphithéâtre de la médiathèque")],
    ),
    (("Le 4 mai à la Cité de l'innovation (Lens)",), [at(city="Lens", name="Cité de l'innovation")]),
    (("Rendez-vous devant l'hôtel de ville de Calais le 4 mai à 14h.",), [at(city="Calais", name="hôtel de ville")]),
    (("Le 4 mai au Grand Sud à Lille",), [at(city="Lille", name="Grand Sud")]),
    (("Le 4 mai au Kursaal de Dunkerque",), [at(city="Dunkerque", name="Kursaal")]),
    (("Le 4 mai à la Maison du projet d'Outreau",), [at(city="Outreau", name="Maison du projet")]),
    (("La rencontre a lieu à l'ancien hôpital de Seclin le 4 mai.",), [at(city="Seclin", name="ancien hôpital")]),
    (
        (
            "La première journée a lieu le 4 mai à la MJC de Creil.",
            "La seconde aura lieu le 11 mai, même lieu.",
        ),
        [at(city="Creil", name="MJC"), at(city="Creil", name="MJC")],
    ),
    (
        ("Le 6 avril, les élus se retrouveront à la ferme Dupuich de Mazingarbe.",),
        [at(city="Mazingarbe", name="ferme Dupuich")],
    ),
    (("Nous nous retrouverons le 8 juin à Chauny, au centre culturel.",), [at(city="Chauny", name="centre culturel")]),
    (("RDV le 8 juin 2016, 9h, mairie annexe de Somain",), [at(city="Somain", name="mairie annexe")]),
    (("Lieu de rendez-vous : gare de Roubaix",), [at(city="Roubaix", name="gare")]),
    (
        ("Elle s'est déroulée les 3 et 4 mai derniers à Maubeuge, salle Sthrau.",),
        [at(city="Maubeuge", name="salle Sthrau")],
    ),
    (
        ("Rencontre nationale à Paris le 12 juin 2018, au ministère de la Cohésion des territoires",),
        [at(city="Paris", name="ministère de la Cohésion des territoires")],
    ),
    (
        ("Le 3 mai, 14h, au siège de Pas-de-Calais Habitat à Arras",),
        [at(city="Arras", name="siège de Pas-de-Calais Habitat")],
    ),
    (("Le 3 mai à la Halle aux sucres de Dunkerque",), [at(city="Dunkerque", name="Halle aux sucres")]),
    (
        ("Le 3 mai à l'IUT « Information-Communication » de Tourcoing",),
        [at(city="Tourcoing", name="IUT « Information-Communication »")],
    ),
    (("Le 3 mai à Sciences Po Lille",), [at(city="Lille", name="Sciences Po Lille")]),
    (
        ("Le 3 mai à l'École supérieure de journalisme de Lille",),
        [at(city="Lille", name="École supérieure de journalisme")],
    ),
    (("Le 3 mai à l'Imaginarium, Tourcoing",), [at(city="Tourcoing", name="Imaginarium")]),
    (("Le 3 mai à la Citadelle d'Amiens",), [at(city="Amiens", name="Citadelle")]),
    (("Le 3 mai au Grenier de l'abbaye à Corbie",), [at(city="Corbie", name="Grenier de l'abbaye")]),
    (("Jeudi 3 juin 2014, Calais, centre Gérard-Philipe",), [at(city="Calais", name="centre Gérard-Philipe")]),
    (("Jeudi 3 juin 2014 – Calais – centre Gérard-Philipe",), [at(city="Calais", name="centre Gérard-Philipe")]),
    (("Jeudi 3 juin 2014 – centre Gérard-Philipe – Calais",), [at(city="Calais", name="centre Gérard-Philipe")]),
    (("Jeudi 3 juin 2014 / Calais / Centre Gérard-Philipe",), [at(city="Calais", name="Centre Gérard-Philipe")]),
    (
        (
            "Jeudi 3 juin 2014",
            "Centre Gérard-Philipe",
            "Calais",
        ),
        [at(city="Calais", name="Centre Gérard-Philipe")],
    ),
    (
        (
            "Jeudi 3 juin 2014",
            "Centre Gérard-Philipe, Calais",
        ),
        [at(city="Calais", name="Centre Gérard-Philipe")],
    ),
    (
        (
            "Jeudi 3 juin 2014",
            "Calais - Centre Gérard-Philipe",
        ),
        [at(city="Calais", name="Centre Gérard-Philipe")],
    ),
    (
        (
            "À Calais, salle du Minck",
            "Jeudi 3 juin 2014",
        ),
        [at(city="Calais", name="salle du Minck")],
    ),
    (
        (
            "Où : Calais, salle du Minck",
            "Quand : jeudi 3 juin 2014",
        ),
        [at(city="Calais", name="salle du Minck")],
    ),
    ((("field", "Calais – salle du Minck", "Lieu"),), [at(city="Calais", name="salle du Minck")]),
    ((("field", "salle du Minck (Calais)", "Lieu"),), [at(city="Calais", name="salle du Minck")]),
    (
        (
            ("item", "Roubaix – mardi 3 juin 2014 – La Condition publique"),
            ("item", "Tourcoing – jeudi 5 juin 2014 – maison de services"),
        ),
        [at(city="Roubaix", name="La Condition publique"), at(city="Tourcoing", name="maison de services")],
    ),
    (
        ("L'hôtel de ville de Beauvais accueillera la rencontre du 3 juin.",),
        [at(city="Beauvais", name="hôtel de ville")],
    ),
    (
        ("C'est la Maison des associations de Nogent-sur-Oise qui accueillera les participants le 3 juin.",),
        [at(city="Nogent-sur-Oise", name="Maison des associations")],
    ),
    (
        ("L'IREV et la Ville de Lens proposent une journée le 12 juin, à la Fabrique théâtrale de Loos-en-Gohelle.",),
        [at(city="Loos-en-Gohelle", name="Fabrique théâtrale")],
    ),
    (
        ("La prochaine rencontre du réseau aura lieu à la salle de spectacle de l'Échangeur à Saint-Omer le 12 juin.",),
        [at(city="Saint-Omer", name="salle de spectacle de l'Échangeur")],
    ),
    (
        ("Le 12 juin, 80 personnes étaient réunies à l'Hôtel de région à Amiens.",),
        [at(city="Amiens", name="Hôtel de région")],
    ),
    (("Rendez-vous à la gare de Creil le 12 juin à 9h pour un départ en bus.",), [at(city="Creil", name="gare")]),
    (("12 et 13 juin 2018, à la Villa Cavrois (Croix)",), [at(city="Croix", name="Villa Cavrois")]),
    (
        ("Mardi 12 juin 2018, de 14h à 17h, salle Cassin, mairie de Croix",),
        [at(city="Croix", name="salle Cassin, mairie")],
    ),
    (("La MJC de Croix accueille la rencontre du 12 juin.",), [at(city="Croix", name="MJC")]),
    (("Le 12 juin à 14h au CCAS",), [at(name="CCAS")]),
    (("Jeudi 12 juin, à 18h, salle Gambetta.",), [at(name="salle Gambetta")]),
]


@pytest.mark.parametrize(("lines", "expected"), NAMES)
def test_named_places(lines: tuple[Line, ...], expected: list[Venue]) -> None:
    assert read_among_others(*lines) == expected
