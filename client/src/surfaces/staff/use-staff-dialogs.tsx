/**
 * The menu and dialogs that Chair and secretariat open over their screens. The session menu has all rare actions, and one dialog is open at
 * a time.
 */
import type { SessionPhase } from '@rostrum/shared/contract/enums'
import type { SegmentId } from '@rostrum/shared/contract/ids'
import { type ReactNode, useState } from 'react'
import { GoDialog } from '../../features/agenda/staff/go-dialog.tsx'
import { AnnounceDialog } from '../../features/cues/staff/announce-dialog.tsx'
import { useBlankDisplayEntry } from '../../features/cues/staff/blank-display.tsx'
import { CallDialog } from '../../features/floor/staff/call-dialog.tsx'
import { GiveDialog } from '../../features/floor/staff/give-dialog.tsx'
import { LanguageOfTurn } from '../../features/floor/staff/language-of-turn.tsx'
import { LimitsDialog } from '../../features/floor/staff/limits-dialog.tsx'
import type { StepChoices, StepDialog } from '../../features/floor/staff/step-types.ts'
import { StepsDialog } from '../../features/floor/staff/steps-dialog.tsx'
import { useNextSteps } from '../../features/floor/staff/use-next-steps.ts'
import { PreferencesDialog } from '../../features/keyboard/preferences-dialog.tsx'
import { HandChairDialog, usePresiding } from '../../features/people/officers/hand-chair-dialog.tsx'
import { CloseDialog } from '../../features/session/staff/close-dialog.tsx'
import { OpenDialog as OpenSessionDialog } from '../../features/session/staff/open-dialog.tsx'
import { SessionMenu } from '../../features/session/staff/session-menu.tsx'
import { SuspendDialog } from '../../features/session/staff/suspend-dialog.tsx'
import { useView } from '../../session/hooks.tsx'
import { getRecordUrl } from '../../session/record-url.ts'
import { useText } from '../../text/use-text.tsx'
import { useOfficerName } from '../../widgets/officers.ts'
import { useRehearsalPhase } from '../../widgets/use-rehearsal.ts'

type OpenDialog =
  | StepDialog
  | { readonly kind: 'go'; readonly to: SegmentId | null }
  | { readonly kind: 'call' | 'call-last' | 'suspend' | 'limits' | 'steps' | 'announce' | 'language' | 'hand-chair' | 'keys' }

type OwnEntry = { readonly id: string; readonly label: string; readonly act: () => void }

export type StaffDialogs = {
  readonly steps: StepChoices
  readonly open: (opened: OpenDialog) => void
  readonly menu: ReactNode
  readonly dialog: ReactNode
}

/** `own`: entries of the menu for this page only. */
export const useStaffDialogs = (own: readonly OwnEntry[] = []): StaffDialogs => {
  const { t } = useText()
  const [opened, open] = useState<OpenDialog | null>(null)
  const isClosed = useView(({ session }) => session.phase === 'closed')
  const isRehearsal = useView(({ session }) => session.rehearsal)
  const role = useView(({ me }) => me.role)
  const blankItem = useBlankDisplayEntry()
  const rehearsal = useRehearsalPhase()
  const hasRehearsal = rehearsal !== null
  const steps = useNextSteps(hasRehearsal)
  const close = () => open(null)
  const rareItems = [
    ...own,
    { id: 'limits', label: t('limits.title'), act: () => open({ kind: 'limits' }) },
    { id: 'announce', label: t('announce.open'), act: () => open({ kind: 'announce' }) },
    blankItem,
    { id: 'steps', label: t('step.title'), act: () => open({ kind: 'steps' }) },
  ]
  const { presiding, others } = usePresiding()
  const getOfficer = useOfficerName()
  const handItems =
    others.length === 0
      ? []
      : [
          {
            id: 'hand-chair',
            label: t('officers.handTitle'),
            note: presiding === null ? undefined : t('officers.inChair', { who: getOfficer(presiding.person) }),
            act: () => open({ kind: 'hand-chair' }),
          },
        ]
  const keysItem = { id: 'keys', label: t('keys.title'), act: () => open({ kind: 'keys' }) }
  const recordItem = {
    id: 'record',
    label: t(isRehearsal ? 'record.ofRehearsal' : 'record.open'),
    act: () => location.assign(getRecordUrl(role)),
  }
  return {
    steps,
    open,
    menu: (
      <SessionMenu
        hasRehearsal={hasRehearsal}
        onOpenSession={() => open({ kind: 'open' })}
        onGo={() => open({ kind: 'go', to: null })}
        onSuspend={() => open({ kind: 'suspend' })}
        onCloseSession={() => open({ kind: 'close' })}
        more={isClosed ? [recordItem, keysItem] : [...rareItems, ...handItems, keysItem]}
      />
    ),
    dialog: opened === null ? null : renderDialog(opened, rehearsal, close),
  }
}

const renderDialog = (opened: OpenDialog, rehearsal: SessionPhase | null, close: () => void): ReactNode => {
  switch (opened.kind) {
    case 'go':
      return <GoDialog to={opened.to} onClose={close} />
    case 'close':
      return <CloseDialog onClose={close} />
    case 'open':
      return <OpenSessionDialog rehearsal={rehearsal} onClose={close} />
    case 'give':
      return <GiveDialog from={opened.from} onClose={close} />
    case 'call':
    case 'call-last':
      return <CallDialog purpose={opened.kind} onClose={close} />
    case 'suspend':
      return <SuspendDialog onClose={close} />
    case 'limits':
      return <LimitsDialog onClose={close} />
    case 'steps':
      return <StepsDialog onClose={close} />
    case 'announce':
      return <AnnounceDialog onClose={close} />
    case 'language':
      return <LanguageOfTurn onClose={close} />
    case 'hand-chair':
      return <HandChairDialog onClose={close} />
    case 'keys':
      return <PreferencesDialog onClose={close} />
  }
}
