/** The programs connected to a session: tokens with which they act in it, and webhooks that notify them. */

import { useState } from 'react'
import { NewToken } from '../../features/organizer/connections/new-token.tsx'
import { NewWebhook, type ShownWebhook } from '../../features/organizer/connections/new-webhook.tsx'
import { SessionTokens, type ShownToken } from '../../features/organizer/connections/session-tokens.tsx'
import { Webhooks } from '../../features/organizer/connections/webhooks.tsx'
import { useOrganizerRequest } from '../../session/organizer-request.ts'
import { useText } from '../../text/use-text.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { screenReader } from '../../ui/screen-reader.ts'
import { useHeadingFocus } from '../../ui/use-focus.ts'
import { Name } from '../../ui/written.tsx'
import { RequestError } from '../../widgets/request-error.tsx'
import styles from './connections-page.module.css'

type ConnectionsPageProps = { secret: string; session: string; onLeave: () => void }

export const ConnectionsPage = ({ secret, session, onLeave }: ConnectionsPageProps) => {
  const { t } = useText()
  const heading = useHeadingFocus()
  const sessions = useOrganizerRequest(secret, 'GET /api/sessions', {})
  const tokens = useOrganizerRequest(secret, 'GET /api/sessions/:id/tokens', { params: { id: session } })
  const webhooks = useOrganizerRequest(secret, 'GET /api/sessions/:id/webhooks', { params: { id: session } })
  const [freshToken, showToken] = useState<ShownToken | null>(null)
  const [freshWebhook, showWebhook] = useState<ShownWebhook | null>(null)
  const found = sessions.result?.ok ? sessions.result.value.sessions.find(({ id }) => id === session) : undefined
  const zone = { timeZone: found?.timeZone ?? 'UTC' }
  const failed = [tokens.result, webhooks.result].find((result) => result?.ok === false)
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <div className={styles.back}>
          <Button look="quiet" size="small" onClick={onLeave}>
            {t('home.plan.back')}
          </Button>
        </div>
        {found === undefined ? null : (
          <p className={styles.eyebrow}>
            <Name>{found.title}</Name>
          </p>
        )}
        <h2 ref={heading} tabIndex={-1}>
          {t('home.connections')}
        </h2>
        <p className="muted">{t('home.connections.lead')}</p>
        <RequestError result={failed} />
      </header>
      <div className={styles.column}>
        {tokens.result?.ok ? (
          <SessionTokens
            {...{ secret, session, zone }}
            tokens={tokens.result.value.tokens}
            fresh={freshToken}
            onFresh={showToken}
            onChanged={tokens.reload}
          />
        ) : null}
        {webhooks.result?.ok ? (
          <Webhooks
            {...{ secret, session, zone }}
            webhooks={webhooks.result.value.webhooks}
            fresh={freshWebhook}
            onFresh={showWebhook}
            onChanged={webhooks.reload}
          />
        ) : null}
      </div>
      <div className={styles.column}>
        <NewToken
          {...{ secret, session }}
          onMade={(token) => {
            showToken(token)
            screenReader.say(t('home.connections.tokenReady', { name: token.name }), 'token')
            tokens.reload()
          }}
        />
        <NewWebhook
          {...{ secret, session }}
          allowed={webhooks.result?.ok ? webhooks.result.value.allowed : []}
          onMade={(webhook) => {
            showWebhook(webhook)
            screenReader.say(t('home.connections.keyReady', { address: webhook.address }), 'webhook')
            webhooks.reload()
          }}
        />
        <Card aria-labelledby="how-title">
          <CardHead id="how-title" title={t('home.connections.button')} level={3} />
          <div className={styles.how}>
            <p>{t('home.connections.buttonHelp')}</p>
            <div>
              <ButtonLink look="quiet" size="inline" href="/api/docs#/Acting">
                {t('home.connections.readHow')}
              </ButtonLink>
            </div>
          </div>
        </Card>
      </div>
    </main>
  )
}
