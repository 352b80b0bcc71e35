"""Chance that comes out the same on every machine and in every release of Python."""


class Dice:
    """A linear congruential generator (Knuth's MMIX constants), seeded by words."""

    def __init__(self, *seed):
        self.state = 0x9E3779B97F4A7C15
        for byte in "/".join(map(str, seed)).encode():
            self.state = ((self.state ^ byte) * 0x100000001B3) % 2**64
        self.below(7)

    def below(self, n):
        """A whole number from 0 to n - 1."""
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) * n >> 31

    def pick(self, things):
        return things[self.below(len(things))]

    def between(self, low, high):
        """A whole number from low to high, the lower ones more often."""
        a, b = self.below(1 << 15), self.below(1 << 15)
        return low + (high - low + 1) * a * b // (1 << 30)

    def weighted(self, things, weight):
        left = self.below(sum(map(weight, things)))
        for thing in things:
            left -= weight(thing)
            if left < 0:
                return thing
        raise ValueError("no thing has a weight")
