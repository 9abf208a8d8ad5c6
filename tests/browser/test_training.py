"""The training as a participant meets it: a module by keyboard, cases and questions, files, the proof."""

from __future__ import annotations

import json
import re
import zlib
from pathlib import Path
from typing import Any

import pytest
from built_site import BuiltSite
from filled_form import FilledForm, said, turn_to_form
from playwright.sync_api import Browser, Locator, Page, expect
from printed_sheets import PrintedSheets
from site_languages import WHOLE
from site_server import SiteServer
from small_project import SmallProject
from small_training import add_training
from source_forms import address_of, forms_of
from test_accessibility import check_everywhere

MODULES = {
    language: [form.address.rstrip("/").rpartition("/")[2] for form in forms_of("module", language)]
    for language in WHOLE
}
LEARN = {language: address_of(language, "leren/index.md") for language in WHOLE}


def module(language: str, number: int) -> str:
    """The address of a module, counted from 1."""
    return f"{LEARN[language]}{MODULES[language][number - 1]}/"


def questions(page: Page, asks: str) -> Locator:
    """The questions of a kind, the steps of cases left out."""
    return page.locator(f'.question[data-asks="{asks}"]')


def right_of(question: Locator) -> list[str]:
    return (question.get_attribute("data-right") or "").split()


def press_until(page: Page, target: Locator, key: str = "Tab") -> None:
    """Move the focus with a key until it is on an element."""
    for _ in range(60):
        page.keyboard.press(key)
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{key} does not lead to {target}")


def answer_with_keys(page: Page, question: Locator, chosen: list[str]) -> None:
    """Answers a question with keys alone, from where the focus is, and presses its button."""
    if question.get_attribute("data-asks") == "order":
        for place, name in enumerate(chosen, 1):
            question.locator(f'select[data-answer="{name}"]').focus()
            page.keyboard.press(str(place))
    else:
        for name in chosen:
            field = question.locator(f'[data-answer="{name}"]')
            if field.get_attribute("type") == "radio":
                # Radios are one stop: the arrows go from one to the next.
                question.locator("input[type=radio]").first.focus()
                page.keyboard.press("Space")
                for _ in range(10):
                    if field.is_checked():
                        break
                    page.keyboard.press("ArrowDown")
            else:
                field.focus()
                page.keyboard.press("Space")
    button = question.locator("[data-check]")
    press_until(page, button)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("language", WHOLE)
