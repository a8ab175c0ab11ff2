import type { SpokenLanguage } from '@rostrum/shared/contract/spoken-language'
import { useState } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { listCaptionLanguages } from '../../../text/other-languages.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/field.tsx'
import styles from './workplace.module.css'

export const AddTrack = () => {
  const { t, language: page } = useText()
  const send = useSend('captions')
  const busy = usePending('captions.add') !== undefined
  // After the close, words can only come from files, and only if captions are kept.
  const isOver = useView(({ session, captionSettings }) => session.phase === 'closed' && captionSettings?.kept !== true)
  const present = useView(({ captionLanguages }) => captionLanguages)
  const [chosen, choose] = useState('')
  const all = listCaptionLanguages(page.id).filter(({ value }) => !present.some((one) => one === value))
  const add = () => {
    if (chosen === '' || busy) return
    void send({ type: 'captions.add', data: { language: chosen as SpokenLanguage } }).then((reply) => reply.ok && choose(''))
  }
  if (isOver) return null
  return (
    <div className={styles.add}>
      <SelectField label={t('captions.addLanguage')} value={chosen} onChange={choose} options={[{ value: '', label: '' }, ...all]} />
      <Button icon="plus" disabled={chosen === '' || busy} onClick={add}>
        {t('captions.add')}
      </Button>
    </div>
  )
}
