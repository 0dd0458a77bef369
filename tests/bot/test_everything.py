"""Every command, autocomplete, button and form of the bot is used once, in one sitting."""

from bot.rehearsal import Person, Upload
from bot.rehearsal.world import Message
from briefings.ingest.opml import to_opml
from tests.bot.desk import Desk, desk
from tests.bot.made import WORDS, stored
from tests.compose.kept import kept
from tests.discord.exercised import Exercised

AUTOCOMPLETE = [
    "/article title:trea",
    "/quotes speaker:ush",
    "/check speaker:ush",
    "/why document:t",
    "/why briefing:2",
    "/timeline speaker:ush",
    "/watch add name:pu",
    "/watch add speaker:ush",
    "/watch remove watch:trea",
    "/document show document:t",
    "/document add version_of:t",
    "/document add source:e",
    "/document history document:t",
    "/document export document:t",
    "/document retract document:t",
    "/document remove document:t",
    "/document restore document:t",
    "/feed add source:e",
    "/feed test feed:d",
    "/feed pause feed:d",
    "/feed resume feed:d",
    "/feed remove feed:d",
    "/briefing subscribe zone:seo",
    "/briefing subscribe sources:e",
    "/briefing edit subscription:b",
    "/briefing edit zone:seo",
    "/briefing edit sources:e",
    "/briefing pause subscription:b",
    "/briefing resume subscription:b",
    "/briefing skip subscription:b",
    "/briefing unsubscribe subscription:b",
    "/briefing preview subscription:b",
    "/briefing now subscription:b",
    "/briefing history subscription:b",
    "/source grade source:e",
    "/desk name add full:pu",
    "/desk name remove full:pa",
]
COMMANDS = [
    "/about",
    "/document list",
    "/document show document:Treaty",
    "/document export format:RIS document:Treaty",
    "/document retract document:Treaty reason:wrong",
    "/document remove document:Treaty",
    "/document restore document:Treaty",
    "/document history document:Treaty",
    "/feed add url:http://127.0.0.1/",
    "/feed list",
    "/feed pause feed:Desk",
    "/feed resume feed:Desk",
    "/feed test feed:Desk",
    "/feed export",
    "/feed remove feed:Desk",
    "/briefing subscribe channel:#briefings",
    "/briefing edit length:full",
    "/briefing skip",
    "/briefing pause",
    "/briefing resume",
    "/briefing list",
    "/briefing preview",
    "/briefing now",
    "/briefing unsubscribe",
    "/desk notices channel:#general",
    "/desk rights grant right:post who:@member",
    "/desk rights revoke right:post who:@member",
    "/desk rights list",
    "/desk role give role:@Desk admins bundle:editor",
    "/desk role list",
    "/desk role take role:@Desk admins",
    "/desk audit",
    "/source grade source:Hankyoreh reliability:B",
    "/source list",
    "/desk name add full:Park Ha-neul side:rok korean:박하늘",
    "/desk name list",
    "/desk name remove full:박하늘",
]


async def press(person: Person, message: Message, *labels: str) -> Message:
    """Press one button after the other, each on the answer to the one before."""
    for label in labels:
        answer = await person.click(message, label)
        assert answer.text, label
        assert "our mistake" not in answer.text, answer.text
        message = answer.message
    return message


async def read_about(opened: Desk) -> None:
    person = opened.admin
    asked = await person.slash("/ask question:Yuri Ushakov treaty")
    await press(person, asked.message, "Next ▶", "Show in archive", "Summary and quotes", "Quotes")
    await person.slash("/article title:A treaty edge:dprk-russia")
    shown = await person.slash("/article title:A treaty")
    await press(person, shown.message, "Show in archive")
    await press(person, shown.message, "Post here")
    quotes = await person.slash("/quotes speaker:Ushakov")
    await press(person, quotes.message, "Post here")
    checked = await person.slash("/check quote:Both sides will sign a treaty")
    await press(person, checked.message, "Post here")
    said = opened.member.write("Ushakov said: “Both sides will never sign a treaty.”")
    assert "never" in (await person.message_menu("Check the quotes", said)).text


async def follow_the_days(opened: Desk) -> None:
    person = opened.admin
    for number in range(160):
        text = f"Vladimir Putin met Kim Jong Un on {1 + number % 28} May {1900 + number // 2}."
        kept(opened.database, text, source="Almanac")
    days = await person.slash("/timeline edge:dprk-russia")
    await press(person, days.message, "◀ Previous", "Earlier days", "Post here")


