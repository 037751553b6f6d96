#!/usr/bin/env python3
"""A Tutti client in Python's standard library, written from docs/protocol.md alone: a start for who writes another one,
and the proof that the page suffices. It reads defaults, limits and vectors out of that page.

    client.py golden FILE...                       checks canonical form, chain and ids against lines "FAMILY JSON"
    client.py play HTTP WS SESSION SECRET TRACK    joins, and does what the lines on standard input say:
        edit FROM TO    edits steps of the track, several in flight, every tenth an undo; says what was acknowledged
        put STEP VALUE  puts a step of the track "shared" on, with that velocity
        undo            takes back its last put; says why nothing was done and whose work stood in the way, if so
        contest COUNT   writes over the same few steps of "shared" as everybody else does, every fourth an undo
        adopted         waits for the report of a room that was made of an older program's record; says its length
        settle          waits until nothing is open, compares the document with GET, says seq and a sum of it
        leave           goes for good; says how many edits it sent again, connections it lost, pieces of snapshots
"""
import base64
import collections
import hashlib
import http.client
import json
import os
import pathlib
import queue
import random
import re
import select
import socket
import sys
import threading
import time
import urllib.parse

NONE = "0" * 64
PATIENCE = 60
UNDO_EVERY = 10
CHUNK = 25


# Section 2: text


def strict(pairs):
    members = dict(pairs)
    assert len(members) == len(pairs), f"a member stands twice in {pairs}"
    return members


def whole(text):
    assert text != "-0" and abs(int(text)) < 2**53, f"not a number of ours: {text}"
    return int(text)


def refuse(text):
    raise AssertionError(f"not a number of ours: {text}")


def read(text):
    return json.loads(
        text, object_pairs_hook=strict, parse_int=whole, parse_float=refuse, parse_constant=refuse)


