"""Starts the built program on a free loopback port with the built-in packages, and stops it.

As a command: `server.py COMMAND...` runs COMMAND with JINGWEI_URL set, and ends with its exit code. The program is
the debug build that the tests use, or the one that JINGWEI_BIN names. Its log goes to a file, whose end is printed
when the program does not start or dies.
"""

import contextlib
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECONDS_TO_START = 60
SECONDS_TO_STOP = 10


def program() -> pathlib.Path:
    """The binary under test; the error says how to build it."""
    path = pathlib.Path(os.environ.get("JINGWEI_BIN", ROOT / ".build-debug/debug/jingwei"))
    if not path.is_file():
        raise SystemExit(f"{path} is not there: run `make check` first, or name another binary in JINGWEI_BIN.")
    return path


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_answering(url: str, process: subprocess.Popen) -> None:
    """Returns when the home page answers; raises when the program ends or stays silent."""
    limit = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < limit:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended at once with exit code {process.returncode}")
        try:
            with urllib.request.urlopen(url, timeout=10):
                return
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"the home page answers {error.code}") from error
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the server did not answer at {url} within {SECONDS_TO_START} s")


@contextlib.contextmanager
def running():
    """Yields the address of a fresh server; its state lives in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="jingwei-") as folder:
        log = pathlib.Path(folder, "log")
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        with log.open("wb") as output:
            process = subprocess.Popen(
                [program(), "serve", "--host", "127.0.0.1", "--port", str(port), "--state", f"{folder}/state"],
                cwd=ROOT, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        try:
            wait_until_answering(url + "/", process)
            yield url
            if process.poll() is not None:
                raise RuntimeError(f"the server died meanwhile with exit code {process.returncode}")
        except BaseException:
            sys.stderr.write("The end of the server's log:\n")
            sys.stderr.write("\n".join(log.read_text(errors="replace").splitlines()[-30:]) + "\n")
            raise
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                sys.stderr.write(f"The server did not stop within {SECONDS_TO_STOP} s of being asked.\n")


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 64
    try:
        with running() as url:
            return subprocess.call(sys.argv[1:], env={**os.environ, "JINGWEI_URL": url})
    except RuntimeError as error:
        print(f"server: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
