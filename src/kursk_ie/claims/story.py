"""What a text has set so far: the place of the scene, who acts in it and who suffers; later sentences lean on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kursk_ie.claims.drafts import EventDraft, PartyDraft
from kursk_ie.claims.opponents import Opponents
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.roles import tally
from kursk_ie.mentions.found import Found
from kursk_ie.results import Place

CARRIES: Final = 4  # sentences over which a place or an attack still holds
_FIGHTING: Final = frozenset({"combat", "casualties", "deployment", "strength", "territory", "prisoners"})


class Story:
    """The state that one reading of the sentences in order builds up.

    Attributes:
        places: the last places where something was said to happen, and the sentence that said so.
        region: the last district, region or water among them.
        actor: the side whose forces the text follows.
        victim: the side whose people the text last told to be hurt.
        force: the side whose troops the text last counted or sent somewhere.
        attack: the last strike or fight whose agent was told.
        counted: the last event with a figure.
        types: types of the events told so far.
    """

    __slots__ = (
        "_counts", "_lands", "_opponents", "_reading", "actor", "attack", "counted", "force", "places",
        "places_sentence", "region", "types", "victim",
    )  # fmt: skip

    def __init__(self, reading: Reading, opponents: Opponents) -> None:
        self._reading = reading
        self._opponents = opponents
        self._counts: dict[str, int] | None = None
        self._lands: dict[str, int] | None = None
        self.places: list[Found[Place]] = []
        self.places_sentence = 0
        self.region: list[Found[Place]] = []
        self.actor: PartyDraft | None = None
        self.victim: PartyDraft | None = None
        self.force: PartyDraft | None = None
        self.attack: EventDraft | None = None
        self.counted: EventDraft | None = None
        self.types: set[str] = set()

    @property
    def counts(self) -> dict[str, int]:
        """How often the text names each side."""
        if self._counts is None:
            self._counts = tally([side.code for side in self._reading.sides])
        return self._counts

    @property
    def land(self) -> str | None:
        """The country at war in which most of the text's places lie."""
        if self._lands is None:
            countries = [place.mention.country or "" for place in self._reading.places]
            self._lands = tally([country for country in countries if country in self._opponents.table])
        return max(self._lands, key=self._lands.__getitem__, default=None)

    def set_places(self, places: list[Found[Place]], sentence: int) -> None:
        """A clause has said where its event happened; a whole country or continent sets no scene."""
        first = places[0].mention
        if first.feature == "country" or (first.feature == "region" and first.country is None):
            return
        self.places, self.places_sentence = places, sentence
        if first.feature in ("region", "district"):
            self.region = places

    def scene(self, sentence: int) -> list[Found[Place]]:
        """Where the story stands: the last places for one sentence more, then the region that they lie in."""
        if sentence - self.places_sentence <= 1 or not self._is_inside():
            return self.places if sentence - self.places_sentence <= CARRIES else []
        return self.region

    def followed(self, sides: Sequence[str]) -> str | None:
        """Of these sides the one that the story follows, else the one that the text names most often."""
        named = [side for side in sides if side in self.counts]
        if not named:
            return None
        followed = [party.code for party in (self.victim, self.actor) if party is not None]
        return next((side for side in followed if side in named), max(named, key=self.counts.__getitem__))

    def _is_inside(self) -> bool:
        """Whether the last places may lie in the last region; what the gazetteer does not tell is taken to."""
        if not self.region:
            return False
        place, region = self.places[0].mention, self.region[0].mention
        return place.admin1 is None or region.admin1 is None or place.admin1 == region.admin1

    def attacker(self, draft: EventDraft) -> PartyDraft | None:
        """Who struck where the people of ``draft`` were hurt, if the text told it a few sentences before."""
        attack = self.attack
        if attack is None or draft.sentence - attack.sentence > (CARRIES if attack.type == "strike" else 1):
            return None
        if attack.type == "combat" and not any(draft.suffers(party.code) for party in attack.targets):
            return None  # those who fell may be the attackers'
        here, there = ({place.mention.name for place in event.places} for event in (draft, attack))
        attackers = {party.code for party in attack.agents}
        if not here & there or not attackers.isdisjoint(party.code for party in draft.targets):
            return None
        return attack.agents[0]

    def note(self, draft: EventDraft, belligerents: frozenset[str]) -> None:
        """Take over what a finished draft sets for later sentences; only sides that fight are followed."""
        self.types.add(draft.type)
        if draft.figures:
            self.counted = draft
        if draft.agents and draft.type in ("strength", "deployment"):
            self.force = draft.agents[0]
        if draft.agents and draft.agents[0].code in belligerents:
            if draft.type in ("strike", "combat") and draft.modality == "actual":
                self.attack = draft
            if draft.type in _FIGHTING:
                self.actor = draft.agents[0]
        if (
            draft.targets
            and draft.type in ("casualties", "prisoners")
            and draft.targets[0].code in belligerents
        ):
            self.victim = draft.targets[0]
            if not draft.agents:
                self.actor = draft.targets[0]
