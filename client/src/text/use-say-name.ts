import { useEffect, useState } from 'react'
import { loadNames, type SayName } from './organization-names.ts'

/** Knows no name, until the tables are there. A name is then said as it is in the list. */
const sayNone: SayName = () => null

export const useSayName = (): SayName => {
  const [sayName, setSayName] = useState(() => sayNone)
  useEffect(() => {
    loadNames().then(
      (loaded) => setSayName(() => loaded),
      (error: unknown) => console.warn('The names of States are not loaded; names are said as they are in the list.', error),
    )
  }, [])
  return sayName
}
