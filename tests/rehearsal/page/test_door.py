"""Who may talk to the page."""

import http.client
import json
from urllib.parse import parse_qs, urlsplit

import pytest

Headers = dict[str, str]


def answer(
    url: str,
    path: str,
    headers: Headers | None = None,
    *,
    method: str = "GET",
    body: str | None = None,
) -> http.client.HTTPResponse:
    """Ask the rehearsal at the address with these headers and no others."""
    here = urlsplit(url)
    connection = http.client.HTTPConnection("127.0.0.1", here.port or 0, timeout=10)
    connection.putrequest(method, path, skip_host=True)
    for name, value in ({"Host": here.netloc} | (headers or {})).items():
        connection.putheader(name, value)
    if body is not None:
        connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body.encode() if body is not None else None)
    response = connection.getresponse()
    response.read()
    connection.close()
    return response


def keyed(url: str) -> Headers:
    """What a browser that was let in sends along."""
    here = urlsplit(url)
    return {"Cookie": f"rehearsal-{here.port}={parse_qs(here.query)['key'][0]}"}


def own_origin(url: str) -> Headers:
    return {"Origin": f"http://{urlsplit(url).netloc}"}


STATE = "/rehearsal/page/state"
ACT = "/rehearsal/page/act"


def test_the_printed_address_opens_the_page(rehearsal: str) -> None:
    opened = answer(rehearsal, "/rehearsal/page/?" + urlsplit(rehearsal).query)

    assert opened.status == 200
    assert "HttpOnly" in opened.headers["Set-Cookie"]
    assert "SameSite=Strict" in opened.headers["Set-Cookie"]


@pytest.mark.parametrize("path", ["/rehearsal/page/", STATE, "/rehearsal/page/main.js"])
def test_nothing_is_shown_without_the_key_of_this_run(rehearsal: str, path: str) -> None:
    assert answer(rehearsal, path).status == 403
    assert answer(rehearsal, f"{path}?key=guessed").status == 403


def test_the_cookie_stands_for_the_key(rehearsal: str) -> None:
    assert answer(rehearsal, STATE, keyed(rehearsal)).status == 200


@pytest.mark.parametrize("host", ["rebound.example", "localhost", "127.0.0.1:1", "127.0.0.1"])
def test_a_name_made_to_point_here_is_turned_away(rehearsal: str, host: str) -> None:
    assert answer(rehearsal, STATE, keyed(rehearsal) | {"Host": host}).status in (403, 404)


@pytest.mark.parametrize(
    "foreign",
    [
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
def test_other_pages_can_neither_read_nor_act(rehearsal: str, foreign: Headers) -> None:
    deed = json.dumps({"deed": "dismiss", "message": "1"})
    cookie = keyed(rehearsal)

    assert answer(rehearsal, STATE, cookie | foreign).status == 403
    whole = cookie | own_origin(rehearsal) | foreign
    assert answer(rehearsal, ACT, whole, method="POST", body=deed).status == 403


def test_a_deed_without_an_origin_is_refused(rehearsal: str) -> None:
    deed = json.dumps({"deed": "dismiss", "message": "1"})
    cookie = keyed(rehearsal)

    assert answer(rehearsal, ACT, cookie, method="POST", body=deed).status == 403
    assert (
        answer(rehearsal, ACT, cookie | own_origin(rehearsal), method="POST", body=deed).status
        == 200
    )


@pytest.mark.parametrize("body", ["", "{", "[]", "7", '{"deed": "settings"}', '{"deed": 7}'])
def test_a_garbled_deed_is_refused_in_words(rehearsal: str, body: str) -> None:
    headers = keyed(rehearsal) | own_origin(rehearsal)

    assert answer(rehearsal, ACT, headers, method="POST", body=body).status == 400


@pytest.mark.parametrize("path", ["../door.py", "%2e%2e/door.py", "..%2fdoor.py", "none.js", "act"])
def test_only_the_page_s_own_files_are_served(rehearsal: str, path: str) -> None:
    assert answer(rehearsal, f"/rehearsal/page/{path}", keyed(rehearsal)).status in (403, 404)


def test_whatever_is_served_may_load_and_run_nothing_foreign(rehearsal: str) -> None:
    for path in ("/rehearsal/page/", STATE, "/rehearsal/page/none"):
        policy = answer(rehearsal, path, keyed(rehearsal)).headers["Content-Security-Policy"]

        assert policy.startswith("default-src 'self';")
        assert "unsafe" not in policy
        assert "trusted-types 'none'" in policy
