/** The possible responses: two to five, from those that every language has words for and others that are named here. */
import { responseKinds } from '@rostrum/shared/contract/response-kinds'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { CheckRow } from '../../../ui/check-row.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { TextField } from '../../../ui/field.tsx'
import { getOptionText } from '../option-text.ts'
import styles from './compose-panel.module.css'
import { countAnswers, type Draft, fewestAnswers, longestAnswer, mostAnswers } from './draft.ts'

type AnswersFieldProps = { draft: Draft; shown: LanguageId; onChange: (draft: Draft) => void }

export const AnswersField = ({ draft, shown, onChange }: AnswersFieldProps) => {
  const { t, language } = useText()
  const [isOpen, open] = useState(false)
  const count = countAnswers(draft)
  const isRight = count >= fewestAnswers && count <= mostAnswers
  const setNamed = (index: number, text: string) =>
    onChange({ ...draft, named: draft.named.map((answer, each) => (each === index ? { ...answer, [shown]: text } : answer)) })
  return (
    <fieldset className={styles.field}>
      <legend>{t('sense.answers')}</legend>
      {isOpen ? (
        <>
          {responseKinds.map((kind) => (
            <CheckRow
              key={kind}
              label={getOptionText(t, language.id, kind)}
              checked={draft.kinds.includes(kind)}
              onChange={(isChosen) =>
                onChange({ ...draft, kinds: isChosen ? [...draft.kinds, kind] : draft.kinds.filter((one) => one !== kind) })
              }
            />
          ))}
          {draft.named.map((answer, index) => (
            <div key={index} className={styles.named}>
              <TextField
                label={t('sense.another')}
                lang={shown}
                maxLength={longestAnswer}
                value={answer[shown] ?? ''}
                onChange={(text: string) => setNamed(index, text)}
              />
              <Button
                look="quiet"
                size="small"
                onClick={() => onChange({ ...draft, named: draft.named.filter((_, each) => each !== index) })}
              >
                {t('sense.removeAnswer')}
              </Button>
            </div>
          ))}
          <div className={styles.chips}>
            <Button
              size="small"
              icon="plus"
              disabled={count >= mostAnswers}
              onClick={() => onChange({ ...draft, named: [...draft.named, {}] })}
            >
              {t('sense.another')}
            </Button>
            <Button size="small" onClick={() => open(false)}>
              {t('sense.changed')}
            </Button>
          </div>
        </>
      ) : (
        <div className={styles.chips}>
          {responseKinds
            .filter((kind) => draft.kinds.includes(kind))
            .map((kind) => (
              <Chip key={kind}>{getOptionText(t, language.id, kind)}</Chip>
            ))}
          {draft.named.map((answer, index) => (
            <Chip key={index}>{answer[shown] ?? ''}</Chip>
          ))}
          <Button look="quiet" size="inline" onClick={() => open(true)}>
            {t('sense.change')}
          </Button>
        </div>
      )}
      {isRight ? null : <p className={styles.wrong}>{t('sense.twoToFive')}</p>}
    </fieldset>
  )
}
