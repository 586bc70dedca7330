"""The sections of a page: the article, its headlines and captions, and all that stands around it.

A copied news page carries menus, bylines, picture credits, legal notices and teasers of other stories; what
they tell must not become mentions and events of this article. Where nothing gives a line away it is read:
to drop a paragraph of the article does more harm than to read a link.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from kursk_ie.text.furniture import PARTICLES, Furniture, Piece, SectionKind
from kursk_ie.text.lines import BULLETS, Lines
from kursk_ie.text.phrases import Cut
from kursk_ie.text.tokens import Tokens

__all__ = ["LEFT_OUT", "MENTION_KINDS", "READ_KINDS", "PageReader", "Section", "SectionKind"]

READ_KINDS: Final[frozenset[SectionKind]] = frozenset(("body", "headline"))
"""Read in full: mentions, attributions, events."""
MENTION_KINDS: Final[frozenset[SectionKind]] = READ_KINDS | {"caption"}
"""Read for mentions; a caption, or the line that dates the page, tells nothing of its own."""
LEFT_OUT: Final[frozenset[SectionKind]] = frozenset(("byline", "navigation", "teaser", "notice", "profile"))
"""Not read at all."""

_PROSE: Final = 20  # words that a paragraph of prose has at least, when a full stop ends it
_LONG: Final = 45  # words that make a paragraph prose even where its end is cut off
_HEADLINE: Final = 30  # words a headline has at most
_SUBHEAD: Final = 14  # words a heading between paragraphs has at most
_ARTICLE: Final = 40  # words in sentences after which the article is known to have begun
_SENTENCE: Final = 8  # words that a sentence has at least
_CAPTION: Final = 45  # words a caption has at most
_HELD_AT: Final = frozenset(("at", "for", "with", "covering", "based", "of", "in"))
_PARAGRAPHS: Final = 3  # paragraphs of prose above a teaser at least
_SHORT: Final = 4  # words of a line that names a list, not a story
_TEASER: Final = 6  # words the headline of a teaser has at least


class Section:
    """Words ``start`` up to, not including, ``end``, all of one kind."""

    __slots__ = ("end", "kind", "start")

    def __init__(self, kind: SectionKind, start: int, end: int) -> None:
        self.kind = kind
        self.start = start
        self.end = end


class PageReader:
    """Tells the article from the page around it."""

    def __init__(self, cut: Cut) -> None:
        """Read ``models/page.tsv``; ``cut`` is the tokenizer."""
        self._furniture = Furniture(cut)

    def read(self, tokens: Tokens, lines: Lines) -> list[Section]:
        """The sections, in order, covering every word once; an empty text has none."""
        whole = len(lines) == 1
        pieces = [
            piece for start, end in lines for piece in self._furniture.pieces(tokens, start, end, whole)
        ]
        if len(pieces) > 1:
            _keep_first_headline(pieces)
            _name_captions(tokens, pieces)
            _name_bylines(tokens, pieces)
            _name_menus(pieces)
            self._name_profiles(tokens, pieces)
            _name_teaser_pair(tokens, pieces)
            _name_lists(pieces)
            if not whole:
                _name_headlines(tokens, pieces)
        return _merged(pieces)

    def _name_profiles(self, tokens: Tokens, pieces: list[Piece]) -> None:
        """What tells of the author: after the author's name or title, or *X is a reporter at* at the end."""
        told = 0
        last = max((i for i, piece in enumerate(pieces) if _is_prose(piece)), default=-1)
        for index, piece in enumerate(pieces):
            if piece.kind:
                continue
            if told >= _ARTICLE and (
                (pieces[index - 1].kind in ("byline", "profile") and _shares_name(tokens, pieces, index))
                or (index >= last and self._is_biography(tokens, piece))
            ):
                piece.kind = "profile"
            elif _is_told(piece):
                told += len(piece)

    def _is_biography(self, tokens: Tokens, piece: Piece) -> bool:
        """*Ann Lee is a senior reporter at…*: a name, the present tense, a role and where it is held."""
        words, norms = tokens.words, tokens.norms
        name = _name_end(tokens, piece.start, piece.end)
        if name - piece.start < 2 or piece.end - name < 4:
            return False
        if norms[name] in ("covers", "writes", "reports"):
            return norms[name + 1] in ("for", "about", "on")
        if words[name] != "is" or norms[name + 1] not in ("a", "an", "the", "our"):
            return False
        role = self._furniture.role(tokens, name + 2, min(name + 10, piece.end))
        return 0 < role < piece.end and norms[role] in _HELD_AT


