"""The page on safe use says what tests found in browsers, and nothing else."""

from __future__ import annotations

import ast

import pytest
from browser_traces import ROOT, TRACES, check_trace
from built_site import BuiltSite
from houvast.data.browser_traces import BROWSERS
from houvast.data.ui_strings import load_words

PAGES = {"nl": "over/veilig-lezen/", "en": "en/about/using-this-site/"}


def calls(node: ast.AST, name: str) -> list[list[object]]:
    """The plain arguments of all calls of a function below a node."""
    return [
        [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == name
    ]


def measured_by_tests() -> dict[tuple[str, str], str]:
    """The test that is marked with each trace in each browser."""
    found: dict[tuple[str, str], str] = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(function, ast.FunctionDef):
                continue
            for decorator in function.decorator_list:
                for browser, *traces in calls(decorator, "measures"):
                    named = {
                        node.value
                        for part in function.body
                        for node in ast.walk(part)
                        if isinstance(node, ast.Constant)
                    }
                    for trace in traces:
                        compares = calls(function, "check_trace") and trace in named
                        assert compares, f"{function.name} never compares {trace} in {browser}"
                        assert (str(trace), str(browser)) not in found, f"{trace} in {browser} is measured twice"
                        found[str(trace), str(browser)] = f"{path.name}::{function.name}"
    return found


def test_the_record_names_for_each_cell_the_test_that_measured_it_and_no_other() -> None:
    stated = {(trace.id, browser): cell.test for trace in TRACES.values() for browser, cell in trace.measured.items()}
    assert stated == measured_by_tests()


@pytest.mark.parametrize("language", PAGES)
def test_the_page_shows_the_record(site: BuiltSite, language: str) -> None:
    words = load_words(ROOT / f"data/{language}/words.yml")["traces"]
    (table,) = site.tree(PAGES[language]).xpath('//table[@class="traces"]')
    rows = {
        row.findtext("th"): [" ".join(cell.text_content().split()) for cell in row.findall("td")]
        for row in table.findall("tbody/tr")
    }
    assert list(rows) == [words["rows"][name] for name in TRACES]
    for name, trace in TRACES.items():
        cells = dict(zip((*BROWSERS, "others"), rows[words["rows"][name]], strict=True))
        for browser in BROWSERS:
            found = trace.measured.get(browser)
            expected = f"{words['left'][found.left]} {found.test}" if found else words["not_tried"]
            assert cells[browser] == expected
        assert cells["others"] == words["not_tried"]


def test_a_trace_that_is_found_and_not_stated_fails() -> None:
    with pytest.raises(AssertionError, match="says first-page of discreet-history in chromium"):
        check_trace("chromium", "discreet-history", ["a", "b"], ["a", "b"])
