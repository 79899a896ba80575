<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Type a password.</source>
        <translation>Escriba una contraseña.</translation>
    </message>
    <message>
        <source>Password a&amp;gain</source>
        <translation>Contraseña otra &amp;vez</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Las dos contraseñas no son iguales.</translation>
    </message>
</context>
<context>
    <name>AboutForms</name>
    <message>
        <source>change details, {family}</source>
        <translation>cambiar datos, {family}</translation>
    </message>
    <message>
        <source>Consent revoked.</source>
        <translation>Consentimiento revocado.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>Added.</source>
        <translation>Añadido.</translation>
    </message>
</context>
<context>
    <name>AboutTab</name>
    <message>
        <source>About</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Añadir…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Birth, sex and gender</source>
        <translation>Nacimiento, sexo y género</translation>
    </message>
    <message>
        <source>Death</source>
        <translation>Fallecimiento</translation>
    </message>
    <message>
        <source>No death recorded.</source>
        <translation>Sin fallecimiento registrado.</translation>
    </message>
    <message>
        <source>Record…</source>
        <translation>Registrar…</translation>
    </message>
    <message>
        <source>Record numbers</source>
        <translation>Números de expediente</translation>
    </message>
    <message>
        <source>Phones and e-mail</source>
        <translation>Teléfonos y correo</translation>
    </message>
    <message>
        <source>No number on file.</source>
        <translation>Ningún número registrado.</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Direcciones</translation>
    </message>
    <message>
        <source>No address on file.</source>
        <translation>Ninguna dirección registrada.</translation>
    </message>
    <message>
        <source>How to reach</source>
        <translation>Cómo contactar</translation>
    </message>
    <message>
        <source>Contacts and proxies</source>
        <translation>Contactos y representantes</translation>
    </message>
    <message>
        <source>Nobody on file.</source>
        <translation>Nadie registrado.</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>No alert.</source>
        <translation>Ninguna alerta.</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Consentimientos</translation>
    </message>
    <message>
        <source>No consent on file.</source>
        <translation>Ningún consentimiento registrado.</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>Seguro</translation>
    </message>
    <message>
        <source>No insurance on file.</source>
        <translation>Ningún seguro registrado.</translation>
    </message>
    <message>
        <source>Add &amp;phone or e-mail…</source>
        <translation>Añadir &amp;teléfono o correo…</translation>
    </message>
    <message>
        <source>Add &amp;address…</source>
        <translation>Añadir &amp;dirección…</translation>
    </message>
    <message>
        <source>Add &amp;former name…</source>
        <translation>Añadir nombre &amp;anterior…</translation>
    </message>
    <message>
        <source>Add &amp;contact or proxy…</source>
        <translation>Añadir &amp;contacto o representante…</translation>
    </message>
    <message>
        <source>Add &amp;insurance…</source>
        <translation>Añadir &amp;seguro…</translation>
    </message>
    <message>
        <source>Add c&amp;onsent…</source>
        <translation>Añadir c&amp;onsentimiento…</translation>
    </message>
    <message>
        <source>Add a&amp;lert…</source>
        <translation>Añadir a&amp;lerta…</translation>
    </message>
    <message>
        <source>&amp;Birth, sex and gender…</source>
        <translation>&amp;Nacimiento, sexo y género…</translation>
    </message>
    <message>
        <source>How to &amp;reach…</source>
        <translation>Cómo con&amp;tactar…</translation>
    </message>
    <message>
        <source>Record &amp;death…</source>
        <translation>Registrar &amp;fallecimiento…</translation>
    </message>
</context>
<context>
    <name>AboutWords</name>
    <message>
        <source>legal name</source>
        <translation>nombre legal</translation>
    </message>
    <message>
        <source>preferred name</source>
        <translation>nombre preferido</translation>
    </message>
    <message>
        <source>pronouns</source>
        <translation>pronombres</translation>
    </message>
    <message>
        <source>before marriage</source>
        <translation>de soltera</translation>
    </message>
    <message>
        <source>former name</source>
        <translation>nombre anterior</translation>
    </message>
    <message>
        <source>nickname</source>
        <translation>apodo</translation>
    </message>
    <message>
        <source>usual name</source>
        <translation>nombre habitual</translation>
    </message>
    <message>
        <source>temporary name</source>
        <translation>nombre temporal</translation>
    </message>
    <message>
        <source>protected name</source>
        <translation>nombre protegido</translation>
    </message>
    <message>
        <source>other name</source>
        <translation>otro nombre</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>sin preguntar</translation>
    </message>
    <message>
        <source>Born: {value}</source>
        <translation>Nacimiento: {value}</translation>
    </message>
    <message>
        <source>Sex for administration: {value}</source>
        <translation>Sexo administrativo: {value}</translation>
    </message>
    <message>
        <source>Sex at birth: {value}</source>
        <translation>Sexo al nacer: {value}</translation>
    </message>
    <message>
        <source>Gender identity: {value}</source>
        <translation>Identidad de género: {value}</translation>
    </message>
    <message>
        <source>Sexual orientation: {value}</source>
        <translation>Orientación sexual: {value}</translation>
    </message>
    <message>
        <source>Race: {value}</source>
        <translation>Raza: {value}</translation>
    </message>
    <message>
        <source>Ethnicity: {value}</source>
        <translation>Etnia: {value}</translation>
    </message>
    <message>
        <source>Marital status: {value}</source>
        <translation>Estado civil: {value}</translation>
    </message>
    <message>
        <source>Multiple birth: number {value}</source>
        <translation>Parto múltiple: número {value}</translation>
    </message>
    <message>
        <source>date not known</source>
        <translation>fecha desconocida</translation>
    </message>
    <message>
        <source>Died: {date}</source>
        <translation>Falleció: {date}</translation>
    </message>
    <message>
        <source>our record number</source>
        <translation>nuestro número de expediente</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Mejor</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>Sin uso</translation>
    </message>
    <message>
        <source>interpreter needed</source>
        <translation>necesita intérprete</translation>
    </message>
    <message>
        <source>no interpreter needed</source>
        <translation>no necesita intérprete</translation>
    </message>
    <message>
        <source>Language: {value}</source>
        <translation>Idioma: {value}</translation>
    </message>
    <message>
        <source>Do not call</source>
        <translation>No llamar</translation>
    </message>
    <message>
        <source>Reach by: {value}</source>
        <translation>Contactar por: {value}</translation>
    </message>
    <message>
        <source>Best time: {value}</source>
        <translation>Mejor hora: {value}</translation>
    </message>
    <message>
        <source>Note: {value}</source>
        <translation>Nota: {value}</translation>
    </message>
    <message>
        <source>Print: {value}</source>
        <translation>Impresión: {value}</translation>
    </message>
    <message>
        <source>large print</source>
        <translation>letra grande</translation>
    </message>
    <message>
        <source>May hear: {topics}</source>
        <translation>Puede saber: {topics}</translation>
    </message>
    <message>
        <source>Not: {topics}</source>
        <translation>No: {topics}</translation>
    </message>
    <message>
        <source>Emergency contact</source>
        <translation>Contacto de emergencia</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminó</translation>
    </message>
    <message>
        <source>member {number}</source>
        <translation>afiliado {number}</translation>
    </message>
    <message>
        <source>group {number}</source>
        <translation>grupo {number}</translation>
    </message>
    <message>
        <source>insured: {name}</source>
        <translation>asegurado: {name}</translation>
    </message>
    <message>
        <source>Ask a coordinator or a clinician.</source>
        <translation>Pregunte a quien coordina o a un profesional clínico.</translation>
    </message>
    <message>
        <source>Consent about something sensitive</source>
        <translation>Consentimiento sobre algo delicado</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>With {people}</source>
        <translation>Con {people}</translation>
    </message>
    <message>
        <source>taken by {name}</source>
        <translation>tomado por {name}</translation>
    </message>
    <message>
        <source>Only: {topics}</source>
        <translation>Solo: {topics}</translation>
    </message>
    <message>
        <source>Revoked {date}: {reason}</source>
        <translation>Revocado {date}: {reason}</translation>
    </message>
    <message>
        <source>shown when a visit is booked</source>
        <translation>se muestra al reservar</translation>
    </message>
    <message>
        <source>not shown to front desk</source>
        <translation>recepción no la ve</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Atención</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Informativa</translation>
    </message>
    <message>
        <source>Valid today</source>
        <translation>Vigente hoy</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Aún no</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Revocado</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Not in force</source>
        <translation>No vigente</translation>
    </message>
    <message>
        <source>Date not clear</source>
        <translation>Fecha poco clara</translation>
    </message>
    <message>
        <source>from {start} until {end}</source>
        <translation>de {start} a {end}</translation>
    </message>
    <message>
        <source>from {start}</source>
        <translation>desde {start}</translation>
    </message>
    <message>
        <source>until {end}</source>
        <translation>hasta {end}</translation>
    </message>
</context>
<context>
    <name>AbsenceDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Change absence</source>
        <translation>Cambiar ausencia</translation>
    </message>
    <message>
        <source>Add absence</source>
        <translation>Agregar ausencia</translation>
    </message>
    <message>
        <source>Room: {name}</source>
        <translation>Sala: {name}</translation>
    </message>
    <message>
        <source>Only a &amp;part of each day</source>
        <translation>Solo &amp;parte de cada día</translation>
    </message>
    <message>
        <source>&amp;Who is away</source>
        <translation>&amp;Quién falta</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>&amp;Primer día</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>Ú&amp;ltimo día</translation>
    </message>
    <message>
        <source>Empty: one day only.</source>
        <translation>Vacío: un solo día.</translation>
    </message>
    <message>
        <source>From &amp;time</source>
        <translation>Desde la &amp;hora</translation>
    </message>
    <message>
        <source>&amp;Until time</source>
        <translation>H&amp;asta la hora</translation>
    </message>
    <message>
        <source>Colleagues read this; patients do not.</source>
        <translation>Lo leen los colegas, no los pacientes.</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motivo</translation>
    </message>
    <message>
        <source>Add a clinician or a room first.</source>
        <translation>Primero agregue un clínico o una sala.</translation>
    </message>
    <message>
        <source>Enter a time, for example 9:30 or 2 pm.</source>
        <translation>Escriba una hora, por ejemplo 9:30 o 2 pm.</translation>
    </message>
    <message>
        <source>Enter when the absence begins or ends.</source>
        <translation>Escriba cuándo empieza o termina la ausencia.</translation>
    </message>
    <message>
        <source>The end lies before the beginning.</source>
        <translation>El final es anterior al comienzo.</translation>
    </message>
</context>
<context>
    <name>AbsencesSection</name>
    <message>
        <source>Absences</source>
        <translation>Ausencias</translation>
    </message>
    <message>
        <source>Holidays, illness, training: whole days or a part of a day. No free times are offered then.</source>
        <translation>Vacaciones, enfermedad, capacitación: días enteros o parte de un día. Entonces no se ofrecen horas libres.</translation>
    </message>
    <message>
        <source>Nobody is away.</source>
        <translation>Nadie falta.</translation>
    </message>
    <message>
        <source>Add an absence as soon as you know of it.</source>
        <translation>Agregue una ausencia en cuanto la sepa.</translation>
    </message>
    <message>
        <source>&amp;Add absence…</source>
        <translation>&amp;Agregar ausencia…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Cambiar…</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>&amp;Anular</translation>
    </message>
    <message>
        <source>Past ones too</source>
        <translation>También las pasadas</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Part of the day</source>
        <translation>Parte del día</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>whole days</source>
        <translation>días enteros</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>desde las {time}</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>hasta las {time}</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Pasada</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Coming</source>
        <translation>Próxima</translation>
    </message>
    <message>
        <source>Absence saved.</source>
        <translation>Ausencia guardada.</translation>
    </message>
    <message>
        <source>save absence</source>
        <translation>guardar ausencia</translation>
    </message>
    <message>
        <source>Absence taken back.</source>
        <translation>Ausencia anulada.</translation>
    </message>
    <message>
        <source>take absence back</source>
        <translation>anular ausencia</translation>
    </message>
</context>
<context>
    <name>ActionDialog</name>
    <message>
        <source>Change action</source>
        <translation>Cambiar acción</translation>
    </message>
    <message>
        <source>New action</source>
        <translation>Nueva acción</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Add action</source>
        <translation>&amp;Agregar acción</translation>
    </message>
    <message>
        <source>The plan as a whole</source>
        <translation>El plan en conjunto</translation>
    </message>
    <message>
        <source>The line may name who and when: call pharmacy re metformin @rosa fri</source>
        <translation>La línea puede decir quién y cuándo: llamar a la farmacia por metformina @rosa vie</translation>
    </message>
    <message>
        <source>&amp;What, verb first</source>
        <translation>&amp;Qué, el verbo primero</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>&amp;Responsable</translation>
    </message>
    <message>
        <source>&amp;Due</source>
        <translation>&amp;Para cuándo</translation>
    </message>
    <message>
        <source>For &amp;goal</source>
        <translation>Para la &amp;meta</translation>
    </message>
    <message>
        <source>S&amp;tatus</source>
        <translation>&amp;Estado</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>Mo&amp;tivo</translation>
    </message>
    <message>
        <source>On the &amp;patient&apos;s page</source>
        <translation>En la &amp;hoja del paciente</translation>
    </message>
    <message>
        <source>&amp;Urgent</source>
        <translation>&amp;Urgente</translation>
    </message>
    <message>
        <source>Sens&amp;itive: not for front desk</source>
        <translation>Sens&amp;ible: no para recepción</translation>
    </message>
    <message>
        <source>What the patient reads ({language})</source>
        <translation>Lo que lee el paciente ({language})</translation>
    </message>
    <message>
        <source>Owner: {name}</source>
        <translation>Responsable: {name}</translation>
    </message>
    <message>
        <source>Several fit: {names}</source>
        <translation>Coinciden varias personas: {names}</translation>
    </message>
    <message>
        <source>Nobody is called “{typed}”</source>
        <translation>Nadie se llama “{typed}”</translation>
    </message>
    <message>
        <source>Due: {date}</source>
        <translation>Para el: {date}</translation>
    </message>
    <message>
        <source>Say what is to be done.</source>
        <translation>Diga qué hay que hacer.</translation>
    </message>
    <message>
        <source>Several people fit. Type more of the name, or choose the owner below.</source>
        <translation>Coinciden varias personas. Escriba más del nombre o elija al responsable abajo.</translation>
    </message>
    <message>
        <source>Nobody has this name. Choose the owner below, or write the line without @.</source>
        <translation>Nadie tiene este nombre. Elija al responsable abajo o escriba la línea sin @.</translation>
    </message>
    <message>
        <source>Enter a day, for example 2w, fri or 14 jul.</source>
        <translation>Escriba un día, por ejemplo 2s, vie o 14 jul.</translation>
    </message>
    <message>
        <source>Say why it ends.</source>
        <translation>Diga por qué termina.</translation>
    </message>
    <message>
        <source>No visit</source>
        <translation>Ninguna cita</translation>
    </message>
    <message>
        <source>{name}, {minutes} min</source>
        <translation>{name}, {minutes} min</translation>
    </message>
    <message>
        <source>Needs a &amp;visit</source>
        <translation>Necesita una &amp;cita</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Uso</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>Street and numbe&amp;r</source>
        <translation>C&amp;alle y número</translation>
    </message>
    <message>
        <source>&amp;City</source>
        <translation>&amp;Ciudad</translation>
    </message>
    <message>
        <source>St&amp;ate</source>
        <translation>&amp;Estado</translation>
    </message>
    <message>
        <source>&amp;ZIP code</source>
        <translation>Código &amp;postal</translation>
    </message>
    <message>
        <source>Countr&amp;y</source>
        <translation>Pa&amp;ís</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Desde</translation>
    </message>
    <message>
        <source>Un&amp;til</source>
        <translation>&amp;Hasta</translation>
    </message>
</context>
<context>
    <name>AdherenceDialog</name>
    <message>
        <source>How is it taken?</source>
        <translation>¿Cómo se toma?</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>No lo dijo</translation>
    </message>
    <message>
        <source>&amp;As directed</source>
        <translation>&amp;Como se indicó</translation>
    </message>
    <message>
        <source>&amp;Some doses missed</source>
        <translation>&amp;Algunas dosis omitidas</translation>
    </message>
    <message>
        <source>S&amp;topped</source>
        <translation>&amp;Suspendido</translation>
    </message>
    <message>
        <source>&amp;Never started</source>
        <translation>&amp;Nunca empezó</translation>
    </message>
    <message>
        <source>Not &amp;known</source>
        <translation>&amp;No se sabe</translation>
    </message>
    <message>
        <source>&amp;Doses missed</source>
        <translation>&amp;Dosis omitidas</translation>
    </message>
    <message>
        <source>&amp;In how many days</source>
        <translation>&amp;En cuántos días</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Por qué</translation>
    </message>
    <message>
        <source>In th&amp;eir words</source>
        <translation>En sus &amp;palabras</translation>
    </message>
    <message>
        <source>Last &amp;refill</source>
        <translation>Último &amp;surtido</translation>
    </message>
    <message>
        <source>Asked &amp;on</source>
        <translation>Preguntado e&amp;l</translation>
    </message>
    <message>
        <source>Said before</source>
        <translation>Dicho antes</translation>
    </message>
    <message>
        <source>Write a whole number, or leave it empty.</source>
        <translation>Escriba un número entero o déjelo vacío.</translation>
    </message>
    <message>
        <source>Enter a day, for example yesterday or 14 jul.</source>
        <translation>Escriba un día, por ejemplo ayer o 14 jul.</translation>
    </message>
    <message>
        <source>This day lies after today. Check the date.</source>
        <translation>Este día es posterior a hoy. Revise la fecha.</translation>
    </message>
</context>
<context>
    <name>AdminPage</name>
    <message>
        <source>Admin</source>
        <translation>Administración</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Only an administrator opens {section}.</source>
        <translation>Solo un administrador abre {section}.</translation>
    </message>
    <message>
        <source>Ask {names}.</source>
        <translation>Pregunte a {names}.</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Agregar…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Cambiar…</translation>
    </message>
    <message>
        <source>&amp;Take out of use</source>
        <translation>&amp;Retirar</translation>
    </message>
    <message>
        <source>&amp;History of this line…</source>
        <translation>&amp;Historial de esta línea…</translation>
    </message>
    <message>
        <source>&amp;Search this list</source>
        <translation>&amp;Buscar en esta lista</translation>
    </message>
    <message>
        <source>Ne&amp;xt section</source>
        <translation>Sección s&amp;iguiente</translation>
    </message>
    <message>
        <source>Section &amp;before</source>
        <translation>Sección a&amp;nterior</translation>
    </message>
    <message>
        <source>My &amp;password…</source>
        <translation>Mi &amp;contraseña…</translation>
    </message>
    <message>
        <source>change password</source>
        <translation>cambiar contraseña</translation>
    </message>
    <message>
        <source>Admin: {section}</source>
        <translation>Administración: {section}</translation>
    </message>
    <message>
        <source>Your new password counts from now on.</source>
        <translation>Su nueva contraseña vale desde ahora.</translation>
    </message>
    <message>
        <source>Your role does not open {section}.</source>
        <translation>Su rol no abre {section}.</translation>
    </message>
    <message>
        <source>Note an error or near m&amp;iss…</source>
        <translation>Anotar un error o &amp;incidente…</translation>
    </message>
    <message>
        <source>wrong patient</source>
        <translation>paciente equivocado</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>incidente</translation>
    </message>
    <message>
        <source>lost follow-up</source>
        <translation>seguimiento perdido</translation>
    </message>
    <message>
        <source>Noted. Thank you.</source>
        <translation>Anotado. Gracias.</translation>
    </message>
    <message>
        <source>note a near miss</source>
        <translation>anotar un incidente</translation>
    </message>
</context>
<context>
    <name>AdoptPathwayDialog</name>
    <message>
        <source>Adopt a pathway</source>
        <translation>Adoptar una ruta de atención</translation>
    </message>
    <message>
        <source>&amp;Adopt</source>
        <translation>&amp;Adoptar</translation>
    </message>
    <message>
        <source>Whoever adopts a pathway has read its steps, targets and alarms and stands for them in this practice. It suggests and reminds; it decides nothing.</source>
        <translation>Quien adopta una ruta ha leído sus pasos, metas y alarmas y responde por ellos en este consultorio. La ruta sugiere y recuerda; no decide nada.</translation>
    </message>
    <message>
        <source>&amp;Clinician</source>
        <translation>&amp;Profesional</translation>
    </message>
    <message>
        <source>For example: medical director</source>
        <translation>Por ejemplo: director médico</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Función</translation>
    </message>
    <message>
        <source>Write the name of the clinician who stands for it.</source>
        <translation>Escriba el nombre del profesional que responde por ella.</translation>
    </message>
</context>
<context>
    <name>AdvanceReferralDialog</name>
    <message>
        <source>Next step</source>
        <translation>Próximo paso</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Registrar</translation>
    </message>
    <message>
        <source>Now: {state}</source>
        <translation>Ahora: {state}</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>&amp;Paso</translation>
    </message>
    <message>
        <source>&amp;Visit on</source>
        <translation>&amp;Visita el</translation>
    </message>
    <message>
        <source>&amp;At</source>
        <translation>&amp;A las</translation>
    </message>
    <message>
        <source>&amp;To whom now</source>
        <translation>A &amp;quién ahora</translation>
    </message>
    <message>
        <source>&amp;Day it happened</source>
        <translation>&amp;Día en que ocurrió</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Nota</translation>
    </message>
    <message>
        <source>Enter a day, for example today, fri or 14 jul.</source>
        <translation>Escriba un día, por ejemplo hoy, vie o 14 jul.</translation>
    </message>
    <message>
        <source>This day is in the future. Record it when it has happened.</source>
        <translation>Este día está en el futuro. Regístrelo cuando haya ocurrido.</translation>
    </message>
    <message>
        <source>Write to whom it goes now.</source>
        <translation>Escriba a quién va ahora.</translation>
    </message>
    <message>
        <source>Write why: the clinician who asked will read it.</source>
        <translation>Escriba por qué: lo leerá el clínico que lo pidió.</translation>
    </message>
    <message>
        <source>New referral made to {whom}.</source>
        <translation>Nueva derivación hecha a {whom}.</translation>
    </message>
    <message>
        <source>Recorded: {state}.</source>
        <translation>Registrado: {state}.</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Cómo</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Por qué</translation>
    </message>
    <message>
        <source>Choose, or write a note</source>
        <translation>Elija, o escriba una nota</translation>
    </message>
    <message>
        <source>&amp;Note (required)</source>
        <translation>&amp;Nota (obligatoria)</translation>
    </message>
</context>
<context>
    <name>AlertDialog</name>
    <message>
        <source>Alert</source>
        <translation>Alerta</translation>
    </message>
    <message>
        <source>&amp;What everybody must know</source>
        <translation>&amp;Lo que todos deben saber</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Atención</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>Para información</translation>
    </message>
    <message>
        <source>How &amp;important</source>
        <translation>&amp;Importancia</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>Show when a visit is &amp;booked</source>
        <translation>Mostrar al &amp;reservar una cita</translation>
    </message>
    <message>
        <source>&amp;Clinical: front desk does not see it</source>
        <translation>&amp;Clínica: recepción no la ve</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Desde</translation>
    </message>
    <message>
        <source>Un&amp;til</source>
        <translation>&amp;Hasta</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;ota</translation>
    </message>
</context>
<context>
    <name>AlikePanel</name>
    <message>
        <source>People on file who may be the same</source>
        <translation>Personas registradas que podrían ser la misma</translation>
    </message>
    <message>
        <source>None of them is this person: register a new patient</source>
        <translation>Ninguna es esta persona: registrar un paciente nuevo</translation>
    </message>
    <message numerus="yes">
        <source>%n on file may be the same person. Enter opens a chart.</source>
        <translation>
            <numerusform>%n persona registrada podría ser la misma. Intro abre su expediente.</numerusform>
            <numerusform>%n personas registradas podrían ser la misma. Intro abre un expediente.</numerusform>
        </translation>
    </message>
    <message>
        <source>no phone</source>
        <translation>sin teléfono</translation>
    </message>
</context>
<context>
    <name>AllergyDialog</name>
    <message>
        <source>Change an allergy</source>
        <translation>Cambiar una alergia</translation>
    </message>
    <message>
        <source>Add an allergy</source>
        <translation>Agregar una alergia</translation>
    </message>
    <message>
        <source>&amp;To what</source>
        <translation>&amp;A qué</translation>
    </message>
    <message>
        <source>a medicine, a class such as penicillin, a food</source>
        <translation>una medicina, una clase como la penicilina, un alimento</translation>
    </message>
    <message>
        <source>What &amp;happened</source>
        <translation>&amp;Qué pasó</translation>
    </message>
    <message>
        <source>for example hives, trouble breathing</source>
        <translation>por ejemplo ronchas, dificultad para respirar</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>Alergia</translation>
    </message>
    <message>
        <source>Intolerance, a side effect</source>
        <translation>Intolerancia, un efecto secundario</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>No se dijo</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>How &amp;bad it was</source>
        <translation>Qué tan &amp;grave fue</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>Gr&amp;upo</translation>
    </message>
    <message>
        <source>&amp;Danger next time</source>
        <translation>Peligro la &amp;próxima vez</translation>
    </message>
    <message>
        <source>How &amp;certain</source>
        <translation>Qué tan &amp;cierta</translation>
    </message>
    <message>
        <source>T&amp;oday</source>
        <translation>&amp;Hoy</translation>
    </message>
    <message>
        <source>S&amp;ince</source>
        <translation>De&amp;sde</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Nota</translation>
    </message>
</context>
<context>
    <name>AmendNoteDialog</name>
    <message>
        <source>Add to the note</source>
        <translation>Añadir a la nota</translation>
    </message>
    <message>
        <source>What was written stays as it is; this stands beneath it.</source>
        <translation>Lo escrito queda como está; esto va debajo.</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Añadir</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Por qué</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>&amp;Respuesta</translation>
    </message>
    <message>
        <source>Said &amp;by</source>
        <translation>La &amp;dio</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Cómo</translation>
    </message>
    <message>
        <source>What comes ne&amp;xt</source>
        <translation>Qué s&amp;igue</translation>
    </message>
    <message>
        <source>There is m&amp;ore to come: the question stays open</source>
        <translation>&amp;Falta algo más: la pregunta sigue abierta</translation>
    </message>
    <message>
        <source>Answer about version {number}</source>
        <translation>Respuesta sobre la versión {number}</translation>
    </message>
    <message>
        <source>{name} has a login here and answers in person. You can only note that no answer came.</source>
        <translation>{name} tiene usuario aquí y responde en persona. Solo puede anotar que no llegó respuesta.</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motivo</translation>
    </message>
    <message>
        <source>&amp;How it came</source>
        <translation>&amp;Cómo llegó</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>C&amp;uándo</translation>
    </message>
    <message>
        <source>&amp;Who said so, if somebody else</source>
        <translation>&amp;Quién lo dijo, si fue otra persona</translation>
    </message>
    <message>
        <source>Say why, so that the others understand it.</source>
        <translation>Diga por qué, para que los demás lo entiendan.</translation>
    </message>
</context>
<context>
    <name>AppointmentDialog</name>
    <message>
        <source>Appointment</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Con</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Their phone</source>
        <translation>Su teléfono</translation>
    </message>
    <message>
        <source>Patient&apos;s phone</source>
        <translation>Teléfono del paciente</translation>
    </message>
    <message>
        <source>Cancelled because</source>
        <translation>Cancelada porque</translation>
    </message>
    <message>
        <source>&amp;Arrived</source>
        <translation>&amp;Llegó</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Hecho</translation>
    </message>
    <message>
        <source>&amp;No-show</source>
        <translation>&amp;No se presentó</translation>
    </message>
    <message>
        <source>&amp;Cancel visit…</source>
        <translation>&amp;Cancelar la visita…</translation>
    </message>
    <message>
        <source>&amp;Move…</source>
        <translation>&amp;Mover…</translation>
    </message>
    <message>
        <source>&amp;Open chart</source>
        <translation>Abrir e&amp;xpediente</translation>
    </message>
    <message>
        <source>Moved to {time}.</source>
        <translation>Movida a {time}.</translation>
    </message>
    <message>
        <source>move visit</source>
        <translation>mover la visita</translation>
    </message>
    <message>
        <source>Marked arrived.</source>
        <translation>Marcada como llegada.</translation>
    </message>
    <message>
        <source>mark arrived</source>
        <translation>marcar llegada</translation>
    </message>
    <message>
        <source>Marked done.</source>
        <translation>Marcado como hecho.</translation>
    </message>
    <message>
        <source>mark visit done</source>
        <translation>marcar visita hecha</translation>
    </message>
    <message>
        <source>Marked no-show.</source>
        <translation>Marcada como no presentada.</translation>
    </message>
    <message>
        <source>mark no-show</source>
        <translation>marcar no presentada</translation>
    </message>
    <message>
        <source>Visit cancelled.</source>
        <translation>Visita cancelada.</translation>
    </message>
    <message>
        <source>cancel visit</source>
        <translation>cancelar la visita</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Sala</translation>
    </message>
    <message>
        <source>Overbooked because</source>
        <translation>Sobrecupo porque</translation>
    </message>
    <message>
        <source>&amp;Series…</source>
        <translation>&amp;Serie…</translation>
    </message>
    <message>
        <source>&amp;Back to booked…</source>
        <translation>&amp;Volver a citada…</translation>
    </message>
    <message>
        <source>Booked again.</source>
        <translation>Citada de nuevo.</translation>
    </message>
    <message>
        <source>back to booked</source>
        <translation>volver a citada</translation>
    </message>
    <message>
        <source>Missed because</source>
        <translation>No vino porque</translation>
    </message>
    <message>
        <source>&amp;Why missed…</source>
        <translation>Por &amp;qué no vino…</translation>
    </message>
    <message>
        <source>Reason noted.</source>
        <translation>Motivo anotado.</translation>
    </message>
    <message>
        <source>reason of the no-show</source>
        <translation>motivo de la falta</translation>
    </message>
</context>
<context>
    <name>AppointmentTypeDialog</name>
    <message>
        <source>Kinds of visit</source>
        <translation>Tipos de visita</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>New kind of visit</source>
        <translation>Nuevo tipo de visita</translation>
    </message>
    <message>
        <source>{name}, {minutes} min</source>
        <translation>{name}, {minutes} min</translation>
    </message>
    <message>
        <source>For ne&amp;w patients</source>
        <translation>Para pacientes n&amp;uevos</translation>
    </message>
    <message>
        <source>The name above</source>
        <translation>El nombre de arriba</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>&amp;Kind of visit</source>
        <translation>&amp;Tipo de visita</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Minutes</source>
        <translation>&amp;Minutos</translation>
    </message>
    <message>
        <source>Minutes kept free &amp;before</source>
        <translation>Minutos libres &amp;antes</translation>
    </message>
    <message>
        <source>Minutes kept free &amp;after</source>
        <translation>Minutos libres &amp;después</translation>
    </message>
    <message>
        <source>Kind of &amp;room it needs</source>
        <translation>Tipo de &amp;sala que necesita</translation>
    </message>
    <message>
        <source>The &amp;patient reads</source>
        <translation>El &amp;paciente lee</translation>
    </message>
    <message>
        <source>Own words in &amp;English</source>
        <translation>Palabras propias en &amp;inglés</translation>
    </message>
    <message>
        <source>Own words are printed instead of the sentence above.</source>
        <translation>Se imprimen las palabras propias en lugar de la frase de arriba.</translation>
    </message>
    <message>
        <source>Own wor&amp;ds in Spanish</source>
        <translation>Palabras propias en españo&amp;l</translation>
    </message>
    <message>
        <source>What to br&amp;ing</source>
        <translation>&amp;Qué traer</translation>
    </message>
    <message>
        <source>What to bring, own words in En&amp;glish</source>
        <translation>Qué traer, palabras propias en in&amp;glés</translation>
    </message>
    <message>
        <source>What to bring, own words in Spanis&amp;h</source>
        <translation>Qué traer, palabras propias en español</translation>
    </message>
    <message>
        <source>N&amp;ote for staff</source>
        <translation>N&amp;ota para el personal</translation>
    </message>
    <message>
        <source>Write what this kind of visit is called.</source>
        <translation>Escriba cómo se llama este tipo de visita.</translation>
    </message>
    <message>
        <source>Enter a number, for example 30.</source>
        <translation>Escriba un número, por ejemplo 30.</translation>
    </message>
    <message>
        <source>Enter a number, for example 10.</source>
        <translation>Escriba un número, por ejemplo 10.</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name}: guardado.</translation>
    </message>
    <message>
        <source>Kind of e&amp;quipment it needs</source>
        <translation>Tipo de e&amp;quipo que necesita</translation>
    </message>
</context>
<context>
    <name>ApprovedPacketDialog</name>
    <message>
        <source>Letter and documents</source>
        <translation>Carta y documentos</translation>
    </message>
    <message>
        <source>Sent &amp;by</source>
        <translation>Enviado &amp;por</translation>
    </message>
    <message>
        <source>What may be sent</source>
        <translation>Qué se puede enviar</translation>
    </message>
    <message>
        <source>What was approved is for {to}, and the referral now goes to somebody else.</source>
        <translation>Lo aprobado es para {to}, y la derivación ahora va a otra parte.</translation>
    </message>
    <message>
        <source>Nobody has approved a packet for this referral yet.</source>
        <translation>Todavía nadie ha aprobado un envío para esta derivación.</translation>
    </message>
    <message>
        <source>Ask {names} to open Letter and documents here and let the front desk send it.</source>
        <translation>Pida a {names} que abra aquí Carta y documentos y permita que recepción lo envíe.</translation>
    </message>
    <message>
        <source>Ask a coordinator or a clinician.</source>
        <translation>Pregunte a coordinación o a un profesional clínico.</translation>
    </message>
</context>
<context>
    <name>ApprovedPackets</name>
    <message>
        <source>The front desk may send</source>
        <translation>Recepción puede enviar</translation>
    </message>
    <message>
        <source>Ta&amp;ke the approval back</source>
        <translation>&amp;Retirar la aprobación</translation>
    </message>
    <message>
        <source>Version {number}, approved by {name}</source>
        <translation>Versión {number}, aprobada por {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n página</numerusform>
            <numerusform>%n páginas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n documento</numerusform>
            <numerusform>%n documentos</numerusform>
        </translation>
    </message>
    <message>
        <source>Holds sensitive matters.</source>
        <translation>Contiene datos delicados.</translation>
    </message>
    <message>
        <source>goes to somebody else now</source>
        <translation>ahora va a otra parte</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Ask a question</source>
        <translation>Hacer una pregunta</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>&amp;Preguntar</translation>
    </message>
    <message>
        <source>To {name}</source>
        <translation>A {name}</translation>
    </message>
    <message>
        <source>fax {number}</source>
        <translation>fax {number}</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>Pre&amp;gunta</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Cómo</translation>
    </message>
    <message>
        <source>What it tells the&amp;m about</source>
        <translation>De &amp;qué se entera</translation>
    </message>
    <message>
        <source>Nothing in particular</source>
        <translation>Nada en particular</translation>
    </message>
    <message>
        <source>Answer &amp;due</source>
        <translation>Respuesta &amp;hasta</translation>
    </message>
    <message>
        <source>&amp;Waits for the answer</source>
        <translation>&amp;Espera la respuesta</translation>
    </message>
</context>
<context>
    <name>BackupSettingsDialog</name>
    <message>
        <source>Automatic backups</source>
        <translation>Copias automáticas</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>A backup when the program is &amp;closed</source>
        <translation>Una copia al &amp;cerrar el programa</translation>
    </message>
    <message>
        <source>Another disk is safest: a backup on the same disk is lost with it.</source>
        <translation>Lo más seguro es otro disco: una copia en el mismo disco se pierde con él.</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>C&amp;arpeta</translation>
    </message>
    <message>
        <source>C&amp;hoose a folder…</source>
        <translation>&amp;Elegir una carpeta…</translation>
    </message>
    <message>
        <source>&amp;How many are kept</source>
        <translation>C&amp;uántas se conservan</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Carpeta para las copias</translation>
    </message>
    <message>
        <source>Enter a number, for example 14.</source>
        <translation>Escriba un número, por ejemplo 14.</translation>
    </message>
</context>
<context>
    <name>BackupWatch</name>
    <message>
        <source>No backup yet</source>
        <translation>Aún no hay copia de seguridad</translation>
    </message>
    <message>
        <source>Backup {when}</source>
        <translation>Copia: {when}</translation>
    </message>
    <message>
        <source>The weekly check of the records found something wrong.</source>
        <translation>La revisión semanal de los expedientes encontró algo mal.</translation>
    </message>
    <message>
        <source>The last backup could not be made. {why}</source>
        <translation>No se pudo hacer la última copia de seguridad. {why}</translation>
    </message>
    <message>
        <source>Weekly check</source>
        <translation>Revisión semanal</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>There is no backup of these records yet.</source>
        <translation>Todavía no hay ninguna copia de seguridad de estos expedientes.</translation>
    </message>
    <message>
        <source>The last good backup is from {when}.</source>
        <translation>La última copia de seguridad buena es del {when}.</translation>
    </message>
    <message>
        <source>The weekly check of the records found nothing wrong.</source>
        <translation>La revisión semanal de los expedientes no encontró nada mal.</translation>
    </message>
</context>
<context>
    <name>BackupsSection</name>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>A backup is an encrypted copy that was opened and checked. Keep some on another disk.</source>
        <translation>Una copia de seguridad es una copia cifrada que se abrió y se revisó. Guarde algunas en otro disco.</translation>
    </message>
    <message>
        <source>No backup was made yet.</source>
        <translation>Todavía no se hizo ninguna copia.</translation>
    </message>
    <message>
        <source>Until then everything is lost when this disk fails.</source>
        <translation>Hasta entonces, si este disco falla se pierde todo.</translation>
    </message>
    <message>
        <source>&amp;Back up now</source>
        <translation>&amp;Hacer una copia ahora</translation>
    </message>
    <message>
        <source>Automatic backups…</source>
        <translation>Copias automáticas…</translation>
    </message>
    <message>
        <source>Back up to a &amp;file…</source>
        <translation>Copiar a un archi&amp;vo…</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>a mano</translation>
    </message>
    <message>
        <source>at quit</source>
        <translation>al cerrar</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>automática</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>antes de una actualización</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Buena</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>No está</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n automatic one(s) are kept</source>
        <translation>
            <numerusform>Se conserva %n copia automática, la más nueva</numerusform>
            <numerusform>Se conservan las %n copias automáticas más nuevas</numerusform>
        </translation>
    </message>
    <message>
        <source>one is made at quit</source>
        <translation>se hace una al cerrar</translation>
    </message>
    <message>
        <source>none is made at quit</source>
        <translation>no se hace ninguna al cerrar</translation>
    </message>
    <message>
        <source>No good backup yet.</source>
        <translation>Todavía no hay ninguna copia buena.</translation>
    </message>
    <message>
        <source>Last good backup: {when}.</source>
        <translation>Última copia buena: {when}.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>Backup written and checked: {file}</source>
        <translation>Copia escrita y revisada: {file}</translation>
    </message>
    <message>
        <source>Backup settings saved.</source>
        <translation>Ajustes de copias guardados.</translation>
    </message>
    <message>
        <source>change backup settings</source>
        <translation>cambiar los ajustes de copias</translation>
    </message>
</context>
<context>
    <name>BarrierDialog</name>
    <message>
        <source>Change barrier</source>
        <translation>Cambiar obstáculo</translation>
    </message>
    <message>
        <source>New barrier</source>
        <translation>Obstáculo nuevo</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Add barrier</source>
        <translation>&amp;Añadir obstáculo</translation>
    </message>
    <message>
        <source>For example: no car, the bus comes twice a day</source>
        <translation>Por ejemplo: no tiene coche, el autobús pasa dos veces al día</translation>
    </message>
    <message>
        <source>&amp;What is in the way</source>
        <translation>&amp;Qué se interpone</translation>
    </message>
    <message>
        <source>What would &amp;help</source>
        <translation>Qué a&amp;yudaría</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>&amp;Of</source>
        <translation>&amp;De</translation>
    </message>
    <message>
        <source>The plan as a whole</source>
        <translation>El plan en conjunto</translation>
    </message>
    <message>
        <source>&amp;Noticed on</source>
        <translation>&amp;Notado el</translation>
    </message>
    <message>
        <source>Stat&amp;us</source>
        <translation>E&amp;stado</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>&amp;Motivo</translation>
    </message>
    <message>
        <source>Sensiti&amp;ve</source>
        <translation>Sensi&amp;ble</translation>
    </message>
    <message>
        <source>Write what stands in the way.</source>
        <translation>Escriba qué se interpone.</translation>
    </message>
</context>
<context>
    <name>BookAgainReason</name>
    <message>
        <source>Marked by mistake</source>
        <translation>Marcada por error</translation>
    </message>
    <message>
        <source>The wrong visit was marked</source>
        <translation>Se marcó otra cita</translation>
    </message>
    <message>
        <source>The patient comes after all</source>
        <translation>El paciente viene de todos modos</translation>
    </message>
</context>
<context>
    <name>BookDialog</name>
    <message>
        <source>Book appointment</source>
        <translation>Reservar cita</translation>
    </message>
    <message>
        <source>&amp;Book</source>
        <translation>&amp;Reservar</translation>
    </message>
    <message>
        <source>At a&amp;nother time</source>
        <translation>A &amp;otra hora</translation>
    </message>
    <message>
        <source>&amp;Sensitive: front desk sees no reason</source>
        <translation>&amp;Sensible: recepción no ve el motivo</translation>
    </message>
    <message>
        <source>Free &amp;times</source>
        <translation>&amp;Horas libres</translation>
    </message>
    <message>
        <source>Press a digit to choose.</source>
        <translation>Pulse una cifra para elegir.</translation>
    </message>
    <message>
        <source>{name}, {minutes} min</source>
        <translation>{name}, {minutes} min</translation>
    </message>
    <message>
        <source>Visit, {minutes} min</source>
        <translation>Visita, {minutes} min</translation>
    </message>
    <message>
        <source>Any clinician</source>
        <translation>Cualquier clínico</translation>
    </message>
    <message>
        <source>Any time of day</source>
        <translation>A cualquier hora del día</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>Por la mañana</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>Por la tarde</translation>
    </message>
    <message>
        <source>&amp;Kind of visit</source>
        <translation>&amp;Tipo de visita</translation>
    </message>
    <message>
        <source>&amp;With</source>
        <translation>&amp;Con</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Desde</translation>
    </message>
    <message>
        <source>Time of &amp;day</source>
        <translation>Momento d&amp;el día</translation>
    </message>
    <message>
        <source>T&amp;ime</source>
        <translation>Hor&amp;a</translation>
    </message>
    <message>
        <source>Wh&amp;y at this time</source>
        <translation>Por &amp;qué a esta hora</translation>
    </message>
    <message>
        <source>&amp;Reason for the visit</source>
        <translation>&amp;Motivo de la visita</translation>
    </message>
    <message>
        <source>D&amp;ay</source>
        <translation>D&amp;ía</translation>
    </message>
    <message>
        <source>No kinds of visit yet: add one…</source>
        <translation>Todavía no hay tipos de cita: agregue uno…</translation>
    </message>
    <message>
        <source>No working hours for {name}: set them…</source>
        <translation>{name} no tiene horario: fijarlo…</translation>
    </message>
    <message>
        <source>Choose the clinician for this time.</source>
        <translation>Elija al clínico para esta hora.</translation>
    </message>
    <message>
        <source>Choose a free time, or type another one.</source>
        <translation>Elija una hora libre o escriba otra.</translation>
    </message>
    <message>
        <source>Booked {time} with {whom}.</source>
        <translation>Reservado {time} con {whom}.</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>Cualquier idioma</translation>
    </message>
    <message>
        <source>Clinician spea&amp;ks</source>
        <translation>El clínico h&amp;abla</translation>
    </message>
    <message>
        <source>Only needed where something is in the way. It shows on the visit.</source>
        <translation>Solo hace falta si algo lo impide. Se muestra en la cita.</translation>
    </message>
</context>
<context>
    <name>Booking</name>
    <message>
        <source>Book appointment: for whom?</source>
        <translation>Reservar cita: ¿para quién?</translation>
    </message>
    <message>
        <source>book appointment</source>
        <translation>reservar cita</translation>
    </message>
    <message>
        <source>Record a visit elsewhere: for whom?</source>
        <translation>Registrar una visita en otro lugar: ¿para quién?</translation>
    </message>
    <message>
        <source>record visit</source>
        <translation>registrar visita</translation>
    </message>
    <message>
        <source>book series</source>
        <translation>reservar serie</translation>
    </message>
    <message>
        <source>Book a series: for whom?</source>
        <translation>Reservar una serie: ¿para quién?</translation>
    </message>
    <message>
        <source>change series</source>
        <translation>cambiar serie</translation>
    </message>
    <message>
        <source>Put on the wait list.</source>
        <translation>En la lista de espera.</translation>
    </message>
    <message>
        <source>put on the wait list</source>
        <translation>poner en la lista de espera</translation>
    </message>
    <message>
        <source>Put on the wait list: whom?</source>
        <translation>Poner en la lista de espera: ¿a quién?</translation>
    </message>
</context>
<context>
    <name>BookingAlerts</name>
    <message>
        <source>Missed {count} of {of} visits in twelve months, last on {date}.</source>
        <translation>Faltó a {count} de {of} citas en doce meses, la última el {date}.</translation>
    </message>
    <message>
        <source>Known reasons: {reasons}.</source>
        <translation>Motivos conocidos: {reasons}.</translation>
    </message>
</context>
<context>
    <name>CalendarBar</name>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>As a list</source>
        <translation>Como lista</translation>
    </message>
    <message>
        <source>Free times for</source>
        <translation>Horas libres para</translation>
    </message>
    <message>
        <source>Go to day</source>
        <translation>Ir al día</translation>
    </message>
    <message>
        <source>Go to day: fri, +2w, 14 jul</source>
        <translation>Ir al día: vie, +2s, 14 jul</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>Día anterior</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>Día siguiente</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Reservar</translation>
    </message>
    <message>
        <source>Closed: {why}</source>
        <translation>Cerrado: {why}</translation>
    </message>
    <message>
        <source>{name}, {minutes} min</source>
        <translation>{name}, {minutes} min</translation>
    </message>
    <message>
        <source>Visit, {minutes} min</source>
        <translation>Visita, {minutes} min</translation>
    </message>
    <message>
        <source>Show cancelled ({count})</source>
        <translation>Mostrar canceladas ({count})</translation>
    </message>
    <message>
        <source>By clinician</source>
        <translation>Por clínico</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Salas</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Whose week</source>
        <translation>Semana de quién</translation>
    </message>
    <message>
        <source>Print day</source>
        <translation>Imprimir el día</translation>
    </message>
    <message>
        <source>Needs booking</source>
        <translation>Por reservar</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Week of {day}</source>
        <translation>Semana del {day}</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Needs booking ({count})</source>
        <translation>Por reservar ({count})</translation>
    </message>
    <message>
        <source>Back to the day</source>
        <translation>Volver al día</translation>
    </message>
</context>
<context>
    <name>CalendarFiles</name>
    <message>
        <source>Write calendar file</source>
        <translation>Escribir archivo de calendario</translation>
    </message>
    <message>
        <source>Calendar files (*.ics *.csv)</source>
        <translation>Archivos de calendario (*.ics *.csv)</translation>
    </message>
    <message>
        <source>Read visits elsewhere</source>
        <translation>Leer citas en otros lugares</translation>
    </message>
    <message>
        <source>The file was not written</source>
        <translation>El archivo no se escribió</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <source>{count} visits written. The file is not encrypted: keep it safe.</source>
        <translation>{count} citas escritas. El archivo no está cifrado: guárdelo bien.</translation>
    </message>
    <message>
        <source>The file was not read</source>
        <translation>El archivo no se leyó</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Elija otro archivo.</translation>
    </message>
    <message>
        <source>{created} new, {updated} changed, {cancelled} cancelled, {unchanged} as before.</source>
        <translation>{created} nuevas, {updated} cambiadas, {cancelled} canceladas, {unchanged} como antes.</translation>
    </message>
    <message>
        <source>read visits elsewhere</source>
        <translation>leer citas en otros lugares</translation>
    </message>
    <message>
        <source>Left out: {what}: {why}</source>
        <translation>Omitida: {what}: {why}</translation>
    </message>
    <message>
        <source>Please look: {what}: {why}</source>
        <translation>Revise: {what}: {why}</translation>
    </message>
    <message>
        <source>Visits elsewhere were read</source>
        <translation>Se leyeron citas en otros lugares</translation>
    </message>
</context>
<context>
    <name>CalendarFilterDialog</name>
    <message>
        <source>Show in the calendar</source>
        <translation>Mostrar en el calendario</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>&amp;Mostrar</translation>
    </message>
    <message>
        <source>Every site</source>
        <translation>Todas las sedes</translation>
    </message>
    <message>
        <source>Tick with the space bar; none ticked means all.</source>
        <translation>Marque con la barra espaciadora; ninguno marcado significa todos.</translation>
    </message>
    <message>
        <source>S&amp;ite</source>
        <translation>&amp;Sede</translation>
    </message>
    <message>
        <source>&amp;Clinicians</source>
        <translation>&amp;Clínicos</translation>
    </message>
    <message>
        <source>&amp;Kinds of visit</source>
        <translation>&amp;Tipos de cita</translation>
    </message>
    <message>
        <source>&amp;What became of it</source>
        <translation>&amp;Qué pasó con la cita</translation>
    </message>
</context>
<context>
    <name>CalendarFilters</name>
    <message>
        <source>one site</source>
        <translation>una sede</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} y {count} más</translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
    <message>
        <source>{shown} of {total} visits</source>
        <translation>{shown} de {total} visitas</translation>
    </message>
    <message>
        <source>{count} clinicians</source>
        <translation>{count} clínicos</translation>
    </message>
</context>
<context>
    <name>CalendarShown</name>
    <message>
        <source>Outside</source>
        <translation>Fuera</translation>
    </message>
    <message>
        <source>No clinician</source>
        <translation>Sin clínico</translation>
    </message>
    <message>
        <source>No room</source>
        <translation>Sin sala</translation>
    </message>
    <message>
        <source>{day}, closed</source>
        <translation>{day}, cerrado</translation>
    </message>
</context>
<context>
    <name>CalendarSide</name>
    <message>
        <source>Month before</source>
        <translation>Mes anterior</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Mes siguiente</translation>
    </message>
</context>
<context>
    <name>CalendarTray</name>
    <message>
        <source>Needs booking</source>
        <translation>Por reservar</translation>
    </message>
    <message>
        <source>Ctrl+B and a digit, or drag to a time</source>
        <translation>Ctrl+B y un dígito, o arrastrar a una hora</translation>
    </message>
    <message>
        <source>Everything that is due has an appointment.</source>
        <translation>Todo lo pendiente tiene cita.</translation>
    </message>
    <message>
        <source>{count}+</source>
        <translation>{count}+</translation>
    </message>
    <message>
        <source>Needs booking ({count})</source>
        <translation>Por reservar ({count})</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Para el</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Derivación</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>No vino</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Care plan</source>
        <translation>Plan de atención</translation>
    </message>
    <message>
        <source>After hospital stay</source>
        <translation>Después del hospital</translation>
    </message>
    <message>
        <source>{patient}, {what}, due {due}</source>
        <translation>{patient}, {what}, para el {due}</translation>
    </message>
    <message>
        <source>Pathway</source>
        <translation>Ruta</translation>
    </message>
</context>
<context>
    <name>CalendarViews</name>
    <message>
        <source>No clinicians yet.</source>
        <translation>Todavía no hay clínicos.</translation>
    </message>
    <message>
        <source>Set up who sees patients, and when.</source>
        <translation>Indique quién atiende y cuándo.</translation>
    </message>
    <message>
        <source>Set them up</source>
        <translation>Configurarlos</translation>
    </message>
    <message>
        <source>The day by clinician</source>
        <translation>El día por clínico</translation>
    </message>
    <message>
        <source>The day as a list</source>
        <translation>El día como lista</translation>
    </message>
    <message>
        <source>How full the week is</source>
        <translation>Qué tan llena está la semana</translation>
    </message>
</context>
<context>
    <name>CalendarWhat</name>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Columns before</source>
        <translation>Columnas anteriores</translation>
    </message>
    <message>
        <source>Columns after</source>
        <translation>Columnas siguientes</translation>
    </message>
    <message>
        <source>Only: {what}</source>
        <translation>Solo: {what}</translation>
    </message>
    <message>
        <source>Elsewhere and in no room</source>
        <translation>En otros lugares y sin sala</translation>
    </message>
    <message>
        <source>Elsewhere and with no clinician</source>
        <translation>En otros lugares y sin clínico</translation>
    </message>
    <message>
        <source>Rooms {first} to {last} of {total}</source>
        <translation>Salas {first} a {last} de {total}</translation>
    </message>
    <message>
        <source>Clinicians {first} to {last} of {total}</source>
        <translation>Clínicos {first} a {last} de {total}</translation>
    </message>
</context>
<context>
    <name>CallCardBox</name>
    <message>
        <source>No phone number on file.</source>
        <translation>No hay ningún teléfono registrado.</translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation>Nota: {text}</translation>
    </message>
    <message>
        <source>Try {number} of {most}.</source>
        <translation>Intento {number} de {most}.</translation>
    </message>
    <message>
        <source>If nobody is reached, the coordinator takes over.</source>
        <translation>Si no se localiza a nadie, sigue el coordinador.</translation>
    </message>
    <message>
        <source>To book: {text}</source>
        <translation>Para reservar: {text}</translation>
    </message>
    <message>
        <source>Step of the plan: {text}</source>
        <translation>Paso del plan: {text}</translation>
    </message>
    <message>
        <source>Goal: {text}</source>
        <translation>Meta: {text}</translation>
    </message>
    <message>
        <source>Also due: {text}</source>
        <translation>También pendiente: {text}</translation>
    </message>
</context>
<context>
    <name>CancelReason</name>
    <message>
        <source>Another &amp;reason, then Enter</source>
        <translation>Otro moti&amp;vo, luego Intro</translation>
    </message>
    <message>
        <source>The patient asked</source>
        <translation>El paciente lo pidió</translation>
    </message>
    <message>
        <source>The patient is ill</source>
        <translation>El paciente está enfermo</translation>
    </message>
    <message>
        <source>The clinician is away</source>
        <translation>El clínico no está</translation>
    </message>
    <message>
        <source>No transport</source>
        <translation>Sin transporte</translation>
    </message>
    <message>
        <source>Booked by mistake</source>
        <translation>Reservada por error</translation>
    </message>
</context>
<context>
    <name>CarePlanTab</name>
    <message>
        <source>No plan yet.</source>
        <translation>Todavía no hay plan.</translation>
    </message>
    <message>
        <source>Start with what matters to the patient, in their own words.</source>
        <translation>Empiece por lo que le importa al paciente, con sus propias palabras.</translation>
    </message>
    <message>
        <source>Add a goal</source>
        <translation>Agregar una meta</translation>
    </message>
    <message>
        <source>Add an action</source>
        <translation>Agregar una acción</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Lo mío</translation>
    </message>
    <message>
        <source>Patient&apos;s own</source>
        <translation>Del propio paciente</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Atrasado</translation>
    </message>
    <message>
        <source>Care plan</source>
        <translation>Plan de atención</translation>
    </message>
    <message numerus="yes">
        <source>%n goals</source>
        <translation>
            <numerusform>%n meta</numerusform>
            <numerusform>%n metas</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>{goals} · Filter: {filter}</source>
        <translation>{goals} · Filtro: {filter}</translation>
    </message>
    <message>
        <source>Barriers</source>
        <translation>Obstáculos</translation>
    </message>
    <message>
        <source>Add a concern</source>
        <translation>Añadir una preocupación</translation>
    </message>
</context>
<context>
    <name>CarePlanWords</name>
    <message>
        <source>Urgent: {text}</source>
        <translation>Urgente: {text}</translation>
    </message>
    <message>
        <source>owner {name}</source>
        <translation>responsable {name}</translation>
    </message>
    <message>
        <source>due {date}</source>
        <translation>para el {date}</translation>
    </message>
    <message>
        <source>on the patient&apos;s page</source>
        <translation>en la hoja del paciente</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Actualizado</translation>
    </message>
    <message>
        <source>On page</source>
        <translation>En la hoja</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>desde {date}</translation>
    </message>
    <message>
        <source>imported {date}</source>
        <translation>importado {date}</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>terminado</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>retirado</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>Care plan</source>
        <translation>Plan de atención</translation>
    </message>
    <message>
        <source>From elsewhere: {plan}</source>
        <translation>De otro lugar: {plan}</translation>
    </message>
    <message>
        <source>For the plan as a whole</source>
        <translation>Para el plan en conjunto</translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation>Obstáculo</translation>
    </message>
    <message>
        <source>Concern {number}</source>
        <translation>Preocupación {number}</translation>
    </message>
    <message>
        <source>Goal {number}</source>
        <translation>Meta {number}</translation>
    </message>
    <message>
        <source>Action {number}</source>
        <translation>Acción {number}</translation>
    </message>
    <message>
        <source>Concern / goal / action</source>
        <translation>Preocupación / meta / acción</translation>
    </message>
    <message>
        <source>Goals without a concern</source>
        <translation>Metas sin preocupación</translation>
    </message>
</context>
<context>
    <name>CaseDialog</name>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Talked &amp;about</source>
        <translation>Se h&amp;abló de</translation>
    </message>
    <message>
        <source>&amp;Decision</source>
        <translation>&amp;Decisión</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Por qué</translation>
    </message>
    <message>
        <source>Tasks given</source>
        <translation>Tareas dadas</translation>
    </message>
    <message>
        <source>It comes to Today of whoever does it.</source>
        <translation>Llega a Hoy de quien la hace.</translation>
    </message>
    <message>
        <source>A &amp;task</source>
        <translation>Una &amp;tarea</translation>
    </message>
    <message>
        <source>W&amp;ho does it</source>
        <translation>&amp;Quién la hace</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Hasta</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
</context>
<context>
    <name>CaseloadPage</name>
    <message>
        <source>Parts of the caseload</source>
        <translation>Partes de la cartera</translation>
    </message>
    <message>
        <source>Caseload</source>
        <translation>Cartera</translation>
    </message>
    <message>
        <source>&amp;Next tab</source>
        <translation>Pestaña &amp;siguiente</translation>
    </message>
    <message>
        <source>Show {tab}</source>
        <translation>Mostrar {tab}</translation>
    </message>
</context>
<context>
    <name>CaseloadWords</name>
    <message>
        <source>Self-harm item</source>
        <translation>Pregunta de autolesión</translation>
    </message>
    <message>
        <source>Not improving</source>
        <translation>No mejora</translation>
    </message>
    <message>
        <source>No contact</source>
        <translation>Sin contacto</translation>
    </message>
    <message>
        <source>Screening due</source>
        <translation>Cuestionario pendiente</translation>
    </message>
    <message>
        <source>Plan review late</source>
        <translation>Plan sin revisar</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>Nada previsto</translation>
    </message>
    <message>
        <source>Remission</source>
        <translation>Remisión</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Answered above 0 on {day}; no assessment recorded yet</source>
        <translation>Respondió más de 0 el {day}; aún no hay una valoración anotada</translation>
    </message>
    <message>
        <source>{weeks} weeks in the program, fall below half; consultation by week {by}</source>
        <translation>{weeks} semanas en el programa, bajó menos de la mitad; consulta a más tardar en la semana {by}</translation>
    </message>
    <message>
        <source>Not reached for {days} days</source>
        <translation>Sin contacto desde hace {days} días</translation>
    </message>
    <message>
        <source>Last asked on {day}, {days} days ago</source>
        <translation>Última vez el {day}, hace {days} días</translation>
    </message>
    <message>
        <source>The plan was to be reviewed by {day}</source>
        <translation>El plan debía revisarse a más tardar el {day}</translation>
    </message>
    <message>
        <source>No visit is booked and no call is planned</source>
        <translation>No hay visita reservada ni llamada prevista</translation>
    </message>
    <message>
        <source>Below the limit on {day}</source>
        <translation>Por debajo del límite el {day}</translation>
    </message>
    <message>
        <source>Fell by half or below the limit, {day}</source>
        <translation>Bajó a la mitad o bajo el límite, {day}</translation>
    </message>
    <message>
        <source>from memory, not confirmed</source>
        <translation>de memoria, sin confirmar</translation>
    </message>
    <message>
        <source>proposal of this program</source>
        <translation>propuesta de este programa</translation>
    </message>
    <message>
        <source>Rule: {source}</source>
        <translation>Regla: {source}</translation>
    </message>
    <message numerus="yes">
        <source>{name} {change}, {first} to {last}, %n values</source>
        <translation>
            <numerusform>{name} {change}, {first} a {last}, %n valor</numerusform>
            <numerusform>{name} {change}, {first} a {last}, %n valores</numerusform>
        </translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nada</translation>
    </message>
    <message numerus="yes">
        <source>%n old</source>
        <translation>
            <numerusform>%n antigua</numerusform>
            <numerusform>%n antiguas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n weeks in the program</source>
        <translation>
            <numerusform>%n semana en el programa</numerusform>
            <numerusform>%n semanas en el programa</numerusform>
        </translation>
    </message>
    <message>
        <source>last contact {day}</source>
        <translation>último contacto {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes this month</source>
        <translation>
            <numerusform>%n minuto este mes</numerusform>
            <numerusform>%n minutos este mes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patients</source>
        <translation>
            <numerusform>%n paciente</numerusform>
            <numerusform>%n pacientes</numerusform>
        </translation>
    </message>
    <message>
        <source>{percent} % reached in 30 days</source>
        <translation>{percent} % con contacto en 30 días</translation>
    </message>
    <message>
        <source>{count} of {all} improved</source>
        <translation>{count} de {all} mejoraron</translation>
    </message>
    <message numerus="yes">
        <source>%n with nothing planned</source>
        <translation>
            <numerusform>%n sin nada previsto</numerusform>
            <numerusform>%n sin nada previsto</numerusform>
        </translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Semanas</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>In 30 d</source>
        <translation>En 30 d</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Próximo</translation>
    </message>
    <message>
        <source>Plan review</source>
        <translation>Revisión del plan</translation>
    </message>
    <message>
        <source>Ref.</source>
        <translation>Deriv.</translation>
    </message>
    <message>
        <source>Barriers</source>
        <translation>Barreras</translation>
    </message>
    <message>
        <source>Min.</source>
        <translation>Min.</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Coordinador</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Curso</translation>
    </message>
</context>
<context>
    <name>ChangeSeriesDialog</name>
    <message>
        <source>Change series</source>
        <translation>Cambiar la serie</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>This and the following visits</source>
        <translation>Esta cita y las siguientes</translation>
    </message>
    <message>
        <source>All visits to come</source>
        <translation>Todas las citas por venir</translation>
    </message>
    <message>
        <source>Only this visit</source>
        <translation>Solo esta cita</translation>
    </message>
    <message>
        <source>&amp;Cancel them instead</source>
        <translation>En vez de mover, &amp;cancelar</translation>
    </message>
    <message>
        <source>Visits that were, and those moved on their own, stay as they are.</source>
        <translation>Las citas pasadas y las que se movieron aparte se quedan como están.</translation>
    </message>
    <message>
        <source>&amp;Which</source>
        <translation>&amp;Cuáles</translation>
    </message>
    <message>
        <source>New &amp;day of this visit</source>
        <translation>Nuevo &amp;día de esta cita</translation>
    </message>
    <message>
        <source>New &amp;time</source>
        <translation>Nueva &amp;hora</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motivo</translation>
    </message>
    <message>
        <source>Write why the visits are cancelled.</source>
        <translation>Escriba por qué se cancelan las citas.</translation>
    </message>
    <message numerus="yes">
        <source>Cancelled %n visit(s).</source>
        <translation>
            <numerusform>Se canceló %n cita.</numerusform>
            <numerusform>Se cancelaron %n citas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n visit(s).</source>
        <translation>
            <numerusform>Se movió %n cita.</numerusform>
            <numerusform>Se movieron %n citas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved earlier stayed.</source>
        <translation>
            <numerusform>%n movida antes se queda.</numerusform>
            <numerusform>%n movidas antes se quedan.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartPage</name>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Expediente</translation>
    </message>
    <message>
        <source>This chart cannot be opened.</source>
        <translation>Este expediente no se puede abrir.</translation>
    </message>
    <message>
        <source>&amp;Log contact</source>
        <translation>&amp;Anotar contacto</translation>
    </message>
    <message>
        <source>call</source>
        <translation>llamada</translation>
    </message>
    <message>
        <source>&amp;Book…</source>
        <translation>&amp;Reservar…</translation>
    </message>
    <message>
        <source>appointment</source>
        <translation>cita</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>visita</translation>
    </message>
    <message>
        <source>&amp;Print next steps…</source>
        <translation>&amp;Imprimir próximos pasos…</translation>
    </message>
    <message>
        <source>handout</source>
        <translation>hoja</translation>
    </message>
    <message>
        <source>page for the patient</source>
        <translation>hoja para el paciente</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Editar…</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>corregir</translation>
    </message>
    <message>
        <source>change</source>
        <translation>cambiar</translation>
    </message>
    <message>
        <source>&amp;Next tab</source>
        <translation>Pestaña si&amp;guiente</translation>
    </message>
    <message>
        <source>log contact, {family}</source>
        <translation>anotar contacto, {family}</translation>
    </message>
    <message>
        <source>&amp;Search this tab</source>
        <translation>&amp;Buscar en esta pestaña</translation>
    </message>
    <message>
        <source>Show {tab}</source>
        <translation>Mostrar {tab}</translation>
    </message>
</context>
<context>
    <name>ChartWords</name>
    <message>
        <source>since {date}</source>
        <translation>desde {date}</translation>
    </message>
    <message>
        <source>for {reason}</source>
        <translation>para {reason}</translation>
    </message>
    <message>
        <source>as needed</source>
        <translation>según necesidad</translation>
    </message>
    <message>
        <source>says the patient</source>
        <translation>según el paciente</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>target {target}</source>
        <translation>objetivo {target}</translation>
    </message>
    <message>
        <source>{name}: {last} on {day}</source>
        <translation>{name}: {last} el {day}</translation>
    </message>
    <message numerus="yes">
        <source>from {first}, %n values</source>
        <translation>
            <numerusform>desde {first}, %n valor</numerusform>
            <numerusform>desde {first}, %n valores</numerusform>
        </translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Fuera</translation>
    </message>
    <message numerus="yes">
        <source>%n d over</source>
        <translation>
            <numerusform>%n d de más</numerusform>
            <numerusform>%n d de más</numerusform>
        </translation>
    </message>
    <message>
        <source>by {date}</source>
        <translation>para el {date}</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Derivación</translation>
    </message>
    <message>
        <source>Former</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>imported {date}</source>
        <translation>importado {date}</translation>
    </message>
    <message numerus="yes">
        <source>+%n more entries</source>
        <translation>
            <numerusform>+%n entrada más</numerusform>
            <numerusform>+%n entradas más</numerusform>
        </translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>A cargo</translation>
    </message>
</context>
<context>
    <name>ChoiceStep</name>
    <message>
        <source>Which practice?</source>
        <translation>¿Qué consultorio?</translation>
    </message>
    <message>
        <source>A ne&amp;w practice</source>
        <translation>Un consultorio nue&amp;vo</translation>
    </message>
    <message>
        <source>Makes a new encrypted file. You become its administrator.</source>
        <translation>Crea un archivo cifrado nuevo. Usted será su administrador.</translation>
    </message>
    <message>
        <source>A &amp;sample practice, to look around</source>
        <translation>Un consultorio de &amp;muestra, para mirar</translation>
    </message>
    <message>
        <source>Invented patients in a file of its own, marked as not real on every screen and page.</source>
        <translation>Pacientes inventados en un archivo propio, marcado como no real en cada pantalla y en cada hoja.</translation>
    </message>
    <message>
        <source>On this computer, or copied here together with its .keys.json file.</source>
        <translation>En esta computadora, o copiado aquí junto con su archivo .keys.json.</translation>
    </message>
    <message>
        <source>A practice &amp;file or a backup that exists</source>
        <translation>Un archivo o una &amp;copia de seguridad que ya existe</translation>
    </message>
</context>
<context>
    <name>ChoosePatientDialog</name>
    <message>
        <source>Name, birth date, phone or record number</source>
        <translation>Nombre, fecha de nacimiento, teléfono o n.º de expediente</translation>
    </message>
    <message>
        <source>Find patient</source>
        <translation>Buscar paciente</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Pacientes</translation>
    </message>
    <message>
        <source>No patient matches.</source>
        <translation>Ningún paciente coincide.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>C&amp;hoose</source>
        <translation>&amp;Elegir</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexo</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Record no.</source>
        <translation>N.º de expediente</translation>
    </message>
</context>
<context>
    <name>ClinicianDialog</name>
    <message>
        <source>Clinicians and hours</source>
        <translation>Clínicos y horarios</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>New clinician</source>
        <translation>Nuevo clínico</translation>
    </message>
    <message>
        <source>No user</source>
        <translation>Ningún usuario</translation>
    </message>
    <message>
        <source>No site</source>
        <translation>Ninguna sede</translation>
    </message>
    <message>
        <source>No room</source>
        <translation>Ninguna sala</translation>
    </message>
    <message>
        <source>This clinician has several weeks or places. Change them in Admin, Working hours.</source>
        <translation>Este clínico tiene varias semanas o lugares. Cámbielos en Administración, Horarios de trabajo.</translation>
    </message>
    <message>
        <source>&amp;Clinician</source>
        <translation>&amp;Clínico</translation>
    </message>
    <message>
        <source>&amp;Family name</source>
        <translation>A&amp;pellidos</translation>
    </message>
    <message>
        <source>&amp;Given names</source>
        <translation>&amp;Nombres</translation>
    </message>
    <message>
        <source>&amp;Title, for example Dr</source>
        <translation>&amp;Título, por ejemplo Dr.</translation>
    </message>
    <message>
        <source>After the name, for example RN</source>
        <translation>Después del nombre, por ejemplo RN</translation>
    </message>
    <message>
        <source>S&amp;pecialty</source>
        <translation>&amp;Especialidad</translation>
    </message>
    <message>
        <source>P&amp;hone</source>
        <translation>Te&amp;léfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>NPI</source>
        <translation>NPI</translation>
    </message>
    <message>
        <source>For example: English, Spanish</source>
        <translation>Por ejemplo: inglés, español</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Hours, for example 9-12, 1-5. Leave a day empty when closed.</source>
        <translation>Horario, por ejemplo 9-12, 13-17. Deje vacío el día cerrado.</translation>
    </message>
    <message>
        <source>Same hours Mo&amp;nday to Friday</source>
        <translation>El mismo horario de l&amp;unes a viernes</translation>
    </message>
    <message>
        <source>Usual site</source>
        <translation>Sede habitual</translation>
    </message>
    <message>
        <source>Usual room</source>
        <translation>Sala habitual</translation>
    </message>
    <message>
        <source>Signs in as</source>
        <translation>Entra como</translation>
    </message>
    <message>
        <source>Only when they leave: nothing can be booked after it.</source>
        <translation>Solo cuando se va: después no se puede reservar nada.</translation>
    </message>
    <message>
        <source>Last day here</source>
        <translation>Último día aquí</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>&amp;Monday</source>
        <translation>Lune&amp;s</translation>
    </message>
    <message>
        <source>T&amp;uesday</source>
        <translation>M&amp;artes</translation>
    </message>
    <message>
        <source>&amp;Wednesday</source>
        <translation>M&amp;iércoles</translation>
    </message>
    <message>
        <source>Thu&amp;rsday</source>
        <translation>&amp;Jueves</translation>
    </message>
    <message>
        <source>Fr&amp;iday</source>
        <translation>&amp;Viernes</translation>
    </message>
    <message>
        <source>Saturda&amp;y</source>
        <translation>Sá&amp;bado</translation>
    </message>
    <message>
        <source>Sun&amp;day</source>
        <translation>&amp;Domingo</translation>
    </message>
    <message>
        <source>Write the family name of the clinician.</source>
        <translation>Escriba los apellidos del clínico.</translation>
    </message>
    <message>
        <source>Write times such as 9-12, 1-5; stretches may not overlap.</source>
        <translation>Escriba horas como 9-12, 13-17; los tramos no pueden superponerse.</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name}: guardado.</translation>
    </message>
</context>
<context>
    <name>CliniciansSection</name>
    <message>
        <source>Clinicians</source>
        <translation>Clínicos</translation>
    </message>
    <message>
        <source>Everybody with a column in the calendar: doctors, nurses, therapists, care coordinators.</source>
        <translation>Todas las personas con una columna en el calendario: médicos, enfermeras, terapeutas, coordinación de cuidados.</translation>
    </message>
    <message>
        <source>No clinicians yet.</source>
        <translation>Todavía no hay clínicos.</translation>
    </message>
    <message>
        <source>Set up who sees patients, and when.</source>
        <translation>Indique quién atiende y cuándo.</translation>
    </message>
    <message>
        <source>&amp;Add clinician…</source>
        <translation>&amp;Agregar clínico…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Cambiar…</translation>
    </message>
    <message>
        <source>Working &amp;hours…</source>
        <translation>&amp;Horario…</translation>
    </message>
    <message>
        <source>A&amp;bsence…</source>
        <translation>A&amp;usencia…</translation>
    </message>
    <message>
        <source>&amp;Open work…</source>
        <translation>Trabajo &amp;abierto…</translation>
    </message>
    <message>
        <source>Without hours</source>
        <translation>Sin horario</translation>
    </message>
    <message>
        <source>Who left too</source>
        <translation>También quienes se fueron</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Specialty</source>
        <translation>Especialidad</translation>
    </message>
    <message>
        <source>Usual week</source>
        <translation>Semana habitual</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Signs in as</source>
        <translation>Entra como</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Se fue</translation>
    </message>
    <message>
        <source>No hours</source>
        <translation>Sin horario</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Fijado</translation>
    </message>
    <message>
        <source>save clinician</source>
        <translation>guardar clínico</translation>
    </message>
</context>
<context>
    <name>CloseDayDialog</name>
    <message>
        <source>Close the day</source>
        <translation>Cerrar el día</translation>
    </message>
    <message>
        <source>Visits without an end</source>
        <translation>Citas sin desenlace</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close the day · {date}</source>
        <translation>Cerrar el día · {date}</translation>
    </message>
    <message>
        <source>No-shows</source>
        <translation>No se presentaron</translation>
    </message>
    <message>
        <source>Next working day</source>
        <translation>Próximo día hábil</translation>
    </message>
    <message>
        <source>Day &amp;sheets…</source>
        <translation>Hojas del &amp;día…</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>Shift handoff</source>
        <translation>Entrega de turno</translation>
    </message>
    <message>
        <source>Print &amp;handoff…</source>
        <translation>&amp;Imprimir la entrega…</translation>
    </message>
    <message>
        <source>&amp;Arrived</source>
        <translation>&amp;Llegó</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Hecho</translation>
    </message>
    <message>
        <source>&amp;No-show</source>
        <translation>&amp;No se presentó</translation>
    </message>
    <message>
        <source>&amp;Cancel visit…</source>
        <translation>&amp;Cancelar la visita…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
</context>
<context>
    <name>CloseQuestionDialog</name>
    <message>
        <source>Open again</source>
        <translation>Abrir otra vez</translation>
    </message>
    <message>
        <source>Needs no answer any more</source>
        <translation>Ya no necesita respuesta</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Por qué</translation>
    </message>
</context>
<context>
    <name>CloseTransitionDialog</name>
    <message>
        <source>Close the transition</source>
        <translation>Cerrar la transición</translation>
    </message>
    <message>
        <source>&amp;Close it</source>
        <translation>&amp;Cerrarla</translation>
    </message>
    <message>
        <source>Still owed: {what}.</source>
        <translation>Aún falta: {what}.</translation>
    </message>
    <message>
        <source>Nothing is owed.</source>
        <translation>No falta nada.</translation>
    </message>
    <message>
        <source>&amp;How it ended</source>
        <translation>&amp;Cómo terminó</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Por qué</translation>
    </message>
    <message>
        <source>Write why.</source>
        <translation>Escriba por qué.</translation>
    </message>
    <message>
        <source>Closed: {outcome}.</source>
        <translation>Cerrada: {outcome}.</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Backing up before closing</source>
        <translation>Copia de seguridad antes de cerrar</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Intentar otra vez</translation>
    </message>
    <message>
        <source>&amp;Quit without backup</source>
        <translation>&amp;Salir sin copia</translation>
    </message>
    <message>
        <source>Everything is saved. The copy is encrypted and read through before it counts.</source>
        <translation>Todo está guardado. La copia se cifra y se lee entera antes de darla por buena.</translation>
    </message>
    <message>
        <source>The backup could not be made</source>
        <translation>No se pudo hacer la copia de seguridad</translation>
    </message>
    <message>
        <source>Everything is saved. Only the copy is missing.</source>
        <translation>Todo está guardado. Solo falta la copia.</translation>
    </message>
</context>
<context>
    <name>ClosingWords</name>
    <message>
        <source>Close the da&amp;y…</source>
        <translation>Cerrar el &amp;día…</translation>
    </message>
    <message>
        <source>handoff</source>
        <translation>entrega de turno</translation>
    </message>
    <message>
        <source>end of day</source>
        <translation>fin del día</translation>
    </message>
    <message>
        <source>Close the day…</source>
        <translation>Cerrar el día…</translation>
    </message>
    <message>
        <source>Every visit of today has its end.</source>
        <translation>Todas las citas de hoy tienen su desenlace.</translation>
    </message>
    <message>
        <source>{count} to settle: the underlined letter sets what became of it, Ctrl+Z takes it back.</source>
        <translation>{count} por resolver: la letra subrayada dice qué pasó con la cita, Ctrl+Z lo deshace.</translation>
    </message>
    <message>
        <source>Nobody missed a visit today.</source>
        <translation>Hoy nadie faltó a su cita.</translation>
    </message>
    <message>
        <source>{missed} today; {waiting} without a new date stand in Unscheduled.</source>
        <translation>{missed} hoy; {waiting} sin fecha nueva están en Sin fecha.</translation>
    </message>
    <message>
        <source>{date} · visits: {count}, still to confirm: {open}</source>
        <translation>{date} · citas: {count}, por confirmar: {open}</translation>
    </message>
    <message>
        <source>Invented patients need no backup.</source>
        <translation>Los pacientes inventados no necesitan copia de seguridad.</translation>
    </message>
    <message>
        <source>No backup was made yet.</source>
        <translation>Todavía no se hizo ninguna copia de seguridad.</translation>
    </message>
    <message>
        <source>The last good backup is of {when}.</source>
        <translation>La última copia de seguridad buena es del {when}.</translation>
    </message>
    <message>
        <source>The newest try failed: tell an administrator.</source>
        <translation>El último intento falló: avise a un administrador.</translation>
    </message>
    <message>
        <source>The next one is made when the program is closed.</source>
        <translation>La próxima se hace al cerrar el programa.</translation>
    </message>
    <message>
        <source>Nothing was changed today.</source>
        <translation>Hoy no se cambió nada.</translation>
    </message>
    <message>
        <source>Left open: {counts}</source>
        <translation>Queda abierto: {counts}</translation>
    </message>
    <message>
        <source>Nothing is left open.</source>
        <translation>No queda nada abierto.</translation>
    </message>
    <message>
        <source>{name}: {status}.</source>
        <translation>{name}: {status}.</translation>
    </message>
    <message>
        <source>Missed in the last {days} days: {count}.</source>
        <translation>Faltas en los últimos {days} días: {count}.</translation>
    </message>
</context>
<context>
    <name>ClosureDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Change closed days</source>
        <translation>Cambiar días cerrados</translation>
    </message>
    <message>
        <source>Add closed days</source>
        <translation>Agregar días cerrados</translation>
    </message>
    <message>
        <source>The whole practice</source>
        <translation>Todo el consultorio</translation>
    </message>
    <message>
        <source>For example: staff training, summer holidays</source>
        <translation>Por ejemplo: capacitación, vacaciones de verano</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Por qué</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>&amp;Primer día</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>Ú&amp;ltimo día</translation>
    </message>
    <message>
        <source>Empty: one day only.</source>
        <translation>Vacío: un solo día.</translation>
    </message>
    <message>
        <source>W&amp;here</source>
        <translation>&amp;Dónde</translation>
    </message>
    <message>
        <source>Write why it is closed.</source>
        <translation>Escriba por qué está cerrado.</translation>
    </message>
</context>
<context>
    <name>ClosuresSection</name>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>A&amp;ño</translation>
    </message>
    <message>
        <source>Holidays and closed days</source>
        <translation>Feriados y días cerrados</translation>
    </message>
    <message>
        <source>On these days no free times are offered, and they are no business days for referrals and calls. Deadlines of payers after a hospital stay keep to the holidays alone.</source>
        <translation>En estos días no se ofrecen horas libres y no cuentan como días hábiles para derivaciones y llamadas. Los plazos de los pagadores después de una hospitalización solo toman en cuenta los feriados.</translation>
    </message>
    <message>
        <source>No closed days in this year.</source>
        <translation>No hay días cerrados en este año.</translation>
    </message>
    <message>
        <source>Add the days on which the practice is closed.</source>
        <translation>Agregue los días en que el consultorio está cerrado.</translation>
    </message>
    <message>
        <source>&amp;Add closed days…</source>
        <translation>&amp;Agregar días cerrados…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Cambiar…</translation>
    </message>
    <message>
        <source>&amp;Open on these days again</source>
        <translation>&amp;Abrir otra vez estos días</translation>
    </message>
    <message>
        <source>&amp;Holidays of the year…</source>
        <translation>&amp;Feriados del año…</translation>
    </message>
    <message>
        <source>&amp;Work on this holiday</source>
        <translation>&amp;Trabajar este feriado</translation>
    </message>
    <message>
        <source>&amp;Keep this holiday</source>
        <translation>&amp;Guardar este feriado</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas</translation>
    </message>
    <message>
        <source>The practice is</source>
        <translation>El consultorio está</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Feriado</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Propio</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Holidays: {source}. List {version}.</source>
        <translation>Feriados: {source}. Lista {version}.</translation>
    </message>
    <message>
        <source>Settled for {year}.</source>
        <translation>Decidido para {year}.</translation>
    </message>
    <message>
        <source>Not yet settled for {year}.</source>
        <translation>Sin decidir para {year}.</translation>
    </message>
    <message>
        <source>Closed days saved.</source>
        <translation>Días cerrados guardados.</translation>
    </message>
    <message>
        <source>save closed days</source>
        <translation>guardar días cerrados</translation>
    </message>
    <message>
        <source>Open again on these days.</source>
        <translation>Abierto otra vez estos días.</translation>
    </message>
    <message>
        <source>open again</source>
        <translation>abrir otra vez</translation>
    </message>
    <message>
        <source>Open on {holiday}.</source>
        <translation>Abierto en {holiday}.</translation>
    </message>
    <message>
        <source>Closed on {holiday}.</source>
        <translation>Cerrado en {holiday}.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Nuevo…</translation>
    </message>
    <message>
        <source>add</source>
        <translation>agregar</translation>
    </message>
    <message>
        <source>create</source>
        <translation>crear</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>&amp;Bloquear</translation>
    </message>
    <message>
        <source>sign out</source>
        <translation>cerrar sesión</translation>
    </message>
    <message>
        <source>switch user</source>
        <translation>cambiar de usuario</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>salir</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>exit</source>
        <translation>terminar</translation>
    </message>
    <message>
        <source>close</source>
        <translation>cerrar</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Find patient</source>
        <translation>&amp;Buscar paciente</translation>
    </message>
    <message>
        <source>search</source>
        <translation>buscar</translation>
    </message>
    <message>
        <source>look up</source>
        <translation>encontrar</translation>
    </message>
    <message>
        <source>Patients seen &amp;last</source>
        <translation>Pacientes vistos ú&amp;ltimamente</translation>
    </message>
    <message>
        <source>recent</source>
        <translation>recientes</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Actualizar</translation>
    </message>
    <message>
        <source>Next &amp;part</source>
        <translation>Parte s&amp;iguiente</translation>
    </message>
    <message>
        <source>Pre&amp;vious part</source>
        <translation>Parte an&amp;terior</translation>
    </message>
    <message>
        <source>&amp;Narrow list of screens</source>
        <translation>&amp;Lista de pantallas estrecha</translation>
    </message>
    <message>
        <source>Reset &amp;columns</source>
        <translation>Restablecer &amp;columnas</translation>
    </message>
    <message>
        <source>&amp;Bigger text</source>
        <translation>Texto más &amp;grande</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>ampliar</translation>
    </message>
    <message>
        <source>large</source>
        <translation>grande</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Texto más &amp;pequeño</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>Tamaño de texto &amp;habitual</translation>
    </message>
    <message>
        <source>Colours &amp;as on this computer</source>
        <translation>Colores co&amp;mo en esta computadora</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>Colores claro&amp;s</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>Colores &amp;oscuros</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Alto co&amp;ntraste</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>tema</translation>
    </message>
    <message>
        <source>night</source>
        <translation>noche</translation>
    </message>
    <message>
        <source>language</source>
        <translation>idioma</translation>
    </message>
    <message>
        <source>&amp;Commands</source>
        <translation>&amp;Comandos</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Atajos de teclado</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>teclas</translation>
    </message>
    <message>
        <source>help</source>
        <translation>ayuda</translation>
    </message>
    <message>
        <source>&amp;About ICM Desktop</source>
        <translation>Ac&amp;erca de ICM Desktop</translation>
    </message>
    <message>
        <source>&amp;Export table…</source>
        <translation>&amp;Exportar tabla…</translation>
    </message>
    <message>
        <source>spreadsheet</source>
        <translation>hoja de cálculo</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Both records side by side</source>
        <translation>Los dos expedientes, lado a lado</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Se parece a</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Comparación</translation>
    </message>
    <message>
        <source>nothing by now</source>
        <translation>nada por ahora</translation>
    </message>
    <message>
        <source>{certainty}. For it: {reasons}.</source>
        <translation>{certainty}. A favor: {reasons}.</translation>
    </message>
    <message>
        <source>Against it: {reasons}.</source>
        <translation>En contra: {reasons}.</translation>
    </message>
    <message>
        <source>{kind} {one} and {other}</source>
        <translation>{kind} {one} y {other}</translation>
    </message>
    <message>
        <source>On file: {counts}</source>
        <translation>Registrado: {counts}</translation>
    </message>
</context>
<context>
    <name>ConcernDialog</name>
    <message>
        <source>Change concern</source>
        <translation>Cambiar preocupación</translation>
    </message>
    <message>
        <source>New concern</source>
        <translation>Preocupación nueva</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Add concern</source>
        <translation>&amp;Añadir preocupación</translation>
    </message>
    <message>
        <source>As the patient says it: I am out of breath on the stairs</source>
        <translation>Como lo dice el paciente: me falta el aire en las escaleras</translation>
    </message>
    <message>
        <source>In the patient&apos;s own &amp;words</source>
        <translation>Con &amp;las palabras del paciente</translation>
    </message>
    <message>
        <source>&amp;Concern</source>
        <translation>&amp;Preocupación</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>On the &amp;problem list</source>
        <translation>En la &amp;lista de problemas</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>P&amp;riority</source>
        <translation>P&amp;rioridad</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Sin fijar</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>&amp;Responsable</translation>
    </message>
    <message>
        <source>Patient&apos;s words are &amp;in</source>
        <translation>Las palabras están &amp;en</translation>
    </message>
    <message>
        <source>&amp;Noticed on</source>
        <translation>&amp;Notado el</translation>
    </message>
    <message>
        <source>Stat&amp;us</source>
        <translation>E&amp;stado</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>&amp;Motivo</translation>
    </message>
    <message>
        <source>No&amp;te</source>
        <translation>No&amp;ta</translation>
    </message>
    <message>
        <source>Sensiti&amp;ve</source>
        <translation>Sensi&amp;ble</translation>
    </message>
    <message>
        <source>Write the concern in the patient&apos;s words, or name it.</source>
        <translation>Escriba la preocupación en palabras del paciente o póngale nombre.</translation>
    </message>
    <message>
        <source>&amp;End concern</source>
        <translation>&amp;Terminar preocupación</translation>
    </message>
</context>
<context>
    <name>ConcernWords</name>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Social need</source>
        <translation>Necesidad social</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Riesgo</translation>
    </message>
    <message>
        <source>Matters now</source>
        <translation>Importa ahora</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Aparte</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Resuelto</translation>
    </message>
    <message>
        <source>In the way</source>
        <translation>Se interpone</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Superado</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transporte</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Costo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Understanding</source>
        <translation>Comprensión</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Housing</source>
        <translation>Vivienda</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>Alimento</translation>
    </message>
    <message>
        <source>Nobody to help</source>
        <translation>Nadie que ayude</translation>
    </message>
    <message>
        <source>Symptoms</source>
        <translation>Síntomas</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Ánimo</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <source>No appointment or service</source>
        <translation>Sin cita o servicio</translation>
    </message>
    <message>
        <source>Phone or computer</source>
        <translation>Teléfono o computadora</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Bajo</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Mantener</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Replace it by</source>
        <translation>Sustituir por</translation>
    </message>
    <message>
        <source>Hand it over to</source>
        <translation>Entregar a</translation>
    </message>
    <message>
        <source>{kind}: {text}</source>
        <translation>{kind}: {text}</translation>
    </message>
    <message>
        <source>Barrier, {kind}: {text}</source>
        <translation>Obstáculo, {kind}: {text}</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Prioridad alta</translation>
    </message>
</context>
<context>
    <name>ConfirmContentDialog</name>
    <message>
        <source>Confirm content</source>
        <translation>Confirmar contenido</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>&amp;Confirmar</translation>
    </message>
    <message>
        <source>Whoever confirms has read all of it and stands for it in this practice. It counts until the content changes.</source>
        <translation>Quien confirma lo leyó todo y responde por ello en este consultorio. Vale hasta que el contenido cambie.</translation>
    </message>
    <message>
        <source>&amp;Who confirms it</source>
        <translation>&amp;Quién lo confirma</translation>
    </message>
    <message>
        <source>For example: medical director, medical interpreter</source>
        <translation>Por ejemplo: dirección médica, intérprete médico</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Función</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>C&amp;uándo</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Nota</translation>
    </message>
    <message>
        <source>Write who confirms it: a person, by name.</source>
        <translation>Escriba quién lo confirma: una persona, con su nombre.</translation>
    </message>
    <message>
        <source>Enter a day, for example fri, +2w or 14 jul.</source>
        <translation>Escriba un día, por ejemplo vie, +2w o 14 jul.</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>Ese día aún no ha llegado.</translation>
    </message>
</context>
<context>
    <name>ConflictInterruptDialog</name>
    <message>
        <source>Stop: this contradicts something</source>
        <translation>Alto: esto contradice algo</translation>
    </message>
    <message>
        <source>&amp;Save all the same</source>
        <translation>&amp;Guardar de todos modos</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>No guardar</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Save it; the conflict stays open and is on Today</source>
        <translation>Guardarlo; el conflicto queda abierto y está en Hoy</translation>
    </message>
    <message>
        <source>Save it and override the conflict, with the reason</source>
        <translation>Guardarlo y pasar por alto el conflicto, con el motivo</translation>
    </message>
    <message>
        <source>&amp;What now</source>
        <translation>&amp;Qué hacer ahora</translation>
    </message>
    <message>
        <source>It is kept with the conflict and counts in the rates of this rule.</source>
        <translation>Se guarda con el conflicto y cuenta en las cifras de esta regla.</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motivo</translation>
    </message>
    <message>
        <source>Choose what to do about it, or do not save.</source>
        <translation>Elija qué hacer con ello, o no guarde.</translation>
    </message>
    <message>
        <source>Write why.</source>
        <translation>Escriba por qué.</translation>
    </message>
</context>
<context>
    <name>ConflictWords</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Vigilar</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>A saber</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Abierto de nuevo</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Respondido</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Preguntado</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resuelto</translation>
    </message>
    <message>
        <source>Overridden</source>
        <translation>Pasado por alto</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Silenciado</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Ya no está</translation>
    </message>
    <message>
        <source>Open again: muted until {day}.</source>
        <translation>Abierto de nuevo: silenciado hasta {day}.</translation>
    </message>
    <message>
        <source>Open again: the facts have changed since it was decided.</source>
        <translation>Abierto de nuevo: los hechos han cambiado desde la decisión.</translation>
    </message>
    <message>
        <source>Open again: the facts were gone and are back.</source>
        <translation>Abierto de nuevo: los hechos habían desaparecido y han vuelto.</translation>
    </message>
    <message>
        <source>Open again: the question was withdrawn.</source>
        <translation>Abierto de nuevo: se retiró la pregunta.</translation>
    </message>
    <message>
        <source>No value meets both goals. A named clinician decides.</source>
        <translation>Ningún valor cumple ambas metas. Decide un profesional con nombre.</translation>
    </message>
    <message>
        <source>The stricter goal may win. A named clinician decides.</source>
        <translation>Puede ganar la meta más estricta. Decide un profesional con nombre.</translation>
    </message>
    <message>
        <source>{kind}: {what}</source>
        <translation>{kind}: {what}</translation>
    </message>
    <message>
        <source>{dose} mg a day</source>
        <translation>{dose} mg al día</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>Medicina</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>Alergia</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>In the plan</source>
        <translation>En el plan</translation>
    </message>
    <message>
        <source>Active problems</source>
        <translation>Problemas activos</translation>
    </message>
    <message numerus="yes">
        <source>{whom}, %n day(s) ago</source>
        <translation>
            <numerusform>{whom}, hace %n día</numerusform>
            <numerusform>{whom}, hace %n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n día de retraso</numerusform>
            <numerusform>%n días de retraso</numerusform>
        </translation>
    </message>
    <message>
        <source>{low} to {high} {unit}</source>
        <translation>{low} a {high} {unit}</translation>
    </message>
    <message>
        <source>at most {value} {unit}</source>
        <translation>como máximo {value} {unit}</translation>
    </message>
    <message>
        <source>at least {value} {unit}</source>
        <translation>al menos {value} {unit}</translation>
    </message>
    <message>
        <source>{who}, {day}</source>
        <translation>{who}, {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>hasta {day}</translation>
    </message>
    <message>
        <source>Told: {whom}</source>
        <translation>Informado: {whom}</translation>
    </message>
    <message>
        <source>{what}: not checked ({why})</source>
        <translation>{what}: no comprobado ({why})</translation>
    </message>
</context>
<context>
    <name>ConflictsTab</name>
    <message>
        <source>Conflicts</source>
        <translation>Conflictos</translation>
    </message>
    <message>
        <source>Choose a line to see its facts and where it is written.</source>
        <translation>Elija una línea para ver sus datos y dónde está escrito.</translation>
    </message>
    <message>
        <source>The rules know the common dangers; they are not a complete interaction database.</source>
        <translation>Las reglas conocen los peligros comunes; no son una base de interacciones completa.</translation>
    </message>
    <message>
        <source>No rule found a conflict.</source>
        <translation>Ninguna regla encontró un conflicto.</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>As &amp;of</source>
        <translation>A &amp;fecha de</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravedad</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>By what</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>NOT CHECKED</source>
        <translation>SIN COMPROBAR</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Vigilar</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>A saber</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>{dose} mg a day</source>
        <translation>{dose} mg al día</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>Medicina</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>Alergia</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Lo que se sabe</translation>
    </message>
    <message>
        <source>No value meets both goals. A named clinician decides.</source>
        <translation>Ningún valor cumple ambas metas. Decide un profesional con nombre.</translation>
    </message>
    <message>
        <source>The stricter goal may win. A named clinician decides.</source>
        <translation>Puede ganar la meta más estricta. Decide un profesional con nombre.</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>In the plan</source>
        <translation>En el plan</translation>
    </message>
    <message>
        <source>Active problems</source>
        <translation>Problemas activos</translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>Re&amp;voke…</source>
        <translation>Re&amp;vocar…</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Sobre</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Acepta</translation>
    </message>
    <message>
        <source>Refuses</source>
        <translation>Rechaza</translation>
    </message>
    <message>
        <source>&amp;The patient</source>
        <translation>El &amp;paciente</translation>
    </message>
    <message>
        <source>Said &amp;on</source>
        <translation>Dicho e&amp;l</translation>
    </message>
    <message>
        <source>Ho&amp;w</source>
        <translation>Có&amp;mo</translation>
    </message>
    <message>
        <source>Said &amp;by, if not the patient</source>
        <translation>Dicho por, si no fue el pacie&amp;nte</translation>
    </message>
    <message>
        <source>Ta&amp;ken by</source>
        <translation>&amp;Tomado por</translation>
    </message>
    <message>
        <source>In wo&amp;rds</source>
        <translation>En pala&amp;bras</translation>
    </message>
    <message>
        <source>&amp;Covers only, if limited</source>
        <translation>Solo &amp;cubre, si es limitado</translation>
    </message>
    <message>
        <source>&amp;Not covered</source>
        <translation>No c&amp;ubre</translation>
    </message>
    <message>
        <source>With w&amp;hom, with commas</source>
        <translation>Con &amp;quién, con comas</translation>
    </message>
    <message>
        <source>Holds &amp;from</source>
        <translation>Vale &amp;desde</translation>
    </message>
    <message>
        <source>Holds unti&amp;l</source>
        <translation>Vale &amp;hasta</translation>
    </message>
    <message>
        <source>Not&amp;e</source>
        <translation>Not&amp;a</translation>
    </message>
</context>
<context>
    <name>ContactPersonDialog</name>
    <message>
        <source>Contact, relative or proxy</source>
        <translation>Contacto, familiar o representante</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Relationship</source>
        <translation>&amp;Parentesco</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>Relationship in &amp;words</source>
        <translation>Parentesco en pala&amp;bras</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Teléfono</translation>
    </message>
    <message>
        <source>E-&amp;mail</source>
        <translation>C&amp;orreo</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>Di&amp;rección</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Call in an emer&amp;gency</source>
        <translation>Lla&amp;mar en una emergencia</translation>
    </message>
    <message>
        <source>A&amp;uthority</source>
        <translation>A&amp;utoridad</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>May &amp;hear about</source>
        <translation>Puede &amp;saber de</translation>
    </message>
    <message>
        <source>May no&amp;t hear about</source>
        <translation>No pu&amp;ede saber de</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Desde</translation>
    </message>
    <message>
        <source>Unt&amp;il</source>
        <translation>&amp;Hasta</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>Not&amp;a</translation>
    </message>
</context>
<context>
    <name>ContentSection</name>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Sentences for patients, policies and code lists come with the program. Somebody of your practice who knows reads them and confirms them; until then pages in that language say that they are a draft.</source>
        <translation>Las frases para pacientes, las políticas y las listas de códigos vienen con el programa. Alguien del consultorio que sepa las lee y las confirma; hasta entonces las hojas en ese idioma dicen que son un borrador.</translation>
    </message>
    <message>
        <source>No content.</source>
        <translation>No hay contenido.</translation>
    </message>
    <message>
        <source>&amp;Confirm…</source>
        <translation>&amp;Confirmar…</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>&amp;Retirar la confirmación</translation>
    </message>
    <message>
        <source>&amp;Read it</source>
        <translation>&amp;Leerlo</translation>
    </message>
    <message>
        <source>What c&amp;hanged…</source>
        <translation>Qué cam&amp;bió…</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>Por confirmar</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>Confirmado por</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Qué tan seguro</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>Cambió después</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Confirmed: {content}.</source>
        <translation>Confirmado: {content}.</translation>
    </message>
    <message>
        <source>confirm content</source>
        <translation>confirmar contenido</translation>
    </message>
    <message>
        <source>The confirmation is withdrawn.</source>
        <translation>La confirmación se retiró.</translation>
    </message>
    <message>
        <source>withdraw confirmation</source>
        <translation>retirar la confirmación</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>When it was confirmed</source>
        <translation>Cuando se confirmó</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Confirmed: version {before}. Now: version {now}.</source>
        <translation>Confirmado: versión {before}. Ahora: versión {now}.</translation>
    </message>
    <message>
        <source>What was confirmed then was not kept. Read all of it again.</source>
        <translation>No se guardó lo que se confirmó entonces. Léalo todo de nuevo.</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Qué cambió</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Qué dice</translation>
    </message>
</context>
<context>
    <name>CopyChoice</name>
    <message>
        <source>The patient</source>
        <translation>El paciente</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Para</translation>
    </message>
    <message>
        <source>Wh&amp;y all the same</source>
        <translation>Por q&amp;ué igualmente</translation>
    </message>
    <message>
        <source>Copy for {name}</source>
        <translation>Copia para {name}</translation>
    </message>
    <message>
        <source>{why}. They may get it all the same, with the reason on record.</source>
        <translation>{why}. Puede recibirla igualmente, con el motivo registrado.</translation>
    </message>
    <message>
        <source>Write why they get it all the same.</source>
        <translation>Escriba por qué la recibe igualmente.</translation>
    </message>
</context>
<context>
    <name>CopyDialog</name>
    <message>
        <source>Copy of version {number}</source>
        <translation>Copia de la versión {number}</translation>
    </message>
    <message>
        <source>&amp;Record copy</source>
        <translation>&amp;Registrar copia</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Para</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Cómo</translation>
    </message>
    <message>
        <source>&amp;Organization</source>
        <translation>&amp;Organización</translation>
    </message>
    <message>
        <source>&amp;When, if not today</source>
        <translation>&amp;Cuándo, si no fue hoy</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;ota</translation>
    </message>
    <message>
        <source>Without &amp;sensitive lines</source>
        <translation>Sin líneas &amp;sensibles</translation>
    </message>
    <message>
        <source>Write who received it.</source>
        <translation>Escriba quién lo recibió.</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
</context>
<context>
    <name>CoverageDialog</name>
    <message>
        <source>Insurance</source>
        <translation>Seguro</translation>
    </message>
    <message>
        <source>&amp;Who pays</source>
        <translation>&amp;Quién paga</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>&amp;Plan</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>&amp;Member number</source>
        <translation>Número de afi&amp;liado</translation>
    </message>
    <message>
        <source>&amp;Group number</source>
        <translation>Número de grupo</translation>
    </message>
    <message>
        <source>P&amp;hone of the insurer</source>
        <translation>Telé&amp;fono del seguro</translation>
    </message>
    <message>
        <source>Pays in this &amp;order</source>
        <translation>Paga en este &amp;orden</translation>
    </message>
    <message>
        <source>After the others</source>
        <translation>Después de los demás</translation>
    </message>
    <message>
        <source>Insured p&amp;erson, if not the patient</source>
        <translation>&amp;Asegurado, si no es el paciente</translation>
    </message>
    <message>
        <source>&amp;Relationship to the patient</source>
        <translation>Pa&amp;rentesco con el paciente</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Desde</translation>
    </message>
    <message>
        <source>Un&amp;til</source>
        <translation>&amp;Hasta</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Nota</translation>
    </message>
</context>
<context>
    <name>CrashReports</name>
    <message>
        <source>Something in the program went wrong</source>
        <translation>Algo falló en el programa</translation>
    </message>
    <message>
        <source>The last step did not finish because of a fault in the program. What was saved before is safe.

1  Try the step again.
2  If it happens again, close the program and open it again.
3  Send the details below to whoever looks after the program. They hold no patient data.</source>
        <translation>El último paso no terminó por un fallo del programa. Lo que ya estaba guardado está a salvo.

1  Intente el paso otra vez.
2  Si vuelve a ocurrir, cierre el programa y ábralo de nuevo.
3  Envíe los detalles de abajo a quien se ocupa del programa. No contienen datos de pacientes.</translation>
    </message>
</context>
<context>
    <name>DateEdit</name>
    <message>
        <source>for example fri, +2w or 14 jul</source>
        <translation>por ejemplo vie, +2s o 14 jul</translation>
    </message>
    <message>
        <source>Not a date yet</source>
        <translation>Todavía no es una fecha</translation>
    </message>
    <message>
        <source>There is no such day</source>
        <translation>Ese día no existe</translation>
    </message>
</context>
<context>
    <name>DayAgenda</name>
    <message>
        <source>All of one &amp;day…</source>
        <translation>Todo un &amp;día…</translation>
    </message>
    <message>
        <source>agenda</source>
        <translation>agenda</translation>
    </message>
    <message>
        <source>timeline</source>
        <translation>línea de tiempo</translation>
    </message>
    <message>
        <source>All of one day…</source>
        <translation>Todo un día…</translation>
    </message>
</context>
<context>
    <name>DayAgendaDialog</name>
    <message>
        <source>All of one day</source>
        <translation>Todo un día</translation>
    </message>
    <message>
        <source>Day be&amp;fore</source>
        <translation>Día &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>&amp;Hoy</translation>
    </message>
    <message>
        <source>Day a&amp;fter</source>
        <translation>Día &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Imprimir…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Filter by patient</source>
        <translation>Filtrar por paciente</translation>
    </message>
    <message>
        <source>Nothing fits this filter.</source>
        <translation>Nada coincide con este filtro.</translation>
    </message>
    <message>
        <source>Nothing is on this day.</source>
        <translation>No hay nada en este día.</translation>
    </message>
    <message>
        <source>Turn a filter off to see more.</source>
        <translation>Quite un filtro para ver más.</translation>
    </message>
    <message>
        <source>Turn to another day with Ctrl+Right.</source>
        <translation>Pase a otro día con Ctrl+Derecha.</translation>
    </message>
    <message>
        <source>Only the first rows are shown: choose a kind or a name.</source>
        <translation>Solo se muestran las primeras filas: elija un tipo o un nombre.</translation>
    </message>
    <message>
        <source>All of {date}</source>
        <translation>Todo el {date}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Con</translation>
    </message>
    <message>
        <source>Saved. It holds patient names: delete the file once it is printed.</source>
        <translation>Guardado. Contiene nombres de pacientes: borre el archivo en cuanto lo imprima.</translation>
    </message>
    <message>
        <source>Visits here</source>
        <translation>Citas aquí</translation>
    </message>
    <message>
        <source>Visits elsewhere</source>
        <translation>Citas en otros lugares</translation>
    </message>
    <message>
        <source>Referral deadlines</source>
        <translation>Plazos de derivaciones</translation>
    </message>
    <message>
        <source>Plan and tasks</source>
        <translation>Plan y tareas</translation>
    </message>
    <message>
        <source>Calls due</source>
        <translation>Llamadas pendientes</translation>
    </message>
    <message>
        <source>Pathway steps</source>
        <translation>Pasos de rutas</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>that day</source>
        <translation>ese día</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Sigue abierto</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Pendiente</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Enter a day, for example 2w, fri or 14 jul.</source>
        <translation>Escriba un día, por ejemplo 2s, vie o 14 jul.</translation>
    </message>
</context>
<context>
    <name>DayModel</name>
    <message>
        <source>free {number}</source>
        <translation>libre {number}</translation>
    </message>
    <message>
        <source>{time}, {column}, free, number {number}</source>
        <translation>{time}, {column}, libre, número {number}</translation>
    </message>
    <message>
        <source>{time}, {column}, nothing booked</source>
        <translation>{time}, {column}, nada reservado</translation>
    </message>
    <message>
        <source>{time}, {column}, closed</source>
        <translation>{time}, {column}, cerrado</translation>
    </message>
    <message>
        <source>{time}, {column}, no visit</source>
        <translation>{time}, {column}, sin visita</translation>
    </message>
    <message>
        <source>{name}, overlapping</source>
        <translation>{name}, superpuesta</translation>
    </message>
</context>
<context>
    <name>DaySheet</name>
    <message>
        <source>Day sheet</source>
        <translation>Hoja del día</translation>
    </message>
    <message>
        <source>Saved. It holds patient names: delete the file once it is printed.</source>
        <translation>Guardada. Contiene nombres de pacientes: borre el archivo cuando esté impresa.</translation>
    </message>
</context>
<context>
    <name>DeathDialog</name>
    <message>
        <source>Death</source>
        <translation>Fallecimiento</translation>
    </message>
    <message>
        <source>&amp;Record death</source>
        <translation>&amp;Registrar fallecimiento</translation>
    </message>
    <message>
        <source>&amp;Died on</source>
        <translation>&amp;Falleció el</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;ota</translation>
    </message>
    <message>
        <source>&amp;Call off</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>No coming visit and no open work.</source>
        <translation>Sin citas próximas ni trabajo pendiente.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Recorded by mistake: the patient is &amp;alive</source>
        <translation>Registrado por error: el paciente &amp;vive</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Derivación</translation>
    </message>
    <message>
        <source>Care plan</source>
        <translation>Plan de atención</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tarea</translation>
    </message>
</context>
<context>
    <name>DecideStepDialog</name>
    <message>
        <source>Decide about a step</source>
        <translation>Decidir sobre un paso</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>It holds in every pathway that asks for the same.</source>
        <translation>Vale en todas las rutas que piden lo mismo.</translation>
    </message>
    <message>
        <source>Declined by the patient</source>
        <translation>Rechazado por el paciente</translation>
    </message>
    <message>
        <source>Does not apply to this patient</source>
        <translation>No aplica a este paciente</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Aplazado</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Qué</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motivo</translation>
    </message>
    <message>
        <source>Whe&amp;n</source>
        <translation>Cuá&amp;ndo</translation>
    </message>
    <message>
        <source>Empty: it holds until somebody decides anew</source>
        <translation>Vacío: vale hasta que alguien decida de nuevo</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Hasta</translation>
    </message>
    <message>
        <source>Write why.</source>
        <translation>Escriba por qué.</translation>
    </message>
    <message>
        <source>Enter a day, for example today or 3 nov.</source>
        <translation>Escriba un día, por ejemplo hoy o 3 nov.</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>Ese día aún no ha llegado.</translation>
    </message>
    <message>
        <source>Enter a day, for example 3m or 2 sep.</source>
        <translation>Escriba un día, por ejemplo 3m o 2 sep.</translation>
    </message>
    <message>
        <source>Choose a later day.</source>
        <translation>Elija un día posterior.</translation>
    </message>
</context>
<context>
    <name>DescribeTransitionDialog</name>
    <message>
        <source>About this discharge</source>
        <translation>Sobre esta alta</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>As the records say</source>
        <translation>Como dice el expediente</translation>
    </message>
    <message>
        <source>In an emergency</source>
        <translation>De urgencia</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Programado</translation>
    </message>
    <message>
        <source>High: seen within 7 days (CPT 99496). Moderate: within 14 (CPT 99495).</source>
        <translation>Alta: visita en 7 días (CPT 99496). Moderada: en 14 (CPT 99495).</translation>
    </message>
    <message>
        <source>&amp;How complex</source>
        <translation>&amp;Complejidad</translation>
    </message>
    <message>
        <source>&amp;Admission</source>
        <translation>&amp;Ingreso</translation>
    </message>
    <message>
        <source>LACE, part by part</source>
        <translation>LACE, parte por parte</translation>
    </message>
</context>
<context>
    <name>DestinationEdit</name>
    <message>
        <source>Directory</source>
        <translation>Directorio</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy {number}</source>
        <translation>Copiar {number}</translation>
    </message>
</context>
<context>
    <name>DirectoryEntryDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Change directory entry</source>
        <translation>Cambiar entrada del directorio</translation>
    </message>
    <message>
        <source>Add to the directory</source>
        <translation>Agregar al directorio</translation>
    </message>
    <message>
        <source>Place: clinic, hospital, agency</source>
        <translation>Lugar: clínica, hospital, agencia</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Sensitive service: front desk does not see it on a referral</source>
        <translation>Servicio delicado: recepción no lo ve en una derivación</translation>
    </message>
    <message>
        <source>&amp;What it is</source>
        <translation>&amp;Qué es</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>Family &amp;name</source>
        <translation>&amp;Apellido</translation>
    </message>
    <message>
        <source>&amp;Given names</source>
        <translation>No&amp;mbres</translation>
    </message>
    <message>
        <source>Title, for example Dr</source>
        <translation>Título, por ejemplo Dr.</translation>
    </message>
    <message>
        <source>After the name, for example RN</source>
        <translation>Después del nombre, por ejemplo RN</translation>
    </message>
    <message>
        <source>For example: cardiology, home health, food pantry</source>
        <translation>Por ejemplo: cardiología, cuidado en casa, despensa de alimentos</translation>
    </message>
    <message>
        <source>Spe&amp;cialty or kind</source>
        <translation>&amp;Especialidad o tipo</translation>
    </message>
    <message>
        <source>Works a&amp;t, or belongs to</source>
        <translation>&amp;Trabaja en, o pertenece a</translation>
    </message>
    <message>
        <source>NPI</source>
        <translation>NPI</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>&amp;Languages</source>
        <translation>&amp;Idiomas</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>Telé&amp;fono</translation>
    </message>
    <message>
        <source>For example: nurse line 555-010-2003</source>
        <translation>Por ejemplo: enfermería 555-010-2003</translation>
    </message>
    <message>
        <source>&amp;Other phones</source>
        <translation>&amp;Otros teléfonos</translation>
    </message>
    <message>
        <source>&amp;Fax</source>
        <translation>Fa&amp;x</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>C&amp;orreo</translation>
    </message>
    <message>
        <source>We&amp;bsite</source>
        <translation>Sitio &amp;web</translation>
    </message>
    <message>
        <source>For example: fax the form with the last notes</source>
        <translation>Por ejemplo: mandar por fax el formulario con las últimas notas</translation>
    </message>
    <message>
        <source>How to &amp;refer</source>
        <translation>Cómo de&amp;rivar</translation>
    </message>
    <message>
        <source>Us&amp;ual wait</source>
        <translation>Esp&amp;era habitual</translation>
    </message>
    <message>
        <source>Op&amp;ening hours</source>
        <translation>&amp;Horario</translation>
    </message>
    <message>
        <source>Insurances ta&amp;ken</source>
        <translation>Seguros ace&amp;ptados</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>No&amp;ta</translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation>Escriba un nombre.</translation>
    </message>
    <message>
        <source>Choose a place of the directory, or leave it empty. Add the place first.</source>
        <translation>Elija un lugar del directorio o déjelo vacío. Primero agregue el lugar.</translation>
    </message>
    <message>
        <source>&amp;Save: it is another one</source>
        <translation>&amp;Guardar: es otro</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>Se guardó {name}.</translation>
    </message>
</context>
<context>
    <name>DirectoryFileDialog</name>
    <message>
        <source>Directory from a file</source>
        <translation>Directorio desde un archivo</translation>
    </message>
    <message>
        <source>Choose a CSV file</source>
        <translation>Elija un archivo CSV</translation>
    </message>
    <message>
        <source>The first line names the columns: Kind (person, place, service), Name or Family name, Given names, Specialty, Place, Phone, Fax, Address, Hours, Languages, Insurances, NPI. Only one of the names is needed.</source>
        <translation>La primera línea nombra las columnas: Clase (persona, lugar, servicio), Nombre o Apellido, Nombre de pila, Especialidad, Lugar, Teléfono, Fax, Dirección, Horario, Idiomas, Seguros, NPI. Solo hace falta uno de los nombres.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>Ya está</translation>
    </message>
    <message>
        <source>With a mistake</source>
        <translation>Con error</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>Líneas del archivo</translation>
    </message>
    <message>
        <source>Choose &amp;file…</source>
        <translation>Elegir &amp;archivo…</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>A&amp;gregar</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Specialty or kind</source>
        <translation>Especialidad o tipo</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué está mal</translation>
    </message>
    <message>
        <source>Mistake</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>line {number}</source>
        <translation>línea {number}</translation>
    </message>
    <message>
        <source>{new} new, {there} there already, {wrong} with a mistake</source>
        <translation>{new} nuevas, {there} ya están, {wrong} con error</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) that lines name are added too: {names}</source>
        <translation>
            <numerusform>También se agrega %n lugar que las líneas nombran: {names}</numerusform>
            <numerusform>También se agregan %n lugares que las líneas nombran: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add %n entries</source>
        <translation>
            <numerusform>A&amp;gregar %n entrada</numerusform>
            <numerusform>A&amp;gregar %n entradas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DirectorySection</name>
    <message>
        <source>Directory</source>
        <translation>Directorio</translation>
    </message>
    <message>
        <source>Whom you refer to: people, places and services outside, typed here or come with records.</source>
        <translation>A quién refiere usted: personas, lugares y servicios externos, escritos aquí o llegados con registros.</translation>
    </message>
    <message>
        <source>The directory is empty.</source>
        <translation>El directorio está vacío.</translation>
    </message>
    <message>
        <source>Add whom you refer to; imported records bring more.</source>
        <translation>Agregue a quién refiere; los registros importados traen más.</translation>
    </message>
    <message>
        <source>&amp;Add entry…</source>
        <translation>&amp;Agregar entrada…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Cambiar…</translation>
    </message>
    <message>
        <source>&amp;Take out</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Servicios</translation>
    </message>
    <message>
        <source>Name, specialty, place, phone, language, insurance or NPI</source>
        <translation>Nombre, especialidad, lugar, teléfono, idioma, seguro o NPI</translation>
    </message>
    <message>
        <source>From a &amp;file…</source>
        <translation>Desde un &amp;archivo…</translation>
    </message>
    <message>
        <source>&amp;Open again</source>
        <translation>A&amp;brir de nuevo</translation>
    </message>
    <message>
        <source>Same name or NPI twice</source>
        <translation>Nombre o NPI repetido</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>Fuera del directorio</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Specialty or kind</source>
        <translation>Especialidad o tipo</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>How to refer</source>
        <translation>Cómo derivar</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Espera</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Insurances</source>
        <translation>Seguros</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>NPI</source>
        <translation>NPI</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Origen</translation>
    </message>
    <message numerus="yes">
        <source>%n alike</source>
        <translation>
            <numerusform>%n igual</numerusform>
            <numerusform>%n iguales</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importado</translation>
    </message>
    <message>
        <source>Typed here</source>
        <translation>Escrito aquí</translation>
    </message>
    <message>
        <source>{name} is out of the directory.</source>
        <translation>{name} ya no está en el directorio.</translation>
    </message>
    <message>
        <source>take out of the directory</source>
        <translation>quitar del directorio</translation>
    </message>
    <message numerus="yes">
        <source>%n open referral(s) still go there.</source>
        <translation>
            <numerusform>%n derivación abierta todavía va allí.</numerusform>
            <numerusform>%n derivaciones abiertas todavía van allí.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is in the directory again.</source>
        <translation>{name} está otra vez en el directorio.</translation>
    </message>
    <message>
        <source>open again</source>
        <translation>abrir de nuevo</translation>
    </message>
    <message numerus="yes">
        <source>%n entries added to the directory.</source>
        <translation>
            <numerusform>%n entrada agregada al directorio.</numerusform>
            <numerusform>%n entradas agregadas al directorio.</numerusform>
        </translation>
    </message>
    <message>
        <source>add from a file</source>
        <translation>agregar desde un archivo</translation>
    </message>
</context>
<context>
    <name>DischargeDialog</name>
    <message>
        <source>Discharge</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>In an emergency</source>
        <translation>De urgencia</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Programado</translation>
    </message>
    <message>
        <source>&amp;Hospital or facility</source>
        <translation>&amp;Hospital o institución</translation>
    </message>
    <message>
        <source>&amp;Discharged on</source>
        <translation>&amp;Alta el</translation>
    </message>
    <message>
        <source>A&amp;t (if known)</source>
        <translation>&amp;Hora (si se sabe)</translation>
    </message>
    <message>
        <source>&amp;To where</source>
        <translation>A &amp;dónde</translation>
    </message>
    <message>
        <source>&amp;How complex</source>
        <translation>&amp;Complejidad</translation>
    </message>
    <message>
        <source>&amp;Why in hospital</source>
        <translation>&amp;Motivo de la hospitalización</translation>
    </message>
    <message>
        <source>&amp;Admitted on</source>
        <translation>&amp;Ingresó el</translation>
    </message>
    <message>
        <source>Ad&amp;mission</source>
        <translation>In&amp;greso</translation>
    </message>
    <message>
        <source>Enter the day of discharge, for example today, yesterday or 14 jul.</source>
        <translation>Escriba el día del alta, por ejemplo hoy, ayer o 14 jul.</translation>
    </message>
    <message>
        <source>This day lies after today. Check the date.</source>
        <translation>Este día es posterior a hoy. Revise la fecha.</translation>
    </message>
    <message>
        <source>Enter a day, for example 10 jul, or leave it empty.</source>
        <translation>Escriba un día, por ejemplo 10 jul, o déjelo vacío.</translation>
    </message>
    <message>
        <source>The day of admission lies after the day of discharge. Check both.</source>
        <translation>El día de ingreso es posterior al del alta. Revise los dos.</translation>
    </message>
    <message>
        <source>Enter a time, for example 2 pm, or leave it empty.</source>
        <translation>Escriba una hora, por ejemplo 2 pm, o déjela vacía.</translation>
    </message>
    <message>
        <source>Discharge saved. No clock runs: the patient did not go home.</source>
        <translation>Alta guardada. No corre ningún plazo: el paciente no fue a casa.</translation>
    </message>
    <message>
        <source>Discharge saved. Contact by {day}.</source>
        <translation>Alta guardada. Contacto a más tardar el {day}.</translation>
    </message>
</context>
<context>
    <name>DocumentAdding</name>
    <message>
        <source>Add document</source>
        <translation>Agregar documento</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>The file cannot be read: {reason}.</source>
        <translation>No se puede leer el archivo: {reason}.</translation>
    </message>
    <message>
        <source>Document added.</source>
        <translation>Documento agregado.</translation>
    </message>
    <message>
        <source>Document changed.</source>
        <translation>Documento cambiado.</translation>
    </message>
    <message>
        <source>add document</source>
        <translation>agregar documento</translation>
    </message>
    <message>
        <source>change document</source>
        <translation>cambiar documento</translation>
    </message>
    <message>
        <source>Only files of this computer can be added. Save the others first.</source>
        <translation>Solo se pueden añadir archivos de esta computadora. Guarde antes los demás.</translation>
    </message>
    <message>
        <source>{name} is a folder. Add the files in it.</source>
        <translation>{name} es una carpeta. Añada los archivos que contiene.</translation>
    </message>
</context>
<context>
    <name>DocumentColumns</name>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Escrito</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>By</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>{title} (sensitive)</source>
        <translation>{title} (delicado)</translation>
    </message>
    <message>
        <source>came {date}</source>
        <translation>llegó {date}</translation>
    </message>
</context>
<context>
    <name>DocumentDialog</name>
    <message>
        <source>Add document</source>
        <translation>Agregar documento</translation>
    </message>
    <message>
        <source>About this document</source>
        <translation>Sobre este documento</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Agregar</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Sensitive: mental health, substance use or the like</source>
        <translation>&amp;Delicado: salud mental, consumo de sustancias o similar</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Título</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>T&amp;ipo</translation>
    </message>
    <message>
        <source>Date &amp;on it</source>
        <translation>&amp;Fecha que lleva</translation>
    </message>
    <message>
        <source>&amp;Written by</source>
        <translation>&amp;Escrito por</translation>
    </message>
    <message>
        <source>&amp;Practice or hospital</source>
        <translation>&amp;Consultorio u hospital</translation>
    </message>
    <message>
        <source>Answers the &amp;referral</source>
        <translation>&amp;Responde a la derivación</translation>
    </message>
    <message>
        <source>About the &amp;visit</source>
        <translation>Sobre la &amp;visita</translation>
    </message>
    <message>
        <source>Write a title, such as Cardiology consult.</source>
        <translation>Escriba un título, por ejemplo Consulta de cardiología.</translation>
    </message>
    <message>
        <source>Enter a day, for example yesterday or 14 jul.</source>
        <translation>Escriba un día, por ejemplo ayer o 14 jul.</translation>
    </message>
    <message>
        <source>A document cannot be written after today. Check the date.</source>
        <translation>Un documento no puede ser posterior a hoy. Revise la fecha.</translation>
    </message>
</context>
<context>
    <name>DocumentListPane</name>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Nuestros</translation>
    </message>
    <message>
        <source>From outside</source>
        <translation>De fuera</translation>
    </message>
    <message>
        <source>No document fits.</source>
        <translation>Ningún documento coincide.</translation>
    </message>
    <message>
        <source>Show all documents</source>
        <translation>Mostrar todos los documentos</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Search in titles and words</source>
        <translation>Buscar en títulos y textos</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>New ({count})</source>
        <translation>Nuevos ({count})</translation>
    </message>
    <message>
        <source>All kinds ({count})</source>
        <translation>Todos los tipos ({count})</translation>
    </message>
</context>
<context>
    <name>DocumentOut</name>
    <message>
        <source>This document cannot be printed here. Save a copy instead.</source>
        <translation>Este documento no se puede imprimir aquí. Guarde una copia.</translation>
    </message>
    <message>
        <source>There is nothing in this document to copy.</source>
        <translation>No hay nada que copiar en este documento.</translation>
    </message>
    <message>
        <source>The file was not saved: {reason}. Choose another place.</source>
        <translation>El archivo no se guardó: {reason}. Elija otro lugar.</translation>
    </message>
    <message>
        <source>Saved as {file}. This copy is outside the encrypted record: delete it when it is not needed.</source>
        <translation>Guardado como {file}. Esta copia está fuera del registro cifrado: bórrela cuando ya no haga falta.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Enviado a la impresora.</translation>
    </message>
    <message>
        <source>The printer did not take the document. Try again or save a copy.</source>
        <translation>La impresora no aceptó el documento. Inténtelo de nuevo o guarde una copia.</translation>
    </message>
    <message>
        <source>Save a copy outside the encrypted record</source>
        <translation>Guardar una copia fuera del registro cifrado</translation>
    </message>
</context>
<context>
    <name>DocumentReader</name>
    <message>
        <source>Sensitive</source>
        <translation>Delicado</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Adjuntos</translation>
    </message>
    <message>
        <source>Choose a document to read it here.</source>
        <translation>Elija un documento para leerlo aquí.</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>Más pequeño (-)</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Más grande (+)</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of the original cannot be shown.</source>
        <translation>
            <numerusform>No se puede mostrar %n imagen del original.</numerusform>
            <numerusform>No se pueden mostrar %n imágenes del original.</numerusform>
        </translation>
    </message>
    <message>
        <source>Address: {address}</source>
        <translation>Dirección: {address}</translation>
    </message>
    <message>
        <source>This picture is too large to be shown. Save a copy to look at it with another program.</source>
        <translation>Esta imagen es demasiado grande para mostrarla. Guarde una copia para verla con otro programa.</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Página {page} de {pages}</translation>
    </message>
    <message>
        <source>Fit the width (0)</source>
        <translation>Ajustar al ancho (0)</translation>
    </message>
    <message>
        <source>Turn to the right (R)</source>
        <translation>Girar a la derecha (R)</translation>
    </message>
    <message>
        <source>List of documents (Ctrl+Shift+Up)</source>
        <translation>Lista de documentos (Ctrl+Mayús+Arriba)</translation>
    </message>
    <message>
        <source>{percent} % is here, more is coming</source>
        <translation>{percent} % ya está, falta el resto</translation>
    </message>
</context>
<context>
    <name>DocumentWords</name>
    <message>
        <source>Consult note</source>
        <translation>Nota de consulta</translation>
    </message>
    <message>
        <source>Discharge summary</source>
        <translation>Resumen de alta</translation>
    </message>
    <message>
        <source>Emergency note</source>
        <translation>Nota de urgencias</translation>
    </message>
    <message>
        <source>Progress note</source>
        <translation>Nota de evolución</translation>
    </message>
    <message>
        <source>History and physical</source>
        <translation>Historia y examen físico</translation>
    </message>
    <message>
        <source>Procedure note</source>
        <translation>Nota de procedimiento</translation>
    </message>
    <message>
        <source>Referral letter</source>
        <translation>Carta de derivación</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Imaging report</source>
        <translation>Informe de imagen</translation>
    </message>
    <message>
        <source>Laboratory report</source>
        <translation>Informe de laboratorio</translation>
    </message>
    <message>
        <source>Summary of care</source>
        <translation>Resumen de atención</translation>
    </message>
    <message>
        <source>Care plan</source>
        <translation>Plan de cuidado</translation>
    </message>
    <message>
        <source>Advance directive</source>
        <translation>Voluntad anticipada</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulario</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>Kind not known</source>
        <translation>Tipo desconocido</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Formatted text (RTF)</source>
        <translation>Texto con formato (RTF)</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Structured document (C-CDA)</source>
        <translation>Documento estructurado (C-CDA)</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Página web</translation>
    </message>
    <message>
        <source>Unknown kind of file</source>
        <translation>Tipo de archivo desconocido</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Reemplazado</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leído</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Added here {date}</source>
        <translation>Agregado aquí {date}</translation>
    </message>
    <message>
        <source>Added here</source>
        <translation>Agregado aquí</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>fuera</translation>
    </message>
    <message>
        <source>From {source}, received {date}</source>
        <translation>De {source}, recibido {date}</translation>
    </message>
    <message>
        <source>From {source}</source>
        <translation>De {source}</translation>
    </message>
    <message>
        <source>Read {date} by {name}</source>
        <translation>Leído {date} por {name}</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>alguien</translation>
    </message>
    <message>
        <source>Attachment {number}</source>
        <translation>Adjunto {number}</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>{number} kB</source>
        <translation>{number} kB</translation>
    </message>
</context>
<context>
    <name>DocumentsTab</name>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>No documents yet.</source>
        <translation>Todavía no hay documentos.</translation>
    </message>
    <message>
        <source>Letters, notes and scans of this patient stand here. Add a file, or drop one on this page.</source>
        <translation>Aquí están las cartas, notas y escaneos de este paciente. Agregue un archivo o arrástrelo a esta página.</translation>
    </message>
    <message>
        <source>Add document</source>
        <translation>Agregar documento</translation>
    </message>
    <message>
        <source>{shown} of {total} documents, {new} new</source>
        <translation>{shown} de {total} documentos, {new} nuevos</translation>
    </message>
    <message>
        <source>Enter opens it.</source>
        <translation>Intro lo abre.</translation>
    </message>
    <message>
        <source>Add &amp;document…</source>
        <translation>Agregar &amp;documento…</translation>
    </message>
    <message>
        <source>file</source>
        <translation>archivo</translation>
    </message>
    <message>
        <source>scan</source>
        <translation>escaneo</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>carta</translation>
    </message>
    <message>
        <source>Newest &amp;consult note</source>
        <translation>Última nota de &amp;consulta</translation>
    </message>
    <message>
        <source>specialist</source>
        <translation>especialista</translation>
    </message>
    <message>
        <source>document</source>
        <translation>documento</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>&amp;Leer</translation>
    </message>
    <message>
        <source>Mark &amp;read</source>
        <translation>Marcar &amp;leído</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>revisado</translation>
    </message>
    <message>
        <source>Save &amp;copy…</source>
        <translation>Guardar &amp;copia…</translation>
    </message>
    <message>
        <source>export</source>
        <translation>exportar</translation>
    </message>
    <message>
        <source>Print d&amp;ocument…</source>
        <translation>Imprimir d&amp;ocumento…</translation>
    </message>
    <message>
        <source>Mark &amp;new again</source>
        <translation>Marcar &amp;nuevo otra vez</translation>
    </message>
    <message>
        <source>Marked read.</source>
        <translation>Marcado como leído.</translation>
    </message>
    <message>
        <source>Marked new again.</source>
        <translation>Marcado como nuevo otra vez.</translation>
    </message>
    <message>
        <source>mark read</source>
        <translation>marcar leído</translation>
    </message>
    <message>
        <source>mark new</source>
        <translation>marcar nuevo</translation>
    </message>
    <message>
        <source>List o&amp;f documents</source>
        <translation>Lista de documen&amp;tos</translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>Open a practice</source>
        <translation>Abrir un consultorio</translation>
    </message>
    <message>
        <source>ICM Desktop practice</source>
        <translation>Consultorio de ICM Desktop</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
</context>
<context>
    <name>DraftKeeper</name>
    <message>
        <source>Draft kept {time}</source>
        <translation>Borrador guardado {time}</translation>
    </message>
    <message>
        <source>You left a draft here: {time}.</source>
        <translation>Aquí dejó un borrador: {time}.</translation>
    </message>
    <message>
        <source>Continue the draft ({key})</source>
        <translation>Continuar el borrador ({key})</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Descartarlo</translation>
    </message>
</context>
<context>
    <name>DraftsDialog</name>
    <message>
        <source>Left half done</source>
        <translation>A medias</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Seguir</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>What you typed and did not save. Nobody else sees it.</source>
        <translation>Lo que escribió y no guardó. Nadie más lo ve.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulario</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>Empieza con</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Derivación</translation>
    </message>
    <message>
        <source>Plan action</source>
        <translation>Tarea del plan</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>Visit elsewhere</source>
        <translation>Cita en otro lugar</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Why a visit is cancelled</source>
        <translation>Por qué se cancela una cita</translation>
    </message>
    <message>
        <source>Patient&apos;s details</source>
        <translation>Datos del paciente</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Other form</source>
        <translation>Otro formulario</translation>
    </message>
</context>
<context>
    <name>DueBooking</name>
    <message>
        <source>No appointment needed: {patient}.</source>
        <translation>No hace falta cita: {patient}.</translation>
    </message>
    <message>
        <source>no appointment needed</source>
        <translation>no hace falta cita</translation>
    </message>
    <message>
        <source>{patient} is picked up. Go to a time and press Ctrl+V.</source>
        <translation>Cita de {patient} tomada. Vaya a una hora y pulse Ctrl+V.</translation>
    </message>
    <message>
        <source>move visit</source>
        <translation>mover la visita</translation>
    </message>
    <message>
        <source>book appointment</source>
        <translation>reservar cita</translation>
    </message>
    <message>
        <source>Moved to {time}.</source>
        <translation>Movida a {time}.</translation>
    </message>
    <message>
        <source>Booked {time}.</source>
        <translation>Reservado: {time}.</translation>
    </message>
    <message>
        <source>Booked {time} with {whom}.</source>
        <translation>Reservado {time} con {whom}.</translation>
    </message>
</context>
<context>
    <name>DueWork</name>
    <message>
        <source>Working out what is due</source>
        <translation>Calculando lo pendiente</translation>
    </message>
</context>
<context>
    <name>DuplicateWords</name>
    <message>
        <source>How sure</source>
        <translation>Certeza</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Se parece a</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>{who}, {day}</source>
        <translation>{who}, {day}</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>el programa</translation>
    </message>
    <message>
        <source>{one} looks like {other}</source>
        <translation>{one} se parece a {other}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Merged record</source>
        <translation>Expediente unido</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>En</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Movido</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Unido</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Deshecho</translation>
    </message>
    <message>
        <source>{merged} merged into {survivor}</source>
        <translation>{merged} se unió a {survivor}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Igual</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Distinto</translation>
    </message>
    <message>
        <source>Only one</source>
        <translation>Solo en uno</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Look-alikes</source>
        <translation>Posibles duplicados</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Por decidir</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>No es la misma persona</translation>
    </message>
    <message>
        <source>Merged records</source>
        <translation>Expedientes unidos</translation>
    </message>
    <message>
        <source>Pairs of look-alikes</source>
        <translation>Parejas de posibles duplicados</translation>
    </message>
    <message>
        <source>Nobody looks like anybody else.</source>
        <translation>Nadie se parece a nadie más.</translation>
    </message>
    <message>
        <source>After every registration, correction and import the records are compared again.</source>
        <translation>Después de cada registro, corrección o importación se vuelven a comparar los expedientes.</translation>
    </message>
    <message>
        <source>No look-alikes were found to be two people yet.</source>
        <translation>Todavía no se ha decidido que alguna pareja sean dos personas.</translation>
    </message>
    <message>
        <source>No records were merged yet.</source>
        <translation>Todavía no se ha unido ningún expediente.</translation>
    </message>
    <message>
        <source>{shown} of {total} · {view}</source>
        <translation>{shown} de {total} · {view}</translation>
    </message>
    <message>
        <source>&amp;Look-alikes</source>
        <translation>&amp;Posibles duplicados</translation>
    </message>
    <message>
        <source>duplicates</source>
        <translation>duplicados</translation>
    </message>
    <message>
        <source>doubles</source>
        <translation>dobles</translation>
    </message>
    <message>
        <source>merge</source>
        <translation>unir</translation>
    </message>
    <message>
        <source>&amp;Not the same person</source>
        <translation>&amp;No es la misma persona</translation>
    </message>
    <message>
        <source>&amp;Merge…</source>
        <translation>&amp;Unir…</translation>
    </message>
    <message>
        <source>&amp;Open chart</source>
        <translation>&amp;Abrir expediente</translation>
    </message>
    <message>
        <source>Open the &amp;question again</source>
        <translation>Volver a abrir la &amp;pregunta</translation>
    </message>
    <message>
        <source>&amp;Take the merge back</source>
        <translation>&amp;Deshacer la unión</translation>
    </message>
    <message>
        <source>not the same person, {family}</source>
        <translation>no es la misma persona, {family}</translation>
    </message>
    <message>
        <source>Noted: not the same person.</source>
        <translation>Anotado: no es la misma persona.</translation>
    </message>
    <message>
        <source>open the question again, {family}</source>
        <translation>volver a abrir la pregunta, {family}</translation>
    </message>
    <message>
        <source>The two are on the list again.</source>
        <translation>Los dos están de nuevo en la lista.</translation>
    </message>
    <message>
        <source>Merged {number} into {name}.</source>
        <translation>{number} se unió a {name}.</translation>
    </message>
    <message>
        <source>merge into {name}</source>
        <translation>unir a {name}</translation>
    </message>
    <message>
        <source>Record {number} is on its own again.</source>
        <translation>El expediente {number} vuelve a estar aparte.</translation>
    </message>
    <message>
        <source>take a merge back</source>
        <translation>deshacer una unión</translation>
    </message>
</context>
<context>
    <name>EditPathwayDialog</name>
    <message>
        <source>Change a pathway</source>
        <translation>Cambiar una ruta</translation>
    </message>
    <message>
        <source>&amp;Save as a new edition</source>
        <translation>&amp;Guardar como nueva edición</translation>
    </message>
    <message>
        <source>The shipped file stays as it is. What you change counts once a clinician adopts it.</source>
        <translation>El archivo original queda como está. Lo que cambie vale cuando un clínico lo adopte.</translation>
    </message>
    <message>
        <source>This practice does &amp;not ask for this step</source>
        <translation>Esta clínica &amp;no pide este paso</translation>
    </message>
    <message>
        <source>Target: {title}</source>
        <translation>Meta: {title}</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>business days</source>
        <translation>días hábiles</translation>
    </message>
    <message>
        <source>months</source>
        <translation>meses</translation>
    </message>
    <message>
        <source>years</source>
        <translation>años</translation>
    </message>
    <message>
        <source>&amp;Which</source>
        <translation>&amp;Cuál</translation>
    </message>
    <message>
        <source>Days, months or years</source>
        <translation>Días, meses o años</translation>
    </message>
    <message>
        <source>&amp;Every</source>
        <translation>Ca&amp;da</translation>
    </message>
    <message>
        <source>Wh&amp;o does it</source>
        <translation>&amp;Quién lo hace</translation>
    </message>
    <message>
        <source>English &amp;title</source>
        <translation>&amp;Título en inglés</translation>
    </message>
    <message>
        <source>Empty: as shipped</source>
        <translation>Vacío: como viene</translation>
    </message>
    <message>
        <source>Spanish t&amp;itle</source>
        <translation>Título en &amp;español</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Valor</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motivo</translation>
    </message>
    <message>
        <source>Write a number above 0.</source>
        <translation>Escriba un número mayor que 0.</translation>
    </message>
    <message>
        <source>Write it in English too.</source>
        <translation>Escríbalo también en inglés.</translation>
    </message>
    <message>
        <source>Write it in Spanish too.</source>
        <translation>Escríbalo también en español.</translation>
    </message>
    <message>
        <source>Write why.</source>
        <translation>Escriba por qué.</translation>
    </message>
</context>
<context>
    <name>EditionWords</name>
    <message>
        <source>as shipped</source>
        <translation>como viene</translation>
    </message>
    <message>
        <source>adopted by {who}, {day}</source>
        <translation>adoptada por {who}, {day}</translation>
    </message>
    <message>
        <source>Edition {number}</source>
        <translation>Edición {number}</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>how often</source>
        <translation>cada cuánto</translation>
    </message>
    <message>
        <source>who does it</source>
        <translation>quién lo hace</translation>
    </message>
    <message>
        <source>English title</source>
        <translation>título en inglés</translation>
    </message>
    <message>
        <source>Spanish title</source>
        <translation>título en español</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>se pide</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valor</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
</context>
<context>
    <name>EmergencyDialog</name>
    <message>
        <source>Open sensitive notes in an emergency</source>
        <translation>Abrir notas delicadas en una emergencia</translation>
    </message>
    <message>
        <source>&amp;Open for an hour</source>
        <translation>&amp;Abrir por una hora</translation>
    </message>
    <message>
        <source>Only when somebody&apos;s health is in danger now. Your name, the time and the reason are put on record and shown to administrators.</source>
        <translation>Solo cuando la salud de alguien está en peligro ahora. Su nombre, la hora y el motivo quedan registrados y los administradores los ven.</translation>
    </message>
    <message>
        <source>What the &amp;emergency is, and who asks</source>
        <translation>Cuál es la &amp;emergencia y quién lo pide</translation>
    </message>
</context>
<context>
    <name>EndMemberDialog</name>
    <message>
        <source>Leaves the team</source>
        <translation>Deja el equipo</translation>
    </message>
    <message>
        <source>&amp;Take off the team</source>
        <translation>&amp;Quitar del equipo</translation>
    </message>
    <message>
        <source>Nothing is deleted: the time on the team stays, and they can be put back.</source>
        <translation>No se borra nada: el tiempo en el equipo queda y se puede volver a poner.</translation>
    </message>
    <message>
        <source>Left &amp;on</source>
        <translation>Se fue &amp;el</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Por qué</translation>
    </message>
    <message>
        <source>Every team has one lead.</source>
        <translation>Cada equipo tiene una persona a cargo.</translation>
    </message>
    <message>
        <source>Who &amp;leads from now on</source>
        <translation>Quién queda a &amp;cargo</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elija</translation>
    </message>
</context>
<context>
    <name>EnrolDialog</name>
    <message>
        <source>Enrol in a program</source>
        <translation>Inscribir en un programa</translation>
    </message>
    <message>
        <source>&amp;Enrol</source>
        <translation>&amp;Inscribir</translation>
    </message>
    <message>
        <source>Yes, enrol</source>
        <translation>Sí, inscribir</translation>
    </message>
    <message>
        <source>Asked, and declined</source>
        <translation>Preguntado, y rechazó</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Programa</translation>
    </message>
    <message>
        <source>&amp;The patient said</source>
        <translation>El paciente &amp;dijo</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Desde</translation>
    </message>
    <message>
        <source>Consent &amp;by</source>
        <translation>Consentimiento de &amp;quién</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>C&amp;ómo</translation>
    </message>
    <message>
        <source>Practitioner who bi&amp;lls</source>
        <translation>Profesional que fac&amp;tura</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Por qué</translation>
    </message>
    <message>
        <source>The patient is in every program already.</source>
        <translation>El paciente ya está en todos los programas.</translation>
    </message>
    <message>
        <source>What holds</source>
        <translation>Qué se cumple</translation>
    </message>
    <message>
        <source>Enter a day, for example today or 1 nov.</source>
        <translation>Escriba un día, por ejemplo hoy o 1 nov.</translation>
    </message>
    <message>
        <source>This day lies after today. Check the date.</source>
        <translation>Este día es posterior a hoy. Revise la fecha.</translation>
    </message>
    <message>
        <source>Write why.</source>
        <translation>Escriba por qué.</translation>
    </message>
</context>
<context>
    <name>EnrolmentDialog</name>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>What holds</source>
        <translation>Qué se cumple</translation>
    </message>
    <message>
        <source>S&amp;tatus</source>
        <translation>E&amp;stado</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Por qué</translation>
    </message>
    <message>
        <source>Consent &amp;by</source>
        <translation>Consentimiento de &amp;quién</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>C&amp;ómo</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>&amp;El día</translation>
    </message>
    <message>
        <source>Write why.</source>
        <translation>Escriba por qué.</translation>
    </message>
    <message>
        <source>Enter a day, for example today or 1 nov.</source>
        <translation>Escriba un día, por ejemplo hoy o 1 nov.</translation>
    </message>
    <message>
        <source>This day lies after today. Check the date.</source>
        <translation>Este día es posterior a hoy. Revise la fecha.</translation>
    </message>
</context>
<context>
    <name>ExportCalendarDialog</name>
    <message>
        <source>Write calendar file</source>
        <translation>Escribir archivo de calendario</translation>
    </message>
    <message>
        <source>&amp;Write…</source>
        <translation>&amp;Escribir…</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>No patient names</source>
        <translation>Sin nombres de pacientes</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>Iniciales</translation>
    </message>
    <message>
        <source>Full names</source>
        <translation>Nombres completos</translation>
    </message>
    <message>
        <source>The file is not encrypted. That it was written is recorded.</source>
        <translation>El archivo no está cifrado. Queda registrado que se escribió.</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>&amp;Primer día</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>Ú&amp;ltimo día</translation>
    </message>
    <message>
        <source>W&amp;hose visits</source>
        <translation>Citas de &amp;quién</translation>
    </message>
    <message>
        <source>&amp;Names in the file</source>
        <translation>&amp;Nombres en el archivo</translation>
    </message>
</context>
<context>
    <name>ExportWarning</name>
    <message>
        <source>Export table</source>
        <translation>Exportar tabla</translation>
    </message>
    <message>
        <source>This file will hold patient data</source>
        <translation>Este archivo contendrá datos de pacientes</translation>
    </message>
    <message>
        <source>It is not encrypted, and this program cannot take it back. Save it only where your practice allows, and delete it when it is no longer needed. That you exported it is recorded. You are asked this once.</source>
        <translation>No está cifrado, y este programa no puede recuperarlo. Guárdelo solo donde su clínica lo permita y bórrelo cuando ya no haga falta. Queda registrado que usted lo exportó. Esto se pregunta una sola vez.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
</context>
<context>
    <name>FactDialog</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
</context>
<context>
    <name>FactPane</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>De dónde viene</translation>
    </message>
    <message>
        <source>and more; Timeline has them all</source>
        <translation>y más; la cronología los tiene todos</translation>
    </message>
    <message>
        <source>Belongs to it</source>
        <translation>Le pertenece</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Historial…</translation>
    </message>
    <message>
        <source>Entered in error…</source>
        <translation>Ingresado por error…</translation>
    </message>
    <message>
        <source>Not an error</source>
        <translation>No es un error</translation>
    </message>
</context>
<context>
    <name>FieldWords</name>
    <message>
        <source>Ended</source>
        <translation>Terminó</translation>
    </message>
    <message>
        <source>Why there is no value</source>
        <translation>Por qué no hay valor</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Came from</source>
        <translation>Procedencia</translation>
    </message>
    <message>
        <source>Agreed with the patient</source>
        <translation>Acordado con el paciente</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Permitido</translation>
    </message>
    <message>
        <source>Appointment type</source>
        <translation>Tipo de cita</translation>
    </message>
    <message>
        <source>As needed</source>
        <translation>Según necesidad</translation>
    </message>
    <message>
        <source>What the time was for</source>
        <translation>En qué se usó el tiempo</translation>
    </message>
    <message>
        <source>Admitted in an emergency</source>
        <translation>Ingresó de urgencia</translation>
    </message>
    <message>
        <source>How complex</source>
        <translation>Complejidad</translation>
    </message>
    <message>
        <source>Consent by</source>
        <translation>Consentimiento de</translation>
    </message>
    <message>
        <source>Consent given</source>
        <translation>Consentimiento dado</translation>
    </message>
    <message>
        <source>Consent on</source>
        <translation>Consentimiento el</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Solicitante</translation>
    </message>
    <message>
        <source>Signed by</source>
        <translation>Firmado por</translation>
    </message>
    <message>
        <source>Enrolled on</source>
        <translation>Inscrito el</translation>
    </message>
    <message>
        <source>What holds</source>
        <translation>Qué se cumple</translation>
    </message>
    <message>
        <source>Practitioner</source>
        <translation>Profesional</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>Cómo llegó</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>Fecha de la pregunta</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Respondido</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Autoridad</translation>
    </message>
    <message>
        <source>At bedtime</source>
        <translation>Al acostarse</translation>
    </message>
    <message>
        <source>Best time</source>
        <translation>Mejor hora</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Sex at birth</source>
        <translation>Sexo al nacer</translation>
    </message>
    <message>
        <source>Body site</source>
        <translation>Parte del cuerpo</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>To bring</source>
        <translation>Para traer</translation>
    </message>
    <message>
        <source>Progress of the task</source>
        <translation>Avance de la tarea</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Reason for cancelling</source>
        <translation>Motivo de la cancelación</translation>
    </message>
    <message>
        <source>Care team</source>
        <translation>Equipo de atención</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ciudad</translation>
    </message>
    <message>
        <source>Kind of visit</source>
        <translation>Clase de visita</translation>
    </message>
    <message>
        <source>Clinical alert</source>
        <translation>Alerta clínica</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>Cerrada el</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusión</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Enfermedades</translation>
    </message>
    <message>
        <source>Note about contacting</source>
        <translation>Nota sobre el contacto</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Coordinador</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>País</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Abarca</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Escrito</translation>
    </message>
    <message>
        <source>Danger</source>
        <translation>Peligro</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>Days&apos; supply</source>
        <translation>Días de suministro</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>Fallecido</translation>
    </message>
    <message>
        <source>Note about the death</source>
        <translation>Nota sobre el fallecimiento</translation>
    </message>
    <message>
        <source>Died on</source>
        <translation>Falleció el</translation>
    </message>
    <message>
        <source>Died</source>
        <translation>Falleció</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decisión</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Diagnoses</source>
        <translation>Diagnósticos</translation>
    </message>
    <message>
        <source>Discharged to</source>
        <translation>Alta a</translation>
    </message>
    <message>
        <source>Do not call</source>
        <translation>No llamar</translation>
    </message>
    <message>
        <source>No letters</source>
        <translation>Sin cartas</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>Hecho el</translation>
    </message>
    <message>
        <source>How to take it</source>
        <translation>Cómo se toma</translation>
    </message>
    <message>
        <source>Dose</source>
        <translation>Dosis</translation>
    </message>
    <message>
        <source>Unit of the dose</source>
        <translation>Unidad de la dosis</translation>
    </message>
    <message>
        <source>Dose, number</source>
        <translation>Dosis, número</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Plazo</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Fecha de la toma</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Termina</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Ethnicity</source>
        <translation>Etnia</translation>
    </message>
    <message>
        <source>In the evening</source>
        <translation>Por la noche</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>Válido hasta</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Vence</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>Apellido</translation>
    </message>
    <message>
        <source>Gender identity</source>
        <translation>Identidad de género</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>Dado por</translation>
    </message>
    <message>
        <source>How it was given</source>
        <translation>Cómo se dio</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>Dado el</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>Group number</source>
        <translation>Número de grupo</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Happened on</source>
        <translation>Ocurrió el</translation>
    </message>
    <message>
        <source>Held until</source>
        <translation>En espera hasta</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>Insurer</source>
        <translation>Aseguradora</translation>
    </message>
    <message>
        <source>Intent</source>
        <translation>Intención</translation>
    </message>
    <message>
        <source>Interpretation by the sender</source>
        <translation>Interpretación del remitente</translation>
    </message>
    <message>
        <source>Interpreter&apos;s language</source>
        <translation>Idioma del intérprete</translation>
    </message>
    <message>
        <source>Interpreter needed</source>
        <translation>Necesita intérprete</translation>
    </message>
    <message>
        <source>Emergency contact</source>
        <translation>Contacto de emergencia</translation>
    </message>
    <message>
        <source>Is a referral</source>
        <translation>Es una derivación</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Emitido</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Large print</source>
        <translation>Letra grande</translation>
    </message>
    <message>
        <source>Last refill</source>
        <translation>Último surtido</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Calle</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Lot number</source>
        <translation>Número de lote</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Hecha</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Hecha por</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Fabricado el</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Fabricante</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>Estado civil</translation>
    </message>
    <message>
        <source>May hear about</source>
        <translation>Puede saber de</translation>
    </message>
    <message>
        <source>May not hear about</source>
        <translation>No puede saber de</translation>
    </message>
    <message>
        <source>Measured by (code)</source>
        <translation>Se mide con (código)</translation>
    </message>
    <message>
        <source>Measured by</source>
        <translation>Se mide con</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>Medicamento</translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation>Receta</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Member number</source>
        <translation>Número de afiliado</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>Unido con</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>Of the last days</source>
        <translation>De los últimos días</translation>
    </message>
    <message>
        <source>Missed doses</source>
        <translation>Dosis omitidas</translation>
    </message>
    <message>
        <source>In the morning</source>
        <translation>Por la mañana</translation>
    </message>
    <message>
        <source>Order of birth</source>
        <translation>Orden de nacimiento</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Próximo intento</translation>
    </message>
    <message>
        <source>No known allergies as of</source>
        <translation>Sin alergias conocidas al</translation>
    </message>
    <message>
        <source>At noon</source>
        <translation>Al mediodía</translation>
    </message>
    <message>
        <source>Why it was not done</source>
        <translation>Por qué no se hizo</translation>
    </message>
    <message>
        <source>Lines not in the language</source>
        <translation>Líneas sin traducir</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Aplicada</translation>
    </message>
    <message>
        <source>On the patient&apos;s page</source>
        <translation>En la hoja del paciente</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Comenzó</translation>
    </message>
    <message>
        <source>Ordered on</source>
        <translation>Pedida el</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Externa</translation>
    </message>
    <message>
        <source>Lines on further pages</source>
        <translation>Líneas en otras páginas</translation>
    </message>
    <message>
        <source>Kind of owner</source>
        <translation>Clase de responsable</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Owner (clinician)</source>
        <translation>Responsable (clínico)</translation>
    </message>
    <message>
        <source>Owner (user)</source>
        <translation>Responsable (usuario)</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Pagado</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Con</translation>
    </message>
    <message>
        <source>Patient&apos;s part</source>
        <translation>Parte del paciente</translation>
    </message>
    <message>
        <source>Told by the patient</source>
        <translation>Dicho por el paciente</translation>
    </message>
    <message>
        <source>Words for the patient</source>
        <translation>Palabras para el paciente</translation>
    </message>
    <message>
        <source>Payer</source>
        <translation>Pagador</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>Código postal</translation>
    </message>
    <message>
        <source>Clinician</source>
        <translation>Clínico</translation>
    </message>
    <message>
        <source>Preferred way of contact</source>
        <translation>Medio de contacto preferido</translation>
    </message>
    <message>
        <source>Preferred name</source>
        <translation>Nombre preferido</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Pronouns</source>
        <translation>Pronombres</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Proveedor</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Propósito</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Cantidad</translation>
    </message>
    <message>
        <source>Unit of the quantity</source>
        <translation>Unidad de la cantidad</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Cuestionario</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Raza</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rango</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reacción</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Reason in their words</source>
        <translation>Motivo en sus palabras</translation>
    </message>
    <message>
        <source>Received here</source>
        <translation>Recibido aquí</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Se comparte con</translation>
    </message>
    <message>
        <source>Record no.</source>
        <translation>N.º de expediente</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Registrado</translation>
    </message>
    <message>
        <source>Reference range</source>
        <translation>Intervalo de referencia</translation>
    </message>
    <message>
        <source>Reference, upper end</source>
        <translation>Referencia, límite superior</translation>
    </message>
    <message>
        <source>Reference, lower end</source>
        <translation>Referencia, límite inferior</translation>
    </message>
    <message>
        <source>Reference in words</source>
        <translation>Referencia en palabras</translation>
    </message>
    <message>
        <source>Refills</source>
        <translation>Resurtidos</translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>Parentesco</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Next review</source>
        <translation>Próxima revisión</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Revisado</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>Revisado por</translation>
    </message>
    <message>
        <source>Reviewed on</source>
        <translation>Revisado el</translation>
    </message>
    <message>
        <source>Revoked on</source>
        <translation>Revocado el</translation>
    </message>
    <message>
        <source>Why it was revoked</source>
        <translation>Por qué se revocó</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Sala</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Sensitive</source>
        <translation>Delicado</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>Enviado a</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Número de serie</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Derivación</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravedad</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexo</translation>
    </message>
    <message>
        <source>Sexual orientation</source>
        <translation>Orientación sexual</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sede</translation>
    </message>
    <message>
        <source>Specimen</source>
        <translation>Muestra</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Comienza</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Reason for the status</source>
        <translation>Motivo del estado</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>Facturado</translation>
    </message>
    <message>
        <source>Insured person</source>
        <translation>Persona asegurada</translation>
    </message>
    <message>
        <source>Suffix</source>
        <translation>Sufijo</translation>
    </message>
    <message>
        <source>Kind of number</source>
        <translation>Clase de número</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Recogido por</translation>
    </message>
    <message>
        <source>Taking it</source>
        <translation>Lo toma</translation>
    </message>
    <message>
        <source>Target, comparison</source>
        <translation>Objetivo, comparación</translation>
    </message>
    <message>
        <source>Target, upper end</source>
        <translation>Objetivo, límite superior</translation>
    </message>
    <message>
        <source>Target, lower end</source>
        <translation>Objetivo, límite inferior</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Unit of the target</source>
        <translation>Unidad del objetivo</translation>
    </message>
    <message>
        <source>Target, number</source>
        <translation>Objetivo, número</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Times a day</source>
        <translation>Veces al día</translation>
    </message>
    <message>
        <source>To (organization)</source>
        <translation>A (organización)</translation>
    </message>
    <message>
        <source>Phone of the other office</source>
        <translation>Teléfono del otro consultorio</translation>
    </message>
    <message>
        <source>To (clinician)</source>
        <translation>A (clínico)</translation>
    </message>
    <message>
        <source>Device identifier (UDI)</source>
        <translation>Identificador del dispositivo (UDI)</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgencia</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Uso</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Comparison of the value</source>
        <translation>Comparación del valor</translation>
    </message>
    <message>
        <source>Value, number</source>
        <translation>Valor, número</translation>
    </message>
    <message>
        <source>Value, text</source>
        <translation>Valor, texto</translation>
    </message>
    <message>
        <source>Unit of the value</source>
        <translation>Unidad del valor</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Certeza</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Buzón de voz</translation>
    </message>
    <message>
        <source>Shown when booking</source>
        <translation>Se muestra al agendar</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>In the patient&apos;s words</source>
        <translation>En palabras del paciente</translation>
    </message>
    <message>
        <source>Language of the words</source>
        <translation>Idioma de las palabras</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Phone after hours</source>
        <translation>Teléfono fuera de horario</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Horario de atención</translation>
    </message>
    <message>
        <source>24-hour clock</source>
        <translation>Reloj de 24 horas</translation>
    </message>
    <message>
        <source>Recovery code typed back</source>
        <translation>Código de recuperación repetido</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Sitio web</translation>
    </message>
    <message>
        <source>Photos of patients</source>
        <translation>Fotos de pacientes</translation>
    </message>
    <message>
        <source>Minutes until the window locks</source>
        <translation>Minutos hasta que la ventana se bloquea</translation>
    </message>
    <message>
        <source>Folder of automatic backups</source>
        <translation>Carpeta de copias automáticas</translation>
    </message>
    <message>
        <source>Automatic backups kept</source>
        <translation>Copias automáticas que se conservan</translation>
    </message>
    <message>
        <source>Backup at quit</source>
        <translation>Copia al cerrar</translation>
    </message>
    <message>
        <source>Secret in the system&apos;s keyring</source>
        <translation>Secreto en el llavero del sistema</translation>
    </message>
    <message>
        <source>Holidays settled up to</source>
        <translation>Feriados decididos hasta</translation>
    </message>
    <message>
        <source>Directions for patients</source>
        <translation>Cómo llegar, para pacientes</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Día de la semana</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>Abre</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>Cierra</translation>
    </message>
    <message>
        <source>Open anyway</source>
        <translation>Abierto de todos modos</translation>
    </message>
    <message>
        <source>Specialty</source>
        <translation>Especialidad</translation>
    </message>
    <message>
        <source>Works here</source>
        <translation>Trabaja aquí</translation>
    </message>
    <message>
        <source>Signs in as</source>
        <translation>Entra como</translation>
    </message>
    <message>
        <source>NPI</source>
        <translation>NPI</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>How to refer</source>
        <translation>Cómo derivar</translation>
    </message>
    <message>
        <source>Usual wait</source>
        <translation>Espera habitual</translation>
    </message>
    <message>
        <source>Usual site</source>
        <translation>Sede habitual</translation>
    </message>
    <message>
        <source>Usual room</source>
        <translation>Sala habitual</translation>
    </message>
    <message>
        <source>Last day here</source>
        <translation>Último día aquí</translation>
    </message>
    <message>
        <source>Other phones</source>
        <translation>Otros teléfonos</translation>
    </message>
    <message>
        <source>Insurances taken</source>
        <translation>Seguros aceptados</translation>
    </message>
    <message>
        <source>Every how many weeks</source>
        <translation>Cada cuántas semanas</translation>
    </message>
    <message>
        <source>Visits at a time</source>
        <translation>Citas a la vez</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Encabezado</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Made from version</source>
        <translation>Hecho a partir de la versión</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Closed on weekdays</source>
        <translation>Días de la semana cerrados</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>Qué traer</translation>
    </message>
    <message>
        <source>Own words</source>
        <translation>Palabras propias</translation>
    </message>
    <message>
        <source>What to bring, own words</source>
        <translation>Qué traer, palabras propias</translation>
    </message>
    <message>
        <source>Minutes kept free before</source>
        <translation>Minutos libres antes</translation>
    </message>
    <message>
        <source>Minutes kept free after</source>
        <translation>Minutos libres después</translation>
    </message>
    <message>
        <source>Kind of room it needs</source>
        <translation>Tipo de sala que necesita</translation>
    </message>
    <message>
        <source>Kind of equipment it needs</source>
        <translation>Tipo de equipo que necesita</translation>
    </message>
    <message>
        <source>For new patients</source>
        <translation>Para pacientes nuevos</translation>
    </message>
    <message>
        <source>Name colleagues read</source>
        <translation>Nombre que leen los colegas</translation>
    </message>
    <message>
        <source>Signed in last</source>
        <translation>Última entrada</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>Lugar en la lista</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>Must choose a password</source>
        <translation>Debe elegir contraseña</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>Confirmado por</translation>
    </message>
    <message>
        <source>Confirmed on</source>
        <translation>Confirmado el</translation>
    </message>
    <message>
        <source>Why it was overbooked</source>
        <translation>Por qué se sobrecargó el horario</translation>
    </message>
    <message>
        <source>Date by its series</source>
        <translation>Fecha según su serie</translation>
    </message>
    <message>
        <source>Arrived at</source>
        <translation>Llegó a las</translation>
    </message>
    <message>
        <source>Why it ended</source>
        <translation>Por qué terminó</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Respondió</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>Respondido el</translation>
    </message>
    <message>
        <source>At the start, on</source>
        <translation>Al inicio, el</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Al inicio</translation>
    </message>
    <message>
        <source>For concern</source>
        <translation>De la preocupación</translation>
    </message>
    <message>
        <source>On the problem list</source>
        <translation>En la lista de problemas</translation>
    </message>
    <message>
        <source>How sure, 0 to 10</source>
        <translation>Seguridad, de 0 a 10</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>Terminó el</translation>
    </message>
    <message>
        <source>What would help</source>
        <translation>Qué ayudaría</translation>
    </message>
    <message>
        <source>Noticed on</source>
        <translation>Notado el</translation>
    </message>
    <message>
        <source>Owner&apos;s organization</source>
        <translation>Organización del responsable</translation>
    </message>
    <message>
        <source>Part of the plan</source>
        <translation>Parte del plan</translation>
    </message>
    <message>
        <source>Asked as</source>
        <translation>Se le preguntó como</translation>
    </message>
    <message>
        <source>Written down by</source>
        <translation>Anotado por</translation>
    </message>
    <message>
        <source>Level of risk</source>
        <translation>Nivel de riesgo</translation>
    </message>
    <message>
        <source>Given to</source>
        <translation>Entregado a</translation>
    </message>
    <message>
        <source>Name of who received it</source>
        <translation>Nombre de quien lo recibió</translation>
    </message>
    <message>
        <source>Organization of who received it</source>
        <translation>Organización de quien lo recibió</translation>
    </message>
    <message>
        <source>Without sensitive lines</source>
        <translation>Sin líneas sensibles</translation>
    </message>
    <message>
        <source>Written on</source>
        <translation>Escrito el</translation>
    </message>
    <message>
        <source>How it was asked</source>
        <translation>Cómo se preguntó</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Puntajes</translation>
    </message>
    <message>
        <source>From the questionnaire</source>
        <translation>Del cuestionario</translation>
    </message>
    <message>
        <source>Reviews the note</source>
        <translation>Revisa la nota</translation>
    </message>
    <message>
        <source>Missed because</source>
        <translation>No vino porque</translation>
    </message>
    <message>
        <source>Role in words</source>
        <translation>Función en palabras</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Se preguntó</translation>
    </message>
    <message>
        <source>Kind of person asked</source>
        <translation>Tipo de persona</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Qué sigue</translation>
    </message>
    <message>
        <source>Why it was shared all the same</source>
        <translation>Por qué se le dijo igualmente</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>Dicho por</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leída</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Abierta</translation>
    </message>
    <message>
        <source>Reached the patient</source>
        <translation>Llegó al paciente</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Qué se cambió</translation>
    </message>
    <message>
        <source>May read</source>
        <translation>Puede leer</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Decidido</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Changed to</source>
        <translation>Cambiada a</translation>
    </message>
    <message>
        <source>How the lists differ</source>
        <translation>En qué difieren las listas</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Preparada por</translation>
    </message>
    <message>
        <source>Prepared on</source>
        <translation>Preparada el</translation>
    </message>
    <message>
        <source>How it is given</source>
        <translation>Cómo se da</translation>
    </message>
    <message>
        <source>Settled by</source>
        <translation>Resuelta con</translation>
    </message>
    <message>
        <source>Settled by whom</source>
        <translation>Quién la resolvió</translation>
    </message>
    <message>
        <source>Settled on</source>
        <translation>Resuelta el</translation>
    </message>
    <message>
        <source>Why it was settled so</source>
        <translation>Por qué se resolvió así</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>Firmada el</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in document</source>
        <translation>Buscar en el documento</translation>
    </message>
    <message>
        <source>Match before (Shift+F3)</source>
        <translation>Anterior (Mayús+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Siguiente (F3)</translation>
    </message>
    <message>
        <source>{at} of {total}</source>
        <translation>{at} de {total}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No se encontró</translation>
    </message>
</context>
<context>
    <name>FirstUserStep</name>
    <message>
        <source>The first user</source>
        <translation>El primer usuario</translation>
    </message>
    <message>
        <source>This person is the administrator and can add the others. A sentence you can remember is a good password: at least {count} characters, spaces and any letters are welcome.</source>
        <translation>Esta persona es el administrador y puede agregar a los demás. Una frase que pueda recordar es una buena contraseña: al menos {count} caracteres; valen los espacios y cualquier letra.</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Usuario</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Contraseña</translation>
    </message>
    <message>
        <source>Password &amp;again</source>
        <translation>Contraseña otra &amp;vez</translation>
    </message>
    <message>
        <source>&amp;Show the password</source>
        <translation>&amp;Mostrar la contraseña</translation>
    </message>
    <message>
        <source>Not typed yet.</source>
        <translation>Aún no la escribió.</translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s) needed.</source>
        <translation>
            <numerusform>Falta %n carácter.</numerusform>
            <numerusform>Faltan %n caracteres.</numerusform>
        </translation>
    </message>
    <message>
        <source>Long enough.</source>
        <translation>Tiene la longitud suficiente.</translation>
    </message>
    <message>
        <source>Write a user name, for example your first name.</source>
        <translation>Escriba un nombre de usuario, por ejemplo su nombre.</translation>
    </message>
    <message>
        <source>Use at least {count} characters.</source>
        <translation>Use al menos {count} caracteres.</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>Las dos contraseñas no son iguales.</translation>
    </message>
    <message>
        <source>&amp;Tie the password to this computer&apos;s keyring too</source>
        <translation>&amp;Unir la contraseña también al llavero de esta computadora</translation>
    </message>
    <message>
        <source>A stolen copy of the file then cannot be opened by guessing the password. When this computer is lost, only the recovery code opens a backup.</source>
        <translation>Así, una copia robada del archivo no se puede abrir adivinando la contraseña. Si se pierde esta computadora, solo el código de recuperación abre una copia de seguridad.</translation>
    </message>
</context>
<context>
    <name>FittingBoxes</name>
    <message>
        <source>Nobody in the directory says so. Untick to see everybody.</source>
        <translation>Nadie del directorio lo indica. Quite la marca para ver a todos.</translation>
    </message>
    <message>
        <source>Only those who speak {language}</source>
        <translation>Solo quienes hablan {language}</translation>
    </message>
    <message>
        <source>Only those who take {insurances}</source>
        <translation>Solo quienes aceptan {insurances}</translation>
    </message>
</context>
<context>
    <name>FittingNotes</name>
    <message>
        <source>This note &amp;answers it</source>
        <translation>Est&amp;a nota la contesta</translation>
    </message>
    <message>
        <source>consult note</source>
        <translation>nota de consulta</translation>
    </message>
    <message>
        <source>link</source>
        <translation>enlazar</translation>
    </message>
    <message>
        <source>A note came that fits: {what}. Why: {why}.</source>
        <translation>Llegó una nota que encaja: {what}. Motivos: {why}.</translation>
    </message>
    <message>
        <source>Note linked. Next: a clinician reviews it.</source>
        <translation>Nota enlazada. Sigue: un clínico la revisa.</translation>
    </message>
    <message>
        <source>note of a referral</source>
        <translation>nota de una derivación</translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>Follow up</source>
        <translation>Dar seguimiento</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>What &amp;happened</source>
        <translation>Qué &amp;pasó</translation>
    </message>
    <message>
        <source>Whe&amp;n</source>
        <translation>Cuá&amp;ndo</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Did it reach the &amp;patient</source>
        <translation>Llegó al p&amp;aciente</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nadie todavía</translation>
    </message>
    <message>
        <source>&amp;Who looks after it</source>
        <translation>&amp;Quién se encarga</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Hasta</translation>
    </message>
    <message>
        <source>So that it does not happen again; needed before it is closed.</source>
        <translation>Para que no vuelva a pasar; hace falta antes de cerrarlo.</translation>
    </message>
    <message>
        <source>What was &amp;changed</source>
        <translation>Qué se &amp;cambió</translation>
    </message>
</context>
<context>
    <name>FormChecks</name>
    <message>
        <source>This is no NPI: ten digits, and the last one checks the others.</source>
        <translation>Esto no es un NPI: son diez dígitos y el último comprueba los demás.</translation>
    </message>
    <message>
        <source>Write languages with commas, for example English, Spanish.</source>
        <translation>Escriba idiomas separados por comas, por ejemplo inglés, español.</translation>
    </message>
</context>
<context>
    <name>FormDays</name>
    <message>
        <source>Enter a day, for example fri, +2w or 14 jul.</source>
        <translation>Escriba un día, por ejemplo vie, +2s o 14 jul.</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>El último día es anterior al primero.</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>required</source>
        <translation>obligatorio</translation>
    </message>
</context>
<context>
    <name>Formatting</name>
    <message>
        <source>Jan</source>
        <translation>ene</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>feb</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>mar</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>abr</translation>
    </message>
    <message>
        <source>May</source>
        <translation>may</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>jun</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>jul</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>ago</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>sep</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>oct</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>nov</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>dic</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>lun</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>mar</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>mié</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>jue</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>vie</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>sáb</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>dom</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>English</source>
        <translation>inglés</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>español</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>árabe</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>chino</translation>
    </message>
    <message>
        <source>French</source>
        <translation>francés</translation>
    </message>
    <message>
        <source>German</source>
        <translation>alemán</translation>
    </message>
    <message>
        <source>Haitian Creole</source>
        <translation>criollo haitiano</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>hindi</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>coreano</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>portugués</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>ruso</translation>
    </message>
    <message>
        <source>Tagalog</source>
        <translation>tagalo</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>vietnamita</translation>
    </message>
    <message>
        <source>AM</source>
        <translation>AM</translation>
    </message>
    <message>
        <source>PM</source>
        <translation>PM</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>mañana</translation>
    </message>
    <message numerus="yes">
        <source>in %n d</source>
        <translation>
            <numerusform>en %n d</numerusform>
            <numerusform>en %n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d late</source>
        <translation>
            <numerusform>%n d de atraso</numerusform>
            <numerusform>%n d de atraso</numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ayer</translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>hace %n d</numerusform>
            <numerusform>hace %n d</numerusform>
        </translation>
    </message>
    <message>
        <source>about {years}y</source>
        <translation>unos {years} a</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Hombre</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Mujer</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>M</source>
        <translation>H</translation>
    </message>
    <message>
        <source>F</source>
        <translation>M</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>{years}y</source>
        <translation>{years} a</translation>
    </message>
    <message>
        <source>{days}d</source>
        <translation>{days} d</translation>
    </message>
    <message>
        <source>{months}m</source>
        <translation>{months} m</translation>
    </message>
    <message>
        <source>{weeks}w</source>
        <translation>{weeks} sem</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
</context>
<context>
    <name>FormerNameDialog</name>
    <message>
        <source>Former or other name</source>
        <translation>Nombre anterior u otro</translation>
    </message>
    <message>
        <source>Name before marriage</source>
        <translation>Nombre de soltera</translation>
    </message>
    <message>
        <source>Former name</source>
        <translation>Nombre anterior</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>Apodo</translation>
    </message>
    <message>
        <source>Usual name</source>
        <translation>Nombre habitual</translation>
    </message>
    <message>
        <source>Temporary name</source>
        <translation>Nombre temporal</translation>
    </message>
    <message>
        <source>Protected name</source>
        <translation>Nombre protegido</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>Ti&amp;po</translation>
    </message>
    <message>
        <source>&amp;Family name</source>
        <translation>&amp;Apellido</translation>
    </message>
    <message>
        <source>&amp;Given names</source>
        <translation>&amp;Nombres</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Tratamiento</translation>
    </message>
    <message>
        <source>Suff&amp;ix</source>
        <translation>Su&amp;fijo</translation>
    </message>
    <message>
        <source>Fr&amp;om</source>
        <translation>&amp;Desde</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Hasta</translation>
    </message>
</context>
<context>
    <name>FreezeDialog</name>
    <message>
        <source>Version {number} for sign-off</source>
        <translation>Versión {number} para firmar</translation>
    </message>
    <message>
        <source>&amp;Ask for sign-off</source>
        <translation>&amp;Pedir firmas</translation>
    </message>
    <message>
        <source>The plan is kept as it is now. The patient is always asked, and these members:</source>
        <translation>El plan se guarda como está ahora. Siempre se pregunta al paciente, y a estos miembros:</translation>
    </message>
    <message>
        <source>Who &amp;signs</source>
        <translation>Quién &amp;firma</translation>
    </message>
    <message>
        <source>&amp;Risk</source>
        <translation>&amp;Riesgo</translation>
    </message>
    <message>
        <source>&amp;Next review, if sooner</source>
        <translation>&amp;Próxima revisión, si es antes</translation>
    </message>
    <message>
        <source>&amp;What is new</source>
        <translation>&amp;Qué hay de nuevo</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>fuera</translation>
    </message>
</context>
<context>
    <name>GapWords</name>
    <message>
        <source>Backups lie on the same disk as the records.</source>
        <translation>Las copias están en el mismo disco que los registros.</translation>
    </message>
    <message>
        <source>The practice has no phone number.</source>
        <translation>El consultorio no tiene número de teléfono.</translation>
    </message>
    <message>
        <source>No clinicians yet.</source>
        <translation>Todavía no hay clínicos.</translation>
    </message>
    <message>
        <source>No working hours for {name}.</source>
        <translation>{name} no tiene horario de trabajo.</translation>
    </message>
    <message>
        <source>No kinds of visit yet.</source>
        <translation>Todavía no hay tipos de cita.</translation>
    </message>
    <message>
        <source>A room or equipment visits ask for is not there: {name}.</source>
        <translation>No existe una sala o un equipo que las citas piden: {name}.</translation>
    </message>
    <message>
        <source>The holidays of {year} are not settled.</source>
        <translation>Los feriados de {year} no están decididos.</translation>
    </message>
    <message>
        <source>The sentences for patients are a draft: {name}.</source>
        <translation>Las frases para pacientes son un borrador: {name}.</translation>
    </message>
    <message>
        <source>They are lost when it fails. Choose a folder elsewhere.</source>
        <translation>Se pierden si este falla. Elija una carpeta en otro lugar.</translation>
    </message>
    <message>
        <source>Every visit takes half an hour.</source>
        <translation>Cada cita dura media hora.</translation>
    </message>
    <message>
        <source>Until then no visits are offered on any day of the list.</source>
        <translation>Mientras tanto no se ofrecen citas en ningún día de la lista.</translation>
    </message>
    <message>
        <source>Nobody follows the plans; pages name the practice.</source>
        <translation>Nadie sigue los planes; las hojas nombran al consultorio.</translation>
    </message>
    <message>
        <source>Pages in this language say so.</source>
        <translation>Las hojas en este idioma lo dicen.</translation>
    </message>
    <message>
        <source>No user is a care coordinator.</source>
        <translation>Ningún usuario es coordinador de atención.</translation>
    </message>
    <message>
        <source>The directory is empty.</source>
        <translation>El directorio está vacío.</translation>
    </message>
    <message>
        <source>Pages for patients do not say whom to call.</source>
        <translation>Las hojas para pacientes no dicen a quién llamar.</translation>
    </message>
    <message>
        <source>Nothing can be booked.</source>
        <translation>No se puede reservar nada.</translation>
    </message>
    <message>
        <source>No free times are offered with them.</source>
        <translation>No se ofrecen horas libres con esta persona.</translation>
    </message>
    <message>
        <source>Such visits cannot be given a place.</source>
        <translation>A esas citas no se les puede dar un lugar.</translation>
    </message>
    <message>
        <source>Referrals must be addressed by hand each time.</source>
        <translation>Hay que escribir a mano el destino de cada derivación.</translation>
    </message>
</context>
<context>
    <name>GoBackDialog</name>
    <message>
        <source>Have an earlier edition again</source>
        <translation>Volver a una edición anterior</translation>
    </message>
    <message>
        <source>&amp;Have it again</source>
        <translation>&amp;Volver a ella</translation>
    </message>
    <message>
        <source>Edition {number}, {day}: {reason}</source>
        <translation>Edición {number}, {day}: {reason}</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>Como viene</translation>
    </message>
    <message>
        <source>&amp;Which</source>
        <translation>&amp;Cuál</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motivo</translation>
    </message>
    <message>
        <source>Write why.</source>
        <translation>Escriba por qué.</translation>
    </message>
</context>
<context>
    <name>GoalDialog</name>
    <message>
        <source>Change goal</source>
        <translation>Cambiar meta</translation>
    </message>
    <message>
        <source>New goal</source>
        <translation>Nueva meta</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Add goal</source>
        <translation>&amp;Agregar meta</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>No se mide</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Sin valorar</translation>
    </message>
    <message>
        <source>As the patient says it: walk to church without stopping</source>
        <translation>Como lo dice el paciente: caminar a la iglesia sin parar</translation>
    </message>
    <message>
        <source>In the patient&apos;s own &amp;words</source>
        <translation>Con &amp;las palabras del paciente</translation>
    </message>
    <message>
        <source>&amp;Clinical goal</source>
        <translation>Meta &amp;clínica</translation>
    </message>
    <message>
        <source>&amp;Measured by</source>
        <translation>&amp;Medida con</translation>
    </message>
    <message>
        <source>for example &lt; 8 % or 120-135 mm Hg</source>
        <translation>por ejemplo &lt; 8 % o 120-135 mm Hg</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation>&amp;Objetivo</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>&amp;Responsable</translation>
    </message>
    <message>
        <source>&amp;Due</source>
        <translation>&amp;Para cuándo</translation>
    </message>
    <message>
        <source>Patient&apos;s words are &amp;in</source>
        <translation>Las palabras están &amp;en</translation>
    </message>
    <message>
        <source>Stat&amp;us</source>
        <translation>E&amp;stado</translation>
    </message>
    <message>
        <source>&amp;How it goes</source>
        <translation>C&amp;ómo va</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>Mo&amp;tivo</translation>
    </message>
    <message>
        <source>On the &amp;patient&apos;s page</source>
        <translation>En la &amp;hoja del paciente</translation>
    </message>
    <message>
        <source>Sensiti&amp;ve: not for front desk</source>
        <translation>Sensi&amp;ble: no para recepción</translation>
    </message>
    <message>
        <source>Write the goal in the patient&apos;s words, or the clinical goal.</source>
        <translation>Escriba la meta con las palabras del paciente, o la meta clínica.</translation>
    </message>
    <message>
        <source>Enter a day, for example 3m or 2 sep.</source>
        <translation>Escriba un día, por ejemplo 3m o 2 sep.</translation>
    </message>
    <message>
        <source>Say why it ends.</source>
        <translation>Diga por qué termina.</translation>
    </message>
    <message>
        <source>No concern</source>
        <translation>Sin preocupación</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Sin fijar</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Sin preguntar</translation>
    </message>
    <message>
        <source>0, not at all</source>
        <translation>0, nada</translation>
    </message>
    <message>
        <source>10, wholly sure</source>
        <translation>10, del todo</translation>
    </message>
    <message>
        <source>&amp;For concern</source>
        <translation>De la p&amp;reocupación</translation>
    </message>
    <message>
        <source>Where it stood at the &amp;start</source>
        <translation>Valor al &amp;inicio</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>P&amp;riority</source>
        <translation>P&amp;rioridad</translation>
    </message>
    <message>
        <source>How sure the patient is, 0 to 10</source>
        <translation>Seguridad del paciente, de 0 a 10</translation>
    </message>
    <message>
        <source>Write it as a number, for example 8.1.</source>
        <translation>Escríbalo como número, por ejemplo 8.1.</translation>
    </message>
    <message>
        <source>&amp;Save goal</source>
        <translation>&amp;Guardar meta</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>&amp;Hand over</source>
        <translation>&amp;Entregar</translation>
    </message>
    <message>
        <source>Open work of {name}</source>
        <translation>Trabajo abierto de {name}</translation>
    </message>
    <message>
        <source>Open work</source>
        <translation>Trabajo abierto</translation>
    </message>
    <message>
        <source>Choose a colleague</source>
        <translation>Elija a un colega</translation>
    </message>
    <message>
        <source>Nobody: book them anew from Today</source>
        <translation>Nadie: reservarlas de nuevo desde Hoy</translation>
    </message>
    <message>
        <source>&amp;Work goes to</source>
        <translation>El &amp;trabajo pasa a</translation>
    </message>
    <message>
        <source>Where this clinician works and is free at the same time. The others come to Today.</source>
        <translation>Donde este clínico trabaja y está libre a la misma hora. Las demás aparecen en Hoy.</translation>
    </message>
    <message>
        <source>&amp;Visits go to</source>
        <translation>Las &amp;citas pasan a</translation>
    </message>
    <message>
        <source>What was done stays under the name of who did it. This can be undone as a whole.</source>
        <translation>Lo hecho queda a nombre de quien lo hizo. Todo esto se puede deshacer de una vez.</translation>
    </message>
    <message numerus="yes">
        <source>%n appointment(s)</source>
        <translation>
            <numerusform>%n cita</numerusform>
            <numerusform>%n citas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open referral(s)</source>
        <translation>
            <numerusform>%n derivación abierta</numerusform>
            <numerusform>%n derivaciones abiertas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n goal(s)</source>
        <translation>
            <numerusform>%n meta</numerusform>
            <numerusform>%n metas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan action(s)</source>
        <translation>
            <numerusform>%n acción del plan</numerusform>
            <numerusform>%n acciones del plan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n tarea</numerusform>
            <numerusform>%n tareas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) they coordinate</source>
        <translation>
            <numerusform>%n paciente que coordina</numerusform>
            <numerusform>%n pacientes que coordina</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose who goes on with it.</source>
        <translation>Elija quién sigue con esto.</translation>
    </message>
    <message numerus="yes">
        <source>%n open question(s)</source>
        <translation>
            <numerusform>%n pregunta abierta</numerusform>
            <numerusform>%n preguntas abiertas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n near miss(es)</source>
        <translation>
            <numerusform>%n incidente</numerusform>
            <numerusform>%n incidentes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandWorkOverDialog</name>
    <message>
        <source>Hand work over</source>
        <translation>Entregar el trabajo</translation>
    </message>
    <message>
        <source>&amp;Hand over</source>
        <translation>&amp;Entregar</translation>
    </message>
    <message>
        <source>Choose a colleague</source>
        <translation>Elija a un colega</translation>
    </message>
    <message>
        <source>This patient</source>
        <translation>Este paciente</translation>
    </message>
    <message>
        <source>All patients</source>
        <translation>Todos los pacientes</translation>
    </message>
    <message>
        <source>Open work</source>
        <translation>Trabajo abierto</translation>
    </message>
    <message>
        <source>&amp;Whose work</source>
        <translation>&amp;De quién</translation>
    </message>
    <message>
        <source>W&amp;ith</source>
        <translation>&amp;Con</translation>
    </message>
    <message>
        <source>&amp;Goes to</source>
        <translation>&amp;Pasa a</translation>
    </message>
    <message>
        <source>Visits stay with their clinician. This can be undone as a whole.</source>
        <translation>Las citas quedan con su profesional. Todo se puede deshacer de una vez.</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>No hay nada abierto.</translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) they lead</source>
        <translation>
            <numerusform>%n paciente a su cargo</numerusform>
            <numerusform>%n pacientes a su cargo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open referral(s)</source>
        <translation>
            <numerusform>%n derivación abierta</numerusform>
            <numerusform>%n derivaciones abiertas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n goal(s)</source>
        <translation>
            <numerusform>%n meta</numerusform>
            <numerusform>%n metas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plan action(s)</source>
        <translation>
            <numerusform>%n acción del plan</numerusform>
            <numerusform>%n acciones del plan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n tarea</numerusform>
            <numerusform>%n tareas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open question(s)</source>
        <translation>
            <numerusform>%n pregunta abierta</numerusform>
            <numerusform>%n preguntas abiertas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n near miss(es)</source>
        <translation>
            <numerusform>%n incidente</numerusform>
            <numerusform>%n incidentes</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose who goes on with it.</source>
        <translation>Elija quién sigue con esto.</translation>
    </message>
    <message>
        <source>Choose somebody else: this is who has the work now.</source>
        <translation>Elija a otra persona: esta es quien lo tiene ahora.</translation>
    </message>
</context>
<context>
    <name>HelpWindows</name>
    <message>
        <source>About ICM Desktop</source>
        <translation>Acerca de ICM Desktop</translation>
    </message>
    <message>
        <source>ICM Desktop {version}

One shared care plan, its referrals and its appointments, in one encrypted file.</source>
        <translation>ICM Desktop {version}

Un plan de atención compartido, sus derivaciones y sus citas, en un solo archivo cifrado.</translation>
    </message>
</context>
<context>
    <name>HistorySection</name>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Show &amp;everything</source>
        <translation>Mostrar t&amp;odo</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Every change to the set-up with its old and new value. Nothing here can be changed or removed.</source>
        <translation>Cada cambio en la configuración con su valor anterior y nuevo. Aquí no se puede cambiar ni quitar nada.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>Choose another kind or another time.</source>
        <translation>Elija otro tipo u otro período.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Choose a line to see what was changed.</source>
        <translation>Elija una línea para ver qué cambió.</translation>
    </message>
    <message>
        <source>Nothing fits this filter.</source>
        <translation>Nada coincide con este filtro.</translation>
    </message>
    <message>
        <source>Choose fewer filters, or another time.</source>
        <translation>Elija menos filtros u otro periodo.</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Todavía no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Every change to this chart is kept here.</source>
        <translation>Aquí se guarda cada cambio de este expediente.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Clinical facts</source>
        <translation>Datos clínicos</translation>
    </message>
    <message>
        <source>Plan and team</source>
        <translation>Plan y equipo</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Person, insurance, consent</source>
        <translation>Persona, seguro, consentimiento</translation>
    </message>
    <message>
        <source>Appointments and referrals</source>
        <translation>Citas y derivaciones</translation>
    </message>
    <message>
        <source>Calls and pages</source>
        <translation>Llamadas y hojas</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambió</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
</context>
<context>
    <name>HoldDialog</name>
    <message>
        <source>Hold until</source>
        <translation>Aplazar hasta</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>&amp;Aplazar</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Hasta</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>Mo&amp;tivo</translation>
    </message>
    <message>
        <source>Enter a day, for example 2w, fri or 14 jul.</source>
        <translation>Escriba un día, por ejemplo 2s, vie o 14 jul.</translation>
    </message>
    <message>
        <source>Choose a day after today.</source>
        <translation>Elija un día posterior a hoy.</translation>
    </message>
    <message>
        <source>Held until {date}.</source>
        <translation>Aplazado hasta {date}.</translation>
    </message>
</context>
<context>
    <name>HolidaysDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Holidays in {year}</source>
        <translation>Feriados de {year}</translation>
    </message>
    <message>
        <source>Ticked: the practice is closed. Not ticked: you work and visits can be booked.</source>
        <translation>Marcado: el consultorio está cerrado. Sin marcar: se trabaja y se pueden reservar citas.</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>Cerrado el</translation>
    </message>
    <message>
        <source>Holidays: {source}. List {version}.</source>
        <translation>Feriados: {source}. Lista {version}.</translation>
    </message>
</context>
<context>
    <name>HolidaysNotice</name>
    <message>
        <source>An administrator does.</source>
        <translation>Lo hace un administrador.</translation>
    </message>
    <message>
        <source>Holidays of {year}…</source>
        <translation>Feriados de {year}…</translation>
    </message>
</context>
<context>
    <name>IdentityDialog</name>
    <message>
        <source>Birth, sex and gender, race and ethnicity</source>
        <translation>Nacimiento, sexo y género, raza y etnia</translation>
    </message>
    <message>
        <source>&amp;Born</source>
        <translation>&amp;Nacimiento</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Mujer</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Hombre</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>Se&amp;x for administration</source>
        <translation>Se&amp;xo administrativo</translation>
    </message>
    <message>
        <source>Sex at bi&amp;rth</source>
        <translation>Sexo al na&amp;cer</translation>
    </message>
    <message>
        <source>&amp;Gender identity</source>
        <translation>&amp;Identidad de género</translation>
    </message>
    <message>
        <source>Sexual &amp;orientation</source>
        <translation>&amp;Orientación sexual</translation>
    </message>
    <message>
        <source>&amp;Pronouns</source>
        <translation>&amp;Pronombres</translation>
    </message>
    <message>
        <source>&amp;Marital status</source>
        <translation>Estado civi&amp;l</translation>
    </message>
    <message>
        <source>Born alone</source>
        <translation>Parto único</translation>
    </message>
    <message>
        <source>First of several</source>
        <translation>Primero de varios</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Segundo</translation>
    </message>
    <message>
        <source>Third</source>
        <translation>Tercero</translation>
    </message>
    <message>
        <source>Fourth</source>
        <translation>Cuarto</translation>
    </message>
    <message>
        <source>Fifth</source>
        <translation>Quinto</translation>
    </message>
    <message>
        <source>T&amp;win or multiple birth</source>
        <translation>Parto &amp;múltiple</translation>
    </message>
    <message>
        <source>R&amp;ace, all that apply</source>
        <translation>&amp;Raza, todas las que correspondan</translation>
    </message>
    <message>
        <source>&amp;Ethnicity</source>
        <translation>&amp;Etnia</translation>
    </message>
    <message>
        <source>Enter a day or a year, for example 3/4/1958 or 1958.</source>
        <translation>Escriba un día o un año, por ejemplo 3/4/1958 o 1958.</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>&amp;Preview only: read and report, save nothing</source>
        <translation>Solo &amp;vista previa: leer e informar, sin guardar</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importar</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Files and folders to import</source>
        <translation>Archivos y carpetas que se importarán</translation>
    </message>
    <message>
        <source>How far the import is</source>
        <translation>Cuánto va de la importación</translation>
    </message>
    <message>
        <source>Add &amp;files…</source>
        <translation>Agregar &amp;archivos…</translation>
    </message>
    <message>
        <source>Add f&amp;older…</source>
        <translation>Agregar &amp;carpeta…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>Vista &amp;previa</translation>
    </message>
    <message>
        <source>Hide and go on working</source>
        <translation>Ocultar y seguir trabajando</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>Archivos para importar</translation>
    </message>
    <message>
        <source>Health records</source>
        <translation>Expedientes de salud</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Folder to import</source>
        <translation>Carpeta para importar</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>{done} of {total} entries</source>
        <translation>{done} de {total} entradas</translation>
    </message>
    <message>
        <source>Looking through the files…</source>
        <translation>Revisando los archivos…</translation>
    </message>
    <message>
        <source>FHIR files in JSON, NDJSON or XML from another system. A folder is one import: its files may refer to each other.</source>
        <translation>Archivos FHIR en JSON, NDJSON o XML de otro sistema. Una carpeta es una sola importación: sus archivos pueden referirse unos a otros.</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>Import preview</source>
        <translation>Vista previa de la importación</translation>
    </message>
    <message>
        <source>Import finished</source>
        <translation>Importación terminada</translation>
    </message>
    <message>
        <source>&amp;Kinds</source>
        <translation>&amp;Tipos</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>&amp;Archivos</translation>
    </message>
    <message>
        <source>Left &amp;out</source>
        <translation>Dejado &amp;fuera</translation>
    </message>
    <message>
        <source>Likely &amp;doubles</source>
        <translation>Posibles &amp;dobles</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>&amp;Copiar informe</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>&amp;Guardar informe…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>C&amp;errar</translation>
    </message>
    <message>
        <source>&amp;Import now</source>
        <translation>&amp;Importar ahora</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Guardar informe</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Not saved: {why}. Choose another place.</source>
        <translation>No se guardó: {why}. Elija otro lugar.</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Guardado: {file}</translation>
    </message>
    <message>
        <source>Not sho&amp;wn</source>
        <translation>&amp;Sin mostrar</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>{created} new, {updated} updated, {patients}.</source>
        <translation>{created} nuevos, {updated} actualizados, {patients}.</translation>
    </message>
    <message>
        <source>Preview, nothing was saved: {created} new, {updated} to update, {patients}.</source>
        <translation>Vista previa, no se guardó nada: {created} nuevos, {updated} por actualizar, {patients}.</translation>
    </message>
    <message numerus="yes">
        <source>%n patients</source>
        <translation>
            <numerusform>%n paciente</numerusform>
            <numerusform>%n pacientes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files refused</source>
        <translation>
            <numerusform>%n archivo rechazado</numerusform>
            <numerusform>%n archivos rechazados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files skipped</source>
        <translation>
            <numerusform>%n archivo omitido</numerusform>
            <numerusform>%n archivos omitidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries not understood</source>
        <translation>
            <numerusform>%n entrada no entendida</numerusform>
            <numerusform>%n entradas no entendidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n likely doubles</source>
        <translation>
            <numerusform>%n posible doble</numerusform>
            <numerusform>%n posibles dobles</numerusform>
        </translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Leídos</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazados</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitidos</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevos</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Actualizado</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Sin cambios</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>No entendidos</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Left out, and why</source>
        <translation>Lo que se dejó fuera y por qué</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>Se parece a</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Certeza</translation>
    </message>
</context>
<context>
    <name>ImportsDialog</name>
    <message>
        <source>Imports so far</source>
        <translation>Importaciones hechas</translation>
    </message>
    <message>
        <source>Nothing was imported yet</source>
        <translation>Todavía no se ha importado nada</translation>
    </message>
    <message>
        <source>Records of another system come in with File, Import.</source>
        <translation>Los registros de otro sistema entran con Archivo, Importar.</translation>
    </message>
    <message>
        <source>&amp;Why it is taken back</source>
        <translation>&amp;Por qué se deshace</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Cuánto se ha avanzado</translation>
    </message>
    <message>
        <source>&amp;Take this import back</source>
        <translation>&amp;Deshacer esta importación</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>It is too old to be taken back as a whole.</source>
        <translation>Es demasiado antigua para deshacerla entera.</translation>
    </message>
    <message>
        <source>Take an import back</source>
        <translation>Deshacer una importación</translation>
    </message>
    <message numerus="yes">
        <source>Import {number} was taken back: %n patient(s) removed.</source>
        <translation>
            <numerusform>Se deshizo la importación {number}: %n paciente retirado.</numerusform>
            <numerusform>Se deshizo la importación {number}: %n pacientes retirados.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was left &amp;out…</source>
        <translation>Lo que queda &amp;fuera…</translation>
    </message>
    <message>
        <source>Import {number}: what no screen shows</source>
        <translation>Importación {number}: lo que ninguna pantalla muestra</translation>
    </message>
</context>
<context>
    <name>ImportsWords</name>
    <message>
        <source>No.</source>
        <translation>N.º</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Pacientes</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevos</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Actualizados</translation>
    </message>
    <message>
        <source>Undo until</source>
        <translation>Deshacer hasta</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importada</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Deshecha</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenida</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallida</translation>
    </message>
    <message>
        <source>Import {number}, {when}</source>
        <translation>Importación {number}, {when}</translation>
    </message>
    <message numerus="yes">
        <source>%n patients</source>
        <translation>
            <numerusform>%n paciente</numerusform>
            <numerusform>%n pacientes</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>{count} nuevos</translation>
    </message>
    <message>
        <source>{count} updated</source>
        <translation>{count} actualizados</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n archivo</numerusform>
            <numerusform>%n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back {when} by {who}.</source>
        <translation>Deshecha el {when} por {who}.</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Motivo: {reason}</translation>
    </message>
    <message>
        <source>It can be taken back: everything it brought is removed ({patients}), and what it changed is as it was before. The same files can be imported again.</source>
        <translation>Se puede deshacer: se retira todo lo que trajo ({patients}) y lo que cambió queda como estaba. Los mismos archivos se pueden importar otra vez.</translation>
    </message>
    <message>
        <source>It cannot be taken back: work was built on it since, and that work stays. Undo first:</source>
        <translation>No se puede deshacer: desde entonces se trabajó sobre ella, y ese trabajo se conserva. Deshaga primero:</translation>
    </message>
    <message>
        <source>from a later import</source>
        <translation>de una importación posterior</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>a mano</translation>
    </message>
    <message>
        <source>record {numbers}</source>
        <translation>expediente {numbers}</translation>
    </message>
    <message>
        <source>patient data</source>
        <translation>datos del paciente</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>phone or e-mail</source>
        <translation>teléfono o correo electrónico</translation>
    </message>
    <message>
        <source>address</source>
        <translation>dirección</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>contacto</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>cita</translation>
    </message>
    <message>
        <source>referral or order</source>
        <translation>derivación u orden</translation>
    </message>
    <message>
        <source>step of a referral</source>
        <translation>paso de una derivación</translation>
    </message>
    <message>
        <source>care plan</source>
        <translation>plan de cuidado</translation>
    </message>
    <message>
        <source>goal</source>
        <translation>meta</translation>
    </message>
    <message>
        <source>action of a plan</source>
        <translation>acción de un plan</translation>
    </message>
    <message>
        <source>task</source>
        <translation>tarea</translation>
    </message>
    <message>
        <source>logged call</source>
        <translation>llamada registrada</translation>
    </message>
    <message>
        <source>printed page</source>
        <translation>hoja impresa</translation>
    </message>
    <message>
        <source>put-off work</source>
        <translation>trabajo pospuesto</translation>
    </message>
    <message>
        <source>merged record</source>
        <translation>expediente combinado</translation>
    </message>
    <message>
        <source>document</source>
        <translation>documento</translation>
    </message>
    <message>
        <source>entry of the chart</source>
        <translation>entrada del expediente</translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel {work}</source>
        <translation>Cancelar {work}</translation>
    </message>
    <message>
        <source>{work}: stopping…</source>
        <translation>{work}: deteniendo…</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>load</source>
        <translation>cargar</translation>
    </message>
    <message>
        <source>receive</source>
        <translation>recibir</translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation>Importar una ca&amp;rpeta…</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>Copia de &amp;seguridad…</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>copiar</translation>
    </message>
    <message>
        <source>save</source>
        <translation>guardar</translation>
    </message>
    <message>
        <source>&amp;Check the database</source>
        <translation>&amp;Comprobar la base de datos</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>verificar</translation>
    </message>
    <message>
        <source>damage</source>
        <translation>daño</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importar…</translation>
    </message>
    <message>
        <source>&amp;Practice details…</source>
        <translation>Datos de la &amp;práctica…</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>teléfono</translation>
    </message>
    <message>
        <source>address</source>
        <translation>dirección</translation>
    </message>
    <message>
        <source>opening hours</source>
        <translation>horario</translation>
    </message>
    <message>
        <source>Check the &amp;recovery code…</source>
        <translation>Comprobar el código de &amp;recuperación…</translation>
    </message>
    <message>
        <source>password</source>
        <translation>contraseña</translation>
    </message>
    <message>
        <source>sheet</source>
        <translation>hoja</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>Guardar la copia en</translation>
    </message>
    <message>
        <source>ICM Desktop backup</source>
        <translation>Copia de seguridad de ICM Desktop</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobación</translation>
    </message>
    <message>
        <source>Practice details saved</source>
        <translation>Datos de la práctica guardados</translation>
    </message>
    <message>
        <source>change the practice details</source>
        <translation>cambiar los datos de la práctica</translation>
    </message>
    <message>
        <source>The recovery code is right. Keep the sheet in a safe place.</source>
        <translation>El código de recuperación es correcto. Guarde la hoja en un lugar seguro.</translation>
    </message>
    <message numerus="yes">
        <source>Backup of %n patient(s) written and checked: {file}</source>
        <translation>
            <numerusform>Copia de seguridad de %n paciente escrita y comprobada: {file}</numerusform>
            <numerusform>Copia de seguridad de %n pacientes escrita y comprobada: {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Correcto</translation>
    </message>
    <message>
        <source>NOT RIGHT</source>
        <translation>INCORRECTO</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Sin comprobar</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Everything checked is right.</source>
        <translation>Todo lo comprobado está bien.</translation>
    </message>
    <message>
        <source>Something is wrong.</source>
        <translation>Algo está mal.</translation>
    </message>
    <message>
        <source>Nothing wrong was found; not everything could be checked.</source>
        <translation>No se encontró nada malo; no se pudo comprobar todo.</translation>
    </message>
    <message>
        <source>Check of the database</source>
        <translation>Comprobación de la base de datos</translation>
    </message>
    <message>
        <source>Back &amp;up now</source>
        <translation>Hacer copia de seg&amp;uridad ahora</translation>
    </message>
    <message>
        <source>Restore a bac&amp;kup…</source>
        <translation>&amp;Restaurar una copia…</translation>
    </message>
    <message>
        <source>recover</source>
        <translation>recuperar</translation>
    </message>
    <message>
        <source>Passwords and the &amp;keyring…</source>
        <translation>Contraseñas y el &amp;llavero…</translation>
    </message>
    <message>
        <source>security</source>
        <translation>seguridad</translation>
    </message>
    <message>
        <source>Which backup?</source>
        <translation>¿Qué copia de seguridad?</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message numerus="yes">
        <source>Restored %n patient(s) from the backup of {when} into {file}. To work there, open it as Another practice.</source>
        <translation>
            <numerusform>Se restauró %n paciente de la copia del {when} en {file}. Para trabajar allí, ábralo como Otro consultorio.</numerusform>
            <numerusform>Se restauraron %n pacientes de la copia del {when} en {file}. Para trabajar allí, ábralo como Otro consultorio.</numerusform>
        </translation>
    </message>
    <message>
        <source>Passwords are tied to this computer.</source>
        <translation>Las contraseñas están unidas a esta computadora.</translation>
    </message>
    <message>
        <source>Passwords do without the keyring.</source>
        <translation>Las contraseñas funcionan sin el llavero.</translation>
    </message>
    <message>
        <source>Imports &amp;so far…</source>
        <translation>Importaciones &amp;hechas…</translation>
    </message>
    <message>
        <source>take an import back</source>
        <translation>deshacer una importación</translation>
    </message>
    <message>
        <source>undo import</source>
        <translation>anular importación</translation>
    </message>
</context>
<context>
    <name>KeptPages</name>
    <message>
        <source>Saved. Delete the file when you do not need it any more: it names the patient.</source>
        <translation>Guardado. Borre el archivo cuando ya no lo necesite: nombra al paciente.</translation>
    </message>
</context>
<context>
    <name>KeyringDialog</name>
    <message>
        <source>Passwords and this computer&apos;s keyring</source>
        <translation>Las contraseñas y el llavero de esta computadora</translation>
    </message>
    <message>
        <source>&amp;Your password</source>
        <translation>Su c&amp;ontraseña</translation>
    </message>
    <message>
        <source>&amp;Turn off</source>
        <translation>&amp;Desactivar</translation>
    </message>
    <message>
        <source>&amp;Turn on</source>
        <translation>A&amp;ctivar</translation>
    </message>
    <message>
        <source>With a secret kept in the keyring of this computer, a password opens the records only here: a stolen copy of the file cannot be opened by guessing. The printed recovery code always opens them anywhere, and is needed when this computer is lost: check first that the sheet is there.</source>
        <translation>Con un secreto guardado en el llavero de esta computadora, una contraseña abre los expedientes solo aquí: una copia robada del archivo no se puede abrir adivinando. El código de recuperación impreso los abre siempre en cualquier lugar y hace falta si se pierde esta computadora: compruebe primero que la hoja está.</translation>
    </message>
    <message>
        <source>This computer has no keyring that keeps secrets safely.</source>
        <translation>Esta computadora no tiene un llavero que guarde secretos de forma segura.</translation>
    </message>
    <message>
        <source>Not in use. Keyring of this computer: {name}.</source>
        <translation>Sin usar. Llavero de esta computadora: {name}.</translation>
    </message>
    <message>
        <source>In use, but the keyring is locked or does not answer now.</source>
        <translation>En uso, pero el llavero está bloqueado o no responde ahora.</translation>
    </message>
    <message>
        <source>In use, with {name}.</source>
        <translation>En uso, con {name}.</translation>
    </message>
    <message numerus="yes">
        <source>%n password(s) follow at the next sign-in.</source>
        <translation>
            <numerusform>%n contraseña sigue en la próxima entrada.</numerusform>
            <numerusform>%n contraseñas siguen en la próxima entrada.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Escriba su contraseña.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>LadderWords</name>
    <message>
        <source>the coordinator</source>
        <translation>coordinación</translation>
    </message>
    <message>
        <source>a clinician</source>
        <translation>un profesional clínico</translation>
    </message>
    <message>
        <source>Late: also with {who} since {date}</source>
        <translation>Con retraso: también lo tiene {who} desde el {date}</translation>
    </message>
    <message>
        <source>Late: went to {who} on {date}.</source>
        <translation>Con retraso: pasó a {who} el {date}.</translation>
    </message>
    <message>
        <source>If nothing happens: to {who} on {date}.</source>
        <translation>Si no ocurre nada: pasa a {who} el {date}.</translation>
    </message>
    <message>
        <source>Nobody was reached by phone.</source>
        <translation>No se localizó a nadie por teléfono.</translation>
    </message>
</context>
<context>
    <name>LeftOutDialog</name>
    <message>
        <source>Nothing is noted here</source>
        <translation>Aquí no hay nada anotado</translation>
    </message>
    <message>
        <source>This import is older than this list.</source>
        <translation>Esta importación es anterior a esta lista.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>LeftOutWords</name>
    <message>
        <source>What was left out</source>
        <translation>Lo que quedó fuera</translation>
    </message>
    <message>
        <source>No screen shows it yet</source>
        <translation>Ninguna pantalla lo muestra todavía</translation>
    </message>
    <message>
        <source>An addition of the sender, not known here</source>
        <translation>Un añadido del remitente, desconocido aquí</translation>
    </message>
    <message>
        <source>For the sender&apos;s computer only</source>
        <translation>Solo para el sistema del remitente</translation>
    </message>
    <message>
        <source>The sender&apos;s wording of the whole entry</source>
        <translation>El texto del remitente sobre toda la entrada</translation>
    </message>
    <message>
        <source>Another element says the same</source>
        <translation>Otro elemento dice lo mismo</translation>
    </message>
    <message>
        <source>Of bills only amounts, days and services are read</source>
        <translation>De las facturas solo se leen importes, días y servicios</translation>
    </message>
    <message>
        <source>Of places and caregivers only names and contacts are read</source>
        <translation>De lugares y profesionales solo se leen nombres y contactos</translation>
    </message>
    <message>
        <source>Entries of this kind are not read yet</source>
        <translation>Las entradas de este tipo aún no se leen</translation>
    </message>
    <message>
        <source>This kind is not about patients</source>
        <translation>Este tipo no trata de pacientes</translation>
    </message>
    <message>
        <source>(all of it)</source>
        <translation>(entero)</translation>
    </message>
    <message>
        <source>Kept as it came</source>
        <translation>Guardado tal cual</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>No guardado</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Elemento</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Veces</translation>
    </message>
    <message>
        <source>Why it is left out</source>
        <translation>Por qué queda fuera</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Qué se hizo con ello</translation>
    </message>
</context>
<context>
    <name>LeftoversDialog</name>
    <message>
        <source>Open work</source>
        <translation>Trabajo abierto</translation>
    </message>
    <message numerus="yes">
        <source>%n open thing(s) came from this. Say what becomes of each.</source>
        <translation>
            <numerusform>De aquí salió %n tarea abierta. Diga qué pasa con ella.</numerusform>
            <numerusform>De aquí salieron %n tareas abiertas. Diga qué pasa con cada una.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Por qué</translation>
    </message>
    <message>
        <source>&amp;Keep everything</source>
        <translation>&amp;Mantener todo</translation>
    </message>
    <message>
        <source>&amp;Call everything off</source>
        <translation>&amp;Cancelar todo</translation>
    </message>
    <message>
        <source>Say why, so that the others understand it.</source>
        <translation>Diga por qué, para que los demás lo entiendan.</translation>
    </message>
</context>
<context>
    <name>LetterSample</name>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
</context>
<context>
    <name>LetterTextDialog</name>
    <message>
        <source>&amp;Save as our text</source>
        <translation>&amp;Guardar como texto nuestro</translation>
    </message>
    <message>
        <source>Pre&amp;view</source>
        <translation>&amp;Vista previa</translation>
    </message>
    <message>
        <source>&amp;Heading</source>
        <translation>&amp;Encabezado</translation>
    </message>
    <message>
        <source>An empty line parts paragraphs; a line that begins with “- ” is an item of a list.</source>
        <translation>Una línea vacía separa párrafos; una línea que empieza con «- » es un punto de una lista.</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Texto</translation>
    </message>
    <message>
        <source>Words that are filled in</source>
        <translation>Palabras que se completan</translation>
    </message>
    <message>
        <source>Enter puts the word into the text. A line whose word is not known is left out of the letter.</source>
        <translation>Intro pone la palabra en el texto. Una línea cuya palabra no se conoce no sale en la carta.</translation>
    </message>
    <message>
        <source>“{heading}” is our text from now on.</source>
        <translation>«{heading}» es nuestro texto desde ahora.</translation>
    </message>
</context>
<context>
    <name>LetterVersionsDialog</name>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Text of this version</source>
        <translation>Texto de esta versión</translation>
    </message>
    <message>
        <source>&amp;Let this text count again</source>
        <translation>&amp;Volver a usar este texto</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Encabezado</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>vino con el programa</translation>
    </message>
    <message>
        <source>Counts now</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Anterior</translation>
    </message>
</context>
<context>
    <name>Letters</name>
    <message>
        <source>letter</source>
        <translation>carta</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>correo</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>etiquetas</translation>
    </message>
    <message>
        <source>call sheet</source>
        <translation>hoja de llamadas</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>citar de nuevo</translation>
    </message>
    <message>
        <source>L&amp;etters and labels…</source>
        <translation>Cartas &amp;y etiquetas…</translation>
    </message>
    <message>
        <source>Choose somebody to write to first.</source>
        <translation>Primero elija a quién escribir.</translation>
    </message>
</context>
<context>
    <name>LettersDialog</name>
    <message>
        <source>Letters, labels and call sheets</source>
        <translation>Cartas, etiquetas y hojas de llamadas</translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation>Quién la recibe</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avance</translation>
    </message>
    <message>
        <source>&amp;Preview and print…</source>
        <translation>&amp;Ver e imprimir…</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Qué</translation>
    </message>
    <message>
        <source>P&amp;aper</source>
        <translation>Pap&amp;el</translation>
    </message>
    <message>
        <source>&amp;Labels used already</source>
        <translation>Etiquetas &amp;ya usadas</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Letra</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Gets it</source>
        <translation>La recibe</translation>
    </message>
    <message>
        <source>{language}; reads {other}</source>
        <translation>{language}; lee {other}</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Grande</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>{inside} of {all} get it. {outside} are left out; the list says why.</source>
        <translation>{inside} de {all} la reciben. {outside} quedan fuera; la lista dice por qué.</translation>
    </message>
    <message>
        <source>All {all} get it.</source>
        <translation>La reciben los {all}.</translation>
    </message>
    <message>
        <source>Stopped after {done} of {total}. Nothing was printed, kept or noted.</source>
        <translation>Se detuvo después de {done} de {total}. No se imprimió, guardó ni anotó nada.</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) printed and noted.</source>
        <translation>
            <numerusform>%n carta impresa y anotada.</numerusform>
            <numerusform>%n cartas impresas y anotadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>print letters</source>
        <translation>imprimir cartas</translation>
    </message>
</context>
<context>
    <name>LettersPreview</name>
    <message numerus="yes">
        <source>&amp;Print %n page(s)</source>
        <translation>
            <numerusform>&amp;Imprimir %n página</numerusform>
            <numerusform>&amp;Imprimir %n páginas</numerusform>
        </translation>
    </message>
    <message>
        <source>S&amp;top printing</source>
        <translation>&amp;Detener la impresión</translation>
    </message>
    <message>
        <source>The first {shown} of {pages} pages are shown; all are printed.</source>
        <translation>Se ven las primeras {shown} de {pages} páginas; se imprimen todas.</translation>
    </message>
    <message>
        <source>This computer knows no printer. Save the PDF instead.</source>
        <translation>Esta computadora no tiene ninguna impresora. Guarde el PDF.</translation>
    </message>
    <message>
        <source>Page {done} of {total}</source>
        <translation>Página {done} de {total}</translation>
    </message>
    <message>
        <source>Stopped: {pages} of {all} pages went to the printer, {letters} of {of} letters are whole.</source>
        <translation>Detenido: {pages} de {all} páginas fueron a la impresora; {letters} de {of} cartas están completas.</translation>
    </message>
    <message>
        <source>Noting the letters</source>
        <translation>Anotando las cartas</translation>
    </message>
    <message>
        <source>The file was not saved: {reason}. Choose another place.</source>
        <translation>No se guardó el archivo: {reason}. Elija otro lugar.</translation>
    </message>
    <message>
        <source>Saved. The file holds patient names and is not encrypted: delete it when sent.</source>
        <translation>Guardado. El archivo tiene nombres de pacientes y no está cifrado: bórrelo cuando lo haya enviado.</translation>
    </message>
</context>
<context>
    <name>LettersSection</name>
    <message>
        <source>Letters</source>
        <translation>Cartas</translation>
    </message>
    <message>
        <source>Letters to patients and the call sheet. Words in braces are filled in for each patient. What you write counts from then on; every earlier text stays and can come back.</source>
        <translation>Cartas a pacientes y la hoja de llamadas. Las palabras entre llaves se completan para cada paciente. Lo que escriba se usa desde ese momento; los textos anteriores se conservan y pueden volver.</translation>
    </message>
    <message>
        <source>No letters.</source>
        <translation>No hay cartas.</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Cambiar…</translation>
    </message>
    <message>
        <source>Pre&amp;view</source>
        <translation>&amp;Vista previa</translation>
    </message>
    <message>
        <source>Preview for a pa&amp;tient…</source>
        <translation>Vista previa para un &amp;paciente…</translation>
    </message>
    <message>
        <source>&amp;Versions…</source>
        <translation>Versio&amp;nes…</translation>
    </message>
    <message>
        <source>&amp;Back to the shipped text</source>
        <translation>Vol&amp;ver al texto original</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Encabezado</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiado</translation>
    </message>
    <message>
        <source>Shipped version</source>
        <translation>Versión original</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Nuestro</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>change letter</source>
        <translation>cambiar carta</translation>
    </message>
    <message>
        <source>“{heading}” counts again.</source>
        <translation>«{heading}» se usa de nuevo.</translation>
    </message>
    <message>
        <source>bring a letter&apos;s text back</source>
        <translation>recuperar el texto de una carta</translation>
    </message>
</context>
<context>
    <name>ListSection</name>
    <message>
        <source>Search this list</source>
        <translation>Buscar en esta lista</translation>
    </message>
    <message>
        <source>Nothing fits this search.</source>
        <translation>Nada coincide con esta búsqueda.</translation>
    </message>
    <message>
        <source>Clear the search to see everything.</source>
        <translation>Borre la búsqueda para ver todo.</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} de {total}</translation>
    </message>
</context>
<context>
    <name>ListSheet</name>
    <message>
        <source>Printed {when} by {who}</source>
        <translation>Impreso {when} por {who}</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Página {page} de {pages}</translation>
    </message>
    <message>
        <source>Saved. It holds patient names: delete the file once it is printed.</source>
        <translation>Guardado. Contiene nombres de pacientes: borre el archivo una vez impreso.</translation>
    </message>
</context>
<context>
    <name>LoadModel</name>
    <message>
        <source>closed</source>
        <translation>cerrado</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>no atiende</translation>
    </message>
    <message>
        <source>{day}, closed</source>
        <translation>{day}, cerrado</translation>
    </message>
    <message>
        <source>visits: {count}, {here}</source>
        <translation>citas: {count}, {here}</translation>
    </message>
    <message>
        <source>visits: {count}, {booked} of {open} booked</source>
        <translation>citas: {count}, {booked} de {open} reservadas</translation>
    </message>
</context>
<context>
    <name>LockWarning</name>
    <message numerus="yes">
        <source>This window locks in %n second(s). Press any key to go on.</source>
        <translation>
            <numerusform>Esta ventana se bloquea en %n segundo. Pulse cualquier tecla para seguir.</numerusform>
            <numerusform>Esta ventana se bloquea en %n segundos. Pulse cualquier tecla para seguir.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogContactDialog</name>
    <message>
        <source>Log contact</source>
        <translation>Anotar contacto</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Next &amp;try</source>
        <translation>Próximo &amp;intento</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;ota</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>&amp;Por</translation>
    </message>
    <message>
        <source>&amp;Reached</source>
        <translation>&amp;Hablamos</translation>
    </message>
    <message>
        <source>&amp;Left message</source>
        <translation>&amp;Dejé mensaje</translation>
    </message>
    <message>
        <source>&amp;No answer</source>
        <translation>&amp;No contesta</translation>
    </message>
    <message>
        <source>&amp;Wrong number</source>
        <translation>Número &amp;equivocado</translation>
    </message>
    <message>
        <source>&amp;Declined</source>
        <translation>&amp;Rechazó</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>Mensaje de texto</translation>
    </message>
    <message>
        <source>Portal message</source>
        <translation>Mensaje del portal</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>En persona</translation>
    </message>
    <message>
        <source>Enter a day, for example 2w, fri or 14 jul.</source>
        <translation>Escriba un día, por ejemplo 2s, vie o 14 jul.</translation>
    </message>
    <message>
        <source>Choose a day after today.</source>
        <translation>Elija un día posterior a hoy.</translation>
    </message>
    <message>
        <source>Contact logged.</source>
        <translation>Contacto anotado.</translation>
    </message>
    <message>
        <source>Contact logged. Next try {date}.</source>
        <translation>Contacto anotado. Próximo intento {date}.</translation>
    </message>
    <message>
        <source>Which number is wro&amp;ng</source>
        <translation>Qué número &amp;no es correcto</translation>
    </message>
    <message>
        <source>New n&amp;umber, if it was told</source>
        <translation>Número n&amp;uevo, si lo dijeron</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Ninguno de ellos</translation>
    </message>
    <message>
        <source>Wh&amp;y the visit was missed</source>
        <translation>Por &amp;qué no vino</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
</context>
<context>
    <name>LookStep</name>
    <message>
        <source>Welcome to ICM Desktop</source>
        <translation>Bienvenido a ICM Desktop</translation>
    </message>
    <message>
        <source>One shared care plan for each patient, its referrals and its visits. First, how should it look?</source>
        <translation>Un plan de atención compartido para cada paciente, con sus derivaciones y visitas. Primero, ¿cómo quiere verlo?</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>&amp;Text size in points</source>
        <translation>&amp;Tamaño del texto en puntos</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Colores</translation>
    </message>
    <message>
        <source>As on this computer</source>
        <translation>Como en esta computadora</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Bac&amp;k</source>
        <translation>At&amp;rás</translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation>A&amp;delante</translation>
    </message>
    <message>
        <source>Go to {screen}</source>
        <translation>Ir a {screen}</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Undone: {name}</source>
        <translation>Deshecho: {name}</translation>
    </message>
    <message>
        <source>Done again: {name}</source>
        <translation>Hecho de nuevo: {name}</translation>
    </message>
    <message>
        <source>PRACTICE DATA, NOT REAL</source>
        <translation>DATOS DE PRÁCTICA, NO SON REALES</translation>
    </message>
    <message>
        <source>&amp;Undo: {name}</source>
        <translation>&amp;Deshacer: {name}</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo: {name}</source>
        <translation>&amp;Rehacer: {name}</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
</context>
<context>
    <name>MarkMistakenDialog</name>
    <message>
        <source>Entered in error</source>
        <translation>Ingresado por error</translation>
    </message>
    <message>
        <source>&amp;Mark as entered in error</source>
        <translation>&amp;Marcar como ingresado por error</translation>
    </message>
    <message>
        <source>It stays in the chart, is shown only on request and no longer counts. This can be undone.</source>
        <translation>Permanece en el expediente, se muestra solo si se pide y ya no cuenta. Se puede deshacer.</translation>
    </message>
    <message>
        <source>&amp;Why is it an error?</source>
        <translation>¿&amp;Por qué es un error?</translation>
    </message>
    <message>
        <source>Write why this was an error.</source>
        <translation>Escriba por qué fue un error.</translation>
    </message>
</context>
<context>
    <name>MatchWords</name>
    <message>
        <source>Very likely the same</source>
        <translation>Muy probablemente la misma persona</translation>
    </message>
    <message>
        <source>Probably the same</source>
        <translation>Probablemente la misma</translation>
    </message>
    <message>
        <source>Possibly the same</source>
        <translation>Posiblemente la misma</translation>
    </message>
    <message>
        <source>but {reasons}</source>
        <translation>pero {reasons}</translation>
    </message>
    <message>
        <source>same identifier</source>
        <translation>mismo identificador</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>mismo nombre</translation>
    </message>
    <message>
        <source>same family name</source>
        <translation>mismo apellido</translation>
    </message>
    <message>
        <source>similar family name</source>
        <translation>apellido parecido</translation>
    </message>
    <message>
        <source>part of the family name</source>
        <translation>parte del apellido</translation>
    </message>
    <message>
        <source>a former family name</source>
        <translation>un apellido anterior</translation>
    </message>
    <message>
        <source>same given name</source>
        <translation>mismo nombre de pila</translation>
    </message>
    <message>
        <source>short form of the given name</source>
        <translation>forma corta del nombre</translation>
    </message>
    <message>
        <source>part of the given name</source>
        <translation>parte del nombre</translation>
    </message>
    <message>
        <source>similar given name</source>
        <translation>nombre de pila parecido</translation>
    </message>
    <message>
        <source>given and family name exchanged</source>
        <translation>nombre y apellido intercambiados</translation>
    </message>
    <message>
        <source>same birth date</source>
        <translation>misma fecha de nacimiento</translation>
    </message>
    <message>
        <source>day and month of birth exchanged</source>
        <translation>día y mes de nacimiento intercambiados</translation>
    </message>
    <message>
        <source>birth date nearly the same</source>
        <translation>fecha de nacimiento casi igual</translation>
    </message>
    <message>
        <source>part of the birth date</source>
        <translation>parte de la fecha de nacimiento</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>mismo teléfono</translation>
    </message>
    <message>
        <source>same e-mail</source>
        <translation>mismo correo electrónico</translation>
    </message>
    <message>
        <source>same address</source>
        <translation>misma dirección</translation>
    </message>
    <message>
        <source>same ZIP code</source>
        <translation>mismo código postal</translation>
    </message>
    <message>
        <source>another family name</source>
        <translation>otro apellido</translation>
    </message>
    <message>
        <source>another given name</source>
        <translation>otro nombre de pila</translation>
    </message>
    <message>
        <source>another middle name</source>
        <translation>otro segundo nombre</translation>
    </message>
    <message>
        <source>another suffix (Jr., Sr.)</source>
        <translation>otro sufijo (Jr., Sr.)</translation>
    </message>
    <message>
        <source>another birth date</source>
        <translation>otra fecha de nacimiento</translation>
    </message>
    <message>
        <source>a different sex</source>
        <translation>otro sexo</translation>
    </message>
    <message>
        <source>another number of the same kind</source>
        <translation>otro número del mismo tipo</translation>
    </message>
    <message>
        <source>born a twin</source>
        <translation>nació en un parto múltiple</translation>
    </message>
</context>
<context>
    <name>MedicineActs</name>
    <message>
        <source>Medicine added.</source>
        <translation>Medicina agregada.</translation>
    </message>
    <message>
        <source>Allergy added.</source>
        <translation>Alergia agregada.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>On hold.</source>
        <translation>En pausa.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Suspendida.</translation>
    </message>
    <message>
        <source>Marked as never taken.</source>
        <translation>Marcada como nunca tomada.</translation>
    </message>
    <message>
        <source>Taken again.</source>
        <translation>Se toma de nuevo.</translation>
    </message>
    <message>
        <source>medicines, {family}</source>
        <translation>medicinas, {family}</translation>
    </message>
    <message>
        <source>Danger: {what}. See Conflicts.</source>
        <translation>Peligro: {what}. Vea Conflictos.</translation>
    </message>
    <message>
        <source>NOT CHECKED: this name is not known here. It stays on the list.</source>
        <translation>NO REVISADO: este nombre no se conoce aquí. Se queda en la lista.</translation>
    </message>
</context>
<context>
    <name>MedicineDialog</name>
    <message>
        <source>Change a medicine</source>
        <translation>Cambiar una medicina</translation>
    </message>
    <message>
        <source>Add a medicine</source>
        <translation>Agregar una medicina</translation>
    </message>
    <message>
        <source>&amp;Medicine with strength</source>
        <translation>&amp;Medicina con su concentración</translation>
    </message>
    <message>
        <source>for example metformin 500 mg tablet</source>
        <translation>por ejemplo metformina 500 mg tableta</translation>
    </message>
    <message>
        <source>&amp;How much at a time</source>
        <translation>&amp;Cuánto cada vez</translation>
    </message>
    <message>
        <source>in digits: 1, 0.5 or 20</source>
        <translation>en cifras: 1, 0.5 o 20</translation>
    </message>
    <message>
        <source>&amp;Of what</source>
        <translation>&amp;De qué</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>No se dijo</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>C&amp;uándo</translation>
    </message>
    <message>
        <source>or how o&amp;ften</source>
        <translation>o con qué &amp;frecuencia</translation>
    </message>
    <message>
        <source>At the times ticked</source>
        <translation>A las horas marcadas</translation>
    </message>
    <message>
        <source>How it is &amp;given</source>
        <translation>Cómo se &amp;da</translation>
    </message>
    <message>
        <source>Only as nee&amp;ded</source>
        <translation>Solo si se &amp;necesita</translation>
    </message>
    <message>
        <source>In &amp;words</source>
        <translation>En pa&amp;labras</translation>
    </message>
    <message>
        <source>empty: put together from the above</source>
        <translation>vacío: se forma con lo de arriba</translation>
    </message>
    <message>
        <source>What &amp;for</source>
        <translation>Pa&amp;ra qué</translation>
    </message>
    <message>
        <source>&amp;Prescriber</source>
        <translation>Quién la r&amp;eceta</translation>
    </message>
    <message>
        <source>or who told of it</source>
        <translation>o quién lo contó</translation>
    </message>
    <message>
        <source>S&amp;ince</source>
        <translation>De&amp;sde</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Hasta</translation>
    </message>
    <message>
        <source>Prescribed</source>
        <translation>Recetada</translation>
    </message>
    <message>
        <source>Patient or family reports it</source>
        <translation>Lo dice el paciente o la familia</translation>
    </message>
    <message>
        <source>How we &amp;know</source>
        <translation>Cómo lo sa&amp;bemos</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>No&amp;ta</translation>
    </message>
    <message>
        <source>Write the dose in digits, for example 1, 0.5 or 20.</source>
        <translation>Escriba la dosis en cifras, por ejemplo 1, 0.5 o 20.</translation>
    </message>
    <message>
        <source>Known: {what}</source>
        <translation>Conocida: {what}</translation>
    </message>
    <message>
        <source>NOT CHECKED: no ingredient or brand of this name is known here. It can be saved.</source>
        <translation>NO REVISADO: aquí no se conoce ningún ingrediente ni marca con este nombre. Se puede guardar.</translation>
    </message>
</context>
<context>
    <name>MedicineStatusDialog</name>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Por qué</translation>
    </message>
    <message>
        <source>Last &amp;day</source>
        <translation>Último &amp;día</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>Poner en pausa</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>Stop a medicine</source>
        <translation>Suspender una medicina</translation>
    </message>
    <message>
        <source>&amp;Stop it</source>
        <translation>&amp;Suspender</translation>
    </message>
    <message>
        <source>Never taken</source>
        <translation>Nunca tomado</translation>
    </message>
    <message>
        <source>&amp;Never taken</source>
        <translation>&amp;Nunca tomada</translation>
    </message>
    <message>
        <source>Write why, so that the others understand it.</source>
        <translation>Escriba por qué, para que los demás lo entiendan.</translation>
    </message>
    <message>
        <source>Enter a day, for example yesterday or 14 jul.</source>
        <translation>Escriba un día, por ejemplo ayer o 14 jul.</translation>
    </message>
    <message>
        <source>This day lies after today. Check the date.</source>
        <translation>Este día es posterior a hoy. Revise la fecha.</translation>
    </message>
</context>
<context>
    <name>MedicineWords</name>
    <message>
        <source>tablet</source>
        <translation>tableta</translation>
    </message>
    <message>
        <source>capsule</source>
        <translation>cápsula</translation>
    </message>
    <message>
        <source>puff</source>
        <translation>inhalación</translation>
    </message>
    <message>
        <source>drop</source>
        <translation>gota</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>unidad</translation>
    </message>
    <message>
        <source>patch</source>
        <translation>parche</translation>
    </message>
    <message>
        <source>spray</source>
        <translation>aplicación en spray</translation>
    </message>
    <message>
        <source>application</source>
        <translation>aplicación</translation>
    </message>
    <message>
        <source>By mouth</source>
        <translation>Por la boca</translation>
    </message>
    <message>
        <source>Under the tongue</source>
        <translation>Debajo de la lengua</translation>
    </message>
    <message>
        <source>Inhaled</source>
        <translation>Inhalado</translation>
    </message>
    <message>
        <source>In the nose</source>
        <translation>En la nariz</translation>
    </message>
    <message>
        <source>Injected under the skin</source>
        <translation>Inyectado bajo la piel</translation>
    </message>
    <message>
        <source>Injected into the muscle</source>
        <translation>Inyectado en el músculo</translation>
    </message>
    <message>
        <source>Into the vein</source>
        <translation>En la vena</translation>
    </message>
    <message>
        <source>On the skin</source>
        <translation>Sobre la piel</translation>
    </message>
    <message>
        <source>Patch on the skin</source>
        <translation>Parche en la piel</translation>
    </message>
    <message>
        <source>In the eye</source>
        <translation>En el ojo</translation>
    </message>
    <message>
        <source>In the ear</source>
        <translation>En el oído</translation>
    </message>
    <message>
        <source>Rectally</source>
        <translation>Por el recto</translation>
    </message>
    <message>
        <source>Vaginally</source>
        <translation>Por la vagina</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>1 vez al día</translation>
    </message>
    <message>
        <source>2 times a day</source>
        <translation>2 veces al día</translation>
    </message>
    <message>
        <source>3 times a day</source>
        <translation>3 veces al día</translation>
    </message>
    <message>
        <source>4 times a day</source>
        <translation>4 veces al día</translation>
    </message>
    <message>
        <source>Every other day</source>
        <translation>Un día sí y otro no</translation>
    </message>
    <message>
        <source>Once a week</source>
        <translation>1 vez por semana</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>Noon</source>
        <translation>Mediodía</translation>
    </message>
    <message>
        <source>Evening</source>
        <translation>Tarde</translation>
    </message>
    <message>
        <source>Bedtime</source>
        <translation>Al acostarse</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Pasada</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>Alergia</translation>
    </message>
    <message>
        <source>Intolerance</source>
        <translation>Intolerancia</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>NOT CHECKED</source>
        <translation>NO REVISADO</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Never taken</source>
        <translation>Nunca tomado</translation>
    </message>
    <message>
        <source>Status not known</source>
        <translation>Estado desconocido</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>as needed</source>
        <translation>según necesidad</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>No se dijo</translation>
    </message>
    <message>
        <source>Patient reports</source>
        <translation>Lo dice el paciente</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Aquí</translation>
    </message>
    <message>
        <source>NOT CHECKED: no ingredient or brand of this name is known here</source>
        <translation>NO REVISADO: aquí no se conoce ningún ingrediente ni marca con este nombre</translation>
    </message>
    <message>
        <source>NOT CHECKED: no medicine or class of this name is known here</source>
        <translation>NO REVISADO: aquí no se conoce ninguna medicina ni clase con este nombre</translation>
    </message>
    <message>
        <source>{mg} mg a day</source>
        <translation>{mg} mg al día</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Ingredients</source>
        <translation>Ingredientes</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>Como está escrito</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Horas</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Al día</translation>
    </message>
    <message>
        <source>Prescriber</source>
        <translation>Quién la receta</translation>
    </message>
    <message>
        <source>Told by</source>
        <translation>Lo contó</translation>
    </message>
    <message>
        <source>No known allergies {day}</source>
        <translation>Sin alergias conocidas {day}</translation>
    </message>
    <message>
        <source>Allergies not recorded</source>
        <translation>Alergias no registradas</translation>
    </message>
    <message>
        <source>Allergies: {what}</source>
        <translation>Alergias: {what}</translation>
    </message>
    <message>
        <source>{known} of {all} active medicines are known by their ingredients.</source>
        <translation>Se conocen los ingredientes de {known} de {all} medicinas activas.</translation>
    </message>
    <message>
        <source>Never reconciled here.</source>
        <translation>Nunca conciliadas aquí.</translation>
    </message>
    <message>
        <source>Reconciled {day} by {name}.</source>
        <translation>Conciliadas el {day} por {name}.</translation>
    </message>
    <message numerus="yes">
        <source>%n medicine(s) wait for an answer.</source>
        <translation>
            <numerusform>%n medicina espera una respuesta.</numerusform>
            <numerusform>%n medicinas esperan una respuesta.</numerusform>
        </translation>
    </message>
    <message>
        <source>A prepared reconciliation waits for a signature.</source>
        <translation>Una conciliación preparada espera la firma.</translation>
    </message>
</context>
<context>
    <name>MedicinesTab</name>
    <message>
        <source>Medicines</source>
        <translation>Medicinas</translation>
    </message>
    <message>
        <source>Choose a line to read all of it, and where it comes from.</source>
        <translation>Elija una línea para leerla entera y ver de dónde viene.</translation>
    </message>
    <message>
        <source>No allergy is recorded.</source>
        <translation>No hay ninguna alergia registrada.</translation>
    </message>
    <message>
        <source>Nobody asked is not the same as none: ask and write.</source>
        <translation>No haber preguntado no es lo mismo que ninguna: pregunte y anote.</translation>
    </message>
    <message>
        <source>No medicine is on the list.</source>
        <translation>No hay ninguna medicina en la lista.</translation>
    </message>
    <message>
        <source>Add a medicine, or import what others prescribe.</source>
        <translation>Agregue una medicina o importe lo que otros recetan.</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>Nada aquí.</translation>
    </message>
    <message>
        <source>Choose Current to see what is taken now.</source>
        <translation>Elija Actuales para ver lo que se toma ahora.</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Actuales</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Not taken now</source>
        <translation>No se toman ahora</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>Alergias</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Allergy to</source>
        <translation>Alergia a</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>Medicina</translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation>Reacción</translation>
    </message>
    <message>
        <source>How it is taken</source>
        <translation>Cómo se toma</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>Lo dijo</translation>
    </message>
    <message>
        <source>Prescriber</source>
        <translation>Quién la receta</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Certeza</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Para qué</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>&amp;Add a medicine…</source>
        <translation>&amp;Agregar una medicina…</translation>
    </message>
    <message>
        <source>Put on &amp;hold…</source>
        <translation>Poner en &amp;pausa…</translation>
    </message>
    <message>
        <source>&amp;Stop…</source>
        <translation>&amp;Suspender…</translation>
    </message>
    <message>
        <source>Take a&amp;gain</source>
        <translation>To&amp;mar de nuevo</translation>
    </message>
    <message>
        <source>&amp;Never taken…</source>
        <translation>&amp;Nunca tomada…</translation>
    </message>
    <message>
        <source>Add an a&amp;llergy…</source>
        <translation>Agregar una a&amp;lergia…</translation>
    </message>
    <message>
        <source>&amp;Print this list…</source>
        <translation>&amp;Imprimir esta lista…</translation>
    </message>
    <message>
        <source>medicines</source>
        <translation>medicinas</translation>
    </message>
</context>
<context>
    <name>MeetingDialog</name>
    <message>
        <source>Change meeting</source>
        <translation>Cambiar reunión</translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation>Reunión nueva</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Case review</source>
        <translation>Revisión de casos</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Día</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>H&amp;ora</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>En persona</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>Por teléfono</translation>
    </message>
    <message>
        <source>By video</source>
        <translation>Por video</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Cómo</translation>
    </message>
    <message>
        <source>W&amp;here</source>
        <translation>Dónd&amp;e</translation>
    </message>
    <message>
        <source>N&amp;otes</source>
        <translation>No&amp;tas</translation>
    </message>
    <message>
        <source>Who took &amp;part</source>
        <translation>Quién &amp;participó</translation>
    </message>
    <message>
        <source>Names with commas; a role in brackets: Dr. Petrov (Lakeshore Heart)</source>
        <translation>Nombres con comas; la función entre paréntesis: Dr. Petrov (Lakeshore Heart)</translation>
    </message>
    <message>
        <source>&amp;Others</source>
        <translation>Ot&amp;ros</translation>
    </message>
    <message>
        <source>Enter a day, for example yesterday or 14 jul.</source>
        <translation>Escriba un día, por ejemplo ayer o 14 jul.</translation>
    </message>
</context>
<context>
    <name>MeetingsSection</name>
    <message>
        <source>Team meetings</source>
        <translation>Reuniones del equipo</translation>
    </message>
    <message>
        <source>Who took part, which patients, what was decided and why. Tasks come to Today of whoever does them.</source>
        <translation>Quién participó, qué pacientes, qué se decidió y por qué. Las tareas llegan a Hoy de quien las hace.</translation>
    </message>
    <message>
        <source>No meeting yet.</source>
        <translation>Todavía no hay reuniones.</translation>
    </message>
    <message>
        <source>Add one, then the patients who are talked about.</source>
        <translation>Añada una y después los pacientes de los que se habla.</translation>
    </message>
    <message>
        <source>Patients of the meeting</source>
        <translation>Pacientes de la reunión</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Reunión</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>Took part</source>
        <translation>Participaron</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Pacientes</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>En persona</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>Por teléfono</translation>
    </message>
    <message>
        <source>By video</source>
        <translation>Por video</translation>
    </message>
    <message>
        <source>Patients: {title}</source>
        <translation>Pacientes: {title}</translation>
    </message>
    <message>
        <source>No patient yet. Add the first with “Add a patient”.</source>
        <translation>Todavía no hay pacientes. Añada el primero con «Añadir un paciente».</translation>
    </message>
    <message>
        <source>Talked about: {words}</source>
        <translation>Se habló de: {words}</translation>
    </message>
    <message>
        <source>Decision: {words}</source>
        <translation>Decisión: {words}</translation>
    </message>
    <message>
        <source>Why: {words}</source>
        <translation>Por qué: {words}</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>To do: {words}</source>
        <translation>Por hacer: {words}</translation>
    </message>
    <message>
        <source>&amp;New meeting…</source>
        <translation>Reunión &amp;nueva…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Cambiar…</translation>
    </message>
    <message>
        <source>Add a &amp;patient…</source>
        <translation>Añadir un &amp;paciente…</translation>
    </message>
    <message>
        <source>&amp;Decision…</source>
        <translation>&amp;Decisión…</translation>
    </message>
    <message>
        <source>&amp;Take the patient off</source>
        <translation>&amp;Quitar al paciente</translation>
    </message>
    <message>
        <source>&amp;Minutes…</source>
        <translation>&amp;Acta…</translation>
    </message>
    <message>
        <source>Meeting saved.</source>
        <translation>Reunión guardada.</translation>
    </message>
    <message>
        <source>Who was talked about?</source>
        <translation>¿De quién se habló?</translation>
    </message>
    <message>
        <source>Case saved.</source>
        <translation>Caso guardado.</translation>
    </message>
    <message>
        <source>Taken off the list; tasks that came of it stay.</source>
        <translation>Quitado de la lista; las tareas que salieron de ahí quedan.</translation>
    </message>
    <message>
        <source>team meeting</source>
        <translation>reunión del equipo</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Acta</translation>
    </message>
    <message>
        <source>Saved. It names patients: keep it with the records or delete it.</source>
        <translation>Guardado. Nombra a pacientes: guárdelo con los registros o bórrelo.</translation>
    </message>
</context>
<context>
    <name>MemberDialog</name>
    <message>
        <source>Change team member</source>
        <translation>Cambiar miembro del equipo</translation>
    </message>
    <message>
        <source>Add to the team</source>
        <translation>Añadir al equipo</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elija</translation>
    </message>
    <message>
        <source>What they &amp;do</source>
        <translation>&amp;Función</translation>
    </message>
    <message>
        <source>In wor&amp;ds, if needed</source>
        <translation>En pala&amp;bras, si hace falta</translation>
    </message>
    <message>
        <source>On the team &amp;from</source>
        <translation>En el equipo &amp;desde</translation>
    </message>
    <message>
        <source>&amp;Until, if known</source>
        <translation>&amp;Hasta, si se sabe</translation>
    </message>
    <message>
        <source>Empty: as in the directory</source>
        <translation>Vacío: como en el directorio</translation>
    </message>
    <message>
        <source>W&amp;here</source>
        <translation>D&amp;ónde</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Teléfono</translation>
    </message>
    <message>
        <source>Fa&amp;x</source>
        <translation>Fa&amp;x</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>No&amp;ta</translation>
    </message>
    <message>
        <source>From the directory, or by name</source>
        <translation>Del directorio o por nombre</translation>
    </message>
    <message>
        <source>colleague</source>
        <translation>colega</translation>
    </message>
    <message>
        <source>family or carer</source>
        <translation>familiar o cuidador</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>&amp;Quién</translation>
    </message>
    <message>
        <source>Type a name; the directory offers who it knows.</source>
        <translation>Escriba un nombre; el directorio ofrece a quienes conoce.</translation>
    </message>
    <message>
        <source>Write the name.</source>
        <translation>Escriba el nombre.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Patient</source>
        <translation>&amp;Paciente</translation>
    </message>
    <message>
        <source>&amp;Work</source>
        <translation>&amp;Trabajo</translation>
    </message>
    <message>
        <source>&amp;Reports</source>
        <translation>&amp;Informes</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Herramientas</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge two records</source>
        <translation>Unir dos expedientes</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Unir</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Intercambiar</translation>
    </message>
    <message>
        <source>Different in the two records</source>
        <translation>Distinto en los dos expedientes</translation>
    </message>
    <message>
        <source>This record goes</source>
        <translation>Este expediente se va</translation>
    </message>
    <message>
        <source>This record stays</source>
        <translation>Este expediente se queda</translation>
    </message>
    <message>
        <source>Nothing is lost: the merge can be taken back, at once or later from the list of merges.</source>
        <translation>No se pierde nada: la unión se puede deshacer, enseguida o más tarde desde la lista de uniones.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Moves to the record that stays: {moves}.</source>
        <translation>Pasa al expediente que se queda: {moves}.</translation>
    </message>
    <message>
        <source>Filled in because it is empty there: {facts}.</source>
        <translation>Se completa porque allí está vacío: {facts}.</translation>
    </message>
    <message>
        <source>These two records do not look like one person. Look twice.</source>
        <translation>Estos dos expedientes no parecen de la misma persona. Revise bien.</translation>
    </message>
    <message>
        <source>Speaks against one person: {reasons}.</source>
        <translation>En contra de que sea una sola persona: {reasons}.</translation>
    </message>
    <message>
        <source>{field}: {value} stays</source>
        <translation>{field}: se queda {value}</translation>
    </message>
    <message>
        <source>Take {value} instead</source>
        <translation>Tomar {value} en su lugar</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close message</source>
        <translation>Cerrar el aviso</translation>
    </message>
</context>
<context>
    <name>MicroBanner</name>
    <message>
        <source>Patient {name}, born {born}, record number {number}</source>
        <translation>Paciente {name}, nacimiento {born}, número de expediente {number}</translation>
    </message>
</context>
<context>
    <name>MissingSection</name>
    <message>
        <source>Still to set up</source>
        <translation>Falta configurar</translation>
    </message>
    <message>
        <source>What the daily work will miss. Enter opens the form; the line goes when it is done.</source>
        <translation>Lo que faltará en el trabajo diario. Intro abre el formulario; la línea desaparece cuando está hecho.</translation>
    </message>
    <message>
        <source>Everything is set up.</source>
        <translation>Todo está configurado.</translation>
    </message>
    <message>
        <source>Nothing is missing for the daily work.</source>
        <translation>No falta nada para el trabajo diario.</translation>
    </message>
    <message>
        <source>&amp;Set it up…</source>
        <translation>&amp;Configurar…</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Qué falta</translation>
    </message>
    <message>
        <source>How much it matters</source>
        <translation>Cuánto importa</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>Por qué importa</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Necesario</translation>
    </message>
    <message>
        <source>Soon</source>
        <translation>Pronto</translation>
    </message>
</context>
<context>
    <name>MistakenNoteDialog</name>
    <message>
        <source>Entered in error</source>
        <translation>Ingresado por error</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Por qué</translation>
    </message>
</context>
<context>
    <name>MonthDetailPane</name>
    <message>
        <source>Choose a row to see what is behind it.</source>
        <translation>Elija una fila para ver qué hay detrás.</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>nada todavía</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes counted</source>
        <translation>
            <numerusform>%n minuto contado</numerusform>
            <numerusform>%n minutos contados</numerusform>
        </translation>
    </message>
    <message>
        <source>reaches: {codes}</source>
        <translation>alcanza: {codes}</translation>
    </message>
    <message>
        <source>Missing: {what} ({source})</source>
        <translation>Falta: {what} ({source})</translation>
    </message>
    <message>
        <source>Conflict: {what} ({source})</source>
        <translation>Conflicto: {what} ({source})</translation>
    </message>
    <message>
        <source>Missing: {what}</source>
        <translation>Falta: {what}</translation>
    </message>
    <message>
        <source>{program}: {source}, {year}</source>
        <translation>{program}: {source}, {year}</translation>
    </message>
</context>
<context>
    <name>MonthEndPart</name>
    <message>
        <source>End of month</source>
        <translation>Fin de mes</translation>
    </message>
    <message>
        <source>A reminder of what the rules ask for, from secondary sources. It is never a claim by itself.</source>
        <translation>Un recordatorio de lo que piden las reglas, de fuentes secundarias. Nunca es por sí mismo una reclamación de pago.</translation>
    </message>
    <message>
        <source>Patients are enrolled on their chart, in the tab Programs.</source>
        <translation>Los pacientes se inscriben en su expediente, en la pestaña Programas.</translation>
    </message>
    <message>
        <source>Nobody was in a program in this month.</source>
        <translation>Nadie estuvo en un programa en este mes.</translation>
    </message>
    <message>
        <source>{met} of {all} met</source>
        <translation>{met} de {all} cumplen</translation>
    </message>
    <message>
        <source>Month &amp;before</source>
        <translation>Mes &amp;anterior</translation>
    </message>
    <message>
        <source>Month &amp;after</source>
        <translation>Mes &amp;siguiente</translation>
    </message>
    <message>
        <source>Programs and &amp;minutes</source>
        <translation>Programas y &amp;minutos</translation>
    </message>
    <message>
        <source>&amp;Open chart</source>
        <translation>&amp;Abrir expediente</translation>
    </message>
    <message>
        <source>&amp;Print this list…</source>
        <translation>&amp;Imprimir esta lista…</translation>
    </message>
</context>
<context>
    <name>MonthFilters</name>
    <message>
        <source>Month before</source>
        <translation>Mes anterior</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Mes siguiente</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Cumple</translation>
    </message>
    <message>
        <source>Something missing</source>
        <translation>Falta algo</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Conflicto</translation>
    </message>
    <message>
        <source>Below the threshold</source>
        <translation>Bajo el umbral</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>All programs</source>
        <translation>Todos los programas</translation>
    </message>
</context>
<context>
    <name>MonthModel</name>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>has visits</source>
        <translation>con citas</translation>
    </message>
    <message>
        <source>no visits</source>
        <translation>sin citas</translation>
    </message>
    <message>
        <source>closed: {why}</source>
        <translation>cerrado: {why}</translation>
    </message>
</context>
<context>
    <name>MonthStrip</name>
    <message>
        <source>Months</source>
        <translation>Meses</translation>
    </message>
</context>
<context>
    <name>NameReviewerDialog</name>
    <message>
        <source>Who reviews the note</source>
        <translation>Quién revisa la nota</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>Nadie asignado</translation>
    </message>
    <message>
        <source>The note comes to this person&apos;s list, and so does the referral when it is late for long.</source>
        <translation>La nota llega a la lista de esta persona, y también la derivación cuando lleva mucho retraso.</translation>
    </message>
    <message>
        <source>&amp;Clinician</source>
        <translation>Profesional &amp;clínico</translation>
    </message>
    <message>
        <source>Nobody is named to review the note.</source>
        <translation>No hay nadie asignado para revisar la nota.</translation>
    </message>
    <message>
        <source>{name} reviews the note.</source>
        <translation>{name} revisa la nota.</translation>
    </message>
</context>
<context>
    <name>NamesDialog</name>
    <message>
        <source>Legal and preferred name</source>
        <translation>Nombre legal y preferido</translation>
    </message>
    <message>
        <source>&amp;Family name</source>
        <translation>&amp;Apellido</translation>
    </message>
    <message>
        <source>&amp;Given names</source>
        <translation>&amp;Nombres</translation>
    </message>
    <message>
        <source>Preferred &amp;name</source>
        <translation>Nombre p&amp;referido</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Tratamiento</translation>
    </message>
    <message>
        <source>Suff&amp;ix</source>
        <translation>Su&amp;fijo</translation>
    </message>
    <message>
        <source>For example she/her, he/him, they/them</source>
        <translation>Por ejemplo ella, él, elle</translation>
    </message>
    <message>
        <source>&amp;Pronouns</source>
        <translation>&amp;Pronombres</translation>
    </message>
    <message>
        <source>Write the family name. If there is only one name, write it here.</source>
        <translation>Escriba el apellido. Si solo hay un nombre, escríbalo aquí.</translation>
    </message>
</context>
<context>
    <name>NearMissesSection</name>
    <message>
        <source>Near misses</source>
        <translation>Incidentes</translation>
    </message>
    <message>
        <source>What you noted. Colleagues follow it up; it is about what happened, never about blame.</source>
        <translation>Lo que usted anotó. Los colegas le dan seguimiento; se trata de lo que pasó, nunca de culpas.</translation>
    </message>
    <message>
        <source>Errors and near misses: what happened, who looks after it, what was changed. Never about blame. Ctrl+Shift+N notes one from anywhere.</source>
        <translation>Errores e incidentes: qué pasó, quién se encarga, qué se cambió. Nunca de culpas. Ctrl+Shift+N anota uno desde cualquier parte.</translation>
    </message>
    <message>
        <source>Nothing noted.</source>
        <translation>No hay nada anotado.</translation>
    </message>
    <message>
        <source>Ctrl+Shift+N notes an error or near miss from anywhere, in seconds.</source>
        <translation>Ctrl+Shift+N anota un error o incidente desde cualquier parte, en segundos.</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>All months</source>
        <translation>Todos los meses</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Todos los tipos</translation>
    </message>
    <message>
        <source>Mine to follow up</source>
        <translation>A mi cargo</translation>
    </message>
    <message>
        <source>Closed too</source>
        <translation>También cerrados</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Ocurrió</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Looks after it</source>
        <translation>Se encarga</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Qué se cambió</translation>
    </message>
    <message>
        <source>Reached the patient</source>
        <translation>Llegó al paciente</translation>
    </message>
    <message>
        <source>Noted by</source>
        <translation>Lo anotó</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>Lo revisó</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Vencido</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Revisado</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>&amp;Note one…</source>
        <translation>&amp;Anotar uno…</translation>
    </message>
    <message>
        <source>&amp;Follow up…</source>
        <translation>Dar &amp;seguimiento…</translation>
    </message>
    <message>
        <source>&amp;Reviewed</source>
        <translation>&amp;Revisado</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>C&amp;errar</translation>
    </message>
    <message>
        <source>&amp;Open again</source>
        <translation>A&amp;brir otra vez</translation>
    </message>
    <message>
        <source>Count &amp;by month…</source>
        <translation>&amp;Contar por mes…</translation>
    </message>
    <message>
        <source>Noted. Thank you.</source>
        <translation>Anotado. Gracias.</translation>
    </message>
    <message>
        <source>note a near miss</source>
        <translation>anotar un incidente</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>follow up a near miss</source>
        <translation>dar seguimiento a un incidente</translation>
    </message>
    <message>
        <source>Reviewed.</source>
        <translation>Revisado.</translation>
    </message>
    <message>
        <source>Closed.</source>
        <translation>Cerrado.</translation>
    </message>
    <message>
        <source>Open again.</source>
        <translation>Abierto otra vez.</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Cuántos</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Cuáles</translation>
    </message>
    <message>
        <source>Near misses by month and kind</source>
        <translation>Incidentes por mes y tipo</translation>
    </message>
</context>
<context>
    <name>NewReferralDialog</name>
    <message>
        <source>New referral</source>
        <translation>Nueva derivación</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Add to the director&amp;y…</source>
        <translation>Agregar al director&amp;io…</translation>
    </message>
    <message>
        <source>&amp;It is sent already</source>
        <translation>Ya está en&amp;viada</translation>
    </message>
    <message>
        <source>Se&amp;nsitive: front desk sees no service</source>
        <translation>Sensible: recepción no ve el servicio</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>De rutina</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>&amp;Service</source>
        <translation>&amp;Servicio</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>Mo&amp;tivo</translation>
    </message>
    <message>
        <source>&amp;Urgency</source>
        <translation>&amp;Urgencia</translation>
    </message>
    <message>
        <source>&amp;Question to answer</source>
        <translation>&amp;Pregunta que debe contestarse</translation>
    </message>
    <message>
        <source>&amp;To whom</source>
        <translation>A &amp;quién</translation>
    </message>
    <message>
        <source>Type two letters to search the directory.</source>
        <translation>Escriba dos letras para buscar en el directorio.</translation>
    </message>
    <message>
        <source>Their &amp;phone</source>
        <translation>Su te&amp;léfono</translation>
    </message>
    <message>
        <source>&amp;Owner here</source>
        <translation>&amp;Responsable aquí</translation>
    </message>
    <message>
        <source>Write which service the patient needs.</source>
        <translation>Escriba qué servicio necesita el paciente.</translation>
    </message>
    <message>
        <source>Write to whom it was sent.</source>
        <translation>Escriba a quién se envió.</translation>
    </message>
    <message>
        <source>Fax {number}</source>
        <translation>Fax {number}</translation>
    </message>
    <message>
        <source>usual wait: {wait}</source>
        <translation>espera habitual: {wait}</translation>
    </message>
    <message>
        <source>Referral to {service} recorded as sent.</source>
        <translation>Derivación a {service} registrada como enviada.</translation>
    </message>
    <message>
        <source>Referral to {service} saved. Next: send it.</source>
        <translation>Derivación a {service} guardada. Siguiente: enviarla.</translation>
    </message>
    <message>
        <source>takes {insurances}</source>
        <translation>acepta {insurances}</translation>
    </message>
    <message>
        <source> (not {language})</source>
        <translation> (no {language})</translation>
    </message>
    <message numerus="yes">
        <source>our own wait: too few to say (%n referrals)</source>
        <translation>
            <numerusform>nuestra espera: muy pocas para decirlo (%n derivación)</numerusform>
            <numerusform>nuestra espera: muy pocas para decirlo (%n derivaciones)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>our own wait: half within {middle} days, longest {longest} (%n referrals)</source>
        <translation>
            <numerusform>nuestra espera: la mitad en {middle} días, la más larga {longest} (%n derivación)</numerusform>
            <numerusform>nuestra espera: la mitad en {middle} días, la más larga {longest} (%n derivaciones)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>Nadie asignado</translation>
    </message>
    <message>
        <source>Who re&amp;views the note</source>
        <translation>Quién re&amp;visa la nota</translation>
    </message>
</context>
<context>
    <name>NewestNote</name>
    <message>
        <source>specialist</source>
        <translation>especialista</translation>
    </message>
    <message>
        <source>document</source>
        <translation>documento</translation>
    </message>
    <message>
        <source>Newest &amp;consult note</source>
        <translation>Última nota de &amp;consulta</translation>
    </message>
</context>
<context>
    <name>NoteGrantsDialog</name>
    <message>
        <source>Sensitive notes</source>
        <translation>Notas delicadas</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>A role alone opens none of these. What a patient refused, or has not agreed to where the law asks for it, stays closed all the same. Every opening is recorded.</source>
        <translation>El rol solo no abre ninguna. Lo que un paciente rechazó, o no aceptó donde la ley lo pide, queda cerrado igualmente. Cada apertura queda registrada.</translation>
    </message>
    <message>
        <source>May &amp;read and write</source>
        <translation>Puede &amp;leer y escribir</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Por qué</translation>
    </message>
    <message>
        <source>{kind}: given by {name}, {day}</source>
        <translation>{kind}: dado por {name}, {day}</translation>
    </message>
    <message>
        <source>{kind}: taken away by {name}, {day}</source>
        <translation>{kind}: quitado por {name}, {day}</translation>
    </message>
</context>
<context>
    <name>NoteNearMissDialog</name>
    <message>
        <source>Note an error or near miss</source>
        <translation>Anotar un error o incidente</translation>
    </message>
    <message>
        <source>&amp;Note it</source>
        <translation>&amp;Anotarlo</translation>
    </message>
    <message>
        <source>What happened, not who is to blame. Everything else can follow later.</source>
        <translation>Qué pasó, no quién tiene la culpa. Todo lo demás puede venir después.</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elija</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>What &amp;happened</source>
        <translation>Qué &amp;pasó</translation>
    </message>
    <message>
        <source>Whe&amp;n</source>
        <translation>Cuá&amp;ndo</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Did it reach the &amp;patient</source>
        <translation>Llegó al p&amp;aciente</translation>
    </message>
    <message>
        <source>Choose what kind it was.</source>
        <translation>Elija de qué tipo fue.</translation>
    </message>
    <message>
        <source>Write in a line what happened.</source>
        <translation>Escriba en una línea qué pasó.</translation>
    </message>
</context>
<context>
    <name>NotesActs</name>
    <message>
        <source>Note written.</source>
        <translation>Nota escrita.</translation>
    </message>
    <message>
        <source>Added to the note.</source>
        <translation>Añadido a la nota.</translation>
    </message>
    <message>
        <source>Marked as entered in error.</source>
        <translation>Marcado como ingresado por error.</translation>
    </message>
    <message>
        <source>Answer noted.</source>
        <translation>Respuesta anotada.</translation>
    </message>
    <message>
        <source>Noted.</source>
        <translation>Anotado.</translation>
    </message>
    <message>
        <source>Question open again.</source>
        <translation>Pregunta abierta otra vez.</translation>
    </message>
    <message>
        <source>Question closed.</source>
        <translation>Pregunta cerrada.</translation>
    </message>
    <message>
        <source>Sensitive notes are open until {at}.</source>
        <translation>Las notas delicadas están abiertas hasta las {at}.</translation>
    </message>
    <message>
        <source>notes, {family}</source>
        <translation>notas, {family}</translation>
    </message>
</context>
<context>
    <name>NotesTab</name>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Choose a line to read it. Enter opens a note and marks it as read.</source>
        <translation>Elija una línea para leerla. Enter abre una nota y la marca como leída.</translation>
    </message>
    <message>
        <source>Nothing fits this filter.</source>
        <translation>Nada coincide con este filtro.</translation>
    </message>
    <message>
        <source>Choose All and empty the search to see every line.</source>
        <translation>Elija Todo y vacíe la búsqueda para ver cada línea.</translation>
    </message>
    <message>
        <source>Write a note for colleagues here. Questions to the team are asked on the Team tab.</source>
        <translation>Escriba aquí una nota para colegas. Las preguntas al equipo se hacen en la pestaña Equipo.</translation>
    </message>
    <message>
        <source>No note and no question yet.</source>
        <translation>Todavía no hay notas ni preguntas.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Unread and open</source>
        <translation>Sin leer y abiertas</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Preguntas</translation>
    </message>
    <message>
        <source>Search the words</source>
        <translation>Buscar en las palabras</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>From and to</source>
        <translation>De y para</translation>
    </message>
    <message>
        <source>Answer due</source>
        <translation>Respuesta hasta</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>&amp;Write a note…</source>
        <translation>&amp;Escribir una nota…</translation>
    </message>
    <message>
        <source>Write down the &amp;answer…</source>
        <translation>Anotar la &amp;respuesta…</translation>
    </message>
    <message>
        <source>&amp;Remind or tell…</source>
        <translation>Recordar o &amp;decir…</translation>
    </message>
    <message>
        <source>Needs no answer an&amp;y more…</source>
        <translation>&amp;Ya no necesita respuesta…</translation>
    </message>
    <message>
        <source>Open a&amp;gain…</source>
        <translation>A&amp;brir otra vez…</translation>
    </message>
    <message>
        <source>A&amp;dd to the note…</source>
        <translation>Aña&amp;dir a la nota…</translation>
    </message>
    <message>
        <source>&amp;Entered in error…</source>
        <translation>&amp;Ingresado por error…</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>Open sensitive notes in an e&amp;mergency…</source>
        <translation>Abrir notas delicadas en una e&amp;mergencia…</translation>
    </message>
    <message>
        <source>break the glass</source>
        <translation>romper el cristal</translation>
    </message>
</context>
<context>
    <name>NotesTexts</name>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Sin leer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Vencida</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierta</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Enter opens it; that is recorded</source>
        <translation>Enter la abre; queda registrado</translation>
    </message>
    <message>
        <source>to {name}</source>
        <translation>a {name}</translation>
    </message>
    <message>
        <source>Added {at} by {name}: {why}</source>
        <translation>Añadido {at} por {name}: {why}</translation>
    </message>
    <message>
        <source>This note is sensitive. Enter opens it; who opened it and when is recorded.</source>
        <translation>Esta nota es delicada. Enter la abre; queda registrado quién y cuándo.</translation>
    </message>
    <message numerus="yes">
        <source>%n addition(s) beneath it; Enter shows them</source>
        <translation>
            <numerusform>%n añadido debajo; Enter lo muestra</numerusform>
            <numerusform>%n añadidos debajo; Enter los muestra</numerusform>
        </translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>sin leer todavía</translation>
    </message>
    <message>
        <source>Answer due</source>
        <translation>Respuesta hasta</translation>
    </message>
    <message>
        <source>Waits for it</source>
        <translation>La espera</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Qué sigue</translation>
    </message>
    <message>
        <source>Told all the same because</source>
        <translation>Se le dijo igualmente porque</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Se preguntó</translation>
    </message>
    <message>
        <source>Reminded</source>
        <translation>Se recordó</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Se dijo</translation>
    </message>
    <message>
        <source>Answer of {name}</source>
        <translation>Respuesta de {name}</translation>
    </message>
    <message>
        <source>noted by {name}</source>
        <translation>anotada por {name}</translation>
    </message>
    <message>
        <source>Sensitive notes are open to you until {at}; every opening is recorded.</source>
        <translation>Las notas delicadas están abiertas para usted hasta las {at}; cada apertura queda registrada.</translation>
    </message>
    <message numerus="yes">
        <source>%n not shown: {kind}. {why}.</source>
        <translation>
            <numerusform>%n sin mostrar: {kind}. {why}.</numerusform>
            <numerusform>%n sin mostrar: {kind}. {why}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Left out, and why</source>
        <translation>Lo que se dejó fuera y por qué</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>OutsideTime</name>
    <message>
        <source>New &amp;day</source>
        <translation>Nuevo &amp;día</translation>
    </message>
    <message>
        <source>New &amp;time</source>
        <translation>Nueva &amp;hora</translation>
    </message>
    <message>
        <source>Move &amp;visit</source>
        <translation>Mover la &amp;visita</translation>
    </message>
</context>
<context>
    <name>OutsideVisitDialog</name>
    <message>
        <source>Record a visit elsewhere</source>
        <translation>Registrar una visita en otro lugar</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Registrar</translation>
    </message>
    <message>
        <source>&amp;Sensitive: front desk sees no reason</source>
        <translation>&amp;Sensible: recepción no ve el motivo</translation>
    </message>
    <message>
        <source>&amp;With whom</source>
        <translation>&amp;Con quién</translation>
    </message>
    <message>
        <source>W&amp;here</source>
        <translation>D&amp;ónde</translation>
    </message>
    <message>
        <source>Their &amp;phone</source>
        <translation>Su &amp;teléfono</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>&amp;Motivo</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Día</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Hora</translation>
    </message>
    <message>
        <source>&amp;Minutes, if known</source>
        <translation>M&amp;inutos, si se saben</translation>
    </message>
    <message>
        <source>Write whom the patient will see.</source>
        <translation>Escriba a quién verá el paciente.</translation>
    </message>
    <message>
        <source>Enter a number, for example 45.</source>
        <translation>Escriba un número, por ejemplo 45.</translation>
    </message>
    <message>
        <source>Recorded: {time} with {whom}.</source>
        <translation>Registrado: {time} con {whom}.</translation>
    </message>
</context>
<context>
    <name>OverbookDialog</name>
    <message>
        <source>Something is in the way</source>
        <translation>Algo lo impide</translation>
    </message>
    <message>
        <source>&amp;Put it there anyway</source>
        <translation>&amp;Ponerla ahí de todos modos</translation>
    </message>
    <message>
        <source>Wh&amp;y it is needed at this time</source>
        <translation>&amp;Por qué hace falta a esta hora</translation>
    </message>
    <message>
        <source>It shows on the visit and in its history.</source>
        <translation>Se muestra en la cita y en su historial.</translation>
    </message>
    <message>
        <source>Write why.</source>
        <translation>Escriba por qué.</translation>
    </message>
    <message>
        <source>Overbooked: {time}.</source>
        <translation>Sobrecupo: {time}.</translation>
    </message>
</context>
<context>
    <name>OwnTargetDialog</name>
    <message>
        <source>Own target</source>
        <translation>Meta propia</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>The pathway has {value}.</source>
        <translation>La ruta tiene {value}.</translation>
    </message>
    <message>
        <source>&amp;Target for this patient</source>
        <translation>&amp;Meta para este paciente</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Por qué</translation>
    </message>
    <message>
        <source>Write a number above 0.</source>
        <translation>Escriba un número mayor que 0.</translation>
    </message>
    <message>
        <source>Write why.</source>
        <translation>Escriba por qué.</translation>
    </message>
</context>
<context>
    <name>OwnerBox</name>
    <message>
        <source>Nobody yet</source>
        <translation>Nadie todavía</translation>
    </message>
</context>
<context>
    <name>PacketDialog</name>
    <message>
        <source>Print and &amp;record</source>
        <translation>Imprimir y &amp;registrar</translation>
    </message>
    <message>
        <source>Save PD&amp;F and record…</source>
        <translation>Guardar PD&amp;F y registrar…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>This computer knows no printer. Save the PDF instead.</source>
        <translation>Este equipo no tiene ninguna impresora. Guarde el PDF en su lugar.</translation>
    </message>
    <message>
        <source>The printer did not take the pages. Undo takes the record back.</source>
        <translation>La impresora no aceptó las páginas. Deshacer retira el registro.</translation>
    </message>
    <message>
        <source>The file was not saved: {reason}. Undo takes the record back.</source>
        <translation>El archivo no se guardó: {reason}. Deshacer retira el registro.</translation>
    </message>
    <message>
        <source>Save the pages</source>
        <translation>Guardar las páginas</translation>
    </message>
</context>
<context>
    <name>PacketOfReferral</name>
    <message>
        <source>&amp;Letter and documents…</source>
        <translation>&amp;Carta y documentos…</translation>
    </message>
    <message>
        <source>fax</source>
        <translation>fax</translation>
    </message>
    <message>
        <source>send</source>
        <translation>enviar</translation>
    </message>
    <message>
        <source>Packet {number} kept and recorded as sent.</source>
        <translation>Envío {number} guardado y registrado como enviado.</translation>
    </message>
    <message>
        <source>packet</source>
        <translation>envío</translation>
    </message>
    <message>
        <source>The front desk may send version {number}.</source>
        <translation>Recepción puede enviar la versión {number}.</translation>
    </message>
    <message>
        <source>approval</source>
        <translation>aprobación</translation>
    </message>
    <message>
        <source>The front desk may no longer send it.</source>
        <translation>Recepción ya no puede enviarlo.</translation>
    </message>
    <message>
        <source>approval taken back</source>
        <translation>aprobación retirada</translation>
    </message>
</context>
<context>
    <name>PacketOptions</name>
    <message>
        <source>Co&amp;ver sheet</source>
        <translation>Hoja de por&amp;tada</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>&amp;Problemas</translation>
    </message>
    <message>
        <source>&amp;Medicines</source>
        <translation>&amp;Medicinas</translation>
    </message>
    <message>
        <source>&amp;Allergies</source>
        <translation>&amp;Alergias</translation>
    </message>
    <message>
        <source>Also what needs an a&amp;greement</source>
        <translation>También lo que necesita un ac&amp;uerdo</translation>
    </message>
    <message>
        <source>Sent &amp;by</source>
        <translation>En&amp;viado por</translation>
    </message>
    <message>
        <source>&amp;Language of the letter</source>
        <translation>Idi&amp;oma de la carta</translation>
    </message>
    <message>
        <source>&amp;Documents that follow</source>
        <translation>&amp;Documentos que siguen</translation>
    </message>
    <message>
        <source>The patient agreed in writing.</source>
        <translation>El paciente lo aceptó por escrito.</translation>
    </message>
    <message>
        <source>No written agreement is in force: such entries are left out. Record one under About.</source>
        <translation>No hay un acuerdo escrito vigente: esos datos se omiten. Anote uno en Acerca de.</translation>
    </message>
    <message>
        <source>only an address came</source>
        <translation>solo llegó una dirección</translation>
    </message>
    <message>
        <source>sensitive</source>
        <translation>sensible</translation>
    </message>
    <message>
        <source>Resul&amp;ts of a year</source>
        <translation>&amp;Resultados de un año</translation>
    </message>
    <message>
        <source>&amp;Note for the front desk</source>
        <translation>&amp;Nota para recepción</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Página {page} de {pages}</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Escriba lo que quiere hacer</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Buscar un comando</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Comandos encontrados</translation>
    </message>
    <message>
        <source>No command fits. Try another word.</source>
        <translation>Ningún comando coincide. Pruebe otra palabra.</translation>
    </message>
</context>
<context>
    <name>PaneWindow</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>PartialDate</name>
    <message>
        <source>a day, a month or a year</source>
        <translation>un día, un mes o un año</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>New password</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>&amp;Set password</source>
        <translation>&amp;Fijar contraseña</translation>
    </message>
    <message>
        <source>{name} signs in with this password next and then chooses their own.</source>
        <translation>{name} entra la próxima vez con esta contraseña y después elige una propia.</translation>
    </message>
    <message>
        <source>A sentence is easy to remember.</source>
        <translation>Una frase es fácil de recordar.</translation>
    </message>
    <message>
        <source>New &amp;password</source>
        <translation>Contraseña n&amp;ueva</translation>
    </message>
</context>
<context>
    <name>PathwayReasonDialog</name>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Por qué</translation>
    </message>
    <message>
        <source>Write why.</source>
        <translation>Escriba por qué.</translation>
    </message>
</context>
<context>
    <name>PathwayWords</name>
    <message>
        <source>Suggested</source>
        <translation>Sugerida</translation>
    </message>
    <message>
        <source>In the pathway</source>
        <translation>En la ruta</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Atrasado</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Toca ahora</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Toca pronto</translation>
    </message>
    <message>
        <source>Not due yet</source>
        <translation>Aún no toca</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>No aplica</translation>
    </message>
    <message>
        <source>Turned down</source>
        <translation>Descartada</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Dejada</translation>
    </message>
    <message>
        <source>Its condition does not hold for this patient</source>
        <translation>Su condición no se cumple en este paciente</translation>
    </message>
    <message>
        <source>as the pathway has it: {value}</source>
        <translation>como en la ruta: {value}</translation>
    </message>
    <message>
        <source>own since {day}: {value} ({reason})</source>
        <translation>propia desde el {day}: {value} ({reason})</translation>
    </message>
    <message>
        <source>{codes} since {day}</source>
        <translation>{codes} desde el {day}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>desde el {day}</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>From memory</source>
        <translation>De memoria</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verificado</translation>
    </message>
    <message>
        <source>Draft: no clinician of the practice has adopted it</source>
        <translation>Borrador: ningún profesional del consultorio la ha adoptado</translation>
    </message>
    <message>
        <source>Changed since it was adopted: a clinician reads and adopts it again</source>
        <translation>Cambió desde que se adoptó: un profesional la lee y la adopta de nuevo</translation>
    </message>
    <message>
        <source>{who}, {day}</source>
        <translation>{who}, {day}</translation>
    </message>
    <message>
        <source>{title}, version {version}, {year}</source>
        <translation>{title}, versión {version}, {year}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>Vale hasta</translation>
    </message>
    <message>
        <source>Last done</source>
        <translation>Última vez</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Asked for by</source>
        <translation>Lo pide</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Qué tan seguro</translation>
    </message>
    <message>
        <source>Pathway</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>Adopted by</source>
        <translation>Adoptada por</translation>
    </message>
    <message>
        <source>Act on this</source>
        <translation>Requiere acción</translation>
    </message>
    <message>
        <source>{name} {value} on {day}</source>
        <translation>{name} {value} el {day}</translation>
    </message>
</context>
<context>
    <name>PathwaysSection</name>
    <message>
        <source>Pathways</source>
        <translation>Rutas</translation>
    </message>
    <message>
        <source>Pathways say what is due for whom, and why. They come as drafts. A clinician reads one and adopts it; until then, and after it changes, it is only shown and nobody can be put into it.</source>
        <translation>Las rutas dicen qué toca, a quién y por qué. Vienen como borradores. Un profesional lee una y la adopta; hasta entonces, y después de un cambio, solo se muestra y nadie puede entrar en ella.</translation>
    </message>
    <message>
        <source>No pathways.</source>
        <translation>No hay rutas.</translation>
    </message>
    <message>
        <source>&amp;Adopt…</source>
        <translation>&amp;Adoptar…</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>&amp;Retirar</translation>
    </message>
    <message>
        <source>&amp;Read it</source>
        <translation>&amp;Leerla</translation>
    </message>
    <message>
        <source>To adopt</source>
        <translation>Por adoptar</translation>
    </message>
    <message>
        <source>Pathway</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Adopted by</source>
        <translation>Adoptada por</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Qué tan seguro</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Changed since</source>
        <translation>Cambió después</translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation>Adoptada</translation>
    </message>
    <message>
        <source>{file}, line {line}, is not used: {reason}</source>
        <translation>{file}, línea {line}, no se usa: {reason}</translation>
    </message>
    <message>
        <source>Adopted: {pathway}.</source>
        <translation>Adoptada: {pathway}.</translation>
    </message>
    <message>
        <source>adopt a pathway</source>
        <translation>adoptar una ruta</translation>
    </message>
    <message>
        <source>Withdrawn: {pathway}. It makes no work now.</source>
        <translation>Retirada: {pathway}. Ya no genera trabajo.</translation>
    </message>
    <message>
        <source>withdraw a pathway</source>
        <translation>retirar una ruta</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Qué dice</translation>
    </message>
    <message>
        <source>Change &amp;it for this practice…</source>
        <translation>Cam&amp;biarla para esta clínica…</translation>
    </message>
    <message>
        <source>What is &amp;different here</source>
        <translation>Qué es &amp;distinto aquí</translation>
    </message>
    <message>
        <source>Earlier edition a&amp;gain…</source>
        <translation>Edición &amp;anterior…</translation>
    </message>
    <message>
        <source>{version}, edition {number}</source>
        <translation>{version}, edición {number}</translation>
    </message>
    <message>
        <source>Edition to adopt</source>
        <translation>Edición por adoptar</translation>
    </message>
    <message>
        <source>Saved as a new edition. It counts once a clinician adopts it.</source>
        <translation>Guardado como nueva edición. Vale cuando un clínico la adopte.</translation>
    </message>
    <message>
        <source>change a pathway</source>
        <translation>cambiar una ruta</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Edición</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Aquí</translation>
    </message>
    <message>
        <source>What is different here</source>
        <translation>Qué es distinto aquí</translation>
    </message>
    <message>
        <source>What is s&amp;kipped</source>
        <translation>Qué se &amp;omite</translation>
    </message>
</context>
<context>
    <name>PathwaysTab</name>
    <message>
        <source>Pathways</source>
        <translation>Rutas</translation>
    </message>
    <message>
        <source>Choose a line to see why it is here and where it is written.</source>
        <translation>Elija una línea para ver por qué está aquí y dónde está escrito.</translation>
    </message>
    <message>
        <source>A clinician reads a pathway and adopts it in Admin, Pathways. From then on patients enter it here.</source>
        <translation>Un profesional lee una ruta y la adopta en Administración, Rutas. Desde entonces los pacientes entran en ella aquí.</translation>
    </message>
    <message>
        <source>No pathway is adopted yet.</source>
        <translation>Aún no se ha adoptado ninguna ruta.</translation>
    </message>
    <message>
        <source>Nothing fits this filter.</source>
        <translation>Nada coincide con este filtro.</translation>
    </message>
    <message>
        <source>Choose All to see every line.</source>
        <translation>Elija Todo para ver todas las líneas.</translation>
    </message>
    <message>
        <source>A pathway is suggested here when problems or results call for it; you decide.</source>
        <translation>Aquí se sugiere una ruta cuando los problemas o resultados la piden; usted decide.</translation>
    </message>
    <message>
        <source>No pathway fits this patient.</source>
        <translation>Ninguna ruta corresponde a este paciente.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Resuelto</translation>
    </message>
    <message>
        <source>Pathways and targets</source>
        <translation>Rutas y metas</translation>
    </message>
    <message>
        <source>If confirmed</source>
        <translation>Si se confirma</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>As &amp;of</source>
        <translation>Al &amp;día</translation>
    </message>
    <message>
        <source>As it was on {day}. To change anything, empty the day.</source>
        <translation>Como era el {day}. Para cambiar algo, deje el día vacío.</translation>
    </message>
    <message>
        <source>Some of these are drafts. Before one is used, a clinician adopts it in Admin, Pathways.</source>
        <translation>Algunas son borradores. Antes de usar una, un profesional la adopta en Administración, Rutas.</translation>
    </message>
    <message>
        <source>From memory, please confirm: {count} of {all} lines. How sure stands beside the list.</source>
        <translation>De memoria, por confirmar: {count} de {all} líneas. Junto a la lista dice qué tan seguro es.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Toca ahora</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Pathway</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Put into this pathwa&amp;y</source>
        <translation>Poner en esta r&amp;uta</translation>
    </message>
    <message>
        <source>T&amp;urn down…</source>
        <translation>Des&amp;cartar…</translation>
    </message>
    <message>
        <source>Leave this path&amp;way…</source>
        <translation>De&amp;jar esta ruta…</translation>
    </message>
    <message>
        <source>Su&amp;ggest again…</source>
        <translation>Su&amp;gerir de nuevo…</translation>
    </message>
    <message>
        <source>&amp;Decide about this step…</source>
        <translation>&amp;Decidir sobre este paso…</translation>
    </message>
    <message>
        <source>Own &amp;target…</source>
        <translation>Me&amp;ta propia…</translation>
    </message>
    <message>
        <source>pathway</source>
        <translation>ruta</translation>
    </message>
    <message>
        <source>In the pathway: {title}.</source>
        <translation>En la ruta: {title}.</translation>
    </message>
    <message>
        <source>Leave the pathway: {title}</source>
        <translation>Dejar la ruta: {title}</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>&amp;Dejar</translation>
    </message>
    <message>
        <source>Suggest again: {title}</source>
        <translation>Sugerir de nuevo: {title}</translation>
    </message>
    <message>
        <source>&amp;Suggest again</source>
        <translation>&amp;Sugerir de nuevo</translation>
    </message>
    <message>
        <source>Turn down: {title}</source>
        <translation>Descartar: {title}</translation>
    </message>
    <message>
        <source>&amp;Turn down</source>
        <translation>&amp;Descartar</translation>
    </message>
    <message>
        <source>Decided: {title}.</source>
        <translation>Decidido: {title}.</translation>
    </message>
    <message>
        <source>Own target: {title}.</source>
        <translation>Meta propia: {title}.</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Qué se sabe</translation>
    </message>
</context>
<context>
    <name>PatientBanner</name>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>Died</source>
        <translation>Falleció</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexo</translation>
    </message>
    <message>
        <source>Record no.</source>
        <translation>N.º de expediente</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>date not known</source>
        <translation>fecha desconocida</translation>
    </message>
    <message>
        <source>{date}, aged {age}</source>
        <translation>{date}, a los {age}</translation>
    </message>
    <message>
        <source>{language}, interpreter</source>
        <translation>{language}, con intérprete</translation>
    </message>
    <message>
        <source>Patient {name}, born {born}, sex {sex}, record number {number}</source>
        <translation>Paciente {name}, nacimiento {born}, sexo {sex}, número de expediente {number}</translation>
    </message>
    <message>
        <source>Preferred name</source>
        <translation>Nombre preferido</translation>
    </message>
    <message>
        <source>Readmitted {day}, day {days} after a discharge</source>
        <translation>Reingresó el {day}, día {days} después de un alta</translation>
    </message>
    <message>
        <source>Similar name on file</source>
        <translation>Hay otro nombre parecido</translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n más</numerusform>
            <numerusform>+%n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Allergy: {list}</source>
        <translation>Alergia: {list}</translation>
    </message>
    <message>
        <source>No known allergies ({date})</source>
        <translation>Sin alergias conocidas ({date})</translation>
    </message>
    <message>
        <source>No known allergies</source>
        <translation>Sin alergias conocidas</translation>
    </message>
    <message>
        <source>Allergies not recorded</source>
        <translation>Alergias sin registrar</translation>
    </message>
</context>
<context>
    <name>PatientWords</name>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Similar name</source>
        <translation>Nombre parecido</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>Fallecido</translation>
    </message>
    <message>
        <source>born {born}</source>
        <translation>nacimiento {born}</translation>
    </message>
    <message>
        <source>record number {number}</source>
        <translation>número de expediente {number}</translation>
    </message>
    <message>
        <source>next appointment {date}</source>
        <translation>próxima cita {date}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexo</translation>
    </message>
    <message>
        <source>Record no.</source>
        <translation>N.º de expediente</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Coordinación</translation>
    </message>
    <message>
        <source>Next visit</source>
        <translation>Próxima visita</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Último contacto</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Details of {name} saved.</source>
        <translation>Datos de {name} guardados.</translation>
    </message>
    <message>
        <source>correct {name}</source>
        <translation>corregir {name}</translation>
    </message>
</context>
<context>
    <name>PatientsPage</name>
    <message>
        <source>Add new patient</source>
        <translation>Agregar paciente nuevo</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Pacientes</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>My patients</source>
        <translation>Mis pacientes</translation>
    </message>
    <message>
        <source>No next appointment</source>
        <translation>Sin próxima cita</translation>
    </message>
    <message>
        <source>Name, birth date, phone or record number</source>
        <translation>Nombre, fecha de nacimiento, teléfono o n.º de expediente</translation>
    </message>
    <message>
        <source>Search patients</source>
        <translation>Buscar pacientes</translation>
    </message>
    <message>
        <source>Add the first one, or import patients from a file: File, Import.</source>
        <translation>Agregue el primero, o importe pacientes de un archivo: Archivo, Importar.</translation>
    </message>
    <message>
        <source>No patients yet.</source>
        <translation>Todavía no hay pacientes.</translation>
    </message>
    <message>
        <source>Nobody fits this filter.</source>
        <translation>Nadie coincide con este filtro.</translation>
    </message>
    <message>
        <source>Choose All to see everybody.</source>
        <translation>Elija Todos para ver a todas las personas.</translation>
    </message>
    <message>
        <source>No patient matches “{typed}”.</source>
        <translation>Ningún paciente coincide con “{typed}”.</translation>
    </message>
    <message>
        <source>Similar: {people}</source>
        <translation>Parecidos: {people}</translation>
    </message>
    <message>
        <source>{shown} of {total} · Filter: {filter}</source>
        <translation>{shown} de {total} · Filtro: {filter}</translation>
    </message>
    <message>
        <source>New &amp;patient</source>
        <translation>&amp;Paciente nuevo</translation>
    </message>
    <message>
        <source>register</source>
        <translation>registrar</translation>
    </message>
    <message>
        <source>add patient</source>
        <translation>agregar paciente</translation>
    </message>
    <message>
        <source>&amp;Open chart</source>
        <translation>Abrir e&amp;xpediente</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>expediente</translation>
    </message>
    <message>
        <source>Correct &amp;details…</source>
        <translation>Corregir &amp;datos…</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>editar</translation>
    </message>
    <message>
        <source>address</source>
        <translation>dirección</translation>
    </message>
    <message>
        <source>&amp;Log contact</source>
        <translation>&amp;Anotar contacto</translation>
    </message>
    <message>
        <source>call</source>
        <translation>llamada</translation>
    </message>
    <message>
        <source>&amp;Search this list</source>
        <translation>&amp;Buscar en esta lista</translation>
    </message>
    <message>
        <source>Registered {name}, record no. {number}.</source>
        <translation>Registrado: {name}, n.º de expediente {number}.</translation>
    </message>
    <message>
        <source>register {name}</source>
        <translation>registrar {name}</translation>
    </message>
    <message>
        <source>log contact, {family}</source>
        <translation>anotar contacto, {family}</translation>
    </message>
    <message numerus="yes">
        <source>%n pairs look alike</source>
        <translation>
            <numerusform>%n pareja se parece</numerusform>
            <numerusform>%n parejas se parecen</numerusform>
        </translation>
    </message>
    <message>
        <source>First find the patient by name or birth date. Enter registers who is not there.</source>
        <translation>Busque primero al paciente por nombre o fecha de nacimiento. Con Intro se registra a quien no esté.</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
</context>
<context>
    <name>PeriodFilter</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Todo el tiempo</translation>
    </message>
    <message>
        <source>Last 3 months</source>
        <translation>Últimos 3 meses</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Últimos 12 meses</translation>
    </message>
    <message>
        <source>Last 3 years</source>
        <translation>Últimos 3 años</translation>
    </message>
    <message>
        <source>Between two days…</source>
        <translation>Entre dos días…</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>from</source>
        <translation>desde</translation>
    </message>
    <message>
        <source>until</source>
        <translation>hasta</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Sin preguntar</translation>
    </message>
    <message>
        <source>Write a day, a month or a year, for example 2027-03-19, 2027-03 or 2027.</source>
        <translation>Escriba un día, un mes o un año, por ejemplo 2027-03-19, 2027-03 o 2027.</translation>
    </message>
    <message>
        <source>Entered in error…</source>
        <translation>Ingresado por error…</translation>
    </message>
</context>
<context>
    <name>PhotoBox</name>
    <message>
        <source>Choose photograph…</source>
        <translation>Elegir fotografía…</translation>
    </message>
    <message>
        <source>Remove photograph</source>
        <translation>Quitar fotografía</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Choose photograph</source>
        <translation>Elegir fotografía</translation>
    </message>
    <message>
        <source>Photograph kept.</source>
        <translation>Fotografía guardada.</translation>
    </message>
    <message>
        <source>Photograph removed.</source>
        <translation>Fotografía quitada.</translation>
    </message>
    <message>
        <source>photograph, {family}</source>
        <translation>fotografía, {family}</translation>
    </message>
</context>
<context>
    <name>Photograph</name>
    <message>
        <source>Photograph of the patient</source>
        <translation>Fotografía del paciente</translation>
    </message>
</context>
<context>
    <name>PlaceStep</name>
    <message>
        <source>The practice and its file</source>
        <translation>El consultorio y su archivo</translation>
    </message>
    <message>
        <source>Everything is kept in one encrypted file on this computer. Not in a synchronised or network folder: a live database gets damaged there. Backups may go there.</source>
        <translation>Todo se guarda en un solo archivo cifrado en esta computadora. No en una carpeta sincronizada o de red: allí una base de datos en uso se daña. Las copias de seguridad sí pueden ir allí.</translation>
    </message>
    <message>
        <source>Name of the &amp;practice</source>
        <translation>&amp;Nombre del consultorio</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>&amp;Zona horaria</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>Archi&amp;vo</translation>
    </message>
    <message>
        <source>&amp;Choose a place…</source>
        <translation>&amp;Elegir un lugar…</translation>
    </message>
    <message>
        <source>Write the name of the practice.</source>
        <translation>Escriba el nombre del consultorio.</translation>
    </message>
    <message>
        <source>Choose a time zone from the list, for example America/New_York.</source>
        <translation>Elija una zona horaria de la lista, por ejemplo America/New_York.</translation>
    </message>
    <message>
        <source>Choose where the file should be.</source>
        <translation>Elija dónde debe estar el archivo.</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation>Ya hay un archivo con este nombre. Elija otro nombre.</translation>
    </message>
    <message>
        <source>Where the practice is kept</source>
        <translation>Dónde se guarda el consultorio</translation>
    </message>
    <message>
        <source>ICM Desktop practice</source>
        <translation>Consultorio de ICM Desktop</translation>
    </message>
    <message>
        <source>P&amp;hone on the patients&apos; pages</source>
        <translation>&amp;Teléfono para los pacientes</translation>
    </message>
</context>
<context>
    <name>PlanBar</name>
    <message>
        <source>&amp;Whole plan…</source>
        <translation>&amp;Todo el plan…</translation>
    </message>
    <message numerus="yes">
        <source>Review %n day(s) late</source>
        <translation>
            <numerusform>Revisión con %n día de retraso</numerusform>
            <numerusform>Revisión con %n días de retraso</numerusform>
        </translation>
    </message>
    <message>
        <source>{some} of {all} parts of a whole plan are missing</source>
        <translation>Faltan {some} de {all} partes de un plan completo</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>No falta nada</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Not put to the team yet</source>
        <translation>Aún no presentado al equipo</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Versión {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) since</source>
        <translation>
            <numerusform>%n cambio desde entonces</numerusform>
            <numerusform>%n cambios desde entonces</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreed with the patient: not yet</source>
        <translation>Acordado con el paciente: aún no</translation>
    </message>
    <message>
        <source>Agreed with the patient: {date}</source>
        <translation>Acordado con el paciente: {date}</translation>
    </message>
</context>
<context>
    <name>PlanCommands</name>
    <message>
        <source>This is kept by another organisation and can only be read here.</source>
        <translation>Esto lo lleva otra organización y aquí solo se puede leer.</translation>
    </message>
    <message>
        <source>Goal changed.</source>
        <translation>Meta cambiada.</translation>
    </message>
    <message>
        <source>Goal added.</source>
        <translation>Meta agregada.</translation>
    </message>
    <message>
        <source>change goal</source>
        <translation>cambiar meta</translation>
    </message>
    <message>
        <source>add goal</source>
        <translation>agregar meta</translation>
    </message>
    <message>
        <source>Concern changed.</source>
        <translation>Preocupación cambiada.</translation>
    </message>
    <message>
        <source>Concern added.</source>
        <translation>Preocupación añadida.</translation>
    </message>
    <message>
        <source>change concern</source>
        <translation>cambiar preocupación</translation>
    </message>
    <message>
        <source>add concern</source>
        <translation>añadir preocupación</translation>
    </message>
    <message>
        <source>Action changed.</source>
        <translation>Acción cambiada.</translation>
    </message>
    <message>
        <source>Action added.</source>
        <translation>Acción agregada.</translation>
    </message>
    <message>
        <source>change action</source>
        <translation>cambiar acción</translation>
    </message>
    <message>
        <source>add action</source>
        <translation>agregar acción</translation>
    </message>
    <message>
        <source>Barrier changed.</source>
        <translation>Obstáculo cambiado.</translation>
    </message>
    <message>
        <source>Barrier added.</source>
        <translation>Obstáculo añadido.</translation>
    </message>
    <message>
        <source>change barrier</source>
        <translation>cambiar obstáculo</translation>
    </message>
    <message>
        <source>add barrier</source>
        <translation>añadir obstáculo</translation>
    </message>
    <message>
        <source>Concern solved.</source>
        <translation>Preocupación resuelta.</translation>
    </message>
    <message>
        <source>concern solved</source>
        <translation>preocupación resuelta</translation>
    </message>
    <message>
        <source>Barrier gone.</source>
        <translation>Obstáculo superado.</translation>
    </message>
    <message>
        <source>barrier gone</source>
        <translation>obstáculo superado</translation>
    </message>
    <message>
        <source>Goal reached.</source>
        <translation>Meta alcanzada.</translation>
    </message>
    <message>
        <source>goal reached</source>
        <translation>meta alcanzada</translation>
    </message>
    <message>
        <source>Marked done.</source>
        <translation>Marcado como hecho.</translation>
    </message>
    <message>
        <source>mark done</source>
        <translation>marcar hecho</translation>
    </message>
    <message>
        <source>&amp;Mark done</source>
        <translation>&amp;Marcar como hecho</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Quitado.</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>quitar</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>New &amp;task or plan action</source>
        <translation>Nueva &amp;tarea o acción del plan</translation>
    </message>
    <message>
        <source>action</source>
        <translation>acción</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>por hacer</translation>
    </message>
    <message>
        <source>New &amp;goal</source>
        <translation>Nueva &amp;meta</translation>
    </message>
    <message>
        <source>New &amp;concern</source>
        <translation>&amp;Preocupación nueva</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>problema</translation>
    </message>
    <message>
        <source>social need</source>
        <translation>necesidad social</translation>
    </message>
    <message>
        <source>risk</source>
        <translation>riesgo</translation>
    </message>
    <message>
        <source>New &amp;barrier</source>
        <translation>&amp;Obstáculo nuevo</translation>
    </message>
    <message>
        <source>obstacle</source>
        <translation>barrera</translation>
    </message>
    <message>
        <source>&amp;Add under this line</source>
        <translation>&amp;Añadir bajo esta línea</translation>
    </message>
    <message>
        <source>Mark &amp;done</source>
        <translation>Marcar &amp;hecho</translation>
    </message>
    <message>
        <source>On the &amp;patient&apos;s page</source>
        <translation>En la &amp;hoja del paciente</translation>
    </message>
    <message>
        <source>handout</source>
        <translation>hoja</translation>
    </message>
    <message>
        <source>Move &amp;up (Alt+↑)</source>
        <translation>Mover &amp;arriba (Alt+↑)</translation>
    </message>
    <message>
        <source>Move do&amp;wn (Alt+↓)</source>
        <translation>Mover a&amp;bajo (Alt+↓)</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>eliminar</translation>
    </message>
    <message>
        <source>On the patient&apos;s page.</source>
        <translation>En la hoja del paciente.</translation>
    </message>
    <message>
        <source>Not on the patient&apos;s page.</source>
        <translation>Fuera de la hoja del paciente.</translation>
    </message>
    <message>
        <source>patient&apos;s page</source>
        <translation>hoja del paciente</translation>
    </message>
    <message>
        <source>Moved up.</source>
        <translation>Movido hacia arriba.</translation>
    </message>
    <message>
        <source>Moved down.</source>
        <translation>Movido hacia abajo.</translation>
    </message>
    <message>
        <source>move</source>
        <translation>mover</translation>
    </message>
    <message>
        <source>Sign-&amp;off and versions…</source>
        <translation>&amp;Firmas y versiones…</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>firmar</translation>
    </message>
    <message>
        <source>agree</source>
        <translation>acordar</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>comparar</translation>
    </message>
    <message>
        <source>A&amp;bout the patient, emergency…</source>
        <translation>So&amp;bre el paciente, emergencia…</translation>
    </message>
    <message>
        <source>strengths</source>
        <translation>fortalezas</translation>
    </message>
    <message>
        <source>advance directive</source>
        <translation>directiva anticipada</translation>
    </message>
    <message>
        <source>What is m&amp;issing…</source>
        <translation>Qué f&amp;alta…</translation>
    </message>
    <message>
        <source>Re&amp;view of the plan…</source>
        <translation>Re&amp;visión del plan…</translation>
    </message>
    <message>
        <source>Print the &amp;whole plan…</source>
        <translation>Imprimir &amp;todo el plan…</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>copia</translation>
    </message>
    <message>
        <source>send the plan</source>
        <translation>enviar el plan</translation>
    </message>
</context>
<context>
    <name>PlanDetailPane</name>
    <message>
        <source>Patient reads ({language}): {words}</source>
        <translation>El paciente lee ({language}): {words}</translation>
    </message>
    <message>
        <source>Target: {target}</source>
        <translation>Objetivo: {target}</translation>
    </message>
    <message>
        <source>Last: {value}</source>
        <translation>Último: {value}</translation>
    </message>
    <message>
        <source>Owner: {name}</source>
        <translation>Responsable: {name}</translation>
    </message>
    <message>
        <source>Due: {date}</source>
        <translation>Para el: {date}</translation>
    </message>
    <message>
        <source>On the patient&apos;s page</source>
        <translation>En la hoja del paciente</translation>
    </message>
    <message>
        <source>Not on the patient&apos;s page</source>
        <translation>Fuera de la hoja del paciente</translation>
    </message>
    <message>
        <source>Sensitive: not for front desk</source>
        <translation>Sensible: no para recepción</translation>
    </message>
    <message>
        <source>From: {origin}</source>
        <translation>De: {origin}</translation>
    </message>
    <message>
        <source>Changed here: {date}</source>
        <translation>Cambiado aquí: {date}</translation>
    </message>
    <message>
        <source>Choose a line of the plan.</source>
        <translation>Elija una línea del plan.</translation>
    </message>
    <message>
        <source>At the start: {value} ({date})</source>
        <translation>Al inicio: {value} ({date})</translation>
    </message>
    <message>
        <source>At the start: {value}</source>
        <translation>Al inicio: {value}</translation>
    </message>
    <message>
        <source>How sure the patient is: {sure} of 10</source>
        <translation>Seguridad del paciente: {sure} de 10</translation>
    </message>
    <message>
        <source>On the problem list: {problem}</source>
        <translation>En la lista de problemas: {problem}</translation>
    </message>
    <message>
        <source>What would help: {text}</source>
        <translation>Qué ayudaría: {text}</translation>
    </message>
    <message>
        <source>Priority: {priority}</source>
        <translation>Prioridad: {priority}</translation>
    </message>
    <message>
        <source>Noticed: {date}</source>
        <translation>Notado: {date}</translation>
    </message>
</context>
<context>
    <name>PlanFields</name>
    <message>
        <source>Enter a day, for example yesterday, 2w or 14 jul.</source>
        <translation>Escriba un día, por ejemplo ayer, 2s o 14 jul.</translation>
    </message>
</context>
<context>
    <name>PlanMissingDialog</name>
    <message>
        <source>What is missing</source>
        <translation>Qué falta</translation>
    </message>
    <message>
        <source>{found} of {all} are there.</source>
        <translation>Están {found} de {all}.</translation>
    </message>
    <message>
        <source>Enter goes to where it is filled in.</source>
        <translation>Intro lleva a donde se completa.</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>No falta nada.</translation>
    </message>
    <message>
        <source>The practice has not confirmed this list yet.</source>
        <translation>La clínica aún no ha confirmado esta lista.</translation>
    </message>
    <message>
        <source>Add a concern</source>
        <translation>Añadir una preocupación</translation>
    </message>
    <message>
        <source>Open the goal</source>
        <translation>Abrir la meta</translation>
    </message>
    <message>
        <source>Add an action</source>
        <translation>Agregar una acción</translation>
    </message>
    <message>
        <source>Write it in About the patient</source>
        <translation>Escribirlo en Sobre el paciente</translation>
    </message>
    <message>
        <source>Open the care team</source>
        <translation>Abrir el equipo de atención</translation>
    </message>
    <message>
        <source>Choose a day for the review</source>
        <translation>Elegir un día para la revisión</translation>
    </message>
    <message>
        <source>Open sign-off and versions</source>
        <translation>Abrir firmas y versiones</translation>
    </message>
    <message>
        <source>Record a copy that was given</source>
        <translation>Registrar una copia entregada</translation>
    </message>
    <message>
        <source>this program</source>
        <translation>este programa</translation>
    </message>
    <message>
        <source>Asked for by: {who}</source>
        <translation>Lo pide: {who}</translation>
    </message>
    <message>
        <source>Goals: {numbers}</source>
        <translation>Metas: {numbers}</translation>
    </message>
</context>
<context>
    <name>PlanPaperDialog</name>
    <message>
        <source>Print version {number}</source>
        <translation>Imprimir la versión {number}</translation>
    </message>
    <message>
        <source>Print the plan as it is now</source>
        <translation>Imprimir el plan como está ahora</translation>
    </message>
    <message>
        <source>Given before</source>
        <translation>Entregado antes</translation>
    </message>
    <message>
        <source>Our own record</source>
        <translation>Nuestro propio expediente</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>versión {number}</translation>
    </message>
    <message>
        <source>not signed</source>
        <translation>sin firmar</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n página</numerusform>
            <numerusform>%n páginas</numerusform>
        </translation>
    </message>
    <message>
        <source>mark {digits}</source>
        <translation>marca {digits}</translation>
    </message>
    <message>
        <source>These pages were given before. Change a choice to see the pages of today.</source>
        <translation>Estas páginas se entregaron antes. Cambie una opción para ver las de hoy.</translation>
    </message>
</context>
<context>
    <name>PlanPaperOptions</name>
    <message>
        <source>Trea&amp;ts the patient</source>
        <translation>&amp;Trata al paciente</translation>
    </message>
    <message>
        <source>&amp;Medicines and allergies</source>
        <translation>&amp;Medicinas y alergias</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Para</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Organization</source>
        <translation>&amp;Organización</translation>
    </message>
    <message>
        <source>&amp;Sensitive lines</source>
        <translation>Líneas &amp;sensibles</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Motivo</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Cómo</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Pa&amp;per</source>
        <translation>Pap&amp;el</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>Otra persona…</translation>
    </message>
    <message>
        <source>Our own record</source>
        <translation>Nuestro propio expediente</translation>
    </message>
    <message>
        <source>The patient</source>
        <translation>El paciente</translation>
    </message>
    <message>
        <source>{why}. They may get it all the same, with the reason on record.</source>
        <translation>{why}. Puede recibirlo de todos modos, con el motivo anotado.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are left out; the pages say so.</source>
        <translation>
            <numerusform>Se omite %n dato; las páginas lo dicen.</numerusform>
            <numerusform>Se omiten %n datos; las páginas lo dicen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write who received it.</source>
        <translation>Escriba quién lo recibió.</translation>
    </message>
    <message>
        <source>Write why they get it all the same.</source>
        <translation>Escriba por qué lo recibe de todos modos.</translation>
    </message>
</context>
<context>
    <name>PlanPartsDialog</name>
    <message>
        <source>About the patient, and in an emergency</source>
        <translation>Sobre el paciente, y en una emergencia</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>La persona</translation>
    </message>
    <message>
        <source>In an emergency</source>
        <translation>De urgencia</translation>
    </message>
    <message>
        <source>How things stand</source>
        <translation>Cómo están las cosas</translation>
    </message>
</context>
<context>
    <name>PlanReviewDialog</name>
    <message>
        <source>Review of the plan</source>
        <translation>Revisión del plan</translation>
    </message>
    <message>
        <source>Reviewed last on {date}.</source>
        <translation>Última revisión: {date}.</translation>
    </message>
    <message numerus="yes">
        <source>{risk}: every %n month(s)</source>
        <translation>
            <numerusform>{risk}: cada %n mes</numerusform>
            <numerusform>{risk}: cada %n meses</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Risk</source>
        <translation>&amp;Riesgo</translation>
    </message>
    <message>
        <source>Reviewed &amp;today, nothing to change</source>
        <translation>Revisado &amp;hoy, nada que cambiar</translation>
    </message>
    <message>
        <source>&amp;Next review, if sooner</source>
        <translation>&amp;Próxima revisión, si es antes</translation>
    </message>
    <message>
        <source>These intervals are a proposal the practice has not confirmed.</source>
        <translation>Estos plazos son una propuesta que la clínica no ha confirmado.</translation>
    </message>
</context>
<context>
    <name>PlanVersionWords</name>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Bajo</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Acepta</translation>
    </message>
    <message>
        <source>Does not agree</source>
        <translation>No está de acuerdo</translation>
    </message>
    <message>
        <source>No answer came</source>
        <translation>No llegó respuesta</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>En persona</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Video call</source>
        <translation>Videollamada</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>Portal</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Caregiver</source>
        <translation>Cuidador</translation>
    </message>
    <message>
        <source>Member of the team</source>
        <translation>Miembro del equipo</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Otra persona</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>En papel</translation>
    </message>
    <message>
        <source>By mail</source>
        <translation>Por correo</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leído en voz alta</translation>
    </message>
    <message>
        <source>Content was altered</source>
        <translation>El contenido fue alterado</translation>
    </message>
    <message>
        <source>In sign-off</source>
        <translation>En firma</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Acordado</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Reemplazado</translation>
    </message>
    <message>
        <source>{some} of {all} answered</source>
        <translation>{some} de {all} respondieron</translation>
    </message>
    <message numerus="yes">
        <source>%n do not agree</source>
        <translation>
            <numerusform>%n no está de acuerdo</numerusform>
            <numerusform>%n no están de acuerdo</numerusform>
        </translation>
    </message>
    <message>
        <source>{date} by {name}</source>
        <translation>{date} por {name}</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Versión {number}</translation>
    </message>
    <message>
        <source>Not put to the team yet</source>
        <translation>Aún no presentado al equipo</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) since the newest version</source>
        <translation>
            <numerusform>%n cambio desde la versión más nueva</numerusform>
            <numerusform>%n cambios desde la versión más nueva</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing changed since the newest version</source>
        <translation>Nada cambió desde la versión más nueva</translation>
    </message>
    <message>
        <source>The plan as it is now</source>
        <translation>El plan como está ahora</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Su respuesta</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Espera</translation>
    </message>
    <message>
        <source>said by {name}</source>
        <translation>lo dijo {name}</translation>
    </message>
    <message>
        <source>written down by {name}</source>
        <translation>anotado por {name}</translation>
    </message>
    <message>
        <source>without sensitive lines</source>
        <translation>sin líneas sensibles</translation>
    </message>
    <message>
        <source>given by {name}</source>
        <translation>entregado por {name}</translation>
    </message>
    <message>
        <source>No day for the next review</source>
        <translation>Sin día para la próxima revisión</translation>
    </message>
    <message>
        <source>Next review {date}</source>
        <translation>Próxima revisión {date}</translation>
    </message>
    <message>
        <source>Next review {date} ({risk} risk)</source>
        <translation>Próxima revisión {date} (riesgo {risk})</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminó</translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation>Quitado</translation>
    </message>
    <message>
        <source>Concern</source>
        <translation>Preocupación</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation>Obstáculo</translation>
    </message>
    <message>
        <source>About the patient</source>
        <translation>Sobre el paciente</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>{fact}: {new}</source>
        <translation>{fact}: {new}</translation>
    </message>
    <message>
        <source>{fact}: no longer {old}</source>
        <translation>{fact}: ya no {old}</translation>
    </message>
    <message>
        <source>{fact}: {new}, before {old}</source>
        <translation>{fact}: {new}, antes {old}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>In the patient&apos;s words</source>
        <translation>En palabras del paciente</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>On the problem list</source>
        <translation>En la lista de problemas</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Prioridad</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Para el</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>Cómo va</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Al inicio</translation>
    </message>
    <message>
        <source>How sure, 0 to 10</source>
        <translation>Seguridad, de 0 a 10</translation>
    </message>
    <message>
        <source>What would help</source>
        <translation>Qué ayudaría</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Pertenece a</translation>
    </message>
</context>
<context>
    <name>PlanVersionsDialog</name>
    <message>
        <source>Sign-off and versions</source>
        <translation>Firmas y versiones</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Qué cambia</translation>
    </message>
    <message>
        <source>Ask for &amp;sign-off…</source>
        <translation>&amp;Pedir firmas…</translation>
    </message>
    <message>
        <source>Record &amp;answer…</source>
        <translation>Registrar &amp;respuesta…</translation>
    </message>
    <message>
        <source>Record co&amp;py…</source>
        <translation>Registrar co&amp;pia…</translation>
    </message>
    <message>
        <source>Copies given</source>
        <translation>Copias entregadas</translation>
    </message>
    <message>
        <source>&amp;Compared with</source>
        <translation>&amp;Comparado con</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Comparado con</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Versión {number}</translation>
    </message>
    <message>
        <source>Nothing to compare with yet.</source>
        <translation>Aún no hay nada con qué comparar.</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>No hay diferencias.</translation>
    </message>
    <message>
        <source>Put to the team for sign-off.</source>
        <translation>Presentado al equipo para firmar.</translation>
    </message>
    <message>
        <source>sign-off</source>
        <translation>firmas</translation>
    </message>
    <message>
        <source>Answer recorded.</source>
        <translation>Respuesta registrada.</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>respuesta</translation>
    </message>
    <message>
        <source>Copy recorded.</source>
        <translation>Copia registrada.</translation>
    </message>
    <message>
        <source>copy given</source>
        <translation>copia entregada</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>Imp&amp;rimir…</translation>
    </message>
    <message>
        <source>Pages kept and noted.</source>
        <translation>Páginas guardadas y anotadas.</translation>
    </message>
    <message>
        <source>plan on paper</source>
        <translation>plan en papel</translation>
    </message>
    <message>
        <source>The pages that were given</source>
        <translation>Las páginas que se entregaron</translation>
    </message>
</context>
<context>
    <name>PlanWhole</name>
    <message>
        <source>Written down.</source>
        <translation>Anotado.</translation>
    </message>
    <message>
        <source>about the patient</source>
        <translation>sobre el paciente</translation>
    </message>
    <message>
        <source>Review saved.</source>
        <translation>Revisión guardada.</translation>
    </message>
    <message>
        <source>review</source>
        <translation>revisión</translation>
    </message>
    <message>
        <source>Pages kept and noted.</source>
        <translation>Páginas guardadas y anotadas.</translation>
    </message>
    <message>
        <source>plan on paper</source>
        <translation>plan en papel</translation>
    </message>
</context>
<context>
    <name>PlanWords</name>
    <message>
        <source>Proposed</source>
        <translation>Propuesto</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planeado</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptado</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completado</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Improving</source>
        <translation>Mejorando</translation>
    </message>
    <message>
        <source>Getting worse</source>
        <translation>Empeorando</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>Sin cambios</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Alcanzado</translation>
    </message>
    <message>
        <source>Keeping it up</source>
        <translation>Se mantiene</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>No alcanzado</translation>
    </message>
    <message>
        <source>No progress</source>
        <translation>Sin avance</translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation>No se puede alcanzar</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Sin empezar</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Programado</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message numerus="yes">
        <source>%n d late</source>
        <translation>
            <numerusform>%n d de atraso</numerusform>
            <numerusform>%n d de atraso</numerusform>
        </translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>here</source>
        <translation>aquí</translation>
    </message>
    <message>
        <source>patient</source>
        <translation>paciente</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>fuera</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>recurrence</source>
        <translation>recurrencia</translation>
    </message>
    <message>
        <source>relapse</source>
        <translation>recaída</translation>
    </message>
    <message>
        <source>in remission</source>
        <translation>en remisión</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>Por enviar</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviada</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibida</translation>
    </message>
    <message>
        <source>More asked</source>
        <translation>Piden más datos</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Reservada</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>No se presentó</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Atendida</translation>
    </message>
    <message>
        <source>Note back</source>
        <translation>Nota recibida</translation>
    </message>
    <message>
        <source>Note reviewed</source>
        <translation>Nota revisada</translation>
    </message>
    <message>
        <source>Patient told</source>
        <translation>Paciente informado</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrada</translation>
    </message>
    <message>
        <source>Patient declined</source>
        <translation>El paciente rechazó</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Vencida</translation>
    </message>
    <message>
        <source>Sent elsewhere</source>
        <translation>Enviada a otro lugar</translation>
    </message>
    <message>
        <source>our turn</source>
        <translation>nos toca</translation>
    </message>
    <message>
        <source>consultant&apos;s turn</source>
        <translation>le toca al especialista</translation>
    </message>
    <message>
        <source>clinician&apos;s turn</source>
        <translation>le toca al clínico</translation>
    </message>
    <message>
        <source>patient&apos;s turn</source>
        <translation>le toca al paciente</translation>
    </message>
    <message>
        <source>Visit cancelled</source>
        <translation>Cita cancelada</translation>
    </message>
</context>
<context>
    <name>PoliciesSection</name>
    <message>
        <source>Contact policy</source>
        <translation>Política de contacto</translation>
    </message>
    <message>
        <source>Nothing can be changed here.</source>
        <translation>Aquí no se puede cambiar nada.</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Cambiar…</translation>
    </message>
    <message>
        <source>&amp;Back to the shipped value</source>
        <translation>&amp;Volver al valor original</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>De fábrica</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>May be</source>
        <translation>Puede ser</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiado</translation>
    </message>
    <message numerus="yes">
        <source>%n business day(s)</source>
        <translation>
            <numerusform>%n día hábil</numerusform>
            <numerusform>%n días hábiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Nuestro</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Policy changed.</source>
        <translation>Política cambiada.</translation>
    </message>
    <message>
        <source>change policy</source>
        <translation>cambiar política</translation>
    </message>
    <message>
        <source>Back to {value}.</source>
        <translation>De vuelta a {value}.</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n vez</numerusform>
            <numerusform>%n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>When patients are called or written to, how long a referral may take, who gets a late one, and how long the way to a visit is.</source>
        <translation>Cuándo se llama o se escribe a los pacientes, cuánto puede tardar una derivación, quién recibe una con retraso y cuánto se tarda en llegar a una cita.</translation>
    </message>
</context>
<context>
    <name>PolicyDialog</name>
    <message>
        <source>Change policy</source>
        <translation>Cambiar política</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Business days</source>
        <translation>Días &amp;hábiles</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>&amp;Días</translation>
    </message>
    <message>
        <source>{least} to {most}. Shipped: {shipped}.</source>
        <translation>De {least} a {most}. Original: {shipped}.</translation>
    </message>
    <message>
        <source>Source: {text}</source>
        <translation>Fuente: {text}</translation>
    </message>
    <message>
        <source>Bounds: {text}</source>
        <translation>Límites: {text}</translation>
    </message>
    <message>
        <source>Enter {least} to {most}.</source>
        <translation>Escriba de {least} a {most}.</translation>
    </message>
    <message>
        <source>&amp;Minutes</source>
        <translation>&amp;Minutos</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>&amp;Nivel</translation>
    </message>
    <message>
        <source>&amp;Times</source>
        <translation>&amp;Veces</translation>
    </message>
</context>
<context>
    <name>PracticeDialog</name>
    <message>
        <source>Practice details</source>
        <translation>Datos de la práctica</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>12 hours: 2:30 pm</source>
        <translation>12 horas: 2:30 p. m.</translation>
    </message>
    <message>
        <source>24 hours: 14:30</source>
        <translation>24 horas: 14:30</translation>
    </message>
    <message>
        <source>Photos of &amp;patients may be kept</source>
        <translation>Se pueden guardar &amp;fotos de pacientes</translation>
    </message>
    <message>
        <source>Printed on the pages patients take home:</source>
        <translation>Se imprime en las hojas que los pacientes se llevan:</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Phone patients call</source>
        <translation>&amp;Teléfono al que llaman los pacientes</translation>
    </message>
    <message>
        <source>Phone &amp;after hours</source>
        <translation>Teléfono &amp;fuera de horario</translation>
    </message>
    <message>
        <source>For example: Monday to Friday 8 am to 5 pm</source>
        <translation>Por ejemplo: lunes a viernes de 8 a. m. a 5 p. m.</translation>
    </message>
    <message>
        <source>&amp;Opening hours</source>
        <translation>&amp;Horario</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>&amp;Fax</source>
        <translation>Fa&amp;x</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>C&amp;orreo</translation>
    </message>
    <message>
        <source>&amp;Website</source>
        <translation>Sitio &amp;web</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Zona horaria</translation>
    </message>
    <message>
        <source>&amp;Times are written with</source>
        <translation>&amp;Las horas se escriben con</translation>
    </message>
    <message>
        <source>{least} to {most}; without a key or click for so long the window locks.</source>
        <translation>De {least} a {most}; sin tecla ni clic durante ese tiempo la ventana se bloquea.</translation>
    </message>
    <message>
        <source>&amp;Lock after minutes</source>
        <translation>&amp;Bloquear después de minutos</translation>
    </message>
    <message>
        <source>Write the name of the practice.</source>
        <translation>Escriba el nombre del consultorio.</translation>
    </message>
    <message>
        <source>There is no such time zone. Choose one of the list.</source>
        <translation>No existe esa zona horaria. Elija una de la lista.</translation>
    </message>
    <message>
        <source>Enter {least} to {most}.</source>
        <translation>Escriba de {least} a {most}.</translation>
    </message>
    <message>
        <source>{visits} coming visits keep their moment and show {hours} h later.</source>
        <translation>{visits} citas próximas conservan su momento y se muestran {hours} h más tarde.</translation>
    </message>
    <message>
        <source>{visits} coming visits keep their moment and show {hours} h earlier.</source>
        <translation>{visits} citas próximas conservan su momento y se muestran {hours} h más temprano.</translation>
    </message>
    <message>
        <source>{visits} coming visits keep their moment.</source>
        <translation>{visits} citas próximas conservan su momento.</translation>
    </message>
    <message>
        <source>Working hours keep their wall time. It counts from the next sign-in on.</source>
        <translation>Los horarios conservan su hora de reloj. Vale desde la próxima entrada.</translation>
    </message>
</context>
<context>
    <name>PracticeSection</name>
    <message>
        <source>Practice</source>
        <translation>Consultorio</translation>
    </message>
    <message>
        <source>Whom patients call and what stands on every page, and how the program behaves here.</source>
        <translation>A quién llaman los pacientes, qué dice cada hoja y cómo se comporta el programa aquí.</translation>
    </message>
    <message>
        <source>&amp;Change details…</source>
        <translation>&amp;Cambiar datos…</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>Sin dato</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>24 hours: 14:30</source>
        <translation>24 horas: 14:30</translation>
    </message>
    <message>
        <source>12 hours: 2:30 pm</source>
        <translation>12 horas: 2:30 pm</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Phone patients call</source>
        <translation>Teléfono al que llaman los pacientes</translation>
    </message>
    <message>
        <source>Phone after hours</source>
        <translation>Teléfono fuera de horario</translation>
    </message>
    <message>
        <source>Opening hours on pages</source>
        <translation>Horario en las hojas</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Sitio web</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Times are written with</source>
        <translation>Las horas se escriben con</translation>
    </message>
    <message>
        <source>The window locks after</source>
        <translation>La ventana se bloquea después de</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Photos of patients</source>
        <translation>Fotos de pacientes</translation>
    </message>
    <message>
        <source>Practice details saved</source>
        <translation>Datos del consultorio guardados</translation>
    </message>
    <message>
        <source>change the practice details</source>
        <translation>cambiar los datos del consultorio</translation>
    </message>
    <message>
        <source>The new time zone counts from the next sign-in on. Lock and sign in again now.</source>
        <translation>La nueva zona horaria vale desde la próxima entrada. Bloquee y entre de nuevo ahora.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Language and how to reach</source>
        <translation>Idioma y cómo contactar</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>&amp;Interpreter needed</source>
        <translation>Necesita in&amp;térprete</translation>
    </message>
    <message>
        <source>The same language</source>
        <translation>El mismo idioma</translation>
    </message>
    <message>
        <source>Interpreter&apos;s lan&amp;guage</source>
        <translation>Idioma del intér&amp;prete</translation>
    </message>
    <message>
        <source>Large print on pap&amp;er</source>
        <translation>L&amp;etra grande en papel</translation>
    </message>
    <message>
        <source>&amp;Reach by</source>
        <translation>&amp;Contactar por</translation>
    </message>
    <message>
        <source>&amp;Voicemail</source>
        <translation>&amp;Buzón de voz</translation>
    </message>
    <message>
        <source>&amp;Best time to call</source>
        <translation>&amp;Mejor hora para llamar</translation>
    </message>
    <message>
        <source>&amp;Do not call</source>
        <translation>No &amp;llamar</translation>
    </message>
    <message>
        <source>No le&amp;tters by mail</source>
        <translation>Sin car&amp;tas por correo</translation>
    </message>
    <message>
        <source>N&amp;ote for whoever calls</source>
        <translation>N&amp;ota para quien llame</translation>
    </message>
</context>
<context>
    <name>PreviewNotes</name>
    <message numerus="yes">
        <source>%n item(s) did not fit and are counted on the page: {items}</source>
        <translation>
            <numerusform>%n elemento no cupo y se cuenta en la hoja: {items}</numerusform>
            <numerusform>%n elementos no cupieron y se cuentan en la hoja: {items}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) have no version in this language. Explain them: {items}</source>
        <translation>
            <numerusform>%n línea no tiene versión en este idioma. Explíquela: {items}</numerusform>
            <numerusform>%n líneas no tienen versión en este idioma. Explíquelas: {items}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PrintOptions</name>
    <message>
        <source>English</source>
        <translation>inglés</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>español</translation>
    </message>
    <message>
        <source>Standard (12 pt)</source>
        <translation>Normal (12 pt)</translation>
    </message>
    <message>
        <source>Large print (18 pt)</source>
        <translation>Letra grande (18 pt)</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Letter si&amp;ze</source>
        <translation>&amp;Tamaño de la letra</translation>
    </message>
    <message>
        <source>Pape&amp;r</source>
        <translation>Pape&amp;l</translation>
    </message>
    <message>
        <source>&amp;Most important</source>
        <translation>Lo &amp;más importante</translation>
    </message>
    <message>
        <source>Empty: the next visit or the urgent step.</source>
        <translation>Vacío: la próxima visita o el paso urgente.</translation>
    </message>
    <message>
        <source>Sensitive: prints only when ticked</source>
        <translation>Sensible: solo se imprime si lo marca</translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message>
        <source>Print next steps</source>
        <translation>Imprimir próximos pasos</translation>
    </message>
    <message>
        <source>Show t&amp;hat page</source>
        <translation>Mostrar esa &amp;hoja</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>Im&amp;primir</translation>
    </message>
    <message>
        <source>&amp;Save PDF…</source>
        <translation>&amp;Guardar PDF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Print %n page(s)</source>
        <translation>
            <numerusform>Im&amp;primir %n página</numerusform>
            <numerusform>Im&amp;primir %n páginas</numerusform>
        </translation>
    </message>
    <message>
        <source>printed</source>
        <translation>impresa</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>guardada</translation>
    </message>
    <message>
        <source>Last page: {how} {date} by {name}.</source>
        <translation>Última hoja: {how} {date} por {name}.</translation>
    </message>
    <message>
        <source>This computer knows no printer. Save the PDF instead.</source>
        <translation>Esta computadora no tiene impresora. Guarde el PDF.</translation>
    </message>
    <message>
        <source>The printer did not take the page. Nothing was recorded. Try again or save.</source>
        <translation>La impresora no aceptó la hoja. No se registró nada. Inténtelo otra vez o guárdela.</translation>
    </message>
    <message>
        <source>the printer</source>
        <translation>la impresora</translation>
    </message>
    <message numerus="yes">
        <source>Sent to {printer}, %n page(s)</source>
        <translation>
            <numerusform>Enviado a {printer}, %n página</numerusform>
            <numerusform>Enviado a {printer}, %n páginas</numerusform>
        </translation>
    </message>
    <message>
        <source>The file was not saved: {reason}. Choose another place.</source>
        <translation>El archivo no se guardó: {reason}. Elija otro lugar.</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Guardado como {file}</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Guardar PDF</translation>
    </message>
    <message>
        <source>record of the page, {family}</source>
        <translation>registro de la hoja, {family}</translation>
    </message>
    <message>
        <source>Print on &amp;another printer…</source>
        <translation>Imprimir en &amp;otra impresora…</translation>
    </message>
    <message>
        <source>Printer: {name}</source>
        <translation>Impresora: {name}</translation>
    </message>
    <message>
        <source>Copy for {name}.</source>
        <translation>Copia para {name}.</translation>
    </message>
</context>
<context>
    <name>ProgramWords</name>
    <message>
        <source>Met</source>
        <translation>Cumple</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Conflicto</translation>
    </message>
    <message>
        <source>Something missing</source>
        <translation>Falta algo</translation>
    </message>
    <message>
        <source>Time kept</source>
        <translation>Tiempo anotado</translation>
    </message>
    <message numerus="yes">
        <source>%n min. to {code}</source>
        <translation>
            <numerusform>%n min. para {code}</numerusform>
            <numerusform>%n min. para {code}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes are given to no program</source>
        <translation>
            <numerusform>%n minuto sin programa</numerusform>
            <numerusform>%n minutos sin programa</numerusform>
        </translation>
    </message>
    <message>
        <source>not with {program}</source>
        <translation>no con {program}</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Rechazó</translation>
    </message>
    <message>
        <source>Not enrolled</source>
        <translation>No inscrito</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Todavía no</translation>
    </message>
    <message>
        <source>verbal</source>
        <translation>verbal</translation>
    </message>
    <message>
        <source>written</source>
        <translation>por escrito</translation>
    </message>
    <message>
        <source>No consent recorded</source>
        <translation>Sin consentimiento anotado</translation>
    </message>
    <message>
        <source>Consent {day}: {by}, {how}; asked by {who}</source>
        <translation>Consentimiento {day}: {by}, {how}; lo pidió {who}</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Expediente</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>Conference</source>
        <translation>Reunión</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>What</source>
        <translation>En qué</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ninguno todavía</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>captured</source>
        <translation>registrado</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>escrito</translation>
    </message>
    <message>
        <source>does not count</source>
        <translation>no cuenta</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Below the threshold</source>
        <translation>Bajo el umbral</translation>
    </message>
    <message>
        <source>Min.</source>
        <translation>Min.</translation>
    </message>
    <message>
        <source>Reaches</source>
        <translation>Alcanza</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Siguiente paso</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Falta</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Conflictos</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Coordinador</translation>
    </message>
</context>
<context>
    <name>ProgramsTab</name>
    <message>
        <source>Programs</source>
        <translation>Programas</translation>
    </message>
    <message>
        <source>A reminder of what the rules ask for. It is never a claim by itself.</source>
        <translation>Un recordatorio de lo que piden las reglas. Nunca es por sí mismo una reclamación de pago.</translation>
    </message>
    <message>
        <source>Time of this month</source>
        <translation>Tiempo de este mes</translation>
    </message>
    <message>
        <source>Enrol records who consented, how and when. Minutes are kept from then on.</source>
        <translation>Inscribir anota quién consintió, cómo y cuándo. Desde entonces se guardan los minutos.</translation>
    </message>
    <message>
        <source>In no program.</source>
        <translation>En ningún programa.</translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation>Desde el {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>hasta el {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minuto</numerusform>
            <numerusform>%n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>This month: {what}</source>
        <translation>Este mes: {what}</translation>
    </message>
    <message>
        <source>Missing: {what}</source>
        <translation>Falta: {what}</translation>
    </message>
    <message>
        <source>Conflict: {what}</source>
        <translation>Conflicto: {what}</translation>
    </message>
    <message>
        <source>Time in {month} {year}</source>
        <translation>Tiempo en {month} {year}</translation>
    </message>
    <message numerus="yes">
        <source>%n pieces</source>
        <translation>
            <numerusform>%n anotación</numerusform>
            <numerusform>%n anotaciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes are given to no program</source>
        <translation>
            <numerusform>%n minuto sin programa</numerusform>
            <numerusform>%n minutos sin programa</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Enrol in a program…</source>
        <translation>&amp;Inscribir en un programa…</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>consentimiento</translation>
    </message>
    <message>
        <source>chronic care</source>
        <translation>cuidado crónico</translation>
    </message>
    <message>
        <source>collaborative care</source>
        <translation>atención colaborativa</translation>
    </message>
    <message>
        <source>&amp;Status, consent, gates…</source>
        <translation>E&amp;stado, consentimiento, requisitos…</translation>
    </message>
    <message>
        <source>Add &amp;time…</source>
        <translation>Añadir &amp;tiempo…</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>&amp;Correct time…</source>
        <translation>&amp;Corregir tiempo…</translation>
    </message>
    <message>
        <source>Enrolment saved.</source>
        <translation>Inscripción guardada.</translation>
    </message>
    <message>
        <source>enrolment</source>
        <translation>inscripción</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>program</source>
        <translation>programa</translation>
    </message>
    <message>
        <source>Time saved.</source>
        <translation>Tiempo guardado.</translation>
    </message>
    <message>
        <source>time</source>
        <translation>tiempo</translation>
    </message>
    <message>
        <source>Time corrected.</source>
        <translation>Tiempo corregido.</translation>
    </message>
</context>
<context>
    <name>ProgressTab</name>
    <message>
        <source>Progress</source>
        <translation>Evolución</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>Mostrar los {count}</translation>
    </message>
    <message>
        <source>Values over time</source>
        <translation>Valores en el tiempo</translation>
    </message>
    <message>
        <source>No value recorded.</source>
        <translation>Ningún valor registrado.</translation>
    </message>
    <message>
        <source>How medicines are taken</source>
        <translation>Cómo se toman los medicamentos</translation>
    </message>
    <message>
        <source>No current medicine recorded.</source>
        <translation>Ningún medicamento actual registrado.</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Citas</translation>
    </message>
    <message>
        <source>How &amp;medicines are taken</source>
        <translation>Cómo se toman los &amp;medicamentos</translation>
    </message>
    <message>
        <source>adherence</source>
        <translation>adherencia</translation>
    </message>
    <message>
        <source>refill</source>
        <translation>surtido</translation>
    </message>
    <message>
        <source>how a medicine is taken</source>
        <translation>cómo se toma un medicamento</translation>
    </message>
    <message>
        <source>Written down.</source>
        <translation>Anotado.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) counted</source>
        <translation>
            <numerusform>%n valor contado</numerusform>
            <numerusform>%n valores contados</numerusform>
        </translation>
    </message>
    <message>
        <source>Calculated by the program</source>
        <translation>Calculado por el programa</translation>
    </message>
</context>
<context>
    <name>ProgressWords</name>
    <message>
        <source>eGFR</source>
        <translation>TFGe</translation>
    </message>
    <message>
        <source>A1c</source>
        <translation>A1c</translation>
    </message>
    <message>
        <source>Blood pressure</source>
        <translation>Presión arterial</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>PHQ-9</source>
        <translation>PHQ-9</translation>
    </message>
    <message>
        <source>G1</source>
        <translation>G1</translation>
    </message>
    <message>
        <source>G2</source>
        <translation>G2</translation>
    </message>
    <message>
        <source>G3a</source>
        <translation>G3a</translation>
    </message>
    <message>
        <source>G3b</source>
        <translation>G3b</translation>
    </message>
    <message>
        <source>G4</source>
        <translation>G4</translation>
    </message>
    <message>
        <source>G5</source>
        <translation>G5</translation>
    </message>
    <message>
        <source>under 7 %</source>
        <translation>menos de 7 %</translation>
    </message>
    <message>
        <source>7 to under 8 %</source>
        <translation>de 7 a menos de 8 %</translation>
    </message>
    <message>
        <source>8 to 9 %</source>
        <translation>de 8 a 9 %</translation>
    </message>
    <message>
        <source>over 9 %</source>
        <translation>más de 9 %</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>elevated</source>
        <translation>elevada</translation>
    </message>
    <message>
        <source>stage 1</source>
        <translation>etapa 1</translation>
    </message>
    <message>
        <source>stage 2</source>
        <translation>etapa 2</translation>
    </message>
    <message>
        <source>minimal</source>
        <translation>mínima</translation>
    </message>
    <message>
        <source>mild</source>
        <translation>leve</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>moderada</translation>
    </message>
    <message>
        <source>moderately severe</source>
        <translation>moderadamente grave</translation>
    </message>
    <message>
        <source>severe</source>
        <translation>grave</translation>
    </message>
    <message>
        <source>{name}: no value recorded</source>
        <translation>{name}: ningún valor registrado</translation>
    </message>
    <message>
        <source>Too few values to tell a direction: {count} in {months} months.</source>
        <translation>Muy pocos valores para ver una tendencia: {count} en {months} meses.</translation>
    </message>
    <message>
        <source>{count} values in {months} months</source>
        <translation>{count} valores en {months} meses</translation>
    </message>
    <message>
        <source>Steady ({how})</source>
        <translation>Estable ({how})</translation>
    </message>
    <message>
        <source>Falls by {amount} a year ({how})</source>
        <translation>Baja {amount} al año ({how})</translation>
    </message>
    <message>
        <source>Rises by {amount} a year ({how})</source>
        <translation>Sube {amount} al año ({how})</translation>
    </message>
    <message>
        <source>Directions: least squares over {months} months, from {values} values and {days} days on ({mark}).</source>
        <translation>Tendencias: mínimos cuadrados de {months} meses, desde {values} valores y {days} días ({mark}).</translation>
    </message>
    <message>
        <source>{band} since {date}, not yet confirmed by a later value</source>
        <translation>{band} desde {date}, sin confirmar aún por un valor posterior</translation>
    </message>
    <message>
        <source>{band} since {date}</source>
        <translation>{band} desde {date}</translation>
    </message>
    <message>
        <source>{band} since {date}, before that {other}</source>
        <translation>{band} desde {date}, antes {other}</translation>
    </message>
    <message>
        <source>{what}, confirmed {date}</source>
        <translation>{what}, confirmado {date}</translation>
    </message>
    <message>
        <source>{percent} % since the value before: evaluate ({source})</source>
        <translation>{percent} % desde el valor anterior: evaluar ({source})</translation>
    </message>
    <message>
        <source>From {first} ({date}) to {last}: {percent} %</source>
        <translation>De {first} ({date}) a {last}: {percent} %</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) not counted (unit, date or not exact)</source>
        <translation>
            <numerusform>%n valor no contado (unidad, fecha o no exacto)</numerusform>
            <numerusform>%n valores no contados (unidad, fecha o no exactos)</numerusform>
        </translation>
    </message>
    <message>
        <source>not counted: other or no unit</source>
        <translation>no contado: otra unidad o ninguna</translation>
    </message>
    <message>
        <source>not counted: not exact</source>
        <translation>no contado: no es exacto</translation>
    </message>
    <message>
        <source>not counted: day not known</source>
        <translation>no contado: día desconocido</translation>
    </message>
    <message>
        <source>Bands: {source} ({year}; {mark}). Slope: {slope} ({slope_mark}).</source>
        <translation>Rangos: {source} ({year}; {mark}). Tendencia: {slope} ({slope_mark}).</translation>
    </message>
    <message>
        <source>read in its source</source>
        <translation>leído en su fuente</translation>
    </message>
    <message>
        <source>read in a source that quotes it</source>
        <translation>leído en una fuente que lo cita</translation>
    </message>
    <message>
        <source>from memory, not confirmed</source>
        <translation>de memoria, sin confirmar</translation>
    </message>
    <message>
        <source>a proposal, not confirmed</source>
        <translation>una propuesta, sin confirmar</translation>
    </message>
    <message>
        <source>Taken as directed</source>
        <translation>Tomado como se indicó</translation>
    </message>
    <message>
        <source>Some doses missed</source>
        <translation>Algunas dosis omitidas</translation>
    </message>
    <message>
        <source>Stopped by the patient</source>
        <translation>Suspendido por el paciente</translation>
    </message>
    <message>
        <source>Never started</source>
        <translation>Nunca empezó</translation>
    </message>
    <message>
        <source>Asked, not known</source>
        <translation>Preguntado, no se sabe</translation>
    </message>
    <message>
        <source>forgot</source>
        <translation>se olvidó</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>costo</translation>
    </message>
    <message>
        <source>ran out</source>
        <translation>se le acabó</translation>
    </message>
    <message>
        <source>side effects</source>
        <translation>efectos secundarios</translation>
    </message>
    <message>
        <source>felt better</source>
        <translation>se sintió mejor</translation>
    </message>
    <message>
        <source>felt worse</source>
        <translation>se sintió peor</translation>
    </message>
    <message>
        <source>thinks it is not needed</source>
        <translation>cree que no hace falta</translation>
    </message>
    <message>
        <source>afraid of it</source>
        <translation>le tiene miedo</translation>
    </message>
    <message>
        <source>hard to take</source>
        <translation>difícil de tomar</translation>
    </message>
    <message>
        <source>too many medicines</source>
        <translation>demasiados medicamentos</translation>
    </message>
    <message>
        <source>unclear how to take it</source>
        <translation>no está claro cómo tomarlo</translation>
    </message>
    <message>
        <source>was told to stop</source>
        <translation>le dijeron que lo dejara</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>no disponible</translation>
    </message>
    <message>
        <source>other reason</source>
        <translation>otro motivo</translation>
    </message>
    <message>
        <source>{doses} in {days} days</source>
        <translation>{doses} en {days} días</translation>
    </message>
    <message>
        <source>asked {date} by {name}</source>
        <translation>preguntado {date} por {name}</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>alguien</translation>
    </message>
    <message>
        <source>Nobody asked yet how it is taken.</source>
        <translation>Nadie ha preguntado todavía cómo se toma.</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier answer(s)</source>
        <translation>
            <numerusform>%n respuesta anterior</numerusform>
            <numerusform>%n respuestas anteriores</numerusform>
        </translation>
    </message>
    <message>
        <source>Last refill not known.</source>
        <translation>Último surtido desconocido.</translation>
    </message>
    <message>
        <source>Last refill {date}, as the patient said</source>
        <translation>Último surtido {date}, según el paciente</translation>
    </message>
    <message>
        <source>Last refill {date}</source>
        <translation>Último surtido {date}</translation>
    </message>
    <message>
        <source>Last refill {date} for {days} days, to {end}</source>
        <translation>Último surtido {date} para {days} días, hasta {end}</translation>
    </message>
    <message>
        <source>{cancelled} cancelled, {unknown} without a recorded outcome: not counted</source>
        <translation>{cancelled} canceladas, {unknown} sin resultado registrado: no cuentan</translation>
    </message>
    <message>
        <source>No kept or missed appointment since {date}</source>
        <translation>Ninguna cita cumplida o perdida desde {date}</translation>
    </message>
    <message>
        <source>Kept {kept} of {all} ({percent} %) since {date}</source>
        <translation>Cumplió {kept} de {all} ({percent} %) desde {date}</translation>
    </message>
    <message>
        <source>Here {ours} of {all_ours}, elsewhere {outside} of {all_outside}</source>
        <translation>Aquí {ours} de {all_ours}, en otros lugares {outside} de {all_outside}</translation>
    </message>
    <message>
        <source>Not recorded for {count} of {all} medicines</source>
        <translation>Sin registrar en {count} de {all} medicinas</translation>
    </message>
    <message>
        <source>How medicines are taken: not recorded</source>
        <translation>Cómo toma las medicinas: sin registrar</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>Not as told: {count} of {known} medicines asked about</source>
        <translation>No como se indicó: {count} de {known} medicinas preguntadas</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Omitidas</translation>
    </message>
    <message>
        <source>Kept and missed visits: not recorded since {date}</source>
        <translation>Citas cumplidas y perdidas: sin registrar desde {date}</translation>
    </message>
    <message>
        <source>Visits since {date}: kept {kept}, missed {missed}</source>
        <translation>Citas desde {date}: cumplidas {kept}, perdidas {missed}</translation>
    </message>
    <message>
        <source>Outcome not recorded for {count}</source>
        <translation>Resultado sin registrar en {count}</translation>
    </message>
    <message>
        <source>Refill late: {count} of {known} medicines with a known supply</source>
        <translation>Resurtido atrasado: {count} de {known} medicinas con duración conocida</translation>
    </message>
    <message>
        <source>supply ended {date}</source>
        <translation>se terminó el {date}</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Atrasado</translation>
    </message>
    <message>
        <source>not counted: dated in the future</source>
        <translation>no cuenta: con fecha futura</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
</context>
<context>
    <name>QuestionForm</name>
    <message>
        <source>Wh&amp;y they are told all the same</source>
        <translation>P&amp;or qué se le dice igualmente</translation>
    </message>
    <message>
        <source>{why}. Write the reason if they are told all the same.</source>
        <translation>{why}. Escriba el motivo si se le dice igualmente.</translation>
    </message>
</context>
<context>
    <name>QuestionnairesSection</name>
    <message>
        <source>Questionnaires</source>
        <translation>Cuestionarios</translation>
    </message>
    <message>
        <source>What can be asked on the chart, Screening. Words and scoring come with the program, each with its source and who holds the rights. One that needs a licence stays off until you say what allows you to use it.</source>
        <translation>Lo que se puede preguntar en la ficha, Cribado. Los textos y los puntajes vienen con el programa, cada uno con su fuente y con quién tiene los derechos. El que necesita licencia queda inactivo hasta que usted dice qué le permite usarlo.</translation>
    </message>
    <message>
        <source>No questionnaires.</source>
        <translation>No hay cuestionarios.</translation>
    </message>
    <message>
        <source>&amp;Use…</source>
        <translation>&amp;Usar…</translation>
    </message>
    <message>
        <source>&amp;Read it</source>
        <translation>&amp;Leer</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Cuestionario</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Derechos</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Certeza</translation>
    </message>
    <message>
        <source>Needs a licence</source>
        <translation>Necesita licencia</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Inactivo</translation>
    </message>
    <message>
        <source>Saved: {questionnaire}.</source>
        <translation>Guardado: {questionnaire}.</translation>
    </message>
    <message>
        <source>use of a questionnaire</source>
        <translation>uso de un cuestionario</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Qué dice</translation>
    </message>
</context>
<context>
    <name>QueueTabs</name>
    <message>
        <source>All due</source>
        <translation>Todo lo pendiente</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>Llegadas</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Seguimiento</translation>
    </message>
    <message>
        <source>Unscheduled</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>Gone quiet</source>
        <translation>Sin noticias</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listas</translation>
    </message>
    <message>
        <source>Nobody is here and nobody is expected any more today.</source>
        <translation>No hay nadie aquí y hoy ya no se espera a nadie.</translation>
    </message>
    <message>
        <source>No visit is booked for the next working day.</source>
        <translation>No hay citas para el próximo día laborable.</translation>
    </message>
    <message>
        <source>Nobody is to be called now.</source>
        <translation>Ahora no hay que llamar a nadie.</translation>
    </message>
    <message>
        <source>Every cancelled or missed visit has a new date.</source>
        <translation>Todas las citas canceladas o perdidas tienen una fecha nueva.</translation>
    </message>
    <message>
        <source>Every patient in care was reached or seen lately, or has a date.</source>
        <translation>A todos los pacientes en seguimiento se les ha localizado o visto hace poco, o tienen cita.</translation>
    </message>
    <message>
        <source>List: {name}</source>
        <translation>Lista: {name}</translation>
    </message>
    <message>
        <source>Wait list</source>
        <translation>Lista de espera</translation>
    </message>
    <message>
        <source>Nobody waits for a time.</source>
        <translation>Nadie espera una hora.</translation>
    </message>
</context>
<context>
    <name>QuickBookDialog</name>
    <message>
        <source>Book what is due</source>
        <translation>Reservar lo que toca</translation>
    </message>
    <message>
        <source>{name}, {minutes} min</source>
        <translation>{name}, {minutes} min</translation>
    </message>
    <message>
        <source>&amp;Other time or details…</source>
        <translation>&amp;Otra hora o detalles…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>&amp;Kind of visit</source>
        <translation>&amp;Tipo de visita</translation>
    </message>
    <message>
        <source>A digit books at once. Undo takes it back.</source>
        <translation>Un dígito reserva al instante. Deshacer lo anula.</translation>
    </message>
</context>
<context>
    <name>QuickDays</name>
    <message>
        <source>Tomorrow</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 semana</translation>
    </message>
    <message>
        <source>2 weeks</source>
        <translation>2 semanas</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 mes</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Screens</source>
        <translation>Pantallas</translation>
    </message>
    <message>
        <source>Ctrl +</source>
        <translation>Ctrl +</translation>
    </message>
</context>
<context>
    <name>ReachWords</name>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation>Mensajes de texto</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>Pager</source>
        <translation>Buscapersonas</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Página web</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Móvil</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Casa</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>For a time</source>
        <translation>Por un tiempo</translation>
    </message>
    <message>
        <source>No longer used</source>
        <translation>Ya no se usa</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Facturación</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>Portal</translation>
    </message>
    <message>
        <source>Leave no message</source>
        <translation>No dejar mensaje</translation>
    </message>
    <message>
        <source>Only name and call-back number</source>
        <translation>Solo nombre y número para devolver la llamada</translation>
    </message>
    <message>
        <source>Details may be left</source>
        <translation>Se pueden dejar detalles</translation>
    </message>
    <message>
        <source>Voicemail: leave no message.</source>
        <translation>Buzón de voz: no deje mensaje.</translation>
    </message>
    <message>
        <source>Voicemail: only your name and the call-back number. No health details.</source>
        <translation>Buzón de voz: solo su nombre y el número para devolver la llamada. Ningún dato de salud.</translation>
    </message>
    <message>
        <source>Voicemail: details may be left.</source>
        <translation>Buzón de voz: se pueden dejar detalles.</translation>
    </message>
    <message>
        <source>Voicemail: not asked. Leave only your name and the call-back number.</source>
        <translation>Buzón de voz: sin preguntar. Deje solo su nombre y el número para devolver la llamada.</translation>
    </message>
    <message>
        <source>Do not call.</source>
        <translation>No llamar.</translation>
    </message>
    <message>
        <source>Interpreter: {language}</source>
        <translation>Intérprete: {language}</translation>
    </message>
    <message>
        <source>Prefers: {channel}</source>
        <translation>Prefiere: {channel}</translation>
    </message>
    <message>
        <source>Best time: {time}</source>
        <translation>Mejor hora: {time}</translation>
    </message>
    <message>
        <source>may hear: {topics}</source>
        <translation>puede saber: {topics}</translation>
    </message>
    <message>
        <source>not: {topics}</source>
        <translation>no: {topics}</translation>
    </message>
    <message>
        <source>emergency contact</source>
        <translation>contacto de emergencia</translation>
    </message>
</context>
<context>
    <name>ReadingCheck</name>
    <message>
        <source>Names do not count: {names}.</source>
        <translation>Los nombres no cuentan: {names}.</translation>
    </message>
    <message>
        <source>Ease of reading {value}, aim for {aim} or more.</source>
        <translation>Facilidad de lectura {value}; procure {aim} o más.</translation>
    </message>
    <message>
        <source>School grade {value}, aim for {aim} or less.</source>
        <translation>Grado escolar {value}; procure {aim} o menos.</translation>
    </message>
    <message>
        <source>Use shorter sentences and everyday words.</source>
        <translation>Use frases más cortas y palabras de todos los días.</translation>
    </message>
    <message>
        <source>Too hard: a line like this needs a reason before it prints.</source>
        <translation>Demasiado difícil: una línea así necesita un motivo antes de imprimirse.</translation>
    </message>
    <message>
        <source>Long sentence: “{place}”</source>
        <translation>Frase larga: «{place}»</translation>
    </message>
    <message>
        <source>Say who does it: “{place}”</source>
        <translation>Diga quién lo hace: «{place}»</translation>
    </message>
    <message>
        <source>“{place}”: say “{instead}”</source>
        <translation>«{place}»: diga «{instead}»</translation>
    </message>
    <message>
        <source>A sum or range to work out: “{place}”</source>
        <translation>Una cuenta o un intervalo por calcular: «{place}»</translation>
    </message>
    <message>
        <source>Say why it matters to the patient.</source>
        <translation>Diga por qué le importa al paciente.</translation>
    </message>
</context>
<context>
    <name>ReadingCommands</name>
    <message>
        <source>&amp;Next match</source>
        <translation>Coincidencia siguie&amp;nte</translation>
    </message>
    <message>
        <source>Match &amp;before</source>
        <translation>Coincidencia anteri&amp;or</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Document larger (+)</source>
        <translation>Documento más grande (+)</translation>
    </message>
    <message>
        <source>Document smaller (-)</source>
        <translation>Documento más pequeño (-)</translation>
    </message>
    <message>
        <source>Fit the width (0)</source>
        <translation>Ajustar al ancho (0)</translation>
    </message>
    <message>
        <source>Turn to the right (R)</source>
        <translation>Girar a la derecha (R)</translation>
    </message>
    <message>
        <source>Turn to the left (Shift+R)</source>
        <translation>Girar a la izquierda (Mayús+R)</translation>
    </message>
</context>
<context>
    <name>RebookDialog</name>
    <message>
        <source>Visits to book anew</source>
        <translation>Citas que necesitan otra hora</translation>
    </message>
</context>
<context>
    <name>RecordActs</name>
    <message>
        <source>This cannot be marked as an error here.</source>
        <translation>Esto no se puede marcar como error aquí.</translation>
    </message>
    <message>
        <source>Marked as entered in error.</source>
        <translation>Marcado como ingresado por error.</translation>
    </message>
    <message>
        <source>entered in error</source>
        <translation>ingresado por error</translation>
    </message>
    <message>
        <source>It counts again.</source>
        <translation>Vuelve a contar.</translation>
    </message>
    <message>
        <source>not an error</source>
        <translation>no es un error</translation>
    </message>
</context>
<context>
    <name>RecordHistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>{kind}: {title}</source>
        <translation>{kind}: {title}</translation>
    </message>
    <message>
        <source>Nothing is recorded about this one by itself.</source>
        <translation>No hay nada registrado sobre este elemento en particular.</translation>
    </message>
</context>
<context>
    <name>RecordTab</name>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Choose an entry to read all of it, and where it comes from.</source>
        <translation>Elija una entrada para leerla completa y ver de dónde viene.</translation>
    </message>
    <message>
        <source>Nothing current here.</source>
        <translation>Aquí no hay nada vigente.</translation>
    </message>
    <message>
        <source>Turn off Current only to see what was before.</source>
        <translation>Desactive Solo lo vigente para ver lo anterior.</translation>
    </message>
    <message>
        <source>Nothing recorded here.</source>
        <translation>Aquí no hay nada registrado.</translation>
    </message>
    <message>
        <source>What is imported or recorded appears here.</source>
        <translation>Aquí aparece lo que se importa o registra.</translation>
    </message>
    <message>
        <source>Current only</source>
        <translation>Solo lo vigente</translation>
    </message>
    <message>
        <source>Show entered in error</source>
        <translation>Mostrar lo ingresado por error</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Social findings</source>
        <translation>Situación social</translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation>Medicamentos</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>Alergias</translation>
    </message>
    <message>
        <source>Immunizations</source>
        <translation>Vacunas</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>Procedimientos</translation>
    </message>
    <message>
        <source>Family history</source>
        <translation>Antecedentes familiares</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalle</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation>Ingresado por error</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Vigente</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Nuestro</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Externa</translation>
    </message>
</context>
<context>
    <name>RecordWords</name>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} de {total}</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historial…</translation>
    </message>
    <message>
        <source>&amp;Entered in error…</source>
        <translation>&amp;Ingresado por error…</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Externa</translation>
    </message>
    <message>
        <source>Entered here</source>
        <translation>Ingresado aquí</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>el programa</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>no se indica</translation>
    </message>
    <message>
        <source>{author} (from the sender&apos;s record of who recorded it)</source>
        <translation>{author} (según el registro del remitente sobre quién lo anotó)</translation>
    </message>
    <message>
        <source>imported by {name}</source>
        <translation>importado por {name}</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Registrado</translation>
    </message>
    <message>
        <source>Received here</source>
        <translation>Recibido aquí</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>{kind}: {title}</source>
        <translation>{kind}: {title}</translation>
    </message>
    <message>
        <source>Entered in error, says whoever sent it. It is not counted.</source>
        <translation>Ingresado por error, según quien lo envió. No se cuenta.</translation>
    </message>
    <message>
        <source>Entered in error: {reason}
{name}, {date}. It is not counted.</source>
        <translation>Ingresado por error: {reason}
{name}, {date}. No se cuenta.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Added: {thing}</source>
        <translation>Agregado: {thing}</translation>
    </message>
    <message>
        <source>Changed: {thing}</source>
        <translation>Cambiado: {thing}</translation>
    </message>
    <message>
        <source>Removed: {thing}</source>
        <translation>Retirado: {thing}</translation>
    </message>
    <message>
        <source>Put back: {thing}</source>
        <translation>Restituido: {thing}</translation>
    </message>
    <message>
        <source>Entered in error: {thing}</source>
        <translation>Ingresado por error: {thing}</translation>
    </message>
    <message>
        <source>Not an error after all: {thing}</source>
        <translation>No era un error: {thing}</translation>
    </message>
    <message>
        <source>Imported: {thing}</source>
        <translation>Importado: {thing}</translation>
    </message>
    <message>
        <source>Chart opened</source>
        <translation>Expediente abierto</translation>
    </message>
    <message>
        <source>Records imported</source>
        <translation>Registros importados</translation>
    </message>
    <message>
        <source>Import taken back</source>
        <translation>Importación deshecha</translation>
    </message>
    <message>
        <source>Printed: {thing}</source>
        <translation>Impreso: {thing}</translation>
    </message>
    <message>
        <source>Saved as a file: {thing}</source>
        <translation>Guardado como archivo: {thing}</translation>
    </message>
    <message>
        <source>{event}: {thing}</source>
        <translation>{event}: {thing}</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Unión</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>Motivo: {reason}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Otros nombres</translation>
    </message>
    <message>
        <source>Preferred name</source>
        <translation>Nombre preferido</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Nacimiento</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Sexo</translation>
    </message>
    <message>
        <source>Sex at birth</source>
        <translation>Sexo al nacer</translation>
    </message>
    <message>
        <source>Gender identity</source>
        <translation>Identidad de género</translation>
    </message>
    <message>
        <source>Sexual orientation</source>
        <translation>Orientación sexual</translation>
    </message>
    <message>
        <source>Pronouns</source>
        <translation>Pronombres</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Raza</translation>
    </message>
    <message>
        <source>Ethnicity</source>
        <translation>Etnia</translation>
    </message>
    <message>
        <source>Marital status</source>
        <translation>Estado civil</translation>
    </message>
    <message>
        <source>Multiple birth</source>
        <translation>Parto múltiple</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Interpreter needed</source>
        <translation>Necesita intérprete</translation>
    </message>
    <message>
        <source>Interpreter&apos;s language</source>
        <translation>Idioma del intérprete</translation>
    </message>
    <message>
        <source>Main phone</source>
        <translation>Teléfono principal</translation>
    </message>
    <message>
        <source>Phones and e-mail</source>
        <translation>Teléfonos y correo electrónico</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Direcciones</translation>
    </message>
    <message>
        <source>Outside numbers</source>
        <translation>Números externos</translation>
    </message>
    <message>
        <source>Record number</source>
        <translation>Número de expediente</translation>
    </message>
    <message>
        <source>Preferred way of contact</source>
        <translation>Forma de contacto preferida</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Buzón de voz</translation>
    </message>
    <message>
        <source>Best time to call</source>
        <translation>Mejor hora para llamar</translation>
    </message>
    <message>
        <source>Note about contact</source>
        <translation>Nota sobre el contacto</translation>
    </message>
    <message>
        <source>Deceased</source>
        <translation>Fallecido</translation>
    </message>
    <message>
        <source>Died</source>
        <translation>Fecha de fallecimiento</translation>
    </message>
    <message>
        <source>Note about the death</source>
        <translation>Nota sobre el fallecimiento</translation>
    </message>
    <message>
        <source>Do not call</source>
        <translation>No llamar</translation>
    </message>
    <message>
        <source>No letters</source>
        <translation>Sin cartas</translation>
    </message>
    <message>
        <source>Large print</source>
        <translation>Letra grande</translation>
    </message>
    <message>
        <source>No known allergies</source>
        <translation>Sin alergias conocidas</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Coordinador</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>Alergias</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Files of documents</source>
        <translation>Archivos de documentos</translation>
    </message>
    <message>
        <source>Visits and stays</source>
        <translation>Visitas y estancias</translation>
    </message>
    <message>
        <source>Family history</source>
        <translation>Antecedentes familiares</translation>
    </message>
    <message>
        <source>Vaccines</source>
        <translation>Vacunas</translation>
    </message>
    <message>
        <source>Notes on taking medicines</source>
        <translation>Notas sobre la toma de medicamentos</translation>
    </message>
    <message>
        <source>Refills</source>
        <translation>Resurtidos</translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation>Medicamentos</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Parts of results</source>
        <translation>Partes de resultados</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>Procedimientos</translation>
    </message>
    <message>
        <source>Notes on origin</source>
        <translation>Notas de procedencia</translation>
    </message>
    <message>
        <source>Questionnaires</source>
        <translation>Cuestionarios</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Citas</translation>
    </message>
    <message>
        <source>Care plans</source>
        <translation>Planes de cuidado</translation>
    </message>
    <message>
        <source>Care teams</source>
        <translation>Equipos de cuidado</translation>
    </message>
    <message>
        <source>Members of care teams</source>
        <translation>Miembros de equipos de cuidado</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Reclamaciones al seguro</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Metas</translation>
    </message>
    <message>
        <source>Printed pages</source>
        <translation>Hojas impresas</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acciones</translation>
    </message>
    <message>
        <source>Steps of referrals</source>
        <translation>Pasos de derivaciones</translation>
    </message>
    <message>
        <source>Referrals and orders</source>
        <translation>Derivaciones y órdenes</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tareas</translation>
    </message>
    <message>
        <source>Items on hold</source>
        <translation>Asuntos en espera</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Consentimientos</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>Seguro</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>Fotografías</translation>
    </message>
    <message>
        <source>On record {number}, which was merged into this one</source>
        <translation>En el expediente {number}, que se fusionó con este</translation>
    </message>
    <message>
        <source>Filter: {filter}</source>
        <translation>Filtro: {filter}</translation>
    </message>
    <message>
        <source>Booked again: {thing}</source>
        <translation>Citada de nuevo: {thing}</translation>
    </message>
    <message>
        <source>Pathways</source>
        <translation>Rutas de atención</translation>
    </message>
    <message>
        <source>Targets of their own</source>
        <translation>Metas propias</translation>
    </message>
    <message>
        <source>Decisions about pathway steps</source>
        <translation>Decisiones sobre pasos de rutas</translation>
    </message>
    <message>
        <source>Health concerns</source>
        <translation>Preocupaciones de salud</translation>
    </message>
    <message>
        <source>Barriers</source>
        <translation>Obstáculos</translation>
    </message>
    <message>
        <source>Copies of the plan given out</source>
        <translation>Copias del plan entregadas</translation>
    </message>
    <message>
        <source>Written parts of the plan</source>
        <translation>Partes escritas del plan</translation>
    </message>
    <message>
        <source>Answers about the plan</source>
        <translation>Respuestas sobre el plan</translation>
    </message>
    <message>
        <source>Versions of the plan</source>
        <translation>Versiones del plan</translation>
    </message>
    <message>
        <source>Safety assessments</source>
        <translation>Evaluaciones de seguridad</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Readers of notes</source>
        <translation>Lectores de notas</translation>
    </message>
    <message>
        <source>Cases of team meetings</source>
        <translation>Casos de reuniones del equipo</translation>
    </message>
    <message>
        <source>Openings in an emergency</source>
        <translation>Aperturas en una emergencia</translation>
    </message>
    <message>
        <source>Near misses</source>
        <translation>Incidentes</translation>
    </message>
    <message>
        <source>Members of our team</source>
        <translation>Miembros de nuestro equipo</translation>
    </message>
    <message>
        <source>Answers and reminders</source>
        <translation>Respuestas y recordatorios</translation>
    </message>
    <message>
        <source>Questions to the team</source>
        <translation>Preguntas al equipo</translation>
    </message>
    <message>
        <source>Approved packets of referrals</source>
        <translation>Envíos aprobados de derivaciones</translation>
    </message>
    <message>
        <source>Page given to somebody without an agreement on file</source>
        <translation>Hoja dada a alguien sin acuerdo registrado</translation>
    </message>
    <message>
        <source>Told without an agreement on file: {thing}</source>
        <translation>Dicho sin acuerdo registrado: {thing}</translation>
    </message>
    <message>
        <source>Sensitive note opened: {thing}</source>
        <translation>Nota delicada abierta: {thing}</translation>
    </message>
    <message>
        <source>Sensitive notes opened in an emergency</source>
        <translation>Notas delicadas abiertas en una emergencia</translation>
    </message>
    <message>
        <source>Work on conflicts</source>
        <translation>Trabajo con conflictos</translation>
    </message>
    <message>
        <source>Reconciliations of medicines</source>
        <translation>Conciliaciones de medicinas</translation>
    </message>
    <message>
        <source>Reconciled medicines</source>
        <translation>Medicinas conciliadas</translation>
    </message>
    <message>
        <source>Follow-ups of screens</source>
        <translation>Seguimientos de cribados</translation>
    </message>
    <message>
        <source>Social needs</source>
        <translation>Necesidades sociales</translation>
    </message>
</context>
<context>
    <name>RecoveryCheckDialog</name>
    <message>
        <source>Check the recovery code</source>
        <translation>Comprobar el código de recuperación</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Comprobar</translation>
    </message>
    <message>
        <source>When every password is forgotten, only this code opens the records. Type it from the printed sheet to be sure that the sheet is there and right.</source>
        <translation>Cuando se olvidan todas las contraseñas, solo este código abre los registros. Escríbalo desde la hoja impresa para asegurarse de que la hoja está y es correcta.</translation>
    </message>
    <message>
        <source>From the printed sheet, groups of four.</source>
        <translation>De la hoja impresa, en grupos de cuatro.</translation>
    </message>
    <message>
        <source>&amp;Recovery code</source>
        <translation>Código de &amp;recuperación</translation>
    </message>
    <message>
        <source>The sheet is lost: make a &amp;new code</source>
        <translation>La hoja se perdió: hacer un código &amp;nuevo</translation>
    </message>
    <message>
        <source>Type the code from the sheet.</source>
        <translation>Escriba el código de la hoja.</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>The new recovery code</source>
        <translation>El nuevo código de recuperación</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Hecho</translation>
    </message>
</context>
<context>
    <name>RecoveryStep</name>
    <message>
        <source>The recovery code</source>
        <translation>El código de recuperación</translation>
    </message>
    <message>
        <source>Without a user&apos;s password or this code nobody can open your records, including us. It is shown only now. Print it twice and keep the sheets in two safe places, not beside this computer.</source>
        <translation>Sin la contraseña de un usuario o este código nadie puede abrir sus expedientes, tampoco nosotros. Solo se muestra ahora. Imprímalo dos veces y guarde las hojas en dos lugares seguros, no junto a esta computadora.</translation>
    </message>
    <message>
        <source>&amp;Print the sheet…</source>
        <translation>&amp;Imprimir la hoja…</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>Guardar como P&amp;DF…</translation>
    </message>
    <message>
        <source>&amp;Type the last four groups from the sheet</source>
        <translation>&amp;Escriba los últimos cuatro grupos de la hoja</translation>
    </message>
    <message>
        <source>These are not the last four groups. Read them again from the sheet.</source>
        <translation>Estos no son los últimos cuatro grupos. Léalos otra vez en la hoja.</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>Guardar la hoja de recuperación</translation>
    </message>
    <message>
        <source>The file was not saved: {reason}. Choose another place.</source>
        <translation>El archivo no se guardó: {reason}. Elija otro lugar.</translation>
    </message>
    <message>
        <source>Saved. Print it and delete the file: whoever has it can read every record.</source>
        <translation>Guardado. Imprímalo y borre el archivo: quien lo tenga puede leer todos los expedientes.</translation>
    </message>
</context>
<context>
    <name>ReferralDetailPane</name>
    <message>
        <source>Choose a referral to see its steps.</source>
        <translation>Elija una derivación para ver sus pasos.</translation>
    </message>
    <message>
        <source>To: {whom}</source>
        <translation>A: {whom}</translation>
    </message>
    <message>
        <source>To: not chosen yet</source>
        <translation>A: sin elegir todavía</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>{date}  Ordered</source>
        <translation>{date}  Solicitada</translation>
    </message>
    <message>
        <source>Visit: {time}</source>
        <translation>Visita: {time}</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Reservada</translation>
    </message>
    <message>
        <source>Nothing recorded yet.</source>
        <translation>Todavía no hay nada registrado.</translation>
    </message>
    <message>
        <source>Still needed</source>
        <translation>Aún falta</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pregunta</translation>
    </message>
    <message>
        <source>Next: {what}</source>
        <translation>Siguiente: {what}</translation>
    </message>
    <message>
        <source>With: {stands}</source>
        <translation>Lo tiene: {stands}</translation>
    </message>
    <message>
        <source>Note is reviewed by: {name}</source>
        <translation>Revisa la nota: {name}</translation>
    </message>
</context>
<context>
    <name>ReferralFilters</name>
    <message>
        <source>Mine</source>
        <translation>Mías</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>Detenidas</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgentes</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Todos los servicios</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>Enviada a</translation>
    </message>
    <message>
        <source>Sent to anybody</source>
        <translation>Enviadas a cualquiera</translation>
    </message>
    <message>
        <source>Filter these referrals</source>
        <translation>Filtrar estas derivaciones</translation>
    </message>
</context>
<context>
    <name>ReferralPacketDialog</name>
    <message>
        <source>Letter and documents</source>
        <translation>Carta y documentos</translation>
    </message>
    <message>
        <source>Sent before</source>
        <translation>Enviado antes</translation>
    </message>
    <message>
        <source>Packet {number}  {time}</source>
        <translation>Envío {number}  {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n página</numerusform>
            <numerusform>%n páginas</numerusform>
        </translation>
    </message>
    <message>
        <source>mark {digits}</source>
        <translation>marca {digits}</translation>
    </message>
    <message>
        <source>These pages were sent before. Change a choice to see the pages of today.</source>
        <translation>Estas páginas ya se enviaron. Cambie una opción para ver las de hoy.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are left out: they need an agreement.</source>
        <translation>
            <numerusform>Se omite %n dato: necesita un acuerdo.</numerusform>
            <numerusform>Se omiten %n datos: necesitan un acuerdo.</numerusform>
        </translation>
    </message>
    <message>
        <source>approved by {name}</source>
        <translation>aprobado por {name}</translation>
    </message>
    <message>
        <source>These pages the front desk may send. Change a choice to see the pages of today.</source>
        <translation>Estas páginas las puede enviar recepción. Cambie una opción para ver las páginas de hoy.</translation>
    </message>
    <message>
        <source>Let front des&amp;k send it</source>
        <translation>Que lo envíe &amp;recepción</translation>
    </message>
</context>
<context>
    <name>ReferralWords</name>
    <message>
        <source>To send</source>
        <translation>Por enviar</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviada</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Reservada</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Atendida</translation>
    </message>
    <message>
        <source>Note back</source>
        <translation>Nota recibida</translation>
    </message>
    <message>
        <source>Closed, 30 days</source>
        <translation>Cerradas, 30 días</translation>
    </message>
    <message>
        <source>Stuck: {state}</source>
        <translation>Detenida: {state}</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Derivación</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>date not known</source>
        <translation>fecha desconocida</translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <translation>
            <numerusform>%n d</numerusform>
            <numerusform>%n d</numerusform>
        </translation>
    </message>
    <message>
        <source>{days} d of {limit}</source>
        <translation>{days} d de {limit}</translation>
    </message>
    <message>
        <source>recorded by {name}</source>
        <translation>registrado por {name}</translation>
    </message>
    <message>
        <source>to {whom}</source>
        <translation>a {whom}</translation>
    </message>
    <message>
        <source>next: {what}, {who}</source>
        <translation>siguiente: {what}, {who}</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Días</translation>
    </message>
    <message>
        <source>Who is next</source>
        <translation>Quién sigue</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Antes del</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgencia</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>{column}, no referral</source>
        <translation>{column}, ninguna derivación</translation>
    </message>
    <message>
        <source>%n stuck</source>
        <translation>%n detenidas</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>desde el {date}</translation>
    </message>
    <message>
        <source>limit {date}</source>
        <translation>límite {date}</translation>
    </message>
    <message numerus="yes">
        <source>%n d over</source>
        <translation>
            <numerusform>%n d de más</numerusform>
            <numerusform>%n d de más</numerusform>
        </translation>
    </message>
    <message>
        <source>Limit of: {service}</source>
        <translation>Límite de: {service}</translation>
    </message>
    <message>
        <source>Late, also with</source>
        <translation>Con retraso, también</translation>
    </message>
    <message>
        <source>Reviews the note</source>
        <translation>Revisa la nota</translation>
    </message>
</context>
<context>
    <name>ReferralsPage</name>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>New referral</source>
        <translation>Nueva derivación</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Derivaciones</translation>
    </message>
    <message>
        <source>Referrals by step</source>
        <translation>Derivaciones por paso</translation>
    </message>
    <message>
        <source>Referrals as a table</source>
        <translation>Derivaciones como tabla</translation>
    </message>
    <message>
        <source>Every referral you make shows here until it is closed.</source>
        <translation>Cada derivación que haga aparece aquí hasta que se cierre.</translation>
    </message>
    <message>
        <source>No open referrals.</source>
        <translation>No hay derivaciones abiertas.</translation>
    </message>
    <message>
        <source>No referral fits this filter.</source>
        <translation>Ninguna derivación coincide con este filtro.</translation>
    </message>
    <message>
        <source>Turn a filter off to see more.</source>
        <translation>Quite un filtro para ver más.</translation>
    </message>
    <message numerus="yes">
        <source>%n referrals</source>
        <translation>
            <numerusform>%n derivación</numerusform>
            <numerusform>%n derivaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} · Filter: {filter}</source>
        <translation>{count} · Filtro: {filter}</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tablero</translation>
    </message>
    <message>
        <source>&amp;Referral</source>
        <translation>De&amp;rivación</translation>
    </message>
    <message>
        <source>refer</source>
        <translation>derivar</translation>
    </message>
    <message>
        <source>consult</source>
        <translation>consulta</translation>
    </message>
    <message>
        <source>&amp;Next step…</source>
        <translation>&amp;Próximo paso…</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>enviada</translation>
    </message>
    <message>
        <source>note back</source>
        <translation>nota recibida</translation>
    </message>
    <message>
        <source>close</source>
        <translation>cerrar</translation>
    </message>
    <message>
        <source>&amp;Book or record visit…</source>
        <translation>Reservar o registrar &amp;visita…</translation>
    </message>
    <message>
        <source>&amp;Open chart</source>
        <translation>Abrir e&amp;xpediente</translation>
    </message>
    <message>
        <source>&amp;Board or table</source>
        <translation>&amp;Tablero o tabla</translation>
    </message>
    <message>
        <source>&amp;Filter these referrals</source>
        <translation>&amp;Filtrar estas derivaciones</translation>
    </message>
    <message>
        <source>Only &amp;mine</source>
        <translation>Solo las &amp;mías</translation>
    </message>
    <message>
        <source>Only &amp;stuck</source>
        <translation>Solo las &amp;detenidas</translation>
    </message>
    <message>
        <source>Only &amp;urgent</source>
        <translation>Solo las &amp;urgentes</translation>
    </message>
    <message>
        <source>New referral: for whom?</source>
        <translation>Nueva derivación: ¿para quién?</translation>
    </message>
    <message>
        <source>new referral</source>
        <translation>nueva derivación</translation>
    </message>
    <message>
        <source>referral step</source>
        <translation>paso de la derivación</translation>
    </message>
    <message>
        <source>Open a&amp;gain…</source>
        <translation>Abrir de n&amp;uevo…</translation>
    </message>
    <message>
        <source>reopen</source>
        <translation>reabrir</translation>
    </message>
    <message>
        <source>Only without a &amp;date</source>
        <translation>Solo sin &amp;fecha</translation>
    </message>
    <message>
        <source>opening again</source>
        <translation>apertura de nuevo</translation>
    </message>
    <message>
        <source>The first {count}, most days late first. The counts are of these; filter to see others.</source>
        <translation>Las primeras {count}, las más atrasadas primero. Las cuentas son de estas; filtre para ver otras.</translation>
    </message>
</context>
<context>
    <name>RegisterPatientDialog</name>
    <message>
        <source>Correct details</source>
        <translation>Corregir datos</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>Paciente nuevo</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Register</source>
        <translation>&amp;Registrar</translation>
    </message>
    <message>
        <source>&amp;Family name</source>
        <translation>A&amp;pellidos</translation>
    </message>
    <message>
        <source>&amp;Given names</source>
        <translation>&amp;Nombres</translation>
    </message>
    <message>
        <source>for example 3/4/1958, or only 1958</source>
        <translation>por ejemplo 3/4/1958, o solo 1958</translation>
    </message>
    <message>
        <source>&amp;Born</source>
        <translation>Na&amp;cimiento</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Sin preguntar</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Mujer</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Hombre</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Se desconoce</translation>
    </message>
    <message>
        <source>Se&amp;x</source>
        <translation>Se&amp;xo</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Teléfono</translation>
    </message>
    <message>
        <source>Preferred &amp;name</source>
        <translation>Nombre pre&amp;ferido</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>Tratamiento</translation>
    </message>
    <message>
        <source>Suff&amp;ix</source>
        <translation>Sufi&amp;jo</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Idio&amp;ma</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nadie todavía</translation>
    </message>
    <message>
        <source>Coor&amp;dinator</source>
        <translation>Coordinación</translation>
    </message>
    <message>
        <source>Best time to &amp;call</source>
        <translation>Mejor hora para &amp;llamar</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>Cit&amp;y</source>
        <translation>C&amp;iudad</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>&amp;ZIP code</source>
        <translation>Código &amp;ZIP</translation>
    </message>
    <message>
        <source>C&amp;ontact person</source>
        <translation>Per&amp;sona de contacto</translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>Relación</translation>
    </message>
    <message>
        <source>Contact&apos;s p&amp;hone</source>
        <translation>Teléfono del contacto</translation>
    </message>
    <message>
        <source>Interpreter needed</source>
        <translation>Necesita intérprete</translation>
    </message>
    <message>
        <source>E-&amp;mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Large print on pap&amp;er</source>
        <translation>Letra grande en papel</translation>
    </message>
    <message>
        <source>Write the family name. If there is only one name, write it here.</source>
        <translation>Escriba los apellidos. Si solo hay un nombre, escríbalo aquí.</translation>
    </message>
    <message>
        <source>Enter a day or a year, for example 3/4/1958 or 1958.</source>
        <translation>Escriba un día o un año, por ejemplo 3/4/1958 o 1958.</translation>
    </message>
    <message>
        <source>The birth date is in the future. Check the year.</source>
        <translation>La fecha de nacimiento está en el futuro. Revise el año.</translation>
    </message>
</context>
<context>
    <name>RegistryDetailPane</name>
    <message>
        <source>Choose a patient to see the flags and scores.</source>
        <translation>Elija un paciente para ver los avisos y puntajes.</translation>
    </message>
    <message>
        <source>Since {day}: {programs}</source>
        <translation>Desde el {day}: {programs}</translation>
    </message>
    <message>
        <source>Coordinator: {name}</source>
        <translation>Coordinador: {name}</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message numerus="yes">
        <source>Reached %n times in 30 days</source>
        <translation>
            <numerusform>%n contacto en 30 días</numerusform>
            <numerusform>%n contactos en 30 días</numerusform>
        </translation>
    </message>
    <message>
        <source>Next visit: {when}</source>
        <translation>Próxima visita: {when}</translation>
    </message>
    <message>
        <source>Next call: {day}</source>
        <translation>Próxima llamada: {day}</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Ninguno.</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Puntajes</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Todavía ninguno.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sin fecha</translation>
    </message>
    <message numerus="yes">
        <source>%n open goals</source>
        <translation>
            <numerusform>%n meta abierta</numerusform>
            <numerusform>%n metas abiertas</numerusform>
        </translation>
    </message>
    <message>
        <source>Review: {day}</source>
        <translation>Revisión: {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n open referrals</source>
        <translation>
            <numerusform>%n derivación abierta</numerusform>
            <numerusform>%n derivaciones abiertas</numerusform>
        </translation>
    </message>
    <message>
        <source>Barrier: {what}</source>
        <translation>Barrera: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes this month</source>
        <translation>
            <numerusform>%n minuto este mes</numerusform>
            <numerusform>%n minutos este mes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegistryFilters</name>
    <message>
        <source>Mine</source>
        <translation>Mías</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Con aviso</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>All programs</source>
        <translation>Todos los programas</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Any flag or none</source>
        <translation>Con o sin aviso</translation>
    </message>
    <message>
        <source>Filter these patients</source>
        <translation>Filtrar estos pacientes</translation>
    </message>
</context>
<context>
    <name>RegistryPart</name>
    <message>
        <source>Caseload</source>
        <translation>Cartera</translation>
    </message>
    <message>
        <source>Open a chart and its tab Programs to enrol somebody, with consent.</source>
        <translation>Abra un expediente y su pestaña Programas para inscribir a alguien, con consentimiento.</translation>
    </message>
    <message>
        <source>Nobody is in a program yet.</source>
        <translation>Todavía no hay nadie en un programa.</translation>
    </message>
    <message>
        <source>No patient fits this filter.</source>
        <translation>Ningún paciente coincide con este filtro.</translation>
    </message>
    <message>
        <source>Turn a filter off to see more.</source>
        <translation>Quite un filtro para ver más.</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} de {all}</translation>
    </message>
    <message>
        <source>{count} · Filter: {filter}</source>
        <translation>{count} · Filtro: {filter}</translation>
    </message>
    <message>
        <source>Next &amp;flagged</source>
        <translation>Siguiente con a&amp;viso</translation>
    </message>
    <message>
        <source>&amp;Previous flagged</source>
        <translation>Aviso &amp;anterior</translation>
    </message>
    <message>
        <source>&amp;Log contact…</source>
        <translation>&amp;Anotar contacto…</translation>
    </message>
    <message>
        <source>call</source>
        <translation>llamada</translation>
    </message>
    <message>
        <source>&amp;Book…</source>
        <translation>&amp;Reservar…</translation>
    </message>
    <message>
        <source>Programs and &amp;minutes</source>
        <translation>Programas y &amp;minutos</translation>
    </message>
    <message>
        <source>&amp;Open chart</source>
        <translation>&amp;Abrir expediente</translation>
    </message>
    <message>
        <source>Print the case &amp;review…</source>
        <translation>Imprimir la &amp;revisión de casos…</translation>
    </message>
    <message>
        <source>&amp;Filter these patients</source>
        <translation>&amp;Filtrar estos pacientes</translation>
    </message>
    <message>
        <source>Nobody is flagged in this list.</source>
        <translation>Nadie tiene avisos en esta lista.</translation>
    </message>
    <message>
        <source>log contact, {family}</source>
        <translation>anotar contacto, {family}</translation>
    </message>
    <message>
        <source>Case review</source>
        <translation>Revisión de casos</translation>
    </message>
</context>
<context>
    <name>ReopenReferralDialog</name>
    <message>
        <source>Open again</source>
        <translation>Abrir de nuevo</translation>
    </message>
    <message>
        <source>&amp;Open again</source>
        <translation>A&amp;brir de nuevo</translation>
    </message>
    <message>
        <source>Ended {date}: {state}. That stays in its steps.</source>
        <translation>Terminó el {date}: {state}. Eso queda en sus pasos.</translation>
    </message>
    <message>
        <source>It &amp;stands at</source>
        <translation>E&amp;stá en</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Por qué</translation>
    </message>
    <message>
        <source>Write why it is opened again.</source>
        <translation>Escriba por qué se abre de nuevo.</translation>
    </message>
    <message>
        <source>Opened again: {state}.</source>
        <translation>Abierta de nuevo: {state}.</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia de seguridad</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restauración</translation>
    </message>
</context>
<context>
    <name>RestoreForm</name>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia de seguridad</translation>
    </message>
    <message>
        <source>The backup is only read, and no other file is touched: its records come back in a new file, checked from the first page to the last.</source>
        <translation>La copia solo se lee y no se toca ningún otro archivo: sus expedientes vuelven en un archivo nuevo, revisado de la primera página a la última.</translation>
    </message>
    <message>
        <source>Backup: {file}</source>
        <translation>Copia de seguridad: {file}</translation>
    </message>
    <message>
        <source>&amp;Choose a place…</source>
        <translation>E&amp;legir un lugar…</translation>
    </message>
    <message>
        <source>Re&amp;store</source>
        <translation>Re&amp;staurar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>&amp;New file</source>
        <translation>Archivo &amp;nuevo</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>Nombre de &amp;usuario</translation>
    </message>
    <message>
        <source>From the printed sheet, groups of four.</source>
        <translation>De la hoja impresa, en grupos de cuatro.</translation>
    </message>
    <message>
        <source>&amp;Recovery code</source>
        <translation>Código de &amp;recuperación</translation>
    </message>
    <message>
        <source>New &amp;password</source>
        <translation>&amp;Contraseña nueva</translation>
    </message>
    <message>
        <source>&amp;Password when it was made</source>
        <translation>&amp;Contraseña de cuando se hizo</translation>
    </message>
    <message>
        <source>Use a pass&amp;word</source>
        <translation>Usar una c&amp;ontraseña</translation>
    </message>
    <message>
        <source>Use the prin&amp;ted recovery code</source>
        <translation>Usar el código de la &amp;hoja impresa</translation>
    </message>
    <message>
        <source>Fill in every field.</source>
        <translation>Complete todos los campos.</translation>
    </message>
    <message>
        <source>Choose where the new file should be.</source>
        <translation>Elija dónde debe estar el archivo nuevo.</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another name.</source>
        <translation>Ya hay un archivo con este nombre. Elija otro nombre.</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Restaurando…</translation>
    </message>
    <message>
        <source>Reading and checking. This can take a few minutes.</source>
        <translation>Leyendo y revisando. Puede tardar unos minutos.</translation>
    </message>
    <message>
        <source>Where the restored records are kept</source>
        <translation>Dónde se guardan los expedientes restaurados</translation>
    </message>
    <message>
        <source>ICM Desktop practice</source>
        <translation>Consultorio de ICM Desktop</translation>
    </message>
</context>
<context>
    <name>ResultWords</name>
    <message>
        <source>Other results</source>
        <translation>Otros resultados</translation>
    </message>
    <message>
        <source>Scores and answers</source>
        <translation>Puntajes y respuestas</translation>
    </message>
    <message>
        <source>Measured in a procedure</source>
        <translation>Medido en un procedimiento</translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>Medición</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>Último valor</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Intervalo</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Tendencia</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>{name} (in {unit}, not comparable)</source>
        <translation>{name} (en {unit}, no comparable)</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>Dudoso</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Bajo</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alto</translation>
    </message>
    <message>
        <source>In range</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>from {first} on {day} to {last}</source>
        <translation>de {first} el {day} a {last}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referencia</translation>
    </message>
    <message>
        <source>Sender says</source>
        <translation>Según remitente</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>sent as {value}</source>
        <translation>enviado como {value}</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Critically low</source>
        <translation>Críticamente bajo</translation>
    </message>
    <message>
        <source>Critically high</source>
        <translation>Críticamente alto</translation>
    </message>
    <message>
        <source>Abnormal</source>
        <translation>Anormal</translation>
    </message>
    <message>
        <source>Critically abnormal</source>
        <translation>Críticamente anormal</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>Positivo</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Negativo</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Nuestro</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Externa</translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n valor</numerusform>
            <numerusform>%n valores</numerusform>
        </translation>
    </message>
    <message>
        <source>lowest {low}, highest {high}</source>
        <translation>mínimo {low}, máximo {high}</translation>
    </message>
    <message>
        <source>up {change} since the one before</source>
        <translation>subió {change} desde el anterior</translation>
    </message>
    <message>
        <source>down {change} since the one before</source>
        <translation>bajó {change} desde el anterior</translation>
    </message>
    <message>
        <source>unchanged since the one before</source>
        <translation>sin cambios desde el anterior</translation>
    </message>
    <message>
        <source>For some values the range and the sender&apos;s interpretation disagree: read both.</source>
        <translation>En algunos valores el intervalo y la interpretación del remitente no coinciden: lea ambos.</translation>
    </message>
    <message>
        <source>Some values were converted from another unit; what was sent stands beside them.</source>
        <translation>Algunos valores se convirtieron de otra unidad; lo enviado aparece al lado.</translation>
    </message>
    <message>
        <source>A conversion factor is not confirmed by the practice.</source>
        <translation>El consultorio no ha confirmado un factor de conversión.</translation>
    </message>
    <message numerus="yes">
        <source>%n values left out: entered in error or cancelled</source>
        <translation>
            <numerusform>%n valor omitido: ingresado por error o cancelado</numerusform>
            <numerusform>%n valores omitidos: ingresados por error o cancelados</numerusform>
        </translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Future</source>
        <translation>Futuro</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
    <message>
        <source>Range from</source>
        <translation>Rango desde</translation>
    </message>
    <message>
        <source>Range to</source>
        <translation>Rango hasta</translation>
    </message>
    <message>
        <source>Sent as</source>
        <translation>Enviado como</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Excluido</translation>
    </message>
    <message>
        <source>dated in the future</source>
        <translation>con fecha futura</translation>
    </message>
    <message>
        <source>Values dated in the future are not counted: ask who sent them for the right day.</source>
        <translation>Los valores con fecha futura no se cuentan: pida la fecha correcta a quien los envió.</translation>
    </message>
</context>
<context>
    <name>ResultsTab</name>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Search measurements</source>
        <translation>Buscar mediciones</translation>
    </message>
    <message>
        <source>Outside the range</source>
        <translation>Fuera del intervalo</translation>
    </message>
    <message>
        <source>No measurement fits.</source>
        <translation>Ninguna medición coincide.</translation>
    </message>
    <message>
        <source>Search for less, or show all.</source>
        <translation>Busque menos palabras o muestre todo.</translation>
    </message>
    <message>
        <source>No results yet.</source>
        <translation>Todavía no hay resultados.</translation>
    </message>
    <message>
        <source>Imported laboratory values and vital signs stand here.</source>
        <translation>Aquí aparecen los valores de laboratorio y los signos vitales importados.</translation>
    </message>
</context>
<context>
    <name>Resuming</name>
    <message>
        <source>draft</source>
        <translation>borrador</translation>
    </message>
    <message>
        <source>continue</source>
        <translation>continuar</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrumpido</translation>
    </message>
    <message>
        <source>Go &amp;on where I was interrupted</source>
        <translation>Seguir &amp;donde me interrumpieron</translation>
    </message>
    <message>
        <source>Nothing was left half done.</source>
        <translation>No quedó nada a medias.</translation>
    </message>
    <message>
        <source>Open the form again: your draft of {when} is offered there.</source>
        <translation>Abra otra vez el formulario: allí se ofrece su borrador de {when}.</translation>
    </message>
</context>
<context>
    <name>ReviewerOfReferral</name>
    <message>
        <source>Who re&amp;views the note…</source>
        <translation>Quién re&amp;visa la nota…</translation>
    </message>
    <message>
        <source>clinician</source>
        <translation>profesional clínico</translation>
    </message>
    <message>
        <source>reviewer</source>
        <translation>quién revisa</translation>
    </message>
</context>
<context>
    <name>RevokeConsentDialog</name>
    <message>
        <source>Revoke consent</source>
        <translation>Revocar consentimiento</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>&amp;Revocar</translation>
    </message>
    <message>
        <source>No longer holds &amp;from</source>
        <translation>Deja de valer &amp;desde</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Motivo</translation>
    </message>
</context>
<context>
    <name>RiskWords</name>
    <message>
        <source>eGFR {value} mL/min/1.73 m²</source>
        <translation>TFGe {value} mL/min/1.73 m²</translation>
    </message>
    <message>
        <source>calculated by us, CKD-EPI 2021</source>
        <translation>calculada por nosotros, CKD-EPI 2021</translation>
    </message>
    <message>
        <source>from creatinine {value} mg/dL; {age} years, {sex}</source>
        <translation>de creatinina {value} mg/dL; {age} años, {sex}</translation>
    </message>
    <message>
        <source>{percent} % in {years} years</source>
        <translation>{percent} % en {years} años</translation>
    </message>
    <message>
        <source>, ours</source>
        <translation>, nuestra</translation>
    </message>
    <message>
        <source>from eGFR {egfr} ({egfr_on}{ours}), urine albumin/creatinine {acr} mg/g ({acr_on}); {age} years, {sex}</source>
        <translation>de TFGe {egfr} ({egfr_on}{ours}), albúmina/creatinina en orina {acr} mg/g ({acr_on}); {age} años, {sex}</translation>
    </message>
    <message>
        <source>KFRE, 4 variables</source>
        <translation>KFRE, 4 variables</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Mirar</translation>
    </message>
    <message>
        <source>Kidney failure: {risks}</source>
        <translation>Falla renal: {risks}</translation>
    </message>
    <message>
        <source>no eGFR and no creatinine is recorded</source>
        <translation>no hay TFGe ni creatinina registrada</translation>
    </message>
    <message>
        <source>no urine albumin/creatinine is recorded</source>
        <translation>no hay albúmina/creatinina en orina registrada</translation>
    </message>
    <message>
        <source>the equation begins at eGFR below 60</source>
        <translation>la ecuación empieza con TFGe menor de 60</translation>
    </message>
    <message>
        <source>kidney failure or a transplant is recorded</source>
        <translation>hay registrada falla renal o trasplante</translation>
    </message>
    <message>
        <source>eGFR and urine are more than a year apart</source>
        <translation>la TFGe y la orina distan más de un año</translation>
    </message>
    <message>
        <source>sex or birth date is not known, or under 18</source>
        <translation>no se conoce el sexo o la fecha de nacimiento, o es menor de 18</translation>
    </message>
    <message>
        <source>Kidney failure: not calculated</source>
        <translation>Falla renal: no calculada</translation>
    </message>
    <message>
        <source>Charlson (1987): {points}</source>
        <translation>Charlson (1987): {points}</translation>
    </message>
    <message>
        <source>Charlson (1987): {points}, with age {with_age}</source>
        <translation>Charlson (1987): {points}, con edad {with_age}</translation>
    </message>
    <message>
        <source>{group} {old}/{new}</source>
        <translation>{group} {old}/{new}</translation>
    </message>
    <message>
        <source>with the weights of 2011 (Quan): {points}; the two are never mixed</source>
        <translation>con los pesos de 2011 (Quan): {points}; nunca se mezclan</translation>
    </message>
    <message>
        <source>none of its illnesses is on the problem list</source>
        <translation>ninguna de sus enfermedades está en la lista de problemas</translation>
    </message>
    <message>
        <source>of people with this index in 1987, {percent} % were alive after {years} years</source>
        <translation>de las personas con este índice en 1987, {percent} % vivían a los {years} años</translation>
    </message>
    <message>
        <source>diagnoses by Quan 2005</source>
        <translation>diagnósticos según Quan 2005</translation>
    </message>
    <message>
        <source>male</source>
        <translation>hombre</translation>
    </message>
    <message>
        <source>female</source>
        <translation>mujer</translation>
    </message>
</context>
<context>
    <name>RolesSection</name>
    <message>
        <source>Roles</source>
        <translation>Funciones</translation>
    </message>
    <message>
        <source>What each role may do. Behavioural-health notes are granted person by person besides.</source>
        <translation>Qué puede hacer cada función. Las notas de salud mental se permiten además persona por persona.</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Puede</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>RoomDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Change room</source>
        <translation>Cambiar sala</translation>
    </message>
    <message>
        <source>Add room</source>
        <translation>Agregar sala</translation>
    </message>
    <message>
        <source>No site</source>
        <translation>Ninguna sede</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>S&amp;ite</source>
        <translation>&amp;Sede</translation>
    </message>
    <message>
        <source>For example: exam, procedure, phone. Kinds of visit may ask for one.</source>
        <translation>Por ejemplo: consulta, procedimiento, teléfono. Los tipos de cita pueden pedir uno.</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>No&amp;ta</translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation>Escriba un nombre.</translation>
    </message>
    <message>
        <source>&amp;Equipment, not a room</source>
        <translation>&amp;Equipo, no una sala</translation>
    </message>
    <message>
        <source>Two visits at the same time need a 2 here.</source>
        <translation>Para dos citas a la vez escriba 2.</translation>
    </message>
    <message>
        <source>Visits at a &amp;time</source>
        <translation>Ci&amp;tas a la vez</translation>
    </message>
    <message>
        <source>Never in &amp;use on</source>
        <translation>N&amp;unca en uso los</translation>
    </message>
    <message>
        <source>Enter a number, for example 1.</source>
        <translation>Escriba un número, por ejemplo 1.</translation>
    </message>
</context>
<context>
    <name>RoomsSection</name>
    <message>
        <source>Rooms</source>
        <translation>Salas</translation>
    </message>
    <message>
        <source>Rooms and equipment. Working hours may name one; while it is away they are not offered.</source>
        <translation>Salas y equipos. Los horarios pueden nombrar una; mientras no está disponible no se ofrecen.</translation>
    </message>
    <message>
        <source>No rooms yet.</source>
        <translation>Todavía no hay salas.</translation>
    </message>
    <message>
        <source>Only needed when it matters who works where.</source>
        <translation>Solo hacen falta si importa quién trabaja dónde.</translation>
    </message>
    <message>
        <source>&amp;Add room…</source>
        <translation>&amp;Agregar sala…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Cambiar…</translation>
    </message>
    <message>
        <source>&amp;Take out of use</source>
        <translation>&amp;Retirar</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Sala</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sede</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>Se guardó {name}.</translation>
    </message>
    <message>
        <source>save room</source>
        <translation>guardar sala</translation>
    </message>
    <message>
        <source>{name} is no longer in use.</source>
        <translation>{name} ya no se usa.</translation>
    </message>
    <message>
        <source>take room out of use</source>
        <translation>retirar sala</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>A la vez</translation>
    </message>
    <message>
        <source>Not in use on</source>
        <translation>Fuera de uso</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Equipo</translation>
    </message>
</context>
<context>
    <name>SafetyAssessmentDialog</name>
    <message>
        <source>Safety assessment</source>
        <translation>Evaluación de seguridad</translation>
    </message>
    <message>
        <source>&amp;Record assessment</source>
        <translation>&amp;Registrar evaluación</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>R&amp;isk</source>
        <translation>R&amp;iesgo</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;Hecho</translation>
    </message>
    <message>
        <source>What was &amp;found and agreed</source>
        <translation>Qué se &amp;encontró y se acordó</translation>
    </message>
    <message>
        <source>Choose the level of risk.</source>
        <translation>Elija el nivel de riesgo.</translation>
    </message>
    <message>
        <source>Write what was found and what was agreed.</source>
        <translation>Escriba qué se encontró y qué se acordó.</translation>
    </message>
</context>
<context>
    <name>SayMoreDialog</name>
    <message>
        <source>Remind or tell</source>
        <translation>Recordar o decir</translation>
    </message>
    <message>
        <source>Reminded them</source>
        <translation>Se le recordó</translation>
    </message>
    <message>
        <source>Told them more</source>
        <translation>Se le dijo más</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Qué</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>&amp;Cómo</translation>
    </message>
    <message>
        <source>In &amp;words</source>
        <translation>En pala&amp;bras</translation>
    </message>
    <message>
        <source>Answer now &amp;due</source>
        <translation>Respuesta ahora &amp;hasta</translation>
    </message>
    <message>
        <source>Empty: as before</source>
        <translation>Vacío: como antes</translation>
    </message>
</context>
<context>
    <name>ScreeningFollowUpDialog</name>
    <message>
        <source>Follow-up of a positive screen</source>
        <translation>Seguimiento de un cribado positivo</translation>
    </message>
    <message>
        <source>&amp;Record follow-up</source>
        <translation>&amp;Registrar seguimiento</translation>
    </message>
    <message>
        <source>A referral on our board, a safety assessment or the questionnaire that follows ends it by itself.</source>
        <translation>Un referido en nuestro tablero, una evaluación de seguridad o el cuestionario que sigue lo terminan por sí solos.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elija…</translation>
    </message>
    <message>
        <source>&amp;What followed</source>
        <translation>&amp;Qué siguió</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Día</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;ota</translation>
    </message>
    <message>
        <source>Choose what followed.</source>
        <translation>Elija qué siguió.</translation>
    </message>
    <message>
        <source>Enter a day, for example today or 3 nov.</source>
        <translation>Escriba un día, por ejemplo hoy o 3 nov.</translation>
    </message>
</context>
<context>
    <name>ScreeningFormDialog</name>
    <message>
        <source>Ask a questionnaire</source>
        <translation>Hacer un cuestionario</translation>
    </message>
    <message>
        <source>&amp;Save answers</source>
        <translation>&amp;Guardar respuestas</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;ota</translation>
    </message>
    <message>
        <source>&amp;Questionnaire</source>
        <translation>&amp;Cuestionario</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>Có&amp;mo</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Día</translation>
    </message>
    <message>
        <source>last {day}</source>
        <translation>último {day}</translation>
    </message>
    <message>
        <source>There is no official wording in {language}: ask with an interpreter.</source>
        <translation>No hay texto oficial en {language}: pregunte con un intérprete.</translation>
    </message>
    <message>
        <source>Digits answer and move on; Backspace takes an answer away.</source>
        <translation>Los dígitos responden y avanzan; Retroceso quita una respuesta.</translation>
    </message>
    <message>
        <source>{title}: {so_far} so far</source>
        <translation>{title}: {so_far} hasta ahora</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>positivo</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>negativo</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) not answered: no score</source>
        <translation>
            <numerusform>%n pregunta sin responder: sin puntaje</numerusform>
            <numerusform>%n preguntas sin responder: sin puntaje</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter a day, for example today or 3 nov.</source>
        <translation>Escriba un día, por ejemplo hoy o 3 nov.</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>Este día no ha llegado.</translation>
    </message>
</context>
<context>
    <name>ScreeningTab</name>
    <message>
        <source>Screening</source>
        <translation>Cribado</translation>
    </message>
    <message>
        <source>Choose a line to see every answer.</source>
        <translation>Elija una línea para ver cada respuesta.</translation>
    </message>
    <message>
        <source>No questionnaire was asked yet.</source>
        <translation>Todavía no se hizo ningún cuestionario.</translation>
    </message>
    <message>
        <source>Ctrl+N, S asks one: digits answer and move on.</source>
        <translation>Ctrl+N, C hace uno: los dígitos responden y avanzan.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>&amp;Questionnaire</source>
        <translation>&amp;Cuestionario</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Cuestionario</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>&amp;Screening…</source>
        <translation>&amp;Cribado…</translation>
    </message>
    <message>
        <source>questionnaire</source>
        <translation>cuestionario</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Sigue</translation>
    </message>
</context>
<context>
    <name>ScreeningWords</name>
    <message>
        <source>Asked in person</source>
        <translation>En persona</translation>
    </message>
    <message>
        <source>Asked by phone</source>
        <translation>Por teléfono</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>En papel</translation>
    </message>
    <message>
        <source>Filled in by the patient</source>
        <translation>Llenado por el paciente</translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation>Anotado por error</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Seguridad</translation>
    </message>
    <message>
        <source>NOT CHECKED</source>
        <translation>SIN COMPROBAR</translation>
    </message>
    <message>
        <source>Positive</source>
        <translation>Positivo</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Incompleto</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Negativo</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Anotado</translation>
    </message>
    <message>
        <source>nothing positive</source>
        <translation>nada positivo</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) not answered</source>
        <translation>
            <numerusform>%n pregunta sin responder</numerusform>
            <numerusform>%n preguntas sin responder</numerusform>
        </translation>
    </message>
    <message>
        <source>{percent} % down</source>
        <translation>{percent} % menos</translation>
    </message>
    <message>
        <source>{percent} % up</source>
        <translation>{percent} % más</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sin cambio</translation>
    </message>
    <message>
        <source>remission</source>
        <translation>remisión</translation>
    </message>
    <message>
        <source>response</source>
        <translation>respuesta</translation>
    </message>
    <message>
        <source>Not one of our questionnaires: shown as it came</source>
        <translation>No es uno de nuestros cuestionarios: se muestra como llegó</translation>
    </message>
    <message>
        <source>No answers came with it</source>
        <translation>Llegó sin respuestas</translation>
    </message>
    <message>
        <source>Its answers are not those of our version</source>
        <translation>Sus respuestas no son las de nuestra versión</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>versión {version}</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>no score: not every question was answered</source>
        <translation>sin puntaje: faltan respuestas</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>positivo</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>negativo</translation>
    </message>
    <message>
        <source>cut-off: {words}</source>
        <translation>punto de corte: {words}</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>{day}, {who}</source>
        <translation>{day}, {who}</translation>
    </message>
    <message>
        <source>Follow-up by {day}</source>
        <translation>Seguimiento antes del {day}</translation>
    </message>
    <message>
        <source>Again from {day}</source>
        <translation>Otra vez desde {day}</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>antes del {day}</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Seguimiento</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Preguntar otra vez</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>desde {day}</translation>
    </message>
    <message>
        <source>a safety assessment is recorded</source>
        <translation>hay una evaluación de seguridad registrada</translation>
    </message>
    <message>
        <source>a referral is on our board</source>
        <translation>hay un referido en nuestro tablero</translation>
    </message>
    <message>
        <source>the questionnaire that follows was asked</source>
        <translation>se hizo el cuestionario que sigue</translation>
    </message>
    <message>
        <source>nothing noted yet</source>
        <translation>nada anotado todavía</translation>
    </message>
    <message>
        <source>target: {response} or less (response), below {remission} (remission)</source>
        <translation>meta: {response} o menos (respuesta), menos de {remission} (remisión)</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Find patient: name, birth date, phone</source>
        <translation>Buscar paciente: nombre, fecha, teléfono</translation>
    </message>
    <message>
        <source>Find patient</source>
        <translation>Buscar paciente</translation>
    </message>
    <message>
        <source>Similar name</source>
        <translation>Nombre parecido</translation>
    </message>
    <message>
        <source>Patients found</source>
        <translation>Pacientes encontrados</translation>
    </message>
    <message>
        <source>No patient matches “{text}”. Check the spelling, or press Enter or click for a new patient.</source>
        <translation>Ningún paciente coincide con «{text}». Revise la ortografía, o pulse Intro o haga clic para un paciente nuevo.</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>You may look at this. Only an administrator changes it.</source>
        <translation>Usted puede ver esto. Solo un administrador lo cambia.</translation>
    </message>
</context>
<context>
    <name>SeriesDialog</name>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
</context>
<context>
    <name>SeriesPane</name>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>Show what is left out</source>
        <translation>Mostrar lo omitido</translation>
    </message>
    <message>
        <source>All values</source>
        <translation>Todos los valores</translation>
    </message>
    <message>
        <source>Choose a measurement to see all its values.</source>
        <translation>Elija una medición para ver todos sus valores.</translation>
    </message>
</context>
<context>
    <name>SessionKeeper</name>
    <message>
        <source>Nobody has confirmed yet that the recovery code is on paper.</source>
        <translation>Nadie confirmó todavía que el código de recuperación está en papel.</translation>
    </message>
    <message>
        <source>Making the sample practice…</source>
        <translation>Creando el consultorio de muestra…</translation>
    </message>
    <message>
        <source>Sample practice. Users: {users}. Password of all: {password}</source>
        <translation>Consultorio de muestra. Usuarios: {users}. Contraseña de todos: {password}</translation>
    </message>
    <message>
        <source>An administrator set your password. Choose one of your own that nobody else knows.</source>
        <translation>Un administrador fijó su contraseña. Elija una propia que nadie más conozca.</translation>
    </message>
    <message>
        <source>Your new password counts from now on.</source>
        <translation>Su nueva contraseña vale desde ahora.</translation>
    </message>
    <message>
        <source>The part of the program that keeps the records stopped. What was saved is safe. Sign in again.</source>
        <translation>La parte del programa que lleva los expedientes se detuvo. Lo guardado está a salvo. Entre de nuevo.</translation>
    </message>
    <message>
        <source>The part of the program that keeps the records stopped. Please try again.</source>
        <translation>La parte del programa que lleva los expedientes se detuvo. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Nobody has looked at the recovery sheet for a year. Is it still there?</source>
        <translation>Hace un año que nadie mira la hoja de recuperación. ¿Sigue ahí?</translation>
    </message>
    <message>
        <source>The keyring had lost its part of the key; passwords do without it now. Colleagues who cannot sign in get a new password from an administrator (Admin, Users).</source>
        <translation>El llavero había perdido su parte de la clave; ahora las contraseñas funcionan sin él. A quien no pueda entrar, un administrador le da una contraseña nueva (Administración, Usuarios).</translation>
    </message>
    <message>
        <source>The records were brought up to date. The file as it was before is kept until the next update: {file}</source>
        <translation>Los expedientes se actualizaron. El archivo tal como estaba antes se conserva hasta la próxima actualización: {file}</translation>
    </message>
</context>
<context>
    <name>SetUp</name>
    <message>
        <source>save working hours</source>
        <translation>guardar horario</translation>
    </message>
    <message>
        <source>Absence saved.</source>
        <translation>Ausencia guardada.</translation>
    </message>
    <message>
        <source>save absence</source>
        <translation>guardar ausencia</translation>
    </message>
    <message>
        <source>save clinician</source>
        <translation>guardar clínico</translation>
    </message>
    <message>
        <source>save directory entry</source>
        <translation>guardar entrada del directorio</translation>
    </message>
    <message>
        <source>save kind of visit</source>
        <translation>guardar tipo de cita</translation>
    </message>
    <message>
        <source>Holidays of {year} saved.</source>
        <translation>Se guardaron los feriados de {year}.</translation>
    </message>
    <message>
        <source>settle holidays</source>
        <translation>decidir los feriados</translation>
    </message>
    <message>
        <source>{name} has no open work.</source>
        <translation>{name} no tiene trabajo abierto.</translation>
    </message>
    <message>
        <source>Handed over: {owned} open things, {visits} visits.</source>
        <translation>Entregado: {owned} cosas abiertas, {visits} citas.</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) to book anew are on Today.</source>
        <translation>
            <numerusform>%n cita por reservar de nuevo está en Hoy.</numerusform>
            <numerusform>%n citas por reservar de nuevo están en Hoy.</numerusform>
        </translation>
    </message>
    <message>
        <source>hand over work</source>
        <translation>entregar trabajo</translation>
    </message>
    <message>
        <source>Room saved.</source>
        <translation>Se guardó la sala.</translation>
    </message>
    <message>
        <source>save room</source>
        <translation>guardar la sala</translation>
    </message>
    <message>
        <source>User added.</source>
        <translation>Se agregó el usuario.</translation>
    </message>
    <message>
        <source>add user</source>
        <translation>agregar usuario</translation>
    </message>
    <message>
        <source>Practice details saved</source>
        <translation>Se guardaron los datos del consultorio</translation>
    </message>
    <message>
        <source>change the practice details</source>
        <translation>cambiar los datos del consultorio</translation>
    </message>
    <message>
        <source>Backup settings saved.</source>
        <translation>Se guardó la configuración de las copias.</translation>
    </message>
    <message>
        <source>change backup settings</source>
        <translation>cambiar la configuración de las copias</translation>
    </message>
</context>
<context>
    <name>SheetPreview</name>
    <message>
        <source>These characters cannot be printed and show as a square: {letters}</source>
        <translation>Estos caracteres no se pueden imprimir y salen como un cuadro: {letters}</translation>
    </message>
    <message>
        <source>The recovery sheet</source>
        <translation>La hoja de recuperación</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;Imprimir</translation>
    </message>
    <message>
        <source>&amp;Save PDF…</source>
        <translation>&amp;Guardar PDF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>This computer knows no printer. Save the PDF instead.</source>
        <translation>Esta computadora no tiene ninguna impresora. Guarde el PDF.</translation>
    </message>
    <message>
        <source>The printer did not take the page.</source>
        <translation>La impresora no aceptó la página.</translation>
    </message>
    <message>
        <source>The file was not saved: {reason}. Choose another place.</source>
        <translation>El archivo no se guardó: {reason}. Elija otro lugar.</translation>
    </message>
    <message>
        <source>Saved. Print it and delete the file: whoever has it can read every record.</source>
        <translation>Guardado. Imprímalo y borre el archivo: quien lo tenga puede leer todos los expedientes.</translation>
    </message>
    <message>
        <source>Save the sheet</source>
        <translation>Guardar la hoja</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funciona</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>on another screen or row</source>
        <translation>en otra pantalla o fila</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>&amp;Show the password</source>
        <translation>&amp;Mostrar la contraseña</translation>
    </message>
    <message>
        <source>Go on with the older copy</source>
        <translation>Seguir con la copia anterior</translation>
    </message>
    <message>
        <source>&amp;Forgot the password?</source>
        <translation>¿&amp;Olvidó la contraseña?</translation>
    </message>
    <message>
        <source>&amp;Another practice…</source>
        <translation>O&amp;tro consultorio…</translation>
    </message>
    <message>
        <source>&amp;New practice…</source>
        <translation>Consultor&amp;io nuevo…</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Usuario</translation>
    </message>
    <message>
        <source>&amp;Recovery code</source>
        <translation>Código de &amp;recuperación</translation>
    </message>
    <message>
        <source>From the printed sheet, groups of four.</source>
        <translation>De la hoja impresa, en grupos de cuatro.</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Contraseña</translation>
    </message>
    <message>
        <source>Practice file: {file}</source>
        <translation>Archivo del consultorio: {file}</translation>
    </message>
    <message>
        <source>New &amp;password</source>
        <translation>Contraseña &amp;nueva</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>&amp;Back to the password</source>
        <translation>&amp;Volver a la contraseña</translation>
    </message>
    <message>
        <source>Open with the recovery code</source>
        <translation>Abrir con el código de recuperación</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>Un&amp;lock</source>
        <translation>Des&amp;bloquear</translation>
    </message>
    <message>
        <source>Type the user name and the password.</source>
        <translation>Escriba el usuario y la contraseña.</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Parece que Bloq Mayús está activado.</translation>
    </message>
    <message>
        <source>An older version of ICM Desktop wrote this file. A copy is brought up to date and checked, then takes its place; the file as it is now is kept beside it. This needs {mb} MB of free disk and can take a few minutes.</source>
        <translation>Una versión anterior de ICM Desktop escribió este archivo. Se actualiza y se comprueba una copia, que después ocupa su lugar; el archivo tal como está ahora se conserva al lado. Hacen falta {mb} MB libres en el disco y puede tardar unos minutos.</translation>
    </message>
</context>
<context>
    <name>SignStepDialog</name>
    <message>
        <source>Step after a discharge</source>
        <translation>Paso después de un alta</translation>
    </message>
    <message>
        <source>&amp;Record</source>
        <translation>&amp;Anotar</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>&amp;Paso</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Día</translation>
    </message>
    <message>
        <source>Signed &amp;by</source>
        <translation>Firmado p&amp;or</translation>
    </message>
    <message>
        <source>Who stands for it.</source>
        <translation>Quién responde por ello.</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Nota</translation>
    </message>
    <message>
        <source>Enter a day, for example today or yesterday.</source>
        <translation>Escriba un día, por ejemplo hoy o ayer.</translation>
    </message>
    <message>
        <source>This day lies after today. Record it when it is done.</source>
        <translation>Este día es posterior a hoy. Anótelo cuando esté hecho.</translation>
    </message>
    <message>
        <source>Recorded: {step}.</source>
        <translation>Anotado: {step}.</translation>
    </message>
</context>
<context>
    <name>SinceLookedLine</name>
    <message>
        <source>Show what is ne&amp;w</source>
        <translation>&amp;Ver lo nuevo</translation>
    </message>
    <message>
        <source>Since you last looked ({moment}). {parts}</source>
        <translation>Desde la última vez que lo vio ({moment}). {parts}</translation>
    </message>
    <message>
        <source>Nothing new since you last looked ({moment}).</source>
        <translation>Nada nuevo desde la última vez que lo vio ({moment}).</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>{count} sin ver</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>{count} con cambios</translation>
    </message>
</context>
<context>
    <name>SiteDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Change site</source>
        <translation>Cambiar sede</translation>
    </message>
    <message>
        <source>Add site</source>
        <translation>Agregar sede</translation>
    </message>
    <message>
        <source>As the practice: {zone}</source>
        <translation>Como el consultorio: {zone}</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>Telé&amp;fono</translation>
    </message>
    <message>
        <source>&amp;Fax</source>
        <translation>Fa&amp;x</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>&amp;Zona horaria</translation>
    </message>
    <message>
        <source>&amp;Directions for patients</source>
        <translation>Cómo &amp;llegar</translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation>Escriba un nombre.</translation>
    </message>
</context>
<context>
    <name>SitesSection</name>
    <message>
        <source>Sites</source>
        <translation>Sedes</translation>
    </message>
    <message>
        <source>Places where you see patients. Free times keep to the opening hours and time zone of a site.</source>
        <translation>Lugares donde atiende. Las horas libres respetan el horario y la zona horaria de la sede.</translation>
    </message>
    <message>
        <source>No sites yet.</source>
        <translation>Todavía no hay sedes.</translation>
    </message>
    <message>
        <source>With one place only you need none. Add them when there are several.</source>
        <translation>Con un solo lugar no hace falta ninguna. Agréguelas cuando haya varios.</translation>
    </message>
    <message>
        <source>&amp;Add site…</source>
        <translation>&amp;Agregar sede…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Cambiar…</translation>
    </message>
    <message>
        <source>&amp;Take out of use</source>
        <translation>&amp;Retirar</translation>
    </message>
    <message>
        <source>Whenever somebody works there</source>
        <translation>Siempre que alguien trabaje allí</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sede</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Consultorio</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>Se guardó {name}.</translation>
    </message>
    <message>
        <source>save site</source>
        <translation>guardar sede</translation>
    </message>
    <message>
        <source>{name} is no longer in use.</source>
        <translation>{name} ya no se usa.</translation>
    </message>
    <message>
        <source>take site out of use</source>
        <translation>retirar sede</translation>
    </message>
</context>
<context>
    <name>SlotList</name>
    <message>
        <source>Free times</source>
        <translation>Horas libres</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Con</translation>
    </message>
    <message>
        <source>{number}: {time}, {clinician}</source>
        <translation>{number}: {time}, {clinician}</translation>
    </message>
    <message>
        <source>No free time found.</source>
        <translation>No se encontró ninguna hora libre.</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Saved {time}</source>
        <translation>Guardado {time}</translation>
    </message>
</context>
<context>
    <name>StrandedVisits</name>
    <message>
        <source>Visits to book anew</source>
        <translation>Citas que necesitan otra hora</translation>
    </message>
    <message numerus="yes">
        <source>Save; book %n visit(s) anew</source>
        <translation>
            <numerusform>Guardar; dar otra hora a %n cita</numerusform>
            <numerusform>Guardar; dar otra hora a %n citas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SummaryTab</name>
    <message>
        <source>Show all {count}</source>
        <translation>Mostrar los {count}</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>No active problem recorded.</source>
        <translation>Ningún problema activo registrado.</translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation>Medicamentos</translation>
    </message>
    <message>
        <source>No current medicine recorded.</source>
        <translation>Ningún medicamento actual registrado.</translation>
    </message>
    <message>
        <source>Social findings</source>
        <translation>Situación social</translation>
    </message>
    <message>
        <source>Goals and next actions</source>
        <translation>Metas y próximas acciones</translation>
    </message>
    <message>
        <source>No goal yet. Ctrl+N, G adds one.</source>
        <translation>Todavía no hay metas. Ctrl+N, M agrega una.</translation>
    </message>
    <message>
        <source>Last values</source>
        <translation>Últimos valores</translation>
    </message>
    <message>
        <source>No value recorded.</source>
        <translation>Ningún valor registrado.</translation>
    </message>
    <message>
        <source>Next dates</source>
        <translation>Próximas fechas</translation>
    </message>
    <message>
        <source>No coming appointment.</source>
        <translation>No hay citas próximas.</translation>
    </message>
    <message>
        <source>Open referrals</source>
        <translation>Derivaciones abiertas</translation>
    </message>
    <message>
        <source>None open.</source>
        <translation>Ninguna abierta.</translation>
    </message>
    <message>
        <source>Care team</source>
        <translation>Equipo de atención</translation>
    </message>
    <message>
        <source>Nobody recorded.</source>
        <translation>Nadie registrado.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Last import {date}</source>
        <translation>Última importación {date}</translation>
    </message>
    <message>
        <source>Taking medicines, keeping visits</source>
        <translation>Toma de medicinas y asistencia a citas</translation>
    </message>
    <message>
        <source>Notes for you</source>
        <translation>Notas para usted</translation>
    </message>
    <message numerus="yes">
        <source>%n unread note(s)</source>
        <translation>
            <numerusform>%n nota sin leer</numerusform>
            <numerusform>%n notas sin leer</numerusform>
        </translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Sin leer</translation>
    </message>
</context>
<context>
    <name>TableExport</name>
    <message>
        <source>Export table</source>
        <translation>Exportar tabla</translation>
    </message>
    <message>
        <source>Reading {there} of {total} rows…</source>
        <translation>Leyendo {there} de {total} filas…</translation>
    </message>
    <message numerus="yes">
        <source>%n rows written. The file is not encrypted: keep it safe.</source>
        <translation>
            <numerusform>%n fila escrita. El archivo no está cifrado: guárdelo en lugar seguro.</numerusform>
            <numerusform>%n filas escritas. El archivo no está cifrado: guárdelo en lugar seguro.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no list here to export.</source>
        <translation>Aquí no hay ninguna lista que exportar.</translation>
    </message>
    <message>
        <source>Your role may not export this list.</source>
        <translation>Su función no permite exportar esta lista.</translation>
    </message>
</context>
<context>
    <name>TabsWithMore</name>
    <message>
        <source>More ({count})</source>
        <translation>Más ({count})</translation>
    </message>
    <message>
        <source>More tabs</source>
        <translation>Más pestañas</translation>
    </message>
</context>
<context>
    <name>TeamActs</name>
    <message>
        <source>Added to the team.</source>
        <translation>Añadido al equipo.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>{name} has left the team.</source>
        <translation>{name} dejó el equipo.</translation>
    </message>
    <message>
        <source>{name} is on the team again.</source>
        <translation>{name} está otra vez en el equipo.</translation>
    </message>
    <message>
        <source>{name} leads the team.</source>
        <translation>{name} queda a cargo del equipo.</translation>
    </message>
    <message>
        <source>Taken over: {names}.</source>
        <translation>Pasaron a nuestro equipo: {names}.</translation>
    </message>
    <message>
        <source>Question noted.</source>
        <translation>Pregunta anotada.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) handed over.</source>
        <translation>
            <numerusform>%n cosa entregada.</numerusform>
            <numerusform>%n cosas entregadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>hand work over</source>
        <translation>entregar el trabajo</translation>
    </message>
    <message>
        <source>care team, {family}</source>
        <translation>equipo de atención, {family}</translation>
    </message>
</context>
<context>
    <name>TeamTab</name>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Choose somebody to see how to reach them and what they may hear.</source>
        <translation>Elija a alguien para ver cómo ubicarlo y qué puede saber.</translation>
    </message>
    <message>
        <source>Nobody here.</source>
        <translation>Nadie aquí.</translation>
    </message>
    <message>
        <source>Choose Team to see who is on it now.</source>
        <translation>Elija Equipo para ver quién está ahora.</translation>
    </message>
    <message>
        <source>Add to the team puts a colleague, somebody of the directory, or family on it.</source>
        <translation>Añadir al equipo pone a un colega, a alguien del directorio o a un familiar.</translation>
    </message>
    <message>
        <source>Nobody is on the team yet.</source>
        <translation>Todavía no hay nadie en el equipo.</translation>
    </message>
    <message>
        <source>Named by other systems</source>
        <translation>Nombrados por otros sistemas</translation>
    </message>
    <message>
        <source>Former</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Último contacto</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Próximo</translation>
    </message>
    <message>
        <source>May hear</source>
        <translation>Puede saber</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Lo que se sabe</translation>
    </message>
    <message>
        <source>&amp;Add to the team…</source>
        <translation>&amp;Añadir al equipo…</translation>
    </message>
    <message>
        <source>Ask a &amp;question…</source>
        <translation>Hacer una &amp;pregunta…</translation>
    </message>
    <message>
        <source>&amp;Lead from now on</source>
        <translation>Poner a &amp;cargo</translation>
    </message>
    <message>
        <source>&amp;Take off the team…</source>
        <translation>&amp;Quitar del equipo…</translation>
    </message>
    <message>
        <source>&amp;Put back on the team</source>
        <translation>&amp;Volver a poner en el equipo</translation>
    </message>
    <message>
        <source>Take o&amp;ver to our team</source>
        <translation>Pasar a nue&amp;stro equipo</translation>
    </message>
    <message>
        <source>Ha&amp;nd work over…</source>
        <translation>&amp;Entregar el trabajo…</translation>
    </message>
    <message>
        <source>care team</source>
        <translation>equipo de atención</translation>
    </message>
</context>
<context>
    <name>TeamTexts</name>
    <message>
        <source>Taken over</source>
        <translation>Ya pasó</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>De afuera</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>Ya no trabaja aquí</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>A cargo</translation>
    </message>
    <message>
        <source>Former</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Not: {topics}</source>
        <translation>No: {topics}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>On the team from</source>
        <translation>En el equipo desde</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Why it ended</source>
        <translation>Por qué terminó</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Último contacto</translation>
    </message>
    <message>
        <source>none on file</source>
        <translation>ninguno registrado</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Próximo</translation>
    </message>
    <message>
        <source>nothing planned</source>
        <translation>nada previsto</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Taken over from</source>
        <translation>Pasó de</translation>
    </message>
    <message>
        <source>May hear</source>
        <translation>Puede saber</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>De dónde viene</translation>
    </message>
    <message>
        <source>To use</source>
        <translation>Para usarlo</translation>
    </message>
    <message>
        <source>Take over puts them on our own team.</source>
        <translation>Pasar a nuestro equipo lo pone en el nuestro.</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Miembro</translation>
    </message>
</context>
<context>
    <name>TelecomDialog</name>
    <message>
        <source>Phone number or e-mail</source>
        <translation>Teléfono o correo</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>&amp;Number or address</source>
        <translation>&amp;Número o dirección</translation>
    </message>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Uso</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>No se sabe</translation>
    </message>
    <message>
        <source>No order</source>
        <translation>Sin orden</translation>
    </message>
    <message>
        <source>O&amp;rder of trying</source>
        <translation>&amp;Orden de intento</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Desde</translation>
    </message>
    <message>
        <source>Un&amp;til</source>
        <translation>&amp;Hasta</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>Not&amp;a</translation>
    </message>
    <message>
        <source>For example: daughter answers; only before 5 PM</source>
        <translation>Por ejemplo: contesta la hija; solo antes de las 5 PM</translation>
    </message>
</context>
<context>
    <name>TimeDialog</name>
    <message>
        <source>Correct time</source>
        <translation>Corregir tiempo</translation>
    </message>
    <message>
        <source>Add time</source>
        <translation>Añadir tiempo</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>The only one, or none yet</source>
        <translation>El único, o ninguno todavía</translation>
    </message>
    <message>
        <source>0 takes the entry out.</source>
        <translation>0 quita la anotación.</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Día</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Desde</translation>
    </message>
    <message>
        <source>&amp;Minutes</source>
        <translation>&amp;Minutos</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;En qué</translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation>&amp;Programa</translation>
    </message>
    <message>
        <source>Wh&amp;y it is typed</source>
        <translation>Por q&amp;ué se anota</translation>
    </message>
    <message>
        <source>Enter a day, for example today or yesterday.</source>
        <translation>Escriba un día, por ejemplo hoy o ayer.</translation>
    </message>
    <message>
        <source>This day lies after today. Check the date.</source>
        <translation>Este día es posterior a hoy. Revise la fecha.</translation>
    </message>
    <message>
        <source>Enter a time, for example 9:30 or 2 pm.</source>
        <translation>Escriba una hora, por ejemplo 9:30 o 2 pm.</translation>
    </message>
    <message>
        <source>The clocks go forward then: this time does not exist on that day.</source>
        <translation>Ese día se adelanta el reloj: esa hora no existe.</translation>
    </message>
    <message>
        <source>Write the minutes as a whole number, for example 12.</source>
        <translation>Escriba los minutos como número entero, por ejemplo 12.</translation>
    </message>
    <message>
        <source>Write why, for example: call from another telephone.</source>
        <translation>Escriba por qué, por ejemplo: llamada desde otro teléfono.</translation>
    </message>
</context>
<context>
    <name>TimeEdit</name>
    <message>
        <source>for example 9:30 or 2 pm</source>
        <translation>por ejemplo 9:30 o 2 pm</translation>
    </message>
</context>
<context>
    <name>TimelineTab</name>
    <message>
        <source>Timeline</source>
        <translation>Cronología</translation>
    </message>
    <message>
        <source>Choose a line to read all of it, and where it comes from.</source>
        <translation>Elija una línea para leerla completa y ver de dónde viene.</translation>
    </message>
    <message>
        <source>Nothing fits this filter.</source>
        <translation>Nada coincide con este filtro.</translation>
    </message>
    <message>
        <source>Choose fewer filters, or another time.</source>
        <translation>Elija menos filtros u otro periodo.</translation>
    </message>
    <message>
        <source>Visits, results, papers and calls appear here as they are recorded or imported.</source>
        <translation>Las visitas, los resultados, los documentos y las llamadas aparecen aquí a medida que se registran o se importan.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Todavía no ha ocurrido nada.</translation>
    </message>
    <message>
        <source>Show entered in error</source>
        <translation>Mostrar lo ingresado por error</translation>
    </message>
    <message>
        <source>Search, also inside notes</source>
        <translation>Buscar, también en las notas</translation>
    </message>
    <message>
        <source>Search the timeline</source>
        <translation>Buscar en la cronología</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>De quién</translation>
    </message>
    <message>
        <source>Ours and outside</source>
        <translation>Nuestro y externo</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Nuestro</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Externa</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>All organizations</source>
        <translation>Todas las organizaciones</translation>
    </message>
    <message>
        <source>New since I last looked</source>
        <translation>Lo nuevo desde mi última vez</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message>
        <source>Visits</source>
        <translation>Visitas</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation>Medicamentos</translation>
    </message>
    <message>
        <source>Procedures</source>
        <translation>Procedimientos</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documentos</translation>
    </message>
    <message>
        <source>Screening</source>
        <translation>Cuestionarios</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Reclamaciones</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Citas</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Derivaciones</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Not dated</source>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>Medicine started</source>
        <translation>Medicamento iniciado</translation>
    </message>
    <message>
        <source>Medicine stopped</source>
        <translation>Medicamento suspendido</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Problem ended</source>
        <translation>Problema terminado</translation>
    </message>
    <message>
        <source>Problem ruled out</source>
        <translation>Problema descartado</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Derivación</translation>
    </message>
    <message>
        <source>Action done</source>
        <translation>Acción realizada</translation>
    </message>
    <message>
        <source>Measured in a procedure</source>
        <translation>Medido en un procedimiento</translation>
    </message>
    <message>
        <source>{values} and {count} more</source>
        <translation>{values} y {count} más</translation>
    </message>
    <message>
        <source>low</source>
        <translation>bajo</translation>
    </message>
    <message>
        <source>high</source>
        <translation>alto</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Nuestro</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Externa</translation>
    </message>
    <message>
        <source>entered in error</source>
        <translation>ingresado por error</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Encontrado</translation>
    </message>
    <message numerus="yes">
        <source>%n values that day</source>
        <translation>
            <numerusform>%n valor ese día</numerusform>
            <numerusform>%n valores ese día</numerusform>
        </translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>Consentimientos</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>Seguro</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>Insurance begins</source>
        <translation>Empieza el seguro</translation>
    </message>
    <message>
        <source>Insurance ends</source>
        <translation>Termina el seguro</translation>
    </message>
    <message>
        <source>Alert ends</source>
        <translation>Termina la alerta</translation>
    </message>
    <message>
        <source>Consent revoked</source>
        <translation>Consentimiento revocado</translation>
    </message>
    <message>
        <source>Medicine not to be given</source>
        <translation>Medicamento que no debe darse</translation>
    </message>
    <message>
        <source>Allergy ruled out</source>
        <translation>Alergia descartada</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Due {when}</source>
        <translation>Vence {when}</translation>
    </message>
    <message>
        <source>referral</source>
        <translation>derivación</translation>
    </message>
    <message>
        <source>the other office</source>
        <translation>el otro consultorio</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Pendiente</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>{text}. Undo is in the Edit menu.</source>
        <translation>{text}. Deshacer está en el menú Editar.</translation>
    </message>
</context>
<context>
    <name>TodayHead</name>
    <message>
        <source>All kinds</source>
        <translation>Todo tipo</translation>
    </message>
</context>
<context>
    <name>TodayLists</name>
    <message>
        <source>Nothing is due.</source>
        <translation>No hay nada pendiente.</translation>
    </message>
    <message>
        <source>Show everyone&apos;s list</source>
        <translation>Mostrar la lista de todos</translation>
    </message>
    <message>
        <source>Worklist</source>
        <translation>Lista de trabajo</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Mine and unassigned</source>
        <translation>Lo mío y sin asignar</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Todas las personas</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Filter by patient</source>
        <translation>Filtrar por paciente</translation>
    </message>
    <message>
        <source>Today · {date}</source>
        <translation>Hoy · {date}</translation>
    </message>
    <message>
        <source>{shown} of {total} · Filter: {filter}</source>
        <translation>{shown} de {total} · Filtro: {filter}</translation>
    </message>
    <message>
        <source>&amp;Log contact</source>
        <translation>&amp;Anotar contacto</translation>
    </message>
    <message>
        <source>call</source>
        <translation>llamada</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>teléfono</translation>
    </message>
    <message>
        <source>Mark &amp;done</source>
        <translation>Marcar &amp;hecho</translation>
    </message>
    <message>
        <source>finish</source>
        <translation>terminar</translation>
    </message>
    <message>
        <source>&amp;Hold until…</source>
        <translation>A&amp;plazar hasta…</translation>
    </message>
    <message>
        <source>later</source>
        <translation>después</translation>
    </message>
    <message>
        <source>snooze</source>
        <translation>posponer</translation>
    </message>
    <message>
        <source>&amp;Book…</source>
        <translation>&amp;Reservar…</translation>
    </message>
    <message>
        <source>appointment</source>
        <translation>cita</translation>
    </message>
    <message>
        <source>&amp;Open chart</source>
        <translation>Abrir e&amp;xpediente</translation>
    </message>
    <message>
        <source>chart</source>
        <translation>expediente</translation>
    </message>
    <message>
        <source>&amp;Filter this list</source>
        <translation>&amp;Filtrar esta lista</translation>
    </message>
    <message>
        <source>Show &amp;everyone&apos;s list</source>
        <translation>Mostrar la lista de &amp;todos</translation>
    </message>
    <message>
        <source>team</source>
        <translation>equipo</translation>
    </message>
    <message>
        <source>This line goes when its cause is dealt with. Press Enter to open it.</source>
        <translation>Esta línea desaparece cuando se resuelve su causa. Pulse Intro para abrirla.</translation>
    </message>
    <message>
        <source>Marked done.</source>
        <translation>Marcado como hecho.</translation>
    </message>
    <message>
        <source>mark done</source>
        <translation>marcar hecho</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>aplazar</translation>
    </message>
    <message>
        <source>log contact</source>
        <translation>anotar contacto</translation>
    </message>
    <message>
        <source>Put on the &amp;wait list…</source>
        <translation>Poner en la &amp;lista de espera…</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>Dec&amp;lined, or does not apply…</source>
        <translation>Rec&amp;hazado, o no corresponde…</translation>
    </message>
    <message>
        <source>pathway</source>
        <translation>ruta</translation>
    </message>
    <message>
        <source>&amp;Print this list…</source>
        <translation>&amp;Imprimir esta lista…</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>papel</translation>
    </message>
</context>
<context>
    <name>TodaySteps</name>
    <message>
        <source>Decided: {what}.</source>
        <translation>Decidido: {what}.</translation>
    </message>
    <message>
        <source>pathway</source>
        <translation>ruta</translation>
    </message>
    <message>
        <source>Follow-up noted.</source>
        <translation>Seguimiento anotado.</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>seguimiento</translation>
    </message>
    <message>
        <source>Assessment recorded.</source>
        <translation>Evaluación registrada.</translation>
    </message>
    <message>
        <source>safety assessment</source>
        <translation>evaluación de seguridad</translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message>
        <source>Critical</source>
        <translation>Crítico</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Atrasado</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Para hoy</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>Hecho hoy</translation>
    </message>
    <message>
        <source>After hospital</source>
        <translation>Tras el hospital</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>the other office</source>
        <translation>el otro consultorio</translation>
    </message>
    <message>
        <source>referral</source>
        <translation>derivación</translation>
    </message>
    <message>
        <source>the clinician</source>
        <translation>el clínico</translation>
    </message>
    <message>
        <source>until
{date}</source>
        <translation>hasta
{date}</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sin fecha</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>hablamos</translation>
    </message>
    <message>
        <source>left message</source>
        <translation>dejé mensaje</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>no contesta</translation>
    </message>
    <message>
        <source>wrong number</source>
        <translation>número equivocado</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>rechazó</translation>
    </message>
    <message>
        <source>letter sent</source>
        <translation>carta enviada</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>{patient}, {what}, {due}, owner {owner}</source>
        <translation>{patient}, {what}, {due}, responsable {owner}</translation>
    </message>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n intento</numerusform>
            <numerusform>%n intentos</numerusform>
        </translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>For the coordinator</source>
        <translation>Para el coordinador</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Aquí</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Por llegar</translation>
    </message>
    <message>
        <source>home</source>
        <translation>casa</translation>
    </message>
    <message>
        <source>mobile</source>
        <translation>móvil</translation>
    </message>
    <message>
        <source>work</source>
        <translation>trabajo</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Coordinador</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>No ha llegado</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>Por confirmar</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmada</translation>
    </message>
    <message>
        <source>Best time</source>
        <translation>Mejor hora</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Espera</translation>
    </message>
    <message>
        <source>Time free</source>
        <translation>Hora libre</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Derivaciones</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Citas</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Nothing is due and nothing is planned.</source>
        <translation>No hay nada pendiente ni previsto.</translation>
    </message>
    <message>
        <source>Nothing is due. Next: {date}, {what}, {patient}.</source>
        <translation>No hay nada pendiente. Lo próximo: {date}, {what}, {patient}.</translation>
    </message>
    <message>
        <source>Pathways</source>
        <translation>Rutas</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>any visit</source>
        <translation>cualquier visita</translation>
    </message>
</context>
<context>
    <name>TopStrip</name>
    <message>
        <source>PRACTICE DATA, NOT REAL</source>
        <translation>DATOS DE PRÁCTICA, NO SON REALES</translation>
    </message>
    <message>
        <source>NOT REAL</source>
        <translation>NO REALES</translation>
    </message>
</context>
<context>
    <name>TransitionDetailPane</name>
    <message>
        <source>Choose a discharge to see its clocks.</source>
        <translation>Elija un alta para ver sus plazos.</translation>
    </message>
    <message>
        <source>Stay in hospital</source>
        <translation>Hospitalización</translation>
    </message>
    <message>
        <source>place not known</source>
        <translation>lugar desconocido</translation>
    </message>
    <message>
        <source>How complex: {what}</source>
        <translation>Complejidad: {what}</translation>
    </message>
    <message>
        <source>What is owed</source>
        <translation>Qué falta</translation>
    </message>
    <message>
        <source>LACE {score}</source>
        <translation>LACE {score}</translation>
    </message>
    <message>
        <source>Tried since the discharge</source>
        <translation>Intentos desde el alta</translation>
    </message>
</context>
<context>
    <name>TransitionFilters</name>
    <message>
        <source>Open</source>
        <translation>Abiertas</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Vencidas</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerradas</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mías</translation>
    </message>
    <message>
        <source>Filter these discharges</source>
        <translation>Filtrar estas altas</translation>
    </message>
</context>
<context>
    <name>TransitionWords</name>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Medicines reconciled</source>
        <translation>Medicinas conciliadas</translation>
    </message>
    <message>
        <source>Discharge summary reviewed</source>
        <translation>Resumen de alta revisado</translation>
    </message>
    <message>
        <source>Pending tests asked about</source>
        <translation>Pruebas pendientes preguntadas</translation>
    </message>
    <message>
        <source>Referrals and services asked about</source>
        <translation>Derivaciones y servicios preguntados</translation>
    </message>
    <message>
        <source>Red flags taught, told back</source>
        <translation>Señales de alarma enseñadas y repetidas</translation>
    </message>
    <message>
        <source>How complex</source>
        <translation>Complejidad</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>Moderada</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Not said yet</source>
        <translation>Aún no se ha dicho</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Casa</translation>
    </message>
    <message>
        <source>Home, with home health</source>
        <translation>Casa, con atención domiciliaria</translation>
    </message>
    <message>
        <source>Assisted living</source>
        <translation>Residencia asistida</translation>
    </message>
    <message>
        <source>Left against advice</source>
        <translation>Se fue contra la opinión médica</translation>
    </message>
    <message>
        <source>Skilled nursing facility</source>
        <translation>Centro de enfermería especializada</translation>
    </message>
    <message>
        <source>Inpatient rehabilitation</source>
        <translation>Rehabilitación hospitalaria</translation>
    </message>
    <message>
        <source>Another hospital</source>
        <translation>Otro hospital</translation>
    </message>
    <message>
        <source>Hospice</source>
        <translation>Cuidados paliativos (hospicio)</translation>
    </message>
    <message>
        <source>LACE: van Walraven 2010, its own weights. From the records here; visits elsewhere may be missing.</source>
        <translation>LACE: van Walraven 2010, con sus propios pesos. Según el expediente de aquí; pueden faltar visitas en otros lugares.</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completada</translation>
    </message>
    <message>
        <source>Readmitted</source>
        <translation>Reingresó</translation>
    </message>
    <message>
        <source>Died</source>
        <translation>Falleció</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Rechazó</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>No se le encontró</translation>
    </message>
    <message>
        <source>Cared for elsewhere</source>
        <translation>Atendido en otro lugar</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>No hace falta</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Done late</source>
        <translation>Hecho tarde</translation>
    </message>
    <message numerus="yes">
        <source>Tried %n times</source>
        <translation>
            <numerusform>%n intento</numerusform>
            <numerusform>%n intentos</numerusform>
        </translation>
    </message>
    <message>
        <source>{day}, too late</source>
        <translation>{day}, tarde</translation>
    </message>
    <message>
        <source>Nothing owed</source>
        <translation>No falta nada</translation>
    </message>
    <message numerus="yes">
        <source>%n h left</source>
        <translation>
            <numerusform>queda %n h</numerusform>
            <numerusform>quedan %n h</numerusform>
        </translation>
    </message>
    <message>
        <source>Medicines</source>
        <translation>Medicinas</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Derivaciones</translation>
    </message>
    <message>
        <source>Red flags</source>
        <translation>Alarmas</translation>
    </message>
    <message>
        <source>LACE is high: this practice wants it by {day} (proposal of the program)</source>
        <translation>LACE es alto: esta clínica lo quiere a más tardar el {day} (propuesta del programa)</translation>
    </message>
    <message>
        <source>{day} by {who}</source>
        <translation>{day} por {who}</translation>
    </message>
    <message>
        <source>Seen on {day}</source>
        <translation>Visto el {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts; two in time suffice, go on trying</source>
        <translation>
            <numerusform>%n intento; bastan dos a tiempo, siga intentando</numerusform>
            <numerusform>%n intentos; bastan dos a tiempo, siga intentando</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>emergency</source>
        <translation>urgencia</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>programado</translation>
    </message>
    <message>
        <source>Length of stay: {what} = {points}</source>
        <translation>Duración de la estancia: {what} = {points}</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n día</numerusform>
            <numerusform>%n días</numerusform>
        </translation>
    </message>
    <message>
        <source>Admission: {what} = {points}</source>
        <translation>Ingreso: {what} = {points}</translation>
    </message>
    <message>
        <source>Other illness: {what} = {points}</source>
        <translation>Otras enfermedades: {what} = {points}</translation>
    </message>
    <message>
        <source>none known</source>
        <translation>ninguna conocida</translation>
    </message>
    <message>
        <source>Emergency visits, 6 months: {what} = {points}</source>
        <translation>Visitas a urgencias, 6 meses: {what} = {points}</translation>
    </message>
    <message>
        <source>Readmitted {began}, day {days} after the discharge of {ended}</source>
        <translation>Reingresó el {began}, día {days} después del alta del {ended}</translation>
    </message>
    <message>
        <source>Readmitted, day {days}</source>
        <translation>Reingresó, día {days}</translation>
    </message>
    <message>
        <source>Readmission, day {days}</source>
        <translation>Reingreso, día {days}</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>contestó</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>no contestó</translation>
    </message>
    <message>
        <source>day {day} of {days}</source>
        <translation>día {day} de {days}</translation>
    </message>
    <message>
        <source>discharged {day}</source>
        <translation>alta el {day}</translation>
    </message>
    <message>
        <source>LACE {score}</source>
        <translation>LACE {score}</translation>
    </message>
    <message>
        <source>Runs out first</source>
        <translation>Vence primero</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Discharged</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>LACE</source>
        <translation>LACE</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Coordinator</source>
        <translation>Coordinador</translation>
    </message>
    <message numerus="yes">
        <source>%n d late</source>
        <translation>
            <numerusform>%n d tarde</numerusform>
            <numerusform>%n d tarde</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TransitionsPart</name>
    <message>
        <source>Transitions</source>
        <translation>Transiciones</translation>
    </message>
    <message>
        <source>Discharges</source>
        <translation>Altas</translation>
    </message>
    <message>
        <source>Nobody came home from a hospital lately.</source>
        <translation>Nadie ha vuelto del hospital últimamente.</translation>
    </message>
    <message>
        <source>Type in a discharge (Ctrl+N, D), or import the hospital&apos;s records.</source>
        <translation>Anote un alta (Ctrl+N, D) o importe los expedientes del hospital.</translation>
    </message>
    <message>
        <source>No discharge fits this filter.</source>
        <translation>Ninguna alta coincide con este filtro.</translation>
    </message>
    <message>
        <source>Choose Open to see every open one.</source>
        <translation>Elija Abiertas para ver todas las abiertas.</translation>
    </message>
    <message numerus="yes">
        <source>%n discharges</source>
        <translation>
            <numerusform>%n alta</numerusform>
            <numerusform>%n altas</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} · Filter: {filter}</source>
        <translation>{count} · Filtro: {filter}</translation>
    </message>
    <message>
        <source>&amp;Discharge from hospital…</source>
        <translation>&amp;Alta del hospital…</translation>
    </message>
    <message>
        <source>came home</source>
        <translation>volvió a casa</translation>
    </message>
    <message>
        <source>hospital stay</source>
        <translation>hospitalización</translation>
    </message>
    <message>
        <source>&amp;Log contact…</source>
        <translation>&amp;Anotar contacto…</translation>
    </message>
    <message>
        <source>call</source>
        <translation>llamada</translation>
    </message>
    <message>
        <source>attempt</source>
        <translation>intento</translation>
    </message>
    <message>
        <source>&amp;Book the visit…</source>
        <translation>&amp;Reservar la visita…</translation>
    </message>
    <message>
        <source>Record a &amp;step…</source>
        <translation>Anotar un &amp;paso…</translation>
    </message>
    <message>
        <source>medicines reconciled</source>
        <translation>medicinas conciliadas</translation>
    </message>
    <message>
        <source>red flags</source>
        <translation>señales de alarma</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>firmar</translation>
    </message>
    <message>
        <source>How comple&amp;x…</source>
        <translation>Comple&amp;jidad…</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>moderada</translation>
    </message>
    <message>
        <source>high</source>
        <translation>alta</translation>
    </message>
    <message>
        <source>emergency</source>
        <translation>urgencia</translation>
    </message>
    <message>
        <source>&amp;Close with outcome…</source>
        <translation>&amp;Cerrar con resultado…</translation>
    </message>
    <message>
        <source>died</source>
        <translation>falleció</translation>
    </message>
    <message>
        <source>readmitted</source>
        <translation>reingresó</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>rechazó</translation>
    </message>
    <message>
        <source>Open a&amp;gain</source>
        <translation>Abrir de n&amp;uevo</translation>
    </message>
    <message>
        <source>&amp;Open chart</source>
        <translation>&amp;Abrir expediente</translation>
    </message>
    <message>
        <source>&amp;Print this list…</source>
        <translation>&amp;Imprimir esta lista…</translation>
    </message>
    <message>
        <source>&amp;Filter these discharges</source>
        <translation>&amp;Filtrar estas altas</translation>
    </message>
    <message>
        <source>Discharge: of whom?</source>
        <translation>Alta: ¿de quién?</translation>
    </message>
    <message>
        <source>discharge</source>
        <translation>alta</translation>
    </message>
    <message>
        <source>log contact, {family}</source>
        <translation>anotar contacto, {family}</translation>
    </message>
    <message>
        <source>step</source>
        <translation>paso</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>how complex</source>
        <translation>complejidad</translation>
    </message>
    <message>
        <source>close</source>
        <translation>cierre</translation>
    </message>
    <message>
        <source>Open again.</source>
        <translation>Abierta de nuevo.</translation>
    </message>
    <message>
        <source>open again</source>
        <translation>abrir de nuevo</translation>
    </message>
</context>
<context>
    <name>TrayActs</name>
    <message>
        <source>hold</source>
        <translation>aplazar</translation>
    </message>
</context>
<context>
    <name>UseQuestionnaireDialog</name>
    <message>
        <source>Use of a questionnaire</source>
        <translation>Uso de un cuestionario</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Ask it in this practice</source>
        <translation>&amp;Preguntarlo en este consultorio</translation>
    </message>
    <message>
        <source>For example: agreement of 3 May 2026</source>
        <translation>Por ejemplo: acuerdo del 3 de mayo de 2026</translation>
    </message>
    <message>
        <source>Own &amp;licence</source>
        <translation>&amp;Licencia propia</translation>
    </message>
    <message>
        <source>Optional &amp;cut-offs</source>
        <translation>&amp;Puntos de corte opcionales</translation>
    </message>
    <message>
        <source>Write what allows the practice to use it, or take the tick away.</source>
        <translation>Escriba qué permite usarlo al consultorio, o quite la marca.</translation>
    </message>
</context>
<context>
    <name>UserDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Change user</source>
        <translation>Cambiar usuario</translation>
    </message>
    <message>
        <source>Add user</source>
        <translation>Agregar usuario</translation>
    </message>
    <message>
        <source>What they type to sign in. It stays for good: the audit record names it.</source>
        <translation>Lo que escribe para entrar. Queda para siempre: el registro de auditoría lo nombra.</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>Nombre de &amp;usuario</translation>
    </message>
    <message>
        <source>&amp;Name colleagues read</source>
        <translation>&amp;Nombre que leen los colegas</translation>
    </message>
    <message>
        <source>Admin, Roles shows what each role may do.</source>
        <translation>Administración, Funciones muestra qué puede hacer cada función.</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Función</translation>
    </message>
    <message>
        <source>A sentence is easy to remember. They choose their own later.</source>
        <translation>Una frase es fácil de recordar. Después cada quien elige la suya.</translation>
    </message>
    <message>
        <source>First &amp;password</source>
        <translation>Primera c&amp;ontraseña</translation>
    </message>
    <message>
        <source>&amp;Job title</source>
        <translation>&amp;Puesto</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>C&amp;orreo</translation>
    </message>
    <message>
        <source>P&amp;hone</source>
        <translation>&amp;Teléfono</translation>
    </message>
    <message>
        <source>Write a user name.</source>
        <translation>Escriba un nombre de usuario.</translation>
    </message>
    <message>
        <source>Write the name colleagues read.</source>
        <translation>Escriba el nombre que leen los colegas.</translation>
    </message>
</context>
<context>
    <name>UsersSection</name>
    <message>
        <source>Users</source>
        <translation>Usuarios</translation>
    </message>
    <message>
        <source>Everybody signs in with a name and password of their own. Who leaves is disabled at once, never removed.</source>
        <translation>Cada quien entra con su propio nombre y contraseña. Quien se va se desactiva de inmediato, nunca se borra.</translation>
    </message>
    <message>
        <source>No users.</source>
        <translation>No hay usuarios.</translation>
    </message>
    <message>
        <source>&amp;Add user…</source>
        <translation>&amp;Agregar usuario…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Cambiar…</translation>
    </message>
    <message>
        <source>&amp;Disable</source>
        <translation>&amp;Desactivar</translation>
    </message>
    <message>
        <source>New &amp;password…</source>
        <translation>Contraseña n&amp;ueva…</translation>
    </message>
    <message>
        <source>Let sign in &amp;again…</source>
        <translation>Dejar entrar &amp;otra vez…</translation>
    </message>
    <message>
        <source>Disabled too</source>
        <translation>También desactivados</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Puesto</translation>
    </message>
    <message>
        <source>Signed in last</source>
        <translation>Última entrada</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>todavía no</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>Se guardó {name}.</translation>
    </message>
    <message>
        <source>change user</source>
        <translation>cambiar usuario</translation>
    </message>
    <message>
        <source>{name} signs in with the new password from now on.</source>
        <translation>{name} entra con la contraseña nueva desde ahora.</translation>
    </message>
    <message>
        <source>{name} can no longer sign in.</source>
        <translation>{name} ya no puede entrar.</translation>
    </message>
    <message>
        <source>&amp;Sensitive notes…</source>
        <translation>Notas &amp;delicadas…</translation>
    </message>
    <message>
        <source>sensitive notes</source>
        <translation>notas delicadas</translation>
    </message>
</context>
<context>
    <name>ValueWords</name>
    <message>
        <source>Active</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>Inactivo</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Resuelto</translation>
    </message>
    <message>
        <source>In remission</source>
        <translation>En remisión</translation>
    </message>
    <message>
        <source>Recurrence</source>
        <translation>Recurrencia</translation>
    </message>
    <message>
        <source>Relapse</source>
        <translation>Recaída</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Confirmado</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Sin confirmar</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>Provisional</translation>
    </message>
    <message>
        <source>Differential</source>
        <translation>Diferencial</translation>
    </message>
    <message>
        <source>Refuted</source>
        <translation>Descartado</translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation>Ingresado por error</translation>
    </message>
    <message>
        <source>Allergy</source>
        <translation>Alergia</translation>
    </message>
    <message>
        <source>Intolerance</source>
        <translation>Intolerancia</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>Alimento</translation>
    </message>
    <message>
        <source>Medicine</source>
        <translation>Medicamento</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ambiente</translation>
    </message>
    <message>
        <source>Biologic</source>
        <translation>Biológico</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alto</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Bajo</translation>
    </message>
    <message>
        <source>Cannot be assessed</source>
        <translation>No se puede evaluar</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>Registrado</translation>
    </message>
    <message>
        <source>Typed</source>
        <translation>Escrito</translation>
    </message>
    <message>
        <source>Verbal</source>
        <translation>Verbal</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Por escrito</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Expediente</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Llamada</translation>
    </message>
    <message>
        <source>Discharge summary reviewed</source>
        <translation>Resumen de alta revisado</translation>
    </message>
    <message>
        <source>Pending tests asked about</source>
        <translation>Pruebas pendientes preguntadas</translation>
    </message>
    <message>
        <source>Referrals and services asked about</source>
        <translation>Derivaciones y servicios preguntados</translation>
    </message>
    <message>
        <source>Red flags taught, told back</source>
        <translation>Señales de alarma enseñadas y repetidas</translation>
    </message>
    <message>
        <source>Medicines reconciled</source>
        <translation>Medicinas conciliadas</translation>
    </message>
    <message>
        <source>Readmitted</source>
        <translation>Reingresó</translation>
    </message>
    <message>
        <source>Died</source>
        <translation>Falleció</translation>
    </message>
    <message>
        <source>Cared for elsewhere</source>
        <translation>Atendido en otro lugar</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>No hace falta</translation>
    </message>
    <message>
        <source>Transition after a stay</source>
        <translation>Transición después de una hospitalización</translation>
    </message>
    <message>
        <source>Step after a discharge</source>
        <translation>Paso después de un alta</translation>
    </message>
    <message>
        <source>Enrolment in a program</source>
        <translation>Inscripción en un programa</translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation>Tiempo usado</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Suspendido</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completado</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>No se toma</translation>
    </message>
    <message>
        <source>Intended</source>
        <translation>Previsto</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Definitivo</translation>
    </message>
    <message>
        <source>Preliminary</source>
        <translation>Preliminar</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registrado</translation>
    </message>
    <message>
        <source>Amended</source>
        <translation>Modificado</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Corregido</translation>
    </message>
    <message>
        <source>Appended</source>
        <translation>Ampliado</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Parcial</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planeado</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Llegó</translation>
    </message>
    <message>
        <source>Triaged</source>
        <translation>Clasificado</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>On leave</source>
        <translation>Con permiso</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>In preparation</source>
        <translation>En preparación</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>No realizado</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Sin comenzar</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Vigente</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Reemplazado</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Propuesto</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptado</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Revocado</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Agendada</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Took place</source>
        <translation>Realizada</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>No se presentó</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>Lista de espera</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>Registrado al llegar</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Solicitado</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibido</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Suspendido</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Propuesta</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Opción</translation>
    </message>
    <message>
        <source>Directive</source>
        <translation>Indicación</translation>
    </message>
    <message>
        <source>Prescription</source>
        <translation>Receta</translation>
    </message>
    <message>
        <source>Medicine statement</source>
        <translation>Declaración de medicamento</translation>
    </message>
    <message>
        <source>Typed here</source>
        <translation>Escrito aquí</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Acepta</translation>
    </message>
    <message>
        <source>Refuses</source>
        <translation>Rechaza</translation>
    </message>
    <message>
        <source>Partly completed</source>
        <translation>Parcialmente completado</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>Mensaje de texto</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Correo electrónico</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Correo postal</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>Portal</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>En persona</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Alcanzada</translation>
    </message>
    <message>
        <source>Left message</source>
        <translation>Se dejó mensaje</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>No contestó</translation>
    </message>
    <message>
        <source>Wrong number</source>
        <translation>Número equivocado</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Rechazó</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviada</translation>
    </message>
    <message>
        <source>As directed</source>
        <translation>Según lo indicado</translation>
    </message>
    <message>
        <source>Some missed</source>
        <translation>Omitió algunas</translation>
    </message>
    <message>
        <source>Never started</source>
        <translation>Nunca lo empezó</translation>
    </message>
    <message>
        <source>Routine</source>
        <translation>Rutina</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>As soon as possible</source>
        <translation>Lo antes posible</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Inmediato</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Laboratorio</translation>
    </message>
    <message>
        <source>Vital signs</source>
        <translation>Signos vitales</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>Encuesta</translation>
    </message>
    <message>
        <source>Social history</source>
        <translation>Antecedentes sociales</translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Examination</source>
        <translation>Examen</translation>
    </message>
    <message>
        <source>Therapy</source>
        <translation>Terapia</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Procedimiento</translation>
    </message>
    <message>
        <source>Problem list</source>
        <translation>Lista de problemas</translation>
    </message>
    <message>
        <source>Diagnosis of a visit</source>
        <translation>Diagnóstico de una visita</translation>
    </message>
    <message>
        <source>Health concern</source>
        <translation>Preocupación de salud</translation>
    </message>
    <message>
        <source>Social need</source>
        <translation>Necesidad social</translation>
    </message>
    <message>
        <source>Consult note</source>
        <translation>Nota de interconsulta</translation>
    </message>
    <message>
        <source>Discharge summary</source>
        <translation>Resumen de alta</translation>
    </message>
    <message>
        <source>Recall letter</source>
        <translation>Carta para citar de nuevo</translation>
    </message>
    <message>
        <source>Missed visit letter</source>
        <translation>Carta por cita perdida</translation>
    </message>
    <message>
        <source>Appointment reminder</source>
        <translation>Recordatorio de cita</translation>
    </message>
    <message>
        <source>Letter about a referral</source>
        <translation>Carta sobre una derivación</translation>
    </message>
    <message>
        <source>Your next steps</source>
        <translation>Sus próximos pasos</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Impresa</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardada</translation>
    </message>
    <message>
        <source>Previewed</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Casa</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Móvil</translation>
    </message>
    <message>
        <source>Temporary</source>
        <translation>Temporal</translation>
    </message>
    <message>
        <source>Former</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Legal</source>
        <translation>Legal</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Habitual</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>Apodo</translation>
    </message>
    <message>
        <source>Maiden</source>
        <translation>De soltera</translation>
    </message>
    <message>
        <source>No message</source>
        <translation>Sin mensaje</translation>
    </message>
    <message>
        <source>Name and number only</source>
        <translation>Solo nombre y número</translation>
    </message>
    <message>
        <source>Details allowed</source>
        <translation>Se permiten detalles</translation>
    </message>
    <message>
        <source>Health care proxy</source>
        <translation>Representante de atención médica</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>Tutor</translation>
    </message>
    <message>
        <source>Power of attorney</source>
        <translation>Poder notarial</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Padre o madre</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Clinician</source>
        <translation>Clínico</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Masculino</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Femenino</translation>
    </message>
    <message>
        <source>Asked, declined to say</source>
        <translation>Se preguntó, prefirió no decir</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Reclamación</translation>
    </message>
    <message>
        <source>Explanation of benefits</source>
        <translation>Explicación de beneficios</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Consultorio</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Urgencias</translation>
    </message>
    <message>
        <source>Inpatient stay</source>
        <translation>Hospitalización</translation>
    </message>
    <message>
        <source>Inpatient stay, acute</source>
        <translation>Hospitalización aguda</translation>
    </message>
    <message>
        <source>Inpatient stay, not acute</source>
        <translation>Hospitalización no aguda</translation>
    </message>
    <message>
        <source>Observation stay</source>
        <translation>Estancia en observación</translation>
    </message>
    <message>
        <source>Pre-admission</source>
        <translation>Preadmisión</translation>
    </message>
    <message>
        <source>Short stay</source>
        <translation>Estancia corta</translation>
    </message>
    <message>
        <source>Virtual</source>
        <translation>Virtual</translation>
    </message>
    <message>
        <source>Home visit</source>
        <translation>Visita a domicilio</translation>
    </message>
    <message>
        <source>In the field</source>
        <translation>En el campo</translation>
    </message>
    <message>
        <source>Self</source>
        <translation>Titular</translation>
    </message>
    <message>
        <source>Spouse</source>
        <translation>Cónyuge</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Hijo o hija</translation>
    </message>
    <message>
        <source>Improving</source>
        <translation>Mejorando</translation>
    </message>
    <message>
        <source>Worsening</source>
        <translation>Empeorando</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>Sin cambios</translation>
    </message>
    <message>
        <source>Holding</source>
        <translation>Se mantiene</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>No alcanzada</translation>
    </message>
    <message>
        <source>No progress</source>
        <translation>Sin progreso</translation>
    </message>
    <message>
        <source>Cannot be reached</source>
        <translation>No alcanzable</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>Allergy or intolerance</source>
        <translation>Alergia o intolerancia</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Immunization</source>
        <translation>Vacuna</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
    <message>
        <source>Family history</source>
        <translation>Antecedentes familiares</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Medicine handed out</source>
        <translation>Medicina surtida</translation>
    </message>
    <message>
        <source>Taking a medicine</source>
        <translation>Toma de medicina</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Cuestionario</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>Plan action</source>
        <translation>Acción del plan</translation>
    </message>
    <message>
        <source>Care plan</source>
        <translation>Plan de atención</translation>
    </message>
    <message>
        <source>Referral or order</source>
        <translation>Derivación u orden</translation>
    </message>
    <message>
        <source>Step of a referral</source>
        <translation>Paso de una derivación</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>Care team</source>
        <translation>Equipo de atención</translation>
    </message>
    <message>
        <source>Member of the care team</source>
        <translation>Miembro del equipo de atención</translation>
    </message>
    <message>
        <source>Who recorded it</source>
        <translation>Quién lo registró</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Page for the patient</source>
        <translation>Hoja para el paciente</translation>
    </message>
    <message>
        <source>Insurance</source>
        <translation>Seguro</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alerta</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Persona de contacto</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Phone or address</source>
        <translation>Teléfono o correo</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identificador</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Merge of two records</source>
        <translation>Unión de dos expedientes</translation>
    </message>
    <message>
        <source>Possible duplicate</source>
        <translation>Posible duplicado</translation>
    </message>
    <message>
        <source>Worklist item</source>
        <translation>Elemento de trabajo</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Consultorio</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Sede</translation>
    </message>
    <message>
        <source>Hours of a site</source>
        <translation>Horario de una sede</translation>
    </message>
    <message>
        <source>Holiday or closed days</source>
        <translation>Feriado o días cerrados</translation>
    </message>
    <message>
        <source>Clinician or person outside</source>
        <translation>Clínico o persona externa</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>Horario de trabajo</translation>
    </message>
    <message>
        <source>Absence</source>
        <translation>Ausencia</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Sala</translation>
    </message>
    <message>
        <source>Kind of visit</source>
        <translation>Tipo de cita</translation>
    </message>
    <message>
        <source>Place outside</source>
        <translation>Lugar externo</translation>
    </message>
    <message>
        <source>Service outside</source>
        <translation>Servicio externo</translation>
    </message>
    <message>
        <source>Contact policy</source>
        <translation>Política de contacto</translation>
    </message>
    <message>
        <source>Confirmed content</source>
        <translation>Contenido confirmado</translation>
    </message>
    <message>
        <source>Text of a letter</source>
        <translation>Texto de una carta</translation>
    </message>
    <message>
        <source>Content of a document</source>
        <translation>Contenido de un documento</translation>
    </message>
    <message>
        <source>Sharing information</source>
        <translation>Compartir información</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Tratamiento</translation>
    </message>
    <message>
        <source>Care management program</source>
        <translation>Programa de coordinación de la atención</translation>
    </message>
    <message>
        <source>Substance use records (42 CFR Part 2)</source>
        <translation>Registros de consumo de sustancias (42 CFR Parte 2)</translation>
    </message>
    <message>
        <source>Visits by video or phone</source>
        <translation>Citas por video o teléfono</translation>
    </message>
    <message>
        <source>Text messages and e-mail</source>
        <translation>Mensajes de texto y correo electrónico</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>Fotografía</translation>
    </message>
    <message>
        <source>Research</source>
        <translation>Investigación</translation>
    </message>
    <message>
        <source>Advance directive</source>
        <translation>Voluntad anticipada</translation>
    </message>
    <message>
        <source>In writing</source>
        <translation>Por escrito</translation>
    </message>
    <message>
        <source>Spoken</source>
        <translation>De palabra</translation>
    </message>
    <message>
        <source>Electronically</source>
        <translation>Por medios electrónicos</translation>
    </message>
    <message>
        <source>Medicare</source>
        <translation>Medicare</translation>
    </message>
    <message>
        <source>Medicare Advantage</source>
        <translation>Medicare Advantage</translation>
    </message>
    <message>
        <source>Medicaid</source>
        <translation>Medicaid</translation>
    </message>
    <message>
        <source>Private or employer</source>
        <translation>Privado o del empleador</translation>
    </message>
    <message>
        <source>Military or veterans</source>
        <translation>Militar o de veteranos</translation>
    </message>
    <message>
        <source>Dental</source>
        <translation>Dental</translation>
    </message>
    <message>
        <source>Workers&apos; compensation</source>
        <translation>Compensación laboral</translation>
    </message>
    <message>
        <source>Pays for themselves</source>
        <translation>Paga por su cuenta</translation>
    </message>
    <message>
        <source>Administrative</source>
        <translation>Administrativo</translation>
    </message>
    <message>
        <source>Safety of staff or patient</source>
        <translation>Seguridad del personal o del paciente</translation>
    </message>
    <message>
        <source>Clinical</source>
        <translation>Clínico</translation>
    </message>
    <message>
        <source>Diet</source>
        <translation>Dieta</translation>
    </message>
    <message>
        <source>Behavioral</source>
        <translation>Conducta</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Precaución</translation>
    </message>
    <message>
        <source>For information</source>
        <translation>Para información</translation>
    </message>
    <message>
        <source>Pathway in use</source>
        <translation>Ruta en uso</translation>
    </message>
    <message>
        <source>Patient in a pathway</source>
        <translation>Persona en una ruta</translation>
    </message>
    <message>
        <source>Decision about a pathway step</source>
        <translation>Decisión sobre un paso de la ruta</translation>
    </message>
    <message>
        <source>Target of the patient</source>
        <translation>Meta de la persona</translation>
    </message>
    <message>
        <source>Not to be given</source>
        <translation>No debe darse</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Riesgo</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transporte</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Costo</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Understanding</source>
        <translation>Comprensión</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Housing</source>
        <translation>Vivienda</translation>
    </message>
    <message>
        <source>Nobody to help</source>
        <translation>Nadie que ayude</translation>
    </message>
    <message>
        <source>Symptoms</source>
        <translation>Síntomas</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>Ánimo</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <source>No appointment or service</source>
        <translation>Sin cita o servicio</translation>
    </message>
    <message>
        <source>Phone or computer</source>
        <translation>Teléfono o computadora</translation>
    </message>
    <message>
        <source>Does not agree</source>
        <translation>No está de acuerdo</translation>
    </message>
    <message>
        <source>Member of the team</source>
        <translation>Miembro del equipo</translation>
    </message>
    <message>
        <source>Caregiver</source>
        <translation>Cuidador</translation>
    </message>
    <message>
        <source>Signed in here</source>
        <translation>Con su usuario aquí</translation>
    </message>
    <message>
        <source>Video call</source>
        <translation>Videollamada</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>Fax</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>En papel</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leído en voz alta</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Strengths</source>
        <translation>Fortalezas</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Expected outcome and prognosis</source>
        <translation>Resultado esperado y pronóstico</translation>
    </message>
    <message>
        <source>Thinking and daily function</source>
        <translation>Memoria y función diaria</translation>
    </message>
    <message>
        <source>Medicine management</source>
        <translation>Manejo de medicamentos</translation>
    </message>
    <message>
        <source>Outside help and services</source>
        <translation>Ayuda y servicios externos</translation>
    </message>
    <message>
        <source>In an emergency: what to do</source>
        <translation>En una emergencia: qué hacer</translation>
    </message>
    <message>
        <source>In an emergency: whom to call</source>
        <translation>En una emergencia: a quién llamar</translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation>Obstáculo</translation>
    </message>
    <message>
        <source>Part of the plan</source>
        <translation>Parte del plan</translation>
    </message>
    <message>
        <source>Version of the plan</source>
        <translation>Versión del plan</translation>
    </message>
    <message>
        <source>Answer about the plan</source>
        <translation>Respuesta sobre el plan</translation>
    </message>
    <message>
        <source>Copy of the plan given out</source>
        <translation>Copia del plan entregada</translation>
    </message>
    <message>
        <source>Safety assessment</source>
        <translation>Evaluación de seguridad</translation>
    </message>
    <message>
        <source>Questionnaire in use</source>
        <translation>Cuestionario en uso</translation>
    </message>
    <message>
        <source>Forgot</source>
        <translation>Lo olvidó</translation>
    </message>
    <message>
        <source>Did not know of it</source>
        <translation>No sabía de la visita</translation>
    </message>
    <message>
        <source>No way to get here</source>
        <translation>No tenía cómo llegar</translation>
    </message>
    <message>
        <source>Work, or caring for somebody</source>
        <translation>Trabajo o cuidado de alguien</translation>
    </message>
    <message>
        <source>Cost or insurance</source>
        <translation>Costo o seguro</translation>
    </message>
    <message>
        <source>Too ill, or in hospital</source>
        <translation>Demasiado enfermo o en el hospital</translation>
    </message>
    <message>
        <source>Felt better</source>
        <translation>Se sintió mejor</translation>
    </message>
    <message>
        <source>Did not want to come</source>
        <translation>No quiso venir</translation>
    </message>
    <message>
        <source>Our mistake</source>
        <translation>Error nuestro</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierta</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Respondida</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Retirada</translation>
    </message>
    <message>
        <source>Care coordination</source>
        <translation>Coordinación de la atención</translation>
    </message>
    <message>
        <source>Consult</source>
        <translation>Interconsulta</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Behavioral health</source>
        <translation>Salud conductual</translation>
    </message>
    <message>
        <source>Substance use</source>
        <translation>Consumo de sustancias</translation>
    </message>
    <message>
        <source>Member of our team</source>
        <translation>Miembro de nuestro equipo</translation>
    </message>
    <message>
        <source>Question to the team</source>
        <translation>Pregunta al equipo</translation>
    </message>
    <message>
        <source>Answer or reminder</source>
        <translation>Respuesta o recordatorio</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Reader of a note</source>
        <translation>Lector de una nota</translation>
    </message>
    <message>
        <source>Case of a team meeting</source>
        <translation>Caso de una reunión del equipo</translation>
    </message>
    <message>
        <source>Notes opened in an emergency</source>
        <translation>Notas abiertas en una emergencia</translation>
    </message>
    <message>
        <source>Near miss</source>
        <translation>Incidente</translation>
    </message>
    <message>
        <source>Who may read sensitive notes</source>
        <translation>Quién puede leer notas delicadas</translation>
    </message>
    <message>
        <source>Approved packet</source>
        <translation>Envío aprobado</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Conflicto</translation>
    </message>
    <message>
        <source>Mild</source>
        <translation>Leve</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>Moderada</translation>
    </message>
    <message>
        <source>Severe</source>
        <translation>Grave</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Suspender</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Prepared</source>
        <translation>Preparada</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Firmada</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Igual</translation>
    </message>
    <message>
        <source>The dose differs</source>
        <translation>La dosis difiere</translation>
    </message>
    <message>
        <source>Doses could not be compared</source>
        <translation>No se pudieron comparar las dosis</translation>
    </message>
    <message>
        <source>Only on our list</source>
        <translation>Solo en nuestra lista</translation>
    </message>
    <message>
        <source>Only on another list</source>
        <translation>Solo en otra lista</translation>
    </message>
    <message>
        <source>By mouth</source>
        <translation>Por la boca</translation>
    </message>
    <message>
        <source>Under the tongue</source>
        <translation>Debajo de la lengua</translation>
    </message>
    <message>
        <source>Inhaled</source>
        <translation>Inhalado</translation>
    </message>
    <message>
        <source>In the nose</source>
        <translation>En la nariz</translation>
    </message>
    <message>
        <source>Injected under the skin</source>
        <translation>Inyectado bajo la piel</translation>
    </message>
    <message>
        <source>Injected into the muscle</source>
        <translation>Inyectado en el músculo</translation>
    </message>
    <message>
        <source>Into the vein</source>
        <translation>En la vena</translation>
    </message>
    <message>
        <source>On the skin</source>
        <translation>Sobre la piel</translation>
    </message>
    <message>
        <source>Patch on the skin</source>
        <translation>Parche en la piel</translation>
    </message>
    <message>
        <source>In the eye</source>
        <translation>En el ojo</translation>
    </message>
    <message>
        <source>In the ear</source>
        <translation>En el oído</translation>
    </message>
    <message>
        <source>Rectally</source>
        <translation>Por el recto</translation>
    </message>
    <message>
        <source>Vaginally</source>
        <translation>Por la vagina</translation>
    </message>
    <message>
        <source>Reconciliation of medicines</source>
        <translation>Conciliación de medicinas</translation>
    </message>
    <message>
        <source>Medicine reconciled</source>
        <translation>Medicina conciliada</translation>
    </message>
    <message>
        <source>Shared care plan on paper</source>
        <translation>Plan de atención compartido en papel</translation>
    </message>
    <message>
        <source>For our own record</source>
        <translation>Para nuestro propio expediente</translation>
    </message>
    <message>
        <source>Follow-up of a screen</source>
        <translation>Seguimiento de un cribado</translation>
    </message>
</context>
<context>
    <name>ValuesDialog</name>
    <message>
        <source>{name}: every value</source>
        <translation>{name}: todos los valores</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>{counted} of {all} values count. {slope}</source>
        <translation>Cuentan {counted} de {all} valores. {slope}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Rango</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>here</source>
        <translation>aquí</translation>
    </message>
</context>
<context>
    <name>VariationWindow</name>
    <message>
        <source>What is skipped of the pathways</source>
        <translation>Qué se omite de las rutas</translation>
    </message>
    <message>
        <source>Whole practice</source>
        <translation>Toda la clínica</translation>
    </message>
    <message>
        <source>Clinicians</source>
        <translation>Profesionales</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Sedes</translation>
    </message>
    <message>
        <source>All pathways</source>
        <translation>Todas las rutas</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>&amp;Por</translation>
    </message>
    <message>
        <source>&amp;Pathway</source>
        <translation>&amp;Ruta</translation>
    </message>
    <message>
        <source>&amp;Save as CSV…</source>
        <translation>&amp;Guardar como CSV…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>P&amp;rint…</source>
        <translation>&amp;Imprimir…</translation>
    </message>
    <message>
        <source>As of {day}. Skipped: overdue, declined, or said not to apply. A clinician or site is that of the patient&apos;s last visit here.</source>
        <translation>Al {day}. Omitido: vencido, rechazado o dicho que no corresponde. El profesional o la sede es la de la última visita del paciente aquí.</translation>
    </message>
    <message numerus="yes">
        <source>%n patients are still being worked out.</source>
        <translation>
            <numerusform>Todavía se calcula %n paciente.</numerusform>
            <numerusform>Todavía se calculan %n pacientes.</numerusform>
        </translation>
    </message>
    <message>
        <source>No patient is in an adopted pathway yet.</source>
        <translation>Ningún paciente está todavía en una ruta adoptada.</translation>
    </message>
    <message>
        <source>Who, where</source>
        <translation>Quién, dónde</translation>
    </message>
    <message>
        <source>Pathway</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitido</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Vencido</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Not for them</source>
        <translation>No corresponde</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Motivos</translation>
    </message>
    <message>
        <source>whole practice</source>
        <translation>toda la clínica</translation>
    </message>
    <message>
        <source>no visit yet</source>
        <translation>todavía sin visita</translation>
    </message>
    <message>
        <source>{skipped} of {asked}, {percent} %</source>
        <translation>{skipped} de {asked}, {percent} %</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Decidió</translation>
    </message>
    <message>
        <source>On</source>
        <translation>El</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>No corresponde</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Aplazado</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>A tiempo</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
</context>
<context>
    <name>VisitActs</name>
    <message>
        <source>Arri&amp;ved</source>
        <translation>&amp;Llegó</translation>
    </message>
    <message>
        <source>No-s&amp;how</source>
        <translation>No se pre&amp;sentó</translation>
    </message>
    <message>
        <source>&amp;Cancel visit…</source>
        <translation>&amp;Cancelar la visita…</translation>
    </message>
    <message>
        <source>&amp;Move…</source>
        <translation>&amp;Mover…</translation>
    </message>
</context>
<context>
    <name>VisitSeriesDialog</name>
    <message>
        <source>Book a series</source>
        <translation>Reservar una serie</translation>
    </message>
    <message>
        <source>&amp;Book series</source>
        <translation>&amp;Reservar la serie</translation>
    </message>
    <message>
        <source>Dates of the series</source>
        <translation>Fechas de la serie</translation>
    </message>
    <message>
        <source>{name}, {minutes} min</source>
        <translation>{name}, {minutes} min</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>semanas</translation>
    </message>
    <message>
        <source>months</source>
        <translation>meses</translation>
    </message>
    <message>
        <source>days</source>
        <translation>días</translation>
    </message>
    <message>
        <source>&amp;Kind of visit</source>
        <translation>&amp;Tipo de visita</translation>
    </message>
    <message>
        <source>&amp;With</source>
        <translation>&amp;Con</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>&amp;Primer día</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Hora</translation>
    </message>
    <message>
        <source>&amp;Every</source>
        <translation>&amp;Cada</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Unidad</translation>
    </message>
    <message>
        <source>8 weeks are not 2 months.</source>
        <translation>8 semanas no son 2 meses.</translation>
    </message>
    <message>
        <source>How &amp;many visits</source>
        <translation>Cuántas ci&amp;tas</translation>
    </message>
    <message>
        <source>&amp;Reason for the visit</source>
        <translation>&amp;Motivo de la visita</translation>
    </message>
    <message>
        <source>&amp;Dates</source>
        <translation>&amp;Fechas</translation>
    </message>
    <message>
        <source>Enter leaves a date out or takes it in again.</source>
        <translation>Intro quita una fecha o la vuelve a poner.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>In the way</source>
        <translation>Lo que lo impide</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>No es posible</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Quitada</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Libre</translation>
    </message>
    <message>
        <source>Enter a number, for example 7.</source>
        <translation>Escriba un número, por ejemplo 7.</translation>
    </message>
    <message>
        <source>Enter a number, for example 6.</source>
        <translation>Escriba un número, por ejemplo 6.</translation>
    </message>
    <message>
        <source>{free} of {all} dates will be booked.</source>
        <translation>Se reservarán {free} de {all} fechas.</translation>
    </message>
    <message numerus="yes">
        <source>Booked %n visit(s).</source>
        <translation>
            <numerusform>Se reservó %n cita.</numerusform>
            <numerusform>Se reservaron %n citas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VisitTime</name>
    <message>
        <source>The second time it is this &amp;late that night</source>
        <translation>&amp;La segunda vez que es esa hora esa noche</translation>
    </message>
    <message>
        <source>There is no such day in the calendar. Enter another one.</source>
        <translation>Ese día no existe en el calendario. Escriba otro.</translation>
    </message>
    <message>
        <source>Enter a day, for example fri, +2w or 14 jul.</source>
        <translation>Escriba un día, por ejemplo vie, +2s o 14 jul.</translation>
    </message>
    <message>
        <source>Enter a time, for example 9:30 or 2 pm.</source>
        <translation>Escriba una hora, por ejemplo 9:30 o 2 pm.</translation>
    </message>
    <message>
        <source>The clocks go forward then: this time does not exist on that day.</source>
        <translation>Entonces se adelanta el reloj: esta hora no existe ese día.</translation>
    </message>
</context>
<context>
    <name>VisitTypesSection</name>
    <message>
        <source>Kinds of visit</source>
        <translation>Tipos de cita</translation>
    </message>
    <message>
        <source>How long a visit is, what is kept free around it, and what the patient reads on the page.</source>
        <translation>Cuánto dura una cita, qué se deja libre alrededor y qué lee el paciente en la hoja.</translation>
    </message>
    <message>
        <source>No kinds of visit yet.</source>
        <translation>Todavía no hay tipos de cita.</translation>
    </message>
    <message>
        <source>Without one every visit takes half an hour.</source>
        <translation>Sin ninguno, cada cita dura media hora.</translation>
    </message>
    <message>
        <source>&amp;Add kind of visit…</source>
        <translation>&amp;Agregar tipo de cita…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Cambiar…</translation>
    </message>
    <message>
        <source>&amp;Offer no longer</source>
        <translation>No &amp;ofrecer más</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Subir</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Bajar</translation>
    </message>
    <message>
        <source>&amp;Offer again</source>
        <translation>Ofrecer otra &amp;vez</translation>
    </message>
    <message>
        <source>No longer offered too</source>
        <translation>También los que ya no se ofrecen</translation>
    </message>
    <message>
        <source>Kind of visit</source>
        <translation>Tipo de cita</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>Kept free</source>
        <translation>Se deja libre</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Sala</translation>
    </message>
    <message>
        <source>The patient reads</source>
        <translation>El paciente lee</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>{minutes} before</source>
        <translation>{minutes} antes</translation>
    </message>
    <message>
        <source>{minutes} after</source>
        <translation>{minutes} después</translation>
    </message>
    <message>
        <source>No longer offered</source>
        <translation>Ya no se ofrece</translation>
    </message>
    <message>
        <source>New patients</source>
        <translation>Pacientes nuevos</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Se ofrece</translation>
    </message>
    <message>
        <source>save kind of visit</source>
        <translation>guardar tipo de cita</translation>
    </message>
    <message>
        <source>{name} is no longer offered.</source>
        <translation>{name} ya no se ofrece.</translation>
    </message>
    <message>
        <source>{name} is offered again.</source>
        <translation>{name} se ofrece otra vez.</translation>
    </message>
    <message>
        <source>Moved {name}.</source>
        <translation>Se movió {name}.</translation>
    </message>
</context>
<context>
    <name>VisitWords</name>
    <message>
        <source>Proposed</source>
        <translation>Propuesto</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Sin confirmar</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>Lista de espera</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Reservada</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Llegó</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>Registrada al llegar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>No se presentó</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Aquí</translation>
    </message>
    <message>
        <source>Outside: {where}</source>
        <translation>Fuera: {where}</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Fuera</translation>
    </message>
    <message>
        <source>first visit</source>
        <translation>primera visita</translation>
    </message>
    <message>
        <source>{time}, {patient}, with {whom}, {place}, {status}</source>
        <translation>{time}, {patient}, con {whom}, {place}, {status}</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paciente</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Con</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visita</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>{number}  free</source>
        <translation>{number}  libre</translation>
    </message>
    <message>
        <source>overbooked: {reason}</source>
        <translation>sobrecupo: {reason}</translation>
    </message>
    <message>
        <source>series</source>
        <translation>serie</translation>
    </message>
    <message>
        <source>interpreter: {language}</source>
        <translation>intérprete: {language}</translation>
    </message>
    <message>
        <source>interpreter</source>
        <translation>intérprete</translation>
    </message>
    <message>
        <source>needs a ride</source>
        <translation>necesita transporte</translation>
    </message>
</context>
<context>
    <name>VisitsTab</name>
    <message>
        <source>Visits</source>
        <translation>Visitas</translation>
    </message>
    <message>
        <source>Choose a visit to see what belongs to it, and where it comes from.</source>
        <translation>Elija una visita para ver lo que le pertenece y de dónde viene.</translation>
    </message>
    <message>
        <source>No visit fits this filter.</source>
        <translation>Ninguna visita coincide con este filtro.</translation>
    </message>
    <message>
        <source>Choose All to see every visit.</source>
        <translation>Elija Todas para ver todas las visitas.</translation>
    </message>
    <message>
        <source>Imported visits and stays appear here, and our appointments once they took place.</source>
        <translation>Aquí aparecen las visitas y hospitalizaciones importadas, y nuestras citas una vez realizadas.</translation>
    </message>
    <message>
        <source>No visits yet.</source>
        <translation>Todavía no hay visitas.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Urgencias</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Hospitalizaciones</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Consultorio</translation>
    </message>
    <message>
        <source>Virtual</source>
        <translation>Virtual</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>Nuestro</translation>
    </message>
    <message>
        <source>Show entered in error</source>
        <translation>Mostrar lo ingresado por error</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Para qué</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>entered in error</source>
        <translation>ingresado por error</translation>
    </message>
    <message>
        <source>Not dated</source>
        <translation>Sin fecha</translation>
    </message>
    <message numerus="yes">
        <source>%n nights</source>
        <translation>
            <numerusform>%n noche</numerusform>
            <numerusform>%n noches</numerusform>
        </translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Externa</translation>
    </message>
    <message>
        <source>The record of the visit, and the appointment in our calendar that day.</source>
        <translation>El registro de la visita y la cita de ese día en nuestro calendario.</translation>
    </message>
    <message>
        <source>Two sources</source>
        <translation>Dos fuentes</translation>
    </message>
    <message>
        <source>Ours, and our calendar</source>
        <translation>Nuestra, y nuestro calendario</translation>
    </message>
</context>
<context>
    <name>WaitListDialog</name>
    <message>
        <source>Put on the wait list</source>
        <translation>Poner en la lista de espera</translation>
    </message>
    <message>
        <source>&amp;Put on the list</source>
        <translation>&amp;Poner en la lista</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Any clinician</source>
        <translation>Cualquier profesional</translation>
    </message>
    <message>
        <source>Any time of day</source>
        <translation>A cualquier hora</translation>
    </message>
    <message>
        <source>Morning</source>
        <translation>Mañana</translation>
    </message>
    <message>
        <source>Afternoon</source>
        <translation>Tarde</translation>
    </message>
    <message>
        <source>&amp;Urgent: ask first</source>
        <translation>&amp;Urgente: preguntar primero</translation>
    </message>
    <message>
        <source>&amp;Kind of visit</source>
        <translation>&amp;Tipo de cita</translation>
    </message>
    <message>
        <source>&amp;With</source>
        <translation>&amp;Con</translation>
    </message>
    <message>
        <source>&amp;Days that suit; none ticked means any</source>
        <translation>&amp;Días que convienen; sin marcar, cualquiera</translation>
    </message>
    <message>
        <source>&amp;Time of day</source>
        <translation>Parte del &amp;día</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>N&amp;ota</translation>
    </message>
</context>
<context>
    <name>WeekDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Change working hours</source>
        <translation>Cambiar horario de trabajo</translation>
    </message>
    <message>
        <source>Add working hours</source>
        <translation>Agregar horario de trabajo</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Cada semana</translation>
    </message>
    <message numerus="yes">
        <source>Every %n week(s)</source>
        <translation>
            <numerusform>Cada %n semana</numerusform>
            <numerusform>Cada %n semanas</numerusform>
        </translation>
    </message>
    <message>
        <source>No site</source>
        <translation>Ninguna sede</translation>
    </message>
    <message>
        <source>No room</source>
        <translation>Ninguna sala</translation>
    </message>
    <message>
        <source>&amp;Clinician</source>
        <translation>&amp;Clínico</translation>
    </message>
    <message>
        <source>Empty: from always.</source>
        <translation>Vacío: desde siempre.</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Desde</translation>
    </message>
    <message>
        <source>Empty: until further notice.</source>
        <translation>Vacío: hasta nuevo aviso.</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Hasta</translation>
    </message>
    <message>
        <source>&amp;How often</source>
        <translation>Cada cuá&amp;nto</translation>
    </message>
    <message>
        <source>S&amp;ite</source>
        <translation>&amp;Sede</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>Sa&amp;la</translation>
    </message>
    <message>
        <source>Add a clinician first.</source>
        <translation>Primero agregue un clínico.</translation>
    </message>
    <message>
        <source>Enter the first day: the weeks are counted from it.</source>
        <translation>Escriba el primer día: desde él se cuentan las semanas.</translation>
    </message>
    <message>
        <source>Saved the hours of {name}.</source>
        <translation>Se guardó el horario de {name}.</translation>
    </message>
</context>
<context>
    <name>WeekFields</name>
    <message>
        <source>Hours, for example 9-12, 1-5. Leave a day empty when closed.</source>
        <translation>Horario, por ejemplo 9-12, 1-5. Deje vacío el día cerrado.</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>lunes</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>martes</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>miércoles</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>jueves</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>viernes</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>sábado</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>domingo</translation>
    </message>
    <message>
        <source>{day}: breaks</source>
        <translation>{day}: pausas</translation>
    </message>
    <message>
        <source>Same hours Monday to Friday</source>
        <translation>El mismo horario de lunes a viernes</translation>
    </message>
    <message>
        <source>Write times such as 9-12, 1-5; stretches may not overlap.</source>
        <translation>Escriba horas como 9-12, 1-5; los tramos no pueden traslaparse.</translation>
    </message>
    <message>
        <source>This break lies outside the hours of the day.</source>
        <translation>Esta pausa queda fuera del horario del día.</translation>
    </message>
</context>
<context>
    <name>WeeksSection</name>
    <message>
        <source>Working hours</source>
        <translation>Horarios de trabajo</translation>
    </message>
    <message>
        <source>The usual week of each clinician, breaks, hours for some weeks or every other week, at several sites.</source>
        <translation>La semana habitual de cada clínico, pausas, horarios de algunas semanas o cada dos semanas, en varias sedes.</translation>
    </message>
    <message>
        <source>No working hours yet.</source>
        <translation>Todavía no hay horarios.</translation>
    </message>
    <message>
        <source>Without them no free times can be offered.</source>
        <translation>Sin ellos no se pueden ofrecer horas libres.</translation>
    </message>
    <message>
        <source>&amp;Add working hours…</source>
        <translation>&amp;Agregar horario…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Cambiar…</translation>
    </message>
    <message>
        <source>&amp;End these hours</source>
        <translation>&amp;Terminar este horario</translation>
    </message>
    <message>
        <source>Past ones too</source>
        <translation>También las pasadas</translation>
    </message>
    <message>
        <source>Clinician</source>
        <translation>Clínico</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Horario</translation>
    </message>
    <message>
        <source>Breaks</source>
        <translation>Pausas</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>cada %n semana</numerusform>
            <numerusform>cada %n semanas</numerusform>
        </translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>desde el {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>hasta el {day}</translation>
    </message>
    <message>
        <source>usual week</source>
        <translation>semana habitual</translation>
    </message>
    <message>
        <source>save working hours</source>
        <translation>guardar horario</translation>
    </message>
    <message>
        <source>Ended the hours of {name}.</source>
        <translation>Se terminó el horario de {name}.</translation>
    </message>
    <message>
        <source>end working hours</source>
        <translation>terminar horario</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Atrás</translation>
    </message>
    <message>
        <source>&amp;Make the practice</source>
        <translation>C&amp;rear el consultorio</translation>
    </message>
    <message>
        <source>&amp;Open the practice</source>
        <translation>&amp;Abrir el consultorio</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Trabajando…</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Siguiente</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>Paso {step} de {steps}</translation>
    </message>
    <message>
        <source>Open a practice</source>
        <translation>Abrir un consultorio</translation>
    </message>
    <message>
        <source>ICM Desktop practice</source>
        <translation>Consultorio de ICM Desktop</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
</context>
<context>
    <name>WordList</name>
    <message>
        <source>Words that are filled in</source>
        <translation>Palabras que se completan</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>A page is kept as printed or saved, not as {how}.</source>
        <translation>Una hoja se guarda como impresa o como archivo, no como {how}.</translation>
    </message>
    <message>
        <source>A referral is not ticked off: record its next step.</source>
        <translation>Una derivación no se marca como hecha: registre su próximo paso.</translation>
    </message>
    <message>
        <source>A referral that is {state} cannot become {new} next.</source>
        <translation>Una derivación que está {state} no puede pasar ahora a {new}.</translation>
    </message>
    <message>
        <source>A visit takes {least} to {most} minutes.</source>
        <translation>Una visita dura de {least} a {most} minutos.</translation>
    </message>
    <message>
        <source>A visit that is {status} cannot be moved. Book a new one.</source>
        <translation>Una visita que está {status} no se puede mover. Reserve una nueva.</translation>
    </message>
    <message>
        <source>A visit that is {status} cannot become {new}. If it was recorded by mistake, undo it.</source>
        <translation>Una visita que está {status} no puede pasar a {new}. Si se registró por error, deshágalo.</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptado</translation>
    </message>
    <message>
        <source>Accepted on {since_on}, no date yet ({days} days)</source>
        <translation>Aceptada el {since_on}, sin fecha todavía ({days} días)</translation>
    </message>
    <message>
        <source>Address labels</source>
        <translation>Etiquetas de dirección</translation>
    </message>
    <message>
        <source>Address of the practice</source>
        <translation>Dirección del consultorio</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administración</translation>
    </message>
    <message>
        <source>After a hospital stay: contact</source>
        <translation>Después de una hospitalización: contacto</translation>
    </message>
    <message>
        <source>After a hospital stay: visit</source>
        <translation>Después de una hospitalización: visita</translation>
    </message>
    <message>
        <source>After a missed visit: first call</source>
        <translation>Después de una cita perdida: primera llamada</translation>
    </message>
    <message>
        <source>After a missed visit: letter</source>
        <translation>Después de una cita perdida: carta</translation>
    </message>
    <message>
        <source>After a missed visit: second call</source>
        <translation>Después de una cita perdida: segunda llamada</translation>
    </message>
    <message>
        <source>After the hospital stay: done</source>
        <translation>Después del hospital: hecho</translation>
    </message>
    <message>
        <source>Another import into this practice is running. Wait until it is done.</source>
        <translation>Ya hay otra importación en este consultorio. Espere a que termine.</translation>
    </message>
    <message>
        <source>Answer looked at</source>
        <translation>Respuesta vista</translation>
    </message>
    <message>
        <source>Answer the question of {to}: {service}</source>
        <translation>Conteste la pregunta de {to}: {service}</translation>
    </message>
    <message>
        <source>Appointment reminder</source>
        <translation>Recordatorio de cita</translation>
    </message>
    <message>
        <source>Appointments, clinicians, hours and absences</source>
        <translation>Citas, clínicos, horarios y ausencias</translation>
    </message>
    <message>
        <source>Ask whether {to} has the referral: {service}</source>
        <translation>Pregunte a {to} si recibió la derivación: {service}</translation>
    </message>
    <message>
        <source>Asked for no letters.</source>
        <translation>Pidió no recibir cartas.</translation>
    </message>
    <message>
        <source>Asks for more</source>
        <translation>Pide más datos</translation>
    </message>
    <message>
        <source>Assess safety now: PHQ-9 item 9 answered {value}</source>
        <translation>Valore la seguridad ahora: PHQ-9, pregunta 9, respuesta {value}</translation>
    </message>
    <message>
        <source>At most {most} days at once. Check the year.</source>
        <translation>Como máximo {most} días a la vez. Revise el año.</translation>
    </message>
    <message>
        <source>Backup, restore, check</source>
        <translation>Copias, restauración, revisión</translation>
    </message>
    <message>
        <source>Birthday of Martin Luther King, Jr.</source>
        <translation>Natalicio de Martin Luther King, Jr.</translation>
    </message>
    <message>
        <source>Book another time: visit with {with} on {visit_on}</source>
        <translation>Dar otra hora: cita con {with} el {visit_on}</translation>
    </message>
    <message>
        <source>Book: visit after the hospital stay</source>
        <translation>Reserve: visita después del hospital</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Reservada</translation>
    </message>
    <message>
        <source>Booked visits that would have no place any more: {count}. Look at them, then save again; they stay booked and are listed on Today to be booked anew.</source>
        <translation>Citas reservadas que ya no tendrían lugar: {count}. Véalas y guarde de nuevo; siguen reservadas y aparecen en Hoy para darles otra hora.</translation>
    </message>
    <message>
        <source>Bringing the database up to date failed ({reason}). It is as it was before.</source>
        <translation>No se pudo poner al día la base de datos ({reason}). Está como antes.</translation>
    </message>
    <message>
        <source>Call again: missed visit with {with}</source>
        <translation>Llame otra vez: faltó a la visita con {with}</translation>
    </message>
    <message>
        <source>Call sheet</source>
        <translation>Hoja de llamadas</translation>
    </message>
    <message>
        <source>Call: back from the hospital</source>
        <translation>Llame: volvió del hospital</translation>
    </message>
    <message>
        <source>Call: missed visit with {with}</source>
        <translation>Llame: faltó a la visita con {with}</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelada</translation>
    </message>
    <message>
        <source>Care coordinator</source>
        <translation>Coordinación de cuidados</translation>
    </message>
    <message>
        <source>Care plan</source>
        <translation>Plan de atención</translation>
    </message>
    <message>
        <source>Caseload</source>
        <translation>Cartera</translation>
    </message>
    <message>
        <source>Choices about a person</source>
        <translation>Opciones sobre una persona</translation>
    </message>
    <message>
        <source>Choose a day after today.</source>
        <translation>Elija un día posterior a hoy.</translation>
    </message>
    <message>
        <source>Choose a day within {days} days.</source>
        <translation>Elija un día dentro de {days} días.</translation>
    </message>
    <message>
        <source>Choose a program.</source>
        <translation>Elija un programa.</translation>
    </message>
    <message>
        <source>Choose active, on hold, ended or declined.</source>
        <translation>Elija activo, en pausa, terminado o rechazado.</translation>
    </message>
    <message>
        <source>Choose another clinician than the one who leaves.</source>
        <translation>Elija a otro clínico, no al que se va.</translation>
    </message>
    <message>
        <source>Choose from the list, or leave it empty when nobody asked.</source>
        <translation>Elija de la lista o déjelo vacío si nadie preguntó.</translation>
    </message>
    <message>
        <source>Choose how the contact went.</source>
        <translation>Elija cómo resultó el contacto.</translation>
    </message>
    <message>
        <source>Choose how the patient was contacted.</source>
        <translation>Elija cómo se contactó al paciente.</translation>
    </message>
    <message>
        <source>Choose how the transition ended.</source>
        <translation>Elija cómo terminó la transición.</translation>
    </message>
    <message>
        <source>Choose moderate or high, or leave it open.</source>
        <translation>Elija moderada o alta, o déjelo abierto.</translation>
    </message>
    <message>
        <source>Choose one clinician or one room.</source>
        <translation>Elija un clínico o una sala.</translation>
    </message>
    <message>
        <source>Choose routine or urgent.</source>
        <translation>Elija de rutina o urgente.</translation>
    </message>
    <message>
        <source>Choose the language from the list.</source>
        <translation>Elija el idioma de la lista.</translation>
    </message>
    <message>
        <source>Choose the measurement from the list, or leave it empty.</source>
        <translation>Elija la medición de la lista o déjela vacía.</translation>
    </message>
    <message>
        <source>Choose the sex from the list, or leave it empty when nobody asked.</source>
        <translation>Elija el sexo de la lista, o déjelo vacío si nadie preguntó.</translation>
    </message>
    <message>
        <source>Choose the status from the list.</source>
        <translation>Elija el estado de la lista.</translation>
    </message>
    <message>
        <source>Choose to whom it goes now; the old referral ends by itself.</source>
        <translation>Elija a quién va ahora; la derivación anterior termina sola.</translation>
    </message>
    <message>
        <source>Choose verbal or written.</source>
        <translation>Elija verbal o por escrito.</translation>
    </message>
    <message>
        <source>Choose what the time was spent on.</source>
        <translation>Elija en qué se usó el tiempo.</translation>
    </message>
    <message>
        <source>Choose where the patient went.</source>
        <translation>Elija a dónde fue el paciente.</translation>
    </message>
    <message>
        <source>Close the referral: {service}, {to}</source>
        <translation>Cierre la derivación: {service}, {to}</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrada</translation>
    </message>
    <message>
        <source>Code lists</source>
        <translation>Listas de códigos</translation>
    </message>
    <message>
        <source>Columbus Day</source>
        <translation>Día de Colón</translation>
    </message>
    <message>
        <source>Columns of a directory file</source>
        <translation>Columnas de un archivo de directorio</translation>
    </message>
    <message>
        <source>Conflict rules</source>
        <translation>Reglas de conflicto</translation>
    </message>
    <message>
        <source>Day of the visit</source>
        <translation>Día de la cita</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>Declined by {to}: send to somebody else or cancel: {service}</source>
        <translation>Rechazada por {to}: envíela a otra persona o cancélela: {service}</translation>
    </message>
    <message>
        <source>Declined on {since_on} ({days} days)</source>
        <translation>Rechazada el {since_on} ({days} días)</translation>
    </message>
    <message>
        <source>Discharges are followed for {days} days. Check the date.</source>
        <translation>Las altas se siguen durante {days} días. Revise la fecha.</translation>
    </message>
    <message>
        <source>Do what the plan says</source>
        <translation>Haga lo que dice el plan</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Every 1 to 8 weeks; every second week or more needs a first day to count from.</source>
        <translation>Cada 1 a 8 semanas; si es cada dos semanas o más, hace falta un primer día desde el cual contar.</translation>
    </message>
    <message>
        <source>Export records</source>
        <translation>Exportar registros</translation>
    </message>
    <message>
        <source>Find out whether the visit took place: {service}, {to}</source>
        <translation>Averigüe si la visita se hizo: {service}, {to}</translation>
    </message>
    <message>
        <source>First and family name</source>
        <translation>Nombre y apellido</translation>
    </message>
    <message>
        <source>Follow-up: coordinator to do</source>
        <translation>Seguimiento: a cargo de coordinación</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>viernes</translation>
    </message>
    <message>
        <source>Front desk</source>
        <translation>Recepción</translation>
    </message>
    <message>
        <source>Get a date from {to}: {service}</source>
        <translation>Consiga una fecha de {to}: {service}</translation>
    </message>
    <message>
        <source>Get the note from {to}: {service}</source>
        <translation>Consiga la nota de {to}: {service}</translation>
    </message>
    <message>
        <source>Give one number or a range, not both.</source>
        <translation>Dé un número o un intervalo, no los dos.</translation>
    </message>
    <message>
        <source>Give the letter a heading.</source>
        <translation>Ponga un encabezado a la carta.</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Abandonada</translation>
    </message>
    <message>
        <source>Hospital stays are followed up for</source>
        <translation>Las hospitalizaciones se siguen durante</translation>
    </message>
    <message>
        <source>Import appointments</source>
        <translation>Importar citas</translation>
    </message>
    <message>
        <source>Import records</source>
        <translation>Importar registros</translation>
    </message>
    <message>
        <source>In hospital again since {found_on}, after the discharge of {discharged_on}</source>
        <translation>Otra vez en el hospital desde el {found_on}, después del alta del {discharged_on}</translation>
    </message>
    <message>
        <source>Independence Day</source>
        <translation>Día de la Independencia</translation>
    </message>
    <message>
        <source>Is on this list already.</source>
        <translation>Ya está en esta lista.</translation>
    </message>
    <message>
        <source>Juneteenth National Independence Day</source>
        <translation>Juneteenth, Día Nacional de la Independencia</translation>
    </message>
    <message>
        <source>Labels and envelopes</source>
        <translation>Etiquetas y sobres</translation>
    </message>
    <message>
        <source>Labor Day</source>
        <translation>Día del Trabajo</translation>
    </message>
    <message>
        <source>Left the hospital on {discharged_on}</source>
        <translation>Salió del hospital el {discharged_on}</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Cartas</translation>
    </message>
    <message>
        <source>Line {line}: a brace stands alone. Write words to fill in as {{name}}.</source>
        <translation>Línea {line}: hay una llave suelta. Escriba así las palabras que se completan: {{name}}.</translation>
    </message>
    <message>
        <source>Line {line}: {{{word}}} cannot be filled in. Choose a word from the list.</source>
        <translation>Línea {line}: {{{word}}} no se puede completar. Elija una palabra de la lista.</translation>
    </message>
    <message>
        <source>Line {line}: {{{word}}} cannot be filled in. Did you mean {{{meant}}}?</source>
        <translation>Línea {line}: {{{word}}} no se puede completar. ¿Quiso decir {{{meant}}}?</translation>
    </message>
    <message>
        <source>Line {line}: {{{word}}} is not known in this kind of letter. Choose a word from the list.</source>
        <translation>Línea {line}: {{{word}}} no se conoce en este tipo de carta. Elija una palabra de la lista.</translation>
    </message>
    <message>
        <source>Log calls</source>
        <translation>Registrar llamadas</translation>
    </message>
    <message>
        <source>Looked {detail} days ahead; later days may have more.</source>
        <translation>Se miraron {detail} días; más adelante puede haber más.</translation>
    </message>
    <message>
        <source>Matching of records</source>
        <translation>Emparejar registros</translation>
    </message>
    <message>
        <source>Measurements and their codes</source>
        <translation>Mediciones y sus códigos</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Medidas de calidad</translation>
    </message>
    <message>
        <source>Memorial Day</source>
        <translation>Día de los Caídos</translation>
    </message>
    <message>
        <source>Missed on {missed_on}; no new date with the same person</source>
        <translation>Faltó el {missed_on}; no hay otra fecha con la misma persona</translation>
    </message>
    <message>
        <source>Missed the visit on {since_on} ({days} days)</source>
        <translation>Faltó a la visita el {since_on} ({days} días)</translation>
    </message>
    <message>
        <source>Missed visit letter</source>
        <translation>Carta por cita perdida</translation>
    </message>
    <message>
        <source>Missed visit: done</source>
        <translation>Visita perdida: hecho</translation>
    </message>
    <message>
        <source>Missed visits are followed up for</source>
        <translation>Las citas perdidas se siguen durante</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>lunes</translation>
    </message>
    <message>
        <source>Name of the practice</source>
        <translation>Nombre del consultorio</translation>
    </message>
    <message>
        <source>Names of questionnaires</source>
        <translation>Nombres de cuestionarios</translation>
    </message>
    <message>
        <source>New Year&apos;s Day</source>
        <translation>Año Nuevo</translation>
    </message>
    <message>
        <source>No address is recorded.</source>
        <translation>No hay dirección registrada.</translation>
    </message>
    <message>
        <source>No clinician has a calendar yet: set one up first.</source>
        <translation>Todavía ningún clínico tiene calendario: configure uno primero.</translation>
    </message>
    <message>
        <source>No death is recorded for this patient.</source>
        <translation>No hay un fallecimiento registrado de este paciente.</translation>
    </message>
    <message>
        <source>No directions are recorded for {detail}.</source>
        <translation>No hay indicaciones registradas para {detail}.</translation>
    </message>
    <message>
        <source>No patient has the reference {ref}.</source>
        <translation>Ningún paciente tiene la referencia {ref}.</translation>
    </message>
    <message>
        <source>No phone number is recorded for the practice or the care team. Add one, so that the patient can call.</source>
        <translation>No hay ningún teléfono registrado del consultorio o del equipo de atención. Agregue uno para que el paciente pueda llamar.</translation>
    </message>
    <message>
        <source>No referral for this letter was found.</source>
        <translation>No se encontró una derivación para esta carta.</translation>
    </message>
    <message>
        <source>No visit for this letter was found.</source>
        <translation>No se encontró una cita para esta carta.</translation>
    </message>
    <message>
        <source>Nobody else could sign in any more. Add another user first.</source>
        <translation>Nadie más podría entrar. Agregue primero otro usuario.</translation>
    </message>
    <message>
        <source>Nobody of these can get this letter. The list says why.</source>
        <translation>Nadie de la lista puede recibir esta carta. La lista dice por qué.</translation>
    </message>
    <message>
        <source>Not confirmed by the practice: {source}</source>
        <translation>Sin confirmar por el consultorio: {source}</translation>
    </message>
    <message>
        <source>Not seen: missed the visit</source>
        <translation>No atendida: faltó a la visita</translation>
    </message>
    <message>
        <source>Note back</source>
        <translation>Nota recibida</translation>
    </message>
    <message>
        <source>Note came on {since_on} ({days} days)</source>
        <translation>La nota llegó el {since_on} ({days} días)</translation>
    </message>
    <message>
        <source>Note reviewed</source>
        <translation>Nota revisada</translation>
    </message>
    <message>
        <source>Note reviewed on {since_on} ({days} days)</source>
        <translation>Nota revisada el {since_on} ({days} días)</translation>
    </message>
    <message>
        <source>On {weekday} these hours meet others of the same clinician ({starts} to {ends}). End or shorten those first.</source>
        <translation>El {weekday} este horario coincide con otro del mismo clínico ({starts} a {ends}). Primero termine o acorte ese.</translation>
    </message>
    <message>
        <source>One entry is at most {hours} hours. Check the minutes.</source>
        <translation>Una anotación es de {hours} horas como máximo. Revise los minutos.</translation>
    </message>
    <message>
        <source>Only a care coordinator, a clinician or an administrator may add sensitive items to a page.</source>
        <translation>Solo coordinación, un clínico o un administrador puede agregar cosas sensibles a una hoja.</translation>
    </message>
    <message>
        <source>Only the person whose time it is, or an administrator, may change it.</source>
        <translation>Solo la persona de quien es el tiempo, o un administrador, puede cambiarlo.</translation>
    </message>
    <message>
        <source>Pages are made in English (en) and Spanish (es), not in {language}.</source>
        <translation>Las hojas se hacen en inglés (en) y español (es), no en {language}.</translation>
    </message>
    <message>
        <source>Pathways</source>
        <translation>Rutas de atención</translation>
    </message>
    <message>
        <source>Patient declined</source>
        <translation>El paciente rechazó</translation>
    </message>
    <message>
        <source>Patient told</source>
        <translation>Paciente informado</translation>
    </message>
    <message>
        <source>Patient told on {since_on} ({days} days)</source>
        <translation>Paciente informado el {since_on} ({days} días)</translation>
    </message>
    <message>
        <source>Patients, contacts and the directory</source>
        <translation>Pacientes, contactos y el directorio</translation>
    </message>
    <message>
        <source>Phone of the practice</source>
        <translation>Teléfono del consultorio</translation>
    </message>
    <message>
        <source>Photographs are turned off in this practice. An administrator can turn them on.</source>
        <translation>Las fotografías están desactivadas en esta clínica. Un administrador puede activarlas.</translation>
    </message>
    <message>
        <source>Plain words for medical ones</source>
        <translation>Palabras sencillas para las médicas</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Políticas</translation>
    </message>
    <message>
        <source>Preferred or first name</source>
        <translation>Nombre preferido o de pila</translation>
    </message>
    <message>
        <source>Print between 1 and {most} letters at a time.</source>
        <translation>Imprima entre 1 y {most} cartas a la vez.</translation>
    </message>
    <message>
        <source>Print pages for patients</source>
        <translation>Imprimir hojas para pacientes</translation>
    </message>
    <message>
        <source>Programs</source>
        <translation>Programas</translation>
    </message>
    <message>
        <source>Progress and adherence</source>
        <translation>Avance y adherencia</translation>
    </message>
    <message>
        <source>Questionnaires</source>
        <translation>Cuestionarios</translation>
    </message>
    <message>
        <source>Read problems, medicines, results, notes</source>
        <translation>Leer problemas, medicinas, resultados, notas</translation>
    </message>
    <message>
        <source>Readmitted, day {days}: tell the team, look at the plan</source>
        <translation>Reingresó, día {days}: avise al equipo, vea el plan</translation>
    </message>
    <message>
        <source>Recall letter</source>
        <translation>Carta para citar de nuevo</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibida</translation>
    </message>
    <message>
        <source>Referral not sent since {since_on} ({days} days)</source>
        <translation>Derivación sin enviar desde el {since_on} ({days} días)</translation>
    </message>
    <message>
        <source>Referral sent {since_on} ({days} days)</source>
        <translation>Derivación enviada el {since_on} ({days} días)</translation>
    </message>
    <message>
        <source>Referral: letter to the patient</source>
        <translation>Derivación: carta al paciente</translation>
    </message>
    <message>
        <source>Referrals: reason, question, sensitive services</source>
        <translation>Derivaciones: motivo, pregunta, servicios delicados</translation>
    </message>
    <message>
        <source>Referrals: to whom, dates, status</source>
        <translation>Derivaciones: a quién, fechas, estado</translation>
    </message>
    <message>
        <source>Result looked at</source>
        <translation>Resultado visto</translation>
    </message>
    <message>
        <source>Review consult notes</source>
        <translation>Revisar notas de consulta</translation>
    </message>
    <message>
        <source>Review now: potassium {value}</source>
        <translation>Revise ahora: potasio {value}</translation>
    </message>
    <message>
        <source>Review the note from {to}: {service}</source>
        <translation>Revise la nota de {to}: {service}</translation>
    </message>
    <message>
        <source>Risk scores</source>
        <translation>Puntajes de riesgo</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>sábado</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Atendida</translation>
    </message>
    <message>
        <source>Seen on {since_on}, no note yet ({days} days)</source>
        <translation>Atendido el {since_on}, sin nota todavía ({days} días)</translation>
    </message>
    <message>
        <source>Send a letter: missed visit with {with}</source>
        <translation>Envíe una carta: faltó a la visita con {with}</translation>
    </message>
    <message>
        <source>Send the referral: {service} to {to}</source>
        <translation>Envíe la derivación: {service} a {to}</translation>
    </message>
    <message>
        <source>Sensitive items are left out. Ask a care coordinator if they should be on the page.</source>
        <translation>Las cosas sensibles se dejaron fuera. Pregunte a coordinación si deben estar en la hoja.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviada</translation>
    </message>
    <message>
        <source>Sent to somebody else</source>
        <translation>Enviada a otra persona</translation>
    </message>
    <message>
        <source>Sentences for patients</source>
        <translation>Frases para pacientes</translation>
    </message>
    <message>
        <source>Sheets for patients</source>
        <translation>Hojas para pacientes</translation>
    </message>
    <message>
        <source>Sign in, own password, names of colleagues</source>
        <translation>Entrar, contraseña propia, nombres de colegas</translation>
    </message>
    <message>
        <source>Social findings that are no problems</source>
        <translation>Hallazgos sociales que no son problemas</translation>
    </message>
    <message>
        <source>Somebody changed this letter meanwhile. Copy your text, close the form and open it again.</source>
        <translation>Alguien cambió esta carta mientras tanto. Copie su texto, cierre el formulario y ábralo de nuevo.</translation>
    </message>
    <message>
        <source>Somebody changed this transition meanwhile. Look at it again, then save.</source>
        <translation>Alguien cambió esta transición mientras tanto. Véala de nuevo y después guarde.</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. Nothing was saved; look at it again first.</source>
        <translation>Otra persona cambió esto mientras tanto. No se guardó nada; mírelo otra vez primero.</translation>
    </message>
    <message>
        <source>Somebody else changed this patient meanwhile. Nothing was saved; look at it again first.</source>
        <translation>Otra persona cambió este paciente mientras tanto. No se guardó nada; mírelo otra vez primero.</translation>
    </message>
    <message>
        <source>Somebody else changed this referral meanwhile. Nothing was saved; look at it again first.</source>
        <translation>Otra persona cambió esta derivación mientras tanto. No se guardó nada; mírela otra vez primero.</translation>
    </message>
    <message>
        <source>Somebody else changed this visit meanwhile. Nothing was saved; look at it again first.</source>
        <translation>Otra persona cambió esta visita mientras tanto. No se guardó nada; mírela otra vez primero.</translation>
    </message>
    <message>
        <source>Somebody else did this. Ask them, or an administrator, to undo it.</source>
        <translation>Esto lo hizo otra persona. Pídale a ella, o a un administrador, que lo deshaga.</translation>
    </message>
    <message>
        <source>Somebody else is booked at this time ({starts_at}). Choose another start.</source>
        <translation>Ya hay otra persona reservada a esta hora ({starts_at}). Elija otra hora.</translation>
    </message>
    <message>
        <source>Stopped. {done} of {total} were done.</source>
        <translation>Detenido. Se hicieron {done} de {total}.</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>domingo</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tarea</translation>
    </message>
    <message>
        <source>Tell the patient what {to} said: {service}</source>
        <translation>Dígale al paciente lo que dijo {to}: {service}</translation>
    </message>
    <message>
        <source>Thanksgiving Day</source>
        <translation>Día de Acción de Gracias</translation>
    </message>
    <message>
        <source>The audit record</source>
        <translation>El registro de auditoría</translation>
    </message>
    <message>
        <source>The birth date is in the future. Check the year.</source>
        <translation>La fecha de nacimiento está en el futuro. Revise el año.</translation>
    </message>
    <message>
        <source>The call sheet</source>
        <translation>La hoja de llamadas</translation>
    </message>
    <message>
        <source>The database and the file with its keys do not belong together.</source>
        <translation>La base de datos y el archivo con sus claves no corresponden.</translation>
    </message>
    <message>
        <source>The database can only be read here. Nothing was saved.</source>
        <translation>La base de datos aquí solo se puede leer. No se guardó nada.</translation>
    </message>
    <message>
        <source>The database engine on this computer is not safe ({engine} {found}). Install the program again.</source>
        <translation>El motor de base de datos de esta computadora no es seguro ({engine} {found}). Instale el programa otra vez.</translation>
    </message>
    <message>
        <source>The database is busy with other work. Nothing was saved; try again in a moment.</source>
        <translation>La base de datos está ocupada con otro trabajo. No se guardó nada; inténtelo en un momento.</translation>
    </message>
    <message>
        <source>The database is damaged. Do not change anything; restore the last backup.</source>
        <translation>La base de datos está dañada. No cambie nada; restaure la última copia de seguridad.</translation>
    </message>
    <message>
        <source>The day it is printed</source>
        <translation>El día en que se imprime</translation>
    </message>
    <message>
        <source>The day of admission lies after the day of discharge. Check both.</source>
        <translation>El día de ingreso es posterior al del alta. Revise los dos.</translation>
    </message>
    <message>
        <source>The directory has this already: {names}. If it is another one, save again.</source>
        <translation>El directorio ya tiene esto: {names}. Si es otro, guarde de nuevo.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing was saved. Free some space and try again.</source>
        <translation>El disco está lleno y no se guardó nada. Libere espacio e inténtelo otra vez.</translation>
    </message>
    <message>
        <source>The end lies before the beginning. Write times such as 09:00 and 12:30.</source>
        <translation>El final es anterior al comienzo. Escriba horas como 09:00 y 12:30.</translation>
    </message>
    <message>
        <source>The end must come after the beginning.</source>
        <translation>El final debe ir después del comienzo.</translation>
    </message>
    <message>
        <source>The file at {path} is not a sample practice, so it is not replaced.</source>
        <translation>El archivo en {path} no es un consultorio de muestra, así que no se reemplaza.</translation>
    </message>
    <message>
        <source>The file changed since it was shown. Look at it again first.</source>
        <translation>El archivo cambió desde que se mostró. Véalo otra vez primero.</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another folder, and check that there is room.</source>
        <translation>No se pudo escribir el archivo. Elija otra carpeta y compruebe que haya espacio.</translation>
    </message>
    <message>
        <source>The file with the keys beside the database is damaged. Put it back from a backup.</source>
        <translation>El archivo con las claves junto a la base de datos está dañado. Recupérelo de una copia de seguridad.</translation>
    </message>
    <message>
        <source>The file with the keys, {path}, is missing. Put it back beside the database, for example from a backup.</source>
        <translation>Falta el archivo con las claves, {path}. Póngalo de nuevo junto a la base de datos, por ejemplo desde una copia de seguridad.</translation>
    </message>
    <message>
        <source>The file {path} changed while it was read. Nothing was imported. Import it again.</source>
        <translation>El archivo {path} cambió mientras se leía. No se importó nada. Impórtelo de nuevo.</translation>
    </message>
    <message>
        <source>The file {path} is not encrypted, so it is not opened. Choose an ICM Desktop database.</source>
        <translation>El archivo {path} no está cifrado, así que no se abre. Elija una base de datos de ICM Desktop.</translation>
    </message>
    <message>
        <source>The first line must name the columns, and one of them must be Name or Family name.</source>
        <translation>La primera línea debe nombrar las columnas, y una de ellas debe ser Nombre o Apellido.</translation>
    </message>
    <message>
        <source>The heading has more than {most} letters. Make it shorter.</source>
        <translation>El encabezado tiene más de {most} letras. Acórtelo.</translation>
    </message>
    <message>
        <source>The import was stopped. Nothing of it was kept.</source>
        <translation>La importación se detuvo. No se conservó nada de ella.</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>El último día es anterior al primero.</translation>
    </message>
    <message>
        <source>The letter has no text.</source>
        <translation>La carta no tiene texto.</translation>
    </message>
    <message>
        <source>The letter is too long: a patient reads one page. Make it shorter.</source>
        <translation>La carta es demasiado larga: un paciente lee una página. Acórtela.</translation>
    </message>
    <message>
        <source>The lower end of the target is not below the upper end.</source>
        <translation>El extremo inferior del objetivo no está por debajo del superior.</translation>
    </message>
    <message>
        <source>The paper can be letter or a4, not {paper}.</source>
        <translation>El papel puede ser letter o a4, no {paper}.</translation>
    </message>
    <message>
        <source>The part of the program that keeps the records stopped before the answer came. Look whether it was saved before you do it again.</source>
        <translation>La parte del programa que guarda los registros se detuvo antes de que llegara la respuesta. Mire si se guardó antes de hacerlo de nuevo.</translation>
    </message>
    <message>
        <source>The patient has another visit at this time ({starts_at}). Choose another start.</source>
        <translation>El paciente tiene otra cita a esta hora ({starts_at}). Elija otra hora.</translation>
    </message>
    <message>
        <source>The patient has died.</source>
        <translation>El paciente falleció.</translation>
    </message>
    <message>
        <source>The patient is in this program already.</source>
        <translation>El paciente ya está en este programa.</translation>
    </message>
    <message>
        <source>The patient is not in this program.</source>
        <translation>El paciente no está en este programa.</translation>
    </message>
    <message>
        <source>The patient reads {detail}: go through this page with an interpreter.</source>
        <translation>El paciente lee {detail}: repase esta hoja con un intérprete.</translation>
    </message>
    <message>
        <source>The patient&apos;s care coordinator</source>
        <translation>La persona que coordina su atención</translation>
    </message>
    <message>
        <source>The practice is closed at this time. Choose another start, or say why this is needed.</source>
        <translation>El consultorio está cerrado a esa hora. Elija otra hora, o diga por qué es necesario.</translation>
    </message>
    <message>
        <source>The practice is closed then</source>
        <translation>El consultorio está cerrado entonces</translation>
    </message>
    <message>
        <source>The practice, sites, closed days, policies, content</source>
        <translation>El consultorio, sedes, días cerrados, políticas, contenido</translation>
    </message>
    <message>
        <source>The record is no longer there.</source>
        <translation>El expediente ya no está.</translation>
    </message>
    <message>
        <source>The recovery code has a typing mistake. Compare every group of four.</source>
        <translation>El código de recuperación tiene un error de escritura. Compare cada grupo de cuatro.</translation>
    </message>
    <message>
        <source>The recovery sheet</source>
        <translation>La hoja de recuperación</translation>
    </message>
    <message>
        <source>The reference {ref} fits several patients: {record_numbers}. Use one of these numbers.</source>
        <translation>La referencia {ref} corresponde a varios pacientes: {record_numbers}. Use uno de estos números.</translation>
    </message>
    <message>
        <source>The referral is about something sensitive: tell the patient yourself.</source>
        <translation>La derivación trata de algo delicado: dígaselo usted al paciente.</translation>
    </message>
    <message>
        <source>The referral stays open until these are recorded: {missing}.</source>
        <translation>La derivación sigue abierta hasta que se registre: {missing}.</translation>
    </message>
    <message>
        <source>The same cannot be allowed and forbidden. Take it away on one side.</source>
        <translation>Lo mismo no puede estar permitido y prohibido. Quítelo de un lado.</translation>
    </message>
    <message>
        <source>The shared plan</source>
        <translation>El plan compartido</translation>
    </message>
    <message>
        <source>The stay would be longer than a year. Check the day of admission.</source>
        <translation>La hospitalización duraría más de un año. Revise el día de ingreso.</translation>
    </message>
    <message>
        <source>The target can be under, at most, over or at least a number.</source>
        <translation>El objetivo puede ser menos de, como máximo, más de o al menos un número.</translation>
    </message>
    <message>
        <source>The user name or the password is not right.</source>
        <translation>El usuario o la contraseña no es correcto.</translation>
    </message>
    <message>
        <source>The window locks after {least} to {most} minutes.</source>
        <translation>La ventana se bloquea después de {least} a {most} minutos.</translation>
    </message>
    <message>
        <source>The window was locked before the answer came. Look whether it was saved before you do it again.</source>
        <translation>La ventana se bloqueó antes de que llegara la respuesta. Mire si se guardó antes de hacerlo de nuevo.</translation>
    </message>
    <message>
        <source>The window was locked, so this was stopped: {what}.</source>
        <translation>La ventana se bloqueó, por eso esto se detuvo: {what}.</translation>
    </message>
    <message>
        <source>The worklist</source>
        <translation>La lista de trabajo</translation>
    </message>
    <message>
        <source>Their phone</source>
        <translation>Su teléfono</translation>
    </message>
    <message>
        <source>Then nobody could manage the users any more. Make another administrator first.</source>
        <translation>Entonces nadie podría administrar a los usuarios. Primero nombre a otro administrador.</translation>
    </message>
    <message>
        <source>There are no working hours for {clinician}: set them first.</source>
        <translation>No hay horario de trabajo para {clinician}: configúrelo primero.</translation>
    </message>
    <message>
        <source>There is a file at {path} already. Choose another name; nothing was changed.</source>
        <translation>Ya hay un archivo en {path}. Elija otro nombre; no se cambió nada.</translation>
    </message>
    <message>
        <source>There is a kind of visit called {name} already.</source>
        <translation>Ya hay un tipo de visita llamado {name}.</translation>
    </message>
    <message>
        <source>There is a user called {name} already.</source>
        <translation>Ya hay un usuario llamado {name}.</translation>
    </message>
    <message>
        <source>There is a user called {user_name} already.</source>
        <translation>Ya hay un usuario llamado {user_name}.</translation>
    </message>
    <message>
        <source>There is an answer about death or self-harm in this. Ask a clinician to look at it first; a clinician can also mark it as an error.</source>
        <translation>Aquí hay una respuesta sobre muerte o hacerse daño. Pida primero a un profesional clínico que la vea; un profesional clínico también puede marcarla como error.</translation>
    </message>
    <message>
        <source>There is no database at {path}. Check the place, or make a new practice.</source>
        <translation>No hay ninguna base de datos en {path}. Revise el lugar o cree un consultorio nuevo.</translation>
    </message>
    <message>
        <source>There is no file or folder {path}.</source>
        <translation>No hay ningún archivo ni carpeta {path}.</translation>
    </message>
    <message>
        <source>There is no page called {kind}. Ask for next-steps.</source>
        <translation>No hay ninguna hoja llamada {kind}. Pida next-steps.</translation>
    </message>
    <message>
        <source>There is no such content.</source>
        <translation>No existe ese contenido.</translation>
    </message>
    <message>
        <source>There is no such letter.</source>
        <translation>No existe esa carta.</translation>
    </message>
    <message>
        <source>There is no such role. Choose one of the list.</source>
        <translation>No existe esa función. Elija una de la lista.</translation>
    </message>
    <message>
        <source>There is no such sheet of labels.</source>
        <translation>No existe esa hoja de etiquetas.</translation>
    </message>
    <message>
        <source>There is no such step of a transition.</source>
        <translation>No existe ese paso de una transición.</translation>
    </message>
    <message>
        <source>There is no such value to change.</source>
        <translation>No existe ese valor.</translation>
    </message>
    <message>
        <source>There is no such version of this letter.</source>
        <translation>No existe esa versión de la carta.</translation>
    </message>
    <message>
        <source>There is no time zone {zone}. Write one such as America/New_York.</source>
        <translation>No existe la zona horaria {zone}. Escriba una como America/New_York.</translation>
    </message>
    <message>
        <source>There is no user called {name}.</source>
        <translation>No hay ningún usuario llamado {name}.</translation>
    </message>
    <message>
        <source>There is nothing below the line of column names.</source>
        <translation>No hay nada debajo de la línea con los nombres de las columnas.</translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation>No hay nada que exportar.</translation>
    </message>
    <message>
        <source>There is nothing to import: name a file or a folder.</source>
        <translation>No hay nada que importar: indique un archivo o una carpeta.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
        <source>There is one called {name} already. Choose another name.</source>
        <translation>Ya hay uno llamado {name}. Elija otro nombre.</translation>
    </message>
    <message>
        <source>These letters cannot be printed and show as a square: {detail}</source>
        <translation>Estas letras no se pueden imprimir y aparecen como un cuadrado: {detail}</translation>
    </message>
    <message>
        <source>They asked for more on {since_on} ({days} days)</source>
        <translation>Pidieron más datos el {since_on} ({days} días)</translation>
    </message>
    <message>
        <source>They have the referral since {since_on} ({days} days)</source>
        <translation>Tienen la derivación desde el {since_on} ({days} días)</translation>
    </message>
    <message>
        <source>This address is no longer in the directory. Choose another.</source>
        <translation>Esta dirección ya no está en el directorio. Elija otra.</translation>
    </message>
    <message>
        <source>This backup is damaged or was changed. Use another one.</source>
        <translation>Esta copia de seguridad está dañada o fue cambiada. Use otra.</translation>
    </message>
    <message>
        <source>This can be recorded when the time has come ({starts_at}).</source>
        <translation>Esto se puede registrar cuando llegue la hora ({starts_at}).</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>This clinician has no calendar here. Choose another.</source>
        <translation>Este clínico no tiene calendario aquí. Elija otro.</translation>
    </message>
    <message>
        <source>This clinician works at several places. Change the hours under Working hours.</source>
        <translation>Este clínico trabaja en varios lugares. Cambie el horario en Horarios de trabajo.</translation>
    </message>
    <message>
        <source>This consent was revoked already.</source>
        <translation>Este consentimiento ya fue revocado.</translation>
    </message>
    <message>
        <source>This content changed since it was shown. Look at it again before you confirm it.</source>
        <translation>Este contenido cambió desde que se mostró. Véalo otra vez antes de confirmarlo.</translation>
    </message>
    <message>
        <source>This coordinator is no longer a user of the practice. Choose another.</source>
        <translation>Esta persona de coordinación ya no es usuaria del consultorio. Elija otra.</translation>
    </message>
    <message>
        <source>This database is open in another window: {user} on {host} since {since}.</source>
        <translation>Esta base de datos está abierta en otra ventana: {user} en {host} desde {since}.</translation>
    </message>
    <message>
        <source>This database was made by a newer version of ICM Desktop. Update the program on this computer.</source>
        <translation>Esta base de datos la hizo una versión más nueva de ICM Desktop. Actualice el programa en esta computadora.</translation>
    </message>
    <message>
        <source>This database was made by an older version of ICM Desktop and must be brought up to date first.</source>
        <translation>Esta base de datos la hizo una versión anterior de ICM Desktop y primero hay que ponerla al día.</translation>
    </message>
    <message>
        <source>This database was never set up as a practice. Make a new one.</source>
        <translation>Esta base de datos nunca se configuró como consultorio. Cree uno nuevo.</translation>
    </message>
    <message>
        <source>This date cannot be a due date. Check the year.</source>
        <translation>Esta fecha no puede ser una fecha límite. Revise el año.</translation>
    </message>
    <message>
        <source>This day does not exist. Check the day and the month.</source>
        <translation>Este día no existe. Revise el día y el mes.</translation>
    </message>
    <message>
        <source>This day has not come yet. Check the year.</source>
        <translation>Este día todavía no ha llegado. Revise el año.</translation>
    </message>
    <message>
        <source>This day is in the future. Record it when it has happened.</source>
        <translation>Este día está en el futuro. Regístrelo cuando haya ocurrido.</translation>
    </message>
    <message>
        <source>This day lies before any of these programs. Check the date.</source>
        <translation>Este día es anterior a todos estos programas. Revise la fecha.</translation>
    </message>
    <message>
        <source>This day lies before the discharge. Check the date.</source>
        <translation>Este día es anterior al alta. Revise la fecha.</translation>
    </message>
    <message>
        <source>This ends before it begins. Check the two dates.</source>
        <translation>Esto termina antes de empezar. Revise las dos fechas.</translation>
    </message>
    <message>
        <source>This entry is no longer on file.</source>
        <translation>Este dato ya no está en el expediente.</translation>
    </message>
    <message>
        <source>This file cannot be read. Check that it is there and that you may open it.</source>
        <translation>No se puede leer este archivo. Compruebe que está allí y que usted puede abrirlo.</translation>
    </message>
    <message>
        <source>This file is larger than {most} MB. Choose a smaller picture.</source>
        <translation>Este archivo tiene más de {most} MB. Elija una imagen más pequeña.</translation>
    </message>
    <message>
        <source>This file is not a picture the program can read. Choose a JPEG or PNG file.</source>
        <translation>Este archivo no es una imagen que el programa pueda leer. Elija un archivo JPEG o PNG.</translation>
    </message>
    <message>
        <source>This file is too large for a directory: at most {most} lines, 10 MB.</source>
        <translation>Este archivo es demasiado grande para un directorio: como máximo {most} líneas, 10 MB.</translation>
    </message>
    <message>
        <source>This form cannot keep a draft.</source>
        <translation>Este formulario no puede guardar un borrador.</translation>
    </message>
    <message>
        <source>This goes past midnight. Make it two entries, one for each day.</source>
        <translation>Esto pasa de la medianoche. Haga dos anotaciones, una por día.</translation>
    </message>
    <message>
        <source>This is an older copy of the database, or its last changes were lost. Nothing was changed. An administrator may go on with it.</source>
        <translation>Esta es una copia anterior de la base de datos, o se perdieron sus últimos cambios. No se cambió nada. Un administrador puede seguir con ella.</translation>
    </message>
    <message>
        <source>This is before the consent was given. Check the day.</source>
        <translation>Esto es anterior al consentimiento. Revise el día.</translation>
    </message>
    <message>
        <source>This is before the last step ({earliest}). Check the date.</source>
        <translation>Esto es anterior al último paso ({earliest}). Revise la fecha.</translation>
    </message>
    <message>
        <source>This is before the patient was born. Check the year.</source>
        <translation>Esto es anterior al nacimiento del paciente. Revise el año.</translation>
    </message>
    <message>
        <source>This is more than {days} days ahead. Check the year.</source>
        <translation>Faltan más de {days} días para esto. Revise el año.</translation>
    </message>
    <message>
        <source>This is no NPI: ten digits, and the last one checks the others. Compare it with the card.</source>
        <translation>Esto no es un NPI: son diez dígitos y el último comprueba los demás. Compárelo con la tarjeta.</translation>
    </message>
    <message>
        <source>This is no longer on the list.</source>
        <translation>Esto ya no está en la lista.</translation>
    </message>
    <message>
        <source>This is no longer on the plan.</source>
        <translation>Esto ya no está en el plan.</translation>
    </message>
    <message>
        <source>This is not a page made here, so it was not kept.</source>
        <translation>Esta hoja no se hizo aquí, así que no se guardó.</translation>
    </message>
    <message>
        <source>This is part of a plan made elsewhere. Add an action of our own instead.</source>
        <translation>Esto es parte de un plan hecho en otro lugar. Agregue en su lugar una acción propia.</translation>
    </message>
    <message>
        <source>This is too long to be kept as a draft. Use at most {most} characters.</source>
        <translation>Esto es demasiado largo para guardarlo como borrador. Use como máximo {most} caracteres.</translation>
    </message>
    <message>
        <source>This is too long. Use at most {most} characters.</source>
        <translation>Esto es demasiado largo. Use como máximo {most} caracteres.</translation>
    </message>
    <message>
        <source>This kind of visit no longer exists. Choose another.</source>
        <translation>Este tipo de visita ya no existe. Elija otro.</translation>
    </message>
    <message>
        <source>This overlaps with other time of the same person. Minutes count once: change one of them.</source>
        <translation>Esto coincide con otro tiempo de la misma persona. Los minutos cuentan una sola vez: cambie uno de los dos.</translation>
    </message>
    <message>
        <source>This owner is no longer a user of the practice. Choose another.</source>
        <translation>Esta persona responsable ya no es usuaria del consultorio. Elija otra.</translation>
    </message>
    <message>
        <source>This page is not kept here.</source>
        <translation>Esta hoja no se guarda aquí.</translation>
    </message>
    <message>
        <source>This password is easy to guess: it is made of common words. Choose another.</source>
        <translation>Esta contraseña es fácil de adivinar: está hecha de palabras comunes. Elija otra.</translation>
    </message>
    <message>
        <source>This password is easy to guess: it is your name or that of the practice. Choose another.</source>
        <translation>Esta contraseña es fácil de adivinar: es su nombre o el del consultorio. Elija otra.</translation>
    </message>
    <message>
        <source>This password is easy to guess: it repeats itself. Choose another.</source>
        <translation>Esta contraseña es fácil de adivinar: se repite. Elija otra.</translation>
    </message>
    <message>
        <source>This patient has died, so no referral can be made.</source>
        <translation>Este paciente falleció, así que no se puede hacer una derivación.</translation>
    </message>
    <message>
        <source>This patient has died, so no visit can be booked.</source>
        <translation>Este paciente falleció, así que no se puede reservar una visita.</translation>
    </message>
    <message>
        <source>This patient has died.</source>
        <translation>Este paciente falleció.</translation>
    </message>
    <message>
        <source>This patient is not on file.</source>
        <translation>Este paciente no está registrado.</translation>
    </message>
    <message>
        <source>This patient is recorded as deceased.</source>
        <translation>Este paciente está registrado como fallecido.</translation>
    </message>
    <message>
        <source>This person can no longer be given work. Choose somebody else.</source>
        <translation>A esta persona ya no se le puede dar trabajo. Elija otra.</translation>
    </message>
    <message>
        <source>This phrase is not in the phrase bank. Choose another.</source>
        <translation>Esta frase no está en el banco de frases. Elija otra.</translation>
    </message>
    <message>
        <source>This place is not in the directory any more. Choose another.</source>
        <translation>Este lugar ya no está en el directorio. Elija otro.</translation>
    </message>
    <message>
        <source>This recovery code is not right, or it was used before. Use the newest one.</source>
        <translation>Este código de recuperación no es correcto, o ya se usó. Use el más nuevo.</translation>
    </message>
    <message>
        <source>This referral is not on file.</source>
        <translation>Esta derivación no está registrada.</translation>
    </message>
    <message>
        <source>This room is no longer in use. Choose another.</source>
        <translation>Esta sala ya no se usa. Elija otra.</translation>
    </message>
    <message>
        <source>This row belongs to another patient.</source>
        <translation>Esta fila es de otro paciente.</translation>
    </message>
    <message>
        <source>This site is no longer in use. Choose another.</source>
        <translation>Esta sede ya no se usa. Elija otra.</translation>
    </message>
    <message>
        <source>This stay was taken out of the records. Refresh the list.</source>
        <translation>Esta hospitalización se quitó del expediente. Actualice la lista.</translation>
    </message>
    <message>
        <source>This step has a sentence of more than 20 words: {detail}</source>
        <translation>Este paso tiene una frase de más de 20 palabras: {detail}</translation>
    </message>
    <message>
        <source>This text holds a broken letter that cannot be kept. Type it again.</source>
        <translation>Este texto contiene una letra dañada que no se puede guardar. Escríbalo de nuevo.</translation>
    </message>
    <message>
        <source>This time has passed. Choose a later start.</source>
        <translation>Esta hora ya pasó. Elija una hora posterior.</translation>
    </message>
    <message>
        <source>This time has passed. Write when the visit will be.</source>
        <translation>Esta hora ya pasó. Escriba cuándo será la visita.</translation>
    </message>
    <message>
        <source>This time lies in the future. Check day and time.</source>
        <translation>Esta hora está en el futuro. Revise el día y la hora.</translation>
    </message>
    <message>
        <source>This user has no password here.</source>
        <translation>Este usuario no tiene contraseña aquí.</translation>
    </message>
    <message>
        <source>This user is not there any more. Choose another.</source>
        <translation>Este usuario ya no existe. Elija otro.</translation>
    </message>
    <message>
        <source>This user may no longer sign in.</source>
        <translation>Este usuario ya no puede entrar.</translation>
    </message>
    <message>
        <source>This visit is not on file.</source>
        <translation>Esta visita no está registrada.</translation>
    </message>
    <message>
        <source>This was not possible ({code}). Nothing was changed.</source>
        <translation>Esto no fue posible ({code}). No se cambió nada.</translation>
    </message>
    <message>
        <source>This was taken out of use meanwhile. Look at the list again.</source>
        <translation>Mientras tanto esto se retiró. Vea la lista otra vez.</translation>
    </message>
    <message>
        <source>This was undone already.</source>
        <translation>Esto ya se deshizo.</translation>
    </message>
    <message>
        <source>This would be an age of more than {most} years. Check the year.</source>
        <translation>Sería una edad de más de {most} años. Revise el año.</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>jueves</translation>
    </message>
    <message>
        <source>Time of the visit, with &quot;at&quot;</source>
        <translation>Hora de la cita, con «a las»</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>Por enviar</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Wait {seconds} seconds and try again.</source>
        <translation>Demasiadas contraseñas equivocadas. Espere {seconds} segundos e inténtelo otra vez.</translation>
    </message>
    <message>
        <source>Transitions of care</source>
        <translation>Transiciones de la atención</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>martes</translation>
    </message>
    <message>
        <source>Two stretches of {weekday} overlap. Make them one, or shorten one.</source>
        <translation>Dos tramos de {weekday} se superponen. Únalos o acorte uno.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Units and how they are converted</source>
        <translation>Unidades y cómo se convierten</translation>
    </message>
    <message>
        <source>Urgent: coordinator to call</source>
        <translation>Urgente: debe llamar coordinación</translation>
    </message>
    <message>
        <source>Use at least {shortest} characters. A sentence is easy to remember.</source>
        <translation>Use al menos {shortest} caracteres. Una frase es fácil de recordar.</translation>
    </message>
    <message>
        <source>Use at most {longest} characters.</source>
        <translation>Use como máximo {longest} caracteres.</translation>
    </message>
    <message>
        <source>Users and roles</source>
        <translation>Usuarios y funciones</translation>
    </message>
    <message>
        <source>Veterans Day</source>
        <translation>Día de los Veteranos</translation>
    </message>
    <message>
        <source>Visit booked on {since_on} ({days} days)</source>
        <translation>Visita reservada el {since_on} ({days} días)</translation>
    </message>
    <message>
        <source>Washington&apos;s Birthday</source>
        <translation>Natalicio de Washington</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>miércoles</translation>
    </message>
    <message>
        <source>Weekly hours ({hours}) are in this room. Move or end those first.</source>
        <translation>Hay horarios de trabajo ({hours}) en esta sala. Primero cámbielos o termínelos.</translation>
    </message>
    <message>
        <source>Weekly hours ({hours}) or rooms ({rooms}) are at this site. Move or end those first.</source>
        <translation>Hay horarios de trabajo ({hours}) o salas ({rooms}) en esta sede. Primero cámbielos o termínelos.</translation>
    </message>
    <message>
        <source>What prints only when ticked</source>
        <translation>Lo que se imprime solo si se marca</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>Qué llevar</translation>
    </message>
    <message>
        <source>When the practice is open</source>
        <translation>Cuándo abre el consultorio</translation>
    </message>
    <message>
        <source>Where the visit is</source>
        <translation>Dónde es la cita</translation>
    </message>
    <message>
        <source>Who prints the sheet</source>
        <translation>Quién imprime la hoja</translation>
    </message>
    <message>
        <source>Whom the patient is referred to</source>
        <translation>A quién se deriva al paciente</translation>
    </message>
    <message>
        <source>Whom the visit is with</source>
        <translation>Con quién es la cita</translation>
    </message>
    <message>
        <source>Words of the referral letter</source>
        <translation>Palabras de la carta de derivación</translation>
    </message>
    <message>
        <source>Words of the shift handoff</source>
        <translation>Palabras del traspaso de turno</translation>
    </message>
    <message>
        <source>Write a day, a month or a year, for example 2027-03-19, 2027-03 or 2027.</source>
        <translation>Escriba un día, un mes o un año, por ejemplo 2027-03-19, 2027-03 o 2027.</translation>
    </message>
    <message>
        <source>Write a family or a given name.</source>
        <translation>Escriba un apellido o un nombre.</translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation>Escriba un nombre.</translation>
    </message>
    <message>
        <source>Write a number from 1 to 9; 1 is tried first.</source>
        <translation>Escriba un número del 1 al 9; el 1 se intenta primero.</translation>
    </message>
    <message>
        <source>Write a user name of 1 to 40 letters or digits.</source>
        <translation>Escriba un nombre de usuario de 1 a 40 letras o cifras.</translation>
    </message>
    <message>
        <source>Write at least the street or the city.</source>
        <translation>Escriba al menos la calle o la ciudad.</translation>
    </message>
    <message>
        <source>Write hours for at least one day, for example 9-12, 1-5.</source>
        <translation>Escriba el horario de al menos un día, por ejemplo 9-12, 1-5.</translation>
    </message>
    <message>
        <source>Write plans and clinical facts</source>
        <translation>Escribir planes y datos clínicos</translation>
    </message>
    <message>
        <source>Write the birth date as a year, or a year with month and day, for example 1958-03-04.</source>
        <translation>Escriba la fecha de nacimiento como año, o año con mes y día, por ejemplo 1958-03-04.</translation>
    </message>
    <message>
        <source>Write the day and the reason.</source>
        <translation>Escriba el día y el motivo.</translation>
    </message>
    <message>
        <source>Write the day the patient said it.</source>
        <translation>Escriba el día en que el paciente lo dijo.</translation>
    </message>
    <message>
        <source>Write the e-mail address as name@place, or leave it empty.</source>
        <translation>Escriba el correo electrónico como nombre@lugar, o déjelo vacío.</translation>
    </message>
    <message>
        <source>Write the family name of the clinician.</source>
        <translation>Escriba los apellidos del clínico.</translation>
    </message>
    <message>
        <source>Write the family name. If there is only one name, write it here.</source>
        <translation>Escriba los apellidos. Si solo hay un nombre, escríbalo aquí.</translation>
    </message>
    <message>
        <source>Write the goal: in the patient&apos;s own words, or what you want to reach.</source>
        <translation>Escriba la meta: con las palabras del paciente, o lo que usted quiere lograr.</translation>
    </message>
    <message>
        <source>Write the minutes as a whole number above 0.</source>
        <translation>Escriba los minutos como número entero mayor que 0.</translation>
    </message>
    <message>
        <source>Write the name colleagues read.</source>
        <translation>Escriba el nombre que leen los colegas.</translation>
    </message>
    <message>
        <source>Write the name of the practice.</source>
        <translation>Escriba el nombre del consultorio.</translation>
    </message>
    <message>
        <source>Write the name or the phone number of this person.</source>
        <translation>Escriba el nombre o el teléfono de esta persona.</translation>
    </message>
    <message>
        <source>Write the name: an authority belongs to a person.</source>
        <translation>Escriba el nombre: la autoridad pertenece a una persona.</translation>
    </message>
    <message>
        <source>Write the number or the address.</source>
        <translation>Escriba el número o la dirección.</translation>
    </message>
    <message>
        <source>Write the phone number with all its digits, at least {least} of them.</source>
        <translation>Escriba el teléfono con todas sus cifras, al menos {least}.</translation>
    </message>
    <message>
        <source>Write the reason or the question before the referral is sent.</source>
        <translation>Escriba el motivo o la pregunta antes de enviar la derivación.</translation>
    </message>
    <message>
        <source>Write the target as a number.</source>
        <translation>Escriba el objetivo como un número.</translation>
    </message>
    <message>
        <source>Write times such as 09:00 and 12:30, the first one earlier.</source>
        <translation>Escriba horas como 09:00 y 12:30, la primera más temprano.</translation>
    </message>
    <message>
        <source>Write to whom the referral goes.</source>
        <translation>Escriba a quién va la derivación.</translation>
    </message>
    <message>
        <source>Write what everybody must know.</source>
        <translation>Escriba lo que todos deben saber.</translation>
    </message>
    <message>
        <source>Write what is to be done, the verb first.</source>
        <translation>Escriba qué hay que hacer, el verbo primero.</translation>
    </message>
    <message>
        <source>Write what this kind of visit is called.</source>
        <translation>Escriba cómo se llama este tipo de visita.</translation>
    </message>
    <message>
        <source>Write which one of the birth: 1 for the first, 2 for the second.</source>
        <translation>Escriba el orden en el parto: 1 para el primero, 2 para el segundo.</translation>
    </message>
    <message>
        <source>Write which service the patient needs.</source>
        <translation>Escriba qué servicio necesita el paciente.</translation>
    </message>
    <message>
        <source>Write who confirms it: a person of the practice, by name.</source>
        <translation>Escriba quién lo confirma: una persona del consultorio, con su nombre.</translation>
    </message>
    <message>
        <source>Write who does it.</source>
        <translation>Escriba quién lo hace.</translation>
    </message>
    <message>
        <source>Write who gave the consent and how.</source>
        <translation>Escriba quién dio el consentimiento y cómo.</translation>
    </message>
    <message>
        <source>Write who pays.</source>
        <translation>Escriba quién paga.</translation>
    </message>
    <message>
        <source>Write who took it.</source>
        <translation>Escriba quién lo tomó.</translation>
    </message>
    <message>
        <source>Write whom the patient will see.</source>
        <translation>Escriba a quién verá el paciente.</translation>
    </message>
    <message>
        <source>Write why it is typed or changed.</source>
        <translation>Escriba por qué se anota o se cambia.</translation>
    </message>
    <message>
        <source>Write why the visit is cancelled.</source>
        <translation>Escriba por qué se cancela la visita.</translation>
    </message>
    <message>
        <source>Write why, so that the others understand it.</source>
        <translation>Escriba por qué, para que los demás lo entiendan.</translation>
    </message>
    <message>
        <source>Write why: the clinician who asked will read it.</source>
        <translation>Escriba por qué: lo leerá el clínico que lo pidió.</translation>
    </message>
    <message>
        <source>Your role ({role}) may not do this. Ask an administrator of the practice.</source>
        <translation>Su función ({role}) no puede hacer esto. Pregunte a un administrador del consultorio.</translation>
    </message>
    <message>
        <source>a clinician reviews the note</source>
        <translation>un clínico revisa la nota</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>de inmediato</translation>
    </message>
    <message>
        <source>at the next contact</source>
        <translation>en el próximo contacto</translation>
    </message>
    <message>
        <source>behavioral health care manager</source>
        <translation>gestor de salud conductual</translation>
    </message>
    <message>
        <source>discharge {discharged_on} + {count} business days = {due}</source>
        <translation>alta {discharged_on} + {count} días hábiles = {due}</translation>
    </message>
    <message>
        <source>discharge {discharged_on} + {count} business days, {skipped} is a holiday = {due}</source>
        <translation>alta {discharged_on} + {count} días hábiles, {skipped} es feriado = {due}</translation>
    </message>
    <message>
        <source>discharge {discharged_on} + {count} days (high, CPT 99496) = {due}</source>
        <translation>alta {discharged_on} + {count} días (alta, CPT 99496) = {due}</translation>
    </message>
    <message>
        <source>discharge {discharged_on} + {count} days (moderate, CPT 99495) = {due}</source>
        <translation>alta {discharged_on} + {count} días (moderada, CPT 99495) = {due}</translation>
    </message>
    <message>
        <source>discharge {discharged_on} + {count} days, until somebody says how complex = {due}</source>
        <translation>alta {discharged_on} + {count} días, hasta que alguien diga qué tan complejo = {due}</translation>
    </message>
    <message>
        <source>from memory: please confirm</source>
        <translation>de memoria: por favor confirme</translation>
    </message>
    <message>
        <source>medical assistant</source>
        <translation>asistente médico</translation>
    </message>
    <message>
        <source>no later than the day of the visit, {due}</source>
        <translation>a más tardar el día de la visita, {due}</translation>
    </message>
    <message>
        <source>no later than the visit, which is due {due}</source>
        <translation>a más tardar en la visita, que vence el {due}</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nadie</translation>
    </message>
    <message>
        <source>nurse care manager</source>
        <translation>enfermera gestora de casos</translation>
    </message>
    <message>
        <source>our clinician</source>
        <translation>nuestro clínico</translation>
    </message>
    <message>
        <source>patient</source>
        <translation>paciente</translation>
    </message>
    <message>
        <source>pharmacist</source>
        <translation>farmacéutico</translation>
    </message>
    <message>
        <source>primary care clinician</source>
        <translation>médico de cabecera</translation>
    </message>
    <message>
        <source>psychiatric consultant</source>
        <translation>psiquiatra consultor</translation>
    </message>
    <message>
        <source>send it</source>
        <translation>enviarla</translation>
    </message>
    <message>
        <source>social worker</source>
        <translation>trabajador social</translation>
    </message>
    <message>
        <source>specialist</source>
        <translation>especialista</translation>
    </message>
    <message>
        <source>the other side</source>
        <translation>la otra parte</translation>
    </message>
    <message>
        <source>the patient</source>
        <translation>el paciente</translation>
    </message>
    <message>
        <source>the same day</source>
        <translation>el mismo día</translation>
    </message>
    <message>
        <source>the visit takes place</source>
        <translation>la visita se hace</translation>
    </message>
    <message>
        <source>their note arrives</source>
        <translation>llega su nota</translation>
    </message>
    <message>
        <source>they confirm they have it</source>
        <translation>confirman que la tienen</translation>
    </message>
    <message>
        <source>they give a date</source>
        <translation>dan una fecha</translation>
    </message>
    <message>
        <source>us</source>
        <translation>nosotros</translation>
    </message>
    <message>
        <source>usual policy: please confirm</source>
        <translation>política habitual: por favor confirme</translation>
    </message>
    <message>
        <source>verified in a second source</source>
        <translation>verificado en otra fuente</translation>
    </message>
    <message>
        <source>verified in its source</source>
        <translation>verificado en su fuente</translation>
    </message>
    <message>
        <source>we answer their question</source>
        <translation>contestamos su pregunta</translation>
    </message>
    <message>
        <source>we book a new date</source>
        <translation>reservamos otra fecha</translation>
    </message>
    <message>
        <source>we close it</source>
        <translation>la cerramos</translation>
    </message>
    <message>
        <source>we send it to somebody else</source>
        <translation>la enviamos a otra persona</translation>
    </message>
    <message>
        <source>we tell the patient</source>
        <translation>se lo decimos al paciente</translation>
    </message>
    <message>
        <source>within {n} days</source>
        <translation>en un plazo de {n} días</translation>
    </message>
    <message>
        <source>{clinician} does not see patients at this time. Choose another start, or say why this is needed.</source>
        <translation>{clinician} no atiende pacientes a esta hora. Elija otra hora o diga por qué hace falta.</translation>
    </message>
    <message>
        <source>{clinician} is away at this time. Choose another start, or say why this is needed.</source>
        <translation>{clinician} no está a esa hora. Elija otra hora, o diga por qué es necesario.</translation>
    </message>
    <message>
        <source>{clinician}: at {detail} free starts the patient has another visit.</source>
        <translation>{clinician}: en {detail} horas libres el paciente tiene otra cita.</translation>
    </message>
    <message>
        <source>{clinician}: away, or closed, on all these days.</source>
        <translation>{clinician}: ausente, o cerrado, todos estos días.</translation>
    </message>
    <message>
        <source>{clinician}: no working hours are set.</source>
        <translation>{clinician}: no hay horario de trabajo.</translation>
    </message>
    <message>
        <source>{clinician}: the visit is longer than any stretch of working hours.</source>
        <translation>{clinician}: la visita dura más que cualquier tramo del horario de trabajo.</translation>
    </message>
    <message>
        <source>{clinician}: {detail} free starts lie in the other half of the day.</source>
        <translation>{clinician}: {detail} horas libres están en la otra mitad del día.</translation>
    </message>
    <message>
        <source>{clinician}: {detail} starts are taken by other visits.</source>
        <translation>{clinician}: {detail} horas están ocupadas por otras citas.</translation>
    </message>
    <message>
        <source>{count} on file may be the same person. Look before you add a new patient.</source>
        <translation>{count} personas registradas podrían ser la misma. Mire antes de agregar un paciente nuevo.</translation>
    </message>
    <message>
        <source>{day} is no holiday of the list.</source>
        <translation>{day} no es un feriado de la lista.</translation>
    </message>
    <message>
        <source>{detail} is on the list more than once. Check with a clinician before the patient goes home.</source>
        <translation>{detail} está en la lista más de una vez. Compruébelo con un clínico antes de que el paciente se vaya.</translation>
    </message>
    <message>
        <source>{name} is the only administrator. Make another one first.</source>
        <translation>{name} es el único administrador. Nombre primero a otro.</translation>
    </message>
    <message>
        <source>{path} cannot be used: {reason}.</source>
        <translation>{path} no se puede usar: {reason}.</translation>
    </message>
    <message>
        <source>{path} is a backup. Restore it into a new file to work with it; a backup itself stays as it is.</source>
        <translation>{path} es una copia de seguridad. Restáurela en un archivo nuevo para trabajar con ella; la copia queda como está.</translation>
    </message>
    <message>
        <source>{path} is in a synchronised or network folder ({kind}), where a live database gets damaged. Choose a folder on this computer; backups may go there.</source>
        <translation>{path} está en una carpeta sincronizada o de red ({kind}), donde una base de datos en uso se daña. Elija una carpeta de esta computadora; las copias de seguridad pueden ir allí.</translation>
    </message>
    <message>
        <source>{source}</source>
        <translation>{source}</translation>
    </message>
    <message>
        <source>{with} is away then</source>
        <translation>{with} no está entonces</translation>
    </message>
    <message>
        <source>{word} is no kind of entry: write person, place or service.</source>
        <translation>{word} no es un tipo de entrada: escriba persona, lugar o servicio.</translation>
    </message>
    <message>
        <source>{word} is no language we know: write English, Spanish, or a code such as es.</source>
        <translation>{word} no es un idioma conocido: escriba inglés, español o un código como es.</translation>
    </message>
    <message>
        <source>“Unknown” and “declined” stand alone. Take the other choices away, or these.</source>
        <translation>«No se sabe» y «Prefirió no contestar» van solos. Quite las otras opciones, o quite estas.</translation>
    </message>
    <message>
        <source>A copy can be saved or printed.</source>
        <translation>Se puede guardar o imprimir una copia.</translation>
    </message>
    <message>
        <source>0 to {most} minutes.</source>
        <translation>De 0 a {most} minutos.</translation>
    </message>
    <message>
        <source>A document cannot be written after today. Check the date.</source>
        <translation>Un documento no puede ser posterior a hoy. Revise la fecha.</translation>
    </message>
    <message>
        <source>Choose the kind from the list.</source>
        <translation>Elija el tipo de la lista.</translation>
    </message>
    <message>
        <source>Choose {least} to {most}.</source>
        <translation>Elija de {least} a {most}.</translation>
    </message>
    <message>
        <source>Christmas Day</source>
        <translation>Navidad</translation>
    </message>
    <message>
        <source>Clinician</source>
        <translation>Clínico</translation>
    </message>
    <message>
        <source>Only the address of this document was sent, not its content. Nothing is fetched from outside; ask the sender for a copy.</source>
        <translation>Solo se envió la dirección de este documento, no su contenido. No se descarga nada de fuera; pida una copia al remitente.</translation>
    </message>
    <message>
        <source>Only the title of this document was sent, without any content.</source>
        <translation>Solo se envió el título de este documento, sin contenido.</translation>
    </message>
    <message>
        <source>There are no words in this document.</source>
        <translation>No hay palabras en este documento.</translation>
    </message>
    <message>
        <source>There is no consult note of this patient yet.</source>
        <translation>Todavía no hay nota de consulta de este paciente.</translation>
    </message>
    <message>
        <source>This PDF is closed with a password. Ask the sender for an open copy.</source>
        <translation>Este PDF está cerrado con contraseña. Pida al remitente una copia abierta.</translation>
    </message>
    <message>
        <source>This belongs to another patient or is no longer there. Choose from the list.</source>
        <translation>Esto pertenece a otro paciente o ya no está. Elija de la lista.</translation>
    </message>
    <message>
        <source>This document is no longer there.</source>
        <translation>Este documento ya no está.</translation>
    </message>
    <message>
        <source>This file is damaged or not what its name says. It cannot be read.</source>
        <translation>Este archivo está dañado o no es lo que dice su nombre. No se puede leer.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Este archivo está vacío.</translation>
    </message>
    <message>
        <source>This file is larger than {most} MB. Scan it in parts or with fewer dots.</source>
        <translation>Este archivo pesa más de {most} MB. Escanéelo por partes o con menos puntos.</translation>
    </message>
    <message>
        <source>This file is made in a way that could harm the program. It was not read.</source>
        <translation>Este archivo está hecho de una forma que podría dañar el programa. No se leyó.</translation>
    </message>
    <message>
        <source>This kind of file cannot be shown here. A copy can be saved and opened with another program.</source>
        <translation>Este tipo de archivo no se puede mostrar aquí. Se puede guardar una copia y abrirla con otro programa.</translation>
    </message>
    <message>
        <source>This kind of file cannot be shown here. Choose a PDF, a picture, a text, RTF or C-CDA file.</source>
        <translation>Este tipo de archivo no se puede mostrar aquí. Elija un archivo PDF, una imagen, texto, RTF o C-CDA.</translation>
    </message>
    <message>
        <source>This patient already has this very file: {title}.</source>
        <translation>Este paciente ya tiene este mismo archivo: {title}.</translation>
    </message>
    <message>
        <source>Write a title, such as Cardiology consult.</source>
        <translation>Escriba un título, por ejemplo Consulta de cardiología.</translation>
    </message>
    <message>
        <source>Keep between 1 and {most} backups.</source>
        <translation>Conserve entre 1 y {most} copias de seguridad.</translation>
    </message>
    <message>
        <source>The folder for backups, {path}, cannot be reached. Plug the disk in, or choose another folder.</source>
        <translation>No se puede llegar a la carpeta de las copias de seguridad, {path}. Conecte el disco o elija otra carpeta.</translation>
    </message>
    <message>
        <source>The keyring of this computer is locked or does not answer, so the password cannot open the records yet. Unlock the keyring and try again, or open them with the recovery code.</source>
        <translation>El llavero de esta computadora está bloqueado o no responde, así que la contraseña todavía no puede abrir los expedientes. Desbloquee el llavero e inténtelo otra vez, o ábralos con el código de recuperación.</translation>
    </message>
    <message>
        <source>There is no folder {path}. Choose one that is there.</source>
        <translation>No existe la carpeta {path}. Elija una que exista.</translation>
    </message>
    <message>
        <source>This backup is not on the list any more.</source>
        <translation>Esta copia de seguridad ya no está en la lista.</translation>
    </message>
    <message>
        <source>This computer has no keyring that keeps secrets safely, so passwords stay as they are.</source>
        <translation>Esta computadora no tiene un llavero que guarde secretos de forma segura, así que las contraseñas quedan como están.</translation>
    </message>
    <message>
        <source>{path} is missing. A backup is three files that belong together: copy all of them, then try again.</source>
        <translation>Falta {path}. Una copia de seguridad son tres archivos que van juntos: cópielos todos e inténtelo otra vez.</translation>
    </message>
    <message>
        <source>This is not your password.</source>
        <translation>Esta no es su contraseña.</translation>
    </message>
    <message>
        <source>Import {id} is more than {days} days old and cannot be taken back as a whole any more.</source>
        <translation>La importación {id} tiene más de {days} días y ya no se puede deshacer entera.</translation>
    </message>
    <message>
        <source>Import {id} was never completed: there is nothing to take back.</source>
        <translation>La importación {id} nunca se completó: no hay nada que deshacer.</translation>
    </message>
    <message>
        <source>Import {id} was taken back before.</source>
        <translation>La importación {id} ya se deshizo antes.</translation>
    </message>
    <message>
        <source>Name one import by its number, such as: import undo 3. `import list` shows the numbers.</source>
        <translation>Indique una importación por su número, por ejemplo: import undo 3. `import list` muestra los números.</translation>
    </message>
    <message>
        <source>The reason is too long: at most {most} characters.</source>
        <translation>El motivo es demasiado largo: como máximo {most} caracteres.</translation>
    </message>
    <message>
        <source>There is no import {id}.</source>
        <translation>No existe la importación {id}.</translation>
    </message>
    <message>
        <source>This import cannot be taken back: a later import changed or added {count} entries that belong to it. Take the later import back first.</source>
        <translation>Esta importación no se puede deshacer: una importación posterior cambió o añadió {count} entradas que le pertenecen. Deshaga primero la posterior.</translation>
    </message>
    <message>
        <source>This import cannot be taken back: {count} entries were changed here since or were added to what it brought (record numbers: {records}). Nothing was lost or changed now. Take those changes back first.</source>
        <translation>Esta importación no se puede deshacer: desde entonces se cambiaron aquí {count} entradas o se añadieron a lo que trajo (números de expediente: {records}). Ahora no se perdió ni se cambió nada. Deshaga primero esos cambios.</translation>
    </message>
    <message>
        <source>An import is running. Wait until it is done, then merge or take the merge back.</source>
        <translation>Hay una importación en curso. Espere a que termine y luego una los expedientes o deshaga la unión.</translation>
    </message>
    <message>
        <source>Nobody has decided about these two, so there is nothing to open again.</source>
        <translation>Nadie ha decidido sobre estos dos, así que no hay nada que reabrir.</translation>
    </message>
    <message>
        <source>Records that were moved have been changed or used since. Undo what was done since, the latest first, then take the merge back.</source>
        <translation>Los registros que se movieron se cambiaron o se usaron desde entonces. Deshaga lo que se hizo desde entonces, empezando por lo último, y después deshaga la unión.</translation>
    </message>
    <message>
        <source>Somebody changed one of these records meanwhile. Nothing was merged; look at both again.</source>
        <translation>Alguien cambió uno de estos expedientes mientras tanto. No se unió nada; vuelva a mirar los dos.</translation>
    </message>
    <message>
        <source>Somebody has already decided about these two. Look at the list again.</source>
        <translation>Alguien ya decidió sobre estos dos. Vuelva a mirar la lista.</translation>
    </message>
    <message>
        <source>These are not two records but one. Choose another record.</source>
        <translation>No son dos expedientes sino uno. Elija otro expediente.</translation>
    </message>
    <message>
        <source>This field cannot be taken from the other record.</source>
        <translation>Este campo no se puede tomar del otro expediente.</translation>
    </message>
    <message>
        <source>This merge is not on file.</source>
        <translation>Esta unión no está registrada.</translation>
    </message>
    <message>
        <source>This merge was taken back already.</source>
        <translation>Esta unión ya se deshizo.</translation>
    </message>
    <message>
        <source>Records of this kind cannot be marked as entered in error.</source>
        <translation>Los registros de esta clase no se pueden marcar como ingresados por error.</translation>
    </message>
    <message>
        <source>This is already marked as entered in error.</source>
        <translation>Esto ya está marcado como ingresado por error.</translation>
    </message>
    <message>
        <source>This record is no longer here.</source>
        <translation>Este registro ya no está aquí.</translation>
    </message>
    <message>
        <source>This was marked as an error by whoever sent it. Only they can take that back.</source>
        <translation>Quien lo envió lo marcó como error. Solo ellos pueden retirar esa marca.</translation>
    </message>
    <message>
        <source>Write why this was an error.</source>
        <translation>Escriba por qué fue un error.</translation>
    </message>
    <message>
        <source>Choose how the medicine is taken from the list.</source>
        <translation>Elija de la lista cómo se toma el medicamento.</translation>
    </message>
    <message>
        <source>Choose the reason from the list.</source>
        <translation>Elija el motivo de la lista.</translation>
    </message>
    <message>
        <source>This day lies after today. Check the date.</source>
        <translation>Este día es posterior a hoy. Revise la fecha.</translation>
    </message>
    <message>
        <source>This medicine is no longer there.</source>
        <translation>Este medicamento ya no está.</translation>
    </message>
    <message>
        <source>Write how many doses were missed, 1 to {most}.</source>
        <translation>Escriba cuántas dosis se omitieron, de 1 a {most}.</translation>
    </message>
    <message>
        <source>Write in how many days they were missed.</source>
        <translation>Escriba en cuántos días se omitieron.</translation>
    </message>
    <message>
        <source>Write in how many days, 1 to {most}.</source>
        <translation>Escriba en cuántos días, de 1 a {most}.</translation>
    </message>
    <message>
        <source>Between a visit here and one elsewhere</source>
        <translation>Entre una cita aquí y una en otro lugar</translation>
    </message>
    <message>
        <source>Between visits at two of our sites</source>
        <translation>Entre citas en dos de nuestras sedes</translation>
    </message>
    <message>
        <source>No room of the kind {name} is free at this time. Choose another start, or say why this is needed.</source>
        <translation>A esta hora no hay libre ninguna sala del tipo {name}. Elija otra hora o escriba por qué hace falta.</translation>
    </message>
    <message>
        <source>No {name} is free at this time. Choose another start, or say why this is needed.</source>
        <translation>A esta hora no hay libre ningún equipo del tipo {name}. Elija otra hora o escriba por qué hace falta.</translation>
    </message>
    <message>
        <source>The patient has a visit in another place ({starts_at}) and needs time on the way. Choose another start, or say why this is needed.</source>
        <translation>El paciente tiene una cita en otro lugar ({starts_at}) y necesita tiempo para llegar. Elija otra hora o escriba por qué hace falta.</translation>
    </message>
    <message>
        <source>The room is not in use then</source>
        <translation>La sala no está en uso entonces</translation>
    </message>
    <message>
        <source>The room of {clinician} is not in use at this time. Choose another start, or say why this is needed.</source>
        <translation>La sala de {clinician} no está en uso a esta hora. Elija otra hora o escriba por qué hace falta.</translation>
    </message>
    <message>
        <source>This kind of visit needs a room of the kind {name}, and there is none here: add one in Admin, Rooms, or say why this is needed.</source>
        <translation>Este tipo de cita necesita una sala del tipo {name} y aquí no hay ninguna: agregue una en Administración, Salas, o escriba por qué hace falta.</translation>
    </message>
    <message>
        <source>This kind of visit needs equipment of the kind {name}, and there is none here: add some in Admin, Rooms, or say why this is needed.</source>
        <translation>Este tipo de cita necesita un equipo del tipo {name} y aquí no hay ninguno: agregue uno en Administración, Salas, o escriba por qué hace falta.</translation>
    </message>
    <message>
        <source>{clinician} does not work here any more at this time. Choose another clinician.</source>
        <translation>En esa fecha {clinician} ya no trabaja aquí. Elija otro clínico.</translation>
    </message>
    <message>
        <source>{clinician}: at some times no room is free ({detail}).</source>
        <translation>{clinician}: a ciertas horas no hay ninguna sala libre ({detail}).</translation>
    </message>
    <message>
        <source>{clinician}: at some times no {detail} is free.</source>
        <translation>{clinician}: a ciertas horas no hay libre ningún equipo del tipo {detail}.</translation>
    </message>
    <message>
        <source>{clinician}: does not speak {detail}, as far as is recorded.</source>
        <translation>{clinician}: según lo registrado, no habla {detail}.</translation>
    </message>
    <message>
        <source>{clinician}: full on all these days.</source>
        <translation>{clinician}: completo todos estos días.</translation>
    </message>
    <message>
        <source>{clinician}: full until {detail}.</source>
        <translation>{clinician}: completo hasta el {detail}.</translation>
    </message>
    <message>
        <source>{clinician}: not in use on {detail}.</source>
        <translation>{clinician}: fuera de uso los días: {detail}.</translation>
    </message>
    <message>
        <source>{clinician}: not in use until {detail}.</source>
        <translation>{clinician}: fuera de uso hasta el {detail}.</translation>
    </message>
    <message>
        <source>{clinician}: the last day here is {detail}.</source>
        <translation>{clinician}: su último día aquí es el {detail}.</translation>
    </message>
    <message>
        <source>{clinician}: there is no equipment of the kind {detail}. Add some in Admin, Rooms.</source>
        <translation>{clinician}: no hay ningún equipo del tipo {detail}. Agregue uno en Administración, Salas.</translation>
    </message>
    <message>
        <source>{clinician}: there is no room of the kind {detail}. Add one in Admin, Rooms.</source>
        <translation>{clinician}: no hay ninguna sala del tipo {detail}. Agregue una en Administración, Salas.</translation>
    </message>
    <message>
        <source>{clinician}: {detail} free starts are too close to a visit in another place.</source>
        <translation>{clinician}: {detail} horas libres quedan demasiado cerca de una cita en otro lugar.</translation>
    </message>
    <message>
        <source>{name} is taken at this time ({starts_at}). Choose another start, or say why this is needed.</source>
        <translation>{name}: la sala está ocupada a esta hora ({starts_at}). Elija otra hora o escriba por qué hace falta.</translation>
    </message>
    <message>
        <source>{with} has left by then</source>
        <translation>{with} ya no estará entonces</translation>
    </message>
    <message>
        <source>1 to {most} visits fit into a room at a time.</source>
        <translation>En una sala caben de 1 a {most} citas a la vez.</translation>
    </message>
    <message>
        <source>This belongs to another patient.</source>
        <translation>Esto es de otro paciente.</translation>
    </message>
    <message>
        <source>Another backup of these records is being made right now. Wait until it is done, then try again.</source>
        <translation>En este momento se está haciendo otra copia de seguridad de estos expedientes. Espere a que termine y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>It was stopped before it was whole, and what it left has been taken away.</source>
        <translation>Se interrumpió antes de estar completa, y lo que dejó se ha retirado.</translation>
    </message>
    <message>
        <source>The keyring of this computer holds something else in place of its part of the key, so the password alone does not open the records. An administrator opens them with the recovery code from the printed sheet (Forgot the password?) and then gives you a new password.</source>
        <translation>El llavero de esta computadora guarda otra cosa en lugar de su parte de la clave, así que la contraseña sola no abre los expedientes. Un administrador los abre con el código de recuperación de la hoja impresa (¿Olvidó la contraseña?) y después le da una contraseña nueva.</translation>
    </message>
    <message>
        <source>The keyring of this computer no longer has its part of the key, so the password alone does not open the records. An administrator opens them with the recovery code from the printed sheet (Forgot the password?) and then gives you a new password.</source>
        <translation>El llavero de esta computadora ya no tiene su parte de la clave, así que la contraseña sola no abre los expedientes. Un administrador los abre con el código de recuperación de la hoja impresa (¿Olvidó la contraseña?) y después le da una contraseña nueva.</translation>
    </message>
    <message>
        <source>This needs {needed_mb} MB on the disk of {path}, and only {free_mb} MB are free. Nothing was changed. Make room, then try again.</source>
        <translation>Esto necesita {needed_mb} MB en el disco de {path} y solo hay {free_mb} MB libres. No se cambió nada. Libere espacio y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>A series comes every 1 to {most} days, weeks or months.</source>
        <translation>Una serie se repite cada 1 a {most} días, semanas o meses.</translation>
    </message>
    <message>
        <source>A series has 1 to {most} visits, and ends after it begins.</source>
        <translation>Una serie tiene de 1 a {most} citas y termina después de empezar.</translation>
    </message>
    <message>
        <source>No date of the series is left to book.</source>
        <translation>No queda ninguna fecha de la serie por reservar.</translation>
    </message>
    <message>
        <source>Something is in the way on {on} ({count} date(s) in all). Nothing was changed: leave the date out, or choose another time.</source>
        <translation>Algo lo impide el {on} ({count} fecha(s) en total). No se cambió nada: quite la fecha o elija otra hora.</translation>
    </message>
    <message>
        <source>The clocks go forward then: this time does not exist on that day.</source>
        <translation>Entonces se adelanta el reloj: esta hora no existe ese día.</translation>
    </message>
    <message>
        <source>This visit is not part of a series.</source>
        <translation>Esta cita no es parte de una serie.</translation>
    </message>
    <message>
        <source>Choose one of the listed reasons.</source>
        <translation>Elija uno de los motivos de la lista.</translation>
    </message>
    <message>
        <source>911</source>
        <translation>911</translation>
    </message>
    <message>
        <source>A discharge on {day} is in the records already. Look at that one.</source>
        <translation>Ya hay un alta del {day} en el expediente. Vea esa.</translation>
    </message>
    <message>
        <source>Costs too much</source>
        <translation>Cuesta demasiado</translation>
    </message>
    <message>
        <source>Does not want it</source>
        <translation>No la quiere</translation>
    </message>
    <message>
        <source>Done elsewhere</source>
        <translation>Hecha en otro lugar</translation>
    </message>
    <message>
        <source>Insurance not accepted</source>
        <translation>No aceptan el seguro</translation>
    </message>
    <message>
        <source>Made by mistake</source>
        <translation>Hecha por error</translation>
    </message>
    <message>
        <source>Missed the visit again</source>
        <translation>Faltó otra vez a la cita</translation>
    </message>
    <message>
        <source>No answer from the other side</source>
        <translation>La otra parte no responde</translation>
    </message>
    <message>
        <source>No longer needed</source>
        <translation>Ya no hace falta</translation>
    </message>
    <message>
        <source>No room for new patients</source>
        <translation>Sin lugar para pacientes nuevos</translation>
    </message>
    <message>
        <source>No time for it</source>
        <translation>No tiene tiempo</translation>
    </message>
    <message>
        <source>No way to get there</source>
        <translation>No tiene cómo llegar</translation>
    </message>
    <message>
        <source>Not the right service</source>
        <translation>No es el servicio adecuado</translation>
    </message>
    <message>
        <source>Outside their area</source>
        <translation>Fuera de su zona</translation>
    </message>
    <message>
        <source>Patient could not be reached</source>
        <translation>No se pudo localizar al paciente</translation>
    </message>
    <message>
        <source>Patient died</source>
        <translation>El paciente falleció</translation>
    </message>
    <message>
        <source>Patient moved away</source>
        <translation>El paciente se mudó</translation>
    </message>
    <message>
        <source>Something else: write what</source>
        <translation>Otra cosa: escriba cuál</translation>
    </message>
    <message>
        <source>This referral is open, or goes on as another one. Look at it again.</source>
        <translation>Esta derivación está abierta o sigue como otra. Mírela de nuevo.</translation>
    </message>
    <message>
        <source>Write why it is opened again.</source>
        <translation>Escriba por qué se abre de nuevo.</translation>
    </message>
    <message>
        <source>electronic (FHIR)</source>
        <translation>electrónica (FHIR)</translation>
    </message>
    <message>
        <source>fax</source>
        <translation>fax</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>en persona</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>correo</translation>
    </message>
    <message>
        <source>opened again</source>
        <translation>abierta de nuevo</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>teléfono</translation>
    </message>
    <message>
        <source>portal</source>
        <translation>portal</translation>
    </message>
    <message>
        <source>Patient names in calendar files: 0 none, 1 initials, 2 full</source>
        <translation>Nombres de pacientes en archivos de calendario: 0 ninguno, 1 iniciales, 2 completos</translation>
    </message>
    <message>
        <source>The practice does not allow that much of a name in a calendar file (Admin, Policies).</source>
        <translation>El consultorio no permite tanto del nombre en un archivo de calendario (Administración, Políticas).</translation>
    </message>
    <message>
        <source>This file is too long. Split it.</source>
        <translation>Este archivo es demasiado largo. Divídalo.</translation>
    </message>
    <message>
        <source>This is neither a calendar file (.ics) nor a CSV with the headings date, time and with.</source>
        <translation>Esto no es un archivo de calendario (.ics) ni un CSV con los encabezados date, time y with.</translation>
    </message>
    <message>
        <source>Words of the printed day sheet</source>
        <translation>Palabras de la hoja del día impresa</translation>
    </message>
    <message>
        <source>a value in it could not be read</source>
        <translation>no se pudo leer un dato</translation>
    </message>
    <message>
        <source>it comes again; write its visits one by one</source>
        <translation>se repite; escriba sus citas una por una</translation>
    </message>
    <message>
        <source>it has a day and no time</source>
        <translation>tiene un día y ninguna hora</translation>
    </message>
    <message>
        <source>it has no beginning</source>
        <translation>no tiene comienzo</translation>
    </message>
    <message>
        <source>it has no identifier, so that it could not be found again</source>
        <translation>no tiene identificador, así que no se podría volver a encontrar</translation>
    </message>
    <message>
        <source>it is a visit of this practice</source>
        <translation>es una cita de este consultorio</translation>
    </message>
    <message>
        <source>its time has no zone; it was taken as our own time ({starts_at})</source>
        <translation>su hora no tiene zona; se tomó como hora nuestra ({starts_at})</translation>
    </message>
    <message>
        <source>its time zone is not known</source>
        <translation>su zona horaria no se conoce</translation>
    </message>
    <message>
        <source>no day such as 2026-11-03 and time such as 14:30</source>
        <translation>falta un día como 2026-11-03 y una hora como 14:30</translation>
    </message>
    <message>
        <source>no patient has this record number</source>
        <translation>ningún paciente tiene este número de expediente</translation>
    </message>
    <message>
        <source>the minutes are no number</source>
        <translation>los minutos no son un número</translation>
    </message>
    <message>
        <source>the patient has another visit at this time ({starts_at})</source>
        <translation>el paciente tiene otra cita a esa hora ({starts_at})</translation>
    </message>
    <message>
        <source>the visit has taken place or was cancelled here, so it was left as it is</source>
        <translation>la cita ya se hizo o se canceló aquí, así que se dejó como está</translation>
    </message>
    <message>
        <source>A patient has gone quiet after</source>
        <translation>Un paciente está sin noticias después de</translation>
    </message>
    <message>
        <source>After a call that reached nobody: next call</source>
        <translation>Tras una llamada sin respuesta: próxima llamada</translation>
    </message>
    <message>
        <source>Book again: cancelled visit with {with}</source>
        <translation>Volver a citar: cita cancelada con {with}</translation>
    </message>
    <message>
        <source>Book again: missed visit with {with}</source>
        <translation>Volver a citar: cita perdida con {with}</translation>
    </message>
    <message>
        <source>Call to book: {kind}</source>
        <translation>Llamar para dar cita: {kind}</translation>
    </message>
    <message>
        <source>Call: nothing heard and nothing booked</source>
        <translation>Llamar: sin noticias y sin cita</translation>
    </message>
    <message>
        <source>Calls before the coordinator takes over</source>
        <translation>Llamadas antes de que siga el coordinador</translation>
    </message>
    <message>
        <source>Cancelled and missed visits without a new date are listed for</source>
        <translation>Las citas canceladas y perdidas sin fecha nueva se muestran durante</translation>
    </message>
    <message>
        <source>Confirm: {starts_at} with {with}</source>
        <translation>Confirmar: {starts_at} con {with}</translation>
    </message>
    <message>
        <source>Confirmed: {starts_at} with {with}</source>
        <translation>Confirmada: {starts_at} con {with}</translation>
    </message>
    <message>
        <source>Last reached or seen on {heard_on}</source>
        <translation>Último contacto o visita: {heard_on}</translation>
    </message>
    <message>
        <source>Never reached, never seen</source>
        <translation>Nunca localizado, nunca visto</translation>
    </message>
    <message>
        <source>There is no such list.</source>
        <translation>Esa lista no existe.</translation>
    </message>
    <message>
        <source>Visit confirmed</source>
        <translation>Cita confirmada</translation>
    </message>
    <message>
        <source>Waiting {minutes} min: {starts_at} with {with}</source>
        <translation>Espera {minutes} min: {starts_at} con {with}</translation>
    </message>
    <message>
        <source>Was on {visit_on}</source>
        <translation>Era el {visit_on}</translation>
    </message>
    <message>
        <source>Was on {visit_on}: {reason}</source>
        <translation>Era el {visit_on}: {reason}</translation>
    </message>
    <message>
        <source>{starts_at} with {with}</source>
        <translation>{starts_at} con {with}</translation>
    </message>
    <message>
        <source>Here since {arrived_at}</source>
        <translation>Aquí desde las {arrived_at}</translation>
    </message>
    <message>
        <source>Check the date: it must lie after the decision, and the decision not after today.</source>
        <translation>Revise la fecha: debe ser posterior a la decisión, y la decisión no puede ser futura.</translation>
    </message>
    <message>
        <source>Choose done, declined, does not apply or put off.</source>
        <translation>Elija hecho, rechazado, no corresponde o pospuesto.</translation>
    </message>
    <message>
        <source>Choose how it is sent.</source>
        <translation>Elija cómo se envía.</translation>
    </message>
    <message>
        <source>No pathway asks for this.</source>
        <translation>Ninguna ruta pide esto.</translation>
    </message>
    <message>
        <source>The packet is larger than 60 MB. Leave out some documents and send them apart.</source>
        <translation>El envío pasa de 60 MB. Quite algunos documentos y envíelos aparte.</translation>
    </message>
    <message>
        <source>The pathway is no longer what you read. Read it again, then adopt it.</source>
        <translation>La ruta ya no es la que usted leyó. Léala otra vez y luego adóptela.</translation>
    </message>
    <message>
        <source>The patient is in this pathway already.</source>
        <translation>La persona ya está en esta ruta.</translation>
    </message>
    <message>
        <source>The practice has not adopted this pathway yet. A clinician adopts it first.</source>
        <translation>La clínica aún no adoptó esta ruta. Primero la adopta un clínico.</translation>
    </message>
    <message>
        <source>The record changed since you looked at these pages. Nothing was sent; look at them again.</source>
        <translation>El expediente cambió desde que vio estas páginas. No se envió nada; véalas de nuevo.</translation>
    </message>
    <message>
        <source>There is no such pathway.</source>
        <translation>No existe esa ruta de atención.</translation>
    </message>
    <message>
        <source>These pages are no longer on file.</source>
        <translation>Estas páginas ya no están archivadas.</translation>
    </message>
    <message>
        <source>This note already answers another referral. Look at it first.</source>
        <translation>Esta nota ya contesta otra derivación. Mírela primero.</translation>
    </message>
    <message>
        <source>This pathway has no such target.</source>
        <translation>Esta ruta no tiene esa meta.</translation>
    </message>
    <message>
        <source>This pathway is for everyone: nobody has to be put into it.</source>
        <translation>Esta ruta es para todos: no hace falta inscribir a nadie.</translation>
    </message>
    <message>
        <source>This tells something that needs the patient&apos;s written agreement, and none is in force. Record the agreement under About, or leave it out.</source>
        <translation>Esto revela algo que necesita el acuerdo escrito del paciente, y no hay ninguno vigente. Anote el acuerdo en Acerca de, o quítelo.</translation>
    </message>
    <message>
        <source>Write a number above 0.</source>
        <translation>Escriba un número mayor que 0.</translation>
    </message>
    <message>
        <source>Write the name of the clinician who stands for this pathway.</source>
        <translation>Escriba el nombre del clínico que responde por esta ruta.</translation>
    </message>
    <message>
        <source>Write until when it is put off.</source>
        <translation>Escriba hasta cuándo se pospone.</translation>
    </message>
    <message>
        <source>Write why.</source>
        <translation>Escriba por qué.</translation>
    </message>
    <message>
        <source>comes from whom it was sent to</source>
        <translation>viene de quien la recibió</translation>
    </message>
    <message>
        <source>names the service</source>
        <translation>nombra el servicio</translation>
    </message>
    <message>
        <source>written after the order</source>
        <translation>escrita después del pedido</translation>
    </message>
    <message>
        <source>written after the visit</source>
        <translation>escrita después de la cita</translation>
    </message>
    <message>
        <source>{title} cannot be put on pages: it is damaged, closed by a password or holds no words. Leave it out.</source>
        <translation>{title} no se puede poner en páginas: está dañado, cerrado con contraseña o no contiene palabras. Quítelo.</translation>
    </message>
    <message>
        <source>at each visit</source>
        <translation>en cada visita</translation>
    </message>
    <message>
        <source>at each visit; missed at the one of {day}</source>
        <translation>en cada visita; faltó en la del {day}</translation>
    </message>
    <message>
        <source>declined on {day}: {reason}</source>
        <translation>rechazado el {day}: {reason}</translation>
    </message>
    <message>
        <source>does not apply: {reason}</source>
        <translation>no corresponde: {reason}</translation>
    </message>
    <message>
        <source>done once: {day}</source>
        <translation>hecho una vez: {day}</translation>
    </message>
    <message>
        <source>in the pathway since {day}</source>
        <translation>en la ruta desde el {day}</translation>
    </message>
    <message>
        <source>last {title} {day}</source>
        <translation>último {title} {day}</translation>
    </message>
    <message>
        <source>nothing to count from</source>
        <translation>sin fecha desde la cual contar</translation>
    </message>
    <message>
        <source>put off to {due}: {reason}</source>
        <translation>pospuesto al {due}: {reason}</translation>
    </message>
    <message>
        <source>the next season</source>
        <translation>la próxima temporada</translation>
    </message>
    <message>
        <source>{base} + {interval}</source>
        <translation>{base} + {interval}</translation>
    </message>
    <message>
        <source>{base} + {interval} because {because}</source>
        <translation>{base} + {interval} porque {because}</translation>
    </message>
    <message>
        <source>{n} business days</source>
        <translation>{n} días hábiles</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} días</translation>
    </message>
    <message>
        <source>{n} months</source>
        <translation>{n} meses</translation>
    </message>
    <message>
        <source>{n} years</source>
        <translation>{n} años</translation>
    </message>
    <message>
        <source>{sum} = {due}</source>
        <translation>{sum} = {due}</translation>
    </message>
    <message>
        <source>{sum} = {due}, {days} days late</source>
        <translation>{sum} = {due}, {days} días de retraso</translation>
    </message>
    <message>
        <source>{title} {day}</source>
        <translation>{title} {day}</translation>
    </message>
    <message>
        <source>Choose days of the week, and morning or afternoon.</source>
        <translation>Elija días de la semana, y mañana o tarde.</translation>
    </message>
    <message>
        <source>Offer {free_on}, {free_at}: {kind} {with}</source>
        <translation>Ofrecer {free_on}, {free_at}: {kind} {with}</translation>
    </message>
    <message>
        <source>On the list since {since_on}</source>
        <translation>En la lista desde el {since_on}</translation>
    </message>
    <message>
        <source>On the list since {since_on}: {note}</source>
        <translation>En la lista desde el {since_on}: {note}</translation>
    </message>
    <message>
        <source>This patient is no longer on the wait list. Look at the list again.</source>
        <translation>Este paciente ya no está en la lista de espera. Mire la lista otra vez.</translation>
    </message>
    <message>
        <source>Waits: {kind} {with}</source>
        <translation>Espera: {kind} {with}</translation>
    </message>
    <message>
        <source>Routine referral: acknowledged within</source>
        <translation>Derivación de rutina: confirmada en</translation>
    </message>
    <message>
        <source>Routine referral: closed within</source>
        <translation>Derivación de rutina: cerrada en</translation>
    </message>
    <message>
        <source>Routine referral: date given within</source>
        <translation>Derivación de rutina: cita dada en</translation>
    </message>
    <message>
        <source>Routine referral: new date after a missed visit within</source>
        <translation>Derivación de rutina: nueva cita tras una cita perdida en</translation>
    </message>
    <message>
        <source>Routine referral: note back after the visit within</source>
        <translation>Derivación de rutina: nota recibida tras la visita en</translation>
    </message>
    <message>
        <source>Routine referral: note reviewed within</source>
        <translation>Derivación de rutina: nota revisada en</translation>
    </message>
    <message>
        <source>Routine referral: patient told within</source>
        <translation>Derivación de rutina: paciente informado en</translation>
    </message>
    <message>
        <source>Routine referral: sent elsewhere after a refusal within</source>
        <translation>Derivación de rutina: enviada a otro lugar tras un rechazo en</translation>
    </message>
    <message>
        <source>Routine referral: sent within</source>
        <translation>Derivación de rutina: enviada en</translation>
    </message>
    <message>
        <source>Routine referral: their question answered within</source>
        <translation>Derivación de rutina: pregunta respondida en</translation>
    </message>
    <message>
        <source>Routine referral: visit within</source>
        <translation>Derivación de rutina: visita en</translation>
    </message>
    <message>
        <source>Urgent referral: acknowledged within</source>
        <translation>Derivación urgente: confirmada en</translation>
    </message>
    <message>
        <source>Urgent referral: closed within</source>
        <translation>Derivación urgente: cerrada en</translation>
    </message>
    <message>
        <source>Urgent referral: date given within</source>
        <translation>Derivación urgente: cita dada en</translation>
    </message>
    <message>
        <source>Urgent referral: new date after a missed visit within</source>
        <translation>Derivación urgente: nueva cita tras una cita perdida en</translation>
    </message>
    <message>
        <source>Urgent referral: note back after the visit within</source>
        <translation>Derivación urgente: nota recibida tras la visita en</translation>
    </message>
    <message>
        <source>Urgent referral: note reviewed within</source>
        <translation>Derivación urgente: nota revisada en</translation>
    </message>
    <message>
        <source>Urgent referral: patient told within</source>
        <translation>Derivación urgente: paciente informado en</translation>
    </message>
    <message>
        <source>Urgent referral: sent elsewhere after a refusal within</source>
        <translation>Derivación urgente: enviada a otro lugar tras un rechazo en</translation>
    </message>
    <message>
        <source>Urgent referral: sent within</source>
        <translation>Derivación urgente: enviada en</translation>
    </message>
    <message>
        <source>Urgent referral: their question answered within</source>
        <translation>Derivación urgente: pregunta respondida en</translation>
    </message>
    <message>
        <source>Urgent referral: visit within</source>
        <translation>Derivación urgente: visita en</translation>
    </message>
    <message>
        <source>Item {item} does not go to {value}.</source>
        <translation>La pregunta {item} no llega a {value}.</translation>
    </message>
    <message>
        <source>Item {item} has no answer {value}. Choose one of its answers.</source>
        <translation>La pregunta {item} no tiene la respuesta {value}. Elija una de sus respuestas.</translation>
    </message>
    <message>
        <source>Item {item} is not asked after the answer before it. Leave it out.</source>
        <translation>La pregunta {item} no se hace después de la respuesta anterior. Déjela vacía.</translation>
    </message>
    <message>
        <source>Item {item} takes a whole number, such as 3; {value} is none.</source>
        <translation>La pregunta {item} pide un número entero, como 3; {value} no lo es.</translation>
    </message>
    <message>
        <source>Item {item}: &quot;None of the above&quot; stands alone. Choose either it or the others.</source>
        <translation>Pregunta {item}: «Ninguna de las anteriores» va sola. Elija esa o las otras.</translation>
    </message>
    <message>
        <source>This questionnaire has no item {item}.</source>
        <translation>Este cuestionario no tiene la pregunta {item}.</translation>
    </message>
    <message>
        <source>A plan is reviewed after {most} months at the latest. Choose an earlier day.</source>
        <translation>Un plan se revisa a los {most} meses como máximo. Elija un día anterior.</translation>
    </message>
    <message>
        <source>Choose a day between the day of this version and today.</source>
        <translation>Elija un día entre el de esta versión y hoy.</translation>
    </message>
    <message>
        <source>Choose at least one member of the team who signs.</source>
        <translation>Elija al menos un miembro del equipo que firme.</translation>
    </message>
    <message>
        <source>Choose how it came or how it was given.</source>
        <translation>Elija cómo llegó o cómo se entregó.</translation>
    </message>
    <message>
        <source>Choose the answer from the list.</source>
        <translation>Elija la respuesta de la lista.</translation>
    </message>
    <message>
        <source>Choose the level of risk.</source>
        <translation>Elija el nivel de riesgo.</translation>
    </message>
    <message>
        <source>Choose the priority from the list.</source>
        <translation>Elija la prioridad de la lista.</translation>
    </message>
    <message>
        <source>Choose what becomes of it from the list.</source>
        <translation>Elija de la lista qué pasa con ello.</translation>
    </message>
    <message>
        <source>How sure the patient is goes from 0 to 10.</source>
        <translation>La seguridad del paciente va de 0 a 10.</translation>
    </message>
    <message>
        <source>Somebody made a new version meanwhile. Nothing was saved; look at it first.</source>
        <translation>Entretanto alguien hizo una versión nueva. No se guardó nada; véala primero.</translation>
    </message>
    <message>
        <source>The next review lies in the future. Choose a later day.</source>
        <translation>La próxima revisión está en el futuro. Elija un día posterior.</translation>
    </message>
    <message>
        <source>The open work under this is not what was shown. Look at it again and say what becomes of it.</source>
        <translation>Las tareas abiertas ya no son las que se mostraron. Véalas otra vez y diga qué pasa con ellas.</translation>
    </message>
    <message>
        <source>There is nothing on the plan yet. Add a concern or a goal first.</source>
        <translation>Aún no hay nada en el plan. Añada primero una preocupación o una meta.</translation>
    </message>
    <message>
        <source>This day has not come yet, or its year is wrong. Enter the day it was.</source>
        <translation>Ese día aún no ha llegado o el año no es correcto. Escriba el día en que fue.</translation>
    </message>
    <message>
        <source>This version is agreed or replaced. Answers to it are closed.</source>
        <translation>Esta versión está acordada o sustituida. Ya no admite respuestas.</translation>
    </message>
    <message>
        <source>Write the concern in the patient&apos;s words, or name the problem.</source>
        <translation>Escriba la preocupación en palabras del paciente o nombre el problema.</translation>
    </message>
    <message>
        <source>Write what stands in the way.</source>
        <translation>Escriba qué se interpone.</translation>
    </message>
    <message>
        <source>Write what takes its place.</source>
        <translation>Escriba qué lo sustituye.</translation>
    </message>
    <message>
        <source>Write who received it.</source>
        <translation>Escriba quién lo recibió.</translation>
    </message>
    <message>
        <source>{name} has a login here and answers in person. You can only note that no answer came.</source>
        <translation>{name} tiene usuario aquí y responde en persona. Solo puede anotar que no llegó respuesta.</translation>
    </message>
    <message>
        <source>Ask: {step}</source>
        <translation>Preguntar: {step}</translation>
    </message>
    <message>
        <source>Call: {step}</source>
        <translation>Llamar: {step}</translation>
    </message>
    <message>
        <source>Decided: {step}</source>
        <translation>Decidido: {step}</translation>
    </message>
    <message>
        <source>Give: {step}</source>
        <translation>Aplicar: {step}</translation>
    </message>
    <message>
        <source>Order: {step}</source>
        <translation>Pedir: {step}</translation>
    </message>
    <message>
        <source>Pathway: {why}</source>
        <translation>Ruta: {why}</translation>
    </message>
    <message>
        <source>Refer: {step}</source>
        <translation>Referir: {step}</translation>
    </message>
    <message>
        <source>Review: {step}</source>
        <translation>Revisar: {step}</translation>
    </message>
    <message>
        <source>See the patient: {step}</source>
        <translation>Ver al paciente: {step}</translation>
    </message>
    <message>
        <source>put off to {due}</source>
        <translation>aplazado al {due}</translation>
    </message>
    <message>
        <source>{base}, never done</source>
        <translation>{base}, nunca hecho</translation>
    </message>
    <message>
        <source>{base}, never done, {days} days late</source>
        <translation>{base}, nunca hecho, {days} días de retraso</translation>
    </message>
    <message>
        <source>An answer about death or self-harm stays until a clinician records an assessment.</source>
        <translation>Una respuesta sobre muerte o hacerse daño queda hasta que un profesional clínico registra una evaluación.</translation>
    </message>
    <message>
        <source>Answer at least one question.</source>
        <translation>Responda al menos una pregunta.</translation>
    </message>
    <message>
        <source>Choose from what the protocol lists.</source>
        <translation>Elija de lo que enumera el protocolo.</translation>
    </message>
    <message>
        <source>Say how it was asked.</source>
        <translation>Diga cómo se preguntó.</translation>
    </message>
    <message>
        <source>That day has not come yet. Choose today or an earlier day.</source>
        <translation>Ese día no ha llegado. Elija hoy o un día anterior.</translation>
    </message>
    <message>
        <source>The practice does not use this questionnaire. An administrator switches it on in Admin.</source>
        <translation>El consultorio no usa este cuestionario. Un administrador lo activa en Administración.</translation>
    </message>
    <message>
        <source>There is no questionnaire {instrument}.</source>
        <translation>No existe el cuestionario {instrument}.</translation>
    </message>
    <message>
        <source>This questionnaire has changed since the form was opened. Open it again.</source>
        <translation>Este cuestionario cambió desde que se abrió el formulario. Ábralo de nuevo.</translation>
    </message>
    <message>
        <source>This questionnaire has no official wording in that language. Choose another.</source>
        <translation>Este cuestionario no tiene texto oficial en ese idioma. Elija otro.</translation>
    </message>
    <message>
        <source>This questionnaire has no such cut-off.</source>
        <translation>Este cuestionario no tiene ese punto de corte.</translation>
    </message>
    <message>
        <source>This questionnaire needs a licence. Write what allows the practice to use it.</source>
        <translation>Este cuestionario necesita una licencia. Escriba qué permite usarlo al consultorio.</translation>
    </message>
    <message>
        <source>Write what was found and what was agreed.</source>
        <translation>Escriba qué se encontró y qué se acordó.</translation>
    </message>
    <message>
        <source>Community services</source>
        <translation>Servicios comunitarios</translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation>Diagnóstico por imagen</translation>
    </message>
    <message>
        <source>Late referral: to the clinician after calls in vain</source>
        <translation>Derivación con retraso: al profesional clínico tras llamadas sin respuesta</translation>
    </message>
    <message>
        <source>Late referral: to the coordinator after calls in vain</source>
        <translation>Derivación con retraso: a coordinación tras llamadas sin respuesta</translation>
    </message>
    <message>
        <source>Late routine referral: to the clinician after</source>
        <translation>Derivación normal con retraso: al profesional clínico después de</translation>
    </message>
    <message>
        <source>Late routine referral: to the coordinator after</source>
        <translation>Derivación normal con retraso: a coordinación después de</translation>
    </message>
    <message>
        <source>Late urgent referral: to the clinician after</source>
        <translation>Derivación urgente con retraso: al profesional clínico después de</translation>
    </message>
    <message>
        <source>Late urgent referral: to the coordinator after</source>
        <translation>Derivación urgente con retraso: a coordinación después de</translation>
    </message>
    <message>
        <source>Mental health and substance use</source>
        <translation>Salud mental y consumo de sustancias</translation>
    </message>
    <message>
        <source>Not seen: visit cancelled</source>
        <translation>No atendido: cita cancelada</translation>
    </message>
    <message>
        <source>Possible cancer</source>
        <translation>Posible cáncer</translation>
    </message>
    <message>
        <source>Their visit was cancelled on {since_on} ({days} days)</source>
        <translation>Se canceló su cita el {since_on} ({days} días)</translation>
    </message>
    <message>
        <source>This person can no longer review notes here. Choose a clinician of the practice.</source>
        <translation>Esta persona ya no puede revisar notas aquí. Elija un profesional clínico del consultorio.</translation>
    </message>
    <message>
        <source>Women&apos;s health</source>
        <translation>Salud de la mujer</translation>
    </message>
    <message>
        <source>{service}: {what}</source>
        <translation>{service}: {what}</translation>
    </message>
    <message>
        <source>Call: {service} with {to} did not take place, get a new date</source>
        <translation>Llamar: {service} con {to} no tuvo lugar, conseguir otra fecha</translation>
    </message>
    <message>
        <source>Choose one of the reasons, or leave it as not known.</source>
        <translation>Elija uno de los motivos o deje que no se sabe.</translation>
    </message>
    <message>
        <source>Only a missed visit has a reason for being missed. Look at the visit again.</source>
        <translation>Solo una visita a la que no vino tiene un motivo. Mire la visita otra vez.</translation>
    </message>
    <message>
        <source>Addressed to you on {written_on}</source>
        <translation>Dirigida a usted el {written_on}</translation>
    </message>
    <message>
        <source>Asked on {asked_on}, no answer yet</source>
        <translation>Preguntado el {asked_on}, sin respuesta todavía</translation>
    </message>
    <message>
        <source>Choose a day within three years.</source>
        <translation>Elija un día dentro de tres años.</translation>
    </message>
    <message>
        <source>Choose how you met.</source>
        <translation>Elija cómo se reunieron.</translation>
    </message>
    <message>
        <source>Choose how.</source>
        <translation>Elija cómo.</translation>
    </message>
    <message>
        <source>Choose somebody else: this is who has the work now.</source>
        <translation>Elija a otra persona: esta es quien lo tiene ahora.</translation>
    </message>
    <message>
        <source>Choose somebody from the list, or write a name.</source>
        <translation>Elija a alguien de la lista o escriba un nombre.</translation>
    </message>
    <message>
        <source>Choose the day it happened: today or earlier.</source>
        <translation>Elija el día en que ocurrió: hoy o antes.</translation>
    </message>
    <message>
        <source>Choose the kind of note from the list.</source>
        <translation>Elija el tipo de nota de la lista.</translation>
    </message>
    <message>
        <source>Choose today or a later day.</source>
        <translation>Elija hoy o un día posterior.</translation>
    </message>
    <message>
        <source>Choose today or an earlier day. A day to come is written with Change.</source>
        <translation>Elija hoy o un día anterior. Un día futuro se escribe con Cambiar.</translation>
    </message>
    <message>
        <source>Choose what it is about from the list.</source>
        <translation>Elija de la lista de qué se trata.</translation>
    </message>
    <message>
        <source>Choose what kind it was.</source>
        <translation>Elija de qué tipo fue.</translation>
    </message>
    <message>
        <source>Choose what was said.</source>
        <translation>Elija qué se dijo.</translation>
    </message>
    <message>
        <source>Choose who is taken over.</source>
        <translation>Elija quién pasa a nuestro equipo.</translation>
    </message>
    <message>
        <source>Choose who leads the team from now on.</source>
        <translation>Elija quién queda a cargo del equipo.</translation>
    </message>
    <message>
        <source>Decides for the patient</source>
        <translation>Decide por el paciente</translation>
    </message>
    <message>
        <source>Follow up a near miss</source>
        <translation>Dar seguimiento a un incidente</translation>
    </message>
    <message>
        <source>Get an answer from {whom}</source>
        <translation>Conseguir la respuesta de {whom}</translation>
    </message>
    <message>
        <source>Get an answer: coordinator to do</source>
        <translation>Conseguir una respuesta: tarea de coordinación</translation>
    </message>
    <message>
        <source>Give the meeting a name, such as Tuesday case review.</source>
        <translation>Dé un nombre a la reunión, por ejemplo Revisión de casos del martes.</translation>
    </message>
    <message>
        <source>Happened on {happened_on}</source>
        <translation>Ocurrió el {happened_on}</translation>
    </message>
    <message>
        <source>Not given to you by the practice</source>
        <translation>La clínica no se las dio a usted</translation>
    </message>
    <message>
        <source>Not this person, by the patient&apos;s wish</source>
        <translation>No a esta persona, por deseo del paciente</translation>
    </message>
    <message>
        <source>Note errors and near misses</source>
        <translation>Anotar errores e incidentes</translation>
    </message>
    <message>
        <source>Noted for this person</source>
        <translation>Anotado para esta persona</translation>
    </message>
    <message>
        <source>Nothing is open here.</source>
        <translation>Aquí no hay nada abierto.</translation>
    </message>
    <message>
        <source>Nothing on file allows it</source>
        <translation>Nada registrado lo permite</translation>
    </message>
    <message>
        <source>Nothing on file lets {name} hear this. If they are told all the same, write why.</source>
        <translation>Nada registrado permite que {name} lo sepa. Si se le dice igualmente, escriba por qué.</translation>
    </message>
    <message>
        <source>Open the note in the chart, Notes.</source>
        <translation>Abra la nota en el expediente, Notas.</translation>
    </message>
    <message>
        <source>Read errors and near misses</source>
        <translation>Leer errores e incidentes</translation>
    </message>
    <message>
        <source>Read the note of {author}</source>
        <translation>Leer la nota de {author}</translation>
    </message>
    <message>
        <source>Review and close errors and near misses</source>
        <translation>Revisar y cerrar errores e incidentes</translation>
    </message>
    <message>
        <source>Roles, notes and near misses of the care team</source>
        <translation>Funciones, notas e incidentes del equipo de atención</translation>
    </message>
    <message>
        <source>Say until when: today or a later day.</source>
        <translation>Diga hasta cuándo: hoy o un día posterior.</translation>
    </message>
    <message>
        <source>Say what they do for the patient.</source>
        <translation>Diga qué hace por el paciente.</translation>
    </message>
    <message>
        <source>Say who took part.</source>
        <translation>Diga quién participó.</translation>
    </message>
    <message>
        <source>Somebody else reviewed or closed this already.</source>
        <translation>Otra persona ya lo revisó o lo cerró.</translation>
    </message>
    <message>
        <source>Substance use: no agreement on file</source>
        <translation>Consumo de sustancias: no hay acuerdo registrado</translation>
    </message>
    <message>
        <source>Such notes are written by whom an administrator gave them to (Admin, Users).</source>
        <translation>Estas notas las escribe quien recibió el permiso de un administrador (Administración, Usuarios).</translation>
    </message>
    <message>
        <source>The front desk cannot do this work. Choose somebody else.</source>
        <translation>La recepción no puede hacer este trabajo. Elija a otra persona.</translation>
    </message>
    <message>
        <source>The front desk does not follow these up. Choose somebody else.</source>
        <translation>La recepción no da seguimiento a esto. Elija a otra persona.</translation>
    </message>
    <message>
        <source>The front desk reads no clinical notes. Give the person another role first.</source>
        <translation>La recepción no lee notas clínicas. Primero dé otro rol a la persona.</translation>
    </message>
    <message>
        <source>The last day is before the first.</source>
        <translation>El último día es anterior al primero.</translation>
    </message>
    <message>
        <source>The patient agreed</source>
        <translation>El paciente está de acuerdo</translation>
    </message>
    <message>
        <source>The patient refused this</source>
        <translation>El paciente lo rechazó</translation>
    </message>
    <message>
        <source>The patient refused to share these</source>
        <translation>El paciente no quiso compartirlas</translation>
    </message>
    <message>
        <source>The patient&apos;s written agreement is not on file</source>
        <translation>No está registrado el acuerdo escrito del paciente</translation>
    </message>
    <message>
        <source>Then nobody would lead the team. Choose who leads first.</source>
        <translation>Entonces nadie quedaría a cargo del equipo. Primero elija quién.</translation>
    </message>
    <message>
        <source>This belongs to another patient. Choose it from the list.</source>
        <translation>Esto es de otro paciente. Elíjalo de la lista.</translation>
    </message>
    <message>
        <source>This colleague no longer works here. Choose somebody else.</source>
        <translation>Este colega ya no trabaja aquí. Elija a otra persona.</translation>
    </message>
    <message>
        <source>This date cannot be right. Check the year.</source>
        <translation>Esta fecha no puede ser. Revise el año.</translation>
    </message>
    <message>
        <source>This is closed. Open it again first.</source>
        <translation>Esto está cerrado. Primero ábralo otra vez.</translation>
    </message>
    <message>
        <source>This meeting is no longer here.</source>
        <translation>Esta reunión ya no está.</translation>
    </message>
    <message>
        <source>This note is not here, or not yours to read.</source>
        <translation>Esta nota no está, o no le corresponde leerla.</translation>
    </message>
    <message>
        <source>This note was entered in error. Write a new one.</source>
        <translation>Esta nota se ingresó por error. Escriba una nueva.</translation>
    </message>
    <message>
        <source>This patient is on the list of this meeting already.</source>
        <translation>Este paciente ya está en la lista de esta reunión.</translation>
    </message>
    <message>
        <source>This person has left the team already.</source>
        <translation>Esta persona ya dejó el equipo.</translation>
    </message>
    <message>
        <source>This person is no longer on the team.</source>
        <translation>Esta persona ya no está en el equipo.</translation>
    </message>
    <message>
        <source>This person is on the team already, at the same time.</source>
        <translation>Esta persona ya está en el equipo en el mismo tiempo.</translation>
    </message>
    <message>
        <source>This question is closed. Open it again first.</source>
        <translation>Esta pregunta está cerrada. Primero ábrala otra vez.</translation>
    </message>
    <message>
        <source>This question is no longer here.</source>
        <translation>Esta pregunta ya no está.</translation>
    </message>
    <message>
        <source>This question is open already.</source>
        <translation>Esta pregunta ya está abierta.</translation>
    </message>
    <message>
        <source>Treats the patient</source>
        <translation>Atiende al paciente</translation>
    </message>
    <message>
        <source>What was noted no longer holds</source>
        <translation>Lo anotado ya no vale</translation>
    </message>
    <message>
        <source>Whoever leads the team has no last day. Let somebody else lead first.</source>
        <translation>Quien está a cargo no tiene último día. Primero ponga a otra persona a cargo.</translation>
    </message>
    <message>
        <source>Words of the minutes of a meeting</source>
        <translation>Palabras del acta de una reunión</translation>
    </message>
    <message>
        <source>Works here</source>
        <translation>Trabaja aquí</translation>
    </message>
    <message>
        <source>Write down the answer in the chart, Notes.</source>
        <translation>Anote la respuesta en el expediente, Notas.</translation>
    </message>
    <message>
        <source>Write down what was changed in Admin, Near misses.</source>
        <translation>Anote qué se cambió en Administración, Incidentes.</translation>
    </message>
    <message>
        <source>Write in a line what happened.</source>
        <translation>Escriba en una línea qué pasó.</translation>
    </message>
    <message>
        <source>Write the answer.</source>
        <translation>Escriba la respuesta.</translation>
    </message>
    <message>
        <source>Write the name.</source>
        <translation>Escriba el nombre.</translation>
    </message>
    <message>
        <source>Write the note.</source>
        <translation>Escriba la nota.</translation>
    </message>
    <message>
        <source>Write the time as hours and minutes, for example 12:30.</source>
        <translation>Escriba la hora con minutos, por ejemplo 12:30.</translation>
    </message>
    <message>
        <source>Write what is asked.</source>
        <translation>Escriba qué se pregunta.</translation>
    </message>
    <message>
        <source>Write what is to be done.</source>
        <translation>Escriba qué hay que hacer.</translation>
    </message>
    <message>
        <source>Write what the emergency is, so that others can understand it later.</source>
        <translation>Escriba cuál es la emergencia, para que otros lo entiendan después.</translation>
    </message>
    <message>
        <source>Write what was changed so that it does not happen again, then close it.</source>
        <translation>Escriba qué se cambió para que no vuelva a pasar y luego ciérrelo.</translation>
    </message>
    <message>
        <source>Write why it was decided.</source>
        <translation>Escriba por qué se decidió.</translation>
    </message>
    <message>
        <source>{name} was not given such notes. Choose somebody else, or ask an administrator.</source>
        <translation>{name} no tiene permiso para estas notas. Elija a otra persona o pida el permiso a un administrador.</translation>
    </message>
    <message>
        <source>This approval was taken back. Ask for a new one before anything is sent.</source>
        <translation>Esta aprobación se retiró. Pida otra antes de enviar nada.</translation>
    </message>
    <message>
        <source>This packet was approved for {to}, and the referral now goes to somebody else. Ask for a new approval.</source>
        <translation>Este envío se aprobó para {to}, y la derivación ahora va a otra parte. Pida una nueva aprobación.</translation>
    </message>
    <message>
        <source>After a stay in hospital: call again</source>
        <translation>Tras una hospitalización: volver a llamar</translation>
    </message>
    <message>
        <source>Call again about an action of the plan</source>
        <translation>Volver a llamar por una acción del plan</translation>
    </message>
    <message>
        <source>Missed visit: call again</source>
        <translation>Cita perdida: volver a llamar</translation>
    </message>
    <message>
        <source>Nothing heard: call again</source>
        <translation>Sin noticias: volver a llamar</translation>
    </message>
    <message>
        <source>Put off until this day</source>
        <translation>Aplazado hasta este día</translation>
    </message>
    <message>
        <source>Referral: put off until this day</source>
        <translation>Derivación: aplazada hasta este día</translation>
    </message>
    <message>
        <source>Step of a pathway: put off until this day</source>
        <translation>Paso de una ruta: aplazado hasta este día</translation>
    </message>
    <message>
        <source>Task: put off until this day</source>
        <translation>Tarea: aplazada hasta este día</translation>
    </message>
    <message>
        <source>Visit with {with}</source>
        <translation>Cita con {with}</translation>
    </message>
    <message>
        <source>Visit with {with}, elsewhere</source>
        <translation>Cita con {with}, en otro lugar</translation>
    </message>
    <message>
        <source>{what} with {with}</source>
        <translation>{what} con {with}</translation>
    </message>
    <message>
        <source>{what} with {with}, elsewhere</source>
        <translation>{what} con {with}, en otro lugar</translation>
    </message>
    <message>
        <source>Choose who does it.</source>
        <translation>Elija quién lo hace.</translation>
    </message>
    <message>
        <source>Nothing is different from what there is.</source>
        <translation>No hay nada distinto de lo que ya hay.</translation>
    </message>
    <message>
        <source>There is no such edition.</source>
        <translation>No existe esa edición.</translation>
    </message>
    <message>
        <source>Write it in both languages, or in neither to keep the shipped words.</source>
        <translation>Escríbalo en los dos idiomas, o en ninguno para dejar las palabras originales.</translation>
    </message>
    <message>
        <source>once</source>
        <translation>una vez</translation>
    </message>
    <message>
        <source>This is more than {years} years from today. Check the year.</source>
        <translation>Está a más de {years} años de hoy. Revise el año.</translation>
    </message>
    <message>
        <source>Checked {checked} of {medicines} medicines with rules of {version}; not a complete interaction database.</source>
        <translation>Se comprobaron {checked} de {medicines} medicinas con reglas de {version}; no es una base de interacciones completa.</translation>
    </message>
    <message>
        <source>its dose a day is not known in milligrams</source>
        <translation>no se conoce su dosis diaria en miligramos</translation>
    </message>
    <message>
        <source>no medicine or class of that name is known</source>
        <translation>no se conoce una medicina o clase de ese nombre</translation>
    </message>
    <message>
        <source>not one of the ingredients and brands this program knows</source>
        <translation>no es uno de los ingredientes y marcas que conoce este programa</translation>
    </message>
    <message>
        <source>Answer: care plan, version {number}</source>
        <translation>Responder: plan de atención, versión {number}</translation>
    </message>
    <message>
        <source>Asked on {asked_on}</source>
        <translation>Preguntado el {asked_on}</translation>
    </message>
    <message>
        <source>Get the answer of {name}: care plan, version {number}</source>
        <translation>Conseguir la respuesta de {name}: plan de atención, versión {number}</translation>
    </message>
    <message>
        <source>Not reviewed yet</source>
        <translation>Aún sin revisar</translation>
    </message>
    <message>
        <source>Review the care plan</source>
        <translation>Revisar el plan de atención</translation>
    </message>
    <message>
        <source>Reviewed last on {reviewed_on}</source>
        <translation>Última revisión: {reviewed_on}</translation>
    </message>
    <message>
        <source>This is done in the care plan: open it, review it or record the answer.</source>
        <translation>Esto se hace en el plan de atención: ábralo, revíselo o registre la respuesta.</translation>
    </message>
    <message>
        <source>Nothing on file lets {name} have this page. If they get it all the same, write why.</source>
        <translation>Nada registrado permite que {name} tenga esta hoja. Si la recibe igualmente, escriba por qué.</translation>
    </message>
    <message>
        <source>This person is no longer on file. Choose somebody else.</source>
        <translation>Esta persona ya no está registrada. Elija a otra persona.</translation>
    </message>
    <message>
        <source>Offer {free_on}, {free_at}: {kind}</source>
        <translation>Ofrecer {free_on}, {free_at}: {kind}</translation>
    </message>
    <message>
        <source>Waits: {kind}, with anyone</source>
        <translation>Espera: {kind}, con cualquiera</translation>
    </message>
    <message>
        <source>the two goals are in different units</source>
        <translation>las dos metas están en unidades distintas</translation>
    </message>
    <message>
        <source>Group by step, clinician or site.</source>
        <translation>Agrupe por paso, profesional o sede.</translation>
    </message>
    <message>
        <source>What is skipped of the pathways, on paper</source>
        <translation>Lo que se omite de las rutas, en papel</translation>
    </message>
    <message>
        <source>Choose a day within the next year.</source>
        <translation>Elija un día dentro del próximo año.</translation>
    </message>
    <message>
        <source>Choose what is decided.</source>
        <translation>Elija qué se decide.</translation>
    </message>
    <message>
        <source>Decide conflicts</source>
        <translation>Decidir conflictos</translation>
    </message>
    <message>
        <source>Nothing is decided yet.</source>
        <translation>Aún no se ha decidido nada.</translation>
    </message>
    <message>
        <source>Somebody worked on this conflict meanwhile. Look at it again.</source>
        <translation>Alguien trabajó en este conflicto entretanto. Véalo de nuevo.</translation>
    </message>
    <message>
        <source>The facts behind this conflict have changed meanwhile. Look at it again.</source>
        <translation>Los hechos de este conflicto han cambiado entretanto. Véalo de nuevo.</translation>
    </message>
    <message>
        <source>These two numbers do not make a range.</source>
        <translation>Estos dos números no forman un intervalo.</translation>
    </message>
    <message>
        <source>This brings a new conflict ({rule}). Look at it, then choose what to do about it.</source>
        <translation>Esto trae un conflicto nuevo ({rule}). Véalo y elija qué hacer.</translation>
    </message>
    <message>
        <source>This conflict is decided. Open it again first.</source>
        <translation>Este conflicto está decidido. Ábralo de nuevo primero.</translation>
    </message>
    <message>
        <source>Write the reason.</source>
        <translation>Escriba el motivo.</translation>
    </message>
    <message>
        <source>Write what holds from now on.</source>
        <translation>Escriba qué vale desde ahora.</translation>
    </message>
    <message>
        <source>Choose how it is given from the list.</source>
        <translation>Elija de la lista cómo se da.</translation>
    </message>
    <message>
        <source>Choose how often from the list.</source>
        <translation>Elija de la lista con qué frecuencia.</translation>
    </message>
    <message>
        <source>Choose of what: tablet, mg or another unit.</source>
        <translation>Elija de qué: tableta, mg u otra unidad.</translation>
    </message>
    <message>
        <source>Choose the times from the list.</source>
        <translation>Elija las horas de la lista.</translation>
    </message>
    <message>
        <source>Choose the unit from the list.</source>
        <translation>Elija la unidad de la lista.</translation>
    </message>
    <message>
        <source>Choose what happens to the medicine from the list.</source>
        <translation>Elija de la lista qué pasa con la medicina.</translation>
    </message>
    <message>
        <source>It is like that already.</source>
        <translation>Ya está así.</translation>
    </message>
    <message>
        <source>It was started after this day. Check both dates.</source>
        <translation>Se empezó después de este día. Revise las dos fechas.</translation>
    </message>
    <message>
        <source>This allergy is no longer here.</source>
        <translation>Esta alergia ya no está aquí.</translation>
    </message>
    <message>
        <source>This day lies after today. Say until when it is taken in the medicine itself.</source>
        <translation>Este día es posterior a hoy. Diga hasta cuándo se toma en la medicina misma.</translation>
    </message>
    <message>
        <source>This medicine is no longer on the list.</source>
        <translation>Esta medicina ya no está en la lista.</translation>
    </message>
    <message>
        <source>Write how much at each time, in digits.</source>
        <translation>Escriba cuánto cada vez, en cifras.</translation>
    </message>
    <message>
        <source>Write the dose in digits, for example 1, 0.5 or 20.</source>
        <translation>Escriba la dosis en cifras, por ejemplo 1, 0.5 o 20.</translation>
    </message>
    <message>
        <source>Write the medicine, for example metformin 500 mg tablet.</source>
        <translation>Escriba la medicina, por ejemplo metformina 500 mg tableta.</translation>
    </message>
    <message>
        <source>Write what it is an allergy to.</source>
        <translation>Escriba a qué es la alergia.</translation>
    </message>
    <message>
        <source>on hold: not checked as long as it is not taken</source>
        <translation>en pausa: no se revisa mientras no se toma</translation>
    </message>
    <message>
        <source>Kept here</source>
        <translation>Se guarda aquí</translation>
    </message>
    <message>
        <source>Nothing on file lets {name} have the plan. If they get it all the same, write why.</source>
        <translation>Nada de lo registrado permite que {name} tenga el plan. Si lo recibe de todos modos, escriba por qué.</translation>
    </message>
    <message>
        <source>The plan changed meanwhile, so these are not its pages any more. Look at them again.</source>
        <translation>El plan cambió mientras tanto y estas ya no son sus páginas. Vuelva a mirarlas.</translation>
    </message>
    <message>
        <source>Their own plan</source>
        <translation>Su propio plan</translation>
    </message>
    <message>
        <source>Words of the shared plan on paper</source>
        <translation>Palabras del plan compartido en papel</translation>
    </message>
    <message>
        <source>Ask the {form} again</source>
        <translation>Hacer de nuevo: {form}</translation>
    </message>
    <message>
        <source>Choose what followed.</source>
        <translation>Elija qué siguió.</translation>
    </message>
    <message>
        <source>Follow-up of a positive screen noted</source>
        <translation>Seguimiento de un cribado positivo anotado</translation>
    </message>
    <message>
        <source>Say what followed the screen.</source>
        <translation>Diga qué siguió al cribado.</translation>
    </message>
    <message>
        <source>That is before the screen itself, which was on {asked_on}.</source>
        <translation>Eso es antes del cribado mismo, que fue el {asked_on}.</translation>
    </message>
    <message>
        <source>This ends when the questionnaire is asked again. Press Enter to open the chart.</source>
        <translation>Termina cuando se hace de nuevo el cuestionario. Pulse Entrar para abrir el expediente.</translation>
    </message>
    <message>
        <source>{form} {value} on {asked_on} ({source})</source>
        <translation>{form} {value} el {asked_on} ({source})</translation>
    </message>
    <message>
        <source>{form} {value} on {asked_on}: follow-up by {due_on}</source>
        <translation>{form} {value} el {asked_on}: seguimiento antes del {due_on}</translation>
    </message>
    <message>
        <source>{what} ({source})</source>
        <translation>{what} ({source})</translation>
    </message>
</context>
<context>
    <name>WordsView</name>
    <message>
        <source>Document</source>
        <translation>Documento</translation>
    </message>
</context>
<context>
    <name>WriteNoteDialog</name>
    <message>
        <source>Write a note</source>
        <translation>Escribir una nota</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Tipo</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Nota</translation>
    </message>
    <message>
        <source>For &amp;whom to read</source>
        <translation>&amp;Quién debe leerla</translation>
    </message>
    <message>
        <source>Nothing in particular</source>
        <translation>Nada en particular</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Sobre</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Derivación</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Read only by whom an administrator gave such notes to; every opening is recorded.</source>
        <translation>Solo la leen quienes tienen permiso de un administrador; cada apertura queda registrada.</translation>
    </message>
</context>
<context>
    <name>_Choice</name>
    <message>
        <source>What becomes of: {title}</source>
        <translation>Qué pasa con: {title}</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Sustituir por</translation>
    </message>
    <message>
        <source>Hand over to</source>
        <translation>Entregar a</translation>
    </message>
    <message>
        <source>Write what takes its place.</source>
        <translation>Escriba qué lo sustituye.</translation>
    </message>
    <message>
        <source>Choose who takes it over.</source>
        <translation>Elija quién lo recibe.</translation>
    </message>
</context>
<context>
    <name>_Commands</name>
    <message>
        <source>&amp;Appointment</source>
        <translation>&amp;Cita</translation>
    </message>
    <message>
        <source>book</source>
        <translation>reservar</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>visita</translation>
    </message>
    <message>
        <source>Visit &amp;elsewhere</source>
        <translation>Visita en &amp;otro lugar</translation>
    </message>
    <message>
        <source>outside</source>
        <translation>fuera</translation>
    </message>
    <message>
        <source>hospital</source>
        <translation>hospital</translation>
    </message>
    <message>
        <source>&amp;Book here</source>
        <translation>&amp;Reservar aquí</translation>
    </message>
    <message>
        <source>&amp;Open visit</source>
        <translation>&amp;Abrir visita</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>llegó</translation>
    </message>
    <message>
        <source>no-show</source>
        <translation>no se presentó</translation>
    </message>
    <message>
        <source>cancel</source>
        <translation>cancelar</translation>
    </message>
    <message>
        <source>move</source>
        <translation>mover</translation>
    </message>
    <message>
        <source>Open c&amp;hart</source>
        <translation>Abrir e&amp;xpediente</translation>
    </message>
    <message>
        <source>&amp;Print day sheet…</source>
        <translation>&amp;Imprimir hoja del día…</translation>
    </message>
    <message>
        <source>day sheet</source>
        <translation>hoja del día</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>agenda</translation>
    </message>
    <message>
        <source>&amp;Clinicians and hours…</source>
        <translation>&amp;Clínicos y horarios…</translation>
    </message>
    <message>
        <source>calendar</source>
        <translation>calendario</translation>
    </message>
    <message>
        <source>working hours</source>
        <translation>horario de trabajo</translation>
    </message>
    <message>
        <source>&amp;Kinds of visit…</source>
        <translation>&amp;Tipos de visita…</translation>
    </message>
    <message>
        <source>appointment types</source>
        <translation>tipos de cita</translation>
    </message>
    <message>
        <source>length</source>
        <translation>duración</translation>
    </message>
    <message>
        <source>Pick &amp;up to move</source>
        <translation>&amp;Tomar para mover</translation>
    </message>
    <message>
        <source>Put &amp;down here</source>
        <translation>&amp;Soltar aquí</translation>
    </message>
    <message>
        <source>Book what is d&amp;ue…</source>
        <translation>Reser&amp;var lo que toca…</translation>
    </message>
    <message>
        <source>&amp;No appointment needed</source>
        <translation>&amp;No hace falta cita</translation>
    </message>
    <message>
        <source>Chart of what is due</source>
        <translation>Expediente de lo que toca</translation>
    </message>
    <message>
        <source>Day be&amp;fore</source>
        <translation>Día an&amp;terior</translation>
    </message>
    <message>
        <source>Day a&amp;fter</source>
        <translation>Día si&amp;guiente</translation>
    </message>
    <message>
        <source>Week before</source>
        <translation>Semana anterior</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>Semana siguiente</translation>
    </message>
    <message>
        <source>Go to &amp;today</source>
        <translation>Ir a &amp;hoy</translation>
    </message>
    <message>
        <source>&amp;Go to day…</source>
        <translation>Ir al &amp;día…</translation>
    </message>
    <message>
        <source>Day by c&amp;linician</source>
        <translation>Día por c&amp;línico</translation>
    </message>
    <message>
        <source>Day by &amp;room</source>
        <translation>Día por &amp;sala</translation>
    </message>
    <message>
        <source>&amp;Week</source>
        <translation>Se&amp;mana</translation>
    </message>
    <message>
        <source>&amp;List or day</source>
        <translation>&amp;Lista o día</translation>
    </message>
    <message>
        <source>&amp;Needs booking beside the day</source>
        <translation>&amp;Por reservar junto al día</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>cada semana</translation>
    </message>
    <message>
        <source>recurring</source>
        <translation>periódica</translation>
    </message>
    <message>
        <source>Visit ser&amp;ies</source>
        <translation>Ser&amp;ie de citas</translation>
    </message>
    <message>
        <source>Write calendar &amp;file…</source>
        <translation>Escribir archi&amp;vo de calendario…</translation>
    </message>
    <message>
        <source>export</source>
        <translation>exportar</translation>
    </message>
    <message>
        <source>&amp;Read visits elsewhere…</source>
        <translation>&amp;Leer citas en otros lugares…</translation>
    </message>
    <message>
        <source>import</source>
        <translation>importar</translation>
    </message>
    <message>
        <source>&amp;Hold until…</source>
        <translation>&amp;Aplazar hasta…</translation>
    </message>
    <message>
        <source>F&amp;ilter…</source>
        <translation>F&amp;iltrar…</translation>
    </message>
    <message>
        <source>Show e&amp;verything</source>
        <translation>Mostrar &amp;todo</translation>
    </message>
    <message>
        <source>Columns before</source>
        <translation>Columnas anteriores</translation>
    </message>
    <message>
        <source>Columns after</source>
        <translation>Columnas siguientes</translation>
    </message>
    <message>
        <source>&amp;Months</source>
        <translation>&amp;Meses</translation>
    </message>
    <message>
        <source>Show cance&amp;lled visits</source>
        <translation>Mostrar citas cance&amp;ladas</translation>
    </message>
</context>
<context>
    <name>_Findings</name>
    <message>
        <source>What is hard to read</source>
        <translation>Lo que es difícil de leer</translation>
    </message>
</context>
<context>
    <name>_Page</name>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Página {page} de {pages}</translation>
    </message>
</context>
<context>
    <name>_Side</name>
    <message>
        <source>One shared plan for every patient: who does what next, and when.</source>
        <translation>Un plan compartido para cada paciente: quién hace qué después, y cuándo.</translation>
    </message>
</context>
<context>
    <name>_WorkFacts</name>
    <message>
        <source>Choose a row to see how to reach the patient.</source>
        <translation>Elija una fila para ver cómo contactar al paciente.</translation>
    </message>
    <message>
        <source>Due: {due}</source>
        <translation>Para: {due}</translation>
    </message>
    <message>
        <source>Owner: {owner}</source>
        <translation>Responsable: {owner}</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Contactar</translation>
    </message>
    <message>
        <source>No phone number on file.</source>
        <translation>No hay ningún teléfono registrado.</translation>
    </message>
    <message>
        <source>Best: {time}</source>
        <translation>Mejor: {time}</translation>
    </message>
    <message>
        <source>Last contacts</source>
        <translation>Últimos contactos</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Ninguno todavía.</translation>
    </message>
    <message>
        <source>Next appointment</source>
        <translation>Próxima cita</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Ninguna.</translation>
    </message>
</context>
</TS>
