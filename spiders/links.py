"""The links of a page: where they stand in HTML and in a sitemap, as written. What they mean is not asked."""

from __future__ import annotations

from scrapy.http import HtmlResponse, Response, XmlResponse
from scrapy.utils.response import get_base_url

_LINKS = (
    "//a/@href | //area/@href | //link[@rel='next' or @rel='prev']/@href"
    " | //iframe/@src | //embed/@src | //object/@data"
)


def find_links(response: Response) -> list[str]:
    """Find the addresses that a page links to, in its order, as they are written; none in what is no page."""
    if isinstance(response, HtmlResponse):
        return [found.strip() for found in response.xpath(_LINKS).getall()]
    if isinstance(response, XmlResponse):
        return [found.strip() for found in response.xpath("//*[local-name()='loc']/text()").getall()]
    return []


def find_other_names(response: Response) -> list[str]:
    """Find the addresses under which the page itself is known besides its own: the short link to its node."""
    if not isinstance(response, HtmlResponse):
        return []
    found: list[str] = response.xpath("//link[@rel='shortlink']/@href").getall()
    return found


def base_of(response: Response) -> str:
    """Give the address that relative links of the page start from."""
    return get_base_url(response) if isinstance(response, HtmlResponse) else str(response.url)
