/** Each surface is a separate file, loaded when it is shown. A phone never downloads the Chair's tools. */
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import type { SessionTicket } from '../session/session-ticket.ts'
import type { Surface } from '../session/surface.ts'
import { loadLanguage, preferredLanguage } from '../text/text.ts'
import { LoadingPage } from './loading-page.tsx'

type SurfaceComponent = ComponentType<{ ticket: SessionTicket }>

/** Loads a page together with all messages. A phone loads only the public ones. */
const withAllMessages = async <T,>(module: Promise<T>): Promise<T> => {
  const [loaded] = await Promise.all([module, loadLanguage(preferredLanguage(), 'all')])
  return loaded
}

/** The light build is for phones and for the entry pages. It leaves out the surfaces of the staff, the panel and the room screen. */
const isLightBuild = import.meta.env.MODE === 'light'

/** The lectern is a second page of the chair's link. */
export type PageName = Surface | 'lectern'

const staffSurfaces: Readonly<Partial<Record<PageName, SurfaceComponent>>> = isLightBuild
  ? {}
  : {
      chair: lazy(async () => {
        const { Chair } = await withAllMessages(import('../surfaces/chair/chair.tsx'))
        return { default: Chair }
      }),
      lectern: lazy(async () => {
        const { Lectern } = await withAllMessages(import('../surfaces/lectern/lectern.tsx'))
        return { default: Lectern }
      }),
      secretariat: lazy(async () => {
        const { Secretariat } = await withAllMessages(import('../surfaces/secretariat/secretariat.tsx'))
        return { default: Secretariat }
      }),
      podium: lazy(async () => {
        const { Podium } = await withAllMessages(import('../surfaces/podium/podium.tsx'))
        return { default: Podium }
      }),
      display: lazy(async () => {
        const { Display } = await withAllMessages(import('../surfaces/display/display.tsx'))
        return { default: Display }
      }),
    }

const surfaceComponents: Readonly<Partial<Record<PageName, SurfaceComponent>>> = {
  ...staffSurfaces,
  room: lazy(async () => {
    const { Room } = await import('../surfaces/room/room.tsx')
    return { default: Room }
  }),
  remote: lazy(async () => {
    const { Remote } = await withAllMessages(import('../surfaces/remote/remote.tsx'))
    return { default: Remote }
  }),
}

/** False where this build does not contain the surface. A reload of the page then brings the other build, which does. */
export const hasSurface = (surface: Surface): boolean => surfaceComponents[surface] !== undefined

const LazyHome = isLightBuild
  ? LoadingPage
  : lazy(async () => {
      const page = await withAllMessages(import('../surfaces/home/home.tsx'))
      return { default: page.Home }
    })

/** Without `session`: the record of the session for which this device holds a secretariat or Chair link. */
const LazyRecord: ComponentType<{ session?: string | undefined }> = isLightBuild
  ? LoadingPage
  : lazy(async () => {
      const page = await withAllMessages(import('./record-route.tsx'))
      return { default: page.RecordRoute }
    })

const LazyJoin = lazy(async () => {
  const page = await import('../surfaces/join/join.tsx')
  return { default: page.Join }
})

export const ConfirmPage = lazy(async () => {
  const page = await import('../surfaces/join/confirm.tsx')
  return { default: page.Confirm }
})

export const PageSuspense = ({ children }: { children: ReactNode }) => <Suspense fallback={<LoadingPage />}>{children}</Suspense>

export const HomePage = () => (
  <PageSuspense>
    <LazyHome />
  </PageSuspense>
)

export const RecordPage = ({ session }: { session?: string | undefined }) => (
  <PageSuspense>
    <LazyRecord session={session} />
  </PageSuspense>
)

export const JoinPage = () => (
  <PageSuspense>
    <LazyJoin />
  </PageSuspense>
)

export const SurfacePage = ({ page, ticket }: { page: PageName; ticket: SessionTicket }) => {
  const SurfaceView = surfaceComponents[page]
  return <PageSuspense>{SurfaceView === undefined ? null : <SurfaceView ticket={ticket} />}</PageSuspense>
}
