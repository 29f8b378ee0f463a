"""Scrapy settings that are not Scrapy's defaults: each with its reason, and the default beside it.

What depends on the site (delay, user agent, limits) comes from the site profile: see `NewsSpider.update_settings`.
"""

from __future__ import annotations

import os

SPIDER_MODULES = ["spiders.news"]  # default: [] - where `scrapy crawl news` looks
IREV_DATA = os.environ.get("IREV_DATA", "data")  # ours: the folder that holds archive/
IREV_SITE = os.environ.get("IREV_SITE", "irev")  # ours: the site profile, by name or path
IREV_CONTACT = os.environ.get("IREV_CONTACT", "")  # ours: who answers for the crawl

# Polite
ROBOTSTXT_OBEY = True  # default: False. The site says what it wants crawled
CONCURRENT_REQUESTS = 1  # default: 16. One connection to one host
CONCURRENT_REQUESTS_PER_DOMAIN = 1  # default: 8. Also sizes the connection pool
DOWNLOAD_DELAY = 2.0  # default: 0. Replaced by the profile's delay, never below 1 s for a real site
DOWNLOAD_DELAY_JITTER = 0.0  # default: 0.5. Jitter would go below the delay and below robots.txt's Crawl-delay
AUTOTHROTTLE_ENABLED = True  # default: False. Slows down when the server does
AUTOTHROTTLE_START_DELAY = 2.0  # default: 5.0. Replaced by the profile's delay
AUTOTHROTTLE_TARGET_CONCURRENCY = 1.0  # default: 1.0, said here because politeness rests on it
COOKIES_ENABLED = False  # default: True. A session would give pages that no anonymous reader sees, and defeats caches

# Safe
DOWNLOAD_VERIFY_CERTIFICATES = True  # default: False. Or anybody on the way could write our history
TELNETCONSOLE_ENABLED = False  # default: True. A Python prompt on a port
REMOTE_CONTROL_ENABLED = False  # default: True. Same, through a socket
DOWNLOAD_HANDLERS = {"file": None, "ftp": None, "s3": None, "data": None}  # default: all on. Only the web is crawled
TWISTED_DNS_RESOLVER = "spiders.netguard.GuardedResolver"  # default: CachingThreadedResolver, which judges nothing
DOWNLOAD_MAXSIZE = 64 * 1024 * 1024  # default: 1 GiB. Brochures have 1 to 20 MB; a bomb must not fill the memory
DOWNLOAD_WARNSIZE = 16 * 1024 * 1024  # default: 32 MiB
DOWNLOAD_TIMEOUT = 60  # default: 180 s. An old server that does not answer within a minute does not answer
MEMUSAGE_LIMIT_MB = 1024  # default: 0 (no limit). The crawl ends in order instead of taking the machine down
METAREFRESH_ENABLED = False  # default: True. Obeying what stands inside a page is reading it
REDIRECT_MAX_TIMES = 5  # default: 20. Drupal needs one or two; more is a loop
HTTPERROR_ALLOW_ALL = False  # default: False: pages of an error are kept by the archive, their links not followed

# Whole
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",  # default
    "Accept-Language": "fr",  # default: "en". The site speaks French
    "Accept-Encoding": "gzip, deflate",  # default: also br and zstd, which WARC tools cannot all replay
}
RETRY_TIMES = 2  # default: 2, said here because a page that fails three times is counted as an error
DOWNLOADER_MIDDLEWARES = {
    "spiders.middlewares.StayOnSite": 60,  # right after Scrapy's own offsite filter, which lets retries pass
    "spiders.patience.NoteRobots": 540,  # right after RetryMiddleware has given up
    "spiders.middlewares.NoCircles": 610,  # before RedirectMiddleware
    "spiders.middlewares.ThroughProxy": 740,  # before HttpProxyMiddleware: no proxy from the environment
    "spiders.middlewares.AskOnlyForChanges": 800,  # after all that sets headers; sees 304 before anything else
    "spiders.patience.ObeyRetryAfter": 805,  # before RetryMiddleware, which asks again at once
    "spiders.patience.LeaveAlone": 810,  # sees every answer and every failure, retries too
    "spiders.middlewares.LastGate": 820,  # next to the network: counts what goes out, and stops at the limit
}
DUPEFILTER_CLASS = "spiders.duplicates.ToldDuplicates"  # default: scrapy.dupefilters.RFPDupeFilter, which is silent
EXTENSIONS = {
    "spiders.politeness.CrawlDelay": 0,
    "pipelines.capture.CaptureResponses": 0,
    # The default guard counts the peak of the process that started the crawl as well
    "scrapy.extensions.memusage.MemoryUsage": None,
    "spiders.memory.CurrentMemory": 0,
}

# Said once
LOG_LEVEL = "INFO"  # default: "DEBUG"
LOG_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"  # default: level after the name
LOG_VERSIONS: list[str] = []  # default: eleven versions, in every log
