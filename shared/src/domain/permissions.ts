/** Who may do what, in one table. A table that misses a command or a role does not compile. The deciders check what is possible now. */

import type { PersonId } from '../contract/ids.ts'
import type { Command, CommandType, State } from '../contract/registry.ts'
import type { Role } from '../contract/roles.ts'

/** `yes`: everybody with the role. `own`: only on one's own things. `no`: never. */
export type Grant = 'yes' | 'own' | 'no'
export type ActorRole = Role | 'system'

/** Chair and secretariat have the same permissions; the display has none. */
const makeRow = <const Staff extends Grant, const Panellist extends Grant, const Participant extends Grant, const System extends Grant>(
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

const staff = makeRow('yes', 'no', 'no', 'no')
const participants = makeRow('no', 'no', 'yes', 'no')
/** For actions on one's own entry. A panellist can have one through the programme. */
const staffOrOwner = makeRow('yes', 'own', 'own', 'no')
const ownerParticipant = makeRow('no', 'no', 'own', 'no')
const owner = makeRow('no', 'own', 'own', 'no')

export const permissions = {
  'session.open': staff,
  'session.suspend': staff,
  'session.resume': staff,
  'session.close': staff,
  'agenda.go': staff,
  'agenda.adjust': staff,
  'people.revoke': staff,
  'queue.open': staff,
  'queue.close': makeRow('yes', 'no', 'no', 'yes'), // system: the last call is over
  'queue.last-call': staff,
  'queue.join': participants,
  'queue.set-topic': makeRow('yes', 'no', 'own', 'no'),
  'queue.add': staff,
  'queue.ready': staffOrOwner,
  'queue.hold': staffOrOwner,
  'queue.return': staffOrOwner,
  'queue.withdraw': owner,
  'queue.remove': staff,
  'queue.set-order': staff,
  'queue.move': staff,
  'queue.unpin': staff,
  'queue.defer': ownerParticipant,
  'queue.offer-swap': ownerParticipant,
  'queue.accept-swap': ownerParticipant,
  'queue.refuse-swap': ownerParticipant,
  'queue.swap': staff,
  'queue.merge': staff,
  'queue.separate': staff,
  'queue.advance-replies': staff,
  'floor.call': staff,
  'floor.call-last': staff,
  'floor.give': staff,
  'floor.start': staff,
  'floor.pause': staff,
  'floor.resume': staff,
  'floor.extend': staff,
  'floor.end': staffOrOwner,
  'floor.mark-absent': staff, // absence is the Chair's word
  'floor.decline': owner,
  'floor.recognize': staff,
  'floor.intend': staff,
  'floor.set-limit': staff,
  'questions.ask': participants,
  'questions.withdraw': makeRow('no', 'no', 'own', 'no'),
  'questions.withdraw-with-receipt': participants, // the holder of the receipt
  'questions.approve': staff,
  'questions.approve-all': staff,
  'questions.decline': staff,
  'questions.hold': staff,
  'questions.reopen': staff,
  'questions.edit': staff,
  'questions.label': staff,
  'questions.merge': staff,
  'questions.unmerge': staff,
  'questions.support': participants,
  'questions.unsupport': participants,
  'questions.set-next': staff,
  'questions.assign': staff,
  'questions.show': staff,
  'questions.unshow': staff,
  'questions.mark-answered': staff,
  'questions.move-to-queue': staff,
  'questions.set-moderation': staff,
  'cues.give': staff,
  'cues.deliver': owner,
  'cues.see': owner,
  'cues.announce': staff,
  'cues.take-down': staff,
  'cues.blank': staff,
  'cues.unblank': staff,
  'notes.add': staff,
  'notes.edit': staff,
  'notes.remove': staff,
  'statements.submit': participants,
  'statements.withdraw': participants,
  'steps.undo': staff,
} satisfies Record<CommandType, Record<ActorRole, Grant>>

type Permissions = typeof permissions
type OwnCommandType = { [C in CommandType]: 'own' extends Permissions[C][ActorRole] ? C : never }[CommandType]
type FindOwner<C extends CommandType> = (state: State, data: Extract<Command, { type: C }>['data']) => PersonId | null | undefined

const findEntryOwner = (state: State, { entry }: { readonly entry: keyof State['queue']['entries'] }) =>
  state.queue.entries[entry]?.speaker.person
const findTurnOwner = ({ floor }: State, { turn }: { readonly turn: string }) =>
  floor.current?.id === turn ? floor.current.entry?.speaker.person : undefined

/** The speaker to whom the last cue was given, even when the turn is over. */
const findCueOwner = ({ cues, floor }: State, { cue }: { readonly cue: string }) => {
  if (cues.last?.id !== cue) return undefined
  const { turn } = cues.last
  const open = [floor.current, floor.interrupted].find((one) => one !== null && one.id === turn)
  return open ? open.entry?.speaker.person : floor.past.findLast(({ id }) => id === turn)?.speaker?.person
}

/** Finds the owner of what a command acts on. One function for each command with an `own` above, and for no other. */
const owners: { readonly [C in OwnCommandType]: FindOwner<C> } = {
  'queue.set-topic': findEntryOwner,
  'queue.ready': findEntryOwner,
  'queue.hold': findEntryOwner,
  'queue.return': findEntryOwner,
  'queue.withdraw': findEntryOwner,
  'queue.defer': findEntryOwner,
  'queue.offer-swap': findEntryOwner,
  'queue.accept-swap': findEntryOwner,
  'queue.refuse-swap': findEntryOwner,
  'floor.end': findTurnOwner,
  'floor.decline': findTurnOwner,
  'cues.deliver': findCueOwner,
  'cues.see': findCueOwner,
  'questions.withdraw': (state, { question }) => state.questions.all.get(question)?.author?.person,
}

/** What a role may do at all. Screens use it to omit actions that the server would refuse. */
export const getGrant = (role: ActorRole, type: CommandType): Grant => permissions[type][role]

export const isAllowed = (state: State, role: ActorRole, person: PersonId | null, command: Command): boolean => {
  const grant = getGrant(role, command.type)
  if (grant !== 'own') return grant === 'yes'
  const findOwner = owners[command.type as OwnCommandType] as FindOwner<CommandType>
  return person !== null && findOwner(state, command.data) === person
}
