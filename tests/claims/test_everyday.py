"""Everyday news: whatever its figures and its words of war, it tells no event."""

from __future__ import annotations

import pytest

import kursk_ie

ARTICLES = {
    "boxing": (
        "The champion defended his title on Saturday night in Las Vegas, knocking out the challenger "
        "in the seventh round of a brutal fight. The Briton landed 112 punches and hit his man with a "
        "left hook that ended the battle. The loser was taken to hospital with a cut and a broken "
        "nose, his manager said. Two judges had him ahead before the explosion of the sixth round. A "
        "rematch could draw 80,000 people to the stadium next year."
    ),
    "chess": (
        "The Indian grandmaster sacrificed a knight on move 23 and launched an assault on the black "
        "king that nobody saw coming. His Chinese opponent defended well and captured two pawns, but "
        "the white rooks broke through on the h-file. With both players short of time the queen was "
        "exchanged and the bishop was lost. Black surrendered after 61 moves. It was the third "
        "victory of the tournament for the teenager, who took the lead with six points out of eight."
    ),
    "stock market": (
        "Shares fell sharply on Wall Street on Thursday, with the main index losing 2.3 percent in "
        "its worst day since March. Technology stocks led the retreat as investors fled to bonds and "
        "gold. The bank's stock was hit hardest, dropping 9 percent after it reported losses of 400 "
        "million dollars. Analysts said the sell-off had wiped out this year's gains. The dollar "
        "advanced against the euro, and oil prices exploded to a two-year high before they were "
        "driven back."
    ),
    "court case": (
        "A court in Leeds sentenced two brothers to six years in prison on Wednesday for fraud that "
        "robbed 140 pensioners of their savings. The judge rejected the defence's claim that the pair "
        "had been forced to take part. Prosecutors dropped charges against a third man, who was "
        "released in May. The brothers had used the money to buy cars and a boat, which police "
        "seized. One of the victims died before the trial. Lawyers said they would launch an appeal."
    ),
    "murder trial": (
        "A nurse accused of killing her husband told a jury on Tuesday that she had acted in self- "
        "defence. The prosecution says she stabbed him to death in their kitchen in Bristol in 2022 "
        "and hid the body in the garden. A neighbour heard a gunshot, the court was told, but no "
        "weapon was found. The woman was arrested two days later. Her daughter, who was wounded in "
        "the arm, is expected to give evidence on Friday. The trial continues."
    ),
    "car crash": (
        "Four people were killed and two badly injured when a lorry hit a minibus on the motorway "
        "near Lyon early on Sunday. The bus, which carried members of a choir, burst into flames "
        "after the collision. Firefighters took an hour to free the driver. The dead were two men and "
        "two women, police said. A child was flown to hospital by helicopter. The road was closed for "
        "six hours, and officers appealed for witnesses to come forward."
    ),
    "epidemic": (
        "Cholera has killed 120 people in the south of the country since May, the health ministry "
        "said on Tuesday. More than 4,000 cases were reported last week alone, and hospitals are "
        "overwhelmed. Doctors are fighting the outbreak with a vaccination campaign that will target "
        "300,000 children. Two nurses died after they had been infected at work. The World Health "
        "Organization has sent 20 experts to the capital. Officials fear that the rains will help the "
        "disease to spread."
    ),
    "election": (
        "The opposition captured 14 seats in Sunday's regional election and seized control of the "
        "assembly for the first time in 30 years. The governing party lost the capital and held only "
        "two of its strongholds. Its leader conceded defeat after midnight. The campaign had been a "
        "bitter battle over taxes and hospitals, and both camps attacked each other until the last "
        "day. Turnout rose to 71 percent. The winner promised to fight corruption and to defend the "
        "rights of workers."
    ),
    "travel": (
        "The old fortress above the town was besieged three times and fell to the Ottomans in 1541; "
        "today it has been captured by cafés and cats. A path through the vineyards crosses the river "
        "and reaches the summit in two hours. In July thousands of visitors invade the narrow "
        "streets, so come in May. The battle for a table by the harbour begins at seven. We left the "
        "town at dawn and headed to the coast, where ferries for the islands depart."
    ),
    "school bus": (
        "A school bus with 32 children on board left the road near Tulsa on Friday and hit a tree. "
        "Eleven pupils were taken to hospital with cuts and bruises, and the driver suffered a broken "
        "arm. The children were evacuated through the rear window by a teacher. Police said the "
        "driver had swerved to avoid a dog. No one was killed. Parents were told to collect their "
        "children from a church hall, where volunteers had gathered with blankets."
    ),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_no_event(name: str) -> None:
    extraction = kursk_ie.extract(ARTICLES[name], published="2025-03-14")
    assert [event.trigger.text for event in extraction.events] == []


@pytest.mark.parametrize("name", ARTICLES)
def test_length(name: str) -> None:
    assert 60 <= len(ARTICLES[name].split()) <= 120
