"""What the words around an hour make of it: a welcome, the start, the end, hours of several days alike."""

from __future__ import annotations

import re
from typing import Final

from extract.dates.expressions import Group, Hours, Period
from extract.dates.grammar import HOURS_END
from extract.dates.hour_families import ENDS, FESTIVE
from extract.dates.hour_heads import Kind, fold_title, read_kind
from extract.matching.leaping import compile_leaping

_ACCUEIL: Final = r"(?:accueil|[ée]margement|arriv[ée]e|connexions?(?! [àa] (?:internet|la plateforme)))"
_WELCOME_AFTER: Final = re.compile(
    rf"[ ]?[:–—(-]?[ ]?(?:l['’])?(?:(?:caf[ée]|petit[- ]d[ée]jeuner)[ -](?:d['’])?)?{_ACCUEIL}|"
    r"[ ]?[:–—-]?[ ]?caf[ée](?=[ ]*(?:[,;/|–—-]|$))|"
    r"[ ]?\((?:caf[ée]|petit[- ]d[ée]jeuner)[^()\d]{0,20}\)|"
    r"[ ]pour[ ](?:un|le)[ ](?:petit[- ])?(?:caf[ée]|d[ée]jeuner)",
    re.IGNORECASE,
)
_WELCOME_BEFORE: Final = re.compile(
    rf"(?<![^\W_]){_ACCUEIL}(?:[ ][^\W\d_]+|[ ]?[:,–—-]|[ ]\w['’]\w+){{0,5}}[ ]?$", re.IGNORECASE
)
_HOUR_AT_END: Final = re.compile(r"\d(?:[ ]?[hH](?:[ ]?\d\d)?|:\d\d)[ ]?[:–—-]?[ ]?(?:caf[ée] d['’]?)?$")
"""An hour before the word of welcome, which then belongs to it (`9h00 Accueil 9h30 Ouverture`)."""
_IS_RANGE: Final = re.compile(r"\d[hH:]?\d{0,2}\s*(?:-|–|à|a|jusqu['’]à)\s*\d")
_START: Final = compile_leaping(
    r"d[ée]but\w*|ouverture|d[ée]marr\w+|lancement|commenc\w+|introduction|coup d['’]envoi|mots? de bienvenue",
    re.IGNORECASE,
)
_CLOSING_AFTER: Final = re.compile(
    r"[ ]?[:–—-]?[ ]?(?:(?:mots? de )?cl[ôo]ture|fin(?![^\W_])|conclusions?)(?![ :àde]*\d)", re.IGNORECASE
)
# What is done in one breath behind the beginning is the end (`on commence à 14h et on range à 17h`), but for a break.
_BEGINS: Final = re.compile(
    r"(?<![^\W_])(?:commen[cç]|d[ée]but|d[ée]marr)[^.;!?\n\d]{0,30}\Z",
    re.IGNORECASE,
)
_THEN: Final = re.compile(
    r"(?:\s?\([^()\n\d]{2,60}\))?,?\s(?:et|puis|pour)\s(?![^\n]*(?:paus|d[ée]jeun|go[ûu]t|repas|collation|caf[ée]|d[îi]n|repr|encha[îi]|continu|pours))"
    r"[^.;!?\n\d]{2,50}?(?:\s(?:à|vers)\s?)?",
    re.IGNORECASE,
)
# The two ends of a range, over what is said of the first: `de 9h00 (accueil café) à 16h30`.
_OVER_ASIDE: Final = re.compile(r"\s?(?:\([^()\n\d]{2,40}\)|,\s[^,.;\n\d]{2,30},)\s(?:à|jusqu['’]à)\s")
_FORMER_FIRST: Final = re.compile(
    r"(?:[àa] la )?(?:suite|faisant suite|apr[èe]s(?! (?:un |l['’])(?:accueil|petit|caf))|"
    r"dans (?:le prolongement|la continuit[ée]))(?![^\W_])"
    r"[^;:!?\n]{3,120}\Z",
    re.IGNORECASE,
)
_GOES_ON_BEHIND: Final = re.compile(r",[ ][^\W\d_][^.;:!?\n\d]{8,}?(?<=\w)[ ,]", re.IGNORECASE)
"""Behind the day of a former meeting a sentence goes on: `Suite à la réunion du 30 novembre, le groupe se réunira`."""
_NAMES_EVENT: Final = re.compile(r"\s*[:–—-]\s")
"""Between a day and what takes place on it, whatever else has hours of that name."""
BUT: Final = compile_leaping(r"(?<![^\W_])(?:sauf|hormis|except[ée]|exception(?= d))", re.IGNORECASE)
# Who does something at a later hour, then goes: `Rendez-vous à 10h, nous vous libérons à 12h30`.
_PEOPLE: Final = re.compile(
    r"[^.!?\n\d]{0,30}?(?:[,;:–)]|(?<![^\W_])(?:et|puis))\s(?:que\s|qu['’])?"
    r"(?:on|nous|vous|tout le monde|chacune?|toutes et tous|les [^\W\d_]{4,}s)\s"
    r"[^.;!?\n\d]{2,50}?\s(?:[àa]|vers|pour|avant)\s?",
    re.IGNORECASE,
)
_GOES_ON: Final = compile_leaping(
    r"(?<![^\W_])(?:commen[cç]|d[ée]but|d[ée]marr|lan[cç]|ouvr|entam|attend|accueil|re[çc]ev|arriv|retrouv|rejoi|"
    r"(?:nous nous|vous vous|se) rend|r[ée]uni|rassembl|serons|sommes|visit|particip|assist|d[ée]couvr|"
    r"repr(?:is|end|en)|encha[îi]n|continu|pours|pass(?:e|ons)|mang|d[ée]jeun|d[îi]n|go[ûu]t|repas|pauses?|caf[ée]|"
    r"pr[ée]sent|propos|ateliers?|d[ée]bat|inscri|part(?:ons|ez|ira)? (?!ag)|"
    r"(?:premi|derni|deuxi|troisi)[èe]|second|autres?(?![^\W_])|suivant|lendemain)",
    re.IGNORECASE,
)
"""What people do at an hour that is not the last one, and words that lead to another day."""
_EATS: Final = compile_leaping(r"(?<![^\W_])(?:mang|d[ée]jeun|d[îi]n|repas|pause|caf[ée])", re.IGNORECASE)
_ENDS: Final = compile_leaping("fin|retour|rentr|termin|ach[èe]v|cl[ôo]t|ferm|jusqu", re.IGNORECASE)
"""Words without which nothing ends between two hours (`HOURS_END`)."""
_WELCOME_LEAD: Final = re.compile(
    r"(?<![^\W_])(?:accueil|[ée]margement|arriv[ée]e)(?:[ ](?!du public)[^\W\d_]+|[ ]?[:,–—-]|[ ]\w['’]\w+){0,5}[ ]?$",
    re.IGNORECASE,
)
_LONGEST_WELCOME: Final = 45
"""Minutes within which people are welcomed before it begins, at most."""
_LONGEST_WAIT: Final = 60
"""Minutes from a welcome to what people are welcomed to, at most."""
_SHORTEST: Final = 60
_LEAD: Final = 45
_CLOSES_AT: Final = re.compile(
    r"(?<![^\W_])(?:fermeture|cl[ôo]ture|fin|s['’]ach[èe]v\w+|se[ ]termin\w+|finir?a?|s['’]arr[êe]t\w+)[ ]"
    r"(?:pr[ée]vue[ ])?(?:[àa]|vers)[ ]\Z",
    re.IGNORECASE,
)
_AND_PART: Final = re.compile(
    r"\)?,?[ ](?:et|puis)[ ][^.;:!?\n()\d]{3,40}[ ](?:\(|de[ ])?|"
    r"\)?[,;][ ](?:[^.;:!?\n()\d]{3,40}[ ])?(?:l['’])?apr[èe]s-midi(?:[ ]:)?[ ](?:\(|de[ ])?|"
    r"\),[ ](?!groupe)[^.;:!?\n()\d]{3,40}[ ]\(",
    re.IGNORECASE,
)
"""Between the hours of one part of a day and those of the next: `table ronde (10h-12h) et ateliers (13h30-16h)`."""
_OF_EACH: Final = re.compile(r"(?<![^\W_])(?:groupes?|ou|soit|au choix|niveaux?|classes?)(?![^\W_])", re.IGNORECASE)
"""What says that the parts of a day are those of different people."""
_LEADS_TO: Final = re.compile(r"[^.;:!?()\n\d]{3,60}$")
"""The words right before an hour, of its own clause."""
_LAST_DAY: Final = re.compile(
    r"(?<![^\W_])(?:fin|se[ ]termin\w+|s['’]ach[èe]v\w+|cl[ôo]tur\w+|prend\w*[ ]fin)[ ]*:?[ ]*(?:le[ ]+)?\Z",
    re.IGNORECASE,
)
_ALIKE: Final = compile_leaping(
    r"m[êe]mes horaires|horaires identiques|"
    r"toujours(?!\s(?:[àa]|aux?|dans|en|chez|sur)\s?(?:l[ae]s?\s|l['’])?[^\W\d_])|"
    r"[àa] chaque|chaque fois|syst[ée]matiquement|pour (?:chacun|chaque|toutes)|(?:tous|toutes) les",
    re.IGNORECASE,
)
_SHORTEST_ALIKE: Final = len("toujours")
_IN_ORDER: Final = "respectivement"
_SURE_IN_ORDER: Final = 3
"""Days from which as many hours as there are days are one for each."""
_LISTED_HOURS: Final = re.compile(r"(?:\d[\dhH: ]*(?:,| et| puis) (?:à )?)+\d[\dhH: ]*")
_FOR: Final = re.compile(r"\s?pour\s(?:(?:un\s)?(?:d[ée]marr|d[ée]but|commenc)[^\W\d_]*\s)?(?:[àa]\s)?", re.IGNORECASE)
"""Between the hour at which people come and the one at which it begins: `à 8h45 pour 9h`."""
_FOR_MEETING: Final = re.compile(
    r"[ ]pour[ ](?:l[ae]s?[ ]|l['’]|une?[ ]|nos[ ])(?!caf|petit|repas|d[ée]j|pause)[^\W\d_]", re.IGNORECASE
)
"""What people come for at an hour: `à 9h15 pour la plénière`."""
_NEXT_WORDS: Final = 30
_LINE: Final = 200
"""Characters within which hours of one day follow one another."""


