import { useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import type { ScreenReader } from './screen-reader.ts'
import { screenReader } from './screen-reader.ts'

/**
 * One polite and one assertive region for each page. They are attached to the body and marked as announcers. An open dialog hides the rest
 * of the page from screen readers, but not these.
 */
export const LiveRegion = ({ source = screenReader }: { source?: ScreenReader }) => {
  const { polite, assertive } = useSyncExternalStore(source.subscribe, source.getText)
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
