"""Days on which something becomes of a thing: a letter leaves, a link is sent, a list is put up, a site is handed over.

The verb that governs the day tells whether people meet: what appears, is sent, paid, decided or built is no meeting
(`Le kit remis aux participants paraîtra le`). A verb that may be said of anything is asked what it is said of: where
that is a paper, a link, money or works, nobody meets (`La convocation part le`, `Vous recevrez le programme le`).
Without a verb the first noun of the clause tells (`Parution des actes de la journée :`).
"""

from __future__ import annotations

import re
from typing import Final

from extract.dates.cues import EVENT_WORDS
from extract.dates.governors import MAY_GOVERN, Governor, find_clause, find_governor, find_governor_behind, is_of_noun
from extract.dates.initials import compile_vocabulary
from extract.dates.verb_families import find_verb
from extract.dates.word_gates import give_bit
from extract.matching.leaping import compile_leaping

_WRITTEN: Final = (
    r"courriers?|courriels?|e-mails?|mails?|messages?|lettres?|convocations?|invitations?|attestations?|certificats?|"
    r"comptes?[ -]rendus?|relev[ée]s?|synth[èe]ses?|actes|ordres? du jour|notes?|livrets?|guides?|plaquettes?|"
    r"affiches?|tracts?|flyers?|brochures?|articles?|listes?|questionnaires?|formulaires?|dossiers?|documents?|pi[èe]ces|"
    r"annexes?|versions?|albums?|livres?|ouvrages?|recueils?|cahiers?|carnets?|kits?|revues?|journ(?:al|aux)|annuaires?|"
    r"rapports?|factures?|devis|billets?|badges?|notifications?|confirmations?|r[ée]ponses?|d[ée]cisions?"
)
_SHOWN: Final = (
    r"liens?|codes?|supports?|diaporamas?|enregistrements?|replays?|vid[ée]os?|captations?|podcasts?|reportages?|"
    r"documentaires?|[ée]missions?|photos?|pages?|sites?|plateformes?|applications?|programmes?(?! (?:d['’]|d[eu]s? ))"
)
_OTHERS: Final = (
    r"subventions?|cr[ée]dits|fonds|soldes?|acomptes?|r[ée]sultats?|laur[ée]ate?s|gagnante?s|tirages? au sort|"
    r"chantiers?|travaux(?! de (?:la|notre|cette) | se (?:poursui|d[ée]roul|tien)\w+ (?:[àa]|aux?|dans|chez) )|"
    r"ouvrages?|logements?|bureau(?:x|(?= (?:sera|est) ))|"
    r"secr[ée]tariat|standard|guichet|locaux|mandats?|baux|bail"
)
_NAMES: Final = "|".join((_WRITTEN, _SHOWN, _OTHERS))
_THINGS: Final = compile_vocabulary({"thing": _NAMES}).pattern
_OVER: Final = compile_leaping(
    r"(?<![^\W_])(?:termin\w+|fin|s['’]ach[èe]v\w+|ferm\w+|cl[ôo]tur\w+|expir\w+|s['’]arr[êe]t\w+)(?![^\W_])"
)
_OPENS_TO_ALL: Final = re.compile(
    r"(?<![^\W_])(?:(?:r[ée]?)?ouv(?:re|rira|ert|erte)(?: ses portes)? (?:[àa] nouveau )?au(?: grand)? public|"
    r"accueill(?:e|era) (?:[àa] nouveau )?(?:le|son) public)"
    r"[^.;:!?\d]{0,20}?\s(?:d[èe]s|[àa] (?:partir|compter) d[eu]|depuis|le)\s?(?:le\s|ce\s)?(?:[^\W\d_]+di\s)?$"
)
"""From when on a house is open: `La maison sera ouverte au public dès le lundi`."""
_LEADS_TO_DAY: Final = re.compile(r"\s(?:fin\s)?(?:d[ée]finitivement\s)?(?:(?:le|ce)\s)?(?:[^\W\d_]+di\s)?$")
_LEADS_IN: Final = re.compile(
    r"(?:^|[^\w\s'’][\s«\"“]*|(?<![^\W_])(?:et|mais|puis|enfin|que|qu['’]|ensuite|dont)\s)"
    r"(?:(?:l[ea]s?|une?|des|d[eu]|nos|notre|vos|votre|ses|sa|son|leurs?|ces?|cette|chaque|toute?s?|tous|premi[èe]re?s?|"
    r"deux|trois|petite?s?|nouve\w+)\s|[ld]['’]){0,3}$"
)
"""What stands before what a sentence speaks of: nothing but a mark, an article, a number."""
_LETTER: Final = compile_leaping(
    r"(?<![^\W_])(?:courriers?|courriels?|e-mails?|mails?|messages?|lettres?|demandes?|photos?|notes?)"
    r"(?: [^\W\d_]+){0,2}?\s(?:en date |dat[ée]e?s? )?(?:du|des)\s?$|"
    r"(?<![^\W_])(?:actualit[ée]s?|communiqu[ée]s?|articles?|billets?|br[èe]ves?|posts?|num[ée]ros?|d[ée]p[êe]ches?|"
    r"versions?)\s(?:en date |dat[ée]e?s? )?du\s?(?:[^\W\d_]+di\s)?$"
)
"""`Suite à votre courrier du`, `par lettre en date du`, `Actualité du`."""
_AT_MEETING: Final = compile_leaping(
    r"(?<![^\W_])(?:lors|pendant|rendez-vous|au cours|[àa] l['’](?:occasion|issue)|en (?:marge|pr[ée]sence)|"
    rf"(?:en|[àa]|pour|devant)\s(?:l[ea]s?\s|l['’]|une?\s|cette\s|notre\s)?(?:{EVENT_WORDS}))(?![^\W_])"
)
"""What says that something becomes of a thing where people meet: it does on the day of the meeting."""
_UNTIL: Final = compile_leaping(r"(?<![^\W_])(?:pour|jusqu['’]?\w*|d['’]ici|avant)\s(?:le\s|au\s)?(?:[^\W\d_]+di\s)?$")
"""What binds a day as one until which something has to be done: the limits know of what."""
_ACTS: Final = (
    r"parutions?|publications?|diffusions?|envois?|exp[ée]ditions?|versements?|paiements?|livraisons?|impressions?|"
    r"signatures?|labellisations?|adoptions?|approbations?|homologations?|agr[ée]ments?|"
    r"arr[êe]t[ée]s? (?:pr[ée]fector|municip|minist[ée]ri)(?:al|aux|els?)|"
    r"notifications?|factur(?:es?|ations?)|promulgations?|d[ée]molitions?|renouvellements?|"
    r"pr[ée]l[èe]vements?|remboursements?|naissances?|d[ée]c[èe]s|affichages?|"
    r"(?:collectes?|ramassages?|enl[èe]vements?) (?:des |de |d['’]|du )(?:encombrants|d[ée]chets|ordures|bacs?|verre|"
    r"sapins|recyclables|emballages|monstres)|(?:em|d[ée])m[ée]nagements?|"
    r"expirations?|"
    r"(?<!prochain )(?<!prochains )(?<!prochaine )(?<!prochaines )"
    r"(?:jurys?|comit[ée]s?|commissions?|r[ée]union du jury) (?:de s[ée]lection|d['’]admission|d['’]attribution)|"
    r"attributions?|annonces?|recrutements?|embauches?|d[ée]pouillements?|proclamations?|num[ée]risations?|"
    r"mises? (?:en|[àa]) (?!(?:commun|pratique|situations?|r[ée]seau|perspectives?|mouvement|"
    r"r[ée]cit|d[ée]bat|bouche)(?!\w))\w+|entr[ée]es? en (?:vigueur|application|fonctions?|service)|"
    r"(?:r[ée]ponses?|r[ée]sultats?|verdict)(?= (?:(?:aux?|d[eu]s?|[àa])(?![^\W_])|d['’]))|"
    r"dates? (?:de |d['’]|du |de l['’]|de la )(?:r[ée]daction|cr[ée]ation|validation|[ée]dition|r[ée]vision|"
    r"modification|mise|version|document|courrier|article|envoi|publication|parution|signature|impression)|"
    r"(?:p[ée]riodes?|dates?|dur[ée]es?|calendrier)\s(?:pr[ée]visionnel\w*\s)?(?:de\s|d['’])"
    r"(?:r[ée]alisation|mise en [œo]e?uvre|"
    r"ex[ée]cution|validit[ée]|[ée]ligibilit[ée]|d[ée]p[ôo]t|instruction|programmation)s?|"
    r"prises? de (?:postes?|fonctions?)|d[ée]parts? (?:[àa] la|en) retraite|changements? d['’]adresse|donn[ée]es"
)
_ACTS_ON: Final = (
    r"(?:fins?|d[ée]buts?|d[ée]marrages?|r[ée]ceptions?|remises?|instructions?|examens?|retraits?|"
    r"transmissions?|relectures?|validations?|cl[ôo]tures?|r[ée]daction|lancement|reprise|ach[èe]vement|ouverture|"
    r"fermeture|pose|retour|arr[êe]ts?)"
    r"\s(?:(?:de|du|des)\s(?:l[ea]s?\s)?|(?:de\s)?l['’]|d['’])(?:premi[èe]re?s\s|nouve\w+\s)?"
)
"""What is done with things, where one is named behind it: `Remise du rapport`, `Fin des travaux`."""
_PAPERS: Final = (
    r"contrats?|conventions?|exercices?|chantiers?|campagnes?|march[ée]s?|budgets?|comptes?|paquets?|mat[ée]riels?|"
    r"m[ée]moires?|supports?|colis|stages?|missions?|cl[ée]s|lots?|donn[ée]es|baux|bail|loyers?|billetterie|notes"
)
_HEAD: Final = re.compile(
    r"\W*(?:(?:les?|la|une?|des|notre|nos|votre|vos)\s|l['’])?(?:prochaine?s?\s|premi[èe]re?s?\s|derni[èe]re?s?\s)?"
    rf"(?:(?:{_ACTS})|(?!compte|relev)(?:{_NAMES})(?=\s(?:d[eu]s?|sur(?! place)|[àa])\s|\sd['’])|"
    rf"{_ACTS_ON}(?:{_PAPERS}|{_NAMES}))(?![^\W_])"
)
"""A clause that opens with what is done with things."""
_PAPER_FIRST: Final = re.compile(
    rf"\W*(?:(?:l[ea]s?|une?|notre|nos)\s|l['’])?(?:{_WRITTEN}|{_SHOWN}|[ée]tudes?|avis|enqu[êe]tes?|chartes?|conventions?|"
    r"lois?|d[ée]crets?|circulaires?|arr[êe]t[ée]s?|fiches?|cartes?|m[ée]moires?|th[èe]ses?|essais?|entretiens?)(?![^\W_])"
)
_WRITTEN_BY: Final = re.compile(
    r"\W*(?:r[ée]dact(?:ion|eurs?|rices?)|secr[ée]taires?(?: de s[ée]ance)?|auteure?s?|"
    r"notes? prises? par|relev[ée] par)"
    r"(?:\s?:\s?|\s)[^.;!?\d]{2,60},?\s(?:le\s)?$|"
    r"\W*(?:programme|calendrier|agenda|catalogue|liste|planning|tableau|offre)\s(?:[^.;:!?,\d]{2,30}\s)?"
    r"(?:[ée]tabli|[ée]dit[ée]|arr[êe]t[ée]|r[ée]dig[ée]|actualis[ée]|mis à jour)e?s?\s(?:(?:au|le)\s?)?$|"
    r"\W*[ée]dit[ée]e?s?\s(?:le\s)?$"
)
"""Who wrote the paper, before its day, or when a programme was made: `Rédaction : Yann Tessier, le`, `Édité le`."""
_DATED_PAPER: Final = re.compile(
    rf"\W*(?:{_WRITTEN}|cr|fiches?|proc[èe]s[- ]verb(?:al|aux)|bulletins?|documents?)(?![^\W_])[^.;:!?\d]{{0,60}}?\s"
    r"(?<! a )(?<!est )(?<!sera )(?:[ée]tabli|[ée]crit|r[ée]dig[ée]|compos[ée]|[ée]dit[ée]|imprim[ée]|publi[ée]|"
    r"diffus[ée]|envoy[ée]|transmis|adress[ée]|exp[ée]di[ée])e?s?(?:\s(?:aux?|[àa]|par|pour)\s[^.;:!?\d]{2,40}?)?\s(?:le\s)?$"
)
"""What a line says of the paper itself: `Compte rendu diffusé le`, `Fiche établie par le réseau le`."""
_KEPT: Final = re.compile(
    r"\W*(?:(?:page|document|fichier|fiche|pdf|version|copie|article|capture|impression|extrait)\s)?"
    r"(?:imprim|consult|g[ée]n[ée]r|export|sauvegard|t[ée]l[ée]charg|captur|archiv|enregistr|extrai|lu)"
    r"(?:[ée]+s?|te?s?)?\s"
    r"(?:(?:depuis|sur|[àa] partir d[eu]|d[eu]|du site|via|par|automatiquement|en ligne)\s?[^;!?\d\n]{0,80}?[\s,])?"
    r"(?:le\s)?$"
)
"""When somebody kept or printed a page: `Imprimé depuis www.ville.example le`, `Page consultée le`."""
_RUNS: Final = re.compile(
    r"\W*(?:(?:l[ea]s?|ces?|cette|vos|toutes? l[ea]s?|nos|notre)\s|l['’])?"
    r"(?:(?:actions?|projets?|op[ée]rations?|initiatives?|activit[ée]s)\s[^.;:!?\d]{0,60}?"
    r"(?:devr\w+|doi(?:t|vent)|pourr\w+|peu(?:t|vent))(?![^\W_])|"
    r"(?:consultations?|enqu[êe]tes?|sondages?|recensements?|campagnes?|[ée]lections?|votes?|scrutins?|concours)\s"
    r"[^.;:!?\d]{0,60}?(?:se\s(?:d[ée]roul|tien)\w+|(?:a|aura|auront|ont)\s(?:eu\s)?lieu|dure\w*))(?![^\W_])[^.;:!?\d]{0,40}$"
)
"""What runs for a time and nobody meets for: `Les actions devront se dérouler entre`, `L'enquête se déroule du`."""
_IS_HELD: Final = ("meet",)
_REACH: Final = 160


