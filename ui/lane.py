"""One worker process: started on first use, fed with calls, ended as a whole."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from concurrent.futures import Future

log = logging.getLogger(__name__)
SECONDS_TO_END = 5.0
# How a process begins, always with nothing of the window's memory. On Linux it is forked from one that has imported
# everything and never knows a key: the second worker, and those after a lock, are there at once and share the imports.
START = "forkserver" if sys.platform == "linux" and not hasattr(sys, "frozen") else "spawn"
_LONGEST_FOLDER = 107 - len("/pymp-xxxxxxxx/listener-xxxxxxxx")  # bytes; Source: sun_path in unix(7)
PRELOADED = ["icm_desktop.preloaded"]


def _has_room_for_a_socket() -> bool:
    """Whether the folder for temporary files has a short enough name for what a process to fork from is called by."""
    import tempfile

    return len(os.fsencode(tempfile.gettempdir())) <= _LONGEST_FOLDER


class Lane:
    """One worker process, started on first use and ended as a whole."""

    def __init__(self, progressed: Callable[[int, int, int], object]) -> None:
        import multiprocessing  # these load a good deal: only when a process is started
        from concurrent.futures import ProcessPoolExecutor

        from icm_desktop import worker

        context = multiprocessing.get_context(START if _has_room_for_a_socket() else "spawn")
        context.set_forkserver_preload(PRELOADED)
        self._progress = context.SimpleQueue()
        self.cancel = context.Event()
        self._executor = ProcessPoolExecutor(
            1, mp_context=context, initializer=worker.start, initargs=(self._progress, self.cancel)
        )
        self._progressed = progressed
        self._reader = threading.Thread(target=self._read, name="progress", daemon=True)
        self._reader.start()

    def submit(self, function: Callable[..., object], *args: object) -> Future[object]:
        """Run a function of `icm_desktop.worker` in the process."""
        return self._executor.submit(function, *args)

    def warm(self) -> None:
        """Start the process now, so that it is ready when the password has been typed."""
        from icm_desktop import worker

        self._executor.submit(worker.close)

    def end(self) -> None:
        """Stop long work at its next step, close the practice and end the process, by force if it takes too long."""
        from concurrent.futures import BrokenExecutor

        from icm_desktop import worker

        self.cancel.set()
        processes = list(self._executor._processes.values()) if self._executor._processes else []
        try:
            self._executor.submit(worker.close)
        except BrokenExecutor:
            log.warning("a worker process had ended by itself")
        self._executor.shutdown(wait=False)
        waiter = threading.Thread(target=self._wait, args=(processes,), name="end of worker", daemon=True)
        waiter.start()
        waiter.join(SECONDS_TO_END + 1)

    def _wait(self, processes: list[Any]) -> None:
        for process in processes:
            process.join(SECONDS_TO_END)
            if process.is_alive():
                process.kill()
                process.join()
        self._progress.put(None)

    def _read(self) -> None:
        while (told := self._progress.get()) is not None:
            self._progressed(*told)
