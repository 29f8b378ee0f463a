"""Cues: the words that say what a date is, each kind in a list of its own, and which of them governs a date.

A cue is looked for in the words before a date, in lower case. To teach the reader a new word, add it to its list.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from extract.dates.initials import compile_vocabulary

_LAW: Final = (
    r"lois?|d[ée]crets?|circulaires?|arr(?<!s['’]arr)[êe]t[ée]s?|ordonnances?|instructions?|directives?|r[èe]glements?|"
    r"rgpd|notes? de service|notes? techniques?|code (?:du|de|des)|avis|constitution|trait[ée]|"
    r"d[ée]claration universelle|"
    r"(?:modifi|abrog|compl[ée]t|remplac)\w+ par ce(?:lui|lle|ux|lles)"
)
_ACT: Final = (
    r"(?:appels? [àa] (?:projets?|candidatures?|manifestations?(?: d['’]int[ée]r[êe]ts?)?|contributions?)|votes?)"
    r"(?= ?:? du ?$)|comit[ée]s? interminist[ée]riel\w*|conseil des ministres|"
    r"conseils? (?:municipal|communautaire|d[ée]partemental|r[ée]gional|m[ée]tropolitain|d['’]administration)|"
    r"civ|ciec|cir|discours|"
    r"d[ée]lib[ée]rations?|attentats?|assassinat|[ée]meutes|violences|drame|confinements?|[ée]lections?|"
    r"recensement|zonage|"
    r"textes?(?: \w+)?(?= du ?$)|sch[ée]mas?(?= du ?$)|r[ée]f[ée]rentiels?|statuts?(?= du ?$)|"
    r"bar[èe]mes?|accords?(?:[- ]cadres?)?(?= du ?$)|cahiers? des charges|"
    r"rapport|enqu[êe]te|[ée]tude(?<!d['’][ée]tude)|"
    r"(?:approbation|adoption|validation|lecture) (?:du|des|de la) (?:comptes?[- ]rendus?|pv|proc[èe]s[- ]verb\w+|"
    r"relev[ée]s?)[^.;:\n]{0,60}|"
    r"signatures?|convention sign\w+|accords?[- ]cadres?|protocole|publication|num[ée]ro|lettre|"
    r"annonces? d(?:es?|u)|notifications?|parution|versements?|"
    r"(?:r(?<!des r)[ée]sultats?|r[ée]ponses?)(?= (?:(?:aux?|de|du|des) [^.;:,\d]{2,30} )?(?:le ?)?$)|"
    r"r[ée]ouvertures?(?: d[^.;:,\d]{1,30})?|reprise d(?:es|e la|e l['’]|u)|rentr[ée]e (?:scolaire|des classes)|"
    r"rentr(?<!de rentr)[ée]e(?= du ?$)|"
    r"mise en (?:service|ligne)|livraison|"
    r"lancement (?:des? |du )(?:la |l['’])?(?:appels?|aap|ami|campagne|travaux|plateforme|consultation)"
)
_PAPER: Final = (
    r"plans?|chartes?|conventions?|contrats?|accords?|pactes?|strat[ée]gies?|feuilles? de route|avenants?|"
    r"dispositifs?|agr[ée]ments?|certifi(?:cations?|cats?)|qualiopi|labels?"
)
_NAMED_DAY: Final = r"(?:journ[ée]e|semaine|mois|quinzaine)s? (?:inter)?(?:nationale?|mondiale?|europ[ée]enne)s?"
EVENT_WORDS: Final = (
    r"journ[ée]es?(?: d['’][ée]tudes?)?|demi-journ[ée]es?|rencontres?|s[ée]minaires?|webinaires?|"
    r"web-?conf[ée]rences?|formations?|"
    r"cycles?|sessions?|ateliers?|"
    r"conf[ée]rences?|colloques?|r[ée]unions?|visites?|s[ée]ances?|rendez-vous|rdv|matin[ée]es?|forums?|assises|"
    r"assembl[ée]es?|pl[ée]ni[èe]res?|petits?[- ]d[ée]jeuners?|modules?|visio\w*|visios?-conf[ée]rences?|"
    r"regroupements?|soir[ée]es?|"
    r"d[ée]bats?|ag|barcamp|hackathon|salon|festival|f[êe]te|voyages?(?: d['’][ée]tudes?)?|d[ée]ambulation|"
    r"balades?|promenades?|marches? exploratoires?|projections?|spectacles?|concerts?|stages?|permanences?|"
    r"casse-cro[ûu]te|table[- ]ronde|restitutions?|"
    r"comit[ée] (?:de pilotage|technique)|copil|cotech|h[ée]bergement|accueil"
)
_STAMP: Final = (
    r"r[ée]dig[ée]e?s?|envoy[ée]e?s?|publi[ée]e?s?|mise?s? en ligne|mise?s? [àa] jour|post[ée]e?|paru(?:e|es|s)?|"
    r"version|actualis[ée]e?|envoi(?= du ?$)|"
    r"(?:page|fiche|article|annonce|[ée]v[ée]nement|[ée]v[èe]nement) (?:cr[ée]{2}|ajout[ée])e?|"
    r"date de publication|parution|article|communiqu[ée](?: de presse)?|billet|br[èe]ve"
)
_PAGE: Final = (
    r" (?:du |d[e'’] ?(?:la |cette |ce |l['’] ?|cet )?)"
    r"(?:page|fiche|document|site|article|contenu|liste|annuaire|annonce|notice|texte|tableau)"
)
_OF_PAGE: Final = rf"(?:{_PAGE}|(?= ?:| ?le $))"
_CHANGED: Final = (
    r"(?:derni[èe]re )?modifi(?:[ée]e?|cation)(?! par ce(?:lui|lle|ux))|"
    r"(?:date de )?derni[èe]re mise [àa] jour(?: (?:de|du) [^.:;\d]{2,30}(?= :))?|"
    r"date de mise [àa] jour|"
    r"(?:date de )?(?:derni[èe]re (?:(?:r[ée])?actualisation|r[ée]vision|v[ée]rification|relecture)|dernier ajout)"
    rf"{_OF_PAGE}|"
    rf"(?:actualisation|r[ée]vision|v[ée]rification){_PAGE}(?= ?:| ?le $)"
)
_PAPERS_SENT: Final = (
    r"(?:dossiers?|candidatures?|bulletins?|r[ée]ponses?|offres?|projets?|contributions?|"
    r"inscriptions?|formulaires?|plis)"
)
_OF_MEETINGS: Final = (
    r"(?: de fin d['’]ann[ée]e| (?:r[ée]gion|nation|d[ée]partement|territori|officiel|festi|convivi|collecti|commun|"
    r"solennel|music|artisti|citoyen|gourmand|sporti|dansant)\w+| en (?!ligne|mairie|pr[ée]f|direct)\w+|"
    r" (?:autour|avec|par (?:un|l[ea]|des)) | (?:du|de la|de l['’]|de ce|de cette|des) ?"
    r"(?:cycle|festival|journ\w+|semaine|quinzaine|saison|formations?|parcours|"
    r"s[ée]minaire|rencontres?|projet|ann[ée]e|tourn[ée]e|mois|expositions?|assises|ateliers?|travaux)|"
    rf" et (?:(?:des?|les?|la|une?) |[dl]['’] ?)?(?!{_PAPERS_SENT}|limite|d[ée]p|fin |envoi|analyse|s[ée]lection|"
    r"instruction|examen|tirage|r[ée]sultats|publication|annonce|jury)[^\W\d_]{3,})"
)
"""What follows the noun of an end that people celebrate: `clôture régionale`, `clôture et repas partagé`."""
LAID: Final = (
    r"(?:(?:la|une?|cette|leurs?|nos)\s|l['’]|d['’]une\s)?"
    r"(?:gerbes?|fleurs|bouquets?|couronnes?|roses?|bougies|lumignons)(?![^\W_])"
)
"""What people lay down when they remember somebody: `Dépôt de gerbe` is a meeting."""
_DEADLINE: Final = (
    r"a(?<!d'a)(?<!d’a)vant(?!-)|"
    r"d['’ ]ici|au plus tard|dates? limites?|dernier d[ée]lai|dernier jour(?= ?:)|"
    r"dead ?-?line|limite d['’e]\w*|date de cl[ôo]ture|"
    r"(?:remise|retour|envoi|r[ée]ception|transmission|fermeture) (?:d(?:es?|u)|de (?:la|votre|vos|l['’])) ?"
    rf"{_PAPERS_SENT}|"
    rf"cl[ôo]ture(?!{_OF_MEETINGS}) des? \w+|cl(?<!de cl)[ôo]tur(?!era|eront|ent)\w+(?!{_OF_MEETINGS})|"
    r"se cl[ôo]t\w*|"
    r"clos(?<!comptes clos)(?<!exercice clos)(?:es?)?(?=,? ?(?:le |"
    r"depuis le )?$)|se cl[ôo]tur\w+|"
    r"inscr(?<!sur inscr)(?<!sans inscr)(?<!avec inscr)(?<!hors inscr)(?<!après inscr)"
    r"iptions?(?: des [\w'’-]+)?(?: (?:ouvertes?|possibles?|prises?))?(?= du ?$)|"
    r"r[ée]ponses? (?:souhait|attend|demand|avant|pour|au plus|obligatoire)\w*.{0,40}|"
    rf"d[ée]p[ôo]ts? (?:des?|du) (?!{LAID})\w+|date butoir|"
    r"(?:inscri\w+|candidat\w+|d[ée]p[ôo]t\w*|d[ée]poser|d[ée]pos[ée]\w*|r[ée]pon\w+|s['’]inscrire|dossiers?|"
    r"contributions?|propositions?)"
    r"[^.]{0,60}(?<![^\W_])(?:cl(?:os|[ôo]t)\w*|"
    r"ferm(?:er\w*|é\w*|ent|etures?|e(?= (?:le|ce|d[ée]finitiv\w+)(?![^\W_])| ?$))|avant)"
)
_OTHER: Final = (
    r"appels? [àa]u?x? (?:projets?|candidatures?|manifestations?|initiatives?)[^.;\d]{0,40}[(:] ?"
    r"(?:lancement|ouverture|d[ée]but)(?= (?:le )?$)|"
    r"(?:campagnes?|guichets?|plateformes?|appels?|d[ée]p[ôo]ts?|inscriptions?|candidatures?|consultations?|"
    r"enqu[êe]tes?)"
    r"[^.;:\d]{0,60} (?:ouvr\w+|ouverte?s?|d[ée]marr\w+|d[ée]but\w+|commenc\w+)|"
    r"ouvertures? (?:des?|du|de la|de l['’]) ?(?:plateforme|saisie|guichet|portail|t[ée]l[ée]service|"
    r"inscriptions?|r[ée]servations?|billetterie|candidatures?|"
    r"d[ée]p[ôo]ts?)|"
    r"(?:inscr(?<!sur inscr)i\w+|r[ée]serv(?<!sur r.serv)(?!é)\w+|billet\w+|candidat\w+|places|ventes?|en vente)"
    r"[^.;:\d]{0,60} (?:d[èe]s(?= (?:le |ce )?$)|[àa] (?:compter|partir) d(?:u|e ce)(?= ?$))|"
    rf"(?:(?:s|m|vous |nous )['’]? ?inscri(?:t|re|vent|vons)|"
    r"inscriptions? (?:se (?:pren|f[eo])\w+|(?:sont|seront) (?:prises|re[çc]ues|enregistr[ée]es|possibles|[àa] faire)|"
    r"(?:ont|auront) lieu|se (?:d[ée]roul|tien)\w+))"
    rf"(?:(?!(?:{EVENT_WORDS})(?![^\W_])|pour |avant |jusqu|d['’]ici |au plus )[^.;:,\d]){{0,40}}(?= (?:le )?$)|"
    r"inscr(?<=[^\W\d_] inscr)(?<!sur inscr)(?<!sans inscr)(?<!avec inscr)(?<!après inscr)iptions?(?= (?:le )?$)|"
    r"depuis\s(?:son|sa|ses|leurs?|la|le|les|l['’]|notre|nos|cette|ce)\s?[^.,;:\d]{3,60}"
    r"(?<! du)(?<! des)(?<! de)(?= (?:le )?$)|"
    r"depuis|[àa] l['’](?:approche|occasion) du|(?:au lendemain|[àa] la veille) du|[àa] (?:compter|partir) du|"
    r"en vigueur(?: au)?|valables?(?= du ?$)|valables?.{0,20}jusqu\w*.{0,3}|n[ée]e?|"
    r"prorog[ée]\w*.{0,30}|"
    r"prolong(?<!se prolong)[ée]e?s?(?![^\W_]).{0,30}|"
    r"dat(?<=[^\W\d_] dat)(?<!la dat)(?<!une dat)(?<!cette dat)(?<!de dat)(?<!en dat)(?<!, dat)e(?:nt)?(?= du ?$)|"
    r"remont(?:e|ent)(?= au ?$)|"
    r"[ée]ch[ée]ance.{0,20}|(?:prend|prennent|prendra|prendront) fin|jusqu['’](?:au|en|"
    r"[àa])|jusque|horizon|"
    r"au(?= ?$)"
)
_AWAY: Final = (
    rf"pas d(?:e |['’] ?)(?:{EVENT_WORDS}|cours|animations?|distributions?)"
    r"(?= (?:le |les |ce |du )?(?:[^\W\d_]+di )?$)|"
    r"ferm(?:é|ée|és|ées)|fermetures?|maintenance|indisponibles?|inaccessibles?|hors service|"
    r"cong[ée]s?|v(?<!avant les v)acances|absente?s?|prises? de (?:poste|fonctions?)|"
    r"prend(?:ra|ront)? (?:ses|leurs|son|sa|leur) (?:postes?|fonctions?|service|retraite)|[àa] pourvoir|"
    r"entr[ée]e en fonctions?|embauche|"
    r"(?:sera|seront|est|sont) (?:\w+ )?(?:transmis|envoy[ée]|communiqu[ée]|exp[ée]di[ée])e?s?(?: par [\w-]+)?"
    r"(?=,? (?:le )?$)|"
    r"(?:dans le cadre|[àa] l['’]occasion|[àa] la faveur|au cours|au sein) d[^.;:()]{3,80}\((?:(?:du|les?)\s?)?$|"
    r"(?:dans le cadre|[àa] l['’]occasion|[àa] la faveur) d[^.;:(),]{0,25}"
    r"(?:semaines?|mois|quinzaine|journ[ée]es|festival|saison|printemps)\s[^.;:(),]{0,60},\s(?:du|les)\s?$|"
    r"jurys? (?:se )?(?:r[ée]unir?a?|si[èe]ger?a?|d[ée]lib[ée]rer?a?|statuer?a?)(?:nt)?|"
    r"(?:jurys?(?: de s[ée]lection)?|comit[ée]s? de s[ée]lection|auditions? des candidat[^\W\d_]*)"
    r"(?= ?:? ?(?:le |les )?$)|"
    r"invendus(?= ?: )|retraits? (?:des?|du) [^\W\d_]+|"
    r"restitution des (?:dossards|dossiers|lots|objets|mat[ée]riels|badges)|"
    r"pr[ée][- ]?ventes?|(?:ventes?|retraits?|distributions?|locations?|r[ée]servations?) d(?:es|e) "
    r"(?:cartons|billets|places|tickets|cartes|bons|colis)|"
    r"(?:d[ée])?montage(?: des? [^\W\d_]+)?(?= ?: )|"
    r"montage(?<!atelier montage)(?<!stage montage)(?<!de montage)(?=,? (?:le |d[èe]s le )?$)|"
    r"installation des (?:stands|exposants)|"
    r"travaux (?:\w+ )?(?:d[ée]but|commenc|d[ée]marr|repren|s['’]ach[èe]v|se termin|dur)\w+|"
    r"entretiens? (?:de (?:recrutement|s[ée]lection)|d['’]embauche|se d[ée]rouler\w+|auront lieu|se tiendr\w+|"
    r"(?:sont )?pr[ée]vus)"
)
"""Days on which an office is closed, somebody begins to work or something is sent out: nobody meets."""

HELD: Final = (
    r"organis|tenu|fix|propos|report|repouss|anim|maintenu|consacr|d[ée]cal|avanc|r[ée]uni|accueill|rassembl|inaugur|f[êe]t|"
    r"c[ée]l[ée]br|annul|invit"
)
"""What is done with a meeting, by the stems of its verbs: a day of that is none of something else."""
ACT_OR_LAW: Final = compile_vocabulary({"act": _ACT, "law": _LAW}).pattern
NAMED_DAY: Final = re.compile(_NAMED_DAY)
_CUES: Final = compile_vocabulary(
    {
        "named": _NAMED_DAY,
        "changed": _CHANGED,
        "deadline": _DEADLINE,
        "stamp": _STAMP,
        "act": _ACT,
        "law": _LAW,
        "paper": _PAPER,
        "event": rf"{EVENT_WORDS}|chose faite(?: depuis)?",
        "away": _AWAY,
        "other": _OTHER,
    }
)
_EVENT_AT_END: Final = re.compile(rf"(?<![^\W_])(?:{EVENT_WORDS})\s+$")
_OF: Final = re.compile(r"(?:\b(?:du|des|de|en date du|dat[ée]e? du|dat[ée]s du|sign[ée]e? le)|,|\(|:|\ben)?\s*$")
_TIED: Final = re.compile(r"(?:\b(?:du|des|de|d['’]|en date du|dat[ée]e?s? (?:du|de)))\s*$")
_SHORT_NAME: Final = re.compile(r"(?:\s+(?:dite\s+)?«?\s*[A-ZÀ-Ü][\w'’-]*\s*»?){1,4}\s*\(\s*(?:du )?$")
_ENACTED: Final = re.compile(
    r"[^.;:]{0,140}(?<![^\W_])(?:promulgu|adopt|vot|publi|par)(?:[ée]|u)e?s?(?: au \w+(?: officiel)?)?"
    r"(?:\s+(?:le|en))?\s*$"
)
"""A law named earlier whose making is told right before the date (`la loi …, promulguée le`)."""


class Cue(NamedTuple):
    """A cue in the words before a date: its kind, its words in lower case, and their span."""

    kind: str
    words: str
    start: int
    end: int


def find_cue(before: str, lower: str) -> Cue | None:
    """The cue nearest to the date that the words `before` lead to; a law or a paper only where it still governs it.

    `lower` are the same words in lower case.
    """
    nearest, kind = None, ""
    for match in _CUES.pattern.finditer(lower):
        name = _CUES.names[(match.lastindex or 1) - 1]
        if name == "law" and not _law_reaches(before[match.end() :], lower[match.end() :]):
            continue
        if kind == "law" and (name == "stamp" or match.group().startswith("date")):  # a law that is published is one
            continue
        if name == "paper" and (kind == "law" or not _paper_reaches(lower[match.end() :])):
            continue
        nearest, kind = match, name
    return None if nearest is None else Cue(kind, nearest.group(), nearest.start(), nearest.end())


def is_event_word(lower: str) -> bool:
    """Whether words in lower case end with a word for an event and white space."""
    return _EVENT_AT_END.search(lower) is not None


def _law_reaches(between: str, lower: str) -> bool:
    """Whether a law named earlier still governs the date: by `du`, right before it, or `loi ALUR (24 mars 2014)`."""
    return (
        _SHORT_NAME.fullmatch(between) is not None
        or _TIED.search(lower) is not None
        or _OF.fullmatch(lower) is not None
        or _ENACTED.fullmatch(lower) is not None
    )


def _paper_reaches(between: str) -> bool:
    return len(between) <= 60 and ":" not in between and _TIED.search(between) is not None
