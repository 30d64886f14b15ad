// In: a sentence of the server that sends people to the Ears page. Out: the same for whoever is there already.
export const saidHere = (sentence: string): string => sentence.replaceAll(' on the Ears page', '')