def is_welcome(text: str, hours: Hours) -> bool:
    """Whether an hour is when people are welcomed (`8 h 45 : accueil`, `accueil café à 8h30`)."""
    if hours.ends is not None or hours.starts is None:
        return False
    if _WELCOME_AFTER.match(text, hours.end):
        return True
    before = _WELCOME_BEFORE.search(text, max(0, hours.start - 45), hours.start)
    return before is not None and not _HOUR_AT_END.search(text, max(0, before.start() - 24), before.start())


def starts_after_welcome(text: str, welcome: Hours, hours: Hours) -> bool:
    """Whether hours are those at which it starts, told after the welcome in the same line."""
    if hours.starts is None or not welcome.end <= hours.start <= welcome.end + _LINE:
        return False
    if hours.starts < (welcome.starts or 0) or "\n" in text[welcome.end : hours.start]:
        return False
    if welcome.ends is None and _FOR.fullmatch(text, welcome.end, hours.start):
        return True
    if is_welcome(text, hours):
        return False
    told = (
        hours.ends is not None
        or _FOR_MEETING.match(text, hours.end)
        or _START.search(text, welcome.end, hours.end + _NEXT_WORDS)
    )
    if is_welcome(text, welcome):
        return told is not None or _is_soon_held(text, welcome, hours)
    return bool(told) and welcome.ends is None and _kind_in_line(text, welcome) == "arrival"


