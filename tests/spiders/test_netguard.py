"""No request reaches a private address, whatever a name server says, and whenever it says something else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from spiders.netguard import judge_address
from spiders.profile import load_profile

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "::1",
        "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "2002:7f00:1::", "2001:db8::1", "", "irev.fr", "1", "0x7f000001",
    ],
)  # fmt: skip
def test_addresses_that_nobody_may_be_led_to(address: str) -> None:
    assert judge_address(address, is_local=False) is not None


@pytest.mark.parametrize("address", ["8.8.8.8", "51.91.236.255", "2001:4860:4860::8888"])
def test_addresses_of_the_public_internet(address: str) -> None:
    assert judge_address(address, is_local=False) is None
    assert judge_address(address, is_local=True) is not None  # and the replica's profile reaches nothing else than us


def test_the_option_for_the_replica_allows_loopback_alone() -> None:
    assert judge_address("127.0.0.1", is_local=True) is None
    assert judge_address("192.168.1.1", is_local=True) is not None


CHILD = """
import json, socket, sys
answers = iter(json.loads(sys.argv[1]))
last = []
def gethostbyname(name):
    last.append(next(answers, last[-1] if last else None))
    return last[-1]
socket.gethostbyname = gethostbyname
connected = []
real = socket.socket.connect_ex
def connect_ex(self, address):
    connected.append(address[0])
    return 111 if address[0] != "127.0.0.1" else real(self, address)
socket.socket.connect_ex = connect_ex
import spiders.child
code = spiders.child.main()
print(json.dumps({"connected": connected, "asked": len(last)}))
"""


@pytest.mark.parametrize(
    ("answers", "problem", "connected"),
    [
        (["127.0.0.1"], "private_address", set()),
        (["169.254.169.254"], "private_address", set()),
        (["93.184.215.14", "127.0.0.1"], "connection_refused", {"93.184.215.14"}),
    ],
    ids=["this machine", "metadata", "changes its mind"],
)
def test_a_name_that_leads_inside_is_refused_before_a_connection(
    answers: list[str], problem: str, connected: set[str], httpserver: HTTPServer, tmp_path: Path
) -> None:
    """A name server that says so at once, and one that changes its mind: it is asked once, and believed once."""
    origin = f"http://irev.example:{httpserver.port}"
    changes = {"origin": origin, "hosts": [origin.removeprefix("http://")], "start": ["/actualites-0"]}
    profile = {**load_profile().data, **changes, "politeness": {"delay": 1.0, "contact": "a@example.org", "timeout": 2}}
    job: dict[str, object] = {
        "data": str(tmp_path),
        "profile": profile,
        "source": "x",
        "contact": None,
        "limit": None,
        "current": [],
    }
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, json.dumps(answers)], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as child:  # fmt: skip
        assert child.stdin is not None and child.stdout is not None
        child.stdin.write(json.dumps(job) + "\n")
        child.stdin.flush()
        lines = [json.loads(line) for line in child.stdout]
    assert httpserver.log == []
    assert set(lines[-1]["connected"]) == connected
    assert lines[-2]["outcome"]["irev/robots_problem"] == problem
    assert lines[-1]["asked"] == 1
    assert lines[-2]["outcome"].get("irev/answered", 0) == 0
