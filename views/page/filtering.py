"""The filter: its controls in the sidebar, and the chips that say on every page what is on."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from analysis.model import Analysis
from analysis.select.narrow import Choice
from analysis.show import sentences as words
from analysis.show.palette import TYPE_LABELS, VOICE_LABELS
from analysis.tables.article import paragraph_label
from views.drawer import corrections_url as fixes
from views.page import state, url
from views.page.page import Page
from views.parts import markup
from views.parts.alike import distinct

VOICE_HELP = "What stands between quotation marks is the words of those quoted; all else is the narrator's."

NAMES, MATCH, WITHOUT = "choose_entities", "choose_match", "choose_without"
TYPES, FIRST, LAST, VOICE = "choose_types", "choose_first", "choose_last", "choose_voice"


def controls(whole: Analysis, choice: Choice) -> None:
    """Draw the controls; what they hold is set from the URL, and each writes its own part of it back."""
    by_id = distinct({entity.id: f"{entity.name} ({entity.count})" for entity in whole.entities})
    session = st.session_state
    session[NAMES], session[TYPES], session[WITHOUT] = list(choice.entities), list(choice.types), list(choice.without)
    st.multiselect(
        "Filter by name",
        list(by_id),
        format_func=by_id.__getitem__,
        key=NAMES,
        on_change=lambda: url.write({url.ENTITY: session[NAMES]}),
        placeholder="All names" if by_id else "No names in this text",
        disabled=not by_id,
        help="Keeps the paragraphs that mention these names. Everything on every page is counted in them.",
    )
    if len(choice.entities) > 1:
        session[MATCH] = choice.needs_all
        st.toggle(
            "Only where all of them are named",
            key=MATCH,
            on_change=lambda: url.write({url.MATCH: ["all"] if session[MATCH] else []}),
        )
    present = [kind for kind in TYPE_LABELS if any(entity.type == kind for entity in whole.entities)]
    st.multiselect(
        "Filter by type",
        present,
        format_func=TYPE_LABELS.__getitem__,
        key=TYPES,
        on_change=lambda: url.write({url.TYPE: session[TYPES]}),
        placeholder="All types",
        disabled=not present,
        help="Lists these types only. With no name chosen, keeps the paragraphs that mention one of them.",
    )
    has_more = bool(choice.without or choice.first or choice.last is not None or choice.voice != "all")
    with st.expander("More filters", expanded=has_more, icon=":material/tune:"):
        _more(whole, choice)


def _more(whole: Analysis, choice: Choice) -> None:
    """What fewer readers need: names left out, a part of the text, one voice."""
    by_id = distinct({entity.id: entity.name for entity in whole.entities})
    session = st.session_state
    st.multiselect(
        "Leave out paragraphs that mention",
        [entity for entity in by_id if entity not in choice.entities],
        format_func=by_id.__getitem__,
        key=WITHOUT,
        on_change=lambda: url.write({url.WITHOUT: session[WITHOUT]}),
        placeholder="No name",
        disabled=not by_id,
    )
    if len(whole.document.paragraphs) > 1:
        _range(whole, choice)
    session[VOICE] = choice.voice
    st.selectbox(
        "Whose words",
        list(VOICE_LABELS),
        format_func=VOICE_LABELS.__getitem__,
        key=VOICE,
        on_change=lambda: _write_voice(VOICE),
        help=VOICE_HELP,
    )


def _range(whole: Analysis, choice: Choice) -> None:
    """The first and the last paragraph that count."""
    # Streamlit keeps what an option is formatted by: labels, not the document.
    paragraphs, session = whole.document.paragraphs, st.session_state
    labels = [paragraph_label(paragraphs, at) for at in range(len(paragraphs))]
    end = len(labels) - 1
    session[FIRST], session[LAST] = choice.first or 0, end if choice.last is None else choice.last

    def changed() -> None:
        url.write({url.PARAGRAPHS: state.range_value(session[FIRST], session[LAST], end)})

    for column, label, key, options in zip(
        st.columns(2),
        ("From paragraph", "To paragraph"),
        (FIRST, LAST),
        (range(session[LAST] + 1), range(session[FIRST], end + 1)),
        strict=True,
    ):
        column.selectbox(label, list(options), format_func=labels.__getitem__, key=key, on_change=changed)


def voice_control(choice: Choice, key: str) -> None:
    """The voice of the filter once more, on a page where it matters most."""
    st.session_state[key] = choice.voice
    st.segmented_control(
        "Whose words",
        list(VOICE_LABELS),
        format_func=VOICE_LABELS.__getitem__,
        key=key,
        required=True,
        on_change=lambda: _write_voice(key),
        help=VOICE_HELP,
    )


def _write_voice(key: str) -> None:
    voice = st.session_state[key]
    url.write({url.VOICE: [] if voice == "all" else [voice]})


def chips(page: Page) -> None:
    """One button for each thing that is on, which takes it out; and a sentence on what is shown."""
    whole, choice = page.whole, page.choice
    names = distinct({entity.id: entity.name for entity in whole.entities})
    n_fixes = len(fixes.current())
    # They are drawn even when empty: else all below would move down a place and lose what it holds.
    row, said = st.container(horizontal=True, vertical_alignment="center", gap="xsmall"), st.container()
    with row:
        for entity in choice.entities:
            _chip(f"entity_{entity}", names[entity], replace(choice, entities=_less(choice.entities, entity)))
        if choice.needs_all:
            _chip("match", "all of them", replace(choice, needs_all=False))
        for entity in choice.without:
            _chip(f"without_{entity}", f"not {names[entity]}", replace(choice, without=_less(choice.without, entity)))
        for kind in choice.types:
            _chip(f"type_{kind}", TYPE_LABELS[kind], replace(choice, types=_less(choice.types, kind)))
        if choice.first is not None or choice.last is not None:
            _chip("range", words.range_name(whole, choice), replace(choice, first=None, last=None))
        if choice.voice != "all":
            _chip("voice", VOICE_LABELS[choice.voice], replace(choice, voice="all"))
        if choice:
            st.button("Clear the filter", key="clear_filter", type="tertiary", on_click=state.clear_choice)
        if n_fixes:
            st.button(
                f"Undo the last of {n_fixes} corrections" if n_fixes > 1 else "Undo the correction",
                key="undo_fix", type="tertiary", icon=":material/undo:", on_click=fixes.undo,
            )  # fmt: skip
    if choice:
        said.html(markup.note(words.filter_sentence(whole, choice, page.kept), page.colours))


def _chip(what: str, text: str, smaller: Choice) -> None:
    """A button that takes `what` out of the filter; two names may read alike, so words are no key."""
    st.button(
        markup.label(text), key=f"chip_{what}", icon=":material/close:", icon_position="right",
        help="Take this out of the filter", on_click=state.choose, args=(smaller,),
    )  # fmt: skip


def _less(values: tuple[str, ...], gone: str) -> tuple[str, ...]:
    return tuple(value for value in values if value != gone)
