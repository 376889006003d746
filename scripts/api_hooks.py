"""Loaded by schemathesis (SCHEMATHESIS_HOOKS): notes how often each operation was answered with which status, and gives
operations on own packages a package that exists, because nobody guesses a private link."""

import atexit
import collections
import json
import os
import re
import threading
import urllib.request

import schemathesis

_answers: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)
_lock = threading.Lock()


_private_link = re.compile(r"own-[0-9a-f]{32}")
_made: set[str] = set()
_shared: list[str] = []


def _make() -> str:
    """A new own package on the server under test."""
    request = urllib.request.Request(
        os.environ["JINGWEI_URL"] + "/api/v1/own", data=b"{}", headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        link = json.load(answer)["id"]
    _made.add(link)
    return link


@schemathesis.hook
def before_call(context, case, kwargs):
    """Puts a package that exists in the place of a made-up link; what is deleted is made for that."""
    link = (case.path_parameters or {}).get("own")
    if not isinstance(link, str) or not _private_link.fullmatch(link) or (link in _made and link not in _shared):
        return
    with _lock:
        if case.operation.method.upper() == "DELETE" and "kind" not in case.path_parameters:
            case.path_parameters["own"] = _make()
            return
        if not _shared:
            _shared.append(_make())
        case.path_parameters["own"] = _shared[0]


@schemathesis.hook
def after_call(context, case, response):
    if case.operation.path == "/api/v1/own" and response.status_code == 201:
        _made.add(response.json()["id"])
    with _lock:
        _answers[f"{case.operation.method.upper()} {case.operation.path}"][str(response.status_code)] += 1


@atexit.register
def _write():
    with open(os.environ["JINGWEI_API_CALLS"], "w", encoding="utf-8") as file:
        json.dump(_answers, file, indent=1, sort_keys=True)
