/** The webhooks of a session: the address and content of each, whether it gets through, and its last messages. */

import type { WebhookSummary } from '@rostrum/shared/api/webhooks'
import { request } from '../../../session/http.ts'
import { useSubmit } from '../../../session/use-submit.ts'
import { Sentences } from '../../../text/sentences.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { DefinitionList } from '../../../ui/definition-list.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { RequestError } from '../../../widgets/request-error.tsx'
import { ConfirmButton } from '../confirm-button.tsx'
import styles from './connections.module.css'
import { FreshSecret } from './fresh-secret.tsx'
import type { ShownWebhook } from './new-webhook.tsx'
import { WebhookMessages } from './webhook-messages.tsx'
import { formatWhen, type Zone } from './when.ts'

type WebhooksProps = {
  secret: string
  session: string
  zone: Zone
  webhooks: readonly WebhookSummary[]
  /** The webhook made or renewed on this page. */
  fresh: ShownWebhook | null
  onFresh: (webhook: ShownWebhook) => void
  onChanged: () => void
}

export const Webhooks = ({ webhooks, fresh, ...rest }: WebhooksProps) => {
  const { t } = useText()
  return (
    <Card aria-labelledby="webhooks-title">
      <CardHead id="webhooks-title" title={t('home.connections.webhooks')} note={t('home.connections.webhooksNote')} />
      {fresh === null ? null : (
        <FreshSecret key={fresh.secret} name={fresh.address} secret={fresh.secret}>
          {t('home.connections.keyReady', { address: fresh.address })}
        </FreshSecret>
      )}
      {webhooks.length === 0 ? <p className={styles.none}>{t('home.connections.noWebhooks')}</p> : null}
      {webhooks.toReversed().map((webhook) => (
        <WebhookPart key={webhook.id} webhook={webhook} {...rest} />
      ))}
    </Card>
  )
}

type WebhookPartProps = Omit<WebhooksProps, 'webhooks' | 'fresh'> & { webhook: WebhookSummary }

const WebhookPart = ({ secret, session, zone, webhook, onFresh, onChanged }: WebhookPartProps) => {
  const { t } = useText()
  const { id, address, topics, contents } = webhook
  return (
    <section className={styles.hook} aria-label={address}>
      <div className={styles.hookHead}>
        <strong dir="ltr">{address}</strong>
        <StatusChip webhook={webhook} zone={zone} />
        <ConfirmButton
          label={
            <span className={styles.danger}>
              {t('home.connections.delete')}
              <span className="sr"> {address}</span>
            </span>
          }
          title={t('home.connections.deleteAsk', { address })}
          goes={t('home.connections.deleteGoes')}
          stays={t('home.connections.deleteStays')}
          confirmLabel={t('home.connections.delete')}
          look="danger"
          action={() => request('DELETE /api/sessions/:id/webhooks/:webhook', { params: { id: session, webhook: id } }, secret)}
          onDone={() => {
            screenReader.say(t('home.connections.deleted', { address }), 'webhook')
            document.getElementById('webhooks-title')?.focus()
            onChanged()
          }}
        />
      </div>
      <div className={styles.hookFacts}>
        <DefinitionList
          items={[
            {
              name: t('home.connections.sends'),
              value: (
                <span className={styles.chips}>
                  {topics.map((topic) => (
                    <Chip key={topic}>{t(`home.connections.topic.${topic}`)}</Chip>
                  ))}
                  {contents === 'staff' ? <Chip tone="warn">{t('home.connections.staffChip')}</Chip> : null}
                </span>
              ),
            },
            {
              name: t('home.connections.key'),
              value: (
                <span className={styles.chips}>
                  <span className="muted">{t('home.connections.keyCovered')}</span>
                  <ConfirmButton
                    label={
                      <>
                        {t('home.renew')}
                        <span className="sr"> {address}</span>
                      </>
                    }
                    title={t('home.connections.keyAsk', { address })}
                    goes={t('home.connections.keyGoes')}
                    stays={t('home.connections.keyStays')}
                    confirmLabel={t('home.connections.renewIt')}
                    action={() =>
                      request('POST /api/sessions/:id/webhooks/:webhook/renew', { params: { id: session, webhook: id }, body: {} }, secret)
                    }
                    onDone={(renewed) => {
                      onFresh(renewed)
                      onChanged()
                    }}
                  />
                </span>
              ),
            },
          ]}
        />
      </div>
      <Trouble secret={secret} session={session} webhook={webhook} onChanged={onChanged} />
      <WebhookMessages secret={secret} session={session} zone={zone} webhook={webhook} onChanged={onChanged} />
    </section>
  )
}

const StatusChip = ({ webhook: { status, failures, retryAt }, zone }: { webhook: WebhookSummary; zone: Zone }) => {
  const { t, language } = useText()
  if (status === 'running' && failures === 0) return <Chip tone="good">{t('home.connections.running')}</Chip>
  if (status === 'done') return <Chip>{t('home.connections.done')}</Chip>
  return (
    <Chip tone="warn" icon="clock">
      {status === 'ended'
        ? t('home.connections.endedChip')
        : status === 'resting' || retryAt === null
          ? t(status === 'resting' ? 'home.connections.rests' : 'home.connections.trying')
          : t('home.connections.tryingAt', { at: formatWhen(language.id, zone, retryAt) })}
    </Chip>
  )
}

/** Shows that messages do not get through and why, and can try now. */
const Trouble = ({ secret, session, webhook, onChanged }: Omit<WebhookPartProps, 'zone' | 'onFresh'>) => {
  const { t } = useText()
  const { id, address, status, waiting, failures } = webhook
  const { busy, refusal, submit } = useSubmit(async () => {
    const result = await request(
      'POST /api/sessions/:id/webhooks/:webhook/resume',
      { params: { id: session, webhook: id }, body: {} },
      secret,
    )
    onChanged()
    return result
  })
  if (status === 'done' || (status === 'running' && failures === 0)) return null
  return (
    <div className={styles.wait} role="status">
      <Icon name="clock" />
      <span>
        <Sentences>
          <strong>{t('home.connections.notDelivered', { n: Math.max(0, waiting - 1) })}</strong>
          {t(
            status === 'resting'
              ? 'home.connections.restsWhy'
              : status === 'ended'
                ? 'home.connections.endedWhy'
                : 'home.connections.orderWhy',
          )}
        </Sentences>
        <RequestError result={refusal} />
      </span>
      <Button size="small" disabled={busy} onClick={() => submit()}>
        {t('home.connections.tryNow')}
        <span className="sr"> {address}</span>
      </Button>
    </div>
  )
}
