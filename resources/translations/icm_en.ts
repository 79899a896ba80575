<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AlikePanel</name>
    <message numerus="yes">
        <source>%n on file may be the same person. Enter opens a chart.</source>
        <translation>
            <numerusform>%n person on file may be the same. Enter opens the chart.</numerusform>
            <numerusform>%n people on file may be the same. Enter opens a chart.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ApprovedPackets</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditSection</name>
    <message numerus="yes">
        <source>Last looked through {when} by {who}, %n event(s) since.</source>
        <translation>
            <numerusform>Last looked through {when} by {who}, %n event since.</numerusform>
            <numerusform>Last looked through {when} by {who}, %n events since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) looked through.</source>
        <translation>
            <numerusform>%n event looked through.</numerusform>
            <numerusform>%n events looked through.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupsSection</name>
    <message numerus="yes">
        <source>The newest %n automatic one(s) are kept</source>
        <translation>
            <numerusform>The newest %n automatic one is kept</numerusform>
            <numerusform>The newest %n automatic ones are kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CarePlanTab</name>
    <message numerus="yes">
        <source>%n goals</source>
        <translation>
            <numerusform>%n goal</numerusform>
            <numerusform>%n goals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseReviewPane</name>
    <message numerus="yes">
        <source>%n open; their words are closed to you.</source>
        <translation>
            <numerusform>%n open; its words are closed to you.</numerusform>
            <numerusform>%n open; their words are closed to you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseReviewWords</name>
    <message numerus="yes">
        <source>%n open recommendations</source>
        <translation>
            <numerusform>%n open recommendation</numerusform>
            <numerusform>%n open recommendations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patients treated to target</source>
        <translation>
            <numerusform>%n patient treated to target</numerusform>
            <numerusform>%n patients treated to target</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be reviewed</source>
        <translation>
            <numerusform>%n to be reviewed</numerusform>
            <numerusform>%n to be reviewed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseloadWords</name>
    <message numerus="yes">
        <source>{name} {change}, {first} to {last}, %n values</source>
        <translation>
            <numerusform>{name} {change}, {first} to {last}, %n value</numerusform>
            <numerusform>{name} {change}, {first} to {last}, %n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks in the program</source>
        <translation>
            <numerusform>%n week in the program</numerusform>
            <numerusform>%n weeks in the program</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes this month</source>
        <translation>
            <numerusform>%n minute this month</numerusform>
            <numerusform>%n minutes this month</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patients</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with nothing planned</source>
        <translation>
            <numerusform>%n with nothing planned</numerusform>
            <numerusform>%n with nothing planned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n late</numerusform>
            <numerusform>%n late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last psychiatric consult {day}, {name}; %n recommendations open</source>
        <translation>
            <numerusform>Last psychiatric consult {day}, {name}; %n recommendation open</numerusform>
            <numerusform>Last psychiatric consult {day}, {name}; %n recommendations open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeSeriesDialog</name>
    <message numerus="yes">
        <source>Cancelled %n visit(s).</source>
        <translation>
            <numerusform>Cancelled %n visit.</numerusform>
            <numerusform>Cancelled %n visits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n visit(s).</source>
        <translation>
            <numerusform>Moved %n visit.</numerusform>
            <numerusform>Moved %n visits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved earlier stayed.</source>
        <translation>
            <numerusform>%n moved earlier stayed.</numerusform>
            <numerusform>%n moved earlier stayed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartWords</name>
    <message numerus="yes">
        <source>from {first}, %n values</source>
        <translation>
            <numerusform>from {first}, %n value</numerusform>
            <numerusform>from {first}, %n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d over</source>
        <translation>
            <numerusform>%n d over</numerusform>
            <numerusform>%n d over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+%n more entries</source>
        <translation>
            <numerusform>+%n more entry</numerusform>
            <numerusform>+%n more entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CollaborativeTab</name>
    <message numerus="yes">
        <source>%n open recommendations</source>
        <translation>
            <numerusform>%n open recommendation</numerusform>
            <numerusform>%n open recommendations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictRulesSection</name>
    <message numerus="yes">
        <source>%n patient(s) checked again.</source>
        <translation>
            <numerusform>%n patient checked again.</numerusform>
            <numerusform>%n patients checked again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictWords</name>
    <message numerus="yes">
        <source>{whom}, %n day(s) ago</source>
        <translation>
            <numerusform>{whom}, %n day ago</numerusform>
            <numerusform>{whom}, %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConflictsPart</name>
    <message numerus="yes">
        <source>%n patient(s) still to be checked.</source>
        <translation>
            <numerusform>%n patient still to be checked.</numerusform>
            <numerusform>%n patients still to be checked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CsvColumnsDialog</name>
    <message numerus="yes">
        <source>%n lines. What was recognized is filled in; a column that is not needed is not read.</source>
        <translation>
            <numerusform>%n line. What was recognized is filled in; a column that is not needed is not read.</numerusform>
            <numerusform>%n lines. What was recognized is filled in; a column that is not needed is not read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DirectoryFileDialog</name>
    <message numerus="yes">
        <source>%n place(s) that lines name are added too: {names}</source>
        <translation>
            <numerusform>%n place that lines name is added too: {names}</numerusform>
            <numerusform>%n places that lines name are added too: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add %n entries</source>
        <translation>
            <numerusform>&amp;Add %n entry</numerusform>
            <numerusform>&amp;Add %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DirectorySection</name>
    <message numerus="yes">
        <source>%n alike</source>
        <translation>
            <numerusform>%n alike</numerusform>
            <numerusform>%n alike</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open referral(s) still go there.</source>
        <translation>
            <numerusform>%n open referral still goes there.</numerusform>
            <numerusform>%n open referrals still go there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries added to the directory.</source>
        <translation>
            <numerusform>%n entry added to the directory.</numerusform>
            <numerusform>%n entries added to the directory.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DisclosuresDialog</name>
    <message numerus="yes">
        <source>%n need not be listed.</source>
        <translation>
            <numerusform>%n need not be listed.</numerusform>
            <numerusform>%n need not be listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentReader</name>
    <message numerus="yes">
        <source>%n picture(s) of the original cannot be shown.</source>
        <translation>
            <numerusform>%n picture of the original cannot be shown.</numerusform>
            <numerusform>%n pictures of the original cannot be shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Emergency</name>
    <message numerus="yes">
        <source>Schedule and %n plan(s)</source>
        <translation>
            <numerusform>Schedule and %n plan</numerusform>
            <numerusform>Schedule and %n plans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) of today without a plan</source>
        <translation>
            <numerusform>%n patient of today without a plan</numerusform>
            <numerusform>%n patients of today without a plan</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangeOutWords</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>%n held back</numerusform>
            <numerusform>%n held back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message numerus="yes">
        <source>%n patients</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Decide %n differences</source>
        <translation>
            <numerusform>Decide %n difference</numerusform>
            <numerusform>Decide %n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Match %n patients</source>
        <translation>
            <numerusform>Match %n patient</numerusform>
            <numerusform>Match %n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were refused: see Failed</source>
        <translation>
            <numerusform>%n file was refused: see Failed</numerusform>
            <numerusform>%n files were refused: see Failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name} and %n more</source>
        <translation>
            <numerusform>{name} and %n more</numerusform>
            <numerusform>{name} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportPracticeDialog</name>
    <message numerus="yes">
        <source>%n patients</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportRecordDialog</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>%n held back</numerusform>
            <numerusform>%n held back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportRecordWords</name>
    <message numerus="yes">
        <source>%n entries leave</source>
        <translation>
            <numerusform>%n entry leaves</numerusform>
            <numerusform>%n entries leave</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are held back</source>
        <translation>
            <numerusform>%n is held back</numerusform>
            <numerusform>%n are held back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstUserStep</name>
    <message numerus="yes">
        <source>%n more character(s) needed.</source>
        <translation>
            <numerusform>%n more character needed.</numerusform>
            <numerusform>%n more characters needed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message numerus="yes">
        <source>in %n d</source>
        <translation>
            <numerusform>in %n d</numerusform>
            <numerusform>in %n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d late</source>
        <translation>
            <numerusform>%n d late</numerusform>
            <numerusform>%n d late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>%n d ago</numerusform>
            <numerusform>%n d ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GivenWords</name>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open referral(s)</source>
        <translation>
            <numerusform>%n open referral</numerusform>
            <numerusform>%n open referrals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n goal(s)</source>
        <translation>
            <numerusform>%n goal</numerusform>
            <numerusform>%n goals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan action(s)</source>
        <translation>
            <numerusform>%n plan action</numerusform>
            <numerusform>%n plan actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) they coordinate</source>
        <translation>
            <numerusform>%n patient they coordinate</numerusform>
            <numerusform>%n patients they coordinate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open question(s)</source>
        <translation>
            <numerusform>%n open question</numerusform>
            <numerusform>%n open questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n near miss(es)</source>
        <translation>
            <numerusform>%n near miss</numerusform>
            <numerusform>%n near misses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n concern(s)</source>
        <translation>
            <numerusform>%n concern</numerusform>
            <numerusform>%n concerns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of patients</source>
        <translation>
            <numerusform>%n request of a patient</numerusform>
            <numerusform>%n requests of patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recommendation(s)</source>
        <translation>
            <numerusform>%n recommendation</numerusform>
            <numerusform>%n recommendations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandWorkOverDialog</name>
    <message numerus="yes">
        <source>%n patient(s) they lead</source>
        <translation>
            <numerusform>%n patient they lead</numerusform>
            <numerusform>%n patients they lead</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open referral(s)</source>
        <translation>
            <numerusform>%n open referral</numerusform>
            <numerusform>%n open referrals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n goal(s)</source>
        <translation>
            <numerusform>%n goal</numerusform>
            <numerusform>%n goals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan action(s)</source>
        <translation>
            <numerusform>%n plan action</numerusform>
            <numerusform>%n plan actions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open question(s)</source>
        <translation>
            <numerusform>%n open question</numerusform>
            <numerusform>%n open questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n near miss(es)</source>
        <translation>
            <numerusform>%n near miss</numerusform>
            <numerusform>%n near misses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n concern(s)</source>
        <translation>
            <numerusform>%n concern</numerusform>
            <numerusform>%n concerns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of patients</source>
        <translation>
            <numerusform>%n request of a patient</numerusform>
            <numerusform>%n requests of patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recommendation(s)</source>
        <translation>
            <numerusform>%n recommendation</numerusform>
            <numerusform>%n recommendations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message numerus="yes">
        <source>%n patients</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files refused</source>
        <translation>
            <numerusform>%n file refused</numerusform>
            <numerusform>%n files refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files skipped</source>
        <translation>
            <numerusform>%n file skipped</numerusform>
            <numerusform>%n files skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries not understood</source>
        <translation>
            <numerusform>%n entry not understood</numerusform>
            <numerusform>%n entries not understood</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n likely doubles</source>
        <translation>
            <numerusform>%n likely double</numerusform>
            <numerusform>%n likely doubles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n facts differ from what stands here</source>
        <translation>
            <numerusform>%n fact differs from what stands here</numerusform>
            <numerusform>%n facts differ from what stands here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportsDialog</name>
    <message numerus="yes">
        <source>Import {number} was taken back: %n patient(s) removed.</source>
        <translation>
            <numerusform>Import {number} was taken back: %n patient removed.</numerusform>
            <numerusform>Import {number} was taken back: %n patients removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportsWords</name>
    <message numerus="yes">
        <source>%n patients</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message numerus="yes">
        <source>Backup of %n patient(s) written and checked: {file}</source>
        <translation>
            <numerusform>Backup of %n patient written and checked: {file}</numerusform>
            <numerusform>Backup of %n patients written and checked: {file}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restored %n patient(s) from the backup of {when} into {file}. To work there, open it as Another practice.</source>
        <translation>
            <numerusform>Restored %n patient from the backup of {when} into {file}. To work there, open it as Another practice.</numerusform>
            <numerusform>Restored %n patients from the backup of {when} into {file}. To work there, open it as Another practice.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyringDialog</name>
    <message numerus="yes">
        <source>%n password(s) follow at the next sign-in.</source>
        <translation>
            <numerusform>%n password follows at the next sign-in.</numerusform>
            <numerusform>%n passwords follow at the next sign-in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeftoversDialog</name>
    <message numerus="yes">
        <source>%n open thing(s) came from this. Say what becomes of each.</source>
        <translation>
            <numerusform>%n open thing came from this. Say what becomes of it.</numerusform>
            <numerusform>%n open things came from this. Say what becomes of each.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LettersDialog</name>
    <message numerus="yes">
        <source>%n letter(s) printed and noted.</source>
        <translation>
            <numerusform>%n letter printed and noted.</numerusform>
            <numerusform>%n letters printed and noted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LettersPreview</name>
    <message numerus="yes">
        <source>&amp;Print %n page(s)</source>
        <translation>
            <numerusform>&amp;Print %n page</numerusform>
            <numerusform>&amp;Print %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListsBox</name>
    <message numerus="yes">
        <source>%n medicine(s)</source>
        <translation>
            <numerusform>%n medicine</numerusform>
            <numerusform>%n medicines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockWarning</name>
    <message numerus="yes">
        <source>This window locks in %n second(s). Press any key to go on.</source>
        <translation>
            <numerusform>This window locks in %n second. Press any key to go on.</numerusform>
            <numerusform>This window locks in %n seconds. Press any key to go on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MedicineWords</name>
    <message numerus="yes">
        <source>%n medicine(s) wait for an answer.</source>
        <translation>
            <numerusform>%n medicine waits for an answer.</numerusform>
            <numerusform>%n medicines wait for an answer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MonthDetailPane</name>
    <message numerus="yes">
        <source>%n minutes counted</source>
        <translation>
            <numerusform>%n minute counted</numerusform>
            <numerusform>%n minutes counted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewReferralDialog</name>
    <message numerus="yes">
        <source>our own wait: too few to say (%n referrals)</source>
        <translation>
            <numerusform>our own wait: too few to say (%n referral)</numerusform>
            <numerusform>our own wait: too few to say (%n referrals)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>our own wait: half within {middle} days, longest {longest} (%n referrals)</source>
        <translation>
            <numerusform>our own wait: half within {middle} days, longest {longest} (%n referral)</numerusform>
            <numerusform>our own wait: half within {middle} days, longest {longest} (%n referrals)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesTexts</name>
    <message numerus="yes">
        <source>%n addition(s) beneath it; Enter shows them</source>
        <translation>
            <numerusform>%n addition beneath it; Enter shows it</numerusform>
            <numerusform>%n additions beneath it; Enter shows them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not shown: {kind}. {why}.</source>
        <translation>
            <numerusform>%n not shown: {kind}. {why}.</numerusform>
            <numerusform>%n not shown: {kind}. {why}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpenPackageDialog</name>
    <message numerus="yes">
        <source>%n fact(s) wait for an answer in Exchange, Differences.</source>
        <translation>
            <numerusform>%n fact waits for an answer in Exchange, Differences.</numerusform>
            <numerusform>%n facts wait for an answer in Exchange, Differences.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomeActs</name>
    <message numerus="yes">
        <source>%n codes imported</source>
        <translation>
            <numerusform>%n code imported</numerusform>
            <numerusform>%n codes imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows written, without names. Fewer than 11 are not told.</source>
        <translation>
            <numerusform>%n row written, without names. Fewer than 11 are not told.</numerusform>
            <numerusform>%n rows written, without names. Fewer than 11 are not told.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomePeopleDialog</name>
    <message numerus="yes">
        <source>%n without a name</source>
        <translation>
            <numerusform>%n without a name</numerusform>
            <numerusform>%n without a name</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomeWords</name>
    <message numerus="yes">
        <source>The records of %n patient(s) changed and are still being looked through.</source>
        <translation>
            <numerusform>The records of %n patient changed and are still being looked through.</numerusform>
            <numerusform>The records of %n patients changed and are still being looked through.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutcomesPage</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutdatedButton</name>
    <message numerus="yes">
        <source>%n hold an outdated page</source>
        <translation>
            <numerusform>%n holds an outdated page</numerusform>
            <numerusform>%n hold an outdated page</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PagesHeldPage</name>
    <message numerus="yes">
        <source>%n page(s) wait</source>
        <translation>
            <numerusform>%n page waits</numerusform>
            <numerusform>%n pages wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) hold an outdated page</source>
        <translation>
            <numerusform>%n patient holds an outdated page</numerusform>
            <numerusform>%n patients hold an outdated page</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pages of %n patient(s) still to be compared</source>
        <translation>
            <numerusform>pages of %n patient still to be compared</numerusform>
            <numerusform>pages of %n patients still to be compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Noted: %n patient(s) were told what changed</source>
        <translation>
            <numerusform>Noted: %n patient was told what changed</numerusform>
            <numerusform>Noted: %n patients were told what changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) taken out of the queue</source>
        <translation>
            <numerusform>%n page taken out of the queue</numerusform>
            <numerusform>%n pages taken out of the queue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PagesOut</name>
    <message numerus="yes">
        <source>Sent to {printer}, %n page(s)</source>
        <translation>
            <numerusform>Sent to {printer}, %n page</numerusform>
            <numerusform>Sent to {printer}, %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartnerWatch</name>
    <message numerus="yes">
        <source>%n patient(s) discharged</source>
        <translation>
            <numerusform>%n patient discharged</numerusform>
            <numerusform>%n patients discharged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>notes or letters for %n patient(s)</source>
        <translation>
            <numerusform>notes or letters for %n patient</numerusform>
            <numerusform>notes or letters for %n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>assessments of %n patient(s)</source>
        <translation>
            <numerusform>assessments of %n patient</numerusform>
            <numerusform>assessments of %n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changes to the plan of %n patient(s)</source>
        <translation>
            <numerusform>changes to the plan of %n patient</numerusform>
            <numerusform>changes to the plan of %n patients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartnerWords</name>
    <message numerus="yes">
        <source>%n fact(s) wait for an answer.</source>
        <translation>
            <numerusform>%n fact waits for an answer.</numerusform>
            <numerusform>%n facts wait for an answer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) refused there.</source>
        <translation>
            <numerusform>%n line refused there.</numerusform>
            <numerusform>%n lines refused there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer %n question(s)</source>
        <translation>
            <numerusform>Answer %n question</numerusform>
            <numerusform>Answer %n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Look at %n line(s) refused there</source>
        <translation>
            <numerusform>Look at %n line refused there</numerusform>
            <numerusform>Look at %n lines refused there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send a package: %n line(s) are news there</source>
        <translation>
            <numerusform>Send a package: %n line is news there</numerusform>
            <numerusform>Send a package: %n lines are news there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) wait to go</source>
        <translation>
            <numerusform>%n line waits to go</numerusform>
            <numerusform>%n lines wait to go</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatientBanner</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outdated page(s) in hand</source>
        <translation>
            <numerusform>%n outdated page in hand</numerusform>
            <numerusform>%n outdated pages in hand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n facts told otherwise</source>
        <translation>
            <numerusform>%n fact told otherwise elsewhere</numerusform>
            <numerusform>%n facts told otherwise elsewhere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatientsPage</name>
    <message numerus="yes">
        <source>%n pairs look alike</source>
        <translation>
            <numerusform>%n pair looks alike</numerusform>
            <numerusform>%n pairs look alike</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanBar</name>
    <message numerus="yes">
        <source>Review %n day(s) late</source>
        <translation>
            <numerusform>Review %n day late</numerusform>
            <numerusform>Review %n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) since</source>
        <translation>
            <numerusform>%n change since</numerusform>
            <numerusform>%n changes since</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPaperDialog</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPaperOptions</name>
    <message numerus="yes">
        <source>%n entries are left out; the pages say so.</source>
        <translation>
            <numerusform>%n entry is left out; the pages say so.</numerusform>
            <numerusform>%n entries are left out; the pages say so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanReviewDialog</name>
    <message numerus="yes">
        <source>{risk}: every %n month(s)</source>
        <translation>
            <numerusform>{risk}: every month</numerusform>
            <numerusform>{risk}: every %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanStartsDialog</name>
    <message numerus="yes">
        <source>&amp;Put %n on the plan</source>
        <translation>
            <numerusform>&amp;Put %n on the plan</numerusform>
            <numerusform>&amp;Put %n on the plan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) put on the plan.</source>
        <translation>
            <numerusform>%n line put on the plan.</numerusform>
            <numerusform>%n lines put on the plan.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanVersionWords</name>
    <message numerus="yes">
        <source>%n do not agree</source>
        <translation>
            <numerusform>%n does not agree</numerusform>
            <numerusform>%n do not agree</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) since the newest version</source>
        <translation>
            <numerusform>%n change since the newest version</numerusform>
            <numerusform>%n changes since the newest version</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message numerus="yes">
        <source>%n d late</source>
        <translation>
            <numerusform>%n d late</numerusform>
            <numerusform>%n d late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PoliciesSection</name>
    <message numerus="yes">
        <source>%n business day(s)</source>
        <translation>
            <numerusform>%n business day</numerusform>
            <numerusform>%n business days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PopulationActs</name>
    <message numerus="yes">
        <source>%n patient(s) assigned</source>
        <translation>
            <numerusform>%n patient assigned</numerusform>
            <numerusform>%n patients assigned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) enrolled</source>
        <translation>
            <numerusform>%n patient enrolled</numerusform>
            <numerusform>%n patients enrolled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) left out</source>
        <translation>
            <numerusform>%n patient left out</numerusform>
            <numerusform>%n patients left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PopulationRuleDialog</name>
    <message numerus="yes">
        <source>%n patient(s) are as this says.</source>
        <translation>
            <numerusform>%n patient is as this says.</numerusform>
            <numerusform>%n patients are as this says.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PopulationWords</name>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pathway(s)</source>
        <translation>
            <numerusform>%n pathway</numerusform>
            <numerusform>%n pathways</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PracticeSection</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewNotes</name>
    <message numerus="yes">
        <source>%n item(s) did not fit and are counted on the page: {items}</source>
        <translation>
            <numerusform>%n item did not fit and is counted on the page: {items}</numerusform>
            <numerusform>%n items did not fit and are counted on the page: {items}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) have no version in this language. Explain them: {items}</source>
        <translation>
            <numerusform>%n line has no version in this language. Explain it: {items}</numerusform>
            <numerusform>%n lines have no version in this language. Explain them: {items}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sensitive item(s) are on this page, framed in the preview</source>
        <translation>
            <numerusform>%n sensitive item is on this page, framed in the preview</numerusform>
            <numerusform>%n sensitive items are on this page, framed in the preview</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are too hard for most patients: {items}</source>
        <translation>
            <numerusform>%n line is too hard for most patients: {items}</numerusform>
            <numerusform>%n lines are too hard for most patients: {items}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintFormDialog</name>
    <message numerus="yes">
        <source>%n form(s), one for each patient</source>
        <translation>
            <numerusform>%n form, one for each patient</numerusform>
            <numerusform>%n forms, one for each patient</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintOptions</name>
    <message numerus="yes">
        <source>With %n sheet(s) for what does not fit</source>
        <translation>
            <numerusform>With %n sheet for what does not fit</numerusform>
            <numerusform>With %n sheets for what does not fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message numerus="yes">
        <source>&amp;Print %n page(s)</source>
        <translation>
            <numerusform>&amp;Print %n page</numerusform>
            <numerusform>&amp;Print %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Print %n page(s) and the sheets</source>
        <translation>
            <numerusform>&amp;Print %n page and the sheets</numerusform>
            <numerusform>&amp;Print %n pages and the sheets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintProgress</name>
    <message numerus="yes">
        <source>Sent to {printer}, %n document(s)</source>
        <translation>
            <numerusform>Sent to {printer}, %n document</numerusform>
            <numerusform>Sent to {printer}, %n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) with what did not fit on “Your next steps”</source>
        <translation>
            <numerusform>%n sheet with what did not fit on “Your next steps”</numerusform>
            <numerusform>%n sheets with what did not fit on “Your next steps”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sensitive item(s) are not on the pages: they print only when ticked</source>
        <translation>
            <numerusform>%n sensitive item is not on the pages: it prints only when ticked</numerusform>
            <numerusform>%n sensitive items are not on the pages: they print only when ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) wait for a printer. Print them later in Pages for patients.</source>
        <translation>
            <numerusform>%n page waits for a printer. Print it later in Pages for patients.</numerusform>
            <numerusform>%n pages wait for a printer. Print them later in Pages for patients.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more page(s) were not printed</source>
        <translation>
            <numerusform>%n more page was not printed</numerusform>
            <numerusform>%n more pages were not printed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped. %n page(s) were not made.</source>
        <translation>
            <numerusform>Stopped. %n page was not made.</numerusform>
            <numerusform>Stopped. %n pages were not made.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrivacyWords</name>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgramWords</name>
    <message numerus="yes">
        <source>%n min. to {code}</source>
        <translation>
            <numerusform>%n min. to {code}</numerusform>
            <numerusform>%n min. to {code}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes are given to no program</source>
        <translation>
            <numerusform>%n minute is given to no program</numerusform>
            <numerusform>%n minutes are given to no program</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgramsTab</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pieces</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes are given to no program</source>
        <translation>
            <numerusform>%n minute is given to no program</numerusform>
            <numerusform>%n minutes are given to no program</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressTab</name>
    <message numerus="yes">
        <source>%n value(s) counted</source>
        <translation>
            <numerusform>%n value counted</numerusform>
            <numerusform>%n values counted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgressWords</name>
    <message numerus="yes">
        <source>%n value(s) not counted (unit, date or not exact)</source>
        <translation>
            <numerusform>%n value not counted (unit, date or not exact)</numerusform>
            <numerusform>%n values not counted (unit, date or not exact)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier answer(s)</source>
        <translation>
            <numerusform>%n earlier answer</numerusform>
            <numerusform>%n earlier answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReconcileDialog</name>
    <message numerus="yes">
        <source>%n decision(s) were taken back: the lists are no longer the same.</source>
        <translation>
            <numerusform>%n decision was taken back: the lists are no longer the same.</numerusform>
            <numerusform>%n decisions were taken back: the lists are no longer the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n medicine(s) still to decide.</source>
        <translation>
            <numerusform>%n medicine still to decide.</numerusform>
            <numerusform>%n medicines still to decide.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReconciliationsDialog</name>
    <message numerus="yes">
        <source>%n medicine(s) not resolved.</source>
        <translation>
            <numerusform>%n medicine not resolved.</numerusform>
            <numerusform>%n medicines not resolved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReferralPacketDialog</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries are left out: they need an agreement.</source>
        <translation>
            <numerusform>%n entry is left out: it needs an agreement.</numerusform>
            <numerusform>%n entries are left out: they need an agreement.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReferralWords</name>
    <message numerus="yes">
        <source>%n d</source>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d over</source>
        <translation>
            <numerusform>%n d over</numerusform>
            <numerusform>%n d over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReferralsPage</name>
    <message numerus="yes">
        <source>%n referrals</source>
        <translation>
            <numerusform>%n referral</numerusform>
            <numerusform>%n referrals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegistryDetailPane</name>
    <message numerus="yes">
        <source>Reached %n times in 30 days</source>
        <translation>
            <numerusform>Reached once in 30 days</numerusform>
            <numerusform>Reached %n times in 30 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open goals</source>
        <translation>
            <numerusform>%n open goal</numerusform>
            <numerusform>%n open goals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open referrals</source>
        <translation>
            <numerusform>%n open referral</numerusform>
            <numerusform>%n open referrals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes this month</source>
        <translation>
            <numerusform>%n minute this month</numerusform>
            <numerusform>%n minutes this month</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n past the limit</source>
        <translation>
            <numerusform>%n past the limit</numerusform>
            <numerusform>%n past the limit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultWords</name>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values left out: entered in error or cancelled</source>
        <translation>
            <numerusform>%n value left out: entered in error or cancelled</numerusform>
            <numerusform>%n values left out: entered in error or cancelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RolesSection</name>
    <message numerus="yes">
        <source>%n act(s) and questions. What is not in this table cannot be done: the program refuses it.</source>
        <translation>
            <numerusform>%n act or question. What is not in this table cannot be done: the program refuses it.</numerusform>
            <numerusform>%n acts and questions. What is not in this table cannot be done: the program refuses it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavingsWindow</name>
    <message numerus="yes">
        <source>%n patient(s) of both groups count in the program only.</source>
        <translation>
            <numerusform>%n patient of both groups counts in the program only.</numerusform>
            <numerusform>%n patients of both groups count in the program only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScreeningFormDialog</name>
    <message numerus="yes">
        <source>%n question(s) not answered: no score</source>
        <translation>
            <numerusform>%n question not answered: no score</numerusform>
            <numerusform>%n questions not answered: no score</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScreeningWords</name>
    <message numerus="yes">
        <source>%n question(s) not answered</source>
        <translation>
            <numerusform>%n question not answered</numerusform>
            <numerusform>%n questions not answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetUp</name>
    <message numerus="yes">
        <source>%n visit(s) to book anew are on Today.</source>
        <translation>
            <numerusform>%n visit to book anew is on Today.</numerusform>
            <numerusform>%n visits to book anew are on Today.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetPreview</name>
    <message numerus="yes">
        <source>&amp;Print %n page(s)</source>
        <translation>
            <numerusform>&amp;Print %n page</numerusform>
            <numerusform>&amp;Print %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StrandedVisits</name>
    <message numerus="yes">
        <source>Save; book %n visit(s) anew</source>
        <translation>
            <numerusform>Save; book %n visit anew</numerusform>
            <numerusform>Save; book %n visits anew</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryTab</name>
    <message numerus="yes">
        <source>%n unread note(s)</source>
        <translation>
            <numerusform>%n unread note</numerusform>
            <numerusform>%n unread notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SurveysWindow</name>
    <message numerus="yes">
        <source>%n survey(s)</source>
        <translation>
            <numerusform>%n survey</numerusform>
            <numerusform>%n surveys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableExport</name>
    <message numerus="yes">
        <source>%n rows written. The file is not encrypted: keep it safe.</source>
        <translation>
            <numerusform>%n row written. The file is not encrypted: keep it safe.</numerusform>
            <numerusform>%n rows written. The file is not encrypted: keep it safe.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamActs</name>
    <message numerus="yes">
        <source>%n thing(s) handed over.</source>
        <translation>
            <numerusform>%n thing handed over.</numerusform>
            <numerusform>%n things handed over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message numerus="yes">
        <source>%n values that day</source>
        <translation>
            <numerusform>%n value that day</numerusform>
            <numerusform>%n values that day</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayHead</name>
    <message numerus="yes">
        <source>%n patients are still being checked; the list shows what was known of them before.</source>
        <translation>
            <numerusform>%n patient is still being checked; the list shows what was known before.</numerusform>
            <numerusform>%n patients are still being checked; the list shows what was known of them before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n try</numerusform>
            <numerusform>%n tries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransitionWords</name>
    <message numerus="yes">
        <source>Tried %n times</source>
        <translation>
            <numerusform>Tried once</numerusform>
            <numerusform>Tried %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <translation>
            <numerusform>%n h left</numerusform>
            <numerusform>%n h left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d late</source>
        <translation>
            <numerusform>%n d late</numerusform>
            <numerusform>%n d late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempts; two in time suffice, go on trying</source>
        <translation>
            <numerusform>%n attempt; two in time suffice, go on trying</numerusform>
            <numerusform>%n attempts; two in time suffice, go on trying</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransitionsPart</name>
    <message numerus="yes">
        <source>%n discharges</source>
        <translation>
            <numerusform>%n discharge</numerusform>
            <numerusform>%n discharges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VariationWindow</name>
    <message numerus="yes">
        <source>%n patients are still being worked out.</source>
        <translation>
            <numerusform>%n patient is still being worked out.</numerusform>
            <numerusform>%n patients are still being worked out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VisitSeriesDialog</name>
    <message numerus="yes">
        <source>Booked %n visit(s).</source>
        <translation>
            <numerusform>Booked %n visit.</numerusform>
            <numerusform>Booked %n visits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VisitsTab</name>
    <message numerus="yes">
        <source>%n nights</source>
        <translation>
            <numerusform>%n night</numerusform>
            <numerusform>%n nights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeekDialog</name>
    <message numerus="yes">
        <source>Every %n week(s)</source>
        <translation>
            <numerusform>Every %n week</numerusform>
            <numerusform>Every %n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeeksSection</name>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>every %n week</numerusform>
            <numerusform>every %n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message numerus="yes">
        <source>%n wrong code(s) were typed with your right password since you last signed in. If that was not you, choose a new password.</source>
        <translation>
            <numerusform>%n wrong code was typed with your right password since you last signed in. If that was not you, choose a new password.</numerusform>
            <numerusform>%n wrong codes were typed with your right password since you last signed in. If that was not you, choose a new password.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Act</name>
    <message numerus="yes">
        <source>%n patients</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
</context>
</TS>
