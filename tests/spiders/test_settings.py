"""Settings that are not Scrapy's: each says the default that it replaces, and says it truly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from scrapy.settings import default_settings

import spiders.settings as ours

SOURCE = Path(ours.__file__).read_text(encoding="utf-8")
STATED = re.findall(r"^([A-Z_]+)(?:: [^=]+)? = .*?# default: ([^\s.,;]+(?:\.\d+)?)", SOURCE, re.MULTILINE)
UNITS = {"MiB": 2**20, "GiB": 2**30}


@pytest.mark.parametrize(
    ("name", "stated"), [pair for pair in STATED if re.fullmatch(r"True|False|\d+(\.\d+)?", pair[1])]
)
def test_the_default_beside_a_setting_is_true(name: str, stated: str) -> None:
    true = getattr(default_settings, name)
    unit = re.search(rf"^{name} = .*# default: \d+ (\w+)", SOURCE, re.MULTILINE)
    factor = UNITS.get(unit[1], 1) if unit else 1
    assert float(true) == (float(stated) if stated[0].isdigit() else stated == "True") * factor


def test_every_setting_of_scrapy_that_we_change_says_its_default() -> None:
    names = {name for name in vars(ours) if name.isupper() and hasattr(default_settings, name)}
    silent = {"DOWNLOADER_MIDDLEWARES", "EXTENSIONS", "DEFAULT_REQUEST_HEADERS"}  # said line by line within
    said = set(re.findall(r"^([A-Z_]+)\b.*# (?:default|ours)", SOURCE, re.MULTILINE))
    assert names - silent <= said


def test_the_unsafe_defaults_are_off() -> None:
    assert ours.DOWNLOAD_VERIFY_CERTIFICATES
    assert ours.ROBOTSTXT_OBEY
    assert not ours.TELNETCONSOLE_ENABLED
    assert not ours.REMOTE_CONTROL_ENABLED
    assert not ours.COOKIES_ENABLED
    assert set(ours.DOWNLOAD_HANDLERS.values()) == {None}
    assert ours.DOWNLOAD_MAXSIZE < default_settings.DOWNLOAD_MAXSIZE
