"""The only place that imports Prefect: flows, deployments, the command line."""
