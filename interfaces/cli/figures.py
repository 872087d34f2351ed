"""The commands about files of figures, as one group."""

import typer

from interfaces.cli.figure_delivery import check, deliver
from interfaces.cli.figure_mappings import keep_mapping, mappings
from interfaces.cli.figure_release import preview, reject, release
from interfaces.cli.figure_template import template
from interfaces.cli.matrix import changes, matrix
from interfaces.cli.published import measures, rules

figures = typer.Typer(help="Daten als Datei: Vorlage, Prüfung, Lieferung, Freigabe.", no_args_is_help=True)
for command in (template, check, deliver, preview, release, reject, mappings, matrix, changes, rules, measures):
    figures.command()(command)
figures.command(name="keep-mapping")(keep_mapping)
