"""
From degrees to the picture: Mercator for a region, Natural Earth for the world.

Source: Šavrič, Jenny, Patterson, Petrovič and Hurni, "A polynomial equation for the Natural Earth projection",
Cartography and Geographic Information Science 38 (2011).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.model import Place
from analysis.report.borders import KM_PER_DEGREE, Point, rings_of

REGION_RADIUS_KM = 2500
"""How far places may lie from the middle of a region to be shown with it: Baghdad to Cairo is 1,300 km."""

MAX_MIDDLES = 100
"""Places tried as the middle of a region, the most mentioned first."""

LEAST_SHARE = 0.4
"""Of all mentions on the map, the share that must lie in one region for the map to show that alone."""

LEAST_HEIGHT_DEGREES = 12.0
"""The least height of a regional map: closer, there would be no border in sight to recognise."""

MARGIN = 1.16
"""The size of a regional map against what must be in it."""

TOWN_DEGREES = 0.5
"""Room around a town."""

MOST_LATITUDE = 82.0
ATLANTIC, PACIFIC = 11.0, 150.0
"""The longitude in the middle of the map of the world: with either, its edge cuts no country but at the tips."""

WORLD_SOUTH, WORLD_NORTH = -57.0, 83.5
EARTH_RADIUS_KM = 6371.0


@dataclass(frozen=True, slots=True)
class View:
    """What a picture shows: `scale` units a radian around a middle, in the plane of the projection."""

    width: float
    height: float
    scale: float
    middle_x: float
    middle_y: float
    is_world: bool
    meridian: float = 0.0
    """Of the world, the longitude in its middle."""

    def at(self, longitude: float, latitude: float) -> Point:
        """Where a point lies in the picture; y grows downward."""
        x, y = natural_earth(longitude - self.meridian, latitude) if self.is_world else mercator(longitude, latitude)
        return self.width / 2 + (x - self.middle_x) * self.scale, self.height / 2 - (y - self.middle_y) * self.scale

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether a point lies in the picture; on a map of a region, the longitude as `near` gives it."""
        x, y = self.at(longitude, latitude)
        return 0 <= x <= self.width and 0 <= y <= self.height

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, east, south and north of the picture in degrees."""
        if self.is_world:
            return self.meridian - 180, self.meridian + 180, WORLD_SOUTH, WORLD_NORTH
        half_x, half_y = self.width / 2 / self.scale, self.height / 2 / self.scale
        return (
            math.degrees(self.middle_x - half_x),
            math.degrees(self.middle_x + half_x),
            math.degrees(math.atan(math.sinh(self.middle_y - half_y))),
            math.degrees(math.atan(math.sinh(self.middle_y + half_y))),
        )

    def near(self, longitude: float) -> float:
        """The longitude, a whole turn further if that brings it nearer to the middle of the picture."""
        west, east, _, _ = self.bounds
        return longitude - 360 * round((longitude - (west + east) / 2) / 360)


def mercator(longitude: float, latitude: float) -> Point:
    """Mercator's plane, in radians."""
    bounded = math.radians(max(-MOST_LATITUDE, min(MOST_LATITUDE, latitude)))
    return math.radians(longitude), math.asinh(math.tan(bounded))


def natural_earth(longitude: float, latitude: float) -> Point:
    """Natural Earth's plane, in radians, around longitude 0."""
    lam, phi = math.radians(longitude), math.radians(latitude)
    p2 = phi * phi
    p4 = p2 * p2
    x = lam * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * p2 * (0.003971 - 0.001529 * p2)))
    y = phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)))
    return x, y


def world_view(width: float, region: View | None = None) -> View:
    """The whole world but for Antarctica, on a picture of this width, turned so that its edge cuts no `region`."""
    scale = width / (2 * natural_earth(180, 0)[0])
    top, bottom = natural_earth(0, WORLD_NORTH)[1], natural_earth(0, WORLD_SOUTH)[1]
    view = View(width, (top - bottom) * scale, scale, 0.0, (top + bottom) / 2, True, ATLANTIC)
    if region is not None:
        west, east, _, _ = region.bounds
        start = west - 360 * math.floor((west - (ATLANTIC - 180)) / 360)
        if start + (east - west) > ATLANTIC + 180:
            return replace(view, meridian=PACIFIC)
    return view


def region_view(places: Sequence[Place], width: float, height: float) -> View | None:
    """
    The part of the world where most mentions lie; None where they are scattered, or there is none on the map.

    Of all placed points, the one with the most mentions within REGION_RADIUS_KM is the middle.
    """
    placed = [place for place in places if place.latitude is not None and place.longitude is not None]
    if not placed:
        return None
    spots = [(place, unit(place)) for place in placed]
    least = math.cos(REGION_RADIUS_KM / EARTH_RADIUS_KM)
    groups = [
        [place for place, (x, y, z) in spots if x * mx + y * my + z * mz >= least]
        for _, (mx, my, mz) in spots[:MAX_MIDDLES]
    ]
    near = max(groups, key=lambda group: sum(place.count for place in group))
    if sum(place.count for place in near) < LEAST_SHARE * sum(place.count for place in placed):
        return None
    start = near[0].longitude or 0.0
    boxes = [_box(place, start) for place in near]
    west, east = min(box[0] for box in boxes), max(box[1] for box in boxes)
    south, north = min(box[2] for box in boxes), max(box[3] for box in boxes)
    (x0, y0), (x1, y1) = mercator(west, max(-60, south)), mercator(east, min(80, north))
    middle_y = (y0 + y1) / 2
    least = math.radians(LEAST_HEIGHT_DEGREES) * math.cosh(middle_y)
    tall = max(least, MARGIN * (y1 - y0), MARGIN * (x1 - x0) * height / width)
    return View(width, height, height / tall, (x0 + x1) / 2, middle_y, False)


def _box(place: Place, start: float) -> tuple[float, float, float, float]:
    """West, east, south, north around a place, on the same side of the date line as `start`."""
    latitude, longitude = place.latitude or 0.0, place.longitude or 0.0
    longitude -= 360 * round((longitude - start) / 360)
    rings = rings_of(place.country_code) if place.kind == "country" and place.country_code else ()
    if not rings:
        half_y, half_x = TOWN_DEGREES, TOWN_DEGREES
        return longitude - half_x, longitude + half_x, latitude - half_y, latitude + half_y
    # A country's main part, but no further than it is large: all of Russia would be a map of the world.
    main = rings[0]
    half_y = 0.7 * math.sqrt(main.area_km2) / KM_PER_DEGREE
    half_x = half_y / max(0.2, math.cos(math.radians(latitude)))
    shift = 360 * round(((main.west + main.east) / 2 - longitude) / 360)
    return (
        max(longitude - half_x, main.west - shift),
        min(longitude + half_x, main.east - shift),
        max(latitude - half_y, main.south),
        min(latitude + half_y, main.north),
    )


def unit(place: Place) -> tuple[float, float, float]:
    """A place as a point on a globe of radius 1: the cosine of the angle between two is their product."""
    latitude, longitude = math.radians(place.latitude or 0.0), math.radians(place.longitude or 0.0)
    flat = math.cos(latitude)
    return flat * math.cos(longitude), flat * math.sin(longitude), math.sin(latitude)
