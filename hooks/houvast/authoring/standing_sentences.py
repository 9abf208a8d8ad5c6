"""Standing sentences: what stands on many pages is written once for each language, and pages call it by name.

A page says `[[name]]`, alone or within a paragraph. What is put there stays on one line, so that the lines of the page
stay those of its file.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from houvast.authoring.page_links import SCHEME
from houvast.authoring.source_lines import prose_lines
from houvast.data.problem import Problem
from houvast.data.source_text import read_text
from houvast.data.suggestion import did_you_mean
from houvast.data.yaml_files import entries, read_yaml_tree

# Code shows a name and does not mean it.
_PLACE = re.compile(r"(?P<code>(?P<ticks>`+).+?(?<!`)(?P=ticks)(?!`))|\[\[(?P<name>[^\[\]]*)\]\]")
_TARGET = re.compile(r"(?<=\]\()<?([^)\s>]+)>?")
# A word, and what follows it where a sentence ends.
_WORD = re.compile(r"(\w+)([*_\])\"”]*[.!?:])?")
_BLANK = re.compile(r"\{([a-z_]+)\}")
# Shorter ones are said by chance.
MIN_WORDS = 6


@dataclass(frozen=True)
class StandingSentence:
    """A text that pages call by name.

    Attributes:
        name: What pages call it.
        line: Where it stands in the data file, counted from 1.
        text: The text in Markdown, on one line; its links start from the folder of the language.
    """

    name: str
    line: int
    text: str


def load_sentences(
    path: Path, root: Path, blanks: Mapping[str, str]
) -> tuple[dict[str, StandingSentence], list[Problem]]:
    """Read the standing sentences of one language.

    Args:
        path: The data file.
        root: The project's folder, for the paths in messages.
        blanks: What stands in the place of each name between { }.

    Returns:
        The sentences by name, and a problem for each that cannot be.
    """
    place, tree = path.relative_to(root).as_posix(), read_yaml_tree(read_text(path))
    sentences: dict[str, StandingSentence] = {}
    problems = []
    for name, line, value in entries(tree):
        text = " ".join(value.value.split())
        if "[[" in text:
            what = f"the standing sentence '{name}' is no text by itself."
            problems.append(Problem(place, line, what, f'Write `{name}: "…"`, without another one in it.'))
            continue
        for blank in _BLANK.findall(text):
            if blank not in blanks:
                what = f"nothing is known to stand in the blank {{{blank}}} of the standing sentence '{name}'."
                remedy = did_you_mean(blank, blanks, f"Use: {', '.join(blanks)}.")
                problems.append(Problem(place, line, what, remedy))
        text = _BLANK.sub(lambda found: blanks.get(found[1], found[0]), text)
        sentences[name] = StandingSentence(name, line, text)
    return sentences, problems


def fill_in(markdown: str, sentences: Mapping[str, StandingSentence], page: str) -> str:
    """Put the standing sentences in their places; a name that is not known stays as it is.

    Args:
        markdown: A page's text.
        sentences: Those of its language.
        page: Its source file within the folder of the language: links in the sentences lead from there.
    """
    if "[[" not in markdown:
        return markdown
    folder = posixpath.dirname(page)

    def rebased(link: re.Match[str]) -> str:
        if SCHEME.match(link[1]) or link[1].startswith("#"):
            return link[0]
        target, hash_sign, anchor = link[1].partition("#")
        return posixpath.relpath(target, folder or ".") + hash_sign + anchor

    def put(found: re.Match[str]) -> str:
        sentence = sentences.get(found["name"] or "")
        return _TARGET.sub(rebased, sentence.text) if sentence else found[0]

    lines = markdown.split("\n")
    for number, line in prose_lines(markdown, 0):
        lines[number] = _PLACE.sub(put, line)
    return "\n".join(lines)


def named_sentences(markdown: str, first_line: int) -> Iterator[tuple[str, int]]:
    """Give the names of the standing sentences that a page calls, known or not, each with its line."""
    for number, line in prose_lines(markdown, first_line):
        for found in _PLACE.finditer(line):
            if found["name"] is not None:
                yield found["name"], number


def check_use(
    markdown: str, path: str, first_line: int, sentences: Mapping[str, StandingSentence], file: str
) -> Iterator[Problem]:
    """Check how a page uses the standing sentences.

    Args:
        markdown: The page's text, without front matter.
        path: The page's file, for messages.
        first_line: The line in the file at which the text begins.
        sentences: The standing sentences of the page's language.
        file: Their data file, for messages.

    Yields:
        A problem for each name that is not there, and for each sentence that is written out.
    """
    for name, line in named_sentences(markdown, first_line):
        if name not in sentences:
            remedy = did_you_mean(name, sentences, f"Add it to {file}, or write what you mean.")
            yield Problem(path, line, f"there is no standing sentence '{name}'.", remedy)
    # To read a page word by word takes long, and few pages have even the longest word of one.
    plain = markdown.lower()
    likely = [sentence for sentence in sentences.values() if _longest_word(sentence.text) in plain]
    if not likely:
        return
    starts, begins, ends, said, length = {}, set(), set(), [], 0
    for line, text in prose_lines(markdown, first_line):
        begins.add(length)
        for word, is_last in _words(text):
            starts[length] = (word, line)
            said.append(f"{word} ".lower())
            length += len(word) + 1
            if is_last:
                ends.add(length)
    everything = "".join(said)
    for sentence in likely:
        own = [word for word, _ in _words(sentence.text)]
        wanted = f"{' '.join(own)} ".lower()
        if len(own) < MIN_WORDS or wanted not in everything:
            continue
        for found in re.finditer(re.escape(wanted), everything):
            word, line = starts.get(found.start(), ("", 0))
            # As a part of another sentence its name could not stand for it; not every script has capitals to tell.
            is_whole = own[0].lower() != own[0].upper() or found.start() in begins | ends
            if word == own[0] and is_whole and found.end() in ends:
                what = f"the standing sentence '{sentence.name}' is written out here."
                yield Problem(path, line, what, f"Write [[{sentence.name}]], so that it is corrected in one place.")


def compare_sentences(
    sentences: Mapping[str, StandingSentence], model: Mapping[str, StandingSentence], files: tuple[str, str]
) -> Iterator[Problem]:
    """Compare the standing sentences of a language with those of the first language.

    Args:
        sentences: Those to check.
        model: Those of the first language.
        files: How messages show the data files: that of the first language, and the other.

    Yields:
        A problem for each that is there in one language only.
    """
    for ours, theirs, (here, there) in ((model, sentences, files), (sentences, model, files[::-1])):
        for name, sentence in ours.items():
            if name not in theirs:
                what = f"the standing sentence '{name}' is there here, but not in {there}."
                yield Problem(here, sentence.line, what, "Write it there too, or nowhere.")


class StandingSentencePreprocessor(Preprocessor):
    """Fills a page in before its blocks are parsed.

    Args:
        md: The parser.
        known: Gives the standing sentences, and the page that is being parsed; see `fill_in`.
    """

    def __init__(self, md: Markdown, known: Callable[[], tuple[Mapping[str, StandingSentence], str]]) -> None:
        super().__init__(md)
        self._known = known

    def run(self, lines: list[str]) -> list[str]:
        """Give the lines of the page with the sentences in them."""
        return fill_in("\n".join(lines), *self._known()).split("\n")


def _longest_word(text: str) -> str:
    return max((word for word, _ in _words(text)), key=len, default="").lower()


# Each page is compared with every sentence.
@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[tuple[str, bool], ...]:
    """The words of a text, without the addresses of links; and of each whether it ends a sentence."""
    return tuple((found[1], bool(found[2])) for found in _WORD.finditer(re.sub(r"\]\([^)]*\)", "]", text)))
