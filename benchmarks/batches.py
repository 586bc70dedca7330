"""Batches: speed, loading, memory, workers, the gate, the engines: the tables of docs/performance.md.

usage: python -m benchmarks.batches [--documents N] [--only NAME…] [--write]

The documents are the news items of ../shared/corpora where these are, else paragraphs of seeds/, again and again under
new ids. Each run is the command line in a process of its own. --write puts the tables into the page.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.throughput import CORPORA, ROOT

PAGE = ROOT / "docs" / "performance.md"
NEWS = CORPORA / "rss_war_2022.jsonl.xz"
_SAMPLE_SECONDS = 0.5


def articles() -> list[dict[str, Any]]:
    if NEWS.exists():
        with lzma.open(NEWS, "rt", encoding="utf-8") as file:
            return [json.loads(line) for line in file]
    texts = [
        path.read_text(encoding="utf-8").split("\n\n") for path in sorted((ROOT / "seeds").glob("*.txt"))
    ]
    return [{"text": part, "published": "2024-12-16"} for text in texts for part in text]


def write_articles(folder: Path, documents: int) -> Path:
    path = folder / f"in-{documents}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number, row in enumerate(islice(cycle(articles()), documents)):
            file.write(json.dumps({**row, "id": f"n{number}"}) + "\n")
    return path


class Run:
    """One run of the command line: how long it took and what its processes held."""

    def __init__(self, *arguments: object) -> None:
        command = [sys.executable, "-m", "kursk_ie", "extract", *map(str, arguments), "--quiet"]
        begin = time.perf_counter()
        self.samples: list[tuple[float, dict[int, float]]] = []
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            watcher = threading.Thread(target=self._watch, args=(process, begin))
            watcher.start()
            self.status = process.wait()
            self.seconds = time.perf_counter() - begin
            watcher.join()
        self.parent = process.pid

    def _watch(self, process: subprocess.Popen[bytes], begin: float) -> None:
        while process.poll() is None:
            held = {
                pid: megabytes
                for pid in (process.pid, *children(process.pid))
                if (megabytes := resident(pid))
            }
            self.samples.append((time.perf_counter() - begin, held))
            time.sleep(_SAMPLE_SECONDS)

    def memory(self, pid: int) -> list[tuple[float, float]]:
        return [(at, held[pid]) for at, held in self.samples if pid in held]


def children(pid: int) -> Iterator[int]:
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            yield from map(int, task.read_text().split())
        except OSError:
            continue


def resident(pid: int) -> float:
    """Megabytes of a process in memory; 0 where it is gone."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except (OSError, IndexError):
        return 0.0


def memory(folder: Path, documents: int) -> str:
    """Peak of each process, and what it held when the last half began and when it ended."""
    run = Run(write_articles(folder, documents), "--out", folder / "out.jsonl", "--workers", 2)
    lines = ["| process | peak | median, sixth tenth | median, last tenth |", "|---|---|---|---|"]
    pids = sorted({pid for _, held in run.samples for pid in held}, key=lambda pid: pid != run.parent)
    for pid in pids:
        taken = run.memory(pid)
        if len(taken) < 10:
            continue  # a helper of the start
        tenth = len(taken) // 10
        sixth = median(held for _, held in taken[5 * tenth : 6 * tenth + 1])
        last = median(held for _, held in taken[-tenth - 1 :])
        name = "parent" if pid == run.parent else "worker"
        lines.append(f"| {name} | {max(h for _, h in taken):.0f} MB | {sixth:.0f} MB | {last:.0f} MB |")
    rate = documents / run.seconds
    return "\n".join([f"{documents:,} documents, 2 workers, {rate:,.0f} documents/s:", "", *lines])


