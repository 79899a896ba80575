<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ActionDialog</name>
    <message>
        <source>Change action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line may name who and when: call pharmacy re metformin @rosa fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What, verb first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For &amp;goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tatus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the &amp;patient&apos;s page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sens&amp;itive: not for front desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the patient reads ({language})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several fit: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is called “{typed}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due: {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several people fit. Type more of the name, or choose the owner below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has this name. Choose the owner below, or write the line without @.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a day, for example 2w, fri or 14 jul.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why it ends.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlikePanel</name>
    <message>
        <source>People on file who may be the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of them is this person: register a new patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n on file may be the same person. Enter opens a chart.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probably the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possibly the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same identifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>similar name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same birth date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>birth date nearly the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>but a different sex</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppointmentDialog</name>
    <message>
        <source>Appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient&apos;s phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;No-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel visit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark visit done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked no-show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark no-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancel visit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AppointmentTypeDialog</name>
    <message>
        <source>Kinds of visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New kind of visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind of visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what this kind of visit is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a number, for example 30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BookDialog</name>
    <message>
        <source>Book appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a&amp;nother time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sensitive: front desk sees no reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free &amp;times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press a digit to choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit, {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any clinician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any time of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind of visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;With</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of &amp;day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;ime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Why at this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only needed outside the free times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason for the visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;ay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a day, for example fri, +2w or 14 jul.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the clinician for this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a time, for example 9:30 or 2 pm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clocks go forward then: this time does not exist on that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a free time, or type another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked {time} with {whom}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Booking</name>
    <message>
        <source>Book appointment: for whom?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>book appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a visit elsewhere: for whom?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save clinician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save kind of visit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clinicians yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up who sees patients, and when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set them up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day by clinician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day as a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free times for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit, {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clinician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show cancelled ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total} visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By clinician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit &amp;elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hospital</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Book here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open c&amp;hart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clinicians and hours…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>working hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kinds of visit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>appointment types</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day be&amp;fore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day a&amp;fter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to &amp;today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to day…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;List or day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CancelReason</name>
    <message>
        <source>Another &amp;reason, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient is ill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinician is away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No transport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked by mistake</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CarePlanTab</name>
    <message>
        <source>No plan yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with what matters to the patient, in their own words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n goals</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>New &amp;task or plan action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark &amp;done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the &amp;patient&apos;s page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is kept by another organisation and can only be read here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goal reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the patient&apos;s page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on the patient&apos;s page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patient&apos;s page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CarePlanWords</name>
    <message>
        <source>Urgent: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the patient&apos;s page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal / action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From elsewhere: {plan}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the plan as a whole</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartPage</name>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This chart cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last import {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Book appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log contact, {family}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartWords</name>
    <message>
        <source>since {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target {target}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {last} on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>from {first}, %n values</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n d over</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>by {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Former</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imported {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>+%n more entries</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChoiceStep</name>
    <message>
        <source>Which practice?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &amp;new practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a new encrypted file. You become its administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A &amp;sample practice, to look around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invented patients in a file of its own, marked as not real on every screen and page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A practice &amp;file that exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer, or copied here together with its .keys.json file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoosePatientDialog</name>
    <message>
        <source>Name, birth date, phone or record number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No patient matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hoose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record no.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClinicianDialog</name>
    <message>
        <source>Clinicians and hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New clinician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clinician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Family name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Given names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title, for example Dr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;pecialty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;hone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours, for example 9-12, 1-5. Leave a day empty when closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same hours Mo&amp;nday to Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;uesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wednesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu&amp;rsday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fr&amp;iday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturda&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sun&amp;day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the family name of the clinician.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write times such as 9-12, 1-5; stretches may not overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;New…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switch user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients seen &amp;last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre&amp;vious part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Narrow list of screens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset &amp;columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bigger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours &amp;as on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About ICM Desktop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashReports</name>
    <message>
        <source>Something in the program went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last step did not finish because of a fault in the program. What was saved before is safe.

1  Try the step again.
2  If it happens again, close the program and open it again.
3  Send the details below to whoever looks after the program. They hold no patient data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateEdit</name>
    <message>
        <source>for example fri, +2w or 14 jul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a date yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayModel</name>
    <message>
        <source>free {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}, {column}, free, number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}, {column}, nothing booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}, {column}, closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}, {column}, no visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, overlapping</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>Open a practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICM Desktop practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftKeeper</name>
    <message>
        <source>Draft kept {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You left a draft here: {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstUserStep</name>
    <message>
        <source>The first user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person is the administrator and can add the others. A sentence you can remember is a good password: at least {count} characters, spaces and any letters are welcome.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not typed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s) needed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Long enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a user name, for example your first name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use at least {count} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>required</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message>
        <source>Jan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>French</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>German</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Haitian Creole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Korean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Russian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %n d</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d late</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>about {years}y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{years}y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days}d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{months}m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weeks}w</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoalDialog</name>
    <message>
        <source>Change goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the patient says it: walk to church without stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the patient&apos;s own &amp;words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Clinical goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Measured by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example &lt; 8 % or 120-135 mm Hg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient&apos;s words are &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stat&amp;us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;How it goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the &amp;patient&apos;s page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensiti&amp;ve: not for front desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the goal in the patient&apos;s words, or the clinical goal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a day, for example 3m or 2 sep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why it ends.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoldDialog</name>
    <message>
        <source>Hold until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a day, for example 2w, fri or 14 jul.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a day after today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held until {date}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel {work}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{work}: stopping…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockWarning</name>
    <message numerus="yes">
        <source>This window locks in %n second(s). Press any key to go on.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogContactDialog</name>
    <message>
        <source>Log contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next &amp;try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Left message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wrong number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portal message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a day, for example 2w, fri or 14 jul.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose today or a later day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact logged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact logged. Next try {date}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookStep</name>
    <message>
        <source>Welcome to ICM Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One shared care plan for each patient, its referrals and its visits. First, how should it look?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text size in points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Bac&amp;k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to {screen}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PRACTICE DATA, NOT REAL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About ICM Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICM Desktop {version}

One shared care plan, its referrals and its appointments, in one encrypted file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MicroBanner</name>
    <message>
        <source>Patient {name}, born {born}, record number {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutsideTime</name>
    <message>
        <source>New &amp;day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a day, for example fri, +2w or 14 jul.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a time, for example 9:30 or 2 pm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clocks go forward then: this time does not exist on that day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutsideVisitDialog</name>
    <message>
        <source>Record a visit elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sensitive: front desk sees no reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;With whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W&amp;here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their &amp;phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Minutes, if known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write whom the patient will see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a day, for example fri, +2w or 14 jul.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a time, for example 9:30 or 2 pm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clocks go forward then: this time does not exist on that day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a number, for example 45.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recorded: {time} with {whom}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OwnerBox</name>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command fits. Try another word.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientBanner</name>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Died</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{date}, aged {age}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{language}, interpreter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient {name}, born {born}, sex {sex}, record number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferred name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar name on file</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Allergy: {list}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No known allergies ({date})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No known allergies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allergies not recorded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientWords</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>born {born}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next appointment {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of {name} saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientsPage</name>
    <message>
        <source>Add new patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No next appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, birth date, phone or record number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the first one, or import patients from a file: File, Import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No patients yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody fits this filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose All to see everybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No patient matches “{typed}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar: {people}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total} · Filter: {filter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct &amp;details…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Search this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Registered {name}, record no. {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>register {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceStep</name>
    <message>
        <source>The practice and its file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is kept in one encrypted file on this computer. Not in a synchronised or network folder: a live database gets damaged there. Backups may go there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of the practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose a place…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the name of the practice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a time zone from the list, for example America/New_York.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose where the file should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the practice is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICM Desktop practice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanDetailPane</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a goal or an action.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient reads ({language}): {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target: {target}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due: {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the patient&apos;s page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on the patient&apos;s page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitive: not for front desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From: {origin}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed here: {date}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>Proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Improving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n d late</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recurrence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relapse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in remission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>our turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>consultant&apos;s turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clinician&apos;s turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patient&apos;s turn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Screens</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>The new recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryStep</name>
    <message>
        <source>The recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a user&apos;s password or this code nobody can open your records, including us. It is shown only now. Print it twice and keep the sheets in two safe places, not beside this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print the sheet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Type the last four groups from the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are not the last four groups. Read them again from the sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICM Desktop: recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made on {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever has this sheet and the file can read every record. Keep it like a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a user&apos;s password or this code nobody can open the records, including us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After it was used once, a new code is given. Then destroy this sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RegisterPatientDialog</name>
    <message>
        <source>Correct details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Family name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Given names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example 3/4/1958, or only 1958</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferred &amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suff&amp;ix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inte&amp;rpreter needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best time to &amp;call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large prin&amp;t on paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cit&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;ZIP code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ontact person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact&apos;s p&amp;hone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the family name. If there is only one name, write it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a day or a year, for example 3/4/1958 or 1958.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The birth date is in the future. Check the year.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Find patient: name, date of birth, phone, record no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionKeeper</name>
    <message>
        <source>Sample practice: the user is {user}, the password: {password}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has confirmed yet that the recovery code is on paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filling the sample practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of the program that keeps the records stopped. What was saved is safe. Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The part of the program that keeps the records stopped. Please try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on another screen or row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>&amp;Show the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the older copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forgot the password?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Another practice…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New practice…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the printed sheet, groups of four.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice file: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open with the recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the user name and the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlotList</name>
    <message>
        <source>Free times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: {time}, {clinician}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No free time found.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SummaryTab</name>
    <message>
        <source>Show all {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No active problem recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No current medicine recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Social findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goals and next actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No goal yet. Ctrl+N, G adds one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No value recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No coming appointment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open referrals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody recorded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeEdit</name>
    <message>
        <source>for example 9:30 or 2 pm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}. Undo is in the Edit menu.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Mine and unassigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everyone&apos;s list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today · {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due and nothing is planned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due. Next: {date}, {what}, {patient}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total} · Filter: {filter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark &amp;done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hold until…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Book appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;everyone&apos;s list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This line goes when its cause is dealt with. Press Enter to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log contact</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message>
        <source>Critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{patient}, {what}, {due}, owner {owner}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopStrip</name>
    <message>
        <source>PRACTICE DATA, NOT REAL</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VisitWords</name>
    <message>
        <source>Proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside: {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}, {patient}, with {whom}, {place}, {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make the practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICM Desktop practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>A page is kept as printed or saved, not as {how}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A referral is not ticked off: record its next step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A referral that is {state} cannot become {new} next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A visit takes {least} to {most} minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A visit that is {status} cannot be moved. Book a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A visit that is {status} cannot become {new}. If it was recorded by mistake, undo it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the hospital stay: done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer the question of {to}: {service}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whether {to} has the referral: {service}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assess safety now: PHQ-9 item 9 answered {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup of {patients} patients written to {out}, opened and checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book: visit after the hospital stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call again: missed visit with {with}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call: back from the hospital</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call: missed visit with {with}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call: missed {service} with {to}, get a new date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Care plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a day after today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a day within {days} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how the contact went.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how the patient was contacted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose routine or urgent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the language from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the measurement from the list, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the sex from the list, or leave it empty when nobody asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the status from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose to whom it goes now; the old referral ends by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the referral: {service}, {to}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined by {to}: send to somebody else or cancel: {service}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did not fit: {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do what the plan says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out whether the visit took place: {service}, {to}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up: coordinator to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get a date from {to}: {service}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get the note from {to}: {service}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one number or a range, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the password in a file with --password-file FILE, or in the ICM_PASSWORD variable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left the hospital on {discharged_on}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked {detail} days ahead; later days may have more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made {database}.
Recovery code, shown only now: {code}
Print it and keep it away from this computer. Without a password or this code nobody can open the records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made {patients} patients with {rows} records. They are invented.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed on {missed_on}; no new date with the same person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed visit: done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NOT CHECKED: the file does not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No clinician has a calendar yet: set one up first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No directions are recorded for {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No patient has the reference {ref}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No phone number is recorded for the practice or the care team. Add one, so that the patient can call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody else could sign in any more. Add another user first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed by the practice: {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the language of the page, printed in its own box: {line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not seen: missed the visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a care coordinator, a clinician or an administrator may add sensitive items to a page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages are made in English (en) and Spanish (es), not in {language}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referral {state} since {since_on}, {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review now: potassium {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review the note from {to}: {service}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who signs in with --user NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a letter: missed visit with {with}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the referral: {service} to {to}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitive items are left out. Ask a care coordinator if they should be on the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. Nothing was saved; look at it again first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed this patient meanwhile. Nothing was saved; look at it again first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed this referral meanwhile. Nothing was saved; look at it again first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed this visit meanwhile. Nothing was saved; look at it again first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else did this. Ask them, or an administrator, to undo it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else is booked at this time ({starts_at}). Choose another start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. {done} of {total} were done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the patient what {to} said: {service}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The birth date is in the future. Check the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database and the file with its keys do not belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database can only be read here. Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database engine on this computer is not safe ({engine} {found}). Install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is busy with other work. Nothing was saved; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged. Do not change anything; restore the last backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so nothing was saved. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file at {path} is not a sample practice, so it is not replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the keys beside the database is damaged. Put it back from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the keys, {path}, is missing. Put it back beside the database, for example from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file {path} is not encrypted, so it is not opened. Choose an ICM Desktop database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was stopped. Nothing of it was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day is before the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lower end of the target is not below the upper end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper can be letter or a4, not {paper}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password file {file} cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient has another visit at this time ({starts_at}). Choose another start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient reads {detail}: go through this page with an interpreter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery code has a typing mistake. Compare every group of four.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reference {ref} fits several patients: {record_numbers}. Use one of these numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The referral stays open until these are recorded: {missing}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target can be under, at most, over or at least a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user name or the password is not right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no working hours for {clinician}: set them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file at {file} already. Choose another name; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file at {path} already. Choose another name; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a kind of visit called {name} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a user called {name} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a user called {user_name} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no database at {path}. Check the place, or make a new practice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file or folder {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no page called {kind}. Ask for next-steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no time zone {zone}. Write one such as America/New_York.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no user called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to import: name a file or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are not the last four groups of the recovery code. Read them again from the sheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These letters cannot be printed and show as a square: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address is no longer in the directory. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This backup is damaged or was changed. Use another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This can be recorded when the time has come ({starts_at}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This clinician has no calendar here. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This coordinator is no longer a user of the practice. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This database has patients already. The generated practice only fills an empty one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This database is open in another window: {user} on {host} since {since}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This database was made by a newer version of ICM Desktop. Update the program on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This database was made by an older version of ICM Desktop and must be brought up to date first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This database was never set up as a practice. Make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This date cannot be a due date. Check the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This day does not exist. Check the day and the month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This day is in the future. Record it when it has happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This form cannot keep a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an older copy of the database, or its last changes were lost. Nothing was changed. An administrator may go on with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is before the last step ({earliest}). Check the date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is more than {days} days ahead. Check the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no longer on the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no longer on the plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a page made here, so it was not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is part of a plan made elsewhere. Add an action of our own instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long to be kept as a draft. Use at most {most} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long. Use at most {most} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of visit no longer exists. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This owner is no longer a user of the practice. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page is not kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This password is easy to guess: it is made of common words. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This password is easy to guess: it is your name or that of the practice. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This password is easy to guess: it repeats itself. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This patient has died, so no referral can be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This patient has died, so no visit can be booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This patient has died.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This patient is not on file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This patient is recorded as deceased.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person can no longer be given work. Choose somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This recovery code is not right, or it was used before. Use the newest one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This referral belongs to another patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This referral is not on file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row belongs to another patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step has a sentence of more than 20 words: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This time has passed. Choose a later start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This time has passed. Write when the visit will be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user has no password here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user may no longer sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This visit is not on file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was not possible ({code}). Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was undone already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This would be an age of more than {most} years. Check the year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong passwords. Wait {seconds} seconds and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two stretches of {weekday} overlap. Make them one, or shorten one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent: coordinator to call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use at least {shortest} characters. A sentence is easy to remember.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use at most {longest} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a user name of 1 to 40 letters or digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the birth date as a year, or a year with month and day, for example 1958-03-04.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the e-mail address as name@place, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the family name of the clinician.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the family name. If there is only one name, write it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the goal: in the patient&apos;s own words, or what you want to reach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the name of the practice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the phone number with all its digits, at least {least} of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the reason or the question before the referral is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the target as a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write times such as 09:00 and 12:30, the first one earlier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to whom the referral goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what is to be done, the verb first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what this kind of visit is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write which service the patient needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write who does it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write whom the patient will see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write why the visit is cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write why, so that the others understand it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write why: the clinician who asked will read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote {out}, pages: {pages}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role ({role}) may not do this. Ask an administrator of the practice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a clinician reviews the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>our clinician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>send it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the visit takes place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their note arrives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they confirm they have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they give a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>us</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>we answer their question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>we book a new date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>we close it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>we send it to somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>we tell the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clinician} does not see patients at this time. Choose another start, or say why this is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clinician}: at {detail} free starts the patient has another visit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clinician}: no working hours are set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clinician}: the visit is longer than any stretch of working hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clinician}: {detail} free starts lie in the other half of the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clinician}: {detail} starts are taken by other visits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} on file may be the same person. Look before you add a new patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{detail} is on the list more than once. Check with a clinician before the patient goes home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is the only administrator. Make another one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be used: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a backup. Restore it into a new file to work with it; a backup itself stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is in a synchronised or network folder ({kind}), where a live database gets damaged. Choose a folder on this computer; backups may go there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % read and saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkDetailPane</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a row to see how to reach the patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due: {due}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner: {owner}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No phone number on file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best: {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mobile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Side</name>
    <message>
        <source>One shared plan for every patient: who does what next, and when.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>self._words</name>
    <message>
        <source>{number}  free</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
