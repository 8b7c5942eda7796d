"""The article itself, in layers: names, tone, quotes, places, figures and dates, each mark with its reason."""

from __future__ import annotations

import streamlit as st

from views.page import options, state
from views.page.shell import card, start
from views.reader import reader, teaching
from views.reader import words as reader_takeaways
from views.reader.layers import LAYER_LABELS

page = start("Read")

if st.toggle("Teaching mode", key="teaching", help="Guess before the machine answers; the result is a file."):
    teaching.draw(page)
    if not st.session_state[teaching.REVEALED]:
        with card("The article", colours=page.colours):
            reader.draw(page, "plain")
        st.stop()

# The key keeps the browser's elements, focus and scroll when the sentence on the filter appears above.
with st.container(border=True, key="reader_card"):
    st.subheader("The article", anchor=False)
    layer = options.segmented("Layer", "layer", LAYER_LABELS)
    has_pronouns = layer == "names" and any(reference.entity for reference in page.analysis.references)
    shows_pronouns = has_pronouns and options.toggle(
        "Show whom “he”, “she” and “the general” mean", "pronouns", help="Only where a rule is sure."
    )
    st.caption(f"{reader_takeaways.takeaway(page.analysis, layer)} Point at a mark to see why it is there.")
    if outlined := reader.outlined_sentence(page):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(outlined)
            st.button("Remove the outlines", type="tertiary", on_click=state.show, args=(None,))
    reader.draw(page, layer, has_pronouns=shows_pronouns)
    st.caption(reader_takeaways.HOW)
