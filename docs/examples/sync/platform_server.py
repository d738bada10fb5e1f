"""Another platform with galleries of its own: a small HTTP server whose items are in a SQLite file.

    python platform_server.py items.db 8080

GET /items lists them, POST /items creates one, PUT and DELETE /items/ID change and remove one. A request
with an Idempotency-Key that was seen before creates nothing, and answers as it did.
"""

import json
import sqlite3
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

TABLES = """
CREATE TABLE IF NOT EXISTS items (id INTEGER PRIMARY KEY AUTOINCREMENT, data TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS keys (key TEXT PRIMARY KEY, id INTEGER NOT NULL);
"""


class Server(HTTPServer):
    """Serves the items of one database."""

    def __init__(self, path: str, port: int) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.database = sqlite3.connect(path, check_same_thread=False)
        self.database.executescript(TABLES)


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server

    def do_GET(self) -> None:
        """List all items in the order of their places."""
        rows = self.server.database.execute("SELECT id, data FROM items").fetchall()
        items = [{"id": str(number), **json.loads(data)} for number, data in rows]
        self.answer(sorted(items, key=lambda item: (item["place"], item["id"])))

    def do_POST(self) -> None:
        """Create an item, once for each key."""
        key, data = self.headers["Idempotency-Key"], self.body()
        with self.server.database as database:
            known = database.execute("SELECT id FROM keys WHERE key = ?", (key,)).fetchone()
            number = known[0] if known else self.insert(data)
            database.execute("INSERT OR IGNORE INTO keys VALUES (?, ?)", (key, number))
        self.answer({"id": str(number)})

    def do_PUT(self) -> None:
        """Replace an item."""
        with self.server.database as database:
            database.execute("UPDATE items SET data = ? WHERE id = ?", (json.dumps(self.body()), self.number))
        self.answer({"id": self.number})

    def do_DELETE(self) -> None:
        """Remove an item; one that is not there is removed already."""
        with self.server.database as database:
            database.execute("DELETE FROM items WHERE id = ?", (self.number,))
        self.answer({})

    @property
    def number(self) -> str:
        """The id in the path."""
        return self.path.rpartition("/")[2]

    def insert(self, data: object) -> int:
        """Put a new item into the database and return its id."""
        made = self.server.database.execute("INSERT INTO items (data) VALUES (?)", (json.dumps(data),))
        return made.lastrowid or 0

    def body(self) -> object:
        """Return what was sent."""
        return json.loads(self.rfile.read(int(self.headers["Content-Length"])))

    def answer(self, value: object) -> None:
        """Send *value* as JSON."""
        data = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *arguments: object) -> None:
        """Keep quiet."""


if __name__ == "__main__":
    Server(sys.argv[1], int(sys.argv[2])).serve_forever()
