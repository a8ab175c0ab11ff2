/** Whether the side column is shown, with questions, balance and the sense of the room. */
import { isInReview, questionRules } from '@rostrum/shared/contract/question-statuses'
import { useState } from 'react'
import { useIsSenseActive } from '../../features/sense/staff/sense-card.tsx'
import { useView } from '../../session/hooks.tsx'
import { useModeratorsConnected } from '../../widgets/officers.ts'
import { useSideChoice } from './use-side-choice.ts'
import { useWide } from './use-wide.ts'

type Side = {
  /** In a `third` column; or `instead` of the list, if the page has no place for three columns. */
  readonly shown: 'third' | 'instead' | null
  /** Shows the column, or the list again. Null while the third column is there, which `close` closes. */
  readonly toggle: (() => void) | null
  /** Null if there is no third column. */
  readonly close: (() => void) | null
  /** How many questions have come since the Chair closed the column. */
  readonly newCount: number
}

/**
 * Until the Chair opens or closes the column, it opens with the first approved question, or with one that only the Chair can review. Then it
 * stays as the Chair has left it, also after a reload. A sentence that is put to the room opens it, and so does the end of its responses; once
 * the sense of the room is over, it is as before. On a narrow page only a press opens it.
 */
export const useSide = (): Side => {
  const isWide = useWide()
  const isAlone = useModeratorsConnected().length === 0
  const isNeeded = useView(({ questions }) =>
    Object.values(questions).some(
      (row) => row !== undefined && (questionRules[row.status].public === true || (isAlone && isInReview(row))),
    ),
  )
  const isSenseActive = useIsSenseActive()
  const [wasNeeded, setWasNeeded] = useState(false)
  const [isInstead, setIsInstead] = useState(false)
  const { isChosen, choose, newCount } = useSideChoice()
  const status = useView(({ prompt }) => prompt?.status)
  /** The press during a sense of the room. It holds while the prompt is as it was then. */
  const [pressed, press] = useState<{ readonly status: typeof status; readonly isShown: boolean } | null>(null)
  if ((isNeeded || isSenseActive) && !wasNeeded) setWasNeeded(true)
  if (!isWide) {
    const toggle = () => {
      setIsInstead(!isInstead)
      choose(!isInstead)
    }
    return { shown: isInstead ? 'instead' : null, toggle, close: null, newCount }
  }
  const isPutUp = isSenseActive && status !== 'published'
  const show = (isShown: boolean) => {
    press({ status, isShown })
    setIsInstead(isShown)
    choose(isShown)
  }
  const isShown = isPutUp ? pressed?.status !== status || pressed?.isShown === true : (isChosen ?? wasNeeded)
  return isShown
    ? { shown: 'third', toggle: null, close: () => show(false), newCount }
    : { shown: null, toggle: () => show(true), close: null, newCount }
}
