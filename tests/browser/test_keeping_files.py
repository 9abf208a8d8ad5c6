"""A reader keeps a form as a file and opens it again: what is asked, what is said, and that nothing is lost."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import locked_file
import pytest
import yaml
from filled_form import PASSPHRASE, FilledForm, turn_to_form
from hostile_files import KINDS, locked_members, readable_file, signed
from playwright.sync_api import Browser, Page, expect
from project_root import ROOT
from site_server import SiteServer

PLAN = {"nl": "werk/bladen/veiligheidsplan/", "en": "en/work/sheets/safety-plan/"}
HOME = {"nl": "thuis/bladen/pauze/", "en": "en/home/sheets/time-out-sheet/"}
SAID = {
    language: yaml.safe_load((ROOT / f"data/{language}/words.yml").read_text("utf-8"))["said"]
    for language in ("nl", "en")
}
NOT_LOADED = {
    language: yaml.safe_load((ROOT / f"data/{language}/words.yml").read_text("utf-8"))["form"]["not_loaded"]
    for language in SAID
}
LANGUAGES = list(SAID)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def plan(page: Page, server: SiteServer, tmp_path: Path, language: str) -> FilledForm:
    """The safety plan, empty."""
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(server.url + PLAN[language])
    turn_to_form(page)
    return FilledForm(page, tmp_path)


def plan_file(answers: dict[str, Any], **others: object) -> dict[str, Any]:
    return file(signed(readable_file(answers, form="safety-plan", **others)))


def file(content: bytes) -> dict[str, Any]:
    """A file as the reader chooses it."""
    return {"name": "notities.json", "mimeType": "application/json", "buffer": content}


def first_text(plan: FilledForm) -> Any:
    return plan.page.locator(".field[data-kind=text] textarea").first


def test_opening_asks_before_it_replaces_and_can_be_put_back(plan: FilledForm, language: str) -> None:
    page, said = plan.page, SAID[language]
    area = first_text(plan)
    name = str(area.get_attribute("name"))
    plan.choose_file(plan_file({name: "uit het bestand"}))
    expect(plan.message).to_have_text(said["opened"])
    expect(area).to_have_value("uit het bestand")
    area.fill("wat er nu staat")
    plan.choose_file(plan_file({name: "uit het bestand"}))
    question = page.locator("[data-replace]")
    expect(question).to_be_visible()
    expect(question.locator("button").first).to_be_focused()
    expect(area).to_have_value("wat er nu staat")
    question.locator('[data-action="stop-opening"]').click()
    expect(question).to_be_hidden()
    expect(plan.message).to_have_text(said["stopped"])
    expect(area).to_have_value("wat er nu staat")
    plan.choose_file(plan_file({name: "uit het bestand"}))
    page.locator('[data-action="replace"]').click()
    expect(area).to_have_value("uit het bestand")
    page.locator('[data-action="undo"]').click()
    expect(area).to_have_value("wat er nu staat")


def test_the_same_file_can_be_chosen_twice(plan: FilledForm) -> None:
    area = first_text(plan)
    chosen = plan_file({str(area.get_attribute("name")): "eerst"})
    plan.choose_file(chosen)
    expect(area).to_have_value("eerst")
    plan.page.locator('[data-action="clear"]').click()
    expect(area).to_have_value("")
    plan.choose_file(chosen)
    expect(area).to_have_value("eerst")


def test_a_locked_file_asks_for_its_passphrase_until_it_is_right(plan: FilledForm, language: str) -> None:
    page, said = plan.page, SAID[language]
    first_text(plan).fill("achter slot")
    before = plan.state()
    saved = plan.save("save-locked")
    expect(plan.message).to_have_text(said["saved_locked"])
    expect(page.locator("[data-passphrase]")).to_have_value("")
    page.reload()
    plan.open(saved, "iets heel anders dan dat")
    expect(plan.message).to_have_text(said["file_wrong_passphrase"])
    assert plan.state() != before
    page.locator("[data-unlock-passphrase]").fill(PASSPHRASE)
    page.keyboard.press("Enter")
    expect(plan.message).to_have_text(said["opened"])
    assert plan.state() == before
    expect(page.locator("[data-unlock]")).to_be_hidden()
    expect(page.locator("[data-unlock-passphrase]")).to_have_value("")
    # What was saved is opened by another program that knows the passphrase, written from the documentation alone.
    members = json.loads(locked_file.open_file(saved.read_bytes(), PASSPHRASE))
    assert members["form"] == "safety-plan"
    assert "achter slot" in members["answers"].values()


# What is said of each, and of how many words it counts.
WEAK = {
    "": ("passphrase_short", 0),
    "   ": ("passphrase_short", 0),
    "geheim": ("passphrase_short", 1),
    "Drie drie korte wrd": ("passphrase_short", 3),
    "1 2 3 4": ("passphrase_short", 0),
    "ja ja ja ja": ("passphrase_short", 0),
    "aaaaaaaaaaaaaaaa": ("passphrase_guessable", 0),
    "12345678 12345678": ("passphrase_short", 0),
    "aaa bbb ccc ddd": ("passphrase_guessable", 0),
}


def test_a_weak_passphrase_locks_nothing_and_what_it_lacks_is_said(plan: FilledForm, language: str) -> None:
    plan.show_files()
    saved: list[object] = []
    plan.page.on("download", lambda download: saved.append(download))
    for weak, (key, count) in WEAK.items():
        for field in plan.page.locator("[data-lock] input").all():
            field.fill(weak)
        plan.page.locator('[data-action="save-locked"]').click()
        expect(plan.message).to_have_text(SAID[language][key].replace("{number}", str(count)))
        expect(plan.page.locator("[data-passphrase]")).to_be_focused()
    assert saved == []


def test_a_slip_in_a_passphrase_is_noticed_before_it_locks(plan: FilledForm, language: str) -> None:
    plan.show_files()
    first, second = plan.page.locator("[data-lock] input").all()
    first.fill(PASSPHRASE)
    for slip in ("", PASSPHRASE + "s"):
        second.fill(slip)
        plan.page.locator('[data-action="save-locked"]').click()
        expect(plan.message).to_have_text(SAID[language]["passphrase_differs"])
        expect(second).to_be_focused()
    # A capital and a space more are no slip.
    second.fill(f" {PASSPHRASE.title()}")
    with plan.page.expect_download():
        second.press("Enter")
    expect(plan.message).to_have_text(SAID[language]["saved_locked"])
    for field in (first, second):
        expect(field).to_have_value("")


@pytest.mark.parametrize("box", ["[data-lock]", "[data-unlock]"])
def test_a_passphrase_is_seen_only_while_the_reader_wants_it(plan: FilledForm, box: str) -> None:
    plan.show_files()
    if box == "[data-unlock]":
        plan.choose_file(file(signed(locked_members())))
    button = plan.page.locator(f"{box} [data-show]")
    fields = plan.page.locator(f"{box} input")

    def check(is_shown: bool) -> None:
        expect(button).to_have_attribute("aria-pressed", str(is_shown).lower())
        seen = fields.evaluate_all("fields => fields.map((field) => getComputedStyle(field).webkitTextSecurity)")
        assert set(seen) == {"none" if is_shown else "disc"}

    check(False)
    button.click()
    check(True)
    button.click()
    check(False)
    button.click()
    fields.first.fill("half getypt")
    plan.page.locator('[data-action="clear"]').click()
    check(False)
    expect(fields.first).to_have_value("")


def proposed_words(language: str) -> list[str]:
    return (ROOT / f"data/{language}/passphrase-words.txt").read_text("utf-8").split()


def propose(plan: FilledForm) -> str:
    plan.show_files()
    field = plan.page.locator("[data-passphrase]")
    field.fill("")
    plan.page.locator('[data-action="propose"]').click()
    expect(field).not_to_have_value("")
    return field.input_value()


def test_words_are_proposed_in_the_language_of_the_page(plan: FilledForm, language: str) -> None:
    proposed = propose(plan)
    assert len(set(proposed.split())) == 5
    assert set(proposed.split()) <= set(proposed_words(language))
    expect(plan.message).to_have_text(SAID[language]["proposed"])
    # Nothing is seen of them before the reader looks, and they are typed again by hand.
    expect(plan.page.locator("[data-lock] [data-show]")).to_have_attribute("aria-pressed", "false")
    second = plan.page.locator("[data-lock] input").last
    expect(second).to_have_value("")
    second.fill(proposed)
    with plan.page.expect_download() as saved:
        plan.page.locator('[data-action="save-locked"]').click()
    assert json.loads(locked_file.open_file(Path(saved.value.path()).read_bytes(), proposed))["form"] == "safety-plan"
    # The other language proposes its own.
    first_text(plan).fill("een antwoord")
    (other,) = {*LANGUAGES} - {language}
    plan.page.locator(f".language-switch a[hreflang={other}]").click()
    expect(plan.page.locator("[data-passphrase]")).to_have_attribute("data-language", other)
    assert set(propose(plan).split()) <= set(proposed_words(other))


def test_proposed_words_are_drawn_by_chance_that_nobody_can_guess(plan: FilledForm, language: str) -> None:
    # Not by Math.random, which can be computed; and no word twice.
    plan.page.evaluate("""() => {
      const drawn = [3, 3, 0, 2 ** 32 - 1, 3, 1, 2];
      crypto.getRandomValues = (numbers) => numbers.fill(drawn.shift());
      Math.random = () => 0.5;
    }""")
    words = proposed_words(language)
    assert propose(plan).split() == [words[number] for number in (3, 0, (2**32 - 1) % len(words), 1, 2)]


def test_without_a_connection_no_words_are_proposed_and_it_is_said(plan: FilledForm, language: str) -> None:
    plan.page.route("**/words*.js", lambda route: route.abort())
    plan.show_files()
    plan.page.locator("[data-passphrase]").fill("mijn eigen")
    plan.page.locator('[data-action="propose"]').click()
    expect(plan.message).to_have_text(NOT_LOADED[language])
    expect(plan.page.locator("[data-passphrase]")).to_have_value("mijn eigen")
    plan.page.unroute("**/words*.js")
    assert propose(plan)


def test_words_for_passphrases_are_no_part_of_what_every_form_loads(page: Page, server: SiteServer) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server.url + PLAN["nl"])
    turn_to_form(page)
    assert not any(address.endswith("/words.js") for address in asked)


EDITORS: dict[str, Callable[[str], str]] = {
    "Windows": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "printed anew": lambda text: json.dumps(json.loads(text), indent=4),
}


@pytest.mark.parametrize("editor", EDITORS)
@pytest.mark.parametrize("action", ["save", "save-locked"])
def test_a_file_that_an_editor_saved_anew_opens(plan: FilledForm, language: str, editor: str, action: str) -> None:
    first_text(plan).fill("één antwoord\nen meer")
    before = plan.state()
    saved = plan.save(action)
    saved.write_bytes(EDITORS[editor](saved.read_text("utf-8")).encode())
    plan.page.reload()
    plan.open(saved, PASSPHRASE if action == "save-locked" else None)
    expect(plan.message).to_have_text(SAID[language]["opened"])
    assert plan.state() == before


def test_the_passphrase_is_no_password_to_the_browser(plan: FilledForm) -> None:
    # It would offer to remember it, and show it to whoever uses the browser next.
    assert plan.page.locator("input[type=password]").count() == 0
    fields = plan.page.locator("[data-lock] input, [data-unlock] input").all()
    assert len(fields) == 3
    for field in fields:
        assert field.get_attribute("type") == "text"
        # Nothing may remember, change or learn what is typed.
        closed = {"autocomplete": "off", "autocorrect": "off", "autocapitalize": "none"}
        closed |= {"spellcheck": "false", "writingsuggestions": "false"}
        assert {name: field.get_attribute(name) for name in closed} == closed
        assert field.evaluate("field => getComputedStyle(field).webkitTextSecurity") == "disc"


BAD_FILES = {
    "empty": (b"", "file_empty"),
    "text": (b"Beste allemaal,\n", "file_not_ours"),
    "markup": (b"<script>document.title = 'x'</script>", "file_not_ours"),
    "other data": (b'{"a": 1}', "file_not_ours"),
    "cut off": (signed(readable_file({"a": "b"}, form="safety-plan"))[:-30], "file_damaged"),
    "changed": (signed(readable_file({"a": "b"}, form="safety-plan")).replace(b'"b"', b'"c"'), "file_damaged"),
    "newer": (signed(readable_file({"a": "b"}, form="safety-plan", version=2)), "file_newer"),
    "newer lock": (signed(locked_members(version=7)), "file_newer"),
    "other form": (signed(readable_file({"a": "b"}, form="three-houses")), "file_other_form"),
    "other member": (signed(readable_file({"__proto__": {"x": True}}, form="safety-plan")), "file_unexpected"),
    "number": (signed(readable_file({"makers/people": 7}, form="safety-plan")), "file_unexpected"),
    "row of text": (signed(readable_file({"makers/people": ["a"]}, form="safety-plan")), "file_unexpected"),
    "text for a table": (signed(readable_file({"makers/people": "a"}, form="safety-plan")), "file_unexpected"),
    "list in a cell": (
        signed(readable_file({"makers/people": [{"name": ["a"]}]}, form="safety-plan")),
        "file_unexpected",
    ),
    "tick for a text": (signed(readable_file({"makers/still-to-speak": True}, form="safety-plan")), "file_unexpected"),
    "text for a tick": (signed(readable_file({"makers/each-asked": "ja"}, form="safety-plan")), "file_unexpected"),
    "no date": (signed(readable_file({"makers/made-on": "2026-02-31"}, form="safety-plan")), "file_unexpected"),
    "rows for a list": (signed(readable_file({"everyday/moments": [{}]}, form="safety-plan")), "file_unexpected"),
    "50 MB": (b'{\n  "format": "form-answers"' + b" " * 50_000_000, "file_too_large"),
}


# Each reason is said in both languages; each file is tried in one.
TRIED = [(kind, LANGUAGES[number % 2]) for number, kind in enumerate(BAD_FILES)]


@pytest.mark.parametrize(("kind", "language"), TRIED)
def test_a_file_that_cannot_be_opened_gets_one_sentence_and_changes_nothing(
    plan: FilledForm, language: str, kind: str
) -> None:
    content, code = BAD_FILES[kind]
    first_text(plan).fill("blijft staan")
    before = plan.page.locator("form[data-form]").inner_html().replace(' open=""', "")
    state = plan.state()
    path = plan.downloads / "notities.json"
    path.write_bytes(content)
    plan.choose_file(path)
    expect(plan.message).to_have_text(SAID[language][code])
    assert plan.message.get_attribute("role") == "status"
    plan.page.evaluate("document.querySelector('[data-file-message]').textContent = ''")
    assert plan.page.locator("form[data-form]").inner_html().replace(' open=""', "") == before
    assert plan.state() == state


# Chooses each of many files as a reader does, waits until something is said, and looks whether the page has changed.
CHOOSE_ALL = """async (files) => {
  const form = document.querySelector("form[data-form]");
  const input = form.querySelector("[data-open-file]");
  const message = form.querySelector("[data-file-message]");
  const values = () => [...form.elements].map((field) => [field.name, field.value, field.checked]).join("|");
  const look = () => form.innerHTML.replace(/<p class="form__message"[^]*?<\\/p>/g, "") + values();
  const said = [];
  message.textContent = "";
  const before = look();
  for (const [index, file] of files.entries()) {
    const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
    const chosen = new DataTransfer();
    chosen.items.add(new File([bytes], "notities.json"));
    input.files = chosen.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    while (message.textContent === "") await new Promise((resume) => setTimeout(resume));
    said.push(message.textContent);
    message.textContent = "";
    input.value = "";
    form.querySelector("[data-unlock]").hidden = true;
    if (look() !== before) return `file ${index} changed the page`;
  }
  return said;
}"""


@pytest.mark.parametrize("kind", KINDS)
def test_no_hostile_file_changes_the_page(page: Page, server: SiteServer, kind: str) -> None:
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(server.url + PLAN["nl"])
    turn_to_form(page)
    page.locator(".part textarea").first.fill("blijft staan")
    files = [(content, code) for content, code in KINDS[kind]() if len(content) < 500_000]
    said = page.evaluate(CHOOSE_ALL, [base64.b64encode(content).decode() for content, _ in files])
    expected = [SAID["nl"][f"file_{code.replace('-', '_')}"] for _, code in files]
    assert said == expected
    assert page.evaluate("Object.keys(Object.prototype).length") == 0


def test_what_the_sheet_has_no_place_for_is_shown_kept_and_printed(
    plan: FilledForm, language: str, tmp_path: Path
) -> None:
    page = plan.page
    answers = {
        "makers/made-on": "2026-03-01",
        "watch/old-question": "antwoord op een oude vraag <b>vet</b>",
        "watch/watchers": [{"name": "Sam", "old-column": "oude kolom"}],
    }
    plan.choose_file(plan_file(answers))
    expect(plan.message).to_have_text(SAID[language]["opened_unmatched"])
    section = page.locator("[data-unmatched]")
    expect(section).to_contain_text("antwoord op een oude vraag <b>vet</b>")
    expect(section).to_contain_text("oude kolom")
    saved = json.loads(plan.save().read_text("utf-8"))["answers"]
    # The date has another name now.
    assert saved["why/made-on"] == answers["makers/made-on"]
    assert saved["watch/old-question"] == answers["watch/old-question"]
    assert saved["watch/watchers/1/old-column"] == "oude kolom"
    assert saved["watch/watchers"] == [{"name": "Sam"}]
    page.locator('[data-action="drop-unmatched"]').click()
    expect(section).to_be_hidden()
    page.locator('[data-action="undo"]').click()
    expect(section).to_be_visible()
    page.locator('[data-action="clear"]').click()
    expect(section).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_offers_the_locked_file_only_and_advises_to_keep_nothing(
    page: Page, server: SiteServer, language: str
) -> None:
    page.goto(server.url + HOME[language])
    turn_to_form(page)
    page.locator("details.form__more").evaluate("details => { details.open = true; }")
    keep = {"nl": "Bewaar liever niets", "en": "better to save nothing"}[language]
    expect(page.locator(".keep")).to_contain_text(keep)
    for action in ("save", "document"):
        expect(page.locator(f'[data-action="{action}"]')).to_have_count(0)
    expect(page.locator('[data-action="save-locked"]')).to_be_visible()


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """A page as browsers give it on plain http: without the interface that locks."""
    context = browser.new_context()
    context.add_init_script("Object.defineProperty(crypto, 'subtle', { value: undefined })")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", [*PLAN.values(), *HOME.values()])
def test_without_a_lock_one_sentence_says_why(
    plain_page: Page, server: SiteServer, tmp_path: Path, address: str
) -> None:
    page, language = plain_page, "en" if address.startswith("en/") else "nl"
    page.goto(server.url + address)
    turn_to_form(page)
    plan = FilledForm(page, tmp_path)
    plan.show_files()
    expect(page.locator("[data-no-lock]")).to_be_visible()
    expect(page.locator("[data-no-lock]")).to_contain_text("https")
    expect(page.locator('[data-action="save-locked"]')).to_be_hidden()
    plan.choose_file(file(signed(locked_members())))
    expect(plan.message).to_have_text(SAID[language]["file_no_lock"])
    if address in PLAN.values():
        first_text(plan).fill("leesbaar kan wel")
        assert "leesbaar kan wel" in plan.save().read_text("utf-8")


def test_on_an_address_of_another_machine_by_plain_http_there_is_no_lock(page: Page, server: SiteServer) -> None:
    # Not made up: the browser itself takes the interface away there.
    page.route(
        "http://intranet.test/**",
        lambda route: route.fulfill(
            response=page.request.get(server.url + route.request.url.removeprefix("http://intranet.test/"))
        ),
    )
    page.goto("http://intranet.test/" + PLAN["nl"])
    turn_to_form(page)
    page.locator("details.form__more").evaluate("details => { details.open = true; }")
    assert page.evaluate("isSecureContext") is False
    expect(page.locator("[data-no-lock]")).to_be_visible()


def test_more_than_a_file_can_hold_is_said_when_saving(plan: FilledForm, language: str) -> None:
    plan.page.locator(".part textarea").evaluate_all(
        "areas => areas.forEach((area) => { area.value = 'é'.repeat(100000); })"
    )
    plan.page.locator("[data-add-row]").first.click()
    plan.show_files()
    plan.page.locator('[data-action="save"]').click()
    expect(plan.message).to_have_text(SAID[language]["file_too_large_to_save"])
