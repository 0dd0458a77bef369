"""What makes a sentence fit or unfit for a summary, one sentence at a time."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from briefings.text.stemming import stem

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_STOP_WORDS = """
a an the and or but nor if of in on at by to for from with without into onto over under
    about after
    before between against during through as than that this these those it its he him his she her
    they
    them their we us our you your i me my who whom whose which what when where why how is are was
    were be
    been being am has have had having do does did done will would shall should can could may might
    must
    not no so too very also just only more most much many some any all both each other such own same
    there here then now said says say told new one two three up down out off again s t
    и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне
    было
    вот от меня еще нет о из ему при это этот эта эти для до их или были была был быть также который
    которая которые после под над между того том
    있다 있는 했다 한다 하는 하고 것 것이다 것으로 수 이 그 저 등 및 또 또한 더 대한 대해 위해
    통해 따르면
    말했다 밝혔다 전했다 이날 지난 오는 했다고 있다고
"""
_OPENERS = re.compile(
    r"[\"'“‘«(\[]*(?:(?:this|that|these|those|such|it|they|them|he|she|him|his|her|their|its|"
    r"here|there it|"
    r"however|thus|hence|henceforth|therefore|moreover|furthermore|further|additionally|also|"
    r"likewise|similarly|"
    r"nevertheless|nonetheless|instead|otherwise|meanwhile|conversely|consequently|accordingly|"
    r"indeed|still|yet|but|and|"
    r"or|so|then|second|secondly|third|thirdly|fourth|fourthly|first|firstly|finally|lastly|"
    r"besides|again|too|both|neither|another|others|the latter|the former|the same|one such|"
    r"in return|in turn|in response|in addition|in contrast|in particular|in other words|in "
    r"short|in a nutshell|in sum|"
    r"in fact|in that|in this|in such|in light of (?:this|that|these|such)|in view of (?:this|"
    r"that|these)|"
    r"as such|as a result|as a consequence|as for|at the same time|at this|at that|on the other "
    r"hand|on the contrary|"
    r"on top of|on that|on this|on the same day|by contrast|by doing so|because of (?:this|that)|"
    r"due to (?:this|that)|"
    r"despite (?:this|that|these|it)|despite his|given (?:this|that|these)|for (?:this|that|"
    r"these|example|instance)|"
    r"since then|after that|after this|until then|from then|to this end|to that end|with this|"
    r"with that|with these|"
    r"under (?:this|these|that)|of these|of those|among (?:them|these|those)|amid (?:this|these)|"
    r"among other|"
    r"the (?:two|three|four|five|six) (?:sides|countries|nations|leaders|states|men|women|"
    r"ministers|presidents|companies|others)|"
    r"the move|the terms|the statement|the remarks|the comments|that is|"
    r"the decision|two times|all this|all of (?:this|these|them)|some of (?:these|them)|most of "
    r"(?:these|them)|many of (?:these|them))\b"
    r"|(?:이|그|저)(?:는|들은|에|것은|런|러한|같은|와|를|로|후|래서|러나|리고|런데|러면서| )|"
    r"이날 |이어 |또 |또한|한편|하지만|그러나|따라서|"
    r"그는|그녀는|두 (?:정상|나라|사람|장관|외교장관)[은이의]|양국[은이의 ]|양측[은이의 ]|"
    r"앞서 |반면|다만|아울러|특히 |결국|즉 |게다가|더욱이|이에|이를|이같|이처럼|이번 "
    r"|그럼에도|왜냐하면|"
    r"(?:он|она|оно|они|его|её|ее|их|это|этот|эта|эти|этого|этой|этому|этим|такой|такая|такие|"
    r"такое|тот|та|те|однако|"
    r"поэтому|таким образом|кроме того|более того|при этом|также|тем не менее|впрочем|но|и|а|"
    r"зато|следовательно|"
    r"во-первых|во-вторых|в-третьих|в частности|например|затем|тогда|потом|после этого|с тех пор|"
    r"в ответ|в свою очередь|"
    r"между тем|тем временем|к тому же|наконец|итак|причем|причём|в то же время|по его|по её|по "
    r"ее|по их)\b)",
    re.IGNORECASE,
)
# Openers that point back only without a noun: "That country's" does, "First Lady" does not.
_NOT_LEANING = re.compile(
    r"first (?:lady|deputy|vice|secretary|quarter|half|minister|world|responders)|"
    r"(?:first|second|third|fourth|then|such|so|still|further|here|both|it)-|"
    r"second (?:world war|lady|quarter|half|\w+ (?:division|army|corps|fleet))|"
    r"third (?:quarter|world)|further (?:talks|rounds?|sanctions|north|south|east|west)|"
    r"it['’]?s? (?:is |was )?(?:time|been|clear that)|here is|so far\b|"
    r"instead of (?!this|that|these|it\b)|"
    r"(?:in (?:response|addition|contrast|return|light|view)|on top|as a (?:result|consequence))"
    r" (?:to|of|for) (?!this|that|these|those|such|it\b|them|his|her|their)|"
    r"both (?:koreas|seoul|moscow|pyongyang|north|south|russia|kim|putin|the \w+ and)|"
    r"neither (?:koreas?|seoul|moscow|pyongyang)|another (?:\w+ )?(?:north|south|russian|korean)|"
    r"(?:this|later this|earlier this) (?:week|month|year|summer|autumn|fall|spring|winter)\b|"
    r"이번 주|이번 달|이 (?:대통령|총리|장관|대표|의원|위원장|총장|사령관|차관|실장|후보|회장)|"
    r"그리스|이란 |이라크|이스라엘|이집트|이탈리아|그린란드|저우",
    re.IGNORECASE,
)
# "In 2000, this treaty was replaced": the phrase in front is no antecedent.
_LEANS_LATER = re.compile(
    r"(?:in|on|at|amid|during|by|under|for|from|over|through|"
    r"until)\b[^,A-Z]{0,10}(?:[^,]{0,50}), (?:also )?"
    r"(?:he|she|they|it(?! (?:is|was|will be|has been) \w+ (?:that|to)\b)|this|these|those|his|"
    r"their)\b",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"by\s*[.|:]|published\s*[:.]|updated\s*[:.]|"
    r"posted\s*(?:on|by|:)|last updated|created\s*:|scroll down|click (?:here|to)|watch (?:the )?"
    r"video|read more|read also|see also|also read|related (?:stories|articles|news)|"
    r"follow (?:us|@|\w+ on)|subscribe|sign up|share (?:this|on)|advertisement\W*$|"
    r"sponsored (?:content|links?)|photo(?:graph)?\s*[:.]|image\s*[:.]|credit\s*[:.]|getty images|"
    r"story highlights|editor[’']s note|e-?mail (?:us|me|this)|most (?:viewed|read)|"
    r"copyright (?:©|\(c\)|\d)|©|all rights reserved|please (?:direct|register|log|sign|contact|"
    r"note)|this (?:article|story|post) (?:was|is|has been|first|originally)|additional reporting|"
    r"(?:reporting|edited|editing|written|compiled) by (?:[^,;]{0,50}$|[^;]{3,60}; ?editing)|"
    r"for more (?:information|news|details|coverage|stories|on|from)\b|more on this|"
    r"the (?:opinions|views) expressed (?:in|by|here)|"
    r"contributed to this|for confidential (?:support|help)|to order a copy|"
    r"do you (?:know|have) (?:more|a story)|have your say|what do you think|"
    r"무단 ?전재|저작권자|기사 ?제보|구독 ?(?:하기|신청)|관련 ?기사|▶|☞|читайте также|"
    r"подписывайтесь|фото\s*:|подробнее\W|источник\s*:|"
    r"\d{1,2}[:.]\d{2}\b.{0,30}\b\d{4}\W*$|\w+day,? \d{1,2} \w+ \d{4}\W*$|"
    r"[\W\d_]*$|[^\s@]+@\S+$|https?://\S+$"
)
_BYLINE = re.compile(r"By [A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]+|and|for|in|[|,])){0,7}\s*[.|]?$")
# "Emma Glanfield and Jill Reilly for MailOnline .": names and nothing that could be a verb.
_NAMES_ALONE = re.compile(
    r"(?:[A-Z][\w.’'-]*|and|for|in|of|the|at|[|,&–-])(?: (?:[A-Z][\w.’'-]*|and|for|in|of|the|at|"
    r"[|,&–-])){0,9}\s*[.|]?$"
)
# "МОСКВА, 19 июня — РИА Новости.", "SEOUL, June 19 (Reuters) -": a dateline by itself.
_DATELINE = re.compile(
    r"[A-ZА-ЯЁ][A-ZА-ЯЁ .,'’-]{2,40}[,.]? ?(?:\d{1,2} [а-яё]{3,9}|[A-Z][a-z]{2,8}\.? \d{1,2})"
    r"[ .,]*(?:[(/—–-].{0,32})?$"
)
_FURNITURE_ANYWHERE = (
    "contributed to this report", "contributed to this story", "all rights reserved",
    "not responsible for the content", "무단 전재", "무단전재",
)  # fmt: skip
_QUOTED = re.compile(r"[“\"«「][^”\"»」]{2,}[”\"»」]?|^‘[^’]{20,}|^'[^']{20,}")
_NAME = re.compile(
    r"(?<=[a-z0-9,;:’'”\"\-—] )(?:[A-ZА-ЯЁ][\w’'.-]+(?: (?:of|the|de|al) (?=[A-ZА-ЯЁ]))?[ ]?)+"
)
_NUMBER = re.compile(r"\d[\d,.]*")


class _Signs(NamedTuple):
    """Signs of one thing: single words, and phrases or beginnings of words."""

    words: frozenset[str]
    phrases: tuple[str, ...]

    def found(self, words: frozenset[str], text: str) -> int:
        return len(self.words & words) + sum(map(text.__contains__, self.phrases))


def _signs(words: str, phrases: str) -> _Signs:
    return _Signs(frozenset(words.split()), tuple(phrases.split("|")))


_FIRST_PERSON = _signs(
    "i my me we our us i'm i've i'll i'd we're we've мы нам нас я мне",
    "우리는|우리가|나는 |저는 ",
)
_URGED = _signs(
    "must should need needs должен должна должны необходимо следует нужно",
    "ought to|s time to|there is a need|let us|해야 한다|필요가 있다|되어야 한다",
)
_SOURCED = _signs(
    "said told announced reported estimates estimate invited signed warned suspended described "
    "заявил сообщил",
    "according to|as per |따르면|밝혔|발표|по данным",
)
_CAUSE = _signs(
    "because after following amid leverage чтобы",
    "due to|owing to|in exchange|in response|to replenish|to counter|to prevent|so as to|"
    "in order to|in return for|as a precondition|때문|위해|из-за|в ответ",
)
_VAGUE = _signs(
    "implication implications dynamics various several certain challenge challenges landscape "
    "complex delicate remarkable significance aspect aspects issue issues domain domains "
    "stakeholder stakeholders numerous situation multifaceted perceived paradigm",
    "in general|many years",
)


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(_STOP_WORDS.split())


@lru_cache(maxsize=16_384)
def _root(word: str) -> str:
    """Inflections together, roughly and fast: what counts is that it is the same everywhere."""
    if "가" <= word[0] <= "힣":
        return stem(word)
    word = word.removesuffix("'s").removesuffix("’s")
    return word[:6] if len(word) > 6 else word.removesuffix("s")


def roots(sentence: str) -> tuple[str, ...]:
    """The words that carry meaning, folded and cut to a root, in order."""
    words = _WORD.findall(sentence.lower())
    stop_words = _stop_words()
    return tuple(
        _root(word) for word in words if word not in stop_words and (len(word) > 1 or word > "я")
    )


def count_words(sentence: str) -> int:
    """Roughly: by the gaps between them."""
    return sentence.count(" ") + 1


def stands_alone(sentence: str, language: str = "en") -> bool:
    """Whether the sentence can be read without the one before it: it does not open with a word
    that points back ("this", "however", "second", "in return", 그러나, однако …)."""
    text = sentence.strip()
    if language == "und" or not text:
        return bool(text)
    if _NOT_LEANING.match(text):
        return True
    return _OPENERS.match(text) is None and _LEANS_LATER.match(text) is None


def is_furniture(sentence: str) -> bool:
    """Bylines, stamps, invitations to click: lines that a page adds to its text."""
    if any(line.match(sentence) for line in (_BYLINE, _DATELINE)):
        return True
    if _NAMES_ALONE.match(sentence) and not sentence.isupper():
        return True
    text = sentence.strip().lower()
    if len(text) < 12 or _FURNITURE.match(text):
        return True
    return any(phrase in text for phrase in _FURNITURE_ANYWHERE)


def quoted_share(sentence: str) -> float:
    """How much of the sentence stands in quotation marks, 0…1."""
    return min(1.0, sum(map(len, _QUOTED.findall(sentence))) / max(1, len(sentence)))


def specificity(sentence: str) -> float:
    """How much the sentence says that could be checked, about −1…1: names, numbers, sources and
    causes for it; generalities, appeals and the writer's "we" against."""
    text = sentence.lower().replace("’", "'")
    words = frozenset(_WORD.findall(text))
    score = 0.12 * min(4, len(_NAME.findall(sentence))) + 0.1 * min(
        2, len(_NUMBER.findall(sentence))
    )
    score += 0.2 * (_SOURCED.found(words, text) > 0) + 0.1 * min(2, _CAUSE.found(words, text))
    if _QUOTED.search(text):
        text = _QUOTED.sub(" ", text)
        words = frozenset(_WORD.findall(text))
    score -= 0.15 * min(3, _VAGUE.found(words, text))
    score -= 0.2 * (_FIRST_PERSON.found(words, text) > 0)
    return score - 0.2 * (_URGED.found(words, text) > 0)


def ends_asking(sentence: str) -> bool:
    return sentence.rstrip(" \n\"”’»'").endswith("?")
