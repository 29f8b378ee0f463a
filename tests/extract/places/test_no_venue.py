"""What is no venue: where people come from, where things were made or signed, where to write, what is online."""

from __future__ import annotations

import pytest

from tests.extract.places.pages import Line, read_among_others

NONE: list[tuple[Line, ...]] = [
    ("Les places sont limitées : inscription en ligne avant le 4 mai.",),
    ("Le film, tourné à Roubaix en 2016, sera débattu.",),
    ("Podcast enregistré à Lille le 4 mai 2021",),
    ("Convention signée à Arras le 4 mai 2016.",),
    ("Fait à Lille, le 4 mai 2016.",),
    ("Lettre écrite à Douai le 4 mai 2016.",),
    ("Des délégations venues de Lens, Douai et Calais étaient présentes le 4 mai.",),
    ("Bulletin à renvoyer à l'Agence, 3 rue des Lilas, 59000 Lille, avant le 4 mai.",),
    ("Inscription auprès de Mme Durand, 3 rue X, Lille, avant le 4 mai.",),
    ("Contact : Jean Dupont, 3 rue des Arts, 59000 Lille",),
    ("Directrice de la publication : A. B., 3 rue des Arts, 59000 Lille",),
    ("Intervenants : Paul Durand, directeur du centre social de Douai, et Anne Petit, maire de Lens, le 4 mai.",),
    ("Avec Paul Durand (ville de Lens), Anne Petit (CAF, Arras)",),
    ("Une délégation d'Amiens est attendue le 4 mai.",),
    ("Les partenaires de Calais et de Boulogne présenteront leur projet le 4 mai.",),
    ("Photo prise à Lens, 4 mai 2018",),
    ("Membres du réseau : Lille, Roubaix, Tourcoing.",),
    ("Rédigé à Amiens, le 3 avril 2017",),
    ("L'exposition, créée à Roubaix en mars 2015, circule.",),
    ("Le préfet a visité le quartier du Mont-Liébaut à Béthune.",),
    ("Lille, le 3 avril 2017",),
    ("Le maire d'Arras, présent le 4 mai, a salué la démarche.",),
    ("Les habitants de Lens et d'Avion ont voté le 4 mai.",),
    ("L'association, implantée à Creil depuis le 4 mai 2010, accompagne 200 jeunes.",),
    ("Téléchargez le compte rendu de la visite.",),
    ("Le dossier est à adresser à la préfecture du Nord, 12 rue Jean-Sans-Peur, 59000 Lille, avant le 4 mai.",),
    ("Coupon à renvoyer à l'accueil de la mairie, 1 place de la Gare, 59000 Lille",),
    ("Un stagiaire de Beauvais témoigne : « Le 4 mai, tout a changé. »",),
    ("Comme à Grenoble en 2015, des marches exploratoires ont été menées.",),
    ("Un projet mené à Lens et présenté le 4 mai devant le comité.",),
    ("Intervenants : Karim B. (CAF du Nord), Lise D. (Ville de Douai), le 4 mai",),
    ("Vidéo tournée à Calais, mars 2016",),
    ("Étude réalisée à Compiègne en 2014",),
    ("La ville de Roubaix a adopté son plan le 4 mai 2016.",),
    ("Le bailleur Pas-de-Calais Habitat, basé à Arras, a signé le 4 mai.",),
    ("Inscription en ligne obligatoire. Nombre de places limité.",),
    ("Le formulaire est à remplir en ligne avant le 4 mai.",),
    ("Les actes de la journée du 4 mai sont en ligne.",),
    ("Guide à télécharger en ligne",),
    ("Un outil de visioconférence est mis à disposition.",),
    (("field", "à préciser", "Lieu"),),
    ("Après une matinée en plénière, les participants rejoindront les ateliers répartis dans le quartier.",),
    ("Contact : MJC de Croix, 03 20 00 00 00",),
    ("avec la participation du centre social de Douai le 12 juin",),
    ("Un déjeuner sera servi à la cafétéria.",),
    ("Accès : métro Gare Lille Flandres",),
    ("Le conseil municipal de Lens a voté le 12 juin 2018 une subvention.",),
    ("Le tribunal administratif de Lille a jugé le 12 juin 2018 que…",),
    ("La charte signée à Lille le 4 mai 2015 engage la métropole.",),
    ("Né à Lens en 1970, il vit à Roubaix.",),
    ("L'étude de l'Insee porte sur Lille, Lens et Douai (données 2014).",),
    ("Lille : 230 000 habitants ; Roubaix : 96 000 habitants.",),
    ("Amiens, 2 500 logements ; Beauvais, 800 logements.",),
    ("Contrat de ville de Maubeuge 2015-2020",),
    ("(Lille, 1987)",),
    ("Directeur : Paul Durand (Lille)",),
    ("Deux bailleurs viendront : l'un intervient à Creil, l'autre à Saint-Quentin.",),
    ("À 11h30, intervention de Jean Petit, sociologue à l'université (Amiens)", "14h00 Ateliers"),
    (("heading", "Inscription"), "En ligne avant le 24 mai 2019"),
]


@pytest.mark.parametrize("lines", NONE)
def test_nobody_meets_there(lines: tuple[Line, ...]) -> None:
    assert read_among_others(*lines) == []
