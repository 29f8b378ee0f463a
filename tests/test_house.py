"""The rules of the house that no other tool checks: purity of extraction, addresses, docstrings, the lock."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("spiders", "pipelines", "extract", "warehouse", "demo")
SKIPPED = {"data", "node_modules", "build", "dist", "__pycache__"}

# Written in pieces, so that this file does not break its own rule.
REGISTRIES = (
    "pypi" + ".org",
    "pythonhosted" + ".org",
    "registry." + "npmjs",
    "proxy." + "golang",
    "/simple" + "/",
)
MACHINE = ("/work" + "/", "/root" + "/", "/home" + "/", "/Users" + "/", "../" + "shared")


def find_files() -> Iterator[Path]:
    """Yield the files of the project, as a clone has them."""
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        hidden = any(part in SKIPPED or (part.startswith(".") and part != ".ci") for part in parts)
        if path.is_file() and not hidden and parts[-1] != "uv.lock":
            yield path


def find_texts() -> Iterator[tuple[str, str]]:
    for path in find_files():
        try:
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # brochures and pictures of the replica


@pytest.mark.parametrize("forbidden", [REGISTRIES, MACHINE], ids=["registries", "machine"])
def test_no_file_names_a_registry_or_a_path_of_a_machine(forbidden: tuple[str, ...]) -> None:
    found = [(name, words) for name, text in find_texts() for words in forbidden if words in text]
    assert found == []


def test_the_lock_pins_every_package_by_hash_and_holds_no_address() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    packages = [line for line in lines if line and not line.startswith((" ", "#"))]
    assert len(packages) > 30
    assert all(re.match(r"[A-Za-z0-9._-]+(\[[a-z0-9,-]+\])?==\S+", line) for line in packages)
    unhashed = [
        name
        for name, following in zip(lines, [*lines[1:], ""], strict=True)
        if name in packages and "--hash=sha256:" not in following
    ]
    assert unhashed == []
    assert not [line for line in lines if "://" in line or line.lstrip().startswith(("-i", "--index", "--find"))]


@pytest.mark.parametrize("folder", FOLDERS)
def test_each_folder_says_what_lives_there_and_what_may_not_enter(folder: str) -> None:
    module = ast.parse((ROOT / folder / "__init__.py").read_text(encoding="utf-8"))
    docstring = ast.get_docstring(module) or ""
    assert len(docstring.splitlines()[0]) > 20
    assert re.search(r"[Nn]ever enter", docstring)


@pytest.mark.parametrize("folder", FOLDERS)
def test_each_module_says_what_it_is(folder: str) -> None:
    silent = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*.py")
        if ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) is None
    ]
    assert silent == []


def test_the_front_door_asks_and_does_not_read() -> None:
    """`irev.py` is no package, so import-linter does not see it."""
    tree = ast.parse((ROOT / "irev.py").read_text(encoding="utf-8"))
    asked = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    folders = {name.partition(".")[0] for name in asked} & set(FOLDERS)
    assert folders == {"spiders", "pipelines", "warehouse", "demo"}


def test_test_files_have_names_of_their_own() -> None:
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))


CLOCKS = {"now", "today", "utcnow", "time", "time_ns", "monotonic", "perf_counter", "localtime", "gmtime"}


def find_clocks(source: str) -> list[int]:
    """Give the lines that ask the clock: `datetime.now()`, `date.today()`, `time.time()` and their kin."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [
        node.lineno
        for node in calls
        if isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
        and re.search(r"(^|\.)(dt|datetime|date|time)$", ast.unparse(node.func.value))
    ]


def test_no_line_of_extraction_asks_the_clock() -> None:
    assert find_clocks("a = dt.date.today()\nb = time.monotonic()\nc = span.time()\nd = datetime.now(dt.UTC)") == [
        1,
        2,
        4,
    ]
    asked = {path.name: find_clocks(path.read_text(encoding="utf-8")) for path in (ROOT / "extract").rglob("*.py")}
    assert len(asked) > 50
    assert {name: lines for name, lines in asked.items() if lines} == {}


# Reads documents of every form in a process that refuses files, sockets, processes and the clock. Modules may
# still be loaded (libraries load parts of themselves when they need them), and the first round loads most of them.
READ_UNDER_GUARD = r"""
import sys, time, datetime as dt
from warehouse.reference import load_knowledge
from extract.read import read_document

knowledge = load_knowledge()
documents = {documents!r}

def read_all():
    return [read_document(content, url, media, knowledge, seen_at=dt.datetime(2021, 10, 4, tzinfo=dt.UTC))
            for content, url, media in documents]

before = read_all()
REFUSED = ("open", "socket.", "subprocess.", "os.", "shutil.", "tempfile.", "sqlite3.", "urllib.", "http.")
LOADS = (".py", ".pyc", ".so")
armed = True

def guard(event, arguments):
    if not armed or not event.startswith(REFUSED) or event in ("os.putenv", "os.listdir"):
        return
    if event == "open" and str(arguments[0]).endswith(LOADS):
        return
    raise RuntimeError(f"extraction reached {{event}} {{arguments!r}}"[:300])

def no_clock(*_):
    raise RuntimeError("extraction asked the clock")

sys.addaudithook(guard)
for name in ("time", "time_ns", "localtime", "gmtime", "monotonic", "perf_counter"):
    setattr(time, name, no_clock)
after = read_all()
armed = False
assert after == before, "the same bytes gave two readings"
try:
    armed = True
    open("/dev/null")
except RuntimeError:
    armed = False
    print("pure", len(after))
"""

PAGE = """<!DOCTYPE html><html><head><title>Rencontre | IREV</title></head><body class="page-node-235001">
<h1>Rencontre sur la médiation</h1><p>La rencontre se tient le jeudi 14 octobre de 9h à 12h, à Lille.</p>
<p>Publié le 4 octobre 2021</p></body></html>"""


def make_pdf() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.drawString(72, 700, "Journée régionale le 12 mai 2022 de 9h30 à 16h30 à Amiens")
    canvas.save()
    return stream.getvalue()


def test_extraction_opens_no_file_no_socket_and_no_clock() -> None:
    documents = [
        (PAGE.encode(), "https://irev.fr/node/235001", "text/html"),
        (PAGE.encode("latin-1", "replace"), None, "text/html"),
        (make_pdf(), "https://irev.fr/sites/default/files/journee.pdf", "application/pdf"),
        (b"%PDF-1.4 damaged", "https://irev.fr/sites/default/files/abime.pdf", "application/pdf"),
        ("Atelier le 3 et le 5 juin 2019 à Arras".encode(), None, "text/plain"),
    ]
    script = READ_UNDER_GUARD.format(documents=documents)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.stderr == ""
    assert done.stdout == f"pure {len(documents)}\n"
