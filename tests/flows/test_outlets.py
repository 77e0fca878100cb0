"""What a board or a list says of an outlet that nothing on record came from."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.settings import Settings
from claims.store import Store
from flows.extractors import open_extractor
from flows.ingest import Intake
from flows.requests import IngestRequest

Type = Callable[..., Any]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("documents --outlet reuterz", "no outlet 'reuterz' is on record, nor in the catalogue"),
        ("board --outlet reuterz --as-of 2020-01-01", "; near it: reuters"),
        ("board --outlet zzzz", "no outlet 'zzzz' is on record, nor in the catalogue\n"),
        ("board --outlet reuters", "nothing from Reuters (reuters) is on record yet"),
        ("documents --outlet 'Thomson Reuters'", "nothing from Reuters (reuters) is on record"),
        ("board --outlet 'Meridian Wire'", "onrecord documents --outlet 'Meridian Wire'"),
    ],
)
def test_an_outlet_that_nothing_came_from_is_no_empty_list(
    ingested: Path, onrecord: Type, words: str, reason: str
) -> None:
    said = onrecord(*shlex.split(words))

    assert (said.status, said.out) == (1, "")
    assert reason in said.err


def test_a_board_by_outlet_knows_the_names_that_the_catalogue_gives_it(
    home: Path, onrecord: Type, held: Store, settings: Settings, tmp_path: Path
) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Chad denied on Tuesday that it had bought tanks from Germany.")
    request = IngestRequest(inputs=[str(article)], outlet="afp")
    with open_extractor(settings, "rules") as pool:
        intake = Intake(settings, held, pool)
        intake.work_through(list(intake.read(request)))

    for command, shown in (("board", "Chad"), ("documents", "Agence")):
        by_id = onrecord(command, "--outlet", "afp").out
        assert shown in by_id
        for name in ("AFP", "Agence France-Presse", "agence france presse"):
            assert onrecord(command, "--outlet", name).out == by_id
    assert "near it: Agence France-Presse" in onrecord("board", "--outlet", "Agence Frnce").err
