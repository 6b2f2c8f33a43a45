"""What all checks in Python share: the published sites, and how a check shows that it can fail."""

import sys
from functools import cache
from pathlib import Path

from odd import odd


@cache
def folders():
    """The folders of the published sites, which are handed to each check, and that of the odd one."""
    return [*(Path(folder) for folder in sys.argv[1:]), odd()]


def files(pattern):
    """The files of all sites that a pattern means. There must be one: else nothing is checked."""
    found = [file for folder in folders() for file in sorted(folder.glob(pattern))]
    assert found, f"no site has a {pattern}"
    return found


def refuses(check, damaged, why):
    """Fails if a check takes what is damaged for sound."""
    try:
        check(damaged)
    except Exception:
        return
    raise AssertionError(f"the check does not see {why}")


def damage(text, right, wrong):
    """A text with a mistake made in it."""
    assert right in text, f"there is no {right!r} to be damaged"
    return text.replace(right, wrong, 1)
