/**
 * Handing in my text to the interpreters: how I will read it, and how my name is pronounced. I can see what they have, and take it back.
 */
import { countGraphemes } from '@rostrum/shared/kernel/text'
import { isVisible } from '@rostrum/shared/kernel/visible-text'
import { boothLengths, type TextMark, textMarks } from '@rostrum/shared/protocol/booth'
import { useId, useState } from 'react'
import { useView } from '../../../../session/hooks.tsx'
import { getMemberFailureText } from '../../../../text/member-failure-text.ts'
import { formatTime } from '../../../../text/times.ts'
import { useAskedText } from '../../../../text/use-text.tsx'
import { Button } from '../../../../ui/button.tsx'
import { CheckRow } from '../../../../ui/check-row.tsx'
import { ChoiceCards } from '../../../../ui/choice-cards.tsx'
import { TextField } from '../../../../ui/field.tsx'
import { FormError } from '../../../../ui/form-error.tsx'
import styles from './hand-in.module.css'
import { useAlsoFile } from './use-also-file.ts'
import { useHandIn } from './use-hand-in.ts'

export const HandIn = ({ text }: { text: string }) => {
  const { t } = useAskedText()
  const heading = useId()
  const zone = useView(({ session }) => session.timeZone)
  const { handed, present, isSending, reason, handIn, takeBack } = useHandIn()
  const [mark, setMark] = useState<TextMark | null>(handed?.mark ?? null)
  const [pronounced, setPronounced] = useState(handed?.pronounced ?? '')
  const { canFile, isFiling, chooseFiling, file, filed } = useAlsoFile()
  const excess = countGraphemes(text) - boothLengths.text
  const isEmpty = !isVisible(text) && !isVisible(pronounced)
  const isSame = handed !== null && handed.text === text && handed.mark === mark && (handed.pronounced ?? '') === pronounced.trim()
  const submit = async () => {
    if (mark === null) return
    const isDone = await handIn({ text, mark, pronounced: isVisible(pronounced) ? pronounced.trim() : null })
    if (isDone) await file(text)
  }
  return (
    <section className={styles.handIn} aria-labelledby={heading}>
      <h3 id={heading}>{t('handIn.title')}</h3>
      <p>{t('handIn.who')}</p>
      {present === null ? null : (
        <p className={styles.done} role="status">
          <strong>{t('handIn.done', { time: formatTime(present.at, zone), mark: t(`textMark.${present.mark}`) })}</strong>
          {handed === null || isSame ? null : <span>{t(isEmpty ? 'handIn.still' : 'handIn.changed')}</span>}
        </p>
      )}
      <ChoiceCards
        label={t('handIn.mark')}
        icons={{ verbatim: 'paper', check: 'edit' }}
        value={mark}
        onChange={setMark}
        options={textMarks.map((value) => ({ value, label: t(`textMark.${value}`), note: t(`handIn.note.${value}`) }))}
      />
      <TextField
        label={t('handIn.pronounced')}
        optional={t('app.optional')}
        value={pronounced}
        onChange={setPronounced}
        maxLength={boothLengths.pronounced}
        autoComplete="off"
      />
      {canFile ? <CheckRow label={t('handIn.record')} note={t('handIn.recordNote')} checked={isFiling} onChange={chooseFiling} /> : null}
      {excess > 0 ? <FormError>{t('handIn.tooLong', { n: excess })}</FormError> : null}
      {reason === null ? null : (
        <FormError>{reason === 'no-connection' ? t('handIn.noConnection') : getMemberFailureText(t, reason)}</FormError>
      )}
      {filed === null ? null : <p role="status">{filed}</p>}
      <div className="wrap">
        <Button
          look="primary"
          disabled={mark === null || isEmpty || excess > 0 || isSending || (isSame && present !== null && !isFiling)}
          onClick={() => void submit()}
        >
          {t(isSending ? 'app.sending' : present === null ? 'handIn.send' : 'handIn.again')}
        </Button>
        {present === null ? null : (
          <Button disabled={isSending} onClick={() => void takeBack()}>
            {t('handIn.takeBack')}
          </Button>
        )}
      </div>
    </section>
  )
}
