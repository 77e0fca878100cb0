"""Who is named in a text: what sort each is, their sex, and whom they speak for."""

from __future__ import annotations

import pytest

from claims.extraction.attribution.attribute import attribute
from claims.extraction.names.entity import Entity
from claims.extraction.text.segment import segment


def register(text: str) -> dict[str, Entity]:
    return {entity.name: entity for entity in attribute(segment(text)).register.entities}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Secretary of State Clara Dorn said the dam held.", "Clara Dorn"),
        ("The Secretary of Defense Otto Brandt said the dam held.", "Otto Brandt"),
        ("Chief of Staff Mark Ostrow said the dam held.", "Mark Ostrow"),
        ("Minister of Foreign Affairs Clara Dorn said the dam held.", "Clara Dorn"),
        ("Prime Minister Otto Brandt said the dam held.", "Otto Brandt"),
        ("Kellmark CEO Otto Brandt said the dam held.", "Otto Brandt"),
        ("Eva T. Lund, who runs the mill, said the dam held.", "Eva T. Lund"),
        ("The chief of the port police, Pavo Ostrow, said the dam held.", "Pavo Ostrow"),
        ("The director of the city's museum, Kwame Ostrow, said it held.", "Kwame Ostrow"),
        ("Pavo Ostrow opened the mill. Ostrow said the dam held.", "Pavo Ostrow"),
    ],
)
def test_people_without_their_titles(text: str, name: str) -> None:
    assert register(text)[name].is_person


@pytest.mark.parametrize(
    "text", ["Wexley Corbin rose.\n\nCorbin\n\nIt ended.", "Wexley Corbin\n\nCorbin"]
)
def test_a_surname_may_be_a_line_of_its_own(text: str) -> None:
    assert "Wexley Corbin" in register(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In Oslo, mayor Otto Brandt said the dam held.", "Oslo"),
        ("In Kyiv, a spokesman said the dam held.", "Kyiv"),
        ("In Lisbon, minister Clara Dorn said the dam held. She left Lisbon.", "Lisbon"),
        ("Boko Haram took the town. Troops said Haram had fled.", "Boko Haram"),
        ("A report on Quadrel, Kellmark customer representatives say, is wrong.", "Quadrel"),
        ("The master of the ship, Quadrel Star, said the dam held.", "Quadrel Star"),
        ("The official Quadrel site says the dam held.", "Quadrel"),
        ("Telmark-based Kellmark closed. Kellmark said so.", "Kellmark"),
    ],
)
def test_no_people(text: str, name: str) -> None:
    assert not register(text)[name].is_person


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("His sister, Kim Su Won, passed on his thanks.", "Kim Su Won", "f"),
        ("Her nephew, Robin Orr, said the dam held.", "Robin Orr", "m"),
        ("His niece Robin Orr said the dam held.", "Robin Orr", "f"),
        # "Kim" is a family's name here, and says nothing
        ("Kim Su Won opened the mill.", "Kim Su Won", None),
    ],
)
def test_kin_tell_the_sex(text: str, name: str, gender: str | None) -> None:
    assert register(text)[name].gender == gender


SIBLINGS = "Otto Brandt, a photographer, was held. His sister Clara Brandt left Telmark. "


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Troops sought Brandt in May.", "Otto Brandt"),
        ("A report suggests Brandt was hurt in May.", "Otto Brandt"),
        # who tells something may be the sister, and a title says whom it is about
        ("Brandt said the dam held.", "Clara Brandt"),
        ("The dam held, said Brandt.", "Clara Brandt"),
        ("Troops sought Ms. Brandt in May.", "Clara Brandt"),
        ("Troops sought Mr. Brandt in May.", "Otto Brandt"),
    ],
)
def test_a_surname_that_relatives_share(text: str, name: str) -> None:
    found = register(SIBLINGS + text)
    assert found[name].count == 2, {n: e.count for n, e in found.items()}


