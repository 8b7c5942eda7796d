"""The command line: `python -m analysis FILE`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from analysis import VERSION, Analysis, DatelineError, InputError, analyze
from analysis.readers.draft import MAX_BYTES, Draft

if TYPE_CHECKING:
    from analysis.model import Correction

FORMATS = ("json", "csv", "geojson", "html")
TABLE_NAMES = (
    "entities", "mentions", "paragraphs", "words", "places", "place-mentions", "countries", "quotes", "reports",
    "figures", "dates",
)  # fmt: skip
"""The keys of `tables.TABLES`, repeated here so that `--help` and JSON need not load pandas."""


MAX_NOTES = 5
"""Notes on the text that are printed; a text without a full stop may have hundreds of them."""


class Command(click.Command):
    """A click command whose every error ends with exit code 2 and one line on standard error."""

    def invoke(self, ctx: click.Context) -> object:
        """Run; turn what `analysis` raises on purpose into a click error."""
        try:
            return super().invoke(ctx)
        except DatelineError as error:
            raise Refusal(str(error)) from error


class Refusal(click.ClickException):
    """An error that is the input's, not the program's."""

    exit_code = 2


@click.command(cls=Command, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96})
@click.argument("file", metavar="FILE")
@click.option(
    "-f", "--format", "form", type=click.Choice(FORMATS), default="json", show_default=True,
    help="json: everything. csv: one table. geojson: the places, as points. html: a report to read and print.",
)  # fmt: skip
@click.option(
    "-t", "--table", type=click.Choice(TABLE_NAMES), default="entities", show_default=True,
    help="Which table --format csv prints.",
)  # fmt: skip
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to PATH, not the screen.")
@click.option(
    "--corrections", type=click.Path(path_type=Path), metavar="PATH",
    help="A file of corrections to apply; those that no longer fit are named on standard error.",
)  # fmt: skip
@click.option("--title", help="The headline, where the text does not open with it.")
@click.option("--published", metavar="DATE", help='The day of publication, such as "2020-01-04".')
@click.option("--home", metavar="PLACE", help='Where the paper is at home, such as "Lafayette, Louisiana".')
@click.option(
    "--engine", metavar="NAME",
    help="What reads names and tone: encoder, a small network, the default where onnxruntime is installed, or fast.",
)  # fmt: skip
@click.option(
    "--recogniser", default="dateline", show_default=True, metavar="NAME",
    help="What finds the names: dateline, which is the engine, or spacy:NAME for an installed spaCy pipeline.",
)  # fmt: skip
@click.version_option(VERSION, prog_name="dateline")
def main(
    file: str,
    form: str,
    table: str,
    output: Path | None,
    corrections: Path | None,
    title: str | None,
    published: str | None,
    home: str | None,
    engine: str | None,
    recogniser: str,
) -> None:
    """
    Read one news article and print who is in it, where it happens, in what tone, and who is quoted.

    FILE is plain text with its headline on the first line, or Markdown, HTML, PDF, Word, OpenDocument or mail, known
    by its content; a link (https://…); or "-" for standard input. Every number comes with
    the characters it was counted from, as [start, end) offsets into the text.

    \b
    Examples:
      python -m analysis article.txt
      python -m analysis article.txt --format csv --table mentions
      python -m analysis article.txt --format geojson --output places.geojson
      python -m analysis article.txt --format html --output report.html
      python -m analysis article.txt --corrections article.corrections.json
      cat article.txt | python -m analysis - --published 2020-01-04
      python -m analysis compare one.txt another.txt

    Errors go to standard error, with exit code 2.
    """
    made = read_corrections(corrections) if corrections else ()
    draft = read_input(file)
    result = analyze(
        draft.full_text,
        title or draft.title or None,
        published or draft.published,
        source=draft.source or (None if file == "-" else Path(file).name),
        engine=engine,
        recogniser=recogniser,
        corrections=made,
        home=home,
    )
    report_notes(result)
    report_misfits(result)
    if form == "json":
        from analysis.export import to_json

        write(to_json(result), output)
    elif form == "csv":
        from analysis.export import to_csv
        from analysis.tables.article import TABLES

        write(to_csv(TABLES[table](result)), output)
    elif form == "html":
        from analysis.report import to_html

        write(to_html(result), output)
    else:
        from analysis.export import to_geojson

        write(to_geojson(result), output)


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections of a file; what is wrong with it is said with its name."""
    from analysis.corrections.file import from_json

    try:
        return from_json(read_bytes(str(path)))
    except InputError as error:
        raise InputError(str(error) if str(error).startswith("Cannot read") else f'"{path}": {error}') from error


def report_notes(analysis: Analysis) -> None:
    """Say on standard error what of the text was not read as it stands, the first MAX_NOTES notes one by one."""
    notes = analysis.document.notes
    for note in notes[:MAX_NOTES]:
        click.echo(f"Note: {note.message} It begins at character {note.start:,}.", err=True)
    if len(notes) > MAX_NOTES:
        click.echo(f"Note: {len(notes) - MAX_NOTES:,} more stand in the JSON, in document.notes.", err=True)


def report_misfits(analysis: Analysis) -> None:
    """Name the corrections that no longer fit the text, one to a line, on standard error."""
    for number, outcome in enumerate(analysis.corrections, 1):
        if outcome.problem is not None:
            click.echo(f"Correction {number} does not fit this text: {outcome.problem}", err=True)


def read_input(file: str) -> Draft:
    """The article of a file, of standard input or behind a link; warnings go to standard error."""
    from analysis.readers import read
    from analysis.readers.web.fetch import read_link

    if file.startswith(("http://", "https://")):
        drafts = [read_link(file)]
    else:
        drafts = read(read_bytes(file), "" if file == "-" else Path(file).name)
    if len(drafts) > 1:
        raise InputError(f'"{file}" holds {len(drafts)} articles; give one of them at a time.')
    for warning in drafts[0].warnings:
        click.echo(f"Warning: {warning}", err=True)
    return drafts[0]


def read_bytes(file: str) -> bytes:
    """The bytes of the file, or of standard input for "-"; at most one byte more than is allowed."""
    if file == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with Path(file).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f'Cannot read "{file}": {reason}.') from error


def write(text: str, output: Path | None) -> None:
    """Write UTF-8 to the file, or to standard output whatever the terminal's own encoding."""
    if output is None:
        sys.stdout.buffer.write(text.encode("utf-8"))
        return
    try:
        output.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f'Cannot write "{output}": {error.strerror}.') from error


@click.command(cls=Command, context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to PATH, not the screen.")
@click.option("--engine", metavar="NAME", help="What reads both, as for a single article.")
def compare_command(first: str, second: str, output: Path | None, engine: str | None) -> None:
    """
    Lay two reports beside each other and print, as JSON, what stands in one, in the other, in both.

    A and B are files or links, as for a single article. There is no score and no verdict.
    """
    import json

    from analysis.compare import compare

    drafts = [read_input(file) for file in (first, second)]
    a, b = (analyze(d.full_text, d.title or None, d.published, source=d.source, engine=engine) for d in drafts)
    write(json.dumps(compare(a, b).to_dict(), ensure_ascii=False, indent=2) + "\n", output)


def run() -> None:
    """Run the command that the first word names: "compare", else one article."""
    if sys.argv[1:2] == ["compare"] and len(sys.argv) > 2:
        compare_command(sys.argv[2:], prog_name="python -m analysis compare")
    else:
        main(prog_name="python -m analysis")


if __name__ == "__main__":
    run()
