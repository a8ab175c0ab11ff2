/** The organization's document whose look the report takes. It stays on this page, and is sent with each download. */
import { maxTemplateBytes } from '@rostrum/shared/contract/lengths'
import { useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { FileButton } from '../../../ui/file-button.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import styles from '../head.module.css'

type TemplateChoiceProps = { template: File | null; onChange: (template: File | null) => void }

export const TemplateChoice = ({ template, onChange }: TemplateChoiceProps) => {
  const { t } = useText()
  const [isTooLarge, setIsTooLarge] = useState(false)
  const choose = (file: File) => {
    setIsTooLarge(file.size > maxTemplateBytes)
    if (file.size <= maxTemplateBytes) onChange(file)
  }
  return (
    <fieldset className={styles.template}>
      <legend>{t('record.template')}</legend>
      <p className="quiet">{template === null ? t('record.template.help') : t('record.template.chosen', { name: template.name })}</p>
      <div className="line">
        <FileButton size="small" look="quiet" accept=".docx" onFile={choose}>
          {t(template === null ? 'record.template.choose' : 'record.template.other')}
        </FileButton>
        {template === null ? null : (
          <Button size="small" look="quiet" onClick={() => onChange(null)}>
            {t('record.template.remove')}
          </Button>
        )}
      </div>
      {isTooLarge ? <FormError>{t('record.template.tooLarge')}</FormError> : null}
    </fieldset>
  )
}