_MAY_BE_LETTER, _MAY_BE_UNTIL, _MAY_RUN = give_bit(_LETTER), give_bit(_UNTIL), give_bit(_RUNS)
_MAY_NAME_ACT: Final = give_bit(_HEAD)
MAY_BE_OF_THING: Final = _MAY_BE_LETTER | _MAY_RUN | _MAY_NAME_ACT | MAY_GOVERN
"""What stands among words that tell what becomes of a thing."""
MAY_DATE_PAPER: Final = give_bit(_DATED_PAPER, _WRITTEN_BY)
MAY_BE_KEPT: Final = give_bit(_KEPT)
MAY_END_OTHER: Final = give_bit(_OPENS_TO_ALL) | MAY_GOVERN
LONGEST_LEAD: Final = _REACH
"""Characters of words that are looked through whole: of longer ones a part of a word may be another word."""


def is_of_thing(before: str, may: int) -> bool:
    """Whether the words before a day, in lower case and of its sentence, tell what becomes of a thing on it.

    `may` is what these words may say (`word_gates`).
    """
    lead = before[-_REACH:]
    may = may if lead == before else ~0  # the first of a part of them may be another word
    if may & _MAY_BE_LETTER and _LETTER.search(lead) is not None:
        return True
    if may & _MAY_BE_UNTIL and _UNTIL.search(lead) is not None:
        return False
    if may & _MAY_RUN and _RUNS.match(lead) is not None:
        return True
    governor = find_governor(lead) if may & MAY_GOVERN else None
    if governor is None:
        return bool(may & _MAY_NAME_ACT) and not is_of_noun(lead) and names_act(find_clause(lead)[1])
    if governor.word.startswith("interv") and names_act(find_clause(lead)[1]):
        return True  # `Le prélèvement interviendra le`
    if governor.family in _IS_HELD or _AT_MEETING.search(lead, governor.end) is not None:
        return False
    verb = find_verb(governor.word)  # `étaient en ligne le` is said of people
    comes = verb is not None and verb.family == "begin" and _IN_EFFECT.match(lead, governor.end) is not None
    due = governor.is_passive and _MUST_BE.search(lead, 0, governor.start) is not None
    return governor.family == "become" or comes or due or _is_said_of_thing(lead, governor)


