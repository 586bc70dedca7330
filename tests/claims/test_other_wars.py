"""Short reports of many wars: each event's type, agents, targets and figures."""

from __future__ import annotations

import pytest

import kursk_ie

# name, text, events as "type agents>targets figures", in text order
CASES = [
    (
        "a verb with a counted object is no participle",
        "Boko Haram insurgents riding more than 50 motorcycles killed at least 81 villagers in Nigeria's Yobe state.",
        ["casualties BOKOHARAM>NGA 81"],
    ),
    (
        "terrorists are those whose attack was told",
        "Nigerian troops repelled an assault by ISWAP on a base in Borno and neutralised 23 terrorists. "
        "Boko Haram, Boko Haram, they cried.",
        ["combat NGA>ISWAP", "casualties NGA>ISWAP 23"],
    ),
    (
        "militants are the group that fights whoever killed them",
        "American airstrikes killed 50 militants, an officer of the SDF said. The Islamic State was silent.",
        ["strike USA>ISIS", "casualties USA>ISIS 50"],
    ),
    (
        "civilians are never a group's own, but of the country where the text is set",
        "RSF fighters shelled a market in El Fasher. The army spoke of RSF losses. "
        "The UN accused the RSF of executing 2,000 civilians.",
        ["strike RSF>SDN", "casualties >RSF", "casualties RSF>SDN 2000"],
    ),
    (
        "civilians where no place is known belong to the country of the other places",
        "Boko Haram fighters killed nine villagers in Tamsu Gana. The Nigerian army has a base at Maiduguri.",
        ["casualties BOKOHARAM>NGA 9"],
    ),
    (
        "have since done it",
        "Somali soldiers have since killed 80 militants of al-Shabaab in Galmudug.",
        ["casualties SOM>ALSHABAAB 80"],
    ),
    (
        "a number of dead that is given, and one that is not",
        "RSF fighters shelled El Fasher. The number of dead is put at 102. In Nyala the number of dead was not known.",
        ["strike RSF>SDN", "casualties RSF>SDN 102"],
    ),
    (
        "suspects that are counted",
        "Mexican soldiers killed 19 suspected cartel members and two rebels.",
        ["casualties MEX> 19 2"],
    ),
    (
        "a participle without an object tells who suffers",
        "The army reports the loss of 20 M23 fighters, killed or wounded over the weekend near Walikale.",
        ["casualties >M23 20"],
    ),
    (
        "the men of whom the text has told",
        "Kyiv spoke of 30 North Korean fighters killed near Sudzha. The men were shot during assaults in Kursk.",
        ["casualties >PRK 30", "casualties >PRK", "combat PRK>"],
    ),
    (
        "together with is not against",
        "North Korean soldiers fought together with Russian units in Kursk.",
        ["combat PRK>"],
    ),
    (
        "its warplanes are the speaker's",
        "Sudan's army said its warplanes struck a depot of the RSF in Nyala.",
        ["strike SDN>RSF"],
    ),
    (
        "rebels of a country fight it",
        "Syrian rebels led by Hayat Tahrir al-Sham entered Aleppo, while government troops retreated to Hama.",
        ["deployment HTS>", "deployment SYR>"],
    ),
    (
        "the army where a group is named",
        "M23 rebels seized the town of Walikale, forcing the army to withdraw, residents said.",
        ["territory M23>COD", "deployment COD>"],
    ),
    (
        "each side's dead",
        "Two soldiers and six M23 rebels were killed near Walikale.",
        ["casualties >COD 2", "casualties >M23 6"],
    ),
    (
        "a junta strikes its own people",
        "A junta airstrike on a village in Myanmar's Sagaing region killed at least 27 people and wounded 30.",
        ["strike MMR>MMR", "casualties MMR>MMR 27 30"],
    ),
    (
        "a participle has the doer of what came before",
        "Fano fighters ambushed an Ethiopian army convoy in Amhara, killing 15 soldiers and destroying three trucks.",
        ["combat FANO>ETH", "casualties FANO>ETH 15", "equipment_loss FANO>ETH 3"],
    ),
    (
        "two who act together",
        "Rwandan troops and the Mozambican army repelled an assault by Islamic State-linked insurgents on Macomia.",
        ["combat RWA MOZ>ISIS"],
    ),
    (
        "two who fight each other",
        "Thai and Cambodian soldiers exchanged fire near a temple on Thursday.",
        ["combat THA>KHM"],
    ),
    (
        "civilians of the speaker",
        "Pakistan said 26 civilians were killed by Indian missiles.",
        ["casualties IND>PAK 26"],
    ),
    (
        "soldiers of the speaker, attackers not counted",
        "Niger's army said 34 soldiers were killed in an attack by hundreds of gunmen near the border with Mali.",
        ["casualties >NER 34", "combat NER>"],
    ),
    (
        "who is accused of it",
        "Yerevan accused Baku of shelling Armenian positions near Sotk.",
        ["strike AZE>ARM"],
    ),
    (
        "killed in a strike by the speaker",
        "Israel's military said it killed a Hezbollah commander in a drone strike in southern Lebanon.",
        ["casualties ISR>HEZBOLLAH", "strike ISR>LBN"],
    ),
    (
        "sanctions on a leader",
        "The United States imposed sanctions on an RSF leader and seven companies over the war in Sudan.",
        ["sanction USA>RSF 7"],
    ),
    (
        "a treasury that announces sanctions",
        "The U.S. Treasury announced sanctions on nine Houthi officials over the war in Yemen.",
        ["sanction USA>HOUTHI 9"],
    ),
    (
        "made elsewhere",
        "Russia bombarded Ukraine with Iranian-made drones.",
        ["strike RUS>UKR"],
    ),
    (
        "peacekeepers are nobody's dead",
        "Thirteen peacekeepers were killed in clashes with M23 rebels near Goma.",
        ["casualties > 13", "combat >M23"],
    ),
    (
        "troops flee, people flee",
        "Syrian soldiers fled Hama as the rebels of HTS came near. Thousands of residents fled Homs.",
        ["deployment SYR>", "displacement >SYR 2000"],
    ),
    (
        "a fight of the speaker's own",
        "Ukraine's defence minister confirmed the first clashes with North Korean soldiers.",
        ["combat UKR>PRK"],
    ),
    (
        "several units",
        "Russian troops killed 300 Ukrainian soldiers near Lyman. "
        "The ministry credited the 810th brigade with 40 and the 155th brigade with up to 60.",
        ["casualties RUS>UKR 300", "casualties RUS>UKR 40", "casualties RUS>UKR 60"],
    ),
    (
        "leaders act for their side",
        "Putin annexed four Ukrainian regions in the midst of the war.",
        ["territory RUS>UKR 4"],
    ),
    (
        "the attack told before",
        "JNIM militants attacked a military base in Djibo in Burkina Faso. The army has not commented on the attack.",
        ["combat JNIM>BFA"],
    ),
    (
        "people who flee are those of the land",
        "RSF fighters shelled El Fasher. More than 3,000 people have fled Shangil.",
        ["strike RSF>SDN", "displacement >SDN 3001"],
    ),
    (
        "whom a side takes prisoner",
        "RSF fighters shelled El Fasher. The Sudanese army captured 40 men at Shangil.",
        ["strike RSF>SDN", "prisoners SDN>RSF 40"],
    ),
    (
        "the government is the state that fights, the gang the group that fights it",
        "The Sinaloa Cartel attacked Mexican soldiers in Culiacan. The government sent 1,000 troops to the city. "
        "The gang shot down a helicopter.",
        ["combat SINALOA>MEX", "deployment MEX> 1000", "equipment_loss SINALOA>MEX"],
    ),
    (
        "a government of elsewhere, government officials",
        "The Sinaloa Cartel attacked Mexican soldiers in Culiacan. The government of Oombeki sent 1,000 troops.",
        ["combat SINALOA>MEX", "deployment > 1000"],
    ),
    (
        "the subject of a participle after its clause",
        "The SDF declared victory after capturing the town of Baghouz in Syria from the Islamic State.",
        ["territory SDF>ISIS"],
    ),
    (
        "whoever fought does what a participle tells afterwards",
        "Iraqi forces fought the Islamic State for weeks before taking Mosul in Iraq.",
        ["combat IRQ>ISIS", "territory IRQ>ISIS"],
    ),
    (
        "a further verb has the subject of the first, not its object",
        "Hezbollah said it fired rockets at an Israeli base near Safed and hit a tank, killing its crew.",
        ["strike HEZBOLLAH>ISR", "strike HEZBOLLAH>ISR", "casualties HEZBOLLAH>ISR"],
    ),
    (
        "a speaker's troops are his, whoever the army of the text is",
        "Sudan's army shelled Nyala. The RSF said its troops had killed 20 soldiers in an ambush near Kosti.",
        ["strike SDN>SDN", "casualties RSF>SDN 20", "combat RSF>SDN"],
    ),
    (
        "nor are they his where another is named before them",
        "Biden told Putin that his soldiers were beaten back by Ukrainian troops near Izyum.",
        ["combat UKR>RUS"],
    ),
    (
        "soldiers of whom an army tells that they died are its own",
        "Israeli jets killed nine Lebanese villagers in Tyre. Israel's army acknowledged that three reservists died.",
        ["casualties ISR>LBN 9", "casualties >ISR 3"],
    ),
    (
        "what a speaker says it lost is its own",
        "Pakistani troops killed ten terrorists in Tank. The Tehrik-i-Taliban Pakistan claimed it had lost three men.",
        ["casualties PAK>TTP 10", "casualties >TTP 3"],
    ),
    (
        "an army may hurt the people of its own land",
        "Junta jets bombed the village of Papun in Myanmar, killing seven villagers. The Arakan Army is far away.",
        ["strike MMR>MMR", "casualties MMR>MMR 7"],
    ),
    (
        "a fight told before does not tell who killed whom later",
        "Abu Sayyaf gunmen fought Philippine soldiers near Isabela. A truck came. Nine soldiers and two rebels died "
        "near Isabela, a doctor said.",
        ["combat ABUSAYYAF>PHL", "casualties >PHL 9", "casualties >ABUSAYYAF 2"],
    ),
    (
        "a sum of many days is no one attack's doing",
        "Israeli jets bombed Tyre in Lebanon. The toll in Tyre since October 2023 stood at 2,464 dead.",
        ["strike ISR>LBN", "casualties >LBN 2464"],
    ),
    (
        "one name before and opens no clause of its own",
        "Hezbollah and allied fighters have captured the town of Qusayr in Syria, Syrian officials said.",
        ["territory HEZBOLLAH>"],
    ),
    (
        "whoever stops an attack did not make it",
        "Indian soldiers foiled an infiltration bid at Uri in Kashmir. Pakistan was silent.",
        ["combat >IND"],
    ),
    (
        "an attack comes from somebody, though words stand between",
        "Lebanese soldiers near Tyre came under fire from Israeli tanks, the worst shelling in years from Israel.",
        ["combat ISR>LBN", "strike ISR>LBN"],
    ),
    (
        "a further verb has the doer of the first, be he named or the speaker",
        "Our commandos killed all 33 terrorists and freed 354 hostages near Sibi, Pakistan's army said. "
        "The Balochistan Liberation Army was silent.",
        ["casualties PAK>BLA 33", "prisoners PAK> 354"],
    ),
    (
        "that it, after a speaker's other claim, is the speaker",
        "Sudan's army fought on. The RSF said its fighters rested after inflicting losses on army troops, "
        "and that it had shot down a drone.",
        ["combat SDN>RSF", "casualties RSF>SDN", "equipment_loss RSF>SDN"],
    ),
    (
        "those whom a fight killed, counted, are not its subject",
        "Tuareg rebels say they killed 84 Wagner fighters and 47 Malian soldiers in three days of fighting.",
        ["casualties TUAREG>WAGNER 84", "casualties TUAREG>MLI 47", "combat TUAREG>MLI"],
    ),
    (
        "what a speaker's enemy did, the speaker did not",
        "The Russian defence ministry said no planes were damaged in a Ukrainian drone attack on a Russian air base.",
        ["equipment_loss >", "strike UKR>RUS"],
    ),
    (
        "forces by the names that newsrooms give them",
        "Frontier Corps soldiers killed nine Baloch separatists near Turbat. "
        "Karen rebels seized the town of Kawkareik in Myanmar from the Myanmar army.",
        ["casualties PAK>BLA 9", "territory KNLA>MMR"],
    ),
    (
        "what they did then",
        "Russian troops blew up a Ukrainian base and then shelled Kherson in Ukraine.",
        ["strike RUS>UKR", "strike RUS>UKR"],
    ),
    (
        "two names after a conjunction are one subject",
        "Two men were freed after Ukraine and Russia exchanged 40 prisoners.",
        ["prisoners > 2", "prisoners UKR RUS>UKR RUS 40"],
    ),
    (
        "who says that a base was hit has not said that he did it",
        "A Russian airbase near Kursk was struck on Wednesday, a senior Ukrainian official said.",
        ["strike >RUS"],
    ),
]


@pytest.mark.parametrize(("name", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_events(name: str, text: str, expected: list[str]) -> None:
    told = []
    for event in kursk_ie.extract(text, published="2025-03-14").events:
        agents = " ".join(party.code for party in event.agents)
        targets = " ".join(party.code for party in event.targets)
        figures = "".join(
            f" {figure.min if figure.min is not None else figure.max}" for figure in event.figures
        )
        told.append(f"{event.type} {agents}>{targets}{figures}")
    assert told == expected
