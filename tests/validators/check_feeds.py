"""Feeds: the grammar of RFC 4287, what it says beside the grammar, and what `feedparser` makes of them."""

from pathlib import Path
from urllib.parse import urlparse

import feedparser
from lxml import etree

from sites import damage, files, refuses

GRAMMAR = etree.RelaxNG(etree.parse(str(Path(__file__).with_name("atom.rng"))))
ATOM = "{http://www.w3.org/2005/Atom}"


def check(text):
    """Fails if a feed is not one."""
    tree = etree.fromstring(text.encode())
    GRAMMAR.assertValid(tree)
    ids = [element.text for element in tree.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids)), "two entries have one id"
    rels = [link.get("rel") for link in tree.findall(f"{ATOM}link")]
    assert rels.count("self") == 1 and rels.count("alternate") == 1, rels
    assert tree.find(f"{ATOM}author") is not None, "nobody wrote it"
    parsed = feedparser.parse(text.encode(), response_headers={"content-type": "application/atom+xml"})
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10", parsed.version
    assert 1 <= len(parsed.entries) <= 50, len(parsed.entries)
    dates = [entry.updated_parsed for entry in parsed.entries]
    assert dates == sorted(dates, reverse=True), "the newest does not come first"
    assert parsed.feed.updated_parsed == dates[0], "the feed is older than its newest entry"
    for entry in parsed.entries:
        assert entry.title and urlparse(entry.link).scheme in ("http", "https"), entry
        for content in entry.get("content", []):
            assert 'href="..' not in content.value and 'src="..' not in content.value, content.value


feeds = [feed for feed in files("**/*.xml") if feed.name in ("feed.xml", "changes.xml")]
assert feeds, "no site has a feed"
for feed in feeds:
    text = feed.read_text(encoding="utf-8")
    check(text)
    for entry in feedparser.parse(text.encode()).entries:
        # The page that an entry leads to is there.
        path = urlparse(entry.link).path.lstrip("/")
        roots = [folder for folder in feed.parents if (folder / path / "index.html").exists()]
        assert roots, f"{feed} leads to {entry.link}, where nothing is"

sound = feeds[0].read_text(encoding="utf-8")
for right, wrong, why in [
    ("<updated>", "<updated>about ", "a date that is none"),
    ("<id>urn:uuid:", "<id>", "an id that is no address"),
    ("<title>", "<title><b/>", "an element that does not belong there"),
    ('rel="self"', 'rel="other"', "a feed that does not say where it is"),
    ("</entry>", "", "a document that is not well-formed"),
]:
    refuses(check, damage(sound, right, wrong), why)
print(f"{len(feeds)} feeds are sound")
