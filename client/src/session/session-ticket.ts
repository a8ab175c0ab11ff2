/** Who this browser is: the secret of a link, kept for the tab first and for the device after, so that two roles can be open side by side. */
import type { GroupId, PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Channel, Role } from '@rostrum/shared/contract/roles'
import type { Shelf } from './outbox.ts'

/** What the server says of a ticket's holder. */
export type Seat = {
  readonly ticket: string
  readonly session: SessionId
  readonly person: PersonId
  readonly role: Role
  readonly channel: Channel
  readonly entity: string
  readonly group: GroupId | null
  /** "Speaker 07"; 0 for those who have none. */
  readonly number: number
  readonly title: string
  readonly short: string
  /** How others join, for those who tell them: the chair, the desk and the room screen. */
  readonly joining: Joining | null
}

/** `renewed`: how often the code had been made anew. */
export type Joining = { readonly code: string; readonly url: string; readonly renewed: number }

/** The word in the address: a device keeps one link for each. */
export const doors = ['chair', 'desk', 'podium', 'room', 'remote', 'screen'] as const
export type Door = (typeof doors)[number]

export const doorOf = ({ role, channel }: Pick<Seat, 'role' | 'channel'>): Door => {
  if (role === 'participant') return channel === 'remote' ? 'remote' : 'room'
  return ({ chair: 'chair', secretariat: 'desk', panellist: 'podium', display: 'screen' } as const)[role]
}

const key = (door: Door) => `rostrum.link.${door}`

export const keepLink = (door: Door, link: string): void => {
  for (const shelf of shelves()) shelf.setItem(key(door), link)
}

export const linkFor = (door: Door): string | null => {
  for (const shelf of shelves()) {
    const link = shelf.getItem(key(door))
    if (link) return link
  }
  return null
}

export const forgetLink = (door: Door): void => {
  for (const shelf of shelves()) shelf.removeItem(key(door))
}

const shelves = (): readonly Shelf[] => [shelf('sessionStorage'), shelf('localStorage')].filter((one) => one !== null)

/** Null where the browser blocks it. */
export const shelf = (name: 'sessionStorage' | 'localStorage'): Shelf | null => {
  try {
    return window[name]
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}
