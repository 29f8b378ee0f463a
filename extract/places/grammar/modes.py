"""Online and hybrid: the words that say that people meet at a distance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.matching.by_initial import words_by_initial
from extract.matching.gates import compile_gated
from extract.matching.leaping import compile_leaping
from extract.places.grammar.attributes import is_attribute
from extract.places.grammar.context import DAY, MEETING_NOUN
from extract.places.grammar.done_online import is_done_alone
from extract.places.grammar.offered import ONE_MORE_MEETING, WEAK_SCREEN, is_put, names_some_sittings
from extract.places.grammar.screen_clues import SCREEN_CLUE, find_screen_clues
from extract.records import Mode

# What is held from afar, by the stem before it: `visioconférence`, `webatelier`, `télé-réunion`, `vidéo-rencontre`.
_AFAR_STEM = r"(?:visio|vid[ée]o|audio|t[ée]l[ée]|web|cyber|e)"
_HELD = (
    r"(?:conf[ée]rences?|r[ée]unions?|rencontres?|s[ée]minaires?|s[ée]ances?|ateliers?|d[ée]bats?|caf[ée]s?|"
    r"formations?|sessions?|permanences?)"
)
VIDEO = (
    rf"(?:en |par |via |sous forme de )?(?:(?:visio|vid[ée]o|audio|t[ée]l[ée])[- ]?(?:conf[ée]rences?|r[ée]unions?)|"
    rf"visios?\b(?!-(?:interpr|guich|surveil))|{_AFAR_STEM}-?{_HELD}|"
    r"(?:conf[ée]rences?|r[ée]unions?) t[ée]l[ée]phoniques?)(?: zoom| teams)?"
)
# Where each of those who meet on the screen sits: before a device of his own, or at home.
_DEVICE = r"(?:ordinateurs?|ordis?|pc|[ée]crans?|t[ée]l[ée]phones?|smartphones?|tablettes?|claviers?|webcams?)"
_HOME = (
    rf"(?:(?:sur|depuis|derri[èe]re|devant|face [àa]) (?:votre|vos)|(?:derri[èe]re|devant) (?:notre|nos|chacune? son)|"
    rf"chacune? (?:derri[èe]re|devant) son) "
    rf"(?:\w+ )?{_DEVICE}|depuis (?:votre|vos|notre|nos) (?:bureaux?|postes?|canap[ée]s?|salons?|cuisines?|domiciles?)"
    r"(?! de (?!travail))|depuis chez (?:vous|soi)|"
    rf"[ée]crans? interpos[ée]s?|(?<=: )(?:votre|vos|nos) {_DEVICE}"
)
ONLINE = compile_gated(
    rf"\b(?P<video>{VIDEO})|\b(?P<line>(?:100 ?% )?(?:en ligne|[àa] distance|en virtuel|"
    r"d[ée]mat[ée]rialis[ée]e?s?|(?:en )?distanciel(?:le)?s?|"
    r"(?:classes?|r[ée]unions?|rencontres?|salles?|sessions?|s[ée]ances?|"
    r"ateliers?|visites?|caf[ée]s?) virtuel(?:le)?s?|100 ?% web|"
    r"(?:sur|via|par) (?:"
    r"zoom|teams|webex|livestorm|youtube|discord|skype|whatsapp|jitsi|bigbluebutton|bbb|google meet|whereby|"
    r"glowbl|klaxoon|gotomeeting|facebook live)))\b|"
    r"(?P<tool>(?:(?<![^\n|(])|(?<=[–—|/,:-] )|(?<= (?:ou|et) ))"
    r"(?:zoom|teams|webex|livestorm|google meet|jitsi|bigbluebutton)"
    r"(?=\s?(?:$|[\n,;.)|/–—-])))|"
    rf"\b(?P<home>{_HOME})\b|"
    r"\b(?P<webinar>web-?[ie]naires?|webinars?|web-?conf[ée]rences?)\b",
    re.IGNORECASE,
)
# How one can follow from afar what people meet for somewhere; with no place it is online alone.
_ALSO_ONLINE = (
    r"\b(?:retransmi\w+|suivie?s?|suivre|accessibles?|diffus[ée]e?s?|assister|participer|connecter|rejoindre|possible|propos[ée]e?s?)\s"
    r"(?:[\w-]+\s){0,3}?(?:[àa] distance|(?:en|par) (?:direct|visio\w*|ligne|distanciel|streaming)|(?:sur|via|par) "
    r"(?:internet|zoom|teams|youtube|facebook))\b|\b(?:en |par )?(?:streaming|live ?stream)\b|"
    r"\blien (?:de (?:connexion|la (?:visio\w*|r[ée]union))|zoom|teams|de visio\w*)|"
    r"\b(?:connexion|liaison|retransmission|acc[èe]s|participation)s? (?:en |par |via |sur )?"
    r"(?:visio\w*|distanciel|[àa] distance|zoom|teams|webex)\b|"
    r"\b(?:une|la|notre) (?:retransmission|diffusion|liaison|connexion|captation en direct)(?: [\w'’-]+){0,9}?"
    r" (?:en (?:direct|visio\w*|streaming)|[àa] distance|"
    r"(?:sur|via|par) (?:internet|zoom|teams|webex|youtube|facebook))\b|"
    r"\b(?:en |la )?(?:visio[\w-]*(?: conf[ée]rence)?|distanciel|[àa] distance|zoom|teams) (?:est |reste |"
    r"sera )?(?:possible|sur demande)|"
    r"\bpossibilit[ée] (?:de|d['’])\s?(?:\w+\s){1,3}?(?:en visio\w*|[àa] distance|en distanciel)|"
    r"\ben (?:direct|live) (?:sur|via) (?:(?:notre|la|sa|leur|une) (?:cha[îi]ne|page)|"
    r"(?:notre|le|son|leur) (?:site|compte)|youtube|facebook|internet|zoom|twitch|les r[ée]seaux|"
    r"[\w-]{2,30}\.(?:fr|org|com|eu|net|info))\b"
)
ALSO_ONLINE = compile_gated(_ALSO_ONLINE, re.IGNORECASE, words_by_initial(_ALSO_ONLINE))
RECORDED = compile_gated(
    r"\b(?:replays?|enregistr\w+|captation|podcasts?|revoir|revivre|diff[ée]r[ée])\b", re.IGNORECASE
)
FILMED = re.compile(r"\bfilm[ée]+s?\b", re.IGNORECASE)  # and shown later, unless `en direct`
# How people do not meet, or no longer: `pas de visio cette fois`, `après six visios`, `plutôt qu'un webinaire`.
_COUNTED = r"deux|trois|quatre|cinq|six|sept|huit|dix|\d+|plusieurs|quelques|tant|ann[ée]es?|mois|ans?|semaines?"
NOT_SO = re.compile(
    r"\b(?:(?:pas|plus|jamais|assez|marre|loin|fini(?:e?s)?|termin[ée]e?s?)(?! seulement)|sans|ni|non|adieu|apr[èe]s|"
    r"au lieu|plut[ôo]t)(?:\s?(?:qu['’]|que|en|par|[àa]|l[ea]s?|l['’]|une?|des?|d['’]|tou(?:te)?s|ces|"
    rf"{_COUNTED})(?![^\W\d_])){{0,5}}\s?$|\bplut[ôo]t qu['’](?:en\s|une?\s|[àa]\s)?$",
    re.IGNORECASE,
)
# Who was away, not how people met: `Vous n'étiez pas devant votre écran le 3 mars ?`.
READER_AWAY = re.compile(r"\bvous n['’](?:[ée]tiez|avez|aviez|avez pu)\s(?:pas|plus)(?![^\W_])", re.IGNORECASE)
# What nobody can: `Il ne sera pas possible de suivre la réunion à distance`.
NOT_OPEN = re.compile(
    r"(?:(?<!qui )(?<!vous )\bne (?:ser(?:a|ont)|est|sont|pourr(?:a|ont)) (?:pas|plus)|\bimpossib\w+|\bpas possib\w+)"
    r"(?![^\W_])[^.;:!?]{0,60}$",
    re.IGNORECASE,
)
# What is learnt and not how: `Formation : animer un webinaire`, `Utiliser la visio`.
LEARNT = re.compile(
    r"(?:^|[\n:–—«-]\s?)(?!assist|particip|suiv|rejoin|retrouv)[^\W\d_]{3,}(?:er|ir|re)\s"
    r"(?:(?:et|ou)\s[^\W\d_]{3,}(?:er|ir|re)\s)?(?:une?|des|l[ae]s?|l['’]|ses|vos|son|sa|votre)\s?$|"
    r"\b(?:formations?|initiations?|introductions?|d[ée]couvertes?|prises? en main|bonnes pratiques|usages?)\s"
    r"(?:(?:[àa]|de|sur)\s(?:la\s|les\s|l['’])|aux?\s|d[eu]s?\s)$|"
    r"\b(?:comment|pourquoi|peut-on|faut-il)\s(?!assist|particip|suiv|rejoin|retrouv|venir|connect)[^.;:!?]{3,40}$",
    re.IGNORECASE,
)
# What gives way to the place: `La visio prévue est remplacée par une réunion à Lens`.
GIVEN_UP = re.compile(
    r"[^.;:!?\d]{0,40}?\b(?:remplac[ée]+s? par|(?:laisse|c[èe]de)(?:ra)? (?:la |sa )?place|devient)\b", re.I
)
# A way to meet in general: `On garde la visio pour les formats courts`, and not `la visio pour les séances 2 et 3`.
ARTICLE = re.compile(r"(?<![^\W_])(?:l[ae]s?|une|des)\s$", re.IGNORECASE)
IN_GENERAL = re.compile(
    r"\s(?:pour|dans|lors (?=d))\s?(?:les|des|nos|certaines?|toute?s? les|tous les)\s"
    rf"(?:\w+\s)?(?:formats?|temps|points?|instances?|sujets?|{MEETING_NOUN.pattern})(?!\s[^.;:!?]{{0,20}}\d)",
    re.IGNORECASE,
)
# One of two ways, asked for as what a line goes on to discuss: `Présentiel ou visio ? La majorité souhaite …`.
OR_BEFORE = re.compile(r"(?:^|\n|[.!?]\s)\W*[^\W\d_]+(?:\s[^\W\d_]+)?,?\s(?:ou|vs)\s(?:bien\s)?(?:en\s|[àa]\s)?$")
DISCUSSED = re.compile(
    r"\s?\?\s(?!les deux|au choix|[àa] vous|vous|choisi|comme|c['’]est vous)(?=[^\W_])", re.IGNORECASE
)
# What is said of one of several that is not like the others: `à Arras, sauf le module 3, suivi à distance`.
EXCEPTED = re.compile(r"\b(?:sauf|hormis|except[ée]|[àa] l['’]exception)\b[^.;:)]{0,60}$", re.IGNORECASE)
FOLLOW_UP = re.compile(r"\b(?:le|un|du|au|son|leur|de)\ssuivi\s$", re.IGNORECASE)  # `le suivi à distance` of families
FOLLOW_US = re.compile(r"\bnous\s$", re.IGNORECASE)  # `Vous pouvez nous suivre en ligne`
IN_PERSON = compile_gated(
    r"\b(?:en )?pr[ée]sentiel(?:le)?\b|\ben salle\b(?! virtuel)|\bsur (?:place|site)\b", re.IGNORECASE
)
HYBRID = compile_gated(
    r"\b(?:en |format |mode |au format )*hybrides?\b|\b(?:formule|format|mode)s? mixtes?\b|"
    r"\ben co-?modal\w*|\bbi-?modal(?:e|es|it[ée]s?)?\b",
    re.IGNORECASE,
)
# Who would be there but cannot come: what stands behind them is for them alone.
THOSE_AWAY = re.compile(
    r"\bqui (?:ne |n['’])[^.;:!?]{0,30}?(?:se d[ée]placer|venir|[êe]tre (?:pr[ée]sente?s?|l[àa]|sur place)|"
    r"nous rejoindre|faire le d[ée]placement)(?![^\W_])|"
    r"\b(?:personnes|coll[èe]gues|partenaires|membres|adh[ée]rente?s?|participante?s?) "
    r"(?:emp[êe]ch[ée]e?s|[ée]loign[ée]e?s)\b",
    re.IGNORECASE,
)
# Whom the screen is for, where others come: `en visio pour ceux qui le souhaitent`.
FOR_OTHERS = re.compile(
    r",?\s(?:\w+\s)?(?:pour (?:ceux|celles|les (?:personnes|participant\w*|coll[èe]gues|plus [ée]loign\w+))|"
    r"si (?:vous|besoin|n[ée]cessaire))(?![^\W_])",
    re.IGNORECASE,
)
# How an office goes on, and not how people meet: `l'équipe travaille à distance`, `nous restons joignables en visio`.
OFFICE_GOES_ON = re.compile(
    r"\b(?:[ée]quipes?|salari[ée]e?s|agents|personnels?|bureaux|services|coll[èe]gues|collaborat\w+|irev)\b"
    r"[^.;:!?\d]{0,60}\b(?:t[ée]l[ée])?(?:travaill\w+|fonctionn\w+|exerc\w+|poursui\w+|continu\w+)\b[^.;:!?\d]{0,25}$|"
    r"\b(?:continu\w+ (?:de|[àa]) travailler|joignables?|mobilis[ée]e?s|t[ée]l[ée]travail\w*)\b[^.;:!?\d]{0,20}$",
    re.IGNORECASE,
)
# What is put, found or done online without anybody meeting there.
NOT_A_MEETING = compile_leaping(
    r"\b(?:inscri\w+|inscrire|disponib\w+|mise?s?|mettre|publi\w+|consult\w+|t[ée]l[ée]charg\w+|formulaires?|"
    r"(?<!centre de )(?<!centres de )ressources?|"
    r"articles?|questionnaires?|enqu[êe]tes?|outils?|plateformes?|visionn\w+|(?<!se )(?<!vous )(?<!nous )retrouv\w+|"
    r"nous suivre|suivez[- ]nous(?: sur [^.;:!?]{3,30})?|abonn\w+|voir|revoir|"
    r"accessibles?|kits?|vid[ée]os?|replays?|enregistr\w+|captations?|podcasts?|services?|d[ée]marches?|contenus?|"
    r"journal|magazine|d[ée]pos\w+|"
    r"billetterie|r[ée]serv\w+|r[ée]?[ée]cout\w+|adh[ée]\w+|achats?|achet\w+|vente|command\w+|relev[ée]s?|"
    r"pourr\w+ (?:\w+ ){0,2}(?:bascul|transform|convert|transpos)\w*|"
    r"r[ée]pon\w+|candidat\w+|relay\w+|diffus\w+|catalogue|paiement|haine)\b[^.;:)?!»]{0,25}$",
    re.IGNORECASE,
)
# A document that is online: nobody meets there (`Le rapport est en ligne`).
IS_ONLINE = re.compile(
    r"(?<!c['’])(?<!\bce )\b(?:est|sont|reste|restent|sera|seront)\s(?:(?!connect|r[ée]uni)\w+\s)?$", re.IGNORECASE
)
RECORD = re.compile(
    r"\b(?:actes|relev[ée]s?|albums?|listes?|comptes?[- ]rendus?|rapports?|bilans?|diaporamas?|pr[ée]sentations?|"
    r"supports?|synth[èe]ses?|"
    r"programmes?|photos|dossiers?|documents?|guides?|notes?|vid[ée]os?)\b",
    re.IGNORECASE,
)
# What was planned in one way and takes place in the other.
TURNED = re.compile(r"\b(?:bascul|remplac|transform|transpos|convert|devien|pass(?:e|ent|er)|au lieu|plut[ôo]t)", re.I)
# What stands on its two sides is said of different sittings: `en ligne, sauf la dernière, à Amiens`.
EXCEPTION = re.compile(
    r"(?<![^\W_])(?:sauf|hormis|except[ée]e?s?|[àa] part|[àa] l['’]exception d(?:es?|u)?)(?![^\W_])", re.IGNORECASE
)
OTHER_MEETING = re.compile(
    rf"(?:\bet|\bpuis|,|\bavec)\s(?:une?|la|le|deux|trois|quatre|\d+)\s(?:[\w'’-]+\s){{0,2}}?{MEETING_NOUN.pattern}",
    re.IGNORECASE,
)
# Two kinds of meetings in one breath: `Un webinaire et trois ateliers`, `Deux rencontres, un webinaire`.
_A_KIND = (
    r"(?:(?:les?|la|l['’]|une?|des|deux|trois|quatre|cinq|six|\d{1,2})\s?)?"
    rf"(?P<%s>{MEETING_NOUN.pattern})"
)
TWO_KINDS = re.compile(
    rf"{_A_KIND % 'one'}(?:\s[\w'’-]+){{0,3}}?\s?(?:,|et|puis|\+|&|/)\s{_A_KIND % 'other'}", re.IGNORECASE
)
# How long each of two ways lasts: `2 jours en présentiel et 0,5 jour à distance` are of no one sitting.
LASTS = re.compile(
    r"(?<![\d,.])(?:\d{1,2}(?:[,.]\d)?|une?|deux|trois|quatre|cinq|six)\s?"
    r"(?:h(?:eures?)?|jours?|(?:demi-)?journ[ée]es?|jrs?|j|semaines?)\s(?:de\s\w+\s)?$",
    re.IGNORECASE,
)
# Counted behind a number of sittings: `3 jours (2 en salle, 1 à distance)`, `quatre séances, dont trois en présentiel`.
COUNT_TOLD = re.compile(
    rf"(?:\d{{1,2}}|deux|trois|quatre|cinq|six|sept|huit)\s(?:\w+\s)?(?:jours?|(?:demi-)?journ[ée]es?|{MEETING_NOUN.pattern})",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"(?<![\d,.])(?:\d|une?|deux|trois|quatre|cinq|six|l['’]une|l['’]autre|"
    r"la derni[èe]re|le dernier|le reste|les autres)\s$",
    re.IGNORECASE,
)
PLURAL = re.compile(r"visio[\w -]*s", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.;!?]\s")
_FAR_NOT, _FAR_AWAY, _FOLLOWED = 45, 90, len("suivi ")
ONLINE_NAME, VIDEO_NAME = "en ligne", "visioconférence"


@dataclass(frozen=True, slots=True)
class ModeWords:
    """Words that say how people meet. `generic` is set for `webinaire`, which names the kind of event first.

    `also` is set for words that open a meeting to those who are elsewhere (`retransmis en direct`).
    """

    start: int
    end: int
    mode: Mode
    name: str
    generic: bool = False
    also: bool = False


def find_mode_words(text: str, start: int, end: int) -> Iterator[ModeWords]:
    """Find online and hybrid words in a span; `en présentiel et en visio` together are hybrid."""
    for match in HYBRID.finditer(text, start, end):
        yield ModeWords(match.start(), match.end(), "hybrid", ONLINE_NAME)
    opening = list(_find_opening_words(text, start, end))
    yield from opening
    in_person: re.Match[str] | None = None
    looked = False
    for match in ONLINE.finditer(text, start, end):
        if any(words.start <= match.start() < words.end for words in opening) or not _tells_meeting(text, match, start):
            continue
        name = VIDEO_NAME if match["video"] else ONLINE_NAME
        if not looked:
            in_person, looked = IN_PERSON.search(text, start, end), True
        if in_person is not None and _is_shared_out(text, start, in_person.start(), match.start()):
            continue
        both = in_person is not None and is_beside(text, in_person.span(), match.span())
        yield ModeWords(match.start(), match.end(), "hybrid" if both else "online", name, is_generic(match))


def _is_shared_out(text: str, start: int, one: int, other: int) -> bool:
    """Whether a length of its own stands before each of two ways to meet: they tell of parts, and not how one is."""
    told = COUNT_TOLD.search(text, start, min(one, other)) is not None
    return all(
        LASTS.search(text, max(start, position - _FAR_NOT), position)
        or (told and COUNTED.search(text, max(start, position - _FAR_NOT), position))
        for position in (one, other)
    )


def _find_opening_words(text: str, start: int, end: int) -> Iterator[ModeWords]:
    """Words that open a meeting to those who are elsewhere; for those who cannot come a clue is enough."""
    for match in ALSO_ONLINE.finditer(text, start, end):
        near = max(start, match.start() - 60)
        head = text[near : match.end()]
        if ONE_MORE_MEETING.search(match[0]) or NOT_SO.search(text[near : match.start()]):
            continue
        if LEARNT.search(text, near, match.start()):
            continue  # `Animer la participation à distance`
        if FILMED.search(text, near, match.start()) and "direct" not in match[0].lower():
            continue
        if FOLLOW_UP.search(text, near, match.start() + _FOLLOWED) or (
            is_put(match[0]) and FOLLOW_US.search(text, near, match.start())
        ):
            continue
        if not (RECORDED.search(text, near, match.start()) or EXCEPTED.search(text, near, match.start())) and (
            NOT_OPEN.search(head) is None
        ):
            yield ModeWords(match.start(), match.end(), "online", ONLINE_NAME, also=True)
    for clue in find_screen_clues(text, start, end):
        if THOSE_AWAY.search(text, max(start, clue.start - _FAR_AWAY), clue.start):
            yield ModeWords(clue.start, clue.end, "online", ONLINE_NAME, also=True)


def _tells_meeting(text: str, words: re.Match[str], start: int) -> bool:
    """Check that people meet online, by what stands before: nothing is put, found or given up there."""
    bracketed = text[words.start() - 1 : words.start()] == "("
    if not bracketed and NOT_A_MEETING.search(text, max(start, words.start() - 45), words.start()):
        return False
    head = text[max(start, words.start() - 120) : words.start()]
    if words["line"] and is_done_alone(head, words[0]):
        return False
    if words["line"] and is_attribute(text, start, *words.span()):
        return False
    if words["line"] and IS_ONLINE.search(head) and (RECORD.search(head) or not MEETING_NOUN.search(head)):
        return False
    quoted = not words["webinar"] and head.rfind("«") > head.rfind("»")  # `le film « Derrière nos écrans »`
    if OR_BEFORE.search(head) is not None and DISCUSSED.match(text, words.end()) is not None:
        return False
    if OFFICE_GOES_ON.search(text, max(start, words.start() - _FAR_AWAY), words.start()):
        return False
    general = ARTICLE.search(head) is not None and IN_GENERAL.match(text, words.end()) is not None
    if general or GIVEN_UP.match(text, words.end()):
        return False
    denied = NOT_SO.search(head[-_FAR_NOT:]) and not READER_AWAY.search(head)
    return not (quoted or denied or NOT_OPEN.search(head) or LEARNT.search(head))


def is_generic(words: re.Match[str]) -> bool:
    """Check for words that name a kind of event first: `webinaire`, or several of a kind (`les visios du jeudi`)."""
    return bool(words["webinar"]) or (words["video"] is not None and PLURAL.fullmatch(words["video"]) is not None)


def may_tell_mode(text: str, start: int, end: int) -> bool:
    """Check whether the words of a span can say how people meet, cut out of the text or not: False is certain."""
    is_cut = text[start - 1 : start].isalnum() and text[start : start + 1].isalnum()  # a word that the gates saw whole
    return is_cut or any(
        words.may_match(text, start, end) for words in (ONLINE, ALSO_ONLINE, HYBRID, SCREEN_CLUE, WEAK_SCREEN)
    )


@lru_cache(maxsize=8)
def is_titled_online(title: str) -> bool:
    """Check for a title whose words of mode all say that people meet on the screen, and that names no other meeting."""
    return not names_two_kinds(title) and {words.mode for words in find_mode_words(title, 0, len(title))} == {"online"}


def names_two_kinds(words: str) -> bool:
    """Check for a meeting on the screen and another one in one breath: neither is said of all sittings."""
    kinds = TWO_KINDS.search(words)
    return kinds is not None and (ONLINE.search(kinds["one"]) is None) != (ONLINE.search(kinds["other"]) is None)


def is_beside(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Check that two spans stand near each other with no day between them, so that they are said of one meeting."""
    first, second = sorted((one, other))
    between = text[first[1] : second[0]]
    stop = SENTENCE_END.search(between)
    if stop is not None and MEETING_NOUN.search(between, stop.end()):
        return False  # `… sur Zoom. Une journée de clôture en présentiel`: another meeting
    if OTHER_MEETING.search(between) or EXCEPTION.search(between) or names_some_sittings(text, first[1], second[0]):
        return False  # `Deux webinaires et une journée en présentiel`
    return len(between) < 60 and not DAY.search(between) and not TURNED.search(between)
