"""Dates as the material writes them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.readers.dates import find_dateline, parse_date, read_dateline


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2025-04-28T19:23:46Z", utc(2025, 4, 28, 19, 23, 46)),
        ("2025-04-28T19:23:46+02:00", utc(2025, 4, 28, 17, 23, 46)),
        ("2020-01-13", utc(2020, 1, 13)),
        ("Wed, 03 Jan 2018 13:47:00 GMT", utc(2018, 1, 3, 13, 47)),
        ("3 Jan 2018 13:47 +0530", utc(2018, 1, 3, 8, 17)),
        ("3 Jan 2018 13:47:00 EST", utc(2018, 1, 3, 18, 47)),
        ("March 5, 2021 3:04 pm KST", utc(2021, 3, 5, 6, 4)),
        ("2024-02", None),
        ("February 2024", None),
        ("Tuesday", None),
        ("10:30", None),
        ("0001-01-01T00:00:00Z", None),
        ("9999-12-31", None),
        ("20 Feb 2024 09:00 +9999", None),
        ("not a date", None),
        ("1" * 500, None),
        ("", None),
        (None, None),
        (20240220, None),
    ],
)
def test_dates(value: object, moment: datetime | None) -> None:
    assert parse_date(value) == moment


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("February 20, 2024 12:20 pm | Updated 12:20 pm IST - SEOUL", utc(2024, 2, 20, 6, 50)),
        ("Published: 3 March 2023, 08:15 GMT", utc(2023, 3, 3, 8, 15)),
        ("Feb. 6, 2023 6.30 p.m. EST", utc(2023, 2, 6, 23, 30)),
        ("Monday 04 August 2014", utc(2014, 8, 4)),
        ("Updated on 2022-10-01", utc(2022, 10, 1)),
        ("June 1st, 2021", utc(2021, 6, 1)),
        ("PORT AMBER, March 3, 2026 (Reuters) - Veldania said no.", utc(2026, 3, 3)),
        ("WASHINGTON, 3 March 2026 - Veldania said no.", utc(2026, 3, 3)),
        ("MOSCOW, March 4 2026 (Reuters) - Veldania said no.", utc(2026, 3, 4)),
        ("SPRINGFIELD, Mo., MARCH 4, 2026 (AP) — “No,” it said.", utc(2026, 3, 4)),
        ("GENEVA/PARIS, Mon., Sept. 2, 2020 6.30 p.m. EST (AFP) -- No.", utc(2020, 9, 2, 23, 30)),
        ("Rio de Janeiro, 3 March 2026 – The ministry denied it.", utc(2026, 3, 3)),
        ("OTTAWA, Ontario - March 3, 2026 - The ministry denied it.", utc(2026, 3, 3)),
        ("MOSCOW, March 4, 2026 /TASS/. The ministry denied it.", utc(2026, 3, 4)),
        ("PORT AMBER, 2026-03-03 (Reuters) -", utc(2026, 3, 3)),
        ("PORT AMBER, March 33, 2026 (Reuters) - Veldania said no.", None),
        ("Via WorldNewsDaily.com, Feb. 4, 2015:", None),
        ("On Monday, March 3, 2026 - The envoy left.", None),
        ("The envoy left Geneva, March 3, 2026 - The talks had failed.", None),
        ("Geneva, March 3, 2026 - a day that the envoy will not forget.", None),
        ("February 20, 2024 was the day on which the envoy left.", None),
        ("The envoy left on February 20, 2024", None),
        ("SEOUL, Feb 20 (Meridian Wire) - The envoy left", None),
        ("February 30, 2024", None),
        ("", None),
    ],
)
def test_datelines(line: str, moment: datetime | None) -> None:
    assert read_dateline(line) == moment


def test_a_dateline_counts_in_the_first_lines_only() -> None:
    assert find_dateline("Envoy leaves\n\nMay 2, 2020\n\nHe left.") == utc(2020, 5, 2)
    assert find_dateline("line\n" * 10 + "May 2, 2020") is None
    story = "By Ann Example\n\nPORT AMBER, March 3, 2026 (Reuters) - " + "Veldania said no. " * 99
    assert find_dateline(story) == utc(2026, 3, 3)


@given(st.text(max_size=120))
def test_no_string_breaks_the_date_readers(text: str) -> None:
    for found in (parse_date(text), read_dateline(text)):
        assert found is None or found.utcoffset() is not None
