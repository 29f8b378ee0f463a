"""Reference data as extraction sees it: handed in, never loaded here. `warehouse/reference/` holds it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Territory:
    """One row of the gazetteer. `names` are all ways to write it, the official one first.

    `kind` is commune, commune_deleguee, commune_associee, former_commune, epci, departement, arrondissement, region
    or area (usual names without a code of their own). `seat_code` is the commune where a département,
    arrondissement or region is seated; `population` weighs homonyms.
    `valid_from` and `valid_until` are years (None: open). `parent_id` is the EPCI of a commune, else the département.
    """

    territory_id: str
    name: str
    kind: str
    names: tuple[str, ...]
    parent_id: str | None = None
    departement: str | None = None
    postcodes: tuple[str, ...] = ()
    vintage: int | None = None
    valid_from: int | None = None
    valid_until: int | None = None
    population: int | None = None
    seat_code: str | None = None


@dataclass(frozen=True, slots=True)
class ThemeTerm:
    """A theme: `forms` are the ways to write it; `site_term` is the site's own term number if known."""

    theme_id: str
    label: str
    forms: tuple[str, ...]
    parent_id: str | None = None
    site_term: int | None = None


@dataclass(frozen=True, slots=True)
class Organiser:
    """A body that announces events: its names, and where its own premises are (`dans ses locaux`)."""

    name: str
    names: tuple[str, ...]
    city: str | None = None
    commune_code: str | None = None
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All reference data of one reading. `digest` identifies it: same digest, same readings.

    `node_years` are known (node id, ISO day) pairs: node ids follow time, which bounds a missing year weakly.
    """

    territories: tuple[Territory, ...] = ()
    themes: tuple[ThemeTerm, ...] = ()
    organisers: tuple[Organiser, ...] = ()
    node_days: tuple[tuple[int, str], ...] = ()
    digest: str = field(default="")
