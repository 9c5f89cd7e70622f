"""How long a long plan takes to print: a number of commitments comes in, seconds and pages go out.

    python tests/benchmarks/printing.py --n 60

The commitments of the made-up project are put into one plan, with the updates, views and
reviews of that plan's own. What is timed is the work after reading: laying out and writing the
file is nearly all of it.
"""

from __future__ import annotations

import argparse
import re
import resource
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

from generate import SEED, File, our_files, write
from openroadmap.commands.export_pdf import export_pdf
from pypdf import PdfReader
from records import make_members

TODAY = date(2026, 11, 23)


def one_plan(count: int) -> Iterator[File]:
    """All files of the first plan, and then commitments of others until there are enough."""
    first, found = "", 0
    for path, text in our_files(make_members(4 * count, SEED)):
        parts = Path(path).parts
        if len(parts) < 3 or parts[0] != "commitments" or parts[2] == "member.yml":
            yield path, text
            continue
        plan = "/".join(parts[1:3])
        first = first or plan
        if parts[3] == "commitments":
            found += 1
            if plan == first or found <= count:
                name = parts[4] if plan == first else f"more-{found}.yml"
                own = text if plan == first else re.sub(r"(?m)^ogp_id: .*\n", "", text)
                yield f"commitments/{first}/commitments/{name}", own
        elif plan == first:
            yield path, text


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--n", type=int, default=60, help="commitments in the plan")
    count = options.parse_args().n
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, one_plan(count))
        plan = next(file.parent for file in root.glob("commitments/*/*/plan.yml"))
        name = plan.relative_to(root / "commitments").as_posix()
        started, worked = time.perf_counter(), time.process_time()
        written = export_pdf(root, TODAY, root / "out", [name])
        clock, cpu = time.perf_counter() - started, time.process_time() - worked
        data = (root / "out" / written.files[0]).read_bytes()
    pages = len(PdfReader(BytesIO(data)).pages)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} commitments, {pages} pages, {len(data) / 1000:.0f} kB")
    a_page = 1000 * cpu / pages
    print(f"{clock:.1f} s by the clock, {cpu:.1f} s of a processor ({a_page:.0f} ms a page)")
    print(f"{memory:.0f} MB at most")


if __name__ == "__main__":
    main()
