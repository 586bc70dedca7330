"""What a text has set so far: the place of the scene, who acts in it and who suffers; later sentences lean on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from kursk_ie.claims.drafts import EventDraft, PartyDraft
from kursk_ie.claims.opponents import Opponents
from kursk_ie.claims.reading import Reading
from kursk_ie.claims.roles import tally
from kursk_ie.mentions.found import Found
from kursk_ie.results import Place

CARRIES: Final = 4  # sentences over which a place or an attack still holds
_FIGHTING: Final = frozenset({"combat", "casualties", "deployment", "strength", "territory", "prisoners"})


@dataclass(slots=True)
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
        counts: how often the text names each side.
        land: the country at war in which most of the text's places lie.
    """

    places: list[Found[Place]] = field(default_factory=list)
    places_sentence: int = 0
    region: list[Found[Place]] = field(default_factory=list)
    actor: PartyDraft | None = None
    victim: PartyDraft | None = None
    force: PartyDraft | None = None
    attack: EventDraft | None = None
    counted: EventDraft | None = None
    types: set[str] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)
    land: str | None = None

    @classmethod
    def begin(cls, reading: Reading, opponents: Opponents) -> Story:
        """An empty story that knows which sides the text names, and how often."""
        countries = [place.mention.country or "" for place in reading.places]
        lands = tally(country for country in countries if country in opponents.table)
        land = max(lands, key=lands.__getitem__, default=None)
        return cls(counts=tally(side.code for side in reading.sides), land=land)

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
        """Who attacked where the people of ``draft`` were hurt, if the text told it a few sentences before."""
        attack = self.attack
        if attack is None or draft.sentence - attack.sentence > CARRIES:
            return None
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
