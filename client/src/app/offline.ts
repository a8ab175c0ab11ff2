/** Lets a service worker keep the files of this page, so that it opens without a network: see client/worker/offline-worker.ts. */

const quietMs = 3000

/** Keeps the files. Call it while the connection is open. In development there is no worker, because it would show old files. */
export const keepPageOffline = (): (() => void) => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return () => undefined
  // Without a network the browser would only log errors. The next call is early enough.
  const tell = () => navigator.onLine && void tellFiles()
  const onVisibilityChange = () => document.visibilityState === 'hidden' && tell()
  document.addEventListener('visibilitychange', onVisibilityChange)
  // The files that the page needs now come first.
  const timer = setTimeout(tell, quietMs)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', onVisibilityChange)
  }
}

/** A browser may refuse a worker, in a private window for example. The page then needs the network, as before. */
const tellFiles = async (): Promise<void> => {
  try {
    // Browsers look for a newer worker automatically.
    if (!(await navigator.serviceWorker.getRegistration())) await navigator.serviceWorker.register('/offline-worker.js')
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage(listLoadedFiles())
  } catch (error) {
    console.warn('This page cannot be opened offline.', error)
  }
}

const listLoadedFiles = (): readonly string[] => [
  ...new Set(
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith('/light/assets/')),
  ),
]
