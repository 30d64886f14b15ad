// In: a sentence of the server that sends people to a page. Out: the same for whoever is there already.
export const saidHere = (sentence: string): string => sentence.replaceAll(/ on the (?:Ears|Looks|Stream|Voice) page/g, '')