def _is_prose(piece: Piece) -> bool:
    return not piece.kind and (len(piece) >= _LONG or (piece.closed and len(piece) >= _PROSE))


def _is_title(tokens: Tokens, piece: Piece, longest: int) -> bool:
    """Whether a line of no known kind has the form of a headline: short, with no full stop."""
    words = tokens.words
    return (
        not piece.kind
        and 1 < len(piece) <= longest
        and not piece.closed
        and words[piece.end - 1] not in (":", ",", ";")
        and words[piece.start] not in BULLETS
    )


def _is_told(piece: Piece) -> bool:
    """Whether a line of no known kind tells something in a sentence, as an article does."""
    return not piece.kind and len(piece) >= (_SENTENCE if piece.closed else _LONG)


def _keep_first_headline(pieces: list[Piece]) -> None:
    """Before the article begins, *Watch: …* is its headline; and no list of other stories opens so soon."""
    told = 0
    for piece in pieces:
        if not told and piece.kind == "teaser":
            piece.kind = "" if len(piece) > _SHORT else "navigation"
        if told < _ARTICLE:
            piece.resumes = 0
        if _is_told(piece):
            told += len(piece)


def _name_captions(tokens: Tokens, pieces: list[Piece]) -> None:
    """A picture's text: right above the line of its credit, or given twice (in the picture and below it)."""
    for above, below in pairwise(pieces):
        if above.kind or len(above) > _CAPTION or not above.closed:
            continue
        close = tokens.breaks[below.start] == 1
        twin = tokens.norms[above.start : above.end] == tokens.norms[below.start : below.end]
        if (twin and close and len(above) > 3) or (below.credit and close):
            above.kind = "caption"
            below.kind = below.kind or "caption"


def _name_bylines(tokens: Tokens, pieces: list[Piece]) -> None:
    """A line of a name only, beside a job title, *Avatar* or the time."""
    for index, piece in enumerate(pieces):
        if piece.kind or piece.closed or not 2 <= len(piece) <= 6:
            continue
        beside = pieces[max(index - 1, 0) : index + 2]
        marked = any(_marks_byline(tokens, other) for other in beside)
        if marked and _name_end(tokens, piece.start, piece.end) == piece.end:
            piece.kind = "byline"


def _marks_byline(tokens: Tokens, piece: Piece) -> bool:
    if piece.kind == "byline":
        return len(piece) <= 5
    return piece.kind == "caption" and len(piece) <= 12 and tokens.words[piece.end - 1][-1].isdigit()


def _name_menus(pieces: list[Piece]) -> None:
    """A run of lines of one to three words, half of them known, is a menu."""
    index = 0
    while index < len(pieces):
        stop = index
        while stop < len(pieces) and len(pieces[stop]) <= 3 and not pieces[stop].closed:
            stop += 1
        run = pieces[index:stop]
        if len(run) >= 4 and 2 * sum(piece.kind == "navigation" for piece in run) >= len(run):
            for piece in run:
                piece.kind = piece.kind or "navigation"
        index = max(stop, index + 1)


def _name_end(tokens: Tokens, start: int, end: int) -> int:
    """The end of the run of capitalised words, a person's name in form, that begins at ``start``."""
    words = tokens.words
    stop, limit = start, min(end, start + 6)
    while stop < limit:
        word = words[stop]
        if not (word[0].isupper() and word[-1].isalpha()) and (stop == start or word not in PARTICLES):
            break
        stop += 1
    return stop


