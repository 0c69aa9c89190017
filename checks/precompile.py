"""``python -m checks.precompile``: keep what every cold run would compute anew. Run by the installation.

Python caches a module's code and never a regular expression's, nor an index of the lexicon (``checks.caching.kept``).
"""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path

from checks.caching import expressions

WORD = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>",
    "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>'
    "<w:r><w:t>CHỈ THỊ</w:t></w:r></w:p></w:body></w:document>",
}
"""The least that a Word file holds."""


def main() -> int:
    """Check the sample directives and the examples of all rules, and keep what that compiled and imported."""
    seen = expressions.record()  # before anything else is imported
    from checks import engine, examples
    from checks.caching import modules
    from checks.language import context, lexicon, slips
    from checks.rules import all_rules

    modules.keep(often=_lint_samples())
    for rule in all_rules():
        for example in (*rule.good, *rule.bad):  # every rule would compile 2 in 100 more and take ten times as long
            engine.check(examples.document(examples.read(example).text), [rule])
    expressions.keep(seen)
    lexicon.keep()
    slips.keep()
    context.keep()
    return 0


def _lint_samples() -> frozenset[str]:
    """What the office will run: every sample, every format, a Word file. Gives the modules that a text alone needs."""
    from contextlib import redirect_stdout
    from tempfile import TemporaryDirectory
    from zipfile import ZipFile

    from checks.cli import main as lint
    from checks.report import FORMATS

    samples = sorted(map(str, Path(__file__).resolve().parent.parent.glob("corpus/*/document.txt")))
    with TemporaryDirectory() as folder, redirect_stdout(StringIO()):
        word = Path(folder, "a.docx")
        with ZipFile(word, "w") as package:
            for name, content in WORD.items():
                package.writestr(name, content)
        lint([*samples, "--isolated", "--jobs", "1"])
        often = frozenset(sys.modules)
        for name in FORMATS:
            lint([str(word), "--isolated", "--format", name])
    return often


if __name__ == "__main__":
    sys.exit(main())
