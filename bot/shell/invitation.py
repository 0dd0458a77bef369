"""The token, and the invitation with exactly the permissions that are needed."""

import aiohttp
import discord

from bot.client.upstream import speak_to
from bot.settings import Settings

NEEDED = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    read_message_history=True,
    embed_links=True,
    attach_files=True,
)
SCOPES = ("bot", "applications.commands")
Finding = tuple[bool, str]  # whether it is as it should be, and what was found


async def look_at_discord(settings: Settings) -> list[Finding]:
    """Whether the token is good, and the link that invites its bot."""
    if settings.token is None:
        return [(True, "Discord: no token is set; `python -m bot rehearse` needs none")]
    speak_to(settings.discord.api)
    client = discord.Client(intents=discord.Intents.none())
    try:
        await client.login(settings.token.reveal())
        name = client.user.name if client.user else "?"
        invitation = discord.utils.oauth_url(
            client.application_id or 0, permissions=NEEDED, scopes=SCOPES
        )
    except discord.LoginFailure:
        return [(False, "Discord: the token is refused; reset it at the developer portal")]
    except (discord.HTTPException, aiohttp.ClientError, OSError) as error:
        return [(False, f"Discord: no answer ({type(error).__name__}); try again later")]
    finally:
        await client.close()
    return [(True, f"Discord: the token is {name}'s"), (True, f"invite it with {invitation}")]
