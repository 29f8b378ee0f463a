"""What makes a town the place of an event: a day or an hour beside it, a verb of meeting, the noun of an event."""

from __future__ import annotations

import re

from extract.matching.by_initial import by_initial
from extract.matching.gates import compile_gated
from extract.matching.leaping import compile_leaping
from extract.places.grammar.verbs import MEETING_VERB, WEAK_VERB

MONTH = (
    r"(?:janv(?:ier|\.)?|f[ée]v(?:rier|r?\.)?|mars|avr(?:il|\.)?|mai|juin|juil(?:let|\.)?|ao[uû]t|"
    r"sept(?:embre|\.)?|oct(?:obre|\.)?|nov(?:embre|\.)?|d[ée]c(?:embre|\.)?)(?![\w])"
)
# Begins with a digit and then looks back for the start of its word: so the search leaps from digit to digit.
DAY = re.compile(
    rf"\d(?<!\w\d)(?:(?:\d|(?<=1)er|)(?:\s*(?:,|et|au|-|–|/)\s*(?:\d{{1,2}}|1er))*\s+{MONTH}(?:\s+(?:19|20)\d\d)?|"
    r"(?<=di \d)\d?(?!\w|[/.]\d)|(?<=(?:lun|mar|mer|jeu|ven|sam|dim)\. \d)\d?(?!\w|[/.]\d)|(?<=che \d)\d?(?!\w|[/.]\d)|"
    r"(?<=le \d)(?:\d|(?<=1)er)?(?=\s[àÀ]\s(?-i:[A-ZÀ-Ý]))|"
    r"\d?[/.](?:1[0-2]|0?[1-9])(?!\d)(?:[/.](?:20)?\d{2})?\b(?!\s?%)|(?:(?<=[01])\d|(?<=2)[0-3]|)\s?[hH]\s?(?:[0-5]\d)?\b|"
    r"(?:(?<=[01])\d|(?<=2)[0-3]|):[0-5]\d\b|"
    r"\d?\sheures?\b(?:\s[0-5]\d\b|(?<=[àÀ] \d heures)|(?<=[àÀ] \d\d heures)))",
    re.IGNORECASE,
)
# A day of the calendar; an hour is none: `mardi 3`, `lun. 1er`, `3 mai`, `3/05`. One letter or digit, and then what may
# follow it, by its own next letter: the search leaps to the few letters that count, and from there fails at once.
CALENDAR_DAY = re.compile(
    r"(?-i:[dDjJlLmMsSſvV\d])(?:"
    r"(?:(?-i:[uU])(?<=lu)n(?:di|\.)|(?-i:[aA])(?:(?<=ma)r(?:di|\.)|(?<=sa)m(?:edi|\.))|"
    r"(?-i:[eE])(?:(?<=me)r(?:credi|\.)|(?<=je)u(?:di|\.)|(?<=ve)n(?:dredi|\.))|"
    r"(?-i:[iIıİ])(?<=di)m(?:anche|\.))\s+(?:1er|\d)|"
    rf"(?:\s(?<=\d\s)\s*|(?-i:[eE])(?<=1e)r\s+){MONTH}|[/.](?<=\d[/.])(?:0\d|1[0-2])(?!\d))",
    re.IGNORECASE,
)
# An hour in words that ends what stands before a place: `à dix heures, à l'hôtel de ville`.
HOUR_IN_WORDS = re.compile(
    r"\b(?:une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf|vingt)"
    r"\sheures?(?:\s(?:et (?:demie?|quart)|quinze|trente|pr[ée]cises))?\W{1,3}$|\bmidi\W{1,3}$",
    re.IGNORECASE,
)
_MEETINGS = (
    r"journ[ée]es?|rencontres?|s[ée]minaires?|formations?|webinaires?|ateliers?|colloques?|conf[ée]rences?|"
    r"cycles?|sessions?|r[ée]unions?|forums?|assises|[ée]tats g[ée]n[ée]raux|regroupements?|petits?[- ]d[ée]jeuners?|"
    r"pl[ée]ni[èe]res?|parcours|s[ée]ances?|assembl[ée]es?|salons?|barcamps?|stages?|modules?|soir[ée]es?|matin[ée]es?|"
    r"d[ée]bats?|congr[èe]s|lancement|inauguration|restitutions?|projections?|tables? rondes?|masterclass|hackathon|"
    r"tourn[ée]e|temps d['’][ée]changes?|groupes? de travail|comit[ée]s? de pilotage|remise des prix|jurys?|"
    r"balades?|marche exploratoire|caf[ée]s? (?:des|du|de l)\b|"
    r"universit[ée]s? (?:d['’](?:[ée]t[ée]|automne|hiver)|de (?:printemps|rentr[ée]e))|"
    r"rentr[ée]e|voyagent|voyages? d['’][ée]tudes?|festival|f[êe]te|visites?|"
    r"expositions?|vernissages?|concerts?|spectacles?|portes ouvertes|carnaval|tournois?|(?:job|speed)[- ]?dating"
)
MEETING_NOUN = compile_gated(rf"\b(?:{_MEETINGS})\b", re.IGNORECASE, rf"\b(?:{by_initial(_MEETINGS)})\b")
# What carries people to a meeting stops elsewhere; what tells of a former one lies on a shelf.
ON_THE_WAY = compile_gated(
    r"\b(?:(?:mini-?)?bus|navettes?|(?:auto|mini)cars?|(?:en|par|du|un|le) cars?|covoiturages?|trains?|ter|tgv|"
    r"(?<!prochain )(?<!premier )(?<!dernier )(?<!second )(?<!deuxième )arr[êe]ts?|hors(?! les murs))\b"
    r"[^.;!?]{0,60}(?<!jusqu['’])$|\b(?:navettes?|(?:mini-?)?bus|cars?)\b[^.;!?]{0,40}\bau d[ée]part d[^.;!?]{0,120}$|"
    r"\b(?:comptes?[- ]rendus?|actes|bilans?|replays?|supports?|diaporamas?|synth[èe]ses?|vid[ée]os?|photos?)\s"
    r"(?:de la|de l['’]|du|des|de)\s[^.;!?]{0,60}$",
    re.IGNORECASE,
)
# A bus that stops for people is what takes place: `le bus de l'emploi stationnera lundi à Albert`; so is where it goes.
HALTS = compile_gated(
    r"\b(?:(?:mini-?)?bus|camions?|cars?|vans?|caravanes?|camionnettes?)\b[^.;!?]{0,60}?\b(?:s['’]arr[êe]t(?:era|eront|e|ent)|"
    r"sera|seront|stationner(?:a|ont)|stationnent?|reviendra|reviendront|"
    r"(?:fera|feront|fait|font) (?:halte|[ée]tape|escale|un arr[êe]t)|"
    r"se poser(?:a|ont)|s['’]installer(?:a|ont)|viendra|viendront|passer(?:a|ont) (?:à|par|en)|"
    r"parti\w*[^.;!?]{0,60}, (?:direction|cap sur|destination))\b",
    re.IGNORECASE,
)
ANOTHER_YEAR = compile_gated(
    r"\b(?:l['’](?:an|ann[ée]e) (?:prochaine?|derni[eè]re?|pass[ée]e?)|en 20\d\d,?)\s(?:[àa]|au)\s$|"
    r"\bl['’](?:an|ann[ée]e) (?:prochaine?|derni[eè]re?|pass[ée]e?)\b[^.;!?\d]{0,40}$",
    re.IGNORECASE,
)
# A speaker is not where he works but where he speaks: `interviendra à la maison de la ville de Chauny`.
SPEAKS_AT = re.compile(r"\b(?:interviendr\w+|prendr\w+ la parole)\s$", re.IGNORECASE)
# People and things that are in a town without the event being there.
SOMEBODY_THERE = compile_gated(
    r"\b(?:maires?|adjointe?s?|[ée]lue?s?|conseill[eè]re?s?|direct(?:eur|rice)s?|chef(?:fe)?s? de|charg[ée]e?s? de|"
    r"commissaires?|commandante?s?|capitaines?|procureure?s?|proviseure?s?|d[ée]put[ée]e?s?|s[ée]nat(?:eur|rice)s?|"
    r"profess\w+|cherch\w+|\w+(?:logues?|iatres?|istes?)|docteure?s?|avocate?s?|m[ée]decins?|infirmi[èe]re?s?|"
    r"ma[îi]tres? de|g[ée]ographes?|habitante?s?|habite(?:nt)?\b|"
    r"habitait|grandi\w*|scolaris\w+|(?:fait|suivi) ses \w+|vi(?:t|vent|vant|vre)\b|"
    r"exemples?|exp[ée]riment\w+|exp[ée]rience|actions? men\w+|implant[ée]\w*|install(?:é|ée|és|ées)|bas[ée]e?s?|"
    r"si[èe]ge|née?s?|"
    r"dispositifs?|d[ée]marches?|men[ée]e?s?|d[ée]ploy\w+|travaill(?:e|ent|ez|ant|ait|aient|er)\b|interv\w+|renvoyer|retourner|adress\w+|envoy\w+|"
    r"associations?|structures?|entreprises?|[ée]tudi\w+|formateurs?|m[ée]diat(?!h)\w+|coordinat\w+|dipl[ôo]m\w+|"
    r"tr[ée]sori[eè]re?s?|gestionnaires?|correspondante?s?)\b(?:[^.;:!?]|(?<=\bM)\.){0,45}$",
    re.IGNORECASE,
)
# Who is there, with whom or before whom: what follows may say where they work.
PEOPLE = compile_leaping(
    r"\b(?:en pr[ée]sence|avec|maires?|adjointe?s?|[ée]lue?s?|conseill[eè]re?s?|direct(?:eur|rice)s?|"
    r"pr[ée]sident(?:e|s|es)?|chef(?:fe)?s? de|charg[ée]e?s? de|habitants?|sociologues?|g[ée]ographes?|urbanistes?|"
    r"b[ée]n[ée]voles?|animat(?:eur|rice)s?|coordinat(?:eur|rice)s?)\b",
    re.IGNORECASE,
)
# What was made, signed or said in a town, and the line that dates a letter: nobody meets there.
MADE_THERE = compile_leaping(
    r"\b(?<!la )(?<!une )(?<!cette )(?<!notre )(?:enregistr|tourn|film|"
    r"sign|[ée]cri|r[ée]dig|imprim|publi|photographi|cr[ée]|fond|n|"
    r"r[ée]alis|collect|"
    r"recueilli|"
    r"capt|mont|dessin|produi|rapport|fabriqu|adopt)(?:[ée]e?s?|te?s?|es?|s)?\s(?:[\w'’-]+\s){0,4}?"
    r"(?:[àa]|dans la ville de|depuis|sur|de)\s$|"
    r"\b(?:faite?s?|(?:photo\w*|images?|clich[ée]s?|vid[ée]os?)(?:\s[\w'’-]+){0,2}|originaires?|issue?s?|prises?)"
    r"\s(?:[àa]|de|d['’])\s?$|"
    r"\bvenue?s?\s(?:de|d['’])\s?$|"
    r"\b(?:annonc|d[ée]voil|prononc|proclam|promulgu|d[ée]cid)[ée]e?s?\s(?:par\s[^.;:!?,]{3,60}\s)?[àa]\s$",
    re.IGNORECASE,
)
# Those who were brought together there: `a réuni 60 professionnels à Lens`.
GATHERED_THERE = compile_gated(
    r"\b(?:r[ée]uni|rassembl|accueill|regroup|convi)\w*\s(?:(?:les|des|pr[èe]s de|plus de|environ|une?|tous|toutes|"
    r"\d++|quelque|vingtaine|trentaine|quarantaine|cinquantaine|centaine|nombreu\w++|de|d['’])\s?)*$",
    re.IGNORECASE,
)
# Those who came, told at the head of a sentence: who they are says nothing of where they work, and the place is theirs.
THOSE_WHO_CAME = re.compile(
    r"\W*(?:(?:ils|elles|nous|vous)\s(?:[ée]taient|[ée]tions|[ée]tiez|furent|f[ûu]mes|sont|sommes|serons|seront)"
    r"(?:\s(?:pr[èe]s|plus|une?|environ|quelque|encore|donc|ainsi|au moins|nombreux|nombreuses))*\s"
    r"(?:de\s|d['’])?(?=\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|"
    r"quarante|cinquante|soixante|cent|mille|nombreu|vingtaine|trentaine|quarantaine|cinquantaine|centaine|[àa]\s)|"
    r"(?:plus|pr[èe]s) d(?:e\s|['’])[^.;:!?]{3,40}\s"
    r"(?:[ée]taient|ont r[ée]pondu|se sont (?:retrouv|r[ée]uni|rassembl))\w*)",
    re.IGNORECASE,
)
# A day of these is no day of a meeting.
OTHER_DAY = compile_gated(
    r"\b(?:publi(?!cs?\b|ques?\b)\w+|paru\w*|mise? (?:en ligne|[àa] jour)|modifi\w+|imprim\w+|d[ée]crets?|"
    r"lois?|arr[êe]t[ée]s?|circulaires?|articles?|sources?|photos?|cr[ée]dits?|inscriptions?|limite|avant|"
    r"retraits?|d[ée]p[ôo]ts?|jusqu|n[ée]e?|fait|sign\w+|(?:retourner|renvoyer|adresser|transmettre)\s(?:pour|d[èe]s|d['’]ici))\b",
    re.IGNORECASE,
)
HALF_DAY_BEFORE = re.compile(
    r"\b(?:le matin|l['’]apr[èe]s-midi|le soir|en (?:matin[ée]e|soir[ée]e)|le midi|matin|apr[èe]s-midi)\s?[:,]?\s$",
    re.IGNORECASE,
)
# A clause of its own on what was named before: `l'autrice, qui a grandi à Creil`.
# What will be done there: whoever stands before it is not merely there (`le maire inaugurera à`).
WILL = re.compile(r"\w(?:er|ir|dr|vr)(?:a|ont|ons|ez)\s$", re.IGNORECASE)
# What was or will be done there, behind a verb that helps: `a ouvert les travaux à`, `sont attendus à`.
DONE = compile_leaping(
    r"\b(?:a|ont|avons|avez|aura|auront|[ée]tai(?:t|ent|s)|est|sont|sera|seront|serez|serons|fut|furent|va|vont)\s(?:[ée]t[ée]\s)?"
    r"(?!(?:[ée]t|n|habit|travaill|exerc|enseign|[ée]tudi|exp[ée]riment|d[ée]ploy|test|adopt|inspir|dirig|cr[ée]|fond|"
    r"install|bas|implant|situ|form|sign|publi|men|[ée]labor|d[ée]velopp|lanc|port)[ée]e?s?\b|"
    r"(?:grandi|v[ée]cu|[ée]crit|mise?s?|professeure?|format(?:eur|rice)|direct(?:eur|rice)|maire)\b)"
    r"\w+(?:[ée]e?s?|ie?s?|[ut]e?s?|ir|er|re)\s[^.;:!?,]{0,60}$",
    re.IGNORECASE,
)
# To whom something is shown or told: they are no more there than anybody else (`sera exposée aux maires`).
TO_SOMEBODY = re.compile(r"\b(?:aux?|[àa] (?:la|l['’])|devant (?:les?|la|l['’]))\s?$", re.IGNORECASE)
RELATIVE = re.compile(r",\s(?:qui|que|dont|où|n[ée]e?|install[ée]e?s?)\b[^.;:!?]*$", re.IGNORECASE)
# What leads from one place and its day to the next place: `le 14 juin, puis à`.
NEXT_PLACE = re.compile(r"(?:,|;|\bet|\bpuis|\bensuite|\benfin)\s(?:[àa]\s|en\s|aux?\s)?$", re.IGNORECASE)
NEAR, LONGEST_DAY, SHORT_LINE = 110, 40, 100


