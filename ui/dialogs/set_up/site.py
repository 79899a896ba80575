"""A site of the practice: where it is, when it is open, in which time zone."""

from __future__ import annotations

from zoneinfo import available_timezones

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.set_up import SaveSite, SiteRow
from ui.context import AppContext
from ui.dialogs.set_up.form import SetUpForm, note_box, typed
from ui.dialogs.set_up.week_fields import WeekFields
from ui.widgets.form_field import FormField


class SiteDialog(SetUpForm):
    """Add a site, or change this one."""

    def __init__(
        self, context: AppContext, site: SiteRow | None, time_zone: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, "", parent)
        self._verb = self.tr("&Save")
        self.save_button.setText(self._verb)
        self.setWindowTitle(self.tr("Change site") if site else self.tr("Add site"))
        self.site = site
        kept = site or SiteRow(0, 0, "")
        self.name, self.address = QLineEdit(kept.name), QLineEdit(kept.address or "")
        self.phone, self.fax = QLineEdit(kept.phone or ""), QLineEdit(kept.fax or "")
        self.directions = note_box(context, kept.directions)
        self.zone = QComboBox()
        self.zone.setEditable(True)
        self.zone.addItem(self.tr("As the practice: {zone}").format(zone=time_zone))
        self.zone.addItems(sorted(each for each in available_timezones() if "/" in each))
        self.zone.setCurrentIndex(max(self.zone.findText(kept.time_zone or ""), 0) if kept.time_zone else 0)
        self.week = WeekFields(context, kept.hours)
        self._lay_out_fields()
        self.keep_draft(f"site:{site.id}" if site else "site:new")
        self.fit(760)
        self.watch()
        self.week.edited.connect(self._take_back)
        self.name.setFocus()

    def _lay_out_fields(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        self.add("name", FormField(self.tr("&Name"), self.name, required=True, check=self._check_name), left)
        self.add("address", FormField(self.tr("&Address"), self.address), left)
        self.add("phone", FormField(self.tr("&Phone"), self.phone), left)
        self.add("fax", FormField(self.tr("&Fax"), self.fax), left)
        self.add("time_zone", FormField(self.tr("&Time zone"), self.zone), left)
        self.add("directions", FormField(self.tr("&Directions for patients"), self.directions), left)
        left.addStretch(1)
        self.add_box(self.week, right)
        self._order.pop()
        self._order += self.week.order()
        right.addStretch(1)
        self.put_side_by_side(left, right)

    def _check_name(self) -> str:
        return "" if self.name.text().strip() else self.tr("Write a name.")

    def first_problem(self) -> FormField | None:
        return super().first_problem() or self.week.first_problem()

    def save(self) -> None:
        zone = None if self.zone.currentIndex() == 0 else self.zone.currentText().strip() or None
        if self.zone.currentText() == self.zone.itemText(0):
            zone = None
        request = SaveSite(
            site_id=self.site.id if self.site else None,
            expected_version=self.site.version if self.site else 0,
            name=self.name.text(),
            address=typed(self.address),
            phone=typed(self.phone),
            fax=typed(self.fax),
            time_zone=zone,
            directions=typed(self.directions),
            hours=self.week.typed_hours,
            confirmed=self.confirmed,
        )
        self.run("services.sites.save_site", request)
