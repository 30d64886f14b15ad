// What the doctor put right, as sentences. In: nothing. Out: code → what was so and what it did, and what is left to do.
export const MENDED = {
  'model3-written': [
    'There was no .model3.json. {file} was written from what lies there: {names}.',
    'Check on the Looks page that all is painted in the right place.',
  ],
  'model3-rewritten': [
    '{file} has a mistake in line {line}, column {column}. It was written anew from what lies there: {names}.',
    'Check on the Looks page that all is painted in the right place.',
  ],
  'model3-shape': [
    '{file} names no model data. It was written anew from what lies there: {names}.',
    'Check on the Looks page that all is painted in the right place.',
  ],
  'model3-version': ['{file} said Version {other} where a Cubism 3 to 5 model says 3. It says 3 now.', ''],
  'letter-case': ['{file} wrote names in other letters than the files have, which many systems do not forgive: {names}.', ''],
  backslashes: ['{file} wrote paths with backslashes, which addresses do not know: {names}.', ''],
  'place-changed': ['{file} looked for files where they are not; they were found elsewhere in the folder: {names}.', ''],
  'moc-replaced': [
    '{file} names {other}, which is not there. The only model data there, {names}, is used.',
    'Check that she looks right.',
  ],
  'textures-added': [
    '{file} did not name all textures that the model paints with. Found beside them: {names}.',
    'Check that she looks right.',
  ],
  'json-encoding': ['{file} was written in {other}. It is UTF-8 now.', ''],
  'json-relaxed': ['{file} had comments or commas where JSON allows none. They were taken out.', ''],
  'groups-added': ['{file} did not say which parameters blink and speak. Entered: {names}.', ''],
  'group-unknown': [
    '{file} lists parameters for blinking or speaking that the model does not have: {names}. They were taken out.',
    '',
  ],
  'expression-twice': ['{file} gives several expressions one name. The later ones are called {names} now.', ''],
  'expressions-added': ['Expressions lay in the folder that {file} does not name. They were entered: {names}.', ''],
  'motions-added': ['Motions lay in the folder that {file} does not name. They were entered as {other}: {names}.', ''],
  'motion-group-empty': ['{file} has motion groups with nothing in them: {names}. They were taken out.', ''],
  'hit-area-lost': ['{file} names touch areas that the model does not have: {names}. They were taken out.', ''],
  'file-renamed': [
    'Files had names that cannot stand in an address. They are called {names} now; what referred to them follows.',
    '',
  ],
} as const
