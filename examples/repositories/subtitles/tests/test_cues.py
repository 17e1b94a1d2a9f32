from subtitles.cues import overlapping


def test_finds_cues_that_overlap():
    assert overlapping([("00:00:01.0", "00:00:03.0"), ("00:00:02.5", "00:00:04.0")]) == [1]
