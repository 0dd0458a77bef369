"""Words that say nothing about what a question is about."""

_STOP_WORDS = """
    a about after all also an and any are as at be been before between but by can could did do does
    for from had has have he her his how i if in into is it its me more most my no not of on or our
    over say said says she should so some such tell than that the their them then there these they
    this those to under up us was we were
    what when where which while who whom whose why will with would you your
    무엇 어떻게 왜 누가 언제 대해 대한 관한 것 및 등 그 이 저
    а без бы был была были в во вот все где да для до ее ей ему если же за и из или их к как когда
    кто ли мы на не него но о об он она они от по при с со так также то что чем это"""
STOP_WORDS = frozenset(_STOP_WORDS.split()) - {"us", "이"}
