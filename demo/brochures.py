"""The words of the replica's documents, apart from how they are set. `FLOWING`: file, title, blocks, running header."""

from __future__ import annotations

import re
from typing import Any

FLOWING: list[tuple[str, str, list[Any], str]] = [
    (
        "plaquette_egalite_citoyennete.pdf",
        "Cycle Égalité-citoyenneté",
        [
            "Bassin minier du Pas-de-Calais, septembre - octobre 2017",
            ("h", "Pour qui ?"),
            "Délégués du préfet, travailleurs sociaux, agents des collectivités, bénévoles : vingt places.",
            ("h", "Quand et où ?"),
            "Jeudi 7 et vendredi 8 septembre 2017, à Béthune, Hôtel communautaire, 100 avenue de Londres",
            "Lundi 16 et mardi 17 octobre 2017, à Lens, Communauté d'agglomération de Lens-Liévin, 6 rue Lavoisier",
            ("h", "Le cadre"),
            "Loi de programmation pour la ville et la cohésion urbaine du 21 février 2014.",
            "L'assiduité aux quatre jours est demandée. Contact : IREV, Lille.",
        ],
        "",
    ),
    (
        "bulletin_inscription.pdf",
        "Bulletin d'inscription",
        [
            "Cycle Égalité-citoyenneté, bassin minier",
            "Nom : ................................................ Prénom : ................................",
            "Structure : ........................................... Commune : ..............................",
            "Je participerai :",
            "[ ] les 7 et 8 septembre 2017 à Béthune    [ ] les 16 et 17 octobre 2017 à Lens",
            "Fait à ............................, le ..... / ..... / 2017",
            "À renvoyer à l'IREV avant le 25 août 2017.",
        ],
        "",
    ),
    (
        "programme_ptlcd_avril_2021.pdf",
        "Initier et conduire des plans de lutte contre les discriminations",
        [
            "Cycle de qualification à l'attention des pilotes des contrats de ville",
            (
                "table",
                [
                    ["Session", "Date", "Horaires", "Contenu"],
                    ["1", "Mardi 6 avril 2021", "9h30 - 16h30", "Le cadre légal, les notions"],
                    ["2", "Mardi 13 avril 2021", "9h30 - 16h30", "L'analyse des discriminations systémiques"],
                    ["3", "Mardi 27 avril 2021", "9h30 - 12h30", "Freins et leviers, en groupes de travail"],
                ],
            ),
            "Les trois sessions se tiennent à l'IREV, à Lille.",
            "Inscription avant le 24 mars 2021. Le CIV du 29 janvier 2021 a demandé la relance des plans.",
        ],
        "",
    ),
    (
        "programme_approfondissement_2021.pdf",
        "Journée d'approfondissement",
        [
            "Mardi 30 novembre 2021, de 9h à 16h30",
            "IREV, Lille",
            ("h", "9h00 Accueil"),
            "Tour de table et retour sur les trois sessions d'avril 2021.",
            ("h", "9h45 Table ronde"),
            "Comment animer un plan quand on est seul ? Avec des chargés de mission de Grenoble et de Rennes.",
            *[
                f"Question {number}. Une situation apportée par un territoire est lue, puis travaillée en groupe."
                for number in range(1, 16)
            ],
            ("h", "12h15 Déjeuner sur place"),
            ("h", "13h45 Ateliers"),
            *[f"Atelier {number}. Un outil, une heure, un compte rendu d'une page." for number in range(1, 16)],
            ("h", "16h15 Conclusion"),
        ],
        "IREV - Journée d'approfondissement - version du 4 octobre 2021",
    ),
    (
        "programme_contrats_de_ville.pdf",
        "Préparer les contrats de ville",
        [
            "Quatrième et cinquième journées",
            ("h", "Vendredi 24 novembre 2023"),
            "9h - 17h. Maison de l'éducation permanente, 1 place Georges Lyon, 59000 Lille",
            "La gouvernance, la participation, les moyens.",
            ("h", "Mardi 28 novembre 2023"),
            "9h - 12h30. Même lieu.",
            "Relecture croisée des projets.",
        ],
        "",
    ),
    (
        "programme_contrats_de_ville_v2.pdf",
        "Préparer les contrats de ville",
        [
            "Quatrième et cinquième journées - programme mis à jour",
            ("h", "Vendredi 24 novembre 2023"),
            "9h30 - 17h. Maison de l'éducation permanente, 1 place Georges Lyon, 59000 Lille",
            "La gouvernance, la participation, les moyens.",
            ("h", "Mardi 28 novembre 2023"),
            "9h - 12h30. Même lieu.",
            "Relecture croisée des projets.",
        ],
        "",
    ),
    (
        "calendrier_transitions.pdf",
        "Transitions et quartiers populaires",
        [
            "Cycle 2024-2025",
            (
                "table",
                [
                    ["Date", "Heure", "Ville", "Lieu", "Sujet"],
                    ["03/10/2024", "9h30-12h30", "Amiens", "Espace Dewailly", "Le chauffage"],
                    ["17/10/2024", "9h30-12h30", "Amiens", "Espace Dewailly", "L'assiette"],
                    ["14/11/2024", "14h-17h", "Creil", "La Faïencerie", "Les déplacements"],
                    ["16/01/2025", "14h-17h", "Creil", "La Faïencerie", "La canicule"],
                ],
            ),
        ],
        "",
    ),
    (
        "synthese_egalite_sante.pdf",
        "Vers plus d'égalité en santé - synthèse",
        [
            "Journée de qualification du 13 mai 2025, IREV, Lille",
            ("h", "Atelier 1 - La médiation"),
            "Douze médiatrices décrivent leur métier. Le financement annuel reste leur premier souci.",
            ("h", "Atelier 2 - L'interprétariat"),
            "Une convention signée en 2023 avec l'hôpital de Roubaix sert d'exemple.",
            ("h", "Atelier 3 - Les jeunes"),
            "Ils demandent des horaires du soir et des lieux sans vitrine.",
            "Recommandations de la Défenseure des droits (mai 2025) en annexe.",
        ],
        "",
    ),
]

