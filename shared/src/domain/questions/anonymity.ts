/** Where authors are not kept: nothing that is written down says who asked, and a receipt on the device takes a question back. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { QuestionId } from '../../contract/ids.ts'
import type { Commit, State } from '../../contract/registry.ts'
import { type Actor, somebody } from '../../contract/roles.ts'

export const keepsAuthors = ({ session }: State): boolean => session.questions.attribution !== 'unattributed'

/** A digest of its own for each question, so that two of one device cannot be told to be so. */
export const proofOf = (question: QuestionId, receipt: string): string => bytesToHex(sha256(utf8ToBytes(`${question} ${receipt}`)))

const unsigned: readonly Commit['command']['type'][] = ['questions.ask', 'questions.take-back']

/** Who is written down as having said it. */
export const recordedActor = (state: State, actor: Actor, type: Commit['command']['type']): Actor =>
  unsigned.includes(type) && !keepsAuthors(state) ? somebody : actor
