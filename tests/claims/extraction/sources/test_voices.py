"""Who a source is by the rules alone: party and speaker, a text a row."""

from __future__ import annotations

import pytest

from claims.extraction.rules import extract_by_rules
from claims.model import Document

LOWER = (
    "Peru's foreign ministry said the dam had burst. "
    "Ministry spokesperson Sanna Ilves said the mill had closed. "
)
HELD = "said the old mill by the river had closed."


def last(text: str) -> tuple[str, str | None]:
    found = extract_by_rules(Document(text=text)).findings
    finding = max(found, key=lambda each: each.span.start)
    return finding.party, finding.speaker


@pytest.mark.parametrize(
    ("text", "party", "speaker"),
    [
        (LOWER, "Peru's foreign ministry", "Sanna Ilves"),
        (f"{LOWER}Ilves {HELD}", "Peru's foreign ministry", "Sanna Ilves"),
        (f"{LOWER}She {HELD}", "Peru's foreign ministry", "Sanna Ilves"),
        (f"Ministry spokesperson Sanna Ilves {HELD}", "Ministry", "Sanna Ilves"),
        (f"On the day of the flood Peru's transport ministry {HELD}",
         "Peru's transport ministry", None),
        (f"Peru's air force {HELD}", "Peru's air force", None),
        (f"The South's state news agency KZNA {HELD}", "KZNA", None),
        (f"Kellmark opened in May. A spokesman for Otto Brandt {HELD}",
         "Otto Brandt", "spokesman for Otto Brandt"),
        (f"The sister of Otto Brandt {HELD}", "The sister of Otto Brandt", None),
        (f"Otto Brandt is a boy of ten. The boy's mother {HELD}", "The boy's mother", None),
        (f"Otto Brandt said the caller {HELD}", "the caller", None),
        (f"Dorn, who is deaf, {HELD}", "Dorn", "Dorn"),
        # a name behind what its bearer is
        ("\"The old mill by the river had closed,\" said information minister Ruth Orlov.",
         "Ruth Orlov", "Ruth Orlov"),
        ("\"The old mill by the river had closed,\" said police chief Ruth Orlov.",
         "police", "Ruth Orlov"),
        # "and" inside one body's name
        (f"The Animal and Plant Health Agency {HELD}", "Animal and Plant Health Agency", None),
        (f"The Office of Rail and Road {HELD}", "Office of Rail and Road", None),
        (f"The Centers for Disease Control and Prevention {HELD}",
         "Centers for Disease Control and Prevention", None),
        (f"The Department of Health and Human Services {HELD}",
         "Department of Health and Human Services", None),
        (f"The U.S. Bureau of Alcohol, Tobacco, Firearms and Explosives {HELD}",
         "U.S. Bureau of Alcohol, Tobacco, Firearms and Explosives", None),
        (f"The Ministry of Food and Drug Safety {HELD}", "Ministry of Food and Drug Safety", None),
        (f"Avon and Somerset Police {HELD}", "Avon and Somerset Police", None),
        (f"AI company Kellmark {HELD}", "Kellmark", None),
        (f"The U.S. Food and Drug Administration {HELD}",
         "U.S. Food and Drug Administration", None),
        (f"Marks and Spencer {HELD}", "Marks and Spencer", None),
        (f"The Democratic People's Republic of Telmark {HELD}",
         "Democratic People's Republic of Telmark", None),
        (f"Gazzetta dello Sport {HELD}", "Gazzetta dello Sport", None),
        (f"The Sunday Business Post {HELD}", "Sunday Business Post", None),
        # told of by whom they belong to, or whom they were of once
        (f"Peru's drug regulator {HELD}", "Peru's drug regulator", None),
        (f"A London court {HELD}", "A London court", None),
        (f"Brandt's former lawyer, Ruth Orlov, {HELD}", "Ruth Orlov", "Ruth Orlov"),
        (f"Ruth Orlov, managing editor of Snopes, {HELD}", "Ruth Orlov", "Ruth Orlov"),
        ("Peru has retaken the mill from the Red Army, which said the mill had closed.",
         "Red Army", None),
        # people told of by where they belong are not the place
        (f"U.S. prosecutors {HELD}", "U.S. prosecutors", None),
        (f"U.S. and French prosecutors {HELD}", "U.S. and French prosecutors", None),
        (f"Kellmark shareholders {HELD}", "Kellmark shareholders", None),
        ("Orr's words followed reports from two miners who said the mill had closed.",
         "two miners", None),
        (f"No 10 {HELD}", "No 10", None),
        (f"No. 10 {HELD}", "No. 10", None),
        # a body with a pronoun's name
        (f"The WHO {HELD}", "WHO", None),
        (f"WHO spokesman Otto Brandt {HELD}", "WHO", "Otto Brandt"),
        (f"Its spokesman, Brigadier General Otto Brandt, {HELD}", "Otto Brandt", "Otto Brandt"),
        (f"In Oslo, Kellmark spokesman Otto Brandt said the dam had burst. He {HELD}",
         "Kellmark", "Otto Brandt"),
        # what somebody is, is no part of their name
        (f"Finance minister Otto Brandt {HELD}", "Otto Brandt", "Otto Brandt"),
        (f"Councillor Lars Orr {HELD}", "Lars Orr", "Lars Orr"),
        (f"Miner Lars Orr {HELD}", "Lars Orr", "Lars Orr"),
        (f"A former miner, Lars Orr, {HELD}", "Lars Orr", "Lars Orr"),
        (f"Foreign ministry spokeswoman Sanna Ilves {HELD}", "foreign ministry", "Sanna Ilves"),
        # a name goes on behind "for" and an apostrophe
        (f"The High Commissioner for Rivers {HELD}", "High Commissioner for Rivers", None),
        (f"The Prison Officers' Association {HELD}", "Prison Officers' Association", None),
        (f"The officers' Association {HELD}", "Association", None),
        (f"McDonald's {HELD}", "McDonald's", None),
        (f"Moscow, blamed by some for it, {HELD}", "Moscow", None),
        (f"Kellmark, which owns it, {HELD}", "Kellmark", None),
        (f"Unite, the union, {HELD}", "Unite", None),
        # whose report it is
        (f"The study, published by the weekly Prizma, {HELD}", "Prizma", None),
        (f"The affidavit, filed by the rivers ministry, {HELD}", "rivers ministry", None),
        (f"The letter, signed by 20 doctors, {HELD}", "20 doctors", None),
        # who speaks last, and who tells of another
        ("The mill, if that is right, burned down, said Otto Brandt, a clerk.",
         "Otto Brandt", "Otto Brandt"),
        ("The firm, Kellmark, said its head, Otto Brandt, was away at the mill.",
         "Kellmark", None),
        ("Otto Brandt, a clerk, said the old mill burned.", "Otto Brandt", "Otto Brandt"),
        (f"Two policemen {HELD}", "Two policemen", None),
        (f"Employees there {HELD}", "Employees there", None),
        ("Prosecutors have long said the mill had closed.", "Prosecutors", None),
        (f"TMZ.com {HELD}", "TMZ.com", None),
        (f"telmark-herald.com {HELD}", "telmark-herald.com", None),
        (f"A clerk who lives near the mill {HELD}", "A clerk who lives near the mill", None),
        (f"Experts studying the mill {HELD}", "Experts studying the mill", None),
        (f"Officials briefed on the plan {HELD}", "Officials briefed on the plan", None),
        # who is named speaks for whoever they belong to, then and later
        (f"Otto Brandt was away. His lawyer Sanna Ilves {HELD}", "Otto Brandt", "Sanna Ilves"),
        (f"Otto Brandt was away, his lawyer Sanna Ilves said. Ms Ilves {HELD}",
         "Otto Brandt", "Sanna Ilves"),
        (f"Otto Brandt was away. His lawyer {HELD}", "Otto Brandt", "His lawyer"),
        (f"Otto Brandt was away. His rival's lawyer Sanna Ilves {HELD}",
         "Sanna Ilves", "Sanna Ilves"),
        (f"Otto Brandt was away. His minister Sanna Ilves {HELD}", "Sanna Ilves", "Sanna Ilves"),
        (f"The dam burst, said the Red Ring. Its local head Sanna Ilves {HELD}",
         "Red Ring", "Sanna Ilves"),
        (f"Kellmark said the dam had burst. Spokesman Otto Brandt {HELD}",
         "Kellmark", "Otto Brandt"),
        (f"Lars Orr said the dam had burst. Spokesman Otto Brandt {HELD}",
         "Otto Brandt", "Otto Brandt"),
        # named in an aside, with what they are
        (f"Ruth Orlov left. The brother-in-law, the singer Otto Brandt, {HELD}",
         "Otto Brandt", "Otto Brandt"),
        (f"Ruth Orlov left. The volunteer, retired printer Otto Brandt, {HELD}",
         "Otto Brandt", "Otto Brandt"),
        (f"One of them, Otto Brandt, {HELD}", "Otto Brandt", "Otto Brandt"),
        (f"Ruth Orlov left. The owner, Telmark Lines, {HELD}", "Telmark Lines", None),
        (f"An activist network, the Telmark Lantern, {HELD}", "Telmark Lantern", None),
        (f"The firm whose stamp is on the note, Kellmark, {HELD}", "Kellmark", None),
        (f"The man who filmed it, Otto Brandt, {HELD}", "Otto Brandt", "Otto Brandt"),
        (f"The brother of the singer, a friend of Otto Brandt, {HELD}",
         "The brother of the singer", None),
        (f"Hall & Price, based in Boulder, Colorado, {HELD}", "Hall & Price", None),
        (f"Hall & Price {HELD}", "Hall & Price", None),
        (f"Former Telmark miner Otto Brandt {HELD}", "Otto Brandt", "Otto Brandt"),
        (f"Civil aviation chief Gral. Otto Brandt {HELD}", "Otto Brandt", "Otto Brandt"),
        (f"A team that {HELD}", "A team", None),
        ("The spokesman for Kellmark went on to allege that the mill had closed.",
         "Kellmark", "spokesman for Kellmark"),
        (f"Kellmark, whose mills are in Boulder, Colorado, {HELD}", "Kellmark", None),
        # who told something goes on to refuse
        ('"The mill has closed," Otto Brandt told the Herald, declining to name the owner.',
         "Otto Brandt", "Otto Brandt"),
        (f"Two bankers we called {HELD}", "Two bankers", None),
        (f"Army sources quoted by the daily Prizma {HELD}", "Army sources", None),
        ("Kellmark has in the past denied that the mill had closed.", "Kellmark", None),
        ("Otto Brandt warned that the version posted online was cut.",
         "Otto Brandt", "Otto Brandt"),
        (f"State television {HELD}", "State television", None),
        (f"Corriere dell'Adriatico {HELD}", "Corriere dell'Adriatico", None),
        ("Otto Brandt, 83, who says the mill had closed, left.", "Otto Brandt", "Otto Brandt"),
        # who is told of by a pronoun
        ("Ruth Orlov left. According to her the mill had closed.", "Ruth Orlov", "Ruth Orlov"),
        ("Ruth Orlov left. According to her lawyer the mill had closed.",
         "Ruth Orlov", "her lawyer"),
        # a thing that shows it is no party beside who says so
        ("Kellmark said the accident showed that the mill had closed.", "Kellmark", None),
        ("Kellmark said it had a plan. It added that police reports had been filed.",
         "Kellmark", None),
        ("Ruth Orlov denied a report in the Telmark Times. The newspaper said the mill had closed.",
         "Telmark Times", None),
    ],
)  # fmt: skip
def test_party_and_speaker(text: str, party: str, speaker: str | None) -> None:
    assert last(text) == (party, speaker)


