"""Addresses of the public pages. They hold the public id, so that links can be shared."""

from django.urls import URLPattern, path

from hapjak.public import details, people, views

app_name = "public"
urlpatterns: list[URLPattern] = [
    path("", views.start, name="start"),
    path("search/", views.search, name="search"),
    path("partnerships/", views.partnerships, name="partnerships"),
    path("partnerships/<slug:pk>/", details.partnership, name="partnership"),
    path("commitments/", views.commitments, name="commitments"),
    path("commitments/<slug:pk>/", details.commitment, name="commitment"),
    path("meetings/", views.meetings, name="meetings"),
    path("meetings/<slug:pk>/", details.meeting, name="meeting"),
    path("people/", views.people, name="people"),
    path("people/<slug:pk>/", people.person, name="person"),
    path("organisations/<slug:pk>/", people.organisation, name="organisation"),
    path("organisations/<slug:pk>/posts/<str:code>/", people.office, name="office"),
    path("agreements/<slug:pk>/", details.agreement, name="agreement"),
    path("strategies/<slug:pk>/", details.strategy, name="strategy"),
    path("documents/", views.documents, name="documents"),
    path("documents/<slug:pk>/", details.document, name="document"),
]
