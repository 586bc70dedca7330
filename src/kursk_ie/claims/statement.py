"""A statement on its way to becoming an `Attribution`: the same facts, held as word ranges."""

from __future__ import annotations

from typing import Final

from kursk_ie.results import Act, Quote, SpeakerKind

Range = tuple[int, int]

FIGURE_GIVEN: Final = "figure-given"
"""The rule of a statement that is only one by its figure: its cue alone may tell an event."""


class Statement:
    """One attributed statement.

    Attributes:
        sentence: index of the sentence that holds the cue.
        cue: words of the cue.
        source: words that name who speaks; ``None`` where the text hides it.
        content: words of what is attributed; ``None`` for a refusal to comment.
        act: what the speaker does.
        rule: id of the grammar rule that found it.
        quote: whether the content is quoted.
        via: words that name those who passed it on, nearest first.
        speaker, kind, side: who the source is, see `kursk_ie.claims.attribution.speakers`.
        inherited: true for a sentence that only continues another's statement.
    """

    __slots__ = (
        "act", "content", "cue", "inherited", "kind", "quote", "rule", "sentence", "side", "source", "speaker", "via"
    )  # fmt: skip

    def __init__(
        self, sentence: int, cue: Range, source: Range | None, content: Range | None, act: Act, rule: str
    ) -> None:
        self.sentence = sentence
        self.cue = cue
        self.source = source
        self.content = content
        self.act = act
        self.rule = rule
        self.quote: Quote = "indirect"
        self.via: list[Range] = []
        self.speaker: str | None = None
        self.kind: SpeakerKind = "unknown"
        self.side: str | None = None
        self.inherited = False

    def tells(self, word: int) -> bool:
        """Whether what begins at a word is told: in the content, or in the cue before it, *announced sanctions*."""
        if self.content is None:
            return False
        start, end = self.content
        return start <= word < end or self.cue[0] <= word < self.cue[1] <= start
