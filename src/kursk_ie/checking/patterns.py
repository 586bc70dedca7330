"""What may be wrong with a pattern that compiles all the same, and so would never be found."""

from __future__ import annotations

from collections.abc import Iterator

from kursk_ie.text.inflections import inflect
from kursk_ie.text.patterns import compile_pattern
from kursk_ie.text.phrases import Cut
from kursk_ie.text.tokens import normalise


def pattern_faults(pattern: str, cut: Cut) -> Iterator[str]:
    """What is wrong with a pattern, each with its mend.

    >>> list(pattern_faults("<kill in battle", str.split))
    ["element '<kill' opens or closes <…> only: write <kill>"]
    >>> list(pattern_faults("Killed in battle", str.split))
    ["word 'Killed' is never found as it is written: write 'killed'"]
    """
    try:
        compile_pattern(pattern, inflect)
    except ValueError as error:
        yield f"{error}: move it back or drop the ? or .."
        return
    for element in pattern.split():
        if element.startswith("..") and len(element) > 2:
            if not element[2:].isdigit():
                yield f"gap {element!r} has no number of words: write ..3"
            continue
        body = element[:-1] if element.endswith("?") and len(element) > 1 else element
        if body.startswith("<") != body.endswith(">"):
            yield f"element {element!r} opens or closes <…> only: write <{body.strip('<>')}>"
            continue
        for word in body.strip("<>").split("|"):
            yield from _word_faults(word, element, cut)


def _word_faults(word: str, element: str, cut: Cut) -> Iterator[str]:
    if not word:
        yield f"element {element!r} has an empty choice: drop the |"
    elif normalise(word) != word:
        yield f"word {word!r} is never found as it is written: write {normalise(word)!r}"
    elif len(cut(word)) != 1:
        yield f"word {word!r} is cut into {' '.join(cut(word))}: write these as elements"