def dates_the_paper(before: str) -> bool:
    """Whether the words before a day, in lower case, are a line that says when a paper was written or sent."""
    return _DATED_PAPER.match(before) is not None or _WRITTEN_BY.match(before) is not None


def was_kept(before: str) -> bool:
    """Whether the words before a day, in lower case, are a line that says when somebody kept or printed a page."""
    return _KEPT.match(before) is not None


def opens_with_paper(words: str) -> bool:
    """Whether words in lower case open with what is read or watched: `rapport de la commission`."""
    return _PAPER_FIRST.match(words) is not None


def names_act(words: str) -> bool:
    """Whether words in lower case open with what is done with a thing: `affichage de la liste des élus`."""
    return _HEAD.match(words) is not None


def ends_other(before: str) -> bool:
    """Whether the words before a day, in lower case, tell when something ends that is no meeting, even at an hour.

    `La collecte de jouets prend fin le`, `la consultation se termine le`. Or that a house opens for good.
    """
    lead = before[-_REACH:]
    if "ublic" in lead and _OPENS_TO_ALL.search(lead) and _ANYBODY.match(find_clause(lead)[1].lstrip()) is None:
        return True
    governor = is_no_meeting(lead)
    if governor is None or _OVER.search(lead, max(0, governor.start - 4), governor.end + 4) is None:
        return False
    return _LEADS_TO_DAY.match(lead, governor.end) is not None  # `la ferme des Templiers, le` is a house


