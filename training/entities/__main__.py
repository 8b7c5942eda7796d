"""
Make the recogniser's weights: `python -m training.entities FOLDER [--dev] [--silver SHARE]`.

FOLDER holds the open corpora named in corpora.SOURCES as JSON lines; the project's own prose is added. With
`--dev`, a twelfth of the documents is held back and scored, and the weights go to a folder of their own, so that
choices can be made without looking at any test; without it, everything that may be trained on is used and the
weights in analysis/resources are replaced.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import click

from analysis.names import recognise
from training.entities.corpora import Annotated, bucket, is_prose_test, read_prose, training_documents
from training.entities.score import show
from training.entities.train import train_stages

DEV_SHARE = 12
"""With --dev, one document in so many is held back."""


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--silver", default=0.5, show_default=True, help="The share of the silver corpus that is used.")
@click.option("--dev", is_flag=True, help="Hold documents back, score them, and leave the shipped weights alone.")
@click.option("--output", default=None, type=click.Path(file_okay=False, path_type=Path), help="Where weights go.")
def main(folder: Path, silver: float, dev: bool, output: Path | None) -> None:
    """Train both stages from the corpora in FOLDER and the project's own prose."""
    documents = training_documents(folder, silver)
    held = [d for d in documents if dev and bucket("dev" + d.id, DEV_SHARE) == 0]
    kept = [d for d in documents if not dev or bucket("dev" + d.id, DEV_SHARE) != 0]
    target = output or (Path("build") if dev else recognise.RESOURCES)
    target.mkdir(parents=True, exist_ok=True)
    weights = (target / recognise.WEIGHTS[0].name, target / recognise.WEIGHTS[1].name)
    train_stages(kept, *weights)
    recognise.WEIGHTS = weights
    by_source: dict[str, list[Annotated]] = defaultdict(list)
    for document in held:
        by_source[document.id.split("/")[0]].append(document)
    for source, rows in by_source.items():
        show(f"dev {source}", rows)
    if not dev:
        show("prose, test part", [d for d in read_prose() if is_prose_test(d)])


if __name__ == "__main__":
    main()
