"""Loads every YAML file below a folder with PyYAML's CSafeLoader; the measure for `check`."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml


def main() -> None:
    count = 0
    for file in sorted(Path(sys.argv[1]).rglob("*.yml")):
        yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
        count += 1
    print(count)


if __name__ == "__main__":
    main()
