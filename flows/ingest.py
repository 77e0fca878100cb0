from prefect import flow, task
@task
def one(x): return x
@flow
async def ingest(paths: list[str]):
    """Take material in."""
    return one(len(paths))
