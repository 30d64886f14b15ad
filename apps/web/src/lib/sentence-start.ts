// In: words that may begin a line. Out: them with a capital; a name written in its own way (whisper-cli, pocketsphinx_continuous) keeps it.
export const sentenceStart = (words: string): string =>
  words.replace(/^[a-z](?=[a-z]*(?:[\s,.;:]|$))/, (first) => first.toUpperCase())
