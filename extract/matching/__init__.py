"""How words are looked for: folded text, patterns asked where their own words stand, long lists by first letters."""
