import type { SaidSentences } from './en-said.ts'

export const esSaid: SaidSentences = {
  'heading.sense': 'Parecer de la sala',
  'caption.sense': 'Grupos con tres o más respuestas de ese tipo',
  'sense.askedPeople':
    'De las {from} a las {until}, la Presidencia preguntó al conjunto de participantes: «{text}». Una respuesta por persona.',
  'sense.askedDelegations':
    'De las {from} a las {until}, la Presidencia preguntó al conjunto de participantes: «{text}». Una respuesta por delegación.',
  'sense.also': 'La frase también se planteó así: «{text}».',
  'sense.answered': '{n, plural, one {Respondió #} many {Respondieron #} other {Respondieron #}} de {of}.',
  'sense.answeredFrom':
    '{n, plural, one {Respondió #} many {Respondieron #} other {Respondieron #}} de {of}, de {groups} de los {ofGroups} grupos.',
  'sense.answeredDelegations': '{n, plural, one {Respondió #} many {Respondieron #} other {Respondieron #}} de {of} delegaciones.',
  'sense.fewer': 'Respondió menos de la mitad.',
  'sense.published': 'La Presidencia publicó el resultado, que figura en el cuadro {n}.',
  'sense.discarded': 'La Presidencia planteó la frase y no publicó el resultado.',
  'sense.lost': 'El resultado se perdió antes de que se decidiera si se publicaba.',
  'sense.withdrawn': 'La Presidencia retiró la frase antes del cierre.',
  'sense.undecided': 'Aún no se ha decidido si se publica el resultado.',
  'sense.notVote': 'No se trató de una votación.',
  'sense.tooFew': 'No se muestra: muy pocas personas en cada grupo',
  'sense.inGroups': 'en {n} de {of} grupos',

  'heading.words': 'Lo que se dijo, según los subtítulos',
  'words.lead':
    'Los subtítulos se escriben mientras se habla, y nadie los ha comprobado. Se guardan junto al registro y no forman parte de él.',
  'words.cut': 'El final está en los archivos de subtítulos.',
  'log.captions': 'Subtítulos',
  'log.words':
    '{words, select, complete {Idiomas: {list}. Las palabras de cada intervención figuran en la adición.} cut {Idiomas: {list}. Las palabras de las intervenciones figuran en la adición; donde están cortadas, se indica.} other {Idiomas: {list}. Las palabras no figuran en la versión pública.}}',
}
