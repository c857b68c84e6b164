"""Fields of cooperation: codes never change meaning, labels may improve.

Two levels: a three-letter code, and the same with two digits. `99` is "other"
in every field.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

FIELDS = {
    "MEC": _("Mechanism and governance"),
    "MEC01": _("Meetings and mechanism"),
    "MEC02": _("Reform and administration"),
    "MEC03": _("Strategy and planning"),
    "EXT": _("Opening-up and external exchange"),
    "EXT01": _("Party-to-party exchange"),
    "EXT02": _("Regional international cooperation"),
    "EXT03": _("Sister ties"),
    "IND": _("Modern industry"),
    "IND01": _("Vehicles and rail equipment"),
    "IND02": _("Electronics and displays"),
    "IND03": _("Medicine and chemicals"),
    "IND04": _("Equipment manufacturing"),
    "AGR": _("Agriculture and food supply"),
    "AGR01": _("Grain supply"),
    "AGR02": _("Meat and livestock"),
    "AGR03": _("Reserves and storage"),
    "AGR04": _("Processing and brands"),
    "AGR05": _("Farm science and land"),
    "ENE": _("Energy"),
    "ENE01": _("Wind and solar"),
    "ENE02": _("Power transmission and green trade"),
    "ENE03": _("Hydrogen and storage"),
    "SCI": _("Science, technology and digital"),
    "SCI01": _("Joint research and innovation area"),
    "SCI02": _("Technology transfer"),
    "SCI03": _("Digital economy and data"),
    "TRD": _("Trade, investment and enterprises"),
    "TRD01": _("Enterprise pairing"),
    "TRD02": _("Shared industrial parks"),
    "TRD03": _("Fairs and consumption"),
    "TRD04": _("Finance"),
    "TRA": _("Transport, logistics and cities"),
    "TRA01": _("Rail, road, air, ports"),
    "TRA02": _("Logistics"),
    "TRA03": _("City building and water works"),
    "ICE": _("Sport, ice and snow"),
    "ICE01": _("Ice-snow sport and youth"),
    "ICE02": _("Ice-snow industry and equipment"),
    "ICE03": _("Major games"),
    "CUL": _("Culture and media"),
    "CUL01": _("Culture weeks and arts"),
    "CUL02": _("Media and publicity"),
    "TOU": _("Tourism"),
    "TOU01": _("Routes and visitor exchange"),
    "TOU02": _("Ice-snow tourism"),
    "EDU": _("Education, talent and training"),
    "EDU01": _("Officials' exchange"),
    "EDU02": _("Training of professionals"),
    "EDU03": _("Schools and universities"),
    "SOC": _("Health and welfare"),
    "SOC01": _("Hospitals and public health"),
    "SOC02": _("Elderly care, jobs"),
    "ENV": _("Ecology and safety"),
    "ENV01": _("Ecology and climate"),
    "ENV02": _("Disaster and emergency"),
}
TOP_FIELDS = {code: label for code, label in FIELDS.items() if len(code) == 3}
FIELD_CHOICES = [
    *FIELDS.items(),
    *((f"{code}99", _("Other")) for code in TOP_FIELDS),
]