def test_a_whole_module_is_done_with_keys_and_proved_on_paper(
    page: Page, server: SiteServer, tmp_path: Path, language: str
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(server.url + module(language, 2))
    turn_to_form(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    # A case goes on when a choice was looked at; a choice can be made again.
    for case in page.locator('[data-piece="case"]').all():
        steps = case.locator(".step").all()
        for number, step in enumerate(steps):
            expect(step).to_be_visible()
            for later in steps[number + 1 :]:
                expect(later).to_be_hidden()
            verdict = step.get_by_role("status")
            expect(verdict).to_have_text("")
            names = step.locator("[data-answer]").evaluate_all("all => all.map((one) => one.dataset.answer)")
            for name in names[-1], names[0]:
                answer_with_keys(page, step, [name])
                expect(verdict).not_to_have_text("")
                expect(step.get_by_role("radio", checked=True)).to_have_count(1)
                expect(step.locator("details li:visible")).to_have_count(1)
                expect(step.locator(f'details [data-entry="{name}"]')).to_be_visible()
                expect(step.locator("details li:visible a").first).to_be_visible()

    # A wrong answer is explained and can be tried again; a right one explains all.
    for asks in ("one", "several", "say", "order"):
        question = questions(page, asks).first
        right, names = right_of(question), question.locator("[data-answer]")
        every = names.evaluate_all("all => all.map((one) => one.dataset.answer)")
        verdict, reasons = question.get_by_role("status"), question.locator("details")
        expect(reasons).to_be_hidden()
        question.locator("[data-check]").focus()
        page.keyboard.press("Enter")
        expect(verdict).to_have_text(said(language, "choose_first"))
        wrong = right[::-1] if asks == "order" else [next(name for name in every if name not in right)]
        answer_with_keys(page, question, wrong)
        expect(verdict).to_have_text(said(language, "other_order" if asks == "order" else "wrong"))
        if asks != "order":
            expect(reasons.locator("li:visible")).to_have_count(1)
        again = question.locator("[data-again]")
        press_until(page, again)
        page.keyboard.press("Enter")
        expect(names.first).to_be_focused()
        expect(verdict).to_have_text("")
        expect(reasons).to_be_hidden()
        answer_with_keys(page, question, right)
        expect(verdict).to_have_text(said(language, "right"))
        expect(reasons.locator("li:visible")).to_have_count(len(every))
        expect(reasons).to_have_attribute("open", "")

    several = questions(page, "several").first
    one_of_them = several.locator(f'[data-answer="{right_of(several)[0]}"]')
    one_of_them.focus()
    page.keyboard.press("Space")
    expect(several.get_by_role("status")).to_have_text("")
    several.locator("[data-check]").press("Enter")
    expect(several.get_by_role("status")).to_have_text(said(language, "incomplete"))

    page.locator('[name="opening/own-words/sentence"], [name^="opening/own-words/"]').first.focus()
    page.keyboard.type("mijn eigen zin")
    page.locator('[name="opening/done"]').focus()
    page.keyboard.press("Space")
    assert asked == [], "nothing is sent or fetched"
    file = FilledForm(page, tmp_path).save()

    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(server.url + LEARN[language] + ("bewijs/" if language == "nl" else "proof/"))
    turn_to_form(page)
    proof = FilledForm(page, tmp_path)
    proof.open(file)
    expect(page.locator('[name="opening/done"]')).to_be_checked()
    expect(page.locator('[name="role/done"]')).not_to_be_checked()
    page.locator('[name="proof/name"]').fill("Robin de Vries")
    page.locator('[name="proof/date"]').fill("2031-05-17")
    page.evaluate("window.print = () => {}")
    page.locator('[data-action="print-filled"]').click()
    page.pdf(path=tmp_path / "proof.pdf", prefer_css_page_size=True)
    sheets = PrintedSheets(tmp_path / "proof.pdf")
    assert len(sheets) == 1
    text = sheets.words
    titles = page.locator(".proof__module").all_inner_texts()
    assert "Robin de Vries" in text
    assert "2031" in text
    assert " ".join(titles[1].split()) in text
    assert " ".join(titles[0].split()) not in text
    assert " ".join(page.locator(".proof__limits").inner_text().split()) in text
    # And the file still has what was answered in the module.
    answers = json.loads(proof.save().read_text("utf-8"))["answers"]
    assert "mijn eigen zin" in answers.values()
    assert answers["proof/name"] == "Robin de Vries"


def test_answers_of_other_modules_go_along(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(server.url + module("nl", 1))
    turn_to_form(page)
    first = FilledForm(page, tmp_path)
    first.fill()
    state = first.state()
    one = first.save()
    # In the next module something is there already: it stays, since the file holds nothing of this module.
    page.goto(server.url + module("en", 2))
    turn_to_form(page)
    page.locator('[data-kind="text"] textarea').first.fill("al getypt")
    second = FilledForm(page, tmp_path)
    second.open(one)
    expect(second.message).to_have_text(said("en", "opened_carried"))
    expect(page.locator('[data-kind="text"] textarea').first).to_have_value("al getypt")
    expect(page.locator("[data-unmatched]")).to_be_hidden()
    both = second.save()
    answers = json.loads(both.read_text("utf-8"))["answers"]
    assert {name.split("/")[0] for name in answers} == {"role", "opening"}
    # Back in the first module all is there again, and emptying forgets what went along.
    page.goto(server.url + module("nl", 1))
    turn_to_form(page)
    first.open(both)
    expect(page.locator('[name="role/done"]')).to_be_checked()
    assert first.state() == state
    assert json.loads(first.save().read_text("utf-8"))["answers"] == answers
    page.locator('[data-action="clear"]').click()
    assert json.loads(first.save().read_text("utf-8"))["answers"] == {}


def training_file(tmp_path: Path, answers: dict[str, Any]) -> Path:
    """Write a file with these answers, as the description of the format says."""
    start = json.dumps({"format": "form-answers", "version": 1, "form": "training", "answers": answers}, indent=2)
    body = start.removesuffix("\n}").encode()
    path = tmp_path / "made.json"
    path.write_bytes(body + b',\n  "check": "%08x"\n}\n' % zlib.crc32(body))
    return path


@pytest.mark.parametrize(
    ("asks", "value"),
    [
        ("one", {"first": True}),
        ("one", 1),
        ("several", "text"),
        ("several", {"first": 1}),
        ("several", [1]),
        ("order", "text"),
        ("order", {"first": True}),
        ("order", {"first": 0}),
        ("order", [1, 2]),
        ("say", "text"),
        ("say", {"words": True}),
        ("say", {"other": "text"}),
        ("say", {"words": {"deep": "text"}}),
    ],
)
def test_a_value_that_a_question_cannot_have_is_refused(
    page: Page, server: SiteServer, tmp_path: Path, asks: str, value: object
) -> None:
    page.goto(server.url + module("nl", 1))
    turn_to_form(page)
    name = questions(page, asks).first.get_attribute("data-field") or ""
    form = FilledForm(page, tmp_path)
    form.open(training_file(tmp_path, {name: value}))
    expect(form.message).to_have_text(said("nl", "file_unexpected"))
    assert page.locator(".question :checked:not(option)").count() == 0


def test_an_answer_that_is_not_offered_any_more_is_shown(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.goto(server.url + module("nl", 1))
    turn_to_form(page)
    names = {asks: questions(page, asks).first.get_attribute("data-field") or "" for asks in ("one", "order", "say")}
    step = page.locator(".step").first.get_attribute("data-field") or ""
    answers = {
        names["one"]: "long-gone",
        names["order"]: {"gone-too": 1},
        names["say"]: {"words": "Zo zeg ik het.", "sentence": "gone-as-well"},
        step: "another-one",
    }
    form = FilledForm(page, tmp_path)
    form.open(training_file(tmp_path, answers))
    left = page.locator("[data-unmatched-list]")
    for gone in ("long-gone", "gone-as-well", "another-one"):
        expect(left).to_contain_text(gone)
    expect(left).to_contain_text(f"{names['order']}/gone-too")
    expect(questions(page, "say").first.locator("textarea")).to_have_value("Zo zeg ik het.")


def test_the_answers_stay_when_the_language_changes(page: Page, server: SiteServer, tmp_path: Path) -> None:
    page.goto(server.url + module("nl", 3))
    turn_to_form(page)
    form = FilledForm(page, tmp_path)
    form.fill()
    before = form.state()
    page.locator(".language-switch a").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert form.state() == before
    # What was looked at is still behind the reader, and the questions can be checked in the new language.
    expect(page.locator(".step").last).to_be_visible()
    question = questions(page, "one").first
    question.locator("[data-check]").click()
    expect(question.get_by_role("status")).not_to_have_text("")


def test_copied_text_says_what_was_chosen(page: Page, server: SiteServer) -> None:
    page.goto(server.url + module("en", 1))
    turn_to_form(page)
    question = questions(page, "order").first
    chosen = right_of(question)
    for place, name in enumerate(chosen, 1):
        question.locator(f'select[data-answer="{name}"]').select_option(str(place))
    say = questions(page, "say").first
    say.locator("textarea").fill("That is how I say it.")
    sentence = say.locator("label.choice").first
    sentence.locator("input").check()
    page.locator('[data-action="copy"]').click()
    expect(page.locator("[data-copy-text]")).not_to_have_value("")
    copied = page.locator("[data-copy-text]").input_value()
    texts = [question.locator(f'label:has([data-answer="{name}"]) > span').last.inner_text() for name in chosen]
    position = [copied.index(f"{place}. {text}") for place, text in enumerate(texts, 1)]
    assert position == sorted(position)
    assert "That is how I say it." in copied
    assert sentence.inner_text().strip() in copied


ALSO = {
    "nl": ("module/", "Ook te verdedigen: Je vertelt het een collega.", "Dat kan eerst, als het vandaag nog gebeurt."),
    "en": ("en/module/", "Also defensible: You tell a colleague.", "That can come first, if it is done today."),
}


@pytest.mark.parametrize("language", ALSO)
def test_a_second_choice_that_can_be_defended_is_called_that(
    browser: Browser, page: Page, small_project: SmallProject, tmp_path: Path, language: str
) -> None:
    add_training(small_project)
    assert small_project.build().returncode == 0
    address, verdict, why = ALSO[language]
    with SiteServer(small_project.site) as running:
        page.goto(running.url + address)
        turn_to_form(page)
        step = page.locator(".step").first
        answer_with_keys(page, step, ["tell"])
        expect(step.get_by_role("status")).to_have_text(said(language, "step_goes_on"))
        expect(page.locator(".step").nth(1)).to_be_visible()
        # What a screen reader comes to behind the button: what this choice is, in words, and why.
        shown = step.locator("details li:visible")
        expect(shown).to_have_count(1)
        expect(shown.locator("p").first).to_have_text(verdict)
        expect(shown.locator("p").last).to_contain_text(why)
        check_everywhere(page, "a choice that can be defended")
        form = FilledForm(page, tmp_path)
        page.locator('[data-action="copy"]').click()
        expect(page.locator("[data-copy-text]")).to_have_value(re.compile(re.escape(verdict.partition(": ")[2])))
        file = form.save()
        assert json.loads(file.read_text("utf-8"))["answers"] == {"opening/sam/monday": "tell"}
        page.reload()
        again = FilledForm(page, tmp_path)
        again.open(file)
        expect(step.locator('[data-answer="tell"]')).to_be_checked()
        expect(step.locator("details li:visible p").first).to_have_text(verdict)
        page.pdf(path=tmp_path / "module.pdf", prefer_css_page_size=True)
        page.goto(running.url + address.replace("module", "cursus" if language == "nl" else "course"))
        page.pdf(path=tmp_path / "course.pdf", prefer_css_page_size=True)
        for paper in "module.pdf", "course.pdf":
            words = PrintedSheets(tmp_path / paper).words
            assert words.count(verdict) == 1
            assert why in words
        context = browser.new_context(java_script_enabled=False)
        plain = context.new_page()
        plain.goto(running.url + address)
        expect(plain.get_by_text(verdict)).to_be_hidden()
        plain.locator(".step details summary").first.click()
        expect(plain.get_by_text(verdict)).to_be_visible()
        context.close()


@pytest.mark.parametrize("language", WHOLE)
def test_every_module_has_what_a_module_needs(site: BuiltSite, language: str) -> None:
    families = set()
    for number in range(1, len(MODULES["nl"]) + 1):
        tree = site.tree(module(language, number))
        (form,) = tree.xpath('//form[@data-form="training"]')
        asks = form.xpath('.//*[@data-kind="question"]/@data-asks')
        assert len(asks) >= 6
        assert set(asks) == {"one", "several", "order", "say"}
        assert 1 <= len(tree.xpath('//section[@aria-labelledby="aims"]//li')) <= 3
        assert form.xpath('.//h2[@id="this-week"]')
        families |= {href.rpartition("#")[2] for href in form.xpath('.//p[@class="case__family"]/a/@href')}
        facts = tree.xpath('string(//p[@class="module__facts"])')
        assert str(number) in facts
        assert any(f" {minutes} " in facts for minutes in range(15, 26)), facts
    assert len(families) >= 8


@pytest.mark.parametrize("language", WHOLE)
def test_every_choice_and_answer_says_why_and_names_a_tip(site: BuiltSite, language: str) -> None:
    tips = {tip.get("data-tip") for tip in site.find(language, '//section[@class="tip"]')}
    seen = 0
    for number in range(1, len(MODULES["nl"]) + 1):
        for question in site.tree(module(language, number)).xpath('//fieldset[starts-with(@class, "question")]'):
            offered = question.xpath(".//@data-answer")
            explained = question.xpath('.//*[@class="explanations"]/li')
            assert sorted(offered) == sorted(entry.get("data-entry") for entry in explained)
            kinds = question.xpath('.//strong[contains(@class, "verdict")]/@class')
            if question.get("data-kind") == "step":
                assert {"verdict verdict--better", "verdict verdict--worse"} <= set(kinds)
            else:
                right = question.get("data-right").split()
                assert right
                assert set(right) <= set(offered)
            for entry in explained:
                text, why = entry.findall("p")
                assert text.text_content().strip()
                assert len(why.text_content().split(" Tip:")[0].strip()) > 10, why.text_content()
                links = why.xpath(".//a/@href")
                assert links
                assert {link.rpartition("#")[2] for link in links} <= tips
                seen += 1
    assert seen > 300


def test_questions_and_entries_are_the_same_in_both_languages(site: BuiltSite) -> None:
    def facts(address: str) -> list[Any]:
        tree = site.tree(address)
        return [
            (
                question.get("data-field"),
                question.get("data-right"),
                question.xpath(".//@data-answer"),
                [link.rpartition("#")[2] for link in question.xpath('.//*[@class="explanations"]//a/@href')],
            )
            for question in tree.xpath("//*[@data-kind='question' or @data-kind='step']")
        ] + tree.xpath("//form[@data-form]//@name")

    for number in range(1, len(MODULES["nl"]) + 1):
        assert facts(module("nl", number)) == facts(module("en", number))


@pytest.mark.parametrize("language", WHOLE)
def test_every_tip_for_professionals_is_used_in_a_module(site: BuiltSite, language: str) -> None:
    tips = site.find(language, '//section[@class="tip" and contains(@data-audience, "professionals")]/@data-tip')
    rows = site.find(language, "//tr[@data-tip-used]")
    assert len(tips) > 70
    assert sorted(row.get("data-tip-used") for row in rows) == sorted(tips)
    assert [row.get("data-tip-used") for row in rows if not row.xpath("./td/a")] == []


@pytest.mark.parametrize("language", WHOLE)
def test_an_order_is_never_shown_in_the_right_order(site: BuiltSite, language: str) -> None:
    for number in range(1, len(MODULES["nl"]) + 1):
        for question in site.tree(module(language, number)).xpath('//*[@data-asks="order"]'):
            assert question.xpath(".//@data-answer") != question.get("data-right").split()


@pytest.mark.parametrize("language", WHOLE)
def test_the_trainers_page_says_what_a_trainer_needs(site: BuiltSite, language: str) -> None:
    for name in MODULES[language]:
        tree = site.tree(f"{LEARN[language]}trainer/{name}/")
        headings = tree.xpath("//article//h2/@id")
        assert [part for part in headings if not part.startswith("role-play")] == [
            "aims",
            "timing",
            "materials",
            "what-goes-wrong",
            "own-situation",
        ]
        assert tree.xpath("//*[@data-role]/@data-role") == ["client", "professional", "observer", "debrief"]
        assert len(tree.xpath('//*[@class="observation"]/li')) >= 4
        own = " ".join(tree.xpath('//*[@id="own-situation"]/following-sibling::p//text()'))
        assert "0800-2000" in own
        assert "1712" in own
    index = site.tree(f"{LEARN[language]}trainer/")
    assert {"half-day", "day", "lunch-breaks"} <= set(index.xpath("//article//h2/@id"))
