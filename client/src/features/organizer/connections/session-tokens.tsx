/** The tokens of a session: what each may do, its end and its last use. A revoked token stays, muted, with the number of refusals since. */

import type { SessionTokenSummary } from '@rostrum/shared/api/session-tokens'
import { useState } from 'react'
import { request } from '../../../session/http.ts'
import { useText } from '../../../text/use-text.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { screenReader } from '../../../ui/screen-reader.ts'
import { Name } from '../../../ui/written.tsx'
import { ConfirmButton } from '../confirm-button.tsx'
import styles from './connections.module.css'
import { FreshSecret } from './fresh-secret.tsx'
import { formatWhen, type Zone } from './when.ts'

export type ShownToken = SessionTokenSummary & { readonly secret: string }

type SessionTokensProps = {
  secret: string
  session: string
  zone: Zone
  tokens: readonly SessionTokenSummary[]
  /** The token made or renewed on this page. */
  fresh: ShownToken | null
  onFresh: (token: ShownToken) => void
  onChanged: () => void
}

export const SessionTokens = ({ tokens, fresh, ...rest }: SessionTokensProps) => {
  const { t } = useText()
  // Sorts the tokens: the newest first, and revoked ones last.
  const rows = tokens.toReversed().sort((a, b) => Number(a.revokedAt !== null) - Number(b.revokedAt !== null))
  return (
    <Card aria-labelledby="session-tokens-title">
      <CardHead id="session-tokens-title" title={t('home.connections.tokens')} note={t('home.connections.tokensNote')} />
      {fresh === null ? null : (
        <FreshSecret key={fresh.secret} name={fresh.name} secret={fresh.secret}>
          {t('home.connections.tokenReady', { name: fresh.name })}
        </FreshSecret>
      )}
      {rows.length === 0 ? <p className={styles.none}>{t('home.connections.noTokens')}</p> : null}
      <ul className={styles.ledger}>
        {rows.map((token) => (
          <TokenRow key={token.id} token={token} isNew={token.id === fresh?.id} {...rest} />
        ))}
      </ul>
    </Card>
  )
}

type TokenRowProps = Omit<SessionTokensProps, 'tokens' | 'fresh'> & { token: SessionTokenSummary; isNew: boolean }

const TokenRow = ({ secret, session, zone, token, isNew, onFresh, onChanged }: TokenRowProps) => {
  const { t, language } = useText()
  const [now] = useState(Date.now)
  const { id, name, role, usedAt, endsAt, revokedAt, refusedCount } = token
  const format = (at: number) => formatWhen(language.id, zone, at)
  const isDead = revokedAt !== null
  const isOver = endsAt !== null && endsAt <= now
  return (
    <li className={classNames(styles.token, (isDead || isOver) && styles.dead)}>
      <div>
        <p className={styles.name}>
          <strong>
            <Name>{name}</Name>
          </strong>
          {isNew ? <Chip tone="good">{t('home.connections.new')}</Chip> : null}
        </p>
        <small>{isDead ? t('home.connections.revoked', { at: format(revokedAt) }) : t(`home.connections.may.${role}`)}</small>
      </div>
      <div>
        <Chip tone={isDead ? 'plain' : 'accent'}>{t(`role.${role}`)}</Chip>
      </div>
      <div className={styles.use}>
        <p>
          {usedAt === null
            ? t('home.connections.notUsed')
            : t(isDead ? 'home.connections.lastUsed' : 'home.connections.used', { at: format(usedAt) })}
        </p>
        <small>
          {isDead
            ? t('home.connections.refused', { n: refusedCount })
            : endsAt === null
              ? t('home.connections.endsWithSession')
              : t(isOver ? 'home.connections.ended' : 'home.connections.ends', { at: format(endsAt) })}
        </small>
      </div>
      {isDead ? null : (
        <div className={styles.acts}>
          <ConfirmButton
            label={
              <>
                {t('home.renew')}
                <span className="sr"> {name}</span>
              </>
            }
            title={t('home.connections.renewAsk', { name })}
            goes={t('home.connections.renewGoes')}
            stays={t('home.connections.renewStays')}
            confirmLabel={t('home.connections.renewIt')}
            action={() => request('POST /api/sessions/:id/tokens/:token/renew', { params: { id: session, token: id }, body: {} }, secret)}
            onDone={(renewed) => {
              onFresh(renewed)
              onChanged()
            }}
          />
          <ConfirmButton
            label={
              <span className={styles.danger}>
                {t('home.tokenRevoke')}
                <span className="sr"> {name}</span>
              </span>
            }
            title={t('home.tokenRevokeAsk', { name })}
            goes={t('home.tokenRevokeGoes')}
            stays={t('home.connections.revokeStays')}
            confirmLabel={t('home.tokenRevokeIt')}
            look="danger"
            action={() => request('DELETE /api/sessions/:id/tokens/:token', { params: { id: session, token: id } }, secret)}
            onDone={() => {
              screenReader.say(t('home.tokenRevoked', { name }), 'token')
              document.getElementById('session-tokens-title')?.focus()
              onChanged()
            }}
          />
        </div>
      )}
    </li>
  )
}
