import type { CommandType } from '@rostrum/shared/contract/registry'
import { useRefusal } from '../../session/hooks.tsx'
import { refusalWords } from '../../text/refusal-text.ts'
import { useText } from '../../text/use-text.tsx'
import { Refusal as Words } from '../../ui/refusal-text.tsx'

export const Refusal = ({ of }: { of: readonly CommandType[] }) => <Words words={refusalWords(useText().t, useRefusal(of))} />
