/** A sentence of the script. The place of the words that the Chair adds is marked. */
import type { ScriptPart } from './format-script.ts'
import styles from './script-text.module.css'

/** One flow of text, whatever box is around it. */
export const ScriptText = ({ parts }: { parts: readonly ScriptPart[] }) => (
  <span>
    {parts.map((part) =>
      typeof part === 'string' ? (
        part
      ) : (
        // A sentence has one such place at most.
        <mark key="toAdd" className={styles.toAdd}>
          {part.toAdd}
        </mark>
      ),
    )}
  </span>
)
