/** What ends somebody's access, or their present link: asked first, and said what it does. */
import type { SessionId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'
import { useAsk } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { Refusal } from '../../../ui/refusal-text.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { peopleRefusal } from '../people-text.ts'
import { calledOf } from '../person-name.ts'
import { type OwnLink, peopleDoor, type RosterRow } from '../roster-types.ts'

const asking = {
  revoke: { title: 'people.revokeAsk', help: 'people.revokeHelp', button: 'people.revokeIt', done: 'people.revoked' },
  link: { title: 'people.linkAsk', help: 'people.linkHelp', button: 'people.linkIt', done: 'people.linked' },
} as const

type AccessDialogProps = {
  session: SessionId
  act: keyof typeof asking
  row: RosterRow
  onClose: () => void
  /** With the new link, where there is one. */
  onDone: (link: string | null) => void
}

export const AccessDialog = ({ session, act, row, onClose, onDone }: AccessDialogProps) => {
  const { t } = useText()
  const ask = useAsk()
  const [busy, setBusy] = useState(false)
  const [why, refuse] = useState<string | null>(null)
  const words = asking[act]
  const who = calledOf(t, row)
  const go = async () => {
    if (busy) return
    setBusy(true)
    const answer = await ask<Partial<OwnLink>>(peopleDoor(session, `/${row.person}/${act}`), 'POST', {})
    setBusy(false)
    if (!answer.ok) return refuse(answer.why)
    announcements.say(t(words.done, { who }), 'people')
    onDone(answer.value.url ?? null)
  }
  return (
    <ModalDialog open title={t(words.title, { who })} onClose={onClose}>
      <p>{t(words.help)}</p>
      <Refusal words={why === null ? null : peopleRefusal(t, why)} />
      <OverlayActions>
        <Button look="primary" disabled={busy} onClick={() => void go()}>
          {t(busy ? 'app.sending' : words.button)}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}
