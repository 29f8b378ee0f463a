"""Events out of dates, venues, territories and themes: which days are sessions of what, where, and in which cycle.

`page` says what a page is about, in which sections, and what its events are called; `days` which of its dates are
sittings; `hours` at what hours each is, `venues` where, `states` what becomes of it. `build` makes the events: `drafts`
and `sittings` turn days into sessions. What all of them look at is in `parts`.
Never enters here: how a date or a place is written (`extract.dates`, `extract.places`).
"""