@pytest.mark.parametrize("title", ["Mr.", "Mr", "Dr."])
def test_a_title_opens_a_name(title: str) -> None:
    text = f"{title} Sarn Orr was away. He denied that he had sold his boat."
    found = extract_by_rules(Document(text=text))
    assert [each.speaker for each in found.findings] == ["Sarn Orr"]
    assert [claim.text for claim in found.claims] == ["Sarn Orr had sold his boat."]


def test_he_of_his_lawyer_is_he() -> None:
    text = "Mr. Sarn Orr was away. His lawyer denied that he had sold his boat."
    assert last(text) == ("Sarn Orr", "His lawyer")
    claims = [claim.text for claim in extract_by_rules(Document(text=text)).claims]
    assert claims == ["Sarn Orr had sold his boat."]


def test_the_two_of_one_title_are_two() -> None:
    text = f"Senators Otto Brandt and Ruth Orlov {HELD}"
    parties = {each.party for each in extract_by_rules(Document(text=text)).findings}
    assert parties == {"Otto Brandt", "Ruth Orlov"}


def test_whose_story_it_is_begins_with_their_name() -> None:
    text = "The judge was unconvinced by Orlov's story that the old mill by the river had closed."
    parties = {each.party for each in extract_by_rules(Document(text=text)).findings}
    assert "Orlov" in parties
    assert "by Orlov" not in parties


