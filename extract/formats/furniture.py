"""Lines that belong to the site and not to the page: known by their words, whatever the theme calls them."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.plain_keys import plain_key

_EXACT = frozenset(
    """
    vous etes ici|vous etes ici accueil|accueil|home|fil d'ariane|precedent|suivant|precedente|suivante|page precedente
    page suivante|retour|retour a la liste|retour a l'accueil|retour aux actualites|haut de page|retour en haut
    retour en haut de page|en haut|favoris|favoris +|+ favoris|ajouter aux favoris|ajouter a mes favoris|mes favoris
    partager|partager cette page|partager sur|partager sur facebook|partager sur twitter|partager sur linkedin
    partager sur les reseaux sociaux|partagez|partagez cet article|facebook|twitter|linkedin|instagram|youtube|x
    viadeo|google+|tweet|tweeter|whatsapp|imprimer|imprimer cette page|imprimer la page|version imprimable|pdf
    version pdf|imprimer pdf|format pdf|envoyer|envoyer par mail|envoyer par email|envoyer par e-mail|envoyer a un ami
    envoyer cette page par courriel|agrandir|reduire|agrandir le texte|reduire le texte|taille du texte|a+|a-|a+a-|a+ a-
    aller au contenu|aller au contenu principal|aller au menu|aller a la recherche|passer au contenu
    passer au contenu principal|skip to main content|acces direct au contenu|menu|menu principal|main menu
    navigation|navigation principale|fermer|fermer le menu|ouvrir le menu|rechercher|recherche|recherche avancee
    formulaire de recherche|ok|go|chercher|connexion|se connecter|deconnexion|se deconnecter|mon compte|s'identifier
    identifiez-vous|creer un compte|mot de passe oublie|espace membre|espace membres|espace adherent|mentions legales
    plan du site|plan de site|credits|accessibilite|accessibilite non conforme|donnees personnelles|nous contacter
    contactez-nous|politique de confidentialite|protection des donnees|gestion des cookies|gerer les cookies|cookies
    tout accepter|tout refuser|accepter|refuser|j'accepte|je refuse|personnaliser|parametrer|continuer sans accepter
    conditions generales d'utilisation|flux rss|rss|s'abonner au flux rss|s'abonner|abonnez-vous|suivez-nous
    suivez nous|nous suivre|retrouvez-nous|newsletter|lettre d'information|inscription a la newsletter
    s'inscrire a la newsletter|s'abonner a la newsletter|abonnez-vous a la newsletter|lire la suite|lire plus|voir plus
    en lire plus|voir tout|tout voir|voir toutes les actualites|toutes les actualites|toute l'actualite|voir la fiche
    premier|dernier|premiere page|derniere page|pages|voir|modifier|edition|revisions|apercu|nouvelle recherche
    commenter|commentaires|ajouter un commentaire|laisser un commentaire|aucun commentaire|poster un commentaire
    vues|j'aime|signaler|haut|fr|en|francais|english
    """.replace("\n", "|").split("|")
)
_KEYS = frozenset(" ".join(phrase.split()) for phrase in _EXACT if phrase.strip())
_BUTTON = r"imprimer|partager|envoyer|pdf|favoris ?\+?|facebook|twitter|linkedin|e-?mail|tweet(?:er)?|whatsapp"
_PATTERNS = re.compile(
    r"(?:vous etes ici\b.{0,200}"
    r"|accueil ?(?:>|»|›|/|→|::|\|) ?.{0,250}"
    r"|a ?\+ ?a ?- ?(?:imprimer|pdf|envoyer|partager| |\|)*"
    rf"|(?:{_BUTTON}|[ |/,+-]){{2,}}"
    r"|[+-] ?d'infos?"
    r"|(?:lire|voir|afficher|en savoir) (?:la suite|plus|tout)(?: (?:de|sur|a propos) .{0,120})? ?(?:\.{3}|…|>|»|→)?"
    r"|(?:©|\(c\)|copyright) ?.{0,120}|tous droits reserves.{0,60}"
    r"|publie sur .{0,60}\((?:https?:)?//.{0,80}\)"
    r"|\d{1,3} ?sur ?\d{1,3}|page \d{1,3}(?: ?(?:/|sur|de) ?\d{1,3})?"
    r"|[«‹<>»›|/ ·•*–—_=-]+|[«‹<] ?(?:premier|precedent|debut)e?s?|(?:suivant|dernier|fin)e?s? ?[»›>])"
)
_IN_FIGURES = re.compile(r"\d{1,3} ?/ ?\d{1,3}")
_COOKIES = re.compile(
    r"\bcookies?\b.{0,200}\b(?:accept|refus|navigation|utilis|parametr|traceurs|experience|consent|visite)"
    r"|\b(?:accept|refus|utilis|poursuiv|continu|parametr|consent)\w*\b.{0,160}\bcookies?\b"
)
_LONGEST = 260
_LONGEST_RELATED = 70
_FOOTER = re.compile(
    r"mentions legales|plan du site|tous droits reserves|©|politique de confidentialite|donnees personnelles"
)
_PAGES = r"(?:articles?|actualites?|contenus?|pages?|sujets?|publications?|billets?|posts?|infos?|evenements?)"
_KINSHIP = (
    r"(?:lie|liee|similaire|connexe|associee|associe|relatif|recent|recente|populaire|recommande|recommandee)s?|en lien"
)
_NEWS = r"(?:actualites?|infos|nouvelles|news|publications|articles|actus?)"
_RELATED_PHRASES = (
    r"(?:a|pour) (?:lire|voir|decouvrir|consulter)(?: aussi| egalement| ailleurs)?",
    r"(?:lire|voir|lisez|decouvrez|decouvrir) (?:aussi|egalement)",
    rf"{_PAGES} (?:{_KINSHIP})",
    rf"(?:les |nos |toutes les |autres |d'autres |vos )?(?:dernieres?|autres|recentes|prochaines) {_NEWS}",
    r"derniers articles|autres (?:articles|evenements|pages|contenus|rendez-vous)|articles|(?:les )?actualites|actus?",
    r"toute l'actualite|fil d'actu(?:alite)?s?|(?:sur|dans) le meme (?:theme|sujet)|meme theme|sur ce theme",
    r"(?:dans|de) la meme (?:rubrique|categorie|thematique|section)|vous aimerez(?: peut-etre)?(?: aussi)?",
    r"(?:ces|d'autres) (?:articles|pages|contenus|actualites) (?:pourraient|peuvent|susceptibles).{0,40}",
    r"a la une|(?:l')?agenda|zoom sur|en bref|en ce moment|focus|les plus lus|les plus consultes",
    r"prochains (?:evenements|rendez-vous)|evenements? a venir|acces (?:direct|rapide)s?|liens utiles|liens rapides",
    r"raccourcis|nuage de mots.{0,12}|archives|categories",
)
# Headings that say that what follows is of other pages, whether it leads there or not.
_OTHERS = re.compile(
    rf"(?:a|pour) (?:lire|voir|decouvrir|consulter) (?:aussi|egalement|ailleurs)|{_PAGES} (?:{_KINSHIP})|"
    rf"(?:lire|voir|lisez|decouvrez|decouvrir) (?:aussi|egalement)|(?:les |nos |d')?autres {_NEWS}|"
    r"(?:sur|dans) le meme (?:theme|sujet)|(?:dans|de) la meme (?:rubrique|categorie|thematique|section)|"
    r"vous aimerez(?: peut-etre)?(?: aussi)?"
)
_COMMENTS = re.compile(
    r"(?:\d+|aucun|les|vos|derniers|ajouter un|laisse[rz] un|poster un|ecri(?:re|vez) un|votre)? ?"
    r"(?:commentaires?|reactions?)(?: (?:des (?:internautes|lecteurs|visiteurs)|recents?|sur .{0,80}))?"
    r"(?: ?\(\d+\))? ?:?|"
    r"(?:\d+ )?(?:reponses?|pensees?) (?:a|sur) [«\"'].{0,120}|(?:reagir|commenter)(?: (?:a )?cet? (?:article|page))?"
)
_RELATED = re.compile(rf"(?:{'|'.join(_RELATED_PHRASES)}) ?:?")


@lru_cache(maxsize=16384)
def is_furniture_text(text: str) -> bool:
    """Whether a whole line is furniture by its words alone: a button, a breadcrumb, a banner, a page number."""
    if len(text) > _LONGEST:
        return "cookie" in text and len(text) < 900 and _COOKIES.search(plain_key(text)) is not None
    key = plain_key(text)
    if not key or key in _KEYS:
        return True
    if _IN_FIGURES.fullmatch(key):
        return _is_page_number(key)
    return _PATTERNS.fullmatch(key) is not None or ("cookie" in key and _COOKIES.search(key) is not None)


def _is_page_number(key: str) -> bool:
    """Whether two figures with a slash are a page of so many (`3/12`), and no day with its month (`03/12`, `27/11`)."""
    page, pages = (figure.strip() for figure in key.split("/"))
    return not (page.startswith("0") or pages.startswith("0") or int(page) > int(pages))


def is_footer_text(text: str) -> bool:
    """Whether a line is one that only the foot of a site has."""
    return len(text) < _LONGEST and _FOOTER.search(plain_key(text)) is not None


def is_related_heading(text: str) -> bool:
    """Whether a heading announces teasers of other pages (`À lire aussi`, `Dernières actualités`)."""
    return len(text) < _LONGEST_RELATED and _RELATED.fullmatch(plain_key(text)) is not None


def is_heading_of_others(text: str) -> bool:
    """Whether a heading says that what follows is of other pages (`Autres actualités`, `Dans la même rubrique`)."""
    return len(text) < _LONGEST_RELATED and _OTHERS.fullmatch(plain_key(text).rstrip(" :")) is not None


def is_comments_heading(text: str) -> bool:
    """Whether a heading stands over what visitors wrote below a page (`2 commentaires`, `Réagir à cet article`)."""
    return len(text) < 2 * _LONGEST and _COMMENTS.fullmatch(plain_key(text)) is not None
