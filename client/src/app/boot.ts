/**
 * The first code that runs. It is small so that it runs early and requests at once everything the page will need. On a slow line every
 * request that waits for another one costs half a second.
 */
import { loadLink } from '../session/device-links.ts'
import { requestEarlyTicket } from '../session/session-ticket.ts'
import { getSurface, surfaces } from '../session/surface.ts'
import { loadMessages, preferredLanguage } from '../text/language-files.ts'
import { furtherPages, listFurtherPages, pageFiles } from './page-files.ts'

export const boot = async (): Promise<void> => {
  void loadTicketAndPage(location.pathname.slice(1))
  const [{ startApp }] = await Promise.all([import('./start.tsx'), loadMessages(preferredLanguage(), 'phone')])
  await waitForDocument()
  await startApp()
}

/** The page is loaded after the ticket, because a slow line should first carry what opens the connection. */
const loadTicketAndPage = async (page: string): Promise<void> => {
  const further = listFurtherPages().find((one) => one === page)
  const surface = further ? furtherPages[further] : surfaces.find((one) => one === page)
  const link = page === 'enter' || page === 'overlay' ? location.hash.slice(1) : surface && loadLink(surface)
  if (!link) return
  const result = await requestEarlyTicket(link)
  if (result.ok && page !== 'overlay') await pageFiles[further ?? getSurface(result.value)]?.()
}

/** The script may run before the rest of the page has been read. */
const waitForDocument = async (): Promise<void> => {
  if (document.readyState === 'loading') await new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }))
}
