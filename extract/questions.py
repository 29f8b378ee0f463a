"""Questions that head or lead what answers them: `Où sommes-nous ?`, `On se retrouve où ?` lead to a place.

They are put in many words, with the same few verbs: where people are, meet, go, or where it takes place. Where they
may sleep, eat, park or sign up asks for no place of a meeting.
"""

from __future__ import annotations

from typing import Final

_IS_IT: Final = (
    r"(?:(?:ca |cela )?se|nous nous|on se) (?:passe(?:ra)?|tient|tiendra|deroule(?:ra)?|retrouv\w+|reuni\w*|"
    r"rencontr\w+|voit|verra|donne[- ]\w+ rendez-vous)(?:[- ]t)?(?:[- ](?:on|il|elle|nous))?"
)
_GO: Final = r"(?:(?:va|part|ira|partira|sera)[- ](?:t[- ])?on|nous (?:trouver|retrouver|rejoindre)|venir|aller)"
_ARE: Final = r"(?:(?:est|sera|sommes|serons)[- ](?:ce|nous|on)|a[- ]t[- ]il lieu|a(?:ura)? lieu)"
ASKS_WHERE: Final = (
    rf"(?:(?:c'est|et|mais) )?ou(?: (?:{_IS_IT}|{_GO}|{_ARE}|ca)"
    r"(?: (?:le|la|l'|les|cette|ce|notre)[a-z' -]{1,25})?)?|"
    r"(?:(?:c'est|cela se passe|ca se passe|on se (?:retrouve|voit|rejoint)|on va|nous retrouver|rendez-vous) ou|"
    r"on part d'ou|d'ou part[- ]on|(?:c'est )?a quel endroit|dans quel lieu)"
)
"""The words of a question, in small letters without accents, without its mark."""
