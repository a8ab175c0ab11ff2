/**
 * The areas of a page that show refusals. Every sender names its area, so a button without one does not compile. The area stays on the
 * device; the server never gets it.
 */
export const refusalAreas = [
  'captions',
  'controls', // floor, agenda, session and cues, under the next action
  'queue',
  'queue-add',
  'own-request',
  'own-turn',
  'ask',
  'own-questions',
  'question-list',
  'question-on-screen',
  'question-next',
  'question-review',
  'question-table',
  'question-bulk',
  'moderation-mode',
  'note-add',
  'note-edit',
  'note-sources',
  'note-remove',
  'statement',
  'announcement',
  'sense',
  'hand-chair',
  'confirm-person',
  'page', // refusals that no mounted area shows
  'background', // sent by the device itself: nobody pressed a button, so nobody needs the answer
] as const

export type RefusalArea = (typeof refusalAreas)[number]

/** Another version of the page may have stored an area that no longer exists. */
export const toRefusalArea = (stored: unknown): RefusalArea => refusalAreas.find((area) => area === stored) ?? 'page'

/** The areas whose presses belong to what the screen showed: they decide on the floor, the list and the question that is put. */
const ofMoment: ReadonlySet<RefusalArea> = new Set(['controls', 'queue', 'question-next', 'question-on-screen'])
export const isOfMoment = (area: RefusalArea): boolean => ofMoment.has(area)
