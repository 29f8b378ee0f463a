"""Days until which those who come have to do something: to answer, to send, to pay, to order, to sign up.

A limit has two parts, each of its own family: what binds a day as a limit (`jusqu'au`, `pour le`, `passé le`) and what
those who come are asked to do until then. Both are put together from words and their forms, so that no phrase needs to
be known: `Talon à rapporter jusqu'au`, `Faites-le nous savoir pour`, `nous arrêtons la liste le`. What binds a day by
itself (`avant le`, `au plus tard le`) is a cue.
"""

from __future__ import annotations

import re
from typing import Final

from extract.dates.cues import EVENT_WORDS, HELD, LAID
from extract.dates.initials import compile_vocabulary
from extract.dates.word_gates import give_bit, give_bit_of
from extract.matching.leaping import compile_leaping

_ANSWERS: Final = (
    r"r[ée]pon\w+|confirm\w+|pr[ée](?:ven|vien)\w+|signal\w+|manifest(?:er|ez|e[- ]toi)\w*|inform(?:er|ez)|"
    r"avis(?:er|ez)|avert(?:ir|issez)|indiqu(?:er|ez)|pr[ée]cis(?:er|ez)|engag(?:er|ez)|"
    r"(?:fai(?:re|tes|s|t)|font|laiss(?:er|ez))[ -](?:(?:l[ea]s?|moi|nous|lui|leur|vous)[ -]){0,2}"
    r"(?:savoir|conna[îi]tre|part|signe)|"
    r"di(?:re|tes|s)|positionn(?:er|ez)|choisi(?:r|ssez)|excuse[rz]|excuses|absences|d[ée]sist\w+|pouvoirs|procurations?|"
    r"coupons?|talons?|bulletins?|rsvp|r\.s\.v\.p|accord|feu vert|intentions?|retours?|"
    r"mot de votre part|vos (?:choix|v[œo]e?ux)"
)
_HANDED_IN: Final = rf"d[ée]p[ôo]ts?(?! (?:d[eu]s? )?{LAID})"
_SENDS: Final = (
    r"(?:envoy|renvoy|envoi|renvoi|enverr|renverr|retourn|adress|transm|remett|remis|d[ée]pos|rapport|ramen|parven|"
    rf"fourn|rempl|compl[ée]t|restitu|redonn|rendre)\w*|{_HANDED_IN}|remises?|communiqu(?:er|ez)|re[çc]u[es]*|"
    r"accept[ée]e?s?|recevables?|attend(?:u[es]*|ons)|rend(?:ez|us?)"
)
_PAYS: Final = r"(?:pay|acquitt|cotis)\w+|r[èée]gl(?:er|ez|ements?)|ch[èe]ques?|arrhes|vire(?:r|z|ments?)|versements?"
_ORDERS: Final = r"command\w+|retir(?:er|ez)|retenir|retenez"
_APPLIES: Final = r"accr[ée]dit\w+|pr[ée][- ]?inscri\w+|inscri\w+|candidat\w+"
_SIGNS_UP: Final = rf"{_APPLIES}|r[ée]serv\w+|postul\w+|adh[ée](?:r|sion)\w*|places?|billets?"
_TAKES_PART: Final = compile_vocabulary({"part": "|".join((_ANSWERS, _SENDS, _PAYS, _ORDERS, _SIGNS_UP))}).pattern
_HAS_TO: Final = (
    r"merci d[e'’]|veuillez|pri[èe]re d[e'’]|oubliez|pensez|"
    r"(?:devr\w+|devai\w+|doi(?:t|vent)) (?:(?:nous|vous|leur|lui) )?[êe]tre"
)
_TO_DO: Final = (
    r"[àa] (?!not|reten|ven|sav|voi|pr[ée]v|suiv|d[ée]couv|viv|part|inscri|bloqu|r[ée]serv|lire|rire)"
    r"[^\W\d_]{2,}(?:er|ir|ire|ttre|dre)(?![^\W_])"
)
"""What is left to be done: `Virement à effectuer`, `pièces à fournir`, and not `date à noter`."""
_DUE: Final = (
    r"(?:dossiers?|contrats?(?:[- ]cadres?)?|conventions?|documents?|bilans?|projets?|plans?|programmes?|diagnostics?|"
    r"textes?|rapports?|avenants?|maquettes?|contributions?|copies?|fiches?|feuilles? de route)(?![^\W_])"
    r"[^.;:!?]{0,40}(?:pr[êe]te?s?|finalis[ée]e?s?|boucl[ée]e?s?|achev[ée]e?s?|termin[ée]e?s?|sign[ée]e?s?)"
)
"""What has to be ready by a day: `Les contrats-cadres doivent être prêts pour le`."""
_IS_OWED: Final = compile_vocabulary(
    {"owed": "|".join((_DUE, _ANSWERS, _SENDS, _PAYS, _ORDERS, _HAS_TO, _APPLIES, _TO_DO))},
    after="",
).pattern
"""What people owe somebody: only then `pour le` is a limit (`une place pour le 4 mars` is for that day's meeting)."""
_TO_SEND: Final = compile_leaping(rf"(?<![^\W_])[àa] (?:{_SENDS})(?![^\W_])(?:(?!{EVENT_WORDS})[^.;:!?]){{0,80}}$")
"""What has to be sent within some days: `Dossiers à déposer en mairie du 5 au 16 janvier`."""
_TO_SIGN_UP: Final = compile_leaping(
    r"(?<![^\W_])(?<!sur )(?<!sans )(?:inscri(?:t|s|re|vez|vent|vons|ra|ront)|"
    r"candidater?|candidatez|postul\w+|candidatures?|"
    rf"pr[ée][- ]?inscri\w+)(?![^\W_])(?:(?!{EVENT_WORDS}|cel(?:ui|le|les)(?![^\W_])|ceux)[^.;:!?]){{0,80}}$"
)
"""Who signs up within some days: `Chaque organisme inscrit ses équipes entre le 5 et le 23 janvier`."""
OPEN_THEN: Final = (
    r"(?:ouverte?s?|possibles?|accept[ée]e?s?|recevables?|re[çc]ue?s?|attendue?s?|[àa] (?:d[ée]poser|envoyer|adresser)|"
    r"en ligne|sur place|sur (?:notre|le) site|par (?:t[ée]l[ée]phone|mail|courriel))(?:\s[^.;:!?\d]{2,40}?)?"
)
"""What is said of signing up before the days within which people do: `Ouvertes du`, `En ligne, du`."""
_WINDOW_HEAD: Final = re.compile(
    r"\W*(?:l['’]\s?|l[ae]s?\s|vos\s|votre\s)?(?:(?:comment|pour|quand|o[ùu]|p[ée]riode|dates?|calendrier|ouverture|phase|campagne)\s(?:et\s(?:comment|quand|o[ùu])\s)?"
    r"(?:d[e'’]\s?|des\s|du\s|de\s(?:la\s|l['’])|l[ae]s?\s)?)?"
    r"(?:je\s|m['’]|vous\s|s['’]|se\s|nous\s|on\s)?"
    rf"(?:{_APPLIES}|postul\w+|r[ée]serv\w+|adh[ée](?:r|sion)\w*|billetterie|d[ée]p[ôo]ts?|d[ée]poser|r[ée]pon(?:dre|dez|ses?)|"
    r"(?:r?envoi|retour)s?|(?:r?envoyer|retourner|transmettre|remettre))(?![^\W_])"
    rf"(?:\s(?!(?:[ld]['’])?(?:{EVENT_WORDS}))(?![àa]\s|aux?\s)[^\W\d_][\w'’]*){{0,5}}\s?\??\s?[:–—-]?\s*"
    rf"(?:{OPEN_THEN},?\s)?"
)
"""What heads the days within which people sign up: `Candidater`, `Dépôt des dossiers :`, `Comment s'inscrire ?`."""
_WHO: Final = r"personnes|participant\w*|professionnel\w*|[ée]lu\w*|habitant\w*|stagiaires?|familles|agents|jeunes"
_IS_DONE: Final = compile_leaping(
    r"(?<![^\W_])(?:(?:av(?:oir|ez|ons|aient|ait)|ont|a|ai|[êe]tes|sommes|sont)\s(?:[^\W\d_]+\s){0,3}?"
    r"(?:r[ée]pondu|(?:confirm|signal|manifest|envoy|r[ée]serv|indiqu)[ée]e?s?|re[çc]ue?s?|inscrite?s?|rendue?s?)"
    rf"(?! (?:de|que) )|(?:{_WHO}|vous (?:y )?[êe]tes)"
    r"\s(?:[^\W\d_]+\s){0,3}?attendue?s|inscrite?s)(?![^\W_])[^.;:!?\d]{0,40}$"
)
"""What those who come have done: `Vous êtes dix-neuf à avoir répondu présent pour`."""
_COMES: Final = compile_leaping(r"(?<![^\W_])(?:pr[ée]sence|venue|participation|inscri\w+)\s$")
"""What may be told for the day of the meeting: `Merci de confirmer votre présence pour le 4 mars de 9h à 12h`."""