def day_near(text: str, start: int, end: int, first: int, last: int) -> bool:
    """Check for a day or an hour in the sentence, near the span from `first` to `last`."""
    return any(
        abs(match.start() - last) < NEAR or abs(first - match.end()) < NEAR
        for match in DAY.finditer(text, max(start, first - NEAR - LONGEST_DAY), min(end, last + NEAR + LONGEST_DAY))
    )


def is_event_place(text: str, sentence: tuple[int, int], first: int, last: int, title: bool) -> bool:
    """Decide whether a town between `first` and `last` is where an event of its sentence takes place."""
    start, end = sentence
    if SPEAKS_AT.search(text, max(start, first - 40), first):
        return True
    if is_barred_place(text, start, first):
        return False
    if day_near(text, start, end, first, last) or HALF_DAY_BEFORE.search(text, max(start, first - 40), first):
        return True
    window = max(start, first - 80)
    if MEETING_VERB.search(text, window, first):
        return True
    weak = WEAK_VERB.search(text, window, first)
    if weak and MEETING_NOUN.search(text, max(start, first - 2 * NEAR), weak.start()):
        return True
    aside = RELATIVE.search(text, max(start, first - NEAR), first)
    if not aside and (title or end - start <= SHORT_LINE):
        return bool(MEETING_NOUN.search(text, start, first) if title else MEETING_NOUN.match(text, start, first))
    return False


