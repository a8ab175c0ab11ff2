/** A note on a name, in the same line. */
export const NameMark = ({ children }: { children: string | undefined }) => (children === undefined ? null : <small> · {children}</small>)
