/**
 * How to join, on the room screen: the QR code, what it is for, the code and the address. A code that lets nobody in is not shown, and
 * neither is an invitation. After the close a code opens nothing.
 */

import type { JoinInfo } from '@rostrum/shared/api/tickets'
import { computeLastCallLeft } from '@rostrum/shared/projection/queue/last-call'
import { Fragment } from 'react'
import { useMadeNow, useStaleSince, useView } from '../../../session/hooks.tsx'
import { formatJoinCode } from '../../../session/join-code.ts'
import { formatDuration } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { QrCode } from '../../../ui/qr-code.tsx'
import { useFit } from '../../../ui/use-fit.ts'
import styles from './display-join.module.css'

/** `personal-link`: the code lets nobody new in. */
export type Joining = JoinInfo | 'personal-link'
type JoinProps = { joining: Joining }

const Code = ({ code, url }: JoinInfo) => (
  <>
    <strong className="num">{formatJoinCode(code)}</strong>
    <Address url={url} />
  </>
)

/** The address as a person would type it. A long one takes another line after a dot. */
const Address = ({ url }: Pick<JoinInfo, 'url'>) => (
  <span className={classNames('num', styles.address)}>
    {new URL(url).host.split(/(?<=\.)/).map((part, index) => (
      <Fragment key={`${index} ${part}`}>
        {index === 0 ? null : <wbr />}
        {part}
      </Fragment>
    ))}
  </span>
)

const PersonalLink = () => <p>{useText().t('display.personalLink')}</p>

/** The purpose of the code or of a personal link. Null on a screen that may have missed that the list was closed or opened. */
const usePurpose = (): string | null => {
  const { t } = useText()
  const kind = useView(({ queue }) => queue.status.kind)
  const isOver = useMadeNow(1000, ({ queue }, now) => computeLastCallLeft(queue.status, now) === 0)
  const isStale = useStaleSince() !== null
  if (isStale && isOver) return null
  return t(kind === 'closed' ? 'display.askQuestionOnly' : 'display.askFloorOrQuestion')
}

/** The most characters of an address that has one line below the code. */
const oneLine = 28

const isLong = ({ url }: JoinInfo): boolean => new URL(url).host.length > oneLine

/** The form in a column. */
export const DisplayJoin = ({ joining }: JoinProps) => {
  const { t } = useText()
  const { kind } = useView(({ queue }) => queue.status)
  const purpose = usePurpose()
  if (joining === 'personal-link')
    return (
      <div className={styles.personal}>
        {purpose === null ? null : <p>{purpose}</p>}
        <PersonalLink />
      </div>
    )
  return (
    <div className={classNames(styles.place, kind === 'last-call' && styles.needed, isLong(joining) && styles.long)}>
      <section className={styles.small} aria-label={t('display.join')}>
        <QrCode value={joining.url} label={t('display.join')} className={styles.qr} />
        <p>
          {purpose === null ? null : <span className={styles.purpose}>{purpose}</span>}
          <Code {...joining} />
        </p>
      </section>
    </div>
  )
}

/** The scale of the QR code in each size. */
const sizes = [1, 0.85, 0.7, 0.55, 0.4]

/** The state of the list of speakers, for a screen on which nobody speaks. */
const ListText = () => {
  const { t } = useText()
  const { kind } = useView(({ queue }) => queue.status)
  const isSuspended = useView(({ session }) => session.phase === 'suspended')
  const left = useMadeNow(1000, ({ queue }, now) => computeLastCallLeft(queue.status, now))
  if (kind === 'last-call')
    return (
      <>
        <p className={styles.list}>{t('display.lastCall')}</p>
        {isSuspended && left !== null ? <p>{t('display.lastCallKept', { time: formatDuration(left) })}</p> : null}
      </>
    )
  if (kind === 'open') return <p className={styles.list}>{t(isSuspended ? 'display.listKept' : 'display.listOpen')}</p>
  return (
    <>
      <p className={styles.list}>{t('display.listClosed')}</p>
      {isSuspended ? <p>{t('display.placesKept')}</p> : null}
    </>
  )
}

/** The large form, for the times when everybody joins. */
export const DisplayJoinLarge = ({ joining }: JoinProps) => {
  const { t } = useText()
  const phase = useView(({ session }) => session.phase)
  const purpose = usePurpose()
  const box = useFit<HTMLElement>(sizes)
  // Before the opening the greeting says the same.
  if (joining === 'personal-link')
    return phase === 'planned' ? null : (
      <section ref={box} data-column="" className={styles.large} aria-label={t('queue.title')}>
        <ListText />
        {purpose === null ? null : <p>{purpose}</p>}
        <PersonalLink />
      </section>
    )
  return (
    <section
      ref={box}
      data-column=""
      className={classNames(styles.large, phase === 'planned' && styles.before)}
      aria-label={t('display.join')}
    >
      <QrCode value={joining.url} label={t('display.join')} className={styles.qr} />
      {phase === 'planned' ? null : (
        <>
          <ListText />
          {purpose === null ? null : <p>{purpose}</p>}
        </>
      )}
      <Code {...joining} />
    </section>
  )
}
