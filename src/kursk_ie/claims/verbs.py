"""Statements whose cue is a verb: *X said that …, "…," said X, it was reported by X, citing X, X put it at …*"""

from __future__ import annotations

from kursk_ie.claims.contents import addressee_end, is_end, skip_adjuncts, trim
from kursk_ie.claims.cues import CueHit
from kursk_ie.claims.scene import Scene
from kursk_ie.claims.sources import SourceFinder, Subject, is_passive
from kursk_ie.claims.statement import Range, Statement
from kursk_ie.text.wordclasses import (
    AUXILIARIES,
    CLOSING_QUOTES,
    CONJUNCTIONS,
    DASHES,
    DETERMINERS,
    NEGATIONS,
    OPENING_QUOTES,
    PERSONAL_PRONOUNS,
    PREPOSITIONS,
    QUOTE_MARKS,
    TERMINALS,
    is_adverb,
    is_name,
)

# acts that hide who speaks when their verb stands in the passive without *by*
_HIDING = frozenset({"report", "say", "believe", "claim", "allege", "think", "estimate", "mention", "confirm", "assume", "fear", "suspect"})
_INVERTING = frozenset({"quote"})
_MEDIA_RELAY = frozenset({"report", "say", "write", "add", "note", "relay", "publish", "carry", "quote"})
_PREPOSITION_FRAMES = frozenset({"of", "about", "on", "for", "at", "as", "against", "with"})
_QUALIFYING = frozenset({"about", "over", "up", "around", "between", "under", "near"})
_CLAUSE_OPENERS = frozenset({"that", "how", "whether", "if", "why", "what", "when", "where", "who"})


