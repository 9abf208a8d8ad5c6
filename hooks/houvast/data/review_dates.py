"""When a page or a help number was last checked, and when it is due to be checked again."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeGuard

from houvast.data.problem import Problem

# A machine's clock may run behind, which is no reason to stop a build; a year that is mistyped is further off.
LATEST_IN_MONTHS = 60

ReportKey = Callable[[str, str, str], None]
"""Takes the key that is wrong, what is wrong with it, and the remedy."""


@dataclass(frozen=True)
class Check:
    """When something was last checked, and when it is due again."""

    checked: date
    due: date

    def is_overdue(self, today: date) -> bool:
        """Whether the day on which it was due is over."""
        return self.due < today


def build_day(environment: Mapping[str, str]) -> date:
    """The day of the build: that of SOURCE_DATE_EPOCH (in UTC) where it is set, today where it is not."""
    if epoch := environment.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return date.today()


def months_later(day: date, months: int) -> date:
    """The same day some months later; the last day of a month that is too short for it."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def read_check(said: Mapping[str, Any], months: int, today: date, report: ReportKey) -> Check | None:
    """Read `checked` and `check_again`.

    Args:
        said: What an author says about a page or a help number.
        months: After how many months it is due, unless `check_again` says when.
        today: The day of the build.
        report: Takes each mistake.

    Returns:
        When it was checked and is due, or nothing where that cannot be read.
    """
    checked = said.get("checked")
    if "checked" not in said:
        report(
            "checked", "it is not said when this was last checked.", f"Add `checked: {today}`, the day of the check."
        )
        return None
    if not _is_day(checked):
        report("checked", f"'checked' is no date: {checked}.", _write("checked", today))
        return None
    if checked > months_later(today, LATEST_IN_MONTHS):
        what = f"'checked' is in the future: {checked}, and the build is of {today}."
        report("checked", what, "Give the day on which it was really checked.")
        return None
    if "check_again" not in said:
        return Check(checked, months_later(checked, months))
    again = said["check_again"]
    if not _is_day(again):
        report("check_again", f"'check_again' is no date: {again}.", _write("check_again", months_later(today, months)))
        return None
    if again < checked:
        what = f"'check_again' ({again}) is before 'checked' ({checked})."
        report("check_again", what, "Give a later date, or remove it: then the period in mkdocs.yml holds.")
        return None
    return Check(checked, again)


def overdue_message(path: str, line: int, thing: str, check: Check) -> str:
    """What the build reports of something whose check is overdue, in one line.

    Args:
        path: The file, for the message.
        line: The line of its `checked`.
        thing: What it is, as in "the page".
        check: When it was checked and due.
    """
    what = f"{thing} was due for a check on {check.due} (last checked on {check.checked})."
    remedy = "Check what it says, and set `checked` to the day on which you did."
    return str(Problem(path, line, what, remedy))


def _is_day(value: object) -> TypeGuard[date]:
    # A time of day makes a datetime, which is a date as well and cannot be compared with one.
    return isinstance(value, date) and not isinstance(value, datetime)


def _write(key: str, example: date) -> str:
    return f"Write year, month and day, without quotes, as in `{key}: {example}`."
