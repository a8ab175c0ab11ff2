/** The issues that a schema found. */
import type { z } from 'zod'

/**
 * Lists the issues of a schema. For a union, the issues of the form that the value has replace its own, such as text or object. If it has
 * none of the forms, the issue of the union is kept.
 */
export const listIssues = (issues: readonly z.core.$ZodIssue[], path: readonly PropertyKey[] = []): readonly z.core.$ZodIssue[] =>
  issues.flatMap((issue) => {
    const full = { ...issue, path: [...path, ...issue.path] }
    if (issue.code !== 'invalid_union') return [full]
    const meant = issue.errors.find((errors) => errors.length > 0 && !errors.some(isWrongForm))
    return meant ? listIssues(meant, full.path) : [full]
  })

const isWrongForm = ({ code, path }: z.core.$ZodIssue): boolean => code === 'invalid_type' && path.length === 0
