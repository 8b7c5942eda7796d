"""`python -m analysis`."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import geojson
import pytest

from analysis import analyze
from analysis.report import to_html
from tests import ROOT

SEED = ROOT / "seeds" / "000_253f1a25dff10c89.txt"


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run the command as a user would, from another folder's point of view."""
    command = [sys.executable, "-m", "analysis", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=ROOT, check=False)


def test_json_of_the_article():
    """The article's JSON names its schema, holds the text, and every span slices it."""
    done = run(str(SEED))
    assert (done.returncode, done.stderr) == (0, b"")
    result = json.loads(done.stdout)
    assert result["schema"] == "dateline/1"
    text = result["document"]["text"]
    spans = [m for thing in (*result["entities"], *result["places"]) for m in thing["mentions"]]
    spans += result["quotes"] + [e for p in result["paragraphs"] for e in p["evidence"]]
    assert spans
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)


def test_standard_input():
    """A dash reads the article from a pipe."""
    done = run("-", stdin="Angela Merkel met François Hollande in Paris on Friday.".encode())
    names = {entity["name"] for entity in json.loads(done.stdout)["entities"]}
    assert {"Angela Merkel", "François Hollande", "Paris"} <= names


def test_a_sentence_beyond_any_real_one_is_noted():
    """What was cut is said on standard error, the first few one by one; the JSON lists all of it."""
    done = run("-", stdin=("\n\n".join(["the dog, " * 300] * 7)).encode())
    lines = [line for line in done.stderr.decode().splitlines() if line.startswith("Note: ")]
    assert lines[0].startswith("Note: A sentence of 2,699 characters is read as 2 sentences")
    assert lines[-1] == "Note: 2 more stand in the JSON, in document.notes."
    notes = json.loads(done.stdout)["document"]["notes"]
    assert (len(lines), len(notes), notes[0]["kind"]) == (6, 7, "long sentence")


def test_csv_of_a_table():
    """CSV prints the table that was asked for, with its columns."""
    done = run(str(SEED), "--format", "csv", "--table", "paragraphs")
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode())))
    assert [row["label"] for row in rows] == ["Headline", *map(str, range(1, 17))]


def test_geojson_to_a_file(tmp_path):
    """GeoJSON goes to the file that was named, and nothing to the screen."""
    target = tmp_path / "places.geojson"
    done = run(str(SEED), "-f", "geojson", "-o", str(target))
    assert (done.returncode, done.stdout) == (0, b"")
    assert geojson.loads(target.read_text(encoding="utf-8")).is_valid


def test_html_to_a_file(tmp_path):
    """The report goes to the file that was named: a whole page, the same as from Python."""
    target = tmp_path / "report.html"
    done = run(str(SEED), "-f", "html", "-o", str(target))
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    analysis = analyze(SEED.read_text(encoding="utf-8"), source=SEED.name)
    assert target.read_text(encoding="utf-8") == to_html(analysis)


def corrections_file(folder: Path, *corrections: object) -> str:
    path = folder / "corrections.json"
    path.write_text(json.dumps({"schema": "dateline-corrections/1", "corrections": corrections}), encoding="utf-8")
    return str(path)


def test_corrections_are_applied(tmp_path):
    """A file of corrections changes the result, which lists them with what came of each."""
    path = corrections_file(tmp_path, {"do": "merge", "entity": "cnn", "into": "al-jazeera"})
    done = run(str(SEED), "--corrections", path)
    assert (done.returncode, done.stderr) == (0, b"")
    result = json.loads(done.stdout)
    assert {e["id"]: e["count"] for e in result["entities"]}["al-jazeera"] == 2
    assert result["corrections"] == [{"do": "merge", "entity": "cnn", "into": "al-jazeera", "problem": None}]


def test_corrections_that_no_longer_fit_are_named(tmp_path):
    """A correction that does not fit is named on standard error, one line each, and does not stop the others."""
    path = corrections_file(
        tmp_path, {"do": "hide", "entity": "atlantis"}, {"do": "hide", "entity": "cnn"},
        {"do": "speaker", "quote": [1, 2], "entity": None},
    )  # fmt: skip
    done = run(str(SEED), "--corrections", path, "--format", "csv", "--table", "entities")
    assert done.returncode == 0
    assert done.stderr.decode().splitlines() == [
        "Correction 1 does not fit this text: There is no “atlantis” in this text.",
        "Correction 3 does not fit this text: No quote stands at characters 1 to 2.",
    ]
    assert b"cnn" not in done.stdout


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "Cannot read"),
        ("{", "This is not a file of corrections: it is not JSON."),
        (
            '{"schema": "dateline-corrections/1", "corrections": [{"do": "fly"}]}',
            "Correction 1: A correction cannot do",
        ),
    ],
    ids=["missing", "not JSON", "unknown kind"],
)
def test_broken_corrections_are_refused(tmp_path, content, message):
    """A file of corrections that cannot be used is named, with what is wrong, and nothing is printed."""
    path = tmp_path / "mine.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    done = run(str(SEED), "--corrections", str(path))
    assert (done.returncode, done.stdout) == (2, b"")
    assert str(path) in done.stderr.decode()
    assert message in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_help_explains():
    """The help says what the command does and shows an example to copy."""
    done = run("--help")
    assert done.returncode == 0
    assert b"python -m analysis article.txt" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "stdin", "message"),
    [
        (["nowhere.txt"], b"", 'Error: Cannot read "nowhere.txt": No such file or directory.'),
        (["-"], b"  \n ", "is empty. Give an article of at least one word."),
        (["-"], b"\x89PNG\x00\x00\xff\xfe\x00\x01", "Error: The file is not plain text in any known encoding."),
        (["-"], b"word " * 200_001, "Error: This text has 200,001 words; up to 200,000 are read at once."),
        (["-", "--published", "yesterday"], b"A text.", "Error: The publication date 'yesterday' is not a date."),
        (["-", "--format", "xml"], b"A text.", "'xml' is not one of 'json', 'csv', 'geojson', 'html'"),
        ([], b"", "Missing argument 'FILE'"),
        (["-", "-o", "/nowhere/out.json"], b"A text.", 'Error: Cannot write "/nowhere/out.json"'),
    ],
    ids=["missing file", "empty", "binary", "too long", "no date", "no format", "no file", "no folder"],
)
def test_refusals(arguments, stdin, message):
    """Bad input ends with exit code 2, a clear line on standard error and nothing on standard output."""
    done = run(*arguments, stdin=stdin)
    assert (done.returncode, done.stdout) == (2, b"")
    assert message in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
