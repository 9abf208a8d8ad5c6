"""What is known of one language while its pages are built."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml.html import HtmlElement

from houvast.authoring.page_links import PageLink
from houvast.authoring.source_blocks import Scan
from houvast.authoring.standing_sentences import StandingSentence
from houvast.authoring.translated_units import Texts
from houvast.checks.answer_moulds import Mould
from houvast.checks.country_words import CountryWords
from houvast.checks.emergency_words import EmergencyWords
from houvast.checks.page_findings import PageFindings
from houvast.data.problem import Problem
from houvast.data.review_dates import Check
from houvast.model.catalogue import Catalogue, Tip
from houvast.model.filled_form import FilledForm
from houvast.model.page_parts import PageParts
from houvast.model.training import FORM, Module
from houvast.model.worksheets import Worksheet


class LanguageBuild:
    """Collects what the pages of one language say, by their source files, and what is wrong with it.

    Args:
        language: The language.
        root: The docs folder as written in messages.
        countries: What is there in one country only.
        emergencies: What does not stand beside an emergency number.
    """

    def __init__(self, language: str, root: str, countries: CountryWords, emergencies: EmergencyWords) -> None:
        self.language = language
        self.root = root
        self.countries = countries
        self.emergencies = emergencies
        self.catalogue = Catalogue()
        self.modules: dict[str, Module] = {}
        self.pages: dict[str, PageFindings] = {}
        self.scans: dict[str, Scan] = {}
        self.links: list[PageLink] = []
        # Links of standing sentences where they are written, as from the start page.
        self.sentence_links: list[PageLink] = []
        # Links of standing sentences where pages call them; what is wrong with them is told where they are written.
        self.called_links: list[PageLink] = []
        self.sentences: dict[str, StandingSentence] = {}
        self.called_sentences: set[str] = set()
        # Those that speak of the emergency number in words that are refused.
        self.unsound_sentences: set[str] = set()
        # The pages that refuse paper, and those for home alone, by their source files.
        self.refusing: set[str] = set()
        self.for_home: set[str] = set()
        # The pages, within the folder of the language, with links that lead nowhere.
        self.broken: set[str] = set()
        self.form_names: dict[str, dict[str, None]] = {}
        self.checks: dict[str, Check] = {}
        # The content of pages as it is after the latest step, and what stands on those that are filled in.
        self.contents: dict[str, HtmlElement] = {}
        self.parts: dict[str, PageParts] = {}
        self.moulds: list[Mould] = []
        # What translators look at, once all pages are read and where they can be.
        self.texts: Texts | None = None
        self.problems: list[Problem] = []
        # What is wrong between pages: it says nothing while one of them cannot be read.
        self.problems_between_pages: list[Problem] = []

    def only(self, has: Callable[[str], bool]) -> LanguageBuild:
        """What is known of a part of the language; `has` says of a page, within its folder, whether it is in it."""

        def is_in(page: str) -> bool:
            return has(page.partition("/")[2])

        part = LanguageBuild(self.language, self.root, self.countries, self.emergencies)
        tips, worksheets = self.catalogue.tips, self.catalogue.worksheets
        part.catalogue.tips = {name: tip for name, tip in tips.items() if is_in(tip.page)}
        part.catalogue.worksheets = {name: sheet for name, sheet in worksheets.items() if is_in(sheet.page)}
        part.scans = {page: scan for page, scan in self.scans.items() if is_in(page)}
        part.texts = self.texts.only(has) if self.texts else None
        return part

    @property
    def is_read_whole(self) -> bool:
        """Whether every page could be read: what is missing otherwise says nothing about names or translations."""
        return all(page.is_read for page in self.pages.values())

    def path(self, file: str) -> str:
        """A file below the docs folder as messages show it."""
        return f"{self.root}/{file}"

    def add_source(self, page: str, found: PageFindings) -> None:
        """Add what was found in the source of a page."""
        self.pages[page] = found
        self.scans[page] = found.scan
        self.problems += found.problems
        self.called_sentences |= found.called_sentences
        self.links += found.links
        self.called_links += found.called_links
        if found.refuses_paper:
            self.refusing.add(page)
        if found.is_for_home:
            self.for_home.add(page)
        if found.check:
            self.checks[page] = found.check

    def add_content(self, page: str) -> None:
        """Add what stands on a page, once that is among its findings."""
        found = self.pages[page]
        for tip in found.tips:
            self.add_tip(tip)
        for worksheet in found.worksheets:
            self.catalogue.worksheets.setdefault(worksheet.id, worksheet)
        for module in found.modules:
            self.modules.setdefault(module.id, module)

    def kinds_on(self, page: str) -> frozenset[str]:
        """The kinds of the blocks on a page (source file)."""
        return frozenset(block.kind for block in self.scans[page].blocks) if page in self.scans else frozenset()

    def add_tip(self, tip: Tip) -> None:
        """Add a tip; one whose id another tip has is reported instead."""
        other = self.catalogue.tips.setdefault(tip.id, tip)
        if other is tip:
            return
        line = self.line_of_tip(tip.page, tip.id)
        if other.page == tip.page:
            line = [b.line for b in self.scans[tip.page].blocks if b.options.get("id") == tip.id][-1]
        there = f"{self.path(other.page)}:{self.line_of_tip(other.page, tip.id)}"
        what = f"the id '{tip.id}' is used twice, also in {there}."
        self.problems.append(Problem(self.path(tip.page), line, what, "Give one of them another id."))

    def add_forms(self, forms: Iterable[FilledForm]) -> None:
        """Add the names of forms that were filled in; pages of the training share one form."""
        for form in forms:
            self.form_names.setdefault(form.id, {}).update(dict.fromkeys(form.names))

    def tips_on(self, page: str) -> list[str]:
        """The ids of the tips on a page (source file)."""
        blocks = self.scans[page].blocks if page in self.scans else ()
        return [str(block.options.get("id")) for block in blocks if block.kind == "tip"]

    def line_of_tip(self, page: str, tip: str) -> int:
        """The line at which a tip begins; 1 where it is not known."""
        block = self.scans[page].block("tip", tip) if page in self.scans else None
        return block.line if block else 1

    def line_of_part(self, worksheet: Worksheet, part: str) -> int:
        """The line at which a part of a worksheet begins; 1 where it is not known."""
        block = self.scans[worksheet.page].block("part", part) if worksheet.page in self.scans else None
        return block.line if block else 1

    def place_of_name(self, form: str, name: str) -> tuple[str, int]:
        """The file and line of a name of a form: of an item where it is written, of anything else where the form is."""
        tip, _, item = name.partition("/")
        for page, scan in self.scans.items():
            block = scan.block("tip", tip)
            for written in block.items if block else ():
                if written.name == item:
                    return self.path(page), written.line
        return self.place_of_form(form)

    def place_of_form(self, form: str) -> tuple[str, int]:
        """The file and line of a list or worksheet, for messages; of the training those of its first module or proof.

        Where it is not known, the docs folder and 1.
        """
        kinds = ("module", "proof") if form == FORM else ("list", "worksheet")
        blocks = [(page, block) for page, scan in self.scans.items() for block in scan.blocks if block.kind in kinds]
        for page, block in sorted(blocks, key=lambda entry: kinds.index(entry[1].kind)):
            if form == FORM or block.options.get("id") == form:
                return self.path(page), block.line
        return self.root, 1
