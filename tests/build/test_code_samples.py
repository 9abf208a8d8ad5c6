"""A sample of code that says what the build itself writes stays a sample: its page gets nothing that it shows."""

from __future__ import annotations

import pytest
from built_site import LANGUAGES
from forked_build import forked_build
from houvast.output.offline_archive import with_languages
from lxml import html
from project_root import ROOT
from small_project import SmallProject
from small_training import add_training

pytestmark = pytest.mark.build

PAGE = """---
title: {title}
description: {title}.
audience: professionals
address: {address}
checked: 2026-11-22
---
# {title}

Zo staat het: `{sample}`.

```
{sample}
```
"""
# By their names they come before the pages that have these parts indeed.
SAMPLES = {
    "aaa": """<form data-form="a" data-carries="a" data-prints-apart>
<b data-part="a" data-kind="draw" data-kind="table">
<section class="tip" data-tip="a" data-list="a" data-worksheet="a" data-module="a" data-proof data-document="a">
<i class="training document" data-family-place="a" data-origins data-traces><u class="paper-table--stacked">
<ul class="points"><ol class="helplines"><dl class="doors"><div class="situations"><table class="traces"><table>""",
    "aab": '<form data-form="a">',
    "aac": '<p class="plain">',
}
# What its sample says is nothing that the build writes.
PLAIN = "aac"
TELLING = sorted({*SAMPLES} - {PLAIN})


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> SmallProject:
    """A project with a training, and with pages that differ in what their sample says."""
    project = SmallProject.create(ROOT, tmp_path_factory.mktemp("samples") / "project", forked_build)
    add_training(project)
    project.change("mkdocs.yml", " lijst.md,", "")
    project.change("mkdocs.yml", "[index.md,", "[index.md, {Werk: [lijst.md, aaa.md, aab.md, aac.md]},")
    for language in LANGUAGES:
        project.change(f"docs/{language}/index.md", "---\n", "---\ntemplate: home.html\n")
        for name, sample in SAMPLES.items():
            inline = " ".join(sample.split())
            page = PAGE.format(title=f"Voorbeeld {name}", address=name, sample="{sample}").replace(
                "{sample}", inline, 1
            )
            project.write(f"docs/{language}/{name}.md", page.replace("{sample}", sample))
    result = project.build()
    assert result.returncode == 0, result.stderr
    return project


def read(samples: SmallProject, address: str) -> html.HtmlElement:
    return html.document_fromstring((samples.site / address / "index.html").read_text("utf-8"))


def without_its_words(samples: SmallProject, address: str) -> str:
    """A page but for its own name, the places of its neighbours, and what its samples say."""
    tree = read(samples, address)
    for unlike in tree.xpath("//nav | //code | //*[@data-region='menu' or @data-region='contents'] | //footer"):
        unlike.drop_tree()
    written: str = html.tostring(tree, encoding="unicode")
    return written.replace(address.rpartition("/")[2], PLAIN)


@pytest.mark.parametrize("folder", ["", "en/"])
@pytest.mark.parametrize("name", TELLING)
def test_a_sample_asks_for_no_styles_and_no_script(samples: SmallProject, folder: str, name: str) -> None:
    assert without_its_words(samples, f"{folder}{name}") == without_its_words(samples, f"{folder}{PLAIN}")


@pytest.mark.parametrize("folder", ["", "en/"])
def test_a_page_with_a_sample_is_offered_as_no_list(samples: SmallProject, folder: str) -> None:
    offered = [link.get("href") for link in read(samples, folder).xpath("//section[@class='quick']//a")]
    assert offered in (["lijst/", "blad/"], ["list/", "sheet/"])


def test_what_leads_to_a_kind_of_page_leads_to_none_with_a_sample(samples: SmallProject) -> None:
    links = {str(href) for page in ("module", "vragen") for href in read(samples, page).xpath("//article//a/@href")}
    assert [link for link in links if any(name in link for name in SAMPLES)] == []
    assert {link for link in links if "herkomst" in link}


@pytest.mark.parametrize("name", TELLING)
def test_a_page_with_a_sample_takes_no_other_language_along(samples: SmallProject, name: str) -> None:
    page = samples.site / name / "index.html"
    assert "<template" not in with_languages(page.read_text("utf-8"), page.parent)
    assert "<template" in with_languages((samples.site / "lijst/index.html").read_text("utf-8"), samples.site / "lijst")
