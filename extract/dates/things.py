"""Days on which something becomes of a thing: a letter leaves, a link is sent, a list is put up, a site is handed over.

Who or what a sentence speaks of tells whether people meet. Where it is a paper, a link, money or works, and the verb
that leads to the day is none of holding or showing, nobody does: `La convocation part le`, `Un lien vous sera adressé
le`, `Vous recevrez le programme le`.
"""

from __future__ import annotations

import re
from typing import Final

from extract.dates.cues import EVENT_WORDS, HELD
from extract.dates.initials import compile_vocabulary

_WRITTEN: Final = (
    r"courriers?|courriels?|e-mails?|mails?|messages?|lettres?|convocations?|invitations?|attestations?|certificats?|"
    r"comptes?[ -]rendus?|relev[ée]s?|synth[èe]ses?|actes|ordres? du jour|notes?|livrets?|guides?|plaquettes?|"
    r"affiches?|tracts?|flyers?|brochures?|articles?|listes?|questionnaires?|formulaires?|dossiers?|documents?|pi[èe]ces|"
    r"annexes?|annuaires?|rapports?|factures?|devis|billets?|badges?|notifications?|confirmations?|r[ée]ponses?|d[ée]cisions?"
)
_SHOWN: Final = (
    r"liens?|codes?|supports?|diaporamas?|enregistrements?|replays?|vid[ée]os?|captations?|podcasts?|reportages?|"
    r"documentaires?|[ée]missions?|photos?|pages?|sites?|plateformes?|applications?|programmes?(?! (?:d['’]|de) )"
)
_OTHERS: Final = (
    r"subventions?|cr[ée]dits|fonds|soldes?|acomptes?|r[ée]sultats?|laur[ée]ate?s|gagnante?s|tirages? au sort|"
    r"chantiers?|travaux(?! de (?:la|notre|cette) )|ouvrages?|logements?|bureau(?:x|(?= (?:sera|est) ))|"
    r"secr[ée]tariat|standard|guichet|locaux"
)
_THINGS: Final = compile_vocabulary({"thing": "|".join((_WRITTEN, _SHOWN, _OTHERS))}).pattern
_LEADS_IN: Final = re.compile(
    r"(?:^|[^\w\s'’][\s«\"“]*|(?<![^\W_])(?:et|mais|puis|enfin|que|qu['’]|ensuite)\s)"
    r"(?:(?:l[ea]s?|une?|des|d[eu]|nos|notre|vos|votre|ses|sa|son|leurs?|ces?|cette|chaque|toute?s?|tous|premi[èe]re?s?|"
    r"deux|trois|petite?s?|nouve\w+)\s|[ld]['’]){0,3}$"
)
"""What stands before what a sentence speaks of: nothing but a mark, an article, a number."""
_HELD: Final = (
    rf"{HELD}|pr[ée]v|programm|tien|convo|cal[ée]|d[ée]roul|d[ée]but|commenc|cl[ôo]tur|pr[ée]sent|restitu|partag|d[ée]voil|"
    r"projet|expos|d[ée]batt|discut|examin|aura|auront|visit|suivi|particip"
)
_BECOMES: Final = re.compile(
    r"(?<![^\W_])(?:"
    r"(?:sera|seront|est|sont|[ée]tai(?:t|ent)|[ée]t[ée]|fu(?:t|rent)|[êe]tre)\s(?:\w+ment\s|bien\s|d[ée]j[àa]\s|ensuite\s|"
    r"(?:[àa]|de) nouveau\s|par \w+\s)?"
    rf"(?:(?!{_HELD})[^\W\d_]+(?:[ée]|i|u|is|it|ert)e?s?|[^\W\d_]+[aio]bles?|en ligne|publics?|pr[êe]te?s?)|"
    rf"(?!{_HELD})[^\W\d_]{{2,}}(?:er|ir|dr|tr|rr)(?:a|ont)|"
    r"par(?:t|tent)|arriv(?:e|ent)|para[îi]t|paraissent|tomb(?:e|ent)|sort(?:ent)?|pass(?:e|ent)|parvien(?:t|nent)|"
    r"(?:envoy|adress|transm|exp[ée]di|diffus|publi|communiqu|distribu|affich|coll|livr|notifi|vers|d[ée]livr|post|pris|"
    r"effectu|mi(?:s|se|ses) en )[^\W\d_]*"
    r")(?![^\W_])"
)
"""What becomes of a thing: it is done, it will do, it leaves or comes; what is held or shown to people is none."""
_GIVES: Final = re.compile(
    r"(?<![^\W_])(?:(?:vous |nous |leur |lui |on |je )+(?:enver|adresse|transmett|communique|diffuse|publie|remett|"
    r"exp[ée]die|poste|affiche|distribue)r\w*|(?:vous |ils |elles )recev\w+|recevr(?:ez|ont))\s[^.;:!?\d]{0,50}$"
)
"""Who gives or gets something: `Vous recevrez le programme le`."""
_LETTER: Final = re.compile(
    r"(?<![^\W_])(?:courriers?|courriels?|e-mails?|mails?|messages?|lettres?|demandes?|photos?|notes?)"
    r"(?: [^\W\d_]+){0,2}?\s(?:en date |dat[ée]e?s? )?(?:du|des)\s?$"
)
"""`Suite à votre courrier du`, `par lettre en date du`."""
_MEETS: Final = re.compile(rf"(?<![^\W_])(?:{EVENT_WORDS}|lors|pendant|rendez-vous|pour)(?![^\W_])")
_REACH: Final = 120


def is_of_thing(before: str) -> bool:
    """Whether the words before a day, in lower case and of its sentence, tell what becomes of a thing on it."""
    lead = before[-_REACH:]
    if _LETTER.search(lead) is not None:
        return True
    for thing in _THINGS.finditer(lead):
        rest = lead[thing.end() :]
        if _MEETS.search(_last_of(rest)) is not None:
            return False  # what is given at a meeting is given on its day
        if _LEADS_IN.search(lead[: thing.start()]) is not None and _BECOMES.search(rest) is not None:
            return True
    given = _GIVES.search(lead)
    return given is not None and _THINGS.search(lead, given.start()) is not None


def _last_of(rest: str) -> str:
    """What stands behind the last verb of some words, where it leads to a day."""
    last = max((verb.end() for verb in _BECOMES.finditer(rest)), default=len(rest))
    return rest[last:]
