import type { HttpResult } from '../session/http.ts'
import { getFailureText, type OwnSentences } from '../text/failure-text.ts'
import { useText } from '../text/use-text.tsx'
import { FormError } from '../ui/form-error.tsx'

/** The reason for a refusal, as an error of the whole form. Shows nothing if the request was not refused. */
export const RequestError = ({ result, own }: { result: HttpResult<unknown> | null | undefined; own?: OwnSentences }) => {
  const { t } = useText()
  return !result || result.ok ? null : <FormError>{getFailureText(t, result.reason, own)}</FormError>
}
