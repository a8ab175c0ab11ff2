import { type ReactNode, useState } from 'react'

/** Keeps a value, for a component whose owner keeps it. */
export const Kept = <T,>({ from, children }: { from: T; children: (value: T, set: (value: T) => void) => ReactNode }) => {
  const [value, set] = useState(from)
  return children(value, set)
}

/** The press of a button in an example does nothing. */
export const ignore = (): void => undefined
