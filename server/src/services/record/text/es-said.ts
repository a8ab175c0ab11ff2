import type { SaidSentences } from './en-said.ts'

export const esSaid: SaidSentences = {
  'heading.sense': 'Parecer de la sala',
  'caption.sense': 'Grupos con tres o más respuestas de ese tipo',
  'sense.askedPeople':
    'De las {from} a las {until}, la Presidencia pidió el parecer de la sala sobre la siguiente formulación: «{text}». Una respuesta por persona.',
  'sense.askedDelegations':
    'De las {from} a las {until}, la Presidencia pidió el parecer de la sala sobre la siguiente formulación: «{text}». Una respuesta por delegación.',
  'sense.also': 'También se planteó con la siguiente redacción: «{text}».',
  'sense.answered': '{n, plural, one {Respondió #} many {Respondieron #} other {Respondieron #}} de {of}.',
  'sense.answeredFrom':
    '{n, plural, one {Respondió #} many {Respondieron #} other {Respondieron #}} de {of}, de {groups} de los {ofGroups} grupos.',
  'sense.answeredDelegations':
    '{n, plural, one {Respondió #} many {Respondieron #} other {Respondieron #}} de {of, plural, one {# delegación} many {# delegaciones} other {# delegaciones}}.',
  'sense.fewer': 'Respondió menos de la mitad.',
  'sense.published': 'La Presidencia publicó el resultado, que figura en el cuadro {n}.',
  'sense.discarded': 'La Presidencia no publicó el resultado.',
  'sense.lost': 'El resultado se perdió antes de que la Presidencia pudiera decidir si se publicaba.',
  'sense.withdrawn': 'La Presidencia retiró la formulación antes de que terminara el plazo para responder.',
  'sense.undecided': 'La Presidencia aún no ha decidido si se publica el resultado.',
  'sense.notVote': 'No se trató de una votación.',
  'sense.tooFew': 'No se muestra: muy pocas personas en cada grupo',
  'sense.inGroups': 'en {n} de {of, plural, one {# grupo} many {# grupos} other {# grupos}}',

  'heading.words': 'Texto de los subtítulos',
  'words.lead':
    'Los subtítulos se escriben mientras se habla y no se han comprobado. Se guardan aparte del registro y no forman parte de él.',
  'words.cut': 'El resto está en los archivos de subtítulos.',
  'log.captions': 'Subtítulos',
  'log.words':
    '{words, select, complete {Idiomas: {list}. El texto de cada intervención figura en la adición.} cut {Idiomas: {list}. El texto de las intervenciones figura en la adición, donde se indica si está cortado.} other {Idiomas: {list}. El texto no figura en la versión pública.}}',
}
