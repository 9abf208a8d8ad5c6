"""When pages and help numbers were last checked and are due: read, shown, and reported once they are overdue."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from built_site import BuiltSite
from houvast.data.review_dates import Check, build_day, months_later, overdue_message, read_check
from lxml import html
from playwright.sync_api import Page, expect
from site_languages import LANGUAGES
from site_server import SiteServer
from small_project import SmallProject

TODAY = date(2027, 3, 1)


def read(**said: Any) -> tuple[Check | None, list[tuple[str, str, str]]]:
    """What is read, and what is reported: key, what, remedy."""
    reported: list[tuple[str, str, str]] = []
    check = read_check(said, 12, TODAY, lambda *mistake: reported.append(mistake))
    return check, reported


def epoch(day: date) -> str:
    return str(int(datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 22), 12, date(2027, 11, 22)),
        (date(2026, 11, 22), 1, date(2026, 12, 22)),
        (date(2026, 11, 22), 2, date(2027, 1, 22)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 31), 24, date(2028, 12, 31)),
    ],
)
def test_months_are_counted_by_the_calendar(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


def test_the_day_of_the_build_can_be_set() -> None:
    assert build_day({"SOURCE_DATE_EPOCH": "0"}) == date(1970, 1, 1)
    assert build_day({"SOURCE_DATE_EPOCH": epoch(TODAY)}) == TODAY
    assert abs((build_day({}) - date.today()).days) <= 1


def test_it_is_due_after_the_period_or_on_a_day_of_its_own() -> None:
    assert read(checked=date(2026, 11, 22)) == (Check(date(2026, 11, 22), date(2027, 11, 22)), [])
    assert read(checked=TODAY, check_again=TODAY) == (Check(TODAY, TODAY), [])
    assert read(checked=date(2026, 1, 1), check_again=date(2030, 1, 1))[0] == Check(date(2026, 1, 1), date(2030, 1, 1))


def test_it_is_overdue_once_the_day_is_over() -> None:
    check = Check(date(2026, 3, 1), TODAY)
    assert not check.is_overdue(TODAY)
    assert check.is_overdue(date(2027, 3, 2))
    assert overdue_message("docs/nl/a.md", 5, "the page", check) == (
        "docs/nl/a.md:5: the page was due for a check on 2027-03-01 (last checked on 2026-03-01). "
        "Check what it says, and set `checked` to the day on which you did."
    )


@pytest.mark.parametrize("no_day", ["22-11-2026", "", None, True, 2026, datetime(2026, 11, 22, 10), [date(2026, 1, 1)]])
def test_only_a_date_is_a_date(no_day: object) -> None:
    check, (mistake,) = read(checked=no_day)
    assert check is None
    assert mistake[:2] == ("checked", f"'checked' is no date: {no_day}.")
    check, (mistake,) = read(checked=TODAY, check_again=no_day)
    assert check is None
    assert mistake[:2] == ("check_again", f"'check_again' is no date: {no_day}.")


def test_what_is_overdue_is_listed_and_stops_no_build(small_project: SmallProject) -> None:
    days = {"docs/nl/vragen.md": "2020-02-03", "docs/nl/lijst.md": "2020-02-02"}
    days["docs/nl/blad.md"] = "2020-01-01\ncheck_again: 2098-01-01"
    for path in (small_project.folder / "docs").glob("??/*.md"):
        file = path.relative_to(small_project.folder).as_posix()
        small_project.change(file, "checked: 2026-11-22", f"checked: {days.get(file, '2096-11-22')}")
    numbers = (small_project.folder / "data/helplines.yml").read_text("utf-8")
    numbers = re.sub(r"checked: [\d-]+", "checked: 2096-06-30", numbers)
    small_project.write("data/helplines.yml", numbers.replace("checked: 2096-06-30", "checked: 2096-06-29", 1))
    result = small_project.build(SOURCE_DATE_EPOCH=epoch(date(2096, 12, 30)))
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr
    told = [line for line in result.stderr.splitlines() if "was due for a check" in line]
    assert [line.partition(" (")[0] for line in told] == [
        "INFO    -  docs/nl/lijst.md:5: the page was due for a check on 2021-02-02",
        "INFO    -  docs/nl/vragen.md:5: the page was due for a check on 2021-02-03",
        "INFO    -  data/helplines.yml:14: the help number 'emergency-nl' was due for a check on 2096-12-29",
    ]
    shown = html.parse(str(small_project.site / "blad/index.html")).xpath(
        '//article/p[@class="page-check"]/time/@datetime'
    )
    # Behind it the page holds its other language.
    assert shown[:2] == ["2020-01-01", "2098-01-01"]


def test_every_page_ends_with_when_it_was_checked_and_is_due(site: BuiltSite) -> None:
    for address in site.addresses:
        (shown,) = site.tree(address).xpath('//article/p[@class="page-check"][count(time) = 2]')
        checked, due = (date.fromisoformat(day) for day in shown.xpath("./time/@datetime"))
        assert checked < due, address


def test_it_is_said_in_the_readers_language_and_left_out_on_paper(page: Page, server: SiteServer) -> None:
    for address, said in (("werk/openen/", r"Gecontroleerd op \d+ \w+ \d{4}\."), ("en/", r"Last checked on \d+ \w+ ")):
        page.emulate_media(media="screen")
        page.goto(server.url + address)
        line = page.locator(".page-check")
        expect(line).to_have_text(re.compile(said))
        page.emulate_media(media="print")
        expect(line).to_be_hidden()


def test_help_numbers_say_it_where_they_are_listed(site: BuiltSite) -> None:
    for language in LANGUAGES:
        listed = site.find(language, '//section[@class="helplines"]//details//li')
        assert listed
        for line in listed:
            checked, due = (date.fromisoformat(day) for day in line.xpath("./time/@datetime"))
            assert checked < due
            assert "{" not in line.text_content()


def test_the_statement_on_accessibility_is_linked_in_both_languages(site: BuiltSite) -> None:
    for about, link in (("over/", "toegankelijkheid/"), ("en/about/", "accessibility/")):
        assert site.tree(about).xpath(f'//article/p/a[@href="{link}"]')
        assert site.tree(about + link).xpath("string(//h1)")
