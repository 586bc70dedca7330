"""Accuracy by phenomenon: how well each kind of event, statement, figure, date and status is read.

usage: python -m benchmarks.phenomena [--write] [GOLD.jsonl …]

Reads seeds/gold/seeds.jsonl by default; with --write the tables of docs/accuracy.md are written anew, and one more for
the articles on other wars in tests/gold.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import kursk_ie
from kursk_ie.evaluation.gold import GoldArticle, GoldAttribution, GoldMention, read_gold
from kursk_ie.evaluation.happenings import pair_events
from kursk_ie.evaluation.scoring import score
from kursk_ie.evaluation.statements import pair_attributions
from kursk_ie.evaluation.tallies import Tally
from kursk_ie.results import Extraction

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds" / "gold" / "seeds.jsonl"
OTHER_WARS = ROOT / "tests" / "gold" / "other_wars.jsonl"
PAGE = ROOT / "docs" / "accuracy.md"
BEGIN, END = "<!-- table: python -m benchmarks.phenomena --write -->", "<!-- end of table -->"

Read = list[tuple[GoldArticle, Extraction]]
Shares = dict[str, tuple[int, int]]
"""How many were found of how many, by phenomenon."""


def read(paths: Iterable[Path]) -> Read:
    articles = [article for path in paths for article in read_gold(path) if article.text]
    return [
        (gold, kursk_ie.extract(gold.text or "", published=gold.published, outlet=gold.outlet, id=gold.id))
        for gold in articles
    ]


def event_types(articles: Read) -> dict[str, Tally]:
    """Events by type, `none` left out."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for gold, found in articles:
        for want, have in pair_events(gold.events, found.events):
            if want is not None:
                tallies[want.type].add(right=have is not None, missed=have is None)
            elif have is not None:
                tallies[have.type].add(spurious=1)
    return dict(sorted(tallies.items()))


def statuses(articles: Read) -> Shares:
    """Of the events that were found, how many have the status of verification or the modality that they should."""
    found: list[tuple[str, bool]] = []
    for gold, extraction in articles:
        for want, have in pair_events(gold.events, extraction.events):
            if want is not None and have is not None:
                found.append(
                    (f"verification: {want.verification}", want.verification == have.verification.status)
                )
                found.append((f"modality: {want.modality}", want.modality == have.modality))
    return _shares(found)


def statements(articles: Read) -> Shares:
    """How many statements were found by their form, and through whom they were relayed."""
    found: list[tuple[str, bool]] = []
    for gold, extraction in articles:
        for want, have in pair_attributions(gold.attributions, extraction.attributions):
            if want is not None:
                found += [(name, have is not None) for name in _forms(want)]
                found.append((f"act: {want.act}", have is not None and have.act == want.act))
    return _shares(found)


def _forms(statement: GoldAttribution) -> Iterator[str]:
    content = statement.content.text if statement.content is not None else ""
    if statement.content is None:
        yield "form: without content"
    else:
        yield "form: with quotation marks" if any(mark in content for mark in '"“”') else "form: indirect"
    if statement.source is None:
        yield "source: hidden"
    elif statement.resolved is not None:
        yield "source: pronoun or short form"
    else:
        yield "source: named"
    if statement.via:
        yield "relayed"


def mentions(articles: Read) -> Shares:
    """How many figures were found with their bounds, by bound, and dates with their days, by length."""
    found: list[tuple[str, bool]] = []
    for gold, extraction in articles:
        values = {
            (m.label, m.start, m.end): [
                getattr(m, name, None) for name in ("min", "max", "earliest", "latest")
            ]
            for m in extraction.mentions
        }
        for want in gold.mentions:
            if want.label in ("FIGURE", "DATE"):
                value = [want.min, want.max, want.earliest, want.latest]
                found.append((_extent(want), values.get((want.label, want.start, want.end)) == value))
    return _shares(found)


def _extent(mention: GoldMention) -> str:
    if mention.label == "FIGURE":
        if mention.min is None or mention.max is None:
            bounds = [name for name, bound in (("at least", mention.min), ("at most", mention.max)) if bound]
            return f"figure: {bounds[0] if bounds else 'without bounds'}"
        return "figure: one number" if mention.min == mention.max else "figure: range"
    if mention.earliest is None or mention.latest is None:
        return "date: open or without anchor"
    return "date: one day" if mention.earliest == mention.latest else "date: several days"


def _shares(found: Iterable[tuple[str, bool]]) -> Shares:
    counts: dict[str, list[bool]] = defaultdict(list)
    for name, right in found:
        counts[name].append(right)
    return {name: (sum(rights), len(rights)) for name, rights in sorted(counts.items())}


def tables(articles: Read) -> str:
    """All tables, in Markdown."""
    parts = [
        ("All measures", _tally_table("measure", score(articles))),
        ("Events by type", _tally_table("type", event_types(articles))),
        ("Statements that were found", _share_table(statements(articles))),
        ("Figures and dates that were found with the right value", _share_table(mentions(articles))),
        ("Events that were found, with the right status", _share_table(statuses(articles))),
    ]
    return "\n\n".join(f"### {title}\n\n{table}" for title, table in parts)


def _tally_table(head: str, tallies: dict[str, Tally]) -> str:
    rows = [
        f"| {name} | {t.precision:.2f} | {t.recall:.2f} | {t.f1:.2f} | {t.right + t.missed} |"
        for name, t in tallies.items()
    ]
    return "\n".join([f"| {head} | precision | recall | F1 | gold |", "|---|---:|---:|---:|---:|", *rows])


def _share_table(shares: Shares) -> str:
    rows = [f"| {name} | {right / of:.2f} | {of} |" for name, (right, of) in shares.items()]
    return "\n".join(["| phenomenon | recall | gold |", "|---|---:|---:|", *rows])


def other_wars() -> str:
    """What holds on wars that the rules were not made on; mentions are not marked there."""
    articles = read([OTHER_WARS])
    tallies = {
        name: tally for name, tally in score(articles).items() if not name.startswith(("mention", "value"))
    }
    return f"### {len(articles)} articles on other wars\n\n{_tally_table('measure', tallies)}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", nargs="*", type=Path, default=[SEEDS])
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    written = tables(read(arguments.gold))
    print(written)
    if arguments.write:
        page = PAGE.read_text(encoding="utf-8")
        head, tail = page.split(BEGIN)[0], page.split(END)[1]
        PAGE.write_text(f"{head}{BEGIN}\n\n{written}\n\n{other_wars()}\n\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
