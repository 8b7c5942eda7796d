"""Links: public pages are read, everything else is refused before anything is sent."""

import re
import ssl
from urllib.parse import quote

import pytest
import trustme

from analysis.errors import LinkError
from analysis.readers.web import fetch as fetching
from analysis.readers.web.fetch import Allowance, fetch, read_link
from tests import ROOT
from tests.cases import load
from tests.readers.news_server import STORY, NewsServer, running


@pytest.fixture
def server():
    with running(NewsServer()) as news:
        yield news


@pytest.fixture
def get(server):
    """Fetch a path of the test's server under the name news.example."""
    port = server.server_address[1]

    def get_path(path, resolves=("127.0.0.1",)):
        return fetch(
            f"http://news.example:{port}{path}",
            resolver=lambda host, _: list(resolves) if host == "news.example" else [],
            test_server=Allowance("127.0.0.1", port),
        )

    return get_path


def requests(server):
    return [path for path, _ in server.seen]


@pytest.mark.parametrize("case", load("attack_urls"))
def test_attacks_are_refused(server, case):
    """A link that leads anywhere but to a public page is refused with the reason, and nothing is sent."""
    port = server.server_address[1]
    with pytest.raises(LinkError, match=case["refusal"]):
        fetch(
            case["url"].replace("{port}", str(port)),
            resolver=lambda *_: case.get("resolves", []),
            # The port is allowed, so that it is the address that has to be refused.
            test_server=Allowance("203.0.113.9", port),
        )
    assert server.seen == []


def means_the_server(case):
    """Whether a link, said by the test's own server, leads to the page that the test allows, or to no other."""
    url = case["url"]
    return bool(re.search(r"127\.0\.0\.1\.?:|１|。|①|\r|#|^http://$", url)) or case.get("resolves") == ["127.0.0.1"]


@pytest.mark.parametrize(
    "case",
    [p for p in load("attack_urls") if p.values[0]["url"].startswith("http") and not means_the_server(p.values[0])],
)
def test_redirected_attacks_are_refused(server, case):
    """A page that redirects to such a link gets no further."""
    port = server.server_address[1]
    url = case["url"].replace("{port}", str(port))
    with pytest.raises(LinkError):
        fetch(
            f"http://news.example:{port}/to?url={quote(url, safe='')}",
            resolver=lambda host, _: ["127.0.0.1"] if host == "news.example" else case.get("resolves", []),
            test_server=Allowance("127.0.0.1", port),
        )
    assert "/secret" not in requests(server)


def test_page_is_read(server, get):
    """A page comes with its bytes, where it was found at last, and its type; the request says little of us."""
    page = get("/story?id=7")
    assert (page.data, page.content_type, page.charset) == (STORY, "text/html", "utf-8")
    assert page.url.endswith("/story?id=7")
    _, headers = server.seen[-1]
    assert headers["User-Agent"] == "Dateline/0.1"
    assert headers["Host"].startswith("news.example:")
    assert not {"Cookie", "Authorization", "Referer", "X-Forwarded-For"} & headers.keys()


def test_link_to_draft(server):
    """A link becomes an article with its headline; the site is its source where the page names none."""
    port = server.server_address[1]
    draft = read_link(
        f"http://news.example:{port}/latin",
        resolver=lambda *_: ["127.0.0.1"],
        test_server=Allowance("127.0.0.1", port),
    )
    assert draft.title == "Storm closes port"
    assert "port of Café is closed" in draft.text
    assert draft.source == "news.example"


def test_redirects_are_followed_three_times(server, get):
    """Three redirects are followed, a fourth is not; cookies are not carried along."""
    assert get("/hops?left=3").url.endswith("/story")
    assert all("Cookie" not in headers for _, headers in server.seen)
    with pytest.raises(LinkError, match="more than 3 times"):
        get("/hops?left=4")


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "application/json", "application/octet-stream", ""])
def test_only_texts(get, kind):
    """What is no text is not read."""
    with pytest.raises(LinkError, match="not to a page of text"):
        get(f"/kind?type={kind}")


