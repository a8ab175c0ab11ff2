/** The reason why a file of captions was refused, in words that tell what to do. It names the row if it concerns one. */
import type { MessageKey } from '../../../text/catalogue.ts'
import { useText } from '../../../text/use-text.tsx'
import { RefusalText } from '../../../ui/refusal-text.tsx'
import type { FileRefusal } from './use-caption-file.ts'

const texts = {
  'captions-not-utf8': 'captions.file.notUtf8',
  'captions-unreadable': 'captions.file.unreadable',
  'caption-time-unclear': 'captions.file.time',
  'captions-after-now': 'captions.file.afterNow',
  'words-not-kept': 'captions.file.notKept',
  'text-empty': 'captions.file.empty',
  'too-large': 'captions.file.tooLarge',
  'text-too-long': 'captions.file.tooLong',
  'text-refused': 'refusal.text-refused',
  'too-many-requests': 'refused.tooFast',
  unavailable: 'refused.unavailable',
} as const satisfies Readonly<Record<string, MessageKey>>

const isKnown = (reason: string): reason is keyof typeof texts => Object.hasOwn(texts, reason)

export const FileRefusalText = ({ refusal }: { refusal: FileRefusal | null }) => {
  const { t } = useText()
  if (refusal === null) return <RefusalText text={null} />
  const what = isKnown(refusal.reason) ? t(texts[refusal.reason]) : t('captions.file.notSent')
  return <RefusalText text={refusal.row === null ? what : t('captions.fileRow', { n: refusal.row, what })} />
}
