"""RELATE: schema, loading, history, gates, publishing, queries, exports, and reference data with their sources.

The warehouse is a pure function of all readings. Never enters here: the network, HTML or PDF, the rules of reading
(of `extract` only the record types are known).
"""
