"""Who may talk to the page: the browser on this machine that was given this run's key.

Other pages in the same browser, other programs' pages on this machine and names that are made to
point here are turned away; and whatever the page shows, it can neither run nor fetch what is not
ours.
"""

import hmac
import secrets

from aiohttp import web

from bot.rehearsal.connector import LOOPBACK

KEY = "key"  # of the query of the first visit; a cookie carries it afterwards
CSP = (
    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
OWN_SITES = (None, "same-origin", "none")  # "none": typed, or opened by another program
TURNED_AWAY = "This page opens with the address that the rehearsal printed when it started.\n"


class Door:
    """Knows this run's secret."""

    def __init__(self) -> None:
        self.secret = secrets.token_urlsafe(24)

    def check(self, request: web.Request, port: int) -> None:
        """Raises HTTPForbidden for whoever may not come in."""
        own = f"{LOOPBACK}:{port}"
        origin = request.headers.get("Origin")
        writes = request.method not in ("GET", "HEAD")
        ours = (
            request.host == own
            and request.headers.get("Sec-Fetch-Site") in OWN_SITES
            and origin in ((f"http://{own}",) if writes else (None, f"http://{own}"))
            and self._knows(request, port)
        )
        if not ours:
            raise web.HTTPForbidden(text=TURNED_AWAY, headers=HEADERS)

    def _knows(self, request: web.Request, port: int) -> bool:
        given = request.query.get(KEY) or request.cookies.get(cookie(port), "")
        return hmac.compare_digest(given.encode(), self.secret.encode())

    def remember(self, response: web.StreamResponse, port: int) -> None:
        """Let this browser come back without the key in the address."""
        response.set_cookie(
            cookie(port), self.secret, path="/rehearsal/page/", httponly=True, samesite="Strict"
        )


def cookie(port: int) -> str:
    """Cookies do not tell ports apart, so that the name has to."""
    return f"rehearsal-{port}"