_BOUND: Final = compile_leaping(
    r"(?<![^\W_])(?:(?P<until>jusqu['’ ]?(?:au|[àa]|en)(?: la date du)?|jusque|avant(?= le\s?:)|d['’]ici(?= le\s?:))|"
    r"(?P<owed>pour)|(?P<window>entre|du)|(?P<past>pass[ée]e?|au[- ]del[àa] d[eu])|(?P<after>apr[èe]s))"
    r"\s?(?:le\s?|au\s?|ce\s?|cette date du\s?)?(?:[^\W\d_]+di\s)?(?::\s?)?$"
)
_APPOSED: Final = compile_leaping(
    r"(?<![^\W_])(?P<bound>jusqu['’ ]?(?:au|[àa]|en)|avant|d['’]ici)\s(?:l[ae]\s|l['’]\s?|au\s)?"
    r"(?:veille|avant-veille|surlendemain|lendemain|fin|mi-|semaine|mois|jour|quinzaine|ann[ée]e|rentr[ée]e|soir|midi|"
    r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)[^.;:!?\d]{0,30}?(?:\s?[,(–—]|\ssoit|\s[àa] savoir)\s?"
    r"(?:soit\s)?(?:le\s)?$"
)
"""A limit that its day explains: `jusqu'à la veille, lundi`, `avant la fin du mois, soit le`."""
_TIME_LEFT: Final = compile_leaping(
    r"(?<![^\W_])(?:avez|avons|ont|auront|aurez|il (?:\w+ )?reste|on a)(?: (?:donc|encore|ainsi|du temps|le temps))*\s$"
)
"""Until when people have time: `Vous avez jusqu'au`, `il vous reste jusqu'au`."""
_STAYS_OPEN: Final = re.compile(
    r"(?<![^\W_])(?:(?:appels?|formulaires?|billetterie|guichets?|ventes?|listes?|campagnes?)(?![^\W_])[^.;:!?]{0,60}?\s"
    r"(?:ouverte?s?|accessibles?|en ligne|cour(?:t|ent|ra))(?![^\W_])[^.;:!?\d]{0,60}|"
    r"^\W*(?:elles?|ils?|c['’]) ?(?:est|sont|sera|seront|restent?) (?:possible|ouvert|recevable|accept[ée])e?s? )$"
)
"""Where people sign up until a day: `L'appel à projets est ouvert aux communes jusqu'au`."""
_LASTS: Final = compile_leaping(
    r"(?<![^\W_])(?:cour(?:t|ent|ra)|s['’]appliqu|val(?:ab|id)|dur(?:e|ent|era)|"
    r"rest(?:e|ent|era|eront) (?!possible|ouvert|recevable|accept)|prolong|financ|couvr|"
    r"visib|visit|vigueur|accroch|expos|prévu|program|fix|convo|rendez|report|repouss|d[ée]cal|annonc)"
)
"""What lasts until a day, or is put on one: nobody has to do anything until then."""
_NO_MORE: Final = re.compile(r"[^.;!?]{0,80}?(?<![^\W_])(?:plus|aucune?|trop tard|impossible)(?![^\W_])")
_ASKED: Final = compile_vocabulary(
    {"asked": rf"{_SIGNS_UP}|r[ée]ponses?|demandes?|dossiers?|d[ée]sist\w+|annul\w+|rembours\w+"}
).pattern