def workers(folder: Path, documents: int) -> str:
    """Both in turns, so that a slow moment hits both; beside what the machine itself gives two processes."""
    source = write_articles(folder, documents)
    times: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(3):
        for count, taken in times.items():
            taken.append(Run(source, "--out", folder / "out.jsonl", "--workers", count).seconds)
    one, two = map(min, times.values())  # other programs only ever slow a run
    alone = Run(source, "--out", folder / "out.jsonl").seconds
    both: list[float] = []
    threads = [
        threading.Thread(target=lambda name=name: both.append(Run(source, "--out", folder / name).seconds))
        for name in ("a.jsonl", "b.jsonl")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return "\n".join(
        [
            f"{documents:,} documents, the fastest of 3 runs in turns, start of the processes included:",
            "",
            "| workers | documents/s | against 1 |",
            "|---|---|---|",
            f"| 1 | {documents / one:,.0f} | 1.00 |",
            f"| 2 | {documents / two:,.0f} | {one / two:.2f} |",
            f"| two runs of 1 side by side, for comparison | {2 * documents / max(both):,.0f} "
            f"| {2 * alone / max(both):.2f} |",
        ]
    )


def gate(_: Path, __: int) -> str:
    """What the gate lets through, how fast, and the events that are lost by it."""
    import kursk_ie
    from kursk_ie.files.gate import Gate

    passes = Gate()
    rows = {"news items" if NEWS.exists() else "paragraphs of seeds": articles()}
    for name, file in (("political news (PolNeAR)", "polnear_dev"), ("long articles", "wiki_war_long")):
        path = CORPORA / f"{file}.jsonl.xz"
        if path.exists():
            with lzma.open(path, "rt", encoding="utf-8") as lines:
                rows[name] = [json.loads(line) for line in lines]
    gold = [
        json.loads(line)
        for path in ((CORPORA.parent / "gold").glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    if gold:
        rows["gold"] = [row for row in gold if row.get("text")]
    lines = ["| texts | read | left out | words/s | events | events lost |", "|---|---|---|---|---|---|"]
    for name, some in rows.items():
        begin = time.perf_counter()
        let = [passes(row["text"]) for row in some]
        seconds = time.perf_counter() - begin
        words = sum(len(row["text"].split()) for row in some)
        if name == "gold":
            told = [len(row["events"]) for row in some]
        else:
            found = kursk_ie.extract_many({"text": r["text"], "published": r.get("published")} for r in some)
            told = [len(extraction.events) for extraction in found]
        lost = sum(events for events, passed in zip(told, let, strict=True) if not passed)
        lines.append(
            f"| {name} | {len(some):,} | {1 - sum(let) / len(some):.0%} | {words / seconds:,.0f} "
            f"| {sum(told):,} | {lost} |"
        )
    return "\n".join(
        [*lines, "", "Events of the gold are those annotated, of the others those that the library finds."]
    )


def engines(folder: Path, documents: int) -> str:
    """The same documents on each engine of this machine, start included, and whether the rows are the same."""
    import pyarrow.dataset as dataset

    source = write_articles(folder, documents)
    lines = ["| engine | seconds | documents/s | rows like the plain ones |", "|---|---|---|---|"]
    run = Run(source, "--out", folder / "plain.parquet", "--workers", 2)
    plain = _rows(dataset.dataset(folder / "plain.parquet"))
    lines.append(f"| none, 2 workers | {run.seconds:.0f} | {documents / run.seconds:,.0f} | {len(plain):,} |")
    for engine in ("ray", "spark"):
        out = folder / f"{engine}.parquet"
        run = Run(source, "--out", out, "--engine", engine)
        if run.status:
            lines.append(f"| {engine} | failed | | |")
            continue
        found = _rows(dataset.dataset(out, exclude_invalid_files=True))
        same = sum(found.get(id) == row for id, row in plain.items())
        lines.append(f"| {engine} | {run.seconds:.0f} | {documents / run.seconds:,.0f} | {same:,} |")
        shutil.rmtree(out)
    return "\n".join([f"{documents:,} documents:", "", *lines])


def _rows(found: Any) -> dict[str, str]:
    return {
        row["document"]["id"]: json.dumps(row, default=str)
        for batch in found.to_batches()
        for row in batch.to_pylist()
    }


def write_table(name: str, table: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    block = f"<!-- {name} -->\n{table}\n<!-- end -->"
    page, found = re.subn(rf"<!-- {name} -->.*?<!-- end -->", lambda _: block, page, flags=re.S)
    if found != 1:
        raise SystemExit(f"{PAGE} has no place for {name}")
    PAGE.write_text(page, encoding="utf-8")


def printed(module: str) -> Callable[[Path, int], str]:
    """What another benchmark prints."""

    def run(_: Path, __: int) -> str:
        command = [sys.executable, "-m", f"benchmarks.{module}"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return f"```\n{done.stdout.rstrip()}\n```"

    return run


TABLES: dict[str, tuple[Callable[[Path, int], str], int]] = {
    "throughput": (printed("throughput"), 0),
    "loading": (printed("loading"), 0),
    "memory": (memory, 100_000),
    "workers": (workers, 100_000),
    "gate": (gate, 0),
    "engines": (engines, 20_000),
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, help="of each table, instead of its own number")
    parser.add_argument("--only", nargs="+", choices=TABLES, default=list(TABLES))
    parser.add_argument("--write", action="store_true", help="put the tables into docs/performance.md")
    arguments = parser.parse_args()
    for name in arguments.only:
        make, documents = TABLES[name]
        with tempfile.TemporaryDirectory() as folder:
            table = make(Path(folder), arguments.documents or documents)
        print(f"## {name}\n\n{table}\n", flush=True)
        if arguments.write:
            write_table(name, table)


if __name__ == "__main__":
    main()
