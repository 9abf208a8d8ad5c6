"""Names of forms and fields are promises: what was renamed or retired is known, and what disappears is reported."""

from __future__ import annotations

from pathlib import Path

import pytest
from houvast.data.form_names import EarlierNames, NameRegistry, check_names, load_names
from project_root import ROOT

REGISTRY = """# A comment.
forms:
  plan:
    names:
      - first/who
      - "first/place=inside"
    renamed:
      first/name: first/who
    retired:
      first/gone: {nl: Weg, en: Gone}
  list:
    names: [tip/ask, tip/tick]
renamed_forms: {old-plan: plan, older-plan: plan}
retired_forms: [lost]
"""
PLAN = ["first/who", "first/place=inside"]
LIST = ["tip/ask", "tip/tick"]


def load(folder: Path, text: str) -> NameRegistry:
    path = folder / "form-names.yml"
    # Files of the site always have all three parts.
    rest = "" if "renamed_forms" in text else "renamed_forms: {}\nretired_forms: []\n"
    path.write_text(text + rest, "utf-8")
    return load_names(path)


def problems(folder: Path, text: str, **current: list[str]) -> list[str]:
    """The messages about forms that hold these names now; every form stands in docs/<form>.md:7."""
    found = check_names(load(folder, text), current, "names.yml", lambda form, name: (f"docs/{form}.md", 7))
    return [str(problem) for problem in found]


def test_the_registry_of_the_site_can_be_read() -> None:
    registry = load_names(ROOT / "data/form-names.yml")
    assert len(registry.forms) > 20


def test_the_registry_is_read_with_its_lines(tmp_path: Path) -> None:
    registry = load(tmp_path, REGISTRY)
    plan = registry.forms["plan"]
    assert (plan.line, registry.forms["list"].line) == (3, 11)
    assert list(plan.names) == PLAN
    assert plan.renamed == {"first/name": "first/who"}
    assert plan.retired == {"first/gone": {"nl": "Weg", "en": "Gone"}}
    assert [plan.line_of(name) for name in ("first/place=inside", "first/name", "first/gone", "other")] == [6, 8, 10, 3]
    assert registry.former_names("plan") == ["old-plan", "older-plan"]
    assert registry.former_names("list") == []
    assert registry.retired_forms == ("lost",)


def test_the_page_of_a_form_knows_its_earlier_names_in_its_own_language(tmp_path: Path) -> None:
    registry = load(tmp_path, REGISTRY)
    renamed, former = {"first/name": "first/who"}, ("old-plan", "older-plan")
    assert registry.earlier_names("plan", "en") == EarlierNames(renamed, {"first/gone": "Gone"}, former)
    assert registry.earlier_names("plan", "de") == EarlierNames(renamed, {"first/gone": "first/gone"}, former)
    assert registry.earlier_names("list", "en") is None
    assert registry.earlier_names("other", "en") is None


def test_kept_promises_are_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, REGISTRY, plan=PLAN, list=LIST) == []


def test_a_name_that_was_not_promised_is_reported_where_the_form_stands(tmp_path: Path) -> None:
    assert problems(tmp_path, REGISTRY, plan=[*PLAN, "first/new", "first/newer"], list=LIST) == [
        "docs/plan.md:7: names of the form 'plan' are not in the list of promised names: first/new, first/newer. "
        "Add them in names.yml under forms, plan, names; or correct them here."
    ]


def test_a_form_that_was_not_promised_is_reported_with_all_its_names(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, REGISTRY, plan=PLAN, list=LIST, more=["a/b"])
    assert problem.startswith("docs/more.md:7: names of the form 'more' are not in the list of promised names: a/b.")


def test_names_that_disappear_are_reported_with_the_line_of_the_registry(tmp_path: Path) -> None:
    assert problems(tmp_path, REGISTRY, plan=["first/who"], list=LIST) == [
        "names.yml:6: names of the form 'plan' are gone, and files that readers kept hold them: first/place=inside. "
        'Put them back, or add each as `"old": "new"` under its `renamed`, or as `"old": {nl: …, en: …}` under its '
        "`retired`."
    ]
    (problem,) = problems(tmp_path, REGISTRY, plan=PLAN, list=[])
    assert problem.startswith("names.yml:12: names of the form 'list' are gone")
    assert "hold them: tip/ask, tip/tick." in problem


def test_a_name_may_be_renamed_or_retired_and_stay_in_the_list(tmp_path: Path) -> None:
    text = REGISTRY.replace("      - first/who\n", "      - first/who\n      - first/name\n      - first/gone\n")
    assert problems(tmp_path, text, plan=PLAN, list=LIST) == []


def test_a_name_renamed_to_one_that_is_not_there_is_gone(tmp_path: Path) -> None:
    text = REGISTRY.replace("first/name: first/who", "first/name: first/whom")
    (problem,) = problems(tmp_path, text, plan=PLAN, list=LIST)
    assert problem.startswith("names.yml:8: names of the form 'plan' are gone")
    assert "hold them: first/name." in problem


@pytest.mark.parametrize(("old", "new"), [("/doer", "/who"), ("@morning", "@early"), ("/doer=a", "/who=b")])
def test_with_a_table_or_a_sentence_its_pieces_are_renamed_and_itself(tmp_path: Path, old: str, new: str) -> None:
    text = f'forms:\n  plan:\n    names: [part/new{new}]\n    renamed:\n      "part/old{old}": "part/new{new}"\n'
    assert problems(tmp_path, text, plan=[f"part/new{new}"]) == [
        f"names.yml:5: 'part/old{old}' of the form 'plan' is renamed, and the field that it belongs to is not. "
        'Add `"part/old": "part/new"` under its `renamed`.'
    ]
    assert problems(tmp_path, text + "      part/old: part/new\n", plan=[f"part/new{new}"]) == []


def test_a_piece_may_be_renamed_alone(tmp_path: Path) -> None:
    text = "forms:\n  plan:\n    names: [part/table/new]\n    renamed: {part/table/old: part/table/new}\n"
    assert problems(tmp_path, text, plan=["part/table/new"]) == []


def test_a_form_that_disappears_is_reported_with_the_line_of_the_registry(tmp_path: Path) -> None:
    assert problems(tmp_path, REGISTRY, plan=PLAN) == [
        "names.yml:11: the form 'list' is gone, and files that readers kept name it. Put it back, or add "
        "`list: new-name` under renamed_forms, or `list` under retired_forms."
    ]


@pytest.mark.parametrize(
    ("old", "new"), [("retired_forms: [lost]", "retired_forms: [list]"), ("older-plan: plan", "list: plan")]
)
def test_a_form_may_be_renamed_or_retired(tmp_path: Path, old: str, new: str) -> None:
    assert problems(tmp_path, REGISTRY.replace(old, new), plan=PLAN) == []


def test_a_form_renamed_to_one_that_is_not_there_is_reported(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, REGISTRY.replace("older-plan: plan", "older-plan: plans"), plan=PLAN, list=LIST)
    assert problem == (
        "names.yml:1: the form 'older-plan' is renamed to 'plans', which is not there. Correct it under renamed_forms."
    )
