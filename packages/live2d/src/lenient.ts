// Shapes for files that others made: a bad entry is dropped, a bad optional value is as if it were absent, and nothing grows without end.
import { z } from 'zod'

/** The entries that are right, at most so many; [] when it is no list at all. */
export const listOf = <T extends z.ZodType>(item: T, most: number) =>
  z
    .unknown()
    .optional()
    .transform((value): z.output<T>[] => {
      if (!Array.isArray(value)) return []
      return value.slice(0, most).flatMap((entry) => {
        const parsed = item.safeParse(entry)
        return parsed.success ? [parsed.data] : []
      })
    })

/** The same for an object used as a dictionary. */
export const dictionaryOf = <T extends z.ZodType>(item: T, most: number) =>
  z
    .unknown()
    .optional()
    .transform((value): Record<string, z.output<T>> => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
      const entries = Object.entries(value).slice(0, most)
      return Object.fromEntries(
        entries.flatMap(([key, entry]) => {
          const parsed = item.safeParse(entry)
          return parsed.success && key !== '__proto__' ? [[key, parsed.data]] : []
        }),
      )
    })

/** Absent and wrong are the same. */
export const maybe = <T extends z.ZodType>(type: T) => type.optional().catch(undefined)

const LONGEST_TEXT = 2000
export const text = z.string().max(LONGEST_TEXT)
/** '' when it is absent or wrong. */
export const textOrEmpty = text.catch('')
export const finite = z.number()
export const numberOr = (otherwise: number) => finite.catch(otherwise)
