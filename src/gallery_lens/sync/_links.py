"""Which item is which on the other platform, and what an event means for it."""

import contextlib
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, Literal

import attrs

from gallery_lens.errors import UsageError
from gallery_lens.order import numeric
from gallery_lens.planning.calls import Call
from gallery_lens.planning.content import cleaned, content_of, key_of
from gallery_lens.sync._events import Event
from gallery_lens.values import Value
from gallery_lens.words import SourceName

if TYPE_CHECKING:
    import sqlite3

_TABLES = """
CREATE TABLE IF NOT EXISTS gallery_lens_galleries (gallery TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS gallery_lens_links (
    item TEXT PRIMARY KEY, gallery TEXT NOT NULL, external TEXT UNIQUE, content TEXT, place REAL,
    sequence INTEGER, time TEXT, gone INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS gallery_lens_begun (item TEXT PRIMARY KEY, event TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS gallery_lens_pending (
    number INTEGER PRIMARY KEY, gallery TEXT NOT NULL, action TEXT NOT NULL, item TEXT, external TEXT,
    content TEXT, place REAL
);
"""

#: What events call the calls of a plan.
_ACTIONS: Final = {"create": "created", "update": "updated", "delete": "deleted"}


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Change(Value):
    """The change to make on the other platform."""

    action: Literal["create", "update", "delete"]
    gallery_id: str
    item_id: str
    external_id: str | None  #: what the item is called there, None for one to be created
    item: Any  #: the item as the event has it, None for a deletion
    key: str  #: the same for a repeated change: let the platform take it as idempotency key
    event: Event


