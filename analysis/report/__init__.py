"""
A report of one analysis that can be mailed, printed and opened offline: one HTML file, no script, nothing fetched.

Not imported by `import analysis`; import it where a report is wanted.
"""

from __future__ import annotations

from analysis.report.page import to_html

__all__ = ["to_html"]
