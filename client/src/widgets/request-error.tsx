import type { HttpResult } from '../session/http.ts'
import { getEntryError } from '../text/entry-error-text.ts'
import { useText } from '../text/use-text.tsx'
import { FormError } from '../ui/form-error.tsx'

/** The reason for a refusal, as an error of the whole form. Shows nothing if the request was not refused. */
export const RequestError = ({ result }: { result: HttpResult<unknown> | null | undefined }) => {
  const { t } = useText()
  return !result || result.ok ? null : <FormError>{t(getEntryError(result.reason).key)}</FormError>
}
