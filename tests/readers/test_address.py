"""What counts as a link and as a public address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import LinkError
from analysis.readers.web.address import is_public, parse_link


@given(st.ip_addresses())
def test_public_addresses_are_global(address):
    """Whatever is taken for public is global by the registries that Python knows."""
    assert not is_public(str(address)) or address.is_global


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:4700:4700::1111", "64:ff9b::808:808", "2002:808:808::"]
)
def test_public_addresses(address):
    """Public addresses are public, those that carry one inside included."""
    assert is_public(address)


@given(st.text(max_size=60))
def test_any_link(text):
    """Whatever is given for a link, it is taken apart or refused with a sentence."""
    try:
        link = parse_link("http://" + text)
    except LinkError:
        return
    assert link.port == 80
    assert parse_link(link.url) == link


@pytest.mark.parametrize(
    ("link", "sent"),
    [
        ("https://News.Example/a b".replace(" ", "%20"), "https://news.example/a%20b"),
        ("http://zürich.example/straße?q=ä#teil", "http://xn--zrich-kva.example/stra%C3%9Fe?q=%C3%A4"),
        ("http://news.example", "http://news.example/"),
        ("http://news.example:80/x", "http://news.example/x"),
    ],
)
def test_links_as_they_are_sent(link, sent):
    """Names and paths are written as the network writes them; what stands behind # stays here."""
    assert parse_link(link).url == sent
