/** The code of each page, in a file of its own that is loaded on demand. A phone never downloads the Chair's tools. */
import type { Ticket } from '@rostrum/shared/api/tickets'
import type { ComponentType } from 'react'
import type { Surface } from '../session/surface.ts'

/** Further pages, each opened with the link of a surface. */
export const furtherPages = { lectern: 'chair' } as const satisfies Readonly<Record<string, Surface>>
export type FurtherPage = keyof typeof furtherPages
export type PageName = Surface | FurtherPage

type PageFile = () => Promise<ComponentType<{ ticket: Ticket }>>
type PhonePage = 'room' | 'remote'

/** The light build is for phones and for the entry pages. It leaves out the surfaces of the staff, the panel, the booths and the room screen. */
const isLightBuild = import.meta.env.MODE === 'light'

const staffPageFiles: Readonly<Partial<Record<PageName, PageFile>>> = isLightBuild
  ? {}
  : ({
      chair: async () => (await import('../surfaces/chair/chair.tsx')).Chair,
      lectern: async () => (await import('../surfaces/lectern/lectern.tsx')).Lectern,
      secretariat: async () => (await import('../surfaces/secretariat/secretariat.tsx')).Secretariat,
      podium: async () => (await import('../surfaces/podium/podium.tsx')).Podium,
      booth: async () => (await import('../surfaces/booth/booth.tsx')).Booth,
      display: async () => (await import('../surfaces/display/display.tsx')).Display,
    } satisfies Readonly<Record<Exclude<PageName, PhonePage>, PageFile>>)

const phonePageFiles: Readonly<Record<PhonePage, PageFile>> = {
  room: async () => (await import('../surfaces/room/room.tsx')).Room,
  remote: async () => (await import('../surfaces/remote/remote.tsx')).Remote,
}

export const pageFiles: Readonly<Partial<Record<PageName, PageFile>>> = { ...staffPageFiles, ...phonePageFiles }

export const listFurtherPages = (): readonly FurtherPage[] => Object.keys(furtherPages) as readonly FurtherPage[]
