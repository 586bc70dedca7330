"""Sections of a page: the article is read, what stands around it is not, and ordinary text is all body."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from kursk_ie.errors import LexiconError
from kursk_ie.text import furniture
from kursk_ie.text.lines import read_lines
from kursk_ie.text.sections import LEFT_OUT, MENTION_KINDS, READ_KINDS, PageReader
from kursk_ie.text.tables import Row, read_table
from kursk_ie.text.tokens import read_tokens

NLP = spacy.blank("en")


def cut(phrase: str) -> list[str]:
    return [token.text for token in NLP.tokenizer(phrase)]


READER = PageReader(cut)
TITLE = "Rockets hit the port of Sulina, mayor says"
ONE = (
    "Rockets fell on the port of Sulina at dawn on Monday and set two grain stores on fire, the mayor of the "
    "town, Ann Lee, said, and nobody was killed in the attack."
)
TWO = (
    "The fires burned until noon, when the rain put them out, and the harbour was opened again in the "
    "afternoon for the ships that had waited outside the mole."
)
THREE = (
    "It was the third attack on the town in a week; the first two had hit the railway station and a school "
    "that had been empty since the spring."
)
PAGE = f"{TITLE}\n\n{ONE}\n\n{TWO}\n\n{THREE}"


def kinds(text: str) -> list[tuple[str, str]]:
    tokens = read_tokens(NLP.make_doc(text))
    return [
        (section.kind, tokens.surface(section.start, section.end))
        for section in READER.read(tokens, read_lines(tokens))
    ]


def kind_of(part: str, text: str) -> str:
    """The kind of the section that holds all of ``part``."""
    return next((kind for kind, surface in kinds(text) if part in surface), "split")


@pytest.mark.parametrize(
    "text",
    [
        ONE,
        f"{ONE}\n\n{TWO}",
        f"{ONE}\n{TWO}\n{THREE}",
        "Rockets fell. Nobody was hurt.",
        "Share prices fell.\n\nComments by the mayor were few.\n\nThe world of politics is small.",
        f"{ONE}\n\nRead more than one account before you judge, she said.\n\n{TWO}",
        f"{ONE}\n\nReporting by the Example Daily has shown that rockets came from the sea.\n\n{TWO}",
        f"{ONE}\n\nThe mayor told Reuters.\n\n{TWO} (Reuters/AFP)",
        f"{ONE}\n\nBo Ray is a correspondent who was killed in the attack.\n\n{TWO}",
        f"{ONE}\n\nThis video is old.\n\n{TWO}",
    ],
)
def test_ordinary_text_is_body(text: str) -> None:
    assert [kind for kind, _ in kinds(text)] == ["body"]


def test_headline_and_headings() -> None:
    text = f"{TITLE}\n\n{ONE}\n\n{TWO}\n\nThird attack in a week\n\n{THREE}"
    assert [kind for kind, _ in kinds(text)] == ["headline", "body", "headline", "body"]
    assert kind_of("Watch: rockets", f"Watch: rockets fall on the port of Sulina\n\n{ONE}") == "headline"
    assert kind_of("Rockets", f"Rockets Hit Port of Sulina.\n\n{ONE}") == "headline"
    assert kind_of("## Attack", f"{ONE}\n\n## Attack\n{TWO}") == "headline"


def test_lists_are_no_headings() -> None:
    text = f"{ONE}\n\nTwo grain stores\nOne railway station\nOne school\n\n{TWO}"
    assert [kind for kind, _ in kinds(text)] == ["body"]


@pytest.mark.parametrize(
    "row", read_table("page.tsv", ["phrase", "kind", "where", "example"]), ids=lambda row: row["phrase"]
)
def test_every_phrase_in_its_example(row: Row) -> None:
    """The words of the phrase stand in a section of its kind; the article around it is read whole."""
    text = f"{PAGE}\n\n{row['example']}\n\n{TWO}\n\n{THREE}\n\n{ONE}"
    tokens = read_tokens(NLP.make_doc(text))
    begin = len(PAGE)
    offset = text.lower().replace("’", "'").index(row["phrase"].split(" ")[0], begin)
    sections = [
        section
        for section in READER.read(tokens, read_lines(tokens))
        if tokens.starts[section.start] <= offset
    ]
    expected = {"source": ("caption", "byline"), "credit": ("caption", "byline")}.get(
        row["where"], (row["kind"],)
    )
    assert sections[-1].kind in expected
    assert kinds(text)[-1][0] == "body" and kinds(text)[-1][1].endswith(ONE)
    assert any(kind == "body" and ONE in surface for kind, surface in kinds(text)[:3])


FURNITURE = [
    ("By Ann Lee and Bo Ray", "byline"),
    ("Senior Defence Correspondent", "byline"),
    ("Published 5 March 2023 10:15 GMT", "caption"),
    ("(Updated: )", "navigation"),
    ("2 hours ago", "navigation"),
    ("Published: March 5, 2023 | Updated 3 hours ago", "caption"),
    ("By Ann al-Lee", "byline"),
    ("Reuters", "byline"),
    ("Share Tweet Email this", "navigation"),
    ("#7 Liquid error (line 3): not found", "navigation"),
    ("+ There are no comments", "notice"),
    ("Comments (12)", "notice"),
    ("A tank on a bridge. (Ann Lee/AFP via Getty Images)", "caption"),
    ("A tank on a bridge. REUTERS/Ann Lee", "caption"),
    ("(Ann Lee/AFP)", "byline"),
    ("© Getty Images", "byline"),
]


@pytest.mark.parametrize(("line", "kind"), FURNITURE)
def test_furniture(line: str, kind: str) -> None:
    assert kind_of(line, f"{PAGE}\n\n{line}\n\n{ONE}\n\n{TWO}") == kind


def test_links_in_a_line_are_cut_out() -> None:
    assert kinds(f"{ONE} Continue reading...") == [("body", ONE), ("navigation", "Continue reading...")]
    text = f"{TITLE}\n\n{ONE} (Reporting by Ann Lee in Galati; Editing by Bo Ray)"
    assert kinds(text)[1:] == [
        ("body", ONE),
        ("byline", "(Reporting by Ann Lee in Galati; Editing by Bo Ray)"),
    ]
    text = f"{TITLE}\n\n{ONE[:-1]} See all our Danube war coverage {TWO}"
    assert [kind for kind, _ in kinds(text)] == ["headline", "body", "navigation", "body"]


def test_byline_of_a_name_only() -> None:
    text = f"{TITLE}\n\nAnn Maria Lee\n\n5 March 2023 10:15\n\n{ONE}\n\n{TWO}"
    assert [kind for kind, _ in kinds(text)] == ["headline", "byline", "caption", "body"]
    assert kind_of("Ann Maria Lee", f"{TITLE}\n\nAnn Maria Lee\n\n{ONE}") != "byline"


def test_captions_by_credit_and_by_repetition() -> None:
    caption = "Smoke rises over the port of Sulina."
    assert kind_of(caption, f"{PAGE}\n\n{caption}\nPhoto: Example Press\n\n{ONE}") == "caption"
    assert kind_of(caption, f"{PAGE}\n\n{caption}\nImage source: Example Press\n\n{ONE}") == "caption"
    twice = kinds(f"{TITLE}\n\n{ONE}\n\n{caption}\n{caption}\n\n{TWO}")
    assert [kind for kind, _ in twice] == ["headline", "body", "caption", "caption", "body"]
    assert kind_of(caption, f"{PAGE}\n\n{caption}\n\n{ONE}") == "body"


def test_a_menu_is_known_by_half_of_its_items() -> None:
    text = f"Home\nWorld\nDanube\nPolitics\nDelta\nSport\n\n{PAGE}"
    assert [kind for kind, _ in kinds(text)] == ["navigation", "headline", "body"]


def test_biography() -> None:
    name = "Ann Lee is a senior reporter at The Example Daily."
    assert kind_of(name, f"{PAGE}\n\n{name}") == "profile"
    assert kind_of(name, f"{ONE}\n\n{name}\n\n{TWO}") == "body"
    assert kind_of("Lee studied", f"{PAGE}\n\nAnn Lee\n\nReporter\n\nLee studied in Galati.") == "profile"
    assert kind_of("Ann Lee covers", f"{PAGE}\n\nAnn Lee covers for us the towns of the delta.") == "profile"


TEASER = "Mayor of Galati resigns over the bridge"
SUMMARY = (
    "The mayor of Galati has resigned after a court found that the bridge over the "
    "river was never paid for in full."
)


def test_teasers_after_the_article() -> None:
    text = f"{PAGE}\n\nMost read\n\n{TEASER}\n\n{SUMMARY}\n\nShow more"
    assert [kind for kind, _ in kinds(text)] == ["headline", "body", "teaser", "navigation"]


def test_the_article_resumes_after_teasers() -> None:
    assert kinds(f"{PAGE}\n\nMost read\n\n{TEASER}\n\n{TWO}\n\n{THREE}")[-1] == ("body", f"{TWO}\n\n{THREE}")
    assert kinds(f"{PAGE}\n\nRead also\n\n{TEASER}\n\n{TWO}")[-1] == ("body", TWO)
    assert kinds(f"{PAGE}\n\nRead also: {TEASER}\n\n{TWO}")[-1] == ("body", TWO)


def test_no_list_opens_before_the_article() -> None:
    assert kind_of(TWO, f"{TITLE}\n\nMost read\n\n{TWO}\n\nA heading") == "body"
    assert kind_of(TITLE, f"News Feed\n\n{PAGE}") == "headline"


def test_reader_comments_are_no_article() -> None:
    text = f"{PAGE}\n\nComments\n\nbored\n\n{SUMMARY}\n\nsad\n\n{SUMMARY}"
    assert kind_of("sad", text) == "notice"


def test_legal_prose_after_the_copyright() -> None:
    text = f"{PAGE}\n\n© Example Media\n\n{SUMMARY}"
    assert kinds(text)[-1][0] == "notice"


def test_a_teaser_pair_before_furniture() -> None:
    assert kind_of(TEASER, f"{PAGE}\n\n{TEASER}\n{SUMMARY}\nAvatar\nAnn Lee") == "teaser"
    assert kind_of(TEASER, f"{PAGE}\n\n{TEASER}\n{SUMMARY}") == "headline"
    own = f"{PAGE}\n\nThird attack on the port in a week\n{ONE}\n\n{TEASER}\n{SUMMARY}\nAvatar\nAnn Lee"
    assert kind_of(TEASER, own) == "headline"


def test_kinds_are_split_in_three() -> None:
    assert READ_KINDS < MENTION_KINDS
    assert not MENTION_KINDS & LEFT_OUT
    assert len(MENTION_KINDS | LEFT_OUT) == 8


def test_empty() -> None:
    assert kinds("") == [] == kinds(" \n\n ")


@pytest.mark.sources
@pytest.mark.parametrize(
    "line",
    ["menu\tmenus\tline\t0\tMenu", "menu\tnavigation\there\t0\tMenu", "menu\tnavigation\tline\tno\tMenu"],
)
def test_a_broken_table_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: object, line: str) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "page.tsv"
    path.write_text(f"phrase\tkind\twhere\tresumes\texample\n{line}\n", encoding="utf-8")
    monkeypatch.setattr(furniture, "read_table", lambda name, columns: read_table(path, columns))
    with pytest.raises(LexiconError, match=r"page\.tsv, line 2"):
        PageReader(cut)


PARTS = [
    TITLE,
    ONE,
    TWO,
    "Share",
    "Comments",
    "Most read",
    "Ann Lee",
    "Reporter",
    "© Example",
    "Photo: Example",
    "\n",
]


@given(
    st.one_of(
        st.text(max_size=200),
        st.text(alphabet='aB1.?…"“”’(|/©#) \n\r•-', max_size=200),
        st.lists(st.sampled_from(PARTS), max_size=12).map("\n".join),
    )
)
def test_every_word_is_in_one_section(text: str) -> None:
    tokens = read_tokens(NLP.make_doc(text))
    sections = READER.read(tokens, read_lines(tokens))
    assert [word for section in sections for word in range(section.start, section.end)] == list(
        range(len(tokens))
    )
    assert all(section.start < section.end for section in sections)