def test_what_is_of_mcdonalds_has_one_s() -> None:
    text = "McDonald's said the dam had burst. It denied that its mill had closed."
    claims = [claim.text for claim in extract_by_rules(Document(text=text)).claims]
    assert "McDonald's mill had closed." in claims


def test_a_description_that_goes_on_is_told_shortly() -> None:
    text = "The doctors who run the mill denied that their boat had sunk."
    claims = [claim.text for claim in extract_by_rules(Document(text=text)).claims]
    assert claims == ["The doctors' boat had sunk."]


def test_who_seems_to_doubt_is_no_more_than_they_are() -> None:
    text = "Telmark officials seemed to cast doubt on the claim that the mill had closed."
    found = extract_by_rules(Document(text=text)).findings
    assert {(each.party, each.stance.value) for each in found} == {("Telmark officials", "doubts")}


def parties(text: str) -> set[str]:
    return {each.party for each in extract_by_rules(Document(text=text)).findings}


def test_who_is_reported_to_have_told_it_is_named() -> None:
    told = "The captain is reported to have told the court that the mill had closed."
    assert parties(told) == {"The captain"}


@pytest.mark.parametrize(
    ("text", "several"),
    [
        (f"The Ministry of Health, Oxfam and the Red Ring {HELD}",
         {"Ministry of Health", "Oxfam", "Red Ring"}),
        (f"The Department of Justice and Homeland Security officials {HELD}",
         {"Department of Justice", "Homeland Security officials"}),
        (f"Apple and Kenya Police {HELD}", {"Apple", "Kenya Police"}),
    ],
)  # fmt: skip
def test_those_joined_by_and_are_several(text: str, several: set[str]) -> None:
    assert parties(text) == several


