"""The sitemap against its schema, and `robots.txt` as Python's own reader of it takes it."""

from pathlib import Path
from urllib.parse import urlparse
from urllib.robotparser import RobotFileParser

from lxml import etree

from sites import damage, folders, refuses

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
SCHEMA = Path(__file__).parent / "../browser/node_modules/sitemap/schema/sitemap.xsd"

# The schema asks for one of what stands in other languages' links; XHTML's is not made for that.
WHOLE = f"""<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
<xsd:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="{SCHEMA.resolve().as_uri()}"/>
<xsd:import namespace="http://www.w3.org/1999/xhtml" schemaLocation="{Path(__file__).with_name("alternate.xsd").as_uri()}"/>
</xsd:schema>"""
GRAMMAR = etree.XMLSchema(etree.fromstring(WHOLE))


def check(text):
    """Fails if a sitemap is not one; gives its addresses."""
    tree = etree.fromstring(text.encode())
    GRAMMAR.assertValid(tree)
    others = {}
    for url in tree:
        links = url.findall(f"{XHTML}link")
        assert all(link.get("rel") == "alternate" for link in links), "a link to something else"
        others[url.findtext(f"{SITEMAP}loc")] = {link.get("hreflang"): link.get("href") for link in links}
    for address, languages in others.items():
        if languages:
            assert "x-default" in languages and address in languages.values(), address
        for other in languages.values():
            assert others.get(other) == languages, f"{address} names {other}, which does not name it"
    return list(others)


sitemaps = []
for folder in folders():
    text = (folder / "sitemap.xml").read_text(encoding="utf-8")
    addresses = check(text)
    sitemaps.append(text)
    robots = RobotFileParser()
    robots.parse((folder / "robots.txt").read_text(encoding="utf-8").splitlines())
    assert robots.site_maps() and robots.site_maps()[0].endswith("/sitemap.xml"), robots.site_maps()
    for address in addresses:
        assert robots.can_fetch("any", address), f"{address} may not be read"
        path = urlparse(address).path.lstrip("/")
        assert (folder / path / "index.html").exists(), f"{folder} has no {path}"

many = next(text for text in sitemaps if "hreflang" in text)
for right, wrong, why in [
    ("<loc>", "<loc>not an address ", "an address that is none"),
    ("<loc>", "<place>", "a word that sitemaps do not have"),
    ('hreflang="x-default"', 'hreflang="no language"', "a language that is none"),
    ('hreflang="ht"', 'hreflang="fr"', "a page that is named only from one side"),
]:
    refuses(check, damage(many, right, wrong), why)
print(f"{len(sitemaps)} sitemaps are sound")
