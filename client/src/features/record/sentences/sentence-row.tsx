/** One point: the draft of its sentence, or the sentence in the report, and what the Rapporteur can do with it. */
import type { PagePoint } from '@rostrum/shared/contract/report-blocks'
import { type ReactNode, useRef, useState } from 'react'
import { useSubmit } from '../../../session/use-submit.ts'
import { getFailureText } from '../../../text/failure-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { Written } from '../../../ui/written.tsx'
import { ownSentenceSentences, type SentencePlace, sendSentence } from './send-sentence.ts'
import { SentenceForm } from './sentence-form.tsx'
import styles from './sentences.module.css'

type SentenceRowProps = { point: PagePoint; place: SentencePlace; onStored: (text: string | null) => void }

export const SentenceRow = ({ point, place, onStored }: SentenceRowProps) => {
  const { t } = useText()
  const { draft, sentences } = point
  const [sentence] = sentences
  const [isEditing, setEditing] = useState(false)
  const change = useRef<HTMLButtonElement>(null)
  /** The button that was pressed is no longer there. */
  const focusChange = () => requestAnimationFrame(() => change.current?.focus())
  const { busy, refusal, submit } = useSubmit(
    (text: string | null) => sendSentence(place, point, text),
    (text) => {
      setEditing(false)
      onStored(text)
      screenReader.say(t(text === null ? 'record.sentence.takenOut' : 'record.sentence.saved'), 'record')
      focusChange()
    },
  )
  const shown = sentence?.text ?? draft
  const isStale = sentence?.agrees === false
  return (
    <li className={styles.row} data-sentence={point.id}>
      <SentenceStatus sentence={sentence} />
      {isEditing ? (
        <SentenceForm
          text={shown}
          busy={busy}
          onSave={submit}
          onCancel={() => {
            setEditing(false)
            focusChange()
          }}
        />
      ) : (
        <>
          <Written>{shown}</Written>
          {isStale ? <NewDraft draft={draft} /> : null}
          <div className="line">
            {sentence === undefined || isStale ? (
              <Act label={t('record.sentence.acceptOf', { text: draft })} disabled={busy} onPress={() => submit(draft)}>
                {t('record.sentence.accept')}
              </Act>
            ) : null}
            <Button
              ref={change}
              size="small"
              look="quiet"
              aria-label={t('record.sentence.changeOf', { text: shown })}
              disabled={busy}
              onClick={() => setEditing(true)}
            >
              {t('record.sentence.change')}
            </Button>
            {sentence === undefined ? null : (
              <Act label={t('record.sentence.takeOutOf', { text: shown })} disabled={busy} onPress={() => submit(null)}>
                {t('record.sentence.takeOut')}
              </Act>
            )}
          </div>
        </>
      )}
      {refusal === null ? null : <FormError>{getFailureText(t, refusal.reason, ownSentenceSentences)}</FormError>}
    </li>
  )
}

const SentenceStatus = ({ sentence }: { sentence: PagePoint['sentences'][number] | undefined }) => {
  const { t } = useText()
  if (sentence === undefined) return <Chip>{t('record.sentence.draft')}</Chip>
  return sentence.agrees ? (
    <Chip tone="good" icon="check">
      {t('record.sentence.inReport')}
    </Chip>
  ) : (
    <Chip tone="warn" icon="flag">
      {t('record.sentence.changed')}
    </Chip>
  )
}

const NewDraft = ({ draft }: Pick<PagePoint, 'draft'>) => {
  const { t } = useText()
  return (
    <>
      <p>{t('record.sentence.changedHelp')}</p>
      <Chip>{t('record.sentence.newDraft')}</Chip>
      <Written>{draft}</Written>
    </>
  )
}

type ActProps = { label: string; disabled: boolean; onPress: () => void; children: ReactNode }

const Act = ({ label, disabled, onPress, children }: ActProps) => (
  <Button size="small" look="quiet" aria-label={label} disabled={disabled} onClick={onPress}>
    {children}
  </Button>
)
