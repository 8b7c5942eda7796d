"""What every test gets."""

from __future__ import annotations

import pytest
from hypothesis import settings

from tests.browsing import browser, page, server

__all__ = ("browser", "page", "server")

# A property that fails must fail on every machine alike, so examples are not drawn anew and time does not decide.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def fresh_caches():
    """No test sees what another one cached."""
    import streamlit as st

    st.cache_data.clear()
    st.cache_resource.clear()
