import type { NamedFile } from './request-file.ts'

/** Saves a file as a browser saves a download link. A plain link cannot be used, because it cannot carry the authorization header. */
export const saveFile = ({ name, content }: NamedFile): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
