/** Files the same text for the record, if the person wants it and everybody may file a written statement. */
import { useState } from 'react'
import { useSend, useView } from '../../../../session/hooks.tsx'
import { getRefusalText } from '../../../../text/refusal-text.ts'
import { useAskedText } from '../../../../text/use-text.tsx'

type AlsoFile = {
  readonly canFile: boolean
  readonly isFiling: boolean
  readonly chooseFiling: (files: boolean) => void
  /** Does nothing unless it was chosen. */
  readonly file: (text: string) => Promise<void>
  /** The outcome of the filing, in words. */
  readonly filed: string | null
}

export const useAlsoFile = (): AlsoFile => {
  const { t } = useAskedText()
  const send = useSend('background')
  const statement = useView(({ myStatement }) => myStatement)
  const canFile = useView(({ session }) => session.everybodyWrites) && statement?.open === true
  const [isFiling, chooseFiling] = useState(false)
  const [filed, setFiled] = useState<string | null>(null)
  const file = async (text: string) => {
    if (!canFile || !isFiling || text.trim() === '') return
    setFiled(t('app.sending'))
    const reply = await send({ type: 'statements.submit', data: { text, expectedVersion: statement?.filed?.version ?? 0 } })
    setFiled(reply.ok ? t('statements.filed') : getRefusalText(t, reply.reason))
    if (reply.ok) chooseFiling(false)
  }
  return { canFile, isFiling, chooseFiling, file, filed }
}