def is_barred_place(text: str, start: int, first: int) -> bool:
    """Check for a place where something was made or somebody is, without people meeting there."""
    if MADE_THERE.search(text, max(start, first - 70), first + lead_length(text, first)):
        return True
    if WILL.search(text, max(start, first - 30), first):
        return False
    if THOSE_WHO_CAME.match(text, start, first):
        return False
    done = DONE.search(text, max(start, first - 90), first)
    somebody = SOMEBODY_THERE.search(text, max(start, first - 90), first)
    if somebody is None or (done is not None and somebody.start() < done.start()):
        return False
    if done is not None and TO_SOMEBODY.search(text, done.start(), somebody.start()):
        return False
    return is_elsewhere(text, start, somebody.start(), first)


def is_elsewhere(text: str, start: int, somebody: int, first: int) -> bool:
    """Check that the people named before a town are merely there, and do not meet there."""
    if touches_day(text, start, first) or GATHERED_THERE.search(text, max(start, somebody - 60), somebody):
        return False
    return not any(verb.end() > somebody for verb in MEETING_VERB.finditer(text, max(start, somebody - 40), first))


def is_day_of_paper(text: str, start: int, first: int) -> bool:
    """Check that the last day before a position is that of a paper, a photo or a deadline."""
    days = list(DAY.finditer(text, start, first))
    before = max([start, *(day.end() for day in days[:-1])]) if days else start
    return bool(days) and OTHER_DAY.search(text, before, days[-1].start()) is not None