_ENROLMENT: Final = (
    r"(?:(?:pr[ée][- ]?)?inscriptions?|candidatures?|r[ée]servations?|billetterie|vente|guichet|d[ée]p[ôo]ts?|"
    r"adh[ée]sions?|listes?|formulaires?|questionnaires?|appel (?:[àa]|aux) [^\W\d_]+)"
)
_ENDS: Final = (
    r"(?:clos(?:es?)?|cl[ôo](?:t|r)\w*|ferm(?!et)\w+|fermetures?|arr[êe]t\w+|termin\w+|ach[èe]v\w+|expir\w+|boucl\w+|"
    r"fin(?:it|issent|ira|iront)?|prend(?:ra|ront)? fin|prennent fin)"
)
_GOES_ON: Final = re.compile(rf"{_ENROLMENT}(?![^\W_])[^.;:!?,]{{0,60}}?\sprolong[ée]+s?(?![^\W_])[^.;:!?]{{0,30}}$")
"""`Les inscriptions au cycle sont prolongées jusqu'au`: people sign up until then."""
_NEAR: Final = r"(?:\s[^\W\d_][\w'’]*){0,4}?"
_ENROLMENT_ENDS: Final = (
    rf"(?:{_ENROLMENT}(?:{_NEAR} (?:s['’])?|(?:\s[^\W\d_][\w'’]*){{0,9}}? (?:se |s['’])){_ENDS}(?: d[ée]finitivement)?|"
    rf"{_ENDS}{_NEAR} (?:d[ue]s? |de la |de l['’]|l[ae]s? |l['’])?{_ENROLMENT})"
    r"(?:\s(?:pour|[àa]|aux?|d[eu]s?|en|sur)\s[^.;:,!?\d]{2,50}?|\s[àad]e?(?:\sl)?['’]\s?[^.;:,!?\d]{2,50}?)?"
    r"\s?(?:,|:|est|sera|au|le|fix[ée]e?s? au|\s)*$"
)
"""`Les inscriptions s'arrêtent le`, `nous fermerons les inscriptions le`, `fin des candidatures :`."""
_LABELS: Final = (
    r"r[ée]ponses?|confirmations?|candidatures?|r[ée]servations?|"
    rf"{_HANDED_IN}|(?:(?:retours?(?! d['’]exp)|r?envois?|d[ée]lais?)(?= d)|limite|[ée]ch[ée]ance|"
    r"derni[èe]re? (?:limite|jour|d[ée]lai|d[ée]lais|carat|terme))"
    r"(?: (?:pour|de|d['’]|des?|aux?)\s?[^\W\d_]['’\w-]*(?: [^\W\d_][\w-]*){0,3})?"
)
_LABEL: Final = re.compile(rf"\W*(?:r\.?s\.?v\.?p\.?|{_LABELS})\s?[:,–—-]?\s?(?:le\s?)?")
"""What labels a limit by itself: `RSVP 3 mars`, `Candidature : 3 mars`, `Échéance pour candidater : 3 mars`."""
_LATE: Final = compile_leaping(
    r"(?<![^\W_])(?:toute?s?|une?|les) (?:annulations?|d[ée]sistements?|absences?|r[ée]ponses?|inscriptions?|demandes?)"
    r"[^.;:!?\d]{0,40}$"
)
"""What comes too late after a day: `Toute annulation signalée après le`."""
_AWAITED: Final = (
    r"(?:d[ée]p[ôo]ts?|r[ée]ponses?|retours?|confirmations?|candidatures?|dossiers?|envois?|bulletins?|r[èe]glements?)"
    rf"{_NEAR} (?:est|sont|sera|seront) (?:attendu|souhait|demand|exig|d[ûu])[ée]?e?s?\s?(?:pour\s?)?(?:le\s?)?$"
)
"""What is awaited on a day: `Le dépôt définitif est attendu le`."""
_LAST_DATE: Final = (
    r"(?:dates?|jours?|heures?|d[ée]lais?) (?:limites?|butoirs?)(?![^\W_])[^.;:!?\d]{0,80}?\s?"
    r"(?::|(?:est|sera|reste)\s(?:\w+ment\s)?(?=$|[^\W\d_]+di\s$)|"
    r"(?:est|sera|:)?\s?(?:fix[ée]e?s?|report[ée]e?s?|repouss[ée]e?s?)? ?(?:le|au))\s?(?:le\s?)?"
    r"(?:[^\W\d_]+di\s)?$"
)
"""What the last day is of, however much is said of it: `Date limite de candidature à la formation :`."""
_WITHOUT_ANSWER: Final = r"sans (?:r[ée]ponse|nouvelles?|retour|confirmation|avis contraire)(?![^\W_])[^.;:!?\d]{0,40}$"
"""When those who did not answer are no longer awaited: `Sans nouvelles de vous le`."""
_NOT_THERE: Final = (
    r"(?:(?:non[ -]|(?:est|sont|ser(?:a|ont|ai(?:t|ent)))\s(?:pas|jamais) (?:encore )?)"
    r"(?!(?:lieu(?!\w)|pr[ée]v|programm|assur|"
    rf"{HELD})\w*)(?:[^\W\d_]{{2,}}(?:é|i|u|is|it|ert)e?s?|compl[eè]te?s?|[àa] jour|en r[èe]gle)|"
    r"incompl[eè]te?s?|manquante?s?|impay[ée]e?s?)\s(?:(?:[àa] la date )?d?(?:le|au|u)\s)?$"
)
"""What is not there on a day on which it has to be: `Les fiches non rendues le`, `Tout dossier incomplet au`."""
_TELLS_END: Final = compile_leaping(
    rf"(?<![^\W_])(?:{_ENROLMENT_ENDS}|{_AWAITED}|{_LAST_DATE}|{_WITHOUT_ANSWER}|{_NOT_THERE})"
)
_LIMIT_BEHIND: Final = re.compile(
    r"[\s,(:–-]*(?:(?:le |la )?(?:d[ée]lai|terme|date limite) de rigueur|au plus tard|"
    r"(?:le |la )?(?:derni[èe]re?|ultime|extr[êe]me) (?:d[ée]lais?|limite|jour|carat|terme)(?! d[eu]))"
)
_LIMITS: Final = ("rigueur", "plus tard", "dernier", "dernière", "ultime", "extrême")
_REACH: Final = 110


