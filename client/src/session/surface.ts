import type { Ticket } from '@rostrum/shared/api/tickets'
import { type ByChannel, channels } from '@rostrum/shared/contract/channels'
import type { Surface } from '@rostrum/shared/contract/pages'
import { type Role, roleRules, roles } from '@rostrum/shared/contract/roles'

const surfaceByRole: Readonly<Record<Role, Surface | ByChannel<Surface>>> = {
  chair: 'chair',
  secretariat: 'secretariat',
  panellist: 'podium',
  interpreter: 'booth',
  participant: { room: 'room', remote: 'remote' },
  display: 'display',
}

/** The page of a person. A device stores one link for each surface. */
export const getSurface = ({ role, channel }: Pick<Ticket, 'role' | 'channel'>): Surface => {
  const surface = surfaceByRole[role]
  return typeof surface === 'string' ? surface : surface[channel]
}

/** Whether participants open it. Without a link they join with the code of the session. */
export const isForParticipants = (surface: Surface): boolean =>
  roles.some((role) => roleRules[role].countsAsParticipant && channels.some((channel) => getSurface({ role, channel }) === surface))
