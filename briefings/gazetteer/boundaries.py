"""Where a name may begin and end: word edges for Latin and Cyrillic, particles after Hangul."""

import re
import unicodedata

LONGEST_TAIL = 16
"""Hangul syllables after a name that are looked at."""

_PARTICLES = (
    "은|는|이|가|을|를|의|에|에서|에게|에게서|에는|에도|에서는|에서도|에서의|에의|와|과|와의|"
    "과의|와는|과는|도"
    "|로|로서|로부터|로의|로도|로는|으로|으로부터|으로의|으로서|만|만의|만이|까지|부터|처럼|"
    "보다|마저|조차|이나|나"
    "|이며|며|이라|라|이라는|라는|이라고|라고|이고|이자|자|하고|한테|께서|께|밖에|든|뿐|뿐만|"
    "인|이다|다|였다"
    "|이었다|라도|대로|이란|란|측은|들은|씨는|엔|에선|에겐|선"
)
_NOUNS = (
    "들|측|군|산|인|발|제|행|형|판|계|내|간|당국|정부|주민|대사|대사관|대통령|대통령실|위원장|"
    "국무위원장|총비서|장관"
    "|외무상|국방상|외무성|국방성|대변인|정권|정상|지도부|국민|외교|외교부|국방|국방부|외무부|"
    "파병|병력|병사|노동자"
    "|여행|관계|회담|정상회담|협력|조약|밀착|동맹|연합|연합훈련|군사|군사합의|접경|국경|사회|"
    "경제|전문가|무기|핵"
    "|미사일|출신|여사|씨|총리|서기|특사|보좌관|부부장|부부|전쟁|침공|지역|극동|본토|영토|관광|"
    "관광객|공관|교류"
    "|공조|갈등|문제|정책|전략|국경지역|비핵화|대화|채널|양국|삼각|통신|신문|연방|연방정부|조선"
)
_TAIL = re.compile(rf"(?:{_NOUNS}){{0,3}}(?:{_PARTICLES})?(?![가-힣])")
_MOUNTAIN_FREE = re.compile(
    r"\s?(?:무기|포탄|탄약|미사일|석탄|수산물|광물|원유|섬유|의류|제품|화물|로켓|드론|농산물|"
    r"송이|술|맥주|담배|철광석|자주포|방사포)"
)


def is_hangul(letter: str) -> bool:
    return "가" <= letter <= "힣"


def is_han(letter: str) -> bool:
    return "一" <= letter <= "鿿" or "぀" <= letter <= "ヿ"


def fits(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] stands as a name of its own between its neighbours."""
    return _opens(text, start) and _closes(text, start, end)


def _opens(text: str, start: int) -> bool:
    if start == 0:
        return True
    first, before = text[start], text[start - 1]
    if is_hangul(first):
        return not is_hangul(before)
    if is_han(first):
        return True
    if not _is_letter(before):
        return True
    # "PyongyangRussia": scraped pages lose the white space between two blocks
    return before.islower() and first.isupper() and text[start + 1 : start + 4].islower()


def _closes(text: str, start: int, end: int) -> bool:
    if end >= len(text):
        return True
    last, after = text[end - 1], text[end]
    if is_hangul(last):
        return not is_hangul(after) or _has_tail(text, start, end)
    if is_han(last) or not _is_letter(after):
        return True
    return end - start > 4 and last.islower() and after.isupper()


def _has_tail(text: str, start: int, end: int) -> bool:
    tail = text[end : end + LONGEST_TAIL]
    if text[start:end] == "북한" and tail.startswith("산"):
        return bool(_MOUNTAIN_FREE.match(text, end + 1))  # 북한산 is also a mountain
    return _TAIL.match(tail) is not None


def _is_letter(letter: str) -> bool:
    """A letter or digit that would continue a Latin or Cyrillic word."""
    if not letter.isalnum():
        return unicodedata.category(letter) == "Mn" if letter > "\u02ff" else False
    return not is_hangul(letter) and not is_han(letter)
