/** Which workplace is open. The address names it, so that a reload comes back to it and other pages can lead there. */
import { useState } from 'react'

const workplaces = ['questions', 'floor', 'people', 'notes'] as const
export type Workplace = (typeof workplaces)[number]

const named = (): Workplace => {
  const name = new URLSearchParams(location.search).get('at')
  return workplaces.find((place) => place === name) ?? 'questions'
}

export const useWorkplace = (): readonly [Workplace, (place: Workplace) => void] => {
  const [place, open] = useState(named)
  const go = (next: Workplace) => {
    history.replaceState(history.state, '', next === 'questions' ? location.pathname : `?at=${next}`)
    open(next)
  }
  return [place, go]
}
