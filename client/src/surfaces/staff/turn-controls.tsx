/** Below the next action: frequent actions during a turn, rarer ones behind three dots, and Undo. */
import { isInSession } from '@rostrum/shared/contract/enums'
import { AskToConclude } from '../../features/cues/staff/ask-to-conclude.tsx'
import { CueMenu } from '../../features/cues/staff/cue-menu.tsx'
import { useCueStatus } from '../../features/cues/staff/use-cue-status.ts'
import { FloorControls } from '../../features/floor/staff/controls.tsx'
import { useExtendEntries } from '../../features/floor/staff/extend-entries.ts'
import { LastStep } from '../../features/floor/staff/last-step.tsx'
import { useRareEntries } from '../../features/floor/staff/use-rare-entries.ts'
import { useStepEntries } from '../../features/floor/staff/use-step-entries.ts'
import { useDecisionStatus } from '../../features/questions/moderation/use-decision-status.ts'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import type { StaffDialogs } from './use-staff-dialogs.tsx'

type TurnControlsProps = {
  dialogs: Pick<StaffDialogs, 'steps' | 'open'>
  /** True while the review of questions is next to the controls. */
  isReviewing?: boolean
}

export const TurnControls = ({ dialogs: { steps, open }, isReviewing = false }: TurnControlsProps) => {
  const { t } = useText()
  const hasTurn = useView(({ floor }) => floor.current !== null)
  const languageEntry = { id: 'language', label: t('turnLanguage.menu'), disabled: !hasTurn, act: () => open({ kind: 'language' }) }
  const addSection = <Entry extends object>(section: string, entries: readonly Entry[]) => entries.map((entry) => ({ ...entry, section }))
  const more = [
    ...addSection(t('control.time'), useExtendEntries()),
    ...addSection(t('control.floor'), [...useStepEntries(steps, open), ...useRareEntries(() => open({ kind: 'call' })), languageEntry]),
  ]
  const isRunning = useView(({ session }) => isInSession(session.phase))
  const cueStatus = useCueStatus()
  const decision = useDecisionStatus()
  return (
    <>
      <FloorControls
        cue={<AskToConclude />}
        suspended={<Button onClick={() => open({ kind: 'suspend' })}>{t('suspend.change')}</Button>}
        more={isRunning ? <CueMenu more={more} /> : null}
      />
      <LastStep newer={cueStatus ?? (isReviewing ? decision : null)} />
    </>
  )
}
