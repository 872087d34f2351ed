"""A follower in a process of its own, to be killed: follows until its standard input closes."""

import sys

from infrastructure.following import Follower
from infrastructure.journal import Journal
from infrastructure.listening import Patience
from infrastructure.projector import Views


def main(url: str) -> None:
    with Journal(url) as journal, Follower(url, Views(journal, "test"), Patience(asleep=0.05)):
        sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1])
