"""What the server keeps of articles: bounded by their length, given back when nobody looks at them any more."""

from __future__ import annotations

import gc
import os
import weakref
from threading import Thread

import pytest
import streamlit as st

from analysis import InputError, analyze
from analysis.model import Analysis, Document
from tests.addresses import ELEVEN
from tests.pages.test_pages import open_page
from views.page import apart, cache
from views.page.store import Store, Visitor
from views.page.uploads import Watch, bound
from views.parts.alike import distinct

TEXT = 'Floods in Mali\n\nMali asked Senegal for 12 boats on Monday. "We will go," Angela Merkel said in Berlin.'


class Thing:
    """Something that can be kept and watched."""


def test_what_was_used_last_is_kept():
    """Two values of half the room fit; with a third one the one goes that was not used for longest."""
    store: Store[Thing] = Store(most=10, most_made=2)
    a, b = store.get_or_make("a", Thing, 5), store.get_or_make("b", Thing, 5)
    assert store.get("a") is a
    store.get_or_make("c", Thing, 5)
    assert (store.get("a"), store.get("b"), store.held) == (a, None, 10)
    assert store.get_or_make("b", Thing, 5) is not b


def test_room_is_counted_in_characters():
    """What is bounded is the length of the texts: one character more than fits, and the other is gone."""
    store: Store[Thing] = Store(most=10, most_made=2)
    store.get_or_make("a", Thing, 4)
    store.get_or_make("b", Thing, 6)
    assert len(store) == 2
    store.get_or_make("c", Thing, 5)
    assert len(store) == 1


def test_what_is_larger_than_all_the_room():
    """A text that alone is too long for the store is held alone: who asked is looking at it."""
    store: Store[Thing] = Store(most=10, most_made=2)
    store.get_or_make("a", Thing, 4)
    big = store.get_or_make("b", Thing, 11)
    assert store.get("b") is big
    assert len(store) == 1


def test_what_was_made_of_a_value_goes_with_it():
    """Figures are made once for an article, the oldest go where there are many, and all go with the article."""
    store: Store[Thing] = Store(most=10, most_made=2)
    store.get_or_make("a", Thing, 5)
    first = store.made_of("a", "map", Thing)
    assert store.made_of("a", "map", Thing) is first
    store.made_of("a", "bars", Thing)
    store.made_of("a", "line", Thing)
    assert store.made_of("a", "map", Thing) is not first
    gone = weakref.ref(store.made_of("a", "line", Thing))
    store.get_or_make("b", Thing, 10)
    gc.collect()
    assert gone() is None


def test_a_text_goes_with_the_last_who_looks_at_it():
    """A text that two visitors look at stays when one has left, and goes with the other; ours stay for the next."""
    store: Store[Thing] = Store(most=100, most_made=2)
    one, two = Visitor(), Visitor()
    store.get_or_make("own", Thing, 5, one)
    store.get_or_make("own", Thing, 5, two)
    store.get_or_make("ours", Thing, 5, one, is_lasting=True)
    store.leave(one)
    assert store.get("own") is not None
    store.leave(two)
    assert store.get("own") is None
    assert store.get("ours") is not None


def test_who_left_while_a_text_was_read():
    """A text that was still read when its visitor left is not kept."""
    store: Store[Thing] = Store(most=100, most_made=2)
    visitor = Visitor()

    def slow() -> Thing:
        store.leave(visitor)
        return Thing()

    assert store.get_or_make("own", slow, 5, visitor)
    assert len(store) == 0


