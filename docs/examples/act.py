"""Runs one turn in a session of Rostrum with the standard library of Python 3.9 or later: opens the list, enters a speaker, calls, starts and ends.

    python3 act.py https://rostrum.example.org SESSION TOKEN

The token is one of the role Chair or Secretariat, and the session is open.
"""

import json
import secrets
import sys
import time
import urllib.error
import urllib.request


def ask(path, body=None):
    """Sends a request, again after a pause where it came too fast or could not be stored. Returns the status and the answer."""
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    data = None if body is None else json.dumps(body).encode()
    while True:
        try:
            with urllib.request.urlopen(urllib.request.Request(f"{base}{path}", data, headers), timeout=20) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as refusal:
            if refusal.code not in (429, 503):
                return refusal.code, json.load(refusal)
            time.sleep(int(refusal.headers.get("Retry-After", "1")))


def send(kind, data, command=None):
    """Sends a command. The id is the same in every repeat, so that it takes effect once."""
    command = command or secrets.token_urlsafe(18)
    status, answer = ask("/commands", {"id": command, "type": kind, "data": data})
    print(kind, status, json.dumps(answer))
    return command


def read(part):
    return ask("/view")[1]["audience"]["view"][part]


base = f"{sys.argv[1]}/api/sessions/{sys.argv[2]}"
token = sys.argv[3]

send("queue.open", {})
hand = {"kind": "intervention", "person": None, "entity": "Library federation", "speaker": None, "group": read("session")["groups"][0]["id"]}
entry = send("queue.add", {**hand, "requestChannel": "room", "seenAt": int(time.time() * 1000), "note": None})

# `expectedCurrent` and `expectedNext` say what this program has seen. If somebody else has acted since, the answer is 409 `conflict`.
turn = send("floor.call", {"entry": entry, "expectedCurrent": None, "expectedNext": entry})
send("floor.start", {"turn": turn})
print("picture", ask("/picture")[1]["speaker"]["name"])

# A refusal says where the fault is.
send("floor.extend", {"turn": turn, "by": "30 s"})
send("floor.end", {"turn": turn})
