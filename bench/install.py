"""Installs the peers into `bench/.peers`, once, each on its own: one that fails does not stop the others."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).parent
PEERS = HERE / ".peers"
PYTHON = PEERS / "venv" / "bin" / "python"
NODE = PEERS / "node"
NPM_FILES = ("package.json", "package-lock.json", ".npmrc")


def split_groups(requirements: str) -> dict[str, list[str]]:
    """The pinned requirements of each peer, from the `# peer:` lines of the file."""
    groups: dict[str, list[str]] = {}
    name = ""
    for line in requirements.splitlines():
        if line.startswith("# peer:"):
            name = line.removeprefix("# peer:").strip()
        elif line.strip() and not line.startswith("#"):
            groups.setdefault(name, []).append(line.split("#")[0].strip())
    return groups


def run_quietly(command: list[str], folder: Path) -> str | None:
    """Runs a command; None when it succeeds, else the last line that it said."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=900, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error).splitlines()[0]
    said = [line for line in (done.stderr + done.stdout).splitlines() if line.strip()]
    return None if done.returncode == 0 else (said[-1] if said else f"exit code {done.returncode}")


def install_group(name: str, pins: list[str]) -> str | None:
    """Installs one group of Python packages unless it is there already; the reason when it does not install."""
    mark = PEERS / f"{name}-{hashlib.sha256(' '.join(pins).encode()).hexdigest()[:12]}.installed"
    if mark.exists():
        return None
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    reason = run_quietly([*pip, *pins], HERE)
    if reason is None:
        mark.touch()
    return reason


def install_chrono() -> str | None:
    """Installs chrono-node from its lock; the reason when it does not install."""
    if (NODE / "node_modules" / "chrono-node").exists():
        return None
    npm = shutil.which("npm")
    if npm is None:
        return "npm is not on this machine"
    NODE.mkdir(parents=True, exist_ok=True)
    for name in NPM_FILES:
        shutil.copy(HERE / name, NODE / name)
    return run_quietly([npm, "ci", "--no-audit", "--no-fund", "--silent"], NODE)


def install_peers() -> dict[str, str | None]:
    """Installs every peer: for each its name and the reason why it is missing, or None."""
    if not PYTHON.exists():
        print("Setting up bench/.peers (once; a few minutes) ...", file=sys.stderr)
        venv.create(PEERS / "venv", with_pip=True)
    requirements = (HERE / "requirements-peers.txt").read_text(encoding="utf-8")
    missing = {name: install_group(name, pins) for name, pins in split_groups(requirements).items()}
    return {**missing, "chrono-node": install_chrono()}
