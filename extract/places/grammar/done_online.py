"""What people do online by themselves and not with others: sign up, pay, read."""

from __future__ import annotations

import re

from extract.places.grammar.context import MEETING_NOUN

# The verb that tells how something is done: `L'inscription vaut pour l'ensemble et se fait en ligne`.
DONE_SO = re.compile(
    r"(?<![^\W_])(?:pr[ée])?(?:inscriptions?|r[ée]servations?|r[èe]glements?|paiements?|adh[ée]sions?|d[ée]p[ôo]ts?|"
    r"candidatures?|demandes?|commandes?|votes?|d[ée]marches?|saisies?|dossiers?|achats?|r[ée]ponses?|confirmations?)"
    r"\s[^.,;:!?»]{0,80}?"
    r"(?:(?:se\s|s['’]\s?)(?:fai(?:t|re)|font|fera|feront|effectu\w+|pren\w+|r[èe]gl\w+|d[ée]pos\w+|pass\w+|rempl\w+)|"
    r"(?:est|sont|sera|seront)\s(?:\w+\s)?(?:faite|faites|fait|faits|effectu\w+)|"
    r"[àa]\s(?:faire|effectuer|prendre|d[ée]poser|adresser|remplir))"
    r"\s(?:\w+\s)?$",
    re.IGNORECASE,
)
# What one does there alone, with one word between at most: `la lire en ligne`, `payez votre carte en ligne`.
DONE_ONLINE = re.compile(
    rf"(?<![^\W_])(?<!une )(?<!un )(?!(?:se|vous|nous)\s|{MEETING_NOUN.pattern})"
    r"(?!suiv|assist|particip|rejoin|connect|ven(?:ir|ez)|[ée]chang|discut|d[ée]batt|"
    r"rencontr|intervenir|travaill|dialogu|accueill|animer|tenir|faire\s)"
    r"[^\W\d_]{2,}(?:er|ir|re|ez)\s(?:[^\W\d_]+\s)?$",
    re.IGNORECASE,
)
REFLEXIVE = re.compile(r"(?<![^\W_])(?:se|s['’]|nous|vous|votre)\s?[^\W\d_]+\s(?:[^\W\d_]+\s)?$", re.IGNORECASE)


def is_done_alone(head: str, words: str) -> bool:
    """Check whether what leads to words like `en ligne` tells what one does there alone, and not how people meet."""
    if DONE_SO.search(head) is not None:
        return True
    return words.lower() == "en ligne" and DONE_ONLINE.search(head) is not None and REFLEXIVE.search(head) is None
