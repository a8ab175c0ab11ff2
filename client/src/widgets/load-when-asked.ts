/** Loads a part of a page, with its messages, when it is needed: the first page of a phone is small. */
import { loadMore } from '../text/text.ts'

/** Milliseconds. */
const retryDelay = 2_000

/** On a bad network a file can fail to come. What it is for is still needed, so it is asked for again. */
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
