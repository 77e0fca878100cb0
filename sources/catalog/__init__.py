"""The outlet catalogue: who publishes, how reliable they are, whose organ they are.

One YAML file an outlet lies beside this module. Grades A to F follow the
Admiralty code (source reliability) and are editorial judgements about an
outlet's news in general, each with its reason; a single report can be better
or worse than its outlet.
"""

from sources.catalog.outlets import (
    CatalogueError,
    Outlet,
    OutletCatalogue,
    OutletKind,
    Reliability,
    UnknownOutletError,
    load_outlets,
    read_outlets,
)

__all__ = [
    "CatalogueError",
    "Outlet",
    "OutletCatalogue",
    "OutletKind",
    "Reliability",
    "UnknownOutletError",
    "load_outlets",
    "read_outlets",
]
