/** Loads a part of a page, with its messages, on demand, to keep the first page of a phone small. */
import { loadMore } from '../text/text.ts'

/** Milliseconds. */
const retryDelay = 2_000

/** Loads the part. On a bad network a file can fail to load. The part is still needed, so it is requested again. */
export const loadWhenAsked = async <T>(load: () => Promise<T>): Promise<T> => {
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
