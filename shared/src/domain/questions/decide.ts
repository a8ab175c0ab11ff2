import type { questionCommands } from '../../contract/questions.ts'
import type { Deciders } from '../../contract/registry.ts'
import { answerDeciders } from './answer.ts'
import { askDeciders } from './ask.ts'
import { bulkDeciders } from './decide-all.ts'
import { mergeDeciders } from './merge.ts'
import { moderationDeciders } from './moderate.ts'
import { supportDeciders } from './support.ts'

export const questionDeciders: Deciders<typeof questionCommands> = {
  ...askDeciders,
  ...moderationDeciders,
  ...bulkDeciders,
  ...mergeDeciders,
  ...supportDeciders,
  ...answerDeciders,
}
