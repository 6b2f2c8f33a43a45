"""A small site, all made up, of what the others lack: news, times, anniversaries, and words that would do
harm in a format that they were not escaped for."""

import subprocess
import tempfile
from pathlib import Path

FILES = {
    "site.yaml": """
name: "Twins; & <more>, \\"quoted\\""
home: home
base_url: https://odd.example/
timezone: America/New_York
founded: 1981-02-28
languages: [en, he]
""",
    "cities/home.md": "---\nname: Home\ncountry: US\n---\n",
    "cities/other.md": """---
name: "L'Aquila ]]> </script>"
country: IT
coordinates: [42.35, 13.4]
relationship: { established: 2000-02-29, status: active, committee: friends }
---
""",
    "committees/friends.md": """---
name: Friends, of all; kinds
meetings:
  place: "Room 2, upstairs"
  next: [{ date: 2026-06-02, time: "18:00" }, { date: 2026-06-16, cancelled: true }]
---
""",
    "events/evening.md": """---
title: "=cmd|' /C calc'!A0 \\\\ evening"
kind: festival
date: 2026-07-14
time: "20:30"
duration: 3 hours
summary: "A line of more than seventy-five bytes, with signs of several bytes each: é, 静岡市, עפולה, Kraków."
---
""",
    "news/first.md": """---
title: "News ]]> & </entry> <b>"
date: 2026-04-02
updated: 2026-04-20
author: A. Person
cities: other
---
See [the city](city:other), [below](#below), and `]]>`.

## Below

The end.
""",
    "news/second.md": "---\ntitle: Second\ndate: 2026-04-10\n---\nWords.\n",
}

_folder = tempfile.TemporaryDirectory()


def odd():
    """The folder of the published site; it is built once."""
    root = Path(_folder.name)
    for path, text in FILES.items():
        file = root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.lstrip(), encoding="utf-8")
    program = Path(__file__).parent / "../../target/debug/jumelage"
    subprocess.run([program, "build", root, "--today", "2026-05-01"], check=True, capture_output=True)
    return root / "public"
