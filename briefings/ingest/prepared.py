"""Reading, ready to run where no file can be opened any more: importing this module has read once
in each language, so that every table, model and codec is in memory."""

from datetime import date

from briefings.ingest.reader import Hints
from briefings.ingest.reading import read

_ENGLISH = """Ties warm

Vladimir Putin met Kim Jong Un on June 19, 2024. “We will help,” he said. The ministry said that it
had taken note of the visit.
"""
_KOREAN = """북러 회담

블라디미르 푸틴 대통령은 19일 평양에서 김정은 위원장을 만났다. “돕겠다”고 말했다.
"""
_RUSSIAN = """Переговоры

Владимир Путин прибыл в Пхеньян 19 июня. «Мы поможем», — заявил он журналистам.
"""

for _sample in (_ENGLISH, _KOREAN, _RUSSIAN):
    read(_sample.encode(), hints=Hints(published_on=date(2024, 6, 19)))
