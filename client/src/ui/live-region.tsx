import { useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import type { Announcements } from './screen-reader.ts'
import { announcements } from './screen-reader.ts'

/**
 * One polite and one assertive region per page. It hangs on the body and is marked as an announcer,
 * so that an open dialog, which hides the rest of the page from readers, does not silence it.
 */
export const Announcer = ({ source = announcements }: { source?: Announcements }) => {
  const { polite, assertive } = useSyncExternalStore(source.follow, source.spoken)
  return createPortal(
    <div className="sr" data-live-announcer="true">
      <div role="log" aria-live="polite" aria-relevant="additions text" aria-atomic="true">
        {polite}
      </div>
      <div role="log" aria-live="assertive" aria-relevant="additions text" aria-atomic="true">
        {assertive}
      </div>
    </div>,
    document.body,
  )
}
