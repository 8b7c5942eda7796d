"""
Figures and maps as plotly draws them; no streamlit.
"""
