"""Moods of English sentences, by the first verb of the main clause that tells."""

import re
from functools import cache, lru_cache

from briefings.model import Mood

_QUESTION = re.compile(
    r"\?[\"'”’»)\s]*$|\bquestion (?:is|was|now is|remains|remaining is) (?:whether|how|if|what|"
    r"who|when|why)\b"
    r"|\b(?:remains|remain|is|was) (?:unclear|uncertain|unknown|unresolved|open|to be seen) "
    r"(?:whether|how|if|what|who|when|why|to what)\b"
    r"|\b(?:remains|is yet|are yet|has yet) to be seen\b|\b(?:remains|remain) (?:unclear|"
    r"unknown)\W*$"
    r"|^[Ww]hether .{5,200}\b(?:remains|is (?:still )?(?:unclear|uncertain|an open question))\b"
)
# One of these stands in whatever the pattern above finds.
_ASKING = ("?", "question", "un", "open", "be seen", "hether")
_SUBORDINATE = re.compile(
    r"(?:while|although|though|if|as|since|when|whenever|after|before|given|despite|because|once|"
    r"unless|"
    r"until|amid|following|with|due to|in light of|in addition to|should)\b[^,]{8,240},\s+",
    re.IGNORECASE,
)
_EXPECTERS = re.compile(
    r"\b(?:analysts?|experts?|observers|economists?|forecasters|pundits|watchers|scholars|"
    r"researchers)\b"
    r".{0,80}\b(?:said|told|warned|predicted|argued|suggested|noted|believed)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:may|might|could|would|will|shall|likely|unlikely|probably|possibly|potentially|perhaps|"
    r"presumably|(?:is|are|was|were) (?:widely )?(?:expected|poised|bound|liable|anticipated|"
    r"forecast) to|expects?|predicts?|anticipates?|forecasts|foresees?|won['’]t|['’]ll|going to|"
    r"increased likelihood)\b"
)
_PLAN = re.compile(
    r"\b(?:will|shall|is to|are to|(?:is|are) (?:due|set|scheduled|slated) to|(?:is|are) going to|"
    r"plans? to|intends? to)\s+(?:also |jointly |again )?"
    r"(?:be (?:held|signed|launched|opened|hosted|released|sworn|deployed|inaugurated|unveiled)|"
    r"hold|visit|meet|make (?:a|his|her|its|their|an)|travel|attend|sign|launch|host|send|deploy|"
    r"begin|start|"
    r"take place|resume|convene|deliver|conduct|open|arrive|depart|pay|fly|address|discuss|join|"
    r"receive|welcome|release|submit|vote|face|testify|leave|return|go|kick off|run|speak|stage|"
    r"participate|"
    r"announce|unveil|test|fire|inaugurate|tour|stop|stay|last|end|come into force|take effect|"
    r"supply|provide)\b"
)
_WHEN = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\b(?:tomorrow|today|tonight)\b|\bnext (?:week|"
    r"month|year)\b"
    r"|\b(?:later|early|earlier) (?:this|next) (?:week|month|year)\b|\bthis (?:week|month|"
    r"weekend|autumn|fall|"
    r"summer|winter|spring)\b|\b(?:January|February|March|April|May|June|July|August|September|"
    r"October|"
    r"November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)|\b(?:on|from|until) the \d|"
    r"\bin 20\d\d\b"
)
_PASTS = """
said told announced declared stated warned vowed pledged accused condemned denounced criticised
criticized urged demanded rejected denied confirmed reported revealed disclosed claimed
acknowledged admitted praised welcomed thanked expressed described hinted invited signed ratified
approved adopted passed launched fired tested conducted held hosted met visited arrived departed
travelled traveled flew went came returned left attended toured inspected sent dispatched
delivered shipped supplied provided deployed withdrew invaded attacked struck killed wounded
injured arrested detained sentenced jailed charged indicted released freed expelled recalled
summoned suspended resumed ended began started opened closed shut cut blocked vetoed abstained
voted elected appointed named replaced dismissed sacked resigned died imposed lifted sanctioned
blacklisted banned joined quit agreed reached exchanged discussed negotiated called spoke wrote
published posted issued made took gave received got won lost beat defeated scored rose fell
dropped jumped climbed surged declined grew shrank raised lowered doubled detected intercepted
seized captured destroyed shot crossed entered landed crashed collapsed broke built unveiled
showed displayed paraded established created founded formed dissolved abolished scrapped removed
restored severed normalised normalized recognised recognized upgraded bought sold paid spent found
became used shook saw put walked waited led followed decided ordered instructed refused offered
asked accepted honoured honored awarded celebrated marked commemorated observed staged carried
sank hit reiterated stressed emphasised emphasized underlined noted added insisted argued
explained softened concluded completed postponed cancelled canceled delayed abandoned backed
supported opposed protested threatened retaliated responded reacted apologised apologized resorted
set ran fought sought tried failed succeeded managed helped forced allowed included let kept
brought moved turned threw coincided lobbed floated
"""
_NO_VERB_AFTER = frozenset(("to", "be", "a", "an", "the", "of"))
_WORD = re.compile(r"[A-Za-z’']+")
_COMPOUND_PAST = re.compile(
    r"\b(?:has|have|had|was|were)(?: not| also| since| already| recently| now| just)? (?!been|"
    r"expected|likely|poised)"
    r"(?:been )?\w{2,40}(?<=ed|wn|en|pt|ut)\b"
    r"|\b(?:has|have|had|was|were) \w{1,20}(?:ought|ung|ilt|ade|old|eld|ent|one)\b"
    r"|\b(?:increased|decreased|reduced|expanded|strengthened) (?:its|his|her|their|the|a|an|to|"
    r"by|from|in)\b|\b(?:agrees|announces|says|plans|vows) to\b"
)
_ASIDE = re.compile(r",\s+(?:which|who|whose|where|a \w+ (?:that|which|whose))\b|;\s")


