/** The text being typed: a new line, or the correction of one, after which the new line continues. */
import { useState } from 'react'

export type Typing = {
  readonly text: string
  /** The number of the line being corrected. */
  readonly correction: number | null
  readonly change: (text: string) => void
  readonly correct: (line: { readonly seq: number; readonly text: string }) => void
  readonly goBack: () => void
  readonly send: () => void
}

export const useTyping = (onSend: (text: string, seq: number | null) => void): Typing => {
  const [{ text, correction, kept }, set] = useState({ text: '', correction: null as number | null, kept: '' })
  const goBack = () => set({ text: kept, correction: null, kept: '' })
  return {
    text,
    correction,
    change: (next) => set({ text: next, correction, kept }),
    correct: ({ seq, text: its }) => set({ text: its, correction: seq, kept: correction === null ? text : kept }),
    goBack,
    send: () => {
      const line = text.trim()
      if (line === '') return
      onSend(line, correction)
      set({ text: correction === null ? '' : kept, correction: null, kept: '' })
    },
  }
}
