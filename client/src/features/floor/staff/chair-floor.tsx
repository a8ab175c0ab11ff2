import type { ReactNode } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { FloorAct } from '../../../ui/floor-act.tsx'
import { useFloorProps } from '../../../widgets/turn-text.tsx'

/** `children`: content below the bar. `asked`: the request of a booth, which is newer than the start of the turn. */
export const ChairFloor = ({ asked, children }: { asked?: ReactNode; children?: ReactNode }) => {
  const { t } = useText()
  const floor = useFloorProps()
  const isSuspended = useView(({ session }) => session.phase === 'suspended')
  const suspended = { eyebrow: t('session.suspended'), phaseText: floor.phaseText === undefined ? undefined : t('alert.suspended') }
  return (
    <FloorAct {...floor} {...(asked === undefined ? {} : { startText: asked })} {...(isSuspended ? suspended : {})}>
      {children}
    </FloorAct>
  )
}
