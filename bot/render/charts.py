"""What the chart of an edition says, in its picture and in words."""

from bot.languages import FALLBACK, say, say_day
from bot.render.clean import clean_line
from briefings.export.charts import Legend, Wording
from briefings.export.coverage import Coverage
from briefings.model import Edge

LONGEST_DESCRIPTION = 1024
COLOURS = {Edge.DPRK_RUSSIA: 0xE0706F, Edge.RUSSIA_ROK: 0x6F9BE0, Edge.DPRK_ROK: 0x6FBF86}


def legend_of(coverage: Coverage, locale: str) -> Legend:
    return Legend(
        title=Wording(_title(coverage, locale), _title(coverage, FALLBACK)),
        edges={
            edge: (Wording(_name(edge, locale), _name(edge, FALLBACK)), COLOURS[edge])
            for edge, _ in coverage.edges
        },
    )


def chart_description(coverage: Coverage, locale: str) -> str:
    """All numbers of the chart, for who does not see it."""
    rows = (
        say(
            "chart.row",
            locale,
            edge=_name(edge, locale),
            numbers=", ".join(f"{number}" for number in counts),
        )
        for edge, counts in coverage.edges
    )
    words = say("chart.description", locale, title=_title(coverage, locale), rows="; ".join(rows))
    return clean_line(words, LONGEST_DESCRIPTION)


def _title(coverage: Coverage, locale: str) -> str:
    return say(
        "chart.title",
        locale,
        weeks=len(coverage.weeks),
        day=say_day(coverage.weeks[-1], locale),
    )


def _name(edge: Edge, locale: str) -> str:
    return say(f"section.{edge}", locale)
