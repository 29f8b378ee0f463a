"""KEEP: the Scrapy item pipelines, the WARC archive and its index, and the runs from archive to warehouse.

Never enters here: what to visit (spiders), what words mean (extract), what rows look like (warehouse).
"""
