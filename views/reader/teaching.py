"""Teaching mode of the read page: the class guesses, then the machine's answers are shown and its mistakes marked."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.show.palette import TYPE_LABELS_ONE
from analysis.tables.article import paragraph_label
from views.page.shell import Page, card, nothing_here
from views.parts import markup
from views.parts.alike import distinct
from views.reader import lesson

REVEALED = "lesson_revealed"


def draw(page: Page) -> None:
    """Draw the questions over the plain article; after "Reveal", the answers, and a file of both."""
    whole = page.whole
    names = distinct({entity.id: entity.name for entity in lesson.asked(whole)})
    if not names:
        nothing_here("No name was found in this text, so there is nothing to guess.")
        return
    paragraphs = whole.document.paragraphs
    labels = {paragraph.index: paragraph_label(paragraphs, paragraph.index) for paragraph in paragraphs}
    with card("Guess first", "Read the article below. Nothing is marked in it yet.", colours=page.colours):
        people = st.pills(
            "Which of these are people?",
            list(names),
            format_func=lambda entity: markup.label(names[entity]),
            selection_mode="multi",
            key="lesson_people",
        )
        paragraph = st.selectbox(
            "Which paragraph is the most negative?",
            list(labels),
            index=None,
            format_func=labels.__getitem__,
            key="lesson_paragraph",
            width=260,
        )
        st.toggle("Reveal what the machine says", key=REVEALED)
    if st.session_state[REVEALED]:
        reveal(page, people, paragraph)


def reveal(page: Page, people: list[str], paragraph: int | None) -> None:
    """The machine's answers beside the guesses, with a tick for its mistakes, and the file."""
    whole = page.whole
    guessed = lesson.compare_answers(whole, people, paragraph)
    with card("What the machine says", lesson.takeaway(guessed.answers), colours=page.colours):
        edited = st.data_editor(
            pd.DataFrame(
                {
                    "name": [answer.name for answer in guessed.answers],
                    "guess": ["person" if answer.guessed_person else "" for answer in guessed.answers],
                    "machine": [TYPE_LABELS_ONE[answer.machine_type] for answer in guessed.answers],
                    "agree": [answer.agrees for answer in guessed.answers],
                    "wrong": False,
                }
            ),
            hide_index=True,
            disabled=["name", "guess", "machine", "agree"],
            key="lesson_mistakes",
            column_config={
                "name": st.column_config.TextColumn("Name"),
                "guess": st.column_config.TextColumn("Your guess", width="small"),
                "machine": st.column_config.TextColumn("The machine", width="small"),
                "agree": st.column_config.CheckboxColumn("Agree", width="small"),
                "wrong": st.column_config.CheckboxColumn("The machine is wrong", width="small"),
            },
        )
        st.html(markup.note(paragraphs_compared(page, guessed), page.colours))
        note = st.text_input("What did the class notice?", key="lesson_note")
        ids = [entity.id for entity in lesson.asked(whole)]
        wrong = [entity for entity, is_wrong in zip(ids, edited["wrong"], strict=True) if is_wrong]
        result = lesson.compare_answers(whole, people, paragraph, wrong, note)
        st.download_button(
            "Download the lesson",
            data=lesson.to_json(whole, result),
            file_name="dateline-lesson.json",
            mime="application/json",
            icon=":material/download:",
            on_click="ignore",
            key="download_lesson",
        )


def paragraphs_compared(page: Page, found: lesson.Lesson) -> str:
    """Which paragraph the class and the machine hold to be the most negative."""
    paragraphs = page.whole.document.paragraphs
    machine = (
        "The machine scored no paragraph."
        if found.machine_paragraph is None
        else f"By event tone the most negative is {paragraph_label(paragraphs, found.machine_paragraph)}."
    )
    if found.guessed_paragraph is None:
        return machine
    return f"You chose {paragraph_label(paragraphs, found.guessed_paragraph)}. {machine}"
