/** The pages. Each is shown once its file has loaded. */
import type { Ticket } from '@rostrum/shared/api/tickets'
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import type { Surface } from '../session/surface.ts'
import { preferredLanguage } from '../text/language-files.ts'
import { loadLanguage } from '../text/text.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { LoadingPage } from './loading-page.tsx'
import { type PageName, pageFiles } from './page-files.ts'
import { ReloadWhenServed } from './reload-when-served.tsx'

/** Loads a page together with all messages. A phone loads only the public ones. */
const withAllMessages = async <T,>(module: Promise<T>): Promise<T> => {
  const [loaded] = await Promise.all([module, loadLanguage(preferredLanguage(), 'staff')])
  return loaded
}

const surfaceComponents: Readonly<Record<string, ComponentType<{ ticket: Ticket }>>> = Object.fromEntries(
  Object.entries(pageFiles).map(([page, load]) => [
    page,
    lazy(async () => ({ default: await (page === 'room' ? load() : withAllMessages(load())) })),
  ]),
)

/** False if this build does not contain the surface. A reload of the page then loads the other build, which does. */
export const hasSurface = (surface: Surface): boolean => surfaceComponents[surface] !== undefined

/** Compared in this file, so that the light build leaves out code that it does not need. */
const isLightBuild = import.meta.env.MODE === 'light'

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

const LazyOverlay = isLightBuild
  ? LoadingPage
  : lazy(async () => {
      const page = await import('./overlay-route.tsx')
      return { default: page.OverlayRoute }
    })

const LazyCaptioner = isLightBuild
  ? LoadingPage
  : lazy(async () => {
      const page = await withAllMessages(import('./captioner-route.tsx'))
      return { default: page.CaptionerRoute }
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

/** Nothing is shown before the overlay itself, or in its place. */
export const OverlayPage = () => (
  <ErrorBoundary fallback={<ReloadWhenServed />}>
    <Suspense fallback={null}>
      <LazyOverlay />
    </Suspense>
  </ErrorBoundary>
)

export const CaptionerPage = () => (
  <PageSuspense>
    <LazyCaptioner />
  </PageSuspense>
)

export const JoinPage = () => (
  <PageSuspense>
    <LazyJoin />
  </PageSuspense>
)

export const SurfacePage = ({ page, ticket }: { page: PageName; ticket: Ticket }) => {
  const SurfaceView = surfaceComponents[page]
  return <PageSuspense>{SurfaceView === undefined ? null : <SurfaceView ticket={ticket} />}</PageSuspense>
}
