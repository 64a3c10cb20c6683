"""Whatever becomes of the program that saves labels, an acknowledged label is there, once."""

from __future__ import annotations

import json
import random
import sqlite3
import subprocess
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

from annotator.storage.articles import claims_of
from annotator.storage.connection import open_database
from annotator.ui.outbox import apply_outbox
from tests.annotator.conftest import NOON, SmallDesk
from tests.programs import start

Item = dict[str, Any]


def saved_keys(path: Path) -> list[str]:
    """The keys of all labels, after SQLite found the database sound and every reference kept."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return [row[0] for row in connection.execute("SELECT key FROM labels ORDER BY key")]


def recut_keys(path: Path) -> list[str]:
    """The keys of all recuts in their order, each with the claims it retired and made."""
    saved_keys(path)
    with closing(sqlite3.connect(path)) as connection:
        parts = connection.execute("SELECT DISTINCT count(*) FROM recut_claims GROUP BY recut").fetchall()
        assert parts in ([], [(3,)])
        return [row[0] for row in connection.execute("SELECT key FROM recuts ORDER BY id")]


def server(desk: SmallDesk) -> subprocess.Popen[str]:
    """A program that saves answers as the server does, ready for the first."""
    program = start("tests.annotator.answering", desk.path, desk.reviewer.name)
    assert program.stdout
    assert program.stdout.readline() == "ready\n"
    return program


def send(program: subprocess.Popen[str], messages: list[list[Item]]) -> None:
    """Everything at once: the program is always in the middle of something, as under a fast reviewer."""
    assert program.stdin
    program.stdin.write("".join(f"{json.dumps(message)}\n" for message in messages))
    program.stdin.flush()


def acknowledged(line: str) -> list[str]:
    acks, trouble = json.loads(line)
    assert trouble == ""
    assert all(ack["ok"] for ack in acks)
    return [ack["key"] for ack in acks]


def answers(desk: SmallDesk, name: str, number: int) -> list[Item]:
    verdicts = ("supported", "unsupported", "contradicted")
    return [desk.answer(f"{name}{at:04}", verdicts[at % 3], at % len(desk.claims)) for at in range(number)]


def test_killed_in_a_stream_of_answers_the_desk_has_every_acknowledged_label_once(small_desk: SmallDesk) -> None:
    dice = random.Random(5)
    outbox = answers(small_desk, "k", 150)
    known: set[str] = set()
    for _ in range(5):
        waiting = [item for item in outbox if item["key"] not in known]
        together = dice.choice([1, 4])
        with server(small_desk) as program:
            send(program, [waiting[at : at + together] for at in range(0, len(waiting), together)])
            assert program.stdout
            for _ in range(dice.randint(1, 20 // together)):
                known.update(acknowledged(program.stdout.readline()))
            program.kill()
            known.update(key for line in program.stdout if line.endswith("\n") for key in acknowledged(line))
        saved = saved_keys(small_desk.path)
        assert known <= set(saved)
        assert len(saved) == len(set(saved)) < len(outbox)  # it was killed, not done

    with server(small_desk) as program:  # the browser sends again what was not acknowledged, and it lands once
        send(program, [[item for item in outbox if item["key"] not in known]])
        assert program.stdout
        known.update(acknowledged(program.stdout.readline()))

    assert saved_keys(small_desk.path) == [item["key"] for item in outbox]
    assert len(known) == len(outbox)


def test_killed_in_a_stream_of_merges_and_their_undoing_the_units_are_whole(small_desk: SmallDesk) -> None:
    first, second = small_desk.claims[:2]
    whole = f"garlic/1@0-{second.rpartition('-')[2]}"
    outbox: list[Item] = []
    for at in range(60):
        outbox.append(small_desk.item(f"m{at:02}", "merge", next=second))
        outbox.append(small_desk.item(f"u{at:02}", "unrecut", undoes=f"m{at:02}") | {"claim_id": whole})
    known: set[str] = set()
    for acks in (7, 20):
        with server(small_desk) as program:
            send(program, [[item] for item in outbox if item["key"] not in known])
            assert program.stdout
            for _ in range(acks):
                known.update(acknowledged(program.stdout.readline()))
            program.kill()
            known.update(key for line in program.stdout if line.endswith("\n") for key in acknowledged(line))
        recuts = recut_keys(small_desk.path)
        assert known <= set(recuts)
        assert recuts == [item["key"] for item in outbox[: len(recuts)]]
        live = [unit.id for unit in claims_of(small_desk.db, "garlic", 1)]
        assert live == ([whole] if len(recuts) % 2 else [first, second]) + small_desk.claims[2:]

    with server(small_desk) as program:
        send(program, [[item for item in outbox if item["key"] not in known]])
        assert program.stdout
        acknowledged(program.stdout.readline())

    assert recut_keys(small_desk.path) == [item["key"] for item in outbox]
    assert [unit.id for unit in claims_of(small_desk.db, "garlic", 1)] == small_desk.claims


def test_sixteen_threads_save_at_once_and_none_is_lost_or_told_of_trouble(small_desk: SmallDesk) -> None:
    """As in the server: a connection for each message, opened and closed while others write."""
    together = threading.Barrier(16)
    told: list[str] = []

    def review(number: int) -> None:
        together.wait(timeout=30)
        for item in items[number]:
            with open_database(small_desk.path) as db:
                receipt = apply_outbox(db, small_desk.reviewer, [item], NOON)
            told.append(receipt.trouble or ("saved" if receipt.acks[0]["ok"] else receipt.acks[0]["reason"]))

    items = [answers(small_desk, f"t{number:02}x", 8) for number in range(16)]
    threads = [threading.Thread(target=review, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert told == ["saved"] * 128
    assert saved_keys(small_desk.path) == sorted(item["key"] for thread in items for item in thread)


def test_four_programs_save_at_once_and_none_is_lost_or_told_of_trouble(small_desk: SmallDesk) -> None:
    programs = [server(small_desk) for _ in range(4)]
    sent = [answers(small_desk, f"p{number}x", 20) for number in range(4)]

    for program, items in zip(programs, sent, strict=True):
        send(program, [[item] for item in items])
    said = [program.communicate(timeout=60)[0].splitlines() for program in programs]

    assert [[key for line in lines for key in acknowledged(line)] for lines in said] == [
        [item["key"] for item in items] for items in sent
    ]
    assert saved_keys(small_desk.path) == sorted(item["key"] for items in sent for item in items)