def test_a_title_of_another_gender_is_another_persons() -> None:
    found = register("Karl Brandt, 9, was found. Mrs Brandt wept. Karl told Mr Brandt's story.")
    assert {name: entity.gender for name, entity in found.items()} == {
        "Karl Brandt": "m",
        "Brandt": "f",
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The envoy told Reuters Brandt was ill.", ["Reuters", "Brandt"]),
        ("She told the Telmark Herald Brandt had left.", ["Telmark Herald", "Brandt"]),
        ("The envoy told Fox News Sunday was too late.", ["Fox News"]),
        ("The envoy left the Telmark Herald on Monday.", ["Telmark Herald"]),
    ],
)
def test_who_is_told_is_not_who_is_told_of(text: str, names: list[str]) -> None:
    assert list(register(text)) == names


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "Otto Brandt, the head of Peru's civil aviation authority, said the dam held.",
            "Peru's civil aviation authority",
        ),
        ("Peru's transport ministry spokesman Otto Brandt spoke.", "Peru's transport ministry"),
        ("The Pentagon press secretary Otto Brandt said the dam held.", "Pentagon"),
        ("Peruvian presidential aide Otto Brandt said the dam held.", "Peruvian government"),
        ("The Philippine defence secretary Otto Brandt spoke.", "Philippine defence ministry"),
        ("Kellmark CEO Otto Brandt said the dam held.", "Kellmark"),
        ("Chile's army said the dam held. Army spokesman Otto Brandt spoke.", "army"),
    ],
)
def test_whom_they_speak_for(text: str, body: str) -> None:
    assert register(text)["Otto Brandt"].institution == body


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # what opens a sentence is no part of the name behind it
        ("As Gentham Times reported, the dam held.", "Gentham Times"),
        ("Per Gentham Times, the dam held.", "Gentham Times"),
        ("Drugmaker Velora denied that the dam held.", "Velora"),
        ("Will Kellmark sell the mill?", "Kellmark"),
        ("Olga Perrin Said to Have Sold the Mill\n\nIt is old.", "Olga Perrin"),
        ("But Gentham Times reported on Friday that the dam held.", "Gentham Times"),
        ("On Friday Gentham Times said the dam held.", "Gentham Times"),
        # nor is what tells who somebody is
        ("Tourist Jan Sollers, of Gentham, said the dam held.", "Jan Sollers"),
        ("Australian Dylan Corbet said the dam held.", "Dylan Corbet"),
        ("Republican Duncan Perrin told reporters the dam held.", "Duncan Perrin"),
        ("Local Adiq Mirwal, 30, said the dam held.", "Adiq Mirwal"),
        ("Twenty-two-year-old Oskar Pell said the dam held.", "Oskar Pell"),
        ("It was denied by British PM Ralf Corden.", "Ralf Corden"),
        ("Commissioner Ralf Corden of the Gentham Patrol said the dam held.", "Ralf Corden"),
        # nor a verb with the capital of a headline
        ("Olga Perrin Confirms Dirk Sommer as Head of the Mill\n\nIt is old.", "Olga Perrin"),
        ("Kellmark Denies Dirk Sommer Sold the Mill\n\nIt is old.", "Kellmark"),
        # nor what is done to them
        ("Removing Otto Brandt from the board would be a mistake.", "Otto Brandt"),
        # nor a site where its page is
        ("The official Ada Orr Facebook page says the dam held.", "Ada Orr"),
    ],
)
def test_names_without_what_stands_before(text: str, name: str) -> None:
    assert name in register(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Gentham-based Council to Protect Divers said the dam held.",
         "Council to Protect Divers"),
        ("The Gentham Society for Prevention of Cruelty to Horses said so.",
         "Gentham Society for Prevention of Cruelty to Horses"),
        ("The group Harbour Lawyers for Justice said the dam held.", "Harbour Lawyers for Justice"),
        ("The dam held, Channel 10 said.", "Channel 10"),
        ("Omar Said denied that the dam held.", "Omar Said"),
        ("Omar Said, the mayor, was there.", "Omar Said"),
        ("Will Perrin denied that the dam held.", "Will Perrin"),
        ("The actor Will Perrin was there.", "Will Perrin"),
        ("Per Anders Lund, a spokesman for the mill, said so.", "Per Anders Lund"),
        ("U.S. Customs and Border Protection said the dam held.",
         "U.S. Customs and Border Protection"),
    ],
)  # fmt: skip
def test_names_that_go_on(text: str, name: str) -> None:
    assert name in register(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It gave the Commission to Peru.", "Commission"),
        ("The Society for Prevention of fires said the dam held.", "Society for Prevention"),
    ],
)
def test_names_that_end_there(text: str, name: str) -> None:
    assert name in register(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Chadian army said the dam held.", "Chadian"),
        ("The Islamist group said the dam held.", "Islamist"),
        ("On Monday Pro-Telmark accounts said the dam held.", "Pro-Telmark"),
    ],
)
def test_adjectives_stand_for_nobody(text: str, name: str) -> None:
    assert register(text)[name].sort == "adjective"


@pytest.mark.parametrize(
    ("named", "again"),
    [
        ("Kwame Adeyemi-Okafor", "Adeyemi-Okafor"),
        ("Ana Ostrow Corbin", "Ostrow Corbin"),
        ("Senator Ana Ostrow Corbin", "Ostrow"),
        ("Jan van Corbin", "Van Corbin"),
        ("Clara von der Dorn", "Von der Dorn"),
        ("Omar al-Corbin", "Mr al-Corbin"),
        ("Otto Corbin Jr.", "Corbin"),
    ],
)
def test_a_surname_of_several_words(named: str, again: str) -> None:
    people = register(f"The mill's owner, {named}, left. {again} said the dam held.").values()
    assert len([entity for entity in people if entity.sort != "organisation"]) == 1


def test_a_family_name_alone_is_who_is_named_in_full() -> None:
    named = register("Putin gives Kim a car.\n\nKim Jong Un rose. His sister, Kim Yo Jong, spoke.")
    assert "Kim" not in named
    assert {"Kim Jong Un", "Kim Yo Jong"} <= named.keys()


def test_a_town_that_a_body_is_based_in_is_no_name() -> None:
    assert set(register("The New Telm-based Kellmark said the dam held.")) == {"Kellmark"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Velora Pharma denied it. Velora said so.", {"Velora Pharma"}),
        ("Orr Motors closed. Orr said so.", {"Orr Motors"}),
        # a place is no firm, and no paper is named by its town
        ("Gentham Motors closed. The mill in Gentham did, too.", {"Gentham Motors", "Gentham"}),
        ("The Gentham Herald closed. Gentham said so.", {"Gentham Herald", "Gentham"}),
    ],
)
def test_a_firm_goes_by_its_first_name(text: str, names: set[str]) -> None:
    assert set(register(text)) == names
