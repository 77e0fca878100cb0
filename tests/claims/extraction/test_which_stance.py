"""Which stance it is: second thoughts, words that only sound like a denial, denials that do not: a
passage, and all that is found in it."""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import tell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Otto Lund said the lamp was not lit. The harbour board said otherwise.",
            [
                ("Otto Lund", "denies", "The lamp was lit."),
                ("harbour board", "alleges", "The lamp was lit."),
            ],
            id="who says otherwise denies all of it, its negation with it",
        ),
        pytest.param(
            "Lima denied that the well had been poisoned. Quito said otherwise.",
            [
                ("Lima", "denies", "The well had been poisoned."),
                ("Quito", "alleges", "The well had been poisoned."),
            ],
            id="and affirms what another denied",
        ),
        pytest.param(
            "Vera Holm said the tank was not sealed. Her brother said that was true.",
            [
                ("Vera Holm", "denies", "The tank was sealed."),
                ("Vera Holm's brother", "denies", "The tank was sealed."),
            ],
            id="what is true of a denial is that",
        ),
        pytest.param(
            'Coach Ivo Brand said reports that the roof would cost nine million were "way off".',
            [("Ivo Brand", "denies", "The roof would cost nine million.")],
            id="a report is way off",
        ),
        pytest.param(
            "Police said there was no sign of a break-in at the museum.",
            [("Police", "doubts", "There was a break-in at the museum.")],
            id="no sign of an event is a doubt of it",
        ),
        pytest.param(
            '"We have searched the hold, and there is nothing that points to an explosive '
            'device," the inspector, Rosa Linde, told reporters.',
            [("Rosa Linde", "doubts", "There was an explosive device.")],
            id="nor does anything point to it",
        ),
        pytest.param(
            "The pilot said he saw no sign of the boat.",
            [("The pilot", "alleges", "The pilot saw no sign of the boat.")],
            id="no sign of a thing that is sought is no doubt",
        ),
        pytest.param(
            "Hanna Falk confirmed that the coins were forged, but said that the stamps had "
            "been genuine.",
            [
                ("Hanna Falk", "confirms", "The coins were forged."),
                ("Hanna Falk", "alleges", "The stamps had been genuine."),
            ],
            id="who confirms something says something else, too",
        ),
        pytest.param(
            "Greta Voss said the auction was a farce and accused the jury of taking bribes.",
            [
                ("Greta Voss", "alleges", "The auction was a farce."),
                ("Greta Voss", "alleges", "The jury took bribes."),
            ],
            id="and accuses somebody",
        ),
        pytest.param(
            "Police said the driver had shouted and accused them of theft.",
            [("Police", "alleges", "The driver had shouted.")],
            id="where a clause is about another it may be theirs",
        ),
        pytest.param(
            "The navy rejected the union's claim that the dock held rockets, saying that the "
            "sheds had been bare since May.",
            [
                ("The navy", "denies", "The dock held rockets."),
                ("the union", "alleges", "The dock held rockets."),
                ("The navy", "alleges", "The sheds had been bare since May."),
            ],
            id="saying what they say against it",
        ),
        pytest.param(
            "Opponents claimed that the race was fixed, alleging that three horses had been doped.",
            [
                ("Opponents", "alleges", "The race was fixed."),
                ("Opponents", "alleges", "Three horses had been doped."),
            ],
            id="alleging something besides",
        ),
        pytest.param(
            "The mill denied the report, saying that the roof was safe and calling the paper a "
            "disgrace.",
            [("The mill", "alleges", "The roof was safe.")],
            id="what else they do is no part of it",
        ),
        pytest.param(
            "The firm confirmed that a call had taken place, but said that it was the mayor "
            "who had made it.",
            [
                ("The firm", "confirms", "A call had taken place."),
                ("The firm", "alleges", "It was the mayor who had made it."),
            ],
            id="of it was somebody who, it is told whole",
        ),
        pytest.param(
            "The Herald said a stove was still warm. Police confirmed that the hut had been "
            "searched but denied that there was any trace of a fight, as the Herald had "
            "reported.",
            [
                ("Herald", "alleges", "A stove was still warm."),
                ("Police", "confirms", "The hut had been searched."),
                ("Herald", "alleges", "There was a trace of a fight."),
                ("Police", "denies", "There was a trace of a fight."),
            ],
            id="who confirms one thing denies the other alone",
        ),
        pytest.param(
            "Otto Falk denied having sold the mill to the bank, as a farmers' league has alleged.",
            [
                ("Otto Falk", "denies", "Otto Falk has sold the mill to the bank."),
                ("a farmers' league", "alleges", "Otto Falk has sold the mill to the bank."),
            ],
            id="who is told behind a denial to have claimed it alleges it",
        ),
        pytest.param(
            "Lima denied that it had shelled the town, as it has repeatedly claimed.",
            [("Lima", "denies", "Lima had shelled the town.")],
            id="as it has always claimed is nobody else's word",
        ),
        pytest.param(
            "Fans say the singer was replaced by a double. ClipTime said it had labelled the "
            "video as misleading.",
            [
                ("Fans", "alleges", "The singer was replaced by a double."),
                ("ClipTime", "alleges", "ClipTime had labelled the video as misleading."),
            ],
            id="a label is no denial",
        ),
        pytest.param(
            "Igor Renz had drowned, a blog said. A fan club claimed the hoax was a stunt to "
            "sell tickets.",
            [
                ("a blog", "alleges", "Igor Renz had drowned."),
                ("A fan club", "alleges", "The hoax was a stunt to sell tickets."),
            ],
            id="what is said of a hoax is on that",
        ),
        pytest.param(
            "Its editor, Leo Stamm, said it was based on a letter. One of the trustees, Nora "
            "Wiik, said that she had been misled.",
            [
                ("Leo Stamm", "alleges", "It was based on a letter."),
                ("Nora Wiik", "alleges", "Nora Wiik had been misled."),
            ],
            id="who was misled denies nothing",
        ),
        pytest.param(
            "Kellmark said no files had been lost. One of the clerks, Hanna Bluhm, said the "
            "names of 60 patients were missing, contradicting the firm.",
            [
                ("Kellmark", "denies", "Files had been lost."),
                ("Hanna Bluhm", "alleges", "The names of 60 patients were missing."),
            ],
            id="who contradicts somebody tells what they tell",
        ),
        pytest.param(
            "A paper said the deal was off. Ada Orr said that nobody at the ministry had ever "
            "denied it.",
            [("A paper", "alleges", "The deal was off.")],
            id="that nobody ever denied it is who says so's word",
        ),
        pytest.param(
            "Doctors warn over 'wonder' belt sold as a diabetes cure\n\nIts makers say the "
            "belt can cure diabetes.",
            [("Its makers", "alleges", "The belt can cure diabetes.")],
            id="what others call a thing is not told by who warns of it",
        ),
        pytest.param(
            "There was no evidence that the seal was broken, the panel said. Mona Kray, a "
            "referee, is not so sure.",
            [("the panel", "doubts", "The seal was broken.")],
            id="who is not so sure of a doubt does not share it",
        ),
        pytest.param(
            "Ivo Lee claimed the mill was haunted. The owner dismissed the claim. Scientists, "
            "too, are sceptical.",
            [
                ("Ivo Lee", "alleges", "The mill was haunted."),
                ("The owner", "denies", "The mill was haunted."),
                ("Scientists", "doubts", "The mill was haunted."),
            ],
            id="but who is sceptical, too, does",
        ),
        pytest.param(
            "The minister denied that the dam had leaked. But farmers in Orsk contradicted the "
            "minister. They said that two fields were under water.",
            [
                ("The minister", "denies", "The dam had leaked."),
                ("farmers in Orsk", "alleges", "Two fields were under water."),
            ],
            id="who contradicts somebody that denied it does not deny it",
        ),
        pytest.param(
            "Police said the boat was empty. Ada Orr said she does not believe their story.",
            [
                ("Police", "alleges", "The boat was empty."),
                ("Ada Orr", "doubts", "The boat was empty."),
            ],
            id="who does not believe an account doubts it",
        ),
        pytest.param(
            "Vera Moll said she was pleased with the vote and did not believe that the council "
            "would sell the park.",
            [
                ("Vera Moll", "alleges", "Vera Moll was pleased with the vote."),
                ("Vera Moll", "doubts", "The council would sell the park."),
            ],
            id="nor is what they do not believe put forward",
        ),
        pytest.param(
            "The navy said smugglers rammed a patrol boat off Tarma. The smugglers denied it. "
            '"We stayed in the harbour, and we did not touch any boat," their leader, Juro '
            "Pell, said.",
            [
                ("The navy", "alleges", "Smugglers rammed a patrol boat off Tarma."),
                ("The smugglers", "denies", "Smugglers rammed a patrol boat off Tarma."),
                ("The smugglers", "denies", "Smugglers rammed a patrol boat off Tarma."),
            ],
            id="what is denied outright is on what was denied before",
        ),
        pytest.param(
            "Rolf Tamm denied a report in the Herald that his brother was negotiating with the "
            'bank. "He\'s not negotiating because there is nothing to negotiate," he said.',
            [
                ("Rolf Tamm", "denies", "The brother was negotiating with the bank."),
                ("Rolf Tamm", "denies", "The brother was negotiating with the bank."),
            ],
            id="why it is not so is no part of it",
        ),
        pytest.param(
            'The paper said Orr had taken money. "At no time did I take money from the '
            'fund," said Ada Orr.',
            [
                ("The paper", "alleges", "Ada Orr had taken money."),
                ("Ada Orr", "denies", "Ada Orr had taken money."),
            ],
            id="a denial may open with its negation",
        ),
        pytest.param(
            "The bank said no meeting was planned, contrary to reports in the Courier.",
            [("The bank", "denies", "A meeting was planned.")],
            id="contrary to a report",
        ),
        pytest.param(
            "A newspaper reported that the mayor had sold the bridge. It turned out that the "
            "mayor had not sold it.",
            [
                ("A newspaper", "alleges", "The mayor had sold the bridge."),
                ("unattributed", "denies", "The mayor had sold the bridge."),
            ],
            id="what turned out not to be so is denied",
        ),
        pytest.param(
            "The firm said the lift was safe. It turned out that the lift had not been tested.",
            [("The firm", "alleges", "The lift was safe.")],
            id="and nothing else is",
        ),
        pytest.param(
            "It was unclear, the minister, Ada Orr, said, if the boat had been sunk by Valia.",
            [("Ada Orr", "neither_confirms_nor_denies", "The boat had been sunk by Valia.")],
            id="whoever stands within what is not clear leaves it open",
        ),
        pytest.param(
            "The Post reported that Ada Orr had called voters idiots. The Foreign Office said "
            "it did not recognise the remarks.",
            [
                ("Post", "alleges", "Ada Orr had called voters idiots."),
                ("Foreign Office", "denies", "Ada Orr had called voters idiots."),
            ],
            id="who does not recognise remarks denies them",
        ),
        pytest.param(
            'The Post reported that Ada Orr had called voters idiots. "I never made that '
            'remark," Orr said.',
            [
                ("Post", "alleges", "Ada Orr had called voters idiots."),
                ("Ada Orr", "denies", "Ada Orr had called voters idiots."),
            ],
            id="and who never made that remark",
        ),
        pytest.param(
            "Prosecutors allege that between 2003 and 2007 he sold tickets for the Hope "
            "Lottery to his own staff.",
            [
                (
                    "Prosecutors",
                    "alleges",
                    "Between 2003 and 2007 he sold tickets for the Hope Lottery to his own staff.",
                )
            ],
            id="when it was, opens what is told",
        ),
        pytest.param(
            "Otto Lind accused Valia of having moved tanks to the river. Valia has previously "
            "denied doing so, though pictures appeared to show tanks near the bridge.",
            [
                ("Otto Lind", "alleges", "Valia had moved tanks to the river."),
                ("Valia", "denies", "Valia had moved tanks to the river."),
            ],
            id="who denied doing so, though pictures show it",
        ),
        pytest.param(
            "The existence of the bug is not yet confirmed.",
            [("unattributed", "neither_confirms_nor_denies", "The bug exists.")],
            id="what could not be confirmed exists",
        ),
    ],
)
def test_which_stance_it_is(text: str, found: list[tuple[str, str, str]]) -> None:
    assert tell(text) == found
