"""Small words and names that make another claim, and those that do not: a pair a row."""

from __future__ import annotations

import pytest

from claims.matching import Match, Side, Verdict, compare, sketch
from claims.parties import load_catalogue

TWO_CLAIMS = """
a bound | US forces killed more than 100 civilians in Raqqa.
    | US forces killed fewer than 100 civilians in Raqqa.
a bound | At least 40 people were killed in Ostvik. | At most 40 people were killed in Ostvik.
a bound | At least 40 people were killed in Ostvik. | 40 people were killed in Ostvik.
a bound | Up to 300 North Korean soldiers died in Kursk.
    | Over 300 North Korean soldiers died in Kursk.
a bound | Nearly half of Gaza's hospitals were destroyed.
    | More than half of Gaza's hospitals were destroyed.
a bound | Nearly 300 soldiers died in Kursk. | 300 soldiers died in Kursk.
a bound | Russia controls 90% of Bakhmut. | Russia controls over 90% of Bakhmut.
a bound turned round | Israel does not hold more than 100 prisoners.
    | Israel holds fewer than 100 prisoners.
a bound is no denial | Israel killed no fewer than 100 civilians. | Israel killed 100 civilians.
a comparison | Russia has fewer tanks than Ukraine. | Russia has more tanks than Ukraine.
how many | All polling stations in Georgia were closed.
    | Some polling stations in Georgia were closed.
how many | Hamas killed all the hostages. | Hamas killed hostages.
how many | Most voters in Georgia support the law. | Few voters in Georgia support the law.
how many | Most voters in Georgia support the law. | Voters in Georgia support the law.
how many | Many prisoners were executed by Russia. | All prisoners were executed by Russia.
how many | Half of the hostages were released by Hamas. | The hostages were released by Hamas.
how many | Both pilots of Iran died. | One of the pilots of Iran died.
how many | Thousands of protesters marched in Tbilisi. | Protesters marched in Tbilisi.
how many | None of the hostages were released by Hamas.
    | Some of the hostages were released by Hamas.
how many | Some hostages were released by Hamas. | Some hostages were not released by Hamas.
how much | Russia controls all of Bakhmut. | Russia controls part of Bakhmut.
only | Only Israel possesses nuclear weapons in the region.
    | Israel possesses nuclear weapons in the region.
when | Turkey sold drones to Ukraine before the war. | Turkey sold drones to Ukraine after the war.
when | Serbia sold shells to Ukraine until 2023. | Serbia has sold shells to Ukraine since 2023.
when | Germany will deliver tanks to Ukraine by 2026.
    | Germany will deliver tanks to Ukraine in 2026.
where | China first detected the virus in Wuhan. | China first detected the virus outside Wuhan.
where | Russian jets flew over Estonia. | Russian jets flew under Estonia.
whither | Iran moved its uranium to Fordow. | Iran moved its uranium from Fordow.
whither | Iran fired missiles at Israel. | Iran fired missiles from Israel.
for whom | Hungary voted for sanctions on Russia. | Hungary voted against sanctions on Russia.
with whom | Syria used chemical weapons against rebels. | Syria used chemical weapons with rebels.
with what | Poland sent tanks to Ukraine with ammunition.
    | Poland sent tanks to Ukraine without ammunition.
by and to | Inflation in Argentina rose by 5 percent. | Inflation in Argentina rose to 5 percent.
from and to | Exports of Iran fell from 10 to 5 percent.
    | Exports of Iran fell from 5 to 10 percent.
figures change places | Turkey killed 5 soldiers and 12 civilians.
    | Turkey killed 12 soldiers and 5 civilians.
one name more | North Korea supplies missiles to Russia.
    | North Korea supplies missiles to Russia and Iran.
one name more | North Korea sold missiles to Syria.
    | North Korea sold missiles to Russia, Iran and Syria.
one name more | Vladimir Putin gave Kim Jong Un a car.
    | Vladimir Putin and Sergei Lavrov gave Kim Jong Un a car.
one place more | Israel bombed a hospital in Gaza City.
    | Israel bombed a hospital in Gaza City and Rafah.
one place more | Israeli soldiers were killed. | Israeli soldiers were killed in Rafah.
one thing more | Iran supplied drones to Russia. | Iran supplied drones and missiles to Russia.
one figure more | Iran supplied drones to Russia. | Iran supplied 200 drones to Russia.
who does it | Rebels attacked soldiers in Ostvik. | Soldiers attacked rebels in Ostvik.
who does it | Russia attacked in Kursk. | Russia was attacked in Kursk.
who does it | Russia attacked Ukraine during talks. | Ukraine attacked Russia during talks.
who does it | Iran agreed to sell drones to Russia. | Russia agreed to sell drones to Iran.
who does it | Russia violated the truce with Ukraine. | Ukraine violated the truce with Russia.
who does it | Russia attacked Poland's embassy. | Poland attacked Russia's embassy.
what office | The vice president of Iran died. | The president of Iran died.
contraries | The Rafah crossing was opened by Egypt. | The Rafah crossing was closed by Egypt.
contraries | The plant in Ostvik was reopened. | The plant in Ostvik was closed.
contraries | Russian troops entered Kursk. | Russian troops left Kursk.
contraries | Turkish troops left Syria. | Turkish troops stayed in Syria.
contraries | Hamas accepted the proposal of Egypt. | Hamas rejected the proposal of Egypt.
on purpose | Israel deliberately bombed the hospital in Rafah.
    | Israel bombed the hospital in Rafah.
by mistake | Russia shot down a plane over Chechnya.
    | Russia accidentally shot down a plane over Chechnya.
on a condition | Iran will retaliate if Israel attacks. | Iran will retaliate.
can and does | Iran can strike Israel. | Iran struck Israel.
should and does | Russia should withdraw from Kherson. | Russia withdrew from Kherson.
"""
ONE_CLAIM = """
passive | Boko Haram kidnapped over 200 girls. | More than 200 girls were abducted by Boko Haram.
passive | Syria used chemical weapons against rebels.
    | Chemical weapons were used against rebels by Syria.
passive | Rebels attacked soldiers in Ostvik. | Soldiers were attacked by rebels in Ostvik.
word order | Rebels attacked soldiers in Ostvik. | In Ostvik, rebels attacked soldiers.
word order | Ukraine captured two soldiers in Kursk. | In Kursk, Ukraine captured two soldiers.
word order | Iran and Russia attacked Syria. | Russia and Iran attacked Syria.
word order | North Korea gave missiles to Russia. | North Korea gave Russia missiles.
a bound | No fewer than 40 people died in Ostvik. | At least 40 people died in Ostvik.
about | About 300 soldiers died in Kursk. | Some 300 soldiers died in Kursk.
how many | All of the hostages were freed by Hamas. | Hamas released all the hostages.
by | Exports of Iran rose 5 percent. | Exports of Iran rose by 5 percent.
when | Turkey sold drones to Ukraine prior to the war.
    | Turkey sold drones to Ukraine before the war.
whose | The North's missiles hit Kyiv. | North Korea's missiles hit Kyiv.
whose | The mayor of Ostvik died. | Ostvik's mayor died.
who that is | King Abdullah of Jordan visited Ostvik. | King Abdullah visited Ostvik.
who that is | Saja al-Dulaimi visited Ostvik. | Saja Hamid al-Dulaimi visited Ostvik.
who that is | The World Food Programme (WFP) left Ostvik. | The World Food Programme left Ostvik.
where that is | Mara Lindqvist was captured in Ostvik, Syria.
    | Mara Lindqvist was captured in Ostvik.
no object | The plant in Ostvik reopened. | The plant in Ostvik was reopened.
to publish | The video released by ISIS shows Ostvik. | The video posted by ISIS shows Ostvik.
"""
TURNED_ROUND = """
not | Israel killed more than 100 civilians in Rafah.
    | Israel did not kill more than 100 civilians in Rafah.
no | North Korea supplies missiles to Russia. | North Korea supplies no missiles to Russia.
dead | Yevgeny Prigozhin is alive. | Yevgeny Prigozhin is dead.
passive | Russia has not attacked Poland. | Poland was attacked by Russia.
"""


