/** All reasons why the session rejects a command. Each has a sentence in every language. */
import { agendaRejections } from './agenda.ts'
import { captionRejections } from './captions.ts'
import { cueRejections } from './cues.ts'
import { floorRejections } from './floor.ts'
import { noteRejections } from './notes.ts'
import { peopleRejections } from './people.ts'
import { questionRejections } from './questions.ts'
import { queueRejections } from './queue.ts'
import { senseRejections } from './sense.ts'
import { sessionRejections } from './session.ts'
import { statementRejections } from './statements.ts'

/** Reasons that belong to no feature. */
const commonRejections = [
  'forbidden', // the role may not do this, or the object belongs to somebody else
  'conflict', // the sender expected something that no longer holds
  'text-empty',
  'text-too-long',
  'text-refused',
] as const

export const rejections = [
  ...commonRejections,
  ...sessionRejections,
  ...agendaRejections,
  ...peopleRejections,
  ...queueRejections,
  ...floorRejections,
  ...questionRejections,
  ...cueRejections,
  ...noteRejections,
  ...statementRejections,
  ...senseRejections,
  ...captionRejections,
] as const

export type Rejection = (typeof rejections)[number]
