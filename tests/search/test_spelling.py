from briefings.search.spelling import completions, neighbours, tolerance

VOCABULARY = {"ushakov": 4, "treaty": 9, "treatise": 1, "satellite": 3, "equidistance": 5}


def test_two_wrong_letters_in_a_long_word_are_no_obstacle() -> None:
    assert neighbours("ushakof", VOCABULARY) == ("ushakov",)
    assert neighbours("equidistanse", VOCABULARY) == ("equidistance",)
    assert neighbours("satelite", VOCABULARY) == ("satellite",)


def test_swapped_neighbours_count_as_one_edit() -> None:
    assert neighbours("terat", {"treat": 1}) == ("treat",)


def test_short_words_and_numbers_are_taken_as_typed() -> None:
    assert neighbours("kin", VOCABULARY) == ()
    assert neighbours("1962", {"1961": 2}) == ()
    assert [tolerance(word) for word in ("kim", "pact", "treaty")] == [0, 1, 2]


def test_the_nearest_comes_first_and_then_the_commonest() -> None:
    assert neighbours("treaty", {"treats": 50, "treaty": 1})[0] == "treaty"


def test_a_half_typed_word_is_completed_only_from_three_letters_on() -> None:
    assert completions("tr", VOCABULARY) == ()
    assert completions("trea", VOCABULARY) == ("treaty", "treatise")
