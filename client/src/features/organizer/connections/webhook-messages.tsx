/** The last messages of a webhook and those that wait, the newest first, each with its number. */

import type { WebhookMessage, WebhookSummary } from '@rostrum/shared/api/webhooks'
import { useEffect, useState } from 'react'
import { request } from '../../../session/http.ts'
import { useOrganizerRequest } from '../../../session/organizer-request.ts'
import { useSubmit } from '../../../session/use-submit.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { OverlayActions } from '../../../ui/popover.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { TabPanel, Tabs } from '../../../ui/tabs.tsx'
import { Written } from '../../../ui/written.tsx'
import { RequestError } from '../../../widgets/request-error.tsx'
import styles from './connections.module.css'
import { formatWhen, type Zone } from './when.ts'

type MessagesProps = { secret: string; session: string; zone: Zone; webhook: WebhookSummary; onChanged: () => void }
type Shown = 'all' | 'open'

/** The number of rows at first. The rest is shown on request. */
const fewRows = 6

export const WebhookMessages = ({ secret, session, zone, webhook, onChanged }: MessagesProps) => {
  const { t } = useText()
  const { id, last, waiting, failures, address } = webhook
  const { result, reload } = useOrganizerRequest(secret, 'GET /api/sessions/:id/webhooks/:webhook/messages', {
    params: { id: session, webhook: id },
  })
  const [shown, show] = useState<Shown>('all')
  const [isLong, setLong] = useState(false)
  const [opened, open] = useState<WebhookMessage | null>(null)
  // The webhook is requested as often as the messages, and its change is seen first.
  const state = `${last} ${waiting} ${failures}`
  const [reloadedAt, setReloadedAt] = useState(state)
  useEffect(() => {
    if (state === reloadedAt) return
    setReloadedAt(state)
    reload()
  }, [state, reloadedAt, reload])
  if (result === null) return null
  if (!result.ok) return <RequestError result={result} />
  const next = last - waiting + 1
  const all = result.value.messages
  const chosen = shown === 'all' ? all : all.filter(({ number }) => number >= next)
  const name = `messages-${id}`
  return (
    <>
      <div className={styles.tabs}>
        <Tabs
          name={name}
          label={t('home.connections.deliveries', { address })}
          tabs={[
            { id: 'all', label: t('home.connections.all'), count: last },
            { id: 'open', label: t('home.connections.open'), count: waiting },
          ]}
          current={shown}
          onChange={show}
        />
      </div>
      <TabPanel name={name} id={shown} className={styles.scroll} reachable>
        {chosen.length === 0 ? <p className={styles.none}>{t('home.connections.nothingSent')}</p> : null}
        {chosen.length === 0 ? null : (
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('home.connections.number')}</th>
                <th scope="col">{t('home.connections.time')}</th>
                <th scope="col">{t('home.connections.event')}</th>
                <th scope="col">{t('home.connections.state')}</th>
                <th scope="col">{t('home.connections.answer')}</th>
                <th>
                  <span className="sr">{t('home.connections.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {chosen.slice(0, isLong ? undefined : fewRows).map((message) => (
                <MessageRow key={message.number} message={message} next={next} webhook={webhook} zone={zone} onOpen={() => open(message)} />
              ))}
            </tbody>
          </table>
        )}
        {chosen.length > fewRows && !isLong ? (
          <div className={styles.more}>
            <Button look="quiet" size="inline" onClick={() => setLong(true)}>
              {t('home.connections.showMore', { n: chosen.length - fewRows })}
            </Button>
          </div>
        ) : null}
      </TabPanel>
      {opened === null ? null : (
        <MessageDialog
          {...{ secret, session, webhook }}
          message={opened}
          isSent={opened.number < next}
          onClose={() => open(null)}
          onSent={() => {
            open(null)
            reload()
            onChanged()
          }}
        />
      )}
    </>
  )
}

type MessageRowProps = { message: WebhookMessage; next: number; webhook: WebhookSummary; zone: Zone; onOpen: () => void }

const MessageRow = ({ message, next, webhook: { retryAt, status }, zone, onOpen }: MessageRowProps) => {
  const { t, language } = useText()
  const { number, at, type, about, attempts, isDelivered, last } = message
  const isSent = number < next
  const answer =
    last === null
      ? null
      : last.problem === null
        ? t('home.connections.answered', { status: String(last.status), ms: last.ms })
        : t(`home.connections.problem.${last.problem}`)
  const isNext = number === next && attempts > 0
  return (
    <tr>
      <td>
        <span className="num">{number}</span>
      </td>
      <td>{formatWhen(language.id, zone, at)}</td>
      <td>
        <span className={styles.mono}>{type}</span>
        {about === '' ? null : <Written as="span">{about}</Written>}
      </td>
      <td>
        {isSent && isDelivered ? (
          <Chip tone="good" icon="check">
            {t('home.connections.delivered')}
          </Chip>
        ) : isNext ? (
          <Chip tone="warn" icon="clock">
            {t('home.connections.tries', { n: attempts })}
          </Chip>
        ) : (
          <Chip>{t('home.connections.waits')}</Chip>
        )}
      </td>
      <td>
        {isSent || isNext ? answer : number === next ? null : t('home.connections.behind', { n: next })}
        {isNext && status === 'running' && retryAt !== null ? (
          <small>{t('home.connections.nextTry', { at: formatWhen(language.id, zone, retryAt) })}</small>
        ) : null}
        {isSent && attempts > 1 ? <small>{t('home.connections.tries', { n: attempts })}</small> : null}
      </td>
      <td className={styles.end}>
        <Button look="quiet" size="inline" onClick={onOpen}>
          {t(isSent ? 'home.connections.sendAgain' : 'home.connections.show')}
          <span className="sr"> {number}</span>
        </Button>
      </td>
    </tr>
  )
}

type MessageDialogProps = {
  secret: string
  session: string
  webhook: WebhookSummary
  message: WebhookMessage
  isSent: boolean
  onClose: () => void
  onSent: () => void
}

/** The message as it was sent, and the two ways to send it again. */
const MessageDialog = ({ secret, session, webhook: { id }, message, isSent, onClose, onSent }: MessageDialogProps) => {
  const { t } = useText()
  const { busy, refusal, submit } = useSubmit(
    (andAllAfter: boolean) =>
      request(
        'POST /api/sessions/:id/webhooks/:webhook/send-again',
        { params: { id: session, webhook: id }, body: { number: message.number, andAllAfter } },
        secret,
      ),
    () => {
      screenReader.say(t('home.connections.sentAgain', { n: message.number }), 'webhook')
      onSent()
    },
  )
  return (
    <ModalDialog open title={t('home.connections.message', { n: message.number })} onClose={onClose}>
      <pre className={styles.body}>{JSON.stringify(message.body, null, 2)}</pre>
      {isSent ? <p>{t('home.connections.againHelp')}</p> : null}
      <RequestError result={refusal} />
      <OverlayActions>
        {isSent ? (
          <>
            <Button look="primary" disabled={busy} onClick={() => submit(false)}>
              {t('home.connections.sendThis')}
            </Button>
            <Button disabled={busy} onClick={() => submit(true)}>
              {t('home.connections.sendFrom')}
            </Button>
          </>
        ) : null}
        <Button look="quiet" onClick={onClose}>
          {t('app.close')}
        </Button>
      </OverlayActions>
    </ModalDialog>
  )
}
