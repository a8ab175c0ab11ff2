/** The reason why a file of captions was refused, in words that tell what to do. It names the row if it concerns one. */
import { getFailureText, type OwnSentences } from '../../../text/failure-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import type { FileRefusal } from './use-caption-file.ts'

const ownSentences = {
  'no-connection': 'captions.file.notSent',
  'text-empty': 'captions.file.empty',
  'text-too-long': 'captions.file.tooLong',
  'too-large': 'captions.file.tooLarge',
  failed: 'captions.file.notSent',
} as const satisfies OwnSentences<FileRefusal['reason']>

export const FileRefusalText = ({ refusal }: { refusal: FileRefusal | null }) => {
  const { t } = useText()
  if (refusal === null) return <RefusalText text={null} />
  const what = getFailureText(t, refusal.reason, ownSentences)
  return <RefusalText text={refusal.row === null ? what : t('captions.fileRow', { n: refusal.row, what })} />
}
