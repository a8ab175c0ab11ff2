/** The startup message for the person who starts the server: one link per role, and the join code. */
import { channels } from '@rostrum/shared/contract/channels'
import type { PersonId, SessionId } from '@rostrum/shared/contract/ids'
import type { JoinCodes } from './join-codes.ts'
import type { Organizers } from './organizers.ts'
import type { PersonalLinks } from './personal-links.ts'
import { makeEnterUrl, makeHomeUrl } from './urls.ts'

type StartupLinkPorts = { readonly links: PersonalLinks; readonly joinCodes: JoinCodes; readonly organizers: Organizers }

/** The roles in the order of display. A session that is not the model session may lack some of them. */
const linkRoles = ['chair', 'secretariat', ...channels, 'display'] as const

export type StartupLinks = { readonly organizer: string; readonly code: string; readonly url: string; readonly session: SessionId } & {
  readonly [role in (typeof linkRoles)[number]]?: string
}

export async function getStartupLinks(
  ports: StartupLinkPorts,
  session: SessionId,
  people: { has(person: PersonId): boolean },
  url: string,
): Promise<StartupLinks> {
  const presentRoles = linkRoles.filter((role) => people.has(role as string as PersonId))
  const links = await Promise.all(
    presentRoles.map(
      async (role) => [role, makeEnterUrl(url, await ports.links.getOrCreate(session, role as string as PersonId))] as const,
    ),
  )
  const code = await ports.joinCodes.getOrCreate(session)
  return { organizer: makeHomeUrl(url, await ports.organizers.getFirstSecret()), ...Object.fromEntries(links), code, url, session }
}

const linkLabels: Readonly<Record<'organizer' | (typeof linkRoles)[number], string>> = {
  organizer: 'Organizer',
  chair: 'Chair',
  secretariat: 'Secretariat',
  room: 'Room phone',
  remote: 'Remote',
  display: 'Room screen',
}

/** `loopback`: only this machine can reach the server, so the message explains how to change that. */
type StartupInfo = {
  readonly title: string
  readonly profile: string
  readonly loopback: boolean
  /** Set if the links lead to a rehearsal: how many times faster it runs, and the number of simulated people. */
  readonly rehearsal: { readonly speed: number; readonly people: number } | null
}

export function formatStartupMessage(startupLinks: StartupLinks, info: StartupInfo): string {
  const links = (['organizer', ...linkRoles] as const).flatMap((role) =>
    startupLinks[role] ? [`  ${linkLabels[role].padEnd(12)} ${startupLinks[role]}`] : [],
  )
  return [
    '',
    info.rehearsal
      ? `Rostrum is rehearsing “${info.title}” with ${info.rehearsal.people} simulated people at ${info.rehearsal.speed} times normal speed, on ${startupLinks.url}`
      : `Rostrum is serving “${info.title}” on ${startupLinks.url}`,
    '',
    ...links,
    `  ${'Join code'.padEnd(12)} ${startupLinks.code.slice(0, 4)} ${startupLinks.code.slice(4)}   (${startupLinks.url}/join)`,
    '',
    `  Log: ${info.profile}. Links are secrets; each opens its page for anyone who has it.`,
    ...(info.rehearsal
      ? [
          '  A simulated Chair runs the session until you take over. Nothing in it is real. It will be deleted when the session itself is opened.',
        ]
      : []),
    ...(info.loopback ? ['  Only this machine can reach it. To make it reachable from the network: ROSTRUM_HOST=0.0.0.0 npm start'] : []),
    '',
  ].join('\n')
}
