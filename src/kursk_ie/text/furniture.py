"""What the words of a line on a news page give away: menu, byline, credit, notice, teaser.

Knowledge stands in ``models/page.tsv``; this module knows where in a line a phrase must stand to count.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, cast, get_args

from kursk_ie.text.lines import TERMINALS, is_closed
from kursk_ie.text.phrases import Cut, Phrases
from kursk_ie.text.tables import Row, read_table
from kursk_ie.text.tokens import Tokens

SectionKind = Literal[
    "body", "headline", "caption", "byline", "navigation", "teaser", "notice", "profile"
]  # fmt: skip

_LONGEST: Final = 60  # words: no caption, link or byline is longer
_SENTENCE: Final = 20  # words: a line that says more in a closed sentence is prose, whatever it begins with
_TAIL: Final = 40  # words from the phrase to the end of its line
_INLINE: Final = 12  # words from the phrase to its last word
_STAMP: Final = 20  # words of a line that only tells the time
_CREDIT: Final = {"source": 14, "credit": 8, "start": 6}  # words of a line that only names the photographer
_WHERE: Final = ("line", "start", "within", "tail", "source", "credit")
PARTICLES: Final = frozenset(("-", "al", "bin", "de", "der", "el", "ibn", "la", "van", "von"))  # inside names
_DATING: Final = frozenset(("updated", "published", "posted", "modified", "ago"))
_HOURS: Final = _DATING | {"last", "hours", "hour", "hrs", "hr", "minutes", "minute", "mins", "days", "day"}
_PICTURES: Final = frozenset(("images", "photo"))  # end the name of an agency that sells nothing else
_JOINING: Final = PARTICLES | {"and", "in", "for", "of", "the", "at", "by", "with"}
_OPENING: Final = frozenset("([|{")
_CLOSING: Final = frozenset(TERMINALS + '”");')  # one of them stands before a link that closes a line


class Piece:
    """A line, or the part of one that stands for itself; ``kind`` is "" until something gives it away.

    ``resumes`` tells how many paragraphs of prose must follow one another before the article goes on after
    it; ``credit``, that it is a line which only names the photographer.
    """

    __slots__ = ("closed", "credit", "end", "kind", "resumes", "start")

    def __init__(self, start: int, end: int, closed: bool, kind: SectionKind | Literal[""] = "") -> None:
        self.start = start
        self.end = end
        self.closed = closed
        self.kind = kind
        self.resumes = 0
        self.credit = False

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: SectionKind
    where: str
    resumes: int
    colon: bool


class Hit:
    """A phrase of models/page.tsv in a text, words ``start`` up to ``end``."""

    __slots__ = ("end", "start", "value")

    def __init__(self, start: int, end: int, value: _Entry) -> None:
        self.start = start
        self.end = end
        self.value = value


class Furniture:
    """Tells the lines of a page that are no prose."""

    def __init__(self, cut: Cut) -> None:
        """Read ``models/page.tsv``; ``cut`` is the tokenizer."""
        rows = read_table("page.tsv", ["phrase", "kind", "where", "resumes", "example"])
        stamps = [row["phrase"] for row in rows if row["where"] == "stamp"]
        self._stamps = {word.rstrip(".") for phrase in stamps for word in cut(phrase)}
        self._agencies = {row["phrase"] for row in rows if row["where"] == "credit"}
        self._roles = Phrases(((row["phrase"], True) for row in rows if row["where"] == "role"), cut)
        self._phrases = Phrases(
            ((row["phrase"], _entry(row)) for row in rows if row["where"] not in ("stamp", "role")), cut
        )

    def pieces(self, tokens: Tokens, start: int, end: int, whole: bool) -> list[Piece]:
        """Cut a line into pieces and name those that its words give away.

        ``whole`` says that the line is the whole text: then only links in it or at its end can be furniture.
        """
        hits = [Hit(at, stop, entry) for at, stop, entry in self._phrases.find(tokens.norms, start, end)]
        pieces = []
        for link in self._links(tokens, hits, start, end) if hits else ():
            if link.start > start:
                pieces.append(self._line(tokens, start, link.start, hits, whole))
            pieces.append(link)
            start = link.end
        if start < end:
            pieces.append(self._line(tokens, start, end, hits, whole))
        return pieces

    def role(self, tokens: Tokens, start: int, end: int) -> int:
        """The end of the first job title between two words, or 0."""
        return next((end for _, end, _ in self._roles.find(tokens.norms, start, end)), 0)

    def _line(self, tokens: Tokens, start: int, end: int, hits: list[Hit], whole: bool) -> Piece:
        piece = Piece(start, end, is_closed(tokens.words, start, end))
        if whole or (len(piece) > _LONGEST and not hits):
            return piece
        entry = self._entry(tokens, piece, [hit for hit in hits if start <= hit.start < end])
        if entry:
            piece.credit = entry.kind == "caption" and len(piece) <= _CREDIT[entry.where]
            piece.kind, piece.resumes = "byline" if piece.credit else entry.kind, entry.resumes
        elif len(piece) <= _STAMP:
            piece.kind = self._short(tokens, piece)
        return piece

    def _entry(self, tokens: Tokens, piece: Piece, hits: list[Hit]) -> _Entry | None:
        """The entry that names the whole line, if one does."""
        if not hits:
            return None
        lines = [hit for hit in hits if hit.value.where in ("line", "credit")]
        if lines and _covered(tokens, piece, lines):
            known = [hit.value for hit in lines]
            return max(known, key=lambda entry: entry.resumes)
        fitting = [hit.value for hit in hits if self._fits(tokens, piece, hit)]
        return min(fitting, key=lambda entry: entry.where != "credit", default=None)

    def _fits(self, tokens: Tokens, piece: Piece, hit: Hit) -> bool:
        """Whether a phrase stands where it must in the line to name it."""
        entry = hit.value
        if entry.where == "within" and entry.kind == "notice":
            return True  # the law is long-winded
        if len(piece) > _LONGEST or entry.where == "within":
            return len(piece) <= _TAIL
        if entry.where == "credit":
            return piece.end - hit.end <= _CREDIT[entry.where] and self._is_credit(tokens, hit)
        words = tokens.words
        first = not any(word[0].isalpha() for word in words[piece.start : hit.start])
        if entry.where == "source":
            return first or (words[hit.start - 1] in _OPENING and piece.end - hit.end <= _CREDIT[entry.where])
        if entry.where == "start" and first:
            return entry.colon or entry.kind == "caption" or not piece.closed or len(piece) <= _SENTENCE
        return False

    def _is_credit(self, tokens: Tokens, hit: Hit) -> bool:
        """Whether an agency's name stands as in *Name/Agency* or *via Agency*, not *(Agency/Agency)*."""
        norms, last = tokens.norms, len(tokens) - 1
        before = norms[hit.start - 1] if hit.start else ""
        if before in ("via", "|", "©"):
            return True
        if before == "/" and hit.start > 1:
            return norms[hit.end - 1] in _PICTURES or norms[hit.start - 2] not in self._agencies
        return hit.end < last and norms[hit.end] == "/" and norms[hit.end + 1] not in self._agencies

    def _short(self, tokens: Tokens, piece: Piece) -> SectionKind | Literal[""]:
        """The kind of a short line of no known phrase: the time, a job title, *By* and names."""
        words, norms = tokens.words[piece.start : piece.end], tokens.norms[piece.start : piece.end]
        letters = self._stamp_words(norms) if words[0][0] != "#" else []
        if letters:
            if any(word[0].isdigit() for word in words) and not _HOURS.issuperset(letters):
                return "caption"
            return "" if _DATING.isdisjoint(letters) else "navigation"
        if piece.closed or not words[0][0].isupper():
            return ""
        if norms[0] == "by" and sum(word[0].isupper() for word in words) > 2:
            lower = [word for word in words if word[0].islower()]
            return "byline" if _JOINING.issuperset(lower) else ""
        if len(piece) <= 5 and self.role(tokens, piece.start, piece.end) == piece.end:
            return "byline"
        return ""

    def _stamp_words(self, norms: list[str]) -> list[str]:
        """The words of letters, where all of them may tell the time; else none."""
        found = []
        for norm in norms:
            if norm[0].isalpha():
                word = norm.rstrip(".+0123456789")
                if word not in self._stamps:
                    return []
                found.append(word)
        return found

    def _links(self, tokens: Tokens, hits: list[Hit], start: int, end: int) -> list[Piece]:
        """The links that run on in the line or close it, in order."""
        links = []
        limit = end
        for hit in hits[::-1]:
            entry = hit.value
            if entry.where == "tail" and limit - hit.start <= _TAIL:
                begin = _tail_start(tokens, hit, start, limit, entry.kind == "byline")
                if begin is not None:
                    links.append(Piece(begin, limit, True, entry.kind))
                    limit = begin
            elif entry.where.startswith("to:"):
                stop = min(hit.end + _INLINE, limit)
                close = _next(tokens, entry.where[3:].split(","), hit.end, stop)
                if close and start < hit.start and close < end:
                    if close < limit:
                        links.append(Piece(close, limit, is_closed(tokens.words, close, limit)))
                    links.append(Piece(hit.start, close, False, entry.kind))
                    limit = hit.start
        return links[::-1]


