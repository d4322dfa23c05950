from plangen.document.diff.readable import readable

KEPT, CHANGED = True, False


def stretches(*sizes):
    """Stretches of some words each, on both sides."""
    found, at = [], 0
    for words, equal in sizes:
        found.append((at, at + words, at, at + words, equal))
        at += words
    return found, [1] * at


def test_single_word_kept_in_a_rewritten_sentence_goes_with_it():
    found, says = stretches((5, CHANGED), (1, KEPT), (5, CHANGED))
    assert readable(found, says, says) == [(0, 11, 0, 11, False)]


def test_word_kept_between_two_words_that_changed_stays():
    found, says = stretches((1, CHANGED), (1, KEPT), (1, CHANGED))
    assert readable(found, says, says) == found


def test_space_between_two_words_that_changed_goes_with_them():
    found, says = stretches((1, CHANGED), (1, KEPT), (1, CHANGED))
    says = [1, 0, 1]
    assert readable(found, says, says) == [(0, 3, 0, 3, False)]


def test_words_kept_at_the_ends_stay():
    found, says = stretches((1, KEPT), (9, CHANGED), (1, KEPT))
    assert readable(found, says, says) == found


def test_what_was_joined_takes_in_what_follows():
    found, says = stretches((5, CHANGED), (1, KEPT), (5, CHANGED), (2, KEPT), (5, CHANGED))
    assert len(readable(found, says, says)) == 1
