"""The whole line by the installed command, on files written here: import, build, query, explain, export, status."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops
from reportlab.pdfgen.canvas import Canvas

IREV = Path(sys.executable).with_name("irev")
ROOT = Path(__file__).resolve().parents[1]

PAGE = """<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8">
<link rel="canonical" href="https://irev.fr/actualites-0/matinee-mediation">
<link rel="shortlink" href="https://irev.fr/node/236123"><title>Matinée médiation | IREV</title></head>
<body class="page-node-236123"><h1>Matinée d'échanges sur la médiation sociale</h1>
<p>La matinée aura lieu le jeudi 17 mars 2022 de 9h30 à 12h30, Maison des associations, 12 rue des Fusillés,
59200 Tourcoing. \x1b[31mEntrée libre.</p>
<p><a href="/sites/default/files/programme_mediation.pdf">Programme</a></p>
<p>Publié le 1 mars 2022</p></body></html>
"""


def make_pdf() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.drawString(72, 760, "Programme de la journée régionale des conseils citoyens")
    canvas.drawString(72, 700, "La journée se tient le mardi 14 juin 2022 de 9h00 à 16h30 à Amiens.")
    canvas.save()
    return stream.getvalue()


class Line:
    """The command with a data folder of its own."""

    def __init__(self, data: Path) -> None:
        self.data = data

    def call(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": os.environ["PATH"], "IREV_DATA": str(self.data)}
        return subprocess.run(
            [IREV, *arguments], env=environment, capture_output=True, text=True, timeout=120, check=False
        )

    def run(self, *arguments: str | Path) -> str:
        """Run a command that must end well; give its output."""
        done = self.call(*arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def fail(self, code: int, *arguments: str | Path) -> str:
        """Run a command that must end with this code and one line of complaint; give that line."""
        done = self.call(*arguments)
        assert done.returncode == code, done.stdout + done.stderr
        (complaint,) = done.stderr.splitlines()
        assert complaint.startswith("irev: ")
        return complaint

    def ask(self, question: str) -> list[dict[str, Any]]:
        rows = json.loads(self.run("query", question, "--format", "json"))
        assert isinstance(rows, list)
        return rows


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Line:
    """A data folder with a page, a brochure and a damaged file, built once."""
    folder = tmp_path_factory.mktemp("files")
    (folder / "matinee.html").write_text(PAGE, encoding="utf-8")
    (folder / "journee.pdf").write_bytes(make_pdf())
    (folder / "abime.pdf").write_bytes(b"%PDF-1.4\nnothing follows")
    built = Line(tmp_path_factory.mktemp("data"))
    assert "kept 3 new" in built.run("import", folder)
    assert re.search(r"release \S+ \(3 captures, 3 of them read now", built.run("build"))
    return built


def test_the_session_of_a_page_can_be_asked_for(line: Line) -> None:
    question = """SELECT day, starts_at, ends_at, v.city, v.postcode FROM sessions JOIN venues v USING (venue_id)
        WHERE event_id = 'event-236123'"""
    assert line.ask(question) == [
        {"day": "2022-03-17", "starts_at": "09:30", "ends_at": "12:30", "city": "Tourcoing", "postcode": "59200"}
    ]


def test_a_damaged_document_is_one_named_entry(line: Line) -> None:
    rows = line.ask("SELECT reason FROM open_readings WHERE reason LIKE '%damaged%'")
    assert len(rows) == 1


def test_a_second_build_finds_nothing_new_and_changes_no_byte(line: Line, tmp_path: Path) -> None:
    line.run("export", tmp_path / "one")
    before = (line.data / "warehouse.duckdb").read_bytes()
    assert line.run("build").startswith("nothing new")
    assert (line.data / "warehouse.duckdb").read_bytes() == before
    line.run("export", tmp_path / "two")
    assert read_folder(tmp_path / "one") == read_folder(tmp_path / "two")


def test_a_rebuild_from_the_archive_alone_gives_the_same_bytes(line: Line, tmp_path: Path) -> None:
    line.run("export", tmp_path / "one")
    rebuilt = Line(tmp_path / "data")
    rebuilt.data.mkdir()
    (rebuilt.data / "archive").symlink_to(line.data / "archive", target_is_directory=True)
    rebuilt.run("build", "--full")
    rebuilt.run("export", tmp_path / "two")
    assert len(read_folder(tmp_path / "one")) > 10
    assert read_folder(tmp_path / "one") == read_folder(tmp_path / "two")


def read_folder(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_imported_again_is_not_kept_again(line: Line, tmp_path: Path) -> None:
    (tmp_path / "journee.pdf").write_bytes(make_pdf())
    (tmp_path / "again.html").write_text(PAGE, encoding="utf-8")
    before = sum(path.stat().st_size for path in (line.data / "archive").glob("*.gz"))
    assert "kept 0 new, 1 were kept already" in line.run("import", tmp_path / "again.html")
    assert sum(path.stat().st_size for path in (line.data / "archive").glob("*.gz")) == before


def test_the_evidence_of_a_page_is_its_sentence_with_the_words_marked(line: Line) -> None:
    shown = line.run("explain", "session-236123-2022-03-17", "day")
    assert "La matinée aura lieu ⟦le jeudi 17 mars 2022 de 9h30 à 12h30⟧, Maison des associations" in shown
    assert "node:236123, version 1, seen 20" in shown
    assert "https://irev.fr/actualites-0/matinee-mediation" in shown


def test_the_evidence_of_a_brochure_is_a_picture_with_the_box_on_the_words(line: Line) -> None:
    (session,) = line.ask("SELECT session_id FROM sessions WHERE day = '2022-06-14'")
    shown = line.run("explain", session["session_id"], "day")
    assert "⟦le mardi 14 juin 2022" in shown
    found = re.search(r"picture of page 1: (\S+\.png)", shown)
    assert found is not None
    picture = Image.open(found[1])
    assert picture.size == (round(595.27 * 2), round(841.89 * 2))
    pure_red = Image.new("RGB", picture.size, (204, 0, 0))
    distance = ImageChops.difference(picture, pure_red).convert("L")
    box = distance.point(lambda value: 255 if value == 0 else 0).getbbox()
    assert box is not None
    assert box[0] > 72 * 2  # the words do not begin their line
    assert 250 < box[1] < box[3] < 310  # its base line is 700 points above the bottom, 142 below the top


def test_nothing_that_a_page_wrote_commands_the_terminal(line: Line) -> None:
    for arguments in (("explain", "event-236123"), ("history", "node:236123"), ("status",), ("query", "agenda")):
        assert "\x1b" not in line.run(*arguments)


def test_the_history_of_an_event_names_its_page_and_version(line: Line) -> None:
    shown = line.run("history", "event-236123")
    assert "by node:236123" in shown
    assert "version 1  20" in shown


def test_the_status_tells_release_counts_and_runs(line: Line) -> None:
    shown = line.run("status")
    assert re.search(r"release    \d{4}-\d\d-\d\d\.\w+", shown)
    assert "s ago" in shown or "min ago" in shown
    assert re.search(r"UTC  build   \w+", shown)
    assert re.search(r"UTC  import  kept \(0\)", shown)


def test_questions_are_listed_and_named_ones_answered_in_three_forms(line: Line) -> None:
    assert "agenda" in line.run("query")
    assert "2022-03-17" in line.run("query", "agenda")
    csv = line.run("query", "SELECT day, starts_at FROM sessions ORDER BY day", "--format", "csv")
    assert csv.splitlines()[:2] == ["day,starts_at", "2022-03-17,09:30"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("query", "SELEC 1"), "SELEC"),
        (("query", "SELECT nothing FROM sessions"), "nothing"),
        (("query", "DROP TABLE sessions"), "Only questions"),
        (("query", "no_such_question"), "irev query"),
        (("query", "agenda", "--format", "xml"), "xml"),
        (("explain", "session-236123-2022-03-71"), "Did you mean session-236123-2022-03-17"),
        (("explain", "event-236123", "colour"), "colour"),
        (("history", "node:1"), "node:1"),
        (("import", "/no/such/file.html"), "/no/such/file.html: there is no such file"),
        (("read", "/no/such/file.html"), "/no/such/file.html cannot be read"),
        (("crawl",), "IREV_CONTACT"),
        (("crawl", "--site", "elsewhere"), "elsewhere"),
        (("crawl", "--limit", "none"), "--limit"),
        (("nonsense",), "irev --help"),
        (("build", "--fast"), "--fast"),
        (("demo", "--folder", "{data}"), "a folder of its own"),
    ],
)
def test_bad_input_is_one_line_that_says_what_to_do(line: Line, arguments: tuple[str, ...], words: str) -> None:
    assert words in line.fail(2, *(argument.format(data=line.data) for argument in arguments))


def test_without_a_warehouse_or_an_archive_the_line_says_what_to_do_first(tmp_path: Path) -> None:
    empty = Line(tmp_path / "data")
    assert "irev import" in empty.fail(2, "build")
    assert "irev build" in empty.fail(2, "query", "agenda")
    assert "irev build" in empty.fail(2, "export", tmp_path / "export")
    assert "irev build" in empty.run("status")


def test_a_folder_with_one_bad_file_keeps_the_others_and_names_it(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "good.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "files" / "empty.html").write_bytes(b"")
    done = Line(tmp_path / "data").call("import", tmp_path / "files")
    assert done.returncode == 3
    assert "kept 1 new" in done.stdout
    assert f"refused {tmp_path}/files/empty.html: the file is empty" in done.stdout


def test_a_second_run_is_refused_with_the_code_of_try_again(line: Line) -> None:
    script = f"""
import datetime as dt, pathlib, time
from pipelines.lock import hold_lock
from pipelines.settings import DataFolder
with hold_lock(DataFolder(pathlib.Path({str(line.data)!r})), "irev build", dt.datetime.now(dt.UTC)):
    print("held", flush=True)
    time.sleep(600)
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        for command in (("build",), ("import", line.data / "warehouse.duckdb"), ("run",)):
            environment = {"PATH": os.environ["PATH"], "IREV_DATA": str(line.data), "IREV_CONTACT": "a@example.org"}
            done = subprocess.run([IREV, *command], env=environment, capture_output=True, text=True, check=False)
            assert done.returncode == 75
            assert done.stderr.count("\n") == 1
            assert f"process {holder.pid}" in done.stderr
        holder.kill()


def test_two_builds_at_once_give_one_build_and_one_refusal(line: Line, tmp_path: Path) -> None:
    both = Line(tmp_path / "data")
    both.data.mkdir()
    (both.data / "archive").symlink_to(line.data / "archive", target_is_directory=True)
    environment = {"PATH": os.environ["PATH"], "IREV_DATA": str(both.data)}
    builds = [subprocess.Popen([IREV, "build"], env=environment, stderr=subprocess.PIPE) for _ in range(2)]
    for build in builds:
        build.communicate(timeout=60)
    assert sorted(build.returncode for build in builds) == [0, 75]
    assert both.ask("SELECT count(*) AS events FROM events")[0]["events"] >= 2


def test_an_error_shows_its_trace_on_demand(tmp_path: Path) -> None:
    done = Line(tmp_path).call("query", "agenda", "--debug")
    assert "Traceback" in done.stderr
    assert "WarehouseError" in done.stderr


def test_reading_a_file_alone_touches_nothing(tmp_path: Path) -> None:
    (tmp_path / "matinee.html").write_text(PAGE, encoding="utf-8")
    alone = Line(tmp_path / "data")
    reading = json.loads(alone.run("read", tmp_path / "matinee.html", "--json"))
    assert list(reading) == [
        "source", "page", "fields", "dates", "venues", "territories", "themes", "events", "attachments", "open",
    ]  # fmt: skip
    assert reading["page"]["page_id"] == "node:236123"
    (session,) = reading["events"][0]["sessions"]
    assert (session["day"], session["starts_at"], session["venue"]["city"]) == ("2022-03-17", "09:30", "Tourcoing")
    assert not alone.data.exists()
    shown = alone.run("read", tmp_path / "matinee.html")
    assert "2022-03-17  09:30–12:30" in shown
    assert "\x1b" not in shown


def test_the_version_is_that_of_the_project(tmp_path: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert Line(tmp_path).run("--version") == f"irev {project['version']}\n"


def test_help_answers_at_once_because_it_loads_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", IREV, "--help"], capture_output=True, text=True, check=True
    )
    loaded = {row.rpartition("|")[2].strip() for row in done.stderr.splitlines()}
    heavy = {"scrapy", "twisted", "duckdb", "lxml", "rich", "pdfplumber", "pypdfium2", "dateparser", "PIL", "extract"}
    assert loaded & heavy == set()
    assert "irev" in done.stdout
    assert len([row for row in done.stdout.splitlines() if re.match(r"  [a-z]+  +[A-Z]", row)]) == 15


def test_a_build_that_reads_nothing_imports_no_reader() -> None:
    """Readers are loaded by the workers; most builds of a night are over before any would be needed."""
    script = "import sys, pipelines.build, spiders.crawl; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "warehouse.build" in loaded
    readers = {"extract.read", "extract.formats", "pdfplumber", "pypdfium2", "bs4", "lxml", "dateparser", "scrapy"}
    assert loaded & readers == set()
