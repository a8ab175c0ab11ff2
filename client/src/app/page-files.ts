/** The code of each page of a session, in a file of its own that is loaded on demand. A phone never downloads the Chair's tools. */
import type { Ticket } from '@rostrum/shared/api/tickets'
import type { SessionPageIn, SessionPageName } from '@rostrum/shared/contract/pages'
import type { ComponentType } from 'react'

type PageFile = () => Promise<ComponentType<{ ticket: Ticket }>>

/** Compared in this file, so that the light build leaves out the pages that are not its own. */
const isLightBuild = import.meta.env.MODE === 'light'

const wholeFiles: Readonly<Partial<Record<SessionPageName, PageFile>>> = isLightBuild
  ? {}
  : ({
      chair: async () => (await import('../surfaces/chair/chair.tsx')).Chair,
      lectern: async () => (await import('../surfaces/lectern/lectern.tsx')).Lectern,
      secretariat: async () => (await import('../surfaces/secretariat/secretariat.tsx')).Secretariat,
      podium: async () => (await import('../surfaces/podium/podium.tsx')).Podium,
      booth: async () => (await import('../surfaces/booth/booth.tsx')).Booth,
      display: async () => (await import('../surfaces/display/display.tsx')).Display,
    } satisfies Readonly<Record<SessionPageIn<'whole'>, PageFile>>)

const lightFiles: Readonly<Record<SessionPageIn<'light'>, PageFile>> = {
  room: async () => (await import('../surfaces/room/room.tsx')).Room,
  remote: async () => (await import('../surfaces/remote/remote.tsx')).Remote,
}

export const pageFiles: Readonly<Partial<Record<SessionPageName, PageFile>>> = { ...wholeFiles, ...lightFiles }
