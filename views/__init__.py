"""What the pages share: state, cache, figures, marked text. Imports `analysis`, never a page."""
