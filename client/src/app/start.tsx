/** Sets theme and language before the first paint, so that nothing flashes or moves. */
import { createRoot } from 'react-dom/client'
import { isOverlayPath } from '../session/overlay-address.ts'
import { preferredLanguage } from '../text/language-files.ts'
import { loadLanguage } from '../text/text.ts'
import { LiveRegion } from '../ui/live-region.tsx'
import { initTheme } from '../ui/theme.ts'
import { emptySpeechWithLanguage } from '../widgets/speech-of-language.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Routes } from './routes.tsx'

export const startApp = async (): Promise<void> => {
  // The overlay has no theme, and so no background.
  if (!isOverlayPath(location.pathname)) initTheme(location.pathname === '/booth')
  await loadLanguage(preferredLanguage())
  emptySpeechWithLanguage()
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no root element.')
  createRoot(root).render(
    <ErrorBoundary>
      <Routes />
      <LiveRegion />
    </ErrorBoundary>,
  )
}
