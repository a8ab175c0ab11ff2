/** A new join code. The present one ends, so it is asked first; whoever is in stays. */
import { useState } from 'react'
import { useText } from '../../text/use-text.tsx'
import { announcements } from '../../ui/announcements.ts'
import { Button } from '../../ui/button.tsx'
import { ModalDialog } from '../../ui/dialog.tsx'
import { OverlayActions } from '../../ui/popover.tsx'
import { inHalves } from './code.ts'
import { DoorError } from './door-error.tsx'
import { doorSaying } from './door-words.ts'
import { renewCode } from './use-organiser.ts'

export const NewCodeButton = ({ secret, session, onRenewed }: { secret: string; session: string; onRenewed: () => void }) => {
  const { t } = useText()
  const [asking, ask] = useState(false)
  const [busy, setBusy] = useState(false)
  const [why, setWhy] = useState<string | null>(null)
  const close = () => {
    ask(false)
    setWhy(null)
  }
  const renew = async () => {
    if (busy) return
    setBusy(true)
    const answer = await renewCode(secret, session)
    setBusy(false)
    if (!answer.ok) return setWhy(answer.why)
    announcements.say(t('home.newCodeMade', { code: inHalves(answer.value.code) }), 'code')
    close()
    onRenewed()
  }
  return (
    <>
      <Button look="quiet" size="inline" onClick={() => ask(true)}>
        {t('home.newCode')}
      </Button>
      <ModalDialog open={asking} title={t('home.newCodeAsk')} onClose={close}>
        <p>{t('home.newCodeHelp')}</p>
        {why === null ? null : <DoorError>{t(doorSaying(why).words)}</DoorError>}
        <OverlayActions>
          <Button look="primary" disabled={busy} onClick={() => void renew()}>
            {t('home.newCodeIt')}
          </Button>
          <Button look="quiet" onClick={close}>
            {t('app.cancel')}
          </Button>
        </OverlayActions>
      </ModalDialog>
    </>
  )
}
