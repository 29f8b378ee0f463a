"""Releases: each published state under its version, with a manifest that lets anybody check it.

`releases/<version>/` holds the warehouse file, `captures.csv` (every content it was made from) and `manifest.json` with
the digest of each file. A release is made aside and renamed into place; no file of one that stands is ever written
again. To make room a person may have the database of old ones removed; manifest and captures stay for ever.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from warehouse.gates import GateResult
from warehouse.publish import PUBLISHED
from warehouse.release import Release
from warehouse.replay import code_digest
from warehouse.rows import CaptureRow

MANIFEST = "manifest.json"


def keep_release(
    data: Path,
    release: Release,
    code: str,
    captures: list[CaptureRow],
    warehouse: Path,
    failed: Sequence[GateResult] = (),
) -> Path:
    """Keep a closed warehouse file as a release; give its folder. `code` identifies the code that read the captures.

    `failed` are the gates that it did not pass, those included that a person accepted.
    """
    folder = data / "releases" / release.version
    if folder.exists():
        return folder
    aside = folder.with_name(f".{release.version}.new")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    _link(warehouse, aside / PUBLISHED)
    with (aside / "captures.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("capture_digest", "url", "first_seen"))
        writer.writerows((row.capture_digest, row.url, f"{row.first_seen:%Y-%m-%dT%H:%M:%SZ}") for row in captures)
    manifest = {
        **asdict(release),
        "reading_code": code,
        "relating_code": code_digest(),
        "captures": len(captures),
        "gates_not_passed": [asdict(gate) for gate in failed],
        "files": [_describe(path) for path in sorted(aside.iterdir())],
    }
    (aside / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    aside.rename(folder)
    return folder


def find_damage(folder: Path) -> list[str]:
    """Name the files of a release that are missing or differ from its manifest; none for a whole one."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    wrong = []
    for entry in manifest["files"]:
        path = folder / entry["path"]
        if not path.is_file() or _describe(path) != entry:
            wrong.append(str(entry["path"]))
    return wrong


def _link(source: Path, target: Path) -> None:
    """Link the file, for it is never written again; copy it where the file system knows no links."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _describe(path: Path) -> dict[str, object]:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return {"path": path.name, "bytes": path.stat().st_size, "sha256": digest.hexdigest()}


@dataclass(frozen=True, slots=True)
class Kept:
    """A release as it stands: its version, the bytes it takes, and whether its database is still there."""

    folder: Path
    size: int
    whole: bool

    @property
    def version(self) -> str:
        """Give the version: the last day on which the site was seen, and digits of the content digest."""
        return self.folder.name


def list_releases(data: Path) -> list[Kept]:
    """Give all releases, oldest first: by their day, then by when they were kept."""
    folders = [path.parent for path in (data / "releases").glob(f"[!.]*/{MANIFEST}")]
    return [_weigh(folder) for folder in sorted(folders, key=_age)]


def find_prunable(releases: Sequence[Kept], keep: int, published: str | None) -> list[Kept]:
    """Give the releases whose database may go: not among the last `keep`, not published, not the last of its month."""
    last_of_month = {release.version[:7]: release.version for release in releases}.values()
    older = releases[: max(0, len(releases) - keep)]
    spared = {published, *last_of_month}
    return [release for release in older if release.whole and release.version not in spared]


def prune(release: Kept) -> int:
    """Remove the database of a release; give the bytes that frees. Manifest and captures stay.

    With them anybody can still check what the version was made from, and make it again: from the same captures the
    same code gives the same rows. Raises OSError.
    """
    path = release.folder / PUBLISHED
    size = path.stat().st_size
    path.unlink()
    return size


def _weigh(folder: Path) -> Kept:
    size = sum(path.stat().st_size for path in folder.iterdir() if path.is_file())
    return Kept(folder, size, (folder / PUBLISHED).is_file())


def _age(folder: Path) -> tuple[str, int, str]:
    return folder.name.partition(".")[0], (folder / MANIFEST).stat().st_mtime_ns, folder.name
