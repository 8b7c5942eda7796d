"""How the numbers were made, how often they are right, and what they cannot tell: plain words, measured figures."""

from __future__ import annotations

from analysis.corrections.file import sentence
from analysis.model import Analysis
from analysis.show.accuracy import MEASURED, MEASURED_ON
from analysis.show.markup import Html, element, joined, note, section, table
from analysis.show.sentences import count_of

INSTRUMENTS = (
    ("TextBlob’s polarity and subjectivity", "are means over the words of its lexicon, nearly all of them adjectives. "
     "It hears how a text is worded, not what happened; one word can decide a paragraph, so the number of scored "
     "words stands beside each score."),
    ("VADER", "scores sentences by words, negations and emphasis. It was made for social media."),
    ("Event tone", "is Dateline’s own: how people judge what a sentence tells, learned from American news."),
    ("Tone toward a name", "comes from a small network that reads the words around it. Bad news about somebody and "
     "ill will toward them are mixed at times."),
    ("Names", "are found by a trained recogniser, word lists and a gazetteer, and folded: “Trump” and “Donald Trump” "
     "are one. A nationality (“Iranian”) is a mention of its country."),
    ("Places", "are chosen among all places of that name by fame, by what stands nearby and by the words around. “How "
     "sure” is how often such a choice was right in development articles."),
    ("Quotes, figures and dates", "are found by rules. A quote without a rule for its speaker stays without one."),
)  # fmt: skip

LIMITS = (
    "Names, places and speakers are found by a machine and some are wrong. Read the sentence before you quote a "
    "number.",
    "Tone depends on the instrument. Where nothing was scored the report says so, and not zero.",
    "“Negative toward somebody” is read off sentences and wrong for about one in four; below three sentences it is "
    "too thin to be read.",
    "The map shows what the article names, not where something happened. A region such as the Middle East is listed "
    "and never made a point.",
    "“He” and “she” are not counted as mentions.",
    "It reads English only.",
)  # fmt: skip

CREDITS = (
    "Places: GeoNames (CC BY 4.0) and airportsdata (MIT). Borders: UN Geodata and Natural Earth, as shipped with "
    "plotly.js (MIT); they imply no opinion on the status of any territory. Tone: TextBlob and Pattern’s lexicon, "
    "VADER, NewsMTSC (all free licences). The rights in the article stay with its owner."
)


def corrections(analysis: Analysis) -> Html:
    """What a reader changed, and what of it no longer fits; nothing where nothing was changed."""
    outcomes = analysis.corrections
    if not outcomes:
        return Html("")
    n_lost = sum(outcome.problem is not None for outcome in outcomes)
    told = (
        f"A reader made {count_of(len(outcomes), 'correction')} to what the machine found; every number follows them."
    )
    if n_lost:
        told += f" {n_lost:,} of them no longer fit this text and were left out."
    rows = [
        (str(at), sentence(one.correction), "applied" if one.problem is None else f"left out: {one.problem}")
        for at, one in enumerate(outcomes, 1)
    ]
    made = table("Corrections in their order", ("No.", "Correction", "What came of it"), rows, "")
    return section("corrections", "Corrections", element("p", told), made)


def method(analysis: Analysis) -> Html:
    """The section on method and limits."""
    instruments = [element("li", joined([element("strong", name), f" {told}"])) for name, told in INSTRUMENTS]
    measured = table(
        f"Measured on {MEASURED_ON}, on texts that Dateline was not trained on", ("What", "On", "Result", "Which is"),
        [(row.what, row.text, row.figure, row.meaning) for row in MEASURED], "", {2}, is_slim=True,
    )  # fmt: skip
    return section(
        "method",
        "Method and limits",
        element("h3", "What it cannot tell you"),
        element("ul", joined(element("li", limit) for limit in LIMITS)),
        element("h3", "How the numbers are made"),
        element("ul", joined(instruments)),
        element("h3", "How often it is right"),
        measured,
        note(
            "F weighs what was missed against what was found wrongly; 100 or 1 is perfect. Sentences that the same "
            "hand wrote as the rules are easier than raw news. Correlation is with the mean of 20 people; 1 is perfect."
        ),
        element("h3", "Sources"),
        note(CREDITS),
        note(f"Version {analysis.version}. The same text gives the same report."),
        class_="method",
    )
