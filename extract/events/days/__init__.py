"""Which days are sittings: the role of each day, its year, and how rows, columns and weeks tell them.

Never enters here: at what hours and where (`hours`, `venues`).
"""
