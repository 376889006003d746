"""Loaded by schemathesis (SCHEMATHESIS_HOOKS): notes how often each operation was answered with which status."""

import atexit
import collections
import json
import os
import threading

import schemathesis

_answers: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)
_lock = threading.Lock()


@schemathesis.hook
def after_call(context, case, response):
    with _lock:
        _answers[f"{case.operation.method.upper()} {case.operation.path}"][str(response.status_code)] += 1


@atexit.register
def _write():
    with open(os.environ["JINGWEI_API_CALLS"], "w", encoding="utf-8") as file:
        json.dump(_answers, file, indent=1, sort_keys=True)
