"""Whether a Russian name is a man's or a woman's, where its form in the nominative tells."""

from briefings.text.russian_phrases import CLAN
from briefings.text.wordlists import words

HE, SHE = "he", "she"
_WOMEN = words(  # no name whose genitive is a man's: Александра, Валерия, Евгения
    "мария анна елена ольга наталья наталия ирина светлана татьяна екатерина юлия валентина "
    "людмила галина дарья ксения виктория марина оксана полина софья софия вера надежда любовь "
    "лариса алла нина тамара диана анастасия алина кристина жанна инна маргарита раиса эльвира "
    "ангела урсула камала аннелена каролин пенни нэнси хиллари элизабет"
)
_WOMEN_OF_KOREA = words("ё-чжон сон-хи соль-чжу чжу-э кын-хе ген-хва кён-хва гон-хи ми-э хе-ин")
_MEN_OF_KOREA = words("чен-ын чен-ир ир-сен сок-ёль согёль согель чжэ-ин чжэ-мён ён-хо тхэ-ён")
_OF_MEN = ("ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ской", "енко", "ко")
_ENDS_A_MAN = frozenset("бвгджзйклмнпрстфхцчшщ")


def gender_of(name: str) -> str:
    """HE, SHE or "" where it may be either: in "Дмитрия Пескова" nothing tells for certain."""
    parts = name.lower().replace("-", " ").split()
    if len(parts) < 2:
        return ""
    if parts[0] in _WOMEN:
        return SHE
    if CLAN.match(name.split(maxsplit=1)[0]):
        given = "-".join(parts[1:])
        return SHE if given in _WOMEN_OF_KOREA else HE if given in _MEN_OF_KOREA else ""
    nominative = parts[0][-1] in _ENDS_A_MAN and parts[-1].endswith(_OF_MEN)
    return HE if nominative else ""
