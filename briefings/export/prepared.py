"""Imported by the child that draws, before its limits close the file system: one picture is drawn,
so that fonts and whatever else the drawing library looks for late are there."""

from datetime import date

from briefings.export.charts import Legend, Wording
from briefings.export.coverage import Coverage
from briefings.export.drawing import draw
from briefings.model import Edge

_WORD = Wording("2024", "2024")

draw(
    Coverage((date(2024, 6, 20),), ((Edge.DPRK_ROK, (1,)),)),
    Legend(_WORD, {Edge.DPRK_ROK: (_WORD, 0xFFFFFF)}),
)
