import type { KeyboardEvent } from 'react'

/** For buttons that change the session: a key that is held down acts once. */
export const ignoreKeyRepeat = (event: KeyboardEvent): void => {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault()
}
