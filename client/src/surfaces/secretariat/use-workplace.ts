/** The open workplace. The address names it, so that a reload returns to it and other pages can link to it. */
import type { Duty } from '@rostrum/shared/contract/offices'
import { useState } from 'react'
import { useView } from '../../session/hooks.tsx'

/** The workplaces, at least one for each duty. Captions belong to the duty of notes, because they record what was said. */
const workplaces = ['questions', 'floor', 'people', 'notes', 'captions'] as const
const dutyOf = (workplace: Workplace): Duty => (workplace === 'captions' ? 'notes' : workplace)
export type Workplace = (typeof workplaces)[number]

const readWorkplace = (): string | null => new URLSearchParams(location.search).get('at')

/** Returns the open workplace among those of the officer's duties. An officer without duties is offered all of them, to read. */
export const useWorkplace = () => {
  const duties = useView(({ me }) => me.office?.duties)
  const offered = workplaces.filter((workplace) => duties === undefined || duties.length === 0 || duties.includes(dutyOf(workplace)))
  const [chosen, setWorkplace] = useState(readWorkplace)
  const changeWorkplace = (next: Workplace): void => {
    history.replaceState(history.state, '', next === 'questions' ? location.pathname : `?at=${next}`)
    setWorkplace(next)
  }
  return { offered, workplace: offered.find((one) => one === chosen) ?? offered[0] ?? 'questions', changeWorkplace }
}
