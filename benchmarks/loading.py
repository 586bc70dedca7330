"""Seconds to import the package, to load the pipeline and to read a first text with and without it, in new processes.

usage: python -m benchmarks.loading [--runs N]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from statistics import median

CODE = """
from time import perf_counter
begin = perf_counter()
import kursk_ie
imported = perf_counter()
import spacy, pydantic
others = perf_counter()
text = "Ukraine said 30 soldiers were killed near Sudzha on Friday."
kursk_ie.extract(text)
extracted = perf_counter()
nlp = kursk_ie.load()
loaded = perf_counter()
nlp(text)
read = perf_counter()
print(imported - begin, others - imported, extracted - others, loaded - extracted, read - loaded)
"""
STEPS = ("import kursk_ie", "import spacy and pydantic", "first extract()", "load()", "first nlp()")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=5)
    runs = []
    for _ in range(parser.parse_args().runs):
        done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
        runs.append([float(part) for part in done.stdout.split()])
    for step, times in zip(STEPS, zip(*runs, strict=True), strict=True):
        print(f"{step:28} {median(times):7.3f} s")


if __name__ == "__main__":
    main()
