"""Write models/inflections.tsv: the inflected forms of every lemma that our lexicons name.

usage: python scripts/build_inflections.py [--check]

Source: the English lemma look-up table of spacy-lookups-data (MIT). With --check nothing is written, and the exit
status is 1 where the committed table is not what would be written.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path

from kursk_ie.text.inflections import regular_forms
from kursk_ie.text.tables import models_path, read_table

# where the look-up table lacks a form, or lists one that is another word's
ADD = {
    "say": ["says", "said", "saying"],
    "shoot down": [],
    "retake": ["retook", "retaken", "retaking", "retakes"],
    "lead": ["led"],
    "put": ["puts", "putting"],
    "hit": ["hits", "hitting"],
    "tweet": ["tweeted", "tweets", "tweeting"],
    "deadpan": ["deadpanned", "deadpanning", "deadpans"],
    "fight": ["fought", "fights", "fighting"],
    "find": ["found", "finds", "finding"],
    "see": ["saw", "sees", "seen", "seeing"],
    "leave": ["left", "leaves", "leaving"],
    "do": ["does", "did", "done", "doing"],
    "be": ["is", "are", "was", "were", "been", "being", "am", "'s", "'re", "'m"],
    "have": ["has", "had", "having", "'ve", "'s", "'d"],
    "overrun": ["overran", "overruns", "overrunning"],
    "withdraw": ["withdrew", "withdrawn", "withdraws", "withdrawing"],
    "lay": ["laid", "lays", "laying"],
    "bear": ["bore", "borne", "bears", "bearing"],
    "wound": ["wounded", "wounds", "wounding"],
    "bomb": ["bombed", "bombs", "bombing"],
    "down": ["downed", "downs", "downing"],
    "read": ["reads", "reading"],
    "die": ["dies", "died", "dying"],
    "rout": ["routed", "routing", "routs"],
    "torch": ["torched", "torching"],
}
DROP = {
    "say": {"saied"},
    "find": {"founds"},
    "wound": {"wound"},
    "wind": {"wound"},
    "leave": {"leaf"},
    "see": {"saws"},
    "be": {"arst", "m", "wass"},
    "have": {"ai", "oughter", "d", "ve"},
    "sound": {"sounder", "soundest"},
    "refer": {"refered", "refering"},
    "version": {"versioned", "versioning"},
    "plead": {"pled"},
    "die": {"dice"},
    "fly": {"flied", "flies"},
    "level": {"leveller", "levellest"},
    "loose": {"looser", "looses", "loosest"},
    "swell": {"sweller", "swellest"},
}


def lemmas() -> set[str]:
    """Every first word that a lexicon inflects, and every ``<lemma>`` of a pattern."""
    found: set[str] = set()
    for row in read_table("cues.tsv", ("cue", "pos")):
        if row["pos"] in ("verb", "noun"):
            found.add(row["cue"].split()[0])
    for name, column in (
        ("verification.tsv", "pattern"),
        ("declines.tsv", "pattern"),
        ("triggers.tsv", "pattern"),
        ("no_events.tsv", "pattern"),
    ):
        path = models_path() / name
        if path.exists():
            for row in read_table(name, (column,)):
                for group in re.findall(r"<([^>]+)>", row[column]):
                    found.update(group.split("|"))
    return found


def forms_by_lemma() -> dict[str, set[str]]:
    spec = find_spec("spacy_lookups_data")
    if spec is None or spec.origin is None:
        sys.exit("spacy-lookups-data is not installed: pip install 'kursk_ie[dev]'")
    path = Path(spec.origin).parent / "data" / "en_lemma_lookup.json.gz"
    table: dict[str, str] = json.loads(gzip.decompress(path.read_bytes()))
    forms: dict[str, set[str]] = defaultdict(set)
    for form, lemma in table.items():
        forms[lemma].add(form)
    return forms


def build() -> str:
    forms = forms_by_lemma()
    lines = [
        "# written by scripts/build_inflections.py from the English lemma table of spacy-lookups-data (MIT)",
        "lemma\tforms",
    ]
    for lemma in sorted(lemmas()):
        own = {form for form in forms.get(lemma, ()) if form.isascii() and form == form.lower()}
        own |= set(ADD.get(lemma, ()))
        own -= DROP.get(lemma, set()) | {lemma}
        if not own:
            own = set(regular_forms(lemma))
        lines.append(f"{lemma}\t{'|'.join(sorted(own))}")
    return "\n".join(lines) + "\n"


def main() -> int:
    path = models_path() / "inflections.tsv"
    text = build()
    if "--check" in sys.argv[1:]:
        return int(path.read_text(encoding="utf-8") != text)
    path.write_text(text, encoding="utf-8")
    print(f"{path}: {text.count(chr(10)) - 2} lemmas")
    return 0


if __name__ == "__main__":
    sys.exit(main())
