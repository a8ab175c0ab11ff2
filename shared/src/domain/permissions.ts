/** Who may ever do what: one table, complete or it does not compile. `decide` says whether it can be done now. */

import type { PersonId } from '../contract/ids.ts'
import type { Command, CommandType, State } from '../contract/registry.ts'
import type { Role } from '../contract/roles.ts'

/** yes: anyone of that role · own: only on what is theirs · no: never */
export type Grant = 'yes' | 'own' | 'no'
export type Seat = Role | 'system'

/** Chair and secretariat drive alike; the display may do nothing. */
const row = <const Staff extends Grant, const Panellist extends Grant, const Participant extends Grant, const System extends Grant>(
  staff: Staff,
  panellist: Panellist,
  participant: Participant,
  system: System,
): { chair: Staff; secretariat: Staff; panellist: Panellist; participant: Participant; display: 'no'; system: System } => ({
  chair: staff,
  secretariat: staff,
  panellist,
  participant,
  display: 'no',
  system,
})

const driving = row('yes', 'no', 'no', 'no')
const asking = row('no', 'no', 'yes', 'no')
/** What one does with one's own place; a panellist may be listed. */
const owning = row('yes', 'own', 'own', 'no')
const agreeing = row('no', 'no', 'own', 'no')
const receiving = row('no', 'own', 'own', 'no')

export const permissions = {
  'session.open': driving,
  'session.suspend': driving,
  'session.resume': driving,
  'session.close': driving,
  'agenda.go': driving,
  'agenda.adjust': driving,
  'people.revoke': driving,
  'queue.open': driving,
  'queue.close': row('yes', 'no', 'no', 'yes'), // system: the last call is over
  'queue.last-call': driving,
  'queue.join': asking,
  'queue.note': row('yes', 'no', 'own', 'no'),
  'queue.add': driving,
  'queue.ready': owning,
  'queue.hold': owning,
  'queue.return': owning,
  'queue.withdraw': receiving,
  'queue.remove': driving,
  'queue.order': driving,
  'queue.move': driving,
  'queue.unpin': driving,
  'queue.defer': agreeing,
  'queue.offer-swap': agreeing,
  'queue.take-swap': agreeing,
  'queue.refuse-swap': agreeing,
  'queue.swap': driving,
  'queue.merge': driving,
  'queue.separate': driving,
  'queue.advance-replies': driving,
  'floor.call': driving,
  'floor.last-word': driving,
  'floor.give': driving,
  'floor.start': driving,
  'floor.pause': driving,
  'floor.resume': driving,
  'floor.extend': driving,
  'floor.end': owning,
  'floor.absent': owning,
  'floor.recognize': driving,
  'floor.limit': driving,
  'questions.ask': asking,
  'questions.withdraw': row('no', 'no', 'own', 'no'),
  'questions.take-back': asking, // whoever holds the receipt
  'questions.approve': driving,
  'questions.approve-all': driving,
  'questions.decline': driving,
  'questions.hold': driving,
  'questions.reopen': driving,
  'questions.edit': driving,
  'questions.label': driving,
  'questions.merge': driving,
  'questions.unmerge': driving,
  'questions.support': asking,
  'questions.unsupport': asking,
  'questions.queue': driving,
  'questions.put': driving,
  'questions.show': driving,
  'questions.unshow': driving,
  'questions.settle': driving,
  'questions.to-floor': driving,
  'questions.moderate': driving,
  'cues.give': driving,
  'cues.deliver': receiving,
  'cues.see': receiving,
  'cues.announce': driving,
  'cues.take-down': driving,
  'cues.blank': driving,
  'cues.unblank': driving,
  'notes.add': driving,
  'notes.edit': driving,
  'notes.remove': driving,
  'statements.file': asking,
  'statements.withdraw': asking,
  'steps.undo': driving,
} satisfies Record<CommandType, Record<Seat, Grant>>

type Permissions = typeof permissions
type WithOwn = { [C in CommandType]: 'own' extends Permissions[C][Seat] ? C : never }[CommandType]
type Owner<C extends CommandType> = (state: State, data: Extract<Command, { type: C }>['data']) => PersonId | null | undefined

const ofEntry = (state: State, { entry }: { readonly entry: keyof State['queue']['entries'] }) => state.queue.entries[entry]?.speaker.person
const ofTurn = ({ floor }: State, { turn }: { readonly turn: string }) =>
  floor.current?.id === turn ? floor.current.entry?.speaker.person : undefined

/** The speaker to whom the last cue was given, also when their turn is over. */
const ofCue = ({ cues, floor }: State, { cue }: { readonly cue: string }) => {
  if (cues.last?.id !== cue) return undefined
  const { turn } = cues.last
  const open = [floor.current, floor.interrupted].find((one) => one !== null && one.id === turn)
  return open ? open.entry?.speaker.person : floor.past.findLast(({ id }) => id === turn)?.speaker?.person
}

/** Whose thing a command touches: a line for each command with an `own` above, and for no other. */
const owners: { readonly [C in WithOwn]: Owner<C> } = {
  'queue.note': ofEntry,
  'queue.ready': ofEntry,
  'queue.hold': ofEntry,
  'queue.return': ofEntry,
  'queue.withdraw': ofEntry,
  'queue.defer': ofEntry,
  'queue.offer-swap': ofEntry,
  'queue.take-swap': ofEntry,
  'queue.refuse-swap': ofEntry,
  'floor.end': ofTurn,
  'floor.absent': ofTurn,
  'cues.deliver': ofCue,
  'cues.see': ofCue,
  'questions.withdraw': (state, { question }) => state.questions.all.get(question)?.author?.person,
}

/** What a role may do at all; screens use it to leave out what cannot be pressed. */
export const grants = (seat: Seat, type: CommandType): Grant => permissions[type][seat]

export const allowed = (state: State, seat: Seat, person: PersonId | null, command: Command): boolean => {
  const grant = grants(seat, command.type)
  if (grant !== 'own') return grant === 'yes'
  const owner = owners[command.type as WithOwn] as Owner<CommandType>
  return person !== null && owner(state, command.data) === person
}
