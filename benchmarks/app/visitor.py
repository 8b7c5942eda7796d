"""
A visitor without a browser: Streamlit's own messages over its websocket, to a server on this machine.

It draws nothing, so what is measured is the server alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

SECONDS = 900
"""A text of 150,000 words takes half a minute to read, several times as long on a busy machine."""


@dataclass
class Visitor:
    """A connection; `elements` are those that the last run drew, `query` is the URL as the page left it."""

    address: str
    connection: ClientConnection = field(init=False)
    elements: list[Any] = field(default_factory=list)
    query: str = ""
    n_exceptions: int = 0

    def __post_init__(self) -> None:
        self.connection = connect(
            f"ws{self.address.removeprefix('http')}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            max_size=None,
            open_timeout=60,
            ping_interval=None,
        )

    def open(
        self, page: str = "", query: Mapping[str, str | list[str]] | str = "", states: Mapping[str, Any] | None = None
    ) -> None:
        """Open a page by its name in the address, with what the reader did there (`states`), until it is drawn."""
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = query if isinstance(query, str) else urlencode(query, doseq=True)
        for widget, value in (states or {}).items():
            state = message.rerun_script.widget_states.widgets.add(id=widget)
            if value is True:
                state.trigger_value = True
            else:
                state.string_value = value
        self.query = message.rerun_script.query_string
        self.connection.send(message.SerializeToString())
        self.elements = []
        while not self._take(ForwardMsg.FromString(self.connection.recv(SECONDS))):  # type: ignore[arg-type]
            pass

    def _take(self, message: ForwardMsg) -> bool:
        """Note what a message says; whether the run has ended with it."""
        kind = message.WhichOneof("type")
        if kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self.elements.append(message.delta.new_element)
            self.n_exceptions += message.delta.new_element.WhichOneof("type") == "exception"
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        return kind == "script_finished" and message.script_finished in (
            ForwardMsg.FINISHED_SUCCESSFULLY,
            ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
        )

    def widget(self, kind: str, label: str) -> str:
        """The id of the widget of this kind and label on the page."""
        found = (getattr(e, kind) for e in self.elements if e.WhichOneof("type") == kind)
        return str(next(one.id for one in found if one.label == label))

    def add_text(self, text: str) -> None:
        """Paste a text on the page that takes one, and have it read."""
        self.open("add")
        area, button = self.widget("text_area", "An article, its headline on the first line"), self._button("Read it")
        self.open("add", "", {area: text, button: True})
        # A browser sends what every field holds, touched or not.
        fields = {
            field.id: field.default
            for kind in ("text_area", "text_input")
            for field in (getattr(e, kind) for e in self.elements if e.WhichOneof("type") == kind)
        }
        self.open("add", "", fields | {self._button("Analyse this text"): True})
        if "article=own-" not in self.query:
            raise RuntimeError("the text was not read")

    def _button(self, label: str) -> str:
        return self.widget("button", label)

    def leave(self) -> None:
        """Close the connection, as a browser does whose window is closed."""
        self.connection.close()
