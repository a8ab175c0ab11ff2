/** The open workplace. The address names it, so that a reload returns to it and other pages can link to it. */
import { useState } from 'react'

const workplaces = ['questions', 'floor', 'people', 'notes'] as const
export type Workplace = (typeof workplaces)[number]

const readWorkplace = (): Workplace => {
  const name = new URLSearchParams(location.search).get('at')
  return workplaces.find((workplace) => workplace === name) ?? 'questions'
}

export const useWorkplace = (): readonly [Workplace, (workplace: Workplace) => void] => {
  const [workplace, setWorkplace] = useState(readWorkplace)
  const changeWorkplace = (next: Workplace) => {
    history.replaceState(history.state, '', next === 'questions' ? location.pathname : `?at=${next}`)
    setWorkplace(next)
  }
  return [workplace, changeWorkplace]
}
