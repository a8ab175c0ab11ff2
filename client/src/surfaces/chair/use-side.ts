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
  /** Shows the column, or the list again. Null while the column is there to stay. */
  readonly toggle: (() => void) | null
}

/**
 * The column opens with the first approved question, with one that only the Chair can review, or by a press, and stays. On a narrow page only
 * a press opens it.
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
  if ((isNeeded || isSenseActive) && !isOpen) setIsOpen(true)
  const toggle = () => setIsPressed(!isPressed)
  if (isWide) return isOpen || isPressed ? { shown: 'third', toggle: null } : { shown: null, toggle }
  return { shown: isPressed ? 'instead' : null, toggle }
}
