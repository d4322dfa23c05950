from plangen.document.diff.likeness import MOST_PAIRS, Likeness, bag, shared, sizes


def of(*texts):
    return [bag([(text,)]) for text in texts]


def test_bag_has_the_words_and_neither_spaces_nor_points():
    (words,) = of("mål, mål och ramar")
    assert words == {"mål": 2, "och": 1, "ramar": 1}
    assert sizes(words) == {"mål": 6, "och": 3, "ramar": 5}


def test_what_two_bags_share_is_counted_as_often_as_in_both():
    one, other = of("mål mål", "mål ram")
    assert shared(sizes(one), sizes(other)) == 3


def test_word_that_all_have_tells_little():
    rows = of("Kostnad ökande år", "Energi ökande år", "Sjukfrånvaro ökande år")
    likeness = Likeness(rows, of("Kostnad minskande år", "Elenergi ökande år", "Sjukfrånvaro ökande månad"))
    assert likeness.of(0, 0) > likeness.of(0, 1)
    assert likeness.of(0, 1) < 0.3


def test_pairs_keep_their_order():
    likeness = Likeness(of("ett", "två", "tre"), of("två", "tre", "ett"))
    assert list(likeness.pairs(likeness.of)) == [(1, 0), (2, 1)]


def test_many_are_looked_for_by_their_rarest_words():
    count = MOST_PAIRS // 10
    texts = [f"en text om ämne{index} och sak{index}" for index in range(count)]
    likeness = Likeness(of(*texts), of(*reversed(texts)))
    assert likeness.likely(3) == [count - 4]


def test_things_that_say_nothing_are_alike():
    assert Likeness(of(""), of("")).of(0, 0) == 1.0