def becomes_behind(after: str) -> bool:
    """Whether the sentence that a day opens, from the words behind it in lower case, tells what becomes of a thing."""
    if _AT_MEETING.search(after) is not None:
        return False
    governor = find_governor_behind(after)
    if governor is None:
        return names_act(after)
    return governor.family == "become"


_ANYBODY: Final = re.compile(
    r"(?:j['’]|je|tu|ils?|elles?|on|nous|vous|ce(?:la|lui|lles?|ux)?|c['’]|[çc]a|chacune?|tou(?:s|te|tes)|certaine?s|"
    r"beaucoup|plusieurs|qui|o[ùu])(?![^\W_])|"
    rf"(?:(?:les?|la|une?|des|notre|nos|votre|vos|cette|cet|ces?|chaque|toute?s?|tous|deux|trois)\s|l['’])*"
    rf"(?:(?:prochaine?|premi[èe]re?|deuxi[èe]me|seconde?|derni[èe]re?|m[êe]me|nouve\w+|grande?|petite?)s?\s)?"
    rf"(?:{EVENT_WORDS}|[ée]changes?|parcours|tourn[ée]es?|aventures?|expositions?|portes ouvertes|repas|projets?|"
    r"programmes?|d[ée]parts?|dates?|jours?|travaux|chantiers? (?:jeunes?|[ée]ducatifs?)|campus|"
    r"universit[ée]s?|caf[ée]s?|c[ée]r[ée]monies?)(?![^\W_])"
)
"""A subject that meets, or may stand for what does."""
_IN_EFFECT: Final = re.compile(
    r"\s(?:effet|fin|[àa] (?:(?:son|leur|sa) )?(?:terme|[ée]ch[ée]ance|expiration)|(?:[^.;:!?\d]{2,40}\s)?"
    r"(?:en (?:ligne|vente|salles?|librairie|kiosque|service|vigueur|application|fonctions?)|"
    r"(?:ses|leurs?|son|sa) (?:nouve\w+ )?(?:fonctions?|postes?|retraite)))(?![^\W_])"
)
"""What comes into effect or into an office, behind any verb: `met la conférence en ligne`, `a pris ses fonctions`."""
_PLACE: Final = re.compile(
    r"(?:[àa]|aux?|en|dans|chez|sur|sous|pour|par|avec|sans|d[èe]s|lors|pendant|apr[èe]s|avant|de|du|des)(?![^\W_])"
)
_RELATIVE: Final = re.compile(r"(?:qui|que|qu['’]|dont|o[ùu]|(?:au|du|les?|la)quel\w*)(?![^\W_])|qu['’]")
_OPENS_DOORS: Final = re.compile(r"\s(?:grand\s|en grand\s)?(?:ses|leurs|nos)\sportes(?!\sd)")
"""What people are asked in by, where it is still to come: `La maison du projet ouvre ses portes le`."""
_MUST_BE: Final = re.compile(
    r"(?<![^\W_])(?:doi(?:t|vent)|dev(?:r(?:a|ont|ait|aient)|ait|aient))\s"
    r"(?:(?:(?:nous|vous|leur|lui|y|lui-même|impérativement|absolument|encore|aussi|donc|ensuite|tous|toutes|alors)|"
    r"[^\W\d_]+ment)\s){0,3}[êe]tre(?![^\W_])[^.;:!?]{0,40}$"
)
"""What has to be done by a day with something, whatever that is: `Les textes devront être remis le`."""
_TO_SOMEBODY: Final = re.compile(r"(?<![^\W_])(?:leurs?|son|sa|ses|votre|vos|notre|nos)(?![^\W_])")