def is_passed(text: str, start: int, first: int) -> bool:
    """Check for a town that a bus stops at, or whose former meeting is only told of (`les actes du 3 mai (Lens)`).

    What is only said of another year (`l'an prochain à Cambrai`) is no place of this one.
    """
    if ANOTHER_YEAR.search(text, max(start, first - 100), first):
        return True
    passed = ON_THE_WAY.search(text, max(start, first - 180), first)
    return passed is not None and HALTS.search(text, passed.start(), first) is None


def lead_length(text: str, first: int) -> int:
    """Length of the preposition that a span of a venue begins with, if any."""
    lead = re.compile(r"[àÀaA]\s").match(text, first)
    return len(lead[0]) if lead else 0


def stands_behind_day(text: str, start: int, first: int) -> bool:
    """Check that nothing but a mark stands between a position and the day or hour of a meeting before it."""
    tail = text[max(start, first - LONGEST_DAY) : first].rstrip(" ,:–—-")
    days = list(DAY.finditer(tail))
    return bool(days) and days[-1].end() == len(tail) and OTHER_DAY.search(tail) is None


def touches_day(text: str, start: int, first: int) -> bool:
    """Check whether a day stands right before a position (`le 12 mars à Lens`, `12 mars, Lens`)."""
    tail = text[max(start, first - 40) : first]
    days = list(DAY.finditer(tail))
    return (bool(days) and len(tail) - days[-1].end() <= 14) or HOUR_IN_WORDS.search(tail) is not None


def have_own_days(text: str, sentence: tuple[int, int], house: int, town: int) -> bool:
    """Whether a house that ends at `house` and a town behind it have a day each (`à la MJC le 3 puis à Lens le 9`)."""
    days = [day.start() for day in CALENDAR_DAY.finditer(text, *sentence)] if house < town else []
    between = [day for day in days if house <= day < town]
    return bool(between) and len(days) > len(between) and NEXT_PLACE.search(text, between[-1], town) is not None