def _shares_name(tokens: Tokens, pieces: list[Piece], index: int) -> bool:
    """Whether the piece begins with a name that one of the bylines right above it holds."""
    first = tokens.words[pieces[index].start]
    above = [piece for piece in pieces[max(index - 3, 0) : index] if piece.kind in ("byline", "profile")]
    return first[0].isupper() and any(first in tokens.words[piece.start : piece.end] for piece in above)


def _name_teaser_pair(tokens: Tokens, pieces: list[Piece]) -> None:
    """A headline with its summary right under it, set off, and furniture below, is another story.

    Pages whose own headings stand so right above their paragraphs have more than one such pair.
    """
    pairs: list[int] = []
    paragraphs = 0
    for index, (head, text) in enumerate(pairwise(pieces[:-1])):
        paragraphs += _is_prose(head)
        set_off = tokens.breaks[head.start] > 1 and tokens.breaks[text.start] == 1
        if paragraphs >= _PARAGRAPHS and set_off and _is_prose(text) and _is_title(tokens, head, _HEADLINE):
            pairs.append(index)
    if len(pairs) == 1:
        head, text, after = pieces[pairs[0] : pairs[0] + 3]
        if len(head) >= _TEASER and after.kind in LEFT_OUT:
            head.kind = text.kind = "teaser"


def _name_lists(pieces: list[Piece]) -> None:
    """Lists of other stories: from the phrase that opens one until prose of the article goes on."""
    index = 0
    while index < len(pieces):
        opener = pieces[index]
        index += 1
        needed, kind = opener.resumes, opener.kind
        while needed and index < len(pieces):
            piece = pieces[index]
            if piece.kind:
                needed = max(needed, piece.resumes)
            elif all(_is_prose(other) for other in pieces[index : index + needed]) and (
                index + needed <= len(pieces)
            ):
                break
            else:
                piece.kind = "notice" if kind == "notice" else "teaser"
            index += 1


def _name_headlines(tokens: Tokens, pieces: list[Piece]) -> None:
    """The headline, above the first prose; headings, alone between paragraphs; the rest is the body."""
    begun = False
    for index, piece in enumerate(pieces[:-1]):
        if piece.kind:
            continue
        begun = begun or _is_prose(piece)
        if begun:
            heads = _is_title(tokens, piece, _SUBHEAD) and _stands_alone(tokens, pieces, index)
        else:
            heads = _is_title(tokens, piece, _HEADLINE) or (not index and _is_capitalised(tokens, piece))
        if heads or tokens.words[piece.start] == "#":
            piece.kind = "headline"


def _is_capitalised(tokens: Tokens, piece: Piece) -> bool:
    """Whether a first line that ends like a sentence is written like a title."""
    if len(piece) > _HEADLINE:
        return False
    long = [word for word in tokens.words[piece.start : piece.end] if len(word) > 3 and word[0].isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) > 0.8 * len(long)


def _stands_alone(tokens: Tokens, pieces: list[Piece], index: int) -> bool:
    """Whether paragraphs stand on both sides, so that the line is no item of a list."""
    above, below = pieces[index - 1], pieces[index + 1]
    ended = above.closed or above.kind == "headline" or above.kind in LEFT_OUT
    return ended and (below.closed or len(below) >= _PROSE) and tokens.words[pieces[index].start][0].isupper()


def _merged(pieces: list[Piece]) -> list[Section]:
    """One section for each run of one kind; headlines and captions stay one by one."""
    sections: list[Section] = []
    for piece in pieces:
        kind: SectionKind = piece.kind or "body"
        if sections and sections[-1].kind == kind and kind not in ("headline", "caption"):
            sections[-1] = Section(kind, sections[-1].start, piece.end)
        else:
            sections.append(Section(kind, piece.start, piece.end))
    return sections
