/** Whether the side column is shown, with questions, balance and the sense of the room. */
import { isInReview, questionRules } from '@rostrum/shared/contract/question-statuses'
import { useState } from 'react'
import { useIsSenseActive } from '../../features/sense/staff/sense-card.tsx'
import { useView } from '../../session/hooks.tsx'
import { useModeratorsConnected } from '../../widgets/officers.ts'
import { useWide } from './use-wide.ts'

type Side = {
  /** In a `third` column; or `instead` of the list, if the page has no place for three columns. */
  readonly shown: 'third' | 'instead' | null
  /** Shows the column, or the list again. Null while the third column is there, which `close` closes. */
  readonly toggle: (() => void) | null
  /** Null if there is no third column. */
  readonly close: (() => void) | null
}

/**
 * The column opens with the first approved question, with one that only the Chair can review, or by a press, and stays until the Chair closes
 * it. A closed one opens by a press, or when a sentence is put to the room or its responses are closed. On a narrow page only a press opens it.
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
  const [isOpen, setIsOpen] = useState(false)
  const [isPressed, setIsPressed] = useState(false)
  const status = useView(({ prompt }) => prompt?.status)
  /** The press that closed the column. It holds while the prompt is as it was then. */
  const [closed, setClosed] = useState<{ readonly status: typeof status } | null>(null)
  if ((isNeeded || isSenseActive) && !isOpen) setIsOpen(true)
  if (!isWide) return { shown: isPressed ? 'instead' : null, toggle: () => setIsPressed(!isPressed), close: null }
  const show = (isShown: boolean) => {
    setIsPressed(isShown)
    setClosed(isShown ? null : { status })
  }
  const isShown = (isOpen || isPressed) && (closed === null || closed.status !== status)
  return isShown ? { shown: 'third', toggle: null, close: () => show(false) } : { shown: null, toggle: () => show(true), close: null }
}
