/** One source of captions: its state in words, and its address. The address is a key, so it is covered until somebody asks for it. */
import type { AnswerOf } from '@rostrum/shared/api/operations'
import { isInSession } from '@rostrum/shared/contract/enums'
import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { useState } from 'react'
import { useSend, useView } from '../../../session/hooks.tsx'
import { formatLanguageName } from '../../../text/language-name.ts'
import { getLinkText } from '../../../text/link-text.ts'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { CopyLink } from '../../../ui/copy-link.tsx'
import { MenuButton } from '../../../ui/menu.tsx'
import { useCaptionState } from '../use-captions.ts'
import { TypeHere } from './type-here.tsx'
import styles from './workplace.module.css'

export type TrackReport = AnswerOf<'GET /api/staff/captions'>['tracks'][number]

export const TrackRow = ({ language, report }: { language: SpokenLanguage; report: TrackReport | undefined }) => {
  const { t, language: page } = useText()
  const send = useSend('captions')
  const name = formatLanguageName(page.id, language)
  const [shown, show] = useState(false)
  const isOpen = useView(({ session }) => isInSession(session.phase))
  const [types, type] = useState(false)
  const act = (choice: 'type' | 'renew' | 'remove') => {
    show(false)
    if (choice === 'type') return type(!types)
    void send({ type: `captions.${choice}`, data: { language } })
  }
  return (
    <li className={styles.track}>
      <p className={styles.name}>
        <strong>{name}</strong>
        <TrackState report={report} />
      </p>
      <MenuButton
        label={t('app.moreFor', { who: name })}
        look={{ look: 'quiet', size: 'small', muted: true }}
        options={[
          ...(isOpen ? [{ id: 'type', label: t(types ? 'captions.stopTyping' : 'captions.typeHere') } as const] : []),
          { id: 'renew', label: t('captions.renew'), note: t('captions.renewNote') },
          { id: 'remove', label: t('captions.remove'), note: t('captions.removeNote'), danger: true },
        ]}
        onAction={act}
      />
      {report === undefined ? null : (
        <p className={styles.address}>
          <code dir="ltr">{shown ? report.address : t('captions.covered')}</code>
          <Button look="quiet" size="inline" onClick={() => show(!shown)}>
            {t(shown ? 'captions.cover' : 'captions.show')}
            <span className="sr"> {name}</span>
          </Button>
          <CopyLink link={report.address} text={getLinkText(t, name, report.address)} />
        </p>
      )}
      {report === undefined ? null : (
        <p className={styles.typingPage}>
          {t('captioner.link')}{' '}
          <CopyLink link={report.page} text={getLinkText(t, t('captioner.linkFor', { language: name }), report.page)} />
        </p>
      )}
      {types && report !== undefined ? <TypeHere language={language} address={report.address} /> : null}
    </li>
  )
}

const TrackState = ({ report }: { report: TrackReport | undefined }) => {
  const { t } = useText()
  const zone = useView(({ session }) => session.timeZone)
  const state = useCaptionState(report?.lastAt ?? null)
  if (report === undefined) return null
  const reading = t('captions.reading', { n: report.readers })
  if (report.lines === 0) return <Chip>{t('captions.notStarted')}</Chip>
  if (state.kind === 'silent' && state.since !== null)
    return (
      <>
        <Chip tone="bad">{t('captions.silent')}</Chip>
        <small>{t('captions.since', { time: formatTime(state.since, zone), reading })}</small>
      </>
    )
  return (
    <>
      {state.kind === 'late' ? <Chip tone="warn">{t('captions.late', { n: state.seconds })}</Chip> : null}
      {state.kind === 'arriving' ? (
        <Chip tone="good" icon="check">
          {t('captions.arriving')}
        </Chip>
      ) : null}
      <small>{reading}</small>
    </>
  )
}