def is_no_meeting(lead: str) -> Governor | None:
    """The verb that leads to a day, in lower case, where it is none by which people meet; None where it may be."""
    governor = find_governor(lead)
    if governor is None or _AT_MEETING.search(lead, governor.end) is not None:
        return None
    start, _ = find_clause(lead)
    if not governor.is_done and _OPENS_DOORS.match(lead, governor.end) is not None:
        return None
    return governor if _says_other(governor, lead[start : governor.start], lead[governor.end :]) else None


def is_no_meeting_behind(after: str) -> bool:
    """The same of the first verb of the sentence that a day opens, from the words behind it."""
    governor = find_governor_behind(after)
    if governor is None or _AT_MEETING.search(after) is not None:
        return False
    subject, rest = after[: governor.start].strip(" ,"), after[governor.end :]
    if governor.family == "begin":
        return not subject and _says_other(governor, rest, "")  # `Le 18 octobre commencent les vacances`
    return governor.family != "" and _says_other(governor, subject, rest)


def _says_other(governor: Governor, subject: str, rest: str) -> bool:
    """Whether a verb, with what stands before it in its clause and behind it, is about no meeting."""
    if governor.family in ("become", "decide"):
        return True
    if governor.family == "get":
        given = not governor.word.startswith(("reç", "rec"))
        return given or _THINGS.search(rest) is not None or _TO_SOMEBODY.search(rest) is not None
    if governor.family == "":
        return governor.is_done and not governor.bare
    if governor.family != "begin":
        return False
    return _IN_EFFECT.match(rest) is not None or (_is_named(subject) and _ANYBODY.match(_last_part(subject)) is None)


