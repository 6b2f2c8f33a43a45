"""The facts as data: JSON by its own published schema, CSV by Python's reader, names intact.

Arguments are folders of published sites. Before they are looked at, a damaged file of each kind has to
be refused.
"""

import copy
import csv
import io
import json
import pathlib
import sys

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

# Columns of tables that are numbers, which no apostrophe may spoil.
NUMBERS = {"latitude", "longitude", "population", "geonames", "delegation", "pages", "in_favour", "against"}


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def closed(schema):
    """The schema, with no key allowed that it does not know."""
    if isinstance(schema, dict):
        within = {key: closed(value) for key, value in schema.items()}
        if "properties" in schema and schema.get("type") == "object":
            within["additionalProperties"] = False
        return within
    return [closed(item) for item in schema] if isinstance(schema, list) else schema


def validator(path, data):
    schema = load(path.parent / data["$schema"])
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(closed(schema))


def rows_of(text):
    """The rows of a table as whoever follows the manual reads them."""
    def undone(cell):
        return cell[1:] if cell.startswith("'") else cell

    def value(column, cell):
        if column not in NUMBERS:
            return undone(cell)
        return float(cell) if cell else None

    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    rows = []
    for row in reader:
        assert None not in row and None not in row.values(), f"a row of another length: {row}"
        rows.append({column: value(column, cell) for column, cell in row.items()})
    return rows


def check_table(rows, data):
    """A table says what the records say, of what both of them say."""
    own, languages = data["language"], data["languages"]
    records = data["records"]
    assert [row["id"] for row in rows] == [record["id"] for record in records]
    for row, record in zip(rows, records):
        for key in ("name", "title"):
            if key in record:
                for language in languages:
                    column = key if language == own else f"{key}_{language}"
                    assert row[column] == record[key].get(language, ""), (row, record)
        if "coordinates" in record:
            assert [row["latitude"], row["longitude"]] == record["coordinates"], row
        for key in ("page", "kind", "status", "date", "wikidata", "type"):
            if key in record and key in row:
                assert row[key] == record[key], (key, row, record)
        if "native" in record:
            assert row["native"] == "; ".join(name["text"] for name in record["native"]), row


def check(folder):
    looked_at = 0
    for path in sorted((folder / "data").glob("*.json")):
        data = load(path)
        validator(path, data).validate(data)
        looked_at += 1
    for path in sorted((folder / "data").glob("*.csv")):
        raw = path.read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf"), f"{path}: spreadsheets need the mark"
        text = raw.decode("utf-8-sig")
        assert "\n" not in text.replace("\r\n", ""), f"{path}: RFC 4180 ends lines by CR LF"
        check_table(rows_of(text), load(path.with_suffix(".json")))
        looked_at += 1
    assert looked_at > 5, f"{folder}: there should be more files"


def refuses(what, error):
    try:
        what()
    except error:
        return
    raise SystemExit("a damaged file was not refused")


def check_that_it_can_fail(folder):
    path = folder / "data" / "cities.json"
    data = load(path)
    for damage in (
        lambda city: city.pop("name"),
        lambda city: city.update(country="IT"),
        lambda city: city.update(unheard_of=True),
        lambda city: city.update(coordinates=[118, 0]) or city.update(page=""),
    ):
        damaged = copy.deepcopy(data)
        damage(damaged["records"][0])
        refuses(lambda: validator(path, damaged).validate(damaged), ValidationError)
    text = path.with_suffix(".csv").read_bytes().decode("utf-8-sig")
    first = data["records"][0]["name"][data["language"]]
    refuses(lambda: check_table(rows_of(text.replace(first, "Somewhere")), data), AssertionError)
    refuses(lambda: rows_of(text.replace("\r\n", ",more\r\n").replace(",more", "", 1)), AssertionError)


folders = [pathlib.Path(folder) for folder in sys.argv[1:]]
check_that_it_can_fail(folders[0])
for folder in folders:
    check(folder)