@pytest.mark.parametrize("code", [401, 403, 404, 410, 429, 500, 503])
def test_refusals_of_the_site(get, code):
    """A site that refuses is quoted with its status."""
    with pytest.raises(LinkError, match=f"status {code}"):
        get(f"/status?code={code}")


@pytest.mark.parametrize("path", ["/bomb", "/endless"])
def test_size_is_bounded(get, path):
    """A page that never ends, or unpacks to fifty megabytes, is refused at five."""
    with pytest.raises(LinkError, match="more than 5,000,000 bytes"):
        get(path)


@pytest.mark.parametrize("path", ["/silent", "/drip"])
def test_time_is_bounded(get, path, monkeypatch):
    """A site that says nothing, or says it one header at a time, is given up when the time is over."""
    monkeypatch.setattr(fetching, "MAX_SECONDS", 0.5)
    with pytest.raises(LinkError, match="more than"):
        get(path)


def test_slow_names(server, monkeypatch):
    """A resolver that does not answer is given up."""
    monkeypatch.setattr(fetching, "CONNECT_SECONDS", 0.1)
    with pytest.raises(LinkError, match="not found"):
        fetch("http://news.example/", resolver=lambda *_: ["8.8.8.8"] * server.closing.wait(30))


def test_name_that_changes_its_address(server, monkeypatch):
    """The connection goes to the address that was checked; a name that changes in between is checked again."""
    from urllib3.util import connection

    connected = []
    create = connection.create_connection
    monkeypatch.setattr(
        connection,
        "create_connection",
        lambda to, *rest, **options: connected.append(to[0]) or create(to, *rest, **options),
    )
    port = server.server_address[1]
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["10.0.0.1"]])
    resolver = lambda *_: next(answers)  # noqa: E731
    with pytest.raises(LinkError, match="private network"):
        fetch(f"http://news.example:{port}/hops?left=1", resolver=resolver, test_server=Allowance("127.0.0.1", port))
    assert set(connected) == {"127.0.0.1"}
    assert "/story" not in requests(server)


@pytest.mark.parametrize("case", load("robots"))
def test_robots(server, get, case):
    """What a site's robots.txt asks is done."""
    server.robots = (case.get("status", 200), case["robots"].encode())
    if case["allowed"]:
        assert get(case["path"]).data == STORY
    else:
        with pytest.raises(LinkError, match=r"robots\.txt"):
            get(case["path"])
        assert requests(server) == ["/robots.txt"]


@pytest.mark.parametrize("value", ["off", "OFF", "0", "no", "false"])
def test_switched_off(server, get, monkeypatch, value):
    """Where links are switched off, none is followed."""
    monkeypatch.setenv("DATELINE_LINKS", value)
    with pytest.raises(LinkError, match="switched off"):
        get("/story")
    assert server.seen == []


@pytest.mark.parametrize(("name", "works"), [("news.example", True), ("other.example", False)])
def test_certificates(monkeypatch, name, works):
    """Over https the certificate must be that of the name in the link, not of the address that was checked."""
    authority = trustme.CA()
    server = NewsServer()
    theirs = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(name).configure_cert(theirs)
    asked = []
    theirs.sni_callback = lambda _socket, asked_for, _context: asked.append(asked_for)
    server.socket = theirs.wrap_socket(server.socket, server_side=True)
    ours = ssl.create_default_context()
    authority.configure_trust(ours)
    monkeypatch.setattr("analysis.readers.web.pools.tls_context", lambda: ours)
    with running(server):
        port = server.server_address[1]
        call = {"resolver": lambda *_: ["127.0.0.1"], "test_server": Allowance("127.0.0.1", port)}
        if works:
            assert fetch(f"https://news.example:{port}/story", **call).data == STORY
        else:
            with pytest.raises(LinkError, match="could not be reached"):
                fetch(f"https://news.example:{port}/story", **call)
    assert set(asked) == {"news.example"}


def test_nothing_but_tests_makes_an_allowance():
    """No code of the app or the package passes the allowance that these tests pass."""
    files = [
        *ROOT.glob("*.py"),
        *(path for part in ("analysis", "views", "pages") for path in (ROOT / part).rglob("*.py")),
    ]
    made = [path.name for path in files if re.search(r"\bAllowance\(", path.read_text(encoding="utf-8"))]
    assert made == []