LETTER: tuple[str, list[str], list[str]] = (
    "La lettre du réseau n°12",
    [
        "Le Nouveau Mons à pied",
        "",
        "Le réseau renouvellement urbain se",
        "retrouve le jeudi 12 octobre 2017 à",
        "Mons-en-Baroeul. Accueil à 8h45 au Fort",
        "de Mons, visite du quartier le matin,",
        "ateliers l'après-midi, fin à 17h.",
        "",
        "Il reste quinze places.",
    ],
    [
        "Vu ailleurs",
        "",
        "La loi du 27 janvier 2017 renforce le",
        "rôle des conseils citoyens. Une note",
        "de deux pages en fait le tour.",
        "",
        "Bonnes lectures",
        "",
        "Le cahier du cycle 2015-2016 sur",
        "l'économie urbaine vient de paraître.",
    ],
)

SCAN = [
    "VERS PLUS D'EGALITE EN SANTE",
    "Synthese des echanges",
    "Lundi 23 novembre 2020",
    "Lundi 7 decembre 2020",
    "En visio-conference",
]

DAMAGED = ("Sport pour toutes", ["Jeudi 16 décembre 2021, de 14h à 16h30, en ligne.", "Affiche à imprimer."])

ENCRYPTED = ("Guide à l'usage des élus", ["Évaluer son contrat de ville", "Document réservé aux membres."])

ERROR_PAGE = (
    '<!DOCTYPE html>\n<html lang="fr"><head><title>Erreur | IREV</title></head><body><h1>Erreur inattendue</h1>'
    "<p>Le site a rencontré une erreur inattendue. Merci d'essayer de nouveau plus tard.</p></body></html>\n"
)

VRL_FORM = [
    "Fiche d'inscription",
    "Valeurs de la République et laïcité, Saint-Omer, 14-15 mars et 31 mars-1er avril 2022",
    "Nom : ____________ Structure : ____________",
    "À renvoyer avant le 28 février 2022",
]

FOURMIES = [
    "Tour des clauses sociales : Fourmies",
    "Mardi 4 octobre 2022, 14h - 19h",
    "Salle polyvalente Notre-Dame, 59610 Fourmies",
]


def split_fragment(html: str) -> list[str]:
    """The blocks of a body fragment as lines of text for a PDF: tags that part blocks part lines, others vanish."""
    parted = re.sub(r"</?(?:p|h2|h3|ul|ol|li|table|tbody|thead|tr|br)\b[^>]*>", "\n", html)
    plain = re.sub(r"<[^>]+>", " ", parted)
    return [line.strip() for line in plain.split("\n") if line.strip()]
