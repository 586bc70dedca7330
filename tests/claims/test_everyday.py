"""Everyday news and features: whatever their words of war, they tell no event; news of war keeps its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import kursk_ie

ARTICLES = {
    "football": (
        "Riverton captured the cup on Saturday after a fierce battle with their old rivals in front "
        "of 60,000 fans. The home side launched attack after attack in the first half, and their "
        "captain fired two shots against the bar before the break. Northgate lost two defenders to "
        "injury and could not hold the lead. The visitors fought back late, but the goalkeeper "
        'repelled a final strike in the 94th minute. "We were under siege and we survived," the coach '
        "said."
    ),
    "tennis": (
        "The top seed crushed her opponent in straight sets on Tuesday to advance to the third round "
        "in Melbourne. She attacked the second serve from the start and captured four breaks in an "
        "hour. The Czech player, who had been injured for two months, fought hard in the second set "
        'but surrendered her serve at 4-4. "She killed me with that forehand," the loser said with a '
        "smile. Some 12,000 spectators stayed until midnight to watch."
    ),
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
    "video game": (
        "The new shooter from the Polish studio sends players into a ruined city where they fight "
        "waves of robots and capture enemy bases. Each mission ends in a huge battle: in one, forty "
        "tanks storm a bridge while players shoot down helicopters. The game sold two million copies "
        "in its first week. Reviewers liked the weapons and the artillery, though some complained "
        "that enemy soldiers die too easily. An expansion with a new campaign and three maps is "
        "planned for autumn."
    ),
    "stock market": (
        "Shares fell sharply on Wall Street on Thursday, with the main index losing 2.3 percent in "
        "its worst day since March. Technology stocks led the retreat as investors fled to bonds and "
        "gold. The bank's stock was hit hardest, dropping 9 percent after it reported losses of 400 "
        "million dollars. Analysts said the sell-off had wiped out this year's gains. The dollar "
        "advanced against the euro, and oil prices exploded to a two-year high before they were "
        "driven back."
    ),
    "takeover battle": (
        "The battle for control of the supermarket chain intensified on Monday when a rival launched "
        "a hostile offer worth 4 billion pounds. The family that holds 31 percent of the shares has "
        "vowed to fight off the bid, and its bankers have launched a counterattack. Two directors "
        "were fired last week after they broke ranks. The company has lost ground to discounters and "
        "plans to close 80 stores, a move that will cost 3,000 workers their jobs. Unions threatened "
        "strikes."
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
    "plane accident": (
        "A small passenger plane crashed into a hillside in Nepal on Thursday, killing all 19 people "
        "on board. Rescuers recovered 15 bodies before dark and said four were still missing. The "
        "aircraft had lost contact with the tower ten minutes after takeoff. Witnesses heard an "
        "explosion and saw a column of smoke. The airline has lost two planes in five years. "
        "Investigators have found one of the flight recorders, the civil aviation authority said."
    ),
    "wildfire": (
        "A wildfire driven by strong winds destroyed 300 homes in northern California on Monday and "
        "forced 12,000 residents to flee. Nearly 2,000 firefighters battled the blaze from the ground "
        "while helicopters dropped water. Two people died in their car as they tried to escape. The "
        'governor ordered the evacuation of three more towns and sent the National Guard to help. "We '
        'are losing ground," the fire chief said. The flames had advanced eight kilometres overnight.'
    ),
    "earthquake": (
        "A powerful earthquake struck the coast of Chile before dawn on Wednesday, killing at least "
        "44 people and injuring hundreds. The tremor hit the port of Valdivia hardest, where two "
        "blocks of flats collapsed. Rescue teams pulled 30 survivors from the rubble, and dozens were "
        "still missing. The army sent 500 soldiers to help and to keep order. Some 9,000 people were "
        "evacuated because of a tsunami warning. The death toll was expected to rise, the interior "
        "minister said."
    ),
    "hurricane": (
        "Hurricane Dora slammed into the Gulf coast on Friday, knocking out power to a million homes "
        "and killing seven people. Winds of 200 kilometres an hour destroyed roofs and sank 40 boats "
        "in the harbour. Authorities evacuated 60,000 residents ahead of the storm. A hospital was "
        "hit by falling trees. The governor deployed 1,000 National Guard troops with trucks and "
        "generators. Forecasters warned that a second storm was advancing across the Atlantic and "
        "might strike next week."
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
    "strike of nurses": (
        "Thousands of nurses went on strike across England on Wednesday in the biggest walkout in the "
        "history of the health service. The strike hit 65 hospitals, where 20,000 operations were "
        "cancelled. Union leaders said members had been forced to act after talks broke down. "
        "Ministers attacked the decision, and an army of agency staff was sent to the worst-hit "
        "wards. A second strike is planned for next week. The union has rejected an offer of four "
        "percent."
    ),
    "Second World War": (
        "The museum's new exhibition tells the story of the summer of 1944, when Allied troops landed "
        "in Normandy and fought their way to Paris. Letters by soldiers killed on the beaches hang "
        "beside maps of the German defences. In June 1944 some 156,000 men crossed the Channel; 4,400 "
        "of them died on the first day. Visitors can see a tank that was captured near Caen. The "
        "exhibition, which marks the 80th anniversary of the liberation, is open until October."
    ),
    "film review": (
        "In his new film the director sends a young lieutenant into the trenches of 1917, where he "
        "loses his men one by one. The battle scenes are shot with great skill: shells explode, "
        "horses die, and a village is set ablaze. Yet the heart of the story is the friendship of two "
        "wounded soldiers. The lead actor captures the fear of a boy who has killed for the first "
        "time. The film hit theatres on Friday and took 12 million dollars."
    ),
    "cooking": (
        "To keep the meat tender, fire up the grill early and strike a balance between smoke and "
        "heat. Pound the garlic with salt, add a bomb of chilli, and drop the prawns into the hot "
        "oil; they will explode with flavour. Kill the heat after two minutes. Shell the peas, blast "
        "the sauce in a blender, and release the steam before you open the lid. Serve with bread and "
        "a sharp salad. Leftovers hold for three days."
    ),
    "travel": (
        "The old fortress above the town was besieged three times and fell to the Ottomans in 1541; "
        "today it has been captured by cafés and cats. A path through the vineyards crosses the river "
        "and reaches the summit in two hours. In July thousands of visitors invade the narrow "
        "streets, so come in May. The battle for a table by the harbour begins at seven. We left the "
        "town at dawn and headed to the coast, where ferries for the islands depart."
    ),
    "science": (
        "Astronomers have watched a star explode in a galaxy 60 million light years away, and the "
        "blast may solve an old puzzle. The telescope captured the first minutes of the explosion, "
        "when a shock wave tore through the outer layers. Atoms were bombarded with neutrons and new "
        "elements were formed. The team released its data on Monday. Similar stars usually die after "
        'ten million years. "We hit the jackpot," said the Dutch physicist who leads the project.'
    ),
    "shooting of a film": (
        "Shooting of the third part of the series began in Morocco on Monday with 200 crew members "
        "and 900 extras. The cameras shot a chase through the old market, and a second unit will "
        "shoot in Jordan in June. The director fired two assistants after a row over the budget. An "
        "explosion that was planned for the final scene has been dropped. Residents complained that "
        "the convoy of trucks occupied the square for a week. The film will be released next year."
    ),
    "police raid on drug dealers": (
        "Police arrested 14 people and seized half a tonne of cocaine in raids on nine houses in "
        "Antwerp on Thursday. Some 200 officers took part in the operation, which targeted a gang "
        "that smuggles drugs through the port. One suspect opened fire on a patrol and was wounded in "
        "the leg. Officers captured two rifles, a pistol and 3 million euros in cash. The gang's "
        "leader fled to Dubai last year. A judge ordered the detention of eight of the men."
    ),
    "school bus": (
        "A school bus with 32 children on board left the road near Tulsa on Friday and hit a tree. "
        "Eleven pupils were taken to hospital with cuts and bruises, and the driver suffered a broken "
        "arm. The children were evacuated through the rear window by a teacher. Police said the "
        "driver had swerved to avoid a dog. No one was killed. Parents were told to collect their "
        "children from a church hall, where volunteers had gathered with blankets."
    ),
    "space launch": (
        "The company launched its biggest rocket from Texas on Sunday, but the booster exploded over "
        "the sea four minutes after lift-off. Engineers lost contact with the upper stage, which was "
        "carrying 24 satellites. Debris rained down on an empty stretch of ocean, and 60 flights were "
        "diverted. It was the third loss of a rocket this year. The launch site was not damaged. The "
        "firm will deploy a new engine and hopes to strike back with another attempt in March."
    ),
    "mass shooting": (
        "A gunman opened fire at a shopping mall in Ohio on Saturday, killing three people and "
        "wounding eight before he was shot dead by police. Witnesses described scenes of panic as "
        "shoppers fled through the emergency exits. The attacker, a former employee aged 24, had "
        "posted threats on the internet. Detectives found two rifles in his car. The mayor called it "
        "the worst attack in the history of the town. Five of the wounded were released from hospital "
        "on Sunday."
    ),
    "air force anniversary show": (
        "A crowd of 30,000 watched the air show at the old airbase on Sunday, where jets from six "
        "nations flew in formation. A vintage bomber crossed the field, and paratroopers landed in "
        "front of the stands. Two visitors were hurt when a tent collapsed in the wind. The show "
        "raised money for veterans. The organisers deployed 400 volunteers and closed the road to the "
        "village. Next year a helicopter display will mark the centenary of the base."
    ),
    "trade dispute": (
        "Beijing hit back at Washington on Friday with tariffs on 300 American products, escalating a "
        "trade war that has battered farmers on both sides. The move targets soybeans, whiskey and "
        "aircraft parts. The White House attacked the decision and threatened fresh measures. Markets "
        "retreated, and the yuan fell to its lowest level in a year. Economists said neither side was "
        "ready to surrender. Talks to end the battle are to resume in Geneva next month."
    ),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_no_event(name: str) -> None:
    extraction = kursk_ie.extract(ARTICLES[name], published="2025-03-14")
    assert [event.trigger.text for event in extraction.events] == []


@pytest.mark.parametrize("name", ARTICLES)
def test_length(name: str) -> None:
    assert 60 <= len(ARTICLES[name].split()) <= 120


PASSAGES = [
    json.loads(line)
    for line in (Path(__file__).parent / "everyday.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("row", PASSAGES, ids=lambda row: row["name"])
def test_passage(row: dict[str, object]) -> None:
    """A passage tells events of the types that its row names, and none where it names none."""
    told = {event.type for event in kursk_ie.extract(str(row["text"]), published="2025-03-14").events}
    expected = set(map(str, row["events"])) if isinstance(row["events"], list) else set()
    assert expected <= told if expected else not told
