"""Sets the instructions that `run` has counted beside those that are recorded."""
import pathlib
import re
import sys

# From how much more than recorded on a figure is marked, if that is a part of the whole that matters.
SLOWER, MATTERS = 1.10, 0.0005
COMMANDS = {
    "nothing": "build when nothing has changed",
    "text": "build after one text has changed",
    "fact": "build after one fact has changed",
}


def total(dump):
    return int(re.search(r"^(?:totals|summary): (\d+)", dump.read_text(), re.MULTILINE)[1])


def stages(folder):
    """The instructions of each stage, in order; a stage may begin more than once."""
    # What is dumped before the first name is the program's own beginning.
    names = ["beginning", *(folder / "names").read_text().splitlines()]
    numbered = sorted(folder.glob("stage.*"), key=lambda dump: int(dump.suffix[1:]))
    dumps = [*numbered, *folder.glob("stage")]
    if len(dumps) != len(names):
        sys.exit(f"there are {len(dumps)} dumps of {len(names)} stages")
    counted = {}
    for name, dump in zip(names, dumps):
        counted[name] = counted.get(name, 0) + total(dump)
    return counted


def read(recorded):
    rows = (line.rsplit(maxsplit=1) for line in recorded.read_text().splitlines())
    return {name: int(count.replace(",", "")) for name, count in rows}


def main():
    folder, recorded, *wishes = map(pathlib.Path, sys.argv[1:])
    counted = stages(folder)
    counted["all stages"] = whole = sum(counted.values())
    for command, name in COMMANDS.items():
        counted[name] = total(folder / f"command.{command}")
    if wishes == [pathlib.Path("--record")]:
        recorded.write_text("".join(f"{name:36}{count:15,}\n" for name, count in counted.items()))
    known = read(recorded)
    print(f"{'instructions':36}{'now':>15}{'recorded':>15}{'ratio':>8}")
    for name in [*counted, *(known.keys() - counted.keys())]:
        now, then = counted.get(name, 0), known.get(name, 0)
        ratio = f"{now / then:.3f}" if then else "new"
        is_slower = then and now > then * SLOWER and now - then > whole * MATTERS
        print(f"{name:36}{now:15,}{then:15,}{ratio:>8}{'  <- more than recorded' if is_slower else ''}")


if __name__ == "__main__":
    main()
