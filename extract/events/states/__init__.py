"""What becomes of a sitting, full, called off, put off: told beside its day (`of_day`) or apart (`told_states`).

Never enters here: which days are sittings (`days`).
"""
