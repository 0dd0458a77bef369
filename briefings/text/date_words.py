"""The words of dates in English, Korean and Russian."""

MONTHS_EN = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS_EN = {
    name: number
    for number, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
}
SEASONS_EN = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
DECADES_EN = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
NUMBERS_EN = {
    name: number
    for number, name in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ],
        start=1,
    )
} | {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "fifteen": 15}
CENTURIES_EN = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}

MONTHS_RU = {
    stem: number
    for number, stem in enumerate(
        ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"), start=1
    )
}
WEEKDAYS_RU = {
    "понедельник": 0,
    "вторник": 1,
    "сред": 2,
    "четверг": 3,
    "пятниц": 4,
    "суббот": 5,
    "воскресень": 6,
}
SEASONS_RU = {"весн": 21, "лет": 22, "осен": 23, "зим": 24}

WEEKDAYS_KO = {letter: number for number, letter in enumerate("월화수목금토일")}
SEASONS_KO = {"봄": 21, "여름": 22, "가을": 23, "겨울": 24}
PARTS_KO = {
    "초": "early",
    "초반": "early",
    "중반": "mid",
    "중": "mid",
    "후반": "late",
    "말": "late",
}


def month_en(word: str) -> int:
    return MONTHS_EN[word.lower().rstrip(".")]


def month_ru(word: str) -> int:
    low = word.lower()
    if low.startswith("мар"):
        return 3
    return next(number for stem, number in MONTHS_RU.items() if low.startswith(stem))


def number_en(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS_EN[word.lower()]


def starting(word: str, table: dict[str, int]) -> int:
    """The value of the stem the word begins with."""
    low = word.lower()
    return next(value for stem, value in table.items() if low.startswith(stem))


UNITS_KO = {
    "지난달": ("month", -1),
    "이달": ("month", 0),
    "이번달": ("month", 0),
    "다음달": ("month", 1),
    "내달": ("month", 1),
    "지난주": ("week", -1),
    "이번주": ("week", 0),
    "금주": ("week", 0),
    "다음주": ("week", 1),
    "내주": ("week", 1),
    "금년": ("year", 0),
    "지난주말": ("weekend", -1),
    "이번주말": ("weekend", 0),
}
DAYS_KO = {"오늘": 0, "어제": -1, "내일": 1, "그제": -2, "그저께": -2, "모레": 2}
DAYS_AGO_KO = {
    "하루": 1,
    "이틀": 2,
    "사흘": 3,
    "나흘": 4,
    "닷새": 5,
    "엿새": 6,
    "열흘": 10,
    "보름": 15,
}
YEARS_KO = {"지난해": -1, "작년": -1, "올해": 0, "내년": 1, "재작년": -2}