MAY_BE_LIMIT: Final = give_bit(_APPOSED, _BOUND, _TELLS_END)
"""What stands before a day that is a limit by more than a label."""


MAY_BE_LABELLED: Final = give_bit(re.compile(_LABELS)) | give_bit_of(lambda word: "rsvp" in word.replace(".", ""))
LONGEST_LEAD: Final = _REACH


def is_labelled_limit(before: str) -> bool:
    """Whether nothing but the label of a limit stands before a day (`RSVP :`), in lower case."""
    return _LABEL.fullmatch(_lead_of(before)) is not None


def is_limit(before: str, after: str, *, has_hours: bool) -> bool:
    """Whether a day is one until which people have to do something, by its clause in lower case: `before` and `after`.

    `has_hours` says that the day has hours of its own, which a limit has only behind words that leave no doubt.
    """
    lead = _lead_of(before)
    may_be = "avant" in lead or "jusqu" in lead or "ici" in lead
    if may_be and (apposed := _APPOSED.search(lead)) is not None:
        lead = f"{lead[: apposed.start()]}jusqu'au "
    bound = _BOUND.search(lead)
    if bound is None:
        return _tells_end(lead) or (not has_hours and _LABEL.fullmatch(lead) is not None)
    lead = lead[: bound.start()]
    if bound["past"]:
        stop = _NO_MORE.match(after)
        return stop is not None and _ASKED.search(after) is not None
    if bound["after"]:
        return _LATE.search(lead) is not None
    if bound["owed"]:
        settled = (has_hours and _COMES.search(lead)) or _IS_DONE.search(lead)
        return not settled and _is_asked(_IS_OWED, lead)
    if bound["window"]:
        told = any(words.search(lead) for words in (_TO_SEND, _TO_SIGN_UP))
        return told or _WINDOW_HEAD.fullmatch(lead) is not None
    return any(words.search(lead) for words in (_TIME_LEFT, _STAYS_OPEN)) or _is_asked(_TAKES_PART, lead)


