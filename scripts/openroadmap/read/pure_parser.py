"""Text comes in; the events of PyYAML's own parser in Python go out, as libyaml would tell them.

Only used where PyYAML was built without libyaml. It takes some ten times as
long, and reads tabs and wrong escapes less kindly: both are made up for here.
"""

from __future__ import annotations

from yaml.error import Mark
from yaml.events import Event
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError


class PureParser(Reader, Scanner, Parser):
    """The same events as those of ``yaml.cyaml.CParser``."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def get_event(self) -> Event:
        try:
            return super().get_event()
        except (ValueError, OverflowError) as error:
            # An escape beyond Unicode makes chr() fail; libyaml has an error for it.
            context, problem = "while scanning a quoted scalar", "found an unknown escape"
            raise ScannerError(context, self.get_mark(), problem, self.get_mark()) from error

    def scan_to_next_token(self) -> None:
        """A tab may part two words of a line, though never indent one."""
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            super().scan_to_next_token()

    def scan_plain_spaces(self, indent: int, start_mark: Mark) -> list[str]:
        """Unquoted text may hold tabs between its words."""
        line = self.line
        chunks: list[str] = super().scan_plain_spaces(indent, start_mark)
        while self.peek() == "\t" and self.line == line:
            self.forward()
            more = super().scan_plain_spaces(indent, start_mark)
            chunks = [*chunks, "\t", *more] if self.line == line else more
        return chunks
