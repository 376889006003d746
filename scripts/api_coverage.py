"""api_coverage.py DESCRIPTION CALLS: fails unless every operation of the OpenAPI description was answered 2xx.

DESCRIPTION is an address or a file, CALLS the counts that api_hooks.py wrote.
"""

import json
import pathlib
import sys
import urllib.request

METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}


def operations(description: dict) -> list[str]:
    """Every operation as "METHOD /path", sorted."""
    return sorted(
        f"{method.upper()} {path}"
        for path, item in description.get("paths", {}).items()
        for method in item if method in METHODS)


def unanswered(description: dict, calls: dict) -> list[str]:
    """One line for each operation that never was answered 2xx, with the answers that it had."""
    lines = []
    for operation in operations(description):
        answers = calls.get(operation, {})
        if not any(status.startswith("2") for status in answers):
            had = ", ".join(f"{count} times {status}" for status, count in sorted(answers.items()))
            lines.append(f"{operation}: never answered 2xx ({had or 'not called'})")
    return lines


def read(place: str) -> dict:
    if place.startswith("http://"):
        with urllib.request.urlopen(place, timeout=30) as answer:
            return json.load(answer)
    return json.loads(pathlib.Path(place).read_text(encoding="utf-8"))


def main() -> int:
    if len(sys.argv) != 3:
        print(__doc__, file=sys.stderr)
        return 64
    try:
        description, calls = read(sys.argv[1]), read(sys.argv[2])
    except (OSError, ValueError) as error:
        print(f"api_coverage: {error}", file=sys.stderr)
        return 1
    every = operations(description)
    lines = unanswered(description, calls)
    if not every:
        lines.append("the description has no operation")
    for line in lines:
        print(line, file=sys.stderr)
    total = sum(sum(answers.values()) for answers in calls.values())
    print(f"API: {len(every) - len(lines)} of {len(every)} operations answered 2xx, {total} calls in all")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
