"""A noun phrase gets the verb that its quote gives it; what is a sentence stays."""

import pytest

from claims.extraction.wording.whole import make_whole


@pytest.mark.parametrize(
    ("claim", "quote", "whole"),
    [
        # who is expected to do something will
        ("The mill to close in May.", "analysts expect the mill to close in May", "will close"),
        ("The mill to close in May.", "analysts expected the mill to close in May", "would close"),
        ("The mills to stay silent.", "she forecasts the mills to stay silent", "will stay"),
        ("Orr to be the thief.", "the board considers Orr to be the thief", "Orr is the thief."),
        ("The men to have fled.", "the board believes the men to have fled", "men have fled"),
        ("Orr said to be happy.", "", ""),
        ("Likely to be the mill.", "", ""),
        ("A plan to close the mill.", "the board announced a plan to close the mill", ""),
        # "watches" may be a verb, but what stands right behind "expect" is no clause
        ("The mill to sell ten watches.", "they expect the mill to sell ten watches", "will sell"),
        # what is listed as something is that
        (
            "The watch as dust-proof.",
            "he confirmed the watch as dust-proof",
            "watch is dust-proof.",
        ),
        (
            'The fire as "a message".',
            'Orr described the fire as "a message"',
            "fire is a message.",
        ),
        ("Ada Orr as a spy.", "Lima has listed Ada Orr as a spy", "Ada Orr is a spy."),
        ("Two bakers as the thieves.", "police identified two bakers as the thieves", "are the"),
        ("Ada Orr as a girl.", "the book told of Ada Orr as a girl", ""),
        # whoever is told of by what they did did it
        ("A baker who fled on Monday.", "", "A baker fled on Monday."),
        ("The caller, who gave only her first name.", "", "The caller gave only her first name."),
        ("A piece of the rock that fell on Perth.", "", ""),
        ("The ferry that the cook had sold.", "", ""),
        # what is shown at it was done
        ("Rebels using gas near the mill.", "", "Rebels used gas near the mill."),
        ("A band of bakers stealing flour.", "", "A band of bakers stole flour."),
        ("The video of a baker stealing flour.", "", "A baker stole flour."),
        ("Two men planning a coup.", "", "Two men were planning a coup."),
        ("The bombing of the mill.", "", ""),
        ("Arms being sold by rebels.", "showing arms being sold by rebels", "Arms were being sold"),
        ("Aid being sold by rebels.", "showing aid being sold by rebels", "Aid was being sold"),
        ("Kelso Now being called of the bank.", "Kelso Now, as it is being called", ""),
        ("The first one being the Mac.", "the first one being the Mac", "first one was the Mac"),
        ("Rather than people being shy.", "rather than people being shy", ""),
        ("Him down an alley, pinning the girl to a wall.", "", ""),
        ("The board's planning of a coup.", "", ""),
        ("A growing number of mills.", "", ""),
        # a sentence stays
        ("The baker who fled was found.", "", ""),
        ("They sold the mill, using a lawyer.", "", ""),
    ],
)
def test_make_whole(claim: str, quote: str, whole: str) -> None:
    found = make_whole(claim, quote)
    assert whole in found if whole else found == claim
