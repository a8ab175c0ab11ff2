/** Loads a part of a page, with its messages, on demand, to keep the first page of a phone small. */
import { type ComponentType, lazy, Suspense } from 'react'
import { loadMore } from '../text/text.ts'

/** Milliseconds. */
const retryDelay = 2_000

/** Loads the part. On a bad network a file can fail to load. The part is still needed, so it is requested again. */
export async function loadWhenAsked<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      const [part] = await Promise.all([load(), loadMore('asked')])
      return part
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      await new Promise((resolve) => setTimeout(resolve, retryDelay))
    }
  }
}

/** Returns a component whose code is loaded when it is first shown. It renders nothing until code and messages have arrived. */
export const deferPart = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> => {
  const Loaded = lazy(async () => ({ default: await loadWhenAsked(load) }))
  return (props) => (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  )
}
