"""
What the app costs: `python -m benchmarks.app`.

Prints the wall time of the command line on the first bundled article with nothing cached in the process, the time
the server takes to redraw each page after a filter click, on that article and on a text of 20,000 words, and the
memory of a server that has drawn all pages. Linux only, for the memory.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from benchmarks.app import redraw
from tests import chromium
from tests.browsing import LINKS, PATHS, serving, settled

ROOT = Path(__file__).parent.parent.parent
SEED = ROOT / "seeds" / "000_253f1a25dff10c89.txt"
N_RUNS = 7


def main() -> None:
    """Measure and print, one line a number."""
    times = [command_line() for _ in range(N_RUNS)]
    print(f"command line, cold: median {statistics.median(times):.2f} s, longest {max(times):.2f} s")
    redraw.report()
    print(f"server after all pages: {server_memory():.0f} MB")


def command_line() -> float:
    """Seconds for `python -m analysis` on the article, in a new process."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "analysis", str(SEED)], cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - start


def server_memory() -> float:
    """Resident memory of the server in MB (10^6 bytes) after a browser has walked all pages with a filter."""
    import tempfile

    with tempfile.TemporaryDirectory() as home, serving(Path(home)) as address, sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=flags)
        window = browser.new_page(viewport={"width": 1400, "height": 1000})
        window.goto(f"{address}/?entity=iran")
        walk(window)
        window.goto(f"{address}/{PATHS[-1]}")
        settled(window)
        with urllib.request.urlopen(f"{address}/_stcore/health"):
            port = address.rsplit(":", 1)[1]
        memory = resident_memory(port)
        browser.close()
    return memory


def walk(window: Page) -> None:
    """Visit every page by its link."""
    for link in LINKS:
        window.get_by_role("link", name=link, exact=True).click()
        expect(window.locator("h1")).to_be_visible()
        settled(window)


def resident_memory(port: str) -> float:
    """Memory of the process that was started with this port, in MB (10^6 bytes)."""
    for status in Path("/proc").glob("[0-9]*/cmdline"):
        words = status.read_bytes().split(b"\0")
        if b"streamlit" in words and port.encode() in words:
            lines = (status.parent / "status").read_text().splitlines()
            return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) * 1024 / 1e6
    raise RuntimeError(f"no server with port {port}")


if __name__ == "__main__":
    main()
