"""check_files.py [ROOT]: the rules about files that no compiler checks. Prints every finding as file:line: message.

The files are those that git tracks or would track, so what is ignored is not looked at. CONTRIBUTING.md lists
the rules.
"""

import ast
import pathlib
import re
import subprocess
import sys

LONGEST_SWIFT_FILE = 500
LONGEST_README = 150
LARGEST_FILE = 5_000_000
EMPTY_WORDS = {"util", "utils", "utility", "utilities", "helper", "helpers", "manager", "managers", "common", "base"}
CODE_FOLDERS = {"Sources", "Tests", "Benchmarks", "scripts"}
TEXT_SUFFIXES = {
    "", ".swift", ".md", ".sh", ".bash", ".py", ".txt", ".in", ".json", ".csv", ".css", ".js", ".html", ".svg", ".h",
    ".modulemap", ".yml", ".yaml", ".toml", ".geojson", ".graphml", ".gexf",
}
REQUIRED = {
    "CHANGELOG.md", "CONTRIBUTING.md", "Data/LICENSE.md", "LICENSE", "Makefile", "Package.swift", "README.md",
    "SECURITY.md", "docs/architecture.md", "docs/glossary.md",
}

DECLARATION = re.compile(r"\b(?:struct|class|enum|actor|protocol|typealias|macro)\s+([A-Za-z_]\w*)")
CAMEL_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
CRASHES = [
    (re.compile(r"\btry!"), "`try!` ends the program on an error: handle it or pass it on"),
    (re.compile(r"\bas!"), "`as!` ends the program on another type: use `as?`"),
    (re.compile(r"\bfatalError\s*\("), "`fatalError` ends the program: throw an error that says what to do"),
]
# The home, scratch and mount folders of some one machine; system folders such as those of installed programs are fine.
MACHINE_PATH = re.compile(r"(?<![\w.$~})\]-])/(?:root|tmp|home|Users|mnt|media|work)/[\w.]")
ADDRESS = re.compile(r"\bhttps?://(?!127\.0\.0\.1\b|localhost\b|\[::1\]|[${<(*\"'])[\w.-]*")
THIRD_PARTY = re.compile(
    r"(?:\.(?:so|a|o|dylib|dll|exe|whl|jar|wasm|woff2?|ttf|otf)|\.so\.[\d.]+|\.min\.(?:js|css)|(?:^|/)Package\.resolved"
    r"|(?:^|/)(?:echarts|maplibre|htmx)[^/]*\.js|(?:^|/)node_modules/.*)$")
# Comments, strings and sentences in backticks, whose words are no code.
SWIFT_SILENT = re.compile(
    r'(?P<raw>#+)"(?:""(?:.|\n)*?""|.*?)"(?P=raw)|"""(?:\\.|[^\\])*?"""|"(?:\\.|[^"\\\n])*"'
    r"|`[^`\n]*`|//[^\n]*|/\*(?:.|\n)*?\*/")


def git_files(root: pathlib.Path, *options: str) -> list[str]:
    answer = subprocess.run(["git", "-C", str(root), "ls-files", "-z", *options], capture_output=True)
    if answer.returncode != 0:
        raise SystemExit(f"check_files: git lists no files in {root}: {answer.stderr.decode().strip()}")
    return sorted(path for path in set(answer.stdout.decode().split("\0")) if path)


def listed(root: pathlib.Path) -> list[str]:
    """The paths that git tracks or would track and that are there, sorted."""
    every = git_files(root, "--cached", "--others", "--exclude-standard")
    return [path for path in every if (root / path).is_file()]


def empty_words(name: str) -> list[str]:
    """Words in a name that do not say what is inside."""
    return [word for word in CAMEL_WORD.findall(name) if word.lower() in EMPTY_WORDS]


def code_only(text: str) -> str:
    """Swift source with its comments and strings blanked, lines kept."""
    return SWIFT_SILENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def name_findings(path: str):
    parts = pathlib.PurePosixPath(path).parts
    if parts[0] in CODE_FOLDERS:
        for part in parts:
            for word in empty_words(part.split(".")[0]):
                yield 1, f"`{part}` has `{word}` in its name: name it for what it answers"


def swift_findings(text: str):
    lines = text.count("\n") + (not text.endswith("\n") and text != "")
    if lines > LONGEST_SWIFT_FILE:
        yield LONGEST_SWIFT_FILE + 1, f"{lines} lines: {LONGEST_SWIFT_FILE} at most, split it by aspect"
    for number, line in enumerate(code_only(text).split("\n"), 1):
        for pattern, why in CRASHES:
            if pattern.search(line):
                yield number, why
        for declared in DECLARATION.finditer(line):
            for word in empty_words(declared[1]):
                yield number, f"type `{declared[1]}` has `{word}` in its name: name it for what it answers"


def text_findings(path: str, text: str):
    for number, line in enumerate(text.split("\n"), 1):
        if found := MACHINE_PATH.search(line):
            yield number, f"`{found[0]}…` is a path on some one machine"
        if path.split("/")[0] in {"scripts", ".ci", "Makefile"} and (found := ADDRESS.search(line)):
            yield number, f"`{found[0]}` is an outside address: scripts use the machine's own configuration"


def findings(root: pathlib.Path):
    """Every finding as (file, line, message)."""
    files = listed(root)
    for path in sorted(REQUIRED - set(files)):
        yield path, 1, "is missing"
    for path in git_files(root):
        if THIRD_PARTY.search(path):
            yield path, 1, "is a built or third-party file: set-up installs it, git does not keep it"
    for path in files:
        yield from ((path, line, message) for line, message in name_findings(path))
        size = (root / path).stat().st_size
        if size > LARGEST_FILE:
            yield path, 1, f"{size} bytes: {LARGEST_FILE} at most"
            continue
        if pathlib.PurePosixPath(path).suffix not in TEXT_SUFFIXES:
            continue
        text = (root / path).read_text(encoding="utf-8", errors="replace")
        yield from ((path, line, message) for line, message in text_findings(path, text))
        if path.endswith(".swift"):
            yield from ((path, line, message) for line, message in swift_findings(text))
        if path.endswith(".py"):
            try:
                ast.parse(text)
            except SyntaxError as error:
                yield path, error.lineno or 1, f"no Python: {error.msg}"
        if path == "README.md" and text.count("\n") > LONGEST_README:
            yield path, LONGEST_README + 1, f"{text.count(chr(10))} lines: {LONGEST_README} at most"


def main() -> int:
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    count = 0
    for path, line, message in findings(root):
        print(f"{path}:{line}: {message}")
        count += 1
    print(f"File rules: {count} findings in {len(listed(root))} files")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
