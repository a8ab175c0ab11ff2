import type { Ticket } from '@rostrum/shared/api/tickets'

/** The word in the address. A device stores one link for each surface. */
export const surfaces = ['chair', 'secretariat', 'podium', 'booth', 'room', 'remote', 'display'] as const

export type Surface = (typeof surfaces)[number]

export const getSurface = ({ role, channel }: Pick<Ticket, 'role' | 'channel'>): Surface => {
  if (role === 'participant') return channel === 'remote' ? 'remote' : 'room'
  return ({ chair: 'chair', secretariat: 'secretariat', panellist: 'podium', interpreter: 'booth', display: 'display' } as const)[role]
}
