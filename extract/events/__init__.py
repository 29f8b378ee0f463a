"""Events out of dates, venues, territories and themes: which days are sessions of what, where, and in which cycle.

`kinds` says what a page is, `clues` what it offers to date a day without a year, `roles` what its dates are to it.
`build` makes the events: `naming` and `series` say what they are called, `sittings`, `page_hours` and `places` turn
days into sessions, `sections` parts a page that holds several, `mentions` reads earlier editions, `details` and
`registration` the rest. Never enters here: how a date or a place is written (`extract.dates`, `extract.places`).
"""
