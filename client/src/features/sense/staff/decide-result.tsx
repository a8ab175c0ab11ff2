/** Lets the Chair publish or discard the result. Publishing needs a second press, because it cannot be undone. */
import type { PromptView } from '@rostrum/shared/projection/sense'
import { useState } from 'react'
import { useSend } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import cardStyles from './sense-card.module.css'

export const DecideResult = ({ prompt: { id } }: { prompt: PromptView }) => {
  const { t } = useText()
  const send = useSend('sense')
  const [isAsking, ask] = useState(false)
  if (isAsking)
    return (
      <div className={cardStyles.acts} role="alertdialog" aria-label={t('sense.publishSure')}>
        <p className={cardStyles.across}>{t('sense.publishSure')}</p>
        <Button look="primary" onClick={() => void send({ type: 'sense.publish', data: { prompt: id, irrevocable: true } })}>
          {t('sense.publishYes')}
        </Button>
        <Button autoFocus onClick={() => ask(false)}>
          {t('app.cancel')}
        </Button>
      </div>
    )
  return (
    <div className={cardStyles.acts}>
      <Button look="primary" onClick={() => ask(true)}>
        {t('sense.publish')}
      </Button>
      <Button onClick={() => void send({ type: 'sense.discard', data: { prompt: id } })}>{t('sense.discard')}</Button>
    </div>
  )
}