def _is_soon_held(text: str, welcome: Hours, hours: Hours) -> bool:
    """Whether what people are welcomed to is soon: `émargement à 8h45, AG extraordinaire à 9h15, ordinaire à 10h`."""
    wait = (hours.starts or 0) - (welcome.starts or 0)
    return 0 < wait <= _LONGEST_WAIT and _kind_in_line(text, hours) in {"held", "start"}


def _kind_in_line(text: str, hours: Hours) -> Kind:
    """What an hour is by its clause, as when people are awaited (`Vous êtes attendus à 13h45, le 6 novembre`)."""
    sentence = max(text.rfind("\n", 0, hours.start) + 1, hours.start - _LINE), hours.end
    return read_kind(text, (hours.start, hours.end), sentence, frozenset(), whole=hours.ends is not None)


def behind_welcome(text: str, hours: Hours) -> Hours:
    """Hours, of those within which people are welcomed only the last: then it begins (`Accueil de 9h à 9h30`)."""
    if hours.starts is None or hours.ends is None or hours.stops > len(("start", "end")):
        return hours
    if hours.ends - hours.starts > _LONGEST_WELCOME:
        return hours
    lead = _WELCOME_LEAD.search(text, max(0, hours.start - _LEAD), hours.start)
    if lead is None or _HOUR_AT_END.search(text, max(0, lead.start() - 24), lead.start()):
        return hours
    return Hours(hours.ends, None, hours.start, hours.end, hours.colon)


