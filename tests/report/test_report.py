"""The report: one HTML file that is safe, whole, true to the tables, and says what it leaves out."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import training.borders
from analysis import Analysis, analyze
from analysis.model import ENTITY_TYPES, Correction, Place, PlaceMention
from analysis.report import to_html
from analysis.report.atlas import is_seen
from analysis.report.borders import RESOURCE, alpha2_of, borders, rings_of
from analysis.report.labels import Spot, box_of, cut, placed, width
from analysis.report.map_names import Steps
from analysis.report.outlines import clipped, outlines, path
from analysis.report.projection import region_view, world_view
from analysis.select.narrow import Choice, narrow
from analysis.show.accuracy import MEASURED
from analysis.tables import article as tables
from analysis.tables.speech import speakers
from tests import ROOT
from tests.factories import make_analysis

SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
SEED = next(path for path in SEEDS if path.name.startswith("000_")).read_text("utf-8")

HOSTILE = """<script>alert(1)</script> & Iran </title></style>

![x](http://evil.example/a.png) $x$ Iran\u202esaid <img src=x onerror=alert(1)> "We <b>will</b> fight on," said \
<i>Donald Trump</i>. <svg onload=alert(1)> javascript:alert(1) &lt; &#x3c;script&#x3e; ]]> <!-- -- >

العربية\x07 نص\x0b about Iran, said 'Iran' in https://evil.example/ and \ufffe \ud800 <a href="//evil.example">."""


@cache
def seed() -> Analysis:
    return analyze(SEED, source="article.txt")


def parsed(html: str) -> ElementTree.Element:
    """The page read strictly, as XML: a tag that is not closed, or an entity that HTML alone knows, is an error."""
    head, page = html.split("\n", 1)
    assert head == "<!DOCTYPE html>"
    return ElementTree.fromstring(page)


def words_of(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def rows_of(page: ElementTree.Element, caption: str) -> list[list[str]]:
    """The cells of the only table whose caption starts so."""
    (table,) = [t for t in page.iter("table") if words_of(t.find("caption")).startswith(caption)]
    return [[words_of(cell) for cell in row] for row in table.find("tbody")]


def numbers(values) -> list[str]:
    return [f"{value:,}" for value in values]


CHOICES = {
    "all": None,
    "by name": Choice(entities=("iraq", "donald-trump")),
    "both": Choice(entities=("iraq", "iran"), needs_all=True),
    "by type": Choice(types=("PERSON",)),
    "without": Choice(without=("united-states",), first=2, last=12),
    "narrator": Choice(voice="narrator"),
    "quoted": Choice(voice="quoted"),
    "nothing": Choice(entities=("iraq", "chad-wolf"), needs_all=True),
}


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_the_file_is_well_formed(path):
    """A strict reader takes the whole page of every bundled article, with every section in it."""
    page = parsed(to_html(analyze(path.read_text("utf-8"))))
    anchors = [section.get("id") for section in page.iter("section")]
    assert anchors == ["who", "where", "tone", "speech", "facts", "article", "method"]


@pytest.mark.parametrize("choice", CHOICES.values(), ids=CHOICES.keys())
def test_links_lead_somewhere(choice):
    """Every number that is linked leads to a paragraph or a section of the same page, and no two share an id."""
    page = parsed(to_html(seed(), choice=choice))
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(set(ids)) == len(ids)
    links = [link.get("href") for link in page.iter("a")]
    assert links
    assert all(href.startswith("#") and href[1:] in ids for href in links)


def test_paragraphs_carry_the_number_that_tables_name():
    """The third paragraph is #p3 and holds its own words; the headline has an anchor of its own."""
    page = parsed(to_html(seed()))
    document = seed().document
    third = next(p for p in tables.paragraphs(seed()).itertuples() if p.label == "3")
    found = {element.get("id"): words_of(element) for element in page.iter("div") if element.get("id")}
    assert found["p3"] == "3" + " ".join(document.text[third.start : third.end].split())
    assert found["headline"] == document.title


@pytest.mark.parametrize("text", [SEED, HOSTILE], ids=["article", "hostile"])
def test_nothing_is_fetched_and_nothing_runs(text):
    """The page has no script, no handler, no address to fetch, and tells the browser to allow none."""
    page = parsed(to_html(analyze(text, source="<script src=//evil.example>")))
    allowed = {
        "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "nav", "section", "div", "p",
        "h1", "h2", "h3", "a", "span", "strong", "small", "mark", "blockquote", "ul", "li", "dl", "dt", "dd", "figure",
        "figcaption", "table", "caption", "thead", "tbody", "tr", "th", "td", "svg", "g", "path", "rect", "circle",
        "text",
    }  # fmt: skip
    assert {element.tag for element in page.iter()} <= allowed
    for element in page.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name not in ("src", "style", "action", "srcset", "xlink:href")
            assert name != "href" or value.startswith("#")
    style = "".join(element.text for element in page.iter("style"))
    assert not re.search(r"url\(|@import|@font-face|expression|https?:", style)
    policy = next(m.get("content") for m in page.iter("meta") if m.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'")


def test_addresses_stand_in_text_alone():
    """An address occurs only where the article names it, as words that cannot be clicked."""
    assert "://" not in to_html(seed())
    html = to_html(analyze(HOSTILE))
    page = parsed(html)
    shown = "".join(page.itertext())
    assert "https://evil.example/" in shown
    assert html.count("://") == shown.count("://")


def test_hostile_words_are_shown_as_words():
    """Tags, formulas and Markdown of an article are read as they were written; what cannot be seen is gone."""
    html = to_html(analyze(HOSTILE))
    assert "<script" not in html.lower()
    text = words_of(next(s for s in parsed(html).iter("section") if s.get("id") == "article"))
    for words in ("<script>alert(1)</script>", "![x](http://evil.example/a.png) $x$", "&lt; &#x3c;script", "<!-- --"):
        assert words in text
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e\ufffe]", html)


pieces = st.sampled_from(
    ["Iran", "<script>", "</td>", "&amp;", '"we will fight them,"', "said", "Angela Merkel", "\n\n", "]]>", "\u202e",
     "Paris", "3,000 soldiers", "on Friday", "good", "terrible", ".", "Ω", "<!--", "'", "{", "$x$"]
)  # fmt: skip


@settings(max_examples=12)
@given(st.lists(pieces, min_size=1, max_size=25))
def test_any_text_gives_a_page(parts):
    """Whatever an article is made of, the page is well-formed and the same every time."""
    text = "A. " + " ".join(parts) + " end end end end end end end end end end end end end end end end"
    analysis = analyze(text)
    html = to_html(analysis)
    page = parsed(html)
    assert not [element for element in page.iter() if element.tag in ("script", "img", "b", "i")]
    assert to_html(analysis) == html


@pytest.mark.parametrize("choice", CHOICES.values(), ids=CHOICES.keys())
def test_counts_are_those_of_the_tables(choice):
    """Every number of the report is the one that the tables of the same selection have."""
    shown = narrow(seed(), choice) if choice else seed()
    page = parsed(to_html(seed(), choice=choice))
    if shown.entities:
        frame = tables.entities(shown)
        rows = rows_of(page, "Every name")
        assert [row[0] for row in rows] == list(frame["name"])
        assert [row[2] for row in rows] == numbers(frame["count"])
        assert [row[3] for row in rows] == list(frame["written_as"])
        assert [len(row[4].split()) for row in rows] == list(frame["n_paragraphs"])
        by_type = frame.groupby("type")["count"].sum()
        assert [row[2] for row in rows_of(page, "Names by type")] == numbers(
            by_type[kind] for kind in ENTITY_TYPES if kind in by_type
        )
    if shown.places:
        frame = tables.places(shown)
        rows = rows_of(page, "Every place")
        assert [row[0] for row in rows] == list(frame["name"])
        for column, name in ((3, "count"), (4, "location"), (5, "actor"), (6, "nationality"), (7, "in_name")):
            assert [row[column] for row in rows] == numbers(frame[name])
        countries = tables.countries(shown)
        rows = rows_of(page, "Countries") if len(countries) else []
        assert [row[1] for row in rows] == numbers(countries["count"])
    if shown.quotes:
        frame = speakers(tables.quotes(shown))
        assert [row[3] for row in rows_of(page, "Speakers")] == numbers(frame["n_words"])
    for caption, frame in (("Every figure", tables.figures(shown)), ("Every date", tables.dates(shown))):
        if len(frame):
            assert [row[0] for row in rows_of(page, caption)] == [" ".join(text.split()) for text in frame["text"]]


@pytest.mark.parametrize("choice", CHOICES.values(), ids=CHOICES.keys())
def test_marks_are_the_counted_mentions(choice):
    """In the article exactly the mentions that are counted are marked."""
    shown = narrow(seed(), choice) if choice else seed()
    page = parsed(to_html(seed(), choice=choice))
    article = next(div for div in page.iter("div") if div.get("class") == "article")
    assert len(list(article.iter("mark"))) == sum(entity.count for entity in shown.entities)


def test_tone_by_paragraph_is_that_of_the_table():
    """Scores stand beside the number of words that they rest on; where nothing was scored the cell is empty."""
    rows = rows_of(parsed(to_html(seed())), "Tone by paragraph")
    frame = tables.paragraphs(seed())
    assert [row[0] for row in rows] == list(frame["label"])
    assert [row[5] for row in rows] == numbers(frame["n_scored"])
    assert [row[3] == "" for row in rows] == list(frame["polarity"].isna())


def test_nothing_scored_is_a_cross_and_zero_a_dot():
    """The chart of tone shows silence and zero apart, a mark for every paragraph and instrument."""
    page = parsed(to_html(seed()))
    chart = next(svg for svg in page.iter("svg") if svg.get("class") == "columns")
    scores = [tone.polarity for tone in seed().tones]
    scores += [getattr(row.all, name) for row in seed().tone_report.paragraphs for name in ("vader", "events")]
    marks = [element.get("class") for element in chart.iter() if element.tag in ("path", "circle", "rect")]
    assert marks.count("cross") == scores.count(None)
    assert marks.count("dot") == scores.count(0)
    assert marks.count("up") == sum(score is not None and score > 0 for score in scores)
    assert marks.count("down") == sum(score is not None and score < 0 for score in scores)


def test_charts_speak_for_those_who_do_not_see_them():
    """Every chart is a picture with a description, under a sentence that says what it shows."""
    page = parsed(to_html(seed()))
    charts = [svg for svg in page.iter("svg") if svg.get("aria-hidden") != "true"]
    assert [chart.get("class") for chart in charts] == ["bars", "atlas", "atlas", "columns", "bars toward"]
    assert all(chart.get("role") == "img" and len(chart.get("aria-label")) > 30 for chart in charts)
    figures = list(page.iter("figure"))
    assert len(figures) == len(charts)
    assert all(words_of(figure.find("figcaption")).endswith(".") for figure in figures)


FILTERS = {
    "by name": "It counts the paragraphs that mention Iraq or Donald Trump.",
    "both": "It counts the paragraphs that mention both Iraq and Iran.",
    "by type": "that mention a name of type “person”. Of the names in them it counts those of type “person”.",
    "without": "from paragraph 2 to paragraph 12 that do not mention the United States.",
    "narrator": "It counts every paragraph. Of them only the narrator’s own words are counted",
    "quoted": "only what is quoted is counted",
    "nothing": "Nothing is counted in any of the 17 paragraphs.",
}


@pytest.mark.parametrize(("name", "words"), FILTERS.items(), ids=FILTERS.keys())
def test_the_filter_is_named(name, words):
    """A filtered report says at its head what the filter is and which paragraphs it counts."""
    page = parsed(to_html(seed(), choice=CHOICES[name]))
    (box,) = [div for div in page.iter("div") if div.get("class") == "filter"]
    assert "This report is filtered." in words_of(box)
    assert words in words_of(box)


def test_the_filter_greys_what_is_not_counted():
    """The article stays whole; paragraphs outside the filter are told apart, and listed at the head."""
    page = parsed(to_html(seed(), choice=Choice(entities=("kuwait",))))
    article = next(div for div in page.iter("div") if div.get("class") == "article")
    assert [div.get("id") for div in article if "out" not in (div.get("class") or "")] == ["p7"]
    assert len(list(article)) == 17
    assert "counted in 1 of 17 paragraphs: 7." in words_of(page)


def test_without_a_filter_there_is_no_box():
    """An empty choice is none: the report is that of the whole."""
    assert to_html(seed(), choice=Choice()) == to_html(seed())
    assert "This report is filtered" not in to_html(seed())


def test_an_article_of_nothing():
    """A text in which nothing is found gives a whole page that says so, with no chart of nothing."""
    page = parsed(to_html(analyze("Hm.")))
    text = words_of(page)
    for sentence in ("No name was found.", "No place was found.", "Nobody is quoted.", "No figure was found."):
        assert sentence in text
    assert [svg.get("class") for svg in page.iter("svg")] == ["columns"]


def test_an_analysis_without_the_other_instruments():
    """An analysis made by hand, without tone report and quotes, has a report all the same."""
    page = parsed(to_html(make_analysis()))
    assert rows_of(page, "Every place")[0][0] == "Mali"


def test_head_names_origin_and_version():
    """Headline, day, source and version stand on the page; a day of making only if it is given."""
    analysis = analyze(SEED, published="2020-01-04", source="A paper")
    text = words_of(parsed(to_html(analysis)))
    assert "Published 2020-01-04 · Source: A paper" in text
    assert f"Made with Dateline {analysis.version}, format dateline/1" in text
    assert f"Made with Dateline {analysis.version} on 2020-01-05" in words_of(
        parsed(to_html(analysis, made_on="2020-01-05"))
    )
    title = next(parsed(to_html(analysis)).iter("title")).text
    assert title == f"{analysis.document.title} · Dateline report"


def test_corrections_are_listed():
    """A report of a corrected analysis says what was corrected and what no longer fits."""
    analysis = analyze(SEED, corrections=[Correction("hide", "cnn"), Correction("hide", "atlantis")])
    assert [row[1:] for row in rows_of(parsed(to_html(analysis)), "Corrections")] == [
        ["“cnn” is hidden.", "applied"],
        ["“atlantis” is hidden.", "left out: There is no “atlantis” in this text."],
    ]


def test_measured_figures_are_in_the_report():
    """The report says how often Dateline is right, with the figures of the method page."""
    assert [row.figure for row in MEASURED if row.figure not in to_html(analyze("Mali asked for help."))] == []


def put(name: str, kind: str, code: str, latitude: float, longitude: float, count: int = 1) -> Place:
    mentions = tuple(PlaceMention(at, at + 1, "x", 0) for at in range(count))
    return Place(name, None, kind, code, latitude, longitude, None, 0.9, mentions)


IRAQ, BAGHDAD = put("Iraq", "country", "IQ", 33, 44, 3), put("Baghdad", "city", "IQ", 33.3, 44.4)
FIJI, TONGA = put("Fiji", "country", "FJ", -18, 178), put("Tonga", "country", "TO", -21, -175)


def test_the_map_holds_the_places():
    """A region's map shows all that lies in it, on either side of the date line too."""
    for places in ([IRAQ, BAGHDAD], [FIJI, TONGA]):
        view = region_view(places, 760, 520)
        assert all(view.holds(view.near(p.longitude), p.latitude) for p in places)
        assert view.scale > 2 * world_view(760).scale


def test_a_country_is_seen_if_any_of_it_is():
    """A large country whose middle lies outside the map is not said to be missing; one far away is."""
    view = region_view([put("Kyiv", "city", "UA", 50.45, 30.52), put("Kursk", "city", "RU", 51.7, 36.2)], 760, 520)
    assert is_seen(view, put("Russia", "country", "RU", 60, 100))
    assert not is_seen(view, put("Tuvalu", "country", "TV", -8, 178))
    assert not is_seen(view, put("Vladivostok", "city", "RU", 43.1, 131.9))


def test_scattered_places_get_the_world():
    """Where no region has most of the mentions, the map is that of the world; without a place there is none."""
    far = [put(str(at), "city", "US", 0, longitude) for at, longitude in enumerate((-120, -60, 0, 60, 120))]
    assert region_view(far, 760, 520) is None
    assert region_view([], 760, 520) is None


def test_the_world_is_turned_for_the_pacific():
    """The frame of a map around the date line is not cut by the edge of the map of the world."""
    for places in ([IRAQ, BAGHDAD], [FIJI, TONGA]):
        region = region_view(places, 760, 520)
        west, east, _, _ = world_view(380, region).bounds
        left, right, _, _ = region.bounds
        turn = 360 * round(((west + east) / 2 - (left + right) / 2) / 360)
        assert west <= left + turn < right + turn <= east


def test_every_shape_is_drawn_once():
    """On the map of the world each country lies inside the picture, in one place."""
    view = world_view(760)
    for code, rings in borders().items():
        if code == "ATA":
            continue
        lines = outlines(rings, view, least_side=0.0)
        assert len(lines) <= len(rings)
        assert all(-8 <= x <= view.width + 8 and -8 <= y <= view.height + 8 for line in lines for x, y in line), code
        assert lines or max(ring.north for ring in rings) < -50, code


def test_countries_are_known_by_their_code():
    """The shape of a country is found by its code; a country too small for a shape has none."""
    assert rings_of("IQ")
    assert rings_of("VA") == ()
    assert alpha2_of()["IRQ"] == "IQ"


def test_the_borders_are_what_the_script_makes(tmp_path, monkeypatch):
    """Anybody can make the shipped borders again from the shapes of the map on the screen."""
    made = tmp_path / "borders.json.gz"
    monkeypatch.setattr(training.borders, "TARGET", made)
    training.borders.main()
    assert gzip.decompress(made.read_bytes()) == gzip.decompress(RESOURCE.read_bytes())


def test_lines_are_cut_at_the_frame():
    """A shape larger than the picture becomes the picture's frame; one outside it vanishes."""
    view = region_view([IRAQ, BAGHDAD], 760, 520)
    frame = clipped([(-5000.0, -5000.0), (5000.0, -5000.0), (5000.0, 5000.0), (-5000.0, 5000.0)], view)
    assert {x for x, _ in frame} == {-4.0, 764.0}
    assert {y for _, y in frame} == {-4.0, 524.0}
    assert clipped([(800.0, 0.0), (900.0, 0.0), (900.0, 9.0)], view) == []
    assert path([[(0.0, 0.0), (1.26, -0.5), (10.0, 2.0)]]) == "M0 0l1.3-.5 8.7 2.5z"


@given(st.lists(st.tuples(st.text(min_size=1, max_size=12), st.floats(0, 300), st.floats(0, 200)), max_size=20))
def test_names_on_the_map_do_not_collide(names):
    """No name lies over another one or over the edge; what finds no room is left out."""
    spots = [Spot(text, [(x, y, "start"), (x, y, "end"), (x, y, "middle")], "place") for text, x, y in names]
    labels = placed(spots, [(0, 0, 20, 20)], 300, 200)
    boxes = [box_of(Spot(one.text, (), ""), one.x, one.y, one.anchor, 12.5) for one in labels]
    boxes.append((0, 0, 20, 20))
    for at, (left, top, right, bottom) in enumerate(boxes[:-1]):
        assert min(left, top, 300 - right, 200 - bottom) >= 0
        assert not any(left < r and l < right and top < b and t < bottom for l, t, r, b in boxes[at + 1 :])  # noqa: E741


def test_labels_are_cut_to_their_room():
    """A long name ends in an ellipsis within its room; a short one stays as it is."""
    assert cut("Iran", 100, 14) == "Iran"
    shortened = cut("The Islamic Revolutionary Guard Corps of Iran", 150, 14)
    assert shortened.endswith("…")
    assert width(shortened, 14) <= 150
    assert width("汉字", 10) > width("ab", 10)


@pytest.mark.parametrize("most", [1, 2, 3, 5, 6, 21, 30, 31, 1000])
def test_shades_follow_the_counts(most):
    """More mentions are never paler, one mention and the most have a shade, and the legend names each once."""
    steps = Steps(most)
    shades = [steps.shade(count) for count in range(1, most + 1)]
    assert shades == sorted(shades)
    assert len(set(shades)) == len(steps.ends) <= 5
    legend = words_of(ElementTree.fromstring(str(steps.legend())))
    assert f"{most:,}" in legend


def test_a_long_text_is_counted_to_the_end():
    """What a table leaves out for length is said below it."""
    entities = tuple(replace(seed().entities[0], id=f"e{at}", name=f"Name {at}") for at in range(300))
    page = parsed(to_html(replace(seed(), entities=entities)))
    assert len(rows_of(page, "Every name")) == 250
    assert "The first 250 of 300 names." in words_of(page)
