// In: a record, a name, and what stands under it or null. Out: the record with that name changed, or without it.
export function withEntry<R extends Partial<Record<string, string>>>(record: R, name: keyof R & string, value: string | null): R {
  const entries = Object.entries(record).filter(([other]) => other !== name)
  // Names and values are of the kind the record had.
  return Object.fromEntries(value === null ? entries : [...entries, [name, value]]) as R
}
