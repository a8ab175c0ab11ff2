/** The pages that need no link of this device. Each is shown once its file has loaded. */
import type { OpenPageIn, OpenPageName } from '@rostrum/shared/contract/pages'
import { type ComponentType, lazy, Suspense } from 'react'
import { loadWhenAsked } from '../widgets/load-when-asked.tsx'
import { EnterPage } from './enter-page.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { LoadingPage } from './loading-page.tsx'
import { PageSuspense, withAllMessages } from './pages.tsx'
import { ReloadWhenServed } from './reload-when-served.tsx'

type OpenPageProps = { session?: string | undefined }
type OpenPageComponent = ComponentType<OpenPageProps>

const lazyPage = (load: () => Promise<OpenPageComponent>): OpenPageComponent => lazy(async () => ({ default: await load() }))

const makeOverlayPage = (): OpenPageComponent => {
  const Overlay = lazyPage(async () => (await import('./overlay-route.tsx')).OverlayRoute)
  // Nothing is shown before the overlay itself, or in its place.
  return () => (
    <ErrorBoundary fallback={<ReloadWhenServed />}>
      <Suspense fallback={null}>
        <Overlay />
      </Suspense>
    </ErrorBoundary>
  )
}

/** Compared in this file, so that the light build leaves out the pages that are not its own. */
const isLightBuild = import.meta.env.MODE === 'light'

const wholePages: Readonly<Partial<Record<OpenPageName, OpenPageComponent>>> = isLightBuild
  ? {}
  : ({
      home: lazyPage(async () => (await withAllMessages(import('../surfaces/home/home.tsx'))).Home),
      record: lazyPage(async () => (await withAllMessages(import('./record-route.tsx'))).RecordRoute),
      overlay: makeOverlayPage(),
      captioner: lazyPage(async () => (await withAllMessages(import('./captioner-route.tsx'))).CaptionerRoute),
    } satisfies Readonly<Record<OpenPageIn<'whole'>, OpenPageComponent>>)

const JoinPage = lazyPage(() => loadWhenAsked(async () => (await import('../surfaces/join/join.tsx')).Join))

const lightPages: Readonly<Record<OpenPageIn<'light'>, OpenPageComponent>> = { join: JoinPage, j: JoinPage, enter: EnterPage }

const openPages: Readonly<Partial<Record<OpenPageName, OpenPageComponent>>> = { ...wholePages, ...lightPages }

/** `session`: without it, the record of the session for which this device holds a secretariat or Chair link. */
export const OpenPage = ({ page, session }: OpenPageProps & { page: OpenPageName }) => {
  const Page = openPages[page] ?? LoadingPage
  return (
    <PageSuspense>
      <Page session={session} />
    </PageSuspense>
  )
}
