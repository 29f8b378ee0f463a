"""A meeting whose practical block stands far from its story, and reports that end with the next meeting."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Sequence
from typing import Any, Final

from tests.gold.slots.agendas import fill_lines
from tests.gold.slots.drafts import Draft
from tests.gold.slots.facts import choose_facts
from tests.gold.slots.layout import Laid, lay_out
from tests.gold.slots.wording import TOWNS, fill

_DRESSES: Final = ("paragraphs", "paragraphs", "items", "one paragraph", "definitions", "cards", "rows")
_SIDES: Final = (
    "<aside>{}</aside>",
    '<div class="sidebar">{}</div>',
    "<footer>{}</footer>",
    '<div class="bloc">{}</div>',
    '<section class="region region-sidebar-second">{}</section>',
)


def _sample(draft: Draft, slot: str, count: int) -> list[Any]:
    """Some phrases of a slot in any order, all of them where a bank has fewer."""
    phrases = list(draft.bank[slot])
    return draft.chance.sample(phrases, min(count, len(phrases)))


def tell_practical(draft: Draft) -> None:
    """A story of three to six paragraphs, the block with day, hours and place, and blocks of something else."""
    spot, facts = draft.spots[0], choose_facts(draft)
    block = fill_lines(draft.pick("practical"), _write_slots(draft))
    story = [fill(words, facts.words) for words in _sample(draft, "stories", draft.chance.randrange(3, 7))]
    laid = lay_out(block, draft.choose("dress", _DRESSES), 0, apart=True)
    sides = _sample(draft, "side_blocks", draft.chance.randrange(1, 4))
    blocks = [_lay_side(draft, fill_lines(side, facts.words)) for side in sides]
    where = draft.choose("block", ("last", "last", "first", "after sides"))
    if where == "last":
        draft.lines += [*story, laid, *blocks]
    elif where == "first":
        draft.lines += [laid, *story, *blocks]
    else:
        draft.lines += [*story, *blocks, laid]
    draft.add(0, spot, "in_person")
    draft.is_whole = True


def _write_slots(draft: Draft) -> dict[str, str]:
    spot, day = draft.spots[0], draft.write_day()
    place = draft.choose("place", spot.in_a_sentence())
    slots = {"D": day, "L": f"le {day}", "L0": f"Le {day}", "H": draft.say_hours("range"), "P": place}
    slots |= {"P0": place[0].upper() + place[1:], "p0": spot.as_address(), "h": spot.house, "st": spot.street}
    noun = draft.noun.words
    return slots | {"cp": TOWNS[spot.town], "t": spot.town, "N0": noun[0].upper() + noun[1:]}


def _lay_side(draft: Draft, lines: Sequence[str]) -> Laid:
    """A block beside the story; a text has it behind a blank line."""
    told = [html.escape(line.removeprefix("## "), quote=False) for line in lines]
    heads = [line.startswith("## ") for line in lines]
    inner = "".join(f"<h4>{words}</h4>" if head else f"<p>{words}</p>" for words, head in zip(told, heads, strict=True))
    plain = "\n".join(line.removeprefix("## ") for line in lines)
    return Laid(f"\n{plain}", draft.chance.choice(_SIDES).format(inner), "\n".join(lines))


def tell_report_with_next(draft: Draft) -> None:
    """A report over several paragraphs, the last of which tells the next meeting."""
    first, second = draft.spots[:2]
    draft.days[1] = draft.days[0] + dt.timedelta(draft.chance.choice((21, 28, 42)))
    draft.published = draft.days[0] + dt.timedelta(12)
    facts = choose_facts(draft)
    place = draft.choose("place", first.in_a_sentence())
    told = draft.say("report", D=draft.write_day(), P=place, P1=first.with_article)
    body = _sample(draft, "report_body", draft.chance.randrange(3, 6))
    way, phrase = draft.pick("report_next")
    slots = {"D": draft.write_day(1), "H": draft.say_hours("range"), "t": second.town, "t1": first.town}
    slots |= {"P": draft.choose("next place", second.in_a_sentence()), "ha": second.at_house}
    following = fill(phrase, slots)
    following = following[0].upper() + following[1:]
    paragraphs = [told, *(fill(words, facts.words) for words in body)]
    if draft.choose("joined", (True, False)):
        following = f"{paragraphs.pop()} {following}" if len(paragraphs) > 1 else following
    draft.lines += [*paragraphs, following]
    draft.title = draft.chance.choice([f"Retour sur : {draft.title}", f"{draft.title} : ce qu'il faut retenir"])
    draft.add(0, first, "in_person", hours="none")
    spot = {"same": first, "online": None}.get(way, second)
    draft.add(1, spot, "online" if way == "online" else "in_person", hours="none" if way == "nohours" else "both")
    draft.is_whole = True
