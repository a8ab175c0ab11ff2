/** A button that asks before it acts. The question is where the button was, and the safe choice below it. */
import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import type { IconName } from '../ui/icon-paths.ts'
import { Place } from '../ui/place.tsx'
import { useAsking } from './use-asking.ts'

type AskedButtonProps = {
  look?: 'plain' | 'quiet' | 'danger'
  icon?: IconName
  disabled?: boolean
  question: string
  /** The act in words. */
  act: string
  keep: string
  onAct: () => void
  children: ReactNode
}

export const AskedButton = ({ look = 'plain', icon, disabled, question, act, keep, onAct, children }: AskedButtonProps) => {
  const asking = useAsking()
  const confirm = () => {
    asking.keep()
    onAct()
  }
  return (
    <div ref={asking.place} className={asking.asking ? 'rows' : undefined} data-question={asking.asking || undefined}>
      <Place means={String(asking.asking)}>
        {asking.asking ? (
          <>
            <p tabIndex={-1} data-asking>
              {question}
            </p>
            <Button look={look === 'danger' ? look : 'plain'} block disabled={disabled} onClick={confirm}>
              {act}
            </Button>
            <Button block onClick={asking.keep}>
              {keep}
            </Button>
          </>
        ) : (
          <Button look={look} block icon={icon} data-asking disabled={disabled} onClick={asking.ask}>
            {children}
          </Button>
        )}
      </Place>
    </div>
  )
}
