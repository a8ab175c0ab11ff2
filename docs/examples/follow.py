"""Follows a session of Rostrum and prints who has the floor. Python 3.9 or later, the standard library alone.

    python3 follow.py https://rostrum.example.org SESSION TOKEN
"""

import json
import sys
import time
import urllib.error
import urllib.request

KEPT_WHOLE, REMOVED, ROW, ROW_GONE = "=", "!", "+", "-"


def apply_deltas(view, deltas):
    """Lists and texts that change in part (~) are not needed here."""
    for kind, part, *rest in deltas:
        if kind == KEPT_WHOLE:
            view[part] = rest[0]
        elif kind == REMOVED:
            view.pop(part, None)
        elif kind == ROW:
            view.setdefault(part, {})[rest[0]] = rest[1]
        elif kind == ROW_GONE:
            view.get(part, {}).pop(rest[0], None)


def read_events(response):
    """Yields the id and the data of each event."""
    event = {}
    for line in response:
        name, _, value = line.decode().rstrip("\n").partition(": ")
        if name:
            event[name] = value
        elif event:
            yield event.get("id"), event.get("data")
            event = {}


def describe(view):
    turn = view["floor"]["current"]
    if turn is None:
        return "The floor is free"
    who = turn["speaker"]["entity"] if turn["speaker"] else "An answer"
    return f"{who} {'has the floor' if turn['startedAt'] else 'is called'}"


def follow(base, session, token):
    view, last_id, shown = {}, None, None
    while True:
        headers = {"Authorization": f"Bearer {token}"}
        if last_id:
            headers["Last-Event-ID"] = last_id
        request = urllib.request.Request(f"{base}/api/sessions/{session}/events", headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=40) as response:
                for event_id, data in read_events(response):
                    last_id = event_id or last_id
                    frame = json.loads(data) if data else {}
                    if frame.get("s") != "a":
                        continue
                    if "v" in frame:
                        view = frame["v"]
                    else:
                        apply_deltas(view, frame["d"])
                    if describe(view) != shown:
                        shown = describe(view)
                        print(shown, flush=True)
        except urllib.error.HTTPError as error:
            sys.exit(f"Refused: {json.load(error)['reason']}")
        except OSError:
            pass  # The connection was lost. What was missed comes when it is back.
        time.sleep(1)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    follow(*sys.argv[1:])
