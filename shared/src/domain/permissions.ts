/**
 * Permissions of all roles, in one table. A table without a command or a role does not compile. The deciders check what is possible now.
 */

import type { EntryId, PersonId } from '../contract/ids.ts'
import type { Duty } from '../contract/offices.ts'
import type { Person } from '../contract/people.ts'
import type { Command, CommandType, State } from '../contract/registry.ts'
import type { Role, SpeakingRole } from '../contract/roles.ts'

/** `yes`: everybody with the role. `own`: only for one's own things. `no`: never. */
export type Grant = 'yes' | 'own' | 'no'
export type ActorRole = Role | 'system'

type Row = Readonly<Record<ActorRole, Grant>> & { readonly duty: Duty | null }

/** A role may do nothing unless the row of a command names it. */
const nobody = {
  duty: null,
  chair: 'no',
  secretariat: 'no',
  panellist: 'no',
  interpreter: 'no',
  participant: 'no',
  display: 'no',
  system: 'no',
} as const satisfies Row

/** Chair and secretariat have the same permissions, if their office has the duty. */
const allowStaff = <const D extends Duty>(duty: D) => ({ ...nobody, duty, chair: 'yes', secretariat: 'yes' }) as const

const floorStaff = allowStaff('floor')
const questionStaff = allowStaff('questions')
const noteStaff = allowStaff('notes')
const peopleStaff = allowStaff('people')
const participants = { ...nobody, participant: 'yes' } as const
/** Only the Chair decides on the result of a prompt. */
const chairOnly = { ...floorStaff, secretariat: 'no' } as const
/** Everybody who may speak can have an entry: by a request, through the programme, or from the Chair. */
const ownEntry = { panellist: 'own', participant: 'own' } as const satisfies Readonly<Record<SpeakingRole, Grant>>
const owner = { ...nobody, ...ownEntry } as const
const floorStaffOrOwner = { ...floorStaff, ...ownEntry } as const
const ownerParticipant = { ...nobody, participant: 'own' } as const

export const permissions = {
  'session.open': floorStaff,
  'session.suspend': floorStaff,
  'session.resume': floorStaff,
  'session.close': floorStaff,
  'agenda.go': floorStaff,
  'agenda.adjust': floorStaff,
  'people.confirm': peopleStaff,
  'people.revoke': { ...peopleStaff, system: 'yes' }, // system: the organizer
  'people.hand-chair': floorStaff,
  'queue.open': floorStaff,
  'queue.close': { ...floorStaff, system: 'yes' }, // system: when the last call is over
  'queue.last-call': floorStaff,
  'queue.join': participants,
  'queue.set-topic': { ...floorStaff, participant: 'own' },
  'queue.set-language': floorStaffOrOwner, // owner: until the call
  'queue.add': floorStaff,
  'queue.ready': floorStaffOrOwner,
  'queue.hold': floorStaffOrOwner,
  'queue.return': floorStaffOrOwner,
  'queue.keep-place': owner,
  'queue.withdraw': owner,
  'queue.remove': floorStaff,
  'queue.set-order': floorStaff,
  'queue.move': floorStaff,
  'queue.unpin': floorStaff,
  'queue.defer': ownerParticipant,
  'queue.offer-swap': ownerParticipant,
  'queue.accept-swap': ownerParticipant,
  'queue.refuse-swap': ownerParticipant,
  'queue.swap': floorStaff,
  'queue.merge': floorStaff,
  'queue.separate': floorStaff,
  'queue.advance-replies': floorStaff,
  'floor.call': floorStaff,
  'floor.call-last': floorStaff,
  'floor.give': floorStaff,
  'floor.start': floorStaff,
  'floor.pause': floorStaff,
  'floor.resume': floorStaff,
  'floor.extend': floorStaff,
  'floor.end': floorStaffOrOwner,
  'floor.mark-absent': floorStaff, // the Chair decides on absence
  'floor.decline': owner,
  'floor.recognize': floorStaff,
  'floor.intend': floorStaff,
  'floor.set-language': floorStaff,
  'floor.set-limit': floorStaff,
  'questions.ask': participants,
  'questions.withdraw': ownerParticipant,
  'questions.withdraw-with-receipt': participants, // the holder of the receipt
  'questions.approve': questionStaff,
  'questions.decide-all': questionStaff,
  'questions.decline': questionStaff,
  'questions.hold': questionStaff,
  'questions.reopen': questionStaff,
  'questions.edit': questionStaff,
  'questions.label': questionStaff,
  'questions.merge': questionStaff,
  'questions.unmerge': questionStaff,
  'questions.support': participants,
  'questions.unsupport': participants,
  'questions.set-next': questionStaff,
  'questions.assign': questionStaff,
  'questions.show': questionStaff,
  'questions.unshow': questionStaff,
  'questions.mark-answered': questionStaff,
  'questions.move-to-queue': questionStaff,
  'questions.set-moderation': questionStaff,
  'cues.give': floorStaff,
  'cues.ask': { ...nobody, interpreter: 'yes' },
  'cues.deliver': owner,
  'cues.see': owner,
  'cues.announce': floorStaff,
  'cues.take-down': floorStaff,
  'cues.blank': floorStaff,
  'cues.unblank': floorStaff,
  'notes.add': noteStaff,
  'notes.edit': noteStaff,
  'notes.set-also': noteStaff,
  'notes.join': noteStaff,
  'notes.set-sentence': noteStaff,
  'notes.remove': noteStaff,
  'statements.submit': participants,
  'statements.withdraw': participants,
  'statements.enter': noteStaff,
  'statements.remove': noteStaff,
  'sense.put': floorStaff,
  'sense.last-call': floorStaff,
  'sense.close': { ...floorStaff, system: 'yes' }, // system: when its time is over
  'sense.withdraw': floorStaff,
  'sense.respond': participants,
  'sense.publish': chairOnly,
  'sense.discard': chairOnly,
  'sense.take-down': floorStaff,
  'captions.add': noteStaff,
  'captions.remove': noteStaff,
  'captions.renew': noteStaff,
  'captions.set-delay': noteStaff,
  'captions.set-kept': noteStaff,
  'captions.display': noteStaff,
  'steps.undo': floorStaff,
  // The columns are complete if `getGrant` compiles: one missing role is one error there, and not one for each command.
} as const satisfies Readonly<Record<CommandType, Partial<Row>>>

