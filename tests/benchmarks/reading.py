"""How fast records are read, against PyYAML's own loader on the same files.

In: a number of commitments, or a folder of records. Out: the time a file for
each reader, the ratio between them (at most 0.85 is wanted), and what the
places of the keys and values weigh.

    python tests/benchmarks/reading.py [--n 1000] [--folder FOLDER]
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from openroadmap.read.yaml import CParser, YamlFile, read_yaml

ROUNDS = 5
WANTED = 0.85


def load(raw: bytes) -> Any:
    return yaml.load(raw, Loader=yaml.CSafeLoader)


def read(raw: bytes) -> YamlFile:
    return read_yaml(raw, "record.yml")


def read_with_place(raw: bytes) -> tuple[int, int]:
    """Reading, and asking for one place, as each finding does."""
    return read_yaml(raw, "record.yml").marks.value(("sources", 0, "url"))


def microseconds(reader: Callable[[bytes], object], files: list[bytes]) -> float:
    """Processor time a file, everything that was read kept in memory as a build does."""
    gc.collect()
    before = time.process_time()
    kept = [reader(raw) for raw in files]
    spent = time.process_time() - before
    del kept
    return spent / len(files) * 1e6


def weight(file: YamlFile) -> int:
    """The bytes that the marks of one file take in memory."""
    held = [getattr(file.marks, name) for name in file.marks.__slots__ if name != "_data"]
    return sum(map(sys.getsizeof, [file.marks, *held]))


def compare(files: list[bytes]) -> float:
    readers = {"CSafeLoader": load, "read_yaml": read, "read_yaml and one place": read_with_place}
    best = dict.fromkeys(readers, float("inf"))
    for _ in range(ROUNDS):  # in turn, so that a busy moment of the machine strikes all
        for name, reader in readers.items():
            best[name] = min(best[name], microseconds(reader, files))
    for name, spent in best.items():
        print(f"{name:26}{spent:8.0f} µs a file{spent / best['CSafeLoader']:8.2f}")
    return best["read_yaml"] / best["CSafeLoader"]


def report(files: list[bytes]) -> float:
    lines = sum(raw.count(b"\n") for raw in files) / len(files)
    size = sum(map(len, files)) / len(files)
    print(f"{len(files)} files, {lines:.0f} lines and {size:.0f} bytes on average")
    refused = sum(read(raw).data is None for raw in files)
    print(f"refused: {refused}; libyaml: {'yes' if CParser else 'no'}")
    print(f"marks: {sum(weight(read(raw)) for raw in files) / len(files):.0f} bytes a file")
    print("with Python's garbage collector")
    compare(files)
    print("without it, as in a build")
    gc.disable()
    ratio = compare(files)
    gc.enable()
    print(f"ratio {ratio:.2f}, wanted at most {WANTED}")
    return ratio


def records_below(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.rglob("*.yml"))]


def main() -> None:
    options = argparse.ArgumentParser(description="Measure how fast records are read.")
    options.add_argument("--n", type=int, default=1000, help="commitments to make up")
    options.add_argument("--folder", type=Path, help="records to read instead")
    chosen = options.parse_args()
    if chosen.folder:
        files = records_below(chosen.folder)
    else:
        from generate import generate

        with tempfile.TemporaryDirectory() as made:
            generate(Path(made), chosen.n)
            files = records_below(Path(made) / "ours" / "commitments")
    raise SystemExit(report(files) > WANTED)


if __name__ == "__main__":
    main()