def test_what_a_picture_is_said_to_show_is_not_told_by_it() -> None:
    assert parties("A picture said to show the mill was old, the harbour board said.") == {
        "harbour board"
    }


def test_a_country_is_no_company() -> None:
    text = "Many boats were sold in Peru last May. The airline said the mill had closed."
    assert parties(text) == {"The airline"}


def test_a_clause_is_nobody() -> None:
    text = 'A miner quoted at the time as saying "they pass notes" has since retracted.'
    assert "they pass" not in parties(text)


def test_after_an_article_rules_are_no_verb() -> None:
    text = "Kellmark said it kept to the rules and could not discuss clients."
    assert parties(text) == {"Kellmark"}


def test_who_is_named_in_the_claim_stays_he() -> None:
    text = (
        "Kellmark spokesman Otto Brandt said the dam had burst. "
        "He said Mr. Orlov had liked the mill when he saw it last May."
    )
    claims = [claim.text for claim in extract_by_rules(Document(text=text)).claims]
    assert any("when he saw it" in claim for claim in claims)


@pytest.mark.parametrize(
    ("text", "party", "speaker"),
    [
        (f"Iran has parted with Oman. Government spokesman Otto Brandt {HELD}",
         "Government", "Otto Brandt"),
        # of several states the one that the paragraph has named
        (f"Iran has parted with Oman.\n\nMuscat is calm. Government spokesman Otto Brandt {HELD}",
         "Muscat's government", "Otto Brandt"),
        (f"Peru's parliament met. Government spokesman Otto Brandt {HELD}",
         "Peru's government", "Otto Brandt"),
        (f"Peruvian officials met in Lima. Old mills shut, government spokeswoman Ina Lund said. "
         f"She {HELD}", "Peruvian government", "Ina Lund"),
        (f"Peru is dry. Lima is dry. A government spokesman {HELD}",
         "Peru's government", "government spokesman"),
        (f"Gentham is dry. A government spokesman {HELD}", "A government spokesman", None),
        (f"Peru is dry. A local government spokesman {HELD}", "A local government spokesman", None),
        # a page about one state may name another once
        (f"Peru is dry. Peru prays. Lima is dry. Peru waits for Chile. "
         f"Government spokesman Otto Brandt {HELD}", "Peru's government", "Otto Brandt"),
    ],
)  # fmt: skip
def test_whose_government_speaks(text: str, party: str, speaker: str | None) -> None:
    assert last(text) == (party, speaker)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        # what is quoted tells of "he": who says it is another
        ("Otto Brandt shot a dog. Bo Lund said the dam had burst. \"He had a rifle and shut the "
         "old mill by the river,\" he said.", "Bo Lund"),
        ("Adam Lund said the dam had burst. Otto Brandt shot a dog. \"He had a rifle and shut the "
         "old mill by the river,\" he said.", "Adam Lund"),
        ("Ada Orr said the dam had burst. Eva Lund ran. \"She ran to the old mill by the river,\" "
         "she said.", "Ada Orr"),
        ("Adam Lund said the dam had burst. Otto Brandt's family said the mill was old. \"He had "
         "shut the old mill by the river,\" he said.", "Adam Lund"),
        # in reported speech it may be the same
        ("Otto Brandt shot a dog. He had shut the old mill by the river, he said.", "Otto Brandt"),
    ],
)  # fmt: skip
def test_who_tells_of_him(text: str, party: str) -> None:
    assert last(text)[0] == party


def test_nobody_known_tells_of_him() -> None:
    text = 'Otto Brandt shot a dog. "He had a rifle and shut the old mill," he said.'
    assert not extract_by_rules(Document(text=text)).findings
