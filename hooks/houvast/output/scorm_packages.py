"""Writes the training as packages for learning systems (SCORM): for each language a package of each module and one of
all modules, in SCORM 1.2 and in SCORM 2004, 4th edition.

A package holds a module's page, the pages that it links to, and what those load; links to any other page lead to one
that says so. A learning system opens `start.html`, which holds the page in a frame for as long as the module is open:
while the learner goes from page to page, its script reports that the module was begun, whether the learner ticked that
it is done, and how long it was open.

    python -m houvast.output.scorm_packages <the site's folder> <the packages' folder> <docs> <overrides/packages>
"""

from __future__ import annotations

import posixpath
import sys
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

from jinja2 import Environment, FileSystemLoader
from lxml import html

from houvast.data.ui_strings import load_words
from houvast.output.offline_archive import named_file, write_zip
from houvast.output.script_bundle import bundle_modules, read_modules
from houvast.output.theme_material import LOGO_CLASS

# The editions of SCORM: what `start.html` calls them, and the manifests' names.
STANDARDS = ("1.2", "2004")
# What the frame may hold: pages of the package and calls; and where the way out leads, should the site around the
# package forbid that it is left.
_START_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; frame-src 'self' tel: {leave}; "
    "form-action 'none'; base-uri 'none'"
)
# Of the site around a page: other languages, all its pages, the search. And what papers and search engines get.
_LEFT_OUT = (
    '//*[@data-region="switch" or @data-region="tabs" or @data-region="search" or @data-region="__search"]',
    '//nav[@class="site-footer__doors"]',
    "//p[.//select[@data-paper-languages]]",
    '//link[@rel="canonical"]',
)
_SCRIPTS_OF_BODY = ("data-form-script", "data-words-script", "data-discreet-script")
_LEAVING_SCRIPT = "assets/leaving-frames.js"
# Whose the theme is that the pages look like: what was copied carries its licence.
_NOTICES = "assets/notices.txt"


@dataclass(frozen=True)
class Module:
    """A module of the training, in one language.

    Args:
        name: The same in every language.
        tick: The name of the field in which a learner ticks that it is done.
        language: Its language.
        address: Of its page, relative to the site's root.
        title: As its page has it.
    """

    name: str
    tick: str
    language: str
    address: str
    title: str


@dataclass(frozen=True)
class Part:
    """A module as a manifest names it: what is opened, and all of its files."""

    identifier: str
    title: str
    start: str
    files: list[str]

    def below(self, folder: str) -> Part:
        """Give the module as it is in a folder of a package."""
        return Part(self.identifier, self.title, f"{folder}/{self.start}", [f"{folder}/{file}" for file in self.files])


class SiteForModules:
    """Reads the pages of a built site.

    Args:
        folder: The folder that the build wrote.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.title = lru_cache(maxsize=None)(self._title)

    def _title(self, address: str) -> str:
        """Give the title of a page without the site's name."""
        page = self.page(address)
        return str(page.findtext(".//title")).removesuffix(f" - {page.get('data-site-name')}")

    @cached_property
    def modules(self) -> dict[str, list[Module]]:
        """The modules of each language, in their order."""
        found: dict[str, list[tuple[int, Module]]] = defaultdict(list)
        for file in self.folder.rglob("index.html"):
            if 'data-form="training"' not in file.read_text("utf-8"):
                continue
            address = _address(file.parent.relative_to(self.folder).as_posix())
            page = self.page(address)
            for tick in page.xpath('//*[@data-piece="done"]//input/@name'):
                name = tick.partition("/")[0]
                (order,) = page.xpath('//form[@data-form="training"]/@data-carries')
                module = Module(name, tick, page.get("data-language"), address, self.title(address))
                found[module.language].append((order.split().index(name), module))
        return {language: [module for _, module in sorted(all_of_it)] for language, all_of_it in sorted(found.items())}

    def page(self, address: str) -> html.HtmlElement:
        """Give a page, to change as need be."""
        return html.document_fromstring((self.folder / address / "index.html").read_text("utf-8"))

    def links(self, address: str, within: str) -> list[str]:
        """Give the addresses of the pages that a page links to from within an element, in their order."""
        links = self.page(address).xpath(f"{within}//a/@href")
        targets = [target for link in links if (target := self.target(address, link)) is not None]
        return list(dict.fromkeys(target for target in targets if self.is_page(target)))

    def target(self, address: str, link: str) -> str | None:
        """Give what a link on a page leads to, relative to the site's root; nothing for one that leaves the site."""
        if urlsplit(link).scheme:
            return None
        return urljoin(f"https://site/{address}", urldefrag(link)[0]).removeprefix("https://site/")

    def is_page(self, target: str) -> bool:
        """Whether there is a page at an address."""
        return (target == "" or target.endswith("/")) and (self.folder / target / "index.html").exists()


