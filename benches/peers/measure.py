"""Measures programs at their work, in rounds in which they take turns."""
import collections
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from programs import FLOOR

# How many seconds somebody waits for a page.
PATIENCE = 300
# What jumelage does and its peers do not, by its name in the table of `--timings`.
APART = ("pictures and social cards", "search index")
# The builds, in the order in which they are told.
FULL, NOTHING, TEXT, FACT = "full build", "nothing changed", "one text changed", "one fact changed"


class Figures(dict):
    """Figures by what was measured and by program: one of each round."""

    def note(self, what, program, figure):
        columns = self.setdefault(what, collections.defaultdict(list))
        columns[program].append(figure)


def run(command):
    """Elapsed seconds, processor seconds, peak memory in MiB, and what was said. Linux tells of no less
    memory than this script itself holds when it starts a program."""
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        elapsed = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode()
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed:\n{text}")
    return elapsed, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text


def measure_builds(programs, rounds):
    figures = Figures()

    def note(kind, name, command):
        # What others have left to be written is not for this one to wait for.
        os.sync()
        elapsed, processor, memory, text = run(command)
        figures.note(f"{kind}: elapsed (s)", name, elapsed)
        figures.note(f"{kind}: processor (s)", name, processor)
        figures.note(f"{kind}: peak memory (MiB)", name, memory)
        return text

    for number in range(rounds):
        # Whoever comes first finds another machine than whoever comes last.
        turn = number % len(programs)
        for program in programs[turn:] + programs[:turn]:
            program.forget()
            text = note(FULL, program.name, program.build)
            for stage in APART:
                if found := re.search(rf"^{stage} +\S+ s +(\S+) s$", text, re.MULTILINE):
                    figures.note(f"{FULL}: {stage}, processor (s)", program.name, float(found[1]))
            note(NOTHING, program.name, program.build)
            city = program.city()
            for kind, edit in ((TEXT, city.edit_text), (FACT, city.edit_fact)):
                word = f"{kind[4:8]}{number}"
                edit(word)
                note(kind, program.name, program.build)
                if word not in (program.output / city.page / "index.html").read_text():
                    sys.exit(f"{program.name} does not show on {city.page}: {kind}")
            city.restore()
            if program.name.startswith("jumelage"):
                measure_floor(program, note)
    kinds = (FULL, NOTHING, TEXT, FACT)
    return dict(sorted(figures.items(), key=lambda row: kinds.index(row[0].split(":")[0])))


def measure_floor(program, note):
    """What the same work on files costs without any thought."""
    name = program.name.replace("jumelage", "floor")
    empty = program.output.with_name("out-floor")
    floor = [FLOOR, program.site, program.output]
    note(FULL, name, [*floor, empty])
    note(NOTHING, name, floor)
    shutil.rmtree(empty)


class Preview:
    """A preview that runs."""

    def __init__(self, program, page):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.page = f"http://localhost:{port}/{page}"
        self.process = subprocess.Popen([*program.serve, "--port", str(port)],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.proc = pathlib.Path(f"/proc/{self.process.pid}")
        self.stream = None
        # Until there is a site, jumelage shows a page that says so.
        self.wait_for("</header>")
        self.stream = self.open_page(f"http://localhost:{port}", f"/{page}")

    def open_page(self, host, page):
        """Has the page open as a browser has: jumelage makes first what somebody looks at."""
        with urllib.request.urlopen(host + page) as answer:
            session = re.search(r'data-session="([^"]*)"', answer.read().decode())
        if session:
            return urllib.request.urlopen(
                f"{host}/.jumelage/events?session={session[1]}&page={page}")

    def wait_for(self, word):
        """How many seconds pass until the page has a word."""
        started = time.perf_counter()
        while time.perf_counter() - started < PATIENCE and self.process.poll() is None:
            try:
                with urllib.request.urlopen(self.page) as answer:
                    if word in answer.read().decode():
                        return time.perf_counter() - started
            except (urllib.error.URLError, ConnectionError):
                pass
            time.sleep(0.002)
        self.stop()
        sys.exit(f"{self.page} does not show {word}")

    def settle(self):
        """Waits until it has nothing to do any more."""
        def spent():
            return (self.proc / "stat").read_text().rsplit(") ", 1)[1].split()[11:13]

        before = None
        while before != (now := spent()):
            before = now
            time.sleep(0.5)

    def memory(self):
        status = (self.proc / "status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def stop(self):
        if self.stream:
            self.stream.close()
        self.process.send_signal(signal.SIGINT)
        self.process.wait()


def measure_previews(programs, rounds):
    """From the closing of a file until a client has its page. The client has the page open and asks for
    it again and again, whatever the ways in which a preview tells a browser of news."""
    figures = Figures()
    for program in programs:
        city = program.city()
        preview = Preview(program, city.page)
        for kind, edit in (("text", city.edit_text), ("fact", city.edit_fact)):
            for number in range(rounds):
                preview.settle()
                edit(f"preview{number}{kind}")
                figures.note(f"preview of one {kind} (s)", program.name,
                             preview.wait_for(f"preview{number}{kind}"))
            preview.settle()
            city.restore()
        preview.settle()
        figures.note("preview's memory (MiB)", program.name, preview.memory())
        preview.stop()
    return figures
