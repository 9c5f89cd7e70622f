"""Plain data of a record come in, a YAML file that people can read and we read back goes out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

WIDTH = 100


class _Dumper(yaml.SafeDumper):
    """Writes no anchors, which our reader refuses, and indents the items of lists."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


_TYPED = tuple(f"tag:yaml.org,2002:{name}" for name in ("timestamp", "int", "float"))
_Dumper.yaml_implicit_resolvers = {
    sign: [form for form in forms if form[0] not in _TYPED]
    for sign, forms in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
"""Dates and numbers stand without quotation marks, as people write them: all is read as text."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Several lines stand as they are, a long line is folded, a short one needs no sign."""
    style = None
    if "\n" in text:
        style = "|"
    elif len(text) > WIDTH - 20 and "  " not in text:
        style = ">"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def write_yaml(data: Mapping[str, Any], remark: str = "") -> str:
    """The text of a file; ``remark`` is its head, a line or more without their ``#``."""
    head = "".join(f"# {line}".rstrip() + "\n" for line in remark.splitlines())
    body = yaml.dump(dict(data), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)
    return head + body