def policy_around(page: html.HtmlElement) -> str:
    """Give the policy of `start.html`, which allows what the pages of a package hold and where they leave to."""
    (leave,) = page.xpath("//a[@data-leave]/@href")
    return _START_POLICY.format(leave=urljoin(leave, "/"))


class PackagedModule:
    """A module with the pages that it needs, as it goes into a package.

    Args:
        site: The built site.
        module: The module.
        templates: Those in `overrides/packages`.
        words: The words of the interface, in the module's language.
    """

    def __init__(self, site: SiteForModules, module: Module, templates: Environment, words: dict[str, Any]) -> None:
        self.site = site
        self.module = module
        self.templates = templates
        self.words = words["package"]
        others = {other.address for other in site.modules[module.language]} - {module.address}
        linked = [address for address in site.links(module.address, "//article") if address not in others]
        # Every page links to the one on using the site.
        about = [address for address in site.links(module.address, "//*[@data-leave-bar]") if address not in linked]
        self.addresses = [module.address, *linked, *about]
        self.loaded: set[str] = set()

    @cached_property
    def not_here(self) -> str:
        """The address of the page that says that a page is not in the package: beside one that it is made from."""
        return posixpath.join(posixpath.dirname(self._plain_page.rstrip("/")), "not-here/")

    @cached_property
    def _plain_page(self) -> str:
        """A page without a form, for everybody."""
        for address in self.addresses:
            body = self.site.page(address).find("body")
            if body.get("data-form-script") is None and "families" not in body.get("data-audience").split():
                return address
        raise ValueError(f"{self.module.address} links to no page without a form.")

    def files(self) -> dict[str, bytes]:
        """Give the pages of the module and what they load, by their paths."""
        pages = {named_file(address): self._written(address) for address in self.addresses}
        pages[named_file(self.not_here)] = self._written(self._plain_page, self._say_not_here, self.not_here)
        loaded = {path: (self.site.folder / path).read_bytes() for path in sorted(self.loaded)}
        return {path: text.encode() for path, text in pages.items()} | loaded

    def start(self, standard: str) -> bytes:
        """Give the page that a learning system opens, for an edition of SCORM."""
        page = self.site.page(self.module.address)
        known = {"standard": standard, "direction": page.get("dir"), "policy": policy_around(page)}
        start = self.templates.get_template("start.html")
        return start.render(module=self.module, page=named_file(self.module.address), **known).encode()

    def _written(
        self, address: str, change: Callable[[html.HtmlElement], None] | None = None, place: str | None = None
    ) -> str:
        """Write a page as the package has it.

        Args:
            address: Of the page on the site.
            change: What else changes on it.
            place: Its address in the package, if it is another one, at the same depth.
        """
        page = self.site.page(address)
        for xpath in _LEFT_OUT:
            for element in page.xpath(xpath):
                element.drop_tree()
        page.find("body").attrib.pop("data-search-script")
        if change is not None:
            change(page)
        if address == self.module.address:
            note = page.find_class("form__note")[0]
            note.addnext(self._fragment("note.html"))
        for link in page.iter("a"):
            if link.get("href") is not None:
                self._lead(link, address)
        (menu,) = page.xpath('//*[@data-region="menu"]')
        menu[:] = [self._fragment("menu.html", pages=self._menu(place or address))]
        # What opened a part of the site's menu.
        controls = page.xpath("//input/@id")
        for label in page.xpath("//label[@for]"):
            if label.get("for").startswith("__") and label.get("for") not in controls:
                label.attrib.pop("for")
        self._load(page, address)
        return html.tostring(page, encoding="unicode", doctype="<!doctype html>")

    def _lead(self, link: html.HtmlElement, address: str) -> None:
        """Has a link lead to a file of the package; out of it only in another window, and away from all windows."""
        href = link.get("href")
        target = self.site.target(address, href)
        if link.get("data-leave") is not None:
            link.set("target", "_top")
        elif LOGO_CLASS in link.classes:
            link.set("href", _path(address, self.module.address))
        elif target is None:
            if urlsplit(href).scheme in ("http", "https"):
                link.set("target", "_blank")
                link.set("rel", "noopener noreferrer")
        elif target in self.addresses:
            if not href.startswith("#"):
                _, mark, anchor = href.partition("#")
                link.set("href", _path(address, target) + mark + anchor)
        elif not self.site.is_page(target):
            self.loaded.add(target)
        else:
            link.set("href", _path(address, self.not_here))

    def _load(self, page: html.HtmlElement, address: str) -> None:
        """Note what a page loads, and add the script that leaves the windows around it, before the page's own."""
        body = page.find("body")
        (own,) = body.xpath("./script[@src]")
        leaving = html.Element("script", src=_path(address, _LEAVING_SCRIPT), defer="defer")
        leaving.tail = own.tail
        own.addprevious(leaving)
        links = page.xpath('//link[@rel="stylesheet"]/@href | //script/@src | //img/@src')
        links += [body.get(name) for name in _SCRIPTS_OF_BODY if body.get(name)]
        targets = {self.site.target(address, link) for link in links if not link.startswith("data:")}
        self.loaded |= {target for target in targets if target and target != _LEAVING_SCRIPT}

    def _say_not_here(self, page: html.HtmlElement) -> None:
        (article,) = page.iter("article")
        article.text = None
        article[:] = list(self._fragment("not-here.html"))
        page.find(".//title").text = f"{self.words['not_here']} - {page.get('data-site-name')}"
        for element in page.xpath('//meta[@name="description"] | //*[@data-region="contents"]/*'):
            element.drop_tree()

    def _menu(self, place: str) -> list[dict[str, Any]]:
        return [
            {"title": self.site.title(address), "path": _path(place, address), "here": address == place}
            for address in self.addresses
        ]

    def _fragment(self, name: str, **known: Any) -> html.HtmlElement:
        text = self.templates.get_template(name).render(words=self.words, **known)
        return html.fragment_fromstring(text.strip())


