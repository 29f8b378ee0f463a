"""Nouns of events: what people call a meeting, finer than what the other rules need to know of it.

Most of these nouns mean a meeting only at the head of a title (`Semaine de la santé`, `Parcours …`): in running text
`la semaine` is a length and `le parcours` a life.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from extract.events.page.naming import TYPES
from extract.matching.by_initial import by_initial
from extract.matching.gates import compile_gated

# A body that meets: `Le réseau des médiateurs se retrouvera le 18 novembre`.
_MEETS_ITSELF: Final = r"(?:\s(?!se\s)[\w'’«»-]+){1,10}\sse (?:retrouv|r[ée]uni|rassembl|donn)\w+"
_ANYWHERE: Final = (
    ("assemblée générale", r"assembl[ée]es? g[ée]n[ée]rales?"),
    ("assemblée", r"assembl[ée]es? (?:commun\w*|annuel\w*|pl[ée]ni\w+|citoyen\w*|de quartier|d['’]habitants)"),
    ("réunion publique", r"r[ée]unions? publiques?"),
    (
        "réunion d'information",
        r"(?:r[ée]unions?|s[ée]ances?|temps) (?:d['’]informations?|de pr[ée]sentation)|informations? collectives?",
    ),
    ("portes ouvertes", r"(?:journ[ée]es? )?portes?[- ]ouvertes|ouvr\w+ (?:grand )?(?:ses|leurs|nos|les) portes(?! d)"),
    ("marche exploratoire", r"marches? exploratoires?"),
    ("assises", r"assises"),
    ("groupe de travail", r"groupes? de travail|gt(?= (?!d['’]|de )|\W*$)"),
    ("groupe de suivi", r"groupes? de suivi"),
    ("comité", r"comit[ée]s? (?:de pilotage|techniques?|de suivi)|copils?|cotechs?"),
    ("café", r"caf[ée]s? des \w+|caf[ée]s?[- ](?:d[ée]bats?|philo\w*|citoyens?|rencontres?|parents|doc|projets?)"),
    ("petit-déjeuner", r"petits?[- ]d[ée]j(?:euners?)?(?![^\W_])['’]?"),
    ("classe virtuelle", r"classes? virtuelles?"),
    ("journée d'étude", r"journ[ée]es? d['’][ée]tudes?"),
    ("théâtre-forum", r"th[ée][âa]tres?[- ]forums?"),
    ("ciné-débat", r"cin[ée][- ](?:d[ée]bats?|[ée]changes?|rencontres?)"),
    ("inauguration", r"inaugurations?"),
    ("permanence", r"permanences?"),
    ("hackathon", r"hackathons?"),
    ("rencontre", r"temps d['’][ée]changes?"),
    (
        "rencontre",
        r"se (?:retrouv(?:e|ent|eront)|r[ée]uni(?:t|ssent|ra|ront))|se sont (?:retrouv|r[ée]uni)\w+|"
        r"s['’](?:est|[ée]tait) r[ée]uni\w*|r[ée]uni(?:t|ssait|ssent)",
    ),
    ("formation", r"se former|formez-vous|formation-action"),
    (
        "formation",
        r"(?:(?:demi-)?journ[ée]es?|matin[ée]es?|sessions?|stages?|modules?|actions?) (?:gratuites? )?(?:de |d['’])"
        r"(?:formation|sensibilisation|perfectionnement|professionnalisation)s?",
    ),
    ("job dating", r"(?:job|stage|speed)[- ]?(?:dating|meeting)s?"),
    ("groupe de pratique", r"groupes? (?:de |d['’])(?:[ée]changes? (?:de|des) )?(?:pratiques|parole)"),
    ("analyse de pratiques", r"(?:groupes? d['’])?analyses? (?:de |des )(?:la )?pratiques?"),
    ("réunion", r"conseils? (?:d['’]administration|de quartier|p[ée]dagogiques?)(?=\s(?:du|d['’]|de (?:la )?\w+\s\d))"),
    ("tournée", r"tourn[ée]es?(?=\s+[«“\"])"),
    ("balade", r"(?:balades?|promenades?) urbaines?"),
    ("tirage au sort", r"tirages? au sort"),
    ("chantier participatif", r"chantiers? participatifs?"),
    ("vide-grenier", r"vide[- ](?:greniers?|dressings?)"),
    ("bourse", r"bourses? aux? (?:jouets|livres|v[êe]tements|v[ée]los|plantes|jeux)(?: chauds)?"),
    ("pique-nique", r"pique-niques?"),
    ("déambulation", r"d[ée]ambulations?"),
    ("don du sang", r"dons? du sang"),
    ("soirée-débat", r"soir[ée]es?[- ]d[ée]bats?"),
    ("voyage d'étude", r"voyages? (?:d['’][ée]tudes?|apprenants?)|journ[ée]es? apprenantes?"),
    ("matinale", r"matinales?"),
    ("groupe d'échanges", r"groupes? d['’][ée]changes?"),
    ("échange de pratiques", r"[ée]changes? de pratiques?"),
    (
        "parcours",
        r"parcours(?= (?:en |pour (?:les|des) |gratuit|propos[ée]|destin[ée]|d['’](?:ateliers|un an)|"
        r"de (?:formation|deux|trois|quatre|cinq|six|\d)))",
    ),
    ("réunion de réseau", rf"r[ée]seau(?={_MEETS_ITSELF})"),
    ("réunion", rf"(?:groupe|collectif|conseil citoyen)(?={_MEETS_ITSELF})"),
    ("session", r"sessions?"),
    ("séance", r"s[ée]ances?"),
)
_AT_THE_HEAD: Final = (
    ("semaine", r"(?:la |les )?semaines?(?! du \d)"),
    ("parcours", r"(?:le |les |un )?parcours"),
    ("sortie", r"(?:la |les |une )?sorties?"),
    ("tournoi", r"(?:le |les |un )?(?:tournois?|challenges?)"),
    ("assemblée", r"(?:l['’]|une )?assembl[ée]es?"),
    ("commission", r"(?:la |les )?commissions?"),
    ("salon", r"(?:le |les |un )?salons?"),
    ("festival", r"(?:le |un )?festivals?"),
    ("université", r"(?:l['’]|une )?universit[ée]s? (?:d['’](?:été|hiver|automne)|de printemps|de rentr[ée]e)"),
    ("tournée", r"(?:la |une )?tourn[ée]es?"),
    ("café", r"(?:le |les |un )?caf[ée]s?"),
    ("présentation", r"(?:la |une )?pr[ée]sentations?"),
    ("club", r"(?:le |les |un )?clubs?"),
    ("stand", r"(?:le |les |un )?stands?"),
    ("marche", r"(?:la |les |une )?(?:grande )?marches?(?! [àa] suivre)"),
    ("quinzaine", r"(?:la |une )?quinzaines?"),
    (
        "chantier",
        r"(?:le |les |un )?chantiers? (?:participatifs?|ouverts?|jeunes|[ée]ducatifs?|solidaires?|peinture|"
        r"nature|jardin|nettoyage)",
    ),
    ("banquet", r"(?:le |un )?banquets?"),
    ("concertation", r"(?:la |une )?concertations?"),
    *(
        (noun, rf"(?:(?:la |le |les |une? |notre |nos |grande? )|l['’]\s?){{0,2}}(?:{pattern})")
        for noun, pattern in (
            ("balade", r"balades?|promenades?|randonn[ée]es?"),
            ("visite", r"visites?"),
            ("goûter", r"go[ûu]ters?"),
            ("galette", r"galettes?(?: des rois)?"),
            (
                "repas",
                r"(?:repas|d[îi]ners?|d[ée]jeuners?|banquets?|brunchs?|barbecues?|buffets?|ap[ée]ros?|ap[ée]ritifs?)",
            ),
            ("vernissage", r"vernissages?"),
            ("bal", r"bals?"),
            ("loto", r"lotos?"),
            ("troc", r"trocs?"),
            ("collecte", r"collectes?"),
            ("nettoyage", r"(?:grand )?nettoyages?|clean[- ]?walks?|world clean"),
            ("plantation", r"plantations?"),
            ("dépistage", r"d[ée]pistages?"),
            ("vaccination", r"vaccinations?"),
            ("signature", r"signatures?(?= (?:d|le |à )|\s*$)"),
            ("caravane", r"caravanes?(?= d)"),
            ("nuit", r"nuits?(?= d)"),
            ("comité", r"comit[ée]s?(?! des f[êe]tes)"),
            ("pose de la première pierre", r"poses? de (?:la )?premi[èe]re pierre"),
            ("lancement", r"lancements?(?! (?:de l['’]|des |d['’]un )(?:appels?|enqu[êe]te|campagne))"),
            ("projection", r"projections?"),
            ("ciné-conférence", r"cin[ée][- ]conf[ée]rences?"),
            ("concert", r"concerts?"),
            ("lecture", r"lectures?(?! (?:seule|plus|et |du |de la |des |d['’]un ))"),
            ("vote", r"votes?(?= (?:sur|du|des?|pour))"),
            ("plénière", r"pl[ée]ni[èe]res?"),
            ("point presse", r"points? (?:de )?presse"),
            ("compétition", r"comp[ée]titions?|interclubs"),
            ("veillée", r"veill[ée]es?"),
            ("causerie", r"causeries?"),
            ("course", r"courses?"),
            ("séjour", r"s[ée]jours?|mini-?camps?|week-?ends?(?= (?:en|au|à|familial|des))"),
            ("jeux", r"jeux (?:de soci[ée]t[ée]|g[ée]ants)"),
            ("village", r"villages?(?= (?:des?|du|asso|pr[ée]vention|sport|sant[ée]|emploi))"),
            ("bibliothèque vivante", r"biblioth[èe]ques? vivantes?"),
            ("initiation", r"initiations?"),
            ("émission", r"[ée]missions?(?= (?:de radio|en direct))"),
            ("vœux", r"(?:c[ée]r[ée]monie des )?v(?:œ|oe)ux"),
            (
                "conseil",
                r"conseils? (?:de (?:maison|quartier|vie sociale|d[ée]veloppement)|p[ée]dagogiques?|d['’][ée]cole|"
                r"des (?:enfants|jeunes|a[îi]n[ée]s|sages))",
            ),
            ("conseil municipal", r"conseils? municipa(?:l|ux)"),
            ("conseil communautaire", r"conseils? (?:communautaires?|m[ée]tropolitains?)"),
            ("conseil d'administration", r"conseils? d['’]administration"),
            (
                "bureau",
                r"bureaux?(?= (?:communautaire|municipal|syndical|ex[ée]cutif|m[ée]tropolitain|f[ée]d[ée]ral|"
                r"[ée]largi|du r[ée]seau|de l['’]association|du \d|du \w+di \d)|\W*$)",
            ),
            ("marché de Noël", r"march[ée]s? de no[ëe]l"),
            (
                "marché",
                r"march[ée]s? (?:aux? \w+|nocturnes?|artisana\w+|gourmands?|solidaires?|fermiers?|de printemps|"
                r"d['’](?:[ée]t[ée]|automne)|des (?:producteurs|cr[ée]ateurs|artisans))",
            ),
            ("brocante", r"brocantes?"),
            ("braderie", r"braderies?"),
            ("carnaval", r"carnavals?"),
            ("kermesse", r"kermesses?"),
            ("foire", r"foires?(?! aux questions)"),
            ("ducasse", r"ducasses?"),
            ("guinguette", r"guinguettes?"),
            ("pique-nique", r"pique-niques?"),
            ("bourse", r"bourses? (?:aux? |[àa] (?:la |l['’])?)\w+"),
            ("concours", r"concours(?= (?:d|photo))"),
            ("loto", r"(?:super|grands?) lotos?"),
            ("commémoration", r"comm[ée]morations?"),
            ("hommage", r"hommages?"),
            ("messe", r"messes?"),
            ("quiz", r"(?:soir[ée]es? )?quiz+"),
            ("dictée", r"dict[ée]es?"),
            ("course", r"trails?|cross|corridas?|foul[ée]es"),
            ("gala", r"galas?"),
            ("défilé", r"d[ée]fil[ée]s?"),
            ("feu d'artifice", r"feux? d['’]artifice"),
            ("spectacle", r"th[ée][âa]tres?(?=\s?[:,«“\"]|\W*$)|contes?(?= (?:musica|et|en)|\W*$)"),
            (
                "projection",
                r"cin[ée][- ]club|cin[ée](?:mas?)?(?=\s?[:«“\"]| (?:en )?plein[- ]air)|s[ée]ances? de cin[ée]ma",
            ),
            ("heure du conte", r"heures? d(?:u|es) contes?"),
            ("repair café", r"repair[- ]caf[ée]s?"),
            ("repas", r"disco[- ]soupes?|arbres? de no[ëe]l|moules[- ]frites"),
            ("thé dansant", r"th[ée]s? dansants?"),
            ("chasse aux œufs", r"chasses? (?:aux? |[àa] l['’])\w+"),
            ("voyage", r"voyages?(?= (?:[àa]|en|au|aux|d['’]un jour)(?![^\W_]))"),
            ("distribution", r"distributions?(?= d)"),
            ("consultation", r"consultations?(?= (?:d|infant|gratuite|m[ée]dica|juridi))"),
            ("retour d'expérience", r"retours? d['’]exp[ée]riences?"),
            ("point d'étape", r"points? d['’][ée]tape"),
            ("diagnostic en marchant", r"diagnostics? en marchant"),
            ("visite", r"tours? (?:de|du) quartier"),
            ("audition", r"auditions?"),
            ("jury", r"jurys?"),
            ("élection", r"[ée]lections?"),
        )
    ),
)
WEAK: Final = frozenset(
    (
        "événement",
        "visioconférence",
        "journée",
        "matinée",
        "après-midi",
        "soirée",
        "rencontre",
        "visite",
        "permanence",
        "session",
        "séance",
        "nuit",
        "échange de pratiques",
        "lancement",
        "initiation",
    )
)
"""Nouns that also say less than a kind: how long, on screen, or only that people meet."""
VAGUE: Final = frozenset(("événement", "visioconférence", "lancement", "initiation", "nuit"))
"""Nouns that leave it to any other noun to say what kind it is."""


def _alternatives(nouns: tuple[tuple[str, str], ...], prefix: str) -> str:
    return "|".join(f"(?P<{prefix}{index}>{pattern})" for index, (_, pattern) in enumerate(nouns))


_TEXT_NOUNS: Final = (*_ANYWHERE, *TYPES)
# `Rendez-vous devant la gare` is said to readers.
_BEFORE: Final = r"(?<![^\W_])(?!(?:rendez-vous|rdv)\s+(?:devant|à|au|aux|en|sur|le|d[èe]s|dans|pour|ici)(?![^\W_]))"
_IN_TEXT: Final = re.compile(rf"{_BEFORE}(?:{_alternatives(_TEXT_NOUNS, 't')})(?![^\W_])", re.IGNORECASE)
# Where one of them stands, whichever it is: their first letters are asked for once.
_ANY_NOUN: Final = "|".join(pattern for _, pattern in _TEXT_NOUNS)
_SPOT: Final = compile_gated(
    rf"{_BEFORE}(?:{_ANY_NOUN})(?![^\W_])", re.IGNORECASE, rf"{_BEFORE}(?:{by_initial(_ANY_NOUN)})(?![^\W_])"
)
_HEAD: Final = re.compile(rf"\W*(?:{_alternatives(_AT_THE_HEAD, 'h')})(?![^\W_])", re.IGNORECASE)
_ANY_HEAD: Final = re.compile(
    rf"\W*(?:{by_initial('|'.join(pattern for _, pattern in _AT_THE_HEAD))})(?![^\W_])", re.IGNORECASE
)
"""Where one of them stands, whichever it is."""

_ARTICLE: Final = re.compile(
    r"\W*(?:(?:l[ea]s?|une?|notre|nos|des|du|grande?|petite?|premi[èe]re?)\s|l['’]|d['’]une?\s){0,3}\W*", re.IGNORECASE
)


class EventNoun(NamedTuple):
    """A noun for a kind of event (`journée d'étude`), with the span of the words that say so."""

    kind: str
    start: int
    end: int


def find_nouns(text: str, start: int, end: int) -> list[EventNoun]:
    """All nouns of events between two positions of a text, in order."""
    return [
        EventNoun(_TEXT_NOUNS[int(m.lastgroup[1:])][0], m.start(), m.end())
        for spot in _SPOT.finditer(text, start, end)
        if (m := _IN_TEXT.match(text, spot.start(), end)) and m.lastgroup
    ]


def find_head_noun(text: str, start: int, end: int) -> EventNoun | None:
    """The noun that a title or a part of one begins with, where only its place tells that it is one."""
    match = _HEAD.match(text, start, end) if _ANY_HEAD.match(text, start, end) else None
    if match is None or not match.lastgroup:
        return None
    return EventNoun(_AT_THE_HEAD[int(match.lastgroup[1:])][0], match.start(match.lastgroup), match.end())


def find_first_noun(words: str) -> EventNoun | None:
    """The noun of an event that words begin with, behind no more than an article."""
    head = find_head_noun(words, 0, len(words))
    nouns = find_nouns(words, 0, len(words))
    first = nouns[0] if nouns and _ARTICLE.fullmatch(words, 0, nouns[0].start) else None
    return first if head is None or (first is not None and first.end > head.end) else head
