"""
Score recognition and folding: `python -m benchmarks.entities FILE... [--split test] [--folding FILE] [--only-third]`.

FILE is JSON lines ({"doc", "split", "text", "entities": [{"start", "end", "label"}]}) or CoNLL columns (.conll, .iob,
.bio). Beside both engines stand a baseline of capitals and gazetteer, and every spaCy pipeline that is installed.
`--prose` scores the test part of the project's own prose. `--third` keeps the documents whose name falls into the
third that is never trained on (re3d).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from analysis.encoder import names as encoder_names
from analysis.encoder.reader import Reader
from analysis.encoder.session import is_available
from analysis.engines import PREFIX, Recogniser, engine, installed_pipelines
from analysis.names.recognise import recognise, tag
from benchmarks.entities import folding, recognition
from training.entities.corpora import bucket, is_prose_test, read_prose
from training.entities.score import Tagger, show


@click.command(help=__doc__)
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--split", help='Only rows of this split, such as "test".')
@click.option("--third", is_flag=True, help="Only the third of the documents that is never trained on.")
@click.option("--folding", "folding_file", type=click.Path(exists=True, path_type=Path), help="Gold entities.")
@click.option("--prose", is_flag=True, help="Score the test part of the project's own prose.")
def main(files: tuple[Path, ...], split: str | None, third: bool, folding_file: Path | None, prose: bool) -> None:
    """Score, a line a system and file."""
    systems: dict[str, Recogniser] = {"fast": recognise, "capitals and gazetteer": recognition.lexicon_baseline}
    taggers: dict[str, Tagger] = {"fast": tag}
    if is_available():
        systems = {"encoder": lambda document: encoder_names.recognise(Reader(document))} | systems
        taggers = {"encoder": encoder_names.tag} | taggers
    systems |= {f"spaCy {name}": engine(PREFIX + name) for name in installed_pipelines()}
    for path in files:
        documents = list(recognition.read(path, split, keep=held_out(path) if third else None))
        for name, recogniser in systems.items():
            scores = recognition.score(documents, recogniser)
            speed = scores.pop("words/s")
            row = "  ".join(f"{key} {value:.1f}" for key, value in scores.items())
            click.echo(f"{path.stem:20} {name:24} {row}  {speed:,.0f} words/s")
    if prose:
        documents = [document for document in read_prose() if is_prose_test(document)]
        for name, tagger in taggers.items():
            show(f"own prose, test part, {name}", documents, tagger)
    if folding_file:
        for genre in (None, "news"):
            table, _ = folding.score([folding_file], genre)
            row = "  ".join(f"{key} {value:.3f}" for key, value in table.items())
            click.echo(f"folding, {genre or 'all genres':12} {row}")


def held_out(path: Path) -> Callable[[str], bool]:
    """Which documents of a file are in the third that training leaves out."""
    return lambda name: bucket(f"{path.stem}/{name}", 3) == 0


if __name__ == "__main__":
    main()
