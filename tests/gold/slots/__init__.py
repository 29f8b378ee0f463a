"""Pages composed by the thousand from phrases with slots: their truth is known because they are made of it.

`open.json` and `held_out.json` hold the phrases of two authors, by what they tell; nobody who writes rules reads the
second. `wording` writes days, hours and places, `drafts` holds what one page is made of, `kinds` composes what a page
tells (`agendas`, `modules`, `tables` and `letters` what has several entries, in the markup of `layout`), `forms` gives
it its markup. `python -m tests.gold.slots` measures.
"""
