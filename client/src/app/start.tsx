/** Theme and language come before the first paint, so that nothing flashes and nothing jumps. */
import { createRoot } from 'react-dom/client'
import { load, preferredLanguage } from '../text/text.ts'
import { Announcer } from '../ui/live-region.tsx'
import { startTheme } from '../ui/theme.ts'
import { Boundary } from './error-boundary.tsx'
import { Routes } from './routes.tsx'

export const start = async (): Promise<void> => {
  startTheme()
  await load(preferredLanguage())
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no place to stand in.')
  createRoot(root).render(
    <Boundary>
      <Routes />
      <Announcer />
    </Boundary>,
  )
}
