/** Who may ever do what: one table, complete or it does not compile. `decide` says whether it can be done now. */
import type { Command, CommandType, State } from '../contract/registry.ts'
import type { Role } from '../contract/roles.ts'
import type { PersonId } from '../kernel/ids.ts'

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

export const permissions = {
  'session.open': driving,
  'session.close': driving,
  'agenda.go': driving,
  'people.revoke': driving,
  'queue.open': driving,
  'queue.close': row('yes', 'no', 'no', 'yes'), // system: the last call is over
  'queue.last-call': driving,
  'queue.join': asking,
  'queue.note': row('yes', 'no', 'own', 'no'),
  'queue.add': driving,
  'queue.ready': row('yes', 'no', 'own', 'no'),
  'queue.hold': row('yes', 'no', 'own', 'no'),
  'queue.return': row('yes', 'no', 'own', 'no'),
  'queue.withdraw': row('no', 'no', 'own', 'no'),
  'queue.remove': driving,
  'queue.order': driving,
  'floor.call': driving,
  'floor.start': driving,
  'floor.pause': driving,
  'floor.resume': driving,
  'floor.extend': driving,
  'floor.end': row('yes', 'no', 'own', 'no'),
  'floor.absent': row('yes', 'no', 'own', 'no'),
  'floor.recognize': driving,
  'floor.limit': driving,
  'questions.ask': asking,
  'questions.withdraw': row('no', 'no', 'own', 'no'),
  'questions.approve': driving,
  'questions.decline': driving,
  'questions.hold': driving,
  'questions.support': asking,
  'questions.unsupport': asking,
  'questions.queue': driving,
  'questions.show': driving,
  'questions.unshow': driving,
  'questions.settle': driving,
  'cues.give': driving,
} satisfies Record<CommandType, Record<Seat, Grant>>

type Permissions = typeof permissions
type WithOwn = { [C in CommandType]: 'own' extends Permissions[C][Seat] ? C : never }[CommandType]
type Owner<C extends CommandType> = (state: State, data: Extract<Command, { type: C }>['data']) => PersonId | null | undefined

const ofEntry = (state: State, { entry }: { readonly entry: keyof State['queue']['entries'] }) => state.queue.entries[entry]?.speaker.person
const ofTurn = ({ floor }: State, { turn }: { readonly turn: string }) =>
  floor.current?.id === turn ? floor.current.entry?.speaker.person : undefined

/** Whose thing a command touches: a line for each command with an `own` above, and for no other. */
const owners: { readonly [C in WithOwn]: Owner<C> } = {
  'queue.note': ofEntry,
  'queue.ready': ofEntry,
  'queue.hold': ofEntry,
  'queue.return': ofEntry,
  'queue.withdraw': ofEntry,
  'floor.end': ofTurn,
  'floor.absent': ofTurn,
  'questions.withdraw': (state, { question }) => state.questions.all.get(question)?.author,
}

/** What a role may do at all; screens use it to leave out what cannot be pressed. */
export const grants = (seat: Seat, type: CommandType): Grant => permissions[type][seat]

export const allowed = (state: State, seat: Seat, person: PersonId | null, command: Command): boolean => {
  const grant = grants(seat, command.type)
  if (grant !== 'own') return grant === 'yes'
  const owner = owners[command.type as WithOwn] as Owner<CommandType>
  return person !== null && owner(state, command.data) === person
}
