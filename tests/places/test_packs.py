"""Packs of places: built from GeoNames' form and from tables, read back, and refused when broken."""

from __future__ import annotations

import lzma
from collections.abc import Callable
from pathlib import Path

import pytest

import kursk_ie
from kursk_ie.cli import main
from kursk_ie.errors import LexiconError
from kursk_ie.mentions.gazetteer.build import build_pack
from kursk_ie.mentions.gazetteer.pack import Pack
from kursk_ie.mentions.gazetteer.spellings import arabic
from kursk_ie.pipeline.loading import make_tokenizer
from kursk_ie.results import Place


def dump_line(
    id: int, name: str, others: str, place: tuple[float, float], kind: str, cc: str, admin1: str, people: int
) -> str:
    """A line of the 19 columns that GeoNames' readme gives."""
    group, code = kind.split(".")
    cells = [
        str(id),
        name,
        name,
        others,
        str(place[0]),
        str(place[1]),
        group,
        code,
        cc,
        "",
        admin1,
        "",
        "",
        "",
    ]
    return "\t".join([*cells, str(people), "", "180", "Europe/Moscow", "2024-01-01"])


DUMP = [
    dump_line(1, "Kurskaya Oblast’", "Курская область", (51.7, 36.2), "A.ADM1", "RU", "41", 0),
    dump_line(2, "Dubravnoye", "Дубравное", (51.2, 35.1), "P.PPL", "RU", "41", 120),
    dump_line(3, "Yëlkino-Zarech’ye", "Ёлкино-Заречье", (51.3, 35.2), "P.PPL", "RU", "41", 40),
    dump_line(4, "Thunder", "", (51.4, 35.3), "P.PPL", "RU", "41", 10),
    dump_line(5, "Some Hill", "", (51.4, 35.3), "T.HLL", "RU", "41", 0),
    dump_line(6, "Zhovtokamin", "Жовтокамінь", (51.5, 34.2), "P.PPL", "UA", "21", 300),
]


def cut(phrase: str) -> list[str]:
    return [token.text for token in make_tokenizer()(phrase)]


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "RU.txt"
    path.write_text("\n".join(DUMP) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def pack(tmp_path: Path, dump: Path) -> Path:
    path = tmp_path / "places.pack"
    build_pack(path, cut, dumps=[dump])
    return path


def test_a_dump_of_geonames_becomes_a_pack(pack: Path) -> None:
    places = Pack(pack)
    assert len(places) == 5  # all but the hill
    row, common = places.named("dubravnoye")[0]
    assert (row.id, row.country, row.admin1, row.feature) == ("gn:2", "RUS", "Kursk Oblast", "settlement")
    assert (row.latitude, row.longitude, row.population, common) == (51.2, 35.1, 120, False)


@pytest.mark.parametrize(
    ("spelling", "id"),
    [
        ("dubravnoe", "gn:2"),  # without the y of the dump
        ("dubravne", "gn:2"),  # a Russian village as Ukrainian texts spell it
        ("yolkino - zarechye", "gn:3"),  # ё, no apostrophe, cut as the tokenizer cuts
        ("elkino zareche", "gn:3"),
        ("zhovtokamin", "gn:6"),
    ],
)
def test_names_are_spelt_as_newsrooms_spell_them(pack: Path, spelling: str, id: str) -> None:
    assert [row.id for row, _ in Pack(pack).named(spelling)] == [id]


def test_a_name_that_is_a_word_is_marked(pack: Path) -> None:
    assert Pack(pack).named("thunder")[0][1]


def test_the_file_of_alternate_names_adds_names(tmp_path: Path, dump: Path) -> None:
    names = tmp_path / "alternateNamesV2.txt"
    names.write_text(
        "7\t2\tru\tСтаробубново\t\t\t\t1\t\t\n8\t2\tlink\thttps://example.org\t\t\t\t\t\t\n", encoding="utf-8"
    )
    path = tmp_path / "more.pack"
    build_pack(path, cut, dumps=[dump], alternates=names)
    assert [row.id for row, _ in Pack(path).named("starobubnovo")] == ["gn:2"]


def test_places_that_share_a_point_have_the_precision_of_their_district(tmp_path: Path) -> None:
    table = tmp_path / "more.tsv.xz"
    lines = [
        f"k:{n}\t{name}\tRU\tKursk\t51.5\t35.5" for n, name in enumerate(["Aglukha", "Beglukha", "Veglukha"])
    ]
    with lzma.open(table, "wt", encoding="utf-8") as file:
        file.write("id\tname\tcc\tadmin1\tlat\tlon\n" + "\n".join(lines) + "\n")
    path = tmp_path / "more.pack"
    assert build_pack(path, cut, tables=[table]) == 3
    row = Pack(path).named("aglukha")[0][0]
    assert (row.exact, row.latitude, row.admin1) == (False, 51.5, "Kursk Oblast")


def place_of(text: str, name: str, gazetteer: Path | None) -> Place | None:
    mentions = kursk_ie.load(gazetteer=gazetteer)(text)._.kursk_ie.mentions
    return next((m for m in mentions if isinstance(m, Place) and m.text == name), None)


def test_the_pack_resolves_what_the_other_tiers_lack(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Shells fell near Dubravnoye in the Kursk region."
    without, within = place_of(text, "Dubravnoye", None), place_of(text, "Dubravnoye", pack)
    assert without is not None and not without.resolved
    assert within is not None and within.gazetteer_id == "gn:2" and within.precision == "point"
    monkeypatch.setenv("KURSK_IE_GAZETTEER", str(pack))
    told = place_of(text, "Dubravnoye", None)
    assert told is not None and told.gazetteer_id == "gn:2"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They heard Thunder in Russia.", False),
        ("Troops left Thunder, Kursk Oblast, at dawn.", True),
        ("Shells hit the village of Thunder in Russia.", True),
    ],
)
def test_a_name_that_is_a_word_needs_its_region(pack: Path, text: str, found: bool) -> None:
    assert (place_of(text, "Thunder", pack) is not None) is found


