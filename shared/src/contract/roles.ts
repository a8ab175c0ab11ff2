import type { PersonId } from './ids.ts'

export const roles = ['chair', 'secretariat', 'panellist', 'participant', 'display'] as const
export type Role = (typeof roles)[number]

/** Who sees the same things: staff drive and moderate, the podium answers, the public takes part, the display shows. */
export const audiences = ['staff', 'podium', 'public', 'display'] as const
export type Audience = (typeof audiences)[number]

export const audienceOf: Readonly<Record<Role, Audience>> = {
  chair: 'staff',
  secretariat: 'staff',
  panellist: 'podium',
  participant: 'public',
  display: 'display',
}

/** Room: a microphone in the hall. Remote: the online meeting. */
export const channels = ['room', 'remote'] as const
export type Channel = (typeof channels)[number]

/** Who acts: a registered person, or time itself and the doors of the server (`system`). The role comes from the log. */
export type Actor = { readonly person: PersonId } | { readonly person: 'system' } | { readonly person: 'somebody' }
export const system: Actor = { person: 'system' }
/** As the log has whoever asks a question where authors are not kept. */
export const somebody: Actor = { person: 'somebody' }
