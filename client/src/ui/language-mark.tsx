import styles from './language-mark.module.css'

/** A language as two or three letters in a box, with its name for people who point at it or hear the page. */
export const LanguageMark = ({ tag, name }: { tag: string; name: string }) => (
  <span className={styles.mark} title={name}>
    <span aria-hidden="true" lang="">
      {tag.toUpperCase()}
    </span>
    <span className="sr">{name}</span>
  </span>
)
