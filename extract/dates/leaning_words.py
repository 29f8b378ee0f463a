"""Words that say whether what they tell lies ahead or back."""

from __future__ import annotations

import re
from typing import Final

from extract.dates.initials import compile_vocabulary
from extract.dates.lexicon import WEEKDAY_NAME
from extract.matching.leaping import compile_leaping

SAID_THEN: Final = (
    r"(?<![^\W_])(?:v[oô]s|n[oô]s|votre|notre|leurs?|tes|ses)\s"
    r"(?:(?:premi[èe]re?|nombreu(?:ses|x)|derni[èe]re?|m[êe]me)s?\s)?"
    r"(?:remarques?|questions?|r[ée]ponses?|observations?|suggestions?|propositions?|id[ée]es?|avis|souhaits?|v[oœ]e?ux|"
    r"d[ée]cisions?|choix|votes?|conclusions?|d[ée]bats?|[ée]changes?|discussions?|conversations?|entretiens?|entrevues?|"
    r"travaux|pr[ée]conisations?|recommandations?|critiques?|retours|t[ée]moignages?|interventions?|appels?|notes)\s"
    r"(?:[^.;:!?,\d]{2,40}\s)?(?:du|de|le|lors du|au)\s(?:\w+di\s)?$"
)
"""What was said by those one writes to lies back: `vos remarques du 12 décembre`."""
AGREED_THEN: Final = (
    r"(?<![^\W_])comme (?:convenu|annonc[ée]|d[ée]cid[ée]|[ée]voqu[ée]|indiqu[ée]|promis|vu) "
    r"(?:lors d(?:es?|u)|lors d['’]|[àa]|aux?|en|pendant)(?![^\W_])[^.;:!?,\n\d]{2,70}\s"
    r"(?:(?:du|le|de)\s)?(?:\w+di\s)?$"
)
"""When something was agreed on: `Comme convenu au bureau du 12 juin, la rencontre`."""
FUTURE: Final = compile_vocabulary(
    {
        "future": r"aura|auront|sera|seront|se fer(?:a|ont)|se tiendr\w+|se d[ée]rouler\w+|pr[ée]vue?s?|proposera|"
        r"invit\w+|organise(?:nt|ra)?|propose(?:nt)?|inscri\w+|rendez-vous|save|programm[ée]\w*|[àa] venir|prochain\w*|"
        r"vous attend|(?:d[ée]marr|d[ée]but|commenc|s['’]ouvr|accueill|r[ée]un|repren|rencontr)(?:er|ir|d|dr)?(?:a|ont)"
        r"|(?:f[êe]t|c[ée]l[èe]br|inaugur|lanc|anim|pr[ée]sent|particip|visit|[ée]chang|partag|marqu|proj[eè]tt|diffus|"
        r"rassembl|retrouv|f[ée]d[ée]r|expos|jou|dans|chant|install|convi)er(?:a|ont)"
    }
).pattern
LEANS_ON: Final = 2
"""How a day leans that comes after the other days of its page."""
NEXT_ONES: Final = re.compile(
    r"^\W*(?:(?:les|nos|la|le|dates? d(?:es|u|e la)|calendrier des)\s)?prochaine?s?\s[^.;!?\n\d]{3,60}:\s?(?:le\s)?"
    r"(?:[^\W\d_]+di\s)?$"
)
"""What leads to the days of the next meetings: `Prochaines réunions :`."""
HAPPENED: Final = compile_vocabulary(
    {
        "happened": r"a eu lieu|ont eu lieu|s['’](?:est|[ée]tait|[ée]taient) |se sont |a r[ée]uni|ont r[ée]uni|"
        r"retour sur|[ée]taient|[ée]tait|ont particip\w+|a permis|ont permis|a [ée]t[ée]|ont [ée]t[ée]|a accueilli|"
        r"(?:a|ont|avons|avez)\s(?:\w+ment\s|tous\s)?(?:accueilli|rassembl[ée]|attir[ée]|b[ée]n[ée]fici[ée]|mobilis[ée]|suivi|visit[ée]|"
        r"rencontr[ée]|[ée]chang[ée]|travaill[ée]|arpent[ée]|particip[ée]|assist[ée]|d[ée]battu|sensibilis[ée])|"
        r"a organis[ée]|avai(?:t|ent) \w+|pr[ée]c[ée]dente?s? \w+|tenue?s?\b"
    },
    after="",
).pattern
BEHIND_IT: Final = compile_leaping(
    r"(?<![^\W_])(?:apr[èe]s|depuis|(?:[àa] la )?suite (?:[àa]|d['’e]u?)|"
    r"comme (?:convenu|annonc[ée]|d[ée]cid[ée]|[ée]voqu[ée]|indiqu[ée]|promis|vu) (?:lors d[eu]|[àa]|au|pendant))\s?"
    r"(?:une?|la|le|l['’]|les|deux|trois|quatre|notre|nos|sa|son|ses|celles?|ceux|plusieurs)\s?"
    rf"(?!\d|{WEEKDAY_NAME})[^\W\d_][^,;:]*$"
)
"""What a sentence puts behind itself, up to a day of it: `Après une première séance à Tourcoing le 6 mars`."""
SAID: Final = compile_leaping(f"(?:{SAID_THEN}|{AGREED_THEN})")
HAS_DONE: Final = re.compile(
    r"\s?(?:\d{4})?(?:\s(?:à|au|aux|en)\s[^.;:,\d]{2,40}?)?,?\s(?:n['’]|l['’]|vous |nous |y )?(?:a|ont|avai(?:t|ent))\s"
    r"(?:(?:[^\W\d_]+ment|bien|d[ée]j[àa]|tous|aussi|pas|d['’]ailleurs)\s)?"
    r"(?!(?:lieu|pour|vocation|trait|fini)(?![^\W_]))[^\W\d_]{2,}(?:é|i|u|is|it|ert)e?s?(?![^\W_])"
)
"""What a meeting has done behind its day lies back: `Le comité de pilotage du 23 juin a souhaité`."""
IF_IT_WERE: Final = compile_leaping(
    r"(?<![^\W_])s(?:i\s|['’]il)[^.;!?]{0,80}?ai(?:t|ent)(?![^\W_])[^.;!?]{0,80}?\w{2,}r(?:ait|aient)(?![^\W_])"
)
"""What would be if something were so lies ahead: `Si le quorum n'était pas atteint, une seconde assemblée serait`."""
