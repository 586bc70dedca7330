"""A process that reads articles for another one: receives text, answers bytes, keeps nothing.

Requests come pickled over standard input, answers go pickled over standard output. `serve` is the process's side,
`Worker` the side of whoever started it. The process is a plain interpreter that imports this package, not a copy of
the caller's: a script needs no guard, and the program that calls may itself be a worker of Ray or Spark.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Lock
from typing import Any

from kursk_ie.errors import KurskIEError, WorkerError
from kursk_ie.results import Article, Extraction, Issue

Encode = Callable[[Extraction], bytes]
"""Makes of a result what the caller wants to have; a function that another process can import."""

Answer = bytes | Issue
"""The encoded result of an article, or why it could not be read."""


UNREAD = ("reading-failed", "worker-died")
"""The codes of the issues that tell of an article which could not be read."""


def encode_json(extraction: Extraction) -> bytes:
    """The result as JSON."""
    return extraction.model_dump_json().encode()


def try_to_read(article: Article) -> Extraction | Issue:
    """Read an article; an error of our own code is an `Issue`, so that it costs one article and not the batch.

    Raises:
        KurskIEError: the library itself cannot work, such as with a broken gazetteer.
    """
    from kursk_ie.pipeline.extraction import read_article

    try:
        return read_article(article)
    except KurskIEError:
        raise
    except Exception as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        return Issue(code="reading-failed", message=f"reading failed ({reason}): report it with the text")


def answer(article: Article, encode: Encode) -> Answer:
    """The encoded result of an article; raises as `try_to_read`."""
    found = try_to_read(article)
    return found if isinstance(found, Issue) else encode(found)


class Worker:
    """One such process: started at first need, and anew when it has died."""

    def __init__(self, encode: Encode) -> None:
        self._encode = encode
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._guard = Lock()  # whoever closes may be another thread than the one that reads

    def read(self, articles: Sequence[Article]) -> list[Answer]:
        """Answers in order. Where the process dies each article is read alone: the one that kills then is to blame, and
        where it kills once more it gets an `Issue`.

        Raises:
            WorkerError: no process can be started, or the worker is closed.
            KurskIEError: what the process raises when it loads.
        """
        try:
            return self._ask(articles)
        except _DiedError:
            return [self._ask_alone(article) for article in articles]

    def close(self) -> None:
        """End the process; whoever waits for an answer of it gets a `WorkerError`."""
        with self._guard:
            self._closed = True
        self._end()

    def _ask_alone(self, article: Article) -> Answer:
        try:
            return self._ask([article])[0]
        except _DiedError:
            pass
        try:
            return self._ask([article])[0]
        except _DiedError as death:
            return Issue(
                code="worker-died",
                message=f"the process that read it {death} twice: read it alone with more memory, or leave it out",
            )

    def _ask(self, articles: Sequence[Article]) -> list[Answer]:
        process = self._process or self._start()
        answers: list[Answer] = _exchange(process, [dict(article) for article in articles], self._end)
        return answers

    def _start(self) -> subprocess.Popen[bytes]:
        code = f"import sys; sys.path[:] = {sys.path!r}; from {__name__} import serve; serve()"
        with self._guard:
            if self._closed:
                raise WorkerError("worker-closed", "the reading was ended: begin it anew")
            # a session of its own: Ctrl-C on a terminal reaches the caller alone, who then ends the worker
            process = self._process = subprocess.Popen(
                [sys.executable, "-c", code],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,
            )
        try:
            error = _exchange(process, self._encode, self._end)
        except _DiedError as death:
            raise WorkerError(
                "worker-not-started",
                f"a worker process {death} before it could read: see what it says above, or use workers=1",
            ) from death
        if error is not None:
            self._end()
            raise error
        return process

    def _end(self) -> int:
        with self._guard:
            process, self._process = self._process, None
        if process is None:
            return 0
        process.kill()
        status = process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):  # what was not sent yet goes nowhere
                    pipe.close()
        return status


class _DiedError(Exception):
    """The process is gone; the text says how, and follows its name."""


def _exchange(process: subprocess.Popen[bytes], request: object, end: Callable[[], int]) -> Any:
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        pickle.dump(request, process.stdin, pickle.HIGHEST_PROTOCOL)
        process.stdin.flush()
        return pickle.load(process.stdout)
    except (EOFError, OSError, ValueError, pickle.UnpicklingError) as error:
        try:
            status = process.wait(timeout=1)  # before it is ended: how it died by itself
        except subprocess.TimeoutExpired:
            status = 0
        end()
        raise _DiedError(_how(status)) from error


def _how(status: int) -> str:
    if status >= 0:
        return f"ended (exit status {status})"
    name = signal.Signals(-status).name
    return f"was killed ({name}{', perhaps for want of memory' if name == 'SIGKILL' else ''})"


def serve() -> None:
    """Read what the process that started this one sends, until it closes the pipe."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anything prints must not stand between the answers
    try:
        encode = pickle.load(requests)
        _send(answers, _load_error())
        while True:
            articles = [Article.model_construct(**fields) for fields in pickle.load(requests)]
            _send(answers, [answer(article, encode) for article in articles])
    except (EOFError, BrokenPipeError):
        return


def _load_error() -> KurskIEError | None:
    from kursk_ie.pipeline.reader import shared_reader

    try:
        shared_reader()
    except KurskIEError as error:
        return error
    return None


def _send(answers: Any, value: object) -> None:
    pickle.dump(value, answers, pickle.HIGHEST_PROTOCOL)
    answers.flush()
