"""Addresses of the desk."""

from django.urls import path

from hapjak.desk.views import decisions, inbox

app_name = "desk"
urlpatterns = [
    path("", inbox.inbox, name="inbox"),
    path("upload/", inbox.upload, name="upload"),
    path("uploads/<str:upload>/", inbox.uploaded, name="uploaded"),
    path("documents/<str:record_id>/", decisions.review, name="review"),
    path("documents/<str:record_id>/publish/", decisions.publish, name="publish"),
    path("findings/<int:finding_id>/accept/", decisions.accept, name="accept"),
    path("findings/<int:finding_id>/reject/", decisions.reject, name="reject"),
    path("findings/<int:finding_id>/undo/", decisions.undo, name="undo"),
    path("findings/<int:finding_id>/reopen/", decisions.reopen, name="reopen"),
    path("findings/<int:finding_id>/correct/", decisions.correct, name="correct"),
]