@lru_cache(maxsize=256)  # the kind of a text is told by sentences that are looked at again
def english_mood(text: str) -> Mood:
    if any(hint in text for hint in _ASKING) and _QUESTION.search(text):
        return Mood.QUESTION
    opening = _SUBORDINATE.match(text)
    main = text[opening.end() :] if opening else text
    if _planned(main) or (opening and _planned(text)):
        return Mood.EVENT
    aside = _ASIDE.search(main, 40)
    kernel = main[: aside.start()] if aside else main
    hedge, event = _HEDGE.search(kernel), _first_event(kernel)
    if aside and hedge is None and event is None:
        kernel = main
        hedge, event = _HEDGE.search(kernel), _first_event(kernel)
    if hedge and (event is None or hedge.start() < event or _EXPECTERS.search(kernel)):
        return Mood.FORECAST
    return Mood.STATE if event is None else Mood.EVENT


def _planned(text: str) -> bool:
    """An act that somebody has set down for a day, before any "may" or "likely"."""
    plan = _PLAN.search(text)
    if plan is None or not _WHEN.search(text):
        return False
    hedge = _HEDGE.search(text)
    return hedge is None or hedge.start() >= plan.start()


@cache
def _pasts() -> frozenset[str]:
    return frozenset(_PASTS.split())


def _first_event(text: str) -> int | None:
    """Where the text first reports an act."""
    compound = _COMPOUND_PAST.search(text)
    end = compound.start() if compound else len(text)
    pasts, before = _pasts(), ""
    for match in _WORD.finditer(text, 0, end):
        word = match.group()
        if word in pasts and before.lower() not in _NO_VERB_AFTER:
            hyphened = text[match.start() - 1 : match.start()] == "-"
            if not hyphened and not text.startswith(" by ", match.end()):
                return match.start()
        before = word
    return compound.start() if compound else None
