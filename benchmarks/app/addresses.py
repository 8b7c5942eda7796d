"""
Every broken address on every page: `python -m benchmarks.app.addresses`.

Prints how many sets of URL parameters were opened on how many pages, which of them gave an error page, and the
longest time that one took; ends with 1 where any gave an error. Some eight minutes.
"""

from __future__ import annotations

import sys
import time

from tests.addresses import ELEVEN, opened, sets


def main() -> int:
    """Open, count and print."""
    every, n_errors, longest = sets(), 0, 0.0
    for page in ELEVEN:
        for why, query in every:
            start = time.process_time()
            found = [error.message for error in opened(page, query, seconds=120).exception]
            longest = max(longest, time.process_time() - start)
            if found:
                n_errors += 1
                print(f"{page}, {why}: {found[0][:200]}", flush=True)
    opened_ones = len(every) * len(ELEVEN)
    print(f"{len(every)} addresses on {len(ELEVEN)} pages: {n_errors} error pages of {opened_ones}", flush=True)
    print(f"longest: {longest:.1f} s of processor time")
    return 1 if n_errors else 0


if __name__ == "__main__":
    sys.exit(main())
