import type { Sentences } from './en-sentences.ts'
import { esSaid } from './es-said.ts'

export const esSentences: Sentences = {
  'list.between': ', ',
  'list.last': ' y ',
  'list.itemEnd': ';',
  'list.itemLast': '.',
  'list.clauses': '; ',

  'cover.summary': 'Resumen preparado por la Secretaría',
  'cover.online': '{place} y en línea',
  'cover.day': '{day}, de las {from} a las {to} ({zone})',
  'cover.zone': 'hora de {place}',
  'cover.distribution': '{public, select, yes {Distr. general} other {Distr. reservada}}',
  'cover.original': 'Original: español',
  'cover.rehearsal': 'Ensayo con participantes simulados',
  'cover.soFar': 'La sesión no se ha levantado. La presente acta llega hasta las {time}.',
  'cover.responsibility':
    'El presente resumen se preparó bajo la responsabilidad de la Secretaría y no ha sido aprobado por quienes participaron en la sesión. Las cifras proceden del acta de la sesión ({annex}). Los puntos son las notas de la Relatoría, no las palabras de quienes intervinieron.',

  'heading.summary': 'Resumen',
  'heading.contents': 'Índice',
  'heading.introduction': 'Introducción',
  'heading.said': 'Resumen de los debates',
  'heading.points': 'Puntos por asunto y grupo',
  'heading.topic': 'Asunto {k}. {title}',
  'heading.outside': 'Fuera del orden del día',
  'heading.participation': 'Participación',
  'heading.order': 'Cómo se ordenó la lista de oradores',
  'heading.notReached': 'Solicitudes no atendidas y declaraciones escritas',
  'heading.questions': 'Preguntas',
  'heading.next': 'Próximos pasos',
  'heading.interventions': 'Intervenciones',
  'heading.record': 'Acta de la sesión',
  'heading.statements': 'Declaraciones escritas',
  'heading.chapter': '{number}. {title}',
  'heading.labelled': '{label}: {title}',
  'heading.annex': 'Anexo {number}',
  'ref.annex': 'anexo {number}',
  'heading.addendum': 'Adición',

  'ref.table': 'cuadro {n}',
  'ref.both': 'gráfico {figure} y cuadro {table}',
  'label.table': 'Cuadro {n}',
  'label.figure': 'Gráfico {n}',
  'label.topic': 'Asunto {k}',
  'label.guidingQuestion': 'Pregunta orientativa',
  'label.toWrite': 'Por completar',

  'sum.times':
    'La sesión se abrió a las {opened} y se levantó a las {closed}{planned, select, none {} other { (horario previsto: {planned})}}.',
  'sum.span': 'de las {from} a las {to}',
  'sum.running': 'La sesión se abrió a las {opened} y no se ha levantado.',
  'sum.notOpened': 'La sesión no se ha abierto. Está previsto que comience a las {from} y termine a las {to}.',
  'sum.registered':
    'Había {n, plural, one {# persona inscrita} many {# personas inscritas} other {# personas inscritas}}{split, select, yes {, {room} en modalidad presencial y {remote} a distancia} other {}}, {groups}.',
  'sum.present':
    'De {n, plural, one {# persona inscrita} many {# personas inscritas} other {# personas inscritas}}, {p, plural, =0 {no participó ninguna} one {participó #} many {participaron #} other {participaron #}}{split, select, yes {: {room} en la sala y {remote} a distancia} other {}}{p, plural, =0 {} one {, {groups}} many {, {groups}} other {, {groups}}}.',
  'sum.registeredGuarded': 'El número de personas inscritas figura en el cuadro {table}.',
  'sum.fromAll':
    '{n, plural, one {del único grupo de partes interesadas} =2 {de ambos grupos de partes interesadas} many {de los # grupos de partes interesadas} other {de los # grupos de partes interesadas}}',
  'sum.fromSome':
    '{n, plural, one {de {some} de # grupo de partes interesadas} many {de {some} de los # grupos de partes interesadas} other {de {some} de los # grupos de partes interesadas}}',
  'sum.requests':
    '{n, plural, one {Se presentó # solicitud de palabra} many {Se presentaron # solicitudes de palabra} other {Se presentaron # solicitudes de palabra}}: {parts}.',
  'sum.noRequests': 'No se presentó ninguna solicitud de palabra.',
  'part.heard': '{n, plural, one {# fue atendida} many {# fueron atendidas} other {# fueron atendidas}}',
  'part.joint':
    '{n, plural, one {# se atendió en una declaración conjunta} many {# se atendieron en declaraciones conjuntas} other {# se atendieron en declaraciones conjuntas}}',
  'part.withdrawn': '{n, plural, one {# se retiró} many {# se retiraron} other {# se retiraron}}',
  'part.removed': '{n, plural, one {# se quitó de la lista} many {# se quitaron de la lista} other {# se quitaron de la lista}}',
  'part.absent':
    '{n, plural, one {# quedó sin efecto porque la persona estaba ausente cuando se le dio la palabra} many {# quedaron sin efecto porque las personas estaban ausentes cuando se les dio la palabra} other {# quedaron sin efecto porque las personas estaban ausentes cuando se les dio la palabra}}',
  'part.notReached': '{n, plural, one {# no fue atendida} many {# no fueron atendidas} other {# no fueron atendidas}}',
  'part.others': '{n, plural, one {# tuvo otro resultado} many {# tuvieron otro resultado} other {# tuvieron otro resultado}}',
  'part.speaking': '{n, plural, one {# está en curso} many {# están en curso} other {# están en curso}}',
  'part.waiting': '{n, plural, one {# está en espera} many {# están en espera} other {# están en espera}}',
  'sum.invited':
    '{c, plural, one {Se invitó a presentar una declaración escrita a quien no pudo intervenir} many {Se invitó a presentar declaraciones escritas a quienes no pudieron intervenir} other {Se invitó a presentar declaraciones escritas a quienes no pudieron intervenir}}{n, plural, =0 {} one {; # persona lo hizo} many {; # personas lo hicieron} other {; # personas lo hicieron}}.',
  'sum.time': 'Las intervenciones duraron en total {n, plural, one {# minuto} many {# minutos} other {# minutos}}.',
  'sum.waits':
    'La mitad de quienes intervinieron esperó menos de {median, plural, one {# minuto} many {# minutos} other {# minutos}}; la espera más larga fue de {longest, plural, one {# minuto} many {# minutos} other {# minutos}}.',
  'sum.questions':
    '{n, plural, one {Se envió # pregunta{parts, select, none {} other {; {parts}}}} many {Se enviaron # preguntas{parts, select, none {} other {, de las cuales {parts}}}} other {Se enviaron # preguntas{parts, select, none {} other {, de las cuales {parts}}}}}.',
  'sum.points':
    'En relación con {topic}, {n, plural, one {se anotó # punto} many {se anotaron # puntos} other {se anotaron # puntos}}{some, plural, =0 {} one {, de # de {all, plural, one {# grupo} many {los # grupos} other {los # grupos}}} many {, de # de {all, plural, one {# grupo} many {los # grupos} other {los # grupos}}} other {, de # de {all, plural, one {# grupo} many {los # grupos} other {los # grupos}}}}{tags, select, none {} other { ({tags})}}.',
  'sum.topic': 'el asunto {k}, {title}',
  'sum.most': 'El punto que planteó el mayor número de participantes fue: {note} (intervenciones {numbers}).',
  'write.symbol': 'la signatura del documento.',
  'write.topic': 'lo esencial del debate sobre {topic}, en dos o tres frases. Los puntos figuran en el {table}.',
  'write.topicMost':
    'lo esencial del debate sobre {topic}. La frase anterior es la nota de la Relatoría; exprésese en el estilo del informe.',
  'write.common': 'lo que estos puntos tienen en común y en qué difieren.',
  'write.conduct': 'lo que la Relatoría desee añadir sobre el desarrollo de la sesión.',
  'write.next':
    'cómo se utilizará el resumen, fechas y una dirección para las observaciones. Si no se escribe nada aquí, se suprime este título.',

  'tag.success': '{n, plural, one {# éxito} many {# éxitos} other {# éxitos}}',
  'tag.failure': '{n, plural, one {# fracaso} many {# fracasos} other {# fracasos}}',
  'tag.expectation': '{n, plural, one {# expectativa} many {# expectativas} other {# expectativas}}',
  'tag.other': '{n, plural, one {# punto} many {# puntos} other {# puntos}} con la etiqueta «{tag}»',
  'tag.none': '{n, plural, one {# punto sin etiqueta} many {# puntos sin etiqueta} other {# puntos sin etiqueta}}',

  'intro.form':
    'La sesión se celebró {form, select, hybrid {en formato híbrido} room {de forma presencial} other {a distancia}}. Constó de {parts}.{form, select, hybrid { Una sola lista de oradores sirvió para la sala y para quienes participaban a distancia.} other {}}',
  'intro.presided': 'Presidencia de la sesión: {spans}.',
  'intro.presidedSpan':
    '{office} ({until, select, end {desde las {from} hasta el final} now {desde las {from}} other {de las {from} a las {until}}})',
  'intro.nobody': 'nadie',
  'office.numbered': '{office} {n}',
  'intro.opening': 'una apertura',
  'intro.topics':
    '{n, plural, one {un asunto} many {# asuntos} other {# asuntos}}{questions, select, each { ({n, plural, one {con una pregunta orientativa} many {cada uno con una pregunta orientativa} other {cada uno con una pregunta orientativa}})} other {}}',
  'intro.panels': '{n, plural, one {una mesa redonda} many {# mesas redondas} other {# mesas redondas}}',
  'intro.floors': '{n, plural, one {un debate abierto} many {# debates abiertos} other {# debates abiertos}}',
  'intro.closing': 'una clausura',
  'intro.registered':
    'En el cuadro {table} se indican las personas inscritas{present, select, yes { y las que participaron} other {}}, por grupo. Por separado se distribuye una lista de las personas que aceptaron figurar con su nombre.',

  'said.intro':
    'La Relatoría anotó {n, plural, one {# punto. En el cuadro {table} figura por asunto y grupo, con su etiqueta, si la tiene} many {# puntos. En el cuadro {table} figuran por asunto y grupo, cada uno con su etiqueta, si la tiene} other {# puntos. En el cuadro {table} figuran por asunto y grupo, cada uno con su etiqueta, si la tiene}}. Las cifras entre paréntesis son los números de las intervenciones en que se planteó el punto (anexo I); una Q precede al número de una pregunta.',
  'said.interventions':
    'En relación con este asunto {n, plural, one {se hizo # intervención} many {se hicieron # intervenciones} other {se hicieron # intervenciones}}{split, select, yes {, {room} en la sala y {remote} a distancia} room { en la sala} remote { a distancia} other {}}, con participación de {groups} ({table}).',
  'said.took':
    '{n, plural, one {La intervención duró} many {Las intervenciones duraron} other {Las intervenciones duraron}} {minutes, plural, one {# minuto} many {# minutos} other {# minutos}}.',
  'said.noInterventions': 'En relación con este asunto no se hizo ninguna intervención.',
  'said.began':
    'El examen del asunto comenzó a las {time}{when, select, late {, {by, plural, one {# minuto} many {# minutos} other {# minutos}} más tarde de lo previsto} early {, {by, plural, one {# minuto} many {# minutos} other {# minutos}} antes de lo previsto} other {}}{lasted, plural, =-1 {} one {{when, select, planned {} other {,}} y duró # minuto (previsto: {planned})} many {{when, select, planned {} other {,}} y duró # minutos (previsto: {planned})} other {{when, select, planned {} other {,}} y duró # minutos (previsto: {planned})}}.',
  'said.notHeld': 'Este asunto no se trató.',
  'said.noted':
    'La Relatoría anotó {tags}, cada punto de una sola persona salvo indicación en contrario (las cifras son los números de las intervenciones):',
  'said.point': '{tag}: {note} ({source})',
  'said.pointUntagged': '{note} ({source})',
  'said.many': '{n, plural, one {una persona} many {# personas} other {# personas}}',
  'cell.general': 'El asunto en su conjunto',
  'said.hidden': 'Los puntos que anotó la Relatoría y el cuadro {table} no figuran en la versión pública.',
  'said.general': 'el asunto en su conjunto',
  'said.questions':
    'En relación con este asunto {n, plural, one {se recibió # pregunta} many {se recibieron # preguntas} other {se recibieron # preguntas}}: {parts}.{table, select, none {} other { Las preguntas respondidas y las que se responderán figuran en el {table}.}}',
  'group.heard': '{heard} de {asked} atendidas',
  'group.none': 'participantes sin grupo',
  'group.all': '{n, plural, one {un solo grupo, el único} =2 {ambos grupos} many {los # grupos} other {los # grupos}}',
  'cell.noIntervention': 'Ninguna intervención',
  'cell.noPoint': 'Ningún punto anotado',
  'cell.notGiven': 'No se indica',
  'note.notGiven': 'No se indica: menos de 3, y cifras a partir de las cuales se podría deducir ese número.',
  'cell.fewer': 'Menos de 3',
  breadth: '{n} de {all, plural, one {# grupo} many {# grupos} other {# grupos}}',

  'question.live':
    '{n, plural, one {# se respondió en la sesión} many {# se respondieron en la sesión} other {# se respondieron en la sesión}}',
  'question.in-writing':
    '{n, plural, one {# se responderá por escrito} many {# se responderán por escrito} other {# se responderán por escrito}}',
  'question.taken-on-notice':
    '{n, plural, one {# se responderá más tarde} many {# se responderán más tarde} other {# se responderán más tarde}}',
  'question.notReached': '{n, plural, one {# no fue atendida} many {# no fueron atendidas} other {# no fueron atendidas}}',
  'question.merged': '{n, plural, one {# se agrupó con otra} many {# se agruparon con otras} other {# se agruparon con otras}}',
  'question.movedToQueue':
    '{n, plural, one {# pasó a la lista de oradores} many {# pasaron a la lista de oradores} other {# pasaron a la lista de oradores}}',
  'question.declined':
    '{n, plural, one {# se desestimó ({reasons})} many {# se desestimaron ({reasons})} other {# se desestimaron ({reasons})}}',
  'question.withdrawn':
    '{n, plural, one {# fue retirada por quien la formuló} many {# fueron retiradas por quienes las formularon} other {# fueron retiradas por quienes las formularon}}',
  'question.published': '{n, plural, one {# sigue abierta} many {# siguen abiertas} other {# siguen abiertas}}',
  'question.pending':
    '{n, plural, one {# no se había revisado aún} many {# no se habían revisado aún} other {# no se habían revisado aún}}',
  'question.reason': '{reason}: {n}',
  'because.off-topic': 'ajena al asunto',
  'because.duplicate': 'ya formulada',
  'because.not-a-question': 'no es una pregunta',
  'because.conduct': 'contraria a las normas de conducta',
  'because.time': 'falta de tiempo',
  'question.all':
    'De {n, plural, one {# pregunta recibida} many {# preguntas recibidas} other {# preguntas recibidas}}, {parts}. {n, plural, one {Figura en el archivo de datos con el mismo número.} many {Todas figuran en el archivo de datos con los mismos números.} other {Todas figuran en el archivo de datos con los mismos números.}}',
  'question.answeredLive': '{who}, {time}',
  'question.inSession': 'En la sesión',
  'question.inWriting': 'Por escrito',

  'share.two':
    'Los dos grupos con más solicitudes: {first}, {n, plural, one {# solicitud} many {# solicitudes} other {# solicitudes}}; {second}, {n, plural, one {# solicitud} many {# solicitudes} other {# solicitudes}}; en total, {both} de {all}.',
  'share.within':
    'En ningún grupo la proporción del tiempo de palabra difirió de la proporción de las solicitudes en más de {n, plural, one {# punto porcentual} many {# puntos porcentuales} other {# puntos porcentuales}} ({refs}).',
  'share.refs': 'Las proporciones de las solicitudes y del tiempo de palabra se indican a continuación ({refs}).',
  'share.channels': 'En la sala se habló durante el {room} por ciento del tiempo; a distancia, durante el {remote} por ciento.',
  'time.session':
    'La sesión comenzó {began, select, late {con {late, plural, one {# minuto} many {# minutos} other {# minutos}} de retraso} early {con {late, plural, one {# minuto} many {# minutos} other {# minutos}} de adelanto} other {a la hora prevista}} y terminó {ended, select, late {con {over, plural, one {# minuto} many {# minutos} other {# minutos}} de retraso} early {con {over, plural, one {# minuto} many {# minutos} other {# minutos}} de adelanto} other {a la hora prevista}} ({refs}).',
  'time.refs': 'El uso del tiempo se indica a continuación ({refs}).',
  'time.began':
    'La sesión comenzó {began, select, late {con {late, plural, one {# minuto} many {# minutos} other {# minutos}} de retraso} early {con {late, plural, one {# minuto} many {# minutos} other {# minutos}} de adelanto} other {a la hora prevista}} ({refs}).',

  'order.oneList': 'Las solicitudes de la sala y las de participantes a distancia figuraban en una sola lista.',
  'order.span': '{until, select, end {Desde las {from} hasta el final,} other {De las {from} a las {until},}} {rule}',
  'order.received': 'la lista siguió el orden de las solicitudes.',
  'order.balanced':
    'la regla fue «equilibrado»: primero, participantes cuya organización aún no había intervenido sobre el asunto; entre estas personas, el grupo que menos había intervenido; después, la modalidad distinta de la de la última intervención; por último, la hora de la solicitud.',
  'order.alternate':
    'la regla fue «en la sala y a distancia, por turnos»: primero, la modalidad más rezagada respecto de su proporción de las solicitudes; después, la hora de la solicitud.',
  'order.rotate': 'la regla fue «grupos por turnos»: primero, el grupo que menos había intervenido; después, la hora de la solicitud.',
  'order.suggested': 'La regla se presentó a la Presidencia como sugerencia; la lista misma siguió el orden de las solicitudes.',
  'order.limit':
    'Ninguna solicitud podía postergarse{n, plural, =0 {} one { más de # vez} many { más de # veces} other { más de # veces}}, y los dos primeros lugares solo cambiaban por decisión de la Presidencia o por una cuestión de orden.',
  'order.overtaken': 'En la práctica, ninguna solicitud se postergó más de {n, plural, one {# vez} many {# veces} other {# veces}}.',
  'order.neverOvertaken': 'En la práctica, ninguna solicitud se postergó.',
  'order.moved':
    '{n, plural, one {La Presidencia o la Secretaría cambió de lugar una solicitud.} many {En # ocasiones, la Presidencia o la Secretaría cambió de lugar una solicitud.} other {En # ocasiones, la Presidencia o la Secretaría cambió de lugar una solicitud.}}',
  'order.limitStart': 'El límite inicial fue de {limit}.',
  'order.limitSet': 'A las {time} el límite se fijó en {limit} para todas las intervenciones siguientes.',
  'order.points':
    '{n, plural, one {Se planteó una cuestión de orden; el tiempo que ocupó no se imputó a nadie.} many {Se plantearon # cuestiones de orden; el tiempo que ocuparon no se imputó a nadie.} other {Se plantearon # cuestiones de orden; el tiempo que ocuparon no se imputó a nadie.}}',
  'order.table': 'En el cuadro {n} figuran todas las decisiones.',
  length:
    '{seconds, plural, =0 {{minutes, plural, one {# minuto} many {# minutos} other {# minutos}}} one {{clock} minutos} many {{clock} minutos} other {{clock} minutos}}',

  'left.intro':
    'Al levantarse la sesión, {n, plural, one {# solicitud no había sido atendida} many {# solicitudes no habían sido atendidas} other {# solicitudes no habían sido atendidas}} ({table}).',
  'left.soFar':
    'Hasta el momento, {n, plural, one {# solicitud no ha sido atendida} many {# solicitudes no han sido atendidas} other {# solicitudes no han sido atendidas}} ({table}).',
  'left.invited':
    '{n, plural, one {A las {time} se invitó a quien la había hecho} many {A las {time} se invitó a quienes las habían hecho} other {A las {time} se invitó a quienes las habían hecho}} a presentar una declaración escrita de {words} palabras como máximo.',
  'left.received':
    '{n, plural, one {La declaración recibida es {list}. Se distribuye tal como se presentó, en una adición.} many {Las declaraciones recibidas son {list}. Se distribuyen tal como se presentaron, en una adición.} other {Las declaraciones recibidas son {list}. Se distribuyen tal como se presentaron, en una adición.}}',
  'left.none': 'No se recibió ninguna declaración.',
  'left.statement': '{number} ({words, plural, one {# palabra} many {# palabras} other {# palabras}})',
  'left.words': '{words, plural, one {# palabra} many {# palabras} other {# palabras}}',
  'left.numbers':
    'La numeración continúa la de las intervenciones: {parts}; en total, {n, plural, one {# solicitud} many {# solicitudes} other {# solicitudes}}.',
  'left.more':
    'Entre las intervenciones hay además {n, plural, one {una que no figura} many {# que no figuran} other {# que no figuran}} en este recuento, por estar en el programa o haberse hecho por invitación de la Presidencia o en ejercicio del derecho a contestar.',
  'left.dash': 'La raya (—) significa que no se indicó el objeto.',
  'left.span': '{what} ({from}{one, select, yes {} other { a {to}}})',
  'left.receivedAs': 'Recibida ({number})',

  'annex.lead':
    'En el orden en que se hicieron. «Espera» es el tiempo transcurrido desde la solicitud hasta el comienzo; «exceso», el tiempo utilizado más allá del límite. Tiempos en minutos y segundos.',
  'annex.total': 'Total, {n, plural, one {# intervención} many {# intervenciones} other {# intervenciones}}',
  'annex.notListed': 'No figuran aquí: {parts}.',
  'annex.answers':
    '{n, plural, one {# respuesta (con su pregunta)} many {# respuestas (con sus preguntas)} other {# respuestas (con sus preguntas)}}',
  'annex.pointsOfOrder': '{n, plural, one {# cuestión de orden} many {# cuestiones de orden} other {# cuestiones de orden}} (capítulo IV)',
  'annex.notReached': '{n, plural, one {# solicitud no atendida} many {# solicitudes no atendidas} other {# solicitudes no atendidas}}',
  'annex.others': '{n, plural, one {# solicitud más} many {# solicitudes más} other {# solicitudes más}}',

  'log.session': 'Sesión',
  'log.made': 'Fuente',
  'log.head': 'Huella final del registro',
  'log.profile': 'Almacenamiento',
  'log.lost': 'Perdido',
  'log.lostEntries':
    'Las anotaciones {from} a {until} de un registro anterior, que se habían confirmado, se perdieron al fallar su almacenamiento. La pérdida se constató a las {time}. No se reflejan en la presente acta.',
  'log.version': 'Versión',
  'log.byHand': 'Textos añadidos a mano',
  'log.verify': 'Verificación',
  'log.template': 'Plantilla',
  'log.entries':
    '{n, plural, one {{count} anotación} many {{count} anotaciones} other {{count} anotaciones}} del registro, hasta las {time} ({zone})',
  'log.edition':
    '{public, select, yes {Versión pública} other {Versión íntegra}}, en español. {rehearsal, select, yes {Es un ensayo} other {No es un ensayo}}. Si el archivo de datos y el presente documento se preparan de nuevo a partir del mismo registro, serán idénticos byte por byte, salvo que se hayan modificado.',
  'log.hand':
    '{public, select, yes {Ninguno.} other {Los que llevan la indicación «Por completar». Nada más se añadió a mano en este documento después de la sesión.}}',

  'decision.opened': 'Sesión abierta; regla «{rule}»; límite de {limit}',
  'decision.closed':
    'Sesión levantada{n, plural, =0 {} one {; # solicitud no atendida} many {; # solicitudes no atendidas} other {; # solicitudes no atendidas}}',
  'decision.moved': 'La solicitud de {who} (intervención {number}) pasó del lugar {from} al lugar {to}',
  'decision.point': 'Cuestión de orden de {who}; {time}',

  'caption.registered': 'Inscripciones, por grupo',
  'caption.present': 'Inscripciones y participación, por grupo',
  'caption.matrix': 'Puntos por asunto y grupo',
  'caption.interventions': 'Intervenciones sobre {topic}, en el orden en que se hicieron',
  'caption.questions': 'Preguntas sobre {topic}, por número de apoyos',
  'caption.participation': 'Solicitudes, intervenciones y tiempo, por grupo y modalidad',
  'caption.languages': 'Intervenciones y tiempo, por idioma',
  'caption.agenda': 'Orden del día, previsto y real',
  'caption.decisions': 'Decisiones sobre la lista y el tiempo',
  'caption.notReached': 'Solicitudes no atendidas',
  'caption.shares': 'Proporción de las solicitudes y del tiempo de palabra, por grupo',
  'caption.perCent': 'porcentaje',
  'caption.timeline': 'Intervenciones y orden del día en el tiempo',
  'legend.requests': 'Proporción de {n, plural, one {# solicitud} many {# solicitudes} other {# solicitudes}}',
  'legend.time': 'Proporción del tiempo de palabra ({n, plural, one {# minuto} many {# minutos} other {# minutos}})',
  'legend.room': 'Hechas en la sala',
  'legend.remote': 'Hechas a distancia. Cada barra es una fila del anexo I',
  'alt.shares':
    'Dos barras por grupo, proporción de las solicitudes y proporción del tiempo de palabra, en porcentaje. {values}. {finding} Cifras en el cuadro {table}.',
  'alt.within':
    'Ningún grupo difiere en más de {n, plural, one {# punto porcentual} many {# puntos porcentuales} other {# puntos porcentuales}}.',
  'alt.timeline':
    'Una fila por grupo, con una barra por intervención: {room} en la sala, rellenas, y {remote} a distancia, vacías. Debajo, el orden del día previsto y real. Cifras en el anexo I y en el cuadro {table}.',
  'alt.values': '{group}: {requests} y {time}',
  ...esSaid,
}
