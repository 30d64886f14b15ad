// What a model lacks though it works, as sentences. In: nothing. Out: code → what is so and what it means for her, and what to do.
export const LACKING = {
  'core-too-old': [
    '{file} has format {count}, and the Cubism Core on this machine reads up to {other}. The puppet stands in for her until then.',
    'Fetch the newest Cubism Core on the Looks page, or export {file} for an older SDK.',
  ],
  'motion-missing': [
    'Motions that the model names are not there: {names}. She does not make them; the references were taken out.',
    'Add {file} and drop the model again if you want them.',
  ],
  'expression-missing': [
    'Expressions that the model names are not there: {names}. She does not show them; the references were taken out.',
    'Add {file} and drop the model again if you want them.',
  ],
  'physics-missing': [
    'The physics file {file} is not there, so her hair and clothes hang still.',
    'Add {file} and drop the model again.',
  ],
  'pose-missing': [
    'The pose file {file} is not there, so arms in several positions may show all at once.',
    'Add {file} and drop the model again.',
  ],
  'names-missing': [
    'The file with the names of her parameters, {file}, is not there, so the sliders show bare ids.',
    'Add {file} and drop the model again if you want the names.',
  ],
  'json-broken': [
    '{file} has a mistake in line {line}, column {column}. It is left out.',
    'Mend {file} at that place, or export it again, and drop the model anew.',
  ],
  'json-shape': [
    '{file} can be read but is not {other}. It is left out.',
    'Get {file} anew from where the model came from and drop the model again.',
  ],
  'texture-large': [
    'The texture {file} is {other} pixels large. Many graphics cards stop at 8192, and she would be blank there.',
    'Export {file} with at most 8192 pixels a side, better 4096.',
  ],
  'no-mouth': [
    'Nothing in {file} opens a mouth, so she talks with closed lips.',
    'If she has such a parameter under another name, choose it for her mouth on the Looks page.',
  ],
  'no-eyes': [
    'Nothing in {file} closes the eyes, so she never blinks.',
    'If she has such a parameter under another name, choose it for her eyes on the Looks page.',
  ],
  'no-head-turn': [
    'Nothing in {file} turns the head, so she holds it still all the time.',
    'If she has such parameters under other names, choose them for her head on the Looks page.',
  ],
  'sheet-unread': [
    '{file} cannot be understood ({other}), so what was set for her is not used; the doctor’s suggestion is.',
    'Save the mapping once more on the Looks page, or delete {file}.',
  ],
} as const
