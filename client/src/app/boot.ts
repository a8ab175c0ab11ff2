/**
 * The first code that runs. It is small so that it runs early and requests at once everything the page will need. On a slow line every
 * request that waits for another one costs half a second.
 */
import { listSessionPages, sessionPages } from '@rostrum/shared/contract/pages'
import { loadLink } from '../session/device-links.ts'
import { requestEarlyTicket } from '../session/session-ticket.ts'
import { getSurface } from '../session/surface.ts'
import { loadMessages, preferredLanguage } from '../text/language-files.ts'
import { pageFiles } from './page-files.ts'

export const boot = async (): Promise<void> => {
  void loadTicketAndPage(location.pathname.slice(1))
  const [{ startApp }] = await Promise.all([import('./start.tsx'), loadMessages(preferredLanguage(), 'phone')])
  await waitForDocument()
  await startApp()
}

/** The page is loaded after the ticket, because a slow line should first carry what opens the connection. */
const loadTicketAndPage = async (name: string): Promise<void> => {
  const page = listSessionPages().find((one) => one === name)
  const surface = page && sessionPages[page].link
  const link = name === 'enter' || name === 'overlay' ? location.hash.slice(1) : surface && loadLink(surface)
  if (!link) return
  const result = await requestEarlyTicket(link)
  if (!result.ok || name === 'overlay') return
  const own = getSurface(result.value)
  await pageFiles[page !== undefined && own === surface ? page : own]?.()
}

/** The script may run before the rest of the page has been read. */
const waitForDocument = async (): Promise<void> => {
  if (document.readyState === 'loading') await new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }))
}
