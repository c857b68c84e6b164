"""Addresses of the office's pages of a record; part of those of the desk."""

from django.urls import path

from hapjak.desk.views import notes, records

urlpatterns = [
    path("records/<str:record_id>/", records.record, name="record"),
    path("records/<str:record_id>/comment/", notes.comment, name="comment"),
    path("records/<str:record_id>/attach/", notes.attach, name="attach"),
    path("records/<str:record_id>/translate/", notes.translate, name="translate"),
    path("attachments/<int:attachment_id>/", notes.attachment, name="attachment"),
    path("texts/<int:text_id>/review/", notes.review_text, name="review-text"),
    path("mentions/", notes.mentions, name="mentions"),
    path("mentions/read/", notes.mark_read, name="mark-read"),
    path("colleagues/<str:username>/", notes.colleague, name="colleague"),
]
