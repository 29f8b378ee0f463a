"""READ: bytes and their address in, a `Reading` out.

HTML, PDF and print exports become text with places; dates, venues, territories, themes and events are read out of that
text, each with its evidence.

Never enters here: the network, the clock, the disk, a database, or anything that is not a pure function.
Reference data (gazetteer, theme terms, organisers) arrives as an argument, `extract.knowledge.Knowledge`.
"""
