"""Coverage drawn with Matplotlib's Agg: the same numbers and labels give the same bytes.

Only the font that comes with Matplotlib is used, so that no machine draws another picture, and a
label with a letter that it lacks (Hangul, say) gives way to its plain form: no empty boxes. The
picture brings its own dark ground, so it reads alike beside dark and light messages.
"""

from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font

from briefings.export.charts import Legend, Wording
from briefings.export.coverage import Coverage

GROUND, INK, FAINT = "#1f232b", "#f2f4f8", "#aab2c0"
WIDTH, ROW, HEAD, FOOT = 8.0, 0.95, 0.5, 0.4  # inches
DOTS = 100  # an inch
TICKS_APART = 3  # weeks
_FONT = Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"


def draw(coverage: Coverage, legend: Legend) -> bytes:
    """A PNG with a row of bars for each edge, all on one scale."""
    height = HEAD + ROW * len(coverage.edges) + FOOT
    figure = Figure(figsize=(WIDTH, height), dpi=DOTS, facecolor=GROUND)
    FigureCanvasAgg(figure)
    figure.text(
        0.02,
        1 - 0.3 / height,
        shown(legend.title),
        color=INK,
        fontproperties=_font(11),
        va="center",
    )
    most = max((max(counts) for _, counts in coverage.edges), default=0)
    for row, (edge, counts) in enumerate(coverage.edges):
        bottom = (FOOT + ROW * (len(coverage.edges) - 1 - row)) / height
        axes = figure.add_axes((0.19, bottom, 0.775, ROW * 0.8 / height))
        name, colour = legend.edges[edge]
        _bars(axes, counts, colour=f"#{colour:06x}", most=most)
        _left(axes, shown(name))
        _weeks(axes, coverage.weeks, last=row == len(coverage.edges) - 1)
    picture = BytesIO()
    figure.savefig(picture, format="png", facecolor=GROUND, metadata={"Software": None})
    return picture.getvalue()


def shown(label: Wording) -> str:
    """The label, or its plain form where the font cannot write it."""
    return label.words if all(map(_writes, label.words)) else label.plain


def _bars(axes: Axes, counts: tuple[int, ...], *, colour: str, most: int) -> None:
    axes.bar(range(len(counts)), counts, width=0.72, color=colour)
    for week, number in enumerate(counts):
        text = f"{number:,}" if number else "·"
        axes.annotate(
            text,
            (week, number),
            xytext=(0, 2),
            textcoords="offset points",
            ha="center",
            color=INK if number else FAINT,
            fontproperties=_font(8),
        )
    axes.set_ylim(0, max(most, 1) * 1.35)
    axes.set_xlim(-0.6, len(counts) - 0.4)
    axes.set_facecolor(GROUND)


def _left(axes: Axes, name: str) -> None:
    axes.set_yticks([])
    axes.text(
        -0.02,
        0.3,
        name,
        transform=axes.transAxes,
        ha="right",
        color=INK,
        fontproperties=_font(9),
    )
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(FAINT)


def _weeks(axes: Axes, weeks: tuple[date, ...], *, last: bool) -> None:
    """Every third week by its last day, the newest one among them, below the last row alone."""
    places = range(len(weeks) - 1, -1, -TICKS_APART) if last else range(0)
    axes.set_xticks(list(places))
    axes.set_xticklabels(
        [f"{weeks[place]:%Y-%m-%d}" for place in places], color=FAINT, fontproperties=_font(8)
    )
    axes.tick_params(axis="x", length=0)


def _font(points: int) -> FontProperties:
    return FontProperties(fname=str(_FONT), size=points)


@cache
def _face() -> FT2Font:
    return FT2Font(str(_FONT))


def _writes(letter: str) -> bool:
    return _face().get_char_index(ord(letter)) != 0
