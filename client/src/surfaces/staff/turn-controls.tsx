/** Below the next action: frequent actions during a turn, rarer ones behind three dots, and Undo. */
import { AskToConclude } from '../../features/cues/staff/ask-to-conclude.tsx'
import { CueMenu } from '../../features/cues/staff/cue-menu.tsx'
import { useCueStatus } from '../../features/cues/staff/use-cue-status.ts'
import { FloorControls } from '../../features/floor/staff/controls.tsx'
import { useExtendEntries } from '../../features/floor/staff/extend-entries.ts'
import { LastStep } from '../../features/floor/staff/last-step.tsx'

export const TurnControls = ({ onCallOther }: { onCallOther: () => void }) => (
  <>
    <FloorControls cue={<AskToConclude />} more={<CueMenu more={useExtendEntries()} />} onCallOther={onCallOther} />
    <LastStep cueStatus={useCueStatus()} />
  </>
)
