"""
Make the coefficients of the polynomial of `liftguard.model.special` with mpmath.

Run `python tests/reference/erfcx_coefficients.py`; it prints the tuple that stands in
the module. The map t = (x - 4) / (x + 4) takes x in [0, inf) to t in [-1, 1), on which
(1 + 2 x) erfcx(x) is smooth (the idea of Shepherd and Laframboise 1981, Math. Comp. 36). Its
Chebyshev series is cut where what follows is below 1e-16, and written in powers of t.
"""

import mpmath as mp

DEGREE = 23
NODES = 256
SHIFT = 4

mp.mp.dps = 60


def scaled(x: mp.mpf) -> mp.mpf:
    """(1 + 2x) exp(x^2) erfc(x), by the asymptotic series where exp overflows."""
    if x > 1000:
        series, term = mp.mpf(1), mp.mpf(1)
        for i in range(1, 20):
            term *= -(2 * i - 1) / (2 * x * x)
            series += term
        return (1 + 2 * x) * series / (x * mp.sqrt(mp.pi))
    return (1 + 2 * x) * mp.exp(x * x) * mp.erfc(x)


def coefficients() -> list[mp.mpf]:
    """Chebyshev coefficients by the discrete cosine sum over Chebyshev nodes."""
    angles = [mp.pi * (mp.mpf(j) + mp.mpf(1) / 2) / NODES for j in range(NODES)]
    values = [scaled(SHIFT * (1 + mp.cos(a)) / (1 - mp.cos(a))) for a in angles]
    sums = [
        2 * mp.fsum(v * mp.cos(n * a) for v, a in zip(values, angles, strict=True)) / NODES
        for n in range(DEGREE + 1)
    ]
    return [sums[0] / 2, *sums[1:]]


def powers(series: list[mp.mpf]) -> list[mp.mpf]:
    """Write a Chebyshev series in powers, by T_n+1 = 2 t T_n - T_n-1."""
    before, now = [mp.mpf(1)], [mp.mpf(0), mp.mpf(1)]
    total = [mp.mpf(0)] * len(series)
    for value in series:
        for power, part in enumerate(before):
            total[power] += value * part
        after = [mp.mpf(0), *(2 * part for part in now)]
        for power, part in enumerate(before):
            after[power] -= part
        before, now = now, after
    return total


if __name__ == "__main__":
    for value in powers(coefficients()):
        print(f"    {mp.nstr(value, 18)},")
