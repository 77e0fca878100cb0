"""A claim as one right sentence: cut where it ends, with its condition, its topic and its subject,
and without who tells it. A passage, and all that is found in it."""

from __future__ import annotations

import pytest

from claims.extraction.model.telling.subject_cut import restore_subject
from tests.claims.extraction.told import tell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Villagers say goats were poisoned. The vet said none of them had been harmed.",
            [
                (
                    "Villagers",
                    "alleges",
                    "Goats were poisoned.",
                ),
                (
                    "The vet",
                    "denies",
                    "Some of them had been harmed.",
                ),
            ],
            id="none of them",
        ),
        pytest.param(
            "The brewery denied that any data had been copied.",
            [
                (
                    "The brewery",
                    "denies",
                    "Data had been copied.",
                ),
            ],
            id="data is not counted",
        ),
        pytest.param(
            "The museum denied that a vase was broken or that the guard had slept.",
            [
                (
                    "The museum",
                    "denies",
                    "A vase was broken or the guard had slept.",
                ),
            ],
            id="that P or that Q denied",
        ),
        pytest.param(
            "The consulate said no press conference had been planned.",
            [
                (
                    "The consulate",
                    "denies",
                    "A press conference had been planned.",
                ),
            ],
            id="a conference is counted",
        ),
        pytest.param(
            "The tenor Ugo Saal cancelled on Friday with what the opera house "
            "said was a sore throat.",
            [
                (
                    "opera house",
                    "alleges",
                    "The tenor Ugo Saal cancelled on Friday with a sore throat.",
                ),
            ],
            id="with what somebody said was",
        ),
        pytest.param(
            "Six clerks were dismissed for what the bank said was theft.",
            [
                (
                    "the bank",
                    "alleges",
                    "Six clerks were dismissed for theft.",
                ),
            ],
            id="for what somebody said was",
        ),
        pytest.param(
            "The zoo released what it said was footage of the lynx.",
            [
                (
                    "The zoo",
                    "alleges",
                    "The zoo released footage of the lynx.",
                ),
            ],
            id="what it said was, shown",
        ),
        pytest.param(
            "Detectives dismissed rumours linking the blaze to a quarrel between two farmers.",
            [
                (
                    "unattributed",
                    "alleges",
                    "The blaze is linked to a quarrel between two farmers.",
                ),
                (
                    "Detectives",
                    "denies",
                    "The blaze is linked to a quarrel between two farmers.",
                ),
            ],
            id="rumours linking two things",
        ),
        pytest.param(
            "It appears as though the ferry will be sold to a Danish firm.",
            [
                (
                    "unattributed",
                    "alleges",
                    "The ferry will be sold to a Danish firm.",
                ),
            ],
            id="it appears as though",
        ),
        pytest.param(
            "The soprano Mia Orlo claimed victory late on Sunday and thanked her friends.",
            [
                (
                    "Mia Orlo",
                    "alleges",
                    "Mia Orlo won.",
                ),
            ],
            id="victory claimed, and thanks",
        ),
        pytest.param(
            "The rebels claimed victory over the army on Monday.",
            [
                (
                    "The rebels",
                    "alleges",
                    "The rebels defeated the army.",
                ),
            ],
            id="victory claimed over somebody",
        ),
        pytest.param(
            "The group Black Heron claimed responsibility for the leak on a forum last week.",
            [
                (
                    "Black Heron",
                    "alleges",
                    "Black Heron was responsible for the leak.",
                ),
            ],
            id="where responsibility was claimed",
        ),
        pytest.param(
            "Otto Brandt pleaded not guilty on Friday to charges that he stole "
            "a tractor from a neighbour.",
            [
                (
                    "Otto Brandt",
                    "denies",
                    "Otto Brandt stole a tractor from a neighbour.",
                ),
            ],
            id="charges that somebody did it",
        ),
        pytest.param(
            "The ministry announced on Sept. 4 that the border would close.",
            [
                (
                    "The ministry",
                    "alleges",
                    "The border would close.",
                ),
            ],
            id="a month cut short",
        ),
        pytest.param(
            "Farmers have said different things about the drought.",
            [],
            id="different things said",
        ),
        pytest.param(
            "Here is what is suspected so far about the outbreak.",
            [],
            id="what is suspected is to come",
        ),
        pytest.param(
            "As for the small van, the analyst Rita Shaw believes Orlo Motors "
            "might sell 500 this year.",
            [
                (
                    "Rita Shaw",
                    "alleges",
                    "As for the small van, Orlo Motors might sell 500 this year.",
                ),
            ],
            id="what the figure is of",
        ),
        pytest.param(
            "Rita Shaw expects the small van to make up most sales.",
            [
                (
                    "Rita Shaw",
                    "alleges",
                    "The small van will make up most sales.",
                ),
            ],
            id="expected to do it",
        ),
        pytest.param(
            "Sarah Lund claims to be a nurse.",
            [
                (
                    "Sarah Lund",
                    "alleges",
                    "Sarah Lund is a nurse.",
                ),
            ],
            id="claims to be",
        ),
        pytest.param(
            "The photo seems to be from an old parade, where police beat a drummer.",
            [
                (
                    "unattributed",
                    "alleges",
                    "The photo is from an old parade.",
                ),
            ],
            id="a clause that tells when",
        ),
        pytest.param(
            "The analyst Rita Shaw said the biggest risk that the flood poses "
            "to millers is by soaking the grain.",
            [
                (
                    "Rita Shaw",
                    "alleges",
                    "The biggest risk that the flood poses to millers is by soaking the grain.",
                ),
            ],
            id="the biggest risk that",
        ),
        pytest.param(
            '"The only way that the wolves are going to reach us is by '
            'crossing the ice, which they have done before," Mayor Tom Hale '
            "said.",
            [
                (
                    "Tom Hale",
                    "alleges",
                    "The only way that the wolves are going to reach Tom Hale and "
                    "others is by crossing the ice, which they have done before.",
                ),
            ],
            id="the only way that",
        ),
        pytest.param(
            "Officials said the toll was 86, a figure that doctors say is far too low.",
            [
                (
                    "Officials",
                    "alleges",
                    "The toll was 86.",
                ),
                (
                    "doctors",
                    "alleges",
                    "The figure of 86 is far too low.",
                ),
            ],
            id="a figure that is too low",
        ),
        pytest.param(
            "The head cook, Jonas Reed, said he had been promised by Halbrook "
            "that nobody would go, and described the sale as a mistake.",
            [
                (
                    "Jonas Reed",
                    "alleges",
                    "Jonas Reed had been promised by Halbrook that nobody would go.",
                ),
            ],
            id="what else he described",
        ),
        pytest.param(
            "A bystander, Emil Sarkis, told the city's radio that Brandt had "
            "been shouting at the guard and had shoved him.",
            [
                (
                    "Emil Sarkis",
                    "alleges",
                    "Brandt had been shouting at the guard and had shoved him.",
                ),
            ],
            id="him is another",
        ),
        pytest.param(
            "The harbour master, Hilde Krantz, said she understood that a second map existed.",
            [
                (
                    "Hilde Krantz",
                    "alleges",
                    "A second map existed.",
                ),
            ],
            id="understood that",
        ),
        pytest.param(
            '"Henrik never owned a boat in his life," Lund said.',
            [
                (
                    "Lund",
                    "denies",
                    "Henrik owned a boat.",
                ),
            ],
            id="in his life",
        ),
        pytest.param(
            "Drivers are complaining on social media that the new fuel ruins their engines.",
            [
                (
                    "Drivers",
                    "alleges",
                    "The new fuel ruins their engines.",
                ),
            ],
            id="complaining that",
        ),
        pytest.param(
            "The road is expected to reopen on Monday, police said.",
            [
                (
                    "police",
                    "alleges",
                    "The road will reopen on Monday.",
                ),
            ],
            id="expected to reopen",
        ),
        pytest.param(
            "The abbot, Piet Maes, defended the decision to let the band play.",
            [],
            id="a decision defended",
        ),
        pytest.param(
            "The article recounted the words of the abbot to his monks.",
            [],
            id="words recounted",
        ),
        pytest.param(
            "The mayor admitted mistakes.",
            [
                (
                    "The mayor",
                    "confirms",
                    "There were mistakes.",
                ),
            ],
            id="mistakes admitted",
        ),
        pytest.param(
            'The woman says her "bad luck with cars" led her to buy a horse.',
            [
                (
                    "The woman",
                    "alleges",
                    'The woman\'s "bad luck with cars" led her to buy a horse.',
                ),
            ],
            id="her before a quotation mark",
        ),
        pytest.param(
            "The palace said the rumours of the duke personally flying bombers "
            "over the town were untrue.",
            [
                (
                    "The palace",
                    "denies",
                    "The duke personally flew bombers over the town.",
                ),
                (
                    "unattributed",
                    "alleges",
                    "The duke personally flew bombers over the town.",
                ),
            ],
            id="rumours of somebody doing it",
        ),
        pytest.param(
            "If the reports are true, this would suggest that the road to the mill is safe.",
            [
                (
                    "unattributed",
                    "alleges",
                    "If the reports are true, the road to the mill is safe.",
                ),
            ],
            id="a condition that suggests",
        ),
        pytest.param(
            "The board denied there was a strike, and denounced the union.",
            [
                (
                    "The board",
                    "denies",
                    "There was a strike.",
                ),
            ],
            id="what else the board denounced",
        ),
        pytest.param(
            '"They know they cheated," Orlo told fans outside her hotel, where '
            "guards have been posted since Friday.",
            [
                (
                    "Orlo",
                    "alleges",
                    "They know they cheated.",
                ),
            ],
            id="where she told fans",
        ),
        pytest.param(
            'A fisherman, Otto Lund, said of the storm, "Three of our nets '
            'were lost and the quay was under water all night."',
            [
                (
                    "Otto Lund",
                    "alleges",
                    "Three of their nets were lost and the quay was under water all night.",
                ),
            ],
            id="said of the raid",
        ),
        pytest.param(
            "The coastguard said in a Friday post (which has since been "
            "removed) that it was looking for a red raft.",
            [
                (
                    "The coastguard",
                    "alleges",
                    "The coastguard was looking for a red raft.",
                ),
            ],
            id="a bracket before that",
        ),
        pytest.param(
            "According to the UN, the United States believes the mines were "
            "laid in return for oil.",
            [
                (
                    "United States",
                    "alleges",
                    "The mines were laid in return for oil.",
                ),
            ],
            id="who believes it",
        ),
        pytest.param(
            "The minister told radio the rumours of the coach secretly meeting a "
            'rival club were "amusing", but false.',
            [
                ("The minister", "denies", "The coach secretly met a rival club."),
                ("unattributed", "alleges", "The coach secretly met a rival club."),
            ],
            id="rumours of what one did were odd",
        ),
        pytest.param(
            "The palace said the rumours of the queen personally selling paintings "
            'to dealers were "inventive", but untrue.',
            [
                ("The palace", "denies", "The queen personally sold paintings to dealers."),
                ("unattributed", "alleges", "The queen personally sold paintings to dealers."),
            ],
            id="rumours of what she sold were odd",
        ),
        pytest.param(
            "A leaflet claiming the mayor had sold the park was handed out at every tram stop.",
            [("A leaflet", "alleges", "The mayor had sold the park.")],
            id="a leaflet was handed out",
        ),
        pytest.param(
            "A video alleging the bridge had cracked was viewed 90,000 times before noon.",
            [("A video", "alleges", "The bridge had cracked.")],
            id="a video was viewed",
        ),
        pytest.param(
            "Two posts claiming that the dam had burst were deleted on Sunday.",
            [("Two posts", "alleges", "The dam had burst.")],
            id="two posts were deleted",
        ),
        pytest.param(
            "The driver, who asked that her street not be printed, lives above the "
            "bakery and was near enough to see the crash, her lawyer said.",
            [
                ("the driver", "alleges", "The driver lives above the bakery."),
                ("the driver", "alleges", "The driver was near enough to see the crash."),
            ],
            id="the driver, who asked, lives",
        ),
        pytest.param(
            "A blogger citing harbour workers claims to have found the missing crate.",
            [("A blogger", "alleges", "A blogger has found the missing crate.")],
            id="whom the blogger has it from",
        ),
        pytest.param(
            "They show that Norvo expects its scooter to outsell all rivals.",
            [("Norvo", "alleges", "Norvo's scooter will outsell all rivals.")],
            id="its scooter",
        ),
        pytest.param(
            "A mother of three, Dahl was arrested in Oslo, the Post reported.",
            [("Post", "alleges", "Dahl was arrested in Oslo.")],
            id="a mother of three",
        ),
        pytest.param(
            "As for their wedding, Moss said she is in no hurry.",
            [("Moss", "alleges", "Moss is in no hurry.")],
            id="as for their wedding",
        ),
        pytest.param(
            "As for the gold model, Moss said the maker might sell 500.",
            [("Moss", "alleges", "As for the gold model, the maker might sell 500.")],
            id="as for the gold model, kept",
        ),
        pytest.param(
            "The union said the loan helped farmers from the north last year.",
            [("The union", "alleges", "The loan helped farmers from the north last year.")],
            id="helped them last year",
        ),
        pytest.param(
            "The mayor told reporters that divers had not yet reached the wreck, a "
            "fact that Brandt found hard to square with the film.",
            [("The mayor", "alleges", "Divers had not yet reached the wreck.")],
            id="what another makes of it",
        ),
        pytest.param(
            "Then again, perhaps Rolf is not in charge, according to Jan Witt, the "
            "head of the guild.",
            [("Jan Witt", "alleges", "Perhaps Rolf is not in charge.")],
            id="then again",
        ),
    ],
)
def test_one_right_sentence(text: str, found: list[tuple[str, str, str]]) -> None:
    assert sorted(tell(text)) == sorted(found)


@pytest.mark.parametrize(
    ("told", "beside", "whole"),
    [
        (
            "Mills's last call have been posted",
            "Audio and transcripts of senator Mills's last call have been posted online.",
            "Audio and transcripts of senator Mills's last call have been posted",
        ),
        (
            "the king selling arms were absurd",
            "Lund said rumours of the king selling arms were absurd.",
            "the king selling arms",
        ),
        (
            "it helped customers from the north",
            "on suspicion that it helped customers from the north conceal millions "
            "of euros, two said",
            "it helped customers from the north conceal millions of euros",
        ),
        (
            "it helped customers from the north",
            "that it helped customers from the north last year, two said",
            "it helped customers from the north",
        ),
        (
            "section of the pipe was already under repair",
            "“Although the leak began at noon, that section of the pipe was already under repair.”",
            "That section of the pipe was already under repair",
        ),
        (
            "the men of Lima were fed",
            "the men of Lima were fed",
            "the men of Lima were fed",
        ),
    ],
)
def test_subject_is_whole(told: str, beside: str, whole: str) -> None:
    assert restore_subject(told, beside) == whole
