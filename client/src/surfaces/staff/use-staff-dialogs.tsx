/** What chair and desk open over their screens: the session menu with all that is rare, and its dialogs, one at a time. */
import type { SegmentId } from '@rostrum/shared/contract/ids'
import { type ReactNode, useState } from 'react'
import { GoDialog } from '../../features/agenda/staff/go-dialog.tsx'
import { AnnounceDialog } from '../../features/cues/staff/announce-dialog.tsx'
import { useBlankEntry } from '../../features/cues/staff/blank-display.tsx'
import { CallDialog } from '../../features/floor/staff/call-dialog.tsx'
import { LimitsDialog } from '../../features/floor/staff/limits-dialog.tsx'
import { StepsDialog } from '../../features/floor/staff/steps-dialog.tsx'
import { PreferencesDialog } from '../../features/keyboard/preferences-dialog.tsx'
import { SessionMenu } from '../../features/session/staff/session-menu.tsx'
import { useView } from '../../session/hooks.tsx'
import { recordAddress } from '../../session/record-url.ts'
import { useText } from '../../text/use-text.tsx'

type Opened =
  | { readonly kind: 'go'; readonly to: SegmentId | null }
  | { readonly kind: 'call' | 'last-word' | 'limits' | 'steps' | 'announce' | 'keys' }

export type Driving = {
  readonly open: (opened: Opened) => void
  readonly menu: ReactNode
  readonly dialog: ReactNode
}

export const useDriving = (): Driving => {
  const { t } = useText()
  const [opened, open] = useState<Opened | null>(null)
  const over = useView(({ session }) => session.phase === 'closed')
  const role = useView(({ me }) => me.role)
  const blank = useBlankEntry()
  const close = () => open(null)
  const rare = [
    { id: 'limits', label: t('limits.title'), act: () => open({ kind: 'limits' }) },
    { id: 'announce', label: t('announce.open'), act: () => open({ kind: 'announce' }) },
    blank,
    { id: 'steps', label: t('step.title'), act: () => open({ kind: 'steps' }) },
  ]
  const keys = { id: 'keys', label: t('keys.title'), act: () => open({ kind: 'keys' }) }
  const record = { id: 'record', label: t('record.open'), act: () => location.assign(recordAddress(role)) }
  return {
    open,
    menu: <SessionMenu onGo={() => open({ kind: 'go', to: null })} more={over ? [record, keys] : [...rare, keys]} />,
    dialog: opened === null ? null : dialogFor(opened, close),
  }
}

const dialogFor = (opened: Opened, close: () => void): ReactNode => {
  switch (opened.kind) {
    case 'go':
      return <GoDialog to={opened.to} onClose={close} />
    case 'call':
    case 'last-word':
      return <CallDialog purpose={opened.kind} onClose={close} />
    case 'limits':
      return <LimitsDialog onClose={close} />
    case 'steps':
      return <StepsDialog onClose={close} />
    case 'announce':
      return <AnnounceDialog onClose={close} />
    case 'keys':
      return <PreferencesDialog onClose={close} />
  }
}
