"""Critical values of Student's t for whole degrees of freedom, without a statistics package."""

import math
from functools import lru_cache

# Halving the bracket this often is more than a float can resolve.
_STEPS = 60


def _central_probability(t: float, degrees: int) -> float:
    """P(-t < T < t), by the finite series of Abramowitz and Stegun 26.7.3 and 26.7.4."""
    angle = math.atan(t / math.sqrt(degrees))
    cosine_squared = math.cos(angle) ** 2
    odd = degrees % 2 == 1
    term = math.cos(angle) if odd else 1.0
    total = 0.0
    for step in range(degrees // 2):
        total += term
        numerator, denominator = (
            (2 * step + 2, 2 * step + 3) if odd else (2 * step + 1, 2 * step + 2)
        )
        term *= cosine_squared * numerator / denominator
    if odd:
        return 2 / math.pi * (angle + math.sin(angle) * total)
    return math.sin(angle) * total


@lru_cache(maxsize=1024)
def critical_t(degrees: int, confidence: float = 0.95) -> float:
    """The two-sided critical value, 2.776 for 4 degrees and 0.95; ValueError outside its range."""
    if degrees < 1 or not 0 < confidence < 1:
        raise ValueError(f"no critical t for {degrees} degrees of freedom at {confidence}")
    low, high = 0.0, 1.0
    while _central_probability(high, degrees) < confidence:
        high *= 2
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if _central_probability(middle, degrees) < confidence:
            low = middle
        else:
            high = middle
    return high
