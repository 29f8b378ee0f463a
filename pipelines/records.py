"""What becomes a record: an exchange with a server, or a file that was at hand; and the records they become."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

from extract.addresses import canonical_address
from pipelines.index import Capture, media_type_of
from pipelines.payload import digest_of
from pipelines.warc import (
    FILE_NAME,
    RAW_ADDRESS,
    REVISIT_IDENTICAL,
    REVISIT_NOT_MODIFIED,
    Headers,
    build_member,
    build_record,
    build_record_id,
    build_request_block,
    build_response_block,
    clean_address,
    format_date,
    header_of,
)


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its response as received: `body` still has its content encoding.

    `url` is what was requested, `raw_url` the address as it stood in the link. `request_headers` is None where the
    request is not known (imports). `seen_at` is aware. `ip_address` is the server's, None behind a proxy.
    """

    url: str
    status: int
    headers: Headers
    body: bytes
    seen_at: dt.datetime
    request_headers: Headers | None = None
    raw_url: str | None = None
    ip_address: str | None = None

    @property
    def canonical(self) -> str:
        """The canonical address of what was requested."""
        return canonical_address(self.url) or self.url

    @property
    def encoding(self) -> str:
        """The value of `Content-Encoding`, empty where there is none."""
        return header_of(self.headers, b"content-encoding")

    @property
    def media_type(self) -> str:
        """The media type of `Content-Type` in lower case, empty where there is none."""
        return media_type_of(header_of(self.headers, b"content-type"))


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that was at hand. `address` is where it says it comes from, None where it does not say."""

    content: bytes
    media_type: str
    seen_at: dt.datetime
    file_name: str
    address: str | None = None

    @property
    def url(self) -> str:
        """The address, or a stable name made from the bytes: `urn:sha256:<hex>`."""
        return self.address or f"urn:{digest_of(self.content)}"


class NewRecord(NamedTuple):
    """A record ready to be packed and written, and its identifier."""

    record_id: str
    data: bytes


def build_response(exchange: Exchange) -> NewRecord:
    """Write a response record: the bytes as received."""
    record_id = build_record_id()
    fields = [
        *_opening("response", record_id, exchange),
        ("Content-Type", "application/http; msgtype=response"),
        ("WARC-Payload-Digest", digest_of(exchange.body)),
    ]
    return NewRecord(record_id, build_record(fields, _block(exchange, exchange.body)))


def build_revisit(exchange: Exchange, original: Capture) -> NewRecord:
    """Write a revisit record: the response's headers, and where its content is kept."""
    record_id = build_record_id()
    fields = [
        *_opening("revisit", record_id, exchange),
        ("Content-Type", "application/http; msgtype=response"),
        ("WARC-Profile", REVISIT_NOT_MODIFIED if exchange.status == 304 else REVISIT_IDENTICAL),
        ("WARC-Refers-To-Target-URI", original.url),
        ("WARC-Refers-To-Date", format_date(original.date)),
        ("WARC-Payload-Digest", original.digest),
    ]
    return NewRecord(record_id, build_record(fields, _block(exchange, b"")))


def build_request(exchange: Exchange, response_id: str) -> bytes:
    """Write the request record that belongs to a response or revisit."""
    fields = [
        *_opening("request", build_record_id(), exchange),
        ("WARC-Concurrent-To", response_id),
        ("Content-Type", "application/http; msgtype=request"),
    ]
    return build_member(fields, build_request_block(exchange.url, exchange.request_headers or ()))


def build_resource(imported: Imported) -> NewRecord:
    """Write a resource record: the bytes of the file, its address and its name."""
    record_id = build_record_id()
    fields = [
        ("WARC-Type", "resource"),
        ("WARC-Record-ID", record_id),
        ("WARC-Date", format_date(imported.seen_at)),
        ("WARC-Target-URI", clean_address(imported.url)),
        (FILE_NAME, quote(imported.file_name, safe=" ")),
        ("Content-Type", imported.media_type),
        ("WARC-Payload-Digest", digest_of(imported.content)),
    ]
    return NewRecord(record_id, build_record(fields, imported.content))


def _opening(kind: str, record_id: str, exchange: Exchange) -> list[tuple[str, str]]:
    fields = [
        ("WARC-Type", kind),
        ("WARC-Record-ID", record_id),
        ("WARC-Date", format_date(exchange.seen_at)),
        ("WARC-Target-URI", clean_address(exchange.url)),
    ]
    if exchange.raw_url and exchange.raw_url != exchange.url:
        fields.append((RAW_ADDRESS, exchange.raw_url))
    if exchange.ip_address:
        fields.append(("WARC-IP-Address", exchange.ip_address))
    return fields


def _block(exchange: Exchange, body: bytes) -> bytes:
    return build_response_block(exchange.status, exchange.headers, body)
