"""The releases for people: what there is and what it costs; making room without forgetting what they were."""

from __future__ import annotations

from collections.abc import Iterator

from pipelines.clock import Clock
from pipelines.lock import hold_lock
from pipelines.settings import DataFolder
from warehouse.publish import published_path
from warehouse.release import published_release
from warehouse.releases import Kept, find_prunable, list_releases, prune


def show_releases(data: DataFolder) -> Iterator[str]:
    """Yield one line for each release, the latest first, and what they take together."""
    releases = list_releases(data.root)
    published = _find_published(data)
    for release in reversed(releases):
        yield f"{release.version}  {say_size(release.size):>9}  {_say_state(release, published)}".rstrip()
    total = say_size(sum(release.size for release in releases))
    yield f"{len(releases)} releases, {total}" if releases else "no release yet: `irev build` publishes the first one"


def prune_releases(data: DataFolder, keep: int, clock: Clock) -> Iterator[str]:
    """Remove the databases of old releases and yield a line for each; no run goes on meanwhile.

    The last `keep` stay whole, and so do the published one and the last of each month. Raises `LockHeldError`.
    """
    with hold_lock(data, "irev releases --keep", clock(), None):
        found = find_prunable(list_releases(data.root), keep, _find_published(data))
        freed = 0
        for release in found:
            freed += prune(release)
            yield f"removed the database of {release.version}; its manifest and the list of its captures stay"
    yield f"{len(found)} databases removed, {say_size(freed)} freed"


def say_size(size: int) -> str:
    """Say a number of bytes in the largest unit that fits."""
    for limit, unit in ((1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "kB")):
        if size >= limit:
            return f"{size / limit:.1f} {unit}"
    return f"{size} B"


def _find_published(data: DataFolder) -> str | None:
    release = published_release(published_path(data.root))
    return release.version if release else None


def _say_state(release: Kept, published: str | None) -> str:
    if not release.whole:
        return "manifest and captures only"
    return "published" if release.version == published else ""
