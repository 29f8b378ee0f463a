"""How words are looked for: folded text, patterns asked where their own words stand, long lists by first letters.

Never enters here: what a word means; a pattern is handed in by who knows.
"""
