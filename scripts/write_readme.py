"""Write what README.md and docs/accuracy.md show of our output anew: the example's table, the figures of benchmarks.

usage: python scripts/write_readme.py [--speed]

The speed is measured only when asked for: it differs from run to run and from machine to machine.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"


def output_of(arguments: list[str], folder: Path = ROOT) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.strip("\n")


def example(match: re.Match[str]) -> str:
    """The session with its report kept and its table new."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / match["name"]).write_text(match["report"], encoding="utf-8")
        table = output_of(["kursk_ie", *match["command"].split()], Path(folder))
    return f"{match['head']}{table}\n```"


def ledger(match: re.Match[str]) -> str:
    """The ledger of the sample reports, of the two commands joined by a pipe."""
    first, second = (match[name].replace("kursk-ie", "kursk_ie", 1).split() for name in ("first", "second"))
    read = subprocess.run([sys.executable, "-m", *first], cwd=ROOT, capture_output=True, check=True)
    made = subprocess.run(
        [sys.executable, "-m", *second], cwd=ROOT, input=read.stdout, capture_output=True, check=True
    )
    table = made.stdout.decode("utf-8").rstrip("\n")
    return f"{match['head']}{table}\n```"


def block(text: str, module: str) -> str:
    """The first code block after the name of a benchmark."""
    begin = text.index("```\n", text.index(f"`python -m {module}`")) + 4
    return text[:begin] + output_of([module]) + text[text.index("\n```", begin) :]


def main() -> None:
    text = README.read_text(encoding="utf-8")
    session = r"(?P<head>\$ cat (?P<name>\S+)\n(?P<report>.*?)\n\$ kursk-ie (?P<command>.*?)\n).*?\n```"
    text = re.sub(session, example, text, count=1, flags=re.DOTALL)
    piped = (
        r"(?P<head>\$ (?P<first>kursk-ie extract [^|\n]*) \| (?P<second>kursk-ie reconcile [^\n]*)\n).*?```"
    )
    text = re.sub(piped, ledger, text, count=1, flags=re.DOTALL)
    text = block(text, "benchmarks.accuracy")
    if "--speed" in sys.argv[1:]:
        text = block(text, "benchmarks.throughput")
    README.write_text(text, encoding="utf-8")
    output_of(["benchmarks.phenomena", "--write"])


if __name__ == "__main__":
    main()
