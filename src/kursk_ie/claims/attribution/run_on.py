"""Quotations that run on after their cue: *"A," he said. "B. C."* is one content from A to C."""

from __future__ import annotations

from bisect import bisect_right

from kursk_ie.claims.attribution.quoted import Quotes
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.statement import Statement
from kursk_ie.text.quotes import Quotation


def run_on(reading: Reading, quotes: Quotes, statements: list[Statement]) -> None:
    """Let each quoted content run on over the quotations that follow its sentence in the same paragraph.

    A following quotation that has a cue of its own ends in a comma, or is another statement's content already; one
    that stands farther off than it and the content are long is left alone.
    """
    starts = [start for start, _ in reading.sentences]
    owned = {statement.content[0] for statement in statements if statement.content is not None}
    for statement in statements:
        content = statement.content
        if content is None or statement.quote == "indirect" or not _ends_quoted(quotes, content[1]):
            continue
        end = max(content[1], statement.cue[1])
        while (following := _next_quotation(reading, quotes, starts, end)) is not None:
            gap = following[0] - end
            if following[0] in owned or gap > content[1] - content[0] + following[1] - following[0]:
                break
            end = following[1]
            statement.content = (content[0], end)


def _ends_quoted(quotes: Quotes, end: int) -> bool:
    """Whether a closing quotation mark stands within or right after the content's last words."""
    return any(at in quotes.closing for at in range(end - 1, end + 2))


def _next_quotation(reading: Reading, quotes: Quotes, starts: list[int], end: int) -> tuple[int, int] | None:
    """The whole quotation that opens the sentence after word ``end``, if the paragraph goes on with one."""
    index = bisect_right(starts, end - 1)
    if index >= len(starts):
        return None
    opening = starts[index]
    quotation = quotes.opening.get(opening)
    if quotation is None or quotation.end <= end:
        return None
    last = reading.tokens.norms[quotation.end - 1]
    if quotation.close is not None and last == ",":
        return None
    if reading.tokens.breaks[opening] > 0 and not _is_paragraph(reading, quotation):
        return None
    return quotation.start, quotation.end


def _is_paragraph(reading: Reading, quotation: Quotation) -> bool:
    """Whether nothing but a quotation stands in its paragraph."""
    after = quotation.end if quotation.close is None else quotation.close + 1
    return after >= len(reading.tokens) or reading.tokens.breaks[after] > 0
