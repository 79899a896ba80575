"""Records that leave: what is held back, and what stands in the way."""

SENTENCES = {
    "export.exception_reason": "Write what it leaves by: the nature of the emergency, the agreement, or the order.",
    "export.emergency_whom": "Name the medical personnel and the place they work for.",
    "export.purpose_missing": "Say what the record is for.",
    "export.not_ticked": "Sensitive, and not ticked",
    "export.between_us": "Between the patient and this practice",
    "export.kind_left_out": "Left out by you",
    "export.folder_not_empty": "This folder holds something already. Choose a new one.",
    "export.cancelled": "The export was stopped. Nothing of it was kept.",
    "cli.record_written": "Wrote {out}: {count} resources, {held} held back. SHA-256 {sha256}. The file is not encrypted.",
    "cli.practice_written": "Wrote {out}: {patients} patients in {files} files. SHA-256 of the manifest {sha256}. The files are not encrypted.",
    "cli.export_progress": "Exporting: {percent} %",
    "export.bad_format": "The record cannot leave in this form.",
    "exports.no_referral": "There is no referral under way that a referral note could be about.",
    "cli.export_wants_one": "This format is of one patient: use --patient.",
    "cli.export_wants_everybody": "This format is of everybody: use --all.",
}
