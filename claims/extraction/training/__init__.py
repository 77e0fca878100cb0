"""How the shipped extraction model is made: annotations, supervision, training, export.

Needs the dependency group ``train`` (torch). Nothing at run time imports this package.
"""
