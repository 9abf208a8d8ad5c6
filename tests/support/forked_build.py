"""A real strict build in a process that begins where this one is, so that Python reads the generator only once."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jinja2
import mkdocs.__main__
from babel.dates import format_date
from houvast.output.unused_styles import read_styles
from mkdocs.config import load_config
from mkdocs.utils import get_theme_dir
from project_root import ROOT

_list_templates = jinja2.FileSystemLoader.list_templates


class _CompiledTemplates(jinja2.FileSystemBytecodeCache):
    """Compiled templates by their names: each project has copies of its own, and the cache compares the texts."""

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Give the key of a template wherever its file is; the theme's and the site's of one name are two."""
        is_theme = filename is not None and filename.startswith(get_theme_dir("material"))
        return super().get_cache_key(name, "theme" if is_theme else None)


@functools.cache
def _templates_in(folder: str) -> list[str]:
    """The files in a folder, without those that MkDocs leaves out by their dot: the theme has ten thousand icons."""
    return [name for name in _list_templates(jinja2.FileSystemLoader(folder)) if not name.startswith(".")]


@functools.cache
def _read_what_is_shared() -> tempfile.TemporaryDirectory[str]:
    """Read what every small project has in common; the processes that branch off have it already.

    That is what the settings name, with all that plugins, extensions and hooks import, the names of the months, and
    the theme's stylesheets and list of templates. Only the first build does this: a unit test needs no theme.

    Returns:
        The folder for compiled templates, which are the same in every small project, and the slowest part of a build.
    """
    load_config(str(ROOT / "mkdocs.yml"))
    for language in ("nl", "en_GB"):
        format_date(date(2026, 11, 22), format="long", locale=language)
    for sheet in Path(get_theme_dir("material"), "assets/stylesheets").glob("*.min.css"):
        read_styles(sheet.read_text("utf-8"))
    compiled = tempfile.TemporaryDirectory(prefix="templates")
    jinja2.Environment.__init__ = functools.partialmethod(  # type: ignore[method-assign]
        jinja2.Environment.__init__, bytecode_cache=_CompiledTemplates(compiled.name)
    )
    _templates_in(get_theme_dir("material"))
    jinja2.FileSystemLoader.list_templates = lambda loader: sorted(  # type: ignore[method-assign]
        {name for folder in loader.searchpath for name in _templates_in(folder)}
    )
    return compiled


def forked_build(project: Path, site: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build --strict` as the command line does.

    Args:
        project: The project's folder.
        site: Where the site goes.
        environment: Variables to set for this build.

    Returns:
        The exit status and what was printed.
    """
    arguments = ["build", "--strict", "--config-file", str(project / "mkdocs.yml"), "--site-dir", str(site)]
    return forked(lambda: mkdocs.__main__.cli.main(arguments, prog_name="mkdocs"), project, environment)


def forked(run: Callable[[], None], project: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run what builds a project as a program of its own would.

    Args:
        run: What the program does.
        project: The folder it runs in.
        environment: Variables to set for it.

    Returns:
        The exit status and what was printed.
    """
    _read_what_is_shared()
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        child = os.fork()
        if child == 0:
            status = _in_child(run, project, environment, output.fileno(), errors.fileno())
            os._exit(status)
        _, ended = os.waitpid(child, 0)
        texts = []
        for stream in (output, errors):
            stream.seek(0)
            texts.append(stream.read().decode())
    return subprocess.CompletedProcess("forked", os.waitstatus_to_exitcode(ended), *texts)


def _in_child(run: Callable[[], None], folder: Path, environment: dict[str, str], output: int, errors: int) -> int:
    os.dup2(output, 1)
    os.dup2(errors, 2)
    sys.stdout = os.fdopen(os.dup(1), "w")
    sys.stderr = os.fdopen(os.dup(2), "w")
    os.chdir(folder)
    os.environ.update({"NO_MKDOCS_2_WARNING": "1", **environment})
    try:
        run()
        status = 0
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 1
        if isinstance(ended.code, str):
            print(ended.code, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return status