def closes(text: str, opened: Hours | None, hours: Hours) -> bool:
    """Whether a single hour closes the one before it: `début 9h30, fin 16h30`, `9h30 : ouverture ; 16h30 : clôture`."""
    if opened is None or opened.ends is not None or opened.starts is None:
        return False
    if hours.ends is not None and (hours.starts is not None or hours.ends <= opened.starts):
        return False  # noon by itself is an end
    if _ENDS.search(text, opened.end, hours.start) and HOURS_END.fullmatch(text, opened.end, hours.start):
        return True
    between = text[opened.end : hours.start]
    later = hours.starts is not None and hours.starts > opened.starts and len(between) <= _LINE
    if not later or "\n" in between:
        return False
    if _CLOSING_AFTER.match(text, hours.end) or _OVER_ASIDE.fullmatch(between):
        return True
    going = _PEOPLE.fullmatch(between)
    eats = _EATS.search(text, max(0, opened.start - _LEAD), opened.start) is not None
    if going is not None and not eats and hours.starts is not None and hours.starts - opened.starts >= _SHORTEST:
        return _GOES_ON.search(between) is None
    begun = _THEN.fullmatch(between) is not None
    return begun and _BEGINS.search(text, max(0, opened.start - _LEAD), opened.start) is not None


def is_meanwhile(text: str, opened: Hours, hours: Hours) -> bool:
    """Whether a single hour is that of something within what began before it on its line: `repas partagé à 12h30`."""
    if opened.ends is not None or hours.ends is not None or (opened.starts or 0) >= (hours.starts or 0):
        return False
    near = hours.start - opened.end <= _LINE and "\n" not in text[opened.end : hours.start]
    return near and _kind_in_line(text, hours) == "aside" and _kind_in_line(text, opened) != "aside"


def is_first_half(text: str, first: Hours, second: Hours) -> bool:
    """Whether of two ranges of one sentence the first is the morning of what the second goes on with."""
    if first.ends is None or second.starts is None or second.ends is None or first.ends > second.starts:
        return False
    between = text[first.end : second.start]
    if _OF_EACH.search(between):
        return False
    return _AND_PART.fullmatch(between) is not None and _kind_in_line(text, first) != "aside"


def prolongs(text: str, opened: Hours | None, hours: Hours) -> bool:
    """Whether a single hour ends what goes on behind some hours: `ateliers de 9h30 à 12h30, clôture à 16h30`."""
    if opened is None or opened.ends is None or hours.ends is not None or (hours.starts or 0) <= opened.ends:
        return False
    if hours.start - opened.end > _LINE or "\n" in text[opened.end : hours.start]:
        return False
    if _CLOSING_AFTER.match(text, hours.end):
        return True
    near = _LEADS_TO.search(text, opened.end, hours.start)
    return near is not None and ENDS.search(near.group()) is not None and _kind_in_line(text, hours) == "end"


def turn_to_close(text: str, end: int, hours: Hours) -> Hours:
    """A single hour of a day that ends here, as the one that closes where words say so (`(fermeture à 13h)`)."""
    floor = end if hours.start >= end else max(0, hours.start - _LEAD)
    if hours.ends is not None or not _CLOSES_AT.search(text, floor, hours.start):
        return hours
    return Hours(None, hours.starts, hours.start, hours.end, hours.colon)


