"""/source, /desk role and /desk audit on a Discord of its own."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.render.coverage import coverage_card
from briefings.model import Heard, Kind
from briefings.storage.rights import rules_of
from tests.bot.desk import Desk, desk
from tests.bot.made import NOW, WORDS, article, edition, stored

COGS = (
    "bot.cogs.desk",
    "bot.cogs.sources",
    "bot.cogs.articles",
    "bot.cogs.ask",
    "bot.cogs.documents",
)


def rights(opened: Desk, *roles: int) -> frozenset[str]:
    return rules_of(opened.database, opened.loopback.desk.id).rights(
        user_id=1,
        role_ids=roles,
        is_manager=False,
    )


async def test_a_source_is_graded_shown_listed_and_the_grade_taken_back(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        source = stored_source(opened)
        plain = await opened.admin.slash("/article title:treaty")
        assert "state media" not in plain.text
        offered = await opened.admin.autocomplete(f"/source grade source:{source[:3]}")
        assert [choice["value"] for choice in offered.choices] == [source]

        graded = await opened.admin.slash(
            "/source grade",
            {"source": source, "reliability": "B", "credibility": 2, "state_media": True},
        )

        said = "state media · B2: usually reliable, probably true"
        assert said in graded.text
        for line in ("/article title:treaty", "/ask question:Ushakov treaty", "/source list"):
            assert said in (await opened.admin.slash(line)).text, line
        undone = await opened.admin.click(graded.message, "Undo")
        assert "Undone: **source graded**" in undone.text
        assert said not in (await opened.admin.slash("/source list")).text
        twice = await opened.admin.click(graded.message, "Undo")
        assert "Something has changed since" in twice.text


async def test_a_source_nobody_has_and_a_grading_of_nothing_are_refused(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        source = stored_source(opened)

        nobody = await opened.admin.slash("/source grade", {"source": "Nobody", "reliability": "A"})
        nothing = await opened.admin.slash("/source grade", {"source": source})

        assert "“Nobody” is not usable as a source" in nobody.text
        assert "at least one of reliability" in nothing.text


@pytest.mark.parametrize(
    ("locale", "said"),
    [("ko", "국영 매체 · B: 대체로 신뢰"), ("ru", "государственное СМИ · B: обычно надёжен")],
)
async def test_grades_are_told_in_the_readers_language(
    new_sqlite: str, locale: str, said: str
) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        source = stored_source(opened)
        opened.admin.user.locale = locale

        options = {"source": source, "reliability": "B", "state_media": True}

        assert said in (await opened.admin.slash("/source grade", options)).text


async def test_desk_roles_give_their_rights_and_are_taken_back(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        role = next(
            role for role in opened.loopback.desk.roles.values() if role.name == "Desk admins"
        )
        before = rights(opened, role.id)
        given = await opened.admin.slash("/desk role give", {"role": role, "bundle": "editor"})
        assert f"<@&{role.id}> is now: **editor**" in given.text
        assert rights(opened, role.id) == {"read", "post", "documents", "briefings"}
        assert rights(opened) == before == {"read"}
        listed = await opened.admin.slash("/desk role list")
        assert f"**editor**: <@&{role.id}>" in listed.text

        same = await opened.admin.slash("/desk role give", {"role": role, "bundle": "editor"})
        assert "our mistake" not in same.text
        taken = await opened.admin.slash("/desk role take", {"role": role})
        assert rights(opened, role.id) == before
        await opened.admin.click(taken.message, "Undo")
        assert "briefings" in rights(opened, role.id)


async def test_once_there_are_readers_nobody_else_reads(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        role = next(iter(opened.loopback.desk.roles.values()))
        given = await opened.admin.slash("/desk role give", {"role": role, "bundle": "reader"})

        assert "Reading is kept" in given.text
        assert rights(opened, role.id) == {"read"}
        assert rights(opened) == frozenset()


async def test_the_audit_log_tells_who_did_what_and_takes_it_back(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        assert "Nothing has been changed" in (await opened.admin.slash("/desk audit")).text
        for number in range(9):
            right = ("post", "documents")[number % 2]
            deed = ("grant", "revoke")[number // 2 % 2]
            await opened.admin.slash(
                f"/desk rights {deed}", {"right": right, "who": opened.member.user}
            )

        page = await opened.admin.slash("/desk audit")

        assert f"**right given** · <@{opened.admin.user.id}>" in page.text
        assert "the chain of their hashes holds" in page.text
        older = await opened.admin.click(page.message, "Next ▶")
        assert f"<@{opened.member.user.id}> right: post" in older.text
        assert "post" in rights_of_member(opened)
        fresh = await opened.admin.slash("/desk audit")
        await opened.admin.click(fresh.message, "Undo")
        assert "post" not in rights_of_member(opened)


async def test_only_the_desk_reads_the_log_and_takes_rights_back(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=COGS) as opened:
        options = {"right": "documents", "who": opened.member.user}
        await opened.admin.slash("/desk rights grant", options)
        application = opened.loopback.world.application
        application.allowed[opened.loopback.desk.id, "desk"] = {opened.member.user.id: True}

        assert "You lack the right" in (await opened.member.slash("/desk audit")).text
        log = await opened.admin.slash("/desk audit")
        button = log.message.components[1]["accessory"]
        own = stored_source(opened)
        graded = await opened.member.slash("/source grade", {"source": own, "reliability": "C"})
        assert "fairly reliable" in graded.text
        row = next(each for each in graded.message.components if each["type"] == 1)
        row["components"][0]["custom_id"] = button["custom_id"]
        refused = await opened.member.click(graded.message, "Undo")
        assert "You lack the right" in refused.text
        assert "documents" in rights_of_member(opened)


def rights_of_member(opened: Desk) -> frozenset[str]:
    return rules_of(opened.database, opened.loopback.desk.id).rights(
        user_id=opened.member.user.id,
        role_ids=(),
        is_manager=False,
    )


def stored_source(opened: Desk) -> str:
    stored(opened.database, WORDS)
    return article().source


def test_the_coverage_of_an_edition_names_state_media_and_counts_publishers_once() -> None:
    made = edition({})
    heard = Heard(1, "A treaty", "TASS", Kind.NEWS, None, None, frozenset())
    both = tuple(replace(heard, source=name) for name in ("RIA Novosti", "Sputnik"))
    told = replace(made, heard=both, publishers=1, state_media=("RIA Novosti", "Sputnik"))

    words = "\n".join(line.text for line in coverage_card(told, "en").lines)

    assert "1 independent publisher heard" in words
    assert "State media among them: RIA Novosti, Sputnik" in words


async def test_a_composed_edition_knows_what_its_guild_thinks_of_sources(new_sqlite: str) -> None:
    async with desk(new_sqlite, cogs=(*COGS, "bot.cogs.briefings")) as opened:
        source = stored_source(opened)
        opened.loopback.world.clock.set(NOW + timedelta(hours=1))
        await opened.admin.slash("/briefing subscribe channel:#briefings edges:dprk-russia")
        before = await opened.admin.slash("/briefing preview")
        await opened.admin.slash("/source grade", {"source": source, "state_media": True})

        after = await opened.admin.slash("/briefing preview")

        assert "State media among them" not in before.text
        assert f"State media among them: {source}" in after.text
