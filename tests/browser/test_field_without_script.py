"""A field that its script cannot make work stops nothing else: all other fields of the form keep their reader."""

from __future__ import annotations

from pathlib import Path

import pytest
from filled_form import FilledForm
from playwright.sync_api import Page, Route, expect
from site_server import SiteServer

SHEETS = {"nl": "werk/bladen/stappen-vastleggen/", "en": "en/work/sheets/steps-log/"}
DATE = ".field[data-kind=date]"
# What is wrong with the first date of the sheet, and what is said of it besides its name.
FAULTS = {
    "a kind that no script knows": ('data-kind="date"', 'data-kind="moon"', "kind without a script: moon"),
    "an element that is not there": ('class="field__printed"', 'class="gone"', "no .field__printed in <div"),
}


@pytest.mark.parametrize("language", SHEETS)
@pytest.mark.parametrize("fault", FAULTS)
def test_the_form_goes_on_without_the_field(
    page: Page, server: SiteServer, tmp_path: Path, language: str, fault: str
) -> None:
    old, new, says = FAULTS[fault]
    address = server.url + SHEETS[language]
    page.goto(address)
    name = page.locator(DATE).first.get_attribute("data-field")

    def spoil(route: Route) -> None:
        before, field, after = route.fetch().text().partition(f'data-field="{name}"')
        route.fulfill(body=before + field + after.replace(old, new, 1), content_type="text/html; charset=utf-8")

    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(error.message))
    page.route(address, spoil)
    page.goto(address)
    form = FilledForm(page, tmp_path)
    (error,) = errors
    assert says in error
    expect(page.locator(f'[data-field="{name}"] input')).to_be_disabled()

    form.fill()
    state = form.state()
    file = form.save()
    page.locator('[data-action="clear"]').click()
    assert form.state() != state
    form.open(file)
    expect(form.message).not_to_be_empty()
    fields_that_work = {field: value for field, value in state.items() if field != name}
    assert {field: value for field, value in form.state().items() if field != name} == fields_that_work
    assert len(errors) == 1
