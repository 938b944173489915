"""What the demo tells of its goods and hangs at its shelves: personal offers, stories, labels.

Source: assets/demo/personal_offers.json, assets/demo/stories.json; docs/phone.md, "Goods"; docs/labels.md.
Invariants: safe to repeat; a story somebody wrote in the office stays theirs.
"""

import json
from pathlib import Path

import msgspec
import sqlalchemy as sa

from store.data.database import Database
from store.data.goods import labels, stories
from store.data.goods.stories import Story

PERSONAL, STORIES = "personal_offers.json", "stories.json"
LABELS = (("A-01", "400x300"), ("A-02", "400x300"), ("A-03", "296x128"))
"""One at each of the first products with a story."""


def terms_of(folder: Path, name: str) -> bytes:
    """The shop's file of offers, with those that are chosen by what a member agreed to."""
    raw = (folder / name).read_bytes()
    personal = folder / PERSONAL
    if not personal.exists():
        return raw
    terms = json.loads(raw)
    terms["offers"] = [*json.loads(personal.read_bytes()), *terms["offers"]]
    return json.dumps(terms, ensure_ascii=False).encode()


def make(database: Database, store_id: str, folder: Path, *, by: str, at: int) -> int:
    """Tell the stories and hang the labels; how many stories were told."""
    path = folder / STORIES
    told = msgspec.json.decode(path.read_bytes(), type=dict[str, Story]) if path.exists() else {}

    def job(connection: sa.Connection) -> int:
        known = stories.of(connection, store_id, list(told))
        news = {key: story for key, story in told.items() if key not in known}
        for key, story in news.items():
            stories.put(connection, store_id, key, story, by=by, at=at)
        for (label_id, size), key in zip(LABELS, told, strict=False):
            if labels.one(connection, store_id, label_id) is None:
                labels.put(connection, store_id, label_id, key, size, at=at)
        return len(news)

    return database.write_sync(job)