def _entry(row: Row) -> _Entry:
    if row["kind"] not in get_args(SectionKind):
        raise row.error(f"kind {row['kind']!r} is none of {', '.join(get_args(SectionKind))}")
    where = row["where"]
    if where not in _WHERE and not where.startswith("to:"):
        raise row.error(f"where {where!r} is none of {', '.join(_WHERE)}, stamp, role, to:WORD")
    if not row["resumes"].isdigit():
        raise row.error(f"resumes {row['resumes']!r} is no number")
    return _Entry(cast(SectionKind, row["kind"]), where, int(row["resumes"]), row["phrase"].endswith(":"))


def _next(tokens: Tokens, lasts: list[str], start: int, stop: int) -> int:
    """The end of the first of these words between two others, or 0."""
    return next((index + 1 for index in range(start, stop) if tokens.norms[index] in lasts), 0)


def _covered(tokens: Tokens, piece: Piece, hits: list[Hit]) -> bool:
    """Whether these phrases leave no word of the line but numbers and signs."""
    position = piece.start
    for start, end in [(hit.start, hit.end) for hit in hits] + [(piece.end, piece.end)]:
        if any(word[0].isalpha() for word in tokens.words[position:start]):
            return False
        position = end
    return True


def _tail_start(tokens: Tokens, hit: Hit, start: int, limit: int, names: bool) -> int | None:
    """Where a closing link or credit begins, if nothing else follows it; ``names``: names must follow."""
    words = tokens.words
    begin = hit.start
    while begin > start and words[begin - 1] in _OPENING:
        begin -= 1
    if begin > start and begin == hit.start and words[begin - 1][-1] not in _CLOSING:
        return None
    rest = words[hit.end : limit]
    if any(word in (".", "!", "?") for word in rest[:-3]) and not names:
        return None
    letters = [word for word in rest if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in letters)
    if names and (not capitals or 2 * capitals < len(letters)) and len(letters) > 1:
        return None
    return begin
