"""The closed word classes of English, normalised: the grammar's own words, not knowledge of any subject."""

from __future__ import annotations

from typing import Final

ARTICLES: Final = frozenset({"the", "a", "an"})
POSSESSIVES: Final = frozenset({"his", "her", "its", "their", "our", "my", "your", "whose"})
DEMONSTRATIVES: Final = frozenset({"this", "that", "these", "those"})
QUANTIFIERS: Final = frozenset(
    """some any several many few all both each every another other others more most much such no one two
    three four five six seven eight nine ten dozens scores hundreds thousands half either neither""".split()
)
DETERMINERS: Final = ARTICLES | POSSESSIVES | DEMONSTRATIVES | QUANTIFIERS

PERSONAL_PRONOUNS: Final = frozenset({"he", "she", "they", "it", "we", "i", "you"})
OBJECT_PRONOUNS: Final = frozenset({"him", "her", "them", "it", "us", "me", "you"})
PRONOUNS: Final = PERSONAL_PRONOUNS | OBJECT_PRONOUNS
RELATIVES: Final = frozenset({"who", "which", "whom", "whose"})

BE: Final = frozenset({"be", "is", "are", "was", "were", "been", "being", "am", "'re", "'m"})
HAVE: Final = frozenset({"have", "has", "had", "having", "'ve"})
DO: Final = frozenset({"do", "does", "did"})
MODALS: Final = frozenset(
    {"will", "would", "can", "could", "may", "might", "must", "shall", "should", "ca", "wo", "'ll", "'d"}
)
AUXILIARIES: Final = BE | HAVE | DO | MODALS
NEGATIONS: Final = frozenset({"not", "n't", "never"})
BEFORE_VERB: Final = AUXILIARIES | NEGATIONS  # what stands between a subject and its verb
VERB_GROUP: Final = BEFORE_VERB | {"to"}  # what stands before a verb and belongs to it
# past forms without -ed
COMMON_PAST: Final = frozenset(
    """ate beat became began bent bit bled blew bought broke brought built burst came caught chose clung
    crept cut dealt drank drew drove dug fell felt fled flew flung forbade foresaw forgave forgot fought
    found froze gave got grew held hid hit hung hurt kept knew laid leapt led left lent let lost made meant
    met overcame overran oversaw overthrew paid put quit ran rang rode rose said sang sank sat saw sent set
    shed shone shook shot shut slept slew slid sold sought spent split spoke sprang spread stole stood
    struck stung swam swept swore swung taught thought threw told took tore undertook underwent upheld went
    withdrew withheld withstood woke won wore wrote wrought""".split()
)

PREPOSITIONS: Final = frozenset(
    """of in on at by for from with to into onto over under near between among against during after before
    since until about around through across along inside outside within without toward towards behind
    beyond despite amid via per above below beside off up down out as like than upon throughout including
    regarding concerning following""".split()
)
LINKING_PREPOSITIONS: Final = frozenset(
    {"of", "for", "in", "at", "from", "with", "on", "near", "inside", "within", "to"}
)
CONJUNCTIONS: Final = frozenset({"and", "or", "but", "nor", "yet", "so"})
SUBORDINATORS: Final = frozenset(
    """that if when while whereas although though because since unless until as after before where whether
    once lest what how why whereby""".split()
)
INTRODUCERS: Final = PREPOSITIONS | SUBORDINATORS

SENTENCE_ADVERBS: Final = frozenset(
    """meanwhile however still earlier later afterwards then also again besides moreover furthermore
    nevertheless nonetheless therefore thus hence instead otherwise separately similarly likewise finally
    now today yesterday tomorrow previously recently lately initially originally already once first second
    third here there too even just only indeed perhaps maybe additionally consequently accordingly
    elsewhere overall overnight apparently""".split()
)
ADVERBS: Final = SENTENCE_ADVERBS | frozenset(
    """never ever always often sometimes further long soon almost nearly quite rather very ever twice thrice
    back repeatedly""".split()
)

OPENING_QUOTES: Final = frozenset({'"', "“", "„", "«", "``"})
CLOSING_QUOTES: Final = frozenset({'"', "”", "»", "''"})
QUOTE_MARKS: Final = OPENING_QUOTES | CLOSING_QUOTES | {"'"}
DASHES: Final = frozenset({"-", "–", "—", "--", "―"})
TERMINALS: Final = frozenset({".", "!", "?", "…", "..", "..."})
CLAUSE_MARKS: Final = frozenset({",", ";", ":"}) | DASHES | TERMINALS
BRACKETS: Final = frozenset({"(", ")", "[", "]"})
PUNCTUATION: Final = CLAUSE_MARKS | BRACKETS | QUOTE_MARKS


def is_adverb(norm: str) -> bool:
    """Whether a word stands among verbs as an adverb does; ``-ly`` words count, *family* and *early* aside."""
    return norm in ADVERBS or (norm.endswith("ly") and norm not in _NOT_ADVERBS and len(norm) > 4)


_NOT_ADVERBS: Final = frozenset(
    """family italy reply supply ally anomaly assembly july early daily weekly monthly deadly friendly
    elderly likely unlikely only costly monopoly homily bully rally""".split()
)


def capitalised(word: str) -> bool:
    """Whether a word begins with a capital letter."""
    first = ord(word[0])  # asked of most words: compiled, this costs a tenth of ``word[0].isupper()``
    return 65 <= first <= 90 or (first > 127 and word[0].isupper())


def is_name(word: str) -> bool:
    """Whether a word is written as a name: a capital, or a lower-case prefix before one (*al-Sharaa*)."""
    if word[:1].isupper():
        return True
    return len(word) > 3 and word[:2].islower() and "-" in word and word.rpartition("-")[2][:1].isupper()
