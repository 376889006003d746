"""check_studies.py PROGRAM [ROOT]: every study that the program lists has its page docs/studies/ID.md, and every page
its study."""

import json
import pathlib
import subprocess
import sys

README = "README"


def differences(studies: set[str], pages: set[str]) -> list[str]:
    """One line for each study without a page and each page without a study."""
    return [f"docs/studies/{study}.md: is missing, the study `{study}` has no page" for study in sorted(studies - pages)] \
        + [f"docs/studies/{page}.md: there is no study `{page}`" for page in sorted(pages - studies - {README})]


def main() -> int:
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 64
    root = pathlib.Path(sys.argv[2] if len(sys.argv) == 3 else ".")
    try:
        answer = subprocess.run(
            [sys.argv[1], "studies", "--format", "json"], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        listed = {study["id"] for study in json.loads(answer.stdout)}
    except (OSError, subprocess.TimeoutExpired, ValueError, TypeError, KeyError) as error:
        print(f"check_studies: `{sys.argv[1]} studies --format json` gives no list of studies: {error!r}")
        return 1
    if not listed:
        print("check_studies: the program lists no study")
        return 1
    lines = differences(listed, {page.stem for page in (root / "docs/studies").glob("*.md")})
    for line in lines:
        print(line)
    print(f"Study pages: {len(listed)} studies, {len(lines)} differences")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
