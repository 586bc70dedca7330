"""Results to standard output or a device, as they come."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from kursk_ie.errors import FileError
from kursk_ie.files.table import render
from kursk_ie.files.writers import ENCODERS, Format, header_of, unwritable
from kursk_ie.pipeline.worker import encode_json
from kursk_ie.results import Extraction


class Stream(NamedTuple):
    """How results are encoded, and what takes them then."""

    encode: Callable[[Extraction], bytes]
    write: Callable[[bytes], object]


@contextmanager
def open_stream(format: Format, out: Path | None) -> Iterator[Stream]:
    """Standard output, or the device ``out``.

    Raises:
        FileError: it cannot be written, or Parquet was asked for.
    """
    if format == "parquet":
        raise FileError("parquet-to-stdout", "Parquet needs a file: add --out NAME.parquet")
    if out is not None:
        try:
            with out.open("wb") as file:
                file.write(header_of(format))
                yield Stream(ENCODERS[format], file.write)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise unwritable(out, error) from error
    elif format == "table" and sys.stdout.isatty():
        yield Stream(encode_json, _terminal())
    else:
        sys.stdout.buffer.write(header_of(format))
        yield Stream(ENCODERS[format], sys.stdout.buffer.write)
        sys.stdout.buffer.flush()


def _terminal() -> Callable[[bytes], object]:
    """With colours where rich is there to make them."""
    try:
        from rich.console import Console
    except ImportError:
        from kursk_ie.files.writers import encode_table

        return lambda data: sys.stdout.write(encode_table(Extraction.model_validate_json(data)).decode())
    console = Console(file=sys.stdout)
    return lambda data: render([Extraction.model_validate_json(data)], console)
