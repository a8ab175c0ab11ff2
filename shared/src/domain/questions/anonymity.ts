/** Questions whose authors are not recorded: the log does not contain who asked. The receipt of a device withdraws a question. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { attributionRules } from '../../contract/enums.ts'
import type { QuestionId } from '../../contract/ids.ts'
import { type CommandType, type Commit, commands, type State } from '../../contract/registry.ts'
import { type Actor, anonymousActor } from '../../contract/roles.ts'

export const recordsAuthors = ({ session }: State): boolean => attributionRules[session.questions.attribution].isRecorded

/** The question id is part of the digest. Equal receipts therefore do not show that two questions come from one device. */
export const digestReceipt = (question: QuestionId, receipt: string): string => bytesToHex(sha256(utf8ToBytes(`${question} ${receipt}`)))

/** Returns the actor that the log records for a command of this type. */
export const anonymizeActor = (state: State, actor: Actor, type: Commit['command']['type']): Actor =>
  isAnonymizable(type) && !recordsAuthors(state) ? anonymousActor : actor

const isAnonymizable = (type: Commit['command']['type']): boolean =>
  Object.hasOwn(commands, type) && commands[type as CommandType].author === 'anonymizable'
