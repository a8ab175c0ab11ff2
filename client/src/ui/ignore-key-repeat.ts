import type { KeyboardEvent } from 'react'

/** For buttons that act on the session: a key that is held down acts once. */
export const stopRepeats = (event: KeyboardEvent): void => {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault()
}