class VerbRules:
    """Reads one verb cue in its sentence."""

    def __init__(self, sources: SourceFinder) -> None:
        self._sources = sources

    def read(self, scene: Scene, number: int) -> None:
        """Add the statement of hit ``number``, if it is one."""
        hit = scene.hits[number]
        if self._passive(scene, hit):
            return
        if self._as_reported_by(scene, hit):
            return
        if self._inverted(scene, number, hit):
            return
        subject, elided = self.subject(scene, number)
        if subject is None or not (subject.known or hit.cue.strong):
            return
        if not hit.cue.strong and scene.norm(subject.start) in ("i", "you", "we") and subject.end - subject.start == 1:
            return
        if self._negated(scene, hit):
            return
        source = (subject.start, subject.end)
        content = None if self._closes_quotation(scene, subject) else self._right(scene, number)
        if content is not None:
            self._add_right(scene, number, source, content, elided)
        elif "quote" in hit.cue.frames or "that" in hit.cue.frames:
            self._trailing(scene, hit, subject, elided)

    def _closes_quotation(self, scene: Scene, subject: Subject) -> bool:
        """*"…," X said on Monday at a gala*: a quotation that closes before the subject is the content."""
        at = subject.start - 1
        if scene.norm(at) == "the":
            at -= 1
        if at <= scene.start:
            return False
        closed = scene.quotes.closing.get(at) or (scene.quotes.closing.get(at - 1) if scene.norm(at) == "," else None)
        if closed is None or all(is_name(word) for word in scene.reading.tokens.words[closed.start : closed.end - 1]):
            return False  # "the 'Morning Show,' the minister said": a title
        return (closed.end - closed.start >= 4 or scene.norm(closed.end - 1) in (",", "?", "!"))

    # -- subjects ----------------------------------------------------------------------------------------------

    def subject(self, scene: Scene, number: int) -> tuple[Subject | None, bool]:
        """The subject of a verb cue, and whether it is carried over from an earlier verb of the sentence."""
        if number in scene.subjects:
            found = scene.subjects[number]
            return found, False
        hit = scene.hits[number]
        participle = hit.form == "ing" and scene.norm(self._group_start(scene, hit.start) ) not in AUXILIARIES
        if not participle:
            subject = self._sources.before(scene.reading, hit.start, scene.start)
            if subject is not None and self._plausible(scene, subject, hit):
                scene.subjects[number] = subject
                return subject, False
        if participle and scene.norm(hit.start - 1) == "as":
            return self._quoted_as_saying(scene, number), False
        if participle and "post" in hit.cue.frames:
            return self._sources.before(scene.reading, hit.start, scene.start), False
        if participle and not (hit.cue.strong or hit.cue.lemma in _ADDING):
            return None, False
        if self._carries_over(scene, hit, participle):
            return self._carried(scene, hit), True
        return None, False

    def _quoted_as_saying(self, scene: Scene, number: int) -> Subject | None:
        """*Yonhap quoted military sources as saying*: the one quoted speaks, the subject of *quote* passes it on."""
        for hit in reversed(scene.hits[:number]):
            if hit.cue.lemma in ("quote", "cite"):
                return self._sources.after(scene.reading, hit.end, scene.hits[number].start - 1)
        return None

    def _plausible(self, scene: Scene, subject: Subject, hit: CueHit) -> bool:
        """A subject must be near its verb and agree in number with a bare or *-s* form."""
        norms = scene.norms
        if hit.form == "base" and hit.cue.lemma not in _PAST_LIKE_BASE and scene.norm(hit.start - 1) not in AUXILIARIES | {"to", "n't", "not"}:
            last = norms[subject.end - 1]
            plural = last.endswith("s") or last in ("they", "we", "i", "you", "people", "police", "military", "media", "men", "women", "some", "many", "others", "intelligence", "who") or "and" in norms[subject.start : subject.end]
            if not plural and not scene.headline:
                return False
        return subject.end <= hit.start

    def _group_start(self, scene: Scene, at: int) -> int:
        at -= 1
        while at > scene.start and (is_adverb(scene.norm(at)) or scene.norm(at) in NEGATIONS):
            at -= 1
        return at

    def _carries_over(self, scene: Scene, hit: CueHit, participle: bool) -> bool:
        start = self._sources.skip_verb_group(scene.reading, hit.start, scene.start)
        before = scene.norm(start - 1)
        if participle:
            return before in (",", "and", "or", "–", "—", "by") or before in CLOSING_QUOTES or is_adverb(scene.norm(hit.start - 1))
        if before in ("and", "but", "or", "yet"):
            return True
        return before == "," and hit.form in ("past", "s") and bool(scene.statements)

    def _carried(self, scene: Scene, hit: CueHit) -> Subject | None:
        """The source of the sentence's last statement before the cue, else the sentence's own subject."""
        for statement in reversed(scene.statements):
            if statement.source is not None and statement.cue[0] < hit.start:
                return Subject(*statement.source, True)
            if statement.source is None and hit.form == "ing":
                break
        first = self._sources.after(scene.reading, scene.start, hit.start, inverted=True)
        return first if first is not None and first.known and first.end < hit.start else None

    def _negated(self, scene: Scene, hit: CueHit) -> bool:
        """*did not say, has not claimed*: no statement is made; *did not deny, cannot rule out* neither."""
        at = hit.start - 1
        while at >= scene.start and (is_adverb(scene.norm(at)) or scene.norm(at) in AUXILIARIES | {"to", "been"} | NEGATIONS):
            if scene.norm(at) in NEGATIONS:
                return True
            at -= 1
        if scene.norm(at) in ("declined", "refused", "failed", "want", "wants", "wanted", "asked", "able", "unable", "going", "expected", "likely", "trying", "free", "how"):
            return scene.norm(hit.start - 1) == "to"
        return any(scene.norm(i) in ("would", "could", "might", "may", "should", "must", "will") for i in range(at + 1, hit.start)) and hit.form == "base" and hit.cue.lemma not in ("say", "argue", "call", "add", "note", "like")

    # -- passive -----------------------------------------------------------------------------------------------

    def _passive(self, scene: Scene, hit: CueHit) -> bool:
        """*X was reported by Y, is believed to, were reported*; true when the cue is passive, statement or not."""
        if hit.form != "past" or not is_passive(scene.reading, hit.start, scene.start):
            return False
        if scene.norm(hit.end) == "by":
            subject = self._sources.after(scene.reading, hit.end + 1, scene.stop)
            if subject is not None and subject.known:
                content = trim(scene.reading, self.clause_start(scene, hit.start), scene.stop if False else hit.start)
                if content is not None:
                    content = self._drop_auxiliary(scene, content)
                scene.add(hit, (subject.start, subject.end), content, "passive-by")
            return True
        if hit.cue.lemma not in _HIDING:
            return True
        nxt = scene.norm(hit.end)
        start = self.clause_start(scene, hit.start)
        if nxt == "to" or hit.cue.lemma in ("report", "mention", "allege", "rumor"):
            if scene.outer(hit.start) is not None and nxt != "to":
                return True
            content = trim(scene.reading, start, self.right_end(scene, scene.hits.index(hit), hit.end))
            if content is not None and content[1] - content[0] >= 2:
                scene.add(hit, None, content, "passive-hidden")
        elif nxt == "that" or scene.norm(start) == "it":
            content = trim(scene.reading, hit.end + (nxt == "that"), scene.stop)
            if content is not None:
                scene.add(hit, None, content, "it-is-reported")
        return True

    def _drop_auxiliary(self, scene: Scene, content: Range) -> Range:
        start, end = content
        while end > start + 1 and (scene.norm(end - 1) in AUXILIARIES or is_adverb(scene.norm(end - 1))):
            end -= 1
        return start, end

    def _as_reported_by(self, scene: Scene, hit: CueHit) -> bool:
        """*as reported by Reuters* passes on what stands before it; *As reported by X, …* opens a statement."""
        if hit.form != "past" or scene.norm(hit.start - 1) not in ("as", ",", "first", "originally", "–", "-") and hit.start != scene.start:
            return False
        by = next((i for i in range(hit.end, min(hit.end + 8, scene.stop)) if scene.norm(i) == "by"), None)
        if by is None:
            return False
        between = skip_adjuncts(scene.reading, hit.end, by) if by > hit.end else by
        if between < by and not self._only_adjuncts(scene, hit.end, by):
            return False
        subject = self._sources.after(scene.reading, by + 1, scene.stop)
        if subject is None or not subject.known:
            return False
        source = (subject.start, subject.end)
        if scene.statements and scene.statements[-1].cue[0] < hit.start:
            scene.statements[-1].via.append(source)
            return True
        if hit.start - scene.start <= 2:
            content = trim(scene.reading, subject.end, scene.stop)
        else:
            content = trim(scene.reading, self.clause_start(scene, hit.start), hit.start - (scene.norm(hit.start - 1) == "as"))
        if content is not None:
            scene.add(hit, source, content, "as-reported-by")
        return True

    def _only_adjuncts(self, scene: Scene, start: int, stop: int) -> bool:
        return all(
            scene.reading.date_over(i) is not None or scene.norm(i) in PREPOSITIONS | DETERMINERS or is_adverb(scene.norm(i)) or scene.norm(i) in ("end", "start", "beginning")
            for i in range(start, stop)
        )

    # -- inversion ---------------------------------------------------------------------------------------------

    def _inverted(self, scene: Scene, number: int, hit: CueHit) -> bool:
        """*"…," said X* and *…, said X, a lawmaker*."""
        if not (hit.cue.frames & _INVERTING) or hit.form == "ing" or hit.start == scene.start:
            return False
        before = scene.norm(hit.start - 1)
        quoted = before in CLOSING_QUOTES or (before == "'" and hit.start - 1 in scene.quotes.closing)
        if not quoted and before not in (",", "?", "!", "–", "—"):
            return False
        subject = self._sources.after(scene.reading, hit.end, scene.stop, inverted=True)
        if subject is None or subject.start - hit.end > 1 or not (subject.known or hit.cue.strong and quoted):
            return False
        if scene.norm(subject.start) in ("that",):
            return False
        if not quoted and (not self._ends_clause(scene, subject.end) or self._has_own_subject(scene, hit)):
            return False
        content = self._left(scene, hit.start, quoted)
        if content is None:
            return False
        rest = self._resumed(scene, subject.end, content)
        scene.add(hit, (subject.start, subject.end), rest or content, "inverted")
        return True

    def _has_own_subject(self, scene: Scene, hit: CueHit) -> bool:
        """*The Irrawaddy, however, reported 50 dead*: the subject stands left, across an aside."""
        left = self._sources.before(scene.reading, hit.start, scene.start)
        return left is not None and left.known and left.start - scene.start <= 2

    def _ends_clause(self, scene: Scene, at: int) -> bool:
        norm = scene.norm(at)
        return norm in ("", ",", ";", "—", "–", "(", "who", "in", "on", "during", "as", "while", "at", "after", "when", "and", "adding", "citing") or norm in TERMINALS or scene.reading.date_over(at) is not None

    def _resumed(self, scene: Scene, at: int, content: Range) -> Range | None:
        """*"The bridge," he said, "is gone."*: the quotation goes on after its cue."""
        stop = scene.stop
        for index in range(at, min(at + 25, stop)):
            if scene.norm(index) in TERMINALS:
                return None
            opened = scene.quotes.opening.get(index)
            if opened is not None and opened.end - opened.start >= 2:
                if scene.norm(index - 1) in (",", ":", ";", "—", "–", "that") and scene.norm(content[1] if content[1] < stop else stop - 1) != ".":
                    return trim(scene.reading, content[0], min(opened.end, max(stop, opened.end)))
                return None
        return None

    # -- contents ----------------------------------------------------------------------------------------------

    def _right(self, scene: Scene, number: int) -> Range | None:
        """The content right of a verb cue, after its adjuncts and addressee, as the verb's frames allow."""
        hit = scene.hits[number]
        frames = hit.cue.frames
        at = hit.end
        stop = self.right_end(scene, number, at)
        if hit.cue.lemma == "put":
            return self._put(scene, at, stop)
        at = self._past_addressee(scene, hit, at, stop)
        if at >= stop:
            return None
        at = skip_adjuncts(scene.reading, at, stop) if scene.norm(at) not in frames else at
        norm = scene.norm(at)
        if norm == "," :
            return self._after_comma(scene, number, at, stop)
        if norm == ":":
            return self._quoted_or_rest(scene, at + 1, stop)
        if norm in ("that",) and "that" in frames:
            at = at + 1
            if scene.norm(at) == ",":
                at += 1
            return self._quoted_or_rest(scene, at, stop)
        if norm in OPENING_QUOTES or at in scene.quotes.opening:
            if "quote" in frames or "np" in frames or "that" in frames:
                return self._quoted_or_rest(scene, at, stop)
            return None
        if is_end(scene.reading, at, stop) or norm in DASHES or norm in ("and", "but", "(", ")", ";"):
            return None
        return self._framed(scene, hit, at, stop)

    def _past_addressee(self, scene: Scene, hit: CueHit, at: int, stop: int) -> int:
        frames = hit.cue.frames
        if "obj" in frames and scene.norm(at) not in ("that", ":", ",", "of", "about", "against") and at not in scene.quotes.opening:
            if "that" in frames and scene.norm(at) in _CLAUSE_OPENERS:
                return at
            end = addressee_end(scene.reading, at, stop)
            if hit.cue.lemma in ("warn", "caution") and end < stop and scene.norm(end) not in ("that", "of", "against", "about", "not", ","):
                return at
            return end
        return at

    def _framed(self, scene: Scene, hit: CueHit, at: int, stop: int) -> Range | None:
        """Content without *that* or quotation mark: the verb's frames decide whether it is one."""
        frames, norm = hit.cue.frames, scene.norm(at)
        if norm in ("to",) and "to" not in frames and not any(f.startswith("obj") for f in frames):
            return None
        if norm in _PREPOSITION_FRAMES and norm not in frames and "np" not in frames:
            return self._clause_only(scene, at, stop) if "that" in frames else None
        if norm in ("of", "about", "on", "for", "against", "at", "with") and norm in frames:
            return trim(scene.reading, at + 1, stop)
        if frames & {"obj-of", "obj-for", "obj-to", "obj-with", "obj-in"} and not frames & {"that", "np"}:
            return self._object_frame(scene, frames, at, stop)
        if frames == {"as"} or frames <= {"as", "quote"}:
            return trim(scene.reading, at, stop) if self._as_frame(scene, hit, at, stop) else None
        if norm == "to" and "to" in frames:
            return trim(scene.reading, at, stop)
        if frames & {"that", "np", "ing", "obj", "how", "if", "to"}:
            if norm in PREPOSITIONS and norm not in _QUALIFYING and not (hit.cue.lemma in ("say", "tell", "add") and self._is_clause(scene, at, stop)):
                return None
            if not frames & {"np", "obj", "that"}:
                return None
            if "np" not in frames and not self._is_clause(scene, at, stop):
                return None
            return trim(scene.reading, at, stop)
        return None

    def _clause_only(self, scene: Scene, at: int, stop: int) -> Range | None:
        return trim(scene.reading, at, stop) if self._is_clause(scene, at, stop) else None

    def _is_clause(self, scene: Scene, at: int, stop: int) -> bool:
        """Whether words ``at`` up to ``stop`` look like a clause: three words or more, a verb-like one among them."""
        if stop - at < 3:
            return False
        return any(
            scene.norm(i) in AUXILIARIES or scene.norm(i).endswith(("ed", "'s")) or (scene.norm(i).endswith("s") and i > at) or scene.norm(i) in _COMMON_PAST
            for i in range(at, stop)
        ) or stop - at >= 6

    def _object_frame(self, scene: Scene, frames: frozenset[str], at: int, stop: int) -> Range | None:
        wanted = {frame.partition("-")[2] for frame in frames if frame.startswith("obj-")}
        for index in range(at, min(stop, at + 12)):
            if scene.norm(index) in wanted:
                return trim(scene.reading, at, stop)
        return None

    def _as_frame(self, scene: Scene, hit: CueHit, at: int, stop: int) -> bool:
        """*described them as*; *called it deliberate, called the number high* (an object and its complement)."""
        if hit.cue.lemma in ("call", "dub", "label", "brand", "term", "deem", "name"):
            if hit.cue.lemma == "call" and scene.norm(at) in ("for", "on", "off", "up", "in", "out", "back", "a", "an"):
                return False
            return stop - at >= 2
        if hit.cue.lemma == "describe":
            return True
        return any(scene.norm(i) == "as" for i in range(at, min(stop, at + 15)))

    def _put(self, scene: Scene, at: int, stop: int) -> Range | None:
        """*put the dead at up to 400*: only with a figure after *at*."""
        for index in range(at, min(stop, at + 15)):
            if scene.norm(index) == "at" and index > at:
                figure = any(f.start > index and f.start <= index + 3 for f in scene.reading.figures)
                return trim(scene.reading, at, stop) if figure else None
        return None

    def _after_comma(self, scene: Scene, number: int, at: int, stop: int) -> Range | None:
        """*X said, "…"*; *X said, citing Y, that …*; *he said, adding*: the first two have their content right."""
        if at + 1 in scene.quotes.opening or scene.norm(at + 1) in OPENING_QUOTES:
            return self._quoted_or_rest(scene, at + 1, stop)
        for index in range(at + 1, min(scene.stop, at + 15)):
            if scene.norm(index) == "," and scene.norm(index + 1) == "that":
                return trim(scene.reading, index + 2, self.right_end(scene, number, index + 2))
        return None

    def _quoted_or_rest(self, scene: Scene, at: int, stop: int) -> Range | None:
        """A quotation that opens at ``at`` is the content whole, over its sentences; else the words up to ``stop``."""
        opened = scene.quotes.opening.get(at)
        if opened is not None:
            after = opened.end + 1
            if opened.end >= stop - 1 or scene.norm(after) in TERMINALS or scene.norm(after) == "" or scene.norm(opened.end - 1) in TERMINALS:
                return trim(scene.reading, opened.start, opened.end)
            return (at, stop) if False else self._trim_keep(scene, at, max(stop, after))
        return trim(scene.reading, at, stop)

    def _trim_keep(self, scene: Scene, start: int, stop: int) -> Range | None:
        norms = scene.reading.tokens.norms
        while stop > start and (norms[stop - 1] in TERMINALS or norms[stop - 1] == ","):
            stop -= 1
        return (start, stop) if stop > start else None

    def _add_right(self, scene: Scene, number: int, source: Range, content: Range, elided: bool) -> None:
        hit = scene.hits[number]
        outer = scene.outer(hit.start)
        rule = f"verb-{'carried' if elided else 'subject'}"
        statement = scene.add(hit, source, content, rule)
        if outer is not None and outer.source is not None and outer.source != source:
            statement.via.append(outer.source)

    def _trailing(self, scene: Scene, hit: CueHit, subject: Subject, elided: bool) -> None:
        """*…, X said.*: the content stands left; when another already owns it, X only passes it on."""
        if elided:
            return
        before = scene.norm(subject.start - 1) if scene.norm(subject.start - 1) != "the" else scene.norm(subject.start - 2)
        edge = subject.start - 1 if scene.norm(subject.start - 1) != "the" else subject.start - 2
        if before not in (",", "–", "—", "-", ";") and before not in QUOTE_MARKS and before not in ("as",):
            return
        source = (subject.start, subject.end)
        relayed = self._relayed(scene, edge, hit)
        if relayed is not None:
            relayed.via.append(source)
            return
        if before == "as":
            last = next((s for s in reversed(scene.statements) if s.content is not None), None)
            content = last.content if last is not None else self._left(scene, edge, False)
            if content is not None:
                scene.add(hit, source, content, "as-x-said")
            return
        quoted = self._closes_quotation(scene, subject)
        content = self._left(scene, edge if before not in QUOTE_MARKS else edge + 1, quoted)
        if content is None:
            return
        if quoted and content is not None:
            content = self._resumed(scene, hit.end, content) or content
        elif scene.norm(hit.end) == "," and not is_end(scene.reading, hit.end, scene.stop):
            content = self._parenthetical(scene, hit, content) or content
        scene.add(hit, source, content, "verb-trailing")

    def _parenthetical(self, scene: Scene, hit: CueHit, content: Range) -> Range | None:
        """*The bridge, he said, was gone*: the content runs on after the cue."""
        number = scene.hits.index(hit)
        following = scene.norm(hit.end + 1)
        if following not in AUXILIARIES and content[1] - content[0] > 5:
            return None
        if scene.norm(hit.end + 1) in ("adding", "citing", "and", "but", "noting", "referring", "who", "while", "after", "as"):
            return None
        return trim(scene.reading, content[0], self.right_end(scene, number, hit.end + 1))

    def _relayed(self, scene: Scene, edge: int, hit: CueHit) -> Statement | None:
        """The statement that ends where this trailing cue begins and has a cue of its own."""
        if hit.cue.act not in ("say", "report"):
            return None
        for statement in reversed(scene.statements):
            if statement.content is not None and statement.source is not None:
                last = max(statement.content[1], statement.cue[1])
                if 0 <= edge - last <= 8 and statement.cue[0] < edge and not any(scene.norm(i) in (";", "while", "but") for i in range(last, edge)):
                    return statement
        return None

    def _left(self, scene: Scene, edge: int, quoted: bool) -> Range | None:
        """The content left of word ``edge``: the quotation that closes there, or the clause."""
        if quoted:
            for at in range(edge, max(scene.start - 1, edge - 4), -1):
                closed = scene.quotes.closing.get(at)
                if closed is not None:
                    whole = trim(scene.reading, closed.start, closed.end)
                    lead = self._lead_in(scene, closed.start - 1)
                    return whole if lead is None or whole is None else (lead, closed.end + 1)
        start = self.clause_start(scene, edge)
        clause = trim(scene.reading, start, edge)
        return clause if clause is not None and clause[1] - clause[0] >= 3 else None

    def _lead_in(self, scene: Scene, opening: int) -> int | None:
        """*Doing nothing "would be a grave error," he said*: words before the quotation belong to the content."""
        if opening <= scene.start:
            return None
        start = self.clause_start(scene, opening)
        if start >= opening or scene.norm(opening - 1) in TERMINALS | {":", ","}:
            return None
        return start

    def clause_start(self, scene: Scene, edge: int) -> int:
        """Where the clause that ends at ``edge`` begins: after the last statement before it, else the sentence's start."""
        start = scene.start
        for statement in scene.statements:
            reach = max(statement.cue[1], statement.content[1] if statement.content else 0, statement.source[1] if statement.source else 0)
            if reach <= edge and reach > start and statement.rule not in ("adverb",):
                start = reach
        while start < edge and (scene.norm(start) in (",", ";", ".", "and", "but", "while", "whereas", "though") or scene.norm(start) in CLOSING_QUOTES and start in scene.quotes.closing):
            start += 1
        return start

    def right_end(self, scene: Scene, number: int, at: int) -> int:
        """Where a content that begins after hit ``number`` must end: at the next owner's clause, or the sentence's end."""
        decline = self._decline_edge(scene, at)
        for later in range(number + 1, len(scene.hits)):
            hit = scene.hits[later]
            if decline is not None and hit.start > decline:
                return decline
            if hit.start <= at or hit.cue.part != "verb":
                if hit.cue.part == "prep" and hit.start > at and scene.norm(hit.start - 1) == "," and hit.cue.lemma in ("according to", "citing", "quoting", "per"):
                    return hit.start - 1
                continue
            edge = self._owner_edge(scene, later, at)
            if edge is not None:
                return edge
        return scene.stop if decline is None else decline

    def _decline_edge(self, scene: Scene, at: int) -> int | None:
        """*…, but he declined to comment*: where a refusal with its own subject sets in."""
        for start, _ in scene.declines:
            edge = self._sources.skip_verb_group(scene.reading, start, scene.start) - 1
            if scene.norm(edge) in PERSONAL_PRONOUNS:
                edge -= 1
            if edge > at and scene.norm(edge) in ("but", "and", "while"):
                return edge - 1 if scene.norm(edge - 1) == "," else edge
        return None

    def _owner_edge(self, scene: Scene, later: int, at: int) -> int | None:
        """The word where the clause of a later cue sets in, when that cue has an owner of its own."""
        hit = scene.hits[later]
        subject, elided = self.subject(scene, later) if not scene.statements else self._peek(scene, later)
        if subject is None and not elided:
            if hit.form == "ing" and scene.norm(hit.start - 1) in (",", "–", "—") and hit.cue.lemma in _ADDING:
                return hit.start - 1
            if hit.form in ("past", "s") and scene.norm(self._sources.skip_verb_group(scene.reading, hit.start, scene.start) - 1) in ("and", "but") and hit.cue.strong:
                return self._sources.skip_verb_group(scene.reading, hit.start, scene.start) - 1
            if hit.form == "past" and scene.norm(hit.start - 1) == "as" and scene.norm(hit.start - 2) == ",":
                return hit.start - 2
            return None
        if subject is None or subject.start <= at or not (subject.known or hit.cue.strong):
            return None
        edge = subject.start - 1 if scene.norm(subject.start - 1) != "the" else subject.start - 2
        before = scene.norm(edge)
        if before in (",", ";", "–", "—"):
            return edge
        if before in CONJUNCTIONS | {"while", "whereas", "though", "although"} and scene.norm(edge - 1) in (",", ";", "–", "—"):
            return edge - 1
        if before in ("while", "whereas", "but"):
            return edge
        return None

    def _peek(self, scene: Scene, later: int) -> tuple[Subject | None, bool]:
        """The own subject of a later cue, without carrying one over."""
        if later in scene.subjects:
            return scene.subjects[later], False
        hit = scene.hits[later]
        if hit.form == "ing":
            return None, False
        subject = self._sources.before(scene.reading, hit.start, scene.start)
        if subject is not None and self._plausible(scene, subject, hit):
            return subject, False
        return None, False


_PAST_LIKE_BASE = frozenset({"put", "read", "let", "set"})
_ADDING = frozenset({"add", "say", "note", "claim", "call", "cite", "warn", "accuse", "describe", "stress", "confirm", "allege", "insist", "argue", "urge", "quote", "acknowledge", "report", "state", "explain", "deny"})
_COMMON_PAST = frozenset("began came went took made gave got became fell held kept left lost met ran saw sent stood told won brought built caught fought found knew led paid put rose said set shot struck".split())
