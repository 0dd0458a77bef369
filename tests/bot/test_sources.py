"""The sources there are, offered in Discord while one is typed."""

from briefings.storage.articles import store_article
from tests.bot.desk import desk, text_of_choices
from tests.storage.examples import NOW, new

COGS = ("bot.cogs.documents", "bot.cogs.feeds")


async def test_a_source_is_offered_misspelt_and_another_may_be_typed(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        store_article(opened.database, new("Treaty", source="The Moscow Times"), now=NOW)
        for line in ("/document add source:mosocw", "/feed add source:moscow ti"):
            offered = await opened.admin.autocomplete(line)
            assert text_of_choices(offered) == ["The Moscow Times"]
            assert [choice["value"] for choice in offered.choices] == ["The Moscow Times"]
        assert not (await opened.admin.autocomplete("/document add source:xqzz")).choices


async def test_a_source_is_no_longer_than_a_line_has_room_for(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        for name in ("document", "feed"):
            command = opened.bot.tree.get_command(name)
            assert command is not None
            (add,) = [o for o in command.to_dict(opened.bot.tree)["options"] if o["name"] == "add"]
            (source,) = [option for option in add["options"] if option["name"] == "source"]
            assert (source["min_length"], source["max_length"]) == (1, 80)
