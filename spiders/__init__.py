"""FETCH: what to visit, how often, how politely. One site profile per site (`irev.toml`).

Spiders know addresses, never meanings. Never enters here: reading dates or titles, writing files, the warehouse.
"""
