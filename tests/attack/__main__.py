"""`make attack`: a stranger and a person attack a running service; what an innocent user feels meanwhile.

For each attack: how many requests the innocent made, their times, the most memory the service held. Ends with 1 when
the innocent waited longer than half a second in more than one of a hundred requests (on a machine busy with other work:
than three times as long as at rest), memory ran away, a promise was broken, or the service does not stop in time.
"""

import sys
import tempfile
from pathlib import Path
from time import monotonic, sleep

from interfaces.cli.serving import GRACE
from tests.attack.floods import FLOODS, doubled_names
from tests.attack.intrusions import INTRUSIONS, secrets_in
from tests.attack.measuring import Attack, attacking, felt
from tests.attack.target import Target, attacked, innocent


def main(seconds: float, words: list[str]) -> int:
    """Run every attack, or those whose names have one of these words; 1 when one was felt too much."""
    failed = False
    with tempfile.TemporaryDirectory(prefix="zielsteuerung-") as directory:
        data = Path(directory)
        data.chmod(0o755)
        with attacked(data) as target, innocent(target) as user:
            at_rest = felt(target, user, None, min(seconds, 5))
            print(at_rest.line(0, "at rest"), flush=True)
            for attack in (*FLOODS, *INTRUSIONS):
                if words and not any(word in attack.name for word in words):
                    continue
                found = felt(target, user, attack, seconds)
                bad = found.too_much(at_rest)
                failed = failed or bad
                print(found.line(attack.item, attack.name) + ("  TOO MUCH" if bad else ""), flush=True)
            again = felt(target, user, None, min(seconds, 5))
            print(again.line(0, "at rest again"), flush=True)
            took = _stopped(target)
            print(f"stopped in {took:.1f} s, under attack")
            target.must(took <= GRACE + 2, f"it took {took:.0f} s to stop")
            logs = target.service.log.read_text() + (data / "security.log").read_text()
            for secret in secrets_in(logs, target):
                target.must(False, f"a log holds {secret}…")
            for fault in {line[:600] for line in logs.splitlines() if '"level": "error"' in line}:
                target.must(False, f"a fault: {fault}")
    for promise in target.broken:
        print(f"BROKEN: {promise}")
    return int(failed or bool(target.broken))


def _stopped(target: Target) -> float:
    """Seconds it takes to stop while it is attacked."""
    with attacking(target, Attack(1, "until the end", doubled_names, 4)):
        sleep(2)
        started = monotonic()
        target.service.end()
        return monotonic() - started


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 20, sys.argv[2:]))
