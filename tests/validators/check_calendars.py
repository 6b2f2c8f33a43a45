"""Calendars: the PyPI package `icalendar` reads them, and finds the days that the pages show."""

import json
import re
from datetime import date, datetime, timedelta

from icalendar import Calendar

from sites import damage, files, folders, refuses


def check(text):
    """Fails if a calendar is not one; gives its entries."""
    assert "\n" not in text.replace("\r\n", ""), "a line does not end as it should"
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n")), "a line is too long"
    calendar = Calendar.from_ical(text)
    assert not calendar.errors, calendar.errors
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"], "it does not say what it is"
    entries = calendar.walk("VEVENT")
    assert entries, "there is nothing in it"
    uids = [str(entry["UID"]) for entry in entries]
    assert len(uids) == len(set(uids)), "two entries have one id"
    for entry in entries:
        assert not entry.errors, entry.errors
        assert isinstance(entry["DTSTAMP"].dt, datetime) and entry["SUMMARY"], entry
        start, end = entry["DTSTART"].dt, entry.get("DTEND")
        if type(start) is date:
            assert end is not None and end.dt > start, f"{entry['SUMMARY']} ends before it begins"
    return entries


def told_by_pages(folder):
    """When the events are that the pages of a site tell search engines of, by their addresses: a first and
    a last day, or a time."""
    events = {}
    for page in folder.glob("events/*/index.html"):
        graph = re.search(r'ld\+json">(.*?)</script>', page.read_text(encoding="utf-8"), re.S)
        event = json.loads(graph[1])["@graph"][-1].get("mainEntity")
        start = event["startDate"] if event else ""
        if "T" in start:
            events[event["url"]] = datetime.fromisoformat(start)
        elif re.fullmatch(r"\d{4}-\d\d-\d\d", start):
            last = date.fromisoformat(event.get("endDate", start))
            events[event["url"]] = (date.fromisoformat(start), last)
    return events


calendars = files("**/*.ics")
for file in calendars:
    check(file.read_bytes().decode())

compared = 0
for folder in folders():
    if not (folder / "calendar.ics").exists():
        assert not told_by_pages(folder), f"{folder} has events and no calendar"
        continue
    entries = check((folder / "calendar.ics").read_bytes().decode())
    days = {}
    for entry in entries:
        start = entry["DTSTART"].dt
        if "/events/" in entry["URL"]:
            if type(start) is date:
                start = (start, entry["DTEND"].dt - timedelta(days=1))
            days[str(entry["URL"])] = start
    assert days == told_by_pages(folder), f"{folder}: the calendar and the pages disagree"
    compared += len(days)
assert compared, "no event was compared"

sound = calendars[0].read_bytes().decode()
for right, wrong, why in [
    ("DTSTART;VALUE=DATE:", "DTSTART;VALUE=DATE:x", "a day that is none"),
    ("DTEND;VALUE=DATE:2", "DTEND;VALUE=DATE:0", "an end before the beginning"),
    ("UID:", "X-UID:", "an entry that cannot be known again"),
    ("END:VEVENT\r\n", "", "an entry that does not end"),
    ("\r\n", "\n", "a line that does not end as it should"),
]:
    refuses(check, damage(sound, right, wrong), why)
print(f"{len(calendars)} calendars are sound, {compared} events agree with their pages")