async def catch_up(opened: Desk) -> None:
    person = opened.admin
    await person.slash("/watch add name:Yuri Ushakov")
    await person.slash("/watch add phrase:treaties")
    assert "treaties" in (await person.slash("/watch list")).text
    shown = await person.slash("/catchup")
    await press(person, shown.message, "Next ▶", "◀ Previous", "Seen", "Not seen yet")
    await person.slash("/watch remove watch:Yuri Ushakov")


async def correct(opened: Desk, added: Message) -> None:
    """Every button below a document that has come in, and those of the answers to them."""
    person = opened.admin
    form = await person.click(added, "Correct")
    corrected = await person.submit(form, {"Title": "Treaty"})
    await press(person, corrected.message, "History")
    await press(person, corrected.message, "Undo")
    for number in range(13):
        form = await person.slash("/document add title:Treaty version_of:Treaty")
        corrected = await person.submit(form, {"text": f"{WORDS} {number} others did."})
    await press(person, corrected.message, "What changed")
    shown = await person.slash("/document history document:Treaty")
    await press(person, shown.message, "Next ▶")
    words = "Vladimir Putin met Kim Jong Un in Pyongyang {} times this year."
    files = [Upload(f"{n}.txt", words.format(n).encode(), "text/plain") for n in (2, 3)]
    several = await person.submit(await person.slash("/document add"), {"Or files": files})
    await press(person, several.message, "Details")


async def look_back(opened: Desk) -> None:
    """What stands under an edition in its channel, and what was posted so far."""
    person = opened.admin
    await person.slash("/briefing subscribe channel:#briefings")
    await person.slash("/briefing now")
    post = person.sees("#briefings")[-1]
    for label in ("Quotes", "Sources", "Full edition"):
        await press(person, post, label)
    assert "Sentence by sentence" in (await person.slash("/why document:1")).text
    history = await person.slash("/briefing history")
    await press(person, history.message, "Open")
    assert (await person.slash("/briefing export format:markdown")).message.attachments
    await person.slash("/briefing unsubscribe")


async def look_after_the_desk(opened: Desk) -> None:
    person = opened.admin
    page = await person.slash("/desk audit")
    await press(person, page.message, "Next ▶")
    role = await person.slash("/desk role give role:@Desk admins bundle:reader")
    await press(person, role.message, "Undo")
    await person.slash("/privacy export scope:me")


async def forget_everything(opened: Desk) -> None:
    """The last thing that can be done."""
    asked = await opened.member.slash("/privacy delete scope:me")
    await press(opened.member, asked.message, "Erase it")
    form = await opened.admin.slash("/privacy delete scope:server")
    done = await opened.admin.submit(form, {"name": opened.loopback.desk.name})
    assert "All of this server is erased" in done.text


async def test_everything_the_bot_offers_works(database_url: str) -> None:
    async with desk(database_url) as opened:
        for number in range(9):
            text = WORDS.replace("a treaty", f"{number} treaties")
            stored(opened.database, text, title=f"A treaty, part {number}", url=None)
        form = await opened.admin.slash("/document add title:Treaty published:2024-06-19")
        added = await opened.admin.submit(form, {"text": WORDS + " Nobody else did."})
        assert "Added: “Treaty”" in added.text
        await correct(opened, added.message)
        upload = Upload("b.txt", b"Vladimir Putin met Kim Jong Un in Pyongyang.", "text/plain")
        assert "Added" in (await opened.admin.slash("/document add", {"file": upload})).text
        written = opened.member.write("Vladimir Putin met Kim Jong Un in Pyongyang again today.")
        assert "Added" in (await opened.admin.message_menu("Add to archive", written)).text
        feeds = to_opml([("Desk News", "http://127.0.0.1/feed")])  # which nobody connects to
        opml = Upload("feeds.opml", feeds, "text/xml")
        assert "1 feed is new" in (await opened.admin.slash("/feed import", {"file": opml})).text
        await read_about(opened)
        await catch_up(opened)
        await follow_the_days(opened)
        await look_after_the_desk(opened)
        await look_back(opened)
        for line in COMMANDS:
            answer = await opened.admin.slash(line)
            assert "our mistake" not in answer.text, line
            if "You lack" in answer.text or "There is no" in answer.text:
                raise AssertionError((line, answer.text))
        for line in AUTOCOMPLETE:
            await opened.admin.autocomplete(line)
        listed = await opened.admin.slash("/document list")
        await press(opened.admin, listed.message, "Next ▶")
        await forget_everything(opened)

        exercised = Exercised()
        exercised.note(opened.loopback.world)

        assert not exercised.never_used()
