"""The one place that runs git: questions come in, git's own bytes or a reason go out.

Nothing is fetched, written or configured. The surroundings decide neither
which repository is asked nor how it answers: inside a hook, for instance, git
hands its own place on to every program it starts. Who owns a repository is
checked by git as the user has set it, in the system's settings or their own.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from threading import Timer
from typing import IO

from openroadmap.immutable import immutable
from openroadmap.model.kinds import KINDS
from openroadmap.read.text import MAX_BYTES

MOST_SECONDS = 60.0
LARGEST = MAX_BYTES * max(kind.room for kind in KINDS)
"""Bytes of a file in the history that are looked at; the reader refuses larger ones too."""

_KEPT = frozenset({
    "GIT_CEILING_DIRECTORIES", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_SYSTEM",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_EXEC_PATH",
})  # fmt: skip
"""Of all that begins with GIT_: where the user's settings lie, and how far up to search."""

_SET = {
    "GIT_ALLOW_PROTOCOL": "",  # a partial clone would fetch what it lacks
    "GIT_GRAFT_FILE": "/dev/null",
    "GIT_NO_REPLACE_OBJECTS": "1",  # neither may rewrite the history that is read
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LANGUAGE": "C",
    "LC_ALL": "C",  # the words of its errors are read below
}

_SETTINGS = (
    "core.fsmonitor=false",
    "diff.relative=false",
    "log.diffMerges=separate",
    "log.follow=false",
    "log.mailmap=false",
    "log.showRoot=true",
    "log.showSignature=false",
)
"""A user's or a repository's own would change what ``git log`` says, or start a program."""

_PROMISES = r"^(remote\..*\.promisor|extensions\.partialclone)$"
_REASONS = (
    (b"dubious ownership", "refused"),
    (b"unsafe repository", "refused"),  # git before 2.38
    (b"not a git repository", "no-repository"),
    (b"must be run in a work tree", "no-repository"),
    (b"ambiguous argument 'HEAD'", "uncommitted"),
)


class HistoryError(Exception):
    """Raised if git does not answer; ``reason`` is a variant of the rule on histories, D02."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@immutable
class Git:
    """Git in a folder. ``environ`` is what the process was started with."""

    folder: Path
    environ: Mapping[str, str]
    seconds: float = MOST_SECONDS

    def ask(self, *words: str, questions: bytes = b"") -> bytes:
        """What a git command says; raises ``HistoryError`` when it fails or takes too long.

        ``questions`` is what it reads.
        """
        try:
            done = subprocess.run(
                self._command(words),
                cwd=self.folder,
                env=_surroundings(self.environ),
                input=questions,
                capture_output=True,
                timeout=self.seconds,
            )
        except subprocess.TimeoutExpired:
            raise HistoryError("slow") from None
        except OSError:
            raise HistoryError("no-git") from None
        if done.returncode:
            raise HistoryError(self._reason(done.stderr))
        return done.stdout

    def contents(self, blobs: Collection[str]) -> Iterator[bytes | None]:
        """What each blob holds, in the order asked for; None for one that is too large."""
        answered = 0
        with tempfile.TemporaryFile() as questions:  # so that neither side waits for the other
            questions.write("".join(f"{blob}\n" for blob in blobs).encode())
            questions.seek(0)
            with self._answering(questions) as answers:
                while head := answers.readline():
                    yield _content(head, answers)
                    answered += 1
        if answered != len(blobs):
            raise HistoryError("broken")

    def lacks_parts(self) -> bool:
        """Whether this is a partial clone, which fetches what it lacks when it is asked for it."""
        try:
            return bool(self.ask("config", "--get-regexp", _PROMISES))
        except HistoryError:
            return False  # no such setting

    @contextmanager
    def _answering(self, questions: IO[bytes]) -> Iterator[IO[bytes]]:
        try:
            process = subprocess.Popen(
                self._command(("cat-file", "--batch", "--buffer")),
                cwd=self.folder,
                env=_surroundings(self.environ),
                stdin=questions,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError:
            raise HistoryError("no-git") from None
        watch = Timer(self.seconds, process.kill)
        watch.start()
        with process:
            try:
                yield process.stdout  # type: ignore[misc]  # it is a pipe
            finally:
                late = not watch.is_alive()
                watch.cancel()
                watch.join()
                process.kill()
        if late:
            raise HistoryError("slow")

    def _command(self, words: Iterable[str]) -> list[str]:
        program = which("git", path=self.environ.get("PATH"))
        if program is None:
            raise HistoryError("no-git")
        settings = (part for setting in _SETTINGS for part in ("-c", setting))
        return [program, "--no-pager", *settings, *words]

    def _reason(self, errors: bytes) -> str:
        found = next((reason for words, reason in _REASONS if words in errors), "broken")
        if found == "no-repository" and (self.folder / ".git").exists():
            return "broken"
        return found


def _surroundings(environ: Mapping[str, str]) -> dict[str, str]:
    kept = {
        name: value
        for name, value in environ.items()
        if not name.upper().startswith("GIT_") or name.upper() in _KEPT
    }
    return kept | _SET


def _content(head: bytes, answers: IO[bytes]) -> bytes | None:
    """One answer of ``git cat-file --batch``: "<id> blob <size>", the content, a line's end."""
    words = head.split()
    if len(words) != 3 or words[1] != b"blob":
        raise HistoryError("broken")  # "<id> missing"
    size = int(words[2])
    if size <= LARGEST:
        content = answers.read(size + 1)
        if len(content) != size + 1:
            raise HistoryError("broken")
        return content[:-1]
    left = size + 1
    while left and (piece := answers.read(min(left, LARGEST))):
        left -= len(piece)
    return None