def is_excepted(text: str, dated: Group | Period, hours: Hours) -> bool:
    """Whether hours further on are those of an exception to the days before them: `de 9h à 12h, sauf le 17 : 14h`."""
    start = max(dated.end, dated.hours.end if dated.hours is not None else 0)
    return BUT.search(text, start, hours.start) is not None


def is_of_thing(text: str, dated: Group | Period, hours: Hours) -> bool:
    """Whether hours further on in the sentence of a day are of something else (`le 4 mars (salle libre dès 8h)`).

    What leads to the day is no thing of its own: `Repas des aînés dimanche 12 octobre, apéritif à 12h, repas à 12h30`.
    """
    if _NAMES_EVENT.match(text, dated.end) or text[dated.end : hours.start].rstrip().endswith(","):
        return False  # `Ven. 8 déc. : goûter des aidants, 15h-17h`
    if dated.hours is not None and FESTIVE.search(text, max(dated.end, hours.start - _LEAD), hours.start):
        return True
    line = text.rfind("\n", 0, hours.start) + 1
    sentence = max(dated.end, line), hours.end + _NEXT_WORDS
    whole = hours.starts is not None and hours.ends is not None
    before = text[max(text.rfind("\n", 0, dated.start) + 1, dated.start - _LINE) : dated.start]
    return read_kind(text, (hours.start, hours.end), sentence, fold_title(before), whole=whole) == "aside"


def is_behind_former(text: str, dated: Group | Period, hours: Hours) -> bool:
    """Whether a sentence opens with a former meeting by its day, and the hours are those of what it goes on with."""
    if not text.startswith(", ", dated.end) or (dated.hours is not None and dated.hours.end <= dated.start):
        return False  # a day with its hour is no former one: `Après un accueil à 14h le 16 septembre, visite`
    before = text[max(0, dated.start - _LINE) : dated.start]
    opens = 1 + max(before.rfind(mark) for mark in ("\n", ". ", "! ", "? "))
    lead = before[opens:].lstrip()
    if not lead or _FORMER_FIRST.match(lead) is None:
        return False
    return _GOES_ON_BEHIND.match(text, dated.end, hours.start) is not None


def is_of_last_day(text: str, dated: Group, hours: Hours) -> bool:
    """Whether the hour beside a day that ends something is its end: `Début le 21 mai à 9h30, fin le 22 mai à 16h`."""
    return hours.ends is None and _LAST_DAY.search(text, max(0, dated.start - 20), dated.start) is not None


def are_alike(text: str, dated: Group, hours: Hours) -> bool:
    """Whether hours behind the last of several days are those of all: `(toujours de 13h30 à 17h)`."""
    if hours.start - dated.end >= _SHORTEST_ALIKE and _ALIKE.search(text, dated.end, hours.start):
        return True
    after = _ALIKE.search(text, hours.end, hours.end + _NEXT_WORDS)
    return after is not None and not re.search(r"[.;\n]", text[hours.end : after.start()])


def are_dealt_out(text: str, before: str, dated: Group, hours: Hours) -> bool:
    """Whether the words `before` some days, or those after them, say that the hours go with the days in order."""
    days = sum(run.single for run in dated.runs)
    if len(hours.each) == days >= _SURE_IN_ORDER and _LISTED_HOURS.fullmatch(text, hours.start, hours.end):
        return True  # `le 7, le 14 et le 21 juin, à 18h, 18h30 et 19h`
    return len(hours.each) > 1 and (_IN_ORDER in before or _IN_ORDER in text[dated.end : hours.end + _NEXT_WORDS])


def deal_hours(text: str, groups: list[Group], hours: Hours) -> list[Hours] | None:
    """The hours of each day of the groups in order, an hour or a range for each; None where they do not go up."""
    count = sum(len(group.runs) for group in groups)
    if count < 2:
        return None
    ranges = _IS_RANGE.search(text, hours.start, hours.end) is not None
    if len(hours.each) == count and not ranges:
        return [Hours(minutes, None, hours.start, hours.end, hours.colon) for minutes in hours.each]
    if len(hours.each) == 2 * count and ranges:
        pairs = zip(hours.each[::2], hours.each[1::2], strict=True)
        return [Hours(first, last, hours.start, hours.end, hours.colon) for first, last in pairs]
    return None
