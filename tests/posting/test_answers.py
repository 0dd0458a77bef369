"""What follows from an answer of Discord's, row by row."""

import pytest

from bot.posting.answers import NO_ANSWER, Answer, Reaction, reaction


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Answer(200, message_id=1), Reaction.SENT),
        (Answer(404, code=10008), Reaction.SENT),
        (Answer(401), Reaction.STOP),
        (Answer(429, retry_after=2.0), Reaction.WAIT),
        (Answer(400, code=20016), Reaction.WAIT),
        (Answer(403, code=20028), Reaction.WAIT),
        (Answer(429, from_discord=False), Reaction.HALT),
        (Answer(403, from_discord=False), Reaction.HALT),
        (Answer(200), Reaction.ASK_AGAIN),
        (Answer(204), Reaction.ASK_AGAIN),
        (NO_ANSWER, Reaction.ASK_AGAIN),
        (Answer(302, from_discord=False), Reaction.ASK_AGAIN),
        (Answer(500), Reaction.ASK_AGAIN),
        (Answer(503, from_discord=False), Reaction.ASK_AGAIN),
        (Answer(400, code=50035), Reaction.PLAIN),
        (Answer(400, code=50006), Reaction.PLAIN),
        (Answer(403, code=50001), Reaction.BLOCK),
        (Answer(403, code=50013), Reaction.BLOCK),
        (Answer(404, code=10003), Reaction.PAUSE),
        (Answer(404, code=10004), Reaction.PAUSE),
        (Answer(403, code=40058), Reaction.PAUSE),
        (Answer(403, code=160005), Reaction.PAUSE),
        (Answer(403, code=200000), Reaction.FAIL),
        (Answer(400, code=50083), Reaction.PAUSE),
        (Answer(400, code=200000), Reaction.FAIL),
        (Answer(400, code=240000), Reaction.FAIL),
    ],
)
def test_each_answer_has_one_reaction(answer: Answer, expected: Reaction) -> None:
    assert reaction(answer) is expected


def test_a_server_error_never_counts_as_not_sent() -> None:
    assert {reaction(Answer(status)) for status in range(500, 600)} == {Reaction.ASK_AGAIN}
