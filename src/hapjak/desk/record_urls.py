"""Addresses of the office's pages of a record; part of those of the desk."""

from django.urls import path

from hapjak.desk.views import lines, notes, partners, records, standing

urlpatterns = [
    path("records/<str:record_id>/", records.record, name="record"),
    path("records/<str:record_id>/comment/", notes.comment, name="comment"),
    path("records/<str:record_id>/attach/", notes.attach, name="attach"),
    path("records/<str:record_id>/translate/", notes.translate, name="translate"),
    path("records/<str:record_id>/link/", lines.link, name="link"),
    path("records/<str:record_id>/amend/", lines.amend, name="amend"),
    path("records/<str:record_id>/consent/", lines.consent, name="consent"),
    path("records/<str:record_id>/withdraw/", lines.withdraw, name="withdraw"),
    path("records/<str:record_id>/under/", lines.put_under, name="put-under"),
    path("records/<str:record_id>/terms/", lines.terms, name="terms"),
    path("links/<int:link_id>/undo/", lines.unlink, name="unlink"),
    path("attachments/<int:attachment_id>/", notes.attachment, name="attachment"),
    path("texts/<int:text_id>/review/", notes.review_text, name="review-text"),
    path("partnerships/<str:record_id>/", standing.page, name="standing"),
    path("partnerships/<str:record_id>/body/", standing.enter_body, name="standing-body"),
    path("partnerships/<str:record_id>/pair/", standing.enter_pairing, name="standing-pairing"),
    path("standing/<str:record_id>/end/", standing.end, name="standing-end"),
    path("standing/<str:record_id>/publish/", standing.publish, name="standing-publish"),
    path("partners/", partners.partners, name="partners"),
    path("partners/new/<str:code>/", partners.add, name="partner-new"),
    path("partners/<str:record_id>/", partners.partner, name="partner"),
    path("partners/<str:record_id>/names/", partners.set_names, name="partner-names"),
    path("mentions/", notes.mentions, name="mentions"),
    path("mentions/read/", notes.mark_read, name="mark-read"),
    path("colleagues/<str:username>/", notes.colleague, name="colleague"),
]