def canonical(value):
    """RFC 8785, of which only the order of members needs care: by UTF-16 units."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def read_canonical(text):
    value = read(text)
    assert canonical(value) == text, f"not canonical: {text}"
    return value


def member_of(secret):
    return base64.urlsafe_b64encode(hashlib.sha256(secret.encode()).digest()).decode()[:22]


def random_id():
    return base64.urlsafe_b64encode(os.urandom(16)).decode()[:22]


def after(chain, row):
    return hashlib.sha256(bytes.fromhex(chain) + canonical(row).encode()).hexdigest()


# The page itself: the tables of sections 4, 10 and 12


class Page:
    def __init__(self):
        text = (pathlib.Path(__file__).parent.parent / "protocol.md").read_text(encoding="utf-8")
        self.defaults = {
            noun.replace(" ", ""): {
                tag: read(value) for tag, value in re.findall(r"^\| `(\S+)` \|.*?\| `(.*?)` \|", table, re.M)}
            for noun, table in re.findall(r"^### Fields of an? (.*?)\n(.*?)(?=^#|\Z|<!--)", text, re.M | re.S)}
        limits = re.findall(r"^\| `([A-Z_]+)` \| ([0-9,]+) \|", text, re.M)
        self.limits = {name: int(value.replace(",", "")) for name, value in reversed(limits)}
        self.member = re.search(r"secret `(\S+)` \| the member id `(\S+)`", text).groups()
        self.chain = re.search(r"chain `(\S+)` and these rows \| the chain `(\S+)`", text).groups()


# Section 3: the document, as parts (sections 9 and 11)


class Document:
    def __init__(self, page):
        self.defaults = page.defaults
        self.places = {"head": {"session": {}, "effects": {}}}

    @staticmethod
    def where(path):
        """The part of a place, and the key of its values there."""
        words = path.split("/")
        if words[0] in ("session", "effects"):
            return "head", words[0]
        if words[0] == "step":
            return f"lane/{words[1]}/{words[2]}", words[3]
        return path, words[0]

    def default(self, path, tag):
        return self.defaults[path.split("/")[0]][tag]

    def get(self, path, tag):
        name, key = self.where(path)
        return self.places.get(name, {}).get(key, {}).get(tag, self.default(path, tag))

    def put(self, path, tag, value):
        name, key = self.where(path)
        values = self.places.setdefault(name, {}).setdefault(key, {})
        if value == self.default(path, tag):
            values.pop(tag, None)
        else:
            values[tag] = value

    def fold(self, mutation):
        path = mutation["at"]
        if "put" in mutation:
            self.put(path, mutation["put"], mutation["to"])
        elif "insert" in mutation:
            self.places[path] = {path.split("/")[0]: {}}
            for tag, value in mutation["insert"].items():
                self.put(path, tag, value)
        else:
            lanes = f"lane/./{path.split('/')[1]}" if path.startswith("track/") else path
            for name in [name for name in self.places if name == path or re.fullmatch(lanes, name)]:
                del self.places[name]

    def add(self, part):
        """Values of a part, or some of them."""
        place = self.places.setdefault(part["name"], {})
        for key, values in part["values"].items():
            place.setdefault(key, {}).update(values)

    def parts(self):
        return {name: part for name, part in map(self.part, self.places) if part}

    def part(self, name):
        kind = name.split("/")[0]
        if kind not in ("lane", "pattern"):
            return name, self.places[name]
        filled = {key: values for key, values in self.places[name].items() if values}
        return name, {kind: {}} | filled if filled else None

    def sum(self, session, seq):
        """To compare with others: the chain upon no chain, as if the whole were a row."""
        return after(NONE, {
            "chain": NONE, "id": session, "parts": self.parts(), "seq": seq, "store": "", "version": 1})


# Section 1: the connection (RFC 6455)


class Ended(Exception):
    """The connection is no more; it broke, if there is no other code."""

    def __init__(self, code=1006, reason=""):
        super().__init__(f"{code} {reason}")
        self.code = code


class Line:
    TEXT, CLOSE, PING, PONG = 1, 8, 9, 10

    def __init__(self, address, most):
        self.most = most
        self.arrived = bytearray()
        self.message = None
        try:
            self.socket = socket.create_connection((address.hostname, address.port), 5)
            self.shake_hands(address)
        except OSError as e:
            raise Ended(reason=str(e)) from e

    def shake_hands(self, address):
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall((
            f"GET {address.path} HTTP/1.1\r\nHost: {address.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n").encode())
        while b"\r\n\r\n" not in self.arrived:
            self.fill()
        head, self.arrived = self.arrived.split(b"\r\n\r\n", 1)
        lines = head.decode("ascii").split("\r\n")
        answer = {name.lower(): value.strip() for name, value in (line.split(":", 1) for line in lines[1:])}
        accept = hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()
        assert lines[0].split(" ")[1] == "101", lines[0]
        assert answer["sec-websocket-accept"] == base64.b64encode(accept).decode(), "another's handshake"
        assert "sec-websocket-extensions" not in answer, "nobody asked for extensions"

    def fill(self):
        some = self.socket.recv(1 << 16)
        if not some:
            raise Ended()
        self.arrived += some

    def send(self, opcode, payload):
        size, mask = len(payload), os.urandom(4)
        short = size if size < 126 else 126 if size < 1 << 16 else 127
        length = size.to_bytes({126: 2, 127: 8}.get(short, 0), "big") if short > 125 else b""
        masked = bytes(byte ^ mask[i % 4] for i, byte in enumerate(payload))
        try:
            self.socket.sendall(bytes([0x80 | opcode, 0x80 | short]) + length + mask + masked)
        except OSError as e:
            raise Ended(reason=str(e)) from e

    def texts(self, seconds):
        """What has arrived, after waiting for it a moment."""
        try:
            if select.select([self.socket], [], [], seconds)[0]:
                self.fill()
        except OSError as e:
            raise Ended(reason=str(e)) from e
        while (frame := self.frame()) is not None:
            text = self.take(*frame)
            if text is not None:
                yield text

    def frame(self):
        """The next whole frame: whether it is the last of its message, opcode, payload."""
        if len(self.arrived) < 2:
            return None
        first, size = self.arrived[0], self.arrived[1]
        assert size < 0x80 and not first & 0x70, "a server does not mask, and there are no extensions"
        more = {126: 2, 127: 8}.get(size, 0)
        begin = 2 + more
        size = int.from_bytes(self.arrived[2:begin], "big") if more else size
        assert size <= self.most, f"a frame of {size} bytes"
        if len(self.arrived) < begin + size:
            return None
        payload = bytes(self.arrived[begin:begin + size])
        del self.arrived[:begin + size]
        return bool(first & 0x80), first & 0x0F, payload

    def take(self, last, opcode, payload):
        if opcode == self.PING:
            self.send(self.PONG, payload)
        elif opcode == self.CLOSE:
            raise Ended(int.from_bytes(payload[:2], "big") if payload else 1005, payload[2:].decode())
        elif opcode in (0, self.TEXT):
            assert (opcode == 0) == (self.message is not None), "fragments out of order"
            self.message = (self.message or b"") + payload
            if last:
                text, self.message = self.message.decode(), None
                return text
        else:
            assert opcode == self.PONG, f"opcode {opcode}"
        return None


# Sections 5 and 6: numbers and answers, welcome and catching up


class Client:
    def __init__(self, page, address, session, secret):
        self.page, self.address, self.session, self.secret = page, address, session, secret
        self.member, self.outbox = member_of(secret), random_id()
        self.document, self.seq, self.chain = Document(page), 0, NONE
        self.snapshot = None                    # on its way, or nothing
        self.report = None                      # what an older program's record could not keep, if the room is of one
        self.waiting = collections.deque()      # (gesture, ask), without a number
        self.sent = collections.deque()         # edits with a number and without an answer, frozen
        self.settled, self.told_seq, self.last = 0, 0, 0
        self.answered = collections.deque()     # (seq that must be confirmed, gesture, verdict or None)
        self.rows_of = collections.Counter()    # my gestures, and how many rows came of each
        self.line, self.welcomed, self.pause, self.again_at = None, False, 0.1, 0.0
        self.resent = self.lost_lines = self.pieces = 0

    def ask(self, ask):
        gesture = random_id()
        self.waiting.append((gesture, ask))
        return gesture

    def pump(self, seconds=0.02):
        """Some of what is to be done: connect, hear, say."""
        try:
            if self.line is None:
                self.connect(seconds)
            else:
                for text in self.line.texts(seconds):
                    message = read_canonical(text)
                    getattr(self, "on_" + message["type"])(message)
                self.number()
        except Ended as end:
            if end.code not in (1001, 1006, 1011, 1013):
                raise
            self.hang_up()

    def hang_up(self):
        if self.line is not None:
            self.line.socket.close()
            self.lost_lines += 1
        self.line, self.welcomed, self.snapshot = None, False, None
        self.again_at = time.monotonic() + self.pause * random.uniform(0.5, 1)
        self.pause = min(2 * self.pause, 2)

    def connect(self, seconds):
        if time.monotonic() < self.again_at:
            time.sleep(seconds)
            return
        self.line = Line(self.address, self.page.limits["SERVER_FRAME"])
        self.say({
            "type": "Hello", "protocol": self.page.limits["PROTOCOL"], "session": self.session, "secret": self.secret,
            "profile": {"name": "Python", "colour": 3}, "outbox": self.outbox, "seq": self.seq, "chain": self.chain,
            "clock": None})

    def say(self, message):
        payload = canonical(message).encode()
        assert len(payload) <= self.page.limits["CLIENT_FRAME"]
        self.line.send(Line.TEXT, payload)

    def number(self):
        """Numbers what waits, as far as the window has room, and sends it."""
        while self.welcomed and self.waiting and len(self.sent) < self.page.limits["FLIGHT_EDITS"]:
            gesture, ask = self.waiting[0]
            edit = {"n": max(self.last, self.settled) + 1, "gesture": gesture, "ask": ask}
            flying = sum(len(canonical(other).encode()) for other in self.sent) + len(canonical(edit).encode())
            if self.sent and flying > self.page.limits["FLIGHT_BYTES"]:
                return
            self.waiting.popleft()
            self.last = edit["n"]
            self.sent.append(edit)
            self.say({"type": "Submit", "edit": edit})

    def on_Welcome(self, welcome):
        assert welcome["me"] == self.member
        back = welcome["settled"] < self.settled or welcome["seq"] < self.told_seq
        assert not back and welcome["continuity"] != "DIFFERENT", "the server went back: keep what is here"
        self.pause = 0.1
        self.snapshot = Document(self.page) if welcome["continuity"] == "UNKNOWN" else None
        self.answer(welcome["settled"], welcome["seq"], welcome["verdicts"])
        self.resent += len(self.sent)
        if self.sent:
            say(f"again {len(self.sent)}")
        for edit in self.sent:
            self.say({"type": "Submit", "edit": edit})
        self.welcomed = True

    def answer(self, n, seq, verdicts):
        self.settled, self.told_seq = max(self.settled, n), max(self.told_seq, seq)
        by_number = {verdict["n"]: verdict for verdict in verdicts}
        while self.sent and self.sent[0]["n"] <= n:
            edit = self.sent.popleft()
            self.answered.append((seq, edit["gesture"], by_number.get(edit["n"])))

    def on_Settled(self, settled):
        self.answer(settled["n"], settled["seq"], settled["verdicts"])

    def on_Snapshot(self, piece):
        self.pieces += 1
        for part in piece["parts"]:
            self.snapshot.add(part)
        if piece["last"]:
            self.document, self.seq, self.chain = self.snapshot, piece["seq"], piece["chain"]
            self.snapshot = None

    def on_Rows(self, rows):
        assert self.snapshot is None, "rows in the middle of a snapshot"
        fresh = [row for row in rows["rows"] if row["seq"] > self.seq]
        chain = self.chain
        for i, row in enumerate(fresh):
            if row["seq"] != self.seq + 1 + i:
                raise Ended()
            chain = after(chain, row)
        if fresh and chain != rows["chain"]:
            raise Ended()
        for row in fresh:
            for mutation in row["mutations"]:
                self.document.fold(mutation)
            self.seq = row["seq"]
            if row["by"] == self.member:
                self.rows_of[row["gesture"]] += 1
        self.chain = chain if fresh else self.chain

    def on_Paused(self, paused):
        self.welcomed = False

    def on_Adopted(self, adopted):
        self.report = adopted["report"]

    def on_Rejected(self, rejected):
        raise AssertionError(rejected["reason"])

    def ignore(self, news):
        """Who plays no music and draws nobody does not need it."""

    on_Pong = on_Here = on_Gone = on_Playing = ignore

    def acknowledged(self):
        """Gestures whose answer came, with their verdicts, once the confirmed document has what they led to."""
        while self.answered and self.answered[0][0] <= self.seq:
            yield self.answered.popleft()[1:]

    def is_quiet(self):
        return self.welcomed and self.snapshot is None and not (self.waiting or self.sent or self.answered)

    def until(self, done):
        end = time.monotonic() + PATIENCE
        while not done():
            assert time.monotonic() < end, f"waited in vain at seq {self.seq}, {len(self.sent)} sent"
            self.pump()

    def leave(self):
        self.say({"type": "Leave"})
        try:
            self.until(lambda: self.line is None)
        except Ended as end:
            assert end.code == 1000, end


# What it is told to do


class Player:
    def __init__(self, page, web, address, session, secret, track):
        self.page, self.address, self.session, self.track = page, urllib.parse.urlsplit(address), session, track
        self.web = urllib.parse.urlsplit(web).netloc
        self.client = Client(page, self.address, session, secret)
        self.expected = {}
        self.last = None                        # gesture of the last put into the shared track

    def change(self, track, step, on, velocity):
        at = f"step/A/{track}/{step}"
        return self.client.ask({"type": "Change", "mutations": [
            {"at": at, "put": "on", "to": on}, {"at": at, "put": "velocity", "to": velocity}]})

    def shown(self, step):
        at = f"step/A/{self.track}/{step}"
        return self.client.document.get(at, "on"), self.client.document.get(at, "velocity")

    def edit(self, first, end):
        for begin in range(first, end, CHUNK):
            self.chunk(range(begin, min(begin + CHUNK, end)))
        say(f"done {end}")

    def chunk(self, numbers):
        names, undo, step = {}, None, 0
        for i in numbers:
            say(f"asking {self.track}-{i}")
            if undo and i % UNDO_EVERY == UNDO_EVERY - 1:
                of, self.expected[step] = undo
                gesture, undo = self.client.ask({"type": "Undo", "of": of}), None
            else:
                step, value = i % 128, (i % 3 > 0, 1 + (i + i // 128) % 127)
                gesture = self.change(self.track, step, *value)
                undo = gesture, self.expected.get(step, (False, 100))
                self.expected[step] = value
            names[gesture] = f"{self.track}-{i}"
        self.client.until(lambda: self.all_acknowledged(names))
        assert all(self.shown(step) == value for step, value in self.expected.items())

    def all_acknowledged(self, names):
        for gesture, verdict in self.client.acknowledged():
            assert verdict is None, verdict
            assert self.client.rows_of[gesture] == 1, f"{self.client.rows_of[gesture]} rows of one edit"
            say("acknowledged " + names.pop(gesture))
        return not names

    def put(self, step, velocity):
        self.last = self.change("shared", step, True, velocity)
        assert self.verdicts([self.last]) == [None]
        say("put")

    def undo(self):
        verdict, = self.verdicts([self.client.ask({"type": "Undo", "of": self.last})])
        names = sorted({skip["by"] for skip in verdict["skipped"]}) if verdict else []
        say(" ".join(["undone", verdict["refusal"]["reason"] if verdict and verdict["refusal"] else "-", *names]))

    def contest(self, count):
        """An undo comes too late for what others have put since, of that alone, and says so."""
        gestures = []
        for i in range(count):
            if i % 4 == 3:
                gestures.append(self.client.ask({"type": "Undo", "of": gestures[-1]}))
            else:
                gestures.append(self.change("shared", i % 3, i % 2 == 0, 1 + i % 127))
        late = 0
        for i, verdict in enumerate(self.verdicts(gestures)):
            if verdict is not None:
                assert i % 4 == 3, verdict
                assert verdict["refusal"] is None or verdict["refusal"]["reason"] == "NOTHING", verdict
                assert verdict["skipped"] and self.client.member not in [skip["by"] for skip in verdict["skipped"]]
                late += 1
        say(f"contested {late}")

    def verdicts(self, gestures):
        answers = {}
        self.client.until(lambda: answers.update(self.client.acknowledged()) or answers.keys() >= set(gestures))
        return [answers[gesture] for gesture in gestures]

    def adopted(self):
        self.client.until(lambda: self.client.report is not None)
        say(f"adopted {len(self.client.report)}")

    def settle(self):
        self.client.until(self.client.is_quiet)
        self.client.until(self.equals_get)
        say(f"settled {self.client.seq} {self.client.document.sum(self.session, self.client.seq)}")

    def equals_get(self):
        """Whether GET is at my row; if so it must say what I have."""
        connection = http.client.HTTPConnection(self.web, timeout=PATIENCE)
        connection.request("GET", f"/api/sessions/{self.session}")
        answer = connection.getresponse()
        body = read_canonical(answer.read().decode())
        connection.close()
        if body["seq"] != self.client.seq:
            return False
        assert body["chain"] == self.client.chain == answer.headers["ETag"].strip('"'), "another chain"
        assert body["parts"] == self.client.document.parts(), "another document"
        return True

    def leave(self):
        self.client.leave()
        say(f"left {self.client.resent} {self.client.lost_lines} {self.client.pieces}")


def say(line):
    print(line, flush=True)


def play(page, *arguments):
    player = Player(page, *arguments)
    commands = queue.Queue()
    threading.Thread(target=lambda: [commands.put(line.split()) for line in sys.stdin], daemon=True).start()
    say("up")
    words = [""]
    while words[0] != "leave":
        player.client.pump()
        if not commands.empty():
            words = commands.get()
            getattr(player, words[0])(*map(int, words[1:]))


def golden(page, *files):
    lines = [line for file in files for line in pathlib.Path(file).read_text(encoding="utf-8").split("\n") if line]
    chain, last = page.chain
    for line in lines:
        family, brace, rest = line.partition("{")
        value = read_canonical(brace + rest)
        chain = after(chain, value) if family == "row " else chain
        assert family != "server " or hasattr(Client, "on_" + value["type"]), f"nobody hears {value['type']}"
    assert chain == last, f"the rows make {chain}, and the page says {last}"
    secret, member = page.member
    assert member_of(secret) == member
    say(f"golden {len(lines)}")


if __name__ == "__main__":
    {"golden": golden, "play": play}[sys.argv[1]](Page(), *sys.argv[2:])
