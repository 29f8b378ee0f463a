"""What the measurements share: pages made by chance, scripts in processes of their own, lines of the table."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MB = 1_000_000
WORDS = [
    "ville",
    "quartier",
    "habitants",
    "contrat",
    "politique",
    "réseau",
    "journée",
    "rencontre",
    "formation",
    "santé",
    "emploi",
    "école",
]


def build_page(number: int, pages: int, paragraphs: int = 45) -> bytes:
    """Build a page whose words depend on its number alone, 20 kB of them; nothing past the last one."""
    if not 0 <= number <= pages:
        return b""
    dice = random.Random(number)  # noqa: S311 - chance, not secrets
    links = "".join(f'<a href="/node/{n}">{n}</a>' for n in range(10 * number + 1, min(10 * number + 10, pages) + 1))
    text = "".join(f"<p>{' '.join(dice.choices(WORDS, k=60))}</p>" for _ in range(paragraphs))
    return f"<html><body><h1>Page {number}</h1>{links}{text}</body></html>".encode()


def run_script(script: str, *arguments: str) -> dict[str, float]:
    """Run a script in a process of its own; give the JSON of its last line. Raises CalledProcessError."""
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], env=environ, capture_output=True, text=True, check=True, cwd=ROOT
    )
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def say(what: str, ours: str, other: str, ratio: float, goal: str) -> None:
    """Print one line of the table."""
    sys.stdout.write(f"{what:<54} {ours:>10}   {other:<22} ratio {ratio:.3f}   goal {goal}\n")
    sys.stdout.flush()
