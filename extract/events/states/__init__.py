"""What becomes of a sitting: full, called off, put off, where it is told apart from its day.

Never enters here: which days are sittings (`days`).
"""
