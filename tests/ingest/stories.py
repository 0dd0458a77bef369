"""Made-up articles whose every word is known, for pages modelled on real sites."""

import random
from dataclasses import dataclass

WHO = ["The foreign ministry", "A senior official", "The North’s state news agency",
       "The prime minister", "Two diplomats in Beijing", "The U.N. secretary-general",
       "An opposition lawmaker", "The defence minister", "Analysts in Seoul", "The Kremlin",
       "Mr. Lavrov", "The delegation", "The president",
       "South Korea’s intelligence service"]  # fmt: skip
DID = ["said", "confirmed", "denied", "announced", "told reporters", "wrote in a statement",
       "repeated", "suggested", "warned", "insisted", "acknowledged", "reported"]  # fmt: skip
WHAT = ["that the two countries had agreed to widen trade in coal and grain",
        "that talks about the bridge over the river would go on in autumn",
        "that no troops had been sent across the border since January",
        "that the missile flew about 600 kilometres before it fell into the sea",
        "that the treaty would be read by parliament in two weeks",
        "that a train with 40 carriages had left the port on Tuesday",
        "that workers would return to the factories by the end of the year",
        "that the sanctions had hardly changed the price of rice",
        "that the embassy would open again once the flights were safe",
        "that both sides wanted a direct line between their armies",
        "that the satellite had reached its orbit and sent its first pictures",
        "that the visit had been prepared for months in secret"]  # fmt: skip
TAIL = ["", ", according to a copy seen by this newspaper", ", a day after the summit",
        ", without giving any details", " despite protests from three neighbours",
        ", in what many took as a change of course", " at a briefing on Thursday",
        " (the ministry did not comment)", ", calling it “a matter of days”",
        "; the text has not been published"]  # fmt: skip
SHORT = ["“No.”", "It did not last.", "That was in 2019.", "Nobody was hurt.",
         "“We will see,” he said.",
         "Read the full statement here and you will find no such word, she said.",
         "More on that later, he promised.", "Share prices fell."]  # fmt: skip
HEADINGS = ["A bridge too many", "What the treaty says", "Old friends", "What comes next",
            "The price of rice", "Why now?", "A long road"]  # fmt: skip
KOREAN = ["외교부는 {day}일 두 나라가 석탄과 곡물 교역을 늘리기로 했다고 밝혔다.",
          "정부 고위 관계자는 기자들과 만나 “{day}일까지 협의를 이어가겠다”고 말했다.",
          "조선중앙통신은 {day}일 새 위성이 궤도에 올랐다고 보도했다.",
          "국방부 대변인은 미사일이 약 {day}0㎞를 날아 동해에 떨어졌다고 설명했다.",
          "전문가들은 이번 조약이 {day}년 전 합의와 크게 다르지 않다고 본다.",
          "이에 대해 대통령실은 “엄중히 지켜보고 있다”며 {day}일 회의를 연다고 전했다.",
          "양측은 {day}개 항으로 된 공동성명을 따로 내지 않았다."]  # fmt: skip
RUSSIAN = ["Министерство сообщило, что {day} июня стороны договорились расширить торговлю углем.",
           "По словам дипломата, переговоры о мосте продолжатся {day} сентября.",
           "«Мы готовы к диалогу», — заявил он журналистам после {day} часов переговоров.",
           "Агентство передаёт, что поезд с {day} вагонами вышел из порта во вторник.",
           "Договор внесут в парламент через {day} дней, уточнили в Кремле.",
           "Как отметил эксперт, за {day} лет санкции почти не повлияли на цены."]  # fmt: skip


@dataclass(frozen=True)
class Item:
    """kind: p, h (subheading), li (a list of words parted by |), q (block quotation), b (bold
    question), tr (a row of cells parted by |)"""

    kind: str
    words: str


@dataclass(frozen=True)
class Story:
    title: str
    deck: str
    author: str
    items: tuple[Item, ...]
    language: str
    seed: int

    @property
    def gold(self) -> str:
        return "\n".join(item.words.replace("|", "\n") for item in self.items)


def sentence(chance: random.Random, language: str) -> str:
    if language == "ko":
        return chance.choice(KOREAN).format(day=chance.randint(2, 28))
    if language == "ru":
        return chance.choice(RUSSIAN).format(day=chance.randint(2, 28))
    number = chance.randint(2, 900)
    extra = f" Some {number} people had signed." if chance.random() < 0.3 else ""
    return (
        " ".join(chance.choice(each) for each in (WHO, DID, WHAT))
        + chance.choice(TAIL)
        + "."
        + extra
    )


def paragraph(chance: random.Random, language: str) -> str:
    return " ".join(sentence(chance, language) for _ in range(chance.choice((1, 1, 2, 2, 3))))


def story(seed: int, language: str = "en", *, plain: bool = False) -> Story:
    """plain: nothing but paragraphs, as agencies write."""
    chance = random.Random(seed)
    items: list[Item] = []
    extras = list(HEADINGS)
    chance.shuffle(extras)
    for i in range(chance.randint(7, 18)):
        items.append(Item("p", paragraph(chance, language)))
        if language == "en" and not plain and i:
            items += _extra(chance, extras)
    if chance.random() < 0.3 and language == "en" and not plain:
        items.append(Item("p", "“That,” he said, “is all.”"))
    while items[-1].kind == "h":
        items.pop()
    title = {"ko": f"북러 협의 {seed}차 회의", "ru": f"Переговоры о мосте, день {seed}"}.get(
        language, f"Talks on the bridge enter round {seed} as trade grows"
    )
    deck = sentence(chance, language).rstrip(".")
    author = chance.choice(("Jane Roe", "Tom Berg", "Mina Park"))
    unique = dict.fromkeys(items)
    return Story(title, deck, author, tuple(unique), language, seed)


def _extra(chance: random.Random, headings: list[str]) -> list[Item]:
    kind = chance.choices(("", "h", "p", "sentences", "q", "li"), (66, 12, 8, 6, 5, 3))[0]
    if kind == "h":
        return [Item("h", headings.pop())] if headings else []
    words = {
        "p": chance.choice(SHORT),
        "sentences": "|".join(sentence(chance, "en") for _ in range(3)),
        "q": sentence(chance, "en"),
        "li": "Coal and grain|Rare earths from the Tumen basin|Fishing rights",
    }
    return [Item(kind.replace("sentences", "li"), words[kind])] if kind else []