def test_two_who_ask_at_once():
    """A text that several visitors open at the same moment is read once."""
    store: Store[Thing] = Store(most=100, most_made=2)
    made: list[Thing] = []

    def make() -> Thing:
        made.append(Thing())
        return made[-1]

    threads = [Thread(target=store.get_or_make, args=("a", make, 5)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1


@pytest.mark.parametrize("page", ELEVEN)
@pytest.mark.parametrize("show", ["", "entity:mali"], ids=["drawer shut", "drawer open"])
def test_nothing_but_the_store_holds_an_analysis(page, show):
    """When the store lets go of an article, nothing that Streamlit remembers of the page keeps it in memory."""
    at = open_page(page, TEXT, **({"show": show} if show else {}))
    article = next(iter(at.session_state["own_articles"].values()))
    whole = weakref.ref(cache.analysed(article.text))
    found = [one for one in gc.get_objects() if isinstance(one, Analysis) and one.document.text == article.text]
    assert found
    del found
    st.cache_resource.clear()
    gc.collect()
    assert whole() is None
    left = [one for one in gc.get_objects() if isinstance(one, Analysis) and one.document.text == article.text]
    left += [one for one in gc.get_objects() if isinstance(one, Document) and one.text == article.text]
    assert left == []


def test_a_way_back():
    """What outlives a page finds its analysis again, the same while it is held, and an equal one after that."""
    text = "Mali asked Senegal for help."
    whole = analyze(text)
    again = cache.again(whole, text)
    assert again() is whole
    whole_as_dict = whole.to_dict()
    del whole
    gc.collect()
    assert again().to_dict() == whole_as_dict


def test_a_long_text_is_read_apart():
    """In a process of its own a text is read as here, and what is wrong with it is said as here."""
    assert (
        apart.run(apart.read_text, TEXT, "2020-01-04", None, ()).to_dict()
        == analyze(TEXT, None, "2020-01-04").to_dict()
    )
    with pytest.raises(InputError, match="The text is empty"):
        apart.run(apart.read_text, " ", None, None, ())
    with pytest.raises(InputError, match="Nobody waits"):
        apart.run(apart.read_text, TEXT, None, None, (), is_wanted=lambda: False)


def test_a_process_that_dies():
    """A process that ends before it is done is an error that a reader can understand, and the next one is read."""
    with pytest.raises(InputError, match="too much time or memory"):
        apart.run(os._exit, 3)
    assert apart.run(apart.read_text, TEXT, None, None, ()).entities


@pytest.mark.parametrize("page", ["dashboard.py", "pages/read.py"])
def test_pages_of_a_long_text(page, monkeypatch):
    """A page of a text that is read apart is the page of one that is not."""
    here = [element.proto for element in open_page(page, TEXT).get("bidi_component")]
    st.cache_resource.clear()
    monkeypatch.setattr(cache, "LARGE_CHARS", 10)
    apart_made = [element.proto for element in open_page(page, TEXT).get("bidi_component")]
    assert [one.json for one in here] == [one.json for one in apart_made]


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        (["Iran", "Iraq"], ["Iran", "Iraq"]),
        (["Iran", "Iran", "Iran"], ["Iran", "Iran · 2", "Iran · 3"]),
        (["Iran", "IRAN", "I\u200bran"], ["Iran", "IRAN · 2", "I\u200bran · 3"]),
        (["Iran", "Iran · 2", "Iran"], ["Iran", "Iran · 2", "Iran · 3"]),
        (["", ""], ["", " · 2"]),
    ],
)
def test_labels_that_read_alike(labels, told):
    """No two labels read alike, each begins as it did, and those that were clear stay as they were."""
    assert list(distinct(dict(enumerate(labels))).values()) == told


class File:
    """An uploaded file as Streamlit keeps it."""

    def __init__(self, file_id: str, size: int) -> None:
        """A file of so many bytes."""
        self.file_id, self.data = file_id, b"x" * size


def kept_files(watch_of_one: int, watch_of_all: int):
    """Streamlit's own store of files, watched."""
    from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

    files = MemoryUploadedFileManager("/upload")
    bound(files, Watch(files.remove_file, watch_of_one, watch_of_all))
    return files


def names(files) -> list[str]:
    """The files that are held, as session and file."""
    return sorted(f"{session}{file}" for session, held in files.file_storage.items() for file in held)


def test_files_of_one_session_are_bounded():
    """A session holds its newest files up to its bound; one more byte, and the oldest goes, of this session alone."""
    files = kept_files(10, 100)
    files.add_file(session_id="a", file=File("1", 4))
    files.add_file(session_id="a", file=File("2", 6))
    files.add_file(session_id="b", file=File("1", 10))
    assert names(files) == ["a1", "a2", "b1"]
    files.add_file(session_id="a", file=File("3", 1))
    assert names(files) == ["a2", "a3", "b1"]


def test_files_of_all_sessions_are_bounded():
    """All sessions together hold no more than the server's bound; what was removed or has left does not count."""
    files = kept_files(10, 15)
    for session in "abc":
        files.add_file(session_id=session, file=File("1", 5))
    assert names(files) == ["a1", "b1", "c1"]
    files.add_file(session_id="d", file=File("1", 5))
    assert names(files) == ["b1", "c1", "d1"]
    files.remove_session_files("c")
    files.add_file(session_id="e", file=File("1", 5))
    assert names(files) == ["b1", "d1", "e1"]
    files.remove_file(session_id="b", file_id="1")
    files.add_file(session_id="f", file=File("1", 5))
    assert names(files) == ["d1", "e1", "f1"]


def test_a_window_that_is_closed():
    """When a session ends, the text that it alone looked at is gone, and the bundled article is still there."""
    from streamlit.runtime import caching

    open_page("dashboard.py")
    open_page("dashboard.py", TEXT)
    assert cache.is_held(cache.key_of(TEXT))
    caching.clear_session_resource_cache("test session id")
    assert not cache.is_held(cache.key_of(TEXT))
    assert len(cache.store()) == 1
