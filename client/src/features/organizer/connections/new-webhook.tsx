/** Adds a webhook. A test is sent first, so that a wrong address is noticed at once. */

import type { WebhookSummary } from '@rostrum/shared/api/webhooks'
import { type WebhookTopic, webhookTopics } from '@rostrum/shared/contract/webhooks'
import { type FormEvent, useState } from 'react'
import { request } from '../../../session/http.ts'
import { useSubmit } from '../../../session/use-submit.ts'
import { joinNames } from '../../../text/name-list.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { TextField } from '../../../ui/field.tsx'
import { RequestError } from '../../../widgets/request-error.tsx'
import styles from './connections.module.css'

export type ShownWebhook = WebhookSummary & { readonly secret: string }
type NewWebhookProps = {
  secret: string
  session: string
  /** The addresses to which an administrator allows webhooks. */
  allowed: readonly string[]
  onMade: (webhook: ShownWebhook) => void
}

export const NewWebhook = ({ secret, session, allowed, onMade }: NewWebhookProps) => {
  const { t, language } = useText()
  const [address, write] = useState('')
  const [topics, choose] = useState<readonly WebhookTopic[]>(['floor'])
  const [isForStaff, setForStaff] = useState(false)
  const isReady = address.trim() !== '' && topics.length > 0
  const { busy, refusal, submit } = useSubmit(
    () =>
      request(
        'POST /api/sessions/:id/webhooks',
        { params: { id: session }, body: { address: address.trim(), topics, contents: isForStaff ? 'staff' : 'public' } },
        secret,
      ),
    (webhook) => {
      write('')
      onMade(webhook)
    },
  )
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady) submit()
  }
  return (
    <Card aria-labelledby="new-webhook-title">
      <CardHead id="new-webhook-title" title={t('home.connections.newWebhook')} />
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        <TextField
          label={t('home.connections.address')}
          placeholder="https://"
          dir="ltr"
          inputMode="url"
          hint={
            allowed.length === 0 ? t('home.connections.noneAllowed') : t('home.connections.allowed', { list: joinNames(language, allowed) })
          }
          value={address}
          onChange={write}
          autoComplete="off"
        />
        <fieldset className={styles.checks}>
          <legend>{t('home.connections.sends')}</legend>
          {webhookTopics.map((topic) => (
            <label key={topic} className={styles.check}>
              <input
                type="checkbox"
                checked={topics.includes(topic)}
                onChange={({ currentTarget: { checked } }) =>
                  choose(webhookTopics.filter((one) => (one === topic ? checked : topics.includes(one))))
                }
              />
              {t(`home.connections.topicOf.${topic}`)}
            </label>
          ))}
          <label className={styles.check}>
            <input type="checkbox" checked={isForStaff} onChange={({ currentTarget: { checked } }) => setForStaff(checked)} />
            {t('home.connections.staffContents')}
          </label>
          <small>{t(isForStaff ? 'home.connections.staffHelp' : 'home.connections.publicHelp')}</small>
        </fieldset>
        <Button block type="submit" disabled={busy || !isReady}>
          {t(busy ? 'app.sending' : 'home.connections.testAndAdd')}
        </Button>
        <RequestError result={refusal} />
      </form>
    </Card>
  )
}
