"""Irregular English forms, which no stemmer knows: "sold" is "sell"."""

from __future__ import annotations

from collections.abc import Mapping

_FORMS = """
arise arose arisen | beat beaten | become became | begin began begun | bite bit bitten
blow blew blown | break broke broken | bring brought | build built | burn burnt | buy bought
catch caught | choose chose chosen | come came | deal dealt | dig dug | draw drew drawn
drink drank drunk | drive drove driven | eat ate eaten | fall fell fallen | feed fed | fight fought
find found | flee fled | fly flew flown | forbid forbade forbidden | forget forgot forgotten
freeze froze frozen | give gave given | go went gone | grow grew grown | hang hung | hear heard
hide hid hidden | hold held | keep kept | know knew known | lay laid | lead led | leave left
lend lent | lose lost | make made | mean meant | meet met | pay paid | ride rode ridden
ring rang rung | rise rose risen | run ran | say said | see saw seen | seek sought | sell sold
send sent | shake shook shaken | shine shone | shoot shot | show shown | shrink shrank shrunk
sing sang sung | sink sank sunk | sit sat | sleep slept | speak spoke spoken | spend spent
spy spied | stand stood | steal stole stolen | stick stuck | strike struck stricken
swear swore sworn | sweep swept | swim swam swum | take took taken | teach taught
tear tore torn | tell told | think thought | throw threw thrown | understand understood
wake woke woken | wear wore worn
weep wept | win won | withdraw withdrew withdrawn | write wrote written
child children | man men | woman women | wife wives | life lives | knife knives
"""


def _read_forms() -> dict[str, str]:
    known: dict[str, str] = {}
    for line in _FORMS.strip().splitlines():
        for group in line.split("|"):
            base, *others = group.split()
            known.update(dict.fromkeys(others, base))
    return known


BASE_FORMS: Mapping[str, str] = _read_forms()
"""Base form of each irregular one."""
