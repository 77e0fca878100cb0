"""On what a stance is whose words do not tell it, in stories of several claims."""

import pytest

from claims.extraction import extract
from claims.model import Document, Stance

BEAR = (
    'A post on the page "Vellin Tonight" said that "a bear is loose near the river". The police'
    " found no trace of any animal.\n\n"
)
FENCE = (
    "The mayor's office could neither confirm nor rule out that the zoo's fence had been damaged"
    ' in last week\'s storm, as an online petition alleges. Hana Brod rejected that as "nonsense".'
)
FEE = (
    "Real Lario have agreed a fee of 40 million euros for the striker Emeka Okoro, Radio Deportes"
    " reported on Friday. But Okoro's agent, Pat Doyle, said that he was at home in Hartlow. His"
    ' present club, Hartlow United, described the report as "pure fiction".'
)
SCHOOL = (
    "The army of Velia denied that it shelled the school in Tarsk. The rebels' political wing, the"
    " Tarsk Council, said that none of its fighters had been near the school."
)
CALF = (
    "The photograph of the calf was edited, Lars Olin said. It appeared on an account called"
    " Strange Nature, which claimed the calf had been born near Chernobyl. Olin posted his picture"
    " last Thursday. Some users remain unconvinced."
)


def read(text: str) -> list[tuple[str, Stance, str]]:
    found = extract(Document(text=text))
    told = {claim.id: claim.text for claim in found.claims}
    return [(f.party, f.stance, told[f.claim]) for f in found.findings]


@pytest.mark.parametrize(
    ("text", "party", "stance", "words"),
    [
        (BEAR + FENCE, "Vellin Tonight", Stance.ALLEGES, "bear is loose"),
        (BEAR + FENCE, "mayor's office", Stance.NEITHER, "fence had been damaged in last week's"),
        (BEAR + FENCE, "Hana Brod", Stance.DENIES, "fence had been damaged in last week's"),
        (FEE, "Hartlow United", Stance.DENIES, "agreed a fee"),
        (SCHOOL, "Tarsk Council", Stance.DENIES, "fighters had been near the school"),
    ],
)
def test_what_a_stance_is_on(text: str, party: str, stance: Stance, words: str) -> None:
    on = [claim for who, taken, claim in read(text) if (who, taken) == (party, stance)]
    assert len(on) == 1
    assert words in on[0]


def test_nobody_was_born_as_the_calf_was() -> None:
    assert not [claim for _, _, claim in read(CALF) if "Olin" in claim and "Chernobyl" in claim]


@pytest.mark.parametrize(
    ("told", "stance"),
    [
        ("Its author said he had no reason to doubt it.", Stance.CONFIRMS),
        ("The mayor did not doubt that a bear was loose.", Stance.ALLEGES),
        ("The mayor doubted it.", Stance.DOUBTS),
    ],
)
def test_who_does_not_doubt_it(told: str, stance: Stance) -> None:
    found = read(f"A bear is loose, a post said. {told}")
    assert stance in {taken for who, taken, _ in found if who != "a post"}
    assert (stance is Stance.DOUBTS) == (Stance.DOUBTS in {taken for _, taken, _ in found})


def test_a_call_that_is_rejected_is_no_claim() -> None:
    found = read(
        "France called for an inquiry. State news agency VNA reported that the school had been"
        " empty. The Velian foreign minister, Ada Quin, rejected the call as interference."
    )
    assert "Quin" not in " ".join(who for who, taken, _ in found if taken is Stance.DENIES)


NURSE = (
    "Nine people who died in the district of Delm last week were not killed by the new flu vaccine,"
    ' the health ministry said on Thursday.\n\n"Not one of the deaths has been linked to the'
    ' vaccine," Health Minister Rosa Vidal told parliament. Six of the nine had not been vaccinated'
    " at all, she said.\n\nThe claim goes back to a voice message by a woman who says she is a"
    ' nurse at the Delm clinic. "They gave it to the old people in ward four and by the evening'
    ' they were gone," she says in the recording. '
    "The clinic's director, Dr Paul Amare, said nobody by the name she gives works there."
)
ROCKETS = (
    "Orland's military intelligence said on Friday that shells made in North Korea had been fired"
    " at the city of Zarin.\n\nAn adviser to the president, who asked not to be named, admitted"
    " that Orland had itself bought old North Korean rockets, seized from a ship last year. The"
    " president's office later disputed that account."
)


def test_what_a_woman_says_is_not_put_on_the_minister() -> None:
    found = extract(Document(text=NURSE)).findings
    said = [(f.party, f.speaker) for f in found if "ward four" in f.span.exact]
    assert said
    assert not [who for who in said if "Vidal" in f"{who}"]
    assert {f.party for f in found if "works there" in f.span.exact} == {"Paul Amare"}


def test_that_account_is_what_was_admitted() -> None:
    on = [claim for who, taken, claim in read(ROCKETS) if taken is Stance.DENIES]
    assert len(on) == 1
    assert "rockets" in on[0]


DOGS = (
    "Town council denies plan to ban dogs from beach\n\nClaims that the Port Ellis council will ban"
    ' dogs from the town beach from June are "complete nonsense", the council leader, Ruth Penn,'
    " said on Monday.\n\nThe Dog Owners' Association said its members had every reason to be"
    " worried. Its secretary, Alan Firth, said that a councillor had told him in private that a ban"
    ' was "only a matter of time".'
)


def test_its_secretary_is_not_of_the_council_of_the_headline() -> None:
    found = extract(Document(text=DOGS)).findings
    told = {f.party for f in found if "matter of time" in f.span.exact}
    assert told
    assert "Town council" not in told


def test_who_denies_anything_of_the_kind_denies_what_was_told() -> None:
    text = (
        "Pyongyang is believed to be shipping rockets and missiles to Russia for its war in"
        " Ukraine. North Korea denies that it has sent any arms."
    )
    found = extract(Document(text=text))
    assert [finding.stance for finding in found.findings] == [Stance.ALLEGES, Stance.DENIES]
    assert len(found.claims) == 1


def test_who_confirms_one_thing_and_would_not_say_another_confirms_it() -> None:
    text = (
        "A balloon was seen over Latin America, the Pentagon alleged. Colombia's air force"
        " confirmed that an object had passed through its airspace, but did not say whose it was."
    )
    found = extract(Document(text=text))
    confirmed = [f for f in found.findings if f.stance is Stance.CONFIRMS]
    assert [finding.party for finding in confirmed] == ["Colombia's air force"]
