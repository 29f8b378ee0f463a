"""Minimal real .docx and .odt files from paragraphs: zip archives with fixed stamps, the same bytes each time."""

from __future__ import annotations

from html import escape
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OFFICE_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
WORD_NAMES = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"
ODT_TYPE = "application/vnd.oasis.opendocument.text"

DOCX_TYPES = (
    f'{PROLOGUE}<Types xmlns="{PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}"/></Types>'
)
DOCX_RELATIONS = (
    f'{PROLOGUE}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE_DOCUMENT}" Target="word/document.xml"/></Relationships>'
)
ODT_MANIFEST = (
    f'{PROLOGUE}<manifest:manifest xmlns:manifest="{OASIS}:manifest:1.0" manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODT_TYPE}"/>'
    f'<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def write_docx(path: Path, paragraphs: list[str]) -> None:
    """A Word document of plain paragraphs."""
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>' for words in paragraphs)
    document = f'{PROLOGUE}<w:document xmlns:w="{WORD_NAMES}"><w:body>{body}</w:body></w:document>'
    _write_zip(path, {"[Content_Types].xml": DOCX_TYPES, "_rels/.rels": DOCX_RELATIONS, "word/document.xml": document})


def write_odt(path: Path, paragraphs: list[str]) -> None:
    """An OpenDocument text of plain paragraphs; its `mimetype` comes first and uncompressed, as the standard wants."""
    body = "".join(f"<text:p>{escape(words)}</text:p>" for words in paragraphs)
    names = f'xmlns:office="{OASIS}:office:1.0" xmlns:text="{OASIS}:text:1.0" office:version="1.2"'
    whole = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f"{PROLOGUE}<office:document-content {names}>{whole}</office:document-content>"
    _write_zip(path, {"mimetype": ODT_TYPE, "content.xml": content, "META-INF/manifest.xml": ODT_MANIFEST})


def _write_zip(path: Path, members: dict[str, str]) -> None:
    with ZipFile(path, "w") as archive:
        for name, text in members.items():
            entry = ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            archive.writestr(entry, text)
