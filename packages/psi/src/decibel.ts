// Decibels in, the factor on an amplitude out.
export const fromDecibels = (decibels: number): number => 10 ** (decibels / 20)
