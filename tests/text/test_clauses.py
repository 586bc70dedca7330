"""Where a sentence is cut into clauses."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kursk_ie.pipeline.loading import load
from kursk_ie.text.clauses import split_clauses
from kursk_ie.text.tokens import read_tokens

NLP = load()

# the sentence with a bar where a clause begins
CASES = [
    ("one clause", "Rebels shelled the town on Monday"),
    ("while", "Rebels shelled the town | while the army held the bridge"),
    ("whereas", "Moscow counted nine drones | whereas Kyiv counted twelve"),
    ("places before but", "Troops fought near Bakhmut and Avdiivka | but did not gain ground"),
    ("although", "The village fell | although reserves were near"),
    ("because", "People fled | because shells fell on the market"),
    ("which", "They took a village , | which lies on the river"),
    ("who", "It freed two men | who had been captured in May"),
    ("where", "The fight moved to Sake , | where troops dug in"),
    ("when", "Nine people died | when a drone hit the clinic"),
    ("but", "The army advanced | but it lost two tanks"),
    ("that", "The ministry said | that three soldiers had died"),
    ("semicolon", "Two died ; | five were hurt"),
    ("colon", "The toll is known : | six soldiers died"),
    ("bracket", "Two brigades ( | one of them new ) | were moved"),
    ("short form in brackets", "The Arakan Army ( AA ) took the hill"),
    ("dash", "The town fell – | its bridges were gone"),
    ("and with a subject", "Rebels took the hill | and the army was driven back"),
    ("and with a pronoun", "Rebels took the hill | and they burned the camp"),
    ("and with a noun", "Rebels took the hill and the bridge"),
    ("list of names", "Shells fell on Sumy , Okhtyrka and Putyvl"),
    ("list of figures", "They lost nine tanks , four guns and two trucks"),
    ("after with a clause", "He spoke | after the army had left the town"),
    ("after with a noun", "He spoke after the battle"),
    ("as with a clause", "People hid | as the shelling was resumed"),
    ("as with a name", "The town was shelled , | as Sudan moves troops"),
    ("as with a name, no comma", "A drone hit Kyiv | as Putin heads to Minsk"),
    ("as with an owner", "He served as Ukraine 's envoy"),
    ("as with a noun", "He served as a gunner"),
    ("before with a clause", "They left | before the bridge was blown up"),
    ("until", "They held out | until the ammunition was spent"),
    ("since with a date", "The town has been quiet since Monday"),
    ("including", "Nine people died , | including two children"),
    ("comma with a subject", "In the north , | the army was pushed back"),
    ("unless", "The town will fall | unless help arrives"),
    ("hyphen", "The hand - made drone fell"),
]


@pytest.mark.parametrize(("name", "cut"), CASES, ids=[case[0] for case in CASES])
def test_split(name: str, cut: str) -> None:
    text = cut.replace(" | ", " ")
    tokens = read_tokens(NLP.tokenizer(text))
    clauses = split_clauses(tokens, 0, len(tokens))
    assert " | ".join(" ".join(tokens.words[a:b]) for a, b in clauses) == cut


def test_every_word_is_covered() -> None:
    tokens = read_tokens(
        NLP.tokenizer("He said, while they fought; but (as he put it) nobody, who knew, was hurt.")
    )
    clauses = split_clauses(tokens, 3, len(tokens))
    assert clauses[0][0] == 3
    assert clauses[-1][1] == len(tokens)
    assert all(first[1] == second[0] for first, second in pairwise(clauses))
