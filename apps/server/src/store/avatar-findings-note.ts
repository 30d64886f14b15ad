// What is good to know about a model, as sentences. In: nothing. Out: code → what is so, and what may be done.
export const NOTE = {
  'several-models': [
    'There are several models. {file} is taken; left aside: {names}.',
    'To take another, drop a zip with that one alone.',
  ],
  'nested-archive-left': [
    '{file} is an archive inside the archive and stays shut.',
    'If something of hers is missing, unpack {file} first.',
  ],
  'file-left-out': ['Files that are no part of a model were left out: {names}.', ''],
  'hidden-left-out': ['Hidden files of the system that packed her were left out: {names}.', ''],
  'link-left-out': ['{file} is a link, and links are not followed.', 'Put the file itself in place of {file} if she needs it.'],
  'names-decoded': [
    'The names in the archive are written in {other}, without saying so; read that way, the first is {file}.',
    '',
  ],
  'curves-unknown': ['{file} moves parameters that she does not have: {names}. Those curves do nothing.', ''],
  'physics-unknown': ['{file} speaks of parameters that she does not have: {names}. That part of her physics does nothing.', ''],
  'user-data': ['{file} holds user data for other programs. It is kept and not used.', ''],
  'sounds-ignored': ['Some motions have sounds: {names}. She has a voice of her own, so they stay silent.', ''],
  'texture-size-odd': [
    'The texture {file} measures {other} pixels. Sides of 1024, 2048, 4096 or 8192 are smoother when she is shown small.',
    '',
  ],
  'licence-found': ['{file} may say what you are allowed to do with her.', 'Read {file} before you show her on stream.'],
  'no-licence': [
    'Nothing in {name} says whose model this is and what you may do with it.',
    'Ask where you got her before you show her on stream.',
  ],
  'vtube-read': ['{file} of VTube Studio was read: its hotkeys and parameter settings help the mapping.', ''],
  'dict-read': ['{file} of Open-LLM-VTuber was read: its emotions, size and motions are in the mapping.', ''],
  'dict-without-her': [
    '{file} of Open-LLM-VTuber has no entry for her and was not used.',
    'Name the model in {file} as her folder, if it should count.',
  ],
  mapping: ['{other}', ''],
  'no-expressions': ['{file} names no expressions. Her feelings show in mouth, eyes, brows and head alone.', ''],
  'no-motions': ['{file} names no motions. She still breathes, blinks and talks; she just has no gestures of her own.', ''],
  'puppet-only': ['{file} is a rig of Psiona’s own. She is drawn without the Cubism Core.', ''],
  'sheet-read': [
    '{file} came along, so the mapping is as its last owner left it.',
    'Take the suggestion on the Looks page if you would rather begin anew.',
  ],
} as const
