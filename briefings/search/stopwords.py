"""Words that say nothing about what a question is about."""

from collections.abc import Iterable

_STOP_WORDS = """
    a about after all also an and any are as at be been before between but by can could did do does
    for from had has have he her his how i if in into is it its me more most my no not of on or our
    over say said says she should so some such tell than that the their them then there these they
    this those to under up us was we were
    what when where which while who whom whose why will with would you your
    무엇 무엇을 뭐 뭘 뭐라고 무슨 어떤 어느 어떻게 어디 어디서 왜 누가 누구 언제 얼마나 대해 대해서
    대한 대하여 관해 관한 관하여 위한 위해 통한 통해 것 것은 것을 것이 및 등 그 이 저 그리고 한 할
    하는 하나 하나요 하고 했다 했나 했나요 했는가 했는지 했던 한다 된 될 되는 됐나 있는 있다 있나
    있나요 없는 인가 인가요 이다 말 말은 말을 말이 말했다 말했나 말했나요 말한 말하는
    а без бы был была были в во вот все где да для до ее ей ему если же за и из или их к как какая
    какие каком какой какую когда кто ли мы на не него но о об он она они от по почему при с сказал
    сказала сказали сказано сколько со так также то что чем чтобы это этого этом этот говорил
    говорила говорили говорит говорят где зачем"""
STOP_WORDS = frozenset(_STOP_WORDS.split()) - {"us", "이"}


def telling(words: Iterable[str]) -> list[str]:
    """The folded words that are none of these."""
    return [word for word in words if word not in STOP_WORDS]
