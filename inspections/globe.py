"""Distances over the globe, as the crow flies."""

from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371


def kilometres(one, other):
    """The distance between two seats (haversine)."""
    return apart((one.latitude, one.longitude), (other.latitude, other.longitude))


def apart(one, other):
    """The same between two pairs of latitude and longitude, in degrees."""
    first, second = radians(float(one[0])), radians(float(other[0]))
    turned = radians(float(other[1]) - float(one[1]))
    half = sin((second - first) / 2) ** 2 + cos(first) * cos(second) * sin(turned / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))
