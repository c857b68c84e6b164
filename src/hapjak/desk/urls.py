"""Addresses of the desk."""

from django.urls import path

from hapjak.desk import record_urls
from hapjak.desk.views import (
    bulk,
    corrections,
    decisions,
    identities,
    identities_by_hand,
    inbox,
    joins,
    review,
    second,
)

app_name = "desk"
urlpatterns = [
    path("", inbox.inbox, name="inbox"),
    path("upload/", inbox.upload, name="upload"),
    path("uploads/<str:upload>/", inbox.uploaded, name="uploaded"),
    path("documents/<str:record_id>/", review.review, name="review"),
    path("documents/<str:record_id>/publish/", review.publish, name="publish"),
    path("documents/<str:record_id>/add/", corrections.add, name="add"),
    path("documents/<str:record_id>/above/", bulk.accept_above, name="accept-above"),
    path("documents/<str:record_id>/second/", second.read, name="second"),
    path("documents/<str:record_id>/second/finish/", second.finish, name="finish-second"),
    path("documents/<str:record_id>/agreement/", second.agreement, name="agreement"),
    path("documents/<str:record_id>/agreement/compare/", second.compare, name="compare"),
    path("findings/<int:finding_id>/second/<str:word>/", second.decide, name="decide-second"),
    path("adjudicate/<int:row_id>/<str:winner>/", second.adjudicate, name="adjudicate"),
    path("bulk/<int:bulk_id>/undo/", bulk.undo, name="undo-bulk"),
    path("findings/<int:finding_id>/accept/", decisions.accept, name="accept"),
    path("findings/<int:finding_id>/reject/", decisions.reject, name="reject"),
    path("findings/<int:finding_id>/undo/", decisions.undo, name="undo"),
    path("findings/<int:finding_id>/reopen/", decisions.reopen, name="reopen"),
    path("findings/<int:finding_id>/correct/", corrections.correct, name="correct"),
    path("findings/<int:finding_id>/respan/", corrections.respan, name="respan"),
    path("identities/", identities.queue, name="identities"),
    path("identities/judgements/<int:judgement_id>/undo/", identities.undo, name="identity-undo"),
    path("identities/of/<str:one>/", identities_by_hand.others, name="identity-others"),
    path("identities/posts/<str:body>/<str:code>/", identities_by_hand.tenure, name="tenure"),
    path("identities/<str:one>/<str:other>/", identities.pair, name="identity"),
    path("joins/", joins.queue, name="joins"),
    path("joins/<int:proposal_id>/decide/", joins.decide, name="join-decide"),
    path("joins/<int:proposal_id>/all/", joins.join_all, name="join-all"),
    path("joins/undo/", joins.take_back_last, name="join-undo"),
    path("joins/decided/", joins.decided, name="joins-decided"),
    path("joins/decided/<int:judgement_id>/undo/", joins.take_back, name="join-take-back"),
    *record_urls.urlpatterns,
]