def _lead_of(before: str) -> str:
    """What of the words before a day may make it a limit."""
    return before[max(0, len(before) - _REACH, before.rfind(";") + 1) :]


def is_for_days(before: str, words: str) -> bool:
    """Whether people sign up for several days: a limit is one (`Inscrivez-vous pour` les 4, 11 et 18 mai)."""
    return words[:4].lower() == "les " and before.rstrip().endswith("pour")


def ends_with_bound(before: str) -> bool:
    """Whether words in lower case end with what binds a day as a limit, if there is something to do until then."""
    return _BOUND.search(before) is not None


def has_limit_behind(after: str, lower: str) -> bool:
    """Whether the words behind a day make it a limit: `3 mars, dernier délai`. `lower` are they in lower case."""
    return _LIMIT_BEHIND.match(lower) is not None and any(limit in after for limit in _LIMITS)


def _tells_end(lead: str) -> bool:
    """Whether words lead to the day on which signing up ends, or on which what people send has to be there."""
    return _TELLS_END.search(lead) is not None


def _is_asked(words: re.Pattern[str], lead: str) -> bool:
    """Whether the last of some words in a lead is nothing that lasts, or is planned, up to its end."""
    last = max((found.start() for found in words.finditer(lead)), default=None)
    return last is not None and (_LASTS.search(lead, last) is None or _GOES_ON.match(lead, last) is not None)
