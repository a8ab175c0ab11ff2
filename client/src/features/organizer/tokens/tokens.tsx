/** API tokens. A program with a token can do what an organizer can do. Each token is shown once and revoked separately. */

import type { AnswerOf } from '@rostrum/shared/api/operations'
import { useState } from 'react'
import { request } from '../../../session/http.ts'
import { useOrganizerRequest } from '../../../session/organizer-request.ts'
import { formatDate } from '../../../text/days.ts'
import { useText } from '../../../text/use-text.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { Written } from '../../../ui/written.tsx'
import { RequestError } from '../../../widgets/request-error.tsx'
import styles from '../access.module.css'
import { AccessCard } from '../access-card.tsx'
import { AccessForm } from '../access-form.tsx'
import { ShownOnce } from '../shown-once.tsx'
import { RevokeTokenButton } from './revoke-token.tsx'

type NewToken = AnswerOf<'POST /api/tokens'>

export const Tokens = ({ secret }: { secret: string }) => {
  const { t } = useText()
  return (
    <AccessCard titleId="tokens-title" title={t('home.tokens')}>
      <TokenList secret={secret} />
    </AccessCard>
  )
}

const TokenList = ({ secret }: { secret: string }) => {
  const { t, language } = useText()
  const { result, reload } = useOrganizerRequest(secret, 'GET /api/tokens', {})
  const [created, show] = useState<NewToken | null>(null)
  const onCreated = (token: NewToken) => {
    show(token)
    screenReader.say(t('home.tokenMadeNow', { name: token.name }), 'token')
    reload()
  }
  return (
    <>
      <p>{t('home.tokensHelp')}</p>
      <div>
        <ButtonLink look="quiet" size="inline" href="/api/docs">
          {t('home.tokensHow')}
        </ButtonLink>
      </div>
      <RequestError result={result} />
      {result?.ok && result.value.tokens.length === 0 ? <p className="muted">{t('home.tokensNone')}</p> : null}
      {result?.ok && result.value.tokens.length > 0 ? (
        <ul className={styles.rows}>
          {result.value.tokens.map((token) => (
            <li key={token.id}>
              <p>
                <Written as="strong">{token.name}</Written>
                <small>{t('home.tokenMade', { day: formatDate(language.id, token.madeAt) })}</small>
              </p>
              <RevokeTokenButton secret={secret} token={token} onRevoked={reload} />
            </li>
          ))}
        </ul>
      ) : null}
      {created === null ? null : (
        <ShownOnce
          key={created.id}
          name={created.name}
          value={created.secret}
          help={t('home.tokenOnce')}
          copied={t('home.tokenCopied')}
          copyFailed={t('home.tokenByHand')}
          onDone={() => show(null)}
        />
      )}
      <AccessForm
        label={t('home.tokenName')}
        hint={t('home.tokenNameHelp')}
        submitLabel={t('home.tokenMake')}
        create={(name) => request('POST /api/tokens', { body: { name } }, secret)}
        onCreated={onCreated}
      />
    </>
  )
}
