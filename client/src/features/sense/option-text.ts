/** A response as people read it. Standard responses are in the page's language, others as the staff wrote them. */
import type { ResponseKind } from '@rostrum/shared/contract/response-kinds'
import type { ResponseOption } from '@rostrum/shared/contract/sense'
import { pickWording } from '@rostrum/shared/kernel/wording'
import type { AskedKey } from '../../text/catalogue.ts'
import type { AskedTranslate } from '../../text/messages.ts'

const keys = {
  comfortable: 'sense.comfortable',
  'could-live': 'sense.could-live',
  concerns: 'sense.concerns',
  discuss: 'sense.discuss',
  'no-view': 'sense.no-view',
} as const satisfies Readonly<Record<ResponseKind, AskedKey>>

export const getOptionText = (t: AskedTranslate, language: string, option: ResponseOption): string =>
  typeof option === 'string' ? t(keys[option]) : pickWording(option.named, language)
