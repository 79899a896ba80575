"""What the process has imported from which workers are forked. It never opens a practice."""

from __future__ import annotations

import gc

import icm_desktop.bootstrap
import icm_desktop.worker  # noqa: F401  imported for those who come after

gc.collect()
gc.freeze()  # a worker that looks for garbage leaves all of this alone, so that it stays shared
