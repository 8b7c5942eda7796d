"""
What Dateline finds in texts of its own, written down: a change that moves a result shows as a line that differs.

`python -m tests.golden` writes the snapshots anew; nothing else does. Read its diff line by line before it is
committed: each line is something that a reader of the dashboard sees. A line is a name, a place, a quote, a figure, a
date, a paragraph; where it stands is said by the number of the character (`Mopti@45`), so that a diff stays small.
"""
