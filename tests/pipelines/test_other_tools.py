"""The archive in the hands of tools that are not ours: pywb finds and replays it, warcio finds nothing wrong with it.

pywb is no dependency of this project: `.ci/run` installs it into `.tools/pywb`; where it is missing the test says so.
"""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from demo.content import load_site
from demo.routes import answer
from demo.server import serve_replica
from spiders.crawl import crawl
from spiders.profile import replica_profile

TOOLS = Path(__file__).parents[2] / ".tools" / "pywb" / "bin"
PAGE = "/actualites-0/discriminations-une-journee-pour-approfondir-le-cycle-davril"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A crawl of the replica: real WARC files with their index."""
    data = tmp_path_factory.mktemp("other-tools")
    with serve_replica() as replica:
        crawl(data, replica_profile(replica.proxy), limit=None)
    return data / "archive"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def wayback(archive: Path, folder: Path) -> Iterator[str]:
    """pywb's own server over the archive and its index; gives the address of the collection."""
    config = f"collections:\n  irev:\n    index: {archive}/index.cdxj\n    archive_paths: {archive}/\n"
    (folder / "config.yaml").write_text(config)
    port = free_port()
    command = [str(TOOLS / "wayback"), "-b", "127.0.0.1", "-p", str(port), "-d", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            wait_for(f"http://127.0.0.1:{port}/")
            yield f"http://127.0.0.1:{port}/irev"
        finally:
            server.terminate()


def wait_for(address: str) -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.25)
        else:
            return
    pytest.fail("pywb did not start within 30 s")


def test_pywb_finds_and_replays_a_page_and_a_brochure(archive: Path, tmp_path: Path) -> None:
    if not (TOOLS / "wayback").exists():
        pytest.skip("pywb is not in .tools/pywb: .ci/run installs it there")
    site = load_site(1)
    brochure = next(target for target in site.documents if target.endswith(".pdf"))
    with wayback(archive, tmp_path) as collection:
        for target in (PAGE, brochure):
            asked = f"{collection}/20200101000000id_/http://irev.test{target}"
            with urllib.request.urlopen(asked, timeout=30) as response:
                assert response.read() == answer(site, target).body, target


def test_warcio_finds_nothing_wrong(archive: Path) -> None:
    files = [str(path) for path in sorted(archive.glob("*.warc.gz"))]
    warcio = Path(sys.executable).parent / "warcio"
    checked = subprocess.run([str(warcio), "check", *files], capture_output=True, text=True, check=False)
    assert files
    assert (checked.returncode, checked.stderr) == (0, "")
