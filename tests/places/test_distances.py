"""Distances and directions: what the text gives, and which places lie so."""

from __future__ import annotations

import pytest

from kursk_ie.mentions.gazetteer.rows import GazetteerRow
from kursk_ie.mentions.places.distances import Measure, bearing, measures
from kursk_ie.mentions.places.drafts import Draft
from kursk_ie.pipeline.loading import make_tokenizer
from kursk_ie.text.tokens import Tokens, read_tokens

_TOKENIZER = make_tokenizer()

GIVEN = [
    ("Xa, six kilometres north of Yb, fell.", 6.0, 0),
    ("Xa, 12 km south-west of Yb, fell.", 12.0, 225),
    ("Xa lies five miles (8 km) east of Yb.", 8.045, 90),
    ("Xa is a dozen kilometers from Yb.", 12.0, None),
    ("Xa, a 20-kilometre drive from Yb", None, None),
    ("Xa near Yb was hit.", 0.0, None),
    ("Xa fell. Six kilometres north of Yb a bridge burned.", None, None),
    ("Xa, six of Yb", None, None),
    ("Xa, six kilometres north of the city of Yb", None, None),
]


def _read(text: str) -> tuple[Tokens, list[Draft]]:
    tokens = read_tokens(_TOKENIZER(text))
    return tokens, [Draft(at, at + 1, at + 1) for at in map(tokens.words.index, ("Xa", "Yb"))]


@pytest.mark.parametrize(("text", "distance", "direction"), GIVEN, ids=[row[0] for row in GIVEN])
def test_given(text: str, distance: float | None, direction: float | None) -> None:
    found = measures(*_read(text))
    if distance is None:
        assert found == {}
    else:
        assert found == {0: Measure(1, pytest.approx(distance), direction)}  # type: ignore[arg-type]


def _at(latitude: float | None, longitude: float | None) -> GazetteerRow:
    return GazetteerRow("t:1", "X", "RUS", "", "settlement", latitude, longitude, 0, True)


SUDZHA = _at(51.19, 35.27)


@pytest.mark.parametrize(
    ("measure", "row", "holds"),
    [
        (Measure(1, 11, 0), _at(51.29, 35.27), True),  # a tenth of a degree north is eleven kilometres
        (Measure(1, 11, 180), _at(51.29, 35.27), False),
        (Measure(1, 11, None), _at(51.09, 35.27), True),
        (Measure(1, 30, 0), _at(51.29, 35.27), False),
        (Measure(1, 0, None), _at(51.4, 35.27), True),
        (Measure(1, 0, None), _at(52.0, 35.27), False),
        (Measure(1, 11, 0), _at(None, None), False),
    ],
)
def test_holds(measure: Measure, row: GazetteerRow, holds: bool) -> None:
    assert measure.holds(row, SUDZHA) is holds


@pytest.mark.parametrize(("end", "degrees"), [((1, 0), 0), ((0, 1), 90), ((-1, 0), 180), ((0, -1), 270)])
def test_bearing(end: tuple[float, float], degrees: float) -> None:
    assert bearing((0, 0), end) == pytest.approx(degrees)
