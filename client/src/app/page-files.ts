/** The code of each page, in a file of its own that is loaded on demand. A phone never downloads the Chair's tools. */
import type { Ticket } from '@rostrum/shared/api/tickets'
import type { ComponentType } from 'react'
import type { Surface } from '../session/surface.ts'

/** The lectern is a second page of the Chair's link. */
export type PageName = Surface | 'lectern'

type PageFiles = Readonly<Partial<Record<PageName, () => Promise<ComponentType<{ ticket: Ticket }>>>>>

/** The light build is for phones and for the entry pages. It leaves out the surfaces of the staff, the panel, the booths and the room screen. */
const isLightBuild = import.meta.env.MODE === 'light'

const staffPageFiles: PageFiles = isLightBuild
  ? {}
  : {
      chair: async () => (await import('../surfaces/chair/chair.tsx')).Chair,
      lectern: async () => (await import('../surfaces/lectern/lectern.tsx')).Lectern,
      secretariat: async () => (await import('../surfaces/secretariat/secretariat.tsx')).Secretariat,
      podium: async () => (await import('../surfaces/podium/podium.tsx')).Podium,
      booth: async () => (await import('../surfaces/booth/booth.tsx')).Booth,
      display: async () => (await import('../surfaces/display/display.tsx')).Display,
    }

export const pageFiles: PageFiles = {
  ...staffPageFiles,
  room: async () => (await import('../surfaces/room/room.tsx')).Room,
  remote: async () => (await import('../surfaces/remote/remote.tsx')).Remote,
}
