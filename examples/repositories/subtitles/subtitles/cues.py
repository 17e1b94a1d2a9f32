def to_seconds(stamp: str) -> float:
    """00:01:02.500 as seconds."""
    hours, minutes, seconds = stamp.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def overlapping(cues: list[tuple[str, str]]) -> list[int]:
    """Positions of the cues that begin before the one before them has ended."""
    return [i for i in range(1, len(cues)) if to_seconds(cues[i][0]) < to_seconds(cues[i - 1][1])]
