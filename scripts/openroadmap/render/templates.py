"""Body templates, ready for a language: folders and words come in, a Jinja environment goes out.

Three things are done before a template is filled for the first time, because a
page of a large plan is filled thousands of times: sentences that never change
are put in as text, indentation is left out, and what is safe already is not
escaped a second time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, MutableMapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from markupsafe import Markup, escape
from markupsafe import _escape_inner as escape_text  # what escape() does, without a Markup around

from openroadmap.i18n import Translator

_SENTENCE = re.compile(r"""\{\{ _\((["'])((?:(?!\1)[^\\{}])+)\1\) \}\}""")
_INDENT = re.compile(r"\n\s+")
_SYNTAX = ("{{", "{%", "{#", "\n")


def open_templates(
    words: Translator, folders: Iterable[Path], compiled: BytecodeCache | None
) -> Environment:
    """An environment that escapes everything and knows the words of one language."""
    environment = _Bodies(
        loader=SpokenLoader(folders, words),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=compiled,
        auto_reload=False,
        cache_size=-1,
    )
    environment.globals.update(_=words.gettext, ngettext=words.ngettext)
    return environment


class SpokenLoader(FileSystemLoader):
    """Reads templates with ``{{ _("...") }}`` already said in the reader's language, and without
    the indentation and empty lines that are there for those who write them.

    Jinja keeps compiled templates by the text that a loader gives, so that one
    is compiled anew when a sentence in it gets other words.
    """

    def __init__(self, folders: Iterable[Path], words: Translator) -> None:
        super().__init__(list(folders))
        self._words = words

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        source, file, is_current = super().get_source(environment, template)
        return _INDENT.sub("\n", _SENTENCE.sub(self._said, source)), file, is_current

    def _said(self, sentence: re.Match[str]) -> str:
        said = str(escape(self._words.gettext(sentence[2])))
        # Words that Jinja could take for more than words are left for it to look up.
        plain = said == said.strip() and not any(sign in said for sign in _SYNTAX)
        return said if said and plain else sentence[0]


class _Generator(CodeGenerator):
    """Writes the Python that somebody would write by hand for such a template.

    Views are dataclasses and what is called is a macro or a function: no look
    for an item of the same name, or for what a call might want to know of its
    context, is needed. Macros know nothing of the page that imports them. What
    a template shows is escaped by ``escaped``.
    """

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("escaped = environment.escaped")

    def enter_frame(self, frame: Frame) -> None:
        super().enter_frame(frame)
        if frame.rootlevel:
            self.buffer(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        if frame.rootlevel:
            self.writeline(f"yield concat({frame.buffer})")
        super().leave_frame(frame, with_python_scope)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        self.visit(node.node, frame)
        self.write("(")
        self._arguments(node, frame)
        if forward_caller:
            self.write("caller=caller")
        self.write(")")

    def _arguments(self, node: nodes.Call, frame: Frame) -> None:
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for keyword in node.kwargs:
            self.visit(keyword, frame)
            self.write(", ")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        self.write("environment.get_template(")
        self.visit(node.template, frame)
        self.write(f", {self.name!r}).module")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        macro = macro_ref.node
        takes_more = macro_ref.accesses_kwargs or macro_ref.accesses_varargs
        if takes_more or macro_ref.accesses_caller or isinstance(macro, nodes.CallBlock):
            super().macro_def(macro_ref, frame)
            return
        names = [argument.name for argument in macro.args]
        self.write(f"environment.macro(macro, {macro.name!r}, {names!r})")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        self.write("escaped(")


safe = partial(str.__new__, Markup)
"""Text as what is safe already, without a look at what else it could be."""


class _Macro(Macro):
    """A macro, which gets all of its arguments by their places nearly always."""

    def __call__(self, *args: Any, **kwargs: Any) -> Markup:
        if kwargs or len(args) != self._argument_count:
            return super().__call__(*args, **kwargs)
        return safe(self._func(*args))


class _Bodies(Environment):
    code_generator_class = _Generator

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """A template has no globals of its own, so that nothing is to be put together a page."""
        return super().make_globals(d) if d else self.globals

    def macro(self, function: Callable[..., str], name: str, arguments: list[str]) -> _Macro:
        return _Macro(self, function, name, arguments, False, False, False, True)

    @staticmethod
    def escaped(value: Any) -> str:
        """The value as safe HTML. Macros, prose and shapes give what is safe already."""
        kind = type(value)
        if kind is str:
            return escape_text(value)
        if kind is int:
            return str(value)
        return value if kind is Markup else escape(value)
