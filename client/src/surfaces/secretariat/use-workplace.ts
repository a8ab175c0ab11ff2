/** The open workplace. The address names it, so that a reload returns to it and other pages can link to it. */
import type { Duty } from '@rostrum/shared/contract/offices'
import { useState } from 'react'
import { useView } from '../../session/hooks.tsx'

/** A workplace for each duty. Captions are of the duty of notes: they are what was said. */
const workplaces = ['questions', 'floor', 'people', 'notes', 'captions'] as const
const dutyOf = (workplace: Workplace): Duty => (workplace === 'captions' ? 'notes' : workplace)
export type Workplace = (typeof workplaces)[number]

const readWorkplace = (): string | null => new URLSearchParams(location.search).get('at')

/** The open workplace, among those of the officer's duties. All are offered to an officer without any: they can read. */
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