class Links:
    """A mapping of item ids and external ids in a SQLite database, with what was last made of each.

    A change is recorded when ``done`` is told of it. Whoever dies before that gets it once more from the
    repeated event, with the same key; a creation also from the next event about the item, whatever that is,
    so that nothing is left over there. A connection is used by one thread at a time.
    """

    def __init__(self, connection: "sqlite3.Connection") -> None:
        """Take a connection; tables whose names begin with ``gallery_lens_`` are made in it."""
        self._database = connection
        connection.executescript(_TABLES)

    # ---------------------------------------------------------------- mapping

    def share(self, gallery_id: str) -> None:
        """Follow a gallery from now on."""
        with self._transaction():
            self._run("INSERT OR IGNORE INTO gallery_lens_galleries VALUES (?)", gallery_id)

    def link(self, gallery_id: str, item: Any, external_id: str, dialect: SourceName = "auto") -> None:
        """Note that an item, as the backend gave it, is *external_id* on the other platform.

        Raises:
            UsageError: The item has no id.
        """
        id = item.get("_id") or item.get("id") if isinstance(item, dict) else None
        if not isinstance(id, str):
            raise UsageError("An item without an id cannot be linked: pass it as the backend gave it.")
        with self._transaction():
            self._put(gallery_id, id, external_id, _content(item, dialect), _place(item))

    def external_id(self, item_id: str) -> str | None:
        """Return the id of an item on the other platform, None if it is not there."""
        found = self._one("SELECT external FROM gallery_lens_links WHERE item = ? AND NOT gone", item_id)
        return str(found[0]) if found and found[0] is not None else None

    def item_id(self, external_id: str) -> str | None:
        """Return the item that is *external_id* on the other platform, None if there is none."""
        found = self._one("SELECT item FROM gallery_lens_links WHERE external = ? AND NOT gone", external_id)
        return str(found[0]) if found else None

    # ---------------------------------------------------------------- from the backend

    def changes(self, event: Event) -> Iterator[Change]:
        """Yield what an event means for the other platform: nothing for an echo, or an old or repeated one.

        An item that is updated before it was created is created; one that was deleted stays so, whatever
        comes late. Make each change, and tell ``done`` of it, before the next is asked for.

        Raises:
            UsageError: The event is about an item of a gallery that is not shared.
        """
        if not self._one("SELECT 1 FROM gallery_lens_galleries WHERE gallery = ?", event.gallery_id):
            raise UsageError(
                f"The event is about {'the item ' + event.item_id if event.item_id else 'a gallery'} of "
                f"{event.gallery_id}, which is not known here: share that gallery first."
            )
        return self._changes(event)

    def _changes(self, event: Event) -> Iterator[Change]:
        if event.object == "gallery":
            rows = self._database.execute(
                "SELECT item, external FROM gallery_lens_links WHERE gallery = ? AND NOT gone ORDER BY item",
                (event.gallery_id,),
            )
            for item, external in rows.fetchall() if event.action == "deleted" else ():
                yield _change("delete", event, item, external)
            return
        begun = self._one("SELECT event FROM gallery_lens_begun WHERE item = ?", event.item_id)
        if begun:  # it may be there already: the same key tells what it is called
            first = Event(**json.loads(begun[0]))
            yield _change("create", first, str(first.item_id), None)
        change = self._of_item(event)
        if change and change.action == "create":
            text = json.dumps(attrs.asdict(event, recurse=False))
            with self._transaction():
                self._run("INSERT OR REPLACE INTO gallery_lens_begun VALUES (?, ?)", change.item_id, text)
        if change:
            yield change

    def done(self, change: Change, external_id: str | None = None) -> None:
        """Record that a change was made; a created item is *external_id* there."""
        event = change.event
        with self._transaction():
            self._run("DELETE FROM gallery_lens_begun WHERE item = ?", change.item_id)
            if change.action == "delete":
                self._bury(event, change.item_id)
            else:
                content = _content(change.item, event.dialect)
                external = external_id or change.external_id
                self._put(change.gallery_id, change.item_id, external, content, _place(change.item), event)

    def _of_item(self, event: Event) -> Change | None:
        assert event.item_id is not None
        query = "SELECT external, content, place, sequence, time, gone FROM gallery_lens_links WHERE item = ?"
        row = self._one(query, event.item_id)
        if row and (row[5] or not event.is_after(row[3], row[4])):
            return None
        if self._is_echo(event, row):
            return None
        external = row[0] if row else None
        if event.action == "deleted":
            if external is None:
                with self._transaction():
                    self._bury(event, event.item_id)
                return None
            return _change("delete", event, event.item_id, external)
        return _change("create" if external is None else "update", event, event.item_id, external)

    def _is_echo(self, event: Event, row: Any) -> bool:
        """Return whether the event tells what is known already; note that it came."""
        assert event.item_id is not None
        content, place = _content(event.item, event.dialect), _place(event.item)
        known = (
            bool(row) and not row[5] and event.action != "deleted" and _alike(content, place, row[1], row[2])
        )
        pending = self._pending(event, content, place)
        if not known and pending is None:
            return False
        external = pending[1] if pending and pending[1] else row[0] if row else None
        with self._transaction():
            if event.action == "deleted":
                self._bury(event, event.item_id)
            else:
                self._put(event.gallery_id, event.item_id, external, content, place, event)
            if pending:
                self._run("DELETE FROM gallery_lens_pending WHERE number = ?", pending[0])
        return True

    # ---------------------------------------------------------------- from the other platform

    def expect(self, call: Call, external_id: str | None = None) -> None:
        """Note, before a call of a plan is made, that its echo is to be skipped.

        Args:
            call: of the plan that brings a change of the other platform to the backend.
            external_id: what an item that is created is called there.
        """
        if call.object == "gallery":
            return  # only events about items are changes
        content, place = key_of(cleaned(call.whole)), _place(call.content)
        with self._transaction():
            for item in call.item_ids or (None,):
                self._run(
                    "INSERT INTO gallery_lens_pending (gallery, action, item, external, content, place) "
                    "VALUES (?, ?, ?, ?, ?, ?)",
                    *(call.gallery_id, _ACTIONS[call.action], item, external_id, content, place),
                )

    def made(
        self, call: Call, answer: Any, external_id: str | None = None, dialect: SourceName = "auto"
    ) -> None:
        """Record that a call of a plan was made; *answer* is the item that it gave, None for a deletion."""
        if call.object == "gallery":
            return
        with self._transaction():
            # From now on the echo is known by what the item says.
            self._run(
                "DELETE FROM gallery_lens_pending WHERE number IN (SELECT number FROM gallery_lens_pending "
                "WHERE gallery = ? AND action = ? AND content = ? ORDER BY number LIMIT ?)",
                *(call.gallery_id, _ACTIONS[call.action], key_of(cleaned(call.whole))),
                max(1, len(call.item_ids)),
            )
            for item in call.item_ids if call.action == "delete" else ():
                self._run("UPDATE gallery_lens_links SET gone = 1, external = NULL WHERE item = ?", item)
        if call.action != "delete":
            external = external_id or self.external_id(next(iter(call.item_ids), ""))
            if external is None or call.gallery_id is None:
                raise UsageError("Say what the created item is called on the other platform.")
            self.link(call.gallery_id, answer, external, dialect)

    def _pending(self, event: Event, content: str | None, place: float | None) -> Any:
        rows = self._database.execute(
            "SELECT number, external, item, content, place FROM gallery_lens_pending "
            "WHERE gallery = ? AND action = ? ORDER BY number",
            (event.gallery_id, event.action),
        )
        for number, external, item, expected, at in rows.fetchall():
            same = event.action == "deleted" or _alike(content, place, expected, at)
            if same and item in (None, event.item_id):
                return number, external
        return None

    # ---------------------------------------------------------------- the tables

    def _put(
        self,
        gallery: str,
        item: str,
        external: str | None,
        content: str | None,
        place: float | None,
        event: Event | None = None,
    ) -> None:
        sequence, time = (event.sequence, event.time) if event else (None, None)
        taken = "UPDATE gallery_lens_links SET external = NULL WHERE external = ? AND item <> ?"
        self._run(taken, external, item)
        self._run(
            "INSERT INTO gallery_lens_links VALUES (?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (item) DO UPDATE SET "
            "external = excluded.external, content = excluded.content, place = excluded.place, gone = 0, "
            "sequence = coalesce(excluded.sequence, sequence), time = coalesce(excluded.time, time)",
            *(item, gallery, external, content, place, sequence, time),
        )

    def _bury(self, event: Event, item: str) -> None:
        self._run(
            "INSERT INTO gallery_lens_links VALUES (?, ?, NULL, NULL, NULL, ?, ?, 1) "
            "ON CONFLICT (item) DO UPDATE SET gone = 1, external = NULL, "
            "sequence = excluded.sequence, time = excluded.time",
            *(item, event.gallery_id, event.sequence, event.time),
        )

    def _one(self, query: str, *values: Any) -> Any:
        return self._database.execute(query, values).fetchone()

    def _run(self, query: str, *values: Any) -> None:
        self._database.execute(query, values)

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._database:
            yield


def _change(action: Literal["create", "update", "delete"], event: Event, item: str, external: Any) -> Change:
    when = action if action == "create" else event.time if event.sequence is None else event.sequence
    return Change(
        action=action,
        gallery_id=event.gallery_id,
        item_id=item,
        external_id=external,
        item=None if action == "delete" else event.item,
        key=f"{item}:{when}",
        event=event,
    )


def _content(item: Any, dialect: SourceName) -> str | None:
    content = content_of(item, dialect) if isinstance(item, dict) else None
    return None if content is None else key_of(content)


def _place(item: Any) -> float | None:
    number = numeric(item.get("sortOrder")) if isinstance(item, dict) else None
    return None if number is None else float(number)


def _alike(content: str | None, place: float | None, known: str | None, at: float | None) -> bool:
    """Return whether two items say the same; a sort order that nobody knows is any."""
    return content is not None and content == known and (place == at or None in (place, at))
