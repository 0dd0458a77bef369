"""What Discord answered to a post, and what follows from it: a pure table."""

from dataclasses import dataclass
from enum import StrEnum


class Reaction(StrEnum):
    SENT = "sent"  # the message is there, or was there and has been removed by a person
    WAIT = "wait"  # not sent; try again after `retry_after` seconds
    HALT = "halt"  # not sent; leave Discord alone for minutes: this is how bans begin
    ASK_AGAIN = "ask-again"  # nobody knows; the same nonce, then the channel's history
    PLAIN = "plain"  # the shape was refused; once more as plain text
    BLOCK = "block"  # we may not post there for now; try once a day, pause after a week
    PAUSE = "pause"  # the channel is gone or of no use; keep the subscription, tell somebody
    FAIL = "fail"  # these words will never be taken there
    STOP = "stop"  # the token is no good: stop everything


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer; status 0 where none came. code: Discord's own error code, 0 where there is
    none. from_discord: the body is JSON and, for a 429, came through Discord's proxies (a Via
    header). everywhere: a 429 is about all requests, not this route alone."""

    status: int
    code: int = 0
    message_id: int | None = None
    retry_after: float | None = None
    from_discord: bool = True
    everywhere: bool = False


NO_ANSWER = Answer(0, from_discord=False)
REMOVED_SINCE = 10008  # a nonce that was used, for a message that a person has deleted
UNKNOWN_PLACE = frozenset({10003, 10004})
UNFIT_PLACE = frozenset({40058, 50008, 50024, 50083, 160005})
REFUSED_SHAPE = frozenset({50035, 50006, 40005})
SLOW_DOWN = frozenset({20016, 20028})
BLOCKED_WORDS = frozenset({200000, 240000})


def reaction(answer: Answer) -> Reaction:
    """What to do after `answer` to a post that carried its own nonce."""
    if answer.code == REMOVED_SINCE or answer.message_id is not None:
        return Reaction.SENT
    if answer.status == 401:
        return Reaction.STOP
    if answer.status == 429 or answer.code in SLOW_DOWN:
        return Reaction.WAIT if answer.from_discord else Reaction.HALT
    if 400 <= answer.status < 500:
        return _refusal(answer)
    return Reaction.ASK_AGAIN  # a success that names no message proves nothing either


def _refusal(answer: Answer) -> Reaction:
    if not answer.from_discord:
        return Reaction.HALT
    if answer.code in REFUSED_SHAPE:
        return Reaction.PLAIN
    if answer.code in UNKNOWN_PLACE | UNFIT_PLACE or answer.status == 404:
        return Reaction.PAUSE
    if answer.code not in BLOCKED_WORDS and answer.status == 403:
        return Reaction.BLOCK
    return Reaction.FAIL
