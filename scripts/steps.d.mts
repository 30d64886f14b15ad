// What the tests need to know of steps.mjs, which is plain JavaScript so that it runs before anything is installed.
export function installTrouble(error: { output?: string }): string
