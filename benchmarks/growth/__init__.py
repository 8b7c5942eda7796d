"""How the time of an analysis grows with the length of the text."""

import os

# Several threads of one product wait for one another in a loop, which counts as time of the process.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
