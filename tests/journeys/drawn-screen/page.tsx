/** The room screen without a server: a test puts the view and the captions that it shows. */
import '../../../client/src/app/global.css'
import { showCaptions } from '@rostrum/client/session/caption-store'
import { getLocalTime, measureWallAhead } from '@rostrum/client/session/server-clock'
import { initialStore, useSessionStore } from '@rostrum/client/session/store'
import { Display } from '@rostrum/client/surfaces/display/display.tsx'
import { loadLanguage } from '@rostrum/client/text/text'
import type { Ticket } from '@rostrum/shared/api/tickets'
import type { Instant } from '@rostrum/shared/kernel/time'
import type { View } from '@rostrum/shared/projection/registry'
import type { CaptionUpdate } from '@rostrum/shared/protocol/captions'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

/** `at`: the server's time. */
export type Shown = { readonly view: View; readonly at: Instant; readonly captions: CaptionUpdate | null }

declare global {
  interface Window {
    startScreen: (languages: readonly string[], ticket: Ticket) => Promise<void>
    showScreen: (shown: Shown) => void
  }
}

const root = createRoot(document.getElementById('root') as HTMLElement)
let draw: (() => void) | null = null

window.startScreen = async (languages, ticket) => {
  localStorage.setItem('rostrum.display.languages', languages.join(' '))
  localStorage.setItem('rostrum.display.sideBySide', languages.length > 1 ? 'yes' : 'no')
  localStorage.setItem('rostrum.display.captions', 'en')
  await loadLanguage(languages[0] ?? 'en', 'staff')
  draw = () => root.render(<Display ticket={ticket} />)
}

window.showScreen = ({ view, at, captions }) => {
  const now = getLocalTime()
  flushSync(() =>
    useSessionStore.setState({
      ...initialStore,
      connectionStatus: { kind: 'live' },
      lastHeardAt: now,
      clockOffset: { offset: at - now, uncertainty: 0, wallAhead: measureWallAhead() },
      view,
    }),
  )
  // A screen is drawn when its first view has arrived.
  if (draw !== null) flushSync(draw)
  if (captions !== null) flushSync(() => showCaptions(captions))
}
