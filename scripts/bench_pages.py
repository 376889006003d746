"""How fast pages answer, on loopback, with bounded load: `python3 scripts/bench_pages.py [--quick]`.

1. From the start of the program to its first page.
2. One reader: every page of the built-in region in turn, on one connection: the first request of each page after the start,
   then the median of five. No page is kept by the program, and no request carries a validator (no ETag, no
   If-None-Match); reports of studies are kept under their addresses, as in use.
3. Thirty-two connections while runs are on: a seeded draw of the same pages, without a pause, and with a pause of
   half a second a reader; runs of studies are started one after the other meanwhile.

The program is the release build, or the one that JINGWEI_BIN names. Nothing leaves this machine.
"""

import argparse
import http.client
import json
import os
import pathlib
import random
import selectors
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import server  # noqa: E402

REGION = "beijing-tianjin-hebei"
FOLDERS = {
    "organization": "organizations", "site": "sites", "park": "parks", "region": "regions", "segment": "segments",
    "product": "products", "policy": "policies", "source": "sources",
}
LISTED = ["event", "relocation", "logisticsLink", "byproductFlow", "indicator", "problem", "recommendation", "correction"]
CONNECTIONS = 32
SEED = 20250320


def percentile(values: list[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


class Reader:
    """One connection; `first_byte` is the time until the head of the answer is there."""

    def __init__(self, port: int):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def get(self, path: str) -> tuple[float, int, bytes]:
        start = time.perf_counter()
        self.connection.request("GET", path, headers={"Cookie": "jingwei-visit=" + "0" * 32})
        answer = self.connection.getresponse()
        first_byte = time.perf_counter() - start
        return first_byte, answer.status, answer.read()

    def json(self, path: str):
        return json.loads(self.get(path)[2])


def pages(reader: Reader, quick: bool) -> list[str]:
    """Every page of the region: those of the site, of each study, of each list, of each record with a folder."""
    root = f"/r/{REGION}"
    found = [root] + [
        f"{root}/{name}" for name in (
            "map", "chain", "studies", "search?q=%E5%A4%A9%E6%B4%A5", "data", "changes", "changes?against=six-clusters", "beside",
            "quality", "terms", "systems", "scenario", "compare", "stress")]
    api = f"/api/v1/packages/{REGION}"
    found += [f"{root}/studies/{study['id']}" for study in reader.json(f"{api}/studies") if not study.get("takes")]
    found += [f"{root}/records?type={kind}" for kind in LISTED]
    for kind, folder in FOLDERS.items():
        found.append(f"{root}/{folder}")
        records = reader.json(f"{api}/records?kind={kind}&limit=1000")["records"]
        found += [f"{root}/{folder}/{record['id']}" for record in records[:: 10 if quick else 1]]
    return found


def start(folder: str) -> tuple[subprocess.Popen, int, float]:
    """The program, its port, and the seconds from its start to its first page."""
    port = server.free_port()
    log = open(pathlib.Path(folder, "log"), "wb")
    begin = time.perf_counter()
    process = subprocess.Popen(
        [server.program(), "serve", "--host", "127.0.0.1", "--port", str(port), "--state", f"{folder}/state"],
        cwd=server.ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    while time.perf_counter() - begin < 60:
        try:
            _, status, body = Reader(port).get(f"/r/{REGION}")
            if status == 200 and b"</html>" in body:
                return process, port, time.perf_counter() - begin
        except OSError:
            time.sleep(0.005)
    raise SystemExit("the program gave no page within 60 s")


def one_reader(reader: Reader, found: list[str]) -> list[tuple[float, float, str, int]]:
    """For each page: median of five, first request, path, bytes."""
    rows = []
    for path in found:
        first, status, body = reader.get(path)
        if status not in (200, 202, 303, 422):
            raise SystemExit(f"{path} answers {status}")
        times = [reader.get(path)[0] for _ in range(5)]
        rows.append((statistics.median(times), first, path, len(body)))
    return rows


class Runs(threading.Thread):
    """Starts one run after the other, each with another seed, so that one is always on."""

    def __init__(self, port: int, studies: list[str]):
        super().__init__(daemon=True)
        self.port, self.studies, self.started, self.ends = port, studies, 0, threading.Event()

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        while not self.ends.is_set():
            study = self.studies[self.started % len(self.studies)]
            body = json.dumps({"study": study, "scenario": {"title": f"load {self.started}", "seed": self.started}})
            connection.request(
                "POST", f"/api/v1/packages/{REGION}/runs", body, {"Content-Type": "application/json"})
            address = json.loads(connection.getresponse().read()).get("address")
            self.started += 1
            while address and not self.ends.is_set():
                connection.request("GET", f"/api/v1/packages/{REGION}/runs/{address}")
                if json.loads(connection.getresponse().read()).get("state") not in ("waiting", "working"):
                    break
                time.sleep(0.002)


class Connection:
    """A socket that asks for one page after the other; the answer's length is in its head."""

    def __init__(self, port: int):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setblocking(False)
        self.data, self.begin, self.first, self.left, self.ready = b"", 0.0, 0.0, -1, 0.0

    def ask(self, path: str):
        self.data, self.first, self.left = b"", 0.0, -1
        self.begin = time.perf_counter()
        self.socket.send(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: jingwei-visit={'0' * 32}\r\n\r\n".encode())

    def read(self) -> bool:
        """Takes what has come; returns whether the answer is complete."""
        part = self.socket.recv(1 << 18)
        if not part:
            raise SystemExit("the server closed a connection")
        self.first = self.first or time.perf_counter()
        if self.left >= 0:
            self.left -= len(part)
            return self.left <= 0
        self.data += part
        end = self.data.find(b"\r\n\r\n")
        if end < 0:
            return False
        head = self.data[:end].lower()
        mark = head.find(b"content-length:")
        length = int(head[mark + 15:].split(b"\r\n", 1)[0]) if mark >= 0 else 0
        if not (head.startswith(b"http/1.1 2") or head.startswith(b"http/1.1 3") or head.startswith(b"http/1.1 422")):
            raise SystemExit(head.split(b"\r\n", 1)[0].decode())
        self.left = length - (len(self.data) - end - 4)
        return self.left <= 0


def many_readers(port: int, found: list[str], requests: int, pause: float) -> tuple[list[float], float]:
    """Times to the first byte of so many requests over 32 connections, and how long all took."""
    draw = random.Random(SEED)
    chooser = selectors.DefaultSelector()
    connections = [Connection(port) for _ in range(CONNECTIONS)]
    times, asked, waiting, begin = [], 0, [], time.perf_counter()
    for index, connection in enumerate(connections):
        chooser.register(connection.socket, selectors.EVENT_READ, connection)
        connection.ready = begin + (pause * index / CONNECTIONS if pause else 0)
        waiting.append(connection)
    while len(times) < requests:
        now = time.perf_counter()
        for connection in [connection for connection in waiting if connection.ready <= now]:
            waiting.remove(connection)
            if asked < requests:
                connection.ask(draw.choice(found))
                asked += 1
        for key, _ in chooser.select(timeout=0.005):
            connection = key.data
            if connection.read():
                times.append(connection.first - connection.begin)
                connection.ready = time.perf_counter() + pause
                waiting.append(connection)
    for connection in connections:
        connection.socket.close()
    return times, time.perf_counter() - begin


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="every tenth record only")
    quick = parser.parse_args().quick
    os.environ.setdefault("JINGWEI_BIN", str(server.ROOT / ".build/release/jingwei"))
    if not pathlib.Path(os.environ["JINGWEI_BIN"]).is_file():
        print(f"{os.environ['JINGWEI_BIN']} is not there: run scripts/build.sh first", file=sys.stderr)
        return 1
    print(f"load of the machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory(prefix="jingwei-") as folder:
        process, port, seconds = start(folder)
        try:
            print(f"start to first page: {seconds * 1000:.0f} ms")
            reader = Reader(port)
            found = pages(reader, quick)
            rows = one_reader(reader, found)
            medians = [row[0] for row in rows]
            print(
                f"one reader, {len(rows)} pages, first byte: median {statistics.median(medians) * 1000:.1f} ms, "
                f"slowest page {max(medians) * 1000:.1f} ms; pages over 20 ms: {sum(m > 0.02 for m in medians)}; "
                f"first request of a page: median {statistics.median(row[1] for row in rows) * 1000:.1f} ms, "
                f"slowest {max(row[1] for row in rows) * 1000:.1f} ms")
            print("the ten slowest pages (median of five, first request, size):")
            for median, first, path, size in sorted(rows, reverse=True)[:10]:
                print(f"  {median * 1000:6.1f} ms {first * 1000:7.1f} ms {size / 1000:6.0f} kB  {path}")
            studies = ["chain", "overview", "suppliers", "innovation", "roles"]
            for pause, requests in ((0.5, 1600), (0.0, 3200)):
                runs = Runs(port, studies)
                runs.start()
                times, seconds = many_readers(port, found, requests // (4 if quick else 1), pause)
                runs.ends.set()
                runs.join(timeout=10)
                print(
                    f"{CONNECTIONS} connections, {'pause of 0.5 s a reader' if pause else 'no pause'}, runs on "
                    f"({runs.started} started): {len(times)} pages at {len(times) / seconds:.0f} a second, first byte: median "
                    f"{percentile(times, 0.5) * 1000:.1f} ms, p99 {percentile(times, 0.99) * 1000:.1f} ms, "
                    f"slowest {max(times) * 1000:.1f} ms")
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
    print(f"load of the machine after: {os.getloadavg()[0]:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
