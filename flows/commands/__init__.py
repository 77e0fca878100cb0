"""The commands of ``onrecord``, a module for each kind of work."""
