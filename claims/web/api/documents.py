"""Routes of documents."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from claims import views
from claims.views import DocumentPage, DocumentRow, Page
from claims.web.api.answering import Freshness, TheStore, answer_json
from claims.web.api.asking import DocumentsQuery, Nothing, RowId
from claims.web.api.examples import ANSWERS, give_example
from claims.web.problems import PROBLEMS

router = APIRouter(prefix="/documents", tags=["documents"], responses=PROBLEMS)


@router.get(
    "",
    summary="Documents",
    response_model=Page[DocumentRow],
    responses=give_example(ANSWERS["documents"]),
)
def list_documents(
    store: TheStore, fresh: Freshness, asked: Annotated[DocumentsQuery, Query()]
) -> Response:
    """Documents on record, the latest recorded first."""
    page = views.documents(store, **asked.model_dump())
    return answer_json(page, fresh)


@router.get(
    "/{document_id}",
    summary="One document",
    response_model=DocumentPage,
    responses=give_example(ANSWERS["document"]),
)
def show_document(
    document_id: RowId, store: TheStore, fresh: Freshness, asked: Annotated[Nothing, Query()]
) -> Response:
    """Its text as it never changes, its capture, and the stances at their offsets."""
    return answer_json(views.document(store, document_id), fresh)