def test_a_name_of_a_country_that_the_text_does_not_speak_of_is_left_alone(pack: Path) -> None:
    assert place_of("Doctors praised Dubravnoye, Elena and others.", "Dubravnoye", pack) is None


def broken(tmp_path: Path, change: Callable[[list[str]], list[str]]) -> Path:
    path = tmp_path / "bad.txt"
    path.write_text("\n".join(change(list(DUMP))) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda lines: [lines[0], "1\tonly\tthree"], "line 2: 3 columns"),
        (lambda lines: [lines[1].replace("51.2", "95.2")], "line 1: latitude '95.2'"),
        (lambda lines: [lines[0], lines[1].replace("120", "many")], "line 2: population 'many'"),
        (lambda lines: [lines[4]], "no place"),
    ],
)
def test_a_broken_dump_is_told_with_its_line(
    tmp_path: Path, change: Callable[[list[str]], list[str]], message: str
) -> None:
    with pytest.raises(LexiconError, match=message):
        build_pack(tmp_path / "x.pack", cut, dumps=[broken(tmp_path, change)])


@pytest.mark.parametrize(
    "spoil", [lambda data: data[: len(data) // 2], lambda data: data[:-9] + b"123456789"]
)
def test_a_damaged_pack_is_refused(pack: Path, spoil: Callable[[bytes], bytes]) -> None:
    pack.write_bytes(spoil(pack.read_bytes()))
    with pytest.raises(LexiconError, match=r"damaged.*places build"):
        Pack(pack)


def test_a_missing_gazetteer_is_an_error_and_not_an_empty_result(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"gone\.pack"):
        kursk_ie.load(gazetteer=tmp_path / "gone.pack")


def test_the_commands_build_and_resolve(
    tmp_path: Path, dump: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "cli.pack"
    assert main(["places", "build", "--geonames", str(dump), "--out", str(path)]) == 0
    assert "5 places" in capsys.readouterr().err
    assert (
        main(["places", "resolve", "Dubravnoye", "--context", "the Kursk region", "--gazetteer", str(path)])
        == 0
    )
    told = capsys.readouterr().out
    assert "gn:2" in told and "because: the text names Kursk Oblast" in told
    assert main(["places", "resolve", "Vorozhba"]) == 1
    assert "nothing in the text tells which" in capsys.readouterr().out
    assert main(["places", "build", "--out", str(path)]) == 2


def test_arabic_spellings_come_in_one_order() -> None:
    """Else a pack would have other bytes at each build."""
    assert list(dict.fromkeys(arabic("Tall Dayrah"))) == [
        *("Tall Dayrah", "Tall Dayra", "Tall Deirah", "Tall Deira"),
        *("Tal Dayrah", "Tal Dayra", "Tell Dayrah", "Tell Dayra"),
    ]
