import type { PersonId } from './ids.ts'

export const roles = ['chair', 'secretariat', 'panellist', 'interpreter', 'participant', 'display'] as const
export type Role = (typeof roles)[number]

/**
 * Groups of people who see the same. Staff: chair and secretariat. Podium: panellists. Booth: interpreters. Public: participants.
 * Display: the room screen.
 */
export const audiences = ['staff', 'podium', 'booth', 'public', 'display'] as const
export type Audience = (typeof audiences)[number]

export const audienceByRole: Readonly<Record<Role, Audience>> = {
  chair: 'staff',
  secretariat: 'staff',
  panellist: 'podium',
  interpreter: 'booth',
  participant: 'public',
  display: 'display',
}

/** Room: a microphone in the hall. Remote: the online meeting. */
export const channels = ['room', 'remote'] as const
export type Channel = (typeof channels)[number]

/**
 * The actor: an admitted person, the server (`system`: timers and HTTP routes), or nobody by name (`anonymous`). The role is in the log.
 */
export type Actor = { readonly person: PersonId } | { readonly person: 'system' } | { readonly person: 'anonymous' }
export const systemActor: Actor = { person: 'system' }
/** The actor that the log records for a question if authors are not recorded. */
export const anonymousActor: Actor = { person: 'anonymous' }