type Permissions = typeof permissions
type OwnCommandType = { [C in CommandType]: 'own' extends Permissions[C][ActorRole] ? C : never }[CommandType]
type FindOwner<C extends CommandType> = (state: State, data: Extract<Command, { type: C }>['data']) => PersonId | null | undefined

const findEntryOwner = (state: State, { entry }: { readonly entry: EntryId }) => state.queue.entries.get(entry)?.speaker.person
const findTurnOwner = ({ floor }: State, { turn }: { readonly turn: string }) =>
  floor.current?.id === turn ? floor.current.entry?.speaker.person : undefined

/** Finds the speaker to whom the cue was given, even when the turn is over. */
const findCueOwner = ({ cues, floor }: State, { cue }: { readonly cue: string }) => {
  const turn = [cues.last, ...cues.asked].find((one) => one?.id === cue)?.turn
  if (turn === undefined) return undefined
  const open = [floor.current, floor.interrupted].find((one) => one !== null && one.id === turn)
  return open ? open.entry?.speaker.person : floor.past.findLast(({ id }) => id === turn)?.speaker?.person
}

/** Finds the owner of the thing that a command acts on. There is one function for each command with an `own` above, and no other. */
const owners: { readonly [C in OwnCommandType]: FindOwner<C> } = {
  'queue.set-topic': findEntryOwner,
  'queue.set-language': findEntryOwner,
  'queue.ready': findEntryOwner,
  'queue.hold': findEntryOwner,
  'queue.return': findEntryOwner,
  'queue.keep-place': findEntryOwner,
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

export const getGrant = (role: ActorRole, type: CommandType): Grant => permissions[type][role]

/** Returns what somebody may do at all. Screens use it to omit actions that the server would refuse. */
export const getPersonGrant = ({ role, office }: Pick<Person, 'role' | 'office'>, type: CommandType): Grant => {
  const { duty } = permissions[type]
  return office !== null && duty !== null && !office.duties.includes(duty) ? 'no' : getGrant(role, type)
}

/** `person`: null for the system. */
export const isAllowed = (state: State, person: Person | null, command: Command): boolean => {
  const grant = person === null ? getGrant('system', command.type) : getPersonGrant(person, command.type)
  if (grant !== 'own') return grant === 'yes'
  const findOwner = owners[command.type as OwnCommandType] as FindOwner<CommandType>
  return person !== null && findOwner(state, command.data) === person.id
}
