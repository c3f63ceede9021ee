"""The functions of the kernel against mpmath (1.3 or later), on floats and on arrays."""

import math

import mpmath as mp
import numpy as np
import pytest

from liftguard.model import special

mp.mp.dps = 50
POINTS = [*np.linspace(-37.0, 9.0, 231).tolist(), -0.0, 1e-12, -1e-12, 8.0, -8.0, -7.999999]


def relative_error(got, exact):
    return float(abs((mp.mpf(float(got)) - exact) / exact))


@pytest.mark.parametrize("as_array", [False, True])
def test_normal_cdf(as_array):
    """The lower tail keeps its relative accuracy down to 1e-299."""
    for z in POINTS:
        exact = mp.erfc(-mp.mpf(z) / mp.sqrt(2)) / 2
        got = special.normal_cdf(np.array([z]))[0] if as_array else special.normal_cdf(z)
        assert relative_error(got, exact) < 1e-13, z


@pytest.mark.parametrize("as_array", [False, True])
def test_log_normal_cdf(as_array):
    """The logarithm stays accurate where the probability itself is too small for a double."""
    for z in [*POINTS, -50.0, -200.0, -5000.0]:
        exact = mp.log(mp.erfc(-mp.mpf(z) / mp.sqrt(2)) / 2)
        got = special.log_normal_cdf(np.array([z]))[0] if as_array else special.log_normal_cdf(z)
        assert relative_error(got, exact) < 1e-13, z


def test_floats_and_arrays_agree():
    """Every function gives the same number for a float as for an array that holds it."""
    for name in ("exp", "normal_pdf", "normal_cdf", "log_normal_cdf"):
        function = getattr(special, name)
        floats = [function(z) for z in POINTS]
        assert np.allclose(floats, function(np.array(POINTS)), rtol=1e-13, atol=0.0), name
    for name in ("log", "sqrt"):
        function = getattr(special, name)
        positive = [abs(z) + 1e-3 for z in POINTS]
        floats = [function(x) for x in positive]
        assert np.allclose(floats, function(np.array(positive)), rtol=1e-15, atol=0.0), name


@pytest.mark.parametrize("shape", [(), (1,), (3, 2), (0,)])
def test_arrays_keep_their_shape(shape):
    """Of any number of dimensions, each number stays where it stands."""
    z = -np.arange(1.0, 1.0 + math.prod(shape)).reshape(shape)
    found = special.normal_cdf(z)
    assert found.shape == shape
    assert found.ravel().tolist() == pytest.approx(
        [special.normal_cdf(x) for x in z.ravel().tolist()]
    )


def test_choices():
    """`where`, `maximum` and `minimum` choose alike for floats and arrays."""
    xs, ys = np.array([1.0, 2.0]), np.array([2.0, 1.0])
    assert special.maximum(1.0, 2.0) == 2.0
    assert special.minimum(1.0, 2.0) == 1.0
    assert special.where(xs[0] < ys[0], 3.0, 4.0) == 3.0
    assert special.where(float(xs[0]) < 3.0, 3.0, 4.0) == 3.0
    assert special.maximum(xs, ys).tolist() == [2.0, 2.0]
    assert special.minimum(xs, ys).tolist() == [1.0, 1.0]
    assert special.where(xs < ys, xs, -ys).tolist() == [1.0, -1.0]


@pytest.mark.parametrize("p", [1e-12, 0.004, 0.02, 0.3, 0.5, 0.77, 0.95, 0.99, 1 - 1e-9])
def test_normal_quantile(p):
    """The quantile agrees with mpmath's inverse error function."""
    exact = mp.sqrt(2) * mp.erfinv(2 * mp.mpf(p) - 1)
    assert abs(special.normal_quantile(p) - exact) < 1e-13 * (1 + abs(exact))


def test_nothing_overflows():
    """Arguments beyond the doubles give the limit, not an error."""
    assert special.exp(1e4) == math.inf
    assert special.exp(-1e4) == 0.0
    assert special.normal_cdf(1e6) == 1.0
    assert special.normal_cdf(-1e6) == 0.0
