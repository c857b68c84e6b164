"""Addresses of the public pages. They hold the public id, so that links can be shared."""

from django.urls import URLPattern, path

from hapjak.public import views

app_name = "public"
urlpatterns: list[URLPattern] = [
    path("", views.start, name="start"),
    path("search/", views.search, name="search"),
    path("partnerships/", views.partnerships, name="partnerships"),
    path("partnerships/<slug:pk>/", views.partnership, name="partnership"),
    path("commitments/", views.commitments, name="commitments"),
    path("commitments/<slug:pk>/", views.commitment, name="commitment"),
    path("meetings/", views.meetings, name="meetings"),
    path("meetings/<slug:pk>/", views.meeting, name="meeting"),
    path("people/", views.people, name="people"),
    path("people/<slug:pk>/", views.person, name="person"),
    path("organisations/<slug:pk>/", views.organisation, name="organisation"),
    path("agreements/<slug:pk>/", views.agreement, name="agreement"),
    path("strategies/<slug:pk>/", views.strategy, name="strategy"),
    path("documents/", views.documents, name="documents"),
    path("documents/<slug:pk>/", views.document, name="document"),
]