def write_packages(site: SiteForModules, target: Path, data: Path, overrides: Path) -> None:
    """Write all packages.

    Args:
        site: The built site.
        target: The folder to write to: in it one for each language and edition.
        data: The folder of the data, for the words.
        overrides: The folder of the templates, for those of packages and the scripts.
    """
    templates_folder = overrides / "packages"
    templates = Environment(
        loader=FileSystemLoader(templates_folder), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    scripts = read_modules(overrides / "scripts")
    common = {
        "start.css": (templates_folder / "start.css").read_bytes(),
        "start.js": bundle_modules(scripts, "training/learning-main.js").encode(),
        _LEAVING_SCRIPT: bundle_modules(scripts, "exit/leaving-frames-main.js").encode(),
        _NOTICES: (site.folder / _NOTICES).read_bytes(),
    }
    for language, modules in site.modules.items():
        words = load_words(data / language / "words.yml")
        packaged = [PackagedModule(site, module, templates, words) for module in modules]
        files = [{**one.files(), **common} for one in packaged]
        course = posixpath.dirname(modules[0].address.rstrip("/"))
        course_title = " ".join(site.page(course).xpath("string(//h1)").split())
        for standard in STANDARDS:
            folder = target / f"{language}-scorm-{standard}"
            folder.mkdir(parents=True, exist_ok=True)
            manifest = templates.get_template(f"imsmanifest-{standard}.xml")
            parts: list[Part] = []
            together: dict[str, bytes] = {}
            for number, (one, without_start) in enumerate(zip(packaged, files, strict=True), 1):
                module, contents = one.module, {**without_start, "start.html": one.start(standard)}
                part = Part(module.name, module.title, "start.html", sorted(contents))
                known = {"identifier": f"training-{language}-{module.name}", "title": module.title, "modules": [part]}
                name = f"{number}-{posixpath.basename(module.address.rstrip('/'))}.zip"
                _write(folder / name, contents, manifest.render(known))
                # In the whole each module has a folder of its own: it can be told of one module at a time only.
                parts.append(part.below(module.name))
                together |= {f"{module.name}/{path}": content for path, content in contents.items()}
            known = {"identifier": f"training-{language}", "title": course_title, "modules": parts}
            _write(folder / f"{posixpath.basename(course)}.zip", together, manifest.render(known))


def _write(target: Path, files: Mapping[str, bytes], manifest: str) -> None:
    write_zip({**files, "imsmanifest.xml": manifest.encode()}, target, in_folder=False)


def _address(path: str) -> str:
    return "" if path == "." else f"{path}/"


def _path(address: str, target: str) -> str:
    """Give the path from a page to a file of the package, or to the file of a page."""
    file = named_file(target) if target == "" or target.endswith("/") else target
    return posixpath.relpath(file, address or ".")


if __name__ == "__main__":
    site_folder, packages, data_files, page_templates = map(Path, sys.argv[1:])
    write_packages(SiteForModules(site_folder), packages, data_files, page_templates)
