"""How blocks, and what stands in them, are written: the one place that knows these signs.

A block begins with `/// name | Title`, its options follow directly, indented, and a line of as many slashes closes it.
An entry of a list begins with a kind, `- [kind] name | Text`: a field, a choice, an answer, or an item of a tip.
"""

from __future__ import annotations

import re

from houvast.authoring.worksheet_fields import KINDS

SLASHES = re.compile(r"^ {0,3}/{3,}", re.MULTILINE)
OPENING = re.compile(r"^ {0,3}(?P<slashes>/{3,}) *(?P<name>[\w-]+) *(?:\|(?P<title>.*))?$")
CLOSING = re.compile(r"^ {0,3}(?P<slashes>/{3,}) *$")
# A first or a last line that is indented, quoted, or an entry of a list: Markdown would print it.
DISPLACED = re.compile(r"^(?=[\s>*+\d-])[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*[\s>]*/{3,} *(?P<name>[\w-]*) *(?:\|.*)?$")
OPTION = re.compile(r"^ {4,}\S")
OPTION_KEY = re.compile(r"^ {4,}([\w-]+) *:")
OPTION_INDENT = 4

ENTRY = re.compile(r"^ {0,3}[-*+] +\[(?P<kind>[^\]]*)\](?!\() ?(?P<rest>.*)$", re.DOTALL)
# A field as it should have been: `[line] name |`, wherever it begins and whatever stands before it.
ALMOST_FIELD = re.compile(rf"^\s*(?:[-*+]|\d+[.)])?\s*\[ ?({'|'.join(KINDS)})(?: *:[^\]]*)?\] *[\w-]+ *\|")
ITEM_LIKE = re.compile(r"^ {0,3}[-*+] +\[[^\]]?\](?!\()")
ITEM = re.compile(r"^- \[(?P<kind>[ ?])\] (?P<name>[\w-]+) \| (?P<text>\S.*)$")
CONTINUED = re.compile(r"^ {2,}\S")
INDENTED = re.compile(r"^ {4,}\S")
LIST_ENTRY = re.compile(r"^ {0,3}[-*+] +\S")
HEADING = re.compile(r"^ {0,3}(?P<signs>#{1,6}) +(?P<title>.*)$")
