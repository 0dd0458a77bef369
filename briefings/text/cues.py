"""Verbs and phrases that say that somebody said something, with their English inflections."""

from typing import NamedTuple

from briefings.text.wordlists import words


class Cue(NamedTuple):
    """A form of a cue verb. tense: "past", "third" (says), "base" or "gerund"."""

    lemma: str
    tense: str


_IRREGULAR = {
    "say": ("said", "says", "saying"),
    "tell": ("told", "tells", "telling"),
    "write": ("wrote", "writes", "writing"),
    "speak": ("spoke", "speaks", "speaking"),
    "think": ("thought", "thinks", "thinking"),
    "read": ("read", "reads", "reading"),
    "swear": ("swore", "swears", "swearing"),
    "sing": ("sang", "sings", "singing"),
    "begin": ("began", "begins", "beginning"),
    "retweet": ("retweeted", "retweets", "retweeting"),
    "forecast": ("forecast", "forecasts", "forecasting"),
    "plead": ("pleaded", "pleads", "pleading"),
    "decry": ("decried", "decries", "decrying"),
    "deny": ("denied", "denies", "denying"),
    "reply": ("replied", "replies", "replying"),
    "imply": ("implied", "implies", "implying"),
    "cry": ("cried", "cries", "crying"),
    "testify": ("testified", "testifies", "testifying"),
    "clarify": ("clarified", "clarifies", "clarifying"),
    "specify": ("specified", "specifies", "specifying"),
    "notify": ("notified", "notifies", "notifying"),
    "prophesy": ("prophesied", "prophesies", "prophesying"),
    "quip": ("quipped", "quips", "quipping"),
    "brag": ("bragged", "brags", "bragging"),
    "dub": ("dubbed", "dubs", "dubbing"),
    "beg": ("begged", "begs", "begging"),
    "blog": ("blogged", "blogs", "blogging"),
    "slam": ("slammed", "slams", "slamming"),
    "admit": ("admitted", "admits", "admitting"),
    "refer": ("referred", "refers", "referring"),
    "label": ("labeled", "labels", "labeling"),
    "signal": ("signaled", "signals", "signaling"),
    "foretell": ("foretold", "foretells", "foretelling"),
    "retell": ("retold", "retells", "retelling"),
}
# Strong: the words beside them are somebody's words.
_STRONG = words(
    "say tell write add state announce declare warn reply respond answer retort insist argue "
    "explain note stress emphasize emphasise reiterate repeat claim vow pledge promise remark "
    "comment conclude continue recall tweet post caution assert affirm maintain contend allege "
    "testify acknowledge admit concede confirm deny quip joke counter predict urge ask demand "
    "proclaim observe recount shout exclaim "
    "reveal boast complain lament threaten report"
)
# Weak: they also describe deeds, so their words are shown inside the sentence.
_WEAK = words(
    "call describe hint express suggest accuse blame criticize criticise condemn denounce slam "
    "blast lambast lambaste rebuke decry hail praise laud welcome thank mock brag regret cry yell "
    "whisper mutter mumble chant sing assure inform notify advise swear opine posit reason chide "
    "scold scoff plead beg appeal agree disagree object protest apologize apologise elaborate "
    "clarify specify underline underscore highlight indicate imply dismiss reject label brand dub "
    "term deem liken portray characterize characterise refer speak pronounce profess remind "
    "stipulate read mention forecast estimate propose recommend disclose wonder muse gush fume "
    "ruminate rail bemoan assail ridicule deride deplore castigate berate lecture implore exhort "
    "instruct order reassure interject interrupt chime volunteer narrate signal pontificate "
    "intone enthuse crow snap sneer sniff growl bark bellow thunder roar chuckle laugh sigh smile "
    "shrug nod concur surmise speculate theorize hypothesize believe think feel blog retweet "
    "paraphrase echo attest vent rant summarize summarise joke tease taunt gloat jest foretell "
    "admonish reprimand upbraid decree begin crack coo insinuate retell snarl croak rasp grumble "
    "huff bristle deadpan drawl venture sob inveigh blurt hiss scream holler howl groan wail "
    "marvel grouse gripe demur parry stammer counsel preach rejoin email pounce worry fret"
)
_DOUBLED = frozenset({"nod", "shrug", "snap", "sob"})
# Forms that are usually nouns: they need a subject right beside them.
NOUN_LIKE = words(
    "report reports claim claims state states note notes order orders demand demands comment "
    "comments call calls post posts remark remarks answer answers question questions promise "
    "promises threat signal signals estimate estimates forecast forecasts charge charges hope "
    "hopes fear fears brand brands label labels term terms text texts message messages read reads "
    "joke jokes praise blame mock cry cries lament laments "
    "rebuke rebukes reply replies response quote quotes vow vows pledge pledges "
    "protest protests object objects appeal appeals orders reason reasons counter counters "
    "hint hints mention mentions tweet tweets laugh smile sigh snap bark lecture "
    "regret regrets welcome thought thoughts wonder wonders caution blast blasts slam echo "
    "rant chant chants conclude relate"
)

_HARD_G = frozenset("aeiou")


def _inflect(lemma: str) -> tuple[str, str, str]:
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma in _DOUBLED:
        return lemma + lemma[-1] + "ed", lemma + "s", lemma + lemma[-1] + "ing"
    if lemma.endswith("e"):
        return lemma + "d", lemma + "s", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in _HARD_G:
        return lemma[:-1] + "ied", lemma[:-1] + "ies", lemma + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return lemma + "ed", third, lemma + "ing"


def _forms(lemmas: frozenset[str]) -> dict[str, Cue]:
    forms: dict[str, Cue] = {}
    for lemma in lemmas:
        past, third, gerund = _inflect(lemma)
        for form, tense in ((lemma, "base"), (third, "third"), (gerund, "gerund"), (past, "past")):
            forms[form] = Cue(lemma, tense)
    return forms


STRONG = _STRONG
# They tell of words only if the words follow at once; elsewhere they are ordinary verbs.
LOOSE = words(
    "feel think believe read laugh smile sigh nod shrug chuckle snap refer speak "
    "signal order reject dismiss compare liken welcome thank sing whisper bark roar thunder offer "
    "begin continue worry fret email sniff growl crow vent echo tease reason appeal object"
)
FORMS = (
    _forms(_WEAK)
    | _forms(_STRONG)
    | {
        "labelled": Cue("label", "past"),
    }
)
ATTRIBUTING = frozenset(
    form for form, cue in FORMS.items() if cue.tense in ("past", "third") and cue.lemma in STRONG
)
# "described X as “…”", "called X “…”": what follows is an opinion about X in the speaker's words.
NAMING = words(
    "call describe label brand dub term deem liken portray characterize characterise refer dismiss "
    "denounce condemn hail praise decry criticize criticise slam blast mock deride"
)
WRITING = words("write tweet post blog retweet read caption message text")
QUOTING = frozenset({"quoted", "cited", "quotes", "cites", "quoting", "citing"})
# Nouns that make what stands in them written.
WRITTEN_NOUNS = words(
    "statement letter article contribution op-ed commentary editorial message post tweet posting "
    "essay column book memoir email e-mail memo note report release communique communiqué "
    "dispatch telegram cable filing affidavit tweets tweet posts platform twitter facebook "
    "instagram telegram weibo x social blog brief paper text document papers newspaper "
    "bulletin readout"
)
TREATY_NOUNS = words(
    "treaty agreement pact constitution charter declaration resolution accord convention protocol "
    "memorandum law act statute armistice communique communiqué clause article"
)
