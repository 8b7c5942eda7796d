"""Rebuild the gazetteer: `python -m training.gazetteer [--node-modules FOLDER]`."""

from __future__ import annotations

import argparse
from pathlib import Path

from training.gazetteer.build import build

TARGET = Path(__file__).parents[2] / "analysis" / "resources" / "gazetteer.bin"


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--node-modules", type=Path, default=Path("node_modules"), help="where npm put its packages")
    parser.add_argument("--output", type=Path, default=TARGET)
    options = parser.parse_args()
    build(options.output, options.node_modules)
    print(f"{options.output}: {options.output.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
