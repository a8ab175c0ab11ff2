/** The pages of a session. Each is shown once its file has loaded. */
import type { Ticket } from '@rostrum/shared/api/tickets'
import { listPhonePages, type SessionPageName } from '@rostrum/shared/contract/pages'
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import { preferredLanguage } from '../text/language-files.ts'
import { loadLanguage } from '../text/text.ts'
import { LoadingPage } from './loading-page.tsx'
import { pageFiles } from './page-files.ts'

/** Loads a page together with all messages. A phone loads only the public ones. */
export const withAllMessages = async <T,>(module: Promise<T>): Promise<T> => {
  const [loaded] = await Promise.all([module, loadLanguage(preferredLanguage(), 'staff')])
  return loaded
}

const phonePages: readonly string[] = listPhonePages()

const pageComponents: Readonly<Record<string, ComponentType<{ ticket: Ticket }>>> = Object.fromEntries(
  Object.entries(pageFiles).map(([page, load]) => [
    page,
    lazy(async () => ({ default: await (phonePages.includes(page) ? load() : withAllMessages(load())) })),
  ]),
)

/** False if this build does not contain the page. A reload then loads the other build, which does. */
export const hasPage = (page: SessionPageName): boolean => pageComponents[page] !== undefined

export const ConfirmPage = lazy(async () => {
  const page = await import('../surfaces/join/confirm.tsx')
  return { default: page.Confirm }
})

export const PageSuspense = ({ children }: { children: ReactNode }) => <Suspense fallback={<LoadingPage />}>{children}</Suspense>

export const SurfacePage = ({ page, ticket }: { page: SessionPageName; ticket: Ticket }) => {
  const Page = pageComponents[page]
  return <PageSuspense>{Page === undefined ? null : <Page ticket={ticket} />}</PageSuspense>
}
