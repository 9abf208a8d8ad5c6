"""The parts of the script become one classic script that a page can load from anywhere."""

from __future__ import annotations

import pytest
from built_site import BuiltSite
from houvast.data.ui_strings import load_words
from houvast.output.script_bundle import BundleError, bundle_modules
from project_root import ROOT
from site_languages import LANGUAGES


def test_modules_come_after_those_they_import_and_each_once() -> None:
    modules = {
        "main.js": 'import { B } from "./b.js";\nimport { A } from "./a.js";\n\nnew B(A);\n',
        "a.js": "export const A = 1;\n",
        "b.js": 'import { A } from "./a.js";\n\nexport class B {}\n',
    }
    script = bundle_modules(modules, "main.js")
    assert script.index("const A = 1;") < script.index("class B {}") < script.index("new B(A);")
    assert script.count("const A") == 1
    assert "import" not in script
    assert "export" not in script
    assert script.startswith('(() => {\n"use strict";')


def test_a_class_comes_after_the_one_that_it_extends() -> None:
    modules = {
        "main.js": 'import { Part } from "./a-part.js";\nimport { Whole } from "./whole.js";\n\nnew Part(Whole);\n',
        "a-part.js": 'import { Whole } from "./whole.js";\n\nexport class Part extends Whole {}\n',
        "whole.js": "export class Whole {}\n",
    }
    script = bundle_modules(modules, "main.js")
    assert (
        script.index("class Whole {}") < script.index("class Part extends Whole {}") < script.index("new Part(Whole);")
    )


@pytest.mark.parametrize(
    ("modules", "message"),
    [
        ({"main.js": 'import { A } from "./a.js";\n'}, "main.js imports a.js, which is not there."),
        ({"main.js": 'import A from "./a.js";\n'}, "main.js has a form that cannot be joined: import A"),
        ({"main.js": "export default 1;\n"}, "main.js has a form that cannot be joined: export default"),
        (
            {"main.js": 'import { A } from "./a.js";\n', "a.js": 'import { M } from "./main.js";\n'},
            "main.js imports itself by way of main.js → a.js.",
        ),
        (
            {
                "main.js": 'import { A } from "./a.js";\n\nconst LIMIT = A;\n',
                "a.js": "const LIMIT = 1;\n\nexport const A = LIMIT;\n",
            },
            "main.js has a name that a.js has too: LIMIT.",
        ),
        ({"main.js": 'import { A } from "./a.js";\n', "a.js": "const A = 1;\n"}, "main.js imports A from a.js, which"),
        (
            {"main.js": 'import { A as B } from "./a.js";\n', "a.js": "export const A = 1;\n"},
            "main.js imports A as B from a.js, which does not export it.",
        ),
        ({"main.js": "const { LIMIT } = window;\n"}, "main.js has a form that cannot be joined: const { LIMIT }"),
        ({"main.js": "var limit = 1;\n"}, "main.js has a form that cannot be joined: var limit"),
    ],
)
def test_what_cannot_be_joined_is_refused(modules: dict[str, str], message: str) -> None:
    with pytest.raises(BundleError) as error:
        bundle_modules(modules, "main.js")
    assert message in str(error.value)


@pytest.mark.parametrize("first", ["const", "let", "class", "function", "async function", "function*"])
@pytest.mark.parametrize("second", ["const", "export class", "export async function"])
def test_names_that_two_modules_keep_to_themselves_are_refused(first: str, second: str) -> None:
    written = {"const": "element = 1;", "let": "element = 1;", "class": "element {}", "export class": "element {}"}
    modules = {
        "main.js": f'import {{ A }} from "./folder/a.js";\n\n{first} {written.get(first, "element() {}")}\n',
        "folder/a.js": f"export const A = 1;\n{second} {written.get(second, 'element() {}')}\n",
    }
    with pytest.raises(BundleError, match=r"main\.js has a name that folder/a\.js has too: element\."):
        bundle_modules(modules, "main.js")


def test_the_parts_are_not_published(site: BuiltSite) -> None:
    assert not (site.folder / "scripts").exists()
    assert not (site.folder / "styles").exists()
    assert not (site.folder / "data").exists()
    assert (site.folder / site.asset("site.js")).exists()


def test_what_scripts_say_comes_from_the_words_of_each_language(site: BuiltSite) -> None:
    first, form = ((site.folder / site.asset(f"{name}.js")).read_text("utf-8") for name in ("site", "forms"))
    for language in LANGUAGES:
        said = load_words(ROOT / f"data/{language}/words.yml")["said"]
        sentences = [text for text in said.values() if " " in text and '"' not in text]
        assert len(sentences) > 15
        assert [text for text in sentences if text not in form] == []
        assert [text for text in sentences if text in first] == []
