/** The last refusal as a sentence, near what was pressed. */
import { useRefusal } from '../session/hooks.tsx'
import { refusalWords } from '../text/refusal-text.ts'
import { useText } from '../text/use-text.tsx'
import { Refusal } from '../ui/refusal-text.tsx'

/** `of`: beginnings of the commands that are pressed here. */
export const Refused = ({ of }: { of: readonly string[] }) => <Refusal words={refusalWords(useText().t, useRefusal(of))} />
