/** A new link for an office; the old one ends, so it is asked first. */
import { useState } from 'react'
import { useText } from '../../text/use-text.tsx'
import { announcements } from '../../ui/announcements.ts'
import { Button } from '../../ui/button.tsx'
import { ModalDialog } from '../../ui/dialog.tsx'
import { OverlayActions } from '../../ui/popover.tsx'
import { DoorError } from './door-error.tsx'
import { doorSaying } from './door-words.ts'
import { renewLink } from './use-organiser.ts'

type RenewProps = { secret: string; session: string; person: string; name: string; onRenewed: () => void }

export const RenewButton = ({ secret, session, person, name, onRenewed }: RenewProps) => {
  const { t } = useText()
  const [asking, ask] = useState(false)
  const [busy, setBusy] = useState(false)
  const [why, setWhy] = useState<string | null>(null)
  const close = () => {
    ask(false)
    setWhy(null)
  }
  const renew = async () => {
    setBusy(true)
    const answer = await renewLink(secret, session, person)
    setBusy(false)
    if (!answer.ok) return setWhy(answer.why)
    announcements.say(t('home.renewed', { who: name }), 'renew')
    close()
    onRenewed()
  }
  return (
    <>
      <Button look="quiet" size="inline" onClick={() => ask(true)}>
        {t('home.renew')}
        <span className="sr"> {name}</span>
      </Button>
      <ModalDialog open={asking} title={t('home.renewAsk', { who: name })} onClose={close}>
        <p>{t('home.renewHelp')}</p>
        {why === null ? null : <DoorError>{t(doorSaying(why).words)}</DoorError>}
        <OverlayActions>
          <Button look="primary" disabled={busy} onClick={() => void renew()}>
            {t('home.renewIt')}
          </Button>
          <Button look="quiet" onClick={close}>
            {t('app.cancel')}
          </Button>
        </OverlayActions>
      </ModalDialog>
    </>
  )
}
