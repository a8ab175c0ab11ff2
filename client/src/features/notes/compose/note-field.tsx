import type { Ref } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { longest } from './draft.ts'

/** From here on the count is shown. */
const shownFrom = longest * 0.75

type FieldProps = { label: string; text: string; onChange: (text: string) => void; ref?: Ref<HTMLTextAreaElement> }

export const PointField = ({ label, text, onChange, ref }: FieldProps) => {
  const { t } = useText()
  return (
    <TextArea
      ref={ref}
      label={label}
      hideLabel
      value={text}
      onChange={onChange}
      enterKeyHint="send"
      count={
        text.length > shownFrom
          ? { limit: longest, words: (n) => <span className="num">{t('questions.count', { n, limit: longest })}</span> }
          : undefined
      }
    />
  )
}
