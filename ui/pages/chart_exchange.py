"""What a chart gives out and what came from outside: export of the record, and facts somebody else tells otherwise."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.packages import PackageSent
from icm_desktop.contracts.record_export import RecordExported
from ui.context import AppContext
from ui.feedback import Level


def export_record(context: AppContext, head: PatientHead, parent: QWidget) -> None:
    """Show what would leave before the record is written into a file; of a package, its code afterwards."""
    from ui.dialogs.export_record import ExportRecordDialog  # here: seldom wanted

    def exported(made: RecordExported | PackageSent) -> None:
        context.feedback.say(dialog.told(made), Level.CAUTION)
        if isinstance(made, PackageSent):
            from ui.dialogs.package_code import PackageCodeDialog  # here: seldom wanted

            PackageCodeDialog(context, made, parent).open()

    dialog = ExportRecordDialog(context, head, parent)
    dialog.saved.connect(exported)
    dialog.open()


def compare(context: AppContext, head: PatientHead, parent: QWidget) -> None:
    """Facts of which somebody outside says otherwise, side by side."""
    from ui.dialogs.differences import DifferencesDialog  # here: seldom wanted

    DifferencesDialog(context, head, parent).open()
