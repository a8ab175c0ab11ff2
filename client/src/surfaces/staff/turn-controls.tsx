/** Below the next action: frequent actions during a turn, rarer ones behind three dots, and Undo. */
import { AskToConclude } from '../../features/cues/staff/ask-to-conclude.tsx'
import { CueMenu } from '../../features/cues/staff/cue-menu.tsx'
import { useCueStatus } from '../../features/cues/staff/use-cue-status.ts'
import { FloorControls } from '../../features/floor/staff/controls.tsx'
import { useExtendEntries } from '../../features/floor/staff/extend-entries.ts'
import { LastStep } from '../../features/floor/staff/last-step.tsx'
import { useStepEntries } from '../../features/floor/staff/use-step-entries.ts'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import type { StaffDialogs } from './use-staff-dialogs.tsx'

export const TurnControls = ({ dialogs: { steps, open } }: { dialogs: Pick<StaffDialogs, 'steps' | 'open'> }) => {
  const { t } = useText()
  const hasTurn = useView(({ floor }) => floor.current !== null)
  const languageEntry = { id: 'language', label: t('turnLanguage.menu'), disabled: !hasTurn, act: () => open({ kind: 'language' }) }
  const more = [...useStepEntries(steps, open), ...useExtendEntries(), languageEntry]
  const isClosed = useView(({ session }) => session.phase === 'closed')
  const cueStatus = useCueStatus()
  return (
    <>
      <FloorControls cue={<AskToConclude />} more={isClosed ? null : <CueMenu more={more} />} onCallOther={() => open({ kind: 'call' })} />
      <LastStep cueStatus={cueStatus} steps={steps} onOpen={open} />
    </>
  )
}
