"""What somebody with every right on the database could do, and what is said about it."""

from tests.infrastructure.audits import EVENTS, HEAD, NODES

MOVED = f"UPDATE {EVENTS} SET notification_id = notification_id + {{}} WHERE notification_id {{}}"
SWAPPED = (
    f"UPDATE {EVENTS} AS one SET state = other.state FROM {EVENTS} AS other"
    " WHERE one.notification_id IN (5, 8) AND other.notification_id = 13 - one.notification_id"
)
LOOSE = (
    f"ALTER TABLE {EVENTS} DROP CONSTRAINT stored_events_notification_id_key",
    f"ALTER TABLE {EVENTS} DROP CONSTRAINT stored_events_pkey",
)
COPY = f"INSERT INTO {EVENTS} SELECT 'fremd', 1, topic, state, {{}} FROM {EVENTS} WHERE notification_id = 5"
TAMPERING = {
    "a byte edited": (
        [f"UPDATE {EVENTS} SET state = set_byte(state, 30, 88) WHERE notification_id = 5"],
        "Position 5: der Eintrag wurde geändert",
    ),
    "a byte edited in the last": (
        [f"UPDATE {EVENTS} SET state = set_byte(state, 30, 88) WHERE notification_id = 13"],
        "Position 13: der Eintrag wurde geändert",
    ),
    "a text edited": (
        [
            f"UPDATE {EVENTS} SET state = convert_to(replace(convert_from(state, 'UTF8'), 'sinkt', 'steigt'), 'UTF8')"
            " WHERE notification_id = 7"
        ],
        "Position 7: der Eintrag wurde geändert",
    ),
    "another column: type": (
        [f"UPDATE {EVENTS} SET topic = 'DialogHeld' WHERE notification_id = 5"],
        "Position 5: die Spalte topic sagt DialogHeld, der Eintrag DialogRequested",
    ),
    "another column: stream": (
        [f"UPDATE {EVENTS} SET originator_id = 'anders' WHERE notification_id = 5"],
        "Position 5: die Spalte originator_id sagt anders",
    ),
    "another column: version": (
        [f"UPDATE {EVENTS} SET originator_version = 99 WHERE notification_id = 5"],
        "Position 5: die Spalte originator_version sagt 99, der Eintrag 4",
    ),
    "deleted": ([f"DELETE FROM {EVENTS} WHERE notification_id = 5"], "Position 5: der Eintrag wurde gelöscht"),
    "deleted, the rest moved up": (
        [f"DELETE FROM {EVENTS} WHERE notification_id = 5", *(MOVED.format(-1, f"= {at}") for at in range(6, 14))],
        "Position 5: der Eintrag wurde gelöscht; hier steht der von Position 6",
    ),
    "cut off": (
        [f"DELETE FROM {EVENTS} WHERE notification_id > 9"],
        "Position 10: Ein Prüfpunkt bezeugt 12 Einträge, das Protokoll hat nur 9",
    ),
    "the last cut off": ([f"DELETE FROM {EVENTS} WHERE notification_id = 13"], "Position 13: hier wurde abgeschnitten"),
    "all deleted": ([f"DELETE FROM {EVENTS}"], "Position 1: Ein Prüfpunkt bezeugt 2 Einträge, das Protokoll hat nur 0"),
    "inserted with a taken position": (
        [*LOOSE, f"INSERT INTO {EVENTS} SELECT * FROM {EVENTS} WHERE notification_id = 5"],
        "Position 6: die Position 5 gibt es zweimal",
    ),
    "inserted without a position": (
        [f"ALTER TABLE {EVENTS} ALTER notification_id DROP NOT NULL", COPY.format("NULL")],
        "Position 14: hier steht ein Eintrag ohne Position",
    ),
    "inserted at the end": ([COPY.format(14)], "Position 14: zu diesem Eintrag fehlt das Blatt"),
    "inserted in the middle": (
        [*(MOVED.format(1, f"= {at}") for at in range(13, 5, -1)), COPY.format(6)],
        "Position 6: hier wurde ein Eintrag eingefügt",
    ),
    "two positions swapped": (
        [MOVED.format(100, "= 5"), MOVED.format(-3, "= 8"), MOVED.format(-97, "= 105")],
        "Position 5: Einträge wurden vertauscht; hier steht der von Position 8",
    ),
    "two contents swapped": (
        [SWAPPED],
        "Position 5: Einträge wurden vertauscht; hier steht der von Position 8",
    ),
    "two streams swapped": (
        [
            f"UPDATE {EVENTS} SET originator_id = 'x' WHERE notification_id = 1",
            f"UPDATE {EVENTS} SET originator_id = '2026.4.03.03358.1' WHERE notification_id = 2",
            f"UPDATE {EVENTS} SET originator_id = 'register.keys' WHERE notification_id = 1",
        ],
        "Position 1: die Spalte originator_id sagt register.keys",
    ),
    "a leaf": (
        [f"UPDATE {NODES} SET hash = sha256('x') WHERE level = 0 AND index = 4"],
        "Position 5: das Blatt im Baum wurde geändert, der Eintrag selbst nicht",
    ),
    "an inner node": (
        [f"UPDATE {NODES} SET hash = sha256('x') WHERE level = 2 AND index = 1"],
        "Position 8: der Knoten 1 auf Ebene 2 des Baums wurde geändert",
    ),
    "a leaf gone": (
        [f"DELETE FROM {NODES} WHERE level = 0 AND index = 4"],
        "Position 5: zu diesem Eintrag fehlt das Blatt",
    ),
    "an inner node gone": (
        [f"DELETE FROM {NODES} WHERE level = 1 AND index = 2"],
        "Position 6: der Knoten 2 auf Ebene 1",
    ),
    "a node too many": ([f"INSERT INTO {NODES} VALUES (5, 0, 'x')"], "Position 14: der Baum hat überzählige Knoten"),
    "a leaf too many": ([f"INSERT INTO {NODES} VALUES (0, 13, 'x')"], "Position 14: hier wurde abgeschnitten"),
    "the head's size": ([f"UPDATE {HEAD} SET size = 12"], "Position 14: der Kopf zählt 12 Einträge, da sind 13"),
    "the head's time": (
        [f"UPDATE {HEAD} SET last_recorded_at = now() - interval '9 years'"],
        "Position 13: die letzte Zeit im Kopf",
    ),
    "no head": ([f"DELETE FROM {HEAD}"], "Der Kopf des Protokolls fehlt"),
    "a checkpoint's root": (
        ["UPDATE zielsteuerung.checkpoint SET note = replace(note, E'\\n12\\n', E'\\n11\\n') WHERE size = 12"],
        "Position 12: Prüfpunkt über 12 Einträge: die Unterschrift des Schlüssels",
    ),
    "a checkpoint of another size": (
        ["UPDATE zielsteuerung.checkpoint SET size = 11 WHERE size = 12"],
        "Position 11: Prüfpunkt über 11 Einträge: er gehört zu einem anderen Protokoll oder Stand",
    ),
    "a checkpoint that is none": (
        ["UPDATE zielsteuerung.checkpoint SET note = 'nichts' WHERE size = 12"],
        "Position 12: Prüfpunkt über 12 Einträge: das ist kein unterschriebener Prüfpunkt",
    ),
    "the log's name": (
        ["UPDATE zielsteuerung.log_origin SET origin = 'other.example/log'"],
        "Position 2: Prüfpunkt über 2 Einträge: er gehört zu einem anderen Protokoll",
    ),
}
