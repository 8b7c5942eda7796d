"""Write the snapshots anew: `python -m tests.golden`. Snapshots of texts that are gone go, too."""

from __future__ import annotations

from tests.golden.snapshots import FOLDER, file_of, lines_now
from tests.golden.texts import texts


def main() -> None:
    """Write a file for each text, and say how many are new or changed."""
    FOLDER.mkdir(exist_ok=True)
    kept, n_changed = set(), 0
    for it in texts():
        path, now = file_of(it), "\n".join(lines_now(it)) + "\n"
        kept.add(path)
        if not path.exists() or path.read_text(encoding="utf-8") != now:
            n_changed += 1
            path.write_text(now, encoding="utf-8")
    for path in set(FOLDER.glob("*.txt")) - kept:
        path.unlink()
    print(f"{len(kept)} snapshots, {n_changed} of them new or changed. Read `git diff tests/golden` line by line.")


if __name__ == "__main__":
    main()
