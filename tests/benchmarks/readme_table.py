"""The table in README.md, made from the last report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.houvast_project import HOUVAST
from benchmarks.material_project import MATERIAL, PRUNED_MATERIAL
from benchmarks.side_by_side import CONTENDERS, SIZES

BEGIN, END = "<!-- benchmarks: begin -->", "<!-- benchmarks: end -->"
# Without these there is nothing to put into the table.
NEEDED = ("loads", "builds", "growth")
_FEW, _MANY = map(str, SIZES)
# A smaller ratio is not told apart from nothing.
_MIN_RATIO = 0.01
COLUMNS = (
    "",
    f"First load, {_FEW} pages",
    f"{_MANY} pages",
    "Requests",
    "First paint",
    "Largest paint",
    "Blocked",
    f"Build, {_FEW} pages",
    f"{_MANY} pages",
)


def write_table(readme: Path, report: dict[str, Any]) -> bool:
    """Replace what stands between the two marks.

    Args:
        readme: The file.
        report: What was measured.

    Returns:
        Whether there was enough in the report.

    Raises:
        ValueError: If the marks are not in the file.
    """
    if not all(part in report for part in NEEDED):
        return False
    before, begin, rest = readme.read_text("utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{readme} has no {BEGIN} and {END}.")
    readme.write_text(f"{before}{BEGIN}\n{table(report)}{END}{after}", "utf-8")
    return True


def table(report: dict[str, Any]) -> str:
    """The table, and under it how the build grows."""
    rows = [COLUMNS, tuple("---" if number == 0 else "--:" for number in range(len(COLUMNS)))]
    rows += [_row(report, contender.name, contender.label) for contender in CONTENDERS]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + f"\n\n{_growth(report['growth'])}\n"


def _row(report: dict[str, Any], name: str, label: str) -> tuple[str, ...]:
    loads, builds = report["loads"], report["builds"]
    load, yardstick = loads[_MANY][name], loads[_MANY][MATERIAL.name]
    times = [_ratio(load[time], yardstick[time]) for time in ("first_paint", "largest_paint", "blocked")]
    built = [
        _ratio(builds[pages][name]["clock"], builds[pages][MATERIAL.name]["clock"]) if name in builds[pages] else "–"
        for pages in (_FEW, _MANY)
    ]
    weights = [f"{loads[pages][name]['weight'] / 1000:.1f} kB" for pages in (_FEW, _MANY)]
    shown = f"**{label}**" if name == HOUVAST.name else label
    return (shown, *weights, f"{load['requests']:.0f}", *times, *built)


def _ratio(value: float, yardstick: float) -> str:
    if not yardstick:
        return "–"
    ratio = value / yardstick
    if 0 < ratio < _MIN_RATIO:
        return f"<{_MIN_RATIO}"
    return f"{ratio:.1f}" if 1 <= ratio < 10 else f"{ratio:.2f}" if 0 < ratio < 1 else f"{ratio:.0f}"


def _growth(growth: dict[str, Any]) -> str:
    beside, per_page = growth["beside_mkdocs"], growth["per_page"]
    own, alone = per_page[HOUVAST.name][-1], per_page[PRUNED_MATERIAL.name][-1]
    ratios = ", ".join(f"{ratio:.1f}" for ratio in beside.values())
    return (
        f"At {', '.join(beside)} pages this site's build takes {ratios} times as long as MkDocs and Material alone "
        f"with\nthe same menu. On the way to {list(beside)[-1]} pages a page more takes {own:.1f} times what it takes "
        f"on the way to\n{_MANY} (MkDocs and Material alone: {alone:.1f} times)."
    )
