"""Sets up .venv when something changed, then hands over to a tool that lives in it.

In: the name of an entry script and its options. Out: that tool, in this
process's place, at the project's root. It needs Python 3.11 and git, nothing
more; until Python's age is known, only what Python 3.6 understands is used.

A set-up that was cut short leaves a mark, and the next one starts afresh. A
finished one leaves a stamp made of everything it depends on: as long as the
stamp holds, nothing is done.
"""

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OLDEST = (3, 11)
WINDOWS = os.name == "nt"

# What is locked for whom. Whoever has the larger lock has the smaller one too.
LOCKS = {"site": "requirements.txt", "test": "requirements-test.txt"}
INCLUDES = {"site": ["site"], "test": ["test", "site"]}


def venv(*parts):
    return os.path.join(ROOT, ".venv", *parts)


def tool(name):
    return venv("Scripts", name + ".exe") if WINDOWS else venv("bin", name)


def say(text):
    """Progress goes to standard error: standard output belongs to the tool."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def run(level, command, *options):
    """Make sure of the environment, then become the command."""
    require_python()
    if not ready(level):
        make_ready(level)
    os.chdir(ROOT)
    become([tool(command), *options, *sys.argv[1:]])


def make_ready(level):
    try:
        with one_at_a_time():
            if not ready(level):
                set_up(level)
    except KeyboardInterrupt:
        say("")
        say("Stopped before the set-up was finished; the next command starts it afresh.")
        sys.exit(130)


def become(words):
    if not WINDOWS:
        os.execv(words[0], words)
    import subprocess  # only Windows needs it: there, exec gives the prompt back too early

    sys.exit(subprocess.call(words))


def require_python():
    """Where this Python is too old, look for a newer one, or say what to do."""
    if sys.version_info >= OLDEST:
        return
    newer = newer_python()
    if newer:
        become([newer, *sys.argv])
    say(
        "OpenRoadmap needs Python {}.{} or newer; this is Python {}.{}.".format(
            *(OLDEST + sys.version_info[:2])
        )
    )
    say("  Debian, Ubuntu:  apt install python3 python3-venv")
    say("  Fedora:          dnf install python3.12")
    say("  macOS:           brew install python")
    say("  Windows:         winget install Python.Python.3.13")
    say("Then run this command again.")
    sys.exit(2)


def newer_python():
    import shutil
    import subprocess

    test = "import sys; sys.exit(sys.version_info < {!r})".format(OLDEST)
    for minor in range(19, OLDEST[1] - 1, -1):
        found = shutil.which("python3.{}".format(minor))
        # A name on the path is no promise: some version managers leave empty shells behind.
        if found and subprocess.call([found, "-c", test], stderr=subprocess.DEVNULL) == 0:
            return found
    return None


def fingerprint(level):
    """Everything an environment depends on: change one, and it is set up again."""
    import hashlib

    digest = hashlib.sha256(ROOT.encode("utf-8", "surrogateescape"))
    for path in (venv("pyvenv.cfg"), os.path.join(ROOT, "pyproject.toml"), lock(level)):
        with open(path, "rb") as file:
            digest.update(b"\0" + file.read())
    return digest.hexdigest()


def lock(level):
    return os.path.join(ROOT, LOCKS[level])


def stamp(level):
    return venv("set-up-" + level)


def ready(level):
    try:
        with open(stamp(level), encoding="utf-8") as file:
            fresh = file.read().split("\n")[0] == fingerprint(level)
    except OSError:
        return False
    # A link to a Python that has gone counts as not there.
    return fresh and os.path.exists(tool("python"))


def set_up(level):
    """From whatever is there to an environment that answers to the lock."""
    require_venv_module()
    say("Setting up .venv ({}). The first time takes a minute.".format(LOCKS[level]))
    if not usable():
        make_venv()
    mark = venv("unfinished")
    write(mark, "A set-up was cut short. The next one starts afresh.\n")
    for each in LOCKS:
        remove(stamp(each))
    install(level)
    for each in INCLUDES[level]:
        write(stamp(each), fingerprint(each) + "\n" + ROOT + "\n")
    remove(mark)


def require_venv_module():
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        say("This Python cannot make environments: a part of it is packed separately.")
        say("  Debian, Ubuntu:  apt install python3-venv")
        say("Then run this command again.")
        sys.exit(2)


def usable():
    """Can the environment that is there be built upon? One that moved cannot."""
    import subprocess

    if os.path.exists(venv("unfinished")) or moved():
        return False
    test = "import sys, pip; sys.exit(sys.version_info < {!r})".format(OLDEST)
    try:
        return subprocess.call([tool("python"), "-c", test], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def moved():
    """A folder that was moved or copied: the paths inside its environment lead elsewhere."""
    homes = []
    for level in LOCKS:
        try:
            with open(stamp(level), encoding="utf-8") as file:
                homes.append(file.read().split("\n")[1])
        except OSError:
            continue  # no stamp of this level: nothing known, nothing wrong
    return any(home != ROOT for home in homes)


def make_venv():
    import shutil
    import venv as maker

    if os.path.islink(venv()):
        os.unlink(venv())
    elif os.path.exists(venv()):
        shutil.rmtree(venv())
    os.mkdir(venv())
    write(venv("unfinished"), "A set-up was cut short. The next one starts afresh.\n")
    maker.create(venv(), with_pip=True, symlinks=not WINDOWS)


def install(level):
    """The locked packages, each checked against its hash, then the project in place."""
    pip = [tool("python"), "-m", "pip", "-qq", "--disable-pip-version-check", "--no-input"]
    # Only built packages: none gets to run code of its own while it is installed.
    locked = ["install", "--require-hashes", "--only-binary", ":all:", "-r", lock(level)]
    # The build tool is in the lock, so nothing is fetched here.
    itself = ["install", "--no-deps", "--no-build-isolation", "--no-index", "-e", ROOT]
    for words in (locked, itself):
        call(pip + words)


def call(words):
    import subprocess

    if subprocess.call(words, stdout=sys.stderr.fileno()) != 0:
        say("")
        say("The set-up did not finish; the lines above say why. Often it is the connection:")
        say("packages are fetched from the registry that pip is configured for.")
        say("Run this command again: it starts where nothing is half done.")
        sys.exit(1)


class one_at_a_time:  # noqa: N801 - read as a phrase: with one_at_a_time()
    """Two commands started together set up once: the second waits for the first."""

    def __enter__(self):
        # This file itself is the lock, so that none is left behind. Python on
        # Windows has no such lock; there, start one command after the other.
        try:
            import fcntl
        except ImportError:
            self.file = None
            return
        self.file = open(os.path.abspath(__file__), "rb")
        fcntl.flock(self.file, fcntl.LOCK_EX)

    def __exit__(self, *problem):
        if self.file:
            self.file.close()


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def remove(path):
    if os.path.exists(path):
        os.unlink(path)
