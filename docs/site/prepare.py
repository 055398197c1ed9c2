"""Writes the sources of the site: the pages of this repository, with links that work there.

python3 docs/site/prepare.py FOLDER   then: zensical build --strict --config-file FOLDER/zensical.toml

The pages stay as people read them on GitHub. The site gets copies, in which a link to another page leads to its copy, and a link to any other file
of the repository leads to GitHub. The menu is the list of pages in docs/README.md.
"""

import pathlib
import re
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
GITHUB = "https://github.com/slipway-dev/slipway"
SKIP_CODE = r"(?ms)^(?:`{3,}|~~~).*?^(?:`{3,}|~~~)$|`+[^`\n]+`+|"
MERMAID = re.compile(r"(?ms)^```mermaid\n.*?^```$")
LINK = re.compile(SKIP_CODE + r"\]\((?P<target>[^()\s]+)\)")


def pages():
    """Each page, and where it is on the site."""
    places = {ROOT / "README.md": "index.md", ROOT / "docs/README.md": "overview.md"}
    for name in ("CHANGELOG", "CONTRIBUTING", "SECURITY", "ARCHITECTURE"):
        places[ROOT / f"{name}.md"] = f"project/{name.lower()}.md"
    for page in sorted((ROOT / "docs").rglob("*.md")):
        place = page.relative_to(ROOT / "docs").as_posix()
        places.setdefault(page, place.replace("README.md", "index.md"))
    return places


def relink(page, places):
    """The text of a page, with the links that it has on the site."""
    depth = places[page].count("/")

    def link(match):
        target = match["target"]
        if target is None or re.match(r"[a-z]+:|#", target):
            return match[0]
        path, hash_, anchor = target.partition("#")
        file = (page.parent / path).resolve()
        if file in places:
            return f"]({'../' * depth}{places[file]}{hash_}{anchor})"
        if file.suffix in (".svg", ".png"):
            return f"]({'../' * depth}images/{file.name})"
        kind = "tree" if file.is_dir() else "blob"
        return f"]({GITHUB}/{kind}/main/{file.relative_to(ROOT).as_posix()}{hash_}{anchor})"

    # To draw it here, each reader's browser would load a program from another host.
    source = f"{GITHUB}/blob/main/{page.relative_to(ROOT).as_posix()}"
    text = MERMAID.sub(f"[The diagram is on GitHub.]({source})", page.read_text(encoding="utf-8"))
    return LINK.sub(link, text)


def menu(places):
    """The sections of docs/README.md, with their pages, as TOML."""
    sections = {}
    heading = "Start"
    for line in (ROOT / "docs/README.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line[3:]
        for target in re.findall(r"\]\(([^()#\s]+\.md)\)", line if line.startswith("- ") else ""):
            sections.setdefault(heading, []).append(places[(ROOT / "docs" / target).resolve()])
    lines = ['  { "Slipway" = "index.md" },', '  { "All pages" = "overview.md" },']
    for heading, listed in sections.items():
        lines.append(f'  {{ "{heading}" = [{", ".join(repr(place) for place in listed)}] }},'.replace("'", '"'))
    project = [place for place in places.values() if place.startswith("project/")]
    lines.append(f'  {{ "Project" = [{", ".join(repr(place) for place in project)}] }},'.replace("'", '"'))
    return "nav = [\n" + "\n".join(lines) + "\n]"


def main(folder):
    places = pages()
    sources = folder / "docs"
    shutil.rmtree(folder, ignore_errors=True)
    for page, place in places.items():
        copy = sources / place
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(relink(page, places), encoding="utf-8")
    images = [file for kind in ("*.svg", "*.png") for file in sorted((ROOT / "docs").rglob(kind))]
    for image in images:
        (sources / "images").mkdir(exist_ok=True)
        shutil.copy(image, sources / "images" / image.name)
    shutil.copy(ROOT / "docs/site/site.css", sources / "site.css")
    config = (ROOT / "docs/site/zensical.toml").read_text(encoding="utf-8")
    (folder / "zensical.toml").write_text(config.replace("# MENU", menu(places)), encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve())
