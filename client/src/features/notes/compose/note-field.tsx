import { maxNoteLength } from '@rostrum/shared/contract/lengths'
import type { Ref } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { TextArea } from '../../../ui/text-area.tsx'

/** The count is shown from this length on. */
const countShownFrom = maxNoteLength * 0.75

type NoteFieldProps = { label: string; text: string; onChange: (text: string) => void; ref?: Ref<HTMLTextAreaElement> }

export const NoteField = ({ label, text, onChange, ref }: NoteFieldProps) => {
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
        text.length > countShownFrom
          ? { limit: maxNoteLength, format: (n) => t('questions.count', { n, limit: maxNoteLength }) }
          : undefined
      }
    />
  )
}