def rows(page: str) -> list[list[str]]:
    lines = page.replace("\n    |", " |").strip().splitlines()
    return [[part.strip() for part in line.split("|")] for line in lines]


def match(a: str, b: str) -> Match:
    catalogue = load_catalogue()
    return compare(sketch(a, catalogue), sketch(b, catalogue))


@pytest.mark.parametrize(("what", "a", "b"), rows(TWO_CLAIMS))
def test_two_claims_are_left_to_a_person(what: str, a: str, b: str) -> None:
    there, back = match(a, b), match(b, a)
    assert Verdict.SAME not in (there.verdict, back.verdict), (what, there)
    assert there.reasons


@pytest.mark.parametrize(("what", "a", "b"), rows(ONE_CLAIM))
def test_one_claim_told_twice_is_joined(what: str, a: str, b: str) -> None:
    for got in (match(a, b), match(b, a)):
        assert (got.verdict, got.opposite) == (Verdict.SAME, False), (what, got)


@pytest.mark.parametrize(("what", "a", "b"), rows(TURNED_ROUND))
def test_one_claim_the_other_way_round_is_joined(what: str, a: str, b: str) -> None:
    got = match(a, b)
    assert (got.verdict, got.opposite) == (Verdict.SAME, True), (what, got)


WHERE = "ISIS captured Mara Lindqvist in Ostvik."
NOWHERE = "Mara Lindqvist was captured by ISIS."
PLACES = [
    ("the first alone says where", WHERE, NOWHERE, Side.A),
    ("the second alone", NOWHERE, WHERE, Side.B),
    ("both", WHERE, "Mara Lindqvist was captured in Ostvik by ISIS.", None),
    ("neither", NOWHERE, "ISIS captured Mara Lindqvist.", None),
]


@pytest.mark.parametrize(("sentence", "a", "b", "side"), PLACES)
def test_which_side_alone_says_where(sentence: str, a: str, b: str, side: Side | None) -> None:
    got = match(a, b)
    assert (got.verdict, got.narrower) == (Verdict.SAME, side), sentence


def test_a_reason_names_the_words() -> None:
    got = match("Hamas released all hostages.", "Hamas released some hostages.")
    assert got.reasons == ("one says all, some",)
