"""The work on several files: in their order, in one process or several, and one that fails stops no other."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

import typer

from huiyao.commands.talk import bug, quiet, tell, tell_bug
from huiyao.errors import HuiyaoError, InputError
from huiyao.render.failure import Failure

Done = TypeVar("Done")

_MANY = 5
# So many files for each process are begun ahead of the one that is waited for; more would only fill memory.
_AHEAD = 4


class Batch:
    """Files to work on; what fails is told on stderr, and `finish` ends the command with the fitting exit code.

    `printing` says that each result is printed at once: where that is on a terminal no bar shows how far the work is.
    """

    def __init__(self, files: Sequence[str], *, jobs: int = 1, printing: bool = False) -> None:
        self._files = files
        self._printing = printing
        # Standard input is this process's own.
        self._jobs = 1 if "-" in files else min(jobs, len(files))
        self._failures: list[int] = []

    @property
    def failed(self) -> bool:
        """Whether every file has failed."""
        return len(self._failures) == len(self._files)

    def each(self, work: Callable[[str], Done]) -> Iterator[Done]:
        """What `work` makes of each file that does not fail."""
        for result in self.results(work):
            if not isinstance(result, Failure):
                yield result

    def results(self, work: Callable[[str], Done]) -> Iterator[Done | Failure]:
        """What `work` makes of each file, or why it fails, in the order of the files."""
        with _progress(len(self._files), printing=self._printing) as advance:
            for path, finished in zip(self._files, _started(self._files, work, self._jobs), strict=True):
                try:
                    yield finished()
                except InputError as error:
                    tell(str(error))
                    self._failures.append(error.exit_code)
                    yield Failure(path, error.code, error.message, error.hint)
                except HuiyaoError:
                    # It is not the file's: a word list or a rule is unfit, and no other file would fare better.
                    raise
                except Exception as error:
                    tell_bug(error, about=path)
                    self._failures.append(1)
                    message, _, hint = bug(error).rpartition("; ")
                    yield Failure(path, "bug", message, hint)
                advance()

    def finish(self) -> None:
        """Ends the command with the exit code that the failures call for, if there were any."""
        if self._failures:
            partly = 1 not in self._failures and len(self._files) > 1 and not self.failed
            raise typer.Exit(5 if partly else min(self._failures))


def _started(files: Sequence[str], work: Callable[[str], Done], jobs: int) -> Iterator[Callable[[], Done]]:
    """For each file what gives its result or raises its error; with several jobs, some files ahead are begun."""
    if jobs == 1:
        for path in files:
            yield partial(work, path)
        return
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import active_children, get_context

    def result(future: Future[Done]) -> Done:
        try:
            return future.result()
        except BrokenProcessPool:
            raise HuiyaoError(
                "a process that reads files was ended from outside", hint="with fewer --jobs they need less memory"
            ) from None

    if hasattr(signal, "SIGPIPE"):
        # A reader that has seen enough must not end this process while others serve it.
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_serve)
    waiting: deque[Future[Done]] = deque()
    try:
        for path in files:
            with _without_interrupts():
                waiting.append(pool.submit(work, path))
            if len(waiting) == _AHEAD * jobs:
                yield partial(result, waiting.popleft())
        while waiting:
            yield partial(result, waiting.popleft())
    except BaseException:
        # Nobody waits for the files that are being read.
        for process in active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """A process that is started here never hears Ctrl-C: the one that started it ends the work.

    A Ctrl-C that comes meanwhile is held back, not lost. Where signals cannot be held back, processes do not inherit
    what is done with them either.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve() -> None:
    """Prepares a process for its work: it ends as soon as the one that started it has ended, in whatever way."""
    from multiprocessing import parent_process
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()

    def watch() -> None:
        if parent:
            parent.join()
            os._exit(1)

    Thread(target=watch, daemon=True).start()


@contextmanager
def _progress(files: int, *, printing: bool) -> Iterator[Callable[[], None]]:
    """What moves a bar on stderr, if that is a terminal and nothing else is being printed on one."""
    dumb = os.environ.get("TERM") == "dumb"
    if files <= _MANY or quiet() or dumb or not sys.stderr.isatty() or (printing and sys.stdout.isatty()):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=files)
        yield lambda: bar.advance(task)
