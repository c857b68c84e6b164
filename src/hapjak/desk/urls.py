"""Addresses of the desk."""

from django.urls import path

from hapjak.desk import views

app_name = "desk"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("upload/", views.upload, name="upload"),
    path("documents/<str:record_id>/", views.review, name="review"),
    path("documents/<str:record_id>/publish/", views.publish, name="publish"),
    path("findings/<int:finding_id>/accept/", views.accept, name="accept"),
    path("findings/<int:finding_id>/reject/", views.reject, name="reject"),
    path("findings/<int:finding_id>/undo/", views.undo, name="undo"),
    path("findings/<int:finding_id>/reopen/", views.reopen, name="reopen"),
    path("findings/<int:finding_id>/correct/", views.correct, name="correct"),
]
