"""Receives the webhooks of a session with the standard library of Python 3.9 or later, and prints the number and the type of each message.

    python3 receive.py PORT FILE

FILE has the secret, which the page *Connections* shows once. Until it has one, the answer is 401, which the first test of an address accepts.
"""

import base64
import hashlib
import hmac
import http.server
import json
import pathlib
import sys
import time

port, file = int(sys.argv[1]), pathlib.Path(sys.argv[2])
seen = set()


def is_signed(headers, body):
    """Compares the signatures with one's own. There are two for a day after the secret is renewed. An old message may be a copy."""
    secret = file.read_text().strip() if file.exists() else ""
    name, sent = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not secret or not sent.isdigit() or abs(time.time() - int(sent)) > 300:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    own = base64.b64encode(hmac.new(key, f"{name}.{sent}.".encode() + body, hashlib.sha256).digest()).decode()
    return any(hmac.compare_digest(f"v1,{own}", one) for one in headers.get("webhook-signature", "").split(" "))


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(min(int(self.headers.get("Content-Length", "0")), 1_000_000))
        if not is_signed(self.headers, body):
            return self.answer(401)
        # A repeat has the same id, and is accepted without being handled again.
        if self.headers["webhook-id"] not in seen:
            seen.add(self.headers["webhook-id"])
            message = json.loads(body)
            print(message["number"], message["type"], flush=True)
        self.answer(204)

    def answer(self, status):
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        """Prints the messages alone."""


server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Receiver)
print("listening on", server.server_port, flush=True)
server.serve_forever()
