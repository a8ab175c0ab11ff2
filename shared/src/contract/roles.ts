import type { PersonId } from './ids.ts'

export const roles = ['chair', 'secretariat', 'participant', 'panellist', 'interpreter', 'display'] as const
export type Role = (typeof roles)[number]

/** The role that is meant if none is named: in lists of people, and for everybody who joins by code. */
export const ordinaryRole = 'participant' satisfies Role

/**
 * Groups of people who see the same. Staff: chair and secretariat. Podium: panellists. Booth: interpreters. Public: participants.
 * Display: the room screen.
 */
export const audiences = ['staff', 'podium', 'booth', 'public', 'display'] as const
export type Audience = (typeof audiences)[number]

/** The number of positions that an audience sees if it sees only the first. */
export const firstPositions = 3
type AudienceRule = {
  /** True if its people are officers. They are few, and get changes sooner. */
  readonly isForOfficers: boolean
  /** True if it sees persons: the speaker of a turn, the next speakers who are away, and the officers who are connected. */
  readonly seesPersons: boolean
  /** The requests for the floor that it sees: `all` with what the staff know of each, those with a `position`, or the `first` of these. */
  readonly requests: 'all' | 'position' | 'first'
  /** The questions that it sees: `all` with what moderators know of each, the `published` ones, or the one being `answered`. */
  readonly questions: 'all' | 'published' | 'answered'
  readonly seesNextQuestion: boolean
  /** The cues whose receipts it sees, of delivery and of being seen: `all`, those that a `booth` asked for, or none. */
  readonly receipts: 'all' | 'booth' | 'none'
  /** True if it sees the addressees of an announcement. */
  readonly seesAddressees: boolean
}

/**
 * The meaning of each audience: how much it sees of a part that it shares with others. Code asks here, and never compares the name of an
 * audience. `SeenBy` says which audiences have a part.
 */
export const audienceRules: Readonly<Record<Audience, AudienceRule>> = {
  staff: {
    isForOfficers: true,
    seesPersons: true,
    requests: 'all',
    questions: 'all',
    seesNextQuestion: true,
    receipts: 'all',
    seesAddressees: true,
  },
  podium: {
    isForOfficers: true,
    seesPersons: false,
    requests: 'position',
    questions: 'published',
    seesNextQuestion: true,
    receipts: 'none',
    seesAddressees: false,
  },
  booth: {
    isForOfficers: true,
    seesPersons: false,
    requests: 'position',
    questions: 'published',
    seesNextQuestion: false,
    receipts: 'booth',
    seesAddressees: false,
  },
  public: {
    isForOfficers: false,
    seesPersons: false,
    requests: 'position',
    questions: 'published',
    seesNextQuestion: false,
    receipts: 'none',
    seesAddressees: false,
  },
  display: {
    isForOfficers: false,
    seesPersons: false,
    requests: 'first',
    questions: 'answered',
    seesNextQuestion: false,
    receipts: 'none',
    seesAddressees: false,
  },
}

type RoleRule = {
  readonly audience: Audience
  /** True if its people may have the floor. Each of them has a number, and a row in the roster. */
  readonly maySpeak: boolean
  /** True if its people count in attendance and figures, in the sense of the room, and as the people of their organization. */
  readonly countsAsParticipant: boolean
  /** True if questions are put to its people. The programme finds them by their organization, and the Chair without a request. */
  readonly isOnPanel: boolean
  readonly interprets: boolean
  /** True if the chair can be handed to its people. */
  readonly mayPreside: boolean
  /** True if its screen shows others how to join. */
  readonly invites: boolean
}

const none = {
  maySpeak: false,
  countsAsParticipant: false,
  isOnPanel: false,
  interprets: false,
  mayPreside: false,
  invites: false,
} as const

const rules = {
  chair: { ...none, audience: 'staff', mayPreside: true, invites: true },
  secretariat: { ...none, audience: 'staff', invites: true },
  panellist: { ...none, audience: 'podium', maySpeak: true, isOnPanel: true },
  interpreter: { ...none, audience: 'booth', interprets: true },
  participant: { ...none, audience: 'public', maySpeak: true, countsAsParticipant: true },
  display: { ...none, audience: 'display', invites: true },
} as const satisfies Readonly<Record<Role, RoleRule>>
/** The meaning of each role. Code asks here, and never compares the name of a role. `permissions` says what each role may do. */
export const roleRules: Readonly<Record<Role, RoleRule>> = rules
type RoleWith<Answer> = { [R in Role]: (typeof rules)[R] extends Answer ? R : never }[Role]
/** Each of these is an office too, which its people hold unless the organizer grants another. */
export type StaffRole = RoleWith<{ readonly audience: 'staff' }>
export type SpeakingRole = RoleWith<{ readonly maySpeak: true }>
/** Everybody with the role has the same link. Staff have one for each officer, interpreters one for each booth. */
export type SharedRole = Exclude<Role, StaffRole | RoleWith<{ readonly interprets: true } | { readonly countsAsParticipant: true }>>

export const isStaff = (role: Role): role is StaffRole => roleRules[role].audience === 'staff'
export const speakingRoles = roles.filter((role): role is SpeakingRole => roleRules[role].maySpeak)

/**
 * The actor: an admitted person, the server (`system`: timers and HTTP routes), or nobody by name (`anonymous`). The role is in the log.
 */
export type Actor = { readonly person: PersonId } | { readonly person: 'system' } | { readonly person: 'anonymous' }
export const systemActor: Actor = { person: 'system' }
/** The actor that the log records for a question if authors are not recorded. */
export const anonymousActor: Actor = { person: 'anonymous' }
