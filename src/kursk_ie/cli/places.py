"""``kursk-ie places``: build a gazetteer, and ask which place a name is."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kursk_ie.errors import ArgumentError

if TYPE_CHECKING:
    from kursk_ie.mentions.gazetteer.rows import GazetteerRow
    from kursk_ie.mentions.places.decisions import Decision

_BUILD = """\
Build a pack of places from GeoNames' own files, and keep it where load(gazetteer=…) or the environment variable
KURSK_IE_GAZETTEER points.

Download RU.zip and UA.zip (and any other country) from https://download.geonames.org/export/dump/ and unpack them.
alternateNamesV2.txt, from the same place, adds names. Files may be .gz or .xz. A table of your own has a header
with id, name, cc (two letters), lat, lon, and may have admin1, pop, feature and aliases (between |).

Names are transliterated as newsrooms spell them: pip install 'kursk_ie[places]'. GeoNames is CC BY 4.0: name it
where you publish what you found with it.
"""
_BUILD_END = """\
Examples:
  kursk-ie places build --geonames RU.txt UA.txt --out places.pack
  KURSK_IE_GAZETTEER=places.pack kursk-ie extract article.txt

Exit status: 0 built; 2 a source is missing or broken (the message names file, line and mend).
"""
_RESOLVE = """\
Tell which place a name is in a text, why, and what else it might be. Where nothing in the text decides, the name stays
unresolved rather than guessed.
"""
_RESOLVE_END = """\
Example:
  kursk-ie places resolve "Vorozhba" --context "Fighting goes on in the Kursk region."

Exit status: 0 resolved; 1 not resolved; 2 wrong use.
"""
_SHOWN = 12


def add_places_command(commands: Any) -> None:
    """Add ``places`` with its commands to the parser's subcommands."""
    form = argparse.RawDescriptionHelpFormatter
    places = commands.add_parser(
        "places",
        help="build a gazetteer, ask which place a name is",
        description="Build a gazetteer, or ask which place a name is.",
    )
    below = places.add_subparsers(title="commands", metavar="COMMAND", required=True)
    build = below.add_parser(
        "build",
        help="build a pack of places",
        description=_BUILD,
        epilog=_BUILD_END,
        formatter_class=form,
    )
    add: Callable[..., Any] = build.add_argument
    add("--geonames", nargs="+", type=Path, default=[], metavar="FILE", help="GeoNames dumps, such as RU.txt")
    add("--alternate-names", type=Path, metavar="FILE", help="GeoNames' alternateNamesV2.txt")
    add("--from", dest="tables", nargs="+", type=Path, default=[], metavar="TSV", help="tables with a header")
    add("--out", type=Path, required=True, metavar="PACK", help="write the pack here")
    build.set_defaults(run=_build)
    resolve = below.add_parser(
        "resolve",
        help="which place a name is, and why",
        description=_RESOLVE,
        epilog=_RESOLVE_END,
        formatter_class=form,
    )
    resolve.add_argument("name", metavar="NAME", help="a name as a text writes it")
    resolve.add_argument("--context", default="", metavar="TEXT", help="the text around it")
    resolve.add_argument("--gazetteer", type=Path, metavar="FILE", help="a pack or table besides our own")
    resolve.set_defaults(run=_resolve)


def _build(arguments: argparse.Namespace) -> int:
    from kursk_ie.mentions.gazetteer.build import build_pack
    from kursk_ie.pipeline.lexicons import Lexicons
    from kursk_ie.pipeline.loading import make_tokenizer

    sources: list[Path] = [*arguments.geonames, *arguments.tables]
    if not sources:
        raise ArgumentError("no-source", "nothing to build from: give --geonames FILE or --from TSV")
    if arguments.alternate_names is not None and not arguments.geonames:
        raise ArgumentError("names-alone", "--alternate-names adds to a dump: give --geonames FILE too")
    if arguments.out.resolve() in [
        path.resolve() for path in (*sources, arguments.alternate_names or Path())
    ]:
        raise ArgumentError(
            "output-is-input", f"{arguments.out} is both read and written: choose another output"
        )
    cut = Lexicons(make_tokenizer()).cut
    count = build_pack(arguments.out, cut, arguments.geonames, arguments.tables, arguments.alternate_names)
    size = arguments.out.stat().st_size / 1e6
    sys.stderr.write(f"kursk-ie: {count:,} places written to {arguments.out} ({size:.1f} MB)\n")
    return 0


def _resolve(arguments: argparse.Namespace) -> int:
    from kursk_ie.mentions.places.ruler import PlaceRuler
    from kursk_ie.pipeline.lexicons import Lexicons
    from kursk_ie.pipeline.loading import make_tokenizer
    from kursk_ie.pipeline.parts import GAZETTEER_VARIABLE
    from kursk_ie.text.tokens import read_tokens

    if not arguments.name.strip():
        raise ArgumentError("name-empty", "the name is empty: give a name")
    tokenizer = make_tokenizer()
    given = arguments.gazetteer or os.environ.get(GAZETTEER_VARIABLE)
    ruler = PlaceRuler(Lexicons(tokenizer).cut, Path(given) if given else None)
    decision = ruler.explain(
        read_tokens(tokenizer(arguments.context)), read_tokens(tokenizer(arguments.name.strip()))
    )
    sys.stdout.write("\n".join(_told(arguments.name, decision)) + "\n")
    return 0 if decision.row is not None else 1


def _told(name: str, decision: Decision) -> list[str]:
    row = decision.row
    head = f"{name}: {_described(row)}" if row is not None else f"{name}: not resolved"
    lines = [head, f"  because: {decision.reason}"]
    if decision.candidates:
        lines.append("  candidates:")
    for candidate, evidence in decision.candidates[:_SHOWN]:
        points = sum(points for points, _ in evidence)
        why = f"  {points:4.1f}  " + "; ".join(f"{label} {points:+.1f}" for points, label in evidence)
        lines.append(f"    {_described(candidate)}" + (why if evidence else ""))
    more = len(decision.candidates) - _SHOWN
    return [*lines, f"    and {more} more"] if more > 0 else lines


def _described(row: GazetteerRow) -> str:
    where = ", ".join(part for part in (row.admin1, row.country) if part)
    point = f" {row.latitude:.4f} {row.longitude:.4f}" if row.point else ""
    people = f" population {row.population:,}" if row.population else ""
    return f"{row.name} ({row.feature}, {where}) {row.id}{point}{people}"
