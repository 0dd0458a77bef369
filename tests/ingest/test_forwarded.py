"""Articles passed on by e-mail: the article's own names and day count, not the sender's."""

from datetime import date

import pytest

from briefings.ingest.extract import article_text, extract

WORDS = (
    "Officials of both countries opened an office in Rajin on Tuesday, the ministry said.\n\n"
    "It will handle coal and timber from the autumn on, according to a statement.\n"
)
BLOCKS = {
    "en": "---------- Forwarded message ---------\nFrom: Eastern Post <a@post.example>\n"
    "Date: Tue, Jun 18, 2024 at 2:05 PM\nSubject: Office opens\nTo: <k@desk.example>\n\n",
    "apple": "Begin forwarded message:\n\nFrom: Eastern Post <a@post.example>\n"
    "Subject: Office opens\nDate: June 18, 2024 at 14:05:00 GMT+9\nTo: k@desk.example\n\n",
    "ko": "---------- 전달된 메일 ----------\n보낸사람: Eastern Post <a@post.example>\n"
    "날짜: 2024년 6월 18일\n제목: Office opens\n받는사람: <k@desk.example>\n\n",
    "ru": "-------- Пересылаемое сообщение --------\nОт: Eastern Post <a@post.example>\n"
    "Дата: 18.06.2024, 14:05\nТема: Office opens\nКому: k@desk.example\n\n",
}


def mail(subject: str, words: str) -> bytes:
    return (
        f"Received: from a by b\nFrom: Kim Clerk <k@desk.example>\nSubject: {subject}\n"
        "Date: Thu, 20 Jun 2024 09:18:00 +0900\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{words}"
    ).encode()


@pytest.mark.parametrize("form", BLOCKS)
def test_an_article_passed_on_keeps_its_own_title_sender_and_day(form: str) -> None:
    found = extract(mail("Fwd: Office opens", f"For the archive, thanks!\n\n{BLOCKS[form]}{WORDS}"))

    day = found.published.date() if found.published else found.published_on
    assert (found.title, found.author, day) == ("Office opens", "Eastern Post", date(2024, 6, 18))
    assert article_text(found) == WORDS.strip()


def test_a_mail_of_its_own_keeps_its_sender_and_its_day() -> None:
    found = extract(mail("Office opens", WORDS))
    answer = extract(mail("Re: Office opens", f"{WORDS}\n{BLOCKS['en']}Older words."))

    assert (found.title, found.author) == ("Office opens", "Kim Clerk")
    assert (answer.author, answer.published and answer.published.day) == ("Kim Clerk", 20)


def test_a_mail_passed_on_without_header_lines_loses_its_prefix_at_most() -> None:
    found = extract(mail("Fwd: Office opens", WORDS))

    assert found.author == "Kim Clerk"
    assert article_text(found) == WORDS.strip()
