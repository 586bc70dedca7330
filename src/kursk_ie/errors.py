"""What can go wrong with the arguments a caller gives; a document never raises for what it says.

KurskIEError
├── ArgumentError     a wrong argument of a public function
├── TextError         the text is not text at all (not a str, or lone surrogates)
├── LexiconError      a data file under models/, or of the user, is missing or broken
├── FileError         an input or output file cannot be read or written
├── WorkerError       a worker process died
└── MissingExtraError a feature needs a package that an extra brings
"""

from __future__ import annotations


class KurskIEError(Exception):
    """Root of every error that kursk_ie raises on purpose.

    Attributes:
        code: short stable name, fit for tests and for searching, such as ``published-not-a-date``.
        message: one sentence that says what is wrong and how to mend it.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"[{code}] {message}")
        self.code = code
        self.message = message

    def __reduce__(self) -> tuple[type[KurskIEError], tuple[str, str]]:
        return type(self), (self.code, self.message)


class ArgumentError(KurskIEError, ValueError):
    """A wrong argument of a public function."""


class TextError(KurskIEError, ValueError):
    """What was given as text is not text."""


class LexiconError(KurskIEError):
    """A data file is missing or broken; the message names the file, the line and the mend."""


class FileError(KurskIEError):
    """An input or output file cannot be read or written."""


class WorkerError(KurskIEError, RuntimeError):
    """A process that helped to read has died."""


class MissingExtraError(KurskIEError, ImportError):
    """A feature needs a package that is not installed; the message names the extra that brings it."""
