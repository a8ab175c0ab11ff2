/** What whoever starts the server gets into the hand: one link for each way to take part, and the code. */
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { Codes } from './join-codes.ts'
import type { Organiser } from './organizer.ts'
import type { Links } from './personal-links.ts'
import { enterUrl, homeUrl } from './urls.ts'

type Doors = { readonly links: Links; readonly codes: Codes; readonly organiser: Organiser }

/** In the order in which they are shown; a session that was not made from the model may lack the last ones. */
const shown = ['chair', 'secretariat', 'room', 'remote', 'display'] as const

export type Handout = { readonly organiser: string; readonly code: string; readonly url: string; readonly session: SessionId } & {
  readonly [role in (typeof shown)[number]]?: string
}

export async function handout(doors: Doors, session: SessionId, people: { has(person: PersonId): boolean }, url: string): Promise<Handout> {
  const there = shown.filter((role) => people.has(role as string as PersonId))
  const links = await Promise.all(
    there.map(async (role) => [role, enterUrl(url, await doors.links.current(session, role as string as PersonId))] as const),
  )
  const code = await doors.codes.of(session)
  return { organiser: homeUrl(url, doors.organiser.secret), ...Object.fromEntries(links), code, url, session }
}

const names = {
  organiser: 'Organizer',
  chair: 'Chair',
  secretariat: 'Secretariat',
  room: 'Room phone',
  remote: 'Remote',
  display: 'Room screen',
} as const

/** For people. `loopback`: nobody but this machine can reach it, so how to change that is said too. */
type About = {
  readonly title: string
  readonly profile: string
  readonly loopback: boolean
  /** The links lead to a rehearsal, played so many times faster by so many people. */
  readonly rehearsed: { readonly speed: number; readonly people: number } | null
}

export function greeting(given: Handout, about: About): string {
  const links = (['organiser', ...shown] as const).flatMap((role) => (given[role] ? [`  ${names[role].padEnd(12)} ${given[role]}`] : []))
  return [
    '',
    about.rehearsed
      ? `Rostrum rehearses “${about.title}” with ${about.rehearsed.people} simulated people at ${about.rehearsed.speed} times its pace, on ${given.url}`
      : `Rostrum serves “${about.title}” on ${given.url}`,
    '',
    ...links,
    `  ${'Join code'.padEnd(12)} ${given.code.slice(0, 4)} ${given.code.slice(4)}   (${given.url}/join)`,
    '',
    `  Log: ${about.profile}. Links are secrets; each opens its page for anyone who has it.`,
    ...(about.rehearsed
      ? ['  A simulated Chair runs the session until you do. Nothing of it counts. It is deleted when the session itself is opened.']
      : []),
    ...(about.loopback ? ['  Only this machine can reach it. To open it to the room: ROSTRUM_HOST=0.0.0.0 npm start'] : []),
    '',
  ].join('\n')
}
