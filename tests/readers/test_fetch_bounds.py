"""What a website sends is bounded before anything is made of it, and so is what all visitors ask for together."""

import threading
import tracemalloc

import pytest

from analysis.errors import FileError, LinkError
from analysis.readers.process.limits import Turns
from analysis.readers.web import fetch as fetching
from analysis.readers.web import robots
from analysis.readers.web.fetch import Allowance, BusyError, fetch, read_link
from tests.readers import files
from tests.readers.news_server import STORY, NewsServer, running
from tests.readers.test_archives import ZIP_BZIP2, packed


@pytest.fixture
def server():
    with running(NewsServer()) as news:
        yield news


@pytest.fixture
def follow(server):
    """Read the link to a page that the test's server sends."""

    def follow_link(body, kind="text/html"):
        server.body = (body, kind)
        port = server.server_address[1]
        resolver = lambda *_: ["127.0.0.1"]  # noqa: E731
        return read_link(
            f"http://news.example:{port}/given", resolver=resolver, test_server=Allowance("127.0.0.1", port)
        )

    return follow_link


def crossed(n_agents, n_rules):
    """A robots.txt of so many names above so many rules."""
    agents = "".join(f"User-agent: bot{n}\n" for n in range(n_agents))
    return agents + "User-agent: *\n" + "".join(f"Disallow: /{n}\n" for n in range(n_rules))


def test_names_times_rules():
    """Thousands of names above thousands of rules take the memory of the rules that are ours, and no more."""
    text = crossed(4_000, 4_000)
    tracemalloc.start()
    try:
        rules = robots.rules_for(text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(rules) == 4_000
    assert peak < 5_000_000


@pytest.mark.parametrize("agent", ["*", "dateline"])
@pytest.mark.parametrize(("count", "is_seen"), [(robots.MAX_RULES, True), (robots.MAX_RULES + 1, False)])
def test_rules_are_bounded(agent, count, is_seen):
    """So many rules of a group count, and no more are kept."""
    text = f"User-agent: {agent}\n" + "Allow: /a\n" * (count - 1) + "Disallow: /story\n"
    assert len(robots.rules_for(text)) == robots.MAX_RULES
    assert robots.is_allowed(text, "/story") is not is_seen


@pytest.mark.parametrize(("n_before", "is_seen"), [(robots.MAX_LINES - 2, True), (robots.MAX_LINES - 1, False)])
def test_lines_are_bounded(n_before, is_seen):
    """Reading stops after so many lines, whatever stands in them."""
    text = "\n" * n_before + "User-agent: *\nDisallow: /story\n"
    assert robots.is_allowed(text, "/story") is not is_seen


def test_rules_of_others_are_not_ours():
    """Rules of a group that names neither us nor everybody are not kept; several groups of ours count together."""
    text = "User-agent: a\nDisallow: /a\nUser-agent: dateline\nUser-agent: b\nDisallow: /b\n\n"
    text += "User-agent: Dateline\nAllow: /c"
    assert robots.rules_for(text) == [(False, "/b"), (True, "/c")]
    assert robots.rules_for("User-agent: dateline\n\nUser-agent: *\nDisallow: /") == [(False, "/")]


@pytest.mark.parametrize("name", ["punycode", "idna", "unicode_escape", "zip", "rot13"])
def test_charset_that_is_none(follow, name):
    """A site that names no encoding of a page is refused by the name, before a byte is decoded."""
    with pytest.raises(FileError, match=f'"{name}" as its encoding'):
        follow(b"<p>a</p>" * 50_000, f"text/html; charset={name}")


def test_archive_that_calls_itself_a_page(follow):
    """A site that sends an archive for a page gets no further than one who uploads it."""
    with pytest.raises(FileError, match="packed with bzip2"):
        follow(packed({"a.txt": b"a" * 50_000_000}, ZIP_BZIP2))
    assert follow(files.zipped({"a.txt": files.text()})).text.startswith(files.TITLE)


def test_page_is_decoded_elsewhere(follow, monkeypatch):
    """Not even the encoding that a site names is tried in the process that shows the pages."""
    monkeypatch.setattr("analysis.readers.charsets.decoded", None)
    monkeypatch.setattr("analysis.readers.plain.decode", None)
    assert "Café" in follow(STORY.replace(b"Napier", b"Caf\xe9"), "text/html; charset=iso-8859-1").text
    assert "Café" in follow(b"The port of Caf\xe9 is closed.", "text/plain; charset=iso-8859-1").text


def test_links_at_once_are_bounded(follow, monkeypatch):
    """One link more than are followed at once is refused with what to do, and followed when a turn is free."""
    turns = Turns(1, 0.0, BusyError("Too many links are being followed right now. Try again in a minute."))
    monkeypatch.setattr(fetching, "FETCHES", turns)
    with turns.one(), pytest.raises(LinkError, match=r"Too many links.*Try again"):
        follow(STORY)
    assert "port of Napier" in follow(STORY).text
    with pytest.raises(LinkError):
        follow(STORY, "image/png")
    assert "port of Napier" in follow(STORY).text


def test_names_that_hang(monkeypatch):
    """A resolver that never answers holds a bounded number of threads, and frees them when it does."""
    monkeypatch.setattr(fetching, "CONNECT_SECONDS", 0.05)
    monkeypatch.setattr(fetching, "LOOKUPS", Turns(3, 0.0, BusyError("Too many names wait. Try again in a minute.")))
    answering, ended = threading.Event(), threading.Semaphore(0)

    def hang(*_):
        answering.wait(60)
        ended.release()
        return []

    before = threading.active_count()
    for _ in range(3):
        with pytest.raises(LinkError):
            fetch("http://news.example/", resolver=hang)
    for _ in range(5):
        with pytest.raises(LinkError, match="Too many names"):
            fetch("http://news.example/", resolver=hang)
    assert threading.active_count() - before <= 3
    answering.set()
    for _ in range(3):
        assert ended.acquire(timeout=60)
    monkeypatch.setattr(fetching, "CONNECT_SECONDS", 60)
    with pytest.raises(LinkError, match="not found"):
        fetch("http://news.example/", resolver=lambda *_: [])


def test_busy_names_do_not_open_a_site(server, monkeypatch):
    """Where robots.txt cannot be asked for since too much is going on, the page is not read without it."""
    monkeypatch.setattr(fetching, "CONNECT_SECONDS", 0.05)
    turns = Turns(1, 0.0, BusyError("Too many names wait. Try again in a minute."))
    monkeypatch.setattr(fetching, "LOOKUPS", turns)
    port = server.server_address[1]
    take, calls = turns.take, []

    def take_first_in_vain(wait_seconds):
        calls.append(wait_seconds)
        if len(calls) == 1:
            raise BusyError("Too many names wait. Try again in a minute.")
        take(wait_seconds)

    monkeypatch.setattr(turns, "take", take_first_in_vain)
    with pytest.raises(LinkError, match="Too many names"):
        fetch(
            f"http://news.example:{port}/story",
            resolver=lambda *_: ["127.0.0.1"],
            test_server=Allowance("127.0.0.1", port),
        )
    assert server.seen == []
