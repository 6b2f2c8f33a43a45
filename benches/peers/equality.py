"""Whether two programs say the same on the pages that both write."""
import collections
import html
import re
import sys

# So many pages of each folder are compared.
SAMPLE = 100


def pages(folder):
    return {path.relative_to(folder) for path in folder.rglob("*.html")}


def main_part(page):
    """The main part of a page, without dates, which the programs print differently."""
    text = page.read_text()
    main = text[text.index("<main>"):text.index("</main>")]
    return re.sub(r"<time[^>]*>.*?</time>", " ", main)


def words(markup):
    return sorted(re.findall(r"\w+", html.unescape(re.sub(r"<[^>]*>", " ", markup))))


def entries(pages):
    """What stands in lists, entry by entry."""
    return {" ".join(words(entry)) for page in pages
            for entry in re.findall(r"<li.*?</li>", main_part(page), re.DOTALL)}


def title(page):
    return re.search(r"<h1>.*?</h1>", main_part(page), re.DOTALL)[0]


def lists_the_same(ours, theirs, further):
    """Whether each entry of their list stands on our page, or on one of the further pages below it."""
    wanted = entries([theirs])
    below = [page for page in further if ours.parent in page.parents]
    return wanted and below and words(title(ours)) == words(title(theirs)) and wanted <= entries([ours, *below])


def by_folder(paths):
    folders = collections.defaultdict(list)
    for path in sorted(paths):
        folders[path.parent.parent].append(path)
    return folders


def sample(paths):
    """Some pages of each folder, which are all of a small one."""
    for inside in by_folder(paths).values():
        yield from inside[::-(-len(inside) // SAMPLE)]


def must_be_equal(ours, theirs):
    """Compares the pages of our program with those of a peer; all that it writes must be there."""
    our_pages, their_pages = pages(ours.output), pages(theirs.output)
    if missing := sorted(map(str, their_pages - our_pages)):
        sys.exit(f"only {theirs.name} writes {', '.join(missing[:20])}")
    compared, divided = list(sample(their_pages)), []
    further = [ours.output / page for page in our_pages - their_pages if page.parent.name]
    for page in compared:
        own, other = ours.output / page, theirs.output / page
        if words(main_part(own)) == words(main_part(other)):
            continue
        if page.name == str(page) or not lists_the_same(own, other, further):
            sys.exit(f"{ours.name} and {theirs.name} do not say the same on {page}")
        divided.append(str(page.parent))
    whole = len(compared) - len(divided)
    more = [f"{len(inside)} in `{folder}`" for folder, inside
            in by_folder(our_pages - their_pages).items()]
    return (f"{ours.name} and {theirs.name} both write {len(their_pages)} pages. {whole} of them were "
            f"compared word by word and {len(divided)} long lists entry by entry "
            f"({', '.join(divided) or 'none'}), and are equal. Only {ours.name} writes "
            f"{len(our_pages) - len(their_pages)} pages more ({', '.join(more) or 'none'}).")
