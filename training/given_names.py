"""
Make `analysis/resources/given_names.txt`: which given names women bear and which men.

`python -m training.given_names` reads the US census of 1990 (package names 0.3.0, public domain) and the project's
own list of names from elsewhere, `given_names_more.txt` (CC0). A name that both bear goes to the sex for which it
is clearly more usual, else to neither.
"""

from __future__ import annotations

from pathlib import Path

from training.gazetteer.sources import package_folder

HERE = Path(__file__).parent
TARGET = HERE.parent / "analysis" / "resources" / "given_names.txt"
CLEARLY = 8.0
"""How many times as frequent a name must be among the one sex."""


def shares(kind: str) -> dict[str, float]:
    """Name -> its share among the women or the men of the census, in per cent."""
    with (package_folder("names") / f"dist.{kind}.first").open(encoding="ascii") as file:
        rows = [line.split() for line in file]
    return {row[0].lower(): float(row[1]) + 0.0005 for row in rows}


def main() -> None:
    """Write the list: a line of women's names, a line of men's."""
    women, men = shares("female"), shares("male")
    lists = {
        "f": {name for name, share in women.items() if share > CLEARLY * men.get(name, 0)},
        "m": {name for name, share in men.items() if share > CLEARLY * women.get(name, 0)},
    }
    for line in (HERE / "given_names_more.txt").read_text("utf-8").splitlines():
        sex, _, names = line.partition(":")
        if sex in lists:
            lists[sex] |= set(names.split())
            lists["m" if sex == "f" else "f"] -= set(names.split())
    TARGET.write_text("".join(f"{sex}: {' '.join(sorted(names))}\n" for sex, names in lists.items()), "utf-8")


if __name__ == "__main__":
    main()
