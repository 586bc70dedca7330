"""Statements whose cue is a mark: *Ukraine: …* at a line's start, *…: Ukraine* and *… - ISW* at a headline's end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from kursk_ie.claims.attribution.contents import trim
from kursk_ie.claims.attribution.labels import LABELS
from kursk_ie.claims.attribution.scene import Scene
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.statement import Range
from kursk_ie.text.wordclasses import DASHES, PREPOSITIONS, QUOTE_MARKS, TERMINALS, is_name

_SPEAKING_FORMS: Final = frozenset({"name", "capital"})
_BULLETS: Final = frozenset({"•", "*", "·", "-", "–"})
_LONGEST_NAME: Final = 7
_SHORTEST_CONTENT: Final = 3
_FULL_NAME: Final = 2  # words
_TOPICAL: Final = frozenset({"on", "about"})


def read_marks(scene: Scene, is_head: Callable[[str], bool]) -> None:
    """Add the statement that a colon or dash makes of a sentence without other statements.

    ``is_head`` tells the nouns that can speak: *Two killed in shelling: governor*.
    """
    reading, start, stop = scene.reading, scene.start, scene.stop
    while start < stop and (scene.norm(start) in QUOTE_MARKS or scene.norm(start) in _BULLETS):
        start += 1
    for at in range(start + 1, min(start + _LONGEST_NAME, stop - 3)):
        if scene.norm(at) == ":":
            content = trim(reading, at + 1, _turn_end(scene, start, at))
            if content is None or _length(content) < _SHORTEST_CONTENT:
                break
            end = _topic_start(scene, start, at)
            if _is_speaker(reading, start, end) or _may_speak(scene, start, end, is_head):
                scene.add((at, at + 1), (start, end), content, "headline-colon")
            break
    if scene.headline and not scene.statements and stop - start >= 5:
        _read_end(scene, is_head)


def _topic_start(scene: Scene, start: int, colon: int) -> int:
    """*Russia expert | on the truce: "It will fail"*: where the topic of a quotation begins, else its colon."""
    if colon + 1 not in scene.quotes.opening:
        return colon
    return next((at for at in range(start + 2, colon) if scene.norm(at) in _TOPICAL), colon)


def _turn_end(scene: Scene, start: int, colon: int) -> int:
    """End of what a line gives to its speaker: the sentence, or in a transcript (*PENCE: …*) the paragraph."""
    reading = scene.reading
    if not all(word.isupper() for word in reading.tokens.words[start:colon]) or scene.headline:
        return scene.stop
    stop = scene.stop
    for index in range(scene.index + 1, len(reading.sentences)):
        if reading.tokens.breaks[reading.sentences[index][0]] > 0:
            break
        stop = reading.sentences[index][1]
    return stop


def _read_end(scene: Scene, is_head: Callable[[str], bool]) -> None:
    for at in range(scene.stop - 2, max(scene.start + 2, scene.stop - 6), -1):
        if scene.norm(at) in DASHES or scene.norm(at) == ":":
            last = scene.norm(scene.stop - 1)
            named = _is_speaker(scene.reading, at + 1, scene.stop) or (
                scene.norm(at) == ":" and (is_head(last) or _is_person(scene, at + 1))
            )
            if named and last not in TERMINALS:
                content = trim(scene.reading, scene.start, at)
                if content is not None:
                    scene.add((at, at + 1), (at + 1, scene.stop), content, "headline-end")
            return


def _is_person(scene: Scene, start: int) -> bool:
    """*…: Brett Velicovich*: a first name and a surname, no place or side."""
    reading, stop = scene.reading, scene.stop
    if stop - start != _FULL_NAME or not _is_named(scene, start, stop) or not scene.norm(start).isalpha():
        return False
    return reading.place_over(start) is None and reading.side_over(start, stop) is None


def _is_speaker(reading: Reading, start: int, stop: int) -> bool:
    """Whether the words are the whole name of an actor or side that can speak."""
    if any(
        hit.end == stop and start <= hit.start <= start + 2 for hit in reading.actors_between(start, stop)
    ):
        return True
    return any(
        hit.start == start and hit.end == stop and hit.form in _SPEAKING_FORMS
        for hit in reading.sides_between(start, stop)
    )


def _may_speak(scene: Scene, start: int, colon: int, is_head: Callable[[str], bool]) -> bool:
    """Whether the words before a colon are a speaker that no lexicon lists.

    A transcript's surname in capitals that the text also writes small (*WALLACE: …*, *Chris Wallace*); in a headline
    a noun that speaks (*Russia expert: …*), or a name with a quotation after it (*Ana Kovač: ‘We will return’*).
    """
    words = scene.reading.tokens.words
    last = words[colon - 1]
    if last.isupper() and len(last) > 2 and colon - start <= 2:
        return last.capitalize() in words
    if not scene.headline or scene.norm(colon - 1) in LABELS or scene.norm(start) in PREPOSITIONS:
        return False
    if is_head(scene.norm(colon - 1)):
        return True
    named = _is_named(scene, start, colon)
    quoted = any(at in scene.quotes.opening for at in range(colon + 1, scene.stop))
    return named and quoted and scene.reading.place_over(colon - 1) is None


def _is_named(scene: Scene, start: int, stop: int) -> bool:
    words = scene.reading.tokens.words[start:stop]
    return all(is_name(word) or word == "." for word in words)


def _length(content: Range) -> int:
    return content[1] - content[0]