def _last_part(subject: str) -> str:
    """The last words between commas that are no relative clause: `La piscine`, dont on parlera, ouvrira."""
    words = [part.lstrip(' «"') for part in subject.strip(" ,").split(", ")]
    return next((part for part in reversed(words) if _RELATIVE.match(part) is None), "")


_BARE_VERB: Final = re.compile(r"^(?:(?:et|puis|mais|enfin|pour)\s)*(?:se|s['’]?)?\s?$")
"""Before a verb whose subject stands before another day (`… le 4 février et s'achève le 4 mars`)."""


def _is_named(subject: str) -> bool:
    """Whether what stands before a verb names who or what it is said of, and not only where or when."""
    last = _BARE_VERB.sub("", _last_part(subject))
    return bool(last.strip()) and _PLACE.match(last) is None


def _is_said_of_thing(lead: str, governor: Governor) -> bool:
    """Whether a verb is said of a thing, or gives somebody one: `Le lien arrive`, `Vous recevrez le programme`."""
    if governor.family == "get" and _THINGS.search(lead, governor.end) is not None:
        return True
    subjects = (thing for thing in _THINGS.finditer(lead) if thing.end() <= governor.start)
    return any(_LEADS_IN.search(lead[: thing.start()]) is not None for thing in subjects)
